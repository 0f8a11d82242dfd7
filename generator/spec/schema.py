"""Data against the specs' JSON Schemas: every breach with its place, and the data without them."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..decode import CONFLICT, conflict_line
from ..near import nearest
from ..problems import Problem, RunError
from .constraints import with_constraints
from .fits import Follow, Schema, fits
from .json_schema import strict_validator
from .load import Source
from .numbers import advice, meant

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

SPECS = Path(__file__).resolve().parents[2] / "specs"
"""The project's own specs: their schemas, error table and token endpoint serve any other folder."""
SPEC_SCHEMA = SPECS / "spec.schema.json"

_LINE = 100
_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping",
    "null": "nothing",
}


@cache
def _document(name: str) -> Schema:
    path = SPECS / name
    text = path.read_text("utf-8")
    conflict = conflict_line(text)
    if conflict:
        raise RunError(f"{path}:{conflict}:1: {CONFLICT}")
    try:
        document: dict[str, Any] = json.loads(text)
    except ValueError as error:
        raise RunError(f"{path} is no JSON: {error}") from None
    return with_constraints(document) if path == SPEC_SCHEMA else document


def spec_schema() -> bytes:
    """Return the schema of specs as it is committed: what it says of constraints is derived."""
    return f"{_laid_out(_document(SPEC_SCHEMA.name))}\n".encode()


def _laid_out(value: Any, indent: str = "") -> str:
    """Return JSON in which what is short and simple takes one line."""
    if not isinstance(value, (dict, list)) or not value:
        return json.dumps(value, ensure_ascii=False)
    deeper = f"{indent}  "
    parts = [
        _laid_out(one, deeper) for one in (value.values() if isinstance(value, dict) else value)
    ]
    opening, closing, limit = "[", "]", _LINE
    if isinstance(value, dict):
        parts = [f"{json.dumps(key)}: {part}" for key, part in zip(value, parts, strict=True)]
        opening, closing, limit = "{ ", " }", _LINE if len(value) == 1 else 0
    line = f"{opening}{', '.join(parts)}{closing}"
    if len(line) < limit and "\n" not in line:
        return line
    lines = f",\n{deeper}".join(parts)
    return f"{opening.strip()}\n{deeper}{lines}\n{indent}{closing.strip()}"


def keys_below(key: str) -> tuple[str, ...]:
    """Return the keys that a spec may have below one of its own."""
    return tuple(_document(SPEC_SCHEMA.name)["properties"][key].get("properties", ()))


@cache
def _follow(home: str, reference: str) -> tuple[Schema, Follow]:
    name, _, pointer = reference.partition("#")
    target = _document(name or home)
    for part in pointer.split("/")[1:]:
        target = target[part]
    return target, partial(_follow, name or home)


@cache
def _validator(name: str) -> Validator:
    # imported late: as long as every spec fits, nobody has to wait for it
    from referencing import Registry, Resource

    names = [path.name for path in SPECS.glob("*.schema.json")]
    resources = [(one, Resource.from_contents(_document(one))) for one in names]
    registry: Registry[Any] = Registry()
    validator: Validator = strict_validator()(
        _document(name), registry=registry.with_resources(resources)
    )
    return validator


@lru_cache(maxsize=64)  # as many as `load` keeps
def check(source: Source, name: str) -> tuple[Any, list[Problem]]:
    """Return the data without its faulty parts, and a problem for each of these.

    `name` is the schema's file name, such as `spec.schema.json`.
    """
    problems = [
        Problem(
            place,
            f"is written {text}: {int(text)} to some readers, another number to others; "
            "leave out the zero in front, or put a text into quotes",
        )
        for place, text in source.ambiguous()
    ]
    if fits(source.data, _document(name), partial(_follow, name)):
        return source.data, problems
    data = _with_text_keys(source.data)
    errors: list[Any] = list(_validator(name).iter_errors(data))
    pruned = copy.deepcopy(source.data) if errors else source.data
    for error in errors:
        path = tuple(error.absolute_path)
        if error.validator == "additionalProperties":
            for key, message in _unknown_keys(error):
                problems.append(Problem(source.at_key(*path, key), message))
                _prune(pruned, (*path, key))
        elif error.validator == "required":
            missing = (key for key in error.validator_value if key not in error.instance)
            problems.extend(
                Problem(source.at_key(*path), f"lacks {key!r}{_purpose(error, key)}")
                for key in missing
            )
        elif "propertyNames" in error.absolute_schema_path:
            problems.append(Problem(source.at_key(*path, error.instance), _name_message(error)))
            _prune(pruned, (*path, error.instance))
        else:
            problems.append(Problem(source.at(*path), _subject(path) + _message(error)))
            if (
                error.validator == "type"
                and _is_number(error)
                and meant(error.instance) is not None
            ):
                # what it is surely meant as serves the stages after this one: no further problems
                _put(pruned, path, meant(error.instance))
            elif error.validator != "uniqueItems":
                _prune(pruned, path)
    return pruned, list(dict.fromkeys(problems))


def _with_text_keys(data: Any) -> Any:
    if isinstance(data, dict):
        return {str(key): _with_text_keys(value) for key, value in data.items()}
    return [_with_text_keys(item) for item in data] if isinstance(data, list) else data


def _prune(data: Any, path: tuple[Any, ...]) -> None:
    """Take the innermost keyed value on a path out of the data."""
    for inside, key in reversed(_trail(data, path)):
        if isinstance(inside, dict):
            del inside[key]
            return


def _put(data: Any, path: tuple[Any, ...], value: Any) -> None:
    """Replace the value at a path."""
    inside, key = _trail(data, path)[-1]
    inside[key] = value


def _trail(data: Any, path: tuple[Any, ...]) -> list[tuple[Any, Any]]:
    """Return the mappings and lists that a path leads through, each with its key or index."""
    trail = []
    for part in path:
        key = part
        if isinstance(data, dict):
            key = next((one for one in data if str(one) == part), part)
        try:
            inner = data[key]
        except (LookupError, TypeError):  # taken out before
            return []
        trail.append((data, key))
        data = inner
    return trail


def _is_number(error: Any) -> bool:
    return error.validator_value in ("integer", "number")


def _unknown_keys(error: Any) -> Iterator[tuple[str, str]]:
    """Return the keys that a mapping must not have, each with what is wrong."""
    known = list(error.schema.get("properties", {}))
    for key in error.instance:
        near = nearest(key, known)
        hint = f"did you mean {near!r}?" if near else f"known ones: {', '.join(known)}"
        if key not in known:
            yield key, f"has the unknown key {key!r}; {hint}"


def _purpose(error: Any, key: str) -> str:
    said = error.schema.get("properties", {}).get(key, {}).get("description", "")
    return f": {said}" if said else ""


def _name_message(error: Any) -> str:
    form = error.schema.get("description", f"the form {error.validator_value}")
    return f"{_shown(error.instance)} cannot be a name: {form}"


def _subject(path: tuple[Any, ...]) -> str:
    *_, name = ("", *(part for part in path if isinstance(part, str)))
    last = path[-1] if path else None
    return f"'{name}[{last}]' " if isinstance(last, int) else f"'{name}' " if name else "the file "


def _message(error: Any) -> str:
    value, limit = error.instance, error.validator_value
    if error.validator == "type":
        kinds = [limit] if isinstance(limit, str) else limit
        is_told = isinstance(value, (list, dict)) or not error.absolute_path
        said = error.schema.get("description", "") if is_told else ""
        hint = f": {said}" if said else ""
        if value is None and limit == "string":
            hint = "; put a text that begins with # into quotes"
        elif _is_number(error):
            hint = advice(value) or hint
        return f"must be {' or '.join(_TYPES[kind] for kind in kinds)}, is {_shown(value)}{hint}"
    if error.validator == "enum":
        choices = [str(choice) for choice in limit]
        near = nearest(str(value), choices)
        hint = f"; did you mean {near!r}?" if near else ""
        return f"must be one of {', '.join(choices)}, is {_shown(value)}{hint}"
    if error.validator == "pattern":
        form = error.schema.get("description", f"the form {limit}")
        return f"is {_shown(value)}, which does not fit: {form}"
    if error.validator == "format":
        return f"is {_shown(value)}, which is not a day: {error.message}"
    if error.validator in ("minLength", "minItems", "minProperties"):
        return f"must not be empty, is {_shown(value)}" if limit == 1 else f"needs at least {limit}"
    if error.validator == "maxProperties":
        return f"takes {limit} entry, has {len(value)}: {', '.join(value)}"
    if error.validator == "uniqueItems":
        return "must not hold the same element twice"
    if error.validator == "minimum":
        return f"must be at least {limit}, is {_shown(value)}"
    if error.validator == "exclusiveMinimum":
        return f"must be above {limit}, is {_shown(value)}"
    return shortened(error.message)


def shortened(message: str) -> str:
    """Return what jsonschema says, without the end of what it shows at length."""
    return message if len(message) < 200 else message[:199] + "…"


def _shown(value: object) -> str:
    kind = {str: "text", bool: "boolean", int: "number", float: "number"}.get(type(value))
    if kind is None:
        return "nothing" if value is None else "a mapping" if isinstance(value, dict) else "a list"
    text = repr(value) if len(repr(value)) <= 60 else repr(value)[:56] + "…"
    return f"the {kind} {text}"
