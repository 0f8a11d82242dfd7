"""Random requests: the generated checks and the jsonschema library find the same breaches."""

from __future__ import annotations

import copy
import warnings
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Field
from generator.spec.json_schema import object_schema, violations
from wecom_client import File, ParameterError, ParameterWarning

from ..model import operations
from .operations import DAY, TODAY, build, file_of, path_text

OWN_RULES = {"minDaysAgo", "maxDaysAgo", "notBefore", "maxSpanDays", "fileFormats"}

odd: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, False, -1, 0, 1, 2, 100.0, 1.5, "", "1", "群", [], {}, [None]]
)


def value(field: Field) -> st.SearchStrategy[Any]:
    """Return mostly right values around the limits of a field, and some that are wrong."""
    return st.one_of(right(field), right(field), right(field), odd)


def right(field: Field) -> st.SearchStrategy[Any]:
    if field.format == "day":
        return st.integers(TODAY - 200 * DAY, TODAY + 3 * DAY)
    if field.enum is not None:
        greatest = max(field.enum)
        other = greatest + ("x" if isinstance(greatest, str) else 1)
        return st.sampled_from([*field.enum, *field.enum, other, True])
    if field.is_file:
        least = field.constraints.get("minBytes") or 0
        return st.integers(max(least - 2, 0), least + 2).map(file_of)
    if field.type == "string":
        longest = (field.constraints.get("maxLength") or 8) + 2
        return st.text(st.characters(codec="utf-8"), max_size=longest)
    if field.type == "integer":
        low, high = field.constraints.get("minimum") or -3, field.maximum or 9
        return st.integers(int(low) - 2, int(high) + 2)
    if field.type == "number":
        return st.floats(-1, 1e21) | st.integers(-3, 9)
    if field.type == "boolean":
        return st.booleans()
    if field.type == "array":
        assert field.items is not None
        return st.one_of(
            st.lists(value(field.items), max_size=3),
            st.integers(0, (field.max_items or 4) + 2).map(lambda size: ["wr"] * size),
        )
    assert field.type == "object"
    return objects(field.properties)


def objects(fields: tuple[Field, ...], unknown: bool = True) -> st.SearchStrategy[dict[str, Any]]:
    known = st.fixed_dictionaries({}, optional={field.name: value(field) for field in fields})
    if not unknown:
        return known
    extra = st.dictionaries(st.sampled_from(["userids", "x"]), st.integers(), max_size=1)
    return st.builds(lambda one, other: {**one, **other}, known, extra)


def without_none(given_value: Any) -> Any:
    """Leave out what the client does not send: a field that is None; a file is its content."""
    if isinstance(given_value, File):
        return given_value.content.decode()
    if isinstance(given_value, dict):
        return {key: without_none(one) for key, one in given_value.items() if one is not None}
    return (
        [without_none(one) for one in given_value] if isinstance(given_value, list) else given_value
    )


def with_files(fields: tuple[Field, ...], values: dict[str, Any]) -> dict[str, Any]:
    """Return values in which a text that stands for a file is of no type that JSON has for it."""
    names = {field.name for field in fields if field.is_file}
    return {
        name: [] if name in names and isinstance(one, str) else one for name, one in values.items()
    }


def with_booleans(schema: Any) -> Any:
    """Return a schema by which a switch, 0 or 1, may be a boolean too."""
    if isinstance(schema, list):
        return [with_booleans(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if is_flag(schema):
        return {**schema, "type": ["integer", "boolean"], "enum": [0, 1, False, True]}
    flags = {name for name, one in schema.get("properties", {}).items() if is_flag(one)}
    rules = [at_booleans(rule, flags) for rule in schema.get("allOf", ())]
    return {key: with_booleans(one) for key, one in schema.items()} | (
        {"allOf": rules} if rules else {}
    )


def is_flag(schema: Any) -> bool:
    """Say whether a schema is that of a switch."""
    is_one = isinstance(schema, dict) and schema.get("type") == "integer"
    return is_one and set(schema.get("enum", ())) == {0, 1}


def at_booleans(rule: dict[str, Any], flags: set[str]) -> dict[str, Any]:
    """Return a rule that holds at the boolean of a switch as at its number."""
    rule = copy.deepcopy(rule)
    for name, one in rule.get("if", {}).get("properties", {}).items():
        if name in flags:
            one["enum"] += [bool(value) for value in one["enum"]]
    return rule


def ours(path: str, values: dict[str, Any]) -> set[tuple[str, str]]:
    required = {field.name for field in operations()[path].request if field.required}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ParameterWarning)
        try:
            build(path, dict.fromkeys(required) | values)
        except ParameterError as error:
            return {(one.path, one.rule) for one in error.problems if one.rule not in OWN_RULES}
    return set()


def theirs(path: str, values: dict[str, Any]) -> set[tuple[str, str]]:
    fields = operations()[path].request
    schema, values = with_booleans(object_schema(fields)), with_files(fields, values)
    found: set[tuple[str, str]] = set()
    errors: list[Any] = list(violations(schema, without_none(values)))
    for error in errors:
        way = tuple(error.absolute_path)
        rule, needed, allowed = str(error.validator), error.validator_value, error.schema
        if names := ruled(error):
            found.update((path_text((*way, name)), one) for name, one in names)
            continue
        if rule == "required":
            names = [name for name in needed if name not in error.instance]
        elif rule == "additionalProperties":
            names = [name for name in error.instance if name not in allowed["properties"]]
        else:
            found.add((path_text(way), rule))
            continue
        found.update((path_text((*way, name)), rule) for name in names)
    wrong_types = {where for where, rule in found if rule == "type"}
    return {
        (where, rule)
        for where, rule in found
        if rule in ("type", *BETWEEN) or where not in wrong_types
    }


BETWEEN = ("requiredUnlessGiven", "forbiddenWhenGiven", "requiredWhen")


def ruled(error: Any) -> list[tuple[str, str]]:
    """Return the breach of a rule between fields: the field that has it, and its name."""
    value = error.validator_value
    if error.validator == "anyOf":
        return [(value[0]["required"][0], BETWEEN[0])]
    if error.validator == "not":
        return [(value["required"][0], BETWEEN[1])]
    is_then = "then" in [*error.absolute_schema_path][-2:]
    return [(name, BETWEEN[2]) for name in value] if is_then else []


@pytest.mark.parametrize("path", operations())
@settings(max_examples=40)
@given(data=st.data())
def test_both_find_the_same_breaches_at_the_same_places(path: str, data: st.DataObject) -> None:
    values = data.draw(objects(operations()[path].request, unknown=False))
    assert ours(path, values) == theirs(path, values)
