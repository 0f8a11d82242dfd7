"""Whole runs of the generator against openapi-python-client, for 10 to 1000 operations.

Before them, the greatest memory of such a run.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from .measure import Row, environment, interleave, row, run, wall
from .spec_trees import fresh, write_openapi, write_specs

_AIMS = {10: 0.44, 100: 0.25, 600: 0.15, 1000: 0.22}
_ROUNDS = {10: 9, 100: 5, 600: 3, 1000: 2}
_TOO_LONG = 120.0
_LARGE = 600
_MOST = 100 * 2**20
"""Bytes that a run over 600 operations may take at most."""
_MEASURED = """
import resource, subprocess, sys
subprocess.run([sys.executable, *sys.argv[1:]], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def rows(quick: bool) -> Iterator[Row]:
    """Compare each size; then say whether ours grows linearly."""
    ours: dict[int, float] = {}
    with environment() as env, tempfile.TemporaryDirectory() as folder:
        if sys.platform == "linux":
            yield _memory(10 if quick else _LARGE, Path(folder) / "memory", env)
        for size in (10,) if quick else _AIMS:
            found = _compare(size, Path(folder) / str(size), env, 1 if quick else _ROUNDS[size])
            ours[size] = found.ours
            yield found
    if not quick:
        yield _growth(ours)


def _compare(size: int, folder: Path, env: dict[str, str], rounds: int) -> Row:
    write_specs(folder / "specs", size)
    write_openapi(folder / "specs", folder / "openapi.yaml")
    mine, theirs = partial(_ours, folder, env), partial(_theirs, folder, env, size)
    if size == min(_AIMS):
        interleave([mine, theirs], 1)  # writes the bytecode
    taken = interleave([mine, theirs], 1)
    if taken[1][0] < _TOO_LONG and rounds > 1:
        taken = [a + b for a, b in zip(taken, interleave([mine, theirs], rounds - 1), strict=True)]
    name = "openapi-python-client with its ruff hooks"
    return row(f"regeneration of {size} operations", taken, name, _AIMS[size])


def _memory(size: int, folder: Path, env: dict[str, str]) -> Row:
    """Compare the greatest memory of a run's largest process with what it may be."""
    write_specs(folder / "specs", size)
    peak = float(run(["-c", _MEASURED, *_generate(folder)], env)) * 1024
    what = f"greatest memory of generate, {size} operations"
    return Row(what, peak, _MOST, "100 MiB", peak / _MOST, 1.0, "B")


def _growth(ours: dict[int, float]) -> Row:
    """Compare what one more operation takes: up to 1000 of them, and up to 100."""
    late = (ours[1000] - ours[100]) / 900
    early = (ours[100] - ours[10]) / 90
    what = "each further operation, from 100 to 1000"
    return Row(what, late, early, "ours, from 10 to 100", late / early, 1.25)


def _ours(folder: Path, env: dict[str, str]) -> float:
    return wall(_generate(folder), env)[0]


def _generate(folder: Path) -> list[str]:
    output = fresh(folder / "ours")
    arguments = ["--specs", str(folder / "specs"), "--output", str(output)]
    return ["-m", "generator", "generate", *arguments]


def _theirs(folder: Path, env: dict[str, str], size: int) -> float:
    output = fresh(folder / "theirs")
    arguments = ["generate", "--path", str(folder / "openapi.yaml"), "--output-path", str(output)]
    seconds, said = wall(["-m", "openapi_python_client", *arguments], env)
    made = sum(1 for path in output.glob("*/api/*/*.py") if path.name != "__init__.py")
    # it warns of parts that it leaves out, and of hooks that it cannot run
    if made != size or "Warning(s)" in said:
        raise RuntimeError(f"openapi-python-client made {made} of {size} operations: {said}")
    return seconds
