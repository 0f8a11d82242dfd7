"""How fast a bulk read goes: a limit of calls a minute, and what rate limits teach."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from threading import Lock
from typing import Any

from ..errors import APIError, RateLimitError
from ..flow import Ask, Send, Step, Wait, watched

# A limit of calls a minute blocks for about a minute, one of calls an hour for longer.
PATIENCE = 600.0
"""Seconds without a call that goes well after which a bulk read no longer waits for a block."""

_PROBE_SECONDS = 1.0
_FEWEST_GOOD, _MOST_GOOD = 4, 512
_FIRST_REST, _LONGEST_REST = 15.0, 60.0


class Pace:
    """The pace of one bulk read, for all its threads or tasks.

    A refusal halves the number of calls at the same time, and makes its growth slower than it was:
    one more after so many calls that go well. A refusal for the rate of calls also makes all of
    them wait, and go out one by one until one goes well.
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
        self._probe_at = 0.0
        self._is_blocked = False
        self._refused_since: float | None = None
        self._lesson_ends = 0.0
        self._next_rest = _FIRST_REST
        self._good = 0
        self._needed = _FEWEST_GOOD

    def turn(self) -> Generator[Step, Any, None]:
        """Wait until it is the turn of one more call."""
        while (seconds := self._held_up()) > 0:
            yield Wait(seconds)
        if not self._interval:
            return
        shared = None
        if self._reserve is not None:
            shared = yield Ask(partial(self._reserve, self._interval))
        wait = self._slot() if shared is None else shared
        if wait > 0:
            yield Wait(wait)

    def _held_up(self) -> float:
        """Return the seconds after which to look again whether a block still holds calls up."""
        if not self._is_blocked:
            return 0.0
        now = self._monotonic()
        with self._lock:
            if not self._is_blocked:
                return 0.0
            if now >= max(self._calm_at, self._probe_at):
                self._probe_at = now + _PROBE_SECONDS
                return 0.0
            return max(self._calm_at - now, _PROBE_SECONDS / 4)

    def _slot(self) -> float:
        """Reserve a place in the limit of this bulk read alone, and return the seconds to it."""
        now = self._monotonic()
        with self._lock:
            begin = max(now, self._free_at)
            self._free_at = begin + self._interval
        return begin - now

    def refused(self, kind: str, seconds: float) -> None:
        """Learn of a refusal of this kind, after which a call waits for so many seconds."""
        now = self._monotonic()
        with self._lock:
            # Calls that were under way together are refused together: that is one lesson, not many.
            if now >= self._lesson_ends:
                self.concurrency = max(1, self.concurrency // 2)
                self._needed = min(_MOST_GOOD, 2 * self._needed)
                self._good = 0
            self._lesson_ends = max(self._lesson_ends, now + seconds)
            if self._refused_since is None:
                self._refused_since = now
            if kind == "rate":
                self._is_blocked = True
                self._calm_at = max(self._calm_at, now + seconds)

    def rest(self) -> float | None:
        """Return the seconds to wait once a call was refused to its end; None: no longer."""
        if self.is_hopeless:
            return None
        now = self._monotonic()
        with self._lock:
            # The refusal may be that of the token, which goes at no pace.
            if self._refused_since is None:
                self._refused_since = now
            seconds = self._next_rest
            self._next_rest = min(_LONGEST_REST, 2 * seconds)
            return seconds

    @property
    def is_hopeless(self) -> bool:
        """Whether refusals outlast all patience."""
        since = self._refused_since
        return since is not None and self._monotonic() - since > PATIENCE

    def succeeded(self) -> None:
        """Learn of a call that was not refused."""
        if self.concurrency == self._most and self._refused_since is None:
            return
        with self._lock:
            self._refused_since = None
            self._next_rest = _FIRST_REST
            self._is_blocked = False
            self._good += 1
            if self._good < max(self._needed, self.concurrency):
                return
            self._good = 0
            self.concurrency = min(self._most, self.concurrency + 1)
            if self.concurrency == self._most:
                self._needed = _FEWEST_GOOD
        self.changed()


def paced(
    flow: Generator[Step, Any, dict[str, Any]], pace: Pace
) -> Generator[Step, Any, dict[str, Any]]:
    """Carry out a call's flow at this pace."""

    def carry(step: Step) -> Generator[Step, Any, Any]:
        if isinstance(step, Send):
            yield from pace.turn()
        elif isinstance(step, Wait) and step.kind in ("rate", "crowd"):
            pace.refused(step.kind, step.seconds)
        return (yield step)

    try:
        answer = yield from watched(flow, carry)
    except RateLimitError:
        raise
    except APIError:
        # Whatever the platform says else: it does not hold calls up.
        pace.succeeded()
        raise
    pace.succeeded()
    return answer


def _nothing() -> None:
    pass
