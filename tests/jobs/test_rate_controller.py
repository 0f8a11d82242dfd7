"""The pace of a bulk read: what refusals teach it, and how it recovers."""

from __future__ import annotations

import pytest

from wecom_client import RateLimitError

from ..exchange import Ask, Wait
from ..flows import RateController, RateLimit, Rest


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def wait_of(pace: RateController, clock: Clock | None = None) -> float:
    """Return the seconds that the next call waits; a clock is moved on by them."""
    seconds = 0.0
    flow = pace.acquire()
    outcome: float | None = None
    while True:
        try:
            step = flow.send(outcome)
        except StopIteration:
            return seconds
        if isinstance(step, Ask):
            outcome = step.function()
        else:
            assert isinstance(step, Wait)
            seconds, outcome = seconds + step.seconds, None
            if clock is not None:
                clock.now += step.seconds


def good_calls_until(pace: RateController, concurrency: int) -> int:
    calls = 0
    while pace.concurrency < concurrency:
        pace.succeeded()
        calls += 1
        assert calls < 10**5
    return calls


def test_without_a_refusal_nobody_waits(clock: Clock) -> None:
    pace = RateController(8, None, clock)
    pace.succeeded()
    assert (pace.concurrency, wait_of(pace)) == (8, 0.0)


def test_calls_refused_together_are_one_lesson(clock: Clock) -> None:
    pace = RateController(16, None, clock)
    for _ in range(10):
        pace.refused("crowd", 0.5)
    assert pace.concurrency == 8
    clock.now += 0.5
    pace.refused("crowd", 0.5)
    assert pace.concurrency == 4


def test_too_many_at_once_slows_down_but_stops_nobody(clock: Clock) -> None:
    pace = RateController(16, None, clock)
    pace.refused("crowd", 0.5)
    assert wait_of(pace) == 0.0


def test_too_often_stops_all_and_then_lets_them_go_one_by_one(clock: Clock) -> None:
    pace = RateController(8, None, clock)
    pace.refused("rate", 5.0)
    assert [wait_of(pace, clock) for _ in range(3)] == [5.0, 1.0, 1.0]


def test_once_a_call_goes_well_nobody_waits_out_a_block(clock: Clock) -> None:
    pace = RateController(8, None, clock)
    pace.refused("rate", 5.0)
    waiting = [pace.acquire() for _ in range(8)]
    assert [next(one) for one in waiting] == [Wait(5.0)] * 8
    clock.now += 5.0
    pace.succeeded()
    for one in waiting:
        with pytest.raises(StopIteration):
            next(one)


def test_it_never_goes_below_one_call_at_a_time(clock: Clock) -> None:
    pace = RateController(3, None, clock)
    for _ in range(5):
        pace.refused("crowd", 1.0)
        clock.now += 1.0
    assert pace.concurrency == 1


def test_it_grows_more_slowly_after_each_lesson_and_recovers_to_the_full(clock: Clock) -> None:
    pace = RateController(4, None, clock)
    woken: list[int] = []
    pace.changed = lambda: woken.append(pace.concurrency)
    taken = []
    for _ in range(3):
        pace.refused("crowd", 1.0)
        pace.refused("crowd", 1.0)
        clock.now += 1.0
        taken.append(good_calls_until(pace, 3))
    assert taken[0] < taken[1] < taken[2]
    good_calls_until(pace, 4)
    assert woken == [3, 3, 3, 4] or woken[-1] == 4
    # at full pace again, the lessons are forgotten
    pace.refused("crowd", 1.0)
    assert good_calls_until(pace, 3) == taken[0]


def test_a_rate_spaces_calls(clock: Clock) -> None:
    pace = RateController(8, 120.0, clock)
    assert [wait_of(pace) for _ in range(3)] == [0.0, 0.5, 1.0]
    clock.now += 10
    assert wait_of(pace) == 0.0


def test_a_shared_rate_is_asked_first_and_done_without_where_it_is_out_of_reach(
    clock: Clock,
) -> None:
    told: list[float | None] = [3.0, None, None]
    pace = RateController(8, 60.0, clock, lambda interval: told.pop(0))
    assert [wait_of(pace) for _ in range(3)] == [3.0, 0.0, 1.0]


def test_it_keeps_to_the_clients_limit_as_well_as_to_its_own(clock: Clock) -> None:
    limit = RateLimit(60.0, clock)
    fast, slow = (
        RateController(8, 120.0, clock, limit=limit),
        RateController(8, 30.0, clock, limit=limit),
    )
    assert [wait_of(fast) for _ in range(3)] == [0.0, 1.0, 2.0]
    assert [wait_of(slow) for _ in range(2)] == [3.0, 4.0]
    assert wait_of(slow) == 5.0


def test_a_shared_limit_is_asked_once_for_the_narrowest_of_both(clock: Clock) -> None:
    asked: list[float] = []

    def reserve(interval: float) -> float:
        asked.append(interval)
        return 7.0

    limit = RateLimit(60.0, clock, reserve)
    assert wait_of(RateController(8, 30.0, clock, reserve, limit=limit)) == 7.0
    assert wait_of(RateController(8, None, clock, limit=limit)) == 7.0
    assert asked == [2.0, 1.0]


def test_rests_grow_until_a_call_goes_well(clock: Clock) -> None:
    pace = RateController(1, None, clock, patience=1000.0)
    rests = []
    for _ in range(4):
        rest = pace.rest()
        assert rest is not None
        rests.append(rest.seconds)
        clock.now += rest.seconds
    assert rests == [15.0, 30.0, 60.0, 60.0]
    pace.succeeded()
    assert pace.rest() == Rest(15.0, is_news=True)


def test_calls_that_are_refused_together_rest_together(clock: Clock) -> None:
    pace = RateController(3, None, clock, patience=1000.0)
    assert pace.rest() == Rest(15.0, is_news=True)
    clock.now += 5
    assert pace.rest() == Rest(10.0, is_news=False)
    assert pace.patience == 985.0
    assert wait_of(pace, clock) == 10.0


def test_patience_is_all_the_time_of_all_blocks(clock: Clock) -> None:
    pace = RateController(1, None, clock, patience=100.0)
    waited = 0.0
    while (rest := pace.rest()) is not None:
        waited += rest.seconds
        clock.now += rest.seconds
        if waited == 45.0:
            pace.succeeded()
    assert waited == 100.0
    assert pace.is_probing


def test_waits_of_single_calls_in_a_block_count_and_those_for_a_crowd_do_not(clock: Clock) -> None:
    pace = RateController(4, None, clock, patience=100.0)
    pace.refused("crowd", 8.0)
    assert pace.patience == 100.0
    pace.refused("rate", 8.0)
    pace.refused("rate", 6.0)
    assert pace.patience == 92.0


def test_where_time_stands_still_patience_ends_all_the_same(clock: Clock) -> None:
    """As in a program under test that replaced the sleep and not the clock."""
    pace = RateController(2, None, clock, patience=500.0)
    for _ in range(100):
        if pace.rest() is None:
            return
    pytest.fail("it rested without end")


def test_each_wait_is_told_once(clock: Clock) -> None:
    pace = RateController(3, None, clock, patience=1000.0)
    told: list[float] = []
    pace.waits = told.append
    pace.refused("rate", 4.0)
    pace.refused("rate", 3.0)
    clock.now += 4
    pace.rest()
    pace.rest()
    assert told == [4.0, 15.0]


def test_the_time_in_which_calls_look_for_the_end_of_a_block_counts_as_patience(
    clock: Clock,
) -> None:
    pace = RateController(8, None, clock, patience=30.0)
    began = clock.now
    while pace.refused("rate", 0.5):
        wait_of(pace, clock)
        clock.now += 2.0  # until the look is refused
    assert 25.0 < clock.now - began < 35.0


def test_after_a_call_that_went_well_a_block_is_another_one(clock: Clock) -> None:
    pace = RateController(8, None, clock, patience=30.0)
    pace.refused("rate", 5.0)
    clock.now += 5.0
    pace.succeeded()
    clock.now += 3600.0
    assert pace.refused("rate", 5.0)
    assert pace.patience == 20.0


def test_a_call_that_waits_for_its_slot_ends_with_the_patience_of_its_job(clock: Clock) -> None:
    pace = RateController(8, None, clock, patience=30.0)
    pace.refused("rate", 5.0)
    flow = pace.acquire()
    assert next(flow) == Wait(5.0)
    pace.refusal = RateLimitError(45009, "no", "things/read", "too often", "wait", "")
    with pytest.raises(RateLimitError):
        next(flow)
