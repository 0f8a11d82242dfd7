# Generated from specs/depot/counts.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""计数

Counts of depots, day by day and page by page.

Document: https://example.com/doc/depot
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .._runtime.answers import Answer, Record, many
from .._runtime.checks import Array, Day, DayLike, Integer, NotBefore, Object, String
from .._runtime.jobs.declarations import Pagination, Window
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "OPERATION",
    "PAGES",
    "PAGINATION",
    "REQUEST",
    "WINDOW",
    "CountsAnswer",
    "DayRecord",
    "build_request",
]

OPERATION = Operation(
    path="depot/counts",
    method="POST",
    repeatable=True,
    doc_url="https://example.com/doc/depot",
    title="计数",
)

REQUEST = Object(
    {
        "since": Day(),
        "until": Day(),
        "depots": Array(Integer(), max_items=2),
        "sort": String(),
        "offset": Integer(minimum=0),
        "limit": Integer(maximum=2),
    },
    required=("limit",),
    rules=(NotBefore("until", "since", max_span_days=1),),
)


def build_request(
    limit: int,
    *,
    since: DayLike | None = None,
    until: DayLike | None = None,
    depots: Sequence[int] | None = None,
    sort: str | None = None,
    offset: int | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `counts` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "limit": limit,
            "since": since,
            "until": until,
            "depots": depots,
            "sort": sort,
            "offset": offset,
        },
        _settings,
        extra,
    )


class DayRecord(Record):
    """One day."""

    day: int
    """The day. Unix seconds at 00:00 UTC+8."""
    count: int
    """Parcels."""


class CountsAnswer(Answer):
    """The answer of `counts`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("days") is None` asks, and type checkers let it
    pass.
    """

    days: tuple[DayRecord, ...] = many(DayRecord)
    """The records."""
    then: int
    """Where the next page begins."""
    all: int
    """Records on all pages."""


PAGINATION: Pagination[DayRecord] = Pagination(
    OPERATION,
    REQUEST,
    CountsAnswer,
    position="offset",
    next="then",
    size="limit",
    items="days",
    total="all",
)

PAGES = PAGINATION

WINDOW: Window[CountsAnswer] = Window(
    OPERATION,
    REQUEST,
    CountsAnswer,
    begin="since",
    end="until",
    parameter="depots",
    items="days",
    key="day",
    sums=("count",),
    latest=(),
    pagination=PAGINATION,
)
