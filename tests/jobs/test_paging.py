"""Paging over cursors and offsets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wecom_client import ParameterError, Request, ResponseError, TransportError

from ..exchange import NoReply
from .fixtures import BY_CURSOR, BY_OFFSET, NAMES, FakeServer, Runner

MakeRunner = Callable[..., Runner]


def things(first: int, last: int) -> list[dict[str, Any]]:
    return [{"thing_id": f"t{number}"} for number in range(first, last)]


def by_cursor(number: int) -> Callable[[Request], dict[str, Any]]:
    """Serve so many things; the cursor is the number of the next, as text."""

    def serve(request: Request) -> dict[str, Any]:
        assert request.json is not None
        begin = int(request.json.get("cursor") or "0")
        end = min(begin + request.json["limit"], number)
        return {"things": things(begin, end), "next_cursor": str(end) if end < number else ""}

    return serve


def by_offset(number: int) -> Callable[[Request], dict[str, Any]]:
    def serve(request: Request) -> dict[str, Any]:
        assert request.json is not None
        begin = request.json.get("offset") or 0
        end = min(begin + request.json["limit"], number)
        return {"things": things(begin, end), "following": end, "total": number}

    return serve


def names(number: int) -> Callable[[Request], dict[str, Any]]:
    """Serve so many names, two a page, as a platform does that takes no size."""

    def serve(request: Request) -> dict[str, Any]:
        assert request.json is not None
        begin = int(request.json.get("cursor") or "0")
        end = min(begin + 2, number)
        page = [f"t{n}" for n in range(begin, end)]
        return {"names": page, "next_cursor": str(end) if end < number else ""}

    return serve


def ids(records: list[Any]) -> list[str]:
    return [record if isinstance(record, str) else record.thing_id for record in records]


EVERY_KIND: list[tuple[Any, Any]] = [
    (BY_CURSOR, by_cursor),
    (BY_OFFSET, by_offset),
    (NAMES, names),
]


@pytest.mark.parametrize(("pages", "serve"), EVERY_KIND)
@pytest.mark.parametrize("number", [0, 1, 2, 5, 6])
def test_all_records_of_all_pages_come_once_in_their_order(
    make_runner: MakeRunner, pages: Any, serve: Any, number: int
) -> None:
    runner = make_runner(serve(number))
    assert ids(runner.take(runner.items(pages))) == [f"t{n}" for n in range(number)]
    assert len(runner.server.seen) == max(1, -(-number // 2))


def test_a_page_is_asked_for_only_when_its_first_record_is_taken(make_runner: MakeRunner) -> None:
    runner = make_runner(by_cursor(6))
    items = runner.items(BY_CURSOR)
    seen = []
    for _ in range(3):
        seen.append(len(runner.server.seen))
        runner.take(items, 1)
    assert seen == [0, 1, 1]
    assert len(runner.server.seen) == 2


def test_filters_are_sent_with_every_page(make_runner: MakeRunner) -> None:
    runner = make_runner(by_cursor(3))
    runner.take(runner.items(BY_CURSOR, {"kind": "round"}))
    assert runner.server.seen == [
        {"kind": "round", "limit": 2},
        {"kind": "round", "limit": 2, "cursor": "2"},
    ]


def test_a_page_size_out_of_range_is_refused_at_once_under_its_own_name(
    make_runner: MakeRunner,
) -> None:
    runner = make_runner(by_cursor(3))
    with pytest.raises(ParameterError) as caught:
        runner.items(BY_CURSOR, {"kind": 5}, size=101)
    assert [(one.path, one.rule) for one in caught.value.problems] == [
        ("kind", "type"),
        ("page_size", "maximum"),
    ]
    assert runner.server.seen == []


@pytest.mark.parametrize(
    ("pages", "serve", "rest"),
    [
        (BY_CURSOR, by_cursor, [2, 3, 4, 5]),
        (BY_OFFSET, by_offset, [3, 4, 5]),
        (NAMES, names, [2, 3, 4, 5]),
    ],
)
def test_a_walk_goes_on_from_where_another_stopped(
    make_runner: MakeRunner, pages: Any, serve: Any, rest: list[int]
) -> None:
    runner = make_runner(serve(6))
    items = runner.items(pages)
    runner.take(items, 3)
    again = runner.items(pages, start=items.position)
    assert ids(runner.take(again)) == [f"t{n}" for n in rest]


def test_the_position_at_the_end_is_not_the_beginning(make_runner: MakeRunner) -> None:
    runner = make_runner(by_cursor(6))
    items = runner.items(BY_CURSOR)
    runner.take(items)
    assert items.position == "4"
    assert runner.take(items) == []


@pytest.mark.parametrize(("pages", "serves"), EVERY_KIND)
def test_a_failed_call_is_made_again_by_the_next_step(
    make_runner: MakeRunner, pages: Any, serves: Any
) -> None:
    serve, fails = serves(4), [False, True, True, True, False]

    def server(request: Request) -> Any:
        return NoReply("lost", "the line broke") if fails.pop(0) else serve(request)

    runner = make_runner(server)
    items = runner.items(pages)
    assert ids(runner.take(items, 2)) == ["t0", "t1"]
    with pytest.raises(TransportError):
        runner.take(items)
    assert ids(runner.take(items)) == ["t2", "t3"]


def test_pages_without_a_size_are_asked_for_without_one(make_runner: MakeRunner) -> None:
    runner = make_runner(names(3))
    runner.take(runner.items(NAMES, {"kind": "round"}, size=None))
    assert runner.server.seen == [{"kind": "round"}, {"kind": "round", "cursor": "2"}]


@pytest.mark.parametrize("value", [None, 7, ["x"], {"a": 1}], ids=repr)
def test_what_is_no_plain_value_stays_what_it_is(make_runner: MakeRunner, value: Any) -> None:
    runner = make_runner(lambda _: {"names": [value, "t"]})
    first, second = runner.take(runner.items(NAMES))
    assert first == (("x",) if value == ["x"] else value)
    assert second == "t"


@pytest.mark.parametrize("cycle", [1, 2, 3])
def test_cursors_that_go_in_a_circle_stop_the_walk(make_runner: MakeRunner, cycle: int) -> None:
    def server(request: Request) -> dict[str, Any]:
        assert request.json is not None
        here = int(request.json.get("cursor") or "0")
        return {"things": things(here, here + 1), "next_cursor": str(here % cycle + 1)}

    runner = make_runner(server)
    items = runner.items(BY_CURSOR)
    assert len(runner.take(items, cycle + 1)) == cycle + 1  # each page that came is handed on
    for _ in range(2):
        with pytest.raises(ResponseError, match="circle"):
            runner.take(items)
    assert len(runner.server.seen) == cycle + 1


@pytest.mark.parametrize("following", [0, 1])
def test_an_offset_that_does_not_grow_stops_the_walk(
    make_runner: MakeRunner, following: int
) -> None:
    runner = make_runner(lambda _: {"things": things(0, 2), "following": following, "total": 9})
    with pytest.raises(ResponseError, match="circle"):
        runner.take(runner.items(BY_OFFSET, start=1))
    assert len(runner.server.seen) == 1


def test_an_empty_page_in_the_middle_is_passed_over(make_runner: MakeRunner) -> None:
    answers = [
        {"things": things(0, 1), "next_cursor": "a"},
        {"things": [], "next_cursor": "b"},
        {"next_cursor": "c"},
        {"things": things(1, 2)},
    ]
    runner = make_runner(lambda _: answers.pop(0))
    assert ids(runner.take(runner.items(BY_CURSOR))) == ["t0", "t1"]


def test_without_an_offset_in_the_answer_the_records_are_counted(make_runner: MakeRunner) -> None:
    def server(request: Request) -> dict[str, Any]:
        assert request.json is not None
        begin = request.json.get("offset") or 0
        return {"things": things(begin, min(begin + 2, 5))}

    runner = make_runner(server)
    assert len(runner.take(runner.items(BY_OFFSET))) == 5


@pytest.mark.parametrize("spell", [str, float, int, lambda n: f" {n}.0"])
def test_numbers_that_steer_count_however_they_are_written(
    make_runner: MakeRunner, spell: Any
) -> None:
    serve = by_offset(5)

    def server(request: Request) -> dict[str, Any]:
        answer = serve(request)
        return {**answer, "following": spell(answer["following"]), "total": spell(answer["total"])}

    runner = make_runner(server)
    assert ids(runner.take(runner.items(BY_OFFSET))) == [f"t{n}" for n in range(5)]
    assert len(runner.server.seen) == 3


@pytest.mark.parametrize("following", [None, "2", 2, 99], ids=repr)
def test_a_walk_ends_when_all_records_of_the_total_came(
    make_runner: MakeRunner, following: Any
) -> None:
    # A server that does not know the offset: it always answers its one page.
    runner = make_runner(lambda _: {"things": things(0, 2), "following": following, "total": "2"})
    assert ids(runner.take(runner.items(BY_OFFSET))) == ["t0", "t1"]
    assert len(runner.server.seen) == 1


@pytest.mark.parametrize("total", [{}, {"total": "400"}, {"total": 400.0}, {"total": "many"}])
@pytest.mark.parametrize("records", [2, 40])
def test_the_same_page_again_stops_a_walk_over_offsets(
    make_runner: MakeRunner, total: dict[str, Any], records: int
) -> None:
    runner = make_runner(lambda _: {"things": things(0, records), **total})
    items = runner.items(BY_OFFSET)
    assert len(runner.take(items, records)) == records
    with pytest.raises(ResponseError, match="the one before again"):
        runner.take(items)


def test_the_same_page_under_ever_new_cursors_stops_the_walk(make_runner: MakeRunner) -> None:
    cursors = iter(range(10_000))
    runner = make_runner(lambda _: {"things": things(0, 2), "next_cursor": f"c{next(cursors)}"})
    with pytest.raises(ResponseError, match="the one before again"):
        runner.take(runner.items(BY_CURSOR))
    assert len(runner.server.seen) == 2


def test_empty_pages_without_end_stop_the_walk(make_runner: MakeRunner) -> None:
    cursors = iter(range(10_000))
    runner = make_runner(lambda _: {"things": [], "next_cursor": f"c{next(cursors)}"})
    with pytest.raises(ResponseError, match="were empty"):
        runner.take(runner.items(BY_CURSOR))
    assert len(runner.server.seen) < 1000


def test_the_same_page_as_the_last_one_ends_the_walk_as_any_last_page(
    make_runner: MakeRunner,
) -> None:
    answers: list[Any] = [{"things": things(0, 2), "next_cursor": "a"}, {"things": things(0, 2)}]
    runner = make_runner(lambda _: answers.pop(0))
    assert ids(runner.take(runner.items(BY_CURSOR))) == ["t0", "t1", "t0", "t1"]


def test_fewer_records_than_the_total_are_not_passed_off_as_all(make_runner: MakeRunner) -> None:
    answers: list[Any] = [{"things": things(0, 2), "total": 5}, {"things": [], "total": 5}]
    runner = make_runner(lambda _: answers.pop(0))
    items = runner.items(BY_OFFSET)
    assert ids(runner.take(items, 2)) == ["t0", "t1"]
    with pytest.raises(ResponseError, match="2 of 5 records"):
        runner.take(items)


@pytest.mark.parametrize(
    "answer", [{"things": {"a": 1}}, {"things": "text"}, {"things": [], "next_cursor": ["x"]}]
)
def test_an_answer_that_is_no_page_is_an_error(
    make_runner: MakeRunner, answer: dict[str, Any]
) -> None:
    runner = make_runner(lambda _: answer)
    with pytest.raises(ResponseError, match="paging stopped"):
        runner.take(runner.items(BY_CURSOR))


def test_a_null_among_the_records_stays_what_it_is(make_runner: MakeRunner) -> None:
    runner = make_runner(lambda _: {"things": [None, {"thing_id": "t"}]})
    first, second = runner.take(runner.items(BY_CURSOR))
    assert first is None
    assert second.thing_id == "t"


@given(number=st.integers(0, 30), size=st.integers(1, 8), taken=st.integers(0, 40))
def test_stopping_and_going_on_anywhere_loses_nothing(number: int, size: int, taken: int) -> None:
    for pages, serve in EVERY_KIND:
        runner = Runner(FakeServer(serve(number)), asynchronous=False)
        items = runner.items(pages, size=size)
        first = ids(runner.take(items, taken))
        second = ids(runner.take(runner.items(pages, start=items.position, size=size)))
        everything = [f"t{n}" for n in range(number)]
        assert list(dict.fromkeys(first + second)) == everything
