# Copied from templates/wecom_client/simulator/behaviours/customer_transfers/handover.py: edit that file, then run 'make generate'.
"""Customers given to another member: of members in service, and of those who resigned.

What the pages leave open is decided so:

- The whole call is refused where both members are the same (40130), where one is unknown or the
  second has resigned (40003), where the second, or the first one in service, is not set up for
  customer contact (84074), where the second has no verified name (40098), or no activated account
  or no login within a year (40143). A first member who resigned is none in service (40003), and one
  in service none who resigned (40097). Who left more than a year ago, had not logged in during the
  year before that, or is in service and has not for a year is refused with 60030.
- Of each customer the answer says: nobody's customer 40096, another member's 40131, on the way
  already 40129, handed over in service twice within 90 days of UTC+8 40128 (what was refused or
  failed does not count), and the second member has as many customers as can be 40099. An id that
  stands twice counts once. 40100 is met as a fault alone.
- The members' limit, of which the pages name no number, is looked at when a transfer begins and
  again when its time comes, 24 hours later: then it ends with status 4.
- A member who has the customer already keeps the relation as it is, and needs no place for it.
"""

from __future__ import annotations

from typing import Any

from ...company import Member
from ...refusals import RefusalError
from .records import CustomerTransfer
from .state import CustomerTransfersState

_WINDOW_DAYS = 90
_TRANSFERS_A_WINDOW = 2


def transfer_customer(
    state: CustomerTransfersState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Give customers of a member in service to another member."""
    first, second = _members(state, params)
    if not first.employed:
        raise RefusalError(40003, "invalid userid: handover_userid has resigned")
    if not first.customer_contact:
        raise RefusalError(84074, "no external contact permission: handover_userid")
    if first.is_inactive(state.company.clock()):
        raise RefusalError(60030, "handover_userid has not logged in for a year")
    _require_able_to_take_over(state, second)
    return _begin(state, params, on_job=True)


def transfer_resigned(
    state: CustomerTransfersState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Give customers of a member who resigned to another member."""
    first, second = _members(state, params)
    if first.employed:
        raise RefusalError(40097, "handover_userid has not resigned")
    if first.left_long_ago(state.company.clock()):
        raise RefusalError(60030, "handover_userid left, or logged in last, too long ago")
    _require_able_to_take_over(state, second)
    return _begin(state, params, on_job=False)


def known_member(state: CustomerTransfersState, params: dict[str, Any], name: str) -> Member:
    """Return the member that a parameter names, in service or not.

    Raises:
        RefusalError: 40003, there is none.
    """
    member = state.company.members.get(params[name])
    if member is None:
        raise RefusalError(40003, f"invalid userid: {name} is not a member of the company")
    return member


def _members(state: CustomerTransfersState, params: dict[str, Any]) -> tuple[Member, Member]:
    first = known_member(state, params, "handover_userid")
    second = known_member(state, params, "takeover_userid")
    if first is second:
        raise RefusalError(40130, "handover_userid and takeover_userid are the same member")
    return first, second


def _require_able_to_take_over(state: CustomerTransfersState, member: Member) -> None:
    if not member.employed:
        raise RefusalError(40003, "invalid userid: takeover_userid has resigned")
    if not member.customer_contact:
        raise RefusalError(84074, "no external contact permission: takeover_userid")
    if not member.verified:
        raise RefusalError(40098, "takeover_userid has no verified name")
    if not member.activated or member.is_inactive(state.company.clock()):
        raise RefusalError(40143, "takeover_userid needs an activated account, used this year")


def _begin(
    state: CustomerTransfersState, params: dict[str, Any], *, on_job: bool
) -> dict[str, Any]:
    first, second = params["handover_userid"], params["takeover_userid"]
    outcomes = []
    now = state.company.now()
    for external_userid in dict.fromkeys(params["external_userid"]):
        errcode = _objection(state, external_userid, first, second, on_job=on_job)
        outcomes.append({"external_userid": external_userid, "errcode": errcode})
        if not errcode:
            state.begin(
                CustomerTransfer(
                    external_userid,
                    first,
                    second,
                    begun_at=now,
                    takeover_time=now + state.transfer_delay,
                    on_job=on_job,
                    message=params.get("transfer_success_msg"),
                )
            )
    return {"customer": outcomes}


def _objection(
    state: CustomerTransfersState, external_userid: str, first: str, second: str, *, on_job: bool
) -> int:
    """Return why a customer cannot be handed over, 0 where it can."""
    relations = state.customers.follows.get(external_userid)
    if not relations:
        return 40096
    if first not in relations:
        return 40131
    if state.waiting(external_userid, first) is not None:
        return 40129
    since = state.company.today() - _WINDOW_DAYS + 1
    if on_job and state.transfers_since(external_userid, since) >= _TRANSFERS_A_WINDOW:
        return 40128
    return 40099 if second not in relations and state.is_full(second) else 0
