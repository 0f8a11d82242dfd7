# Copied from templates/wecom_client/_runtime/jobs/sync.py: edit that file, then run 'make generate'.
"""Whole jobs of the synchronous client."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from ..answers import Answer, FailedRecord, Record, answer_in
from ..errors import WeComError
from ..flow import Rules, Step
from ..request import Request
from .declarations import Batch, Bulk, Pages, Window
from .results import BatchResult, Items, Outcomes, Progress
from .shared import Jobs

if TYPE_CHECKING:
    from .pace import Pace
    from .steps import Call

A = TypeVar("A", bound=Answer)
F = TypeVar("F", bound=FailedRecord)
R = TypeVar("R", bound=Record)
T = TypeVar("T")


class SyncJobs(Jobs):
    """What generated methods for whole jobs call."""

    if TYPE_CHECKING:

        def _drive(self, flow: Generator[Step, Any, T]) -> T: ...

    def _iterate(
        self,
        pages: Pages[R],
        values: Mapping[str, Any],
        start: Any,
        size: int | None,
        extra: Mapping[str, Any] | None = None,
        rules: Rules | None = None,
    ) -> Items[R]:
        walk, rules = self._walk(pages, values, start, size, extra), rules or self._rules
        return Items(self, walk, partial(self._fetch, rules, self._pace(rules)))

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
        from .bulk import Ledger
        from .threads import Crew

        given = (concurrency, rate, ordered, on_progress)
        reading, options = self._reading(bulk, values, elements, given, extra, rules)
        crew = Crew(reading, self._drive, options.concurrency, self._tools.sleep)
        return Outcomes(elements, Ledger(options), crew)

    def _fetch(self, rules: Rules, pace: Pace, request: Request, answer: type[A]) -> A:
        from .steps import Call

        call = Call(request, answer)
        raw = self._drive(self._patient_flow(call, rules, pace))
        return answer_in(rules.language, answer, raw)

    def _carry_out(self, job: Generator[Call, Any, T], rules: Rules, pace: Pace | None) -> T:
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
