"""Join ways: what is kept, cut and ignored, what is refused, who sees them."""

from __future__ import annotations

from typing import Any

import pytest

from wecom_client.simulator import Simulator

from ..model import fill, limit, nested, outside
from .helpers import Api, Clock


@pytest.fixture
def chat_id(sim: Simulator) -> str:
    return sim.add_group("abel")


def _ids(chat_id: str, name: str = "add_join_way") -> list[str]:
    """Return the groups of a join way to one group."""
    return fill(name, "chat_id_list", [chat_id])


def _add(api: Api, chat_id: str, **body: Any) -> str:
    answer = api.call("add_join_way", **{"scene": 2, "chat_id_list": _ids(chat_id), **body})
    assert answer["errcode"] == 0, answer
    assert set(answer) == {"errcode", "errmsg", "config_id"}
    return str(answer["config_id"])


def _get(api: Api, config_id: str) -> dict[str, Any]:
    answer = api.call("get_join_way", config_id=config_id)
    assert answer["errcode"] == 0, answer
    way = answer["join_way"]
    assert isinstance(way, dict)
    return way


def test_a_join_way_is_returned_as_it_was_made(api: Api, chat_id: str) -> None:
    fields = {
        "scene": 2,
        "remark": "aa_remark",
        "auto_create_room": 1,
        "room_base_name": "销售客服群",
        "room_base_id": 10,
        "chat_id_list": _ids(chat_id),
        "state": "klsdup3kj3s1",
        "mark_source": False,
    }
    config_id = _add(api, chat_id, **fields)
    way = _get(api, config_id)
    assert way.pop("qr_code").startswith("https://")
    assert way == {"config_id": config_id, **fields}


def test_what_is_left_out_has_its_default(api: Api, sim: Simulator, chat_id: str) -> None:
    config_id = _add(api, chat_id)
    way = sim.join_ways[config_id]
    assert (way.remark, way.state, way.auto_create_room) == ("", "", 1)
    assert (way.room_base_name, way.room_base_id) == ("", 0)
    assert _get(api, config_id)["auto_create_room"] == 1
    assert way.mark_source is _get(api, config_id)["mark_source"] is True


def test_a_qr_code_and_a_plug_in_have_addresses_of_their_own(api: Api, chat_id: str) -> None:
    plugin, code = (_get(api, _add(api, chat_id, scene=scene))["qr_code"] for scene in (1, 2))
    assert plugin.startswith("https://")
    assert code.startswith("https://")
    assert plugin.split("/")[3] != code.split("/")[3]


def test_a_remark_is_cut_where_the_specs_say_so(api: Api, chat_id: str) -> None:
    kept = limit("add_join_way", "remark", "truncatesAt")
    assert _get(api, _add(api, chat_id, remark="备" * (kept + 1)))["remark"] == "备" * kept


def test_the_name_of_new_rooms_is_ignored_where_none_are_created(api: Api, chat_id: str) -> None:
    fields = {"auto_create_room": 0, "room_base_name": "x", "room_base_id": 7}
    way = _get(api, _add(api, chat_id, **fields))
    assert (way["auto_create_room"], way["room_base_name"], way["room_base_id"]) == (0, "", 0)


def test_an_update_overwrites_everything(api: Api, chat_id: str) -> None:
    fields = {"remark": "x", "state": "y", "auto_create_room": 0, "mark_source": False}
    config_id = _add(api, chat_id, **fields)
    ids = _ids(chat_id, "update_join_way")
    answer = api.call("update_join_way", config_id=config_id, scene=1, chat_id_list=ids)
    assert answer == {"errcode": 0, "errmsg": "ok"}
    way = _get(api, config_id)
    assert way.pop("qr_code")
    assert way == {
        "config_id": config_id,
        "scene": 1,
        "remark": "",
        "auto_create_room": 1,
        "room_base_name": "",
        "room_base_id": 0,
        "chat_id_list": ids,
        "state": "",
        "mark_source": True,
    }


def test_a_deleted_join_way_is_unknown(api: Api, sim: Simulator, chat_id: str) -> None:
    config_id = _add(api, chat_id)
    assert api.call("del_join_way", config_id=config_id) == {"errcode": 0, "errmsg": "ok"}
    assert sim.join_ways == {}
    assert api.call("del_join_way", config_id=config_id)["errcode"] == 41044
    assert api.call("get_join_way", config_id=config_id)["errcode"] == 41044
    body = {"config_id": config_id, "scene": 1, "chat_id_list": _ids(chat_id, "update_join_way")}
    assert api.call("update_join_way", **body)["errcode"] == 41044


@pytest.mark.parametrize(
    ("change", "errcode"),
    [
        ({"scene": None}, 41038),
        ({"scene": "2"}, 41040),
        ({"chat_id_list": None}, 40063),
        ({"chat_id_list": ["wr-unknown"] * 2}, 40050),
        ({"auto_create_room": True}, 40058),
        ({"mark_source": 1}, 40058),
    ],
)
@pytest.mark.parametrize("name", ["add_join_way", "update_join_way"])
def test_a_join_way_of_wrong_values_is_refused(
    api: Api, sim: Simulator, chat_id: str, name: str, change: dict[str, Any], errcode: int
) -> None:
    _assert_refused(api, sim, chat_id, name, change, errcode)


@pytest.mark.parametrize(
    ("field", "rule", "errcode"),
    [
        ("scene", "enum", 41040),
        ("chat_id_list", "minItems", 40063),
        ("chat_id_list", "maxItems", 41091),
        ("state", "maxLength", 40058),
        ("room_base_name", "maxLength", 40058),
        ("auto_create_room", "enum", 40058),
    ],
)
@pytest.mark.parametrize("name", ["add_join_way", "update_join_way"])
def test_a_join_way_outside_its_limits_is_refused(
    api: Api, sim: Simulator, chat_id: str, name: str, field: str, rule: str, errcode: int
) -> None:
    _assert_refused(api, sim, chat_id, name, nested(field, outside(name, field, rule)), errcode)


def _assert_refused(
    api: Api, sim: Simulator, chat_id: str, name: str, change: dict[str, Any], errcode: int
) -> None:
    body: dict[str, Any] = {"scene": 2, "chat_id_list": _ids(chat_id, name)}
    if name == "update_join_way":
        body["config_id"] = _add(api, chat_id)
    before = dict(sim.join_ways)
    assert api.call(name, **{**body, **change})["errcode"] == errcode
    assert sim.join_ways == before


def test_a_dismissed_group_cannot_be_joined(api: Api, sim: Simulator, chat_id: str) -> None:
    sim.dismiss(chat_id)
    assert api.call("add_join_way", scene=2, chat_id_list=_ids(chat_id))["errcode"] == 49008


@pytest.mark.parametrize("name", ["get_join_way", "update_join_way", "del_join_way"])
@pytest.mark.parametrize("body", [{}, {"config_id": ""}])
def test_a_missing_config_id_is_41043(api: Api, name: str, body: dict[str, str]) -> None:
    assert api.call(name, **body)["errcode"] == 41043


def test_only_the_application_that_made_it_sees_it(api: Api, sim: Simulator, chat_id: str) -> None:
    config_id = _add(api, chat_id)
    other = Api(sim, sim.add_application())
    assert other.call("get_join_way", config_id=config_id)["errcode"] == 41044
    assert other.call("del_join_way", config_id=config_id)["errcode"] == 41044
    assert _get(api, config_id)["config_id"] == config_id
    other.http.close()


def test_the_number_of_join_ways_is_limited_over_all_applications(clock: Clock) -> None:
    with Simulator(clock, join_way_limit=2) as sim:
        first, second = Api(sim), Api(sim, sim.add_application())
        chat_id = sim.add_group("abel")
        config_id = _add(first, chat_id)
        _add(second, chat_id)
        body = {"scene": 1, "chat_id_list": _ids(chat_id)}
        assert first.call("add_join_way", **body)["errcode"] == 41045
        first.call("del_join_way", config_id=config_id)
        assert second.call("add_join_way", **body)["errcode"] == 0
        first.http.close()
        second.http.close()
