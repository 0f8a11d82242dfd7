"""Measuring: what is compared runs alternately, so that a busy machine cancels out."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]

Task = Callable[[], float]
"""Does what is measured once, and returns the seconds that it took."""


@dataclass(frozen=True)
class Row:
    """One comparison of ours with another, and the ratio that was aimed at, if any.

    `unit` is that of both figures: seconds or bytes.
    """

    what: str
    ours: float
    other: float
    other_name: str
    ratio: float
    aim: float | None = None
    unit: str = "s"

    @property
    def verdict(self) -> str:
        """Whether the aim was met."""
        if self.aim is None:
            return ""
        return "met" if self.ratio <= self.aim else "missed"


def timed(function: Callable[[], object], calls: int) -> Task:
    """Return a task that calls a function many times and says what one call took."""

    def task() -> float:
        begin = perf_counter()
        for _ in range(calls):
            function()
        return (perf_counter() - begin) / calls

    return task


def interleave(tasks: Sequence[Task], rounds: int) -> list[list[float]]:
    """Return the seconds of each task in each round; the order within a round rotates."""
    taken: list[list[float]] = [[] for _ in tasks]
    gc.collect()
    for number in range(rounds):
        for place in range(len(tasks)):
            index = (number + place) % len(tasks)
            taken[index].append(tasks[index]())
    return taken


def row(
    what: str,
    taken: Sequence[Sequence[float]],
    other_name: str,
    aim: float | None = None,
    unit: str = "s",
) -> Row:
    """Return the medians of ours and the other's; the ratio is the median of the rounds' ratios."""
    ours, other = taken
    ratio = statistics.median(mine / theirs for mine, theirs in zip(ours, other, strict=True))
    medians = statistics.median(ours), statistics.median(other)
    return Row(what, *medians, other_name, ratio, aim, unit)


def best(
    what: str, taken: Sequence[Sequence[float]], other_name: str, aim: float | None = None
) -> Row:
    """Return the minima of ours and the other's, for what is short: other work only adds to it."""
    ours, other = map(min, taken)
    return Row(what, ours, other, other_name, ours / other, aim)


@contextmanager
def environment() -> Iterator[dict[str, str]]:
    """Give an environment for other processes of this Python.

    Everything runs from cached bytecode, as installed software does; the cache is thrown away.
    """
    with tempfile.TemporaryDirectory() as cache:
        values = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        programs = str(Path(sys.executable).parent)
        yield {
            **values,
            "PATH": os.pathsep.join([programs, values.get("PATH", os.defpath)]),
            "PYTHONPATH": os.pathsep.join([str(ROOT / "generated"), str(ROOT)]),
            "PYTHONPYCACHEPREFIX": cache,
        }


def run(arguments: Sequence[str], env: dict[str, str]) -> str:
    """Run this Python with arguments and return what it printed.

    Raises:
        RuntimeError: it failed; with everything that it said.
    """
    done = subprocess.run(
        [sys.executable, *arguments], env=env, cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(arguments)}: {done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def wall(arguments: Sequence[str], env: dict[str, str]) -> tuple[float, str]:
    """Run this Python with arguments; return the seconds of the process, and what it printed.

    Raises:
        RuntimeError: it failed; with everything that it said.
    """
    begin = perf_counter()
    said = run(arguments, env)
    return perf_counter() - begin, said
