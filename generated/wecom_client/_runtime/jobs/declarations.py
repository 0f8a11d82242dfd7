# Copied from templates/wecom_client/_runtime/jobs/declarations.py: edit that file, then run 'make generate'.
"""What operations declare of their whole jobs: facts alone, what is done with them stands beside.

Limits of a call are not declared: they are those of the request's own checks. Every program imports
this module, and few run every job: the logic is imported by the first use.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from ..answers import Answer, FailedRecord, PartialAnswer
from ..checks import Object
from ..request import Operation

A = TypeVar("A", bound=Answer)
F = TypeVar("F", bound=FailedRecord)
R = TypeVar("R")


class _Declaration:
    """Which operation a job calls, the checks of its request, and the class of its answers."""

    __slots__ = ("answer", "operation", "request")

    def __init__(self, operation: Operation, request: Object, answer: type[Any]) -> None:
        self.operation = operation
        self.request = request
        self.answer = answer


class Pagination(_Declaration, Generic[R]):
    """How an operation is paged.

    `position`, `size`: parameters that say where a page begins and how many records it has, if one
    can say that. `next`, `total`: fields of the answer that say where the next page begins, and how
    many records there are; `items`: the attribute that holds the records, or plain values.
    `parameter`: takes at most `portion` elements, of which there may be any number; `argument`: its
    name in the job; `skipped`: attributes of the answer that lead to those which the platform
    passed over, and `skipped_when`: error codes which say that it passed over all of a call.
    """

    __slots__ = (
        "argument",
        "items",
        "next",
        "parameter",
        "portion",
        "position",
        "size",
        "skipped",
        "skipped_when",
        "total",
    )

    answer: type[Answer]

    def __init__(
        self,
        operation: Operation,
        request: Object,
        answer: type[Answer],
        *,
        position: str,
        next: str,
        items: str,
        size: str | None = None,
        total: str | None = None,
        parameter: str | None = None,
        argument: str = "",
        skipped: str = "",
        skipped_when: Sequence[int] = (),
    ) -> None:
        super().__init__(operation, request, answer)
        self.position = position
        self.next = next
        self.size = size
        self.items = items
        self.total = total
        self.parameter = parameter
        self.portion = 0 if parameter is None else _most_items(request, parameter)
        self.argument = argument
        self.skipped = skipped.split(".") if skipped else []
        self.skipped_when = frozenset(skipped_when)


class Batch(_Declaration, Generic[F]):
    """How an operation is carried out for more elements than one call takes.

    `parameter`: takes at most `size` of them; `argument`: its name in the job. `done`: codes of
    failed elements which say that it is so already. `used_up`: codes which say that the day's quota
    is used up.
    """

    __slots__ = ("argument", "done", "parameter", "size", "used_up")

    answer: type[PartialAnswer]

    def __init__(
        self,
        operation: Operation,
        request: Object,
        answer: type[PartialAnswer],
        *,
        parameter: str,
        argument: str,
        done: Sequence[int] = (),
        used_up: Sequence[int] = (),
    ) -> None:
        super().__init__(operation, request, answer)
        self.parameter = parameter
        self.size = _most_items(request, parameter)
        self.argument = argument
        self.done = frozenset(done)
        self.used_up = frozenset(used_up)


class Bulk(_Declaration, Generic[A]):
    """How an operation on one element is carried out for many.

    `parameter`: names the element; `argument`: what the job calls the elements. `pagination`: how
    the answer to one of them is paged, if it is.
    """

    __slots__ = ("argument", "pagination", "parameter")

    answer: type[A]

    def __init__(
        self,
        operation: Operation,
        request: Object,
        answer: type[A],
        *,
        parameter: str,
        argument: str,
        pagination: Pagination[Any] | None = None,
    ) -> None:
        super().__init__(operation, request, answer)
        self.parameter = parameter
        self.argument = argument
        self.pagination = pagination


class Window(_Declaration, Generic[A]):
    """How an operation is split and its answers are merged.

    `begin`, `end`: the parameters for the first and the last day, at most `span` days apart.
    `parameter`: dotted path of the array of which one call takes `size` elements; None: the days
    alone are split. `items`: attribute of the answer that holds the records; `key`: what tells them
    apart. `sums`, `latest`: dotted paths of the figures that add up over days, and of those that
    count up to and including the day, so that the last day's holds. Over different elements all of
    them add up.
    """

    __slots__ = (
        "begin",
        "end",
        "items",
        "key",
        "latest",
        "pagination",
        "parameter",
        "size",
        "span",
        "sums",
    )

    answer: type[A]

    def __init__(
        self,
        operation: Operation,
        request: Object,
        answer: type[A],
        *,
        begin: str,
        end: str,
        parameter: str | None = None,
        items: str,
        key: str,
        sums: Sequence[str] = (),
        latest: Sequence[str] = (),
        pagination: Pagination[Any] | None = None,
    ) -> None:
        super().__init__(operation, request, answer)
        self.begin = begin
        self.end = end
        self.span = _most_days(request, end)
        self.parameter = parameter
        self.size = 0 if parameter is None else _most_items(request, parameter)
        self.items = items
        self.key = key
        self.sums = tuple(sums)
        self.latest = tuple(latest)
        self.pagination = pagination


def _most_items(request: Object, path: str) -> int:
    """Return how many elements the array at a dotted path takes."""
    check: Any = request
    for name in path.split("."):
        check = check.properties[name]
    most: int = check.max_items
    return most


def _most_days(request: Object, end: str) -> int:
    """Return how many days after its first one the last day of a call may be."""
    rules: Sequence[Any] = request.rules
    most: int = next(rule.max_span_days for rule in rules if getattr(rule, "end", "") == end)
    return most
