"""Fields × fields to changes: parameters of a request, fields of an answer, nested ones too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ..model import Field
from ..problems import Location
from ..spec.constraints import CONSTRAINTS
from .pairs import hints, reordered, twins
from .rules import Change

_OF_THEIR_OWN = ("format", "enum")

_NOWHERE = Location("")


def request_changes(operation: str, old: Sequence[Field], new: Sequence[Field]) -> Iterator[Change]:
    """Return what changed in the parameters of an operation."""
    yield from _Request(operation).fields(old, new, "request")
    before = [one.name for one in old if one.required]
    after = [one.name for one in new if one.required]
    if reordered(before, after):
        yield Change("request.order", operation, "request", tuple(before), tuple(after))
    else:
        yield from _Request(operation).written_order(old, new, "request")


def response_changes(
    operation: str, old: Sequence[Field], new: Sequence[Field]
) -> Iterator[Change]:
    """Return what changed in the answer of an operation."""
    yield from _Response(operation).fields(old, new, "response")
    yield from _Response(operation).written_order(old, new, "response")


def bare(field: Field) -> Field:
    """Return a field without its name, place and texts: what another field may have in common."""
    enum = dict.fromkeys(field.enum, "") if field.enum else None
    return replace(
        field.stating(enum=enum),
        name="",
        location=_NOWHERE,
        description="",
        required=False,
        shape=None,
        items=bare(field.items) if field.items else None,
        properties=tuple(
            replace(bare(one), name=one.name, required=one.required) for one in field.properties
        ),
    )


def stated(field: Field | None) -> dict[str, Any] | None:
    """Return what a spec states of a field apart from texts, by the spec's keys."""
    if field is None:
        return None
    shown: dict[str, Any] = {"type": field.type, **field.constraints}
    if field.required:
        shown["required"] = True
    if field.additional_properties:
        shown["additionalProperties"] = True
    if field.enum is not None:
        shown["enum"] = tuple(field.enum)
    if field.items is not None:
        shown["items"] = stated(field.items)
    if field.properties:
        shown["properties"] = {one.name: stated(one) for one in field.properties}
    return shown


class _Comparison:
    """Compares the fields of one side of one operation."""

    side = ""

    def __init__(self, operation: str) -> None:
        self.operation = operation

    def fields(
        self, old: Sequence[Field], new: Sequence[Field], parent: str, is_open: bool = False
    ) -> Iterator[Change]:
        """Compare fields that stand beside each other; `is_open`: others may stand there too."""
        before = {one.name: one for one in old}
        after = {one.name: one for one in new}
        gone = [one for one in old if one.name not in after]
        come = [one for one in new if one.name not in before]
        renamed = twins(gone, come, bare)
        to, origins = hints((one.name, other.name) for one, other in renamed)
        for one in gone:
            rule = "unlisted" if is_open and self.side == "request" else "removed"
            hint = to.get(one.name, "")
            yield self.change(rule, f"{parent}.{one.name}", stated(one), None, hint)
        for one in come:
            hint = origins.get(one.name, "")
            yield self.change(self.added(one), f"{parent}.{one.name}", None, stated(one), hint)
        for name, one in before.items():
            if name in after:
                yield from self.presence(one, after[name], f"{parent}.{name}")
                yield from self.anonymous(one, after[name], f"{parent}.{name}")

    def change(
        self, rule: str, path: str, old: Any = None, new: Any = None, hint: str = ""
    ) -> Change:
        return Change(f"{self.side}.{rule}", self.operation, path, old, new, hint)

    def added(self, one: Field) -> str:
        """Return the rule of a new field."""
        return "added"

    def presence(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        """Compare when two fields of one name are there."""
        return iter(())

    def constraints(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        """Compare what this side alone states of two fields of one type."""
        raise NotImplementedError

    def anonymous(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        """Compare two fields; elements of an array have no name."""
        if old.description != new.description:
            yield self.change("description", path, old.description, new.description)
        if old.type != new.type:
            yield self.change("type", path, old.type, new.type)
            return
        yield from self.constraints(old, new, path)
        if old.items is not None and new.items is not None:
            yield from self.anonymous(old.items, new.items, f"{path}[]")

    def parts(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        """Compare the fields within two objects."""
        parent = path.replace("[]", "")
        yield from self.fields(
            old.properties, new.properties, parent, is_open=new.additional_properties
        )
        yield from self.written_order(old.properties, new.properties, parent)

    def written_order(
        self, old: Sequence[Field], new: Sequence[Field], path: str
    ) -> Iterator[Change]:
        if reordered([one.name for one in old], [one.name for one in new]):
            yield self.change("written-order", path)

    def values(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        """Compare enumerated values and what they mean."""
        before, after = old.enum or {}, new.enum or {}
        for value, meaning in before.items():
            if value not in after:
                yield self.change("enum.removed", path, value, None)
            elif after[value] != meaning:
                yield self.change("enum.meaning", path, meaning, after[value])
        for value in after:
            if value not in before:
                yield self.change("enum.added", path, None, value)


class _Request(_Comparison):
    side = "request"

    def added(self, one: Field) -> str:
        return "added-required" if one.required else "added-optional"

    def presence(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        if old.required != new.required:
            # only the parameters of the method itself can be passed by position
            optional = "became-optional" if path.count(".") > 1 else "became-keyword-only"
            rule = "became-required" if new.required else optional
            yield self.change(rule, path, old.required, new.required)

    def constraints(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        if old.format != new.format:
            rule = "format.day-added" if new.format == "day" else "format.text"
            is_other = old.format == "day" or (old.format and new.format)
            yield self.change("format.changed" if is_other else rule, path, old.format, new.format)
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
        if was != is_:
            step = "wider" if is_ else "narrower"
            yield self.change(f"additionalProperties.{step}", path, was, is_)
        yield from self.parts(old, new, path)

    def _stated(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        for key, was, is_ in _differences(old, new):
            row = CONSTRAINTS[key]
            if row.narrows is None and not row.answers_only:
                yield self.change(key, path, was, is_)
            elif row.narrows and (new.format == "day" or not row.is_day):
                narrower = is_ is not None and (was is None or row.narrows(was, is_))
                yield self.change(f"{key}.{'narrower' if narrower else 'wider'}", path, was, is_)


class _Response(_Comparison):
    """What a spec states of parameters alone (defaults, days) has no meaning in an answer."""

    side = "response"

    def constraints(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        if old.condition != new.condition:
            gone = "always-present" if new.condition is None else "condition"
            rule = "became-conditional" if old.condition is None else gone
            yield self.change(rule, path, old.condition, new.condition)
        if old.format != new.format:
            rule = "format.changed" if old.format and new.format else "format.text"
            yield self.change(rule, path, old.format, new.format)
        yield from self.values(old, new, path)
        for key, was, is_ in _differences(old, new):
            if CONSTRAINTS[key].holds or CONSTRAINTS[key].answers_only:
                yield self.change(key, path, was, is_)
        if bool(old.properties) != bool(new.properties):
            how = ("keys of a mapping", "attributes of a record")
            yield self.change("access", path, how[bool(old.properties)], how[bool(new.properties)])
            return
        if old.additional_properties != new.additional_properties:
            was, is_ = old.additional_properties or None, new.additional_properties or None
            yield self.change("additionalProperties", path, was, is_)
        yield from self.parts(old, new, path)


def _differences(old: Field, new: Field) -> Iterator[tuple[str, Any, Any]]:
    """Yield what is stated otherwise, what has rules of its own apart."""
    for key in CONSTRAINTS:
        was, is_ = old.constraints.get(key), new.constraints.get(key)
        if key not in _OF_THEIR_OWN and not _same(was, is_):
            yield key, was, is_


def _same(one: Any, other: Any) -> bool:
    """Say whether two values are one in JSON: 1 is 1.0, and True is neither."""
    return isinstance(one, bool) is isinstance(other, bool) and bool(one == other)
