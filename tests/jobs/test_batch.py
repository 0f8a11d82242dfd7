"""Batches: any number of elements, so many a call, each in exactly one place of the result."""

from __future__ import annotations

import copy
import datetime
import logging
import pickle
import re
from collections.abc import Callable
from typing import Any

import pytest

from wecom_client import APIError, BatchError, ParameterError, Request, TransportError

from ..exchange import NoReply
from .fixtures import TODAY, Runner
from .moving import Store, ids, refused

MakeRunner = Callable[..., Runner]

TOMORROW = datetime.datetime.fromtimestamp(
    TODAY + 86400, datetime.timezone(datetime.timedelta(hours=8))
).date()


def sizes(runner: Runner) -> list[int]:
    return [len(body["thing_ids"]) for body in runner.server.seen]


def test_elements_go_out_so_many_a_call_each_once(make_runner: MakeRunner) -> None:
    store = Store()
    runner = make_runner(store)
    result = runner.batch([*ids(0, 25), "i3", "i24"])
    assert sizes(runner) == [10, 10, 5]
    assert all(body["place"] == "here" for body in runner.server.seen)
    assert result.done == tuple(ids(0, 25)) == tuple(store.moved)
    assert (result.failed, result.unknown, result.not_tried, result.rest) == ((), (), (), ())
    assert result.resume_on is None


@pytest.mark.parametrize("elements", [[], (), iter(())])
def test_without_elements_nothing_is_sent(make_runner: MakeRunner, elements: Any) -> None:
    runner = make_runner(Store())
    result = runner.batch(elements)
    assert result.done == ()
    assert runner.server.seen == []


def test_any_iterable_of_elements_serves(make_runner: MakeRunner) -> None:
    runner = make_runner(Store())
    assert runner.batch(name for name in ids(0, 3)).done == tuple(ids(0, 3))


@pytest.mark.parametrize("elements", ["i1", b"i1", {"i1": 1}, 5, None], ids=repr)
def test_what_is_no_iterable_of_elements_is_refused(make_runner: MakeRunner, elements: Any) -> None:
    runner = make_runner(Store(), checks="off")
    with pytest.raises(ParameterError) as caught:
        runner.batch(elements)
    assert [(one.path, one.rule) for one in caught.value.problems] == [("ids", "type")]


def test_all_problems_are_told_at_once_where_the_caller_knows_them(make_runner: MakeRunner) -> None:
    runner = make_runner(Store())
    with pytest.raises(ParameterError) as caught:
        runner.batch([*ids(0, 12), "", 7, ["x"]], "", daily_limit=-1)
    assert [(one.path, one.rule) for one in caught.value.problems] == [
        ("ids[14]", "type"),
        ("daily_limit", "minimum"),
        ("ids[12]", "minLength"),
        ("ids[13]", "type"),
        ("place", "minLength"),
    ]
    assert runner.server.seen == []


@pytest.mark.parametrize("limit", [True, 1.0, "300"])
def test_a_daily_limit_is_a_whole_number(make_runner: MakeRunner, limit: Any) -> None:
    with pytest.raises(ParameterError, match="daily_limit"):
        make_runner(Store()).batch(ids(0, 3), daily_limit=limit)


def test_failed_elements_come_as_the_answers_records_with_meaning_and_remedy(
    make_runner: MakeRunner,
) -> None:
    store = Store()
    store.held = {"i3", "i17"}
    result = make_runner(store).batch(ids(0, 20))
    assert [(one.thing_id, one.errcode, one.errmsg) for one in result.failed] == [
        ("i3", 7002, "no: i3"),
        ("i17", 7002, "no: i17"),
    ]
    assert result.failed[0].meaning == "somebody holds it"
    assert result.failed[0].remedy == "ask again later"
    assert len(result.done) == 18
    assert result.rest == ()


def test_what_is_so_already_counts_as_done_and_not_against_the_limit(
    make_runner: MakeRunner,
) -> None:
    store = Store()
    store.moved = ids(0, 15)
    runner = make_runner(store)
    result = runner.batch(ids(0, 30), daily_limit=8)
    assert result.done == tuple(ids(0, 23))
    assert result.not_tried == result.rest == tuple(ids(23, 30))
    assert result.resume_on == TOMORROW
    assert len(store.moved) == 23
    assert sizes(runner) == [8, 8, 7]


def test_the_daily_limit_caps_a_job(make_runner: MakeRunner) -> None:
    runner = make_runner(Store())
    result = runner.batch(ids(0, 40), daily_limit=25)
    assert sizes(runner) == [10, 10, 5]
    assert result.not_tried == tuple(ids(25, 40))
    assert result.resume_on == TOMORROW


def test_a_limit_that_is_just_enough_leaves_no_day_to_resume_on(make_runner: MakeRunner) -> None:
    assert make_runner(Store()).batch(ids(0, 20), daily_limit=20).resume_on is None


def test_a_limit_of_none_sends_all(make_runner: MakeRunner) -> None:
    assert len(make_runner(Store()).batch(ids(0, 40), daily_limit=None).done) == 40


def test_where_the_server_refuses_earlier_it_is_right(make_runner: MakeRunner) -> None:
    store = Store(quota=13)
    runner = make_runner(store)
    result = runner.batch(ids(0, 40), daily_limit=30)
    assert result.done == tuple(ids(0, 13))
    assert [one.thing_id for one in result.failed] == ids(13, 20)
    assert result.not_tried == tuple(ids(20, 40))
    assert result.rest == tuple(ids(13, 40))
    assert result.resume_on == TOMORROW
    assert sizes(runner) == [10, 10]


def test_a_dry_run_returns_the_calls_and_sends_nothing(make_runner: MakeRunner) -> None:
    runner = make_runner(Store())
    calls = runner.batch([*ids(0, 25), "i0"], daily_limit=12, dry_run=True)
    assert [(one.path, one.json) for one in calls] == [
        ("things/move", {"thing_ids": ids(0, 10), "place": "here"}),
        ("things/move", {"thing_ids": ids(10, 12), "place": "here"}),
    ]
    assert runner.server.seen == []


def test_a_call_refused_whole_was_not_tried(make_runner: MakeRunner) -> None:
    store = Store({2: {"errcode": 60111, "errmsg": "no such place"}})
    with pytest.raises(BatchError) as caught:
        make_runner(store).batch(ids(0, 30))
    result = caught.value.result
    assert isinstance(caught.value.__cause__, APIError)
    assert result.done == tuple(ids(0, 10)) == tuple(store.moved)
    assert result.unknown == ()
    assert result.not_tried == result.rest == tuple(ids(10, 30))
    assert result.resume_on is None


@pytest.mark.parametrize("fault", ["before", "after"])
def test_a_call_whose_outcome_is_lost_is_unknown(make_runner: MakeRunner, fault: str) -> None:
    store = Store({2: fault})
    runner = make_runner(store)
    with pytest.raises(BatchError) as caught:
        runner.batch(ids(0, 30))
    result = caught.value.result
    assert isinstance(caught.value.__cause__, TransportError)
    assert result.done == tuple(ids(0, 10))
    assert result.unknown == tuple(ids(10, 20))
    assert result.not_tried == tuple(ids(20, 30))
    assert result.rest == tuple(ids(10, 30))
    assert len(runner.server.seen) == 2


def test_a_call_that_was_never_sent_was_not_tried(make_runner: MakeRunner) -> None:
    store = Store({1: NoReply("refused", "no trusted connection")})
    with pytest.raises(BatchError) as caught:
        make_runner(store).batch(ids(0, 12))
    assert caught.value.result.not_tried == tuple(ids(0, 12))


@pytest.mark.parametrize(
    "failed", ["text", {"thing_id": "i1"}, ["i1"], [{"errcode": 7002}], [{"thing_id": ["i1"]}]]
)
def test_an_answer_that_cannot_be_read_leaves_its_elements_unknown(
    make_runner: MakeRunner, failed: Any
) -> None:
    store = Store({2: {"failed": failed}})
    with pytest.raises(BatchError, match="cannot be read") as caught:
        make_runner(store).batch(ids(0, 30))
    assert caught.value.result.unknown == tuple(ids(10, 20))
    assert caught.value.result.not_tried == tuple(ids(20, 30))


def test_a_failed_element_that_was_never_sent_leaves_the_others_of_its_call_unknown(
    make_runner: MakeRunner, caplog: pytest.LogCaptureFixture
) -> None:
    failed = [{"thing_id": "I3", "errcode": 7002}, {"thing_id": "i1", "errcode": 7002}]
    store = Store({1: {"failed": failed}})
    with caplog.at_level(logging.WARNING, "wecom_client"):
        result = make_runner(store).batch(ids(0, 12))
    assert result.done == ("i10", "i11")
    assert [one.thing_id for one in result.failed] == ["i1", "I3"]
    assert result.unknown == result.rest == ("i0", *ids(2, 10))
    assert "names 1 elements that were not sent" in caplog.text


def test_an_element_that_failed_twice_is_done_only_if_both_say_so(make_runner: MakeRunner) -> None:
    codes = [("i0", 7001), ("i0", 7002), ("i1", 7001), ("i1", 7001)]
    failed = [{"thing_id": name, "errcode": code} for name, code in codes]
    result = make_runner(Store({1: {"failed": failed}})).batch(ids(0, 2))
    assert result.done == ("i1",)
    assert [(one.thing_id, one.errcode) for one in result.failed] == [("i0", 7002)]


def test_codes_as_text_count_as_their_numbers(make_runner: MakeRunner) -> None:
    store = Store({1: {"failed": [{"thing_id": "i1", "errcode": "7001"}]}})
    result = make_runner(store).batch(ids(0, 2))
    assert result.done == ("i0", "i1")
    assert result.failed == ()


class SoftLimit(Exception):
    """What a task queue raises in the middle of a task."""


@pytest.mark.parametrize(
    "interruption", [KeyboardInterrupt(), SoftLimit(), ValueError("a bug")], ids=repr
)
def test_an_interrupted_batch_leaves_word_of_how_far_it_came(
    make_runner: MakeRunner, caplog: pytest.LogCaptureFixture, interruption: BaseException
) -> None:
    with (
        caplog.at_level(logging.WARNING, "wecom_client"),
        pytest.raises(type(interruption)) as caught,
    ):
        make_runner(Store({2: interruption})).batch(ids(0, 25))
    assert caught.value is interruption
    result = vars(caught.value)["result"]
    assert result.unknown == tuple(ids(10, 20))
    assert result.rest == tuple(ids(10, 25))
    assert "10 done, 0 failed, 10 unknown, 5 not tried" in caplog.text
    assert vars(caplog.records[-1])["result"] == result


def test_a_token_function_that_raises_ends_a_batch_before_its_call(make_runner: MakeRunner) -> None:
    answers: list[Any] = ["a-token-of-the-tests", ValueError("the vault is closed")]

    def token() -> str:
        came = answers.pop(0)
        if isinstance(came, Exception):
            raise came
        return str(came)

    runner = make_runner(Store(), access_token=token)
    with pytest.raises(ValueError, match="the vault is closed") as caught:
        runner.batch(ids(0, 25))
    result = vars(caught.value)["result"]
    assert result.done == tuple(ids(0, 10))
    assert result.not_tried == tuple(ids(10, 25))


def test_a_client_closed_half_way_ends_a_batch_before_its_next_call(
    make_runner: MakeRunner,
) -> None:
    store = Store()

    def server(request: Request) -> Any:
        runner.client._closed = True
        return store(request)

    runner = make_runner(server)
    with pytest.raises(RuntimeError, match="closed") as caught:
        runner.batch(ids(0, 25))
    result = vars(caught.value)["result"]
    assert result.done == tuple(ids(0, 10))
    assert result.unknown == ()


def test_a_closed_client_is_told_so_before_anything_is_sent(make_runner: MakeRunner) -> None:
    runner = make_runner(Store())
    runner.close()
    with pytest.raises(RuntimeError, match="closed"):
        runner.batch(ids(0, 3))


def test_the_error_says_what_happened_and_how_far_the_job_came(make_runner: MakeRunner) -> None:
    with pytest.raises(BatchError) as caught:
        make_runner(Store({2: "after"})).batch(ids(0, 30))
    text = str(caught.value)
    assert "call 2 failed" in text
    assert "10 done, 0 failed, 10 unknown, 10 not tried" in text
    assert "TransportError" in text
    assert "https://doc.example/move" in text


def test_what_was_found_out_of_unknown_elements_settles_them(make_runner: MakeRunner) -> None:
    store = Store({2: "after"})
    store.held = {"i4"}
    with pytest.raises(BatchError) as caught:
        make_runner(store).batch(ids(0, 25))
    result = caught.value.result
    is_moved = dict.fromkeys(ids(10, 15), True) | dict.fromkeys(ids(15, 18), False)
    found: dict[str, Any] = {**is_moved, "i10": 1, "i18": None, "i0": False, "elsewhere": True}
    found |= {"i4": True, "i20": True}
    settled = result.settled(found)
    assert settled.done == (*result.done, *ids(10, 15))
    assert settled.failed == result.failed
    assert settled.unknown == ("i18", "i19")
    assert settled.not_tried == (*ids(15, 18), *ids(20, 25))
    assert settled.rest == (*ids(15, 20), *ids(20, 25))
    assert result.settled({}) == result
    assert result.unknown == tuple(ids(10, 20))


@pytest.mark.parametrize(
    ("found", "text"),
    [
        ({"i10": "zhangsan"}, "found['i10'] must be True, False or None, is str 'zhangsan'"),
        ({"i10": 3}, "found['i10'] must be True, False or None, is int 3"),
        ({"elsewhere": {}}, "found['elsewhere'] must be True, False or None, is of type dict"),
        (["i10"], "found must be a mapping from elements to bool, is of type list"),
        ("i10", "found must be a mapping from elements to bool, is str 'i10'"),
    ],
    ids=["owner", "status", "object", "list", "text"],
)
def test_what_says_neither_yes_nor_no_settles_nothing(
    make_runner: MakeRunner, found: Any, text: str
) -> None:
    with pytest.raises(BatchError) as caught:
        make_runner(Store({2: "after"})).batch(ids(0, 25))
    with pytest.raises(TypeError, match=f"^{re.escape(text)}$"):
        caught.value.result.settled(found)


def test_error_and_result_survive_pickle_and_copy(make_runner: MakeRunner) -> None:
    store = Store({2: "after"})
    store.held = {"i4"}
    with pytest.raises(BatchError) as caught:
        make_runner(store).batch(ids(0, 30))
    for twin in (pickle.loads(pickle.dumps(caught.value)), copy.deepcopy(caught.value)):
        assert twin == caught.value
        assert twin.result == caught.value.result
        assert twin.result.failed[0].meaning == "somebody holds it"
        assert hash(twin.result) == hash(caught.value.result)


def test_an_element_that_a_later_answer_names_as_failed_is_no_longer_done(
    make_runner: MakeRunner,
) -> None:
    runner = make_runner(Store({2: {"failed": [refused("i3")]}}))
    result = runner.batch(ids(0, 15))
    assert [record.thing_id for record in result.failed] == ["i3"]
    assert "i3" not in result.done
    # One of the second call's own may be meant, under another name.
    assert result.unknown == tuple(ids(10, 15))


def test_an_element_that_is_named_before_it_is_sent_gets_its_own_answer(
    make_runner: MakeRunner,
) -> None:
    runner = make_runner(Store({1: {"failed": [refused("i12")]}}))
    result = runner.batch(ids(0, 15))
    assert result.failed == ()
    assert set(result.done) == set(ids(10, 15))


def test_an_element_that_is_named_twice_has_failed_once(make_runner: MakeRunner) -> None:
    runner = make_runner(Store({1: {"failed": [refused("i1"), refused("i1", 7004)]}}))
    result = runner.batch(ids(0, 3))
    assert [record.errcode for record in result.failed] == [7002]
