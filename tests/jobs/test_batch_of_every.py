"""Batches whose answers have a record of every element, with the errcode 0 where it went well."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wecom_client import FailedRecord, PartialFailureError, Request

from ..decoding import KINDS, made
from .fixtures import MOVES_OF_EVERY, FakeServer, MoveEveryAnswer, Runner
from .moving import Store, ids

MakeRunner = Callable[..., Runner]


class ListingStore(Store):
    """Answers with a record of each thing."""

    def move(self, request: Request) -> dict[str, Any]:
        assert request.json is not None
        failed = {one["thing_id"]: one for one in super().move(request)["failed"]}
        asked = request.json["thing_ids"]
        return {"failed": [failed.get(one, {"thing_id": one, "errcode": 0}) for one in asked]}


def said(*codes: tuple[str, Any]) -> dict[int, Any]:
    """Return the script of a server whose first answer says this of each thing."""
    return {1: {"failed": [{"thing_id": name, "errcode": code} for name, code in codes]}}


def test_an_element_of_code_0_is_done_and_the_others_say_why_not(make_runner: MakeRunner) -> None:
    store = ListingStore(quota=15)
    store.held, store.moved = {"i3"}, ["i5"]
    runner = make_runner(store)
    result = runner.batch(ids(0, 30), batch=MOVES_OF_EVERY)
    assert result.done == tuple(name for name in ids(0, 16) if name != "i3")
    assert [(one.thing_id, one.errcode) for one in result.failed] == [
        ("i3", 7002),
        *((name, 7003) for name in ids(16, 20)),
    ]
    assert result.failed[0].meaning == "somebody holds it"
    assert result.failed[0].errmsg == "no: i3"
    assert result.not_tried == tuple(ids(20, 30))
    assert result.rest == tuple(ids(16, 30))


def test_the_daily_limit_counts_what_is_done_now_and_what_may_be(make_runner: MakeRunner) -> None:
    store = ListingStore({2: {"failed": []}})
    store.moved = ids(0, 5)
    runner = make_runner(store)
    result = runner.batch(ids(0, 30), daily_limit=12, batch=MOVES_OF_EVERY)
    assert [len(body["thing_ids"]) for body in runner.server.seen] == [10, 7]
    assert result.unknown == tuple(ids(10, 17))
    assert result.not_tried == tuple(ids(17, 30))


@pytest.mark.parametrize(
    ("codes", "place"),
    [
        ([0], "done"),
        (["0"], "done"),
        ([0.0, 7001], "done"),
        ([], "unknown"),
        ([None], "unknown"),
        ([0, None], "unknown"),
        (["none"], "unknown"),
        ([0, 7002], "failed"),
        ([None, 7002], "failed"),
    ],
)
def test_an_element_is_done_where_the_answer_says_so_and_nothing_else(
    make_runner: MakeRunner, codes: list[Any], place: str
) -> None:
    store = Store(said(*(("i0", code) for code in codes), ("i1", 0)))
    result = make_runner(store).batch(ids(0, 2), batch=MOVES_OF_EVERY)
    failed = tuple(one.thing_id for one in result.failed)
    places = {"done": result.done, "unknown": result.unknown, "failed": failed}
    assert [name for name, elements in places.items() if "i0" in elements] == [place]
    assert "i1" in result.done
    assert ("i0" in result.rest) == (place == "unknown")


def test_what_was_not_sent_says_nothing_of_what_was(
    make_runner: MakeRunner, caplog: pytest.LogCaptureFixture
) -> None:
    codes = said(("i0", 0), ("I1", 0), ("I2", 7002))
    with caplog.at_level(logging.WARNING, "wecom_client"):
        result = make_runner(Store(codes)).batch(ids(0, 3), batch=MOVES_OF_EVERY)
    assert result.done == ("i0",)
    assert [one.thing_id for one in result.failed] == ["I2"]
    assert result.unknown == ("i1", "i2")
    assert "names 2 elements that were not sent" in caplog.text


def test_one_call_s_failures_are_those_whose_code_is_not_0() -> None:
    records = said(("i0", 0), ("i1", 7002), ("i2", "0"), ("i3", None))[1]["failed"]
    with pytest.raises(PartialFailureError) as caught:
        MoveEveryAnswer({"failed": records}).raise_for_failures()
    assert [(one.key, one.errcode) for one in caught.value.failures] == [("i1", 7002), ("i3", None)]
    answer = MoveEveryAnswer({"failed": [records[0], records[2]]})
    answer.raise_for_failures()
    assert {one.meaning for one in answer.failed} == {"it did not fail"}


CODES = st.lists(
    st.tuples(st.integers(-2, 30), st.sampled_from([0, 7001, 7002, 7003, "0", None])), max_size=30
)


@given(count=st.integers(1, 25), answers=st.lists(CODES, min_size=3, max_size=3))
def test_whatever_answers_list_each_element_stands_in_exactly_one_place(
    count: int, answers: list[list[tuple[int, Any]]]
) -> None:
    script = {
        number: said(*((f"i{thing}", code) for thing, code in named))[1]
        for number, named in enumerate(answers, 1)
    }
    runner = Runner(FakeServer(Store(script)), asynchronous=False)
    result = runner.batch(ids(0, count), batch=MOVES_OF_EVERY)
    failed = [record.thing_id for record in result.failed]
    places = [*result.done, *result.unknown, *result.not_tried, *failed]
    assert len(places) == len(set(places))
    assert set(ids(0, count)) <= set(places)
    named = {f"i{thing}" for one in answers for thing, code in one if code in (0, 7001, "0")}
    assert set(result.done) <= named


class Bare(FailedRecord, errors={}):
    thing_id: str
    errcode: int


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", [{}, {"errmsg": "no: i1"}], ids=["none", "some"])
def test_a_record_whose_document_shows_no_text_has_that_which_came(
    kind: str, text: dict[str, str]
) -> None:
    record = made(Bare, {"thing_id": "i1", "errcode": 7002, **text}, kind)
    assert (record.thing_id, record.errcode, record.errmsg) == ("i1", 7002, text.get("errmsg"))
    with pytest.raises(AttributeError):
        record.errmsg = "yes"
