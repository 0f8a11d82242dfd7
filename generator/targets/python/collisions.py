"""What Python cannot call by two names, or by one that is taken: told where the specs say it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...model import Api, Field, Group, Job, Operation
from ...problems import Problem
from .naming import (
    Namespaces,
    answer_field_name,
    class_name,
    member_name,
    parameter_class_name,
    parameter_name,
    python_name,
)


def collisions(api: Api) -> Iterator[Problem]:
    """Find everything in the specs that has no name of its own in Python."""
    namespaces = Namespaces(frozenset(one.path for one in (api.token, *api.operations)))
    for group in api.root.walk():
        yield from _shapes(group)
        yield from _members(group, namespaces, *(() if group.path else (api.token,)))
        yield from _methods(group, namespaces)
        for operation in group.operations:
            yield from _operation(operation)
    yield from _operation(api.token)


def _operation(operation: Operation) -> Iterator[Problem]:
    yield from _fields(operation.request, parameter_name)
    yield from _fields(operation.response, answer_field_name)
    for job in operation.jobs:
        yield from _records(operation, job)
        yield from _arguments(operation, job)


def _shapes(group: Group) -> Iterator[Problem]:
    """Find shapes of one folder whose classes, in answers or of parameters, have one name."""
    taken: dict[str, str] = {}
    for name, shape in (group.shapes or {}).items():
        yield from _below(shape)
        if shape.type != "object":
            continue
        own = (class_name(name), parameter_class_name(name))
        both = next((one for one in own if one in taken), None)
        if both is not None:
            yield Problem(
                shape.location,
                f"the shapes {name!r} and {taken[both]!r} would both have the class {both!r} in "
                "Python; rename one of them",
            )
        taken |= dict.fromkeys(own, name)


def _fields(
    fields: tuple[Field, ...], name_of: Callable[[str], str] = python_name
) -> Iterator[Problem]:
    seen: dict[str, Field] = {}
    for one in fields:
        name = name_of(one.name)
        if name in seen:
            yield Problem(
                one.location,
                f"{one.name!r} and {seen[name].name!r} would both be {name!r} in Python",
            )
        seen.setdefault(name, one)
        yield from _below(one)


def _below(field: Field) -> Iterator[Problem]:
    yield from _fields(field.properties)
    if field.items is not None:
        yield from _below(field.items)


def _members(group: Group, namespaces: Namespaces, *tokens: Operation) -> Iterator[Problem]:
    """A namespace has operations and inner namespaces, each by the last part of its path."""
    seen: dict[str, str] = {}
    own = [one for one in group.operations if one.path not in {token.path for token in tokens}]
    members: list[tuple[str, Operation | Group]] = [
        *((member_name(one.path), one) for one in (*tokens, *own)),
        *((namespaces.name(one.path), one) for one in group.groups),
    ]
    for name, member in members:
        if name in seen:
            yield Problem(
                member.location,
                f"{member.path!r} and {seen[name]!r} would both be {name!r} in Python",
            )
        seen.setdefault(name, member.path)


def _methods(group: Group, namespaces: Namespaces) -> Iterator[Problem]:
    """Find jobs whose methods are called like something else of their namespace."""
    taken = {namespaces.name(one.path): f"the folder {one.path!r}" for one in group.groups}
    taken |= {member_name(one.path): f"the operation {one.path!r}" for one in group.operations}
    for operation in group.operations:
        for job in operation.jobs:
            if job.name in taken:
                yield Problem(
                    operation.places[job.key],
                    f"its job {job.name!r} is called like {taken[job.name]}; leave one of them out",
                )
            taken.setdefault(job.name, f"a job of {operation.path!r}")


def _records(operation: Operation, job: Job) -> Iterator[Problem]:
    """Jobs read and write what they merge by one name."""
    if job.records is None:
        return
    name = answer_field_name(job.records.name)
    if name != job.records.name:
        key = f"{job.key}.items" if "items" in job.stated else "failures.field"
        yield Problem(
            operation.places[key],
            f"{job.records.name!r} is called {name!r} in Python; a job needs records that keep "
            "their name, so leave it out",
        )


def _arguments(operation: Operation, job: Job) -> Iterator[Problem]:
    taken = dict.fromkeys(job.options, f"an option of {job.name}")
    for one in job.fields:
        if one is job.replaced:
            continue
        name = parameter_name(one.name)
        if name in taken:
            yield Problem(one.location, f"{name!r} is {taken[name]} already; leave the job out")
        taken[name] = "a parameter"
    name = parameter_name(job.argument) if job.argument else ""
    if name in taken:
        key = "argument" if "argument" in job.stated else "parameter"
        yield Problem(
            operation.places[f"{job.key}.{key}"],
            f"{name!r} is {taken[name]} already; choose another name",
        )
