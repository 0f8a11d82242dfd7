"""What is remembered of customer acquisition links, and of the allowance for them."""

from __future__ import annotations

from collections import Counter

from ...company import Company, State
from ...cursors import Cursors
from .records import AcquisitionLink

_INVALID_CURSOR = 50100


class AcquisitionLinksState(State):
    """Links in the order of their creation, and the allowance by the day on which it expires."""

    acquisition_link_limit: int

    def __init__(self, company: Company) -> None:
        """Begin without any."""
        super().__init__(company)
        self.links: dict[str, AcquisitionLink] = {}
        self.quotas: Counter[int] = Counter()
        """By the number of the day in UTC+8 on which it expires."""
        self.cursors = Cursors(_INVALID_CURSOR)
        self.made = 0

    def new_link_id(self) -> str:
        """Return an unused id, as the platform's look."""
        return self.company.new_text_id("caw")

    def add(self, link: AcquisitionLink) -> None:
        """Add a link that is not there yet."""
        self.links[link.link_id] = link
        self.made += 1
