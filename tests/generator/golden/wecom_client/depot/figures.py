# Generated from specs/depot/figures.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""数据

Figures of depots, one record a depot.

Document: https://example.com/doc/depot
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from .._runtime.answers import Answer, Record, many, one
from .._runtime.checks import Array, Day, DayLike, NotBefore, Object, String
from .._runtime.jobs.declarations import Window
from .._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import Figures

__all__ = [
    "OPERATION",
    "REQUEST",
    "WINDOW",
    "Figures",
    "FiguresAnswer",
    "InnerParam",
    "Row",
    "WhereParam",
    "build_request",
]

OPERATION = Operation(
    path="depot/figures",
    method="POST",
    repeatable=True,
    doc_url="https://example.com/doc/depot",
    title="数据",
)

REQUEST = Object(
    {
        "first": Day(),
        "last": Day(),
        "where": Object(
            {
                "inner": Object(
                    {"depots": Array(String(), min_items=1, max_items=2)},
                    required=("depots",),
                ),
            },
            required=("inner",),
        ),
    },
    required=("first", "last", "where"),
    rules=(NotBefore("last", "first", max_span_days=2),),
)


class InnerParam(TypedDict):
    """Objects within objects."""

    depots: Sequence[str]
    """Ids of depots. 1 to 2 elements."""


class WhereParam(TypedDict):
    """Which."""

    inner: InnerParam
    """Objects within objects."""


def build_request(
    first: DayLike,
    last: DayLike,
    where: WhereParam,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `figures` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "first": first,
            "last": last,
            "where": where,
        },
        _settings,
        extra,
    )


class Row(Record):
    """One record."""

    depot: str
    """The depot."""
    data: Figures = one(Figures)
    """Figures."""
    rate: float
    """A rate."""


class FiguresAnswer(Answer):
    """The answer of `figures`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("rows") is None` asks, and type checkers let it
    pass.
    """

    rows: tuple[Row, ...] = many(Row)
    """The records."""


WINDOW: Window[FiguresAnswer] = Window(
    OPERATION,
    REQUEST,
    FiguresAnswer,
    begin="first",
    end="last",
    parameter="where.inner.depots",
    items="rows",
    key="depot",
    sums=("data.came", "data.weight"),
    latest=("data.here", "rate"),
)
