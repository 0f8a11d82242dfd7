# Copied from templates/wecom_client/simulator/seeding.py: edit that file, then run 'make generate'.
"""Seeding: the calls by which a test puts members into the company; behaviours add theirs.

Each of them tells a mistake with a `ValueError` (or `TypeError`), and none leaves half a change.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from types import MappingProxyType
from typing import Any, TypeVar, cast

from .company import Company, Member

_Method = TypeVar("_Method", bound=Callable[..., Any])


def locked(method: _Method) -> _Method:
    """Let no request be carried out meanwhile."""

    @wraps(method)
    def wrapper(self: CompanySeeding, *args: Any, **kwargs: Any) -> Any:
        with self._lock:
            return method(self, *args, **kwargs)

    return cast(_Method, wrapper)


def require_userid(userid: object) -> None:
    """Refuse what is not a valid userid, of a member or of a customer.

    Raises:
        ValueError: it does not have 1 to 64 characters.
    """
    if not isinstance(userid, str) or not 1 <= len(userid) <= 64:
        raise ValueError(f"a userid has 1 to 64 characters, this is {userid!r}")


class CompanySeeding:
    """The part of the simulator that tests call between requests. All times are Unix seconds."""

    def __init__(self, company: Company) -> None:
        """Seed this company."""
        self._company = company
        self._lock = company.lock

    @property
    def members(self) -> Mapping[str, Member]:
        """The members of the company by userid, those who resigned included."""
        return MappingProxyType(self._company.members)

    @property
    def visible_people(self) -> int:
        """How many people the application sees: the members employed, or what was set."""
        return self._company.people_visible()

    @visible_people.setter
    def visible_people(self, count: int | None) -> None:
        self._company.visible_people = count

    @locked
    def add_member(
        self,
        userid: str,
        *,
        name: str | None = None,
        customer_contact: bool = True,
        verified: bool = True,
        activated: bool = True,
        last_login: float | None = None,
    ) -> None:
        """Add a member of the company, or change what is known of one.

        `customer_contact` (set up for it), `verified` (has a verified name) and `activated` (has an
        activated account) are what a new owner needs; `last_login` None means lately.

        Raises:
            ValueError: the userid does not have 1 to 64 characters, or its bearer has resigned.
        """
        require_userid(userid)
        known = self._company.members.get(userid)
        if known is not None and not known.employed:
            raise ValueError(f"{userid!r} has resigned: take another userid")
        self._company.members[userid] = Member(
            userid,
            userid if name is None else name,
            customer_contact,
            verified,
            activated,
            last_login,
        )

    @locked
    def resign(self, userid: str, *, at: float | None = None) -> None:
        """Let a member leave the company, now or `at` another time.

        Each behaviour does what follows for its state.

        Raises:
            ValueError: there is no such member, or they have resigned already.
        """
        member = self._company.members.get(userid)
        if member is None:
            raise ValueError(f"{userid!r} is not a member of the company: add_member first")
        if not member.employed:
            raise ValueError(f"{userid!r} has resigned already")
        self._company.catch_up()
        self._company.resign(userid, self._time(at))

    def _time(self, at: float | None) -> int:
        return self._company.now() if at is None else int(at)
