"""Signs of life from a command that takes long: a line every few seconds, on stderr."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

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
