"""A token store behind a wall: what it raises becomes a value and a line of the log."""

from __future__ import annotations

import logging
import math
import os
import threading
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from .flow import Ask
from .redact import clean
from .token_record import StoredToken, read_record
from .token_store import TokenStore

T = TypeVar("T")

_log = logging.getLogger("wecom_client")

# Or as long as the store last took to fail, if that is longer: of the calls that are made
# meanwhile, about one at a time waits to see if it works again.
LOOK_AGAIN_SECONDS = 5.0


class GuardedStore:
    """Asks a store about one key; every answer is None where the store does not work.

    Said to be down by the first failure, it works again only once a token was taken from it or
    saved in it: a folder that can be read but not written is of no use to share a token.
    """

    def __init__(self, store: TokenStore, key: str, monotonic: Callable[[], float]) -> None:
        self.at_once = bool(getattr(store, "answers_at_once", False))
        self.is_down = False
        self._store = store
        self._key = key
        self._monotonic = monotonic
        self._look_again_at = 0.0
        self._pause = LOOK_AGAIN_SECONDS
        self._holds_garbage = False
        self._guard = threading.Lock()

    def start_anew(self) -> None:
        """Tell the store that this is a forked child, if it wants to know."""
        self._guard = threading.Lock()
        start_anew = getattr(self._store, "start_anew", None)
        if callable(start_anew):
            self.tried(start_anew)

    def is_due(self) -> bool:
        """Whether it is time to see if the store works again; True to one of those who ask."""
        now = self._monotonic()
        if now < self._look_again_at:
            return False
        self._look_again_at = now + self._pause
        return True

    def works(self) -> None:
        """Note that the store has been of use."""
        if self.is_down:
            self.is_down = False
            _log.info("token store %s works again", type(self._store).__name__)

    def ask(self, function: Callable[[], Any]) -> Ask:
        """Return the step that calls a function of the store; a failure of it comes as None."""
        return Ask(partial(self.tried, function), self.at_once)

    def load(self) -> Ask:
        """Return the step that loads what is stored: a StoredToken, empty if there is none."""
        return self.ask(self._load)

    def save(self, text: str, seconds: float) -> Ask:
        """Return the step that saves a text; its outcome is True."""
        return self.ask(partial(self._save, text, seconds))

    def try_lock(self, seconds: float) -> Callable[[], None] | None:
        """Try to take the lock."""
        release = self._store.try_lock(self._key, seconds)
        if release is not None and not callable(release):
            raise TypeError("try_lock returned something that cannot be called")
        return release

    def reserve(self, interval: float) -> float | None:
        """Return the seconds until the slot that is reserved by this."""
        function = getattr(self._store, "reserve", None)
        if self.is_down or not callable(function):
            return None
        return self.tried(partial(self._reserve, function, interval))

    def tried(self, function: Callable[[], T]) -> T | None:
        """Call a function of the store; None: it failed."""
        begin = self._monotonic()
        try:
            return function()
        except Exception as problem:
            reason = _reason(problem)
        now = self._monotonic()
        if now - begin > LOOK_AGAIN_SECONDS:
            reason += f", after {now - begin:.0f} s"
        # Of threads that fail together, one says so.
        with self._guard:
            is_news, self.is_down = not self.is_down, True
        self._pause = max(LOOK_AGAIN_SECONDS, now - begin)
        self._look_again_at = now + self._pause
        if is_news:
            name = type(self._store).__name__
            _log.warning("token store %s does not work (%s): going on without it", name, reason)
        return None

    def _load(self) -> StoredToken:
        text = self._store.load(self._key)
        if text is None:
            return StoredToken()
        record = read_record(text)
        if record is None and not self._holds_garbage:
            name = type(self._store).__name__
            _log.warning("token store %s holds no token but something else: overwriting it", name)
        self._holds_garbage = record is None
        return record or StoredToken()

    def _save(self, text: str, seconds: float) -> bool:
        self._store.save(self._key, text, seconds)
        return True

    def _reserve(self, function: Callable[[str, float], Any], interval: float) -> float:
        wait = float(function(self._key, interval))
        if not math.isfinite(wait):
            raise ValueError("reserve returned no seconds")
        return max(0.0, wait)


class Turn:
    """The lock of a store; released also where its taker is torn away while a thread takes it."""

    def __init__(self, store: GuardedStore, seconds: float) -> None:
        self._store = store
        self._seconds = seconds
        self._guard = threading.Lock()
        self._release: Callable[[], None] | None = None
        self._has_ended = False
        self._process = os.getpid()

    @property
    def is_mine(self) -> bool:
        """Whether the lock is held."""
        return self._release is not None

    def take(self) -> bool:
        """Take the lock, unless somebody else has it."""
        release = self._store.try_lock(self._seconds)
        if release is None:
            return False
        with self._guard:
            if not self._has_ended:
                self._release = release
                return True
        release()
        return False

    def end(self) -> None:
        """Release the lock, if it is held; it is not taken from now on."""
        with self._guard:
            self._has_ended = True
            release, self._release = self._release, None
        # In a forked child it is the parent's, who still needs it.
        if release is not None and self._process == os.getpid():
            self._store.tried(release)


def _reason(problem: Exception) -> str:
    """Name what failed; only texts that can hold neither a token nor a password are repeated."""
    kind = type(problem)
    if isinstance(problem, OSError) and problem.strerror:
        return f"{kind.__name__}: {clean(str(problem.strerror))}"
    if kind.__module__ == "redis.exceptions" and kind.__name__ in _TELLING:
        return f"{kind.__name__}: {clean(str(problem))}"
    return kind.__name__


_TELLING = frozenset(
    {
        "AuthenticationError",
        "BusyLoadingError",
        "ConnectionError",
        "NoPermissionError",
        "OutOfMemoryError",
        "ReadOnlyError",
        "ResponseError",
        "TimeoutError",
    }
)
