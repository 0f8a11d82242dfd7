"""Requests and answers as JSON Schema, one file an operation: `schemas/`.

For programs in other languages, and for tools that check what is sent or came.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from ...model import Api, Field, Operation, named
from ...problems import Problem
from ...spec.constraints import CONSTRAINTS
from ...spec.json_schema import object_schema
from ...spec.limits import added, words

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_HAS = ("enum", "default")
_OURS = frozenset(key for key, row in CONSTRAINTS.items() if not row.in_json_schema)
_UNSAID = _OURS | {key for key, row in CONSTRAINTS.items() if not row.holds and key not in _HAS}
_FORMATS = {
    "binary": "A file, sent as a part of a body of multipart/form-data",
    "day": "Unix seconds at 00:00 in UTC+8 of a day",
    "timestamp": "Unix seconds",
}
_ANY_MEDIA_TYPE = "application/octet-stream"


def problems(_: Api) -> Iterable[Problem]:
    """Find what has no form in JSON Schema: nothing."""
    return ()


def render(api: Api) -> dict[str, bytes]:
    """Return a file for each operation."""
    operations = (api.token, *api.operations)
    return {f"schemas/{one.path}.json": _encoded(_operation(one)) for one in operations}


def _encoded(schema: Any) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


def _operation(operation: Operation) -> dict[str, Any]:
    """Describe both sides of a call; `$defs` are what a tool is pointed at."""
    request = _object(operation.request, object_schema(operation.request), _UNSAID)
    response = _object(operation.response, object_schema(operation.response), _OURS)
    _open(response)
    response["properties"] = {
        "errcode": {"type": "integer"},
        "errmsg": {"type": "string"},
        **response["properties"],
    }
    return {
        "$schema": DIALECT,
        "$comment": f"Generated from specs/{operation.path}.yaml: edit the spec.",
        "title": operation.title,
        "description": operation.summary,
        "$defs": {"request": request, "response": response},
    }


def _object(
    fields: Iterable[Field], schema: dict[str, Any], said: Collection[str]
) -> dict[str, Any]:
    """Put the texts of fields into the schema of their object; `said` are keywords to put there."""
    properties = {one.name: _field(one, schema["properties"][one.name], said) for one in fields}
    return {**schema, "properties": properties}


def _field(field: Field, schema: dict[str, Any], said: Collection[str]) -> dict[str, Any]:
    """Return the schema of a field with its texts, and with keywords of JSON Schema alone."""
    text = _text(field, said)
    texts: dict[str, Any] = {"description": text} if text else {}
    if field.default is not None:
        texts["default"] = field.default
    schema = {key: value for key, value in schema.items() if key not in _OURS}
    if rules := [*_of_elements(field)]:
        schema["allOf"] = rules
    if field.is_file:
        # `format: binary` was OpenAPI's own word, up to 3.0; validators that are strict refuse it
        schema["contentMediaType"] = _ANY_MEDIA_TYPE
    if field.items is not None:
        schema["items"] = _field(field.items, schema["items"], said)
    if field.properties:
        schema = _object(field.properties, schema, said)
    return {**texts, **schema}


def _of_elements(field: Field) -> Iterator[dict[str, Any]]:
    """Yield what JSON Schema can say of an array's elements that it has no keyword for."""
    members = () if field.items is None else field.items.properties
    for key, value in field.constraints.items():
        row = CONSTRAINTS[key]
        if row.projected is not None and row.member is not None:
            member = named(members, row.member(value))
            yield from row.projected(value, [*member.enum] if member and member.enum else [])


def _text(field: Field, said: Collection[str]) -> str:
    """Return what a field is, and what JSON Schema has no keywords for."""
    rows = [CONSTRAINTS[key] for key in field.constraints if key in said]
    is_told = "Unix seconds" in field.description
    facts = [_FORMATS[field.format]] if field.format and not is_told else []
    sentences = [f"{fact[:1].upper()}{fact[1:]}." for fact in added(facts, words(field, rows))]
    meanings = "; ".join(f"{value}: {text}" for value, text in (field.enum or {}).items())
    if meanings and sentences:
        meanings += "."
    return " ".join(filter(None, [field.description, meanings, *sentences]))


def _open(schema: dict[str, Any]) -> None:
    """Let an answer have fields and values that nobody knows yet: the platform may add some."""
    schema.pop("allOf", None)  # what is said of the values that are known
    if "enum" in schema:
        schema["examples"] = schema.pop("enum")
    if "properties" in schema:
        del schema["required"]
        schema["additionalProperties"] = True
    for one in (*schema.get("properties", {}).values(), *filter(None, [schema.get("items")])):
        _open(one)
