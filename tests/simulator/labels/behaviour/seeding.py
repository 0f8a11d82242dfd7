"""Calls by which a test arranges labels."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wecom_client.simulator.seed_checks import ID, USERID
from wecom_client.simulator.seeding import CompanySeeding, taking

from .state import Label, LabelState

LABEL = {"label_id": ID, "name": ID, "keeper": USERID}


class Seeding(CompanySeeding):
    """Labels."""

    @property
    def labels(self) -> Mapping[str, Label]:
        """The labels by their id."""
        return MappingProxyType(self._labels.labels)

    @property
    def label_limit(self) -> int:
        """How many labels can exist."""
        return self._labels.label_limit

    @label_limit.setter
    def label_limit(self, count: int) -> None:
        self._labels.label_limit = count

    @taking(LABEL)
    def add_label(self, label_id: str, name: str, *, keeper: str) -> None:
        """Add a label, and its keeper where they are missing.

        Raises:
            ValueError: the id is taken.
        """
        if label_id in self._labels.labels:
            raise ValueError(f"label_id {label_id!r} is taken")
        if keeper not in self._company.members:
            self.add_member(keeper)
        self._labels.labels[label_id] = Label(name, keeper)

    @property
    def _labels(self) -> LabelState:
        return self._company.state(LabelState)
