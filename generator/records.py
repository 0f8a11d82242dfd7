"""The classes of one generated file: answer records and parameter mappings, each named once."""

from __future__ import annotations

import keyword
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from .docstrings import answer_text, parameter_text, sentence
from .expressions import Annotations, Imports, innermost, record_base_name
from .layout import Call, Code, call, docstring, lay_out, literal, wrap
from .model import Field
from .naming import ANSWER_RESERVED, class_name, python_name

ShapeKey = tuple[str, str]


@dataclass(frozen=True)
class Member:
    """One member of a generated class, ready to be written."""

    name: str
    annotation: str
    value: str
    docstring: str


@dataclass(frozen=True)
class Record:
    """A class for (a part of) an answer."""

    name: str
    statement: str
    docstring: str
    members: tuple[Member, ...]


@dataclass(frozen=True)
class ParameterMapping:
    """A TypedDict for a parameter's object; `plain`: each key may stand in a class body."""

    name: str
    docstring: str
    required: tuple[Member, ...]
    optional: tuple[Member, ...]
    plain: bool


@dataclass
class Classes:
    """Collects the classes that one file defines and the shapes that it takes from other files."""

    imports: Imports
    package: str
    """Group path of the file, to find shapes from."""
    own_shapes: str | None = None
    """Key of the file of shapes that is being written, if it is one."""
    records: list[Record] = field(default_factory=list)
    mappings: list[ParameterMapping] = field(default_factory=list)
    used_records: set[ShapeKey] = field(default_factory=set)
    used_mappings: set[ShapeKey] = field(default_factory=set)
    _taken: set[str] = field(default_factory=set)

    def answer(
        self,
        name: str,
        base: str,
        doc: Iterable[str],
        fields: Iterable[Field],
        **options: Any,
    ) -> None:
        """Define the class of an answer, after the classes of its parts."""
        self._taken.add(name)
        self._record(name, call(f"class {name}", Code(base), **options), doc, tuple(fields), "")

    def shape_record(self, name: str, shape: Field) -> None:
        """Define the class of a shape."""
        self.answer(class_name(name), "Record", _doc(shape), shape.properties)

    def shape_mapping(self, name: str, shape: Field) -> None:
        """Define the mapping of a shape."""
        self._taken.add(f"{class_name(name)}Param")
        self._mapping(f"{class_name(name)}Param", shape, prefix="")

    def parameter(self, one: Field, *, prefix: str = "") -> str | None:
        """Return the name of the TypedDict of a parameter's object, if it has one."""
        inner = innermost(one)
        if inner.type != "object" or inner.additional_properties or not inner.properties:
            return None
        if inner.shape is not None:
            return self._from_shapes(inner.shape, "Param", self.used_mappings)
        name = self._new_name(f"{record_base_name(one)}Param", prefix)
        self._mapping(name, inner, prefix=record_base_name(one))
        return name

    def _record(
        self, name: str, statement: Call, doc: Iterable[str], fields: tuple[Field, ...], prefix: str
    ) -> None:
        names = {one.name: python_name(one.name, ANSWER_RESERVED) for one in fields}
        annotations = Annotations(self.imports, frozenset(names.values()))
        members = tuple(
            self._answer_member(one, names[one.name], annotations, prefix, names.values())
            for one in fields
        )
        self.imports.use_runtime("answers", statement.arguments[0][1].text)
        self.records.append(
            Record(name, lay_out(statement, after=1), docstring(doc, indent=1), members)
        )

    def _answer_member(
        self,
        one: Field,
        name: str,
        annotations: Annotations,
        prefix: str,
        siblings: Iterable[str],
    ) -> Member:
        inner = innermost(one)
        record = None
        if inner.type == "object" and inner.properties:
            record = self._answer_record(one, inner, prefix, frozenset(siblings))
        doc = docstring(wrap(answer_text(one), indent=1), indent=1)
        value = self._answer_value(one, name, record)
        return Member(name, annotations.answer(one, record), value, doc)

    def _answer_record(
        self, one: Field, inner: Field, prefix: str, siblings: frozenset[str]
    ) -> str:
        if inner.shape is not None:
            return self._from_shapes(inner.shape, "", self.used_records)
        base = record_base_name(one)
        name = self._new_name(f"{base}Record" if base in siblings else base, prefix)
        statement = call(f"class {name}", Code("Record"))
        self._record(name, statement, _doc(inner, one), inner.properties, prefix=base)
        return name

    def _answer_value(self, one: Field, name: str, record: str | None) -> str:
        """Return what describes the field to the runtime, nothing for a plain one."""
        if one.type == "array":
            nested = one.items is not None and one.items.type == "array"
            kind = "many" if record and not nested else "values"
        else:
            kind = "one" if record else "renamed" if name != one.name else ""
        if not kind:
            return ""
        arguments = [record] if record and kind in ("one", "many") else []
        if name != one.name:
            arguments.append(literal(one.name))
        self.imports.use_runtime("answers", kind)
        return f"{kind}({', '.join(arguments)})"

    def _mapping(self, name: str, inner: Field, prefix: str) -> None:
        annotations = Annotations(self.imports, frozenset(one.name for one in inner.properties))
        members = {
            one.name: Member(
                one.name,
                annotations.parameter(one, self.parameter(one, prefix=prefix)),
                "",
                docstring(wrap(parameter_text(one), indent=1), indent=1),
            )
            for one in inner.properties
        }
        required = tuple(members[one.name] for one in inner.properties if one.required)
        optional = tuple(members[one.name] for one in inner.properties if not one.required)
        plain = not any(keyword.iskeyword(key) for key in members)
        self.imports.use("typing", "TypedDict")
        doc = docstring(_doc(inner), indent=1)
        self.mappings.append(ParameterMapping(name, doc, required, optional, plain))

    def _from_shapes(self, shape_key: ShapeKey, suffix: str, used: set[ShapeKey]) -> str:
        key, shape = shape_key
        used.add(shape_key)
        name = f"{class_name(shape)}{suffix}"
        if key != self.own_shapes:
            self.imports.use(_shapes_module(self.package, key), name)
        return name

    def _new_name(self, name: str, prefix: str) -> str:
        candidate, number = name, 2
        if candidate in self._taken and prefix:
            candidate = name = f"{prefix}{name}"
        while candidate in self._taken:
            candidate, number = f"{name}{number}", number + 1
        self._taken.add(candidate)
        return candidate


def _shapes_module(package: str, key: str) -> str:
    folder = key.rpartition("/")[0]
    if folder == package:
        return "._shapes"
    dots = "." * (package.count("/") + 2 if package else 1)
    return f"{dots}{folder.replace('/', '.')}{'.' if folder else ''}_shapes"


def _doc(inner: Field, outer: Field | None = None) -> list[str]:
    text = sentence(inner.description) or (sentence(outer.description) if outer else "")
    return wrap(text or f"{class_name(inner.name)}.", indent=1)
