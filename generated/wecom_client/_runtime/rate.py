# Copied from templates/wecom_client/_runtime/rate.py: edit that file, then run 'make generate'.
"""A limit of calls a minute, by the client's own choice; no I/O."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from threading import Lock
from typing import Any, Protocol

from .steps import Ask, Step, Wait

Reserve = Callable[[float], "float | None"]


class RateControl(Protocol):
    """The pace of a job: says when its next send may go out, and learns of refusals."""

    def acquire(self) -> Generator[Step, Any, None]:
        """Wait until one more send may go out."""

    def refused(self, kind: str, seconds: float) -> bool:
        """Learn of a refusal of this kind, after which a call waits for so many seconds.

        Returns whether it may wait for them, and be sent again.
        """


class RateLimit:
    """So many calls a minute, evenly spaced, for all threads or tasks that share it."""

    def __init__(
        self, rate: float, monotonic: Callable[[], float], reserve: Reserve | None = None
    ) -> None:
        """Begin without a call.

        `rate`: calls a minute; `reserve(interval)`: reserves a time in a limit that others share
        and returns the seconds until then, or None where that is out of reach.
        """
        self.interval = 60.0 / rate
        self.reserve = reserve
        self._monotonic = monotonic
        self._lock = Lock()
        self._free_at = 0.0

    def start_anew(self) -> None:
        """Take a new lock: called in a forked child, where nobody would release the old one."""
        self._lock = Lock()

    def acquire(self) -> Generator[Step, Any, None]:
        """Wait until one more send may go out."""
        yield from acquire_all((self,))

    def slot(self) -> float:
        """Reserve a place in this limit, and return the seconds to it."""
        now = self._monotonic()
        with self._lock:
            begin = max(now, self._free_at)
            self._free_at = begin + self.interval
        return begin - now


def acquire_all(limits: tuple[RateLimit, ...]) -> Generator[Step, Any, None]:
    """Wait until one more send may go out within each of these limits."""
    if not limits:
        return
    # One place among those of all who share the limit, as wide as the narrowest limit wants it.
    interval = max(limit.interval for limit in limits)
    reserve = next((limit.reserve for limit in limits if limit.reserve is not None), None)
    shared: float | None = None
    if reserve is not None:
        shared = yield Ask(partial(reserve, interval))
    wait = max(limit.slot() for limit in limits) if shared is None else shared
    if wait > 0:
        yield Wait(wait)
