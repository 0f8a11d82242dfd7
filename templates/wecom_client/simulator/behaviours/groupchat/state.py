"""What is remembered of customer groups: groups, join ways, and what was transferred when."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from ...company import Company, State
from ...cursors import Cursors
from .records import INHERITED, NORMAL, OWNER_RESIGNED, Group, JoinWay

_INVALID_CURSOR = 701105


class GroupchatState(State):
    """Groups, in the order of their creation, and join ways of a company."""

    daily_transfers: int
    join_way_limit: int
    education: bool

    def __init__(self, company: Company) -> None:
        """Begin without groups."""
        super().__init__(company)
        self.groups: dict[str, Group] = {}
        self.chat_ids: list[str] = []
        self.join_ways: dict[str, JoinWay] = {}
        self.cursors = Cursors(_INVALID_CURSOR)
        self._transfers: Counter[tuple[str, int]] = Counter()

    def new_chat_id(self) -> str:
        """Return an unused chat id that looks like the platform's."""
        return self.company.new_text_id("wr")

    def new_config_id(self) -> str:
        """Return an unused id for a join way."""
        return self.company.new_id(16).hex()

    def add_group(self, group: Group) -> None:
        """Add a group that is not there yet."""
        self.groups[group.chat_id] = group
        self.chat_ids.append(group.chat_id)

    def put_group(self, group: Group) -> None:
        """Put a changed group in the place of what it was."""
        self.groups[group.chat_id] = group

    def hand_over(self, group: Group, new_owner: str, *, on_job: bool) -> None:
        """Give a group to a new owner, and count that for the day."""
        self._transfers[group.owner, self.company.today()] += 1
        self.put_group(group.handed_over(new_owner, self.company.now(), on_job=on_job))

    def transferred_today(self, owner: str) -> int:
        """Return how many groups of an owner were given away today (UTC+8)."""
        return self._transfers[owner, self.company.today()]

    def member_resigned(self, userid: str, time: int) -> None:
        """Take them out of the groups of others; their own wait for a new owner (status 1)."""
        for group in self.groups.values():
            if group.dismissed_at is not None:
                continue
            if group.owner != userid:
                self.put_group(group.without_member(userid, time))
            elif group.status in (NORMAL, INHERITED):
                self.put_group(replace(group, status=OWNER_RESIGNED))
