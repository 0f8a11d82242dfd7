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
from itertools import islice
from typing import Any

from ...cursors import page_size
from ...refusals import RefusalError
from .records import Follow
from .state import CustomersState

_DEFAULT_LIMIT = 1000
_SECONDS = 4 * 3600
_CUSTOMER_IN_GROUP = 2

_ASKED = ("contact_list",)

_Key = list[Any]
"""The place of a record in the list: keys of relations come before those of groups."""


def contact_list(state: CustomersState, params: dict[str, Any], application: str) -> dict[str, Any]:
    """List all external contacts who were served, in pages."""
    limit = page_size(params, _DEFAULT_LIMIT)
    now = state.company.now()
    place = state.cursors.place(params.get("cursor"), _ASKED)
    began, salt, after = place or (now, state.company.new_id(8).hex(), [])
    if now - began > _SECONDS:
        raise RefusalError(50100, "invalid cursor: it has expired")
    records = sorted(_records(state, salt), key=lambda record: record[0])
    page = list(islice((one for one in records if one[0] > after), limit + 1))
    next_cursor = ""
    if len(page) > limit:
        next_cursor = state.cursors.give((began, salt, page[limit - 1][0]), _ASKED)
    return {"info_list": [info for _, info in page[:limit]], "next_cursor": next_cursor}


def _records(state: CustomersState, salt: str) -> Iterator[tuple[_Key, dict[str, Any]]]:
    for userid, member in state.company.members.items():
        if member.employed:
            for number, follow in state.numbered(userid):
                yield [0, number], _added(state, follow, salt)
    groupchat = state.company.find_state("groupchat")
    for position, chat_id in enumerate(() if groupchat is None else groupchat.chat_ids):
        group = groupchat.groups[chat_id]
        if group.dismissed_at is not None:
            continue
        for person in group.members:
            is_staff = person.userid in state.company.members
            if person.type == _CUSTOMER_IN_GROUP and not is_staff:
                key = [1, position, person.join_time, person.userid]
                who = _who(state, person.userid, person.name, salt)
                yield key, {**who, "chat_id": chat_id, "add_time": person.join_time}


def _added(state: CustomersState, follow: Follow, salt: str) -> dict[str, Any]:
    who = _who(state, follow.external_userid, None, salt)
    return {**who, "follow_userid": follow.userid, "add_time": follow.createtime}


def _who(state: CustomersState, userid: str, name: str | None, salt: str) -> dict[str, Any]:
    """Return who a contact is: its external userid for a customer, else a part of its name."""
    digest = hashlib.blake2s(f"{salt}:{userid}".encode(), digest_size=14).hexdigest()
    if any(state.followers(userid)):
        return {"is_customer": True, "tmp_openid": digest, "external_userid": userid}
    known = state.customers.get(userid)
    shown = name if known is None else known.name
    return {"is_customer": False, "tmp_openid": digest, "name": f"***{(shown or userid)[-1]}"}
