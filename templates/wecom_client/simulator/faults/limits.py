"""Limits: too many calls in a time, too many at the same time."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from typing import Protocol

from ..._runtime.frequency import FrequencyLimit
from ..._runtime.problems import day_of_seconds
from ..refusals import RefusalError
from .kinds import Effect
from .values import seconds_above_zero, whole


class RateLimit:
    """Lets `calls` pass within `seconds`; the next one begins a block as long as that.

    What is refused counts for nothing and makes the block no longer; after it the count begins
    anew.
    """

    effect = Effect(executes=False, refusal=RefusalError(45009, "call frequency exceeded"))

    def __init__(self, calls: int, seconds: float) -> None:
        """Begin to count.

        Raises:
            TypeError: a limit is not a number.
            ValueError: a limit is too small.
        """
        self._calls = whole("calls", calls, 1)
        self._seconds = seconds_above_zero(seconds)
        self._passed: deque[float] = deque()
        self._blocked_until = float("-inf")

    def strikes(self, now: float, operation: str) -> bool:
        """Whether a call that arrives now is refused; one that is not counts."""
        if self.is_over(now):
            return True
        self.count(now)
        return False

    def is_over(self, now: float) -> bool:
        """Whether no call may pass now; where none might but for this one, the block begins."""
        if now < self._blocked_until:
            return True
        passed = self._passed
        while passed and passed[0] <= now - self._seconds:
            passed.popleft()
        if len(passed) < self._calls:
            return False
        passed.clear()
        self._blocked_until = now + self._seconds
        return True

    def count(self, now: float) -> None:
        """Count a call that passes."""
        self._passed.append(now)


class _DayLimit:
    """Lets so many calls pass on each calendar day in UTC+8, and none for the rest of it."""

    def __init__(self, calls: int) -> None:
        self._calls = calls
        self._day, self._passed = 0, 0

    def is_over(self, now: float) -> bool:
        day = day_of_seconds(int(now))
        if day != self._day:
            self._day, self._passed = day, 0
        return self._passed >= self._calls

    def count(self, now: float) -> None:
        self._passed += 1


class _Window(Protocol):
    def is_over(self, now: float) -> bool: ...

    def count(self, now: float) -> None: ...


_SECONDS: Mapping[str, float] = {"minute": 60, "hour": 3600, "month": 30 * 24 * 3600}
_SHARED = frozenset({"company", "address"})


class PlatformLimits:
    """Lets pass what the platform does, each operation counted apart.

    A simulator is one company, and its callers have one address. Limits of an application, or of a
    provider's address, strike nothing.
    """

    effect = RateLimit.effect

    def __init__(self, limits: Iterable[FrequencyLimit]) -> None:
        """Begin to count."""
        self._limits = [limit for limit in limits if limit.of in _SHARED]
        self._windows: dict[str, list[_Window]] = {}

    def strikes(self, now: float, operation: str) -> bool:
        """Whether a call that arrives now is refused; one that is not counts for every limit."""
        windows = self._windows.get(operation)
        if windows is None:
            windows = self._windows[operation] = [*map(_window, self._about(operation))]
        if any(window.is_over(now) for window in windows):
            return True
        for window in windows:
            window.count(now)
        return False

    def _about(self, operation: str) -> Iterable[FrequencyLimit]:
        return (
            limit
            for limit in self._limits
            if limit.operation is None or f"/{operation}".endswith(f"/{limit.operation}")
        )


def _window(limit: FrequencyLimit) -> _Window:
    if limit.per == "day":
        return _DayLimit(limit.calls)
    return RateLimit(limit.calls, _SECONDS[limit.per])


class ConcurrencyLimit:
    """Lets `calls` be under way at the same time, from their arrival to their answer."""

    effect = Effect(executes=False, refusal=RefusalError(45033, "too many calls at the same time"))

    def __init__(self, calls: int) -> None:
        """Begin to count.

        Raises:
            TypeError: the limit is not a number.
            ValueError: the limit is too small.
        """
        self._calls = whole("calls", calls, 1)
        self._under_way = 0

    def strikes(self, now: float, operation: str) -> bool:
        """Whether a call that arrives now is refused; one that is not counts as under way."""
        if self._under_way >= self._calls:
            return True
        self._under_way += 1
        return False

    def release(self) -> None:
        """Count a call that was let pass no longer."""
        self._under_way -= 1
