# Copied from templates/wecom_client/simulator/company.py: edit that file, then run 'make generate'.
"""The company: everything the simulator remembers between two requests."""

from __future__ import annotations

import base64
import hashlib
import secrets
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from .._runtime.problems import day_of_seconds
from .state import (
    INHERITED,
    NORMAL,
    OWNER_RESIGNED,
    Group,
    JoinWay,
    Member,
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What the platform limits, as far as a test may want it smaller."""

    daily_transfers: int = 300
    join_ways: int = 500_000


@dataclass(slots=True)
class Company:
    """Members, groups in the order of their creation, join ways, and what was transferred when.

    `visible_people` is the size of the application's visible range; None: the members employed.
    `education`: the company is of the education trade, whose statistics count migrated groups.
    """

    clock: Callable[[], float] = time.time
    limits: Limits = Limits()
    education: bool = False
    visible_people: int | None = None
    members: dict[str, Member] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    chat_ids: list[str] = field(default_factory=list)
    join_ways: dict[str, JoinWay] = field(default_factory=dict)
    transfers: Counter[tuple[str, int]] = field(default_factory=Counter)
    cursor_key: bytes = field(default_factory=lambda: secrets.token_bytes(16), repr=False)
    _created: int = field(default=0, init=False)

    def now(self) -> int:
        """Return the time in whole Unix seconds."""
        return int(self.clock())

    def today(self) -> int:
        """Return the number of the current day in UTC+8."""
        return day_of_seconds(self.now())

    def people_visible(self) -> int:
        """Return how many people the application sees."""
        if self.visible_people is not None:
            return self.visible_people
        return sum(member.employed for member in self.members.values())

    def new_chat_id(self) -> str:
        """Return an unused chat id that looks like the platform's."""
        digest = self._new_digest(24)
        return "wr" + base64.urlsafe_b64encode(digest).decode()[:30]

    def new_config_id(self) -> str:
        """Return an unused id for a join way."""
        return self._new_digest(16).hex()

    def add_group(self, group: Group) -> None:
        """Add a group that is not there yet."""
        self.groups[group.chat_id] = group
        self.chat_ids.append(group.chat_id)

    def put_group(self, group: Group) -> None:
        """Put a changed group in the place of what it was."""
        self.groups[group.chat_id] = group

    def hand_over(self, group: Group, new_owner: str, *, on_job: bool) -> None:
        """Give a group to a new owner, and count that for the day."""
        self.transfers[group.owner, self.today()] += 1
        self.put_group(group.handed_over(new_owner, self.now(), on_job=on_job))

    def transferred_today(self, owner: str) -> int:
        """Return how many groups of an owner were given away today (UTC+8)."""
        return self.transfers[owner, self.today()]

    def resign(self, userid: str, time: int) -> None:
        """Let a member leave: out of the groups of others; their own wait for a new owner."""
        self.members[userid] = replace(self.members[userid], resigned_at=time)
        for group in self.groups.values():
            if group.dismissed_at is not None:
                continue
            if group.owner != userid:
                self.put_group(group.without_member(userid, time))
            elif group.status in (NORMAL, INHERITED):
                self.put_group(replace(group, status=OWNER_RESIGNED))

    def _new_digest(self, size: int) -> bytes:
        self._created += 1
        return hashlib.blake2s(str(self._created).encode(), digest_size=size).digest()
