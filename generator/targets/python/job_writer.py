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

    def uses(self, module: str, name: str) -> str:
        """Return the name of a class of the runtime's jobs, which the file then imports."""
        self.annotations.imports.use_runtime(f"jobs.{module}", name)
        return name

    def coded(self, codes: Iterable[int]) -> str:
        """Return error codes with what they mean."""
        return " or ".join(f"{code} ({self.errors[code].meaning})" for code in codes)


@dataclass(frozen=True)
class JobWriter(Generic[J]):
    """What Python has of a kind of job; each kind has its own facts, options and texts."""

    operation: Operation
    job: J
    waits: ClassVar[bool] = False
    """Whether the method itself makes the calls, rather than the iterator that it returns."""
    former: ClassVar[str] = ""
    """What the definition was called before; the package keeps that name."""
    takes_async: ClassVar[bool] = False
    """Whether the elements may come asynchronously."""

    @property
    def constant(self) -> str:
        """The name of the job's definition in the operation's file."""
        return type(self.job).__name__.upper()

    @property
    def constants(self) -> list[str]:
        """The names that the operation's file has for the job."""
        return [one for one in (self.constant, self.former) if one]

    @property
    def answer(self) -> str:
        """The class of one call's answer."""
        return answer_name(self.operation.name)

    @property
    def argument(self) -> str:
        """What the method calls all elements together."""
        return python_name(self.job.argument, PARAMETERS_RESERVED) if self.job.argument else ""

    @property
    def start(self) -> Field | None:
        """The parameter that says where to begin."""
        return None

    def record(self, _records: Mapping[str, str]) -> str:
        """Return the class that the job is about, of those of the answer."""
        return self.answer

    def facts(self) -> dict[str, Any]:
        """Return what the operation's file says of the job."""
        raise NotImplementedError

    def texts(self, home: Home) -> Iterable[str]:
        """Return what the job makes of its operation's calls."""
        raise NotImplementedError

    def parameter_as_taken(self, one: Field) -> Field:
        """Return a parameter without the limits that the job itself keeps."""
        return one

    def elements_text(self, _home: Home) -> str:
        """Return the text of the argument that takes any number of elements."""
        return ""

    def options(self, _home: Home) -> Iterable[tuple[Parameter, str]]:
        """Return the arguments that only the job has, each with its text."""
        return ()

    def returned(self, home: Home, record: str) -> tuple[str, ...]:
        """Return the types of what the method returns."""
        raise NotImplementedError

    def returned_text(self, home: Home, record: str) -> str:
        """Return what the method returns, in words."""
        raise NotImplementedError

    def raised(self, errors: Mapping[int, ErrorCode]) -> Iterable[tuple[str, str]]:
        """Return the exceptions of the method, each with what it says."""
        return raised(self.operation, errors)

    def overloads(
        self, _home: Home, _before: tuple[Parameter, ...], _record: str
    ) -> tuple[Overload, ...]:
        """Return what the method returns for each value of its last option."""
        return ()

    def leading(self) -> Iterator[Any]:
        """Return what the client's function takes between the parameters and the options."""
        for name in (self.start.name if self.start else "", self.job.argument):
            if name:
                yield Code(python_name(name, PARAMETERS_RESERVED))

    def definitions(self, imports: Imports, records: Mapping[str, str]) -> Iterator[Definition]:
        """Return what an operation's file says of the job; `records` are the answer's classes."""
        kind = type(self.job).__name__
        imports.use_runtime("jobs.declarations", kind)
        value = call(kind, Code("OPERATION"), Code("REQUEST"), Code(self.answer), **self.facts())
        yield Definition(f"{self.constant}: {kind}[{self.record(records)}]", value)
        if self.former:
            yield Definition(self.former, Code(self.constant))

    def method(self, home: Home, record: str, local: str) -> JobMethod:
        """Return the method; `record` is its class as the file calls it, `local` without a path."""
        options = [one for one, _ in self.options(home)]
        before = (*in_order(self._parameters(home)), *options, extra_of(home.annotations))
        overloads = self.overloads(home, before, record)
        if overloads:
            # the option that tells them apart comes last
            before = (*overloads[-1].parameters[:-1], *options[-1:])
        side = home.side if self.waits else SYNC
        return JobMethod(
            name=self.job.name,
            define=side.define,
            decorator=_overload(home.annotations) if overloads else "",
            overloads=overloads,
            signature=Overload(before, self.returned(home, record)),
            docstring=docstring(self._docstring(home, local), indent=2),
            call=side.call,
            function=f"_{self.constant.lower()}",
            arguments=(
                Code(f"{home.module}.{self.constant}"),
                {
                    one.name: Code(python_name(one.name, PARAMETERS_RESERVED))
                    for one in self.job.fields
                    if one is not self.job.replaced and one is not self.start
                },
                *self.leading(),
                *(Code(one.name) for one in options),
                Code(EXTRA),
                Code("self._rules"),
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
        options = bullets((f"{one.name}: {text}" for one, text in self.options(home)), indent=2)
        exceptions = (f"{name}: {text}" for name, text in self.raised(home.errors))
        lines = wrap(operation.title, indent=2)
        lines += ["", *wrap(sentence(operation.summary), indent=2)]
        lines += ["", *wrap(" ".join(self.texts(home)), indent=2)]
        lines += ["", "Args:", *self._arguments(home), *options]
        lines += bullets([EXTRA_OF_EACH_CALL], indent=2)
        lines += ["", "Returns:", *bullets([self.returned_text(home, record)], indent=2)]
        lines += ["", "Raises:", *bullets(exceptions, indent=2)]
        quotas = list(quota_texts(operation))
        if quotas:
            lines += ["", "Quotas:", *bullets(quotas, indent=2)]
        return [*lines, "", *page_lines(operation)]

    def _arguments(self, home: Home) -> Iterator[str]:
        replaced = self.job.replaced
        for one in sorted(self.job.fields, key=lambda one: not (one.required or one is replaced)):
            if one is replaced:
                yield from bullets([f"{self.argument}: {self.elements_text(home)}"], indent=2)
                continue
            taken = self.parameter_as_taken(one)
            text = typed_text(parameter_text(taken), taken, home.types)
            yield from argument_lines(python_name(one.name, PARAMETERS_RESERVED), text, taken)


def iterator_text(home: Home, name: str) -> str:
    """Return the text of a job that is iterated over."""
    if home.side is SYNC:
        return f"{name}: an iterator"
    return f"Async{name}: for `async for`, without `await`, an iterator"


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
