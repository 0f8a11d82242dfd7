"""Groups: list with its filters and cursor, get with its conditional fields, seeding of both."""

from __future__ import annotations

from typing import Any

import pytest

from wecom_client.simulator import Simulator

from ..model import fill, need_limit
from .helpers import Api, at


def _ids(answer: dict[str, Any]) -> list[str]:
    assert answer["errcode"] == 0, answer
    return [item["chat_id"] for item in answer["group_chat_list"]]


def test_an_empty_company_has_an_empty_list(api: Api) -> None:
    assert api.call("list", limit=10) == {
        "errcode": 0,
        "errmsg": "ok",
        "group_chat_list": [],
        "next_cursor": "",
    }


def test_groups_are_listed_in_pages_and_the_last_cursor_is_empty(api: Api, sim: Simulator) -> None:
    made = [sim.add_group("abel") for _ in range(6)]
    found: list[str] = []
    cursor = ""
    for _ in range(3):
        page = api.call("list", limit=2, cursor=cursor)
        found += _ids(page)
        cursor = page["next_cursor"]
    assert found == made
    assert cursor == ""


def test_groups_added_meanwhile_neither_repeat_nor_hide_any(api: Api, sim: Simulator) -> None:
    made = [sim.add_group("abel") for _ in range(3)]
    page = api.call("list", limit=2)
    made.append(sim.add_group("abel"))
    rest = api.call("list", limit=10, cursor=page["next_cursor"])
    assert _ids(page) + _ids(rest) == made


@pytest.mark.parametrize("cursor", ["garbage", "r9FqSqsI8fgNbHLHE5QoCP50UIg2cFQbfma3l2QsmwI", "é"])
def test_a_cursor_that_nobody_gave_is_refused(api: Api, cursor: str) -> None:
    assert api.call("list", limit=1, cursor=cursor)["errcode"] == 701105


def test_a_cursor_does_not_serve_other_filters(api: Api, sim: Simulator) -> None:
    for _ in range(3):
        sim.add_group("abel")
    cursor = api.call("list", limit=1)["next_cursor"]
    answer = api.call("list", limit=1, cursor=cursor, owner_filter={"userid_list": ["abel"]})
    assert answer["errcode"] == 701105


def test_the_owner_filter_takes_the_groups_of_these_owners(api: Api, sim: Simulator) -> None:
    first, _, third = (sim.add_group(owner) for owner in ("abel", "bella", "carl"))
    owners = {"userid_list": ["carl", "abel", "nobody"]}
    need_limit("list", "owner_filter.userid_list", "maxItems", 3)
    assert _ids(api.call("list", limit=10, owner_filter=owners)) == [first, third]


def test_status_and_status_filter_follow_a_group_of_a_member_who_resigned(
    api: Api, sim: Simulator
) -> None:
    sim.add_member("bella")
    normal, waiting, inherited = (sim.add_group(owner) for owner in ("bella", "abel", "carl"))
    sim.resign("abel")
    sim.resign("carl")
    running = sim.add_group("abel", status=2)
    ids = fill("transfer", "chat_id_list", [inherited])
    assert api.call("transfer", chat_id_list=ids, new_owner="bella")["errcode"] == 0
    all_owners = {"userid_list": ["abel", "bella", "carl"]}
    answer = api.call("list", limit=10, owner_filter=all_owners)
    statuses = {item["chat_id"]: item["status"] for item in answer["group_chat_list"]}
    assert statuses == {normal: 0, waiting: 1, inherited: 3, running: 2}
    for wanted, chat_id in ((1, waiting), (2, running), (3, inherited)):
        filters = {"status_filter": wanted, "owner_filter": all_owners}
        assert _ids(api.call("list", limit=10, **filters)) == [chat_id]
    assert len(_ids(api.call("list", limit=10, status_filter=0, owner_filter=all_owners))) == 4


def test_groups_of_an_owner_who_resigned_come_only_with_a_filter_that_names_the_owner(
    api: Api, sim: Simulator
) -> None:
    sim.add_member("bella")
    normal, waiting = sim.add_group("bella"), sim.add_group("abel")
    sim.resign("abel")
    assert _ids(api.call("list", limit=10)) == [normal]
    assert _ids(api.call("list", limit=10, status_filter=1)) == []
    assert _ids(api.call("list", limit=10, owner_filter={"userid_list": ["abel"]})) == [waiting]


def test_above_1000_visible_people_an_owner_filter_is_needed(api: Api, sim: Simulator) -> None:
    chat_id = sim.add_group("abel")
    sim.visible_people = 1000
    assert _ids(api.call("list", limit=10)) == [chat_id]
    sim.visible_people = 1001
    assert api.call("list", limit=10)["errcode"] == 81017
    assert api.call("list", limit=10, owner_filter={"userid_list": []})["errcode"] == 40063
    assert _ids(api.call("list", limit=10, owner_filter={"userid_list": ["abel"]})) == [chat_id]


def test_the_visible_people_are_the_members_employed(api: Api, sim: Simulator) -> None:
    for number in range(1001):
        sim.add_member(f"member-{number}")
    assert api.call("list", limit=10)["errcode"] == 81017
    sim.resign("member-0")
    assert sim.visible_people == 1000
    assert api.call("list", limit=10)["errcode"] == 0


def test_get_returns_the_group_as_it_was_seeded(api: Api, sim: Simulator) -> None:
    sim.add_member("jack", name="Jack Ma")
    chat_id = sim.add_group(
        "abel",
        name="销售客服群",
        notice="be kind",
        create_time=1572505490,
        chat_id="wrOgQhDgAAMYQiS5ol9G7gK9JVAAAA",
        admins=["jack"],
        members=[
            "jack",
            {
                "userid": "wm-wang",
                "unionid": "oz-wang",
                "invitor": "jack",
                "join_time": 1572505491,
                "join_scene": 2,
                "group_nickname": "顾客老王",
                "name": "王语嫣",
            },
        ],
    )
    group = api.call("get", chat_id=chat_id, need_name=1)["group_chat"]
    version = group.pop("member_version")
    assert len(version) == 32
    joined = {"join_time": 1572505490, "join_scene": 1, "group_nickname": ""}
    assert group == {
        "chat_id": "wrOgQhDgAAMYQiS5ol9G7gK9JVAAAA",
        "name": "销售客服群",
        "owner": "abel",
        "create_time": 1572505490,
        "notice": "be kind",
        "member_list": [
            {"userid": "abel", "type": 1, "name": "abel", **joined},
            {"userid": "jack", "type": 1, "name": "Jack Ma", **joined},
            {
                "userid": "wm-wang",
                "type": 2,
                "unionid": "oz-wang",
                "join_time": 1572505491,
                "join_scene": 2,
                "invitor": {"userid": "jack"},
                "group_nickname": "顾客老王",
                "name": "王语嫣",
            },
        ],
        "admin_list": [{"userid": "jack"}],
    }


@pytest.mark.parametrize("flags", [{}, {"need_name": 0}])
def test_names_are_left_out_unless_asked_for(
    api: Api, sim: Simulator, flags: dict[str, int]
) -> None:
    chat_id = sim.add_group("abel", members=["wm-wang"])
    members = api.call("get", chat_id=chat_id, **flags)["group_chat"]["member_list"]
    assert all("name" not in member for member in members)


def test_the_invitor_is_told_only_if_a_member_of_the_company(api: Api, sim: Simulator) -> None:
    chat_id = sim.add_group("abel", members=[{"userid": "wm-two", "invitor": "wm-one"}])
    customer = api.call("get", chat_id=chat_id)["group_chat"]["member_list"][1]
    assert "invitor" not in customer


def test_only_who_came_through_a_join_way_carries_its_state(api: Api, sim: Simulator) -> None:
    chat_id = sim.add_group("abel", members=["wm-one"])
    ids = fill("add_join_way", "chat_id_list", [chat_id])
    way = api.call("add_join_way", scene=2, chat_id_list=ids, state="poster")["config_id"]
    plain = api.call("add_join_way", scene=2, chat_id_list=ids)["config_id"]
    sim.join(chat_id, "wm-two", via=way, unionid="oz-two")
    sim.join(chat_id, "wm-three", via=plain)
    later = fill("update_join_way", "chat_id_list", [chat_id])
    api.call("update_join_way", config_id=way, scene=2, chat_id_list=later, state="later")
    members = api.call("get", chat_id=chat_id)["group_chat"]["member_list"]
    assert [member.get("state") for member in members] == [None, None, "poster", None]
    assert [member["join_scene"] for member in members] == [1, 1, 3, 3]


def test_the_member_version_changes_with_the_members_and_not_otherwise(
    api: Api, sim: Simulator
) -> None:
    chat_id = sim.add_group("abel", members=["bella"])
    versions = [sim.groups[chat_id].member_version]
    api.call("get", chat_id=chat_id)
    assert sim.groups[chat_id].member_version == versions[0]
    sim.join(chat_id, "wm-one")
    versions.append(sim.groups[chat_id].member_version)
    sim.leave(chat_id, "wm-one")
    versions.append(sim.groups[chat_id].member_version)
    assert len(set(versions)) == 3
    answer = api.call("get", chat_id=chat_id)
    assert answer["group_chat"]["member_version"] == versions[-1]


def test_an_unknown_group_is_40050_and_a_dismissed_one_49008(api: Api, sim: Simulator) -> None:
    chat_id = sim.add_group("abel")
    assert api.call("get", chat_id="wr-unknown")["errcode"] == 40050
    sim.dismiss(chat_id)
    assert api.call("get", chat_id=chat_id)["errcode"] == 49008
    assert _ids(api.call("list", limit=10)) == []


def test_a_member_who_resigns_leaves_the_groups_of_others(sim: Simulator) -> None:
    own = sim.add_group("abel", members=["wm-one"])
    of_another = sim.add_group("bella", members=["wm-one"], admins=["abel"])
    sim.resign("abel")
    assert sim.groups[own].member("abel") is not None
    assert sim.groups[of_another].member("abel") is None
    assert sim.groups[of_another].admins == ()


def test_owner_and_admins_become_members_of_company_and_group(sim: Simulator) -> None:
    chat_id = sim.add_group("abel", admins=["sam", "pony"])
    assert set(sim.members) == {"abel", "sam", "pony"}
    assert [person.userid for person in sim.groups[chat_id].members] == ["abel", "sam", "pony"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"chat_id": "wr-taken"}, "taken"),
        ({"members": ["wm-one", {"userid": "wm-one"}]}, "twice"),
        ({"members": [{"userid": "wm-one", "nick": "x"}]}, r"members\[0\].nick is not a known key"),
        ({"members": [{"name": "x"}]}, r"members\[0\].userid is required"),
        ({"members": [""]}, r"members\[0\] must have at least 1"),
        ({"members": [{"userid": "wm-one", "join_time": 1}]}, "before the group is created"),
        ({"status": 1}, "does not go with owner"),
        ({"owner": ""}, "owner must have at least 1 character"),
        ({"owner": "left", "status": 3}, "does not go with owner"),
    ],
)
def test_a_group_that_cannot_be_is_refused_and_leaves_no_trace(
    sim: Simulator, options: dict[str, Any], message: str
) -> None:
    sim.add_group("abel", chat_id="wr-taken")
    sim.add_member("left")
    sim.resign("left")
    with pytest.raises(ValueError, match=message):
        sim.add_group(**{"owner": "bella", **options})
    assert list(sim.groups) == ["wr-taken"]
    assert set(sim.members) == {"abel", "left"}


def test_mistakes_in_seeding_are_told(sim: Simulator) -> None:
    chat_id = sim.add_group("abel", members=["wm-one"])
    with pytest.raises(ValueError, match="not a member of the company"):
        sim.resign("bella")
    with pytest.raises(ValueError, match="no group"):
        sim.join("wr-unknown", "wm-two")
    with pytest.raises(ValueError, match="is in group"):
        sim.join(chat_id, "wm-one")
    with pytest.raises(ValueError, match="no join way"):
        sim.join(chat_id, "wm-two", via="unknown")
    with pytest.raises(ValueError, match="unknown field"):
        sim.join(chat_id, "wm-two", nick="x")
    with pytest.raises(ValueError, match="is not in group"):
        sim.leave(chat_id, "wm-two")
    with pytest.raises(ValueError, match="owns group"):
        sim.leave(chat_id, "abel")
    sim.resign("abel")
    with pytest.raises(ValueError, match="has resigned already"):
        sim.resign("abel")
    with pytest.raises(ValueError, match="take another userid"):
        sim.add_member("abel")
    sim.dismiss(chat_id)
    with pytest.raises(ValueError, match="was dismissed"):
        sim.dismiss(chat_id)


def test_times_come_from_the_clock_unless_given(sim: Simulator) -> None:
    now, earlier = at("2024-05-15 12:00"), at("2024-05-01")
    first, second = sim.add_group("abel"), sim.add_group("abel", create_time=earlier)
    sim.join(second, "wm-one")
    assert sim.groups[first].create_time == now
    assert sim.groups[second].create_time == earlier
    assert [person.join_time for person in sim.groups[second].members] == [earlier, now]


def test_who_is_added_to_the_company_later_is_no_customer_any_more(
    api: Api, sim: Simulator
) -> None:
    chat_id = sim.add_group("abel", members=["bella", "wm-one"])
    sim.add_member("bella", name="Bella")
    members = api.call("get", chat_id=chat_id, need_name=1)["group_chat"]["member_list"]
    assert [(member["type"], member["name"]) for member in members] == [
        (1, "abel"),
        (1, "Bella"),
        (2, "wm-one"),
    ]


def test_a_member_of_the_company_who_joins_is_added_to_it(sim: Simulator) -> None:
    chat_id = sim.add_group("abel")
    sim.join(chat_id, "bella", type=1)
    assert "bella" in sim.members
