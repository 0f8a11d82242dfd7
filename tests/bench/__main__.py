"""Entry of `python -m tests.bench`: runs every measurement and prints one table.

An aim that was missed is printed as missed; the exit code is 0 all the same.
"""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version

from tests.environment import prepare_command
from tests.model import reason
from tests.progress import progress

from . import (
    answers,
    async_calls,
    calls,
    checks,
    documents,
    imports,
    jobs,
    processes,
    regeneration,
    typescript,
)
from .measure import Row

MEASUREMENTS = (
    checks,
    calls,
    answers,
    async_calls,
    jobs,
    processes,
    imports,
    regeneration,
    typescript,
    documents,
)

_OTHERS = (
    "requests",
    "aiohttp",
    "fastjsonschema",
    "pydantic",
    "openapi-python-client",
    "ruff",
    "markdown-it-py",
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few rounds, smallest sizes: a trial")
    quick = parser.parse_args(arguments).quick
    prepare_command()
    machine = f"{os.cpu_count()} CPUs, {_memory()} of memory"
    print(f"{date.today().isoformat()}, {machine}, Python {platform.python_version()};", end=" ")
    print(", ".join(f"{name} {version(name)}" for name in _OTHERS))
    print("ratio: ours / other, median of rounds in which both run\n")
    print(_line("what", "ours", "other", "", "ratio", "aim", ""))
    found: list[Row] = []
    for measurement in MEASUREMENTS:
        if gone := lacks(measurement):
            print(f"{measurement.__name__}: not measured, {gone}")
            continue
        with progress(f"measuring {measurement.__name__.rpartition('.')[2]}"):
            for row in measurement.rows(quick):
                if isinstance(row, str):  # what could not be measured, and why
                    print(row)
                    continue
                found.append(row)
                print(_shown(row), flush=True)
    missed = [row.what for row in found if row.verdict == "missed"]
    aims = sum(row.aim is not None for row in found)
    print(f"\n{aims - len(missed)} of {aims} aims met", end="")
    print(f"; missed: {', '.join(missed)}" if missed else "")


def lacks(measurement: object) -> str:
    """Say what a measurement needs that is not there: operations in the specs, or files."""
    absent = getattr(measurement, "absent", str)
    return reason(getattr(measurement, "NEEDS", ())) or str(absent())


def _shown(row: Row) -> str:
    aim = f"≤ {row.aim:.2f}" if row.aim is not None else "–"
    shown = _size if row.unit == "B" else _time
    ours, other = shown(row.ours), shown(row.other)
    return _line(row.what, ours, other, row.other_name, f"{row.ratio:.2f}", aim, row.verdict)


def _line(what: str, ours: str, other: str, name: str, ratio: str, aim: str, verdict: str) -> str:
    return f"{what:48} {ours:>9} {other:>9}  {name:42} {ratio:>5}  {aim:6} {verdict}".rstrip()


def _time(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{seconds / size:.2f} {unit}"
    return f"{seconds * 1e6:.1f} µs"


def _memory() -> str:
    try:
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return "unknown size"
    return f"{total / 2**30:.0f} GiB"


def _size(number: float) -> str:
    return f"{number / 1024:.0f} KiB"


if __name__ == "__main__":
    main()
