"""The classes of one generated file: answer records and parameter mappings, each named once."""

from __future__ import annotations

import keyword
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...model import Field, Operation, named
from .docstrings import answer_text, parameter_text, sentence
from .expressions import Annotations, innermost, record_base_name
from .layout import Code, call, docstring, python, wrap
from .naming import (
    ANNOTATIONS_USE,
    ANSWER_RESERVED,
    CLASSES_RESERVED,
    FAILED_RESERVED,
    Namespaces,
    answer_name,
    camel_case,
    class_name,
    parameter_class_name,
    python_name,
)

_ABSENT = (
    "What the platform leaves out is None (an array `()`), whatever the annotation says, in the "
    'parts of the answer too. `answer.raw.get("{}") is None` asks, and type checkers let it pass.'
)
"""The contract of all records, where a reader of one of them sees it."""
ShapeKey = tuple[str, str]
ShapeClass = tuple[ShapeKey, str]
"""A shape and the name of one of its classes: the record, the TypedDict, or a part of these."""


@dataclass(frozen=True)
class Member:
    """One member of a generated class, ready to be written."""

    name: str
    annotation: str
    value: str | None
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

    package: str
    """Group path of the file, to find shapes from."""
    namespaces: Namespaces = field(default_factory=Namespaces)
    """What folders are called."""
    own_shapes: Mapping[ShapeKey, Field] = field(default_factory=dict)
    """The shapes of the file that is being written, if it is a file of shapes."""
    failed_shapes: Collection[ShapeKey | None] = ()
    """The shapes that answers list their failed elements as."""
    reserved: Collection[str] = ()
    """Names that the file has besides."""
    records: list[Record] = field(default_factory=list)
    mappings: list[ParameterMapping] = field(default_factory=list)
    parts: dict[ShapeClass, set[ShapeClass]] = field(default_factory=dict)
    """What the class of each of the file's own shapes consists of: other shapes, and its parts."""
    parameters: dict[str, str] = field(default_factory=dict)
    """The class of each parameter that has one."""
    answers: dict[str, str] = field(default_factory=dict)
    """The class of each field of the answer that has one, or whose elements have one."""
    imports: list[str] = field(default_factory=list)
    """The statements that import classes of shapes."""
    failed_shape: ShapeKey | None = None
    """The shape that the answer lists its failed elements as."""
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

    def answer(self, operation: Operation) -> None:
        """Define the class of an operation's answer, after the classes of its parts."""
        doc = wrap(f"The answer of `{operation.name}`.", indent=1)
        if operation.response:
            doc += ["", *wrap(_ABSENT.format(operation.response[0].name), indent=1)]
        name, base, options = answer_name(operation.name), "Answer", dict[str, Any]()
        self._taken.add(name)
        if operation.failures is not None:
            listed, key = operation.failures.field, operation.failures.key
            self._failures, base = listed, "PartialAnswer"
            elements = named(operation.response, listed)
            if elements is not None:
                self.failed_shape = innermost(elements).shape
            options = {"operation": Code("OPERATION"), "errors": Code("ERRORS")}
            options |= {"failures": listed, "key": key}
            options |= {"every": True} if operation.failures.every else {}
        self.answers = self._record(name, base, doc, operation.response, "", **options)

    def define_shapes(self, used: Iterable[ShapeClass]) -> None:
        """Define those classes of the file's own shapes that are used, parameters first."""
        own = sorted(one for one in used if one[0] in self.own_shapes)
        for key, name in own:
            if name == parameter_class_name(key[1]):
                self._shape_mapping(key)
        for key, name in own:
            if name == class_name(key[1]):
                self._shape_record(key)

    def _shape_record(self, key: ShapeKey) -> str:
        """Return the name of a shape's record, after defining or importing it."""
        name, base = class_name(key[1]), _base(key in self.failed_shapes)

        def define(shape: Field) -> None:
            self._record(name, base, _doc(shape), shape.properties, "")

        return self._shape(key, name, define)

    def _shape_mapping(self, key: ShapeKey) -> str:
        """Return the name of a shape's TypedDict, after defining or importing it."""
        name = parameter_class_name(key[1])
        return self._shape(key, name, lambda shape: self._mapping(name, shape, prefix=""))

    def shape_of(self, record: str) -> ShapeKey | None:
        """Return the shape whose class has a name in this file, None for a class of its own."""
        return next((key for (key, _), name in self._shared.items() if name == record), None)

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
        """Return the file's classes, and other names of it, in ruff's order: it need not sort."""
        own = [*(one.name for one in self.records), *(one.name for one in self.mappings)]
        public = {name for name in own if not name.startswith("_")}
        names = {*public, *self._shared.values(), *others}
        return sorted(names, key=lambda one: (not one.isupper(), not one[0].isupper(), one))

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

    def parameter_class(self, one: Field) -> str | None:
        """Return the name of the TypedDict of a parameter's object, if it has one."""
        return self.parameters.get(one.name)

    def parameter(self, one: Field) -> str | None:
        """Define the TypedDict of a parameter's object and return its name, if it has one."""
        name = self._parameter(one, "")
        if name is not None:
            self.parameters[one.name] = name
        return name

    def _parameter(self, one: Field, prefix: str) -> str | None:
        inner = innermost(one)
        if inner.type != "object" or inner.additional_properties or not inner.properties:
            return None
        if inner.shape is not None and self._may_share(inner.shape):
            return self._shape_mapping(inner.shape)
        base = record_base_name(one)
        name = self._new_name(f"{base}Param", prefix)
        self._mapping(name, inner, prefix=base)
        return name

    def _record(
        self,
        name: str,
        base: str,
        doc: Iterable[str],
        fields: Iterable[Field],
        prefix: str,
        **options: Any,
    ) -> dict[str, str]:
        """Define a class after the classes of its parts; return the latter by their fields."""
        self._note_part(name)
        reserved = ANSWER_RESERVED
        if base == _base(True):
            reserved, options = FAILED_RESERVED, {"errors": Code("ERRORS")}
        names = {one.name: python_name(one.name, reserved) for one in fields}
        annotations = Annotations(frozenset(names.values()))
        records = {}
        members = []
        for one in fields:
            record = self._answer_record(one, prefix, annotations.shadowed)
            if record is not None:
                records[one.name] = record
            value = _description(one, names[one.name], record, annotations.shadowed)
            annotation = annotations.answer(one, record)
            members.append(Member(names[one.name], annotation, value, _text(answer_text(one))))
        statement = python(call(f"class {name}", Code(base), **options))
        self.records.append(Record(name, statement, docstring(doc, indent=1), tuple(members)))
        return records

    def _answer_record(self, one: Field, prefix: str, siblings: Collection[str]) -> str | None:
        """Return the class of a field's (elements') object, if it has one."""
        inner, base = innermost(one), record_base_name(one)
        # the runtime builds no records in arrays of arrays
        is_nested = one.items is not None and one.items.type == "array"
        if inner.type != "object" or not inner.properties or is_nested:
            return None
        if inner.shape is not None and base not in siblings and self._may_share(inner.shape):
            return self._shape_record(inner.shape)
        is_taken = base in siblings or base in CLASSES_RESERVED
        name = self._new_name(f"{base}Record" if is_taken else base, prefix, siblings)
        kind = _base(not prefix and one.name == self._failures)
        self._record(name, kind, _doc(inner, one), inner.properties, base)
        return name

    def _mapping(self, name: str, inner: Field, prefix: str) -> None:
        annotations = Annotations(frozenset(one.name for one in inner.properties))
        members: dict[bool, list[Member]] = {True: [], False: []}
        for one in inner.properties:
            annotation = annotations.parameter(one, self._parameter(one, prefix))
            member = Member(one.name, annotation, None, _text(parameter_text(one)))
            members[one.required].append(member)
        self._mapping_classes(name, docstring(_doc(inner), indent=1), members)

    def _mapping_classes(self, name: str, doc: str, required: Mapping[bool, list[Member]]) -> None:
        """Define a mapping, after the parts that cannot stand in the body of its class."""
        self._note_part(name)
        bases: tuple[str, ...] = ()
        own: tuple[Member, ...] = ()
        parts = [(is_required, tuple(part)) for is_required, part in required.items() if part]
        for is_required, part in parts:
            plain = not any(
                keyword.iskeyword(one.name) or one.name in ANNOTATIONS_USE for one in part
            )
            total = () if is_required else ("total=False",)
            if plain and part is parts[-1][1]:
                bases, own = (*(bases or ("TypedDict",)), *total), part
            else:
                bases = (*bases, f"_{name}{'Required' if is_required else 'Optional'}")
                inner = ("TypedDict", *total)
                self.mappings.append(ParameterMapping(bases[-1], inner, "", part, plain))
        self.mappings.append(ParameterMapping(name, bases, doc, own, True))

    def _may_share(self, key: ShapeKey) -> bool:
        """Say whether the class may be taken from its file of shapes.

        Files of shapes import from the folders around theirs alone; imports never run in circles.
        """
        home = key[0].rpartition("/")[0]
        return not self.own_shapes or f"{self.package}/".startswith(f"{home}/" if home else "")

    def _imported(self, key: ShapeKey, name: str) -> str:
        """Return the name of a shape's class, which another file defines, in this file."""
        module = self._shapes_module(key[0])
        local = self._shared[key, name] = self._new_name(name, "")
        alias = "" if local == name else f" as {local}"
        self.imports.append(f"from {module} import {name}{alias}")
        return local

    def _shapes_module(self, key: str) -> str:
        folder = key.rpartition("/")[0]
        if folder == self.package:
            return "._shapes"
        dots = "." * (self.package.count("/") + 2 if self.package else 1)
        return dots + ".".join([*self.namespaces.names(folder), "_shapes"])

    def _new_name(self, name: str, prefix: str, siblings: Collection[str] = ()) -> str:
        taken = {*self._taken, *siblings}
        if name in taken and prefix:
            name = f"{prefix}{name}"
        candidate, number = name, 2
        while candidate in taken:
            candidate, number = f"{name}{number}", number + 1
        self._taken.add(candidate)
        return candidate


def _description(
    one: Field, name: str, record: str | None, siblings: Collection[str]
) -> str | None:
    """Return what describes an answer's field to the runtime, None for a plain one."""
    if one.type == "array":
        kind = "many" if record else "values"
    else:
        kind = "one" if record else "renamed" if name != one.name else ""
    if not kind:
        return None
    arguments = [Code(record)] if record else []
    wire_name = [one.name] if name != one.name else []
    return python(call(f"_{kind}" if kind in siblings else kind, *arguments, *wire_name))


def _base(is_failed: bool) -> str:
    """Return the base of the class of a nested object."""
    return "FailedRecord" if is_failed else "Record"


def _text(text: str) -> str:
    return docstring(wrap(text, indent=1), indent=1)


def _doc(inner: Field, outer: Field | None = None) -> list[str]:
    text = sentence(inner.description) or (sentence(outer.description) if outer else "")
    return wrap(text or f"{camel_case(inner.name)}.", indent=1)
