"""Answers of customer contact have the fields that the specs say, each of its type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from generator.model import Field
from wecom_client.simulator import Simulator

from ..model import operations
from .helpers import Methods

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
def company(sim: Simulator) -> Simulator:
    """A company that has one of everything."""
    group = sim.add_tag_group("Level", [{"name": "VIP", "id": "et-vip"}], group_id="et-level")
    assert group == "et-level"
    sim.add_tag_group("Level", [{"name": "x", "id": "et-rule"}], strategy_id=1)
    notes: dict[str, Any] = {"state": "s", "own_tags": [("g", "t")], "remark_corp_name": "c"}
    sim.add_customer("abel", "wm-one", unionid="u", tags=["et-vip", "et-rule"], **notes, **CHANNELS)
    sim.add_customer("abel", "wo-two", type=2, **EMPLOYED)
    sim.add_member("carol", customer_contact=False)
    sim.add_customer("carol", "wm-of-carol")
    sim.add_group("abel", members=["wm-one"])
    for scene in (1, 2):
        sim.add_contact_way(["abel"], config_id=f"w{scene}", scene=scene, style=scene)
    fields: dict[str, Any] = {"is_temp": True, "unionid": "u", "conclusions": CONCLUSIONS}
    sim.add_contact_way(["abel"], config_id="chat", **fields)
    return sim


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
]


@pytest.mark.parametrize(
    ("name", "arguments"), CALLS, ids=[f"{name}-{number}" for number, (name, _) in enumerate(CALLS)]
)
def test_an_answer_has_what_the_specs_say(
    company: Simulator, contact: Any, name: str, arguments: dict[str, Any]
) -> None:
    within, _, method = name.rpartition("/")
    group = Methods(getattr(contact, within)) if within else contact
    answer = getattr(group, method)(**arguments).raw
    told = {key: one for key, one in answer.items() if key not in ("errcode", "errmsg")}
    response = operations()[f"externalcontact/{name}"].response
    fields = [field for field in response if field.name not in ("errcode", "errmsg")]
    assert not [*_differences(told, fields, name)]
