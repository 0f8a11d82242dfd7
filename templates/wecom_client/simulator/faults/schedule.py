"""Schedules: which of the calls that match a fault it strikes."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import NamedTuple

from .values import number, whole


class Timing(NamedTuple):
    """When a fault strikes, as it was given; `Schedule` checks and follows it."""

    skip: int = 0
    every: int | None = None
    calls: Iterable[int] | None = None
    probability: float | None = None
    seed: int = 0
    between: tuple[float, float | None] | None = None


class Schedule:
    """Says for one matching call after the other whether it is struck.

    Calls outside `between` do not count. Of the others the first `skip` pass; then each `every`-th
    remains, or those whose ordinal stands in `calls`; of these each is struck with `probability`.
    """

    def __init__(self, timing: Timing, added: float) -> None:
        """Follow `timing` from the second `added` on.

        Raises:
            TypeError: an option is of a wrong type.
            ValueError: an option has no meaning, or not beside another one.
        """
        self._skip = whole("skip", timing.skip, 0)
        self._every = 1 if timing.every is None else whole("every", timing.every, 1)
        self._calls = _ordinals(timing)
        self._probability = _probability(timing.probability)
        self._random = random.Random(whole("seed", timing.seed, None))
        self._first, self._end = _interval(timing.between, added)
        self._met = 0

    def strikes(self, now: float, operation: str) -> bool:
        """Count one more call that matches, and say whether it is struck."""
        if not self._first <= now < self._end:
            return False
        self._met += 1
        if self._calls is not None:
            if self._met not in self._calls:
                return False
        elif self._met <= self._skip or (self._met - self._skip) % self._every:
            return False
        return self._probability is None or self._random.random() < self._probability


def _ordinals(timing: Timing) -> frozenset[int] | None:
    if timing.calls is None:
        return None
    if timing.skip or timing.every is not None:
        raise ValueError("calls names the calls already: leave skip and every out")
    if isinstance(timing.calls, str) or not isinstance(timing.calls, Iterable):
        raise TypeError(f"calls must be a list of ordinals such as [2, 5], is {timing.calls!r}")
    ordinals = frozenset(whole("calls", ordinal, 1) for ordinal in timing.calls)
    if not ordinals:
        raise ValueError("calls must name at least one call, the first being 1")
    return ordinals


def _probability(value: float | None) -> float | None:
    if value is None:
        return None
    if not 0 <= number("probability", value) <= 1:
        raise ValueError(f"probability must be from 0 to 1, is {value!r}")
    return value


def _interval(between: tuple[float, float | None] | None, added: float) -> tuple[float, float]:
    if between is None:
        return float("-inf"), float("inf")
    if isinstance(between, str) or not isinstance(between, Iterable):
        raise TypeError(f"between must be two numbers of seconds, is {between!r}")
    ends = tuple(between)
    if len(ends) != 2:
        raise ValueError(f"between must be two numbers of seconds, is {between!r}")
    first = number("between", ends[0])
    end = float("inf") if ends[1] is None else number("between", ends[1])
    if not 0 <= first < end:
        raise ValueError(f"between must go from 0 or later to a later second, is {between!r}")
    return added + first, added + end
