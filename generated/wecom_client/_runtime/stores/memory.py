# Copied from templates/wecom_client/_runtime/stores/memory.py: edit that file, then run 'make generate'.
"""A token store in the memory of this process."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import partial


class MemoryTokenStore:
    """Keeps tokens as long as the process lives; give one to several clients and they share it."""

    # A client asks it directly, not in a thread: it never waits.
    answers_at_once = True

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self.start_anew()

    def start_anew(self) -> None:
        """Forget the locks, keep the tokens: called in a forked child."""
        self._guard = threading.Lock()
        self._locks: dict[str, tuple[object, float]] = {}

    def load(self, key: str) -> str | None:
        """Return the text saved last."""
        return self._texts.get(key)

    def save(self, key: str, text: str, seconds: float) -> None:
        """Keep the text; it is small, and there is one for each application."""
        self._texts[key] = text

    def try_lock(self, key: str, seconds: float) -> Callable[[], None] | None:
        """Take the key's lock unless somebody has held it for less than these seconds."""
        mine, now = object(), time.monotonic()
        with self._guard:
            if key in self._locks and now < self._locks[key][1]:
                return None
            self._locks[key] = mine, now + seconds
        return partial(self._release, key, mine)

    def _release(self, key: str, mine: object) -> None:
        with self._guard:
            if key in self._locks and self._locks[key][0] is mine:
                del self._locks[key]
