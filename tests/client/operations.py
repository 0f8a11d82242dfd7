"""The operations under test: their models, their modules, and arguments that pass every check."""

from __future__ import annotations

import copy
import importlib
from functools import reduce
from types import ModuleType
from typing import Any

import pytest

from generator.model import Field, Operation
from generator.targets.python.naming import python_name
from wecom_client import File, Settings
from wecom_client.simulator.query import values_of

from ..model import OPERATIONS

NOON = 1702612800.0
"""2023-12-15 12:00 in UTC+8, the moment at which the tests take place."""
TODAY = 1702569600
"""00:00 UTC+8 of that day."""
DAY = 86400
SETTINGS = Settings(clock=lambda: NOON)
COUNTS_OR_NOT = pytest.mark.filterwarnings("ignore::wecom_client.ParameterWarning")
"""The mark of a test whose requests may hold, as some examples do, what the platform ignores."""


def module(path: str) -> ModuleType:
    """Return the generated module of an operation."""
    return importlib.import_module(OPERATIONS[path])


def method_at(client: Any, path: str) -> Any:
    """Return the method of an operation, by the names that its path has in Python."""
    return reduce(getattr, map(python_name, path.split("/")), client)


def arguments(operation: Operation) -> dict[str, Any]:
    """Return the document's example, its days moved into the days that count today.

    Of a file, the example is the text that it holds.
    """
    assert operation.example_request or not any(one.required for one in operation.request), (
        f"{operation.location}: the tests call it with its examples: add them"
    )
    values = copy.deepcopy(dict(operation.example_request))
    for field in operation.request:
        if field.format == "day":
            values[field.name] = TODAY - days_ago(operation, field) * DAY
        if field.is_file and field.name in values:
            values[field.name] = file_of_text(field, values[field.name])
    return values


def days_ago(operation: Operation, field: Field) -> int:
    """Return how long ago a day of a request may be: an end at the latest, a begin 5 days before.

    Five, or as many as the specs allow between the two.
    """
    latest = max(
        one.constraints.get("minDaysAgo") or 0 for one in operation.request if one.format == "day"
    )
    spans = [one.max_span_days for one in operation.request if one.not_before == field.name]
    between = min([5, *(span for span in spans if span is not None)]) if spans else 0
    return min(latest + between, field.constraints.get("maxDaysAgo") or latest + between)


def sample(operation: Operation, name: str) -> Any:
    """Return a value that passes for a parameter: the example's, or one of its type."""
    field = next(one for one in operation.request if one.name == name)
    plain: dict[str, Any] = {"array": ["wr"], "object": {}}
    any_value = plain[field.type] if field.type in plain else least_value(field)
    return arguments(operation).get(name, any_value)


def build(path: str, values: dict[str, Any], **settings: Any) -> Any:
    """Build a request of an operation at the tests' moment."""
    chosen = Settings(clock=lambda: NOON, **settings)
    return module(path).build_request(**values, _settings=chosen)


def parameters(request: Any) -> dict[str, Any]:
    """Return what a request sends of its parameters, in the query, as JSON or as a file."""
    query = values_of(request.params, module(request.path).REQUEST)
    return {**query, **(request.json or {}), **(request.files or {})}


def file_of_text(field: Field, text: str) -> File:
    """Return the file that an example stands for."""
    return File(f"{field.name}.txt", text.encode())


def file_of(size: int) -> File:
    """Return a file of so many bytes."""
    return File("群.txt", bytes(size))


def fields_below(
    fields: tuple[Field, ...], prefix: tuple[Any, ...] = ()
) -> list[tuple[Any, Field]]:
    """Return every parameter with the way to it, elements of arrays as index 0."""
    found: list[tuple[Any, Field]] = []
    for field in fields:
        way: tuple[Any, ...] = (*prefix, field.name)
        found.append((way, field))
        found.extend(fields_below(field.properties, way))
        inner, inner_way = field, way
        while inner.items is not None:
            inner, inner_way = inner.items, (*inner_way, 0)
            found.append((inner_way, inner))
            found.extend(fields_below(inner.properties, inner_way))
    return found


def path_text(way: tuple[Any, ...]) -> str:
    """Return the way to a parameter as problems write it."""
    text = ""
    for part in way:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def least_value(field: Field) -> Any:
    """Return a value that passes with no more in it than it needs."""
    if field.type == "object":
        return {one.name: least_value(one) for one in field.properties if one.required}
    if field.enum is not None:
        return next(iter(field.enum))
    if field.is_file:
        return file_of(field.constraints.get("minBytes") or 0)
    if field.type == "array" and field.items is not None:
        return [least_value(field.items)] * (field.min_items or 0)
    plain: dict[str, Any] = {"string": "wr", "boolean": True}
    return plain.get(field.type, field.constraints.get("minimum") or 1)


def put(
    values: dict[str, Any], way: tuple[Any, ...], value: Any, fields: tuple[Field, ...]
) -> dict[str, Any]:
    """Return the arguments with one value changed; `fields` are those of the request.

    Containers on the way are made, with what they need besides.
    """
    result = copy.deepcopy(values)
    target: Any = result
    for part in way[:-1]:
        if isinstance(part, str):
            field = next(one for one in fields if one.name == part)
            if part not in target:
                one = least_value(field)
                target[part] = one if field.items is None else [least_value(field.items)]
        else:
            assert field.items is not None
            field = field.items
        fields, target = field.properties, target[part]
    target[way[-1]] = value
    return result
