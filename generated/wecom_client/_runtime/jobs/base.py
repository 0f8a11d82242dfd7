# Copied from templates/wecom_client/_runtime/jobs/base.py: edit that file, then run 'make generate'.
"""Whole jobs, as far as both clients do the same.

The logic of a job is imported where the job begins: few programs run every kind of job.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from ..answers import Answer, FailedRecord
from ..client import Tools
from ..flow import Rules
from ..records import Record
from ..request import Settings
from ..steps import Step
from .declarations import Batch, Bulk, Pagination, Window

if TYPE_CHECKING:
    from .batch import BatchJob
    from .bulk import BulkReader, Options
    from .calls import Call
    from .paging import Pager
    from .rate_controller import RateController
    from .results import Progress

A = TypeVar("A", bound=Answer)
F = TypeVar("F", bound=FailedRecord)
R = TypeVar("R", bound=Record)


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
    ) -> Pager[R]:
        from .paging import begin

        return begin(pagination, values, self._settings, start, size, extra)

    def _batch_job(
        self,
        batch: Batch[F],
        values: Mapping[str, Any],
        elements: Iterable[Any],
        daily_limit: int | None,
        extra: Mapping[str, Any] | None,
    ) -> BatchJob[F]:
        from .batch import begin

        return begin(batch, values, elements, self._settings, daily_limit, extra)

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

        settings = self._settings
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
    ) -> Generator[Step, Any, dict[str, Any]]:
        """Return what carries out a call of a job, without its pace no longer than any call."""
        self._check_open(call.request.path)
        if pace is None:
            return call.flow(rules)
        from .rate_controller import patiently

        return patiently(call.flow, rules, pace, call.request.path)
