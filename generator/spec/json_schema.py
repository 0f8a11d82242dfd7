"""A field as JSON Schema: for examples and defaults of specs, and for tests of the checks."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from ..model import Field, named
from .constraint import Constraint
from .constraints import CONSTRAINTS
from .days import day_fault
from .fits import fits
from .patterns import has_pattern

if TYPE_CHECKING:
    from jsonschema import ValidationError


_NOT_EMPTY = {"minLength": 1, "minItems": 1, "minProperties": 1}
"""What is not empty, whatever its type."""
_EMPTY = {"type": ["string", "array", "object", "null"], "maxLength": 0, "maxItems": 0}
"""What is empty, where it is no object."""


def field_schema(field: Field) -> dict[str, Any]:
    """Return the JSON Schema of one field."""
    # a field without a usable type is a problem of its own
    schema: dict[str, Any] = {"type": field.type} if field.type else {}
    if field.enum is not None:
        schema["enum"] = list(field.enum)
    schema |= {key: limit for key, limit in field.constraints.items() if CONSTRAINTS[key].holds}
    if field.items is not None:
        schema["items"] = field_schema(field.items)
    if field.type == "object":
        schema |= object_schema(field.properties, additional=field.additional_properties)
    return schema


def object_schema(fields: Iterable[Field], *, additional: bool = False) -> dict[str, Any]:
    """Return the JSON Schema of an object with these fields."""
    fields = tuple(fields)
    rules = [rule for field in fields for rule in _rules(field, fields)]
    return {
        "type": "object",
        "properties": {field.name: field_schema(field) for field in fields},
        "required": [field.name for field in fields if field.required],
        "additionalProperties": additional,
        **({"allOf": rules} if rules else {}),
    }


def _rules(one: Field, fields: Iterable[Field]) -> Iterator[dict[str, Any]]:
    """Yield what a field asks of the fields beside it, where JSON Schema has words for that."""
    if one.required_unless_given is not None:
        names = (one.name, *one.required_unless_given)
        yield {"anyOf": [_given(fields, name) for name in names]}
    for name in one.forbidden_when_given or ():
        yield {"not": _given(fields, one.name, name)}
    if one.required_when is not None:
        name, values = one.required_when
        other = named(fields, name)
        # left out, it has its default: what says nothing of it then holds
        counts = other is not None and other.default in values
        condition: dict[str, Any] = {"properties": {name: {"enum": [*values]}}}
        condition |= {} if counts else {"required": [name]}
        yield {"if": condition, "then": {"required": [one.name]}}


def _given(fields: Iterable[Field], *names: str) -> dict[str, Any]:
    properties = {name: _not_empty(named(fields, name)) for name in names}
    return {"required": [*names], "properties": properties}


def _not_empty(one: Field | None) -> Mapping[str, Any]:
    is_record = one is not None and one.type == "object" and one.properties
    return {"not": _empty(one)} if one is not None and is_record else _NOT_EMPTY


def _empty(one: Field) -> dict[str, Any]:
    """Describe a field in which nothing is given; what no spec names is looked at one deep."""
    if one.type != "object":
        return {**_EMPTY, "maxProperties": 0}
    inside = {part.name: _empty(part) for part in one.properties}
    anything = {**_EMPTY, "maxProperties": 0}
    return {**_EMPTY, "properties": inside, "additionalProperties": anything}


@cache
def strict_validator() -> Any:
    """Return the validator class that knows what the checks of constraints know.

    An integer is an int: to JSON Schema 100.0 is one, and 1 a number that is true.
    """
    # imported late: as long as everything fits, nobody has to wait for it
    from jsonschema import Draft202012Validator, ValidationError
    from jsonschema.validators import extend

    checker = Draft202012Validator.TYPE_CHECKER.redefine_many(
        {
            "integer": lambda _, value: type(value) is int,
            "number": lambda _, value: type(value) in (int, float) and math.isfinite(value),
        }
    )

    def judge(row: Constraint, _: Any, limit: Any, value: Any, __: Any) -> Iterator[Any]:
        speaks = any(checker.is_type(value, kind) for kind in row.types)
        if speaks and row.holds and not row.holds(value, limit):
            yield ValidationError(f"{value!r} breaks {row.keyword!r}: {row.says(limit)}")

    def date(_: Any, form: str, value: Any, schema: Mapping[str, Any]) -> Iterator[Any]:
        # what has another form altogether is the pattern's to say
        is_one = form == "date" and isinstance(value, str)
        if is_one and has_pattern(value, schema.get("pattern", "")) and (fault := day_fault(value)):
            yield ValidationError(fault)

    make_class: Any = extend
    ours = (row for row in CONSTRAINTS.values() if row.holds and not row.is_standard)
    keywords = {"format": date, **{row.keyword: partial(judge, row) for row in ours}}
    return make_class(Draft202012Validator, keywords, type_checker=checker)


def breaches(schema: Mapping[str, Any], value: Any) -> list[ValidationError]:
    """Return what is wrong with a value, most often nothing."""
    return [] if fits(value, schema) else violations(schema, value)


def violations(schema: Mapping[str, Any], value: Any) -> list[ValidationError]:
    """Return what jsonschema finds wrong with a value."""
    return sorted(
        strict_validator()(schema).iter_errors(value), key=lambda e: list(map(str, e.path))
    )
