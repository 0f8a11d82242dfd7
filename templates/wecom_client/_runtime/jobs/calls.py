"""What jobs have in common: the call that they ask for, and the checks of their arguments."""

from __future__ import annotations

from collections.abc import Collection, Generator, Hashable, Iterable, Mapping
from types import AsyncGeneratorType, GeneratorType
from typing import Any, Literal

from ..answers import Answer
from ..checks import Object
from ..errors import APIError, ParameterError, TransportError
from ..flow import Rules, call
from ..named import Named
from ..problems import Problem, Report
from ..request import Operation, Request, Settings, settle, with_extra
from ..steps import Send, Step, watched
from ..values import describe


class Call:
    """A job asks for this call, and is sent the answer or the exception that came of it.

    `is_under_way`: a request has been sent, and nobody knows yet what came of it. `as_json`: the
    job reads the JSON rather than the fields.
    """

    __slots__ = ("answer", "as_json", "is_under_way", "request")

    def __init__(self, request: Request, answer: type[Answer], *, as_json: bool = False) -> None:
        self.request = request
        self.answer = answer
        self.as_json = as_json
        self.is_under_way = False

    def flow(self, rules: Rules) -> Generator[Step, Any, Any]:
        """Carry out the call, and note how far it is: an exception may come at any step."""
        repeatable = self.request.operation.repeatable

        def carry(step: Step) -> Generator[Step, Any, Any]:
            # A call that waits, or needs a token, was not carried out so far; one that may be
            # repeated also waits after an outcome that nobody knows.
            self.is_under_way = isinstance(step, Send) or (self.is_under_way and repeatable)
            return (yield step)

        try:
            answer = None if self.as_json else self.answer
            return (yield from watched(call(self.request, rules, answer), carry))
        except APIError as refusal:
            self.is_under_way = refusal.after_unknown
            raise


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
    extra: Mapping[str, Any] | None = None,
) -> Mapping[str, Any]:
    """Check the arguments of a job and return them as they are to be sent.

    `own`: problems of arguments that only the job has; they count whatever `settings` says.
    `extra`: what each call sends besides, unchecked.

    Raises:
        ParameterError: with every problem at once.
    """
    report = Report(settings.clock)
    sent: Mapping[str, Any] = schema.check(values, "", report)
    report.problems = terms.of_job(report.problems)
    found = list(own)
    if extra is not None:
        sent = with_extra(operation, schema, sent, extra, found)
    settle(operation, report, settings.checks, found)
    return sent


def not_iterable(name: str, elements: object, *, asynchronous: bool = False) -> list[Problem]:
    """Return a problem where a job's elements cannot be iterated over, or not any more."""
    if is_at_end(elements):
        # Taken for no elements, they would make a job that looks done.
        return [Problem(name, "type", "is a generator that is at its end; begin it anew")]
    is_text = isinstance(elements, (str, bytes, bytearray))
    taken = isinstance(elements, Iterable) or (asynchronous and hasattr(elements, "__aiter__"))
    if taken and not is_text and not isinstance(elements, Mapping):
        return []
    hint = "; put a single value into a list" if is_text else ""
    return [Problem(name, "type", f"must be an iterable, is {describe(elements)}{hint}")]


def is_at_end(elements: object) -> bool:
    """Whether elements are a generator that gave all it has, or failed: nothing comes any more."""
    if isinstance(elements, AsyncGeneratorType):
        return elements.ag_frame is None
    return isinstance(elements, GeneratorType) and elements.gi_frame is None


def elements_of(name: str, elements: Iterable[Any]) -> tuple[list[Any], list[Problem]]:
    """Return the elements of a job that takes any number of ids, and what cannot be one.

    What no answer could name is a problem whatever the checks are set to.
    """
    problems = not_iterable(name, elements)
    given = [] if problems else list(elements)
    problems += [
        Problem(f"{name}[{index}]", "type", f"cannot be an id, is {describe(element)}")
        for index, element in enumerate(given)
        if not isinstance(element, Hashable)
    ]
    return given, problems


def whole_number(
    name: str, value: object, minimum: int, maximum: int | None = None
) -> list[Problem]:
    """Return a problem where an option of a job is not a whole number within its limits."""
    report = Report()
    if not isinstance(value, int) or isinstance(value, bool):
        report.problem(name, "type", f"must be an integer, is {describe(value)}")
    elif value < minimum:
        report.problem(name, "minimum", f"must be at least {minimum}, is {value}")
    elif maximum is not None and value > maximum:
        report.problem(name, "maximum", f"must be at most {maximum}, is {value}")
    return report.problems


def outcome_of(call: Call, error: BaseException) -> Literal["unknown", "not_tried"]:
    """Say of a call that has no answer whether it may have been carried out."""
    # Among the errors is what a caller's own function raised, asked for a token.
    is_lost = call.is_under_way and not isinstance(error, ParameterError)
    if isinstance(error, APIError):
        is_lost = error.after_unknown
    elif isinstance(error, TransportError):
        is_lost = error.outcome == "unknown"
    return "unknown" if is_lost else "not_tried"
