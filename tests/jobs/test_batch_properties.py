"""Batches, whatever happens: each element stands in one place, and the rest can be gone on with."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from wecom_client import BatchError

from ..exchange import NoReply, Reply
from .fixtures import FakeServer, Runner
from .moving import Store, ids, refused

FAULTS: list[Any] = [
    "before",
    "after",
    {"errcode": 60111, "errmsg": "no"},
    Reply(502, b"<html>"),
    Reply(200, b"<html>"),
    Reply(404, b""),
    NoReply("refused", "x"),
]


@given(
    count=st.integers(0, 60),
    moved=st.sets(st.integers(0, 59)),
    held=st.sets(st.integers(0, 59)),
    quota=st.integers(0, 70),
    limit=st.none() | st.integers(0, 70),
    faulty=st.integers(1, 8),
    fault=st.sampled_from(FAULTS),
)
def test_every_element_stands_in_one_place_and_the_server_agrees(
    count: int,
    moved: set[int],
    held: set[int],
    quota: int,
    limit: int | None,
    faulty: int,
    fault: Any,
) -> None:
    store = Store({faulty: fault}, quota=quota)
    store.moved = [f"i{number}" for number in sorted(moved)]
    store.held = {f"i{number}" for number in held}
    before = len(store.moved)
    everything = ids(0, count)
    runner = Runner(FakeServer(store), asynchronous=False)
    try:
        result = runner.batch(everything, daily_limit=limit)
    except BatchError as error:
        result = error.result
    failed = [one.thing_id for one in result.failed]
    places = [*result.done, *failed, *result.unknown, *result.not_tried]
    assert sorted(places) == sorted(everything)
    assert set(result.done) <= set(store.moved)
    assert not (set(failed) | set(result.not_tried)) & (set(store.moved) - set(ids(0, count)))
    assert not set(failed) & set(store.moved)
    assert set(result.not_tried) & set(store.moved) <= {f"i{number}" for number in moved}
    assert len(store.moved) == len(set(store.moved))
    if limit is not None:
        assert len(store.moved) - before <= limit
    assert json.dumps([*result.rest])


NAMED = st.lists(
    st.tuples(st.integers(-3, 40), st.sampled_from([0, 7001, 7002, 7003, "7001", None])), max_size=8
)


@given(count=st.integers(1, 35), answers=st.lists(NAMED, min_size=4, max_size=4))
def test_whatever_answers_name_each_element_stands_in_exactly_one_place(
    count: int, answers: list[list[tuple[int, Any]]]
) -> None:
    script = {
        number: {"failed": [refused(f"i{thing}", code) for thing, code in named]}
        for number, named in enumerate(answers, 1)
    }
    result = Runner(FakeServer(Store(dict(script))), asynchronous=False).batch(ids(0, count))
    failed = [record.thing_id for record in result.failed]
    places = [*result.done, *result.unknown, *result.not_tried, *failed]
    assert len(places) == len(set(places))
    assert set(ids(0, count)) <= set(places)
    assert set(result.rest) <= set(ids(0, count))


@given(count=st.integers(1, 45), faulty=st.integers(1, 9), fault=st.sampled_from(FAULTS[:2]))
def test_giving_the_rest_to_the_next_run_finishes_the_job(
    count: int, faulty: int, fault: str
) -> None:
    store = Store({faulty: fault})
    runner = Runner(FakeServer(store), asynchronous=False)
    rest: tuple[str, ...] = tuple(ids(0, count))
    for _ in range(6):
        try:
            rest = runner.batch(rest, daily_limit=20).rest
        except BatchError as error:
            rest = error.result.rest
    assert rest == ()
    assert sorted(store.moved) == sorted(ids(0, count))
