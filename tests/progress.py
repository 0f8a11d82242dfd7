"""Signs of life from a command that takes long: a line every few seconds, on stderr."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

import pytest

SECONDS = 5.0


@contextmanager
def progress(what: str, seconds: float = SECONDS, file: TextIO | None = None) -> Iterator[None]:
    """Say every few seconds that `what` is under way, until the block is left."""
    ended = threading.Event()
    begun = time.monotonic()

    def tell() -> None:
        while not ended.wait(seconds):
            passed = time.monotonic() - begun
            print(f"  … {what}, {passed:.0f} s", file=file or sys.stderr, flush=True)

    teller = threading.Thread(target=tell, name="progress", daemon=True)
    teller.start()
    try:
        yield
    finally:
        ended.set()
        teller.join()


class SignsOfLife:
    """A plugin of pytest that tells how many tests have ended where none did for a while.

    For the process that workers report to: they say nothing while they collect, nor during a test.
    """

    def __init__(self, tell: Callable[[str], None], seconds: float = SECONDS) -> None:
        self._tell = tell
        self._seconds = seconds
        self._ended = 0
        self._has_news = threading.Event()
        self._is_over = False
        self._teller = threading.Thread(target=self._watch, name="signs of life", daemon=True)

    def pytest_sessionstart(self) -> None:
        """Begin before the workers are started."""
        self._teller.start()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take note of what a worker reports; of a call, as that alone is shown if all is well."""
        if report.when == "call":
            self._ended += 1
            self._has_news.set()

    @pytest.hookimpl(trylast=True)  # the workers' ends take long, too
    def pytest_sessionfinish(self) -> None:
        """End before the summary is written."""
        self._is_over = True
        self._has_news.set()
        self._teller.join()

    def _watch(self) -> None:
        begun = time.monotonic()
        while not self._is_over:
            if not self._has_news.wait(self._seconds):
                self._tell(f"  … {self._ended} tests have run, {time.monotonic() - begun:.0f} s")
            self._has_news.clear()
