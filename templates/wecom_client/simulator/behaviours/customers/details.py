"""Customers as the answers have them: the contact, and what a member noted."""

from __future__ import annotations

from typing import Any

from .records import WECHAT, WECOM, Customer, Follow
from .state import CustomersState

_FROM_CHANNELS = 10
_COMPANYS = 1


def external_contact(customer: Customer) -> dict[str, Any]:
    """Return who a customer is; what goes with the other type of contact is left out."""
    answer: dict[str, Any] = {
        "external_userid": customer.external_userid,
        "name": customer.name,
        "avatar": customer.avatar,
        "type": customer.type,
        "gender": customer.gender,
    }
    of_type: dict[str, Any] = {"unionid": customer.unionid} if customer.type == WECHAT else {}
    if customer.type == WECOM:
        of_type = {
            "position": customer.position,
            "corp_name": customer.corp_name,
            "corp_full_name": customer.corp_full_name,
            "external_profile": customer.external_profile,
        }
    return answer | {key: value for key, value in of_type.items() if value is not None}


def follow_user(state: CustomersState, follow: Follow) -> dict[str, Any]:
    """Return a relation as `get` has it, each tag with its names."""
    tags = [_tag(state, tag_id) for tag_id in follow.tags]
    own = [
        {"group_name": tag.group_name, "tag_name": tag.tag_name, "type": 2}
        for tag in follow.own_tags
    ]
    return _notes(state, follow, "tags", [*tags, *own])


def follow_info(state: CustomersState, follow: Follow) -> dict[str, Any]:
    """Return a relation as the bulk list has it: ids of tags, and none of the member's own."""
    return _notes(state, follow, "tag_id", list(follow.tags))


def _notes(state: CustomersState, follow: Follow, key: str, tags: list[Any]) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "userid": follow.userid,
        "remark": follow.remark,
        "description": follow.description,
        "createtime": follow.createtime,
        key: tags,
        "remark_mobiles": list(follow.remark_mobiles),
        "add_way": follow.add_way,
        "oper_userid": follow.oper_userid,
    }
    of_wechat = state.customers[follow.external_userid].type == WECHAT
    if of_wechat and follow.remark_corp_name is not None:
        answer["remark_corp_name"] = follow.remark_corp_name
    if follow.add_way == _FROM_CHANNELS and follow.wechat_channels is not None:
        answer["wechat_channels"] = follow.wechat_channels
    if follow.state is not None:
        answer["state"] = follow.state
    return answer


def _tag(state: CustomersState, tag_id: str) -> dict[str, Any]:
    corp_tags = state.company.find_state("corp_tags")
    described = {"type": _COMPANYS} if corp_tags is None else corp_tags.described(tag_id)
    return {"tag_id": tag_id, **described}
