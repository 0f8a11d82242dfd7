"""Importing the client against importing requests, in fresh interpreters."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from .measure import Row, Task, environment, interleave, row, run
from .spec_trees import write_group, write_specs

_OURS = ("import wecom_client", "from wecom_client import WeComClient")
_OTHER = "import requests"
_OPERATIONS = 600
_GROUP = 50


def rows(quick: bool) -> Iterator[Row]:
    """Compare what the statements alone take; the start of the interpreter is not counted.

    The client of many operations is one that the generator makes of that many specs.
    """
    rounds = 2 if quick else 40
    with environment() as env, tempfile.TemporaryDirectory() as folder:
        many = _many(Path(folder), env, 10 if quick else _OPERATIONS)
        tasks = [_import(statement, env) for statement in (*_OURS, _OTHER)]
        tasks += [_import(_OURS[0], many), _first_use(many)]
        interleave(tasks, 1)  # writes the bytecode
        *ours, theirs, large, first = interleave(tasks, rounds)
    for statement, mine in zip(_OURS, ours, strict=True):
        yield row(statement, [mine, theirs], _OTHER, 1.10)
    yield row(f"{_OURS[0]} with {_OPERATIONS} operations", [large, theirs], _OTHER, 1.10)
    yield row(f"first use of a group of {_GROUP} operations", [first, theirs], _OTHER, 0.70)


def _many(folder: Path, env: dict[str, str], size: int) -> dict[str, str]:
    """Return an environment in which the client has so many operations, and a large group."""
    write_specs(folder / "specs", size)
    write_group(folder / "specs" / "large", _GROUP)
    arguments = ["--specs", str(folder / "specs"), "--output", str(folder / "out")]
    run(["-m", "generator", "generate", *arguments], env)
    return {**env, "PYTHONPATH": str(folder / "out")}


def _import(statement: str, env: dict[str, str]) -> Task:
    return _timed("", statement, env)


def _first_use(env: dict[str, str]) -> Task:
    client = "import wecom_client; client = wecom_client.WeComClient('corp', 'secret')"
    return _timed(client, "client.large", env)


def _timed(before: str, statement: str, env: dict[str, str]) -> Task:
    code = (
        f"{before}\nfrom time import perf_counter; begin = perf_counter()\n"
        f"{statement}\nprint(perf_counter() - begin)"
    )
    return lambda: float(run(["-c", code], env))
