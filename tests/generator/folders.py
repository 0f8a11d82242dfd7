"""Folders of specs for tests: the smallest one that is fine, and ways to change it."""

from __future__ import annotations

import ast
import copy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.model import Api, Group, Operation
from generator.problems import SpecError
from generator.targets import read_api
from generator.targets.python.render import Renderer

FINE: dict[str, Any] = {
    "title": "读取房间",
    "summary": "Reads rooms.",
    "page": "https://example.invalid/rooms",
    "method": "POST",
    "repeatable": True,
    "request": {
        "ids": {
            "type": "array",
            "required": True,
            "minItems": 1,
            "maxItems": 9,
            "items": {"type": "string", "minLength": 1},
        },
        "limit": {"type": "integer", "minimum": 1, "maximum": 100, "default": 50},
    },
    "response": {"rooms": {"type": "array", "items": {"type": "string"}}},
    "examples": {
        "request": {"ids": ["a"]},
        "response": {"errcode": 0, "errmsg": "ok", "rooms": ["a"]},
    },
}


class _Dumper(yaml.CSafeDumper):
    """Writes out what stands twice."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def changed(**keys: Any) -> dict[str, Any]:
    """Return the fine spec with keys replaced; None takes one out, `a__b` goes below."""
    spec = copy.deepcopy(FINE)
    for path, value in keys.items():
        *above, key = path.split("__")
        target = spec
        for part in above:
            target = target.setdefault(part, {})
        if value is None:
            target.pop(key, None)
        else:
            target[key] = value
    return spec


def write(folder: Path, specs: Mapping[str, Any]) -> Path:
    """Write specs by path (`rooms/list`); text is written as it is, data as YAML.

    One that keeps the page of another gets a section of its own there: two operations of one title
    and page are a copy that nobody finished.
    """
    pages = {FINE["page"]} if any(folder.rglob("*.yaml")) else set()
    for name, spec in specs.items():
        if isinstance(spec, Mapping) and "page" in spec:
            page = str(spec["page"])
            spec = {**spec, "page": f"{page}#{name}" if page in pages else page}
            pages.add(page)
        path = folder / (name if "." in name else f"{name}.yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(spec, Mapping):
            spec = yaml.dump(spec, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
        path.write_bytes(spec if isinstance(spec, bytes) else spec.encode())
    return folder


def api(folder: Path, specs: Mapping[str, Any]) -> Api:
    """Read specs that are fine."""
    return read_api(write(folder, specs))


def problems(folder: Path, specs: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with specs, if anything, with places below the folder."""
    try:
        read_api(write(folder, specs))
    except SpecError as error:
        return [str(one).replace(f"{folder}/", "") for one in error.problems]
    return []


def messages(folder: Path, specs: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with specs: there is something."""
    found = problems(folder, specs)
    assert found
    return found


def operations(group: Group) -> list[Operation]:
    """Return the operations of a group and of those below it."""
    return [*group.operations, *(one for inner in group.groups for one in operations(inner))]


def operation(folder: Path, spec: Any) -> Operation:
    """Return the model of one spec that is fine."""
    (found,) = operations(api(folder, {"rooms/list": spec}).root)
    return found


def rendered(folder: Path, specs: Mapping[str, Any]) -> dict[str, str]:
    """Return what specs render to: modules by their path in the package, without `.py`."""
    files = Renderer(api(folder, specs)).render()
    return {
        path.removeprefix("wecom_client/").removesuffix(".py"): content.decode()
        for path, content in files.items()
    }


def docstrings(text: str) -> dict[str, str]:
    """Return the docstrings of a module: its own as "", others as `Class.method`, `Class.field`."""
    found: dict[str, str] = {}

    def walk(parent: ast.AST, prefix: str) -> None:
        before: ast.AST | None = None
        for node in getattr(parent, "body", []):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                field = before.target if isinstance(before, ast.AnnAssign) else None
                name = f"{prefix}.{field.id}" if isinstance(field, ast.Name) else prefix
                found[name.strip(".")] = str(node.value.value)
            elif isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
                walk(node, f"{prefix}.{node.name}")
            before = node

    walk(ast.parse(text), "")
    return found


def folded(text: str) -> str:
    """Return a text with every run of white space as one blank."""
    return " ".join(text.split())
