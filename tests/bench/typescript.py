"""Whole runs of the generator against openapi-typescript: for all of specs/, then for many more.

The program is taken from PATH; nothing is installed here. `npm install openapi-typescript` in any
folder, and that folder's `node_modules/.bin` on PATH, is enough.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import perf_counter

from .measure import ROOT, Row, environment, interleave, row, wall
from .spec_trees import fresh, write_openapi, write_specs

_PROGRAM = "openapi-typescript"
_SIZE = 600
_AIM = 1.0


def absent() -> str:
    """Say why this cannot be measured; empty where it can."""
    if shutil.which(_PROGRAM):
        return ""
    return f"no {_PROGRAM} on PATH: npm has it, and Node.js runs it"


def rows(quick: bool) -> Iterator[Row]:
    """Compare what writes everything, then what compares everything with what was written."""
    size, rounds, aim = (10, 1, None) if quick else (_SIZE, 7, _AIM)
    with environment() as env, tempfile.TemporaryDirectory() as name:
        whole, many = Path(name) / "whole", Path(name) / "many"
        shutil.copytree(ROOT / "specs", whole / "specs")
        write_specs(many / "specs", size)
        for folder, what in ((whole, "all of specs/"), (many, f"{size} operations")):
            write_openapi(folder / "specs", folder / "openapi.yaml")
            for verb, check in (("generate", []), ("check", ["--check"])):
                tasks = [partial(_ours, verb, folder, env), partial(_theirs, check, folder, env)]
                interleave(tasks, 1)  # writes the bytecode
                taken = interleave(tasks, rounds)
                yield row(f"{verb} of {what}", taken, _PROGRAM, aim)


def _ours(verb: str, folder: Path, env: dict[str, str]) -> float:
    output = folder / "ours"
    if verb == "generate":
        fresh(output)
    arguments = ["--specs", str(folder / "specs"), "--output", str(output)]
    return wall(["-m", "generator", verb, *arguments], env)[0]


def _theirs(check: list[str], folder: Path, env: dict[str, str]) -> float:
    output = folder / "theirs.ts"
    if not check:
        output.unlink(missing_ok=True)
    command = [_PROGRAM, str(folder / "openapi.yaml"), "--output", str(output), *check]
    begin = perf_counter()
    done = subprocess.run(command, env=env, cwd=folder, capture_output=True, text=True, check=False)
    seconds = perf_counter() - begin
    if done.returncode or not output.is_file():
        raise RuntimeError(f"{' '.join(command)}: {done.stdout}{done.stderr}")
    return seconds
