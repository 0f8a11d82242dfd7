"""Paging over more elements than one call takes: all pages of each portion, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wecom_client import APIError, ParameterError, Request, ResponseError

from .fixtures import OF_OWNERS, FakeServer, Runner

MakeRunner = Callable[..., Runner]
REFUSED = {"errcode": 60111, "errmsg": "no"}


def serve(request: Request) -> dict[str, Any]:
    """Answer one thing an owner and page, and as many pages as the first owner's number says."""
    body = request.json
    assert body is not None
    page = int(body.get("cursor") or "0")
    pages = int(body["owners"][0].partition("-")[2] or "1")
    things = [{"thing_id": f"{owner}/{page}"} for owner in body["owners"]]
    return {"things": things, "next_cursor": str(page + 1) if page + 1 < pages else ""}


def expected(owners: list[str]) -> list[str]:
    found = []
    unique = list(dict.fromkeys(owners))
    for begin in range(0, len(unique), 3):
        portion = unique[begin : begin + 3]
        pages = int(portion[0].partition("-")[2] or "1")
        found += [f"{owner}/{page}" for page in range(pages) for owner in portion]
    return found


def ids(records: list[Any]) -> list[str]:
    return [one.thing_id for one in records]


def before(kind: type[Exception], runner: Runner, items: Any) -> list[Any]:
    """Return the records that come before an error; there is one."""
    taken: list[Any] = []
    for _ in range(100):
        try:
            taken += runner.take(items, 1)
        except kind:
            return taken
    raise AssertionError("nothing was raised")


@pytest.mark.parametrize(
    "owners",
    [
        [],
        ["a"],
        ["a-2", "b", "c"],
        ["a-2", "b", "c", "d"],
        ["a", "b", "c", "d-3", "e", "f", "g"],
        ["a", "b", "a", "c", "b", "d"],
    ],
)
def test_all_pages_of_all_portions_come_in_order(
    make_runner: MakeRunner, owners: list[str]
) -> None:
    runner = make_runner(serve)
    items = runner.items(OF_OWNERS, start=iter(owners))
    assert ids(runner.take(items)) == expected(owners)
    assert items.position == ()
    assert runner.take(items) == []


def test_each_portion_begins_at_its_own_first_page(make_runner: MakeRunner) -> None:
    runner = make_runner(serve)
    runner.take(runner.items(OF_OWNERS, {"kind": "k"}, start=["a-2", "b", "c", "d"]))
    assert runner.server.seen == [
        {"kind": "k", "limit": 2, "owners": ["a-2", "b", "c"]},
        {"kind": "k", "limit": 2, "owners": ["a-2", "b", "c"], "cursor": "1"},
        {"kind": "k", "limit": 2, "owners": ["d"]},
    ]


@pytest.mark.parametrize("failing", [1, 2, 3])
def test_a_call_that_fails_raises_and_the_next_step_makes_it_again(
    make_runner: MakeRunner, failing: int
) -> None:
    def server(request: Request) -> Any:
        return REFUSED if len(runner.server.seen) == failing else serve(request)

    owners = ["a-2", "b", "c", "d"]
    runner = make_runner(server)
    items = runner.items(OF_OWNERS, start=owners)
    taken = before(APIError, runner, items)
    assert items.position == tuple(owners if failing < 3 else owners[3:])
    assert ids(taken + runner.take(items)) == expected(owners)


ELEMENTS = [*"abcdefgh"]
UNLICENSED = {*"bcdefh"}


def serve_licensed(request: Request) -> dict[str, Any]:
    """Leave out owners without a licence, and refuse a call in which nobody has one."""
    body = request.json
    assert body is not None
    named = [one for one in body["owners"] if one in UNLICENSED]
    if named == body["owners"]:
        return {"errcode": 60113, "errmsg": "nobody has a licence"}
    things = [{"thing_id": one} for one in body["owners"] if one not in UNLICENSED]
    return {
        "things": things,
        "next_cursor": "",
        **({"left_out": {"owners": named}} if named else {}),
    }


def test_elements_that_the_platform_passes_over_are_told_and_do_not_end_the_job(
    make_runner: MakeRunner,
) -> None:
    runner = make_runner(serve_licensed)
    items = runner.items(OF_OWNERS, start=ELEMENTS)
    assert items.skipped == ()
    assert ids(runner.take(items, 1)) == ["a"]
    assert items.skipped == ("b", "c")
    assert ids(runner.take(items, 9)) == ["g"]
    assert items.skipped == tuple("bcdefh")
    assert items.position == ()


def test_an_error_that_says_nothing_of_skipped_elements_ends_the_job(
    make_runner: MakeRunner,
) -> None:
    runner = make_runner(lambda _: REFUSED)
    items = runner.items(OF_OWNERS, start=ELEMENTS)
    with pytest.raises(APIError):
        runner.take(items, 1)
    assert (items.skipped, items.position) == ((), tuple(ELEMENTS))


@pytest.mark.parametrize(
    "odd", [None, [], "b", {}, {"owners": "b"}, {"owners": [[], {}, None, 7.5]}]
)
def test_what_is_no_list_of_elements_says_nothing_of_skipped_ones(
    make_runner: MakeRunner, odd: object
) -> None:
    runner = make_runner(lambda _: {"things": [], "left_out": odd})
    items = runner.items(OF_OWNERS, start=["a"])
    assert runner.take(items, 1) == []
    assert items.skipped == ()


def test_cursors_may_be_the_same_in_two_portions_and_not_within_one(
    make_runner: MakeRunner,
) -> None:
    def server(request: Request) -> dict[str, Any]:
        assert request.json is not None
        cursor, owner = request.json.get("cursor"), request.json["owners"][0]
        goes_on = cursor is None or owner == "z"
        return {"things": [{"thing_id": f"{owner}{cursor}"}], "next_cursor": "x" if goes_on else ""}

    runner = make_runner(server)
    items = runner.items(OF_OWNERS, start=["a", "b", "c", "d", "e", "f", "z"])
    taken = before(ResponseError, runner, items)
    assert ids(taken)[:4] == ["aNone", "ax", "dNone", "dx"]
    assert items.position == ("z",)


def test_wrong_elements_are_refused_at_once_by_the_jobs_own_names(make_runner: MakeRunner) -> None:
    runner = make_runner(serve)
    with pytest.raises(ParameterError) as caught:
        runner.items(OF_OWNERS, start=["a", "", {}, "b"], size=101)
    assert [(one.path, one.rule) for one in caught.value.problems] == [
        ("people[2]", "type"),
        ("people[1]", "minLength"),
        ("page_size", "maximum"),
    ]
    for wrong in ("abc", 7, None):
        with pytest.raises(ParameterError, match="people"):
            runner.items(OF_OWNERS, start=wrong)
    assert runner.server.seen == []


@given(
    owners=st.lists(st.from_regex(r"[a-f]-[1-3]", fullmatch=True), max_size=12),
    taken=st.integers(0, 30),
)
def test_stopping_and_going_on_anywhere_loses_nothing(owners: list[str], taken: int) -> None:
    runner = Runner(FakeServer(serve), asynchronous=False)
    items = runner.items(OF_OWNERS, start=owners)
    first = ids(runner.take(items, taken))
    second = ids(runner.take(runner.items(OF_OWNERS, start=items.position)))
    assert set(first) | set(second) == set(expected(owners))
