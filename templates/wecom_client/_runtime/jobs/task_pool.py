"""Bulk reads with tasks: where their elements come from, and the tasks that read them."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterable, Awaitable, Callable, Generator, Iterable, Iterator
from contextvars import copy_context
from typing import Any, Generic, TypeVar

from ..answers import Answer
from .bulk import BulkReader
from .results import END, NOT_YET, Outcome, Waiting

A = TypeVar("A", bound=Answer)

AsyncDrive = Callable[[Generator[Any, Any, Any]], Awaitable[Any]]
Result = tuple[int, Outcome[A] | Exception] | Waiting


class AsyncWorkerPool(Generic[A]):
    """The tasks of one bulk read; they know nothing of the iterator, which may be forgotten."""

    def __init__(self, reader: BulkReader[A], drive: AsyncDrive) -> None:
        self._reader = reader
        self._drive = drive
        self._results: deque[Result[A]] = deque()
        self._arrived: asyncio.Future[None] | None = None
        self._waiting: deque[tuple[int, Any]] = deque()
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_stopped = False
        # As for the threads of the other client.
        self._context = copy_context()
        reader.pace.changed = self._let_in
        reader.pace.waits = self._tell

    def submit(self, number: int, element: Any) -> None:
        """Have an element read."""
        self._waiting.append((number, element))
        self._let_in()

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
        self._reader.pace.forget()
        tasks = [task for task in self._tasks if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._announce()

    def abandon(self) -> None:
        """Cancel what is under way, from wherever the iterator was forgotten."""
        self._is_stopped = True
        self._reader.pace.forget()
        for task in list(self._tasks):
            _cancel(task)

    def _let_in(self) -> None:
        """Begin with as many elements as the pace allows."""
        loop = asyncio.get_running_loop()
        pace = self._reader.pace
        while self._waiting and not self._is_stopped and len(self._tasks) < pace.concurrency:
            work = self._work(*self._waiting.popleft())
            self._tasks.add(loop.create_task(work, context=self._context.copy()))

    async def _work(self, number: int, element: Any) -> None:
        result: Outcome[A] | Exception
        try:
            result = await self._drive(self._reader.flow(element))
        except Exception as error:
            result = error
        except asyncio.CancelledError:
            if self._is_stopped:
                raise
            # Not ours: what the call awaits, a token for one, was cancelled by somebody else.
            result = RuntimeError(f"reading {element!r} was cancelled")
        finally:
            if (task := asyncio.current_task()) is not None:
                self._tasks.discard(task)
        if isinstance(result, Exception):
            # It ends the job; and its task may have been cancelled with all of an event loop,
            # which waits for no task that begins meanwhile.
            self._waiting.clear()
        self._let_in()
        self._results.append((number, result))
        self._announce()

    def _tell(self, seconds: float) -> None:
        self._results.append(self._reader.waiting(seconds))
        self._announce()

    def _announce(self) -> None:
        if self._arrived is not None and not self._arrived.done():
            self._arrived.set_result(None)


def source_of(elements: Iterable[Any] | AsyncIterable[Any]) -> Source | AsyncSource:
    """Return where a bulk read takes its elements from."""
    return AsyncSource(elements) if isinstance(elements, AsyncIterable) else Source(elements)


class Source:
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


class AsyncSource:
    """The elements of an asynchronous iterable.

    Each is awaited by a task of its own: a reader who is cancelled, by a timeout for one, would
    cancel an asynchronous generator with it, which then seems to be at its end.
    """

    def __init__(self, elements: AsyncIterable[Any]) -> None:
        self._elements = elements.__aiter__()
        self._context = copy_context()
        self._task: asyncio.Task[Any] | None = None

    async def next(self, other: asyncio.Future[None]) -> Any:
        """Return the next element, END, or NOT_YET where the other comes first."""
        if self._task is None:
            loop = asyncio.get_running_loop()
            self._task = loop.create_task(self._await_next(), context=self._context)
        task = self._task
        await asyncio.wait([task, other], return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            return NOT_YET
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
