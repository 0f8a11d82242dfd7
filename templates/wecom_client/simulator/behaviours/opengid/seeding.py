"""Seeding: the call by which a test gives a group an opengid."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ...._runtime.checks import Check
from ...seed_checks import ID
from ...seeding import CompanySeeding, taking
from .state import OpengidState

OPENGID: Mapping[str, Check] = {"chat_id": ID, "opengid": ID}
"""What `add_opengid` takes."""


class Seeding(CompanySeeding):
    """Opengids of groups."""

    @property
    def opengids(self) -> Mapping[str, str | None]:
        """The chat ids by opengid; None for a group of another company."""
        return MappingProxyType(self._opengids.chat_ids)

    @taking(OPENGID)
    def add_opengid(self, chat_id: str | None, *, opengid: str | None = None) -> str:
        """Let mini programs know a group by an opengid, and return it.

        `chat_id` None is a group of another company. A group can have several: each mini program
        knows it by its own.

        Raises:
            ValueError: there is no such group, or the opengid is empty or taken.
        """
        if chat_id is not None and self._opengids.group(chat_id) is None:
            raise ValueError(f"there is no group {chat_id!r}")
        if opengid in self._opengids.chat_ids:
            raise ValueError(f"opengid {opengid!r} is taken")
        given = self._company.new_text_id("oG") if opengid is None else opengid
        self._opengids.chat_ids[given] = chat_id
        return given

    @property
    def _opengids(self) -> OpengidState:
        return self._company.state(OpengidState)
