"""Folders of many operations: as our specs, and as an OpenAPI document that says the same."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.model import Field, Group, Operation
from generator.spec.constraints import CONSTRAINTS
from generator.spec.json_schema import field_schema
from generator.targets import read_api
from generator.targets.python.naming import class_name

from .measure import ROOT

_PATTERNS = ROOT / "specs" / "externalcontact" / "groupchat"
_SHAPES = "_shapes.yaml"
_OURS = {key for key, row in CONSTRAINTS.items() if not row.in_json_schema}
_ANSWER = {"errcode": {"type": "integer"}, "errmsg": {"type": "string"}}


def write_specs(folder: Path, size: int) -> None:
    """Write so many specs: the real ones again and again, each time as another group."""
    patterns = sorted(path for path in _PATTERNS.glob("*.yaml") if path.name != _SHAPES)
    for number in range(size):
        group = folder / "bench" / f"group_{number // len(patterns):03d}"
        group.mkdir(parents=True, exist_ok=True)
        shutil.copy(_PATTERNS / _SHAPES, group)
        shutil.copy(patterns[number % len(patterns)], group)


def write_group(folder: Path, size: int) -> None:
    """Write so many specs into one group."""
    patterns = sorted(path for path in _PATTERNS.glob("*.yaml") if path.name != _SHAPES)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(_PATTERNS / _SHAPES, folder)
    for number in range(size):
        pattern = patterns[number % len(patterns)]
        # two operations of a group do not share both title and page
        text = pattern.read_text("utf-8").replace("title: ", f"title: {number} ", 1)
        (folder / f"{pattern.stem}_{number}.yaml").write_text(text, "utf-8")


def fresh(output: Path) -> Path:
    """Empty an output: every generator writes everything where there is nothing to leave alone."""
    shutil.rmtree(output, ignore_errors=True)
    return output


def write_openapi(specs: Path, path: Path) -> None:
    """Write the OpenAPI document that equals a folder of specs."""
    groups = list(_groups(read_api(specs).root))
    document = {
        "openapi": "3.0.3",
        "info": {"title": "Bench", "version": "1.0.0"},
        "paths": {
            f"/cgi-bin/{one.path}": {one.method.lower(): _operation(one, group)}
            for group in groups
            for one in group.operations
        },
        "components": {
            "schemas": {
                _component(f"{group.path}/{_SHAPES}", name): _field(shape)
                for group in groups
                for name, shape in (group.shapes or {}).items()
            }
        },
    }
    text = yaml.dump(document, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
    path.write_text(text, "utf-8")


def _groups(group: Group) -> Iterator[Group]:
    yield group
    for inner in group.groups:
        yield from _groups(inner)


def _operation(one: Operation, group: Group) -> dict[str, Any]:
    token = {"name": "access_token", "in": "query", "required": True}
    answer = {"type": "object", "properties": {**_ANSWER, **_properties(one.response)}}
    return {
        "operationId": one.path.replace("/", "_"),
        "tags": [group.name],
        "summary": one.title,
        "description": "\n\n".join([one.summary, *one.permissions.values(), *one.notes]),
        "externalDocs": {"url": one.page},
        "parameters": [{**token, "schema": {"type": "string"}}],
        "requestBody": {
            "required": True,
            "content": _content(_object(one.request, {}), one.example_request),
        },
        "responses": {
            "200": {
                "description": f"Error codes: {', '.join(map(str, one.errors))}",
                "content": _content(answer, one.example_response),
            }
        },
    }


def _content(schema: dict[str, Any], example: Any) -> dict[str, Any]:
    return {"application/json": {"schema": schema, "example": example}}


def _object(fields: Iterable[Field], stated: dict[str, Any]) -> dict[str, Any]:
    fields = tuple(fields)
    required = [one.name for one in fields if one.required]
    return {
        **stated,
        "type": "object",
        "properties": _properties(fields),
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _properties(fields: Iterable[Field]) -> dict[str, Any]:
    return {one.name: _field(one) for one in fields}


def _field(one: Field) -> dict[str, Any]:
    """Return a field in OpenAPI: a shape by reference, everything else where it stands."""
    if one.shape is not None:
        return {"$ref": f"#/components/schemas/{_component(*one.shape)}"}
    stated: dict[str, Any] = {"description": _description(one)} if one.description else {}
    if one.default is not None:
        stated["default"] = one.default
    if one.type == "object":
        return _object(one.properties, stated)
    rows = field_schema(one).items()
    stated |= {key: value for key, value in rows if key not in _OURS}
    if one.items is not None:
        stated["items"] = _field(one.items)
    return stated


def _description(one: Field) -> str:
    meanings = (f"{value}: {meaning}" for value, meaning in (one.enum or {}).items())
    return ". ".join([one.description, *meanings])


def _component(file: str, name: str) -> str:
    group = file.split("/")[-2]
    return class_name(f"{group}_{name}")
