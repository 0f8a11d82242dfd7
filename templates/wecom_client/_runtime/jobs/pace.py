"""How fast a bulk read goes: a limit of calls a minute, and what rate limits teach."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from threading import Lock
from typing import Any

from ..flow import Ask, Send, Step, Wait

# A limit of calls a minute blocks for about a minute, one of calls an hour for longer.
PATIENCE = 600.0
"""Seconds without a call that goes well after which a bulk read no longer waits for a block."""

_PROBE_SECONDS = 1.0
_FIRST_REST, _LONGEST_REST = 15.0, 60.0


class Pace:
    """The pace of one bulk read, for all its threads or tasks.

    A refusal for the rate of calls, or for their number at the same time, makes all of them wait
    and halves that number; until a call goes well, they go out one by one. Each round of calls that
    go well adds one again.
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
        self._blocked_since: float | None = None
        self._rests = 0
        self._good = 0

    def turn(self) -> Generator[Step, Any, None]:
        """Wait until it is the turn of one more call."""
        seconds = None
        if self._interval and self._reserve is not None:
            seconds = yield Ask(partial(self._reserve, self._interval))
        now = self._monotonic()
        with self._lock:
            spacing = self._interval if seconds is None else 0.0
            if self._blocked_since is not None:
                spacing = max(spacing, _PROBE_SECONDS)
            begin = max(now + (seconds or 0.0), self._calm_at)
            if spacing:
                begin = max(begin, self._free_at)
                self._free_at = begin + spacing
        if begin > now:
            yield Wait(begin - now)

    def slow_down(self, seconds: float) -> None:
        """Learn of a refusal after which a call waits for so many seconds."""
        now = self._monotonic()
        with self._lock:
            # Calls that were under way together are refused together: that is one lesson, not many.
            if now >= self._calm_at:
                self.concurrency = max(1, self.concurrency // 2)
            if self._blocked_since is None:
                self._blocked_since = now
            self._calm_at = max(self._calm_at, now + seconds)
            self._good = 0

    def rest(self) -> float | None:
        """Return the seconds to wait once a call was refused to its end; None: no longer."""
        if self.is_hopeless:
            return None
        with self._lock:
            self._rests += 1
            return min(_LONGEST_REST, _FIRST_REST * 2 ** (self._rests - 1))

    @property
    def is_hopeless(self) -> bool:
        """Whether a block outlasts all patience."""
        since = self._blocked_since
        return since is not None and self._monotonic() - since > PATIENCE

    def succeeded(self) -> None:
        """Learn of a call that was not refused."""
        if self.concurrency == self._most and self._blocked_since is None:
            return
        with self._lock:
            if self._blocked_since is not None:
                self._blocked_since = None
                self._rests = 0
                self._free_at = min(self._free_at, self._monotonic() + self._interval)
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
