"""Whole jobs, as far as both clients do the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from ..answers import Answer, Record
from ..flow import Rules
from ..request import Settings
from .bulk import Bulk, Options, Progress, Reading
from .pace import Pace
from .paging import Pages, Walk

if TYPE_CHECKING:
    from ..client import Tools

A = TypeVar("A", bound=Answer)
R = TypeVar("R", bound=Record)

OnProgress = Callable[[Progress], object]


class Jobs:
    """What jobs need of a client, and what they begin with."""

    _settings: Settings
    _rules: Rules

    _tools: ClassVar[Tools]

    if TYPE_CHECKING:

        def _reserve(self, interval: float) -> float | None: ...

        def _check_open(self, path: str) -> None: ...

    def _walk(
        self, pages: Pages[R], values: Mapping[str, Any], start: Any, size: int | None
    ) -> Walk[R]:
        return pages.begin(values, self._settings, start, size)

    def _reading(
        self,
        bulk: Bulk[A],
        values: Mapping[str, Any],
        elements: object,
        given: tuple[int, float | None, bool, OnProgress | None],
        *,
        asynchronous: bool = False,
    ) -> tuple[Reading[A], Options]:
        settings = self._settings
        options = bulk.check(values, elements, settings, given, asynchronous=asynchronous)
        self._check_open(bulk.operation.path)
        concurrency, rate, *_ = given
        pace = Pace(concurrency, rate, self._tools.monotonic, self._reserve)
        return Reading(bulk, values, settings, self._rules, pace), options
