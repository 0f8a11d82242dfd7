# Copied from templates/wecom_client/simulator/faults/limits.py: edit that file, then run 'make generate'.
"""Limits: too many calls in a time, too many at the same time."""

from __future__ import annotations

from collections import deque

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

    def strikes(self, now: float) -> bool:
        """Whether a call that arrives now is refused; one that is not counts."""
        if now < self._blocked_until:
            return True
        passed = self._passed
        while passed and passed[0] <= now - self._seconds:
            passed.popleft()
        if len(passed) < self._calls:
            passed.append(now)
            return False
        passed.clear()
        self._blocked_until = now + self._seconds
        return True


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

    def strikes(self, now: float) -> bool:
        """Whether a call that arrives now is refused; one that is not counts as under way."""
        if self._under_way >= self._calls:
            return True
        self._under_way += 1
        return False

    def release(self) -> None:
        """Count a call that was let pass no longer."""
        self._under_way -= 1
