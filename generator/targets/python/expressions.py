"""Fields of the model as Python: the annotation of a parameter or answer field, and its check."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from ...model import Field
from ...spec.constraints import CONSTRAINTS
from .layout import WIDTH, Call, Code, call, lay_out
from .naming import builtin_name, camel_case, element_name, natural_order

_BUILTINS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}
_CHECKS = {"string": "String", "integer": "Integer", "number": "Number"}
_ANY_MAPPING = "Mapping[str, Any]"


@dataclass
class Imports:
    """What a generated file imports, gathered while its parts are written."""

    runtime: str
    """Relative name of the runtime package, seen from the file."""
    names: dict[str, set[str]] = field(default_factory=dict)
    aliases: set[tuple[str, str, str]] = field(default_factory=set)
    builtins: bool = False

    def use(self, module: str, *names: str) -> None:
        """Note that the file uses names of a module."""
        self.names.setdefault(module, set()).update(names)

    def use_runtime(self, module: str, *names: str) -> None:
        """Note that the file uses names of a module of the runtime."""
        self.use(f"{self.runtime}.{module}", *names)

    def use_table(self) -> None:
        """Note that the file uses the table of error codes."""
        self.use(self.runtime.replace("_runtime", "_error_table"), "ERRORS")

    def runtime_function(self, module: str, name: str, shadowed: Collection[str]) -> str:
        """Return how a class body calls a function of the runtime beside members of that name."""
        if name not in shadowed:
            self.use_runtime(module, name)
            return name
        self.alias(f"{self.runtime}.{module}", name, f"_{name}")
        return f"_{name}"

    def alias(self, module: str, name: str, alias: str) -> None:
        """Note that the file uses a name of a module under another name."""
        self.aliases.add((module, name, alias))

    def lines(self) -> list[str]:
        """Return the import statements in the order that isort gives them."""
        statements = [
            *((module, sorted(names, key=_import_order)) for module, names in self.names.items()),
            *((module, [f"{name} as {alias}"]) for module, name, alias in self.aliases),
        ]
        statements.sort(key=_statement_order)
        standard = [_from(*one) for one in statements if not one[0].startswith(".")]
        relative = [_from(*one) for one in statements if one[0].startswith(".")]
        first = ["import builtins"] if self.builtins else []
        blocks = [[*first, *standard], relative]
        return [line for block in blocks if block for line in ("", *block)]


def _from(module: str, names: list[str]) -> str:
    line = f"from {module} import {', '.join(names)}"
    if len(line) <= WIDTH:
        return line
    return lay_out(Call(f"from {module} import ", tuple((None, Code(name)) for name in names)))


def _statement_order(statement: tuple[str, list[str]]) -> tuple[Any, ...]:
    module, names = statement
    dots = len(module) - len(module.lstrip("."))
    return -dots, natural_order(module), _import_order(names[0])


def _import_order(name: str) -> tuple[int, tuple[str | int, ...]]:
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[0].isupper() else 2
    return kind, natural_order(name)


@dataclass(frozen=True)
class Annotations:
    """Writes annotations for one class or function; `shadowed` are its members' names."""

    imports: Imports
    shadowed: Collection[str] = ()

    def builtin(self, name: str) -> str:
        """Return how a builtin is called here."""
        text = builtin_name(name, self.shadowed)
        self.imports.builtins = self.imports.builtins or "." in text
        return text

    def open_object(self) -> str:
        """Return the annotation of an object on which the document states nothing."""
        self.imports.use("collections.abc", "Mapping")
        self.imports.use("typing", "Any")
        return _ANY_MAPPING.replace("str", self.builtin("str"))

    def parameter(self, one: Field, record: str | None) -> str:
        """Return the annotation of a parameter; `record` names its (elements') class."""
        if one.type == "array" and one.items is not None:
            self.imports.use("collections.abc", "Sequence")
            return f"Sequence[{self.parameter(one.items, record)}]"
        if one.type == "object":
            return record or self.open_object()
        if one.format == "day":
            self.imports.use_runtime("checks", "DayLike")
            return "DayLike"
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


def check(one: Field, imports: Imports) -> Call:
    """Return the constraint of a parameter as a call of the runtime."""
    result = _check(one, imports)
    imports.use_runtime("checks", result.function)
    return result


def _check(one: Field, imports: Imports) -> Call:
    if one.type == "object":
        return object_check(one.properties, imports, additional=one.additional_properties)
    if one.is_flag:
        return call("Flag", one.enum)
    limits = {
        row.snake: one.constraints[key]
        for key, row in CONSTRAINTS.items()
        if row.check == "argument" and key in one.constraints
    }
    if one.type == "array" and one.items is not None:
        return call("Array", check(one.items, imports), **limits)
    return call("Day" if one.format == "day" else _CHECKS.get(one.type, "Boolean"), **limits)


def object_check(fields: tuple[Field, ...], imports: Imports, *, additional: bool = False) -> Call:
    """Return the constraint of an object, the rules between its fields included."""
    imports.use_runtime("checks", "Object")
    rules = tuple(rule for one in fields for rule in _rules(one, fields, imports))
    return call(
        "Object",
        {one.name: check(one, imports) for one in fields},
        required=tuple(one.name for one in fields if one.required) or None,
        additional_properties=additional or None,
        rules=rules or None,
    )


def _rules(one: Field, fields: tuple[Field, ...], imports: Imports) -> list[Call]:
    rules: list[Call] = []
    if one.ignored_unless is not None:
        other, value = one.ignored_unless
        default: Any = next((field.default for field in fields if field.name == other), None)
        rules.append(call("IgnoredUnless", one.name, other, value, default=default))
    if one.not_before is not None:
        rules.append(call("NotBefore", one.name, one.not_before, max_span_days=one.max_span_days))
    for rule in rules:
        imports.use_runtime("checks", rule.function)
    return rules
