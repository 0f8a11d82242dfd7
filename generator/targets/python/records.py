"""The classes of one generated file: answer records and parameter mappings, each named once."""

from __future__ import annotations

import keyword
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...model import Field
from .docstrings import answer_text, parameter_text, sentence
from .expressions import Annotations, Imports, innermost, record_base_name
from .layout import Call, Code, call, docstring, lay_out, wrap
from .naming import (
    ANNOTATIONS_USE,
    ANSWER_RESERVED,
    CLASSES_RESERVED,
    FAILED_RESERVED,
    camel_case,
    class_name,
    export_order,
    package_names,
    parameter_class_name,
    python_name,
)

ShapeKey = tuple[str, str]
ShapeClass = tuple[ShapeKey, str]
"""A shape and the name of one of its classes: the record, the TypedDict, or a part of these."""


@dataclass(frozen=True)
class Member:
    """One member of a generated class, ready to be written."""

    name: str
    annotation: str
    value: Call | None
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
    """A TypedDict for (a part of) a parameter's object; `plain`: its keys may stand in a class."""

    name: str
    bases: tuple[str, ...]
    docstring: str
    members: tuple[Member, ...]
    plain: bool


@dataclass
class Classes:
    """Collects the classes that one file defines and the shapes that it takes from other files."""

    imports: Imports
    package: str
    """Group path of the file, to find shapes from."""
    own_shapes: Mapping[ShapeKey, Field] = field(default_factory=dict)
    """The shapes of the file that is being written, if it is a file of shapes."""
    failed_shapes: Collection[ShapeKey] = ()
    """The shapes that answers list their failed elements as."""
    reserved: Collection[str] = ()
    """Names that the file has besides."""
    records: list[Record] = field(default_factory=list)
    mappings: list[ParameterMapping] = field(default_factory=list)
    used_records: set[ShapeKey] = field(default_factory=set)
    used_mappings: set[ShapeKey] = field(default_factory=set)
    parts: dict[ShapeClass, set[ShapeClass]] = field(default_factory=dict)
    """What the class of each of the file's own shapes consists of: other shapes, and its parts."""
    parameters: dict[str, str] = field(default_factory=dict)
    """The class of each parameter that has one."""
    answers: dict[str, str] = field(default_factory=dict)
    """The class of each field of the answer that has one, or whose elements have one."""
    _failures: str = ""
    """The field of the answer that lists failed elements."""
    _taken: set[str] = field(default_factory=lambda: set(CLASSES_RESERVED))
    _shared: dict[ShapeClass, str] = field(default_factory=dict)
    """The name that each shape's class has in this file."""
    _defining: list[ShapeClass] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Keep the names of the file's own shapes for them."""
        self._taken.update(self.reserved)
        for _, shape in self.own_shapes:
            self._taken.update((class_name(shape), parameter_class_name(shape)))

    def answer(
        self,
        name: str,
        base: str,
        doc: Iterable[str],
        fields: Iterable[Field],
        listed: str = "",
        **options: Any,
    ) -> None:
        """Define the class of an answer, after the classes of its parts.

        `listed` is the field that lists failed elements.
        """
        self._taken.add(name)
        self._failures = listed
        statement = call(f"class {name}", Code(base), **options)
        self.answers = self._record(name, statement, doc, tuple(fields), "")

    def shape_record(self, key: ShapeKey) -> str:
        """Return the name of a shape's record, after defining or importing it."""
        self.used_records.add(key)
        name = class_name(key[1])

        def define(shape: Field) -> None:
            statement = self._statement(name, is_failed=key in self.failed_shapes)
            self._record(name, statement, _doc(shape), shape.properties, "")

        return self._shape(key, name, define)

    def shape_of(self, record: str) -> ShapeKey | None:
        """Return the shape whose class has a name in this file, None for a class of its own."""
        return next((key for (key, _), name in self._shared.items() if name == record), None)

    def shape_mapping(self, key: ShapeKey) -> str:
        """Return the name of a shape's TypedDict, after defining or importing it."""
        self.used_mappings.add(key)
        name = parameter_class_name(key[1])
        return self._shape(key, name, lambda shape: self._mapping(name, shape, prefix=""))

    @property
    def shared(self) -> frozenset[ShapeClass]:
        """The classes of shapes that the file uses."""
        return frozenset(self._shared)

    def take(self, shapes: Iterable[ShapeClass]) -> None:
        """Import classes of shapes, so that they can be imported from this file too."""
        for key, name in sorted(shapes):
            if (key, name) not in self._shared:
                self._imported(key, name)

    def public_names(self, *others: str) -> list[str]:
        """Return the file's classes, and other names of it, in the order of `__all__`."""
        own = [*(one.name for one in self.records), *(one.name for one in self.mappings)]
        public = {name for name in own if not name.startswith("_")}
        return sorted({*public, *self._shared.values(), *others}, key=export_order)

    def _note_part(self, name: str) -> None:
        """Note a class that the shape which is being defined consists of."""
        if self._defining and name != self._defining[-1][1]:
            shape = self._defining[-1]
            self.parts[shape].add((shape[0], name))

    def _shape(self, key: ShapeKey, name: str, define: Callable[[Field], None]) -> str:
        if self._defining:
            self.parts[self._defining[-1]].add((key, name))
        if (key, name) in self._shared:
            return self._shared[key, name]
        shape = self.own_shapes.get(key)
        if shape is None:
            return self._imported(key, name)
        self._shared[key, name] = name
        self.parts[key, name] = set()
        self._defining.append((key, name))
        define(shape)
        self._defining.pop()
        return name

    def parameter(self, one: Field) -> str | None:
        """Return the name of the TypedDict of a parameter's object, if it has one."""
        name = self._parameter(one, "")
        if name is not None:
            self.parameters[one.name] = name
        return name

    def _parameter(self, one: Field, prefix: str) -> str | None:
        inner = innermost(one)
        if inner.type != "object" or inner.additional_properties or not inner.properties:
            return None
        if inner.shape is not None and self._may_share(inner.shape):
            return self.shape_mapping(inner.shape)
        base = record_base_name(one)
        name = self._new_name(f"{base}Param", prefix)
        self._mapping(name, inner, prefix=base)
        return name

    def _statement(self, name: str, *, is_failed: bool) -> Call:
        """Return the beginning of the class of a nested object."""
        if not is_failed:
            return call(f"class {name}", Code("Record"))
        self.imports.use_table()
        return call(f"class {name}", Code("FailedRecord"), errors=Code("ERRORS"))

    def _record(
        self, name: str, statement: Call, doc: Iterable[str], fields: tuple[Field, ...], prefix: str
    ) -> dict[str, str]:
        """Define a class after the classes of its parts; return the latter by their fields."""
        self._note_part(name)
        base = statement.arguments[0][1].text
        reserved = FAILED_RESERVED if base == "FailedRecord" else ANSWER_RESERVED
        names = {one.name: python_name(one.name, reserved) for one in fields}
        annotations = Annotations(self.imports, frozenset(names.values()))
        records = {}
        members = []
        for one in fields:
            record = self._part(one, prefix, annotations.shadowed)
            if record is not None:
                records[one.name] = record
            members.append(self._answer_member(one, names[one.name], annotations, record))
        self.imports.use_runtime("records" if base == "Record" else "answers", base)
        self.records.append(
            Record(name, lay_out(statement, after=1), docstring(doc, indent=1), tuple(members))
        )
        return records

    def _part(self, one: Field, prefix: str, siblings: Collection[str]) -> str | None:
        """Return the class of a field's (elements') object, if it has one."""
        inner = innermost(one)
        if inner.type != "object" or not inner.properties or _is_nested_array(one):
            return None
        return self._answer_record(one, inner, prefix, siblings)

    def _answer_member(
        self,
        one: Field,
        name: str,
        annotations: Annotations,
        record: str | None,
    ) -> Member:
        doc = docstring(wrap(answer_text(one), indent=1), indent=1)
        value = self._answer_value(one, name, record, annotations.shadowed)
        return Member(name, annotations.answer(one, record), value, doc)

    def _answer_record(
        self, one: Field, inner: Field, prefix: str, siblings: Collection[str]
    ) -> str:
        base = record_base_name(one)
        if inner.shape is not None and base not in siblings and self._may_share(inner.shape):
            return self.shape_record(inner.shape)
        is_taken = base in siblings or base in CLASSES_RESERVED
        name = self._new_name(f"{base}Record" if is_taken else base, prefix, siblings)
        statement = self._statement(name, is_failed=not prefix and one.name == self._failures)
        self._record(name, statement, _doc(inner, one), inner.properties, prefix=base)
        return name

    def _answer_value(
        self, one: Field, name: str, record: str | None, siblings: Collection[str]
    ) -> Call | None:
        """Return what describes the field to the runtime, None for a plain one."""
        if one.type == "array":
            kind = "many" if record else "values"
        else:
            kind = "one" if record else "renamed" if name != one.name else ""
        if not kind:
            return None
        arguments = [Code(record)] if record else []
        wire_name = [one.name] if name != one.name else []
        function = self.imports.runtime_function("records", kind, siblings)
        return call(function, *arguments, *wire_name)

    def _mapping(self, name: str, inner: Field, prefix: str) -> None:
        annotations = Annotations(self.imports, frozenset(one.name for one in inner.properties))
        members = {
            one.name: Member(
                one.name,
                annotations.parameter(one, self._parameter(one, prefix)),
                None,
                docstring(wrap(parameter_text(one), indent=1), indent=1),
            )
            for one in inner.properties
        }
        required = tuple(members[one.name] for one in inner.properties if one.required)
        optional = tuple(members[one.name] for one in inner.properties if not one.required)
        self.imports.use("typing", "TypedDict")
        self._mapping_classes(name, docstring(_doc(inner), indent=1), required, optional)

    def _mapping_classes(
        self, name: str, doc: str, required: tuple[Member, ...], optional: tuple[Member, ...]
    ) -> None:
        """Define a mapping, after the parts that cannot stand in the body of its class."""
        self._note_part(name)
        bases: tuple[str, ...] = ()
        members: tuple[Member, ...] = ()
        parts: list[tuple[str, tuple[Member, ...], tuple[str, ...]]] = [
            ("Required", required, ("TypedDict",)),
            ("Optional", optional, ("TypedDict", "total=False")),
        ]
        parts = [part for part in parts if part[1]]
        for suffix, part, part_bases in parts:
            plain = not any(
                keyword.iskeyword(one.name) or one.name in ANNOTATIONS_USE for one in part
            )
            if plain and part is parts[-1][1]:
                bases, members = (*(bases or ("TypedDict",)), *part_bases[1:]), part
            else:
                bases = (*bases, f"_{name}{suffix}")
                self.mappings.append(ParameterMapping(bases[-1], part_bases, "", part, plain))
        self.mappings.append(ParameterMapping(name, bases, doc, members, True))

    def _may_share(self, key: ShapeKey) -> bool:
        """Say whether the class may be taken from its file of shapes.

        Files of shapes import from the folders around theirs alone; imports never run in circles.
        """
        home = key[0].rpartition("/")[0]
        return not self.own_shapes or f"{self.package}/".startswith(f"{home}/" if home else "")

    def _imported(self, key: ShapeKey, name: str) -> str:
        """Return the name of a shape's class, which another file defines, in this file."""
        module = _shapes_module(self.package, key[0])
        local = self._shared[key, name] = self._new_name(name, "")
        if local == name:
            self.imports.use(module, name)
        else:
            self.imports.alias(module, name, local)
        return local

    def _new_name(self, name: str, prefix: str, siblings: Collection[str] = ()) -> str:
        taken = {*self._taken, *siblings}
        if name in taken and prefix:
            name = f"{prefix}{name}"
        candidate, number = name, 2
        while candidate in taken:
            candidate, number = f"{name}{number}", number + 1
        self._taken.add(candidate)
        return candidate


def _is_nested_array(one: Field) -> bool:
    """Say whether a field is an array of arrays; the runtime builds no records in such."""
    return one.type == "array" and one.items is not None and one.items.type == "array"


def _shapes_module(package: str, key: str) -> str:
    folder = key.rpartition("/")[0]
    if folder == package:
        return "._shapes"
    dots = "." * (package.count("/") + 2 if package else 1)
    return dots + ".".join([*package_names(folder), "_shapes"])


def _doc(inner: Field, outer: Field | None = None) -> list[str]:
    text = sentence(inner.description) or (sentence(outer.description) if outer else "")
    return wrap(text or f"{camel_case(inner.name)}.", indent=1)
