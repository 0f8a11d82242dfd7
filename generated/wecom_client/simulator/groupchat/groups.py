# Copied from templates/wecom_client/simulator/groupchat/groups.py: edit that file, then run 'make generate'.
"""Customer groups: the list with its filters and cursor, and one group's details."""

from __future__ import annotations

import base64
import binascii
import hashlib
from typing import Any

from ..company import Company
from ..refusals import RefusalError
from ..state import EMPLOYEE, Group, GroupMember

_VISIBLE_WITHOUT_FILTER = 1000
_DIGEST = 16


def list_groups(company: Company, params: dict[str, Any], application: str) -> dict[str, Any]:
    """List groups in the order of their creation, dismissed ones left out.

    A cursor says after which group to go on, so that groups which are added meanwhile neither
    repeat nor hide any. It belongs to the filters it was given for; with others it is refused.
    """
    owners = owner_filter(company, params)
    wanted = params.get("status_filter") or 0
    key = repr((wanted, sorted(owners) if owners is not None else None)).encode()
    found: list[dict[str, Any]] = []
    begin = _position(company, params.get("cursor") or "", key)
    for position in range(begin, len(company.chat_ids)):
        group = company.groups[company.chat_ids[position]]
        if group.dismissed_at is not None:
            continue
        if (wanted and group.status != wanted) or (
            owners is not None and group.owner not in owners
        ):
            continue
        if len(found) == params["limit"]:
            return _page(found, _cursor(company, position, key))
        found.append({"chat_id": group.chat_id, "status": group.status})
    return _page(found, "")


def get_group(company: Company, params: dict[str, Any], application: str) -> dict[str, Any]:
    """Return a group's details; names only with `need_name` 1."""
    group = living_group(company, params["chat_id"])
    need_name = params.get("need_name") == 1
    members = [_member(company, member, need_name=need_name) for member in group.members]
    return {
        "group_chat": {
            "chat_id": group.chat_id,
            "name": group.name,
            "owner": group.owner,
            "create_time": group.create_time,
            "notice": group.notice,
            "member_list": members,
            "admin_list": [{"userid": userid} for userid in group.admins],
            "member_version": group.member_version,
        }
    }


def living_group(company: Company, chat_id: str) -> Group:
    """Return a group that exists.

    Raises:
        RefusalError: 40050 (unknown), 49008 (dismissed).
    """
    group = company.groups.get(chat_id)
    if group is None:
        raise RefusalError(40050, "chatid not exist")
    if group.dismissed_at is not None:
        raise RefusalError(49008, "the group was dismissed")
    return group


def owner_filter(company: Company, params: dict[str, Any]) -> frozenset[str] | None:
    """Return the owners asked for, or None for all that are visible.

    An id that nobody has matches nothing.

    Raises:
        RefusalError: 81017, no owner named and more than 1,000 people visible.
    """
    owners = (params.get("owner_filter") or {}).get("userid_list")
    if owners:
        return frozenset(owners)
    if company.people_visible() > _VISIBLE_WITHOUT_FILTER:
        raise RefusalError(81017, "more than 1000 people are visible: owner_filter is needed")
    return None


def _member(company: Company, member: GroupMember, *, need_name: bool) -> dict[str, Any]:
    # Who is added to the company after the group was seeded is no customer any more.
    kind = EMPLOYEE if member.userid in company.members else member.type
    answer: dict[str, Any] = {"userid": member.userid, "type": kind}
    if member.unionid is not None:
        answer["unionid"] = member.unionid
    answer["join_time"] = member.join_time
    answer["join_scene"] = member.join_scene
    if member.invitor in company.members:
        answer["invitor"] = {"userid": member.invitor}
    answer["group_nickname"] = member.group_nickname
    if need_name:
        answer["name"] = _name(company, member)
    if member.state is not None:
        answer["state"] = member.state
    return answer


def _name(company: Company, member: GroupMember) -> str:
    if member.name is not None:
        return member.name
    known = company.members.get(member.userid)
    return member.userid if known is None else known.name


def _page(found: list[dict[str, Any]], next_cursor: str) -> dict[str, Any]:
    return {"group_chat_list": found, "next_cursor": next_cursor}


def _cursor(company: Company, position: int, key: bytes) -> str:
    number = position.to_bytes(8, "big")
    return base64.urlsafe_b64encode(number + _digest(company, number, key)).decode()


def _position(company: Company, cursor: str, key: bytes) -> int:
    """Return the position at which a cursor goes on; 0 for none."""
    if not cursor:
        return 0
    try:
        raw = base64.b64decode(cursor.encode(), altchars=b"-_", validate=True)
    except (ValueError, binascii.Error):
        raw = b""
    number = raw[:8]
    if raw[8:] != _digest(company, number, key):
        raise RefusalError(701105, "invalid cursor")
    return int.from_bytes(number, "big")


def _digest(company: Company, number: bytes, key: bytes) -> bytes:
    keyed = hashlib.blake2s(number + key, digest_size=_DIGEST, key=company.cursor_key)
    return keyed.digest()
