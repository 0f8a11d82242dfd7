"""Signs of life from what takes long."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from .progress import SignsOfLife, progress


class Watched(io.StringIO):
    """Knows when so many lines were written."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.lines = lines
        self.enough = threading.Event()

    def write(self, text: str) -> int:
        count = super().write(text)
        if self.getvalue().count("\n") >= self.lines:
            self.enough.set()
        return count


def test_what_takes_long_is_told_again_and_again() -> None:
    out = Watched(3)
    with progress("measuring", 0.001, out):
        assert out.enough.wait(60)
    lines = out.getvalue().splitlines()
    assert all(line.startswith("  … measuring, ") for line in lines)


def test_what_is_quickly_done_is_not_told() -> None:
    out = io.StringIO()
    with progress("measuring", 3600, out):
        pass
    assert out.getvalue() == ""


def test_nothing_is_told_after_the_end_and_an_error_goes_its_way() -> None:
    out = Watched(1)
    with pytest.raises(ZeroDivisionError), progress("measuring", 0.001, out):  # noqa: PT012
        assert out.enough.wait(60)
        raise ZeroDivisionError
    assert "progress" not in {thread.name for thread in threading.enumerate()}


def test_the_run_of_tests_is_told_of_while_none_ends() -> None:
    out = Watched(3)
    signs = SignsOfLife(lambda line: print(line, file=out), 0.001)
    signs.pytest_sessionstart()
    assert out.enough.wait(60)
    signs.pytest_sessionfinish()
    lines = out.getvalue().splitlines()
    assert all(line.startswith("  … 0 tests have run, ") for line in lines)


@pytest.mark.parametrize(("workers", "told"), [("1", True), ("0", False)])
def test_where_workers_run_the_tests_their_silence_is_told(workers: str, told: bool) -> None:
    one = f"{__file__}::{test_what_is_quickly_done_is_not_told.__name__}"
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", f"--numprocesses={workers}", "--trace-config", one],
        cwd=Path(__file__).resolve().parents[1],
        env={name: text for name, text in os.environ.items() if not name.startswith("PYTEST_")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert ("PLUGIN registered: <tests.progress.SignsOfLife" in ran.stdout) is told


def test_a_short_silence_is_not_told() -> None:
    told: list[str] = []
    signs = SignsOfLife(told.append, 3600)
    signs.pytest_sessionstart()
    signs.pytest_sessionfinish()
    assert told == []
