"""Files that an operation uploads: a call has one at most, and its body is that file alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Field, Operation
from ..problems import Problem

_STATED = "'format: binary' of"


def upload_problems(operation: Operation) -> Iterator[Problem]:
    """Find what cannot be sent as multipart/form-data, or stands where no file can."""
    for one in _files(operation.response):
        said = (
            f"{_STATED} {one.name!r} belongs to parameters: an answer is JSON, which holds no file"
        )
        yield Problem(one.location, said)
    for parameter in operation.request:
        for one in _files(_below(parameter)):
            said = f"{_STATED} {one.name!r} belongs to a parameter itself, not to what is in one"
            yield Problem(one.location, said)
    file = next((one for one in operation.request if one.is_file), None)
    if file is not None:
        yield from _body_problems(operation, file)


def _body_problems(operation: Operation, file: Field) -> Iterator[Problem]:
    if operation.method != "POST":
        said = f"{file.name!r} is a file, and a {operation.method} has no body; say 'method: POST'"
        yield Problem(file.location, said)
        return
    for one in operation.request:
        if one.is_file and one is not file:
            said = f"{one.name!r} is a second file beside {file.name!r}; a call uploads one"
            yield Problem(one.location, said)
        elif one is not file and one.sent_in is None:
            said = f"the body is the file {file.name!r} alone; say 'in: query' of {one.name!r}"
            yield Problem(one.location, said)
    for job in operation.jobs:
        if job.replaced is file:
            said = f"{job.key!r} cannot be over {file.name!r}, a file; leave the job out"
            yield Problem(operation.places[job.key], said)


def _files(fields: Iterable[Field]) -> Iterator[Field]:
    for one in fields:
        if one.is_file:
            yield one
        yield from _files(_below(one))


def _below(field: Field) -> tuple[Field, ...]:
    return field.properties if field.items is None else (field.items,)
