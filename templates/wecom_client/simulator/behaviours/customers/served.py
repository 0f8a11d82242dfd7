"""Everybody who was served: contacts of members, and those in customer groups.

What the page leaves open is decided so:

- A contact is a customer where a member in service who is set up for customer contact has added it.
  There is a record for each relation to a member in service, then one for each customer group that
  it is in, dismissed ones left out.
- A temporary id is made of the contact and of the pass, so that it is the same within one. A cursor
  goes with its pass and, after 4 hours, is refused with 50100.
- Of a contact who is no customer, the name is shown by its last character.
- A limit below 1 is 40058; there is no greatest one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest
from typing import Any

from ...cursors import page_size
from ...refusals import RefusalError
from .state import CustomersState

_DEFAULT_LIMIT = 1000
_SECONDS = 4 * 3600
_CUSTOMER_IN_GROUP = 2

_ASKED = ("contact_list",)


@dataclass(frozen=True, slots=True)
class _Record:
    """A contact of a member or in a group; by `key`, relations come before groups."""

    key: list[Any]
    external_userid: str
    name: str | None
    where: dict[str, Any]


def contact_list(state: CustomersState, params: dict[str, Any], application: str) -> dict[str, Any]:
    """List all external contacts who were served, in pages."""
    limit = page_size(params, _DEFAULT_LIMIT)
    now = state.company.now()
    place = state.cursors.place(params.get("cursor"), _ASKED)
    began, salt, after = place or (now, state.company.new_id(8).hex(), [])
    if now - began > _SECONDS:
        raise RefusalError(50100, "invalid cursor: it has expired")
    left = [record for record in _records(state) if record.key > after]
    page = nsmallest(limit + 1, left, key=lambda record: record.key)
    next_cursor = ""
    if len(page) > limit:
        next_cursor = state.cursors.give((began, salt, page[limit - 1].key), _ASKED)
    found = [{**_who(state, one, salt), **one.where} for one in page[:limit]]
    return {"info_list": found, "next_cursor": next_cursor}


def _records(state: CustomersState) -> Iterator[_Record]:
    for userid, member in state.company.members.items():
        if member.employed:
            for number, follow in state.numbered(userid):
                where: dict[str, Any] = {"follow_userid": userid, "add_time": follow.createtime}
                yield _Record([0, number], follow.external_userid, None, where)
    groupchat = state.company.find_state("groupchat")
    for position, chat_id in enumerate(() if groupchat is None else groupchat.chat_ids):
        group = groupchat.groups[chat_id]
        if group.dismissed_at is not None:
            continue
        for person in group.members:
            is_staff = person.userid in state.company.members
            if person.type == _CUSTOMER_IN_GROUP and not is_staff:
                key = [1, position, person.join_time, person.userid]
                where = {"chat_id": chat_id, "add_time": person.join_time}
                yield _Record(key, person.userid, person.name, where)


def _who(state: CustomersState, record: _Record, salt: str) -> dict[str, Any]:
    """Return who a contact is: its external userid for a customer, else a part of its name."""
    userid = record.external_userid
    digest = hashlib.blake2s(f"{salt}:{userid}".encode(), digest_size=14).hexdigest()
    if any(state.followers(userid)):
        return {"is_customer": True, "tmp_openid": digest, "external_userid": userid}
    known = state.customers.get(userid)
    shown = record.name if known is None else known.name
    return {"is_customer": False, "tmp_openid": digest, "name": f"***{(shown or userid)[-1]}"}
