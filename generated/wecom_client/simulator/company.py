# Copied from templates/wecom_client/simulator/company.py: edit that file, then run 'make generate'.
"""The company: its members, and the state of each behaviour."""

from __future__ import annotations

import base64
import hashlib
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from .._runtime.problems import day_of_seconds

_State = TypeVar("_State", bound="State")

_YEAR = 365 * 86400


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the company; `resigned_at` is None while employed.

    `customer_contact`: set up for customer contact. `verified`: has a verified name. `activated`:
    has an activated account. `last_login` in Unix seconds; None: lately, whatever the clock says.
    """

    userid: str
    name: str
    customer_contact: bool = True
    verified: bool = True
    activated: bool = True
    last_login: float | None = None
    resigned_at: float | None = None

    @property
    def employed(self) -> bool:
        """Whether the member has not resigned."""
        return self.resigned_at is None

    def is_inactive(self, now: float) -> bool:
        """Whether the member has not logged in during the year before a time."""
        return self.last_login is not None and now - self.last_login > _YEAR

    def left_long_ago(self, now: float) -> bool:
        """Whether the member left more than a year ago, or had been inactive by then."""
        left = self.resigned_at
        return left is not None and (now - left > _YEAR or self.is_inactive(left))


class State:
    """What a behaviour remembers of a company between two requests."""

    def __init__(self, company: Company) -> None:
        """Begin with nothing."""
        self.company = company

    def member_resigned(self, userid: str, time: int) -> None:
        """Take note that a member has left; nothing happens unless a behaviour overrides it."""

    def catch_up(self) -> None:
        """Do what has fallen due by the clock; nothing does unless a behaviour overrides it."""


@dataclass(slots=True)
class Company:
    """What all behaviours share: members, the clock, and each other's state.

    `visible_people` is the size of the application's visible range; None: the members employed.
    """

    clock: Callable[[], float] = time.time
    visible_people: int | None = None
    members: dict[str, Member] = field(default_factory=dict)
    states: dict[str, State] = field(default_factory=dict)
    """By the name of the behaviour's package."""
    lock: threading.RLock = field(default_factory=threading.RLock, init=False)
    """Held by whoever reads or changes the state while requests may come."""
    _ids: int = field(default=0, init=False)

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

    def state(self, kind: type[_State]) -> _State:
        """Return the state of one kind, up to the clock; the calls of tests ask for theirs so."""
        self.catch_up()
        return next(state for state in self.states.values() if isinstance(state, kind))

    def find_state(self, behaviour: str) -> Any:
        """Return another behaviour's state, by the name of its package; None where it is absent.

        A behaviour cannot import another one, which may not have been copied beside it.
        """
        return self.states.get(behaviour)

    def catch_up(self) -> None:
        """Let each behaviour do what has fallen due, before a request or a call finds it undone."""
        with self.lock:
            for state in self.states.values():
                state.catch_up()

    def resign(self, userid: str, time: int) -> None:
        """Let a member leave, and tell every behaviour."""
        self.members[userid] = replace(self.members[userid], resigned_at=time)
        for state in self.states.values():
            state.member_resigned(userid, time)

    def new_id(self, size: int) -> bytes:
        """Return bytes that no id of this company has been made of; the same in every run."""
        self._ids += 1
        return hashlib.blake2s(str(self._ids).encode(), digest_size=size).digest()

    def new_text_id(self, prefix: str) -> str:
        """Return an id of 32 characters, its prefix among them, that nothing has had so far."""
        return prefix + base64.urlsafe_b64encode(self.new_id(24)).decode()[: 32 - len(prefix)]
