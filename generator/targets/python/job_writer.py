"""Whole jobs as code: what an operation's file says of them, and their methods for each client."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from ...model import Field, JobBase, Pagination
from .docstrings import argument_lines, bullets, method_docstring, raised
from .layout import Code, call, python
from .methods import Methods
from .naming import EXTRA, parameter_name
from .signatures import SYNC, Parameter, Side, extra_of, in_order, parameter_of

J = TypeVar("J", bound=JobBase, covariant=True)
Options = Iterable[tuple[Parameter, str]]
"""Arguments that only a job has, each with its text."""


@dataclass(frozen=True)
class Signature:
    """What a method takes and returns."""

    parameters: tuple[Parameter, ...]
    returned: str


@dataclass(frozen=True)
class JobWriter(Generic[J]):
    """What Python has of a job, for one client; each kind has its own facts, options and texts."""

    methods: Methods
    """The class that the method is written for."""
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
    """When the calls fail, before their errors; None: the method does not raise these."""

    @property
    def constants(self) -> tuple[str, ...]:
        """The names that the operation's file has for the job."""
        return tuple(filter(None, (_constant(self.job), self.former)))

    @property
    def argument(self) -> str:
        """What the method calls all elements together."""
        return parameter_name(self.job.argument) if self.job.argument else ""

    @property
    def record(self) -> str:
        """The class that the job is about: one of ours, or a plain value's."""
        listed = self.job.records if self.of_records else None
        if listed is None:
            return self.methods.answer
        record = self.methods.classes.answers.get(listed.name)
        return record or self.methods.annotations.answer(listed.items or listed, None)

    def facts(self) -> dict[str, Any]:
        """Return what the operation's file says of the job."""
        stated = {key: self.job.stated.get(key) for key in self.keys}
        found = {key: value for key, value in stated.items() if value not in (None, ())}
        return {**found, **({"argument": self.argument} if self.argument else {})}

    def pages(self, pagination: Pagination | None) -> dict[str, Any]:
        """Return what the file says of a job that goes through pages as another one does."""
        return {} if pagination is None else {"pagination": Code(_constant(pagination))}

    def texts(self) -> Iterable[str]:
        """Return what the job makes of its operation's calls."""
        yield self.about.format(argument=self.argument)

    def taken(self, one: Field) -> Field:
        """Return a parameter without the limits that the job itself keeps."""
        return one

    def elements_text(self) -> str:
        """Return the text of the argument that takes any number of elements."""
        return ""

    def options(self) -> Options:
        """Return the arguments that only the job has, the one that overloads tell apart last."""
        return ()

    def positions(self) -> tuple[str, ...]:
        """Return what the client's function takes between the parameters and the options."""
        return (self.argument,) if self.argument else ()

    @property
    def returned(self) -> str:
        """The type of what the method returns."""
        prefix = self.methods.side.prefix
        return f"{prefix}{self.iterator}[{self.record}]" if self.iterator else self.record

    def returned_text(self) -> str:
        """Return what the method returns, in words."""
        raise NotImplementedError

    def iterator_text(self) -> str:
        """Return what a method returns that is iterated over."""
        if self.methods.side is SYNC:
            return f"{self.iterator}: an iterator"
        return f"Async{self.iterator}: for `async for`, without `await`, an iterator"

    def raised(self) -> Sequence[str]:
        """Return the exceptions of the method, each with what it says."""
        if self.later is None:
            return ()
        return raised(self.methods.operation, self.methods.errors, self.later)

    def variants(self) -> Iterable[tuple[Parameter, str]]:
        """Return the last option as overloads have it, each with what the method then returns."""
        return ()

    def definitions(self) -> Iterator[str]:
        """Return what an operation's file says of the job."""
        kind, (name, *others) = type(self.job).__name__, self.constants
        names = Code("OPERATION"), Code("REQUEST"), Code(self.methods.answer)
        yield f"{name}: {kind}[{self.record}] = {python(call(kind, *names, **self.facts()))}"
        for other in others:
            yield f"{other} = {name}"

    @property
    def side(self) -> Side:
        """How the method is defined and called: one that returns an iterator waits for nothing."""
        return SYNC if self.iterator else self.methods.side

    @property
    def overloads(self) -> list[Signature]:
        """What the method returns for each value of its last option."""
        return [Signature((*self._parameters[:-1], one), kind) for one, kind in self.variants()]

    @property
    def signature(self) -> Signature:
        """What stands above the body of the method."""
        return Signature(self._parameters, self.returned)

    @property
    def _parameters(self) -> tuple[Parameter, ...]:
        own, extra = in_order(self._own_parameters()), extra_of(self.methods.annotations)
        options = [one for one, _ in self.options()]
        last = len(options) - any(self.variants())
        return (*own, *options[:last], extra, *options[last:])

    def _own_parameters(self) -> Iterator[Parameter]:
        annotations = self.methods.annotations
        for one in self.job.fields:
            if one is not self.job.replaced:
                yield parameter_of(one, annotations, self.methods.classes.parameter_class(one))
                continue
            annotation = f"Iterable[{annotations.parameter(one.items or one, None)}]"
            if self.takes_async and self.methods.side is not SYNC:
                annotation += f" | Async{annotation}"
            yield Parameter(self.argument, annotation, by_name=False)

    @property
    def arguments(self) -> str:
        """What the client's function is called with."""
        options = (one.name for one, _ in self.options())
        passed = (*self.positions(), *options, EXTRA, "self._rules")
        names = {
            one.name: parameter_name(one.name)
            for one in self.job.fields
            if one is not self.job.replaced
        }
        # what has a place of its own is no part of the parameters
        values = {key: Code(name) for key, name in names.items() if name not in passed}
        return ", ".join([self.constants[0], python(values), *passed])

    @property
    def docstring(self) -> str:
        """What hovering over the method shows: what it makes of one operation's calls."""
        options = (f"{one.name}: {text}" for one, text in self.options())
        return method_docstring(
            self.methods.operation,
            [*self._argument_lines(), *bullets(options, indent=2)],
            self.returned_text(),
            self.raised(),
            about=" ".join(self.texts()),
        )

    def _argument_lines(self) -> Iterator[str]:
        replaced = self.job.replaced
        for one in sorted(self.job.fields, key=lambda one: not (one.required or one is replaced)):
            if one is replaced:
                yield from bullets([f"{self.argument}: {self.elements_text()}"], indent=2)
            else:
                yield from argument_lines(self.taken(one), self.methods.types)


def _constant(job: JobBase) -> str:
    """Return the name that a definition has in an operation's file."""
    return type(job).__name__.upper()
