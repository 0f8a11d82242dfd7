"""Nodes to fields of the model: each constraint must fit its type, its limits and its siblings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from typing import Any

from ..model import Field
from ..problems import Location, Problem
from .constraint import Constraint
from .constraints import CONSTRAINTS
from .fits import TYPES
from .json_schema import breaches, field_schema
from .numbers import advice, meant
from .references import Layer, Node, Resolver
from .siblings import member_faults, sibling_faults

_PARTS = {"items": "array", "properties": "object", "additionalProperties": "object"}
_NOT_IN_ITEMS = (
    "required",
    "condition",
    *(row.keyword for row in CONSTRAINTS.values() if not row.elements),
)
_MAX_FIELDS = 2_000
_MAX_DEPTH = 100
Rows = Sequence[Constraint]
"""The constraints that a field states, in the order of the registry."""
_SAYS_ALL = {
    "day": "'format: day'",
    "flag": "an 'enum' of 0 and 1",
    "file": "'format: binary'",
}


@dataclass
class FieldReader:
    """Reads the fields of one request, answer or file of shapes and gathers their problems."""

    resolver: Resolver
    is_request: bool = False
    is_query: bool = False
    is_answer: bool = False
    """Whether what it reads is an answer; shapes are neither that nor a request."""
    problems: list[Problem] = field(default_factory=list)
    _count: int = 0

    def fields(
        self,
        node: Node,
        key: str,
        above: frozenset[Any] = frozenset(),
    ) -> tuple[Field, ...]:
        """Read the fields below a key, then hold them against each other."""
        children = self.resolver.children(node, key)
        found = tuple(self._field(name, child, above) for name, child in children.items())
        for child, one in zip(children.values(), found, strict=True):
            self._check_siblings(child, one, {other.name: other for other in found})
        return found

    def shape(self, name: str, node: Node) -> Field:
        """Read a shape by itself."""
        return self._field(name, node, frozenset())

    def _problem(self, place: Location, message: str) -> None:
        self.problems.append(Problem(place, message))

    def _field(self, name: str, node: Node, above: frozenset[Any]) -> Field:
        identities = {layer.identity for layer in node.layers}
        if identities & above:
            self._problem(node.location, f"{name!r} contains itself; end the chain of $ref")
            return Field(name, node.location)
        if not self._has_room(node, len(above)):
            return Field(name, node.location)
        kind = node.get("type", "")
        rows = [row for key, row in CONSTRAINTS.items() if node.stated.get(key) is not None]
        if kind:
            self._check_keys(name, node, kind, rows)
        elif not node.states("type", "$ref"):
            self._problem(
                node.location, f"{name!r} lacks 'type', or a $ref to a shape that has one"
            )
        self._check_side(name, node, kind, rows)
        self._check_parameter(name, node, rows, is_inside=bool(above))
        result = Field(
            name=name,
            location=node.location,
            type=kind,
            description=node.get("description", ""),
            required=bool(node.get("required", False)),
            condition=node.get("condition"),
            constraints=self._constraints(name, node, kind, rows),
            items=self._items(name, node, kind, above | identities),
            properties=self.fields(node, "properties", above | identities),
            additional_properties=bool(node.get("additionalProperties", False)),
            shape=node.shape,
        )
        self._check_default(node, result)
        for key, fault in member_faults(result):
            self._problem(node.place(key), fault)
        return result

    def _has_room(self, node: Node, depth: int) -> bool:
        """Count a field: shapes within shapes could multiply without end."""
        self._count += 1
        if self._count == _MAX_FIELDS or depth > _MAX_DEPTH:
            self._problem(node.location, "$ref leads to too many fields, or too deep")
        return self._count < _MAX_FIELDS and depth <= _MAX_DEPTH

    def _check_keys(self, name: str, node: Node, kind: str, rows: Rows) -> None:
        for key, only in _PARTS.items():
            if node.get(key) is not None and kind != only:
                self._problem(node.place(key), f"{key!r} of {name!r} {_not_about(kind, only)}")
        for row in rows:
            for fault in _faults(name, node, kind, row):
                self._problem(node.place(row.keyword), fault)

    def _check_side(self, name: str, node: Node, kind: str, rows: Rows) -> None:
        use: Layer = node.layers[0]
        # a shape may serve both sides
        stated = () if use.source.is_shapes else use.data
        if self.is_request and "condition" in stated:
            self._problem(
                node.place("condition"), "'condition' belongs to answers; a parameter is 'required'"
            )
        for row in rows:
            if self.is_request and row.answers_only and row.keyword in stated:
                self._problem(
                    node.place(row.keyword), f"{row.keyword!r} belongs to answers; take it out"
                )
            if self.is_answer and row.optional and row.keyword in stated:
                self._problem(
                    node.place(row.keyword), f"{row.keyword!r} belongs to parameters; take it out"
                )
        if not self.is_request and "required" in stated:
            self._problem(
                node.place("required"),
                f"'required' belongs to parameters; for the answer's {name!r} say with 'condition' "
                "when it is absent",
            )
        if self.is_query and kind in ("array", "object"):
            self._problem(
                node.location, f"{name!r} is of type {kind}, which a GET query cannot hold"
            )
        if kind == "object" and not (
            node.get("additionalProperties") or self.resolver.children(node, "properties")
        ):
            self._problem(
                node.location,
                f"{name!r} is an object without fields; give 'properties', or "
                "'additionalProperties: true' where any may come",
            )

    def _check_parameter(self, name: str, node: Node, rows: Rows, *, is_inside: bool) -> None:
        """Hold what only parameters state against the place where it stands."""
        for row in (one for one in rows if one.parameters_only):
            told = f"{row.keyword!r} of {name!r}"
            if not self.is_request or is_inside:
                said = f"{told} belongs to parameters, not to what is in them; take it out"
                self._problem(node.place(row.keyword), said)
            elif self.is_query:
                said = f"{told} says nothing: a GET sends every parameter in the query; take it out"
                self._problem(node.place(row.keyword), said)

    def _constraints(self, name: str, node: Node, kind: str, rows: Rows) -> Mapping[str, Any]:
        read: Mapping[str, Callable[[str, Node, str], Any]] = {
            "enum": self._enum,
            "ignoredUnless": partial(self._when, "ignoredUnless"),
            "requiredWhen": partial(self._when, "requiredWhen"),
            "maxItemsWith": partial(self._by_value, "maxItemsWith"),
            "fileFormats": partial(self._by_value, "fileFormats"),
        }
        stated = {}
        for row in rows:
            if self.is_answer and row.optional:
                continue  # of a shape that a request shares
            key = row.keyword
            value = read[key](name, node, kind) if key in read else node.get(key)
            value = tuple(value) if isinstance(value, list) else value
            if value is not None and value != row.idle and not (row.fault and row.fault(value)):
                stated[key] = value
        return MappingProxyType(stated)

    def _enum(self, name: str, node: Node, kind: str) -> Mapping[Any, str] | None:
        enum = node.get("enum")
        if not isinstance(enum, Mapping) or kind not in CONSTRAINTS["enum"].types:
            return None
        for value in enum:
            if not isinstance(value, TYPES[kind]):
                hint = "put it into quotes" if kind == "string" else "take the quotes off, if any"
                if kind == "integer" and isinstance(value, float) and meant(value) is not None:
                    hint = f"write {meant(value)}"
                self._problem(
                    node.place("enum"),
                    f"'enum' of {name!r} has {value!r}, which is not of type {kind}; {hint}",
                )
        return dict(enum)

    def _when(self, key: str, name: str, node: Node, _: str) -> tuple[str, tuple[Any, ...]] | None:
        found = self._condition(key, name, node)
        if found is None:
            return None
        sibling, values = found
        return sibling, tuple(values) if isinstance(values, list) else (values,)

    def _by_value(
        self, key: str, name: str, node: Node, _: str
    ) -> tuple[str, Mapping[Any, Any]] | None:
        found = self._condition(key, name, node)
        if found is None or not isinstance(found[1], Mapping):
            return None
        field, stated = found
        lists = {value: tuple(one) for value, one in stated.items() if isinstance(one, list)}
        return field, MappingProxyType({**stated, **lists})

    def _condition(self, key: str, name: str, node: Node) -> tuple[str, Any] | None:
        """Read a sibling with what it has to be."""
        stated = node.get(key)
        if not isinstance(stated, Mapping) or not stated:
            return None
        if len(stated) > 1:
            self._problem(node.place(key), f"{key!r} of {name!r} names more than one field")
        sibling, value = next(iter(stated.items()))
        return str(sibling), value

    def _items(self, name: str, node: Node, kind: str, above: frozenset[Any]) -> Field | None:
        child = self.resolver.child(node, "items")
        if kind not in ("array", "") or (not kind and child is None):
            return None
        if child is None:
            self._problem(node.location, f"{name!r} is an array without 'items'")
            return Field(name, node.location)
        for key in _NOT_IN_ITEMS:
            if key in child.layers[0].data:
                self._problem(
                    child.place(key), f"{key!r} says nothing about the elements of {name!r}"
                )
        return self._field(name, child, above)

    def _check_default(self, node: Node, found: Field) -> None:
        if found.default is None or node.get("default") is None:
            return
        hint = advice(found.default) if found.type == "integer" else ""
        for error in breaches(field_schema(found), found.default):
            self._problem(
                node.place("default"),
                f"'default' of {found.name!r} breaks its own limits: {error.message}{hint}",
            )

    def _check_siblings(self, node: Node, one: Field, siblings: Mapping[str, Field]) -> None:
        if self.is_request:
            for key, fault in sibling_faults(one, siblings):
                self._problem(node.place(key), fault)


def _not_about(kind: str, *kinds: str) -> str:
    return f"says nothing about type {kind!r}, only about {' and '.join(kinds)}"


def _faults(name: str, node: Node, kind: str, row: Constraint) -> Iterator[str]:
    """Hold a constraint against its field's type and the constraints beside it."""
    value, highest = node.get(row.keyword), node.get(row.upper)
    called, beside = f"{row.keyword!r} of {name!r}", _beside(node, kind)
    types = row.types_of.get(value, row.types) if row.types_of else row.types
    if row.formats and node.get("format") not in row.formats:
        needed = " or ".join(f"'format: {one}'" for one in row.formats)
        yield f"{called} needs {needed}"
    elif types and kind not in types:
        yield f"{called} {_not_about(kind, *types)}"
    elif beside in row.silent_beside:
        yield f"{called} says nothing beside {_SAYS_ALL[beside]}"
    if highest is not None and value > highest:
        yield f"{called} is {value}, above its {row.upper!r} of {highest}"
    if row.needs and node.get(row.needs) is None:
        yield f"{called} needs {row.needs!r} beside it"
    if row.optional and node.get("required"):
        yield f"{called} cannot stand beside 'required: true'"
    if row.excludes and node.get(row.excludes) is not None:
        yield f"{name!r} has both {row.keyword!r} and {row.excludes!r}"
    if kind == "integer" and row.value.get("type") == "number" and isinstance(value, float):
        yield f"{called} is {value}; for an integer it is whole{advice(value)}"
    if fault := row.fault(value) if row.fault else "":
        yield f"{called} {fault}"


def _beside(node: Node, kind: str) -> str:
    """Say what kind of integer or string a field is, where that says all about its values."""
    enum = node.get("enum")
    if node.get("format") in ("day", "binary"):
        return "day" if node.get("format") == "day" else "file"
    is_flag = kind == "integer" and isinstance(enum, Mapping) and set(enum) == {0, 1}
    return "flag" if is_flag else ""
