"""Fields of the model as Python: the annotation of a parameter or answer field, and its check."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from ...model import Field, named
from ...spec.constraints import CONSTRAINTS
from .layout import Call, call
from .naming import camel_case, element_name

_BUILTINS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}
_CHECKS = {"string": "String", "integer": "Integer", "number": "Number"}
_OF_OTHERS = {
    "ignoredWhenGiven": "IgnoredWhenGiven",
    "forbiddenWhenGiven": "ForbiddenWhenGiven",
    "requiredUnlessGiven": "RequiredUnlessGiven",
}
"""The rules that name other fields, and nothing else."""
_CHECKS_OF_FORMATS = {"day": "Day", "binary": "Binary"}
_ANY_MAPPING = "Mapping[str, Any]"


@dataclass(frozen=True)
class Annotations:
    """Writes annotations for one class or function; `shadowed` are its members' names."""

    shadowed: Collection[str] = ()

    def builtin(self, name: str) -> str:
        """Return how a builtin is called here, where a member may have its name."""
        return f"builtins.{name}" if name in self.shadowed else name

    @property
    def overload(self) -> str:
        """How `typing.overload` is called here."""
        return "_overload" if "overload" in self.shadowed else "overload"

    def open_object(self) -> str:
        """Return the annotation of an object on which the document states nothing."""
        return _ANY_MAPPING.replace("str", self.builtin("str"))

    def parameter(self, one: Field, record: str | None) -> str:
        """Return the annotation of a parameter; `record` names its (elements') class."""
        if one.type == "array" and one.items is not None:
            return f"Sequence[{self.parameter(one.items, record)}]"
        if one.type == "object":
            return record or self.open_object()
        if one.format == "day":
            return "DayLike"
        if one.is_file:
            return "_File"
        # an enumerated value is no Literal: what an answer brought could not be passed on
        text = self.builtin(_BUILTINS[one.type])
        return f"{self.builtin('bool')} | {text}" if one.is_flag else text

    def answer(self, one: Field, record: str | None) -> str:
        """Return the annotation of an answer field."""
        if one.type == "array" and one.items is not None:
            inner = self.answer(one.items, record)
            return f"{self.builtin('tuple')}[{inner}, ...]"
        if one.type == "object":
            text = record or self.open_object()
        else:
            text = self.builtin(_BUILTINS[one.type])
        return f"{text} | None" if one.condition else text


def innermost(one: Field) -> Field:
    """Return the elements of an array, however deep it is nested; any other field itself."""
    while one.type == "array" and one.items is not None:
        one = one.items
    return one


def record_base_name(one: Field) -> str:
    """Return the name of the class that stands for a field's (elements') object."""
    inner = innermost(one)
    if inner.shape is not None:
        return camel_case(inner.shape[1])
    return camel_case(element_name(one.name) if one.type == "array" else one.name)


def check(one: Field) -> Call:
    """Return the constraint of a parameter as a call of the runtime."""
    if one.type == "object":
        return object_check(one.properties, additional=one.additional_properties)
    if one.is_flag:
        return call("Flag", one.enum)
    limits = {
        CONSTRAINTS[key].snake: limit
        for key, limit in one.constraints.items()
        if CONSTRAINTS[key].check == "argument"
    }
    if one.type == "array" and one.items is not None:
        return call("Array", check(one.items), **limits)
    kind = _CHECKS_OF_FORMATS.get(one.format or "") or _CHECKS.get(one.type, "Boolean")
    return call(kind, **limits)


def object_check(fields: tuple[Field, ...], *, additional: bool = False) -> Call:
    """Return the constraint of an object, the rules between its fields included."""
    rules = tuple(rule for one in fields for rule in _rules(one, fields))
    return call(
        "Object",
        {one.name: check(one) for one in fields},
        required=tuple(one.name for one in fields if one.required) or None,
        additional_properties=additional or None,
        rules=rules or None,
    )


def _rules(one: Field, fields: tuple[Field, ...]) -> list[Call]:
    rules: list[Call] = []
    if one.ignored_unless is not None:
        other, values = one.ignored_unless
        default = _default(other, fields)
        rules.append(call("IgnoredUnless", one.name, other, values, default=default))
    if one.file_formats is not None:
        other, formats = one.file_formats
        rules.append(call("FileFormats", one.name, other, formats, default=_default(other, fields)))
    if one.not_before is not None:
        exact = True if one.format == "timestamp" else None
        span = one.max_span_days
        rules.append(call("NotBefore", one.name, one.not_before, max_span_days=span, exact=exact))
    for key, written in _OF_OTHERS.items():
        if key in one.constraints:
            rules.append(call(written, one.name, one.constraints[key]))
    if one.required_when is not None:
        other, values = one.required_when
        rules.append(call("RequiredWhen", one.name, other, values, default=_default(other, fields)))
    return rules


def _default(name: str, fields: tuple[Field, ...]) -> Any:
    found = named(fields, name)
    return found.default if found is not None else None
