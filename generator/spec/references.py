"""A spec's value with its shape below it: `$ref` followed, the keys beside it laid over."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..problems import Location, Problem
from .constraints import CONSTRAINTS
from .load import Pointer, Source

_MAX_CHAIN = 20
_TO_FIELD = re.compile("[^/]+(?:/items|/properties/[^/]+)*")
"""The form of a pointer to a shape, a field in it, or its elements."""
_TEXTS_BESIDE = {"$ref", "description", "required", "condition"} | {
    key for key, row in CONSTRAINTS.items() if row.siblings
}
"""Keys that leave a shape's structure as it is."""


@dataclass(frozen=True)
class Layer:
    """One mapping that states a part of a value."""

    source: Source
    pointer: Pointer
    data: Mapping[Any, Any]

    @property
    def identity(self) -> tuple[str, Pointer]:
        """What tells this layer from any other."""
        return self.source.key, self.pointer


@dataclass(frozen=True)
class Node:
    """A value as the layers that state it, the use first and the shapes below it."""

    layers: tuple[Layer, ...]
    shape: tuple[str, str] | None = None
    """File and name of the shape that the value is, unchanged."""

    @property
    def location(self) -> Location:
        """The place of the value's own name."""
        return self.layers[0].source.at_key(*self.layers[0].pointer)

    @cached_property
    def stated(self) -> Mapping[Any, Any]:
        """What the uppermost layer states for each key."""
        stated = self.layers[-1].data
        for layer in self.layers[-2::-1]:
            stated = {**stated, **layer.data}
        return stated

    def get(self, key: str, default: Any = None) -> Any:
        """Return what the uppermost layer states for a key."""
        return self.stated.get(key, default)

    def place(self, key: str) -> Location:
        """Return where a key is stated, or the value's own place."""
        for layer in self.layers:
            if key in layer.data:
                return layer.source.at_key(*layer.pointer, key)
        return self.location

    def states(self, *keys: str) -> bool:
        """Say whether the specs state one of these keys, if only with a faulty value."""
        return any(
            layer.source.has_key(*layer.pointer, key) for layer in self.layers for key in keys
        )


class Resolver:
    """Follows references between the files of one folder of specs."""

    def __init__(self, shapes: Mapping[str, Source]) -> None:
        """Take the files that references may lead to, by their path in the folder."""
        self._shapes = shapes
        self.problems: list[Problem] = []

    def node(self, source: Source, pointer: Pointer, data: Mapping[Any, Any]) -> Node:
        """Return a mapping in a file as a node."""
        return self._follow((Layer(source, pointer, data),))

    def child(self, node: Node, key: str) -> Node | None:
        """Return a node's inner mapping, its layers laid over each other, or None."""
        layers = tuple(
            Layer(layer.source, (*layer.pointer, key), layer.data[key])
            for layer in node.layers
            if isinstance(layer.data.get(key), dict)
        )
        return self._follow(layers) if layers else None

    def children(self, node: Node, key: str) -> dict[str, Node]:
        """Return the entries of a node's inner mapping; those of its shapes come first."""
        entries: dict[str, list[Layer]] = {}
        for layer in reversed(node.layers):
            inner = layer.data.get(key)
            for name, data in inner.items() if isinstance(inner, dict) else ():
                if isinstance(data, dict):
                    pointer = (*layer.pointer, key, str(name))
                    entries.setdefault(str(name), []).insert(0, Layer(layer.source, pointer, data))
        return {name: self._follow(tuple(layers)) for name, layers in entries.items()}

    def _follow(self, layers: tuple[Layer, ...]) -> Node:
        found: list[Layer] = []
        pending = list(layers)
        while pending:
            layer = pending.pop(0)
            found.append(layer)
            target = self._target(layer)
            if target is None:
                continue
            if any(target.identity == other.identity for other in found):
                self._complain(layer, "refers to itself in the end")
            elif len(found) > _MAX_CHAIN:
                self._complain(
                    layer, f"leads on to more than {_MAX_CHAIN} others; refer to the last"
                )
            else:
                pending.insert(0, target)
        return Node(tuple(found), _shape(found) if len(layers) == 1 else None)

    def _target(self, layer: Layer) -> Layer | None:
        reference = layer.data.get("$ref")
        if not isinstance(reference, str):
            return None
        name, _, fragment = reference.partition("#")
        here = layer.source.key
        path = posixpath.normpath(posixpath.join(posixpath.dirname(here), name)) if name else here
        source = self._shapes.get(path)
        if source is None:
            known = ", ".join(sorted(self._shapes)) or "none"
            self._complain(layer, f"{reference!r}: no shapes are there; files of shapes: {known}")
            return None
        data: Any = source.data
        pointer = tuple(fragment.split("/")[1:])
        for part in pointer:
            data = data.get(part) if isinstance(data, dict) else None
        if not _TO_FIELD.fullmatch("/".join(pointer)) or not isinstance(data, dict):
            names = ", ".join(map(str, source.data)) if isinstance(source.data, dict) else "none"
            self._complain(layer, f"{reference!r}: no such shape; {path} has: {names}")
            return None
        return Layer(source, pointer, data)

    def _complain(self, layer: Layer, message: str) -> None:
        self.problems.append(
            Problem(layer.source.at_key(*layer.pointer, "$ref"), f"$ref {message}")
        )


def _shape(found: list[Layer]) -> tuple[str, str] | None:
    """Return the shape that a value is when its own layer adds nothing but texts."""
    if len(found) == 2 and len(found[1].pointer) == 1 and found[0].data.keys() <= _TEXTS_BESIDE:
        return found[1].source.key, str(found[1].pointer[0])
    return None
