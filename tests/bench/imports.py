"""Importing the client against importing requests, in fresh interpreters."""

from __future__ import annotations

from collections.abc import Iterator

from .measure import Row, Task, environment, row, run, take_turns

_OURS = ("import wecom_client", "from wecom_client import WeComClient")
_OTHER = "import requests"


def rows(quick: bool) -> Iterator[Row]:
    """Compare what the statements alone take; the start of the interpreter is not counted."""
    with environment() as env:
        tasks = [_import(statement, env) for statement in (*_OURS, _OTHER)]
        take_turns(tasks, 1)  # writes the bytecode
        *ours, theirs = take_turns(tasks, 2 if quick else 40)
    for statement, mine in zip(_OURS, ours, strict=True):
        yield row(statement, [mine, theirs], _OTHER, 1.15)


def _import(statement: str, env: dict[str, str]) -> Task:
    code = (
        "from time import perf_counter; begin = perf_counter(); "
        f"{statement}; print(perf_counter() - begin)"
    )
    return lambda: float(run(["-c", code], env))
