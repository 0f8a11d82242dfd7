# Copied from templates/wecom_client/_runtime/jobs/tasks.py: edit that file, then run 'make generate'.
"""What jobs of the asynchronous client return, and the tasks of its bulk reads."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterable, Awaitable, Callable, Generator, Iterable, Iterator
from contextvars import copy_context
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..answers import Answer, Record
from .bulk import Ledger, Reading
from .results import END, Outcome, Waiting

if TYPE_CHECKING:
    from ..request import Request
    from .asynchronous import AsyncJobs
    from .paging import Walk

A = TypeVar("A", bound=Answer)
R = TypeVar("R", bound=Record)
_NOT_YET: Any = object()

AsyncDrive = Callable[[Generator[Any, Any, Any]], Awaitable[Any]]
Result = tuple[int, Outcome[A] | Exception] | Waiting


class AsyncItems(Generic[R]):
    """The records of all pages, as `Items` has them, for `async for`; tasks may share it."""

    def __init__(self, client: Any, walk: Any, fetch: Any) -> None:
        self._client: AsyncJobs = client
        self._walk: Walk[R] = walk
        self._fetch: Callable[[Request, type[Answer]], Awaitable[Answer]] = fetch
        self._lock = asyncio.Lock()

    @property
    def position(self) -> Any:
        """The cursor of the present page, or the offset of the next record."""
        return self._walk.position

    def __aiter__(self) -> AsyncItems[R]:
        return self

    async def __anext__(self) -> R:
        walk = self._walk
        async with self._lock:
            while (record := walk.take()) is END:
                request = walk.request()
                if request is None:
                    raise StopAsyncIteration
                walk.accept(await self._fetch(request, walk.answer))
            return record

    def __repr__(self) -> str:
        return f"<{type(self).__name__} at {self.position!r} of {self._client!r}>"


class AsyncOutcomes(Generic[A]):
    """The outcomes of a bulk read, for `async for`; the elements may come asynchronously too.

    The tasks end with the last outcome, with `aclose`, or with the iterator.
    """

    def __init__(
        self,
        elements: Iterable[Any] | AsyncIterable[Any],
        ledger: Any,
        crew: Any,
    ) -> None:
        self._source: _Source | _AsyncSource = (
            _AsyncSource(elements) if isinstance(elements, AsyncIterable) else _Source(elements)
        )
        self._ledger: Ledger[A] = ledger
        self._crew: Crew[A] = crew
        self._lock = asyncio.Lock()

    def __aiter__(self) -> AsyncOutcomes[A]:
        return self

    async def __anext__(self) -> Outcome[A]:
        ledger = self._ledger
        async with self._lock:
            await self._hand_out()
            while not ledger.has_next:
                if ledger.wants_more:
                    await self._hand_out()
                elif ledger.is_waiting:
                    await self._crew.arrival()
                    await self._take_in()
                else:
                    await self.aclose()
                    if (error := ledger.error()) is not None:
                        raise error
                    raise StopAsyncIteration
            return ledger.take()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self._ledger}>"

    async def aclose(self) -> None:
        """End the tasks; elements that are not read by now are not read."""
        self._ledger.close()
        await self._source.stop()
        await self._crew.stop()

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
        if hasattr(self, "_crew"):
            self._crew.abandon()
            self._source.abandon()

    async def _hand_out(self) -> None:
        """Keep the tasks busy, but do not wait for further elements when an outcome is there."""
        ledger = self._ledger
        while ledger.wants_more:
            try:
                element = await self._source.next(self._crew.arrival())
            except Exception as error:
                ledger.end(error)
                return
            if element is END:
                ledger.end()
                return
            if element is not _NOT_YET:
                self._crew.submit(ledger.hand_out(), element)
            await self._take_in()
            if ledger.has_next:
                return

    async def _take_in(self) -> None:
        """Take in the results that are there."""
        for result in self._crew.results():
            if isinstance(result, Waiting):
                self._ledger.tell(result)
                continue
            number, outcome = result
            if isinstance(outcome, Exception):
                await self.aclose()
                raise outcome
            self._ledger.put(number, outcome)


class Crew(Generic[A]):
    """The tasks of one bulk read; they know nothing of the iterator, which may be forgotten."""

    def __init__(self, reading: Reading[A], drive: AsyncDrive) -> None:
        self._reading = reading
        self._drive = drive
        self._results: deque[Result[A]] = deque()
        self._arrived: asyncio.Future[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._at_gate: deque[asyncio.Future[None]] = deque()
        self._busy = 0
        self._is_stopped = False
        # As for the threads of the other client.
        self._context = copy_context()
        reading.pace.changed = self._let_in
        reading.pace.waits = self._tell

    def submit(self, number: int, element: Any) -> None:
        """Have an element read."""
        loop = asyncio.get_running_loop()
        task = loop.create_task(self._work(number, element), context=self._context.copy())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def arrival(self) -> asyncio.Future[None]:
        """Return what is done once a result is there, or when there will be no more."""
        if self._arrived is None or self._arrived.done():
            self._arrived = asyncio.get_running_loop().create_future()
        if self._results:
            self._arrived.set_result(None)
        return self._arrived

    def results(self) -> Iterator[Result[A]]:
        """Hand over the results that are there."""
        while self._results:
            yield self._results.popleft()

    async def stop(self) -> None:
        """Cancel what is under way, and wait for its end."""
        self._is_stopped = True
        self._reading.pace.forget()
        tasks = [task for task in self._tasks if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._announce()

    def abandon(self) -> None:
        """Cancel what is under way, from wherever the iterator was forgotten."""
        self._is_stopped = True
        self._reading.pace.forget()
        for task in list(self._tasks):
            _cancel(task)

    async def _work(self, number: int, element: Any) -> None:
        result: Outcome[A] | Exception
        await self._enter()
        try:
            result = await self._drive(self._reading.flow(element))
        except Exception as error:
            result = error
        except asyncio.CancelledError:
            if self._is_stopped:
                raise
            # Not ours: what the call awaits, a token for one, was cancelled by somebody else.
            result = RuntimeError(f"reading {element!r} was cancelled")
        finally:
            self._busy -= 1
            self._let_in()
        self._results.append((number, result))
        self._announce()

    def _tell(self, seconds: float) -> None:
        self._results.append(self._reading.waiting(seconds))
        self._announce()

    def _announce(self) -> None:
        if self._arrived is not None and not self._arrived.done():
            self._arrived.set_result(None)

    async def _enter(self) -> None:
        """Wait until the pace allows one call more."""
        while self._busy >= self._reading.pace.concurrency:
            turn = asyncio.get_running_loop().create_future()
            self._at_gate.append(turn)
            try:
                await turn
            except asyncio.CancelledError:
                self._let_in()
                raise
        self._busy += 1

    def _let_in(self) -> None:
        while self._at_gate:
            turn = self._at_gate.popleft()
            if not turn.done():
                turn.set_result(None)
                return


class _Source:
    """The elements of a plain iterable."""

    def __init__(self, elements: Iterable[Any]) -> None:
        self._elements = iter(elements)

    async def next(self, other: asyncio.Future[None]) -> Any:
        """Return the next element, or END."""
        return next(self._elements, END)

    async def stop(self) -> None:
        """Do nothing: nothing is under way."""

    def abandon(self) -> None:
        """Do nothing: nothing is under way."""


class _AsyncSource:
    """The elements of an asynchronous iterable.

    Each is awaited by a task of its own: a reader who is cancelled, by a timeout for one, would
    cancel an asynchronous generator with it, which then seems to be at its end.
    """

    def __init__(self, elements: AsyncIterable[Any]) -> None:
        self._elements = elements.__aiter__()
        self._context = copy_context()
        self._task: asyncio.Task[Any] | None = None

    async def next(self, other: asyncio.Future[None]) -> Any:
        """Return the next element, END, or _NOT_YET where the other comes first."""
        if self._task is None:
            loop = asyncio.get_running_loop()
            self._task = loop.create_task(self._await_next(), context=self._context)
        task = self._task
        await asyncio.wait([task, other], return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            return _NOT_YET
        self._task = None
        return END if task.cancelled() else task.result()

    async def stop(self) -> None:
        """Cancel what is awaited, and wait for its end."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])

    def abandon(self) -> None:
        """Cancel what is awaited, from wherever the iterator was forgotten."""
        if self._task is not None:
            _cancel(self._task)

    async def _await_next(self) -> Any:
        try:
            return await self._elements.__anext__()
        except StopAsyncIteration:
            return END


def _cancel(task: asyncio.Task[Any]) -> None:
    loop = task.get_loop()
    if not loop.is_closed():
        loop.call_soon_threadsafe(task.cancel)
