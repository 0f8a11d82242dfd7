"""The methods of a generated namespace, those of one call and whole jobs, for either client."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ...model import ErrorCode, Field, Job, Operation
from .docstrings import method_docstring
from .expressions import Annotations, innermost
from .job_writer import Home, JobMethod
from .jobs import writer_of
from .layout import docstring
from .naming import PACKAGE, answer_name, member_name, module_name
from .records import Classes
from .signatures import Parameter, Side, parameters_of


@dataclass(frozen=True)
class Method:
    """One method of a generated namespace that makes one call."""

    name: str
    module: str
    parameters: tuple[Parameter, ...]
    answer: str
    docstring: str
    request: str
    """Name of the local variable, which no parameter has."""
    define: str
    call: str
    jobs: tuple[JobMethod, ...]


@dataclass(frozen=True)
class OwnClasses:
    """The classes that an operation's file has, by the field of the request or answer."""

    parameters: Mapping[str, str]
    answers: Mapping[str, str]
    classes: Classes


@dataclass(frozen=True)
class MethodWriter:
    """Writes the methods of one namespace.

    Both clients have the whole text of a method, as an editor shows what stands where it looks.
    """

    side: Side
    classes: Classes
    annotations: Annotations
    errors: Mapping[int, ErrorCode]

    def method(self, operation: Operation, own: OwnClasses) -> Method:
        """Return the method of an operation, with those of its jobs."""
        name = member_name(operation.path)
        module = f"_{name}"
        self.annotations.imports.alias(".", name, module)

        def class_of(one: Field) -> str | None:
            shape = innermost(one).shape
            if one.name in own.parameters and shape is not None:
                return self.classes.shape_mapping(shape)
            found = own.parameters.get(one.name)
            return f"{module}.{found}" if found is not None else None

        types = self._types(operation, own)
        answer = answer_name(operation.name)
        parameters = parameters_of(operation, self.annotations, class_of)
        home = Home(self.side, self.annotations, module, class_of, types, self.errors)
        return Method(
            name,
            module,
            parameters,
            f"{module}.{answer}",
            docstring(method_docstring(operation, self.errors, answer, types), indent=2),
            _free_name("request", [one.name for one in parameters]),
            self.side.define,
            self.side.call,
            tuple(self._job(home, operation, job, own) for job in operation.jobs),
        )

    def _types(self, operation: Operation, own: OwnClasses) -> dict[str, str]:
        """Return where the TypedDict of each parameter that has one is imported from."""
        group = operation.path.rpartition("/")[0]
        found = {}
        for one in operation.request:
            name = own.parameters.get(one.name)
            shape = innermost(one).shape
            if name is not None and shape is not None and group:
                name = self.classes.shape_mapping(shape)
                found[one.name] = f"{PACKAGE}.{module_name(group)}.{name}"
            elif name is not None:
                found[one.name] = f"{PACKAGE}.{module_name(operation.path)}.{name}"
        return found

    def _job(self, home: Home, operation: Operation, job: Job, own: OwnClasses) -> JobMethod:
        writer = writer_of(operation, job)
        local = writer.record(own.answers)
        shape = own.classes.shape_of(local)
        record = f"{home.module}.{local}" if shape is None else self.classes.shape_record(shape)
        return writer.method(home, record, local)


def _free_name(name: str, taken: Collection[str]) -> str:
    while name in taken:
        name += "_"
    return name
