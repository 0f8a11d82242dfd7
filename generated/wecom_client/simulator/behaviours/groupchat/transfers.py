# Copied from templates/wecom_client/simulator/behaviours/groupchat/transfers.py: edit that file, then run 'make generate'.
"""Transfers: groups of members who resigned, and of members in service, given to a new owner.

What the document leaves open is decided so:

- A new owner who is unknown or has resigned refuses the whole call with 40003, one who is not set
  up for customer contact with 84074, one without verified name, activated account or a login within
  a year with 40143.
- An id that stands twice in `chat_id_list` counts once. The groups are taken in their order.
- The daily quota counts the groups of one old owner, over both operations and all new owners, in
  days of UTC+8. What lies beyond it fails, group by group, with 45009; the 90-day quota of
  `onjob_transfer` fails with 40128.
- A group that was dismissed fails with 49008. One whose old owner left more than a year ago, had
  not logged in during the year before that, or is in service and has not for a year, with 60030.
- A transfer is done at once: the group's status becomes 3, and 2 is met only where it was seeded.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...._runtime.problems import day_of_seconds
from ...refusals import RefusalError
from .records import BEING_INHERITED, INHERITED, Group
from .state import GroupchatState

_WINDOW_DAYS = 90
_TRANSFERS_A_WINDOW = 2

_Objection = Callable[[GroupchatState, Group], RefusalError | None]


def transfer(state: GroupchatState, params: dict[str, Any], application: str) -> dict[str, Any]:
    """Give groups of members who resigned to a new owner."""
    return _transfer(state, params, _objection_to_transfer, on_job=False)


def onjob_transfer(
    state: GroupchatState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Give groups of members in service to a new owner."""
    return _transfer(state, params, _objection_to_onjob_transfer, on_job=True)


def _transfer(
    state: GroupchatState, params: dict[str, Any], objection: _Objection, *, on_job: bool
) -> dict[str, Any]:
    new_owner: str = params["new_owner"]
    _require_able_to_take_over(state, new_owner)
    failed = []
    for chat_id in dict.fromkeys(params["chat_id_list"]):
        group = state.groups.get(chat_id)
        refusal = _objection_to_any(group, new_owner)
        if refusal is None and group is not None:
            refusal = objection(state, group) or _objection_of_quota(state, group)
            if refusal is None:
                state.hand_over(group, new_owner, on_job=on_job)
        if refusal is not None:
            failed.append(
                {"chat_id": chat_id, "errcode": refusal.errcode, "errmsg": refusal.detail}
            )
    return {"failed_chat_list": failed}


def _require_able_to_take_over(state: GroupchatState, userid: str) -> None:
    member = state.company.members.get(userid)
    if member is None or not member.employed:
        raise RefusalError(40003, "invalid userid: new_owner is not a member of the company")
    if not member.customer_contact:
        raise RefusalError(84074, "no external contact permission: new_owner")
    is_usable = member.verified and member.activated
    if not is_usable or member.is_inactive(state.company.clock()):
        raise RefusalError(
            40143, "new_owner needs a verified name, an activated account and a login this year"
        )


def _objection_to_any(group: Group | None, new_owner: str) -> RefusalError | None:
    if group is None:
        return RefusalError(90501, "chat is not a customer group")
    if group.dismissed_at is not None:
        return RefusalError(49008, "the group was dismissed")
    if group.owner == new_owner:
        return RefusalError(90504, "the new owner owns this chat already")
    if group.status == BEING_INHERITED:
        return RefusalError(90507, "chat is being inherited")
    return None


def _objection_to_transfer(state: GroupchatState, group: Group) -> RefusalError | None:
    owner = state.company.members[group.owner]
    if owner.employed:
        if group.status == INHERITED:
            return RefusalError(90508, "chat was inherited already")
        return RefusalError(90500, "the owner of this chat has not resigned")
    if owner.left_long_ago(state.company.clock()):
        return RefusalError(60030, "the owner of this chat left, or logged in last, too long ago")
    return None


def _objection_to_onjob_transfer(state: GroupchatState, group: Group) -> RefusalError | None:
    owner = state.company.members[group.owner]
    if not owner.employed:
        return RefusalError(90502, "the owner of this chat has resigned")
    if owner.is_inactive(state.company.clock()):
        return RefusalError(60030, "the owner of this chat has not logged in for a year")
    since = state.company.today() - _WINDOW_DAYS
    recent = [item for item in group.handovers if item.on_job and day_of_seconds(item.time) > since]
    if len(recent) >= _TRANSFERS_A_WINDOW:
        return RefusalError(40128, "chat was transferred twice within 90 days")
    return None


def _objection_of_quota(state: GroupchatState, group: Group) -> RefusalError | None:
    limit = state.daily_transfers
    if state.transferred_today(group.owner) >= limit:
        return RefusalError(45009, f"{limit} groups of this owner were transferred today")
    return None
