"""Transfers: what changes, which groups fail, which calls are refused, both quotas."""

from __future__ import annotations

from typing import Any

import pytest

from wecom_client.simulator import Simulator

from ..model import daily_quota, fill, most, need_limit, on_purpose, portions
from .helpers import DAY, Api, Clock, at

_YEAR = 365 * DAY


def _transfer(
    api: Api, chat_ids: list[str], new_owner: str = "newbie", name: str = "transfer"
) -> dict[str, int]:
    """Transfer groups, in several calls if need be; return the failed ones with their codes."""
    failed: dict[str, int] = {}
    for ids in portions(name, "chat_id_list", chat_ids):  # one that stands twice counts once
        answer = api.call(name, chat_id_list=ids, new_owner=new_owner)
        assert answer["errcode"] == 0, answer
        assert all(item["errmsg"] for item in answer["failed_chat_list"])
        failed |= {item["chat_id"]: item["errcode"] for item in answer["failed_chat_list"]}
    return failed


def _onjob(api: Api, chat_ids: list[str], new_owner: str = "newbie") -> dict[str, int]:
    return _transfer(api, chat_ids, new_owner, "onjob_transfer")


@pytest.fixture(autouse=True)
def _new_owner(sim: Simulator) -> None:
    sim.add_member("newbie")


def test_a_group_of_a_member_who_resigned_is_handed_over(api: Api, sim: Simulator) -> None:
    chat_id = sim.add_group("abel", members=["wm-one"])
    sim.resign("abel")
    version = sim.groups[chat_id].member_version
    assert _transfer(api, [chat_id]) == {}
    group = sim.groups[chat_id]
    assert (group.owner, group.status) == ("newbie", 3)
    assert [person.userid for person in group.members] == ["wm-one", "newbie"]
    assert group.member_version != version


def test_a_group_of_a_member_in_service_is_handed_over_and_they_stay(
    api: Api, sim: Simulator
) -> None:
    chat_id = sim.add_group("abel", admins=["newbie", "sam"])
    version = sim.groups[chat_id].member_version
    assert _onjob(api, [chat_id]) == {}
    group = sim.groups[chat_id]
    assert (group.owner, group.status, group.admins) == ("newbie", 0, ("sam",))
    assert [person.userid for person in group.members] == ["abel", "newbie", "sam"]
    assert group.member_version == version


def test_transfer_fails_group_by_group(api: Api, sim: Simulator) -> None:
    sim.add_member("bella")
    done, elsewhere, running, own, dismissed = (sim.add_group("abel") for _ in range(5))
    employed = sim.add_group("bella")
    sim.dismiss(dismissed)
    sim.resign("abel")
    running = sim.add_group("abel", status=2)
    own = sim.add_group("newbie")
    assert _transfer(api, [elsewhere], "bella") == {}
    failed = _transfer(api, [employed, done, "wr-unknown", elsewhere, running, own, dismissed])
    assert failed == {
        employed: 90500,
        "wr-unknown": 90501,
        elsewhere: 90508,
        running: 90507,
        own: 90504,
        dismissed: 49008,
    }
    assert sim.groups[done].owner == "newbie"


def test_onjob_transfer_fails_group_by_group(api: Api, sim: Simulator) -> None:
    done, resigned, own = (sim.add_group(owner) for owner in ("abel", "bella", "newbie"))
    sim.resign("bella")
    assert _onjob(api, [resigned, "wr-unknown", own, done]) == {
        resigned: 90502,
        "wr-unknown": 90501,
        own: 90504,
    }
    assert sim.groups[done].owner == "newbie"


def test_the_same_transfer_once_more_finds_the_work_done(api: Api, sim: Simulator) -> None:
    chat_id = sim.add_group("abel")
    sim.resign("abel")
    assert _transfer(api, [chat_id]) == {}
    assert _transfer(api, [chat_id]) == {chat_id: 90504}


def test_an_id_that_stands_twice_counts_once(api: Api, sim: Simulator) -> None:
    chat_id = sim.add_group("abel")
    need_limit("onjob_transfer", "chat_id_list", "maxItems", 2)
    assert _onjob(api, [chat_id, chat_id]) == {}
    assert len(sim.groups[chat_id].handovers) == 1


@pytest.mark.parametrize("name", ["transfer", "onjob_transfer"])
@pytest.mark.parametrize(
    ("options", "errcode"),
    [
        ({"customer_contact": False}, 84074),
        ({"verified": False}, 40143),
        ({"activated": False}, 40143),
        ({"last_login": at("2024-05-15 12:00") - _YEAR - 1}, 40143),
        ({"last_login": at("2024-05-15 12:00") - _YEAR}, 0),
    ],
)
def test_a_new_owner_must_be_able_to_take_over(
    api: Api, sim: Simulator, name: str, options: dict[str, Any], errcode: int
) -> None:
    sim.add_member("heir", **options)
    chat_id = sim.add_group("abel")
    if name == "transfer":
        sim.resign("abel")
    ids = fill(name, "chat_id_list", [chat_id])
    answer = api.call(name, chat_id_list=ids, new_owner="heir")
    assert answer["errcode"] == errcode
    assert (sim.groups[chat_id].owner == "heir") == (errcode == 0)


@pytest.mark.parametrize("new_owner", ["nobody", "left"])
def test_a_new_owner_outside_the_company_refuses_the_call(
    api: Api, sim: Simulator, new_owner: str
) -> None:
    chat_id = sim.add_group("abel")
    sim.add_member("left")
    sim.resign("left")
    ids = fill("onjob_transfer", "chat_id_list", [chat_id])
    answer = api.call("onjob_transfer", chat_id_list=ids, new_owner=new_owner)
    assert answer["errcode"] == 40003
    assert "failed_chat_list" not in answer


def test_an_old_owner_must_have_left_within_a_year(api: Api, sim: Simulator, clock: Clock) -> None:
    chat_id = sim.add_group("abel")
    sim.resign("abel", at=clock() - _YEAR - 1)
    assert _transfer(api, [chat_id]) == {chat_id: 60030}


def test_an_old_owner_must_have_logged_in_during_the_year_before_leaving(
    api: Api, sim: Simulator, clock: Clock
) -> None:
    sim.add_member("abel", last_login=clock() - _YEAR - 100)
    chat_id = sim.add_group("abel")
    assert _onjob(api, [chat_id]) == {chat_id: 60030}
    sim.resign("abel")
    assert _transfer(api, [chat_id]) == {chat_id: 60030}


@pytest.mark.parametrize("name", ["transfer", "onjob_transfer"])
def test_the_quota_of_a_day_is_that_of_the_specs(name: str) -> None:
    quota = daily_quota(name)
    assert Simulator().daily_transfers == quota, on_purpose(
        f"that the simulator lets {Simulator().daily_transfers} groups of an owner go a day,"
        f" where {name} has a quota of {quota},",
        "Limits.daily_transfers in templates/wecom_client/simulator/company.py",
    )


def test_an_owner_gives_so_many_groups_a_day(api: Api, sim: Simulator, clock: Clock) -> None:
    day, call = sim.daily_transfers, most("transfer", "chat_id_list")
    more = min(10, call)
    chat_ids = [sim.add_group("abel") for _ in range(day + more)]
    of_another = sim.add_group("carl")
    sim.add_member("bella")
    sim.resign("abel")
    sim.resign("carl")
    assert _transfer(api, chat_ids[:day]) == {}
    assert _transfer(api, chat_ids[day:], "bella") == dict.fromkeys(chat_ids[day:], 45009)
    assert _transfer(api, [of_another]) == {}
    clock.now = at("2024-05-15 23:59")
    api.renew()
    assert len(_transfer(api, chat_ids[day:])) == more
    clock.now = at("2024-05-16 00:00")
    assert _transfer(api, chat_ids[day:]) == {}


def test_groups_that_fail_do_not_count_against_the_daily_quota(clock: Clock) -> None:
    with Simulator(clock, daily_transfers=1) as sim:
        api = Api(sim)
        sim.add_member("newbie")
        chat_id, second = sim.add_group("abel"), sim.add_group("abel")
        assert _transfer(api, [chat_id]) == {chat_id: 90500}
        assert _onjob(api, [chat_id, second]) == {second: 45009}
        api.http.close()


def test_a_group_changes_hands_twice_in_90_days(api: Api, sim: Simulator, clock: Clock) -> None:
    chat_id = sim.add_group("abel")
    assert _onjob(api, [chat_id]) == {}
    clock.now += 10 * DAY
    api.renew()
    assert _onjob(api, [chat_id], "abel") == {}
    clock.now += 79 * DAY
    api.renew()
    assert _onjob(api, [chat_id]) == {chat_id: 40128}
    clock.now += DAY
    api.renew()
    assert _onjob(api, [chat_id]) == {}
    assert _onjob(api, [chat_id], "abel") == {chat_id: 40128}


def test_the_90_day_quota_does_not_hold_for_members_who_resigned(api: Api, sim: Simulator) -> None:
    chat_id = sim.add_group("abel")
    assert _onjob(api, [chat_id]) == {}
    assert _onjob(api, [chat_id], "abel") == {}
    sim.resign("abel")
    assert _transfer(api, [chat_id]) == {}


def test_an_inherited_group_waits_again_when_its_new_owner_resigns(
    api: Api, sim: Simulator
) -> None:
    chat_id = sim.add_group("abel")
    sim.resign("abel")
    assert _transfer(api, [chat_id]) == {}
    sim.resign("newbie")
    sim.add_member("bella")
    assert sim.groups[chat_id].status == 1
    assert _transfer(api, [chat_id], "bella") == {}
    assert sim.groups[chat_id].owner == "bella"
