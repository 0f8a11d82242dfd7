"""Lists of members and their customers, and one customer's details.

What the pages leave open is decided so:

- A member who has resigned is no member any more: 40003, in a list of several 40031, and among the
  members of a customer they are left out, although their customers wait to be handed over. The same
  goes for a member who is not set up for customer contact, with 84074.
- One such userid refuses the whole list of them.
- Each page of the bulk list names the members asked for who have no licence for external contact.
  None of their customers is in it. Elsewhere a licence does not matter: no other page tells of it.
- A member without any customer is refused with 84061 by `list`, as the platform does; the bulk list
  is empty then.
- An external userid that nobody has is 40096, one that no member has any more 84061.
- A cursor belongs to the customer, or to the members in their order, that it was given for. With
  others, or made up, it is 50100. It tells the last relation, so that new ones and ended ones
  neither repeat nor hide any.
- A limit below 1 is 40058.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ...cursors import page_size
from ...refusals import RefusalError
from .details import external_contact, follow_info, follow_user
from .records import Follow
from .relations import require_known, require_serving
from .state import CustomersState

_FOLLOWERS_A_PAGE = 500
_DEFAULT_LIMIT = 50


def get_follow_user_list(
    state: CustomersState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """List the members who are set up for customer contact."""
    return {"follow_user": [userid for userid in state.company.members if state.serves(userid)]}


def list_customers(
    state: CustomersState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """List the customers of one member in the order that they were added."""
    require_serving(state, params["userid"])
    found = state.customers_of(params["userid"])
    if not found:
        raise RefusalError(84061, "not external contact: the member has no customer")
    return {"external_userid": found}


def get_customer(state: CustomersState, params: dict[str, Any], application: str) -> dict[str, Any]:
    """Return a customer and the members who have added it, 500 at a time."""
    external_userid: str = params["external_userid"]
    require_known(state, external_userid)
    asked = ("get", external_userid)
    after = state.cursors.place(params.get("cursor"), asked) or 0
    followers = list(state.followers(external_userid, after))
    if not followers and not after:
        raise RefusalError(84061, "not external contact: no member has added it")
    page = followers[:_FOLLOWERS_A_PAGE]
    answer: dict[str, Any] = {
        "external_contact": external_contact(state.customers[external_userid]),
        "follow_user": [follow_user(state, follow) for _, follow in page],
    }
    if len(followers) > len(page):
        answer["next_cursor"] = state.cursors.give(page[-1][0], asked)
    return answer


def get_by_user(state: CustomersState, params: dict[str, Any], application: str) -> dict[str, Any]:
    """List the customers of several members, one member after the other, in pages."""
    userids = list(dict.fromkeys(params["userid_list"]))
    for userid in userids:
        require_serving(state, userid, unknown=40031)
    unlicensed = [userid for userid in userids if userid in state.unlicensed]
    if len(unlicensed) == len(userids):
        raise RefusalError(701008, "no member has a licence for external contact")
    limit = page_size(params, _DEFAULT_LIMIT)
    asked = ("get_by_user", userids)
    begin, after = state.cursors.place(params.get("cursor"), asked) or (0, 0)
    found: list[dict[str, Any]] = []
    next_cursor, last = "", (begin, after)
    for index, number, follow in _relations(state, userids, begin, after):
        if len(found) == limit:
            next_cursor = state.cursors.give(last, asked)
            break
        last = (index, number)
        contact = external_contact(state.customers[follow.external_userid])
        found.append({"external_contact": contact, "follow_info": follow_info(state, follow)})
    failed = {"fail_info": {"unlicensed_userid_list": unlicensed}} if unlicensed else {}
    return {"external_contact_list": found, "next_cursor": next_cursor, **failed}


def _relations(
    state: CustomersState, userids: Sequence[str], begin: int, after: int
) -> Iterator[tuple[int, int, Follow]]:
    """Yield relations of members with a licence from a place on, each with its own place."""
    for index in range(begin, len(userids)):
        if userids[index] not in state.unlicensed:
            for number, follow in state.numbered(userids[index], after if index == begin else 0):
                yield index, number, follow
