# Copied from templates/wecom_client/simulator/seeding.py: edit that file, then run 'make generate'.
"""Seeding: the calls by which a test puts members into the company; behaviours add theirs.

Each of them tells a mistake with a `ValueError`, all that are wrong with its arguments at once, and
none leaves half a change.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import wraps
from inspect import Parameter, signature
from types import MappingProxyType
from typing import Any, TypeVar, cast

from .._runtime.checks import Boolean, Check, String, guarded
from .._runtime.problems import Report
from .company import Company, Member
from .seed_checks import TIME, USERID

_Method = TypeVar("_Method", bound=Callable[..., Any])


MEMBER: Mapping[str, Check] = {
    "userid": USERID,
    "name": String(),
    "customer_contact": Boolean(),
    "verified": Boolean(),
    "activated": Boolean(),
    "last_login": TIME,
}
"""What `add_member` takes."""


def taking(checks: Mapping[str, Check]) -> Callable[[_Method], _Method]:
    """Let no request be carried out meanwhile, and refuse arguments that break their checks.

    `checks` has those of every parameter, and of the further fields where the method takes such.
    """

    def decorate(method: _Method) -> _Method:
        told, name = signature(method), method.__name__
        optional = {
            one.name for one in told.parameters.values() if "None" in str(one.annotation)
        } | (checks.keys() - told.parameters.keys())

        @wraps(method)
        def wrapper(self: CompanySeeding, *args: Any, **kwargs: Any) -> Any:
            try:
                given = dict(told.bind(self, *args, **kwargs).arguments)
            except TypeError as error:  # which does not name the call
                raise TypeError(f"{name}() {error}") from None
            for parameter in told.parameters.values():
                if parameter.kind is Parameter.VAR_KEYWORD:
                    given |= given.pop(parameter.name, {})
            known = {key: given[key] for key in given if key in checks}
            require(name, known, checks, optional)
            with self._lock:
                return method(self, *args, **kwargs)

        wrapper.checks = checks  # type: ignore[attr-defined]
        return cast(_Method, wrapper)

    return decorate


def require(
    where: str,
    values: Mapping[str, Any],
    checks: Mapping[str, Check],
    optional: Collection[str] = (),
) -> None:
    """Refuse values that break their checks; those of `optional` may be None.

    Raises:
        ValueError: with every problem.
    """
    report = Report()
    for name, value in values.items():
        if value is not None:
            told = len(report.problems)
            guarded(checks[name], value, name, report)
            flaw = _flaw_in_answers(value) if len(report.problems) == told else None
            if flaw is not None:
                report.problem(name, "type", flaw)
        elif name not in optional:
            report.problem(name, "required", "must not be None")
    if report.problems:
        texts = (f"{problem.path} {problem.message}" for problem in report.problems)
        raise ValueError(f"{where}: {'; '.join(texts)}")


def _flaw_in_answers(value: Any) -> str | None:
    """Say why no answer could hold a value, or None: what a test gives comes back as JSON."""
    if isinstance(value, date):  # whose second it is that answers hold
        return None
    try:
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeEncodeError:
        return "must be text, and has half of a surrogate pair"
    except (TypeError, ValueError, RecursionError) as error:
        return f"must be what JSON can hold: {error}"
    return None


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

    @taking(MEMBER)
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

    @taking({"userid": USERID, "at": TIME})
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
