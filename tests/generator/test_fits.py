"""`fits` may look away only where jsonschema would find nothing."""

from __future__ import annotations

import copy
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.spec import schema
from generator.spec.fits import fits
from generator.spec.json_schema import strict_validator
from generator.spec.load import load, spec_files

SPECS = {path.relative_to(schema.SPECS).as_posix(): path for path in spec_files(schema.SPECS)}
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-2, 3)
    | st.floats()
    | st.sampled_from(["", "a", "array", "day", "POST", "x.y", "https://a", "_shapes.yaml#/x"])
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "type", "items", "$ref", 1]), inner, max_size=3)
    ),
    max_leaves=5,
)


def kind(key: str) -> str:
    name = key.rpartition("/")[2]
    kinds = {"_shapes.yaml": "shapes", "errors.yaml": "errors"}
    kinds["frequency_limits.yaml"] = "frequency_limits"
    return f"{kinds.get(name, 'spec')}.schema.json"


def data_of(key: str) -> Any:
    source, problems = load(SPECS[key], schema.SPECS)
    assert source is not None
    assert not problems
    return source.data


def spots(data: Any) -> list[tuple[Any, Any]]:
    """Return every mapping and list of the data with each of its keys."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    found = []
    for key, value in pairs:
        found.append((data, key))
        if isinstance(value, (dict, list)):
            found.extend(spots(value))
    return found


@pytest.mark.parametrize("key", SPECS)
def test_each_spec_fits_at_once(key: str) -> None:
    name = kind(key)
    assert fits(data_of(key), schema._document(name), partial(schema._follow, name))


@settings(max_examples=300)
@given(st.data())
def test_what_fits_has_no_error_in_jsonschema(choose: st.DataObject) -> None:
    key = choose.draw(st.sampled_from(sorted(SPECS)))
    data = copy.deepcopy(data_of(key))
    spot, place = choose.draw(st.sampled_from(spots(data)))
    how = choose.draw(st.sampled_from(["replace", "remove", "add"]))
    if how == "remove":
        del spot[place]
    elif how == "replace" or isinstance(spot, list):
        spot[place] = choose.draw(VALUES)
    else:
        spot[choose.draw(st.sampled_from(["type", "minimum", "items", "zz", 3]))] = choose.draw(
            VALUES
        )
    name = kind(key)
    if fits(data, schema._document(name), partial(schema._follow, name)):
        assert not list(schema._validator(name).iter_errors(schema._with_text_keys(data)))


@settings(max_examples=300)
@given(
    VALUES,
    st.fixed_dictionaries(
        {"type": st.sampled_from(["string", "integer", "number", "boolean", "array", "object"])},
        optional={
            "enum": st.lists(SCALARS, max_size=3),
            "minimum": st.integers(-1, 1),
            "maximum": st.integers(-1, 1),
            "minLength": st.integers(0, 2),
            "maxLength": st.integers(0, 2),
            "minItems": st.integers(0, 2),
            "maxItems": st.integers(0, 2),
            "uniqueItems": st.booleans(),
            "items": st.just({"type": "integer"}),
            "required": st.lists(st.sampled_from(["a", "type"]), unique=True),
            "additionalProperties": st.booleans(),
            "properties": st.just({"a": {"type": "string"}}),
        },
    ),
)
def test_a_value_that_fits_its_field_has_no_error_in_jsonschema(
    value: Any, stated: dict[str, Any]
) -> None:
    if fits(value, stated):
        assert not list(strict_validator()(stated).iter_errors(schema._with_text_keys(value)))


def test_a_keyword_that_is_not_known_here_is_left_to_jsonschema() -> None:
    assert not fits("a", {"type": "string", "format": "date"})


def test_a_reference_without_anything_to_follow_it_is_left_to_jsonschema() -> None:
    assert not fits("a", {"$ref": "#/$defs/name"})
