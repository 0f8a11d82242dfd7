# Copied from templates/wecom_client/simulator/behaviours/directory.py: edit that file, then run 'make generate'.
"""The company's directory, as far as operations name members and departments of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from ..company import Company
from ..refusals import RefusalError


def require_members(company: Company, userids: Iterable[str]) -> None:
    """Refuse somebody who is not a member, or has resigned, with 40003."""
    for userid in userids:
        member = company.members.get(userid)
        if member is None or not member.employed:
            raise RefusalError(40003, f"invalid userid: {userid}")


def departments(company: Company) -> Mapping[int, Sequence[str]] | None:
    """Return the members of the departments; None: nobody says which there are."""
    ways = company.find_state("contact_ways")
    found: Mapping[int, Sequence[str]] | None = None if ways is None else ways.departments
    return found


def require_departments(company: Company, ids: Iterable[int], errcode: int) -> None:
    """Refuse a department that is not there."""
    known = departments(company)
    for one in ids if known is not None else ():
        if known is not None and one not in known:
            raise RefusalError(errcode, f"invalid partyid: {one}")


def people_of(company: Company, userids: Iterable[str], ids: Iterable[int]) -> set[str]:
    """Return members, and those of departments."""
    known = departments(company) or {}
    return {*userids, *(userid for one in ids for userid in known.get(one, ()))}


@contextmanager
def joined(
    company: Company, userids: Iterable[str], add_member: Callable[[str], None]
) -> Iterator[None]:
    """Let people come to the company for what a test makes of them, as far as they are missing.

    Raises:
        ValueError: what is made was refused; nobody has come then.
    """
    missing = [one for one in dict.fromkeys(userids) if one not in company.members]
    for userid in missing:
        add_member(userid)
    try:
        yield
    except RefusalError as refusal:
        for userid in missing:
            del company.members[userid]
        raise ValueError(refusal.detail) from refusal
