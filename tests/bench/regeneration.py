"""Whole runs of the generator against openapi-python-client, for 10, 100 and 1000 operations."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import perf_counter

from .measure import Row, environment, interleave, row, run
from .spec_trees import write_openapi, write_specs

_AIMS = {10: 0.50, 100: 0.25, 1000: 0.25}
_ROUNDS = {10: 9, 100: 5, 1000: 2}
_TOO_LONG = 120.0


def rows(quick: bool) -> Iterator[Row]:
    """Compare each size; then say whether ours grows linearly."""
    ours: dict[int, float] = {}
    with environment() as env, tempfile.TemporaryDirectory() as folder:
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


def _growth(ours: dict[int, float]) -> Row:
    """Compare what one more operation takes: up to 1000 of them, and up to 100."""
    late = (ours[1000] - ours[100]) / 900
    early = (ours[100] - ours[10]) / 90
    what = "each further operation, from 100 to 1000"
    return Row(what, late, early, "ours, from 10 to 100", late / early, 1.25)


def _ours(folder: Path, env: dict[str, str]) -> float:
    output = _fresh(folder / "ours")
    arguments = ["generate", "--specs", str(folder / "specs"), "--output", str(output)]
    return _wall(["-m", "generator", *arguments], env)[0]


def _theirs(folder: Path, env: dict[str, str], size: int) -> float:
    output = _fresh(folder / "theirs")
    arguments = ["generate", "--path", str(folder / "openapi.yaml"), "--output-path", str(output)]
    seconds, said = _wall(["-m", "openapi_python_client", *arguments], env)
    made = sum(1 for path in output.glob("*/api/*/*.py") if path.name != "__init__.py")
    # it warns of parts that it leaves out, and of hooks that it cannot run
    if made != size or "Warning(s)" in said:
        raise RuntimeError(f"openapi-python-client made {made} of {size} operations: {said}")
    return seconds


def _fresh(output: Path) -> Path:
    """Both write everything: into an empty folder there is nothing that they could leave alone."""
    shutil.rmtree(output, ignore_errors=True)
    return output


def _wall(arguments: list[str], env: dict[str, str]) -> tuple[float, str]:
    begin = perf_counter()
    said = run(arguments, env)
    return perf_counter() - begin, said
