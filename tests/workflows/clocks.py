"""A clock for workflows that wait, on which nobody ever waits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .callers import NOON, Caller


class Clock:
    """A clock that stands still until somebody sleeps."""

    def __init__(self) -> None:
        self.now = NOON
        self.slept: list[float] = []
        self.on_sleep: Callable[[], object] = lambda: None

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds
        self.on_sleep()

    async def sleep_async(self, seconds: float) -> None:
        self.sleep(seconds)

    def sleeper(self, caller: Caller) -> Any:
        """Return what sleeps as the caller's client does."""
        return self.sleep_async if caller.asynchronous else self.sleep
