"""The methods of one operation, that of one call and those of whole jobs, for either client."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from ...model import ErrorCode, Job, Operation
from .docstrings import method_docstring
from .expressions import Annotations, innermost
from .job_writer import Home, JobMethod
from .jobs import writer_of
from .layout import docstring
from .naming import PACKAGE, answer_name, member_name, module_name, parameter_class_name
from .records import Classes
from .signatures import Parameter, Side, parameters_of


@dataclass(frozen=True)
class Methods:
    """The class of one client's methods."""

    name: str
    base: str
    client: str
    define: str
    call: str
    operation: str
    """Name of the method that makes one call."""
    parameters: tuple[Parameter, ...]
    answer: str
    docstring: str
    request: str
    """Name of the local variable, which no parameter has."""
    jobs: tuple[JobMethod, ...]


@dataclass(frozen=True)
class MethodWriter:
    """Writes the methods of one operation.

    Both clients have the whole text of a method, as an editor shows what stands where it looks.
    """

    operation: Operation
    classes: Classes
    errors: Mapping[int, ErrorCode]

    def methods(self, side: Side) -> Methods:
        """Return the methods of one client."""
        operation, answer = self.operation, answer_name(self.operation.name)
        name = member_name(operation.path)
        annotations = Annotations(frozenset([name, *(job.name for job in operation.jobs)]))
        parameters = parameters_of(operation, annotations, self.classes.parameter_class)
        home = Home(side, annotations, self.classes.parameter_class, self._types, self.errors)
        return Methods(
            f"_{side.prefix}Methods",
            f"{side.prefix}Bound",
            f"{side.prefix}WeComClient",
            side.define,
            side.call,
            name,
            parameters,
            answer,
            self._docstring,
            _free_name("request", [one.name for one in parameters]),
            tuple(self._job(job, home) for job in operation.jobs),
        )

    @cached_property
    def _docstring(self) -> str:
        answer = answer_name(self.operation.name)
        lines = method_docstring(self.operation, self.errors, answer, self._types)
        return docstring(lines, indent=2)

    @cached_property
    def _types(self) -> dict[str, str]:
        """Return where the TypedDict of each parameter that has one is imported from."""
        group = self.operation.path.rpartition("/")[0]
        found = {}
        for one in self.operation.request:
            name = self.classes.parameters.get(one.name)
            shape = innermost(one).shape
            if name is not None:
                is_shared = shape is not None and name == parameter_class_name(shape[1])
                home = group if is_shared and group else self.operation.path
                found[one.name] = f"{PACKAGE}.{module_name(home)}.{name}"
        return found

    def _job(self, job: Job, home: Home) -> JobMethod:
        writer = writer_of(self.operation, job)
        return writer.method(home, writer.record(self.classes.answers))


def _free_name(name: str, taken: Collection[str]) -> str:
    while name in taken:
        name += "_"
    return name
