"""Whole jobs of the asynchronous client, and what they return."""

from __future__ import annotations

from collections.abc import AsyncIterable, Awaitable, Callable, Generator, Iterable, Mapping
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..answers import Answer, FailedRecord, answer_in
from ..errors import WeComError
from ..flow import Rules
from ..records import Record
from ..request import Request
from ..steps import Step
from .base import Jobs
from .declarations import Batch, Bulk, Pagination, Window
from .results import END, NOT_YET, BatchResult, Outcome, Progress, Waiting

if TYPE_CHECKING:
    from .bulk import OutcomeBuffer
    from .calls import Call
    from .paging import Pager
    from .rate_controller import RateController
    from .task_pool import AsyncSource, AsyncWorkerPool, Source

A = TypeVar("A", bound=Answer)
F = TypeVar("F", bound=FailedRecord)
R = TypeVar("R", bound=Record)
T = TypeVar("T")


class AsyncJobs(Jobs):
    """What generated methods for whole jobs call."""

    if TYPE_CHECKING:

        async def _drive(self, flow: Generator[Step, Any, T]) -> T: ...

    def _pagination(
        self,
        pagination: Pagination[R],
        values: Mapping[str, Any],
        start: Any,
        size: int | None,
        extra: Mapping[str, Any] | None = None,
        rules: Rules | None = None,
    ) -> AsyncItems[R]:
        pager, rules = self._pager(pagination, values, start, size, extra), rules or self._rules
        return AsyncItems(self, pager, partial(self._fetch, rules, self._pace(rules)))

    async def _batch(
        self,
        batch: Batch[F],
        values: Mapping[str, Any],
        elements: Iterable[Any],
        daily_limit: int | None,
        dry_run: bool,
        extra: Mapping[str, Any] | None = None,
        rules: Rules | None = None,
    ) -> BatchResult[F] | tuple[Request, ...]:
        job = self._batch_job(batch, values, elements, daily_limit, extra)
        if dry_run:
            return job.plan()
        self._check_open(batch.operation.path)
        return await self._carry_out(job.run(), rules or self._rules, None)

    async def _window(
        self,
        window: Window[A],
        values: Mapping[str, Any],
        extra: Mapping[str, Any] | None = None,
        rules: Rules | None = None,
    ) -> A:
        job, rules = self._window_job(window, values, extra), rules or self._rules
        return await self._carry_out(job, rules, self._pace(rules))

    def _bulk(
        self,
        bulk: Bulk[A],
        values: Mapping[str, Any],
        elements: Iterable[Any] | AsyncIterable[Any],
        concurrency: int,
        rate: float | None,
        ordered: bool,
        on_progress: Callable[[Progress], object] | None,
        extra: Mapping[str, Any] | None = None,
        rules: Rules | None = None,
    ) -> AsyncOutcomes[A]:
        from .bulk import OutcomeBuffer
        from .task_pool import AsyncWorkerPool

        given = (concurrency, rate, ordered, on_progress)
        reader, options = self._bulk_reader(
            bulk, values, elements, given, extra, rules, asynchronous=True
        )
        pool = AsyncWorkerPool(reader, self._drive)
        return AsyncOutcomes(elements, OutcomeBuffer(options), pool)

    async def _fetch(
        self, rules: Rules, pace: RateController, request: Request, answer: type[A]
    ) -> A:
        from .calls import Call

        call = Call(request, answer)
        raw = await self._drive(self._patient_flow(call, rules, pace))
        return answer_in(rules.language, answer, raw)

    async def _carry_out(
        self, job: Generator[Call, Any, T], rules: Rules, pace: RateController | None
    ) -> T:
        """Make the calls that a job asks for until it returns or raises."""
        outcome: object = None
        while True:
            try:
                step = job.send(outcome)
            except StopIteration as end:
                result: T = end.value
                return result
            try:
                raw = await self._drive(self._patient_flow(step, rules, pace))
                outcome = answer_in(rules.language, step.answer, raw)
            except WeComError as error:
                outcome = error
            except BaseException as interruption:
                job.throw(interruption)
                raise


class AsyncItems(Generic[R]):
    """The records of all pages, as `Items` has them, for `async for`; tasks may share it."""

    def __init__(self, client: Any, walk: Any, fetch: Any) -> None:
        self._client: AsyncJobs = client
        self._pager: Pager[R] = walk
        self._fetch: Callable[[Request, type[Answer]], Awaitable[Answer]] = fetch
        # Not at the top: synchronous programs have this module, and not asyncio.
        from asyncio import Lock

        self._lock = Lock()

    @property
    def position(self) -> Any:
        """The cursor of the present page, or the offset of the next record."""
        return self._pager.position

    def __aiter__(self) -> AsyncItems[R]:
        return self

    async def __anext__(self) -> R:
        pager = self._pager
        async with self._lock:
            while (record := pager.take()) is END:
                request = pager.request()
                if request is None:
                    raise StopAsyncIteration
                pager.accept(await self._fetch(request, pager.answer))
            return record

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
        from .task_pool import source_of

        self._source: Source | AsyncSource = source_of(elements)
        self._buffer: OutcomeBuffer[A] = ledger
        self._pool: AsyncWorkerPool[A] = crew
        # Not at the top: synchronous programs have this module, and not asyncio.
        from asyncio import Lock

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
