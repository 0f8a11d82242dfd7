"""Whole jobs of the synchronous client, and what they return."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from functools import partial
from threading import RLock
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
from .results import END, BatchResult, Outcome, Progress, Waiting

if TYPE_CHECKING:
    from .bulk import OutcomeBuffer
    from .calls import Call
    from .paging import Pager
    from .rate_controller import RateController
    from .thread_pool import Result, WorkerPool

A = TypeVar("A", bound=Answer)
F = TypeVar("F", bound=FailedRecord)
R = TypeVar("R", bound=Record)
T = TypeVar("T")


class SyncJobs(Jobs):
    """What generated methods for whole jobs call."""

    if TYPE_CHECKING:

        def _drive(self, flow: Generator[Step, Any, T]) -> T: ...

    def _pagination(
        self,
        pagination: Pagination[R],
        values: Mapping[str, Any],
        start: Any,
        size: int | None,
        extra: Mapping[str, Any] | None = None,
        rules: Rules | None = None,
    ) -> Items[R]:
        pager, rules = self._pager(pagination, values, start, size, extra), rules or self._rules
        return Items(self, pager, partial(self._fetch, rules, self._pace(rules)))

    def _batch(
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
        return self._carry_out(job.run(), rules or self._rules, None)

    def _window(
        self,
        window: Window[A],
        values: Mapping[str, Any],
        extra: Mapping[str, Any] | None = None,
        rules: Rules | None = None,
    ) -> A:
        job, rules = self._window_job(window, values, extra), rules or self._rules
        return self._carry_out(job, rules, self._pace(rules))

    def _bulk(
        self,
        bulk: Bulk[A],
        values: Mapping[str, Any],
        elements: Iterable[Any],
        concurrency: int,
        rate: float | None,
        ordered: bool,
        on_progress: Callable[[Progress], object] | None,
        extra: Mapping[str, Any] | None = None,
        rules: Rules | None = None,
    ) -> Outcomes[A]:
        from .bulk import OutcomeBuffer
        from .thread_pool import WorkerPool

        given = (concurrency, rate, ordered, on_progress)
        reader, options = self._bulk_reader(bulk, values, elements, given, extra, rules)
        pool = WorkerPool(reader, self._drive, options.concurrency, self._tools.sleep)
        return Outcomes(elements, OutcomeBuffer(options), pool)

    def _fetch(self, rules: Rules, pace: RateController, request: Request, answer: type[A]) -> A:
        from .calls import Call

        call = Call(request, answer)
        raw = self._drive(self._patient_flow(call, rules, pace))
        return answer_in(rules.language, answer, raw)

    def _carry_out(
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
                raw = self._drive(self._patient_flow(step, rules, pace))
                outcome = answer_in(rules.language, step.answer, raw)
            except WeComError as error:
                outcome = error
            except BaseException as interruption:
                job.throw(interruption)
                raise


class Items(Generic[R]):
    """The records of all pages, fetched page by page while they are taken.

    `position` says where to begin in order to go on from here: pass it to a new iterator in the
    place of the cursor or offset. With a cursor, the records of the present page come once more.
    When a call fails, its error is raised, and the next `next()` makes that call again. Threads may
    take from one iterator together.
    """

    # The names of these arguments are those of 0.1: the surface of the package keeps them.
    def __init__(self, client: Any, walk: Any, fetch: Any) -> None:
        self._client: SyncJobs = client
        self._pager: Pager[R] = walk
        self._fetch: Callable[[Request, type[Answer]], Answer] = fetch
        self._lock = RLock()

    @property
    def position(self) -> Any:
        """The cursor of the present page, or the offset of the next record."""
        return self._pager.position

    def __iter__(self) -> Items[R]:
        return self

    def __next__(self) -> R:
        pager = self._pager
        with self._lock:
            while (record := pager.take()) is END:
                request = pager.request()
                if request is None:
                    raise StopIteration
                pager.accept(self._fetch(request, pager.answer))
            return record

    def __repr__(self) -> str:
        return f"<{type(self).__name__} at {self.position!r} of {self._client!r}>"


class Outcomes(Generic[A]):
    """The outcomes of a bulk read, as they come or in the order of the elements.

    Elements are taken from their iterable in the thread that takes the outcomes, a few ahead of
    them. The threads end with the last outcome, with `close`, or with the iterator. Threads may
    take from one iterator together.
    """

    # The names of these arguments are those of 0.1: the surface of the package keeps them.
    def __init__(self, elements: Iterable[Any], ledger: Any, crew: Any) -> None:
        self._elements: Iterator[Any] = iter(elements)
        self._buffer: OutcomeBuffer[A] = ledger
        self._pool: WorkerPool[A] = crew
        self._lock = RLock()
        self._process = os.getpid()

    def __iter__(self) -> Outcomes[A]:
        return self

    def __next__(self) -> Outcome[A]:
        buffer = self._buffer
        if self._process != os.getpid():
            raise RuntimeError("a forked child cannot go on with its parent's bulk read")
        with self._lock:
            self._dispatch()
            while not buffer.has_next:
                if not buffer.is_waiting:
                    self.close()
                    if (error := buffer.error()) is not None:
                        raise error
                    raise StopIteration
                if (result := self._pool.result()) is not None:
                    self._put(result)
            return buffer.take()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self._buffer}>"

    def close(self) -> None:
        """End the threads; elements that are not read by now are not read."""
        self._buffer.close()
        self._pool.stop()

    def __enter__(self) -> Outcomes[A]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __del__(self) -> None:
        if hasattr(self, "_pool"):
            self._pool.stop(wait=False)

    def _dispatch(self) -> None:
        """Keep the threads busy, but do not wait for further elements when an outcome is there."""
        buffer = self._buffer
        while buffer.wants_more:
            try:
                element = next(self._elements)
            except StopIteration:
                buffer.end()
                return
            except Exception as error:
                buffer.end(error)
                return
            except BaseException:
                # What it interrupts, a generator for one, may be at its end now without being so.
                buffer.end(
                    RuntimeError("reading the elements was interrupted: some may be missing")
                )
                raise
            self._pool.submit(buffer.dispatch(), element)
            while (result := self._pool.result_at_hand()) is not None:
                self._put(result)
            if buffer.has_next:
                return

    def _put(self, result: Result[A]) -> None:
        if isinstance(result, Waiting):
            self._buffer.tell(result)
            return
        number, outcome = result
        if isinstance(outcome, BaseException):
            self.close()
            raise outcome
        self._buffer.put(number, outcome)
