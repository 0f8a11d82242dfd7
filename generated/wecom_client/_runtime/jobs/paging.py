"""Paging: the records of all pages, one page at a time in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Generic, Protocol, TypeVar, cast

from ..answers import Answer, Record
from ..checks import Integer, Object, describe
from ..errors import ResponseError
from ..request import Operation, Request, Settings
from .steps import Terms, checked

R = TypeVar("R", bound=Record)
A = TypeVar("A", bound=Answer)

END: Any = object()


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

    def begin(
        self, values: Mapping[str, Any], settings: Settings, start: Any, size: int | None
    ) -> Walk[R]:
        """Check the arguments and return a walk over the pages from `start` on.

        Raises:
            ParameterError: with every problem at once.
        """
        terms = Terms(names={self.size: "page_size"})
        given = {**values, self.position: start, self.size: size}
        return Walk(self, checked(self.operation, self.request, given, settings, terms))

    def walk(self, sent: Mapping[str, Any]) -> Walk[R]:
        """Return a walk over all pages of arguments that were checked, with pages of full size."""
        size = getattr(self.request.properties[self.size], "maximum", None)
        return Walk(self, sent if size is None else {**sent, self.size: size})


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
        """Return what to ask for when the present page is at its end; None: there is no more."""
        if self._is_over:
            return None
        self._page = iter(())
        self._begin, self._taken = self._place(self._next), 0
        asked = {} if self._next is None else {self._pages.position: self._next}
        return self._pages.operation.request({**self._sent, **asked})

    def _place(self, position: Any) -> Any:
        return 0 if position is None and self._counts else position

    def accept(self, answer: Answer) -> None:
        """Take the page that the request brought.

        Raises:
            ResponseError: the answer cannot be a page, or the pages go in a circle.
        """
        records = getattr(answer, self._pages.items)
        if not isinstance(records, tuple):
            raise self._flaw(f"{self._pages.items} is no array")
        following = self._following(answer, len(records))
        if following is not None:
            self._check_progress(following)
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

    def _check_progress(self, following: Any) -> None:
        if following <= self._begin if self._counts else following in self._seen:
            name = self._pages.next_position
            raise self._flaw(f"{name} is {describe(following)} again: the pages go in a circle")

    def _flaw(self, message: str) -> ResponseError:
        operation = self._pages.operation
        return ResponseError(f"paging stopped: {message}", operation.path, operation.doc_url)


class _Sender(Protocol):
    def _send(self, request: Request, answer: type[A]) -> A: ...


class _AsyncSender(Protocol):
    async def _send(self, request: Request, answer: type[A]) -> A: ...


class Items(Generic[R]):
    """The records of all pages, fetched page by page while they are taken.

    `position` says where to begin in order to go on from here: pass it to a new iterator in the
    place of the cursor or offset. With a cursor, the records of the present page come once more.
    When a call fails, its error is raised, and the next `next()` makes that call again.
    """

    def __init__(self, client: _Sender, walk: Walk[R]) -> None:
        self._client = client
        self._walk = walk

    @property
    def position(self) -> Any:
        """The cursor of the present page, or the offset of the next record."""
        return self._walk.position

    def __iter__(self) -> Items[R]:
        return self

    def __next__(self) -> R:
        walk = self._walk
        while (record := walk.take()) is END:
            request = walk.request()
            if request is None:
                raise StopIteration
            walk.accept(self._client._send(request, walk.answer))
        return record

    def __repr__(self) -> str:
        return f"<{type(self).__name__} at {self.position!r} of {self._client!r}>"


class AsyncItems(Generic[R]):
    """The same for `async for`."""

    def __init__(self, client: _AsyncSender, walk: Walk[R]) -> None:
        self._client = client
        self._walk = walk

    @property
    def position(self) -> Any:
        """The cursor of the present page, or the offset of the next record."""
        return self._walk.position

    def __aiter__(self) -> AsyncItems[R]:
        return self

    async def __anext__(self) -> R:
        walk = self._walk
        while (record := walk.take()) is END:
            request = walk.request()
            if request is None:
                raise StopAsyncIteration
            walk.accept(await self._client._send(request, walk.answer))
        return record

    def __repr__(self) -> str:
        return f"<{type(self).__name__} at {self.position!r} of {self._client!r}>"
