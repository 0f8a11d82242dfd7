"""Edits of the specs, each of one kind, wherever the specs have what it is about."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml

from generator.targets import read_api

Specs = dict[str, Any]
"""The content of each file of specs by its path."""

NEW = {"description": "Something that the platform has come to know.", "type": "string"}
_LIMITS = ("maxItems", "maxLength", "maximum", "truncatesAt", "maxSpanDays", "maxDaysAgo")
_FEW = 5
"""A small limit where the examples show one element or none."""
_SHAPES = "_shapes.yaml"


def keep(folder: Path, *parts: str) -> None:
    """Leave out all operations but these, or those of these groups: to try all takes an hour."""
    kept = {
        path: data
        for path, data in read(folder).items()
        if "/" not in path or path.endswith(_SHAPES) or path.startswith(parts)
    }
    write(kept, folder)


def read(folder: Path) -> Specs:
    """Read all files of a folder of specs."""
    found = sorted(folder.rglob("*.yaml"))
    return {one.relative_to(folder).as_posix(): yaml.safe_load(one.read_bytes()) for one in found}


def write(specs: Specs, folder: Path) -> None:
    """Make a folder's specs what they are here."""
    for path in {one.relative_to(folder).as_posix() for one in folder.rglob("*.yaml")} - {*specs}:
        (folder / path).unlink()
    for path, data in specs.items():
        text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True)
        (folder / path).write_text(text, "utf-8")


def operations(specs: Specs) -> list[Any]:
    """Return the specs of the operations, the token's aside."""
    return [data for path, data in specs.items() if "/" in path and not path.endswith(_SHAPES)]


def shapes(specs: Specs) -> list[Any]:
    """Return the files of shapes."""
    return [data for path, data in specs.items() if path.endswith(_SHAPES)]


def _mappings(data: Any) -> Iterator[dict[str, Any]]:
    """Return each mapping in a file, the outer ones first."""
    if isinstance(data, dict):
        yield data
        data = list(data.values())
    for inner in data if isinstance(data, list) else ():
        yield from _mappings(inner)


def _fields(specs: Specs) -> Iterator[dict[str, Any]]:
    """Return each field of a request, an answer or a shape, wherever it is nested."""
    for operation in operations(specs):
        yield from _mappings([operation["request"], operation["response"]])
    yield from _mappings(shapes(specs))


def _greatest(examples: Any) -> dict[str, int]:
    """Return by name how large the arrays and numbers of examples are at most."""
    found: dict[str, int] = {}
    for mapping in _mappings(examples):
        for name, value in mapping.items():
            size = len(value) if isinstance(value, list) else value
            if isinstance(size, int):
                found[name] = max(size, found.get(name, 0))
    return found


def change_limits(specs: Specs) -> int:
    """Make what one call takes as little as examples allow, other limits less and more in turn."""
    directions, count, called = cycle((0.5, 2)), 0, _names_by_shape(specs)
    every = [operation["examples"] for operation in operations(specs)]
    places = [(one["request"], one["examples"]) for one in operations(specs)]
    for place, examples in [*places, *((shape, every) for shape in shapes(specs))]:
        shown = _greatest(examples)
        named = ((name, field) for fields in _mappings(place) for name, field in fields.items())
        for name, field in named:
            for rule in _rules(field):
                if rule == "maxSpanDays":
                    field[rule] = _FEW
                elif rule in ("maxItems", "maximum"):
                    names = {name, *called.get(name, ())}
                    least = max(*(shown.get(one, 0) for one in names), field.get("default", 0))
                    field[rule] = least if least > 1 else _FEW
                else:
                    field[rule] = int(field[rule] * next(directions))
                count += 1
    return count


def _names_by_shape(specs: Specs) -> dict[str, set[str]]:
    """Return by the name of a shape what fields that refer to it are called."""
    found: dict[str, set[str]] = {}
    for mapping in _mappings([*specs.values()]):
        for name, field in mapping.items():
            if isinstance(field, dict) and isinstance(field.get("$ref"), str):
                found.setdefault(field["$ref"].rpartition("/")[2], set()).add(name)
    return found


def _rules(field: Any) -> list[str]:
    """Return which limits a field has."""
    stated = field if isinstance(field, dict) else {}
    return [rule for rule in _LIMITS if isinstance(stated.get(rule), int)]


def add_parameter(specs: Specs) -> int:
    """Add optional parameters of several types to each operation."""
    for operation in operations(specs):
        new: dict[str, dict[str, Any]] = {
            "come_lately": {**NEW, "maxLength": 9},
            "all_lately": {**NEW, "type": "array", "maxItems": 3, "items": {"type": "string"}},
            "is_late": {**NEW, "type": "integer", "enum": {0: "in time", 1: "late"}, "default": 0},
            "late_day": {**NEW, "type": "integer", "format": "day", "maxDaysAgo": 9},
        }
        is_form = any(one.get("format") == "binary" for one in operation["request"].values())
        if is_form or operation["method"] == "GET":
            del new["all_lately"]  # a query holds none
        if is_form:
            new = {name: {**one, "in": "query"} for name, one in new.items()}
        operation["request"] |= new
    return len(operations(specs))


def add_enumerated_value(specs: Specs) -> int:
    """Add a value to each enumeration of numbers but to switches."""
    found = [one["enum"] for one in _fields(specs) if isinstance(one.get("enum"), dict)]
    open_ones = [one for one in found if set(one) != {0, 1} and all(type(n) is int for n in one)]
    for enum in open_ones:
        enum[max(enum) + 1] = "something new"
    return len(open_ones)


def add_error_code(specs: Specs) -> int:
    """Add an error code, which every operation may be answered with."""
    code = max(specs["errors.yaml"]) + 1
    specs["errors.yaml"][code] = {"class": "busy", "meaning": "it is late", "remedy": "come again"}
    for operation in operations(specs):
        operation["errors"] = [*operation.get("errors", ()), code]
    return len(operations(specs))


def change_descriptions(specs: Specs) -> int:
    """Change the words of each field and each operation."""
    count = 0
    for field in [*_fields(specs), *operations(specs)]:
        for key in ("description", "summary"):
            if isinstance(field.get(key), str):
                field[key] = f"{field[key].rstrip()} So it is put now."
                count += 1
    return count


def add_answer_field(specs: Specs) -> int:
    """Add fields of several types to each answer, and to the objects in it."""
    answers = [operation["response"] for operation in operations(specs)]
    inner = [one["properties"] for one in _mappings([answers, shapes(specs)]) if _is_object(one)]
    for fields in [*answers, *inner]:
        fields["come_lately"] = dict(NEW)
        fields["all_lately"] = {**NEW, "type": "array", "items": {"type": "string"}}
        fields["seen_lately"] = {**NEW, "type": "object", "properties": {"userid": dict(NEW)}}
    return len(answers)


def _is_object(field: Mapping[str, Any]) -> bool:
    return field.get("type") == "object" and isinstance(field.get("properties"), dict)


def remove_operation(specs: Specs) -> int:
    """Remove the first operation."""
    paths = [path for path in specs if "/" in path and not path.endswith(_SHAPES)]
    del specs[min(paths)]
    return 1


def rename_shapes(specs: Specs) -> int:
    """Give each shape another name, where it is and where it is used."""
    count = 0
    for path in [path for path in specs if path.endswith(_SHAPES)]:
        count += len(specs[path])
        specs[path] = {f"renamed_{name}": shape for name, shape in specs[path].items()}
    for field in _mappings(list(specs.values())):
        if isinstance(field.get("$ref"), str):
            field["$ref"] = field["$ref"].replace("#/", "#/renamed_", 1)
    return count


EDITS: Mapping[str, Callable[[Specs], int]] = {
    "a limit changed": change_limits,
    "an optional parameter added": add_parameter,
    "an enumerated value added": add_enumerated_value,
    "an error code added": add_error_code,
    "a description changed": change_descriptions,
    "an answer field added": add_answer_field,
    "a shape renamed": rename_shapes,
}
"""What each edit is, and what carries it out and says how many places it changed."""
REMOVAL = "an operation removed"


def add_operation(folder: Path) -> None:
    """Add an operation that nothing but the specs knows, in a group of its own."""
    specs = read(folder)
    like = max(path for path in specs if "/" in path and not path.endswith(_SHAPES))
    group = folder / Path(like).parents[1] / "come_lately"
    shutil.copytree((folder / like).parent, group, ignore=shutil.ignore_patterns("*.lock"))
    for path in group.glob("*.yaml"):
        if path.name not in (_SHAPES, Path(like).name):
            path.unlink()


def carry_out(name: str, folder: Path) -> None:
    """Make an edit in a folder of specs; it must change something, and leave them fine."""
    specs = read(folder)
    edit = remove_operation if name == REMOVAL else EDITS[name]
    assert edit(specs), f"{name}: the specs have no place for it"
    write(specs, folder)
    read_api(folder)
