"""Whatever a spec says, problems with places come of it or code that compiles; no traceback."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import Problem, SpecError
from generator.targets import read_api
from generator.targets.python.render import Renderer

from .folders import changed, write

SPECS: dict[str, Any] = {
    "rooms/list": changed(
        request={
            "room": {"$ref": "_shapes.yaml#/room", "required": True},
            "part": {"$ref": "_shapes.yaml#/room/properties/beds", "minItems": 1},
            "code": {"type": "string", "pattern": "^[a-z]{2}(-[0-9]+)?$"},
            "size": {"type": "integer", "multipleOf": 5},
            "once": {"type": "array", "uniqueItems": True, "items": {"type": "string"}},
            "flag": {"type": "integer", "enum": {0: "no", 1: "yes"}, "default": 0},
            "note": {"type": "string", "truncatesAt": 3, "ignoredUnless": {"flag": 1}},
            "begin": {"type": "integer", "format": "day", "minDaysAgo": 1, "maxDaysAgo": 9},
            "end": {"type": "integer", "format": "day", "notBefore": "begin", "maxSpanDays": 3},
        },
        response={
            "failed": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {"id": {"type": "string"}, "errcode": {"type": "integer"}},
                },
            },
            "room": {"$ref": "_shapes.yaml#/room", "condition": "only sometimes"},
        },
        failures={"field": "failed", "key": "id"},
        errors=[7],
        quotas=[{"limit": 1, "scope": "x", "days": 1}],
        permissions={"any": "x"},
        notes=["x"],
        examples={"request": {"room": {"beds": [["x"]]}}, "response": {"failed": [{"id": "x"}]}},
    ),
    "rooms/read": changed(
        request={
            "begin": {"type": "integer", "format": "day"},
            "end": {
                "type": "integer",
                "format": "day",
                "notBefore": "begin",
                "defaultFrom": "begin",
                "maxSpanDays": 3,
            },
            "who": {
                "type": "object",
                "properties": {
                    "ids": {"type": "array", "maxItems": 2, "items": {"type": "string"}}
                },
            },
            "offset": {"type": "integer"},
            "size": {"type": "integer", "maximum": 9},
            "sort": {"type": "string"},
        },
        response={
            "rows": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {
                        "id": {"type": "string"},
                        "sums": {
                            "type": "object",
                            "properties": {"n": {"type": "number", "overDays": "sum"}},
                        },
                    },
                },
            },
            "next": {"type": "integer"},
            "all": {"type": "integer"},
        },
        pagination={
            "position": "offset",
            "next": "next",
            "size": "size",
            "items": "rows",
            "total": "all",
        },
        window={
            "begin": "begin",
            "end": "end",
            "parameter": "who.ids",
            "items": "rows",
            "key": "id",
            "omit": ["sort"],
        },
        examples=None,
    ),
    "rooms/get": changed(
        request={"id": {"type": "string", "required": True}, "day": {"type": "integer"}},
        response={},
        batch={"parameter": "id", "argument": "ids"},
        examples=None,
    ),
    "rooms/set": changed(
        request={"ids": {"type": "array", "maxItems": 2, "items": {"type": "integer"}}},
        response={
            "failed": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {"id": {"type": "integer"}, "errcode": {"type": "integer"}},
                },
            },
        },
        failures={"field": "failed", "key": "id"},
        batch={"parameter": "ids", "argument": "all_ids", "done": [7], "used_up": [8]},
        quotas=[{"limit": 1, "scope": "x", "days": 1}],
        examples=None,
    ),
    "rooms/_shapes": {
        "room": {
            "type": "object",
            "properties": {
                "beds": {"type": "array", "items": {"type": "array", "items": {"type": "string"}}},
                "size": {"type": "number", "minimum": 0.5, "maximum": 9},
                "self": {"$ref": "#/other"},
            },
        },
        "other": {"type": "object", "additionalProperties": True},
    },
    "errors": {
        7: {"class": "busy", "meaning": "x", "remedy": "x"},
        8: {"class": "quota", "meaning": "x", "remedy": "x"},
    },
}


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Return the path of every value in specs."""
    if path:
        yield path
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(value, (dict, list)):
            yield from places(value, (*path, key))
        else:
            yield (*path, key)


PLACES = [path for path in places(SPECS) if len(path) > 1]
WORDS = sorted({part for path in PLACES for part in path if isinstance(part, str)})
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-2, 10)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5)
    | st.sampled_from([*WORDS, "string", "array", "object", "day", "GET", "token", "none"])
    | st.sampled_from(["_shapes.yaml#/room", "#/room", "#/other", "../x.yaml#/y", "from", "raw"])
)
KEYS_OR_NUMBERS = st.sampled_from(WORDS) | st.integers(0, 1) | st.text(max_size=5)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS_OR_NUMBERS, inner, max_size=2),
    max_leaves=4,
)


def test_the_specs_that_are_changed_are_fine(tmp_path: Path) -> None:
    code, problems = outcome(write(tmp_path, SPECS))
    assert (len(code), problems) == (6, ())


@settings(max_examples=150)
@given(
    place=st.sampled_from(PLACES),
    value=VALUES,
    key=st.none() | st.sampled_from(WORDS),
    is_deleted=st.booleans(),
)
def test_any_change_of_a_spec_gives_problems_or_code(
    place: tuple[Any, ...], value: Any, key: str | None, is_deleted: bool
) -> None:
    specs = copy.deepcopy(SPECS)
    target = specs
    for part in place[:-1]:
        target = target[part]
    if isinstance(target[place[-1]], dict) and key is not None:
        target[place[-1]][key] = value
    elif is_deleted:
        del target[place[-1]]
    else:
        target[place[-1]] = value
    with TemporaryDirectory() as folder:
        code, problems = outcome(write(Path(folder), specs))
    assert all(one.location.file.startswith(folder) for one in problems)
    for path, content in code.items():
        ast.parse(content, path)


def outcome(folder: Path) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Return the code that specs lead to, or their problems."""
    try:
        files = Renderer(read_api(folder)).render()
    except SpecError as error:
        return {}, error.problems
    code = {path: code for path, code in files.items() if path.startswith("wecom_client/rooms/")}
    return code, ()
