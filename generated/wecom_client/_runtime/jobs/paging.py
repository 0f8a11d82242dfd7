"""Paging: which page to ask for next, one page at a time in memory; no I/O."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar, cast

from ..answers import Answer, Record
from ..checks import Integer, describe
from ..errors import ResponseError
from ..request import Request, Settings
from .declarations import Pages
from .results import END
from .steps import Terms, checked

R = TypeVar("R", bound=Record)


def begin(
    pages: Pages[R], values: Mapping[str, Any], settings: Settings, start: Any, size: int | None
) -> Walk[R]:
    """Check the arguments and return a walk over the pages from `start` on.

    Raises:
        ParameterError: with every problem at once.
    """
    terms = Terms(names={pages.size: "page_size"})
    given = {**values, pages.position: start, pages.size: size}
    return Walk(pages, checked(pages.operation, pages.request, given, settings, terms))


def walk_all(pages: Pages[R], sent: Mapping[str, Any]) -> Walk[R]:
    """Return a walk over all pages of arguments that were checked, with pages of full size."""
    size = getattr(pages.request.properties[pages.size], "maximum", None)
    return Walk(pages, sent if size is None else {**sent, pages.size: size})


class Walk(Generic[R]):
    """A walk over pages: knows the present page and what to ask for next; no I/O.

    A cursor says nothing of order, so one that comes a second time would lead in a circle; an
    offset has to grow.
    """

    def __init__(self, pages: Pages[R], sent: Mapping[str, Any]) -> None:
        self.answer = pages.answer
        self._pages = pages
        self._sent = sent
        self._counts = isinstance(pages.request.properties[pages.position], Integer)
        self._next: Any = sent.get(pages.position)
        self._begin = self._place(self._next)
        self._seen = {self._begin}
        self._page: Iterator[R] = iter(())
        self._taken = 0
        self._is_over = False
        self._goes_in_a_circle = False

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
            name = self._pages.next_position
            raise self._flaw(f"{name} is {describe(self._next)} again: the pages go in a circle")
        self._page = iter(())
        self._begin, self._taken = self._place(self._next), 0
        asked = {} if self._next is None else {self._pages.position: self._next}
        return self._pages.operation.request({**self._sent, **asked})

    def _place(self, position: Any) -> Any:
        return 0 if position is None and self._counts else position

    def accept(self, answer: Answer) -> None:
        """Take the page that the request brought.

        Raises:
            ResponseError: the answer cannot be a page.
        """
        records = getattr(answer, self._pages.items)
        if not isinstance(records, tuple):
            raise self._flaw(f"{self._pages.items} is no array")
        following = self._following(answer, len(records))
        if following is not None:
            came_before = following <= self._begin if self._counts else following in self._seen
            self._goes_in_a_circle = came_before
            self._seen.add(following)
        self._next, self._is_over = following, following is None
        self._page = iter(records)

    def _following(self, answer: Answer, count: int) -> Any:
        """Return where the next page begins, or None after the last one."""
        found = answer.raw.get(self._pages.next_position)
        if not self._counts:
            if found and not isinstance(found, (str, int)):
                raise self._flaw(f"{self._pages.next_position} is no cursor")
            return found or None
        total = answer.raw.get(self._pages.total) if self._pages.total else None
        if type(found) is not int:
            found = self._begin + count
            return found if count else None
        if type(total) is int:
            return found if found < total else None
        return found if count else None

    def _flaw(self, message: str) -> ResponseError:
        operation = self._pages.operation
        return ResponseError(f"paging stopped: {message}", operation.path, operation.doc_url)
