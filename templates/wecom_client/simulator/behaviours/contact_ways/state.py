"""What is remembered of contact ways, and of the departments that stand behind some."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ...._runtime.problems import day_of_seconds
from ...company import Company, State
from ...cursors import Cursors
from .records import QR_CODE, ContactWay, TemporaryChat

_INVALID_CURSOR = 701105
_SCANNED = 1
_UNKNOWN = 0


class ContactWaysState(State):
    """Contact ways in the order of their creation, departments, and temporary chats."""

    contact_way_limit: int
    daily_temporary_contact_ways: int

    def __init__(self, company: Company) -> None:
        """Begin without any."""
        super().__init__(company)
        self.ways: dict[str, ContactWay] = {}
        self.departments: dict[int, tuple[str, ...]] = {}
        self.chats: dict[tuple[str, str], TemporaryChat] = {}
        self.cursors = Cursors(_INVALID_CURSOR)
        self._made = 0
        self.lasting = 0
        """How many there are, those for temporary chats not counted."""
        self.temporary_made: Counter[int] = Counter()
        """How many were made for temporary chats, by the number of the day in UTC+8."""

    def new_config_id(self) -> str:
        """Return an unused id for a contact way."""
        return self.company.new_id(16).hex()

    def add_way(self, way: ContactWay) -> None:
        """Add a contact way that is not there yet."""
        self.ways[way.config_id] = replace(way, number=self._made)
        self._made += 1
        if way.is_temp:
            self.temporary_made[day_of_seconds(way.create_time)] += 1
        else:
            self.lasting += 1

    def remove_way(self, way: ContactWay) -> None:
        """Take a contact way away."""
        del self.ways[way.config_id]
        if not way.is_temp:
            self.lasting -= 1

    def members_behind(self, way: ContactWay) -> list[str]:
        """Return the members behind a contact way, those of its departments included, each once."""
        of_parties = (userid for party in way.party for userid in self.departments.get(party, ()))
        return list(dict.fromkeys([*way.user, *of_parties]))

    def relation_through(
        self, config_id: str, userid: str, unionid: str | None
    ) -> Mapping[str, Any]:
        """Return what a relation has that comes of a contact way.

        Raises:
            ValueError: there is no such contact way, it does not lead to this member or is not for
                this customer, or it has ended.
        """
        way = self.ways.get(config_id)
        if way is None or userid not in self.members_behind(way):
            raise ValueError(f"no contact way {config_id!r} leads to {userid!r}")
        if not self.company.members[userid].employed:
            raise ValueError(f"{userid!r} has resigned: no customer comes to them")
        if way.is_over(self.company.clock()):
            raise ValueError(f"contact way {config_id!r} has ended")
        if way.is_temp and way.unionid not in (None, unionid):
            raise ValueError(f"contact way {config_id!r} is for another customer")
        add_way = _SCANNED if way.scene == QR_CODE else _UNKNOWN
        return {"add_way": add_way, "state": way.state or None}

    def came_through(self, config_id: str, userid: str, external_userid: str, time: int) -> None:
        """Take note that a customer has come: a temporary chat begins, where it is for one."""
        way = self.ways[config_id]
        if way.is_temp:
            self.ways[config_id] = replace(way, used=True)
            chat = TemporaryChat(userid, external_userid, config_id, time + way.chat_expires_in)
            self.chats[userid, external_userid] = chat
