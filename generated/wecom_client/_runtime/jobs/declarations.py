# Copied from templates/wecom_client/_runtime/jobs/declarations.py: edit that file, then run 'make generate'.
"""What operations declare of their whole jobs: facts alone, what is done with them stands beside.

Every program imports this module, and few run every job: the logic is imported by the first use.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from ..answers import Answer, FailedRecord, PartialAnswer, Record
from ..checks import Object
from ..request import Operation

A = TypeVar("A", bound=Answer)
F = TypeVar("F", bound=FailedRecord)
R = TypeVar("R", bound=Record)


class Pages(Generic[R]):
    """How an operation is paged.

    `items`: attribute of the answer that holds the records. `size`, `position`: parameters that say
    how many records a page has and where it begins. `next_position`, `total`: fields of the answer
    that say where the next page begins, and how many records there are.
    """

    __slots__ = (
        "answer",
        "items",
        "next_position",
        "operation",
        "position",
        "request",
        "size",
        "total",
    )

    def __init__(
        self,
        operation: Operation,
        request: Object,
        answer: type[Answer],
        *,
        items: str,
        size: str,
        position: str,
        next_position: str,
        total: str | None = None,
    ) -> None:
        self.operation = operation
        self.request = request
        self.answer = answer
        self.items = items
        self.size = size
        self.position = position
        self.next_position = next_position
        self.total = total


class Batch(Generic[F]):
    """How an operation is carried out for more elements than one call takes.

    `items`: the parameter that takes at most `size` of them; `argument`: its name in the job.
    `done`: codes of failed elements which say that it is so already. `used_up`: codes which say
    that the day's quota is used up.
    """

    __slots__ = ("answer", "argument", "done", "items", "operation", "request", "size", "used_up")

    def __init__(
        self,
        operation: Operation,
        request: Object,
        answer: type[PartialAnswer],
        *,
        items: str,
        argument: str,
        size: int,
        done: Sequence[int] = (),
        used_up: Sequence[int] = (),
    ) -> None:
        self.operation = operation
        self.request = request
        self.answer = answer
        self.items = items
        self.argument = argument
        self.size = size
        self.done = frozenset(done)
        self.used_up = frozenset(used_up)


class Bulk(Generic[A]):
    """How an operation on one element is carried out for many.

    `item`: the parameter that names the element; `argument`: what the job calls the elements.
    """

    __slots__ = ("answer", "argument", "item", "operation", "request")

    def __init__(
        self, operation: Operation, request: Object, answer: type[A], *, item: str, argument: str
    ) -> None:
        self.operation = operation
        self.request = request
        self.answer = answer
        self.item = item
        self.argument = argument


class Window(Generic[A]):
    """How an operation is split and its answers are merged.

    `begin`, `end`: the parameters for the first and the last day; `span`: days of one call.
    `split`: dotted path of the array of which one call takes `size` elements. `items`: attribute of
    the answer that holds the records; `key`: what tells them apart. `sums`, `latest`: dotted paths
    of the figures that add up over days, and of those that count up to and including the day, so
    that the last day's holds. Over different elements all of them add up.
    """

    __slots__ = (
        "answer",
        "begin",
        "end",
        "items",
        "key",
        "latest",
        "operation",
        "pages",
        "request",
        "size",
        "span",
        "split",
        "sums",
    )

    def __init__(
        self,
        operation: Operation,
        request: Object,
        answer: type[A],
        *,
        begin: str,
        end: str,
        span: int,
        split: str,
        size: int,
        items: str,
        key: str,
        sums: Sequence[str],
        latest: Sequence[str],
        pages: Pages[Any] | None = None,
    ) -> None:
        self.operation = operation
        self.request = request
        self.answer = answer
        self.begin = begin
        self.end = end
        self.span = span
        self.split = split
        self.size = size
        self.items = items
        self.key = key
        self.sums = tuple(sums)
        self.latest = tuple(latest)
        self.pages = pages
