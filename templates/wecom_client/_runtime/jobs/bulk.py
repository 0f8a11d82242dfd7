"""Bulk reads: how an element is read, which are out, and which outcome goes first; no I/O."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sized
from functools import partial
from typing import Any, Generic, TypeVar

from ..answers import Answer, answer_in
from ..arguments import is_async, is_rate
from ..errors import WeComError
from ..flow import Rules, call
from ..named import Named
from ..problems import Problem
from ..request import Request, Settings
from ..steps import Step
from ..values import describe
from .calls import Terms, checked, not_iterable, whole_number
from .declarations import Bulk, Pagination
from .merging import MergedPages
from .pagination import Pager
from .rate_controller import RateController, patiently
from .results import Outcome, Progress, Waiting

A = TypeVar("A", bound=Answer)


MOST_CALLS = 128
"""The greatest `concurrency`: as many connections as a client keeps."""


class Options(Named):
    """The options of a bulk read, checked."""

    concurrency: int
    ordered: bool
    on_progress: Callable[[Progress], object] | None
    total: int | None


def check(
    bulk: Bulk[A],
    values: Mapping[str, Any],
    elements: object,
    settings: Settings,
    options: tuple[int, float | None, bool, Callable[[Progress], object] | None],
    *,
    asynchronous: bool = False,
    extra: Mapping[str, Any] | None = None,
) -> Options:
    """Check what can be checked before the elements are read.

    Raises:
        ParameterError: with every problem at once.
    """
    concurrency, rate, ordered, on_progress = options
    own = not_iterable(bulk.argument, elements, asynchronous=asynchronous)
    own += whole_number("concurrency", concurrency, 1, MOST_CALLS)
    if rate is not None and not is_rate(rate):
        own.append(
            Problem(
                "rate",
                "minimum",
                f"must be calls a minute, one a day at least, is {describe(rate)}",
            )
        )
    if on_progress is not None and (not callable(on_progress) or is_async(on_progress)):
        message = "must be a function of one Progress, without async"
        own.append(Problem("on_progress", "type", message))
    terms = Terms(lifted={(bulk.parameter, "required")})
    checked(bulk.operation, bulk.request, values, settings, terms, own, extra)
    total = len(elements) if isinstance(elements, Sized) else None
    return Options(concurrency, bool(ordered), on_progress, total)


class BulkReader(Generic[A]):
    """What all threads or tasks of one bulk read share: how an element is read, and the pace."""

    def __init__(
        self,
        bulk: Bulk[A],
        values: Mapping[str, Any],
        settings: Settings,
        rules: Rules,
        pace: RateController,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._bulk = bulk
        self._values = values
        self._settings = settings
        self._rules = rules._replace(pace=pace)
        self._extra = extra
        self.pace = pace

    def flow(self, element: Any) -> Generator[Step, Any, Outcome[A]]:
        """Read one element; an error of ours is an outcome."""
        bulk, values = self._bulk, {**self._values, self._bulk.parameter: element}
        try:
            if bulk.pagination is not None:
                answer = yield from self._all_pages(bulk.pagination, values)
            else:
                request = bulk.operation.build(bulk.request, values, self._settings, self._extra)
                answer = yield from self._call(request)
        except WeComError as error:
            # Kept with its outcome, the traceback would keep every frame's variables.
            return Outcome(element, None, error.with_traceback(None))
        return Outcome(element, answer, None)

    def _all_pages(
        self, pagination: Pagination[Any], values: Mapping[str, Any]
    ) -> Generator[Step, Any, A]:
        """Read one element whole; a page that fails is an error of it, as what came is a part."""
        bulk = self._bulk
        sent = checked(
            bulk.operation, bulk.request, values, self._settings, Terms(), extra=self._extra
        )
        pager, pages = Pager(pagination, sent), MergedPages[A](pagination)
        while (request := pager.request()) is not None:
            page = yield from self._call(request)
            pager.accept(page)
            pages.add(page)
        return pages.answer()

    def _call(self, request: Request) -> Generator[Step, Any, A]:
        flow = partial(call, request, answer=self._bulk.answer)
        raw = yield from patiently(flow, self._rules, self.pace, request.path)
        return answer_in(self._rules.language, self._bulk.answer, raw)

    def waiting(self, seconds: float) -> Waiting:
        """Return what tells that all calls wait for so long."""
        return Waiting(self._settings.clock() + seconds)


class OutcomeBuffer(Generic[A]):
    """Which elements are out, which outcomes are there, and which of them goes first; no I/O.

    Elements are handed out ahead of the outcomes taken, but only so many: what nobody takes must
    not fill the memory.
    """

    def __init__(self, options: Options) -> None:
        self._options = options
        self._capacity = 2 * options.concurrency
        self._number = 0
        self._first = 0
        self._ready: dict[int, Outcome[A]] = {}
        self._done = 0
        self._failed = 0
        self._is_at_end = False
        self._error: Exception | None = None

    @property
    def wants_more(self) -> bool:
        """Whether another element should be handed out."""
        return not self._is_at_end and self._number - self._done < self._capacity

    @property
    def is_waiting(self) -> bool:
        """Whether elements are out."""
        return self._number - self._done > len(self._ready)

    @property
    def has_next(self) -> bool:
        """Whether the outcome that goes first is there."""
        return self._first in self._ready if self._options.ordered else bool(self._ready)

    @property
    def has_begun(self) -> bool:
        """Whether elements were handed out, or none will be any more."""
        return self._is_at_end or self._number > 0

    def dispatch(self) -> int:
        """Count an element that is handed out, and return its number."""
        self._number += 1
        return self._number - 1

    def put(self, number: int, outcome: Outcome[A]) -> None:
        """Take in an outcome."""
        self._ready[number] = outcome

    def take(self) -> Outcome[A]:
        """Report the progress and return the outcome that goes first."""
        number = self._first if self._options.ordered else next(iter(self._ready))
        failed = self._failed + (self._ready[number].error is not None)
        if self._options.on_progress is not None:
            # It may raise: then the outcome is still here.
            self._options.on_progress(Progress(self._done + 1, failed, self._options.total))
        self._first += 1
        self._done += 1
        self._failed = failed
        return self._ready.pop(number)

    def tell(self, waiting: Waiting) -> None:
        """Report that a wait has begun."""
        if self._options.on_progress is not None:
            total, until = self._options.total, waiting.until
            self._options.on_progress(Progress(self._done, self._failed, total, until))

    def __str__(self) -> str:
        """Return how far the bulk read is."""
        return f"{self._done} done, {self._failed} of them failed"

    def end(self, error: Exception | None = None) -> None:
        """Learn that there are no more elements, or that reading them failed."""
        self._is_at_end = True
        self._error = error

    def close(self) -> None:
        """Forget the elements that are out."""
        self._is_at_end = True
        self._number = self._done + len(self._ready)

    def error(self) -> Exception | None:
        """Return, once, why reading the elements failed; outcomes that are out come first."""
        error, self._error = self._error, None
        return error
