"""Whole jobs of the synchronous client."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from ..answers import Answer, FailedRecord, Record
from ..errors import WeComError
from ..flow import Step
from ..request import Request
from .declarations import Batch, Bulk, Pages, Window
from .results import BatchResult, Items, Outcomes, Progress
from .shared import Jobs

if TYPE_CHECKING:
    from .steps import Call

A = TypeVar("A", bound=Answer)
F = TypeVar("F", bound=FailedRecord)
R = TypeVar("R", bound=Record)
T = TypeVar("T")


class SyncJobs(Jobs):
    """What generated methods for whole jobs call."""

    if TYPE_CHECKING:

        def _send(self, request: Request, answer: type[A]) -> A: ...

        def _drive(self, flow: Generator[Step, Any, T]) -> T: ...

    def _iterate(
        self, pages: Pages[R], values: Mapping[str, Any], start: Any, size: int | None
    ) -> Items[R]:
        return Items(self, self._walk(pages, values, start, size))

    def _batch(
        self,
        batch: Batch[F],
        values: Mapping[str, Any],
        elements: Iterable[Any],
        daily_limit: int | None,
        dry_run: bool,
    ) -> BatchResult[F] | tuple[Request, ...]:
        job = self._batch_job(batch, values, elements, daily_limit)
        if dry_run:
            return job.plan()
        self._check_open(batch.operation.path)
        return self._carry_out(job.run())

    def _window(self, window: Window[A], values: Mapping[str, Any]) -> A:
        return self._carry_out(self._window_job(window, values))

    def _bulk(
        self,
        bulk: Bulk[A],
        values: Mapping[str, Any],
        elements: Iterable[Any],
        concurrency: int,
        rate: float | None,
        ordered: bool,
        on_progress: Callable[[Progress], object] | None,
    ) -> Outcomes[A]:
        from .bulk import Ledger
        from .threads import Crew

        given = (concurrency, rate, ordered, on_progress)
        reading, options = self._reading(bulk, values, elements, given)
        crew = Crew(reading, self._drive, options.concurrency, self._tools.sleep)
        return Outcomes(elements, Ledger(options), crew)

    def _carry_out(self, job: Generator[Call, Any, T]) -> T:
        """Make the calls that a job asks for until it returns or raises."""
        outcome: object = None
        while True:
            try:
                step = job.send(outcome)
            except StopIteration as end:
                result: T = end.value
                return result
            try:
                self._check_open(step.request.path)
                outcome = step.answer(self._drive(step.flow(self._rules)))
            except WeComError as error:
                outcome = error
            except BaseException as interruption:
                job.throw(interruption)
                raise
