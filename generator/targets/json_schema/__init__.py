"""Requests and answers as JSON Schema, one file an operation: `schemas/`.

For programs in other languages, and for tools that check what is sent or came.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ...model import Api, Field, Operation
from ...problems import Problem
from ...spec.json_schema import object_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


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
    request, response = object_schema(operation.request), object_schema(operation.response)
    _describe(operation.request, request)
    _describe(operation.response, response)
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


def _describe(fields: Iterable[Field], schema: dict[str, Any]) -> None:
    """Put the texts of fields into their schemas."""
    for field in fields:
        described = schema["properties"][field.name]
        meanings = (f"{value}: {text}" for value, text in (field.enum or {}).items())
        text = " ".join(filter(None, [field.description, "; ".join(meanings)]))
        texts: dict[str, Any] = {"description": text} if text else {}
        if field.default is not None:
            texts["default"] = field.default
        schema["properties"][field.name] = {**texts, **described}
        inner = field
        while inner.items is not None and "items" in described:
            inner, described = inner.items, described["items"]
        if inner.properties:
            _describe(inner.properties, described)


def _open(schema: dict[str, Any]) -> None:
    """Let an answer have fields and values that nobody knows yet: the platform may add some."""
    if "enum" in schema:
        schema["examples"] = schema.pop("enum")
    if "properties" in schema:
        del schema["required"]
        schema["additionalProperties"] = True
    for one in (*schema.get("properties", {}).values(), *filter(None, [schema.get("items")])):
        _open(one)
