"""Answers of customer contact have the fields that the specs say, each of its type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from generator.model import Field

from ..model import operations
from .helpers import Methods, at

_TYPES: dict[str, type] = {
    "string": str,
    "integer": int,
    "boolean": bool,
    "array": list,
    "object": dict,
}
PROFILE = {"external_attr": [{"type": 0, "name": "n", "text": {"value": "v"}}]}
EMPLOYED: dict[str, Any] = {
    "position": "p",
    "corp_name": "c",
    "corp_full_name": "f",
    "external_profile": PROFILE,
}
CHANNELS: dict[str, Any] = {"add_way": 10, "wechat_channels": {"nickname": "n", "source": 1}}
ATTACHMENTS: list[dict[str, Any]] = [
    {"msgtype": "image", "image": {"media_id": "M"}},
    {"msgtype": "image", "image": {"pic_url": "https://p.example/p"}},
    {"msgtype": "link", "link": {"title": "t", "url": "https://p.example"}},
    {
        "msgtype": "miniprogram",
        "miniprogram": {"title": "t", "pic_media_id": "M", "appid": "wx", "page": "/p"},
    },
    {"msgtype": "video", "video": {"media_id": "M"}},
    {"msgtype": "file", "file": {"media_id": "M"}},
]
CONCLUSIONS = {"text": {"content": "bye"}, "image": {"media_id": "M"}}


def differences(value: Any, field: Field, path: str) -> Iterator[str]:
    """Yield where a value is not what the specs say of it."""
    is_of_type = type(value) is _TYPES[field.type]
    if not is_of_type:
        yield f"{path}: is {value!r}, not {field.type}"
    elif field.enum and value not in field.enum:
        yield f"{path}: {value!r} is not in {field.enum}"
    elif field.type == "object":
        yield from _differences(value, field.properties, path)
    elif field.type == "array" and field.items is not None:
        for item in value:
            yield from differences(item, field.items, f"{path}[]")


def _differences(value: dict[str, Any], fields: Sequence[Field], path: str) -> Iterator[str]:
    known = {field.name: field for field in fields}
    yield from (f"{path}.{name}: is in no spec" for name in value.keys() - known.keys())
    for name, field in known.items():
        if name in value:
            yield from differences(value[name], field, f"{path}.{name}")
        elif not field.condition:
            yield f"{path}.{name}: is missing"


@pytest.fixture
def company(sim: Any) -> Any:
    """A company that has one of everything."""
    if sim._left_out:
        pytest.skip(f"the specs have nothing in {', '.join(sim._left_out)}")
    group = sim.add_tag_group("Level", [{"name": "VIP", "id": "et-vip"}], group_id="et-level")
    assert group == "et-level"
    sim.add_tag_group("Level", [{"name": "x", "id": "et-rule"}], strategy_id=1)
    notes: dict[str, Any] = {"state": "s", "own_tags": [("g", "t")], "remark_corp_name": "c"}
    sim.add_customer("abel", "wm-one", unionid="u", tags=["et-vip", "et-rule"], **notes, **CHANNELS)
    sim.add_customer("abel", "wo-two", type=2, **EMPLOYED)
    sim.add_member("carol", customer_contact=False)
    sim.add_customer("carol", "wm-of-carol")
    sim.add_group("abel", members=["wm-one"], chat_id="wr-one")
    for scene in (1, 2):
        sim.add_contact_way(["abel"], config_id=f"w{scene}", scene=scene, style=scene)
    fields: dict[str, Any] = {"is_temp": True, "unionid": "u", "conclusions": CONCLUSIONS}
    sim.add_contact_way(["abel"], config_id="chat", **fields)
    _add_messages(sim)
    sim.add_customer("left", "wm-left")
    sim.resign("left")
    sim.add_member("bella")
    _add_moments(sim)
    sim.add_media_upload("for-product", attachment_type=2)
    sim.add_product("A lamp", 100, product_sn="L1", product_id="lamp", media_ids=["for-product"])
    sim.add_product("A chair", product_id="chair")
    rule: dict[str, Any] = {"user_list": ["abel"], "semantics_list": [1]}
    sim.add_intercept_rule("Prices", ["cheap"], rule_id="prices", **rule)
    sim.add_acquisition_link("Fair", ["abel"], link_id="ca-one")
    sim.add_customer("abel", via="ca-one", state="s")
    option = {"priority_type": 2, "priority_userid_list": ["bella"]}
    sim.add_acquisition_link("Hall", ["abel"], link_id="ca-two", priority_option=option)
    sim.add_acquisition_quota(at("2099-01-01"), 5)
    for add in (sim.add_customer_strategy, sim.add_moment_strategy):
        add("Top", ["abel"], range=[{"type": 1, "userid": "abel"}])
        add("Below", ["bella"], parent_id=1)
    return sim


def _add_moments(sim: Any) -> None:
    """Add moments of each kind: one with all that can be said of it, and one of the company's."""
    picture, video = ({"msgtype": one, one: {"media_id": "M"}} for one in ("image", "video"))
    link = {"msgtype": "link", "link": {"title": "t", "url": "https://p.example", "media_id": "M"}}
    sim.add_moment("abel", "Hello", attachments=[picture, picture], moment_id="own")
    sim.add_moment("abel", attachments=[video])
    sim.add_moment(text="Hello", senders=["abel"], attachments=[link], moment_id="company")
    sim.publish_moment("company", "abel")
    sim.comment_moment("company", "abel", "wm-one")
    sim.like_moment("company", "abel", "abel")


def _add_messages(sim: Any) -> None:
    """Add a mass message of each kind, welcome templates of each kind, and an opengid."""
    text: dict[str, Any] = {"text": "Hello"}
    sim.add_mass_message("boss", msgid="waits", sender="abel", attachments=ATTACHMENTS, **text)
    sim.add_mass_message("abel", msgid="sent", personal=True, **text)
    sim.add_mass_message("abel", msgid="group", chat_type="group", personal=True, **text)
    for one in ATTACHMENTS[1:]:
        kind = one["msgtype"]
        sim.add_welcome_template(template_id=kind, **{kind: one[kind]})
    sim.add_opengid("wr-one", opengid="oG-one")


_TODAY = {"start_time": at("2024-05-15"), "end_time": at("2024-05-16")}
_DAYS = {"start_time": at("2024-05-15"), "end_time": at("2024-05-15")}
_HANDOVER = {"handover_userid": "abel", "takeover_userid": "bella"}
_OF_LEAVER = {"handover_userid": "left", "takeover_userid": "bella"}
CALLS: list[tuple[str, dict[str, Any]]] = [
    ("get_follow_user_list", {}),
    ("list", {"userid": "abel"}),
    ("get", {"external_userid": "wm-one"}),
    ("get", {"external_userid": "wo-two"}),
    ("batch/get_by_user", {"userid_list": ["abel"], "limit": 1}),
    ("batch/get_by_user", {"userid_list": ["abel"]}),
    ("contact_list", {}),
    ("contact_list", {"limit": 1}),
    ("get_corp_tag_list", {}),
    ("get_corp_tag_list", {"tag_id": ["et-vip"]}),
    ("get_corp_tag_list", {"group_id": ["et-level"]}),
    ("add_corp_tag", {"tag": [{"name": "x"}], "group_name": "y"}),
    ("get_strategy_tag_list", {}),
    ("add_strategy_tag", {"strategy_id": 1, "tag": [{"name": "x"}], "group_name": "y"}),
    ("get_contact_way", {"config_id": "w1"}),
    ("get_contact_way", {"config_id": "w2"}),
    ("get_contact_way", {"config_id": "chat"}),
    ("list_contact_way", {}),
    ("list_contact_way", {"limit": 1}),
    ("add_contact_way", {"type": 1, "scene": 1, "user": ["abel"]}),
    ("add_contact_way", {"type": 1, "scene": 2, "user": ["abel"]}),
    ("add_msg_template", {"sender": "abel", "text": {"content": "Hello"}}),
    ("get_groupmsg_list_v2", {"chat_type": "single", **_TODAY}),
    ("get_groupmsg_list_v2", {"chat_type": "group", **_TODAY, "limit": 1}),
    ("get_groupmsg_task", {"msgid": "waits"}),
    ("get_groupmsg_task", {"msgid": "sent"}),
    ("get_groupmsg_send_result", {"msgid": "waits", "userid": "abel"}),
    ("get_groupmsg_send_result", {"msgid": "sent", "userid": "abel", "limit": 1}),
    ("get_groupmsg_send_result", {"msgid": "group", "userid": "abel"}),
    ("remind_groupmsg_send", {"msgid": "waits"}),
    ("cancel_groupmsg_send", {"msgid": "waits"}),
    ("transfer_customer", {**_HANDOVER, "external_userid": ["wm-one", "wm-none"]}),
    ("transfer_result", _HANDOVER),
    ("resigned/transfer_customer", {**_OF_LEAVER, "external_userid": ["wm-left", "wm-none"]}),
    ("resigned/transfer_result", _OF_LEAVER),
    ("get_unassigned_list", {}),
    ("group_welcome_template/add", {"text": {"content": "Hello"}}),
    *(("group_welcome_template/get", {"template_id": one["msgtype"]}) for one in ATTACHMENTS[1:]),
    ("group_welcome_template/edit", {"template_id": "link", "text": {"content": "Hello"}}),
    ("group_welcome_template/del_", {"template_id": "link"}),
    *(
        (f"{kind}_strategy/{name}", arguments)
        for kind in ("customer", "moment")
        for name, arguments in (
            ("create", {"strategy_name": "x", "admin_list": ["abel"]}),
            ("get", {"strategy_id": 1}),
            ("get_range", {"strategy_id": 1}),
            ("list", {}),
            ("list", {"limit": 1}),
            ("edit", {"strategy_id": 1, "strategy_name": "y"}),
            ("del_", {"strategy_id": 2}),
        )
    ),
    ("add_moment_task", {"text": {"content": "Hello"}}),
    ("get_moment_list", {**_TODAY}),
    ("get_moment_list", {**_TODAY, "limit": 1}),
    ("get_moment_task", {"moment_id": "company"}),
    ("get_moment_customer_list", {"moment_id": "company", "userid": "abel", "limit": 1}),
    ("get_moment_send_result", {"moment_id": "own", "userid": "abel"}),
    ("get_moment_comments", {"moment_id": "company", "userid": "abel"}),
    ("cancel_moment_task", {"moment_id": "company"}),
    (
        "add_product_album",
        {
            "description": "d",
            "price": 1,
            "attachments": [{"type": "image", "image": {"media_id": "for-product"}}],
        },
    ),
    ("get_product_album", {"product_id": "lamp"}),
    ("get_product_album_list", {}),
    ("get_product_album_list", {"limit": 1}),
    ("update_product_album", {"product_id": "lamp", "price": 2}),
    ("delete_product_album", {"product_id": "lamp"}),
    (
        "add_intercept_rule",
        {
            "rule_name": "x",
            "word_list": ["x"],
            "intercept_type": 1,
            "applicable_range": {"user_list": ["abel"]},
        },
    ),
    ("get_intercept_rule", {"rule_id": "prices"}),
    ("get_intercept_rule_list", {}),
    ("update_intercept_rule", {"rule_id": "prices", "rule_name": "y"}),
    ("del_intercept_rule", {"rule_id": "prices"}),
    (
        "customer_acquisition/create_link",
        {"link_name": "x", "range": {"user_list": ["abel"]}},
    ),
    ("customer_acquisition/get", {"link_id": "ca-one"}),
    ("customer_acquisition/get", {"link_id": "ca-two"}),
    ("customer_acquisition/customer", {"link_id": "ca-one"}),
    ("customer_acquisition/statistic", {"link_id": "ca-one", **_DAYS}),
    ("customer_acquisition/list_link", {}),
    ("customer_acquisition/list_link", {"limit": 1}),
    ("customer_acquisition/update_link", {"link_id": "ca-one", "link_name": "y"}),
    ("customer_acquisition/delete_link", {"link_id": "ca-one"}),
    ("customer_acquisition_quota", {}),
    ("opengid_to_chatid", {"opengid": "oG-one"}),
]


@pytest.mark.parametrize(
    ("name", "arguments"), CALLS, ids=[f"{name}-{number}" for number, (name, _) in enumerate(CALLS)]
)
def test_an_answer_has_what_the_specs_say(
    company: Any, contact: Any, name: str, arguments: dict[str, Any]
) -> None:
    within, _, method = name.rpartition("/")
    group = Methods(getattr(contact, within)) if within else contact
    answer = getattr(group, method)(**arguments).raw
    told = {key: one for key, one in answer.items() if key not in ("errcode", "errmsg")}
    response = operations()[f"externalcontact/{name.rstrip('_')}"].response
    fields = [field for field in response if field.name not in ("errcode", "errmsg")]
    assert not [*_differences(told, fields, name)]
