# Copied from templates/wecom_client/simulator/behaviours/customer_transfers/results.py: edit that file, then run 'make generate'.
"""What came of transfers, and the customers of members who resigned that wait for one.

What the pages leave open is decided so:

- The results are those of the two members in the order in which the transfers began; of a customer
  who was handed over more than once, the last one. Those of members in service are asked for with
  the one operation, those of members who had resigned with the other, also where the first member
  has resigned since. What never began has no record. A member who is unknown is 40003.
- The time of a transfer that was refused, or failed, is 0. The last page's `next_cursor` is empty.
- A customer stands in the list of those who wait until a transfer begins, and again once it was
  refused or failed. Who resigned first comes first. A cursor tells the last record, so that what is
  handed over between two pages hides none. A `page_size` below 1 is refused with 40058, one above
  the greatest with 701101.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...refusals import MALFORMED, RefusalError
from .handover import known_member
from .state import CustomerTransfersState

_UNASSIGNED_PAGE = 1000


def transfer_result(
    state: CustomerTransfersState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Say how far the transfers from a member in service have come."""
    return _results(state, params, on_job=True)


def resigned_result(
    state: CustomerTransfersState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Say how far the transfers from a member who resigned have come."""
    return _results(state, params, on_job=False)


def get_unassigned_list(
    state: CustomerTransfersState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """List the customers whom members who resigned left behind."""
    size = params.get("page_size", _UNASSIGNED_PAGE)
    if size < 1:
        raise RefusalError(MALFORMED, f"page_size must be at least 1, is {size}")
    last = state.cursors.place(params.get("cursor"), "unassigned")
    found = [one for one in sorted(_unassigned(state)) if last is None or one[:3] > tuple(last)]
    page, is_last = found[:size], len(found) <= size
    return {
        "info": [
            {
                "handover_userid": userid,
                "external_userid": external_userid,
                "dimission_time": time,
            }
            for time, userid, _, external_userid in page
        ],
        "is_last": is_last,
        "next_cursor": "" if is_last else state.cursors.give(page[-1][:3], "unassigned"),
    }


def _results(
    state: CustomerTransfersState, params: dict[str, Any], *, on_job: bool
) -> dict[str, Any]:
    names = ("handover_userid", "takeover_userid")
    first, second = (known_member(state, params, name).userid for name in names)
    asked = ("results", on_job, first, second)
    begin = state.cursors.place(params.get("cursor"), asked) or 0
    last = {
        one.external_userid: (number, one)
        for number, one in state.transfers()
        if (one.on_job, one.handover_userid, one.takeover_userid) == (on_job, first, second)
    }
    found = sorted((item for item in last.values() if item[0] >= begin), key=lambda item: item[0])
    size = state.transfer_page_size
    page, following = found[:size], found[size:]
    return {
        "customer": [
            {
                "external_userid": one.external_userid,
                "status": one.status,
                "takeover_time": one.takeover_time,
            }
            for _, one in page
        ],
        "next_cursor": state.cursors.give(following[0][0], asked) if following else "",
    }


def _unassigned(state: CustomerTransfersState) -> Iterator[tuple[int, str, int, str]]:
    """Yield (time of leaving, member, number of the relation, customer)."""
    for member in state.company.members.values():
        if member.resigned_at is None:
            continue
        for number, follow in state.customers.numbered(member.userid):
            if state.waiting(follow.external_userid, member.userid) is None:
                yield int(member.resigned_at), member.userid, number, follow.external_userid
