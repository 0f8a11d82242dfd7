"""Whole jobs as code: what an operation's file says of them, and their methods for each client."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from ...model import ErrorCode, Field, JobBase, Operation
from .docstrings import (
    EXTRA_OF_EACH_CALL,
    argument_lines,
    bullets,
    page_lines,
    parameter_text,
    quota_texts,
    raised,
    sentence,
    typed_text,
)
from .expressions import Annotations, Imports
from .layout import Call, Code, call, docstring, wrap
from .naming import EXTRA, PARAMETERS_RESERVED, answer_name, python_name
from .signatures import SYNC, Parameter, Side, extra_of, in_order, parameter_of

J = TypeVar("J", bound=JobBase, covariant=True)
Options = Iterable[tuple[Parameter, str]]
"""Arguments that only a job has, each with its text."""


@dataclass(frozen=True)
class Definition:
    """What an operation's file says of one of its jobs: a name with its annotation, and a value."""

    name: str
    value: Call | Code


@dataclass(frozen=True)
class Overload:
    """A signature with what it returns."""

    parameters: tuple[Parameter, ...]
    returned: tuple[str, ...]
    """The types of a union."""


@dataclass(frozen=True)
class JobMethod:
    """One method of a generated namespace that makes more calls than one."""

    name: str
    define: str
    decorator: str
    overloads: tuple[Overload, ...]
    signature: Overload
    docstring: str
    call: str
    """What stands before the call of the client's function: await, or nothing."""
    function: str
    arguments: tuple[Any, ...]


@dataclass(frozen=True)
class Home:
    """The class that a method is written for.

    `module` is how it calls the operation's module, `class_of` returns the class of a parameter;
    `types` as `typed_text` takes them.
    """

    side: Side
    annotations: Annotations
    module: str
    class_of: Callable[[Field], str | None]
    types: Mapping[str, str]
    errors: Mapping[int, ErrorCode]


@dataclass(frozen=True)
class JobWriter(Generic[J]):
    """What Python has of a job; each kind has its own facts, options and texts."""

    operation: Operation
    job: J
    keys: ClassVar[tuple[str, ...]] = ()
    """Keys of the spec that the operation's file repeats."""
    former: ClassVar[str] = ""
    """What the definition was called before; the package keeps that name."""
    about: ClassVar[str] = ""
    """What the job makes of its operation's calls, `{argument}` standing for its elements."""
    iterator: ClassVar[str] = ""
    """The class of what the method returns, where that makes the calls and not the method."""
    of_records: ClassVar[bool] = False
    """Whether the job is about records of the answer, and not about the answer."""
    takes_async: ClassVar[bool] = False
    """Whether the elements may come asynchronously."""
    later: ClassVar[str | None] = ""
    """When the calls fail, before each of their errors; None: the method does not raise these."""

    @property
    def constants(self) -> tuple[str, ...]:
        """The names that the operation's file has for the job."""
        return tuple(filter(None, (type(self.job).__name__.upper(), self.former)))

    @property
    def answer(self) -> str:
        """The class of one call's answer."""
        return answer_name(self.operation.name)

    @property
    def argument(self) -> str:
        """What the method calls all elements together."""
        return python_name(self.job.argument, PARAMETERS_RESERVED) if self.job.argument else ""

    def record(self, records: Mapping[str, str]) -> str:
        """Return the class that the job is about; `records` are those of the answer."""
        listed = self.job.records if self.of_records else None
        return self.answer if listed is None else records[listed.name]

    def facts(self) -> dict[str, Any]:
        """Return what the operation's file says of the job."""
        found = {key: self.job.stated.get(key) or None for key in self.keys}
        return {**found, **({"argument": self.argument} if self.argument else {})}

    def texts(self, _home: Home) -> Iterable[str]:
        """Return what the job makes of its operation's calls."""
        yield self.about.format(argument=self.argument)

    def taken(self, one: Field) -> Field:
        """Return a parameter without the limits that the job itself keeps."""
        return one

    def elements_text(self, _home: Home) -> str:
        """Return the text of the argument that takes any number of elements."""
        return ""

    def options(self, _home: Home) -> Options:
        """Return the arguments that only the job has, the one that overloads tell apart last."""
        return ()

    def positions(self) -> tuple[str | None, ...]:
        """Return what the client's function takes between the parameters and the options."""
        return (self.argument,) if self.argument else ()

    def returned(self, home: Home, record: str) -> tuple[str, ...]:
        """Return the types of what the method returns."""
        if not self.iterator:
            return (record,)
        name = f"{home.side.prefix}{self.iterator}"
        module = "results" if home.side is SYNC else "tasks"
        home.annotations.imports.use_runtime(f"jobs.{module}", name)
        return (f"{name}[{record}]",)

    def returned_text(self, home: Home, record: str) -> str:
        """Return what the method returns, in words."""
        raise NotImplementedError

    def iterator_text(self, home: Home) -> str:
        """Return what a method returns that is iterated over."""
        if home.side is SYNC:
            return f"{self.iterator}: an iterator"
        return f"Async{self.iterator}: for `async for`, without `await`, an iterator"

    def raised(self, errors: Mapping[int, ErrorCode]) -> Iterator[tuple[str, str]]:
        """Return the exceptions of the method, each with what it says."""
        for name, text in raised(self.operation, errors):
            if name == "ParameterError":
                yield name, text
            elif self.later is not None:
                yield name, f"{self.later}{text}"

    def overloads(
        self, _home: Home, _before: tuple[Parameter, ...], _returned: tuple[str, ...]
    ) -> tuple[Overload, ...]:
        """Return what the method returns for each value of its last option."""
        return ()

    def definitions(self, imports: Imports, records: Mapping[str, str]) -> Iterator[Definition]:
        """Return what an operation's file says of the job; `records` are the answer's classes."""
        kind, (name, *others) = type(self.job).__name__, self.constants
        imports.use_runtime("jobs.declarations", kind)
        value = call(kind, Code("OPERATION"), Code("REQUEST"), Code(self.answer), **self.facts())
        yield Definition(f"{name}: {kind}[{self.record(records)}]", value)
        for other in others:
            yield Definition(other, Code(name))

    def method(self, home: Home, record: str, local: str) -> JobMethod:
        """Return the method; `record` is its class as the file calls it, `local` without a path."""
        own = in_order(self._parameters(home))
        options, extra = [one for one, _ in self.options(home)], extra_of(home.annotations)
        returned = self.returned(home, record)
        overloads = self.overloads(home, (*own, *options[:-1], extra), returned)
        last = len(options) - bool(overloads)
        side = SYNC if self.iterator else home.side
        passed = (*self.positions(), *(one.name for one in options), EXTRA, "self._rules")
        return JobMethod(
            name=self.job.name,
            define=side.define,
            decorator=_overload(home.annotations) if overloads else "",
            overloads=overloads,
            signature=Overload((*own, *options[:last], extra, *options[last:]), returned),
            docstring=docstring(self._docstring(home, local), indent=2),
            call=side.call,
            function=f"_{self.constants[0].lower()}",
            arguments=(
                Code(f"{home.module}.{self.constants[0]}"),
                {
                    one.name: Code(name)
                    for one in self.job.fields
                    # what is passed in a place of its own is not among the values
                    if (name := python_name(one.name, PARAMETERS_RESERVED)) not in passed
                    and one is not self.job.replaced
                },
                *(None if one is None else Code(one) for one in passed),
            ),
        )

    def _parameters(self, home: Home) -> Iterator[Parameter]:
        annotations = home.annotations
        for one in self.job.fields:
            if one is not self.job.replaced:
                yield parameter_of(one, annotations.parameter(one, home.class_of(one)))
                continue
            annotations.imports.use("collections.abc", "Iterable")
            annotation = f"Iterable[{annotations.parameter(one.items or one, None)}]"
            if self.takes_async and home.side is not SYNC:
                annotations.imports.use("collections.abc", "AsyncIterable")
                annotation += f" | Async{annotation}"
            yield Parameter(self.argument, annotation, ",", by_name=False)

    def _docstring(self, home: Home, record: str) -> list[str]:
        """Return what hovering over the method shows: what it makes of one operation's calls."""
        operation = self.operation
        options = (f"{one.name}: {text}" for one, text in self.options(home))
        sections = {
            "Returns": [self.returned_text(home, record)],
            "Raises": [f"{name}: {text}" for name, text in self.raised(home.errors)],
            "Quotas": list(quota_texts(operation)),
        }
        lines = wrap(operation.title, indent=2)
        lines += ["", *wrap(sentence(operation.summary), indent=2)]
        lines += ["", *wrap(" ".join(self.texts(home)), indent=2)]
        lines += ["", "Args:", *self._arguments(home)]
        lines += bullets([*options, EXTRA_OF_EACH_CALL], indent=2)
        for heading, entries in sections.items():
            if entries:
                lines += ["", f"{heading}:", *bullets(entries, indent=2)]
        return [*lines, "", *page_lines(operation)]

    def _arguments(self, home: Home) -> Iterator[str]:
        replaced = self.job.replaced
        for one in sorted(self.job.fields, key=lambda one: not (one.required or one is replaced)):
            if one is replaced:
                yield from bullets([f"{self.argument}: {self.elements_text(home)}"], indent=2)
                continue
            taken = self.taken(one)
            text = typed_text(parameter_text(taken), taken, home.types)
            yield from argument_lines(python_name(one.name, PARAMETERS_RESERVED), text, taken)


def _overload(annotations: Annotations) -> str:
    alias, methods = "overload", annotations.shadowed
    if alias not in methods:
        annotations.imports.use("typing", alias)
        return alias
    # what is called _overload here is the operation's module
    while alias in methods:
        alias += "_"
    annotations.imports.alias("typing", "overload", f"_{alias}")
    return f"_{alias}"
