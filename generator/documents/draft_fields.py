"""Facts about fields to the fields of a draft spec, nested as the document has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..spec.constraints import CONSTRAINTS, LOWER
from ..spec.names import FIELD
from .facts import FieldFact, OperationFacts, Stated
from .tables import type_of
from .yamltext import Noted

_DAYS = {"format", *(key for key, row in CONSTRAINTS.items() if row.is_day)}
_ANSWERED = frozenset({"errcode", "errmsg"})


@dataclass
class Open:
    """What a draft leaves open: what a human decides, and where it differs from the document."""

    decisions: list[str] = field(default_factory=list)
    deviations: list[dict[str, str]] = field(default_factory=list)

    def decide(self, what: str) -> None:
        """Ask a human, once."""
        if what not in self.decisions:
            self.decisions.append(what)

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
    """A field with those below it."""

    name: str
    fact: FieldFact
    inner: dict[str, _Tree] = field(default_factory=dict)


class FieldsDrafter:
    """Drafts the parameters or the answer fields of an operation."""

    def __init__(self, side: str, facts: OperationFacts, is_query: bool, left: Open) -> None:
        """Take the side, `request` or `response`, and where open questions go."""
        self.side = side
        self.facts: tuple[FieldFact, ...] = getattr(facts, side)
        stated: Stated | None = getattr(facts, f"example_{side}")
        self.example = stated.value if stated else None
        self.of_example = {one.path for one in self.facts if one.origin == "example"}
        self.is_query = is_query and side == "request"
        self.left = left

    def draft(self) -> dict[str, Any]:
        """Return every field, in the document's order."""
        roots: dict[str, _Tree] = {}
        nodes: dict[str, _Tree] = {}
        for one in sorted(self.facts, key=lambda each: each.path.count(".")):
            above, _, name = one.path.rpartition(".")
            if self.side == "response" and one.path in _ANSWERED:
                continue
            if FIELD.fullmatch(name) is None:
                self.left.decide(f"{self.side}.{one.path}: its name cannot be one in a spec")
                continue
            nodes[one.path] = _Tree(name, one)
            if above in nodes:
                nodes[above].inner[name] = nodes[one.path]
            elif not above:
                roots[name] = nodes[one.path]
        order = {one.path: index for index, one in enumerate(self.facts)}
        in_order = sorted(roots.values(), key=lambda tree: order[tree.fact.path])
        return {tree.name: self._field(tree, roots) for tree in in_order}

    def _field(self, tree: _Tree, siblings: Mapping[str, _Tree]) -> Noted:
        fact = tree.fact
        path = f"{self.side}.{fact.path}"
        comments = [f"describe it in your own words (document, line {fact.line})"]
        kind = self._kind(path, tree, comments)
        data: dict[str, Any] = {"type": kind}
        if self.side == "request" and fact.required:
            data["required"] = True
        self._origin(path, fact)
        if fact.enum:
            self._enum(path, fact, kind, data)
        self._limits(path, tree, kind, data, siblings)
        is_needed_text = self.side == "request" and kind == "string" and fact.required
        if is_needed_text and "minLength" not in data and not fact.enum:
            data["minLength"] = 1
            self.left.deviate(path, "minLength", "absent", "An empty text is as good as none.")
        if self.side == "response" and "condition" in fact.limits:
            self.left.decide(f"{path}: when it is present")
            line = fact.limits["condition"].line
            data["condition"] = f"condition to be written (document, line {line})"
        self._inside(path, tree, kind, data)
        if self.side == "request" and kind in ("array", "object") and _passes_empty(tree, kind):
            nothing = "{}" if kind == "object" else "[]"
            asked = f"{nothing} passes; does it mean nobody, everybody, or a slip?"
            comments.append(f"decide: {asked}")
            self.left.decide(f"{path}: {asked}")
        return Noted(data, "\n".join(comments))

    def _enum(self, path: str, fact: FieldFact, kind: str, data: dict[str, Any]) -> None:
        self.left.decide(f"{path}: meanings of its values")
        data["enum"] = {
            str(value) if kind == "string" else value: (
                f"meaning to be written (document, line {meaning.line})"
            )
            for value, meaning in fact.enum.items()
        }

    def _origin(self, path: str, fact: FieldFact) -> None:
        above = fact.path.rpartition(".")[0]
        if fact.origin == "example" and above not in self.of_example:
            self.left.deviate(path, "row", "in the example alone", "The example has it.")
        if fact.nested:
            home = ".".join(path.split(".")[:2])
            self.left.deviate(home, "nesting", "the table lists it beside", "The example nests it.")

    def _kind(self, path: str, tree: _Tree, comments: list[str]) -> str:
        """Return the type; where nothing states it, the one that its limits speak for."""
        fact = tree.fact
        kind = fact.type
        if tree.inner and kind not in ("array", "object"):
            kind = "object"
        if kind in ("array", "object") and self.is_query:
            comments.append(f"decide: a query cannot hold an {kind}; how is it sent?")
            self.left.decide(f"{path}: a query cannot hold an {kind}; how is it sent?")
            self.left.deviate(path, "type", str(kind), "A query cannot hold it.")
            for one in self.facts:
                if one.path.startswith(f"{fact.path}."):
                    below = f"{self.side}.{one.path}"
                    self.left.deviate(below, "row", "a row of its own", "A query cannot nest.")
            return "string"
        if kind is not None:
            return kind
        guess = _type_of_limits(fact)
        comments.append(f"decide: nothing states the type; {guess} is a guess")
        self.left.decide(f"{path}: its type; {guess} is a guess")
        return guess

    def _limits(
        self,
        path: str,
        tree: _Tree,
        kind: str,
        data: dict[str, Any],
        siblings: Mapping[str, _Tree],
    ) -> None:
        fact = tree.fact
        limits = {rule: fact.limits[rule] for rule in CONSTRAINTS if rule in fact.limits}
        if _DAYS & limits.keys() and kind == "integer":
            data["format"] = "day"
            if "format" not in limits:
                self.left.deviate(path, "format", "absent", "Its limits are days.")
        for rule, stated in limits.items():
            if not self._fits(rule, stated, kind, fact, siblings):
                self.left.deviate(
                    path, rule, str(stated.value), "It does not fit the field's type."
                )
                self.left.decide(f"{path}: {rule} {stated.value} does not fit")
            else:
                if rule == "maxSpanDays":
                    data["notBefore"] = _first_day(fact, siblings)
                data[rule] = stated.value

    def _fits(
        self, rule: str, stated: Stated, kind: str, fact: FieldFact, siblings: Mapping[str, _Tree]
    ) -> bool:
        value = stated.value
        if rule == "defaultFrom":
            return value in siblings and value != fact.path and "default" not in fact.limits
        if rule == "ignoredUnless":
            other = siblings.get(next(iter(value)))
            return other is not None and other.fact.path != fact.path and _may_be(other, value)
        if rule == "default":
            return _default_fits(value, kind, fact)
        if rule == "maxSpanDays" and _first_day(fact, siblings) is None:
            return False
        row = CONSTRAINTS[rule]
        beside = [("day", _DAYS & fact.limits.keys()), ("flag", _is_flag(fact))]
        if any(is_one and name in row.silent_beside for name, is_one in beside):
            return False
        least = fact.limits.get(LOWER.get(rule, ""))
        return kind in row.types and (least is None or least.value <= value)

    def _inside(self, path: str, tree: _Tree, kind: str, data: dict[str, Any]) -> None:
        if kind not in ("object", "array"):
            return
        inner = {name: self._field(one, tree.inner) for name, one in tree.inner.items()}
        if kind == "object":
            data.update({"properties": inner} if inner else {"additionalProperties": True})
            if not inner:
                self.left.decide(f"{path}: an object of which nothing is known")
        elif inner:
            data["items"] = {"type": "object", "properties": inner}
        else:
            data["items"] = self._items(path, tree.fact)

    def _items(self, path: str, fact: FieldFact) -> dict[str, Any]:
        """Return what each element is: from the example, or as the table words the type."""
        element = type_of(elements(self.example, fact.path)) or fact.element_type
        if element is None:
            self.left.decide(f"{path}: the type of its elements; string is a guess")
            element = "string"
        items: dict[str, Any] = {"type": element}
        if element == "object":
            items["additionalProperties"] = True
        elif element == "array":
            items["items"] = {"type": "string"}
        elif element == "string" and self.side == "request":
            items["minLength"] = 1
            self.left.deviate(f"{path}[]", "minLength", "absent", "An empty text names nothing.")
        return items


def _passes_empty(tree: _Tree, kind: str) -> bool:
    """Say whether a parameter can be given without anything in it."""
    if kind == "object":
        return not any(one.fact.required for one in tree.inner.values())
    least = tree.fact.limits.get("minItems")
    return least is None or least.value < 1


def elements(example: Any, path: str) -> list[Any]:
    """Return the elements of an array in an example."""
    values = [example]
    for part in path.split("."):
        inner = [one for value in values for one in (value if isinstance(value, list) else [value])]
        values = [one[part] for one in inner if isinstance(one, dict) and part in one]
    return [one for value in values if isinstance(value, list) for one in value]


def _type_of_limits(fact: FieldFact) -> str:
    limits = fact.limits.keys()
    if limits & {"minItems", "maxItems"}:
        return "array"
    if limits & _DAYS or (
        limits & {"minimum", "maximum"} and not limits & {"maxLength", "maxBytes"}
    ):
        bounds = [fact.limits[key].value for key in ("minimum", "maximum") if key in limits]
        return "number" if any(isinstance(one, float) for one in bounds) else "integer"
    known = [*fact.enum, *(fact.limits[key].value for key in ("default",) if key in limits)]
    return type_of(known) or "string"


def _first_day(fact: FieldFact, siblings: Mapping[str, _Tree]) -> str | None:
    days = (
        name
        for name, one in siblings.items()
        if one.fact.limits.keys() & _DAYS and one.fact.path != fact.path
    )
    return next(days, None)


def _is_flag(fact: FieldFact) -> bool:
    return set(fact.enum) == {0, 1}


def _may_be(other: _Tree, condition: Mapping[str, Any]) -> bool:
    value = next(iter(condition.values()))
    if other.fact.enum:
        return value in other.fact.enum
    return type_of([value]) == (other.fact.type or _type_of_limits(other.fact))


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
