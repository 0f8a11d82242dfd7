"""Customers as programs read them: lists, details, pages, and everybody who was served."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from wecom_client.simulator import Simulator

from .helpers import DAY, Clock, at, code_of

NOON = at("2024-05-15 12:00")


@pytest.fixture
def company(sim: Simulator) -> Simulator:
    """Abel has two customers, Bella one of them too; Carol is not set up, Dora has left."""
    sim.add_customer("abel", "wm-one", name="One")
    sim.add_customer("abel", "wm-two", name="Two")
    sim.add_customer("bella", "wm-one")
    sim.add_member("carol", customer_contact=False)
    sim.add_customer("carol", "wm-of-carol", name="Third")
    sim.add_customer("dora", "wm-of-dora")
    sim.add_customer("dora", "wm-two")
    sim.add_member("emil")
    sim.resign("dora")
    return sim


def test_who_serves_customers_is_listed_with_their_customers(
    company: Simulator, contact: Any
) -> None:
    assert contact.get_follow_user_list().follow_user == ("abel", "bella", "emil")
    assert contact.list("abel").external_userid == ("wm-one", "wm-two")
    assert contact.list("bella").external_userid == ("wm-one",)


@pytest.mark.parametrize(
    ("userid", "of_list", "of_bulk"),
    [
        ("emil", 84061, 0),
        ("carol", 84074, 84074),
        ("dora", 40003, 40031),
        ("nobody", 40003, 40031),
        ("", 41009, 40063),
    ],
)
def test_who_has_no_customers_to_list_is_refused(
    company: Simulator, contact: Any, userid: str, of_list: int, of_bulk: int
) -> None:
    assert code_of(contact.list, userid) == of_list
    assert code_of(contact.batch.get_by_user, ["abel", userid]) == of_bulk


def test_members_without_a_licence_are_named_beside_the_customers_of_others(
    company: Simulator, contact: Any
) -> None:
    bulk = contact.batch.get_by_user
    company.set_licence("abel", valid=False)
    company.add_customer("bella", "wm-two")
    cursor = ""
    for external_userid in ("wm-one", "wm-two"):
        answer = bulk(["abel", "bella", "emil"], limit=1, cursor=cursor)
        (found,) = answer.external_contact_list
        assert found.follow_info.userid == "bella"
        assert found.external_contact.external_userid == external_userid
        assert answer.fail_info.unlicensed_userid_list == ("abel",)
        cursor = answer.next_cursor
    assert cursor == ""
    assert code_of(bulk, ["abel"]) == 701008
    company.set_licence("abel", valid=True)
    assert "fail_info" not in bulk(["abel"]).raw
    with pytest.raises(ValueError, match="'nobody' is not a member"):
        company.set_licence("nobody", valid=False)


@pytest.mark.parametrize(
    ("external_userid", "errcode"),
    [("wm-two", 0), ("wm-of-carol", 84061), ("wm-of-dora", 84061), ("wm-x", 40096), ("", 41035)],
)
def test_details_are_of_customers_whom_somebody_serves(
    company: Simulator, contact: Any, external_userid: str, errcode: int
) -> None:
    assert code_of(contact.get, external_userid) == errcode


def test_who_has_resigned_or_ended_it_is_left_out_of_the_details(
    company: Simulator, contact: Any
) -> None:
    assert [one.userid for one in contact.get("wm-two").follow_user] == ["abel"]
    company.remove_customer("abel", "wm-two")
    assert code_of(contact.get, "wm-two") == 84061
    # what one who resigned had waits to be handed over
    assert list(company.follows["wm-two"]) == ["dora"]


CHANNELS = {"nickname": "ours", "source": 1}
NOTES: dict[str, Any] = {
    "createtime": 7,
    "add_way": 10,
    "oper_userid": "abel",
    "state": "poster",
    "remark": "Li",
    "description": "sales",
    "remark_corp_name": "Acme",
    "remark_mobiles": ["1"],
    "wechat_channels": CHANNELS,
    "own_tags": [("mine", "nice")],
}
EMPLOYED = {"position": "boss", "corp_name": "A", "corp_full_name": "Acme"}


def test_details_have_what_goes_with_the_type_of_contact(sim: Simulator, contact: Any) -> None:
    profile: dict[str, Any] = {"external_attr": []}
    fields = {**NOTES, **EMPLOYED, "unionid": "u", "external_profile": profile, "gender": 2}
    own = {key: value for key, value in NOTES.items() if key != "own_tags"}
    own |= {"userid": "abel", "tags": [{"group_name": "mine", "tag_name": "nice", "type": 2}]}
    for kind, alone in ((1, {"unionid": "u"}), (2, {**EMPLOYED, "external_profile": profile})):
        customer = sim.add_customer("abel", name="Li", type=kind, avatar="https://a", **fields)
        answer = contact.get(customer).raw
        who = {"external_userid": customer, "name": "Li", "avatar": "https://a", "gender": 2}
        assert answer["external_contact"] == {**who, "type": kind, **alone}
        if kind == 2:
            del own["remark_corp_name"]
        assert answer["follow_user"] == [own]
        assert "next_cursor" not in answer
    answer = contact.batch.get_by_user(["abel"]).raw["external_contact_list"][1]
    del own["tags"]
    assert answer["external_contact"]["position"] == "boss"
    assert answer["follow_info"] == {**own, "tag_id": []}


def test_what_nobody_noted_is_empty_or_left_out(sim: Simulator, contact: Any) -> None:
    customer = sim.add_customer("abel", name="Li")
    (answer,) = contact.get(customer).raw["follow_user"]
    assert answer == {
        "userid": "abel",
        "remark": "",
        "description": "",
        "createtime": NOON,
        "tags": [],
        "remark_mobiles": [],
        "add_way": 1,
        "oper_userid": customer,
    }


def test_more_than_500_members_of_one_customer_come_in_pages(sim: Simulator, contact: Any) -> None:
    for number in range(501):
        sim.add_customer(f"m{number}", "wm-one")
    first = contact.get("wm-one")
    # neither who ended it nor who came lets the next page repeat or hide anybody
    sim.remove_customer("m499", "wm-one")
    sim.add_customer("late", "wm-one")
    second = contact.get("wm-one", cursor=first.next_cursor)
    assert [one.userid for one in first.follow_user] == [f"m{number}" for number in range(500)]
    assert [one.userid for one in second.follow_user] == ["m500", "late"]
    assert second.external_contact.external_userid == "wm-one"
    assert second.next_cursor is None
    sim.add_customer("abel", "wm-two")
    assert code_of(contact.get, "wm-two", cursor=first.next_cursor) == 50100
    assert code_of(contact.get, "wm-two", cursor="garbage") == 50100


def test_the_customers_of_several_members_come_in_pages(sim: Simulator, contact: Any) -> None:
    for number in range(5):
        sim.add_customer("abel", f"wm-{number}")
        sim.add_customer("bella", f"wm-{number}")
    sim.add_member("emil")
    found: list[tuple[str, str]] = []
    cursor = ""
    userids = ["bella", "emil", "abel", "bella"]
    for size in (3, 3, 3, 1):
        page = contact.batch.get_by_user(userids, cursor=cursor, limit=3)
        assert len(page.external_contact_list) == size
        found += [
            (one.follow_info.userid, one.external_contact.external_userid)
            for one in page.external_contact_list
        ]
        cursor = page.next_cursor
        assert (cursor == "") == (size == 1)
    assert found == [(who, f"wm-{number}") for who in ("bella", "abel") for number in range(5)]
    assert len(contact.batch.get_by_user(["abel"]).external_contact_list) == 5


def test_pages_neither_repeat_nor_hide_what_comes_and_goes_meanwhile(
    sim: Simulator, contact: Any
) -> None:
    for number in range(4):
        sim.add_customer("abel", f"wm-{number}")
    page = contact.batch.get_by_user(["abel"], limit=2)
    sim.remove_customer("abel", "wm-0")
    sim.remove_customer("abel", "wm-1")
    sim.add_customer("abel", "wm-new")
    rest = contact.batch.get_by_user(["abel"], limit=9, cursor=page.next_cursor)
    ids = [one.external_contact.external_userid for one in rest.external_contact_list]
    assert ids == ["wm-2", "wm-3", "wm-new"]


def test_a_cursor_of_another_list_and_a_page_of_nothing_are_refused(
    sim: Simulator, contact: Any
) -> None:
    for number in range(3):
        sim.add_customer("abel", f"wm-{number}")
    sim.add_member("bella")
    lists = {
        "of abel": partial(contact.batch.get_by_user, ["abel"]),
        "of both": partial(contact.batch.get_by_user, ["abel", "bella"]),
        "of all": contact.contact_list,
    }
    cursors = {name: ask(limit=1).next_cursor for name, ask in lists.items()}
    for name, ask in lists.items():
        for source, cursor in {**cursors, "made up": "garbage", "no text": "é"}.items():
            wanted = 0 if source == name else 50100
            assert code_of(ask, limit=1, cursor=cursor) == wanted, (name, source)
        assert code_of(ask, limit=0) == 40058


def test_everybody_who_was_served_is_listed(company: Simulator, contact: Any) -> None:
    chat = company.add_group(
        "abel", name="Sales", members=["wm-two", {"userid": "wm-stranger", "name": "Zoe"}, "bella"]
    )
    company.dismiss(company.add_group("abel", members=["wm-one"]))
    found = contact.contact_list().raw["info_list"]
    ids = {one.pop("tmp_openid") for one in found}
    assert len(ids) == 4
    customer = {"is_customer": True, "add_time": NOON}
    other = {"is_customer": False, "add_time": NOON}
    assert found == [
        {**customer, "external_userid": "wm-one", "follow_userid": "abel"},
        {**customer, "external_userid": "wm-two", "follow_userid": "abel"},
        {**customer, "external_userid": "wm-one", "follow_userid": "bella"},
        {**other, "name": "***d", "follow_userid": "carol"},
        {**other, "name": "***e", "chat_id": chat},
        {**customer, "external_userid": "wm-two", "chat_id": chat},
    ]


def test_a_pass_over_all_who_were_served_has_ids_and_a_cursor_of_its_own(
    company: Simulator, contact: Any, clock: Clock
) -> None:
    company.add_group("abel", members=["wm-two", "wm-one"])
    whole = contact.contact_list()
    found: list[Any] = []
    cursor = ""
    for _ in range(6):
        page = contact.contact_list(limit=1, cursor=cursor)
        found += page.info_list
        cursor = page.next_cursor
    assert cursor == ""
    assert [one.external_userid for one in found] == [
        one.external_userid for one in whole.info_list
    ]
    by_customer: dict[str, set[str]] = {}
    for one in found:
        by_customer.setdefault(one.external_userid, set()).add(one.tmp_openid)
    assert all(len(ids) == 1 for ids in by_customer.values())
    assert not {one.tmp_openid for one in found} & {one.tmp_openid for one in whole.info_list}
    cursor = contact.contact_list(limit=1).next_cursor
    clock.now += 4 * DAY // 24
    assert code_of(contact.contact_list, limit=1, cursor=cursor) == 0
    clock.now += 1
    assert code_of(contact.contact_list, limit=1, cursor=cursor) == 50100
