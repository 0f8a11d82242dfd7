"""Bulk reads of what comes in pages: an answer has all of them, or is none."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wecom_client import APIError, ParameterError, Request, ResponseError, TransportError

from ..declarations import language_of
from ..exchange import NoReply, Reply
from .fixtures import (
    PARTS_BY_CURSOR,
    PARTS_BY_OFFSET,
    TAGS_BY_CURSOR,
    FakeServer,
    Runner,
)

MakeRunner = Callable[..., Runner]
EVERY_KIND = [PARTS_BY_CURSOR, PARTS_BY_OFFSET, TAGS_BY_CURSOR]


def pages(number: int) -> Callable[[Request], dict[str, Any]]:
    """Serve a thing with so many parts, as many a page as asked for, by cursor and by offset."""

    def serve(request: Request) -> dict[str, Any]:
        assert request.json is not None
        begin = request.json.get("offset") or int(request.json.get("cursor") or "0")
        end = min(begin + request.json["limit"], number)
        return {
            "thing": {"thing_id": request.json["thing_id"]},
            "parts": [{"thing_id": f"p{n}"} for n in range(begin, end)],
            "tags": [f"p{n}" for n in range(begin, end)],
            "next_cursor": str(end) if end < number else "",
            "following": end,
            "total": number,
        }

    return serve


def listed(bulk: Any, answer: Any) -> list[str]:
    records = getattr(answer, bulk.pagination.items)
    return [one if isinstance(one, str) else one.thing_id for one in records]


@pytest.mark.parametrize("bulk", EVERY_KIND)
@pytest.mark.parametrize("number", [0, 1, 2, 3, 4, 7])
def test_an_answer_has_the_records_of_all_its_pages(
    make_runner: MakeRunner, bulk: Any, number: int
) -> None:
    runner = make_runner(pages(number))
    outcomes = runner.bulk(["a", "b"], bulk=bulk, ordered=True, concurrency=1)
    assert [one.key for one in outcomes] == ["a", "b"]
    for one in outcomes:
        assert listed(bulk, one.answer) == [f"p{n}" for n in range(number)]
        assert one.answer.thing.thing_id == one.key
        assert not one.answer.next_cursor
        assert one.answer.total == number
    assert len(runner.server.seen) == 2 * max(1, -(-number // 2))
    assert {one["limit"] for one in runner.server.seen} == {2}


def test_an_answer_in_one_page_is_the_one_that_came(make_runner: MakeRunner) -> None:
    (one,) = make_runner(pages(2)).bulk(["a"], bulk=PARTS_BY_CURSOR)
    assert one.answer.unmerged == ()
    assert list(one.answer.raw) == [
        "errcode", "errmsg", "thing", "parts", "tags", "next_cursor", "following", "total",
    ]  # fmt: skip


@pytest.mark.parametrize("bulk", EVERY_KIND)
@pytest.mark.parametrize(
    ("came", "kind"),
    [
        ({"errcode": 60111, "errmsg": "no such thing"}, APIError),
        (NoReply("lost", "broke"), TransportError),
        ({"parts": "x", "tags": "x"}, ResponseError),
    ],
)
def test_a_second_page_that_fails_is_the_error_of_its_element_alone(
    make_runner: MakeRunner, bulk: Any, came: Any, kind: type[Exception]
) -> None:
    serve = pages(5)

    def server(request: Request) -> Any:
        assert request.json is not None
        at = request.json.get("offset") or request.json.get("cursor")
        return came if at and request.json["thing_id"] == "b" else serve(request)

    outcomes = make_runner(server).bulk(["a", "b", "c"], bulk=bulk, ordered=True)
    assert [type(one.error) for one in outcomes] == [type(None), kind, type(None)]
    assert [one.answer is None for one in outcomes] == [False, True, False]


def test_pages_in_a_circle_are_the_error_of_their_element(make_runner: MakeRunner) -> None:
    cursors = {"a": ["x", "y", "x"], "b": [""]}

    def server(request: Request) -> Any:
        assert request.json is not None
        name = request.json["thing_id"]
        following = cursors[name].pop(0)
        return {"parts": [{"thing_id": following}], "next_cursor": following}

    one, other = make_runner(server).bulk(["a", "b"], bulk=PARTS_BY_CURSOR, ordered=True)
    assert isinstance(one.error, ResponseError)
    assert "circle" in str(one.error)
    assert other.answer is not None


def test_a_page_that_comes_too_often_waits_and_is_read(make_runner: MakeRunner) -> None:
    serve = pages(5)

    def server(request: Request) -> Any:
        number = len(runner.server.seen)
        return {"errcode": 45009, "errmsg": "often"} if number in (2, 3) else serve(request)

    runner = make_runner(server)
    (one,) = runner.bulk(["a"], bulk=PARTS_BY_CURSOR)
    assert listed(PARTS_BY_CURSOR, one.answer) == [f"p{n}" for n in range(5)]


def test_a_wrong_element_is_its_own_error_and_nothing_is_sent_for_it(
    make_runner: MakeRunner,
) -> None:
    runner = make_runner(pages(1))
    one, other = runner.bulk(["", "a"], bulk=PARTS_BY_CURSOR, ordered=True)
    assert isinstance(one.error, ParameterError)
    assert other.error is None
    assert [body["thing_id"] for body in runner.server.seen] == ["a"]


AROUND = [
    ([{"rest": 1}, {"rest": 1}], {"rest": 1}, ()),
    ([{"rest": 1}, {}], {"rest": 1}, ()),
    ([{}, {"rest": 1}], {"rest": 1}, ()),
    ([{"rest": None}, {"rest": 1}], {"rest": 1}, ()),
    ([{"rest": 1}, {"rest": 2}], {}, ("rest",)),
    ([{"rest": 1}, {"rest": 2}, {"rest": 1}], {}, ("rest",)),
    ([{"rest": 1}, {"rest": True}], {}, ("rest",)),
    ([{"rest": ["a"]}, {"rest": ["b"]}], {}, ("rest",)),
    (
        [{"rest": {"a": 1, "b": {"c": 2}}}, {"rest": {"a": 1, "b": {"c": 3, "d": 4}}}],
        {"rest": {"a": 1, "b": {"d": 4}}},
        ("rest.b.c",),
    ),
    ([{"rest": {"a": 1}}, {"rest": 1}, {"rest": {"a": 1}}], {}, ("rest",)),
]


@pytest.mark.parametrize(
    ("fields", "kept", "unmerged"),
    AROUND,
)
def test_what_pages_say_differently_is_left_out_and_named(
    make_runner: MakeRunner,
    fields: list[dict[str, Any]],
    kept: dict[str, Any],
    unmerged: tuple[str, ...],
) -> None:
    came = [
        {**around, "parts": [{"thing_id": str(n)}], "next_cursor": str(n + 1)}
        for n, around in enumerate(fields)
    ]
    del came[-1]["next_cursor"]
    sent = deepcopy(came)
    (one,) = make_runner(lambda _: came.pop(0)).bulk(["a"], bulk=PARTS_BY_CURSOR)
    parts = [{"thing_id": str(n)} for n in range(len(sent))]
    assert one.answer.raw == {"errcode": 0, "errmsg": "ok", **kept, "parts": parts}
    assert one.answer.unmerged == unmerged


def test_a_merged_answer_speaks_the_language_of_its_client(make_runner: MakeRunner) -> None:
    runner = make_runner(pages(3), language="zh")
    (one,) = runner.bulk(["a"], bulk=PARTS_BY_CURSOR)
    assert language_of(one.answer) == "zh"


@pytest.mark.parametrize("depth", [900, 3000])
def test_pages_that_are_nested_too_deeply_are_the_error_of_their_element(
    make_runner: MakeRunner, depth: int
) -> None:
    deep = b'{"a":' * depth + b"1" + b"}" * depth

    def server(request: Request) -> Any:
        assert request.json is not None
        if request.json["thing_id"] == "b":
            return {"parts": [{}]}
        following = b"" if "cursor" in request.json else b"x"
        rest = b'{"errcode":0,"rest":%s,"parts":[{}],"next_cursor":"%s"}' % (deep, following)
        return Reply(200, rest)

    one, other = make_runner(server).bulk(["a", "b"], bulk=PARTS_BY_CURSOR, ordered=True)
    assert isinstance(one.error, ResponseError) or len(one.answer.parts) == 2
    assert other.error is None


@given(number=st.integers(0, 12), fails=st.integers(1, 8), bulk=st.sampled_from(EVERY_KIND))
def test_whatever_page_fails_no_answer_is_a_part(number: int, fails: int, bulk: Any) -> None:
    serve = pages(number)

    def server(request: Request) -> Any:
        is_lost = len(runner.server.seen) == fails
        return {"errcode": 60111, "errmsg": "no"} if is_lost else serve(request)

    runner = Runner(FakeServer(server), asynchronous=False)
    (one,) = runner.bulk(["a"], bulk=bulk)
    if fails <= max(1, -(-number // 2)):
        assert isinstance(one.error, APIError)
        assert one.answer is None
    else:
        assert listed(bulk, one.answer) == [f"p{n}" for n in range(number)]
