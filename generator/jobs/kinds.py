"""The whole jobs of an operation: the methods that its `pagination`, `batch` and `window` give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ..model import Field, Operation

Kind = Literal["iterate", "batch", "bulk", "window"]

KEYS: dict[Kind, str] = {
    "iterate": "pagination",
    "batch": "batch",
    "bulk": "batch",
    "window": "window",
}
"""The key of a spec that gives each kind of job."""

OPTIONS: dict[Kind, tuple[str, ...]] = {
    "iterate": ("page_size",),
    "batch": ("daily_limit", "dry_run"),
    "bulk": ("concurrency", "rate", "ordered", "on_progress"),
    "window": (),
}
"""Arguments that a job has of itself."""


@dataclass(frozen=True)
class Job:
    """A method that makes as many calls of one operation as its arguments take.

    `fields` are the parameters that it has of the operation, in the document's order. Of these,
    `replaced` is called `argument` and takes any number of elements.
    """

    kind: Kind
    name: str
    fields: tuple[Field, ...]
    replaced: Field | None = None
    argument: str = ""


def jobs_of(operation: Operation) -> tuple[Job, ...]:
    """Return the jobs of an operation."""
    return tuple(_jobs(operation))


def job_name(kind: Kind, operation: str) -> str:
    """Return the name of a job's method; no operation's name is a keyword any more with it."""
    if kind == "iterate":
        return f"iter_{operation}"
    return f"{operation}_many" if kind == "bulk" else f"{operation}_all"


def operation_names(method: str) -> Iterator[str]:
    """Return the names of the operations that a method of this name can be a job of."""
    if method.startswith("iter_"):
        yield method[len("iter_") :]
    for ending in ("_many", "_all"):
        if method.endswith(ending):
            yield method[: -len(ending)]


def _jobs(operation: Operation) -> Iterator[Job]:
    name, request = operation.name, operation.request
    pagination, batch, window = operation.pagination, operation.batch, operation.window
    if pagination is not None:
        fields = _without(request, [pagination.size])
        yield Job("iterate", job_name("iterate", name), fields)
    if batch is not None:
        replaced = next(one for one in request if one.name == batch.parameter)
        kind: Kind = "batch" if replaced.type == "array" else "bulk"
        yield Job(kind, job_name(kind, name), request, replaced, batch.argument)
    if window is not None:
        paged = [pagination.position, pagination.size] if pagination is not None else []
        fields = _without(request, [*window.omit, *paged])
        yield Job("window", job_name("window", name), fields)


def _without(fields: Iterable[Field], names: Iterable[str]) -> tuple[Field, ...]:
    gone = set(names)
    return tuple(one for one in fields if one.name not in gone)


def named(fields: Iterable[Field], name: str) -> Field | None:
    """Return the field of a name, if there is one."""
    return next((one for one in fields if one.name == name), None)


def at_path(fields: Iterable[Field], path: str) -> Field | None:
    """Return the field at a dotted path through objects, if there is one."""
    first, _, rest = path.partition(".")
    found = named(fields, first)
    if found is None or not rest:
        return found
    # one whose type is missing is a problem of its own
    return at_path(found.properties, rest) if found.type in ("object", "") else None


def daily_quota(operation: Operation) -> int | None:
    """Return how many elements a day the platform allows, the least where it counts several."""
    return min((one.limit for one in operation.quotas if one.days == 1), default=None)


def page_size(operation: Operation) -> int | None:
    """Return how many records a page of a job has, if the spec leaves it to us."""
    size = named(operation.request, operation.pagination.size) if operation.pagination else None
    if size is None:
        return None
    return size.default if size.maximum is None else int(size.maximum)


def figures(operation: Operation) -> tuple[tuple[str, Field], ...]:
    """Return the numbers in the records of a window by their dotted paths, the key apart."""
    window = operation.window
    items = named(operation.response, window.items) if window is not None else None
    if window is None or items is None or items.items is None:
        return ()
    parts = (one for one in items.items.properties if one.name != window.key)
    return tuple(_figures(parts, ""))


def _figures(fields: Iterable[Field], parent: str) -> Iterator[tuple[str, Field]]:
    for one in fields:
        path = f"{parent}{one.name}"
        if one.type in ("integer", "number"):
            yield path, one
        yield from _figures(one.properties, f"{path}.")
