"""Paging: which page to ask for next, one page at a time in memory; no I/O."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar, cast

from ..answers import Answer
from ..checks import Integer
from ..decode import number_of
from ..errors import APIError, ResponseError
from ..problems import Problem
from ..records import Record, value_of
from ..request import Request, Settings
from ..values import describe
from .calls import Terms, checked, elements_of
from .declarations import Pagination
from .results import END

R = TypeVar("R")

Sample = tuple[int, tuple[Any, ...], Any]
"""Of a page: how many records it has, the fields of some, and the first one whole."""

_MOST_EMPTY_PAGES = 100
_SAMPLED = 16


def begin(
    pagination: Pagination[R],
    values: Mapping[str, Any],
    settings: Settings,
    start: Any,
    size: int | None,
    extra: Mapping[str, Any] | None = None,
) -> Pager[R] | PortionPager[R]:
    """Check the arguments and return a pager of the pages from `start` on.

    `start`: a cursor or offset; where the job takes any number of elements, these.

    Raises:
        ParameterError: with every problem at once.
    """
    given, own = dict(values), list[Problem]()
    lifted, names = set[tuple[str, str]](), dict[str, str]()
    if pagination.size is not None:
        given[pagination.size] = size
        names[pagination.size] = "page_size"
    split = pagination.parameter
    if split is None:
        given[pagination.position] = start
    else:
        given[split], own = elements_of(pagination.argument, start)
        lifted = {(split, "minItems"), (split, "maxItems")}
        names[split] = pagination.argument
    terms, asked = Terms(lifted, names), pagination.operation
    sent = checked(asked, pagination.request, given, settings, terms, own, extra)
    return Pager(pagination, sent) if split is None else PortionPager(pagination, split, sent)


def of_full_size(pagination: Pagination[Any] | None) -> dict[str, Any]:
    """Return what asks for pages of full size, for a job that goes through them by itself."""
    name = None if pagination is None else pagination.size
    if pagination is None or name is None:
        return {}
    size = getattr(pagination.request.properties[name], "maximum", None)
    return {} if size is None else {name: size}


class Pager(Generic[R]):
    """A position among pages: knows the present page and what to ask for next; no I/O.

    A cursor says nothing of order, so one that comes a second time would lead in a circle; an
    offset has to grow. A page that comes again under another cursor or offset would never end.
    """

    def __init__(self, pagination: Pagination[R], sent: Mapping[str, Any]) -> None:
        self.answer = pagination.answer
        self._pagination = pagination
        self._sent = sent
        self._counts = isinstance(pagination.request.properties[pagination.position], Integer)
        self._next: Any = sent.get(pagination.position)
        self._begin = self._place(self._next)
        self._seen = {self._begin}
        self._page: Iterator[R] = iter(())
        self._taken = 0
        self._sample: Sample = (0, (), None)
        self._empty_pages = 0
        self._is_over = False
        self._goes_in_a_circle = False
        self.has_begun = False

    @property
    def skipped(self) -> tuple[Any, ...]:
        """The elements that the platform passed over: there are none to take."""
        return ()

    def passes_over(self, error: Exception) -> bool:
        """Whether an error says of elements that there is nothing, and the job goes on."""
        return False

    @property
    def position(self) -> Any:
        """Where to begin in order to go on from here; the page of a cursor comes again whole."""
        return self._begin + self._taken if self._counts else self._begin

    def take(self) -> R:
        """Return the next record of the present page, or END."""
        for record in self._page:
            self._taken += 1
            return record
        return cast("R", END)

    def request(self) -> Request | None:
        """Return what to ask for when the present page is at its end; None: there is no more.

        Raises:
            ResponseError: the pages go in a circle.
        """
        if self._is_over:
            return None
        if self._goes_in_a_circle:
            name = self._pagination.next
            raise self._flaw(f"{name} is {describe(self._next)} again: the pages go in a circle")
        self._page = iter(())
        self._begin, self._taken = self._place(self._next), 0
        asked = {} if self._next is None else {self._pagination.position: self._next}
        return self._pagination.operation.request({**self._sent, **asked})

    def _place(self, position: Any) -> Any:
        return 0 if position is None and self._counts else position

    def accept(self, answer: Answer) -> None:
        """Take the page that the request brought.

        Raises:
            ResponseError: the answer cannot be a page.
        """
        self.has_begun = True
        records = getattr(answer, self._pagination.items)
        if not isinstance(records, tuple):
            raise self._flaw(f"{self._pagination.items} is not an array")
        following = self._following(answer, len(records))
        if following is not None:
            self._look_for_standstill(records)
            came_before = following <= self._begin if self._counts else following in self._seen
            self._goes_in_a_circle = came_before
            self._seen.add(following)
        self._next, self._is_over = following, following is None
        self._page = iter(records)

    def _following(self, answer: Answer, count: int) -> Any:
        """Return where the next page begins, or None after the last one."""
        found = value_of(answer, self._pagination.next)
        if not self._counts:
            if found and not isinstance(found, (str, int)):
                raise self._flaw(f"{self._pagination.next} is not a cursor")
            return found or None
        came = self._begin + count
        total_field = self._pagination.total
        total = number_of(value_of(answer, total_field)) if total_field else None
        following = number_of(found)
        if total is None:
            return (came if following is None else following) if count else None
        if came >= total:
            return None
        if following is None:
            if not count:
                raise self._flaw(f"{came} of {total} records came, then an empty page")
            following = came
        return following if following < total else None

    def _look_for_standstill(self, records: tuple[Any, ...]) -> None:
        """Stop where further pages are announced, and the same one comes again and again."""
        self._empty_pages = 0 if records else self._empty_pages + 1
        if self._empty_pages > _MOST_EMPTY_PAGES:
            raise self._flaw(f"{self._empty_pages} pages in a row were empty, and more follow")
        sample = _sample(records)
        if records and sample == self._sample:
            raise self._flaw("a page is the one before again, and more are announced")
        self._sample = sample

    def _flaw(self, message: str) -> ResponseError:
        operation = self._pagination.operation
        return ResponseError(f"paging stopped: {message}", operation.path, operation.doc_url)


class PortionPager(Generic[R]):
    """A position among the pages of any number of elements, as many a call as it takes; no I/O.

    A cursor counts for the elements that it came for: where to go on is told in elements.
    """

    def __init__(self, pagination: Pagination[R], parameter: str, sent: Mapping[str, Any]) -> None:
        self.answer = pagination.answer
        self._pagination = pagination
        self._parameter = parameter
        self._sent = sent
        self._left: list[Any] = list(dict.fromkeys(sent[parameter]))
        self._skipped: dict[Any, None] = {}
        self._pager = self._begin()
        self.has_begun = False

    @property
    def position(self) -> Any:
        """The elements whose pages did not all come; those of the present call come again whole."""
        return tuple(self._left)

    def take(self) -> R:
        """Return the next record of the present page, or END."""
        return cast("R", END) if self._pager is None else self._pager.take()

    def request(self) -> Request | None:
        """Return what to ask for when the present page is at its end; None: there is no more.

        Raises:
            ResponseError: the pages go in a circle.
        """
        while self._pager is not None:
            request = self._pager.request()
            if request is not None:
                return request
            del self._left[: self._pagination.portion]
            self._pager = self._begin()
        return None

    def accept(self, answer: Answer) -> None:
        """Take the page that the request brought.

        Raises:
            ResponseError: the answer cannot be a page.
        """
        if self._pager is not None:
            self.has_begun = True
            self._pager.accept(answer)
            self._skipped |= dict.fromkeys(self._skipped_in(answer))

    @property
    def skipped(self) -> tuple[Any, ...]:
        """The elements that the platform passed over so far, each once."""
        return tuple(self._skipped)

    def passes_over(self, error: Exception) -> bool:
        """Whether an error says that all elements of a call are passed over; then go on."""
        if self._pager is None or not isinstance(error, APIError):
            return False
        if error.errcode not in self._pagination.skipped_when:
            return False
        self.has_begun = True
        size = self._pagination.portion
        self._skipped |= dict.fromkeys(self._left[:size])
        del self._left[:size]
        self._pager = self._begin()
        return True

    def _skipped_in(self, answer: Answer) -> Iterator[Any]:
        found: Any = answer if self._pagination.skipped else None
        for name in self._pagination.skipped:
            found = getattr(found, name, None) if isinstance(found, Record) else None
        if isinstance(found, (list, tuple)):
            yield from (one for one in found if isinstance(one, (str, int)))

    def _begin(self) -> Pager[R] | None:
        portion = self._left[: self._pagination.portion]
        sent = {**self._sent, self._parameter: portion}
        return Pager(self._pagination, sent) if portion else None


def _sample(records: tuple[Any, ...]) -> Sample:
    """Return what tells a page from another without keeping it.

    Of the first record alone all is compared, and only where the fields of all are the same: its
    JSON may have to be decoded for that, and with it that of the page.
    """
    step = max(1, len(records) // _SAMPLED)
    sampled = (*records[::step], *records[-1:])
    return len(records), tuple(map(_fields_of, sampled)), records[0] if records else None


def _fields_of(value: Any) -> Any:
    """Return what a record and those in it have for their fields, and any other value itself."""
    if isinstance(value, Record):
        return tuple(_fields_of(getattr(value, name)) for name in value._fields)
    return tuple(map(_fields_of, value)) if isinstance(value, tuple) else value
