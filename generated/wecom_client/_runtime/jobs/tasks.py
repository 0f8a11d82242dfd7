"""Bulk reads with the tasks of an event loop."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterable, Awaitable, Callable, Generator, Iterable
from types import TracebackType
from typing import Any, Generic, TypeVar

from ..answers import Answer
from .bulk import Ledger, Reading
from .results import Outcome

A = TypeVar("A", bound=Answer)
AsyncDrive = Callable[[Generator[Any, Any, Any]], Awaitable[Any]]


class AsyncOutcomes(Generic[A]):
    """The outcomes of a bulk read, for `async for`; the elements may come asynchronously too.

    The tasks end with the last outcome, with `aclose`, or with the iterator.
    """

    def __init__(
        self,
        elements: Iterable[Any] | AsyncIterable[Any],
        ledger: Ledger[A],
        crew: Crew[A],
    ) -> None:
        self._next_element = _puller(elements)
        self._ledger = ledger
        self._crew = crew

    def __aiter__(self) -> AsyncOutcomes[A]:
        return self

    async def __anext__(self) -> Outcome[A]:
        ledger = self._ledger
        await self._hand_out()
        while not ledger.has_next:
            if not ledger.is_waiting:
                await self.aclose()
                if (error := ledger.error()) is not None:
                    raise error
                raise StopAsyncIteration
            await self._put(await self._crew.result())
        return ledger.take()

    async def aclose(self) -> None:
        """End the tasks; elements that are not read by now are not read."""
        self._ledger.close()
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

    async def _hand_out(self) -> None:
        """Keep the tasks busy, but do not wait for further elements when an outcome is there."""
        ledger = self._ledger
        while ledger.wants_more:
            try:
                element = await self._next_element()
            except StopAsyncIteration:
                ledger.end()
                return
            except Exception as error:
                ledger.end(error)
                return
            self._crew.submit(ledger.hand_out(), element)
            while (result := self._crew.result_at_hand()) is not None:
                await self._put(result)
            if ledger.has_next:
                return

    async def _put(self, result: tuple[int, Outcome[A] | Exception]) -> None:
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
        self._results: deque[tuple[int, Outcome[A] | Exception]] = deque()
        self._arrived: asyncio.Future[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._at_gate: deque[asyncio.Future[None]] = deque()
        self._busy = 0
        reading.pace.changed = self._let_in

    def submit(self, number: int, element: Any) -> None:
        """Have an element read."""
        task = asyncio.get_running_loop().create_task(self._work(number, element))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def result(self) -> tuple[int, Outcome[A] | Exception]:
        """Wait for a result."""
        while not self._results:
            self._arrived = asyncio.get_running_loop().create_future()
            await self._arrived
        return self._results.popleft()

    def result_at_hand(self) -> tuple[int, Outcome[A] | Exception] | None:
        """Return a result that is there, or None."""
        return self._results.popleft() if self._results else None

    async def stop(self) -> None:
        """Cancel what is under way, and wait for its end."""
        tasks = [task for task in self._tasks if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def abandon(self) -> None:
        """Cancel what is under way, from wherever the iterator was forgotten."""
        for task in list(self._tasks):
            loop = task.get_loop()
            if not loop.is_closed():
                loop.call_soon_threadsafe(task.cancel)

    async def _work(self, number: int, element: Any) -> None:
        result: Outcome[A] | Exception
        await self._enter()
        try:
            result = await self._drive(self._reading.flow(element))
        except Exception as error:
            result = error
        finally:
            self._busy -= 1
            self._let_in()
        self._results.append((number, result))
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


def _puller(elements: Iterable[Any] | AsyncIterable[Any]) -> Callable[[], Awaitable[Any]]:
    """Return what awaits the next element, and raises StopAsyncIteration at the end."""
    if isinstance(elements, AsyncIterable):
        return elements.__aiter__().__anext__
    iterator = iter(elements)

    async def pull() -> Any:
        for element in iterator:
            return element
        raise StopAsyncIteration

    return pull
