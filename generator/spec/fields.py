"""Nodes to fields of the model: each constraint must fit its type, its limits and its siblings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..model import Field
from ..problems import Location, Problem
from .json_schema import breaches, field_schema
from .numbers import meant
from .references import Layer, Node, Resolver

_TYPES_OF = {
    "minLength": ("string",),
    "maxLength": ("string",),
    "minBytes": ("string",),
    "maxBytes": ("string",),
    "truncatesAt": ("string",),
    "minimum": ("integer", "number"),
    "maximum": ("integer", "number"),
    "minItems": ("array",),
    "maxItems": ("array",),
    "items": ("array",),
    "properties": ("object",),
    "additionalProperties": ("object",),
    "format": ("integer",),
    "enum": ("string", "integer", "number"),
    "default": ("string", "integer", "number", "boolean"),
    "overDays": ("integer", "number"),
}
_DAY_KEYS = ("minDaysAgo", "maxDaysAgo", "notBefore", "maxSpanDays")
_NOT_IN_ITEMS = (
    "required",
    "condition",
    "default",
    "defaultFrom",
    "ignoredUnless",
    "notBefore",
) + ("maxSpanDays",)
_MAX_FIELDS = 2_000
_MAX_DEPTH = 100
_RANGES = (
    ("minimum", "maximum"),
    ("minLength", "maxLength"),
    ("minBytes", "maxBytes"),
    ("minItems", "maxItems"),
    ("minDaysAgo", "maxDaysAgo"),
)
SNAKE = {
    "minimum": "minimum", "maximum": "maximum", "minLength": "min_length",
    "maxLength": "max_length", "minBytes": "min_bytes", "maxBytes": "max_bytes",
    "minItems": "min_items", "maxItems": "max_items", "truncatesAt": "truncates_at",
    "minDaysAgo": "min_days_ago", "maxDaysAgo": "max_days_ago", "notBefore": "not_before",
    "maxSpanDays": "max_span_days", "defaultFrom": "default_from", "format": "format",
    "default": "default", "condition": "condition", "overDays": "over_days",
}  # fmt: skip
_PYTHON_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
}


@dataclass
class FieldReader:
    """Reads the fields of one request, answer or file of shapes and gathers their problems."""

    resolver: Resolver
    is_request: bool = False
    is_query: bool = False
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
        if kind:
            self._check_keys(name, node, kind)
        elif not node.states("type", "$ref"):
            self._problem(
                node.location, f"{name!r} lacks 'type', or a $ref to a shape that has one"
            )
        self._check_side(name, node, kind)
        result = Field(
            name=name,
            location=node.location,
            type=kind,
            description=node.get("description", ""),
            required=bool(node.get("required", False)),
            enum=self._enum(name, node, kind),
            ignored_unless=self._ignored_unless(name, node),
            items=self._items(name, node, kind, above | identities),
            properties=self.fields(node, "properties", above | identities),
            additional_properties=bool(node.get("additionalProperties", False)),
            shape=node.shape,
            **{snake: node.get(key) for key, snake in SNAKE.items()},
        )
        self._check_default(node, result)
        return result

    def _has_room(self, node: Node, depth: int) -> bool:
        """Count a field: shapes within shapes could multiply without end."""
        self._count += 1
        if self._count == _MAX_FIELDS or depth > _MAX_DEPTH:
            self._problem(node.location, "$ref leads to too many fields, or too deep")
        return self._count < _MAX_FIELDS and depth <= _MAX_DEPTH

    def _check_keys(self, name: str, node: Node, kind: str) -> None:
        for key, kinds in _TYPES_OF.items():
            if node.get(key) is not None and kind not in kinds:
                self._problem(
                    node.place(key),
                    f"{key!r} of {name!r} says nothing about type {kind!r}, only about "
                    + " and ".join(kinds),
                )
        for key in _DAY_KEYS:
            if node.get(key) is not None and node.get("format") != "day":
                self._problem(node.place(key), f"{key!r} of {name!r} needs 'format: day'")
        for low, high in _RANGES:
            least, most = node.get(low), node.get(high)
            if least is not None and most is not None and least > most:
                self._problem(
                    node.place(low), f"{low!r} of {name!r} is {least}, above its {high!r} of {most}"
                )
        if node.get("maxSpanDays") is not None and node.get("notBefore") is None:
            self._problem(
                node.place("maxSpanDays"), f"'maxSpanDays' of {name!r} needs 'notBefore' beside it"
            )
        if node.get("default") is not None and node.get("defaultFrom") is not None:
            self._problem(node.place("default"), f"{name!r} has both 'default' and 'defaultFrom'")
        self._check_numbers(name, node, kind)

    def _check_numbers(self, name: str, node: Node, kind: str) -> None:
        enum = node.get("enum")
        mute: tuple[str, ...] = ()
        if node.get("format") == "day":
            says_all, mute = "'format: day'", ("minimum", "maximum", "enum")
        elif kind == "integer" and isinstance(enum, Mapping) and set(enum) == {0, 1}:
            says_all, mute = "an 'enum' of 0 and 1", ("minimum", "maximum")
        for key in mute:
            if node.get(key) is not None:
                self._problem(
                    node.place(key), f"{key!r} of {name!r} says nothing beside {says_all}"
                )
        for key in ("minimum", "maximum"):
            if kind == "integer" and isinstance(node.get(key), float):
                number = meant(node.get(key))
                advice = f"; write {number}" if number is not None else ""
                self._problem(
                    node.place(key),
                    f"{key!r} of {name!r} is {node.get(key)}; for an integer it is whole{advice}",
                )

    def _check_side(self, name: str, node: Node, kind: str) -> None:
        use: Layer = node.layers[0]
        # a shape may serve both sides
        stated = () if use.source.is_shapes else use.data
        if self.is_request and "condition" in stated:
            self._problem(
                node.place("condition"), "'condition' belongs to answers; a parameter is 'required'"
            )
        if self.is_request and "overDays" in stated:
            self._problem(node.place("overDays"), "'overDays' belongs to answers; take it out")
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

    def _enum(self, name: str, node: Node, kind: str) -> Mapping[Any, str] | None:
        enum = node.get("enum")
        if not isinstance(enum, Mapping) or kind not in _PYTHON_TYPES:
            return None
        for value in enum:
            if not isinstance(value, _PYTHON_TYPES[kind]):
                hint = "put it into quotes" if kind == "string" else "take the quotes off, if any"
                if kind == "integer" and isinstance(value, float) and meant(value) is not None:
                    hint = f"write {meant(value)}"
                self._problem(
                    node.place("enum"),
                    f"'enum' of {name!r} has {value!r}, which is not of type {kind}; {hint}",
                )
        return dict(enum)

    def _ignored_unless(self, name: str, node: Node) -> tuple[str, Any] | None:
        stated = node.get("ignoredUnless")
        if not isinstance(stated, Mapping) or not stated:
            return None
        if len(stated) > 1:
            self._problem(
                node.place("ignoredUnless"),
                f"'ignoredUnless' of {name!r} names more than one sibling",
            )
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
        number = meant(found.default) if found.type == "integer" else None
        advice = f"; write {number}" if number is not None else ""
        for error in breaches(field_schema(found), found.default):
            self._problem(
                node.place("default"),
                f"'default' of {found.name!r} breaks its own limits: {error.message}{advice}",
            )

    def _check_siblings(self, node: Node, one: Field, siblings: Mapping[str, Field]) -> None:
        for key, other in (
            ("notBefore", one.not_before),
            ("defaultFrom", one.default_from),
            ("ignoredUnless", one.ignored_unless[0] if one.ignored_unless else None),
        ):
            if other is None:
                continue
            if not self.is_request:
                continue
            if other not in siblings or other == one.name:
                known = ", ".join(name for name in siblings if name != one.name) or "none"
                self._problem(
                    node.place(key),
                    f"{key!r} of {one.name!r} names {other!r}; beside it are: {known}",
                )
            elif key == "notBefore" and siblings[other].format != "day":
                self._problem(
                    node.place(key), f"'notBefore' of {one.name!r} names {other!r}, which is no day"
                )
            elif key == "ignoredUnless" and one.ignored_unless:
                schema = field_schema(siblings[other])
                for error in breaches(schema, one.ignored_unless[1]):
                    self._problem(
                        node.place(key), f"{other!r} can never be that value: {error.message}"
                    )
