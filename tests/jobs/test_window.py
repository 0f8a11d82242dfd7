"""Figures over more days and more owners than one call takes."""

from __future__ import annotations

import copy
import datetime
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wecom_client import ParameterError, Request, ResponseError, TransportError

from ..declarations import Window
from ..exchange import NoReply
from .fixtures import COUNT, DAY, TODAY, CountAnswer, FakeServer, Runner, counts

MakeRunner = Callable[..., Runner]

BY_OWNER: Window[CountAnswer] = counts("count", "owner", paged=True)
BY_DAY: Window[CountAnswer] = counts("count_by_day", "day", paged=False)


def made(owner: str, day: int) -> int:
    """Return how many an owner made on a day: any figure that differs."""
    return (int(owner[1:]) * 7 + day) % 5


def held(owner: str, day: int) -> int:
    """Return how many an owner holds up to and including a day."""
    return int(owner[1:]) * 100 + day


class Statistics:
    """Counts per owner over the span, or per day over the owners, as one call would."""

    def __init__(self, key: str) -> None:
        self.key = key

    def __call__(self, request: Request) -> dict[str, Any]:
        assert request.json is not None
        asked = request.json
        first = asked["first"] // DAY
        last = asked.get("last", asked["first"]) // DAY
        owners = asked["owners"]["ids"]
        assert 0 <= last - first < 5
        assert 1 <= len(owners) <= 3
        records = list(self.records(first, last, owners))
        begin = asked.get("offset", 0)
        if "limit" not in asked:
            return {"counts": records}
        end = min(begin + asked["limit"], len(records))
        return {"counts": records[begin:end], "following": end, "total": len(records)}

    def records(self, first: int, last: int, owners: list[str]) -> Any:
        days = range(first, last + 1)
        if self.key == "owner":
            for owner in owners:
                figures = {"made": sum(made(owner, day) for day in days), "held": held(owner, last)}
                yield {"owner": owner, "figures": figures}
        else:
            for day in days:
                sums = {
                    "made": sum(made(owner, day) for owner in owners),
                    "held": sum(held(owner, day) for owner in owners),
                }
                yield {"day": day * DAY, "figures": sums}


def at(days_ago: int) -> int:
    return TODAY - days_ago * DAY


def owners(number: int) -> dict[str, list[str]]:
    return {"ids": [f"o{n}" for n in range(number)]}


BY_DAY_ALONE: Window[CountAnswer] = Window(
    BY_DAY.operation,
    COUNT,
    CountAnswer,
    begin="first",
    end="last",
    items="counts",
    key="day",
)


@given(begin=st.integers(1, 60), length=st.integers(0, 59))
def test_days_alone_are_split_into_calls_whose_records_are_put_together(
    begin: int, length: int
) -> None:
    server, last = Statistics("day"), max(1, begin - length)
    runner = Runner(FakeServer(server), asynchronous=False)
    values = {"first": at(begin), "last": at(last), "owners": owners(3)}
    answer = runner.window(BY_DAY_ALONE, values)
    direct = server.records(at(begin) // DAY, at(last) // DAY, owners(3)["ids"])
    assert [one.raw for one in answer.counts] == list(direct)
    assert answer.unmerged == ()
    assert len(runner.server.seen) == -(-(begin - last + 1) // 5)


def test_days_alone_leave_elements_to_the_limit_of_one_call(make_runner: MakeRunner) -> None:
    runner = make_runner(Statistics("day"))
    with pytest.raises(ParameterError, match="maxItems"):
        runner.window(BY_DAY_ALONE, {"first": at(9), "last": at(1), "owners": owners(4)})
    assert runner.server.seen == []


def test_a_day_that_two_answers_tell_of_differently_says_what_is_left_out(
    make_runner: MakeRunner,
) -> None:
    def server(request: Request) -> dict[str, Any]:
        assert request.json is not None
        made = request.json["first"] // DAY
        return {"counts": [{"day": at(5), "figures": {"made": made}, "owner": "o1"}]}

    values = {"first": at(9), "last": at(1), "owners": owners(1)}
    answer = make_runner(server).window(BY_DAY_ALONE, values)
    assert [one.raw for one in answer.counts] == [{"day": at(5), "owner": "o1"}]
    assert answer.unmerged == ("counts.figures",)


@given(number=st.integers(1, 9), begin=st.integers(1, 40), length=st.integers(0, 39))
@pytest.mark.parametrize(("window", "key"), [(BY_OWNER, "owner"), (BY_DAY, "day")])
def test_the_merged_answer_is_what_one_call_without_limits_would_say(
    window: Window[CountAnswer], key: str, number: int, begin: int, length: int
) -> None:
    server = Statistics(key)
    last = max(1, begin - length)
    values = {"first": at(begin), "last": at(last), "owners": owners(number)}
    runner = Runner(FakeServer(server), asynchronous=False)
    answer = runner.window(window, values)
    direct = server.records(at(begin) // DAY, at(last) // DAY, owners(number)["ids"])
    assert [one.raw for one in answer.counts] == list(direct)


def test_many_owners_and_days_become_the_fewest_calls(make_runner: MakeRunner) -> None:
    runner = make_runner(Statistics("day"))
    runner.window(BY_DAY, {"first": at(12), "last": at(1), "owners": owners(7)})
    asked = [(b["first"], b["last"], len(b["owners"]["ids"])) for b in runner.server.seen]
    spans = [(at(12), at(8)), (at(7), at(3)), (at(2), at(1))]
    assert asked == [(*span, number) for number in (3, 3, 1) for span in spans]


def test_what_fits_into_one_call_is_sent_as_it_was_given(make_runner: MakeRunner) -> None:
    runner = make_runner(Statistics("owner"))
    noon = at(3) + 4 * 3600
    runner.window(BY_OWNER, {"first": noon, "last": None, "owners": owners(2)})
    assert runner.server.seen == [{"first": noon, "owners": owners(2), "limit": 2}]


def test_days_may_be_dates_and_aware_datetimes(make_runner: MakeRunner) -> None:
    runner = make_runner(Statistics("day"))
    zone = datetime.timezone(datetime.timedelta(hours=8))
    first = datetime.datetime.fromtimestamp(at(7), zone)
    last = datetime.datetime.fromtimestamp(at(1), zone).date()
    runner.window(BY_DAY, {"first": first, "last": last, "owners": owners(1)})
    assert [(b["first"], b["last"]) for b in runner.server.seen] == [
        (at(7), at(3)),
        (at(2), at(1)),
    ]


def test_an_owner_given_twice_counts_once(make_runner: MakeRunner) -> None:
    runner = make_runner(Statistics("day"))
    runner.window(BY_DAY, {"first": at(1), "owners": {"ids": ["o1", "o2", "o1", "o2"]}})
    assert [b["owners"]["ids"] for b in runner.server.seen] == [["o1", "o2"]]


def test_pages_of_a_part_are_fetched_to_their_end(make_runner: MakeRunner) -> None:
    runner = make_runner(Statistics("owner"))
    answer = runner.window(BY_OWNER, {"first": at(1), "owners": owners(5)})
    assert [one.owner for one in answer.counts] == [f"o{n}" for n in range(5)]
    assert len(runner.server.seen) == 3
    assert (answer.total, answer.following) == (5, 5)


def test_limits_that_no_split_can_keep_are_refused_with_all_problems_at_once(
    make_runner: MakeRunner,
) -> None:
    runner = make_runner(Statistics("day"))
    values = {"first": at(401), "last": at(0), "owners": {"ids": ["o1"] * 4 + [""]}}
    with pytest.raises(ParameterError) as caught:
        runner.window(BY_DAY, values)
    assert [(one.path, one.rule) for one in caught.value.problems] == [
        ("first", "maxDaysAgo"),
        ("last", "minDaysAgo"),
        ("owners.ids[4]", "minLength"),
    ]
    assert runner.server.seen == []


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"first": at(1), "owners": {"ids": []}}, ("owners.ids", "minItems")),
        ({"first": at(1), "owners": None}, ("owners", "required")),
        ({"first": at(1), "last": at(2), "owners": owners(1)}, ("last", "notBefore")),
        ({"first": "today", "owners": owners(1)}, ("first", "type")),
    ],
)
def test_what_one_call_would_refuse_is_refused(
    make_runner: MakeRunner, values: Any, problem: Any
) -> None:
    with pytest.raises(ParameterError) as caught:
        make_runner(Statistics("day")).window(BY_DAY, values)
    assert [(one.path, one.rule) for one in caught.value.problems] == [problem]


@pytest.mark.parametrize(
    "values", [{"first": "x", "owners": owners(1)}, {"owners": "o1"}, {"owners": {"ids": [["o1"]]}}]
)
def test_with_the_checks_off_what_cannot_be_split_is_sent_whole(
    make_runner: MakeRunner, values: Any
) -> None:
    runner = make_runner(lambda _: {"counts": []}, checks="off")
    assert runner.window(BY_DAY, values).counts == ()
    assert runner.server.seen == [values]


def test_an_owner_that_another_part_asked_for_is_not_counted_twice(make_runner: MakeRunner) -> None:
    statistics = Statistics("owner")

    def server(request: Request) -> dict[str, Any]:
        assert request.json is not None
        asked = {**request.json, "owners": {"ids": request.json["owners"]["ids"][:2] + ["o0"]}}
        return {"counts": statistics(Request(request.operation, {}, asked))["counts"][:3]}

    runner = make_runner(server)
    window = counts("count", "owner", paged=False)
    answer = runner.window(window, {"first": at(1), "owners": owners(6)})
    figures = {one.owner: one.figures.held for one in answer.counts}
    assert figures == {f"o{n}": held(f"o{n}", at(1) // DAY) for n in (0, 1, 3, 4)}


def test_a_figure_that_is_absent_stays_absent_and_adds_nothing(make_runner: MakeRunner) -> None:
    answers = [
        {"counts": [{"owner": "o0", "figures": {"made": 2}}]},
        {"counts": [{"owner": "o0", "figures": {"made": None, "other": 9}}]},
        {"counts": [{"owner": "o0", "figures": {"made": 3}}]},
    ]
    runner = make_runner(lambda _: answers.pop(0))
    window = counts("count", "owner", paged=False)
    answer = runner.window(window, {"first": at(12), "last": at(1), "owners": owners(1)})
    assert answer.counts[0].figures.made == 5
    assert answer.counts[0].figures.held is None


def test_an_owner_missing_on_the_last_days_keeps_the_last_figures_known(
    make_runner: MakeRunner,
) -> None:
    answers: list[dict[str, Any]] = [
        {"counts": [{"owner": "o0", "figures": {"made": 2, "held": 7}}]},
        {"counts": []},
    ]
    runner = make_runner(lambda _: answers.pop(0))
    window = counts("count", "owner", paged=False)
    answer = runner.window(window, {"first": at(6), "last": at(1), "owners": owners(1)})
    assert answer.counts[0].raw == {"owner": "o0", "figures": {"made": 2, "held": 7}}


@pytest.mark.parametrize(
    "records",
    [[{"figures": {"made": 1}}], ["o1"], [{"owner": {"a": 1}}], "text"],
)
def test_answers_that_cannot_be_merged_are_an_error(make_runner: MakeRunner, records: Any) -> None:
    runner = make_runner(lambda _: {"counts": records})
    window = counts("count", "owner", paged=False)
    with pytest.raises(ResponseError, match="cannot be merged"):
        runner.window(window, {"first": at(1), "owners": owners(1)})


def test_a_figure_that_is_no_number_is_an_error_where_it_has_to_be_added(
    make_runner: MakeRunner,
) -> None:
    runner = make_runner(lambda _: {"counts": [{"owner": "o0", "figures": {"made": "2"}}]})
    window = counts("count", "owner", paged=False)
    with pytest.raises(ResponseError, match=r"figures\.made is not a number"):
        runner.window(window, {"first": at(6), "last": at(1), "owners": owners(1)})


def test_the_answers_themselves_are_left_as_they_came(make_runner: MakeRunner) -> None:
    kept: list[dict[str, Any]] = []

    def server(request: Request) -> dict[str, Any]:
        kept.append({"counts": [{"owner": "o0", "figures": {"made": 1, "held": 2}}]})
        return kept[-1]

    runner = make_runner(server)
    window = counts("count", "owner", paged=False)
    runner.window(window, {"first": at(6), "last": at(1), "owners": owners(1)})
    assert all(one["counts"][0]["figures"] == {"made": 1, "held": 2} for one in kept)


def test_a_call_that_fails_ends_the_job_with_its_error(make_runner: MakeRunner) -> None:
    runner = make_runner(lambda _: NoReply("refused", "no connection"))
    with pytest.raises(TransportError):
        runner.window(BY_DAY, {"first": at(12), "last": at(1), "owners": owners(1)})
    assert len(runner.server.seen) == 1


class Unknown(Statistics):
    """Statistics with fields that no spec knows, in each place and of each kind."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.calls = 0

    def __call__(self, request: Request) -> dict[str, Any]:
        self.calls += 1
        answer = super().__call__(request)
        for record in answer["counts"]:
            record["figures"] |= {"left": self.calls, "unit": "群", "flag": self.calls > 1}
            record |= {"note": {"of": self.calls}, "kind": ["a"]}
        return {**answer, "server": f"s{self.calls}", "zone": "UTC+8", "rest": [self.calls]}


RECORD_FIELDS = ("counts.figures.flag", "counts.figures.left", "counts.note")


@pytest.mark.parametrize(
    ("window", "key", "count", "last"), [(BY_OWNER, "owner", 1, 1), (BY_DAY, "day", 7, 5)]
)
def test_what_no_rule_can_merge_is_kept_where_equal_and_else_left_out_and_named(
    make_runner: MakeRunner, window: Window[CountAnswer], key: str, count: int, last: int
) -> None:
    runner = make_runner(Unknown(key))
    answer = runner.window(window, {"first": at(9), "last": at(last), "owners": owners(count)})
    assert len(runner.server.seen) > 1
    assert answer.unmerged == (*RECORD_FIELDS, "rest", "server")
    assert (answer.raw["zone"], "server" in answer.raw) == ("UTC+8", False)
    for record in answer.counts:
        assert record.raw["kind"] == ["a"]
        assert "note" not in record.raw
        assert record.raw["figures"].keys() == {"made", "held", "unit"}


def test_one_call_is_answered_as_it_came(make_runner: MakeRunner) -> None:
    runner = make_runner(Unknown("day"))
    answer = runner.window(BY_DAY, {"first": at(2), "last": at(1), "owners": owners(2)})
    assert answer.unmerged == ()
    assert answer.raw["server"] == "s1"
    assert answer.counts[0].raw["figures"]["left"] == 1


@pytest.mark.parametrize(
    ("values", "unmerged"),
    [
        ((1, 1.0), ()),
        ((["a", {"b": 1}], ["a", {"b": 1.0}]), ()),
        ((2, None), ("x",)),
        ((1, True), ("x",)),
        (([1], [True]), ("x",)),
        (({"a": 1}, {"a": 1, "b": None}), ("x",)),
    ],
    ids=repr,
)
def test_equal_is_what_is_the_same_json(
    make_runner: MakeRunner, values: tuple[Any, Any], unmerged: tuple[str, ...]
) -> None:
    came = iter(values)

    def server(request: Request) -> dict[str, Any]:
        value = next(came)
        return {**Statistics("day")(request), **({} if value is None else {"x": value})}

    answer = make_runner(server).window(
        BY_DAY, {"first": at(6), "last": at(1), "owners": owners(1)}
    )
    assert answer.unmerged == unmerged


def test_a_merged_answer_keeps_its_word_of_what_it_lacks(make_runner: MakeRunner) -> None:
    runner = make_runner(Unknown("day"))
    answer = runner.window(BY_DAY, {"first": at(9), "last": at(1), "owners": owners(1)})
    for other in (pickle.loads(pickle.dumps(answer)), copy.copy(answer), copy.deepcopy(answer)):
        assert other == answer
        assert other.unmerged == answer.unmerged != ()


def test_the_answers_that_were_merged_are_not_changed(make_runner: MakeRunner) -> None:
    seen: list[dict[str, Any]] = []

    def server(request: Request) -> dict[str, Any]:
        seen.append(Unknown("day")(request))
        return seen[-1]

    runner = make_runner(server)
    runner.window(BY_DAY, {"first": at(9), "last": at(1), "owners": owners(1)})
    assert all(record["note"] == {"of": 1} for answer in seen for record in answer["counts"])
