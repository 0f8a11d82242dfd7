"""A token that threads share: what becomes of those who wait for its fetch."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest

from wecom_client import MemoryTokenStore

from ..exchange import AccessToken, Issued, NeedToken, NoToken, Secret, Verdict
from ..flows import TokenCache
from .drivers import SharedTokenSource
from .fixtures import RULES, run_flow

COLD = NeedToken(None, 20.0)


def grant_of(got: Issued | NoToken) -> AccessToken:
    assert isinstance(got, Issued)
    return got.grant


def refused(got: Issued | NoToken) -> NeedToken:
    return NeedToken(grant_of(got), 20.0)


class Platform:
    """Counts fetches; `answer` makes the result of each."""

    def __init__(self, answer: Callable[[int], Issued | NoToken] | None = None) -> None:
        self.fetches = 0
        self.now = 0.0
        self._answer: Callable[[int], Issued | NoToken] = answer or self._issue
        self.source = SharedTokenSource(
            TokenCache(
                MemoryTokenStore(), "key", self._fetch, RULES, lambda: self.now, lambda: self.now
            )
        )

    def _issue(self, number: int) -> Issued:
        return Issued(AccessToken(Secret(f"token-{number}"), self.now + 7200, f"serial-{number}"))

    def _fetch(self, patience: float) -> Any:
        assert patience == 20.0
        self.fetches += 1
        return self._answer(self.fetches)
        yield

    def obtain(self, need: NeedToken = COLD) -> Issued | NoToken:
        return self.source.obtain(need, run_flow)


def waiting_in(source: SharedTokenSource) -> threading.Event:
    """Return an event that is set once somebody waits for the fetch under way."""
    flight: Any = source._flight
    reached, wait = threading.Event(), flight.landed.wait

    def watched(timeout: float | None = None) -> bool:
        reached.set()
        return bool(wait(timeout))

    flight.landed.wait = watched
    return reached


def test_a_refused_token_is_not_used_again_after_a_failed_renewal() -> None:
    results: list[Any] = [Issued(AccessToken(Secret("t"), 9.0, "s")), NoToken(Verdict("lost"))]
    platform = Platform(lambda number: results[min(number, 2) - 1])
    first = platform.obtain()
    assert isinstance(platform.obtain(refused(first)), NoToken)
    assert isinstance(platform.obtain(), NoToken)
    assert platform.fetches == 3


class Scenario:
    """A platform in whose first fetch a thread stands while another one waits for it."""

    def __init__(self, answer: Callable[[int], Issued | NoToken]) -> None:
        self._entered, self._leave = threading.Event(), threading.Event()
        self._answer = answer
        self.platform = Platform(self._hold)

    def _hold(self, number: int) -> Issued | NoToken:
        if number == 1:
            self._entered.set()
            assert self._leave.wait(60)
        return self._answer(number)

    def run(
        self, waiters_need: NeedToken = COLD
    ) -> tuple[Future[Issued | NoToken], Future[Issued | NoToken]]:
        """Return what the fetching thread and the waiting one came to."""
        with ThreadPoolExecutor(2) as pool:
            leader = pool.submit(self.platform.obtain)
            assert self._entered.wait(60)
            reached = waiting_in(self.platform.source)
            waiter = pool.submit(self.platform.obtain, waiters_need)
            assert reached.wait(60)
            self._leave.set()
        return leader, waiter


def test_waiters_share_the_failure_of_the_fetch_they_waited_for() -> None:
    scenario = Scenario(lambda number: NoToken(Verdict("lost", detail=f"failure {number}")))
    leader, waiter = scenario.run()
    assert leader.result() == waiter.result()
    assert scenario.platform.fetches == 1


def test_waiters_fetch_for_themselves_when_the_fetching_thread_is_torn_away() -> None:
    def die_first(number: int) -> Issued:
        if number == 1:
            raise KeyboardInterrupt
        return Issued(AccessToken(Secret("t"), 9.0, "s"))

    scenario = Scenario(die_first)
    leader, waiter = scenario.run()
    assert isinstance(waiter.result(), Issued)
    with pytest.raises(KeyboardInterrupt):
        leader.result()
    assert scenario.platform.fetches == 2


class InterruptedLock:
    """A lock at whose release a signal handler raises, as one may at the end of any call."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.interruptions = 1

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()
        if self.interruptions:
            self.interruptions -= 1
            raise KeyboardInterrupt


def test_an_interruption_before_a_fetch_leaves_none_that_others_wait_for() -> None:
    platform = Platform()
    platform.source._lock = InterruptedLock()  # type: ignore[assignment]
    with pytest.raises(KeyboardInterrupt):
        platform.obtain()
    assert platform.source._flight is None
    assert isinstance(platform.obtain(), Issued)


def test_waiters_go_on_when_the_fetching_thread_is_torn_away_before_it_says_so() -> None:
    scenario = Scenario(lambda number: Issued(AccessToken(Secret("t"), 9.0, "s")))

    def torn() -> None:
        raise KeyboardInterrupt

    entered = scenario._entered.wait

    def wait(timeout: float) -> bool:
        came = entered(timeout)
        flight: Any = scenario.platform.source._flight
        flight.landed.set = torn
        return came

    scenario._entered.wait = wait  # type: ignore[method-assign,assignment]
    leader, waiter = scenario.run()
    assert isinstance(waiter.result(), Issued)
    with pytest.raises(KeyboardInterrupt):
        leader.result()


def test_a_waiter_that_was_refused_the_token_it_waited_for_gets_another() -> None:
    scenario = Scenario(lambda number: Issued(AccessToken(Secret("t"), 9.0, f"serial-{number}")))
    first = NeedToken(AccessToken(Secret("t"), 9.0, "serial-1"), 20.0)
    _, waiter = scenario.run(first)
    got = waiter.result()
    assert isinstance(got, Issued)
    assert got.grant.serial == "serial-2"


def test_starting_anew_keeps_the_token_and_forgets_the_fetch_under_way() -> None:
    platform = Platform()
    first = platform.obtain()
    platform.source._lock.acquire()
    platform.source._flight = object()  # type: ignore[assignment]
    platform.source.start_anew()
    assert platform.obtain() == first
    assert platform.obtain(refused(first)) != first
