"""The class that type checkers take for a failed element of a job that they do not know.

`except BatchError` does not say whose error it is. Its result holds records of one operation, and
which one is known only at run time: for type checkers they have the fields of all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...model import Batch, Field, Operation
from .expressions import Annotations, innermost
from .naming import FAILED_RESERVED, python_name
from .records import Classes


@dataclass(frozen=True)
class AnyFailedRecord:
    """What that class is made of."""

    arguments: tuple[str, ...]
    """Its bases, and what these ask for."""
    imports: tuple[str, ...]
    open_fields: tuple[str, ...]
    """Those of which the bases say different things, and so nothing can be said."""


def any_failed_record(
    operations: Iterable[Operation], own: Mapping[str, Classes]
) -> AnyFailedRecord:
    """Return what the class is made of; `own` are the classes of each operation's file."""
    bases: dict[object, str] = {}
    imports, fields = [], []
    for operation in operations:
        for job in operation.jobs:
            if not isinstance(job, Batch):
                continue
            classes = own[operation.path]
            name = classes.answers[job.records.name]
            # those of a shared shape are one class
            key = classes.shape_of(name) or (operation.path, name)
            if key in bases:
                continue
            number = sum(one.startswith(f"_{name}") for one in bases.values())
            alias = bases[key] = f"_{name}_{number + 1}" if number else f"_{name}"
            module = classes.namespaces.module(operation.path)
            imports.append(f"from .{module} import {name} as {alias}")
            fields.append(innermost(job.records).properties)
    arguments = (*(bases.values() or ["FailedRecord"]), "errors=ERRORS")
    return AnyFailedRecord(arguments, tuple(imports), tuple(_open_fields(fields)))


def _open_fields(records: Iterable[Iterable[Field]]) -> Iterator[str]:
    """Return the fields that several records have, and do not have alike for certain."""
    stated: dict[str, list[str]] = {}
    annotations = Annotations()
    for one in (one for fields in records for one in fields):
        text = "" if innermost(one).type == "object" else annotations.answer(one, None)
        stated.setdefault(python_name(one.name, FAILED_RESERVED), []).append(text)
    for name, texts in sorted(stated.items()):
        if len(texts) > 1 and (not all(texts) or len(set(texts)) > 1):
            yield name
