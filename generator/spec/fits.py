"""Whether data fits a JSON Schema, said at once; what is wrong with data is jsonschema's to say.

Nearly all data fits, and jsonschema takes longer than all other stages together. True means that it
would find nothing, False that it has to look: so does a keyword that is not known here.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from .constraints import PREDICATES
from .days import day_fault
from .values import identity

Schema = Mapping[str, Any]
Follow = Callable[[str], tuple[Schema, Any]]
"""Returns the schema that a `$ref` leads to, and what follows the references in there."""

TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}
"""What values of a type are in Python."""


def fits(value: Any, schema: Schema, follow: Follow | None = None) -> bool:
    """Say whether a value surely fits. Keys of mappings count as text, as in JSON."""
    for keyword, stated in schema.items():
        test = _TESTS.get(keyword)
        if not test(value, stated, schema, follow) if test else keyword not in _ANNOTATIONS:
            return False
    return True


def _type(value: Any, stated: Any, *_: Any) -> bool:
    if type(value) is float and not math.isfinite(value):
        return False
    if type(stated) is str:
        return type(value) in TYPES.get(stated, ())
    return any(type(value) in TYPES.get(name, ()) for name in stated)


def _limit(kinds: tuple[type, ...], holds: Callable[[Any, Any], bool]) -> Callable[..., bool]:
    def test(value: Any, stated: Any, *_: Any) -> bool:
        return type(value) not in kinds or holds(value, stated)

    return test


def _enum(value: Any, stated: Any, *_: Any) -> bool:
    return any(identity(one) == identity(value) for one in stated)


def _not(value: Any, stated: Any, _: Schema, follow: Follow | None) -> bool:
    return _is_decided(stated) and not fits(value, stated, follow)


def _if(value: Any, stated: Any, schema: Schema, follow: Follow | None) -> bool:
    return _not(value, stated, schema, follow) or fits(value, schema.get("then", {}), follow)


def _is_decided(schema: Schema) -> bool:
    """Say whether a value that does not surely fit surely does not: `not` and `if` ask that."""
    inner = [*schema.get("properties", {}).values()]
    inner += [schema[key] for key in ("not", "additionalProperties") if schema.get(key)]
    return schema.keys() <= _DECIDED and all(map(_is_decided, inner))


def _properties(value: Any, stated: Any, _: Schema, follow: Follow | None) -> bool:
    if type(value) is not dict:
        return True
    for key, item in value.items():
        inner = stated.get(str(key))
        if inner is not None and not fits(item, inner, follow):
            return False
    return True


def _additional(value: Any, stated: Any, schema: Schema, follow: Follow | None) -> bool:
    if type(value) is not dict or stated is True:
        return True
    known = schema.get("properties", {})
    others = (item for key, item in value.items() if str(key) not in known)
    return all(stated is not False and fits(item, stated, follow) for item in others)


_ANNOTATIONS = frozenset(
    {"$schema", "$id", "$defs", "$comment", "title", "description", "default", "examples"}
)
_DECIDED = {
    "type", "required", "properties", "additionalProperties", "enum", "not",
    "minLength", "minItems", "minProperties", "maxLength", "maxItems", "maxProperties",
}  # fmt: skip
_TESTS: Mapping[str, Callable[..., bool]] = {
    "type": _type,
    "enum": _enum,
    "allOf": lambda value, stated, _, follow: all(fits(value, one, follow) for one in stated),
    "anyOf": lambda value, stated, _, follow: any(fits(value, one, follow) for one in stated),
    "not": _not,
    "if": _if,
    "then": lambda *_: True,  # `if` asks
    "format": lambda value, stated, *_: (
        stated == "date" and type(value) is str and not day_fault(value)
    ),
    **{
        keyword: _limit(tuple(one for kind in kinds for one in TYPES[kind]), holds)
        for keyword, (kinds, holds) in PREDICATES.items()
    },
    "items": lambda value, stated, _, follow: (
        type(value) is not list or all(fits(item, stated, follow) for item in value)
    ),
    "required": lambda value, stated, *_: (
        type(value) is not dict or all(name in value for name in stated)
    ),
    "properties": _properties,
    "additionalProperties": _additional,
    "propertyNames": lambda value, stated, _, follow: (
        type(value) is not dict or all(fits(str(key), stated, follow) for key in value)
    ),
    "$ref": lambda value, stated, _, follow: follow is not None and fits(value, *follow(stated)),
}
