"""Fields × fields to changes: parameters of a request, fields of an answer, nested ones too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..model import Field
from ..spec.constraints import CONSTRAINTS
from .pairs import hints, matched, reordered, twins
from .rules import Change, told

_OF_THEIR_OWN = ("format", "enum")


def request_changes(operation: str, old: Sequence[Field], new: Sequence[Field]) -> Iterator[Change]:
    """Return what changed in the parameters of an operation."""
    comparison = _Request(operation)
    yield from comparison.fields(old, new, "request")
    before, after = (tuple(one.name for one in side if one.required) for side in (old, new))
    if reordered(before, after):
        yield Change("request.order", operation, "request", before, after)
    else:
        yield from comparison.written_order(old, new, "request")


def response_changes(
    operation: str, old: Sequence[Field], new: Sequence[Field]
) -> Iterator[Change]:
    """Return what changed in the answer of an operation."""
    comparison = _Response(operation)
    yield from comparison.fields(old, new, "response")
    yield from comparison.written_order(old, new, "response")


def unnamed(field: Field) -> Mapping[str, Any]:
    """Return what a field may have in common with one of another name or place."""
    return {**stated(field), "required": False}


def stated(field: Field) -> dict[str, Any]:
    """Return what a spec states of a field apart from texts, by the spec's keys."""
    parts = {
        "required": field.required or None,
        "additionalProperties": field.additional_properties or None,
        "enum": None if field.enum is None else tuple(field.enum),
        "items": None if field.items is None else stated(field.items),
        "properties": {one.name: stated(one) for one in field.properties} or None,
    }
    is_stated = {key: part for key, part in parts.items() if part is not None}
    return {"type": field.type, **field.constraints, **is_stated}


class _Comparison:
    """Compares the fields of one side of one operation."""

    side = ""

    def __init__(self, operation: str) -> None:
        self.operation = operation

    def change(
        self, rule: str, path: str, old: Any = None, new: Any = None, hint: str = ""
    ) -> Change:
        return Change(f"{self.side}.{rule}", self.operation, path, old, new, hint)

    def told(self, rule: str, path: str, old: Any, new: Any) -> Iterator[Change]:
        return told(f"{self.side}.{rule}", self.operation, path, old, new)

    def fields(
        self, old: Sequence[Field], new: Sequence[Field], parent: str, is_open: bool = False
    ) -> Iterator[Change]:
        """Compare fields that stand beside each other; `is_open`: others may stand there too."""
        before, after = ({one.name: one for one in side} for side in (old, new))
        gone, come, both = matched(before, after)
        to, origins = hints((one.name, other.name) for one, other in twins(gone, come, unnamed))
        for one in gone:
            rule = "unlisted" if is_open and self.side == "request" else "removed"
            hint = to.get(one.name, "")
            yield self.change(rule, f"{parent}.{one.name}", stated(one), None, hint)
        for one in come:
            hint = origins.get(one.name, "")
            yield self.change(self.added(one), f"{parent}.{one.name}", None, stated(one), hint)
        for was, is_ in both:
            yield from self.named(was, is_, f"{parent}.{is_.name}")

    def added(self, one: Field) -> str:
        """Return the rule of a new field."""
        return "added"

    def named(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        """Compare two fields of one name."""
        return self.anonymous(old, new, path)

    def anonymous(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        """Compare two fields; elements of an array have no name."""
        yield from self.told("description", path, old.description, new.description)
        yield from self.told("type", path, old.type, new.type)
        if old.type == new.type:
            yield from self.constraints(old, new, path)
            if old.items is not None and new.items is not None:
                yield from self.anonymous(old.items, new.items, f"{path}[]")

    def constraints(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        """Compare what this side alone states of two fields of one type."""
        raise NotImplementedError

    def parts(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        """Compare the fields within two objects."""
        parent, is_open = path.replace("[]", ""), new.additional_properties
        yield from self.fields(old.properties, new.properties, parent, is_open)
        yield from self.written_order(old.properties, new.properties, parent)

    def written_order(
        self, old: Sequence[Field], new: Sequence[Field], path: str
    ) -> Iterator[Change]:
        if reordered([one.name for one in old], [one.name for one in new]):
            yield self.change("written-order", path)

    def values(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        """Compare enumerated values and what they mean."""
        before, after = ({value: value for value in one.enum or ()} for one in (old, new))
        gone, come, both = matched(before, after)
        yield from (self.change("enum.removed", path, value, None) for value in gone)
        yield from (self.change("enum.added", path, None, value) for value in come)
        for value, _ in both:
            was, is_ = ((one.enum or {})[value] for one in (old, new))
            yield from self.told("enum.meaning", path, was, is_)


class _Request(_Comparison):
    side = "request"

    def added(self, one: Field) -> str:
        return "added-required" if one.required else "added-optional"

    def named(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        # only the parameters of the method itself can be passed by position
        optional = "became-optional" if path.count(".") > 1 else "became-keyword-only"
        rule = "became-required" if new.required else optional
        yield from self.told(rule, path, old.required, new.required)
        yield from self.anonymous(old, new, path)

    def constraints(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        rule = "format.day-added" if new.format == "day" else "format.text"
        is_other = old.is_file or new.is_file  # which is another class in Python
        if old.format == "day" or (old.format and new.format) or is_other:
            rule = "format.changed"
        yield from self.told(rule, path, old.format, new.format)
        if old.enum is None and new.enum is not None:
            yield self.change("enum.appeared", path, None, tuple(new.enum))
        elif old.enum is not None and new.enum is None:
            yield self.change("enum.dropped", path, tuple(old.enum), None)
        else:
            yield from self.values(old, new, path)
        if old.is_flag and not new.is_flag:
            yield self.change("flag-lost", path, True, False)
        yield from self._stated(old, new, path)
        was, is_ = old.additional_properties, new.additional_properties
        step = "wider" if is_ else "narrower"
        yield from self.told(f"additionalProperties.{step}", path, was, is_)
        yield from self.parts(old, new, path)

    def _stated(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        for key, was, is_ in _differences(old, new):
            row = CONSTRAINTS[key]
            if row.narrows is None and not row.answers_only:
                yield self.change(key, path, was, is_)
            elif row.narrows and (new.format in row.formats or not row.formats):
                narrower = is_ is not None and (was is None or row.narrows(was, is_))
                yield self.change(f"{key}.{'narrower' if narrower else 'wider'}", path, was, is_)


class _Response(_Comparison):
    """What a spec states of parameters alone (defaults, days) has no meaning in an answer."""

    side = "response"

    def constraints(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        gone = "always-present" if new.condition is None else "condition"
        rule = "became-conditional" if old.condition is None else gone
        yield from self.told(rule, path, old.condition, new.condition)
        rule = "format.changed" if old.format and new.format else "format.text"
        yield from self.told(rule, path, old.format, new.format)
        yield from self.values(old, new, path)
        for key, was, is_ in _differences(old, new):
            if CONSTRAINTS[key].holds or CONSTRAINTS[key].answers_only:
                yield self.change(key, path, was, is_)
        if bool(old.properties) != bool(new.properties):
            how = ("keys of a mapping", "attributes of a record")
            yield self.change("access", path, how[bool(old.properties)], how[bool(new.properties)])
            return
        is_open = (one.additional_properties or None for one in (old, new))
        yield from self.told("additionalProperties", path, *is_open)
        yield from self.parts(old, new, path)


def _differences(old: Field, new: Field) -> Iterator[tuple[str, Any, Any]]:
    """Yield what is stated otherwise, what has rules of its own apart."""
    for key in CONSTRAINTS:
        was, is_ = old.constraints.get(key), new.constraints.get(key)
        # 1 is 1.0 in JSON, and True is neither
        is_same = isinstance(was, bool) is isinstance(is_, bool) and was == is_
        if key not in _OF_THEIR_OWN and not is_same:
            yield key, was, is_
