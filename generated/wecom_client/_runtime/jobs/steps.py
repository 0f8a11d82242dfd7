"""What jobs have in common: the call that they ask for, and the checks of their arguments."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from ..answers import Answer
from ..checks import Object, describe
from ..errors import ParameterError
from ..named import Named
from ..problems import Problem, Report
from ..request import Operation, Request, Settings, settle


class Call(Named):
    """A job asks for this call, and is sent the answer or the exception that came of it."""

    request: Request
    answer: type[Answer]


class Terms(Named):
    """How the arguments of a job differ from those of one call.

    `lifted`: limits of one call, by path and rule, that the job itself keeps. `names`: what the job
    calls a parameter.
    """

    lifted: Collection[tuple[str, str]] = ()
    names: Mapping[str, str] = {}

    def of_job(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return the problems that are left, at the paths that the caller knows."""
        return [
            problem._replace(path=self._renamed(problem.path))
            for problem in problems
            if (problem.path, problem.rule) not in self.lifted
        ]

    def _renamed(self, path: str) -> str:
        end = next((i for i, char in enumerate(path) if char in ".["), len(path))
        return self.names.get(path[:end], path[:end]) + path[end:]


def checked(
    operation: Operation,
    schema: Object,
    values: Mapping[str, Any],
    settings: Settings,
    terms: Terms,
    own: Iterable[Problem] = (),
) -> dict[str, Any]:
    """Check the arguments of a job and return them as they are to be sent.

    `own`: problems of arguments that only the job has; they count whatever `settings` says.

    Raises:
        ParameterError: with every problem at once.
    """
    report = Report(settings.clock)
    sent: dict[str, Any] = schema.check(values, "", report)
    report.problems = terms.of_job(report.problems)
    if own := list(own):
        raise ParameterError(operation.path, (*own, *report.problems), operation.doc_url)
    settle(operation, report, settings.checks)
    return sent


def not_iterable(name: str, elements: object, *, asynchronous: bool = False) -> list[Problem]:
    """Return a problem where a job's elements are no iterable of elements."""
    is_text = isinstance(elements, (str, bytes, bytearray))
    taken = isinstance(elements, Iterable) or (asynchronous and hasattr(elements, "__aiter__"))
    if taken and not is_text and not isinstance(elements, Mapping):
        return []
    hint = "; put a single value into a list" if is_text else ""
    return [Problem(name, "type", f"must be an iterable, is {describe(elements)}{hint}")]


def whole_number(
    name: str, value: object, minimum: int, maximum: int | None = None
) -> list[Problem]:
    """Return a problem where an option of a job is no whole number within its limits."""
    report = Report()
    if not isinstance(value, int) or isinstance(value, bool):
        report.problem(name, "type", f"must be an integer, is {describe(value)}")
    elif value < minimum:
        report.problem(name, "minimum", f"must be at least {minimum}, is {value}")
    elif maximum is not None and value > maximum:
        report.problem(name, "maximum", f"must be at most {maximum}, is {value}")
    return report.problems
