"""Fields × fields to changes: parameters of a request, fields of an answer, nested ones too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ..model import Field
from ..problems import Location
from ..spec.constraints import CONSTRAINTS
from .rules import Change

_OF_THEIR_OWN = ("format", "enum")
_NOWHERE = Location("")


def request_changes(operation: str, old: Sequence[Field], new: Sequence[Field]) -> Iterator[Change]:
    """Return what changed in the parameters of an operation."""
    yield from _Request(operation).fields(old, new, "request")
    before = [one.name for one in old if one.required]
    after = [one.name for one in new if one.required]
    if _order(before, after) != _order(after, before):
        yield Change("request.order", operation, "request", tuple(before), tuple(after))
    elif _order(_names(old), _names(new)) != _order(_names(new), _names(old)):
        yield Change("request.written-order", operation, "request")


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
        pairs = _renamed(gone, come)
        for one in gone:
            hint = f"renamed to {pairs[one.name]}?" if one.name in pairs else ""
            yield self.removed(one, f"{parent}.{one.name}", hint, is_open)
        origins = {to: name for name, to in pairs.items()}
        for one in come:
            hint = f"renamed from {origins[one.name]}?" if one.name in origins else ""
            yield self.added(one, f"{parent}.{one.name}", hint)
        for name, one in before.items():
            if name in after:
                yield from self.named(one, after[name], f"{parent}.{name}")

    def change(self, rule: str, path: str, old: Any = None, new: Any = None) -> Change:
        return Change(f"{self.side}.{rule}", self.operation, path, old, new)

    def removed(self, one: Field, path: str, hint: str, is_open: bool) -> Change:
        raise NotImplementedError

    def added(self, one: Field, path: str, hint: str) -> Change:
        raise NotImplementedError

    def constraints(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        """Compare two fields of one type, apart from their parts."""
        raise NotImplementedError

    def named(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        """Compare two fields of one name."""
        yield from self.anonymous(old, new, path)

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
        if _order(_names(old), _names(new)) != _order(_names(new), _names(old)):
            yield self.change("written-order", path)

    def meanings(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        before, after = old.enum or {}, new.enum or {}
        for value, meaning in before.items():
            if value in after and after[value] != meaning:
                yield self.change("enum.meaning", path, meaning, after[value])


class _Request(_Comparison):
    side = "request"

    def removed(self, one: Field, path: str, hint: str, is_open: bool) -> Change:
        rule = "request.unlisted" if is_open else "request.removed"
        return Change(rule, self.operation, path, stated(one), None, hint)

    def added(self, one: Field, path: str, hint: str) -> Change:
        rule = "request.added-required" if one.required else "request.added-optional"
        return Change(rule, self.operation, path, None, stated(one), hint)

    def named(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        if new.required and not old.required:
            yield self.change("became-required", path, False, True)
        elif old.required and not new.required:
            # only the parameters of the method itself can be passed by position
            rule = "became-optional" if path.count(".") > 1 else "became-keyword-only"
            yield self.change(rule, path, True, False)
        yield from self.anonymous(old, new, path)

    def constraints(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        yield from self._format(old, new, path)
        yield from self._enum(old, new, path)
        yield from self._stated(old, new, path)
        if old.additional_properties != new.additional_properties:
            step = "wider" if new.additional_properties else "narrower"
            was, is_ = old.additional_properties, new.additional_properties
            yield self.change(f"additionalProperties.{step}", path, was, is_)
        yield from self.parts(old, new, path)

    def _format(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        if old.format == new.format:
            return
        rule = "format.text"
        if old.format == "day" or (old.format and new.format):
            rule = "format.changed"
        elif new.format == "day":
            rule = "format.day-added"
        yield self.change(rule, path, old.format, new.format)

    def _enum(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        before, after = old.enum, new.enum
        if before is None and after is not None:
            yield self.change("enum.appeared", path, None, tuple(after))
        elif before is not None and after is None:
            yield self.change("enum.dropped", path, tuple(before), None)
        elif before is not None and after is not None:
            gone = (value for value in before if value not in after)
            yield from (self.change("enum.removed", path, value, None) for value in gone)
            come = (value for value in after if value not in before)
            yield from (self.change("enum.added", path, None, value) for value in come)
        if old.is_flag and not new.is_flag:
            yield self.change("flag-lost", path, True, False)
        yield from self.meanings(old, new, path)

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

    def removed(self, one: Field, path: str, hint: str, is_open: bool) -> Change:
        return Change("response.removed", self.operation, path, stated(one), None, hint)

    def added(self, one: Field, path: str, hint: str) -> Change:
        return Change("response.added", self.operation, path, None, stated(one), hint)

    def constraints(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        yield from self._presence(old, new, path)
        if old.format != new.format:
            rule = "format.changed" if old.format and new.format else "format.text"
            yield self.change(rule, path, old.format, new.format)
        before, after = old.enum or {}, new.enum or {}
        for value in before:
            if value not in after:
                yield self.change("enum.removed", path, value, None)
        for value in after:
            if value not in before:
                yield self.change("enum.added", path, None, value)
        yield from self.meanings(old, new, path)
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

    def _presence(self, old: Field, new: Field, path: str) -> Iterator[Change]:
        if old.condition == new.condition:
            return
        rule = "condition"
        if old.condition is None:
            rule = "became-conditional"
        elif new.condition is None:
            rule = "always-present"
        yield self.change(rule, path, old.condition, new.condition)


def _renamed(gone: Iterable[Field], come: Iterable[Field]) -> dict[str, str]:
    """Pair each field that is gone with a new one of equal shape."""
    left = list(come)
    pairs = {}
    for one in gone:
        twin = next((other for other in left if bare(other) == bare(one)), None)
        if twin is not None:
            left.remove(twin)
            pairs[one.name] = twin.name
    return pairs


def _differences(old: Field, new: Field) -> Iterator[tuple[str, Any, Any]]:
    """Yield what is stated otherwise, what has rules of its own apart."""
    for key in CONSTRAINTS:
        was, is_ = old.constraints.get(key), new.constraints.get(key)
        if key not in _OF_THEIR_OWN and not _same(was, is_):
            yield key, was, is_


def _names(fields: Iterable[Field]) -> list[str]:
    return [one.name for one in fields]


def _order(names: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return the names that stand on both sides, in the order of one."""
    return [name for name in names if name in others]


def _same(one: Any, other: Any) -> bool:
    """Say whether two values are one in JSON: 1 is 1.0, and True is neither."""
    return isinstance(one, bool) is isinstance(other, bool) and bool(one == other)
