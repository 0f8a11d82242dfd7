"""The class that type checkers take for a failed element of a job that they do not know.

`except BatchError` does not say whose error it is. Its result holds records of one operation, and
which one is known only at run time: for type checkers they have the fields of all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...jobs.kinds import jobs_of, named
from ...model import Field, Operation
from .expressions import Annotations, innermost
from .job_code import element_record
from .naming import FAILED_RESERVED, module_name, python_name
from .records import Classes


@dataclass(frozen=True)
class AnyFailedRecord:
    """What that class is made of."""

    arguments: tuple[str, ...]
    """Its bases, and what these ask for."""
    imports: tuple[str, ...]
    open_fields: tuple[str, ...]
    """Those of which the bases say different things, and so nothing can be said."""


@dataclass(frozen=True)
class _Failed:
    operation: Operation
    name: str
    fields: tuple[Field, ...]


def any_failed_record(
    operations: Iterable[Operation], own: Mapping[str, Classes]
) -> AnyFailedRecord:
    """Return what the class is made of; `own` are the classes of each operation's file."""
    found = list(_records(operations, own))
    names = [one.name for one in found]
    imported = [_imported(one, names[:index].count(one.name)) for index, one in enumerate(found)]
    bases = [alias for alias, _ in imported] or ["FailedRecord"]
    statements = tuple(statement for _, statement in imported)
    return AnyFailedRecord((*bases, "errors=ERRORS"), statements, tuple(_open_fields(found)))


def _records(operations: Iterable[Operation], own: Mapping[str, Classes]) -> Iterator[_Failed]:
    """Return the records of failed elements of all batches, those of a shared shape once."""
    seen = set()
    for operation in operations:
        listed = operation.failures and named(operation.response, operation.failures.field)
        for job in jobs_of(operation):
            if job.kind == "batch" and listed:
                classes = own[operation.path]
                name = element_record(operation, job, classes.answers)
                key = classes.shape_of(name) or (operation.path, name)
                if key not in seen:
                    yield _Failed(operation, name, innermost(listed).properties)
                seen.add(key)


def _imported(one: _Failed, number: int) -> tuple[str, str]:
    """Return how a record is called in the file, and the statement that imports it."""
    alias = f"_{one.name}_{number + 1}" if number else f"_{one.name}"
    return alias, f"from .{module_name(one.operation.path)} import {one.name} as {alias}"


def _open_fields(records: Iterable[_Failed]) -> Iterator[str]:
    """Return the fields that several records have, and do not have alike for certain."""
    stated: dict[str, list[str]] = {}
    for record in records:
        annotations = Annotations()
        for one in record.fields:
            is_open = innermost(one).type == "object"
            text = "" if is_open else annotations.answer(one, None)
            stated.setdefault(python_name(one.name, FAILED_RESERVED), []).append(text)
    for name, texts in sorted(stated.items()):
        if len(texts) > 1 and (not all(texts) or len(set(texts)) > 1):
            yield name
