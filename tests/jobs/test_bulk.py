"""Bulk reads: one call an element, so many at the same time, an outcome for each."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest

from wecom_client import (
    APIError,
    ConflictError,
    NotFoundError,
    ParameterError,
    Progress,
    RateLimitError,
    Request,
    TransportError,
)

from ..exchange import NoReply
from .fixtures import TODAY, Runner

MakeRunner = Callable[..., Runner]


def read(request: Request) -> dict[str, Any]:
    assert request.json is not None
    return {"thing": {"thing_id": request.json["thing_id"]}}


def ids(number: int) -> list[str]:
    return [f"i{n}" for n in range(number)]


@pytest.mark.parametrize("ordered", [False, True])
@pytest.mark.parametrize("concurrency", [1, 3, 50])
def test_every_element_has_one_outcome(
    make_runner: MakeRunner, ordered: bool, concurrency: int
) -> None:
    runner = make_runner(read)
    outcomes = runner.bulk(ids(40), ordered=ordered, concurrency=concurrency)
    assert sorted(one.key for one in outcomes) == sorted(ids(40))
    assert all(one.answer.thing.thing_id == one.key and one.error is None for one in outcomes)
    assert all(one.result() is one.answer for one in outcomes)
    if ordered or concurrency == 1:
        assert [one.key for one in outcomes] == ids(40)


def test_an_element_given_twice_is_answered_twice(make_runner: MakeRunner) -> None:
    assert [one.key for one in make_runner(read).bulk(["i1", "i1"], ordered=True)] == ["i1", "i1"]


def test_without_elements_there_are_no_outcomes(make_runner: MakeRunner) -> None:
    runner = make_runner(read)
    assert runner.bulk([]) == []
    assert runner.server.seen == []


def test_failures_stand_beside_successes(make_runner: MakeRunner) -> None:
    def server(request: Request) -> Any:
        assert request.json is not None
        thing = request.json["thing_id"]
        if thing == "i3":
            return {"errcode": 60111, "errmsg": "no such thing"}
        return NoReply("lost", "broke") if thing == "i5" else read(request)

    outcomes = {one.key: one for one in make_runner(server).bulk([*ids(8), "", 9])}
    assert isinstance(outcomes["i3"].error, APIError)
    assert isinstance(outcomes["i5"].error, TransportError)
    assert isinstance(outcomes[""].error, ParameterError)
    assert isinstance(outcomes[9].error, ParameterError)
    assert [key for key, one in outcomes.items() if one.error is None] == [
        key for key in outcomes if key not in ("i3", "i5", "", 9)
    ]
    with pytest.raises(APIError):
        outcomes["i3"].result()
    assert "i3" in repr(outcomes["i3"])


def test_options_of_the_operation_are_sent_with_each_call(make_runner: MakeRunner) -> None:
    runner = make_runner(read)
    runner.bulk(["i1"], {"depth": 2})
    assert runner.server.seen == [{"thing_id": "i1", "depth": 2}]


def test_wrong_options_are_refused_at_once_with_all_problems(make_runner: MakeRunner) -> None:
    runner = make_runner(read)
    with pytest.raises(ParameterError) as caught:
        runner.outcomes("i1", {"depth": -1}, concurrency=0, rate=0, on_progress="print")
    assert [(one.path, one.rule) for one in caught.value.problems] == [
        ("ids", "type"),
        ("concurrency", "minimum"),
        ("rate", "minimum"),
        ("on_progress", "type"),
        ("depth", "minimum"),
    ]
    assert runner.server.seen == []


def test_a_function_for_the_progress_is_no_coroutine_function(make_runner: MakeRunner) -> None:
    async def tell(progress: Any) -> None:
        """Would never be awaited."""

    with pytest.raises(ParameterError, match="without async"):
        make_runner(read).outcomes(ids(3), on_progress=tell)


@pytest.mark.parametrize("concurrency", [129, 2.0, True, "8"])
def test_concurrency_is_a_whole_number_up_to_the_connections(
    make_runner: MakeRunner, concurrency: Any
) -> None:
    with pytest.raises(ParameterError, match="concurrency"):
        make_runner(read).outcomes(ids(3), concurrency=concurrency)


@pytest.mark.parametrize("rate", [-1, True, "60", float("nan"), float("inf"), 10**400, 1e-9])
def test_a_rate_is_a_number_of_calls_above_zero(make_runner: MakeRunner, rate: Any) -> None:
    with pytest.raises(ParameterError, match="rate"):
        make_runner(read).outcomes(ids(3), rate=rate)


def test_elements_are_read_only_a_little_ahead_of_the_outcomes_taken(
    make_runner: MakeRunner,
) -> None:
    handed_out = []

    def source() -> Iterator[str]:
        for name in ids(1000):
            handed_out.append(name)
            yield name

    runner = make_runner(read)
    if runner.asynchronous:

        async def run() -> None:
            async with runner.outcomes(source(), concurrency=4) as outcomes:
                taken = 0
                async for _ in outcomes:
                    taken += 1
                    assert len(handed_out) <= taken + 8
                    if taken == 100:
                        return

        asyncio.run(run())
    else:
        with runner.outcomes(source(), concurrency=4) as outcomes:
            for taken, _ in enumerate(outcomes, 1):
                assert len(handed_out) <= taken + 8
                if taken == 100:
                    break
    assert len(handed_out) < 120


def test_an_error_of_the_elements_comes_after_the_outcomes_that_are_out(
    make_runner: MakeRunner,
) -> None:
    def source() -> Iterator[str]:
        yield from ids(5)
        raise OSError("the list of ids broke off")

    runner = make_runner(read)
    taken: list[str] = []
    with pytest.raises(OSError, match="broke off"):
        runner.drain(runner.outcomes(source()), taken)
    assert len(taken) == 5


def test_progress_is_told_with_each_outcome(make_runner: MakeRunner) -> None:
    def server(request: Request) -> Any:
        assert request.json is not None
        known = request.json["thing_id"] != "i1"
        return read(request) if known else {"errcode": 60111, "errmsg": "no"}

    told: list[tuple[Any, ...]] = []
    make_runner(server).bulk(ids(3), ordered=True, on_progress=lambda one: told.append(tuple(one)))
    assert told == [(1, 0, 3, None), (2, 1, 3, None), (3, 1, 3, None)]


def test_outcomes_say_how_far_they_are(make_runner: MakeRunner) -> None:
    runner = make_runner(lambda _: {"errcode": 60111, "errmsg": "no"})
    outcomes = runner.outcomes(ids(3))
    assert "0 done, 0 of them failed" in repr(outcomes)
    runner.drain(outcomes, [])
    assert "3 done, 3 of them failed" in repr(outcomes)


def test_the_total_is_unknown_where_elements_cannot_be_counted(make_runner: MakeRunner) -> None:
    told: list[Any] = []
    make_runner(read).bulk(iter(ids(2)), on_progress=told.append)
    assert [one.total for one in told] == [None, None]


def test_an_error_that_is_not_ours_ends_the_job_and_is_raised(make_runner: MakeRunner) -> None:
    def server(request: Request) -> Any:
        assert request.json is not None
        return ValueError("a bug") if request.json["thing_id"] == "i2" else read(request)

    with pytest.raises(ValueError, match="a bug"):
        make_runner(server).bulk(ids(10))


def test_calls_go_out_at_the_rate_that_was_asked_for(make_runner: MakeRunner) -> None:
    runner = make_runner(read)
    runner.bulk(ids(10), concurrency=1, rate=120)
    assert runner.server.waits == pytest.approx([0.5] * 9)


def test_a_rate_is_shared_where_the_client_can_share_it(make_runner: MakeRunner) -> None:
    runner = make_runner(read)
    asked: list[float] = []

    def reserve(interval: float) -> float | None:
        asked.append(interval)
        return 2.0 if len(asked) < 3 else None

    runner.client._reserve = reserve
    runner.bulk(ids(4), concurrency=1, rate=60)
    assert asked == [1.0] * 4
    # twice the shared time; then, without it, the client's own: at once, and after its interval
    assert runner.server.waits == [2.0, 2.0, 1.0]


@pytest.mark.parametrize("errcode", [45009, 45036, 45033])
def test_it_slows_down_when_it_is_refused_and_recovers(
    make_runner: MakeRunner, errcode: int
) -> None:
    blocked_until = [0.0]
    calls = [0]

    def server(request: Request) -> Any:
        calls[0] += 1
        if calls[0] == 10:
            blocked_until[0] = runner.server.now + 60
        if runner.server.now < blocked_until[0]:
            return {"errcode": errcode, "errmsg": "too often"}
        return read(request)

    runner = make_runner(server)
    outcomes = runner.bulk(ids(60), concurrency=4)
    assert len(outcomes) == 60
    assert [one.error for one in outcomes if one.error] == []
    assert runner.server.now >= blocked_until[0]
    # while it was blocked it did not hammer
    assert calls[0] < 60 + 40


@pytest.mark.parametrize("errcode", [45009, 45036])
def test_a_block_of_minutes_is_waited_out(make_runner: MakeRunner, errcode: int) -> None:
    def server(request: Request) -> Any:
        blocked = runner.server.now < ends
        return {"errcode": errcode, "errmsg": "too often"} if blocked else read(request)

    runner = make_runner(server)
    ends = runner.server.now + 300
    assert all(one.error is None for one in runner.bulk(ids(20), concurrency=4))
    assert runner.server.now >= ends


@pytest.mark.parametrize("errcode", [45035, 6000])
def test_a_conflict_over_one_element_is_waited_out_and_slows_nothing_else(
    make_runner: MakeRunner, errcode: int
) -> None:
    tries: dict[str, int] = {}

    def server(request: Request) -> Any:
        assert request.json is not None
        name = request.json["thing_id"]
        tries[name] = tries.get(name, 0) + 1
        collides = name == "t1" or (name == "t2" and tries[name] == 1)
        return {"errcode": errcode, "errmsg": "collided"} if collides else read(request)

    runner = make_runner(server)
    outcomes = {one.key: one for one in runner.bulk(["t0", "t1", "t2", "t3"], concurrency=1)}
    assert [key for key, one in outcomes.items() if one.error] == ["t1"]
    assert type(outcomes["t1"].error) is ConflictError
    assert tries == {"t0": 1, "t1": 6, "t2": 2, "t3": 1}


def test_while_it_is_blocked_calls_go_out_one_by_one(make_runner: MakeRunner) -> None:
    sent: list[float] = []

    def server(request: Request) -> Any:
        sent.append(runner.server.now)
        blocked = len(sent) < 30
        return {"errcode": 45009, "errmsg": "too often"} if blocked else read(request)

    runner = make_runner(server)
    assert all(one.error is None for one in runner.bulk(ids(5), concurrency=1))
    gaps = [after - before for before, after in pairwise(sent[:30])]
    assert min(gaps[1:]) >= 1.0


def test_an_answer_that_is_an_error_ends_a_block_as_well(make_runner: MakeRunner) -> None:
    sent: list[float] = []

    def server(request: Request) -> Any:
        sent.append(runner.server.now)
        return {"errcode": 45009 if len(sent) == 1 else 40050, "errmsg": "no"}

    runner = make_runner(server)
    outcomes = runner.bulk(ids(100), concurrency=1)
    assert not any(isinstance(one.error, RateLimitError) for one in outcomes)
    assert sent[-1] - sent[0] < 5


def test_without_a_connection_each_element_fails_in_the_time_of_one_call(
    make_runner: MakeRunner,
) -> None:
    runner = make_runner(lambda _: NoReply("not_made", "no connection"))
    began = runner.server.now
    outcomes = runner.bulk(ids(3), concurrency=1)
    assert all(isinstance(one.error, TransportError) for one in outcomes)
    assert runner.server.now - began <= 3 * 20


BLOCKED = {"errcode": 45009, "errmsg": "too often"}


@pytest.mark.parametrize("seconds", [60, 3600])
def test_a_block_for_a_minute_or_an_hour_is_waited_out(
    make_runner: MakeRunner, seconds: int
) -> None:
    def server(request: Request) -> Any:
        return BLOCKED if runner.server.now < TODAY + 3600 + seconds else read(request)

    runner = make_runner(server)
    outcomes = runner.bulk(ids(30), concurrency=4)
    assert [one.error for one in outcomes if one.error] == []
    assert len(runner.server.seen) < 30 + 100


def test_a_block_for_a_day_ends_the_job_with_what_is_done(make_runner: MakeRunner) -> None:
    def server(request: Request) -> Any:
        return read(request) if len(runner.server.seen) <= 10 else BLOCKED

    runner = make_runner(server)
    outcomes = runner.bulk(ids(500), concurrency=4)
    assert len(outcomes) == 500
    done = [one for one in outcomes if one.error is None]
    assert 8 <= len(done) <= 10
    assert all(isinstance(one.error, RateLimitError) for one in outcomes if one.error)
    assert runner.server.now - (TODAY + 3600) < 3 * 3600
    # once patience is over, nothing is sent any more
    assert len(runner.server.seen) < 10 + 200


@pytest.mark.parametrize("patience", [0, 50, 1000])
def test_patience_is_an_argument(make_runner: MakeRunner, patience: int) -> None:
    runner = make_runner(lambda _: BLOCKED, patience=patience)
    outcomes = runner.bulk(ids(3), concurrency=1)
    assert all(isinstance(one.error, RateLimitError) for one in outcomes)
    assert patience * 0.9 <= sum(runner.server.waits) <= patience + 5


def test_errors_of_elements_after_the_end_of_patience_are_their_own(
    make_runner: MakeRunner,
) -> None:
    outcomes = make_runner(lambda _: BLOCKED, patience=0).bulk(ids(3), concurrency=1)
    errors = [one.error for one in outcomes]
    assert len({id(error) for error in errors}) == 3
    assert len({str(error) for error in errors}) == 1


def test_progress_is_told_when_a_wait_begins(make_runner: MakeRunner) -> None:
    def server(request: Request) -> Any:
        return BLOCKED if runner.server.now < TODAY + 3600 + 600 else read(request)

    runner = make_runner(server)
    told: list[Progress] = []
    runner.bulk(ids(4), concurrency=2, on_progress=told.append)
    waits = [one for one in told if one.waiting_until is not None]
    assert waits
    assert all((one.done, one.failed, one.total) == (0, 0, 4) for one in waits)
    ends = [one.waiting_until for one in waits if one.waiting_until is not None]
    assert ends == sorted(ends)
    assert ends[-1] >= TODAY + 3600 + 600
    assert [one.done for one in told if one.waiting_until is None] == [1, 2, 3, 4]


def test_what_progress_raises_at_a_wait_goes_up(make_runner: MakeRunner) -> None:
    def stop(progress: Progress) -> None:
        raise LookupError("enough")

    with pytest.raises(LookupError, match="enough"):
        make_runner(lambda _: BLOCKED).bulk(ids(2), on_progress=stop)


def test_a_block_that_never_ends_becomes_the_error_of_each_element(make_runner: MakeRunner) -> None:
    runner = make_runner(lambda _: {"errcode": 45009, "errmsg": "too often"})
    outcomes = runner.bulk(ids(2), concurrency=2)
    assert all(isinstance(one.error, RateLimitError) for one in outcomes)


def test_the_answer_of_a_missing_element_is_its_own_error(make_runner: MakeRunner) -> None:
    outcomes = make_runner(lambda _: {"errcode": 40050, "errmsg": "no"}).bulk(ids(1))
    assert not isinstance(outcomes[0].error, NotFoundError)
    assert outcomes[0].answer is None
