"""A difference between a document and the specs, with both places."""

from __future__ import annotations

from dataclasses import dataclass

from .facts import Stated
from .texts import Change

MOVED, RENAMED = "moved", "renamed"
PAGE_RULES = (MOVED, RENAMED)
"""Rules of findings about a page as a whole: it has another address, another title."""


@dataclass(frozen=True)
class Finding:
    """One difference; a side is None where it says nothing.

    `operation` is its whole path, empty where the finding is about the document itself.
    """

    operation: str
    field: str
    rule: str
    document: Stated | None
    spec: Stated | None
    change: Change | None = None
    """Of sentences: what is new, and how many are gone."""

    @property
    def is_text(self) -> bool:
        """Whether sentences differ from the accepted ones, and no fact."""
        return self.rule == "text"
