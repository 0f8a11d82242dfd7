"""The facts of `expected/`, read by hand, against those that the project reads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.documents.facts import FieldFact, OperationFacts

from .pages import Offender, Page, front_matter, pages, reported

_FOLDER = Path(__file__).parent / "expected"
_TYPES = frozenset({"string", "integer", "number", "boolean", "array", "object"})
_WORDS_ALONE = frozenset({"condition", "statement", "format"})
"""Limits whose value is the text itself."""


@dataclass(frozen=True)
class Expected:
    """A field as a person reads it; what is in `allowed` may be found and need not."""

    path: str
    is_certain: bool
    required: bool | None
    type: str | None
    enum: frozenset[Any]
    limits: dict[str, Any]
    allowed: dict[str, list[Any]]


def expected_pages() -> list[dict[str, Any]]:
    """Return what the files state, page by page."""
    files = sorted(_FOLDER.glob("*.yaml"))
    return [one for file in files for one in yaml.safe_load(file.read_text("utf-8"))]


def offenders_of(stated: dict[str, Any]) -> list[Offender]:
    """Return what the project reads otherwise on one page."""
    address = f"/{stated['page']}"
    page = next(one for one in pages() if front_matter(one)["source_url"].endswith(address))
    if page.facts is None:
        return [page.offender(1, "no operation is read")]
    found = {one.key: one for one in page.facts.operations}
    offenders: list[Offender] = []
    for key in sorted(found.keys() ^ stated["operations"].keys()):
        offenders.append(page.offender(1, f"{key} is missing, or too many"))
    for key in sorted(found.keys() & stated["operations"].keys()):
        offenders += _of_operation(page, found[key], stated["operations"][key])
    said = {one.line for one in reported(page.facts)}
    for line in stated.get("reported", ()):
        if line not in said:
            offenders.append(page.offender(line, "nothing is reported of it"))
    return offenders


def _of_operation(page: Page, found: OperationFacts, stated: dict[str, Any]) -> Iterator[Offender]:
    heads = {
        "title": [stated["title"], *stated.get("other_titles", ())],
        "updated": [str(stated["updated"])],
        "method": [stated["method"]],
    }
    for name, values in heads.items():
        head = getattr(found, name)
        if head is None or head.value not in values:
            yield page.offender(found.line, f"{found.key} {name}: {head and head.value!r}")
    request = str(stated.get("request") or stated["includes"])
    yield from _of_side(page, found, "request", request, is_whole="request" in stated)
    yield from _of_side(page, found, "response", stated["response"], is_whole=True)
    for path in stated.get("excludes", ()):
        for fact in found.request:
            if fact.path == path:
                yield page.offender(fact.line, f"{found.key} request.{path} is at the top level")


def _of_side(
    page: Page, found: OperationFacts, side: str, text: str, *, is_whole: bool
) -> Iterator[Offender]:
    facts = {fact.path: fact for fact in getattr(found, side)}
    fields = {one.path: one for one in map(field_of, text.strip().split("\n"))}
    where = f"{found.key} {side}."
    for path in sorted(facts.keys() - fields.keys()) if is_whole else ():
        yield page.offender(facts[path].line, f"{where}{path} is none")
    for path, field in fields.items():
        if path in facts:
            for difference in differences(facts[path], field, side):
                yield page.offender(facts[path].line, f"{where}{path}: {difference}")
        elif field.is_certain:
            yield page.offender(found.line, f"{where}{path} is missing")


def differences(fact: FieldFact, field: Expected, side: str) -> Iterator[str]:
    """Yield what of a field is not as expected."""
    if side == "request" and fact.required != field.required and field.is_certain:
        yield f"required is {fact.required} and not {field.required}"
    is_open = fact.type is None and not field.is_certain
    if field.type is not None and fact.type != field.type and not is_open:
        yield f"its type is {fact.type} and not {field.type}"
    values = frozenset(fact.enum)
    if values not in (field.enum, *field.allowed.get("one of", ())):
        yield f"it is one of {sorted(map(str, values))} and not {sorted(map(str, field.enum))}"
    limits = {name: one.value for name, one in fact.limits.items() if name not in _WORDS_ALONE}
    if side == "response":
        limits.pop("default", None)
    for name in sorted(limits.keys() | field.limits.keys()):
        right = [field.limits.get(name), *field.allowed.get(name, ())]
        if not any(_same(limits.get(name), one) for one in right):
            yield f"{name} is {limits.get(name)!r} and not {field.limits.get(name)!r}"


def _same(one: Any, other: Any) -> bool:
    """Compare without taking true for 1."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def field_of(line: str) -> Expected:
    """Read a line such as `limit required integer; maximum 100; ~default 10`."""
    first, *clauses = (part.strip() for part in line.split(";"))
    path, *words = first.split()
    required = True if "required" in words else False if "optional" in words else None
    kind = next((word for word in words if word in _TYPES), None)
    limits: dict[str, Any] = {}
    allowed: dict[str, list[Any]] = {}
    enum: frozenset[Any] = frozenset()
    for clause in clauses:
        name, value = _clause(clause.removeprefix("~"))
        if clause.startswith("~"):
            allowed.setdefault(name, []).append(value)
        elif name == "one of":
            enum = value
        else:
            limits[name] = value
    return Expected(path.removeprefix("~"), path[0] != "~", required, kind, enum, limits, allowed)


def _clause(text: str) -> tuple[str, Any]:
    if text.startswith("one of "):
        return "one of", frozenset(map(_value, text.split()[2:]))
    if text.startswith("only if "):
        _, _, name, value = text.split()
        return "ignoredUnless", {name: _value(value)}
    if text.startswith("required when "):
        _, _, name, *values = text.split()
        return "requiredWhen", {name: [_value(value) for value in values]}
    if text.startswith("required unless "):
        return "requiredUnlessGiven", text.split()[2:]
    if text.startswith("ignored when "):
        return "ignoredWhenGiven", text.split()[2:]
    name, _, value = text.partition(" ")
    return name, _value(value)


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text
