"""Customer acquisition links: made, read, listed, changed and deleted, and the allowance.

What the pages leave open is decided so:

- A link that is unknown or was deleted is 40058, one that another application made 41098.
- A member who is unknown or has resigned is 40003, one who is not set up for customer contact
  84074, an unknown department 60123. More than 500 people in a range, those of its departments
  among them, are 40058. Who resigns later stays in the range, and keeps no change of anything else
  from being made.
- Whom `priority_userid_list` names must be a member (40003); with `priority_type` 1 nobody counts.
  Every company may say who comes first.
- A change replaces `range` and `priority_option` as wholes. What is left out stays, `skip_verify`
  and `mark_source` too.
- How many links there can be is not on the page: as many as `acquisition_link_limit`, else 41095.
- The list is in the order of creation, with 100 to a page unless a limit is given; below 1, that is
  40058. Behind the last page, `next_cursor` is empty.
- The allowance is what was added for a test. Each customer who comes takes one of what expires
  first; a day's lasts until its end. `total` is what was ever added, and a link leads on to members
  where nothing is left.
- Customers stand in the order in which they came, also those who are no contacts any more. Who has
  talked with the member since (`Simulator.talk`) has sent messages, others none. Nobody clicks a
  link and does not come; one who came twice counts twice. Of a deleted link nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from ...._runtime.problems import day_of_seconds, first_second
from ...cursors import page_of
from ...refusals import MALFORMED, RefusalError
from ..directory import people_of, require_departments, require_members
from .records import AcquiredCustomer, AcquisitionLink
from .state import AcquisitionLinksState

_DEFAULT_LIMIT = 100
_DEFAULT_CUSTOMERS = 1000
_MOST_PEOPLE = 500
_OF_LIST = 2
_FULL = 41095
_OF_OTHERS = 41098
_NO_CONTACT = 84074
_UNKNOWN_DEPARTMENT = 60123


def create_link(
    state: AcquisitionLinksState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Make a link and return its id and address."""
    link = make(state, params, application)
    told = {
        "link_id": link.link_id,
        "link_name": link.link_name,
        "url": link.url,
        "create_time": link.create_time,
    }
    return {"link": told}


def get(state: AcquisitionLinksState, params: dict[str, Any], application: str) -> dict[str, Any]:
    """Return a link as it was made or changed."""
    link = _own(state, params, application)
    answer: dict[str, Any] = {
        "link": {
            "link_name": link.link_name,
            "url": link.url,
            "create_time": link.create_time,
            "skip_verify": link.skip_verify,
            "mark_source": link.mark_source,
        },
        "range": {
            "user_list": list(link.user_list),
            "department_list": list(link.department_list),
        },
    }
    if link.priority_option is not None:
        answer["priority_option"] = dict(link.priority_option)
    return answer


def list_link(
    state: AcquisitionLinksState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """List the ids of an application's links."""
    own = ((one.number, one) for one in state.links.values() if one.application == application)
    found, next_cursor = page_of(own, params, state.cursors, _DEFAULT_LIMIT, application)
    return {"link_id_list": [one.link_id for one in found], "next_cursor": next_cursor}


def update_link(
    state: AcquisitionLinksState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Change a link in what is given."""
    link = _own(state, params, application)
    given = _given(params)
    changed = replace(link, **given)
    _require_possible(state, changed, given)
    state.links[link.link_id] = changed
    return {}


def delete_link(
    state: AcquisitionLinksState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Delete a link."""
    del state.links[_own(state, params, application).link_id]
    return {}


def quota(state: AcquisitionLinksState, params: dict[str, Any], application: str) -> dict[str, Any]:
    """Return what is left of the allowance, by the day on which it expires."""
    today = state.company.today()
    left = sorted((day, count) for day, count in state.quotas.items() if day >= today and count)
    return {
        "total": state.obtained,
        "balance": sum(count for _, count in left),
        "quota_list": [{"expire_date": first_second(day), "balance": one} for day, one in left],
    }


def customer(
    state: AcquisitionLinksState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """List the customers who came by a link."""
    link = _own(state, params, application)
    came = ((one.number, one) for one in state.acquired.get(link.link_id, ()))
    found, next_cursor = page_of(came, params, state.cursors, _DEFAULT_CUSTOMERS, link.link_id)
    return {"customer_list": [_told(state, one) for one in found], "next_cursor": next_cursor}


def statistic(
    state: AcquisitionLinksState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Count the customers who came by a link on some days."""
    link = _own(state, params, application)
    first, last = (day_of_seconds(params[name]) for name in ("start_time", "end_time"))
    came = state.acquired.get(link.link_id, ())
    count = sum(first <= day_of_seconds(one.time) <= last for one in came)
    return {"click_link_customer_cnt": count, "new_customer_cnt": count}


def _told(state: AcquisitionLinksState, came: AcquiredCustomer) -> dict[str, Any]:
    messages = state.company.find_state("group_messages")
    told: dict[str, Any] = {
        "external_userid": came.external_userid,
        "userid": came.userid,
        "chat_status": int(messages.has_talked(came.userid, came.external_userid, came.time)),
    }
    return told if came.state is None else {**told, "state": came.state}


def make(
    state: AcquisitionLinksState,
    params: Mapping[str, Any],
    application: str,
    link_id: str | None = None,
) -> AcquisitionLink:
    """Make a link of what a request gives.

    Raises:
        RefusalError: it cannot be.
    """
    given = _given(params)
    link = AcquisitionLink(
        link_id=link_id or state.new_link_id(),
        application=application,
        create_time=state.company.now(),
        number=state.made,
        **given,
    )
    _require_possible(state, link, given)
    if len(state.links) >= state.acquisition_link_limit:
        raise RefusalError(_FULL, f"there are {len(state.links)} links, as many as can be")
    state.add(link)
    return link


def _given(params: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a link that a request gives."""
    names = ("link_name", "skip_verify", "mark_source")
    kept = {name: params[name] for name in names if name in params}
    if "range" in params:
        for name in ("user_list", "department_list"):
            kept[name] = tuple(dict.fromkeys(params["range"].get(name) or ()))
    if "priority_option" in params:
        option = params["priority_option"]
        kept["priority_option"] = {"priority_type": option.get("priority_type")}
        if option.get("priority_type") == _OF_LIST:
            kept["priority_option"]["priority_userid_list"] = option["priority_userid_list"]
        elif option.get("priority_type") is None:
            kept["priority_option"] = None
    return kept


def _own(
    state: AcquisitionLinksState, params: Mapping[str, Any], application: str
) -> AcquisitionLink:
    link = state.links.get(params["link_id"])
    if link is None:
        raise RefusalError(MALFORMED, "invalid link_id")
    if link.application != application:
        raise RefusalError(_OF_OTHERS, "this link is not of this application")
    return link


def _require_possible(
    state: AcquisitionLinksState, link: AcquisitionLink, given: Mapping[str, Any]
) -> None:
    """Refuse a link that cannot be; of its people, whom a request does not name may have left."""
    company, users = state.company, given.get("user_list", ())
    require_members(company, users)
    _require_contact(state, users)
    require_departments(company, link.department_list, _UNKNOWN_DEPARTMENT)
    if len(people_of(company, link.user_list, link.department_list)) > _MOST_PEOPLE:
        raise RefusalError(MALFORMED, f"a range has {_MOST_PEOPLE} people at most")
    option = given.get("priority_option") or {}
    require_members(company, option.get("priority_userid_list", ()))


def _require_contact(state: AcquisitionLinksState, userids: Iterable[str]) -> None:
    for userid in userids:
        if not state.company.members[userid].customer_contact:
            raise RefusalError(_NO_CONTACT, f"no external contact permission: {userid}")
