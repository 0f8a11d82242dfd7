"""Contact ways: added, read, listed, changed and deleted, and temporary chats ended early.

What the page leaves open is decided so:

- A member behind a contact way who is unknown or has resigned is 40003, one who is not set up for
  customer contact 84074, one without an activated account or a verified name 41054; an unknown
  department is 40066. Who resigns later stays in the list, and no customer comes to them; whom an
  update does not name is not looked at.
- More members than one behind a contact way of type 1, and more than 100, are 41041. Nobody behind
  one of type 2 is 40063; type 2 for a temporary chat is 40058, style 3 for it 41042.
- What counts in another case alone is ignored: departments with type 1, `style` with a QR code,
  all of temporary chats without one. Of the conclusions' attachments the first one counts, in the
  order image, link, mini program; a picture comes back with an address made of its media id.
- Only the application that made it sees a contact way; for others its id is 41044.
- An update replaces what is given. What is left out stays, but `mark_source` goes back to true, and
  without `unionid` anybody may have the temporary chat. A contact way for a temporary chat that has
  begun, or can begin no more, is 41044 for an update.
- The limit counts the contact ways of all applications and the join ways of customer groups; the
  one of temporary chats counts what was made on the day in UTC+8. Above either it is 41045.
- The list has what was made from one second to the other, both included; a first one after the last
  is 40058. It is in the order of creation, and a cursor belongs to its application and times: with
  others it is 701105. A limit below 1 is 40058.
- The company is one of health care, and has bound a WeChat developer account.
- A temporary chat that is not, or is over, is 84061 to end. The customer stays the member's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from ...cursors import page_size
from ...refusals import EMPTY_OR_MISSING, MALFORMED, RefusalError
from .records import BUTTON, QR_CODE, SEVERAL, SINGLE, ContactWay
from .state import ContactWaysState

_DEFAULT_LIMIT = 100
_DEFAULT_SPAN = 90 * 86400
_FIRST_LISTED = 1625846400
"""2021-07-10 in UTC+8."""
_UNKNOWN_WAY = 41044
_MOST_MEMBERS = 100
_STYLE_OF_SINGLE = 3
_ATTACHMENTS = ("image", "link", "miniprogram")
_OF_TEMPORARY = ("expires_in", "chat_expires_in", "unionid", "conclusions")


def add_contact_way(
    state: ContactWaysState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Make a contact way and return its id, and where its QR code is."""
    is_temp = params.get("is_temp", False)
    kept = what_counts(params, params["type"], params["scene"], is_temp=is_temp)
    config_id, now = state.new_config_id(), state.company.now()
    way = ContactWay(config_id=config_id, application=application, create_time=now, **kept)
    _require_possible(state, way, way.user)
    _require_room(state, way)
    state.add_way(way)
    answer = {"config_id": way.config_id}
    return {**answer, "qr_code": way.qr_code} if way.scene == QR_CODE else answer


def get_contact_way(
    state: ContactWaysState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Return a contact way as it was made or changed."""
    way = _own(state, params, application)
    answer: dict[str, Any] = {
        "config_id": way.config_id,
        "type": way.type,
        "scene": way.scene,
        "remark": way.remark,
        "skip_verify": way.skip_verify,
        "state": way.state,
        "user": list(way.user),
        "party": list(way.party),
        "is_temp": way.is_temp,
        "expires_in": way.expires_in if way.is_temp else 0,
        "chat_expires_in": way.chat_expires_in if way.is_temp else 0,
        "unionid": way.unionid or "",
        "mark_source": way.mark_source,
    }
    if way.scene == QR_CODE:
        answer["qr_code"] = way.qr_code
    elif way.style is not None:
        answer["style"] = way.style
    if way.conclusions is not None:
        answer["conclusions"] = way.conclusions
    return {"contact_way": answer}


def list_contact_way(
    state: ContactWaysState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """List the ids of contact ways by the time at which they were made."""
    limit, now = page_size(params, _DEFAULT_LIMIT), state.company.now()
    begin, end = params.get("start_time"), params.get("end_time")
    first_page = (now - _DEFAULT_SPAN if begin is None else begin, now if end is None else end, 0)
    asked = (application, begin, end)
    begin, end, number = state.cursors.place(params.get("cursor"), asked) or first_page
    if begin > end:
        raise RefusalError(MALFORMED, "start_time must not be after end_time")
    found = [
        way
        for way in state.ways.values()
        if way.application == application
        and not way.is_temp
        and max(begin, _FIRST_LISTED) <= way.create_time <= end
        and way.number >= number
    ]
    next_cursor = ""
    if len(found) > limit:
        next_cursor = state.cursors.give((begin, end, found[limit - 1].number + 1), asked)
    return {
        "contact_way": [{"config_id": way.config_id} for way in found[:limit]],
        "next_cursor": next_cursor,
    }


def update_contact_way(
    state: ContactWaysState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Change a contact way in what is given."""
    way = _own(state, params, application)
    if way.is_over(state.company.clock()):
        raise RefusalError(_UNKNOWN_WAY, "invalid config_id: its temporary chat has begun or ended")
    given = {key: value for key, value in params.items() if key != "config_id"}
    given = {"mark_source": True, "unionid": None, **given}
    changed = replace(way, **what_counts(given, way.type, way.scene, is_temp=way.is_temp))
    _require_possible(state, changed, given.get("user", ()))
    state.ways[way.config_id] = changed
    return {}


def del_contact_way(
    state: ContactWaysState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Delete a contact way; its id is unknown from then on."""
    state.remove_way(_own(state, params, application))
    return {}


def close_temp_chat(
    state: ContactWaysState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """End a temporary chat before its time."""
    userid, external_userid = params["userid"], params["external_userid"]
    member = state.company.members.get(userid)
    if member is None or not member.employed:
        raise RefusalError(40003, f"invalid userid: {userid}")
    customers = state.company.find_state("customers")
    if customers is not None and external_userid not in customers.customers:
        raise RefusalError(40096, "invalid external userid")
    chat = state.chats.get((userid, external_userid))
    if chat is None or state.company.clock() >= chat.ends:
        raise RefusalError(84061, "not external contact: no temporary chat with this member lasts")
    del state.chats[userid, external_userid]
    return {}


def what_counts(
    given: Mapping[str, Any], kind: int, scene: int, *, is_temp: bool
) -> dict[str, Any]:
    """Return the fields of a contact way that a request gives, without what is ignored."""
    kept = dict(given)
    if kind == SINGLE:
        kept.pop("party", None)
    if scene != BUTTON:
        kept.pop("style", None)
    if not is_temp:
        for key in _OF_TEMPORARY:
            kept.pop(key, None)
    if "user" in kept:
        kept["user"] = tuple(dict.fromkeys(kept["user"]))
    if "party" in kept:
        kept["party"] = tuple(dict.fromkeys(kept["party"]))
    if kept.get("conclusions") is not None:
        kept["conclusions"] = _conclusions(kept["conclusions"])
    return kept


def _conclusions(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return a text and the first of the attachments, a picture with its address."""
    first = next((name for name in _ATTACHMENTS if name in given), None)
    kept = {name: given[name] for name in ("text", first) if name is not None and name in given}
    if first == "image":
        kept["image"] = {"pic_url": f"https://pic.example/{given['image']['media_id']}"}
    return kept


def _own(state: ContactWaysState, params: dict[str, Any], application: str) -> ContactWay:
    way = state.ways.get(params["config_id"])
    if way is None or way.application != application:
        raise RefusalError(_UNKNOWN_WAY, "invalid config_id")
    return way


def _require_possible(state: ContactWaysState, way: ContactWay, users: Iterable[str]) -> None:
    """Refuse a contact way that cannot be; `users` are those whom the request names."""
    for userid in users:
        _require_able_to_serve(state, userid)
    for party in way.party:
        if party not in state.departments:
            raise RefusalError(40066, f"invalid party: {party}")
    behind = len(state.members_behind(way))
    if not way.user and not way.party:
        raise RefusalError(EMPTY_OR_MISSING, "user or party is needed")
    if behind > (1 if way.type == SINGLE else _MOST_MEMBERS):
        raise RefusalError(41041, f"too many members stand behind it: {behind}")
    if way.type == SEVERAL and way.is_temp:
        raise RefusalError(MALFORMED, "type must be 1 for a temporary chat")
    if way.type == SEVERAL and way.style == _STYLE_OF_SINGLE:
        raise RefusalError(41042, f"style {way.style} is for one member alone")


def _require_able_to_serve(state: ContactWaysState, userid: str) -> None:
    member = state.company.members.get(userid)
    if member is None or not member.employed:
        raise RefusalError(40003, f"invalid userid: {userid}")
    if not member.customer_contact:
        raise RefusalError(84074, f"no external contact permission: {userid}")
    if not (member.activated and member.verified):
        raise RefusalError(41054, f"{userid} needs an activated account and a verified name")


def _require_room(state: ContactWaysState, way: ContactWay) -> None:
    if way.is_temp:
        made, limit = (
            state.temporary_made[state.company.today()],
            state.daily_temporary_contact_ways,
        )
    else:
        groupchat = state.company.find_state("groupchat")
        of_groups = 0 if groupchat is None else len(groupchat.join_ways)
        made, limit = state.lasting + of_groups, state.contact_way_limit
    if made >= limit:
        raise RefusalError(41045, f"the number of contact ways reached its limit, {limit}")
