# Generated from specs/depot/figures.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""数据

Figures of depots, one record a depot.

Document: https://example.com/doc/depot
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from .._runtime.answers import Answer
from .._runtime.checks import Array, Day, DayLike, Object, String
from .._runtime.cross_field import NotBefore
from .._runtime.jobs.declarations import Window
from .._runtime.namespace import AsyncBound, Bound
from .._runtime.records import Record, many, one
from .._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import Figures

__all__ = [
    "OPERATION",
    "REQUEST",
    "WINDOW",
    "AsyncMethods",
    "Figures",
    "FiguresAnswer",
    "InnerParam",
    "Methods",
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
                    {"depots": Array(String(), min_items=1, max_items=2)}, required=("depots",)
                )
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
    span=2,
    split="where.inner.depots",
    size=2,
    items="rows",
    key="depot",
    sums=("data.came", "data.weight"),
    latest=("data.here", "rate"),
)


class Methods(Bound):
    """`figures` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def figures(
        self,
        first: DayLike,
        last: DayLike,
        where: WhereParam,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> FiguresAnswer:
        """数据

        Figures of depots, one record a depot.

        Args:
            first: First day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the
                latter two sent as that day's 00:00.
            last: Last day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the
                latter two sent as that day's 00:00. Not before first, at most 2 days after it.
            where: Which. Annotate a variable for it as WhereParam, from
                wecom_client.depot.figures.
                inner (required): Objects within objects.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            FiguresAnswer: rows.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/depot
        """
        request = build_request(
            first,
            last,
            where,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, FiguresAnswer, self._rules)

    def figures_all(
        self,
        first: DayLike,
        last: DayLike,
        where: WhereParam,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> FiguresAnswer:
        """数据

        Figures of depots, one record a depot.

        Takes any number of days and of elements of where.inner.depots: makes a call for at most
        2 days and 2 elements each, and merges records of the same depot. Over days, data.came
        and data.weight add up. Of data.here and rate the last day's counts. Over elements all
        of them add up.

        Args:
            first: First day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the
                latter two sent as that day's 00:00.
            last: Last day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the
                latter two sent as that day's 00:00. Not before first.
            where: Which. Annotate a variable for it as WhereParam, from
                wecom_client.depot.figures.
                inner (required): Objects within objects.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            FiguresAnswer: the merged records, as if one call had brought them.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        Document: https://example.com/doc/depot
        """
        return self._client._window(
            WINDOW, {"first": first, "last": last, "where": where}, extra, self._rules
        )


class AsyncMethods(AsyncBound):
    """`figures` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def figures(
        self,
        first: DayLike,
        last: DayLike,
        where: WhereParam,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> FiguresAnswer:
        """数据

        Figures of depots, one record a depot.

        Args:
            first: First day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the
                latter two sent as that day's 00:00.
            last: Last day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the
                latter two sent as that day's 00:00. Not before first, at most 2 days after it.
            where: Which. Annotate a variable for it as WhereParam, from
                wecom_client.depot.figures.
                inner (required): Objects within objects.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            FiguresAnswer: rows.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/depot
        """
        request = build_request(
            first,
            last,
            where,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, FiguresAnswer, self._rules)

    async def figures_all(
        self,
        first: DayLike,
        last: DayLike,
        where: WhereParam,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> FiguresAnswer:
        """数据

        Figures of depots, one record a depot.

        Takes any number of days and of elements of where.inner.depots: makes a call for at most
        2 days and 2 elements each, and merges records of the same depot. Over days, data.came
        and data.weight add up. Of data.here and rate the last day's counts. Over elements all
        of them add up.

        Args:
            first: First day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the
                latter two sent as that day's 00:00.
            last: Last day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the
                latter two sent as that day's 00:00. Not before first.
            where: Which. Annotate a variable for it as WhereParam, from
                wecom_client.depot.figures.
                inner (required): Objects within objects.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            FiguresAnswer: the merged records, as if one call had brought them.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        Document: https://example.com/doc/depot
        """
        return await self._client._window(
            WINDOW, {"first": first, "last": last, "where": where}, extra, self._rules
        )
