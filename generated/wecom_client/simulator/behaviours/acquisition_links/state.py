# Copied from templates/wecom_client/simulator/behaviours/acquisition_links/state.py: edit that file, then run 'make generate'.
"""What is remembered of customer acquisition links, and of the allowance for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from ...company import Company, State
from ...cursors import Cursors
from ..directory import people_of
from .records import AcquiredCustomer, AcquisitionLink

_INVALID_CURSOR = 50100
_BY_LINK = 16


class AcquisitionLinksState(State):
    """Links in the order of their creation, and the allowance by the day on which it expires."""

    acquisition_link_limit: int

    def __init__(self, company: Company) -> None:
        """Begin without any."""
        super().__init__(company)
        self.links: dict[str, AcquisitionLink] = {}
        self.quotas: Counter[int] = Counter()
        """What is left, by the number of the day in UTC+8 on which it expires."""
        self.obtained = 0
        """What was ever added."""
        self.acquired: dict[str, list[AcquiredCustomer]] = {}
        """Who came by the links, by link id."""
        self._came = 0
        self.cursors = Cursors(_INVALID_CURSOR)
        self.made = 0

    def new_link_id(self) -> str:
        """Return an unused id, as the platform's look."""
        return self.company.new_text_id("caw")

    def add(self, link: AcquisitionLink) -> None:
        """Add a link that is not there yet."""
        self.links[link.link_id] = link
        self.made += 1

    def relation_through(self, link_id: str, userid: str, unionid: str | None) -> Mapping[str, Any]:
        """Return what a relation has that comes of a link.

        Raises:
            ValueError: it does not lead to this member, or the member has resigned.
        """
        link = self.links[link_id]
        if userid not in people_of(self.company, link.user_list, link.department_list):
            raise ValueError(f"link {link_id!r} does not lead to {userid!r}")
        if not self.company.members[userid].employed:
            raise ValueError(f"{userid!r} has resigned: no customer comes to them")
        return {"add_way": _BY_LINK}

    def came_through(self, link_id: str, userid: str, external_userid: str, time: int) -> None:
        """Take note that a customer has come, and take one from what expires first."""
        customers = self.company.find_state("customers")
        state = customers.follows[external_userid][userid].state
        came = AcquiredCustomer(external_userid, userid, time, state, self._came)
        self.acquired.setdefault(link_id, []).append(came)
        self._came += 1
        today = self.company.today()
        left = [day for day, count in self.quotas.items() if day >= today and count]
        if left:
            self.quotas[min(left)] -= 1
