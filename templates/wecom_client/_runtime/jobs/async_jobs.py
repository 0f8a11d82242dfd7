"""What whole jobs of the asynchronous client return, where it is iterated over."""

from __future__ import annotations

from collections.abc import AsyncIterable, Awaitable, Callable, Iterable
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..answers import Answer
from ..request import Request
from .results import END, NOT_YET, Outcome, Waiting

if TYPE_CHECKING:
    from .bulk import OutcomeBuffer
    from .pagination import Pager, PortionPager
    from .task_pool import AsyncSource, AsyncWorkerPool, Source

A = TypeVar("A", bound=Answer)
R = TypeVar("R")


class AsyncItems(Generic[R]):
    """The records of all pages, as `Items` has them, for `async for`; tasks may share it."""

    def __init__(self, client: Any, walk: Any, fetch: Any) -> None:
        self._client = client
        self._pager: Pager[R] | PortionPager[R] = walk
        self._fetch: Callable[[Request, type[Answer]], Awaitable[Answer]] = fetch
        # Not at the top: synchronous programs have this module, and not asyncio.
        from asyncio import Lock

        self._lock = Lock()

    @property
    def position(self) -> Any:
        """The cursor of the present page, or the offset of the next record."""
        return self._pager.position

    @property
    def skipped(self) -> tuple[Any, ...]:
        """The elements that the platform passed over so far: those without a licence, say."""
        return self._pager.skipped

    def __aiter__(self) -> AsyncItems[R]:
        return self

    async def __anext__(self) -> R:
        pager = self._pager
        async with self._lock:
            while (record := pager.take()) is END:
                request = pager.request()
                if request is None:
                    raise StopAsyncIteration
                try:
                    answer = await self._fetch(request, pager.answer)
                except Exception as error:
                    if not pager.passes_over(error):
                        raise
                else:
                    pager.accept(answer)
            return record

    @property
    def _has_begun(self) -> bool:
        """Whether a page came: what is left is not all then."""
        return self._pager.has_begun

    def __repr__(self) -> str:
        return f"<{type(self).__name__} at {self.position!r} of {self._client!r}>"


class AsyncOutcomes(Generic[A]):
    """The outcomes of a bulk read, for `async for`; the elements may come asynchronously too.

    The tasks end with the last outcome, with `aclose`, or with the iterator.
    """

    # The names of these arguments are those of 0.1: the surface of the package keeps them.
    def __init__(
        self, elements: Iterable[Any] | AsyncIterable[Any], ledger: Any, crew: Any
    ) -> None:
        # Not at the top: synchronous programs have this module, and not asyncio.
        from asyncio import Lock

        from .task_pool import source_of

        self._source: Source | AsyncSource = source_of(elements)
        self._buffer: OutcomeBuffer[A] = ledger
        self._pool: AsyncWorkerPool[A] = crew
        self._lock = Lock()

    def __aiter__(self) -> AsyncOutcomes[A]:
        return self

    async def __anext__(self) -> Outcome[A]:
        buffer = self._buffer
        async with self._lock:
            await self._dispatch()
            while not buffer.has_next:
                if buffer.wants_more:
                    await self._dispatch()
                elif buffer.is_waiting:
                    await self._pool.arrival()
                    await self._take_in()
                else:
                    await self.aclose()
                    if (error := buffer.error()) is not None:
                        raise error
                    raise StopAsyncIteration
            return buffer.take()

    @property
    def _has_begun(self) -> bool:
        """Whether elements were taken, or it was closed: what is left is not all then."""
        return self._buffer.has_begun

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self._buffer}>"

    async def aclose(self) -> None:
        """End the tasks; elements that are not read by now are not read."""
        self._buffer.close()
        await self._source.stop()
        await self._pool.stop()

    async def __aenter__(self) -> AsyncOutcomes[A]:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    def __del__(self) -> None:
        if hasattr(self, "_pool"):
            self._pool.abandon()
            self._source.abandon()

    async def _dispatch(self) -> None:
        """Keep the tasks busy, but do not wait for further elements when an outcome is there."""
        buffer = self._buffer
        while buffer.wants_more:
            try:
                element = await self._source.next(self._pool.arrival())
            except Exception as error:
                buffer.end(error)
                return
            if element is END:
                buffer.end()
                return
            if element is not NOT_YET:
                self._pool.submit(buffer.dispatch(), element)
            await self._take_in()
            if buffer.has_next:
                return

    async def _take_in(self) -> None:
        """Take in the results that are there."""
        for result in self._pool.results():
            if isinstance(result, Waiting):
                self._buffer.tell(result)
                continue
            number, outcome = result
            if isinstance(outcome, Exception):
                await self.aclose()
                raise outcome
            self._buffer.put(number, outcome)
