"""The class that type checkers take for a failed element of a job that they do not know.

`except BatchError` does not say whose error it is. Its result holds records of one operation, and
which one is known only at run time: for type checkers they have the fields of all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...model import Batch, Field, Operation
from .expressions import Annotations, Imports, innermost
from .methods import OwnClasses
from .naming import FAILED_RESERVED, module_name, python_name


@dataclass(frozen=True)
class AnyFailedRecord:
    """What that class is made of."""

    arguments: tuple[str, ...]
    """Its bases, and what these ask for."""
    open_fields: tuple[str, ...]
    """Those of which the bases say different things, and so nothing can be said."""


@dataclass(frozen=True)
class _Failed:
    operation: Operation
    name: str
    fields: tuple[Field, ...]


def any_failed_record(
    operations: Iterable[Operation], own: Mapping[str, OwnClasses], imports: Imports
) -> AnyFailedRecord:
    """Return what the class is made of; `own` are the classes of each operation's file."""
    found = list(_records(operations, own))
    bases = [_imported(one, imports) for one in found]
    if not bases:
        imports.use_runtime("answers", "FailedRecord")
        bases = ["FailedRecord"]
    return AnyFailedRecord((*bases, "errors=ERRORS"), tuple(_open_fields(found)))


def _records(operations: Iterable[Operation], own: Mapping[str, OwnClasses]) -> Iterator[_Failed]:
    """Return the records of failed elements of all batches, those of a shared shape once."""
    seen = set()
    for operation in operations:
        for job in operation.jobs:
            if isinstance(job, Batch):
                classes = own[operation.path]
                name = classes.answers[job.records.name]
                key = classes.classes.shape_of(name) or (operation.path, name)
                if key not in seen:
                    yield _Failed(operation, name, innermost(job.records).properties)
                seen.add(key)


def _imported(one: _Failed, imports: Imports) -> str:
    taken = {alias for _, _, alias in imports.aliases}
    alias, number = f"_{one.name}", 2
    while alias in taken:
        alias, number = f"_{one.name}{number}", number + 1
    imports.alias(f".{module_name(one.operation.path)}", one.name, alias)
    return alias


def _open_fields(records: Iterable[_Failed]) -> Iterator[str]:
    """Return the fields that several records have, and do not have alike for certain."""
    stated: dict[str, list[str]] = {}
    for record in records:
        annotations = Annotations(Imports(""))
        for one in record.fields:
            is_open = innermost(one).type == "object"
            text = "" if is_open else annotations.answer(one, None)
            stated.setdefault(python_name(one.name, FAILED_RESERVED), []).append(text)
    for name, texts in sorted(stated.items()):
        if len(texts) > 1 and (not all(texts) or len(set(texts)) > 1):
            yield name
