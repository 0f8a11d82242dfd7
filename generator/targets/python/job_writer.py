"""Whole jobs as code: what an operation's file says of them, and their methods for each client."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from ...model import ErrorCode, Field, JobBase, Operation
from .docstrings import (
    argument_lines,
    bullets,
    described,
    parameter_text,
    quota_texts,
    raised,
    typed_text,
)
from .expressions import Annotations
from .layout import Code, call, docstring, python
from .naming import EXTRA, answer_name, parameter_name
from .signatures import SYNC, Parameter, Side, extra_of, in_order, parameter_of

J = TypeVar("J", bound=JobBase, covariant=True)
Options = Iterable[tuple[Parameter, str]]
"""Arguments that only a job has, each with its text."""


@dataclass(frozen=True)
class Definition:
    """What an operation's file says of one of its jobs: a name with its annotation, and a value."""

    name: str
    value: str


@dataclass(frozen=True)
class Overload:
    """A signature with what it returns."""

    parameters: tuple[Parameter, ...]
    returned: str


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
    arguments: str


@dataclass(frozen=True)
class Home:
    """The class that a method is written for.

    `class_of` returns the class of a parameter; `types` as `typed_text` takes them.
    """

    side: Side
    annotations: Annotations
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
        return parameter_name(self.job.argument) if self.job.argument else ""

    def record(self, records: Mapping[str, str]) -> str:
        """Return the class that the job is about; `records` are those of the answer."""
        listed = self.job.records if self.of_records else None
        return self.answer if listed is None else records[listed.name]

    def facts(self) -> dict[str, Any]:
        """Return what the operation's file says of the job."""
        stated = {key: self.job.stated.get(key) for key in self.keys}
        found = {key: value for key, value in stated.items() if value not in (None, ())}
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

    def positions(self) -> tuple[str, ...]:
        """Return what the client's function takes between the parameters and the options."""
        return (self.argument,) if self.argument else ()

    def returned(self, home: Home, record: str) -> str:
        """Return the type of what the method returns."""
        return f"{home.side.prefix}{self.iterator}[{record}]" if self.iterator else record

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
        for name, text in raised(self.operation, errors) if self.later is not None else ():
            yield name, f"{self.later}{text}"

    def overloads(
        self, _home: Home, _before: tuple[Parameter, ...], _record: str
    ) -> tuple[Overload, ...]:
        """Return what the method returns for each value of its last option."""
        return ()

    def definitions(self, records: Mapping[str, str]) -> Iterator[Definition]:
        """Return what an operation's file says of the job; `records` are the answer's classes."""
        kind, (name, *others) = type(self.job).__name__, self.constants
        value = call(kind, Code("OPERATION"), Code("REQUEST"), Code(self.answer), **self.facts())
        yield Definition(f"{name}: {kind}[{self.record(records)}]", python(value))
        for other in others:
            yield Definition(other, name)

    def method(self, home: Home, record: str) -> JobMethod:
        """Return the method; `record` is the class that the job is about."""
        own = in_order(self._parameters(home))
        options, extra = [one for one, _ in self.options(home)], extra_of(home.annotations)
        returned = self.returned(home, record)
        overloads = self.overloads(home, (*own, *options[:-1], extra), record)
        last = len(options) - bool(overloads)
        side = SYNC if self.iterator else home.side
        passed = (*self.positions(), *(one.name for one in options), EXTRA, "self._rules")
        return JobMethod(
            name=self.job.name,
            define=side.define,
            decorator=home.annotations.overload if overloads else "",
            overloads=overloads,
            signature=Overload((*own, *options[:last], extra, *options[last:]), returned),
            docstring=docstring(self._docstring(home, record), indent=2),
            call=side.call,
            function=f"_{self.constants[0].lower()}",
            arguments=", ".join([self.constants[0], python(self._values(passed)), *passed]),
        )

    def _values(self, passed: Collection[str]) -> dict[str, Code]:
        """Return the parameters by their names, apart from what has a place of its own."""
        names = {
            one.name: parameter_name(one.name)
            for one in self.job.fields
            if one is not self.job.replaced
        }
        return {key: Code(name) for key, name in names.items() if name not in passed}

    def _parameters(self, home: Home) -> Iterator[Parameter]:
        annotations = home.annotations
        for one in self.job.fields:
            if one is not self.job.replaced:
                yield parameter_of(one, annotations.parameter(one, home.class_of(one)))
                continue
            annotation = f"Iterable[{annotations.parameter(one.items or one, None)}]"
            if self.takes_async and home.side is not SYNC:
                annotation += f" | Async{annotation}"
            yield Parameter(self.argument, annotation, "", by_name=False)

    def _docstring(self, home: Home, record: str) -> list[str]:
        """Return what hovering over the method shows: what it makes of one operation's calls."""
        options = (f"{one.name}: {text}" for one, text in self.options(home))
        arguments = [*self._arguments(home), *bullets(options, indent=2)]
        sections = {
            "Returns": [self.returned_text(home, record)],
            "Raises": [f"{name}: {text}" for name, text in self.raised(home.errors)],
            "Quotas": quota_texts(self.operation),
        }
        about = " ".join(self.texts(home))
        return described(self.operation, sections, indent=2, about=about, arguments=arguments)

    def _arguments(self, home: Home) -> Iterator[str]:
        replaced = self.job.replaced
        for one in sorted(self.job.fields, key=lambda one: not (one.required or one is replaced)):
            if one is replaced:
                yield from bullets([f"{self.argument}: {self.elements_text(home)}"], indent=2)
                continue
            taken = self.taken(one)
            text = typed_text(parameter_text(taken), taken, home.types)
            yield from argument_lines(parameter_name(one.name), text, taken)
