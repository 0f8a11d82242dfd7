"""What generated functions take, and for which of the two clients they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ...model import Field, Operation
from .expressions import Annotations
from .naming import EXTRA, parameter_name


@dataclass(frozen=True)
class Side:
    """One of the two clients, and the words by which its code differs from the other's."""

    prefix: str
    """What its classes are called in addition."""
    define: str
    call: str


SYNC = Side("", "def", "")
ASYNC = Side("Async", "async def", "await ")
SIDES = (SYNC, ASYNC)


@dataclass(frozen=True)
class Parameter:
    """One parameter of a generated function."""

    name: str
    annotation: str
    default: str = ""
    """Its default as Python, empty where it is required."""
    by_name: bool = True
    """Whether it is passed by keyword alone."""
    wire_name: str = ""
    """What the document calls it; empty for what is no parameter of the operation."""

    def __str__(self) -> str:
        """Return it as a signature has it."""
        return f"{self.name}: {self.annotation}{f' = {self.default}' if self.default else ''}"


def parameter_of(one: Field, annotations: Annotations, class_name: str | None) -> Parameter:
    """Return the parameter that stands for a field of the request."""
    name = parameter_name(one.name)
    annotation = annotations.parameter(one, class_name)
    if one.required:
        return Parameter(name, annotation, by_name=False, wire_name=one.name)
    return Parameter(name, f"{annotation} | None", "None", wire_name=one.name)


def extra_of(annotations: Annotations) -> Parameter:
    """Return the parameter for what the spec does not have yet."""
    return Parameter(EXTRA, f"{annotations.open_object()} | None", "None")


def in_order(parameters: Iterable[Parameter]) -> tuple[Parameter, ...]:
    """Return parameters as a function takes them: those by keyword alone come last."""
    return tuple(sorted(parameters, key=lambda one: one.by_name))


def parameters_of(
    operation: Operation, annotations: Annotations, class_of: Callable[[Field], str | None]
) -> tuple[Parameter, ...]:
    """Return the parameters of a function that makes one call."""
    own = [parameter_of(one, annotations, class_of(one)) for one in operation.request]
    return in_order((*own, extra_of(annotations)))
