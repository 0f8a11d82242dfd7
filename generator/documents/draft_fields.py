"""Facts about fields to the fields of a draft spec, nested as the document has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..spec.constraints import CONSTRAINTS, LOWER
from ..spec.names import FIELD
from .between import begin_of
from .conditions import BETWEEN
from .examples import type_of, values_at
from .facts import FieldFact, OperationFacts, Stated
from .yamltext import Noted

_DAYS = {"format", *(key for key, row in CONSTRAINTS.items() if row.formats == ("day",))}
IMPLIED = {"request": ("access_token",), "response": ("errcode", "errmsg")}
"""What every operation has and no spec lists."""
_EMPTY = {"object": "{}", "array": "[]"}
"""What an empty value of a type looks like that can be one."""


@dataclass(frozen=True)
class Decision:
    """What a human decides: of which part of the spec, and what kind of question it is."""

    place: str
    kind: str
    detail: str = ""

    def __str__(self) -> str:
        """Return the whole question."""
        said = f"{self.place}: {self.kind}"
        return f"{said} ({self.detail})" if self.detail else said


@dataclass
class Open:
    """What a draft leaves open: what a human decides, and where it differs from the document."""

    decisions: list[Decision] = field(default_factory=list)
    deviations: list[dict[str, Any]] = field(default_factory=list)

    def decide(self, place: str, kind: str, detail: str = "") -> None:
        """Ask a human, once."""
        asked = Decision(place, kind, detail)
        if asked not in self.decisions:
            self.decisions.append(asked)

    def ask(self, value: Any, comment: str, place: str, kind: str, detail: str = "") -> Noted:
        """Ask a human about a value, which has a comment for them above it."""
        self.decide(place, kind, detail)
        return Noted(value, comment)

    def deviate(
        self, path: str, rule: str, document: str, reason: str, documents: tuple[str, ...] = ()
    ) -> None:
        """Record a deviation, once; `documents` are those that it is about, none: all."""
        same = (one for one in self.deviations if (one["field"], one["rule"]) == (path, rule))
        for one in same:
            if "documents" in one:
                one["documents"] = list(dict.fromkeys([*one["documents"], *documents]))
            return
        source = "draft made from the document"
        said = document if document.strip() else repr(document)
        stated = {"field": path, "rule": rule, "document": said, "reason": reason}
        about = {"documents": list(documents)} if documents else {}
        self.deviations.append({**stated, "source": source, **about})


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
            if one.path in IMPLIED[self.side] or above not in levels:
                continue
            if FIELD.fullmatch(name) is None:
                place, why = f"{self.side}.{one.path}", "ts name cannot be one in a spec"
                self.left.deviate(place, "row", "a row of its own", f"I{why}.")
                self.left.decide(place, f"not in the draft, i{why}", f"line {one.line}")
                continue
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
        if self._is_sent_in_query(fact) and not self.is_query:
            data["in"] = "query"
        self._origin(path, fact)
        if fact.enum and tree.kind != "array":
            data |= self._enum(path, tree.kind, tree)
        self._limits(path, tree, data)
        is_needed_text = self.is_request and tree.kind == "string" and fact.required
        if is_needed_text and "minLength" not in data and not (fact.enum or fact.sent_empty):
            data["minLength"] = 1
            self.left.deviate(path, "minLength", "absent", "An empty text is as good as none.")
        if not self.is_request and "condition" in fact.limits:
            self.left.decide(path, "when it is present")
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
        self.left.decide(path, what)

    def _enum(self, path: str, kind: str, tree: _Tree) -> dict[str, Any]:
        """Return the values that a field of a type may have, if these can be values of it."""
        values = {_as_type(value, kind): said for value, said in tree.fact.enum.items()}
        is_possible = kind in CONSTRAINTS["enum"].types and not tree.is_day
        if not is_possible or None in values or len(values) < len(tree.fact.enum):
            listed = ", ".join(map(str, tree.fact.enum))
            self.left.deviate(path, "enum", listed, f"They are no values of type {kind}.")
            self._ask(path, tree, f"the document lists values; they are none of type {kind}")
            return {}
        self.left.decide(path, "meanings of its values")
        meanings = {
            value: f"meaning to be written (document, line {said.line})"
            for value, said in values.items()
        }
        return {"enum": meanings}

    def _origin(self, path: str, fact: FieldFact) -> None:
        above = fact.path.rpartition(".")[0]
        if fact.origin == "example" and above not in self.of_example:
            self.left.deviate(path, "row", "in the example alone", "The example has it.")
        if fact.nested:
            home = ".".join(path.split(".")[:2])
            self.left.deviate(home, "nesting", "the table lists it beside", "The example nests it.")

    def _is_sent_in_query(self, fact: FieldFact) -> bool:
        return self.is_query or (self.is_request and fact.in_query and "." not in fact.path)

    def _kind(self, path: str, tree: _Tree) -> str:
        """Return the type; where nothing states it, the one that its limits speak for."""
        kind = tree.fact.type
        if tree.below and kind not in _EMPTY:
            if kind is not None:
                self.left.deviate(path, "type", kind, "The document has fields below it.")
                self._ask(path, tree, "its type; the document has fields below it")
            kind = "object"
        if kind in _EMPTY and self._is_sent_in_query(tree.fact):
            self._ask(path, tree, f"a query cannot hold an {kind}; how is it sent?")
            self.left.deviate(path, "type", kind, "A query cannot hold it.")
            for one in self.facts:
                below = f"{self.side}.{one.path}"
                if below.startswith(f"{path}."):
                    self.left.deviate(below, "row", "a row of its own", "A query cannot nest.")
            return "string"
        if kind is None:
            kind = _type_of_limits(tree.fact)
            self._ask(path, tree, f"nothing states the type; {kind} is a guess")
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
                self.left.decide(path, f"{rule} does not fit", str(value))
                continue
            if rule == "maxSpanDays":
                data["notBefore"] = _begin(tree)
                self.left.deviate(path, "notBefore", "absent", "A span has a begin.")
            data[rule] = _kind(tree) if rule == "itemsAgreeOn" else _as_written(rule, value)
        if not tree.is_day and tree.kind == "integer" and _spans(tree):
            data["format"] = "timestamp"

    def _inside(self, path: str, tree: _Tree) -> dict[str, Any]:
        """Return what an object has in it, or each element of an array is."""
        rows = self._object(path, tree)
        if tree.kind == "object":
            return rows
        shown = values_at(self.example, tree.fact.path)
        elements = _elements(shown)
        if tree.below:
            return {"items": _nested({"type": "object", **rows}, elements)}
        return {"items": self._items(f"{path}[]", tree, elements)}

    def _object(self, path: str, tree: _Tree) -> dict[str, Any]:
        if tree.below:
            if inner := self._fields(tree.below):
                return {"properties": inner}
        elif tree.kind == "object":
            self.left.decide(path, "an object of which nothing is known")
        return {"additionalProperties": True}

    def _items(self, path: str, tree: _Tree, elements: list[Any]) -> dict[str, Any]:
        """Return what each element is: as the table words the type, else as the example shows."""
        kind = tree.fact.element_type or type_of(elements) or type_of(tree.fact.enum)
        if kind is None:
            self.left.decide(path, "the type of the elements; string is a guess")
            kind = "string"
        items = _any(kind)
        if kind == "object":
            self.left.decide(path, "objects of which nothing is known")
        elif kind == "array":
            inner = _elements(elements)
            items["items"] = _nested(_any(type_of(_innermost(inner)) or "string"), inner)
        if tree.fact.enum:
            items |= self._enum(path, kind, tree)
        if kind == "string" and self.is_request and "enum" not in items and "" not in elements:
            items["minLength"] = 1
            self.left.deviate(path, "minLength", "absent", "An empty text names nothing.")
        return items


def _elements(values: Iterable[Any]) -> list[Any]:
    """Return the elements of all arrays among values."""
    return [one for value in values if isinstance(value, list) for one in value]


def _innermost(elements: list[Any]) -> list[Any]:
    while any(isinstance(one, list) for one in elements):
        elements = _elements(elements)
    return elements


def _nested(items: dict[str, Any], elements: list[Any]) -> dict[str, Any]:
    """Return what elements are that are arrays themselves, as deep as an example shows them."""
    while any(isinstance(one, list) for one in elements):
        items, elements = {"type": "array", "items": items}, _elements(elements)
    return items


def _any(kind: str) -> dict[str, Any]:
    """Return what is of a type, and says no more of itself."""
    return {"type": kind, "additionalProperties": True} if kind == "object" else {"type": kind}


def _as_type(value: Any, kind: str) -> Any:
    """Return a listed value as one of the type, None where it cannot be one."""
    if kind == "string":
        return str(value)
    if type(value) is str and re.fullmatch(r"-?\d{1,15}", value) and kind in ("integer", "number"):
        return int(value)
    return value if type_of([value]) == kind or (kind == "number" and type(value) is int) else None


def _as_written(rule: str, value: Any) -> Any:
    """Return a value as people write it: one value at which a field is required without a list."""
    if rule != "requiredWhen":
        return value
    return {name: values[0] if len(values) == 1 else values for name, values in value.items()}


def _fits(rule: str, value: Any, tree: _Tree) -> bool:
    """Say whether a limit is one of the field's type, and goes together with what else is said."""
    fact, kind = tree.fact, tree.kind
    if rule == "defaultFrom":
        return value in tree.beside and value != fact.path and "default" not in fact.limits
    if rule == "ignoredUnless":
        ((name, wanted),) = value.items()
        other = tree.beside.get(name)
        values = wanted if isinstance(wanted, list) else [wanted]
        return (
            other is not None
            and other is not tree
            and all(_may_be(other.fact, one) for one in values)
        )
    if rule in BETWEEN:
        others = [tree.beside.get(name) for name in value]
        is_possible = all(one and one is not tree and not one.fact.required for one in others)
        if rule != "requiredWhen":
            return is_possible and not fact.required
        ((name, values),) = value.items()
        other = tree.beside.get(name)
        return (
            other is not None
            and other is not tree
            and all(_may_be(other.fact, one) for one in values)
        )
    if rule == "default":
        return _default_fits(value, kind, fact)
    if rule == "itemsAgreeOn":
        return kind == "array" and _kind(tree) is not None
    if rule == "maxSpanDays" and _begin(tree) is None:
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


def _kind(tree: _Tree) -> str | None:
    """Return the field of an array's elements that says what each is, if there is just one."""
    found = [name for name, one in tree.below.items() if name.endswith("type") and one.fact.enum]
    return found[0] if len(found) == 1 else None


def _begin(tree: _Tree) -> str | None:
    """Return the begin of the interval that a field ends: the other day, or a time by its name."""
    if tree.is_day:
        return next((name for name, one in tree.beside.items() if _is_other_day(one, tree)), None)
    times = [name for name, one in tree.beside.items() if _may_be_time(one)]
    return begin_of(tree.fact.path.rpartition(".")[2], times)


def _is_other_day(one: _Tree, tree: _Tree) -> bool:
    return one is not tree and one.is_day


def _may_be_time(one: _Tree) -> bool:
    return not one.is_day and one.fact.type == "integer"


def _spans(tree: _Tree) -> bool:
    """Say whether a time is one of the two between which a span is stated."""
    ends = [one for one in tree.beside.values() if "maxSpanDays" in one.fact.limits]
    return any(tree is one or tree is one.beside.get(_begin(one) or "") for one in ends)


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
