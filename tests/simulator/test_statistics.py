"""Statistics: intervals and days, events and totals, owners who change, order and pages."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from wecom_client.simulator import Simulator

from ..model import fill, latest_day, limit, need_limit, nested, outside, path_of
from .helpers import DAY, Api, Clock, at

_ALL = {"userid_list": ["abel", "bella", "carl"]}
_ONE = {"userid_list": ["abel"]}
# The last day that can be asked for is 2024-05-14, however long ago the specs say that it is.
_TODAY = at("2024-05-14") + latest_day("statistic", "statistic_group_by_day") * DAY
_NOON = _TODAY + DAY // 2
_NAMES = ("statistic", "statistic_group_by_day")


def _call(api: Api, name: str, **body: Any) -> dict[str, Any]:
    """Ask for figures, of all owners if not told; skip where that is too much for one call."""
    asked = {"owner_filter": _ALL, **body}
    owners = len(asked["owner_filter"]["userid_list"])
    need_limit(name, "owner_filter.userid_list", "maxItems", owners)
    if "day_end_time" in asked:
        span = (asked["day_end_time"] - asked["day_begin_time"]) // DAY
        need_limit(name, "day_end_time", "maxSpanDays", span)
    return api.call(name, **asked)


def _by_owner(api: Api, begin: str, end: str | None = None, **body: Any) -> dict[str, Any]:
    """Return the records by owner; whole answer under None."""
    days = {"day_begin_time": at(begin)} | ({} if end is None else {"day_end_time": at(end)})
    answer = _call(api, "statistic", **days, **body)
    assert answer["errcode"] == 0, answer
    return {item["owner"]: item["data"] for item in answer["items"]}


def _by_day(api: Api, begin: str, end: str | None = None, **body: Any) -> dict[int, Any]:
    days = {"day_begin_time": at(begin)} | ({} if end is None else {"day_end_time": at(end)})
    answer = _call(api, "statistic_group_by_day", **days, **body)
    assert answer["errcode"] == 0, answer
    return {item["stat_time"]: item["data"] for item in answer["items"]}


@pytest.fixture
def clock() -> Clock:
    return Clock(_NOON)


@pytest.fixture
def story(sim: Simulator, clock: Clock) -> dict[str, str]:
    """Two groups of abel (May 1 and 10), one of bella (May 3); joins, a leave, messages."""
    clock.now = at("2024-05-01 09:00")
    first = sim.add_group("abel", members=["wm-one"])
    clock.now = at("2024-05-03 09:00")
    second = sim.add_group("bella", members=["wm-one", "wm-two", "wm-three"])
    clock.now = at("2024-05-10 09:00")
    third = sim.add_group("abel")
    sim.join(first, "wm-two", at=at("2024-05-10 23:59"))
    sim.join(first, "wm-three", at=at("2024-05-11 00:00"))
    sim.leave(first, "wm-one", at=at("2024-05-12 08:00"))
    sim.set_messages(first, date(2024, 5, 10), 7, senders=["abel", "wm-one"])
    sim.set_messages(first, at("2024-05-11 13:00"), 3, senders=["wm-one", "wm-two"])
    sim.set_messages(second, date(2024, 5, 14), 1)
    clock.now = _NOON
    return {"first": first, "second": second, "third": third}


@pytest.mark.usefixtures("story")
def test_new_ones_count_the_interval_and_totals_run_up_to_its_last_day(api: Api) -> None:
    assert _by_owner(api, "2024-05-10", "2024-05-11") == {
        "abel": {
            "new_chat_cnt": 1,
            "chat_total": 2,
            "chat_has_msg": 1,
            "new_member_cnt": 3,
            "member_total": 5,
            "member_has_msg": 3,
            "msg_total": 10,
        },
        "bella": {
            "new_chat_cnt": 0,
            "chat_total": 1,
            "chat_has_msg": 0,
            "new_member_cnt": 0,
            "member_total": 4,
            "member_has_msg": 0,
            "msg_total": 0,
        },
    }


@pytest.mark.usefixtures("story")
def test_by_day_every_day_of_the_closed_interval_is_there(api: Api) -> None:
    days = _by_day(api, "2024-05-09", "2024-05-12", owner_filter={"userid_list": ["abel"]})
    assert list(days) == [at(f"2024-05-{day:02}") for day in (9, 10, 11, 12)]
    data = list(days.values())
    assert [item["new_chat_cnt"] for item in data] == [0, 1, 0, 0]
    assert [item["chat_total"] for item in data] == [1, 2, 2, 2]
    assert [item["new_member_cnt"] for item in data] == [0, 2, 1, 0]
    assert [item["member_total"] for item in data] == [2, 4, 5, 4]
    assert [item["msg_total"] for item in data] == [0, 7, 10, 10]
    assert [item["member_has_msg"] for item in data] == [0, 2, 3, 3]


@pytest.mark.usefixtures("story")
def test_without_an_end_one_day_is_returned(api: Api) -> None:
    assert list(_by_day(api, "2024-05-10")) == [at("2024-05-10")]
    assert _by_owner(api, "2024-05-10")["abel"]["new_member_cnt"] == 2


@pytest.mark.usefixtures("story")
def test_seconds_within_a_day_are_floored(api: Api) -> None:
    exact = _by_day(api, "2024-05-10", "2024-05-11")
    assert _by_day(api, "2024-05-10 23:59", "2024-05-11 00:01") == exact


@pytest.mark.usefixtures("story")
def test_the_days_of_an_interval_add_up_to_the_interval(api: Api) -> None:
    span = min(limit(name, "day_end_time", "maxSpanDays") for name in _NAMES)
    begin = f"{date(2024, 5, 14) - timedelta(days=min(13, span))}"
    days = _by_day(api, begin, "2024-05-14").values()
    owners = _by_owner(api, begin, "2024-05-14").values()
    for field in ("new_chat_cnt", "new_member_cnt"):
        assert sum(item[field] for item in days) == sum(item[field] for item in owners)


def test_events_stay_with_the_owner_of_their_day_and_totals_follow_the_group(
    api: Api, sim: Simulator, clock: Clock, story: dict[str, str]
) -> None:
    sim.add_member("carl")
    clock.now = at("2024-05-15 12:00")
    ids = fill("onjob_transfer", "chat_id_list", [story["first"]])
    answer = api.call("onjob_transfer", chat_id_list=ids, new_owner="carl")
    assert answer["failed_chat_list"] == []
    clock.now = _NOON + DAY
    api.renew()
    records = _by_owner(api, "2024-05-10", "2024-05-15")
    assert (records["abel"]["new_member_cnt"], records["abel"]["chat_total"]) == (3, 1)
    assert (records["carl"]["new_member_cnt"], records["carl"]["chat_total"]) == (1, 1)
    assert records["carl"]["msg_total"] == 10
    assert "carl" not in _by_owner(api, "2024-05-14")


def test_a_dismissed_group_counts_up_to_the_day_before(
    api: Api, sim: Simulator, story: dict[str, str]
) -> None:
    sim.dismiss(story["first"], at=at("2024-05-13 10:00"))
    days = _by_day(api, "2024-05-12", "2024-05-13", owner_filter={"userid_list": ["abel"]})
    assert [item["chat_total"] for item in days.values()] == [2, 1]


@pytest.mark.usefixtures("story")
def test_an_owner_without_groups_has_no_record(api: Api) -> None:
    answer = _call(api, "statistic", day_begin_time=at("2024-05-02"))
    assert [item["owner"] for item in answer["items"]] == ["abel"]
    assert (answer["total"], answer["next_offset"]) == (1, 1)


def test_migrated_groups_are_told_to_the_education_trade_alone(clock: Clock) -> None:
    with Simulator(clock, education=True) as sim:
        api = Api(sim)
        sim.add_group("abel", create_time=at("2024-05-01"), migrated=True)
        sim.add_group("abel", create_time=at("2024-05-01"))
        assert (
            _by_owner(api, "2024-05-02", owner_filter=_ONE)["abel"]["migrate_trainee_chat_cnt"] == 1
        )
        api.http.close()


@pytest.fixture
def owners(sim: Simulator) -> None:
    """abel: 1 group, 9 members; bella: 2 groups, 2 members, both new; carl: 2 groups, 2 members."""
    old, new = at("2024-05-01"), at("2024-05-14")
    sim.add_group("abel", create_time=old, members=[f"wm-{number}" for number in range(8)])
    for _ in range(2):
        sim.add_group("carl", create_time=old)
        sim.add_group("bella", create_time=new)


@pytest.mark.usefixtures("owners")
@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ({}, ["bella", "abel", "carl"]),
        ({"order_by": 1}, ["bella", "abel", "carl"]),
        ({"order_by": 1, "order_asc": 1}, ["abel", "carl", "bella"]),
        ({"order_by": 2}, ["bella", "carl", "abel"]),
        ({"order_by": 2, "order_asc": 1}, ["abel", "bella", "carl"]),
        ({"order_by": 3, "order_asc": 0}, ["bella", "abel", "carl"]),
        ({"order_by": 4}, ["abel", "bella", "carl"]),
    ],
)
def test_records_are_sorted_downwards_unless_asked_otherwise(
    api: Api, order: dict[str, Any], expected: list[str]
) -> None:
    assert list(_by_owner(api, "2024-05-14", **order)) == expected


@pytest.mark.usefixtures("owners")
def test_an_order_that_only_the_specs_know_is_the_first(sim: Simulator) -> None:
    params = {"day_begin_time": at("2024-05-14"), "owner_filter": _ALL}
    carry_out = sim._dispatcher._handlers[path_of("statistic")]
    answers = [carry_out({**params, "order_by": order}, "any") for order in (1, 987)]
    assert answers[0] == answers[1]


@pytest.mark.usefixtures("owners")
def test_records_come_in_pages_until_next_offset_is_total(api: Api) -> None:
    body: dict[str, Any] = {"day_begin_time": at("2024-05-14"), "limit": 2}
    need_limit("statistic", "limit", "maximum", 2)
    first = _call(api, "statistic", **body)
    assert (len(first["items"]), first["next_offset"], first["total"]) == (2, 2, 3)
    second = _call(api, "statistic", offset=first["next_offset"], **body)
    assert (len(second["items"]), second["next_offset"], second["total"]) == (1, 3, 3)
    beyond = _call(api, "statistic", offset=99, **body)
    assert (beyond["items"], beyond["next_offset"], beyond["total"]) == ([], 3, 3)


def _interval(name: str, which: str) -> tuple[int, int | None]:
    """Return days at the edge of what the specs allow, or just beyond it."""
    first, last = (limit(name, "day_begin_time", rule) for rule in ("maxDaysAgo", "minDaysAgo"))
    span = limit(name, "day_end_time", "maxSpanDays")
    begin, end = {
        "the last day": (last, None),
        "the first day": (first, None),
        "the longest span": (first, first - span),
        "after the last day": (last - 1, None),
        "before the first day": (first + 1, None),
        "an end before its begin": (last + 1, last + 2),
        "a span too long": (last + span + 1, last),
    }[which]
    return _TODAY - begin * DAY, None if end is None else _TODAY - end * DAY


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize(
    ("which", "errcode"),
    [
        ("the last day", 0),
        ("the first day", 0),
        ("the longest span", 0),
        ("after the last day", 40058),
        ("before the first day", 40058),
        ("an end before its begin", 40058),
        ("a span too long", 40058),
    ],
)
def test_days_reach_as_far_back_and_as_far_apart_as_the_specs_say(
    api: Api, name: str, which: str, errcode: int
) -> None:
    begin, end = _interval(name, which)
    days = {"day_begin_time": begin} | ({} if end is None else {"day_end_time": end})
    assert api.call(name, owner_filter=_ONE, **days)["errcode"] == errcode


@pytest.mark.parametrize(
    ("body", "errcode"), [({"owner_filter": None}, 40063), ({"owner_filter": {}}, 40063)]
)
def test_a_statistic_without_owners_is_refused(
    api: Api, body: dict[str, Any], errcode: int
) -> None:
    good = {"day_begin_time": at("2024-05-14"), "owner_filter": _ONE}
    assert api.call("statistic", **{**good, **body})["errcode"] == errcode


@pytest.mark.parametrize(
    ("field", "rule", "errcode"),
    [
        ("owner_filter.userid_list", "minItems", 40063),
        ("owner_filter.userid_list", "maxItems", 701102),
        ("limit", "maximum", 701101),
        ("limit", "minimum", 40058),
        ("offset", "minimum", 40058),
        ("order_by", "enum", 40058),
    ],
)
def test_a_statistic_outside_its_limits_is_refused(
    api: Api, field: str, rule: str, errcode: int
) -> None:
    good = {"day_begin_time": at("2024-05-14"), "owner_filter": _ONE}
    body = {**good, **nested(field, outside("statistic", field, rule))}
    assert api.call("statistic", **body)["errcode"] == errcode


def test_messages_of_a_day_are_replaced_and_must_make_sense(
    api: Api, sim: Simulator, story: dict[str, str]
) -> None:
    sim.set_messages(story["third"], date(2024, 5, 12), 5)
    sim.set_messages(story["third"], date(2024, 5, 12), 0)
    assert _by_owner(api, "2024-05-14", owner_filter=_ONE)["abel"]["msg_total"] == 10
    with pytest.raises(ValueError, match="2 senders"):
        sim.set_messages(story["third"], date(2024, 5, 12), 1, senders=["abel", "wm-one"])
    with pytest.raises(ValueError, match="count must be at least 0"):
        sim.set_messages(story["third"], date(2024, 5, 12), -1)
