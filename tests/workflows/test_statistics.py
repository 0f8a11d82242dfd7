"""Statistics over all days that the platform keeps: every day and owner has a row, gaps show."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from wecom_client import APIError, ParameterError, ResponseError
from wecom_client.simulator import Simulator
from wecom_client.workflows import IncompleteError

from ..model import limit
from .callers import DAY, GROUPCHAT, MIDNIGHT, Caller, answering, workflow

statistics = workflow("statistics")
TODAY = date(2023, 12, 15)
FILTER = "owner_filter.userid_list"


def kept() -> int:
    """How many days the platform keeps, of which the last was yesterday."""
    return limit("statistic_group_by_day", "day_begin_time", "maxDaysAgo")


def most() -> int:
    return limit("statistic_group_by_day", FILTER, "maxItems")


def test_all_days_and_owners_have_a_row(caller: Caller, sim: Simulator, tmp_path: Path) -> None:
    made = MIDNIGHT - 40 * DAY
    sim.add_group("abel", create_time=made)
    last_owner = sim.add_group("zoe", members=["wm-one"], create_time=made)
    sim.join(last_owner, "wm-two", at=MIDNIGHT - 3 * DAY)
    owners = ["abel", *(f"nobody-{number}" for number in range(most())), "zoe", "abel"]

    days = caller(lambda wecom: statistics.statistics_by_day(wecom, owners))
    people = caller(lambda wecom: statistics.statistics_by_owner(wecom, owners))

    assert days.is_complete
    assert (days.first_day, days.last_day) == (TODAY - timedelta(kept()), TODAY - timedelta(1))
    rows = {row.day: row.data for row in days}
    assert len(rows) == kept()
    assert list(rows) == sorted(rows)
    assert rows[TODAY - timedelta(40)].new_chat_cnt == 2
    assert rows[TODAY - timedelta(41)].chat_total == 0
    assert rows[TODAY - timedelta(3)].new_member_cnt == 1
    assert [rows[TODAY - timedelta(ago)].member_total for ago in (4, 3, 1)] == [3, 4, 4]
    found = {row.owner: row.data for row in people.rows}
    assert list(found)[:2] == ["abel", "nobody-0"]
    assert (found["zoe"].new_member_cnt, found["abel"].chat_total) == (3, 1)
    assert not people.is_complete
    assert [row.owner for row in people.gaps] == owners[1:-2]
    assert [one.key for one in people.failures] == owners[1:-2]
    with pytest.raises(IncompleteError, match="nobody-0: no answer had it"):
        list(people)
    export = workflow("export")
    with pytest.raises(IncompleteError):
        export.write_csv(people, tmp_path / "people.csv", ["owner", "data.member_total"])
    assert not (tmp_path / "people.csv").exists()
    assert export.write_csv(days, tmp_path / "x.csv", ["day", "data.member_total"]) == kept()
    with (tmp_path / "x.csv").open(newline="") as file:
        assert list(csv.reader(file))[-1] == ["2023-12-14", "4"]


def test_days_that_are_given_count_and_others_than_the_platform_keeps_are_refused(
    caller: Caller, sim: Simulator
) -> None:
    sim.add_group("abel")
    first, last = TODAY - timedelta(3), TODAY - timedelta(2)
    found = caller(
        lambda wecom: statistics.statistics_by_day(wecom, ["abel"], first_day=first, last_day=last)
    )
    assert [row.day for row in found.rows] == [first, last]
    for options in ({"first_day": TODAY - timedelta(kept() + 1)}, {"last_day": TODAY}):
        for function in (statistics.statistics_by_day, statistics.statistics_by_owner):
            with pytest.raises(ParameterError):
                caller(lambda wecom: function(wecom, ["abel"], **options))  # noqa: B023
    with pytest.raises(ParameterError):
        caller(lambda wecom: statistics.statistics_by_day(wecom, []))
    noon = datetime(2023, 12, 10, 12, tzinfo=UTC)
    for name, no_date in product(("first_day", "last_day"), (noon, "2023-12-10", 1702166400)):
        for function in (statistics.statistics_by_day, statistics.statistics_by_owner):
            with pytest.raises(TypeError, match=f"^{name} must be a date"):
                caller(lambda wecom: function(wecom, ["abel"], **{name: no_date}))  # noqa: B023
    backwards = {"first_day": TODAY - timedelta(2), "last_day": TODAY - timedelta(3)}
    with pytest.raises(ParameterError):
        caller(lambda wecom: statistics.statistics_by_day(wecom, ["abel"], **backwards))
    with pytest.raises(TypeError, match="one text"):
        caller(lambda wecom: statistics.statistics_by_owner(wecom, "abel"))


def by_day(data: Any) -> Any:
    """Answer with figures by owner and day; None: the answer lacks the day."""

    def answer(path: str, body: Any) -> Any:
        assert path == f"{GROUPCHAT}/statistic_group_by_day"
        times = range(body["day_begin_time"], body["day_end_time"] + 1, DAY)
        figures = {time: data(body["owner_filter"]["userid_list"][0], time) for time in times}
        if isinstance(figures[times[0]], dict) and "errcode" in figures[times[0]]:
            return figures[times[0]]
        return {
            "items": [
                {"stat_time": time, "data": one} for time, one in figures.items() if one is not None
            ]
        }

    return answer


def test_a_day_that_one_answer_lacks_shows_with_the_owners_who_are_not_in_it(
    asynchronous: bool,
) -> None:
    owners = [f"owner-{number:03}" for number in range(most() + 1)]
    lacking, gone = MIDNIGHT - 2 * DAY, MIDNIGHT - 3 * DAY

    def data(owner: str, time: int) -> Any:
        if time == gone or (time == lacking and owner == owners[-1]):
            return None
        return {"new_chat_cnt": 1, "member_total": 5, "strange": owner}

    call = answering(by_day(data), asynchronous=asynchronous)
    first = TODAY - timedelta(4)
    found = call(lambda wecom: statistics.statistics_by_day(wecom, owners, first_day=first))

    assert [None if row.data is None else row.data.raw for row in found.rows] == [
        {"new_chat_cnt": 2, "member_total": 10},
        None,
        {"new_chat_cnt": 1, "member_total": 5, "strange": owners[0]},
        {"new_chat_cnt": 2, "member_total": 10},
    ]
    assert [row.missing_owners for row in found.gaps] == [tuple(owners), (owners[-1],)]
    assert not found.is_complete
    assert [one.key for one in found.failures] == [row.day for row in found.gaps]
    with pytest.raises(IncompleteError) as raised:
        found.raise_for_failures()
    assert f"{TODAY - timedelta(3)}: no answer had it" in str(raised.value)
    assert f"{TODAY - timedelta(2)}: 1 of {len(owners)} owners" in str(raised.value)
    with pytest.raises(IncompleteError):
        iter(found)


@pytest.mark.parametrize(
    ("figures", "error"),
    [({"errcode": 41039, "errmsg": ""}, APIError), ({"member_total": "many"}, ResponseError)],
    ids=["refused", "no number"],
)
def test_where_a_later_call_fails_nothing_is_returned(
    figures: Any, error: type[Exception], asynchronous: bool
) -> None:
    owners = [f"owner-{number:03}" for number in range(most() + 1)]
    call = answering(
        by_day(lambda owner, time: figures if owner == owners[-1] else {"member_total": 1}),
        asynchronous=asynchronous,
    )
    with pytest.raises(error):
        call(lambda wecom: statistics.statistics_by_day(wecom, owners))
