# Copied from templates/wecom_client/_runtime/guarded_store.py: edit that file, then run 'make generate'.
"""A token store behind circuit breakers: what it raises becomes a value and a line of the log."""

from __future__ import annotations

import logging
import os
import re
import threading
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from .decode import flaw_of
from .redact import MASK, Secret, clean
from .send_errors import Stray, raised_by_handler
from .steps import Ask
from .token_serialization import StoredToken, UnreadableTokenError, deserialize
from .token_store import TokenStore

T = TypeVar("T")

_log = logging.getLogger("wecom_client")

# Or as long as the store last took to fail, if that is longer: of the calls that are made
# meanwhile, about one at a time waits to see if it works again.
LOOK_AGAIN_SECONDS = 5.0

# Whatever a store says: a wait of years would be one for ever.
_LONGEST_WAIT = 31 * 86400.0


class CircuitBreaker:
    """Looks after one thing that a store does, which fails and recovers whatever the others do."""

    def __init__(self, store: str, name: str, monotonic: Callable[[], float]) -> None:
        self.is_down = False
        self._store = store
        self._name = name
        self._monotonic = monotonic
        self._failures = 0
        self._look_again_at = 0.0
        self._pause = LOOK_AGAIN_SECONDS
        self.start_anew()

    def start_anew(self) -> None:
        """Take a new lock, in a forked child."""
        self._guard = threading.Lock()

    def is_due(self) -> bool:
        """Whether it is time to see if it works again; True to one of those who ask."""
        with self._guard:
            now = self._monotonic()
            if now < self._look_again_at:
                return False
            self._look_again_at = now + self._pause
            return True

    def is_worth_a_try(self) -> bool:
        """Whether it works, as far as is known, or is due to be looked at again."""
        return not self.is_down or self.is_due()

    def works(self, failures: int | None = None) -> None:
        """Note that it has been of use; `failures`: as many as there had been before."""
        with self._guard:
            # Whatever failed since then tells more than a call that began before.
            is_news = self.is_down and failures in (None, self._failures)
            if is_news:
                self.is_down = False
        if is_news:
            _log.info("token store %s: %s works again", self._store, self._name)

    def tried(self, function: Callable[[], T], *, proves: bool = False) -> T | None:
        """Call a function of the store; None: it failed. `proves`: that all of it works."""
        begin, failures = self._monotonic(), self._failures
        stray: Stray | None
        try:
            result = function()
        except Exception as problem:
            # That somebody's time is over says nothing of the store.
            stray, reason = raised_by_handler(problem), _reason(problem)
        except BaseException as interruption:
            # The frames of a store hold the token.
            stray = Stray(interruption)
        else:
            if proves and self.is_down:
                self.works(failures)
            return result
        if stray is not None:
            raise stray.take()
        now = self._monotonic()
        if now - begin > LOOK_AGAIN_SECONDS:
            reason += f", after {now - begin:.0f} s"
        # Of threads that fail together, one says so.
        with self._guard:
            is_news, self.is_down = not self.is_down, True
            self._failures += 1
            self._pause = max(LOOK_AGAIN_SECONDS, now - begin)
            self._look_again_at = now + self._pause
        if is_news:
            text = "token store %s: %s does not work (%s): going on without it"
            _log.warning(text, self._store, self._name, reason)
        return None


class GuardedStore:
    """Asks a store about one key; every answer is None where the store does not work.

    `keep` works again only once a token was taken from the store or saved in it: a folder that can
    be read but not written is of no use to share a token. `lock` does once it was taken and
    released, `rate` once a slot was reserved.
    """

    def __init__(self, store: TokenStore, key: str, monotonic: Callable[[], float]) -> None:
        name = type(store).__name__
        self.at_once = bool(getattr(store, "answers_at_once", False))
        self.keep = CircuitBreaker(name, "keeping tokens", monotonic)
        self.lock = CircuitBreaker(name, "the lock", monotonic)
        self.rate = CircuitBreaker(name, "the shared rate", monotonic)
        self._store = store
        self._key = key
        self._holds_garbage = False

    def start_anew(self) -> None:
        """Tell the store that this is a forked child, if it wants to know."""
        for ability in (self.keep, self.lock, self.rate):
            ability.start_anew()
        start_anew = getattr(self._store, "start_anew", None)
        if callable(start_anew):
            self.lock.tried(start_anew)

    def load(self) -> Ask:
        """Return the step that loads what is stored: a StoredToken, empty if there is none."""
        return self._ask(partial(self.keep.tried, self._load))

    def save(self, text: str, seconds: float) -> Ask:
        """Return the step that saves a text; its outcome is True."""
        # Hidden, as a traceback may show the variables of the frames that carry the step out.
        save = partial(self._save, Secret(text), seconds)
        return self._ask(partial(self.keep.tried, save, proves=True))

    def take(self, lock: StoreLock) -> Ask:
        """Return the step that takes the lock; its outcome is whether it is had."""
        return self._ask(partial(self.lock.tried, lock.take))

    def try_lock(self, seconds: float) -> Callable[[], None] | None:
        """Try to take the lock."""
        release = self._store.try_lock(self._key, seconds)
        if release is not None and not callable(release):
            raise TypeError("try_lock returned something that cannot be called")
        return release

    def reserve(self, interval: float) -> float | None:
        """Return the seconds until the slot that is reserved by this."""
        function = getattr(self._store, "reserve", None)
        if not callable(function) or not self.rate.is_worth_a_try():
            return None
        return self.rate.tried(partial(self._reserve, function, interval), proves=True)

    def _ask(self, function: Callable[[], Any]) -> Ask:
        return Ask(function, self.at_once, is_needed=True)

    def _load(self) -> StoredToken:
        flaw, record = "", StoredToken()
        try:
            text = self._store.load(self._key)
            record = StoredToken() if text is None else deserialize(text)
        except UnicodeDecodeError as problem:
            flaw = flaw_of(problem)
        except UnreadableTokenError as problem:
            flaw = str(problem)
        if flaw and not self._holds_garbage:
            told = "token store %s holds no token but something else (%s): overwriting it"
            _log.warning(told, type(self._store).__name__, flaw)
        self._holds_garbage = bool(flaw)
        return record

    def _save(self, text: Secret, seconds: float) -> bool:
        self._store.save(self._key, text.reveal(), seconds)
        return True

    def _reserve(self, function: Callable[[str, float], Any], interval: float) -> float:
        wait = float(function(self._key, interval))
        if not wait <= _LONGEST_WAIT:  # not even of nan
            raise ValueError("reserve returned no seconds")
        return max(0.0, wait)


class StoreLock:
    """The lock of a store; released also where its taker is torn away while a thread takes it."""

    def __init__(self, store: GuardedStore, seconds: float) -> None:
        self._store = store
        self._seconds = seconds
        self._guard = threading.Lock()
        self._release: Callable[[], None] | None = None
        self._has_ended = False
        self._process = os.getpid()

    @property
    def is_held(self) -> bool:
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
            self._store.lock.tried(release, proves=True)


def _reason(problem: Exception) -> str:
    """Name what failed; only texts that can hold neither a token nor a password are repeated."""
    kind = type(problem)
    if isinstance(problem, OSError) and problem.strerror:
        return f"{kind.__name__}: {clean(str(problem.strerror))}"
    name, text = kind.__name__, clean(str(problem))
    if kind.__module__ != "redis.exceptions" or name not in _OF_CONNECTION | _OF_SERVER:
        return name
    return f"{name}: {text if name in _OF_CONNECTION else _without_arguments(text)}"


def _without_arguments(told: str) -> str:
    """Take out what Redis and its proxies repeat of a command that they refuse: keys and values."""
    return _LONG_WORD.sub(MASK, _ARGUMENTS.sub("", told))


# Quoted words that are no longer than the name of a command may stay.
_ARGUMENTS = re.compile(r""",? with args.*|\{.*|(['"`])(?![\w.|-]{1,20}\1).*""", re.DOTALL)
_LONG_WORD = re.compile(r"\S{40,}")

# The words of redis-py, and those of whoever answered.
_OF_CONNECTION = frozenset({"ConnectionError", "TimeoutError"})
_OF_SERVER = frozenset(
    {
        "AuthenticationError",
        "BusyLoadingError",
        "NoPermissionError",
        "OutOfMemoryError",
        "ReadOnlyError",
        "ResponseError",
    }
)
