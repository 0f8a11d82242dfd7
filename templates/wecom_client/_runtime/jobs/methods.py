"""What generated methods for whole jobs call: each kind of job, as either client begins it.

The logic of a job is imported where the job begins: few programs run every kind of job.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, Callable, Generator, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from ..answers import Answer, FailedRecord, answer_in
from ..client import Tools
from ..errors import WeComError
from ..flow import Rules
from ..request import Request, Settings
from ..steps import Ask, Step
from .declarations import Batch, Bulk, Pagination, Window

if TYPE_CHECKING:
    from .async_jobs import AsyncItems, AsyncOutcomes
    from .batch import BatchJob
    from .bulk import BulkReader, Options
    from .calls import Call
    from .pagination import Pager, PortionPager
    from .rate_controller import RateController
    from .results import BatchResult, Progress
    from .sync_jobs import Items, Outcomes

A = TypeVar("A", bound=Answer)
F = TypeVar("F", bound=FailedRecord)
R = TypeVar("R")
T = TypeVar("T")


def _asking(step: Ask) -> Generator[Step, Any, Any]:
    return (yield step)


class Jobs:
    """What jobs need of a client, and how they begin."""

    _settings: Settings
    _rules: Rules
    _tools: ClassVar[Tools]

    if TYPE_CHECKING:

        def _reserve(self, interval: float) -> float | None: ...

        def _check_open(self, path: str) -> None: ...

    def _pager(
        self,
        pagination: Pagination[R],
        values: Mapping[str, Any],
        start: Any,
        size: int | None,
        extra: Mapping[str, Any] | None,
    ) -> Pager[R] | PortionPager[R]:
        from .pagination import begin

        return begin(pagination, values, self._settings, start, size, extra)

    def _batch_job(
        self,
        batch: Batch[F],
        values: Mapping[str, Any],
        elements: Iterable[Any],
        daily_limit: int | None,
        journal: str | os.PathLike[str] | None,
        extra: Mapping[str, Any] | None,
        rules: Rules,
    ) -> BatchJob[F]:
        from .batch import begin

        settings, language = self._settings, rules.language
        return begin(batch, values, elements, settings, daily_limit, extra, journal, language)

    def _window_job(
        self, window: Window[A], values: Mapping[str, Any], extra: Mapping[str, Any] | None
    ) -> Generator[Call, Any, A]:
        from .window import run

        return run(window, values, self._settings, extra)

    def _bulk_reader(
        self,
        bulk: Bulk[A],
        values: Mapping[str, Any],
        elements: object,
        given: tuple[int, float | None, bool, Callable[[Progress], object] | None],
        extra: Mapping[str, Any] | None,
        rules: Rules | None,
        *,
        asynchronous: bool = False,
    ) -> tuple[BulkReader[A], Options]:
        from .bulk import BulkReader, check
        from .pagination import of_full_size

        settings, values = self._settings, {**values, **of_full_size(bulk.pagination)}
        options = check(
            bulk, values, elements, settings, given, asynchronous=asynchronous, extra=extra
        )
        self._check_open(bulk.operation.path)
        concurrency, rate, *_ = given
        rules = rules or self._rules
        pace = self._pace(rules, concurrency, rate)
        return BulkReader(bulk, values, settings, rules, pace, extra), options

    def _pace(
        self, rules: Rules, concurrency: int = 1, rate: float | None = None
    ) -> RateController:
        """Return the pace of one job."""
        from .rate_controller import RateController

        monotonic, limit = self._tools.monotonic, rules.limit
        return RateController(
            concurrency, rate, monotonic, self._reserve, patience=rules.patience, limit=limit
        )

    def _patient_flow(
        self, call: Call, rules: Rules, pace: RateController | None
    ) -> Generator[Step, Any, Any]:
        """Return what carries out a call of a job, without its pace no longer than any call."""
        self._check_open(call.request.path)
        if pace is None:
            return call.flow(rules)
        from .rate_controller import patiently

        return patiently(call.flow, rules, pace, call.request.path)


class SyncJobs(Jobs):
    """The jobs of the synchronous client."""

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
        from .sync_jobs import Items

        pager, rules = self._pager(pagination, values, start, size, extra), rules or self._rules
        return Items(self, pager, partial(self._fetch, rules, self._pace(rules)))

    def _batch(
        self,
        batch: Batch[F],
        values: Mapping[str, Any],
        elements: Iterable[Any],
        daily_limit: int | None,
        journal: str | os.PathLike[str] | None,
        dry_run: bool,
        extra: Mapping[str, Any] | None = None,
        rules: Rules | None = None,
    ) -> BatchResult[F] | tuple[Request, ...]:
        rules = rules or self._rules
        job = self._batch_job(batch, values, elements, daily_limit, journal, extra, rules)
        if dry_run:
            return self._carry_out(job.plan(), rules, None)
        self._check_open(batch.operation.path)
        return self._carry_out(job.run(), rules, None)

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
        from .sync_jobs import Outcomes
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
        self, job: Generator[Call | Ask, Any, T], rules: Rules, pace: RateController | None
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
                if isinstance(step, Ask):
                    outcome = self._drive(_asking(step))
                    continue
                raw = self._drive(self._patient_flow(step, rules, pace))
                outcome = answer_in(rules.language, step.answer, raw)
            except WeComError as error:
                outcome = error
            except BaseException as interruption:
                job.throw(interruption)
                raise


class AsyncJobs(Jobs):
    """The jobs of the asynchronous client."""

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
        from .async_jobs import AsyncItems

        pager, rules = self._pager(pagination, values, start, size, extra), rules or self._rules
        return AsyncItems(self, pager, partial(self._fetch, rules, self._pace(rules)))

    async def _batch(
        self,
        batch: Batch[F],
        values: Mapping[str, Any],
        elements: Iterable[Any],
        daily_limit: int | None,
        journal: str | os.PathLike[str] | None,
        dry_run: bool,
        extra: Mapping[str, Any] | None = None,
        rules: Rules | None = None,
    ) -> BatchResult[F] | tuple[Request, ...]:
        rules = rules or self._rules
        job = self._batch_job(batch, values, elements, daily_limit, journal, extra, rules)
        if dry_run:
            return await self._carry_out(job.plan(), rules, None)
        self._check_open(batch.operation.path)
        return await self._carry_out(job.run(), rules, None)

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
        from .async_jobs import AsyncOutcomes
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
        self, job: Generator[Call | Ask, Any, T], rules: Rules, pace: RateController | None
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
                if isinstance(step, Ask):
                    outcome = await self._drive(_asking(step))
                    continue
                raw = await self._drive(self._patient_flow(step, rules, pace))
                outcome = answer_in(rules.language, step.answer, raw)
            except WeComError as error:
                outcome = error
            except BaseException as interruption:
                job.throw(interruption)
                raise
