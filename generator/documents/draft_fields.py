"""Facts about fields to the fields of a draft spec, nested as the document has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..spec.constraints import CONSTRAINTS, LOWER
from ..spec.names import FIELD
from .examples import type_of, values_at
from .facts import FieldFact, OperationFacts, Stated
from .yamltext import Noted

_DAYS = {"format", *(key for key, row in CONSTRAINTS.items() if row.is_day)}
_ANSWERED = frozenset({"errcode", "errmsg"})
_EMPTY = {"object": "{}", "array": "[]"}
"""What an empty value of a type looks like that can be one."""


@dataclass
class Open:
    """What a draft leaves open: what a human decides, and where it differs from the document."""

    decisions: list[str] = field(default_factory=list)
    deviations: list[dict[str, str]] = field(default_factory=list)

    def decide(self, what: str) -> None:
        """Ask a human, once."""
        if what not in self.decisions:
            self.decisions.append(what)

    def ask(self, what: str, value: Any, comment: str) -> Noted:
        """Ask a human about a value, which has a comment for them above it."""
        self.decide(what)
        return Noted(value, comment)

    def deviate(self, path: str, rule: str, document: str, reason: str) -> None:
        """Record a deviation, once."""
        if any((one["field"], one["rule"]) == (path, rule) for one in self.deviations):
            return
        source = "draft made from the document"
        self.deviations.append(
            {"field": path, "rule": rule, "document": document, "reason": reason, "source": source}
        )


@dataclass
class _Tree:
    """A field with those beside and below it."""

    fact: FieldFact
    beside: Mapping[str, _Tree]
    below: dict[str, _Tree] = field(default_factory=dict)
    kind: str = ""
    comments: list[str] = field(default_factory=list)

    @property
    def is_day(self) -> bool:
        """Whether what limits the field speaks of days."""
        return bool(_DAYS & self.fact.limits.keys())


class FieldsDrafter:
    """Drafts the parameters or the answer fields of an operation."""

    def __init__(self, side: str, facts: OperationFacts, is_query: bool, left: Open) -> None:
        """Take the side, `request` or `response`, and where open questions go."""
        self.side = side
        self.facts: tuple[FieldFact, ...] = getattr(facts, side)
        stated: Stated | None = getattr(facts, f"example_{side}")
        self.example = stated.value if stated else None
        self.of_example = {one.path for one in self.facts if one.origin == "example"}
        self.is_request = side == "request"
        self.is_query = is_query and self.is_request
        self.left = left

    def draft(self) -> dict[str, Any]:
        """Return every field, in the document's order."""
        roots: dict[str, _Tree] = {}
        levels = {"": roots}
        for one in sorted(self.facts, key=lambda each: each.path.count(".")):
            above, _, name = one.path.rpartition(".")
            if self.side == "response" and one.path in _ANSWERED:
                continue
            if FIELD.fullmatch(name) is None:
                self.left.decide(f"{self.side}.{one.path}: its name cannot be one in a spec")
            elif above in levels:
                tree = levels[above][name] = _Tree(one, levels[above])
                levels[one.path] = tree.below
        return self._fields(roots)

    def _fields(self, trees: Mapping[str, _Tree]) -> dict[str, Noted]:
        return {
            name: self._field(f"{self.side}.{one.fact.path}", one) for name, one in trees.items()
        }

    def _field(self, path: str, tree: _Tree) -> Noted:
        fact = tree.fact
        tree.comments.append(f"describe it in your own words (document, line {fact.line})")
        tree.kind = self._kind(path, tree)
        data: dict[str, Any] = {"type": tree.kind}
        if self.is_request and fact.required:
            data["required"] = True
        self._origin(path, fact)
        if fact.enum:
            self._enum(path, tree, data)
        self._limits(path, tree, data)
        is_needed_text = self.is_request and tree.kind == "string" and fact.required
        if is_needed_text and "minLength" not in data and not fact.enum:
            data["minLength"] = 1
            self.left.deviate(path, "minLength", "absent", "An empty text is as good as none.")
        if not self.is_request and "condition" in fact.limits:
            self.left.decide(f"{path}: when it is present")
            line = fact.limits["condition"].line
            data["condition"] = f"condition to be written (document, line {line})"
        if tree.kind in _EMPTY:
            data |= self._inside(path, tree)
            if self.is_request and _passes_empty(tree):
                asked = f"{_EMPTY[tree.kind]} passes; does it mean nobody, everybody, or a slip?"
                self._ask(path, tree, asked)
        return Noted(data, "\n".join(tree.comments))

    def _ask(self, path: str, tree: _Tree, what: str) -> None:
        tree.comments.append(f"decide: {what}")
        self.left.decide(f"{path}: {what}")

    def _enum(self, path: str, tree: _Tree, data: dict[str, Any]) -> None:
        self.left.decide(f"{path}: meanings of its values")
        data["enum"] = {
            str(value) if tree.kind == "string" else value: (
                f"meaning to be written (document, line {meaning.line})"
            )
            for value, meaning in tree.fact.enum.items()
        }

    def _origin(self, path: str, fact: FieldFact) -> None:
        above = fact.path.rpartition(".")[0]
        if fact.origin == "example" and above not in self.of_example:
            self.left.deviate(path, "row", "in the example alone", "The example has it.")
        if fact.nested:
            home = ".".join(path.split(".")[:2])
            self.left.deviate(home, "nesting", "the table lists it beside", "The example nests it.")

    def _kind(self, path: str, tree: _Tree) -> str:
        """Return the type; where nothing states it, the one that its limits speak for."""
        kind = tree.fact.type
        if tree.below and kind not in _EMPTY:
            kind = "object"
        if kind in _EMPTY and self.is_query:
            self._ask(path, tree, f"a query cannot hold an {kind}; how is it sent?")
            self.left.deviate(path, "type", kind, "A query cannot hold it.")
            for one in self.facts:
                below = f"{self.side}.{one.path}"
                if below.startswith(f"{path}."):
                    self.left.deviate(below, "row", "a row of its own", "A query cannot nest.")
            return "string"
        if kind is None:
            kind = _type_of_limits(tree.fact)
            tree.comments.append(f"decide: nothing states the type; {kind} is a guess")
            self.left.decide(f"{path}: its type; {kind} is a guess")
        return kind

    def _limits(self, path: str, tree: _Tree, data: dict[str, Any]) -> None:
        stated = tree.fact.limits
        limits = {rule: stated[rule].value for rule in CONSTRAINTS if rule in stated}
        if _DAYS & limits.keys() and tree.kind == "integer":
            data["format"] = "day"
            if "format" not in limits:
                self.left.deviate(path, "format", "absent", "Its limits are days.")
        for rule, value in limits.items():
            if not _fits(rule, value, tree):
                self.left.deviate(path, rule, str(value), "It does not fit the field's type.")
                self.left.decide(f"{path}: {rule} {value} does not fit")
                continue
            if rule == "maxSpanDays":
                data["notBefore"] = _first_day(tree)
            data[rule] = value

    def _inside(self, path: str, tree: _Tree) -> dict[str, Any]:
        inner = self._fields(tree.below)
        if tree.kind == "array":
            rows = {"type": "object", "properties": inner}
            return {"items": rows if inner else self._items(path, tree.fact)}
        if inner:
            return {"properties": inner}
        self.left.decide(f"{path}: an object of which nothing is known")
        return {"additionalProperties": True}

    def _items(self, path: str, fact: FieldFact) -> dict[str, Any]:
        """Return what each element is: from the example, or as the table words the type."""
        arrays = [one for one in values_at(self.example, fact.path) if isinstance(one, list)]
        element = type_of(one for array in arrays for one in array) or fact.element_type
        if element is None:
            self.left.decide(f"{path}: the type of its elements; string is a guess")
            element = "string"
        items: dict[str, Any] = {"type": element}
        if element == "object":
            items["additionalProperties"] = True
        elif element == "array":
            items["items"] = {"type": "string"}
        elif element == "string" and self.is_request:
            items["minLength"] = 1
            self.left.deviate(f"{path}[]", "minLength", "absent", "An empty text names nothing.")
        return items


def _fits(rule: str, value: Any, tree: _Tree) -> bool:
    """Say whether a limit is one of the field's type, and goes together with what else is said."""
    fact, kind = tree.fact, tree.kind
    if rule == "defaultFrom":
        return value in tree.beside and value != fact.path and "default" not in fact.limits
    if rule == "ignoredUnless":
        ((name, wanted),) = value.items()
        other = tree.beside.get(name)
        return other is not None and other is not tree and _may_be(other.fact, wanted)
    if rule == "default":
        return _default_fits(value, kind, fact)
    if rule == "maxSpanDays" and _first_day(tree) is None:
        return False
    row = CONSTRAINTS[rule]
    is_flag = set(fact.enum) == {0, 1}
    if (tree.is_day and "day" in row.silent_beside) or (is_flag and "flag" in row.silent_beside):
        return False
    least = fact.limits.get(LOWER.get(rule, ""))
    return kind in row.types and (least is None or least.value <= value)


def _passes_empty(tree: _Tree) -> bool:
    """Say whether a parameter can be given without anything in it."""
    if tree.kind == "object":
        return not any(one.fact.required for one in tree.below.values())
    least = tree.fact.limits.get("minItems")
    return least is None or least.value < 1


def _type_of_limits(fact: FieldFact) -> str:
    limits = {key: stated.value for key, stated in fact.limits.items()}
    if limits.keys() & {"minItems", "maxItems"}:
        return "array"
    bounds = [limits[key] for key in ("minimum", "maximum") if key in limits]
    if limits.keys() & _DAYS or (bounds and not limits.keys() & {"maxLength", "maxBytes"}):
        return "number" if any(isinstance(one, float) for one in bounds) else "integer"
    return type_of([*fact.enum, limits.get("default")]) or "string"


def _first_day(tree: _Tree) -> str | None:
    others = (name for name, one in tree.beside.items() if one is not tree and one.is_day)
    return next(others, None)


def _may_be(fact: FieldFact, value: Any) -> bool:
    if fact.enum:
        return value in fact.enum
    return type_of([value]) == (fact.type or _type_of_limits(fact))


def _default_fits(value: Any, kind: str, fact: FieldFact) -> bool:
    if type_of([value]) != kind or (fact.enum and value not in fact.enum):
        return False
    return not _DAYS & fact.limits.keys() and all(
        kind in row.types and row.holds(value, fact.limits[rule].value)
        for rule, row in CONSTRAINTS.items()
        if rule in fact.limits and row.holds
    )


def errcodes(example: Any) -> Iterable[int]:
    """Yield the error codes in an example answer."""
    if isinstance(example, dict):
        code = example.get("errcode")
        if type(code) is int:
            yield code
        for value in example.values():
            yield from errcodes(value)
    elif isinstance(example, list):
        for value in example:
            yield from errcodes(value)
