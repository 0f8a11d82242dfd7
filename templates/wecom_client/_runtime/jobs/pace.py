"""How fast a bulk read goes: a limit of calls a minute, and what rate limits teach."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from threading import Lock
from typing import Any

from ..flow import Ask, Send, Step, Wait
from ..retry import Policy

# A limit of calls a minute blocks for about a minute, and a bulk read has the patience for it.
BULK_POLICY = Policy(longest=30.0, budget=600.0, sends=30)


class Pace:
    """The pace of one bulk read, for all its threads or tasks.

    A refusal for the rate of calls, or for their number at the same time, makes all of them wait
    and halves that number; each round of calls that go well adds one again.
    """

    def __init__(
        self,
        concurrency: int,
        rate: float | None,
        monotonic: Callable[[], float],
        reserve: Callable[[float], float | None] | None = None,
    ) -> None:
        """Begin at full pace.

        `rate`: calls a minute; `reserve(interval)`: reserves a time in a limit that others share
        and returns the seconds until then, or None where that is out of reach.
        """
        self.concurrency = concurrency
        self.changed: Callable[[], None] = _nothing
        self._most = concurrency
        self._interval = 60.0 / rate if rate else 0.0
        self._monotonic = monotonic
        self._reserve = reserve
        self._lock = Lock()
        self._free_at = 0.0
        self._calm_at = 0.0
        self._good = 0

    def turn(self) -> Generator[Step, Any, None]:
        """Wait until it is the turn of one more call."""
        seconds = None
        if self._interval and self._reserve is not None:
            seconds = yield Ask(partial(self._reserve, self._interval))
        now = self._monotonic()
        with self._lock:
            begin = max(now, self._calm_at)
            if self._interval and seconds is None:
                begin = max(begin, self._free_at)
                self._free_at = begin + self._interval
        wait = max(begin - now, seconds or 0.0)
        if wait > 0:
            yield Wait(wait)

    def slow_down(self, seconds: float) -> None:
        """Learn of a refusal after which a call waits for so many seconds."""
        now = self._monotonic()
        with self._lock:
            # Calls that were under way together are refused together: that is one lesson, not many.
            if now >= self._calm_at:
                self.concurrency = max(1, self.concurrency // 2)
            self._calm_at = max(self._calm_at, now + seconds)
            self._good = 0

    def succeeded(self) -> None:
        """Learn of a call that went well."""
        if self.concurrency == self._most:
            return
        with self._lock:
            self._good += 1
            if self._good < self.concurrency:
                return
            self._good = 0
            self.concurrency = min(self._most, self.concurrency + 1)
        self.changed()


def paced(flow: Generator[Step, Any, Any], pace: Pace) -> Generator[Step, Any, Any]:
    """Carry out a call's flow at this pace."""
    outcome: Any = None
    try:
        while True:
            try:
                step = flow.send(outcome)
            except StopIteration as end:
                pace.succeeded()
                return end.value
            if isinstance(step, Send):
                yield from pace.turn()
            elif isinstance(step, Wait) and step.kind == "rate":
                pace.slow_down(step.seconds)
            outcome = yield step
    finally:
        flow.close()


def _nothing() -> None:
    pass
