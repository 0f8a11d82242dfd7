"""Whole jobs: what an operation may declare, one module a kind, and what these must be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, get_args

from ..model import Batch, Bulk, ErrorCode, Job, Operation, Pagination, Window
from ..problems import Problem
from . import batch, pagination, window
from .statement import Statement

READERS: Mapping[str, Callable[[Statement], Job | None]] = {
    "pagination": pagination.read,
    "batch": batch.read,
    "window": window.read,
}
"""By the key of a spec, what reads the job that it gives; a later one sees those before it."""


def read_jobs(
    data: Mapping[str, Any], operation: Operation, errors: Mapping[int, ErrorCode]
) -> tuple[Operation, list[Problem]]:
    """Return the operation with those jobs of its spec that can work, and what is wrong.

    What the schema found faulty is not in the data any more.
    """
    problems: list[Problem] = []
    for key, read in READERS.items():
        if not isinstance(data.get(key), Mapping):
            continue
        stated = Statement(key, data[key], operation, errors)
        if operation.kind == "token":
            stated.problem("", f"{key!r} belongs to operations; take it out")
        elif (job := read(stated)) is not None and not stated.problems:
            operation = replace(operation, jobs=(*operation.jobs, job))
        problems += stated.problems
    return operation, [*problems, *_combination(operation)]


def operation_names(method: str) -> Iterator[str]:
    """Return the names of the operations that a method of this name can be a job of."""
    for pattern in dict.fromkeys(kind.method for kind in get_args(Job)):
        start, _, end = pattern.partition("{}")
        if method.startswith(start) and method.endswith(end):
            yield method.removeprefix(start).removesuffix(end)


def _combination(operation: Operation) -> Iterator[Problem]:
    """Find jobs that one operation cannot have together."""
    jobs, places = {job.key: job for job in operation.jobs}, operation.places
    pages, batched, window = (jobs.get(key) for key in ("pagination", "batch", "window"))
    if isinstance(batched, Batch) and pages is not None:
        text = "'batch' and 'pagination' exclude each other: the pages would be lost"
        yield Problem(places["batch"], text)
    if isinstance(batched, Batch) and window is not None:
        text = f"'batch' over an array and 'window' would both be {window.name}; keep one"
        yield Problem(places["batch"], text)
    if not isinstance(pages, Pagination):
        return
    if isinstance(window, Window) and pages.records.name != window.records.name:
        text = "'items' of 'pagination' and 'window' are the same"
        yield Problem(places["window.items"], text)
    size = pages.size
    if size is not None and size.required and size.maximum is None:
        for job in (batched, window):
            if isinstance(job, Bulk | Window):
                text = f"{size.name!r} needs a 'maximum': {job.key!r} asks for pages of that size"
                yield Problem(places["pagination.size"], text)
