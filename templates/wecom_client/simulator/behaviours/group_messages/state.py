"""What is remembered of mass messages: the messages, and what each receiver received when."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from ...._runtime.problems import date_of_day, day_of_date, day_of_seconds
from ...company import Company, State
from ...cursors import Cursors
from .records import MassMessage

_INVALID_CURSOR = 701105
_MONDAY = 3
"""Day 0, 1970-01-01, was a Thursday: the third after a Monday."""


class GroupMessagesState(State):
    """Mass messages in the order in which they were made."""

    mass_message_period: int

    def __init__(self, company: Company) -> None:
        """Begin without messages."""
        super().__init__(company)
        self.messages: dict[str, MassMessage] = {}
        self.cursors = Cursors(_INVALID_CURSOR)
        self._received: defaultdict[str, list[int]] = defaultdict(list)
        self._talks: dict[str, dict[str, int]] = {}

    def put(self, message: MassMessage) -> None:
        """Add a message, or put a changed one in the place of what it was."""
        self.messages[message.msgid] = message

    def followers(self, external_userid: str) -> dict[str, Any]:
        """Return the relations of a customer to members who can send, by userid."""
        found = self._customers.followers(external_userid)
        return {follow.userid: follow for _, follow in found}

    def customers_of(self, userid: str | None) -> list[str]:
        """Return the customers of a member, or those of all (None)."""
        if userid is None:
            return list(self._customers.follows)
        found: list[str] = self._customers.customers_of(userid)
        return found

    def has_tag(self, tag_id: str) -> bool:
        """Whether the company has a tag."""
        corp_tags = self.company.find_state("corp_tags")
        return corp_tags is None or bool(corp_tags.has_tag(tag_id))

    def groups_of(self, userid: str) -> list[str]:
        """Return the groups that a member owns."""
        groupchat = self.company.find_state("groupchat")
        groups: Mapping[str, Any] = {} if groupchat is None else groupchat.groups
        return [chat_id for chat_id in groups if self.owns(userid, chat_id)]

    def owns(self, userid: str, chat_id: str) -> bool:
        """Whether a member owns a group, and the group exists."""
        groupchat = self.company.find_state("groupchat")
        group = None if groupchat is None else groupchat.groups.get(chat_id)
        return group is not None and group.dismissed_at is None and group.owner == userid

    def can_send(self, userid: str) -> bool:
        """Whether somebody is in service and set up for customer contact."""
        return bool(self._customers.serves(userid))

    def talk(self, userid: str, external_userid: str, time: int) -> None:
        """Take note that a member and a customer talked."""
        self._talks.setdefault(external_userid, {})[userid] = time

    def has_talked(self, userid: str, external_userid: str, since: int) -> bool:
        """Whether a member and a customer have talked at a time or later."""
        return self._talks.get(external_userid, {}).get(userid, -1) >= since

    def last_to_talk(self, external_userid: str, followers: Mapping[str, Any]) -> str:
        """Return who of some members talked with a customer last; to be added counts as a talk."""
        talks = self._talks.get(external_userid, {})
        times = {one: max(of.createtime, talks.get(one, 0)) for one, of in followers.items()}
        return max(reversed(times), key=times.__getitem__)

    def receive(self, receiver: str, time: int) -> bool:
        """Let a customer or group receive a message, and return whether they still can."""
        first, days = self._period(day_of_seconds(time))
        received = self._received[receiver]
        if sum(first <= day < first + days for day in received) >= days:
            return False
        received.append(day_of_seconds(time))
        return True

    def _period(self, day: int) -> tuple[int, int]:
        """Return the first day of the period in which a day lies, and how many days it has."""
        days = self.mass_message_period
        if days:
            return day - (day + _MONDAY) % days, days
        date = date_of_day(day)
        return day_of_date(date.replace(day=1)), monthrange(date.year, date.month)[1]

    @property
    def _customers(self) -> Any:
        return self.company.find_state("customers")  # of the same group: where one is, both are
