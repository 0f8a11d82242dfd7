"""Asking again and again until something has ended, or until a deadline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from math import inf, isfinite
from typing import Any

from ._steps import Client, Flow, pause


@dataclass(frozen=True)
class Polling:
    """How often to ask, and until when.

    `interval`: seconds between two rounds. `deadline`: Unix seconds by the client's clock; None:
    ask once. `sleep`: waits for seconds, awaited with an asynchronous client; None: the client's.
    """

    interval: float
    deadline: float | None
    sleep: Callable[[float], Any] | None

    def next_round(self, wecom: Client) -> Flow[bool]:
        """Wait for the next round, the last one at the deadline; False: there is none left."""
        left = (self.deadline or -inf) - wecom._settings.clock()
        if left <= 0:
            return False
        seconds, sleep = min(self.interval, left), self.sleep
        yield pause(wecom, seconds) if sleep is None else lambda: sleep(seconds)
        return True


def polling(
    interval: float, deadline: float | datetime | None, sleep: Callable[[float], Any] | None
) -> Polling:
    """Check what a caller wants.

    Raises:
        ValueError: an interval that is no positive number of seconds, or a deadline that is neither
            Unix seconds nor a time with its zone.
    """
    if not _is_number(interval) or interval <= 0:
        raise ValueError(f"interval must be seconds, more than 0, is {interval!r}")
    if isinstance(deadline, datetime):
        if deadline.tzinfo is None:
            raise ValueError("deadline must be a time with its zone, has none")
        deadline = deadline.timestamp()
    if deadline is not None and not _is_number(deadline):
        raise ValueError(f"deadline must be Unix seconds or a time, is {deadline!r}")
    return Polling(interval, deadline, sleep)


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value)
