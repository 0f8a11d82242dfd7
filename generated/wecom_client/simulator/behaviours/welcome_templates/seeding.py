# Copied from templates/wecom_client/simulator/behaviours/welcome_templates/seeding.py: edit that file, then run 'make generate'.
"""Seeding: the call by which a test adds welcome templates, and what it sees of them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from ...._runtime.checks import Check, Object, String
from ...refusals import RefusalError
from ...seed_checks import ID, Sent
from ...seeding import CompanySeeding, taking
from ...tokens import FIRST_APPLICATION
from .state import KINDS, WelcomeTemplate, WelcomeTemplatesState, add

_ANYTHING = Object({}, additional_properties=True)
TEMPLATE: Mapping[str, Check] = {
    "template_id": ID,
    "text": String(),
    **{kind: Sent("externalcontact/group_welcome_template/add", kind, _ANYTHING) for kind in KINDS},
}
"""What `add_welcome_template` takes."""


class Seeding(CompanySeeding):
    """Welcome templates of customer groups."""

    @property
    def welcome_templates(self) -> Mapping[str, WelcomeTemplate]:
        """The welcome templates of all applications by template id."""
        return MappingProxyType(self._welcome_templates.templates)

    @property
    def welcome_template_limit(self) -> int:
        """How many welcome templates can exist."""
        return self._welcome_templates.welcome_template_limit

    @welcome_template_limit.setter
    def welcome_template_limit(self, count: int) -> None:
        self._welcome_templates.welcome_template_limit = count

    @taking(TEMPLATE)
    def add_welcome_template(
        self, text: str = "", *, template_id: str | None = None, **attachment: Mapping[str, Any]
    ) -> str:
        """Add a welcome template of the application with `secret`, and return its id.

        `attachment` is one of `image`, `link`, `miniprogram`, `file` and `video`, as the operation
        takes it.

        Raises:
            ValueError: the id is taken, there is neither text nor attachment or one of an unknown
                kind, or the library is full.
        """
        unknown = attachment.keys() - set(KINDS)
        if unknown:
            raise ValueError(f"unknown kind {min(unknown)!r}; there are {', '.join(KINDS)}")
        if template_id in self._welcome_templates.templates:
            raise ValueError(f"template_id {template_id!r} is taken")
        params = {"text": {"content": text}, **attachment}
        try:
            return add(self._welcome_templates, params, FIRST_APPLICATION, template_id)
        except RefusalError as refusal:
            raise ValueError(refusal.detail) from refusal

    @property
    def _welcome_templates(self) -> WelcomeTemplatesState:
        return self._company.state(WelcomeTemplatesState)
