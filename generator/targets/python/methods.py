"""The methods of one operation for either client; what that of one call is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ...model import ErrorCode, Operation
from .docstrings import call_docstring
from .expressions import Annotations, innermost
from .naming import PACKAGE, answer_name, member_name, parameter_class_name
from .records import Classes
from .signatures import Parameter, Side, parameters_of


@dataclass(frozen=True)
class Methods:
    """The class of one client's methods.

    Both clients have the whole text of a method, as an editor shows what stands where it looks.
    """

    operation: Operation
    classes: Classes
    errors: Mapping[int, ErrorCode]
    side: Side

    @property
    def name(self) -> str:
        """The name of the method that makes one call."""
        return member_name(self.operation.path)

    @property
    def answer(self) -> str:
        """The class of one call's answer."""
        return answer_name(self.operation.name)

    @cached_property
    def annotations(self) -> Annotations:
        """What writes annotations in this class."""
        return Annotations(frozenset([self.name, *(job.name for job in self.operation.jobs)]))

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        """The parameters of one call."""
        return parameters_of(self.operation, self.annotations, self.classes.parameter_class)

    @property
    def request(self) -> str:
        """The name of a local variable, which no parameter has."""
        name = "request"
        while any(one.name == name for one in self.parameters):
            name += "_"
        return name

    @property
    def docstring(self) -> str:
        """The docstring of one call."""
        return call_docstring(self.operation, self.errors, self.answer, self.types)

    @cached_property
    def types(self) -> dict[str, str]:
        """Where the TypedDict of each parameter that has one is imported from."""
        group = self.operation.path.rpartition("/")[0]
        found = {}
        for one in self.operation.request:
            name = self.classes.parameters.get(one.name)
            shape = innermost(one).shape
            if name is not None:
                is_shared = shape is not None and name == parameter_class_name(shape[1])
                names = self.classes.namespaces
                own = names.module(self.operation.path)
                home = names.package(group) if is_shared and group else own
                found[one.name] = f"{PACKAGE}.{home}.{name}"
        return found
