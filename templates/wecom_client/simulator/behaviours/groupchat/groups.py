"""Customer groups: the list with its filters and cursor, and one group's details."""

from __future__ import annotations

from typing import Any

from ...refusals import RefusalError
from .records import EMPLOYEE, Group, GroupMember
from .state import GroupchatState

_VISIBLE_WITHOUT_FILTER = 1000


def list_groups(state: GroupchatState, params: dict[str, Any], application: str) -> dict[str, Any]:
    """List groups in the order of their creation, dismissed ones left out.

    A cursor says after which group to go on, so that groups which are added meanwhile neither
    repeat nor hide any. It belongs to the filters it was given for; with others it is refused.
    Groups whose owner has resigned come only where the filter names that owner.
    """
    owners = owner_filter(state, params)
    wanted = params.get("status_filter") or 0
    asked = (wanted, sorted(owners) if owners is not None else None)
    found: list[dict[str, Any]] = []
    begin = state.cursors.place(params.get("cursor"), asked) or 0
    for position in range(begin, len(state.chat_ids)):
        group = state.groups[state.chat_ids[position]]
        if group.dismissed_at is not None:
            continue
        is_asked_for = group.owner in owners if owners is not None else _is_in_service(state, group)
        if (wanted and group.status != wanted) or not is_asked_for:
            continue
        if len(found) == params["limit"]:
            return _page(found, state.cursors.give(position, asked))
        found.append({"chat_id": group.chat_id, "status": group.status})
    return _page(found, "")


def _is_in_service(state: GroupchatState, group: Group) -> bool:
    owner = state.company.members.get(group.owner)
    return owner is None or owner.employed


def get_group(state: GroupchatState, params: dict[str, Any], application: str) -> dict[str, Any]:
    """Return a group's details; names only with `need_name` 1."""
    group = living_group(state, params["chat_id"])
    need_name = params.get("need_name") == 1
    members = [_member(state, member, need_name=need_name) for member in group.members]
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


def living_group(state: GroupchatState, chat_id: str) -> Group:
    """Return a group that exists.

    Raises:
        RefusalError: 40050 (unknown), 49008 (dismissed).
    """
    group = state.groups.get(chat_id)
    if group is None:
        raise RefusalError(40050, "chatid not exist")
    if group.dismissed_at is not None:
        raise RefusalError(49008, "the group was dismissed")
    return group


def owner_filter(state: GroupchatState, params: dict[str, Any]) -> frozenset[str] | None:
    """Return the owners asked for, or None for all that are visible.

    An id that nobody has matches nothing.

    Raises:
        RefusalError: 81017, no owner named and more than 1,000 people visible.
    """
    owners = (params.get("owner_filter") or {}).get("userid_list")
    if owners:
        return frozenset(owners)
    if state.company.people_visible() > _VISIBLE_WITHOUT_FILTER:
        raise RefusalError(81017, "more than 1000 people are visible: owner_filter is needed")
    return None


def _member(state: GroupchatState, member: GroupMember, *, need_name: bool) -> dict[str, Any]:
    # Who is added to the company after the group was seeded is not a customer any more.
    kind = EMPLOYEE if member.userid in state.company.members else member.type
    answer: dict[str, Any] = {"userid": member.userid, "type": kind}
    if member.unionid is not None:
        answer["unionid"] = member.unionid
    answer["join_time"] = member.join_time
    answer["join_scene"] = member.join_scene
    if member.invitor in state.company.members:
        answer["invitor"] = {"userid": member.invitor}
    answer["group_nickname"] = member.group_nickname
    if need_name:
        answer["name"] = _name(state, member)
    if member.state is not None:
        answer["state"] = member.state
    return answer


def _name(state: GroupchatState, member: GroupMember) -> str:
    if member.name is not None:
        return member.name
    known = state.company.members.get(member.userid)
    return member.userid if known is None else known.name


def _page(found: list[dict[str, Any]], next_cursor: str) -> dict[str, Any]:
    return {"group_chat_list": found, "next_cursor": next_cursor}
