"""Whether data fits a JSON Schema, said at once; what is wrong with data is jsonschema's to say.

Nearly all data fits, and jsonschema takes longer than all other stages together. True means that it
would find nothing, False that it has to look: so does a keyword that is not known here.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from .days import day_fault

Schema = Mapping[str, Any]
Follow = Callable[[str], tuple[Schema, Any]]
"""Returns the schema that a `$ref` leads to, and what follows the references in there."""

_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}


def fits(value: Any, schema: Schema, follow: Follow | None = None) -> bool:
    """Say whether a value surely fits. Keys of mappings count as text, as in JSON."""
    for keyword, stated in schema.items():
        if keyword not in _ANNOTATIONS:
            test = _TESTS.get(keyword)
            if test is None or not test(value, stated, schema, follow):
                return False
    return True


def _type(value: Any, stated: Any, *_: Any) -> bool:
    if type(value) is float and not math.isfinite(value):
        return False
    names = (stated,) if type(stated) is str else stated
    return any(type(value) in _TYPES.get(name, ()) for name in names)


def _enum(value: Any, stated: Any, *_: Any) -> bool:
    return any(type(one) is type(value) and one == value for one in stated)


def has_pattern(value: str, pattern: str) -> bool:
    """Say whether a text has a pattern of JSON Schema, whose `$` is the end and no line end."""
    return _compiled(pattern).search(value) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"{pattern[:-1]}\Z" if pattern.endswith("$") else pattern)


def byte_count(value: str) -> int:
    """Return how many bytes of UTF-8 a text takes."""
    return len(value.encode("utf-8", "surrogatepass"))


def _pattern(value: Any, stated: Any, *_: Any) -> bool:
    return type(value) is str and has_pattern(value, stated)


def _format(value: Any, stated: Any, *_: Any) -> bool:
    return stated == "date" and type(value) is str and not day_fault(value)


def _limit(kinds: tuple[type, ...], holds: Callable[[Any, Any], bool]) -> Callable[..., bool]:
    def test(value: Any, stated: Any, *_: Any) -> bool:
        return type(value) in kinds and holds(value, stated)

    return test


def _unique_items(value: Any, stated: Any, *_: Any) -> bool:
    plain = type(value) is list and all(type(item) in (int, str) for item in value)
    return plain and len(set(value)) == len(value)


def _items(value: Any, stated: Any, _: Schema, follow: Follow | None) -> bool:
    return type(value) is list and all(fits(item, stated, follow) for item in value)


def _required(value: Any, stated: Any, *_: Any) -> bool:
    return type(value) is dict and all(name in value for name in stated)


def _properties(value: Any, stated: Any, _: Schema, follow: Follow | None) -> bool:
    return type(value) is dict and all(
        fits(item, stated[str(key)], follow) for key, item in value.items() if str(key) in stated
    )


def _additional(value: Any, stated: Any, schema: Schema, follow: Follow | None) -> bool:
    if type(value) is not dict:
        return False
    known = schema.get("properties", {})
    others = [item for key, item in value.items() if str(key) not in known]
    if type(stated) is bool:
        return stated or not others
    return all(fits(item, stated, follow) for item in others)


def _names(value: Any, stated: Any, _: Schema, follow: Follow | None) -> bool:
    return type(value) is dict and all(fits(str(key), stated, follow) for key in value)


def _reference(value: Any, stated: Any, _: Schema, follow: Follow | None) -> bool:
    return follow is not None and fits(value, *follow(stated))


_ANNOTATIONS = frozenset(
    {"$schema", "$id", "$defs", "$comment", "title", "description", "default", "examples"}
)
_NUMBERS = _TYPES["number"]
_TESTS: Mapping[str, Callable[..., bool]] = {
    "type": _type,
    "enum": _enum,
    "pattern": _pattern,
    "format": _format,
    "minimum": _limit(_NUMBERS, lambda value, limit: value >= limit),
    "maximum": _limit(_NUMBERS, lambda value, limit: value <= limit),
    "minLength": _limit((str,), lambda value, limit: len(value) >= limit),
    "maxLength": _limit((str,), lambda value, limit: len(value) <= limit),
    "minBytes": _limit((str,), lambda value, limit: byte_count(value) >= limit),
    "maxBytes": _limit((str,), lambda value, limit: byte_count(value) <= limit),
    "minItems": _limit((list,), lambda value, limit: len(value) >= limit),
    "maxItems": _limit((list,), lambda value, limit: len(value) <= limit),
    "minProperties": _limit((dict,), lambda value, limit: len(value) >= limit),
    "maxProperties": _limit((dict,), lambda value, limit: len(value) <= limit),
    "uniqueItems": _unique_items,
    "items": _items,
    "required": _required,
    "properties": _properties,
    "additionalProperties": _additional,
    "propertyNames": _names,
    "$ref": _reference,
}
