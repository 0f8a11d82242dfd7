# Generated from specs/depot/counts.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""计数

Counts of depots, day by day and page by page.

Document: https://example.com/doc/depot
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Array, Day, DayLike, Integer, Object, String
from .._runtime.cross_field import NotBefore
from .._runtime.jobs.async_jobs import AsyncItems
from .._runtime.jobs.declarations import Pages, Window
from .._runtime.jobs.sync_jobs import Items
from .._runtime.namespace import AsyncBound, Bound
from .._runtime.records import Record, many
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "OPERATION",
    "PAGES",
    "REQUEST",
    "WINDOW",
    "AsyncMethods",
    "CountsAnswer",
    "DayRecord",
    "Methods",
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


PAGES: Pages[DayRecord] = Pages(
    OPERATION,
    REQUEST,
    CountsAnswer,
    items="days",
    size="limit",
    position="offset",
    next_position="then",
    total="all",
)

WINDOW: Window[CountsAnswer] = Window(
    OPERATION,
    REQUEST,
    CountsAnswer,
    begin="since",
    end="until",
    span=1,
    split="depots",
    size=2,
    items="days",
    key="day",
    sums=("count",),
    latest=(),
    pages=PAGES,
)


class Methods(Bound):
    """`counts` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def counts(
        self,
        limit: int,
        *,
        since: DayLike | None = None,
        until: DayLike | None = None,
        depots: Sequence[int] | None = None,
        sort: str | None = None,
        offset: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> CountsAnswer:
        """计数

        Counts of depots, day by day and page by page.

        Args:
            limit: Records in the answer. At most 2.
            since: First day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the
                latter two sent as that day's 00:00.
            until: Last day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the
                latter two sent as that day's 00:00. Not before since, at most 1 day after it.
                Left out, it is the same as since.
            depots: Ids of depots. At most 2 elements.
            sort: By what is sorted.
            offset: Records to pass over. At least 0.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            CountsAnswer: days, then, all.

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
            limit,
            since=since,
            until=until,
            depots=depots,
            sort=sort,
            offset=offset,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, CountsAnswer, self._rules)

    def iter_counts(
        self,
        *,
        since: DayLike | None = None,
        until: DayLike | None = None,
        depots: Sequence[int] | None = None,
        sort: str | None = None,
        offset: int | None = None,
        page_size: int = 2,
        extra: Mapping[str, Any] | None = None,
    ) -> Items[DayRecord]:
        """计数

        Counts of depots, day by day and page by page.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            since: First day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the
                latter two sent as that day's 00:00.
            until: Last day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the
                latter two sent as that day's 00:00. Not before since, at most 1 day after it.
                Left out, it is the same as since.
            depots: Ids of depots. At most 2 elements.
            sort: By what is sorted.
            offset: Records to pass over. At least 0.
            page_size: Records in the answer. At most 2. Left out, it is 2.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            Items: an iterator of DayRecord. Its `position` is the offset to pass in order to go
                on from there.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: while iterating: the platform refused the call.
            TransportError: while iterating: no answer; `.outcome` says whether the call may
                have been carried out.
            ResponseError: while iterating: the answer is no JSON object with an errcode.

        Document: https://example.com/doc/depot
        """
        return self._client._iterate(
            PAGES,
            {"since": since, "until": until, "depots": depots, "sort": sort},
            offset,
            page_size,
            extra,
            self._rules,
        )

    def counts_all(
        self,
        *,
        since: DayLike | None = None,
        until: DayLike | None = None,
        depots: Sequence[int] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> CountsAnswer:
        """计数

        Counts of depots, day by day and page by page.

        Takes any number of days and of elements of depots: makes a call for at most 1 day and 2
        elements each, and merges records of the same day. Over days, count adds up. Over
        elements all of them add up.

        Args:
            since: First day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the
                latter two sent as that day's 00:00.
            until: Last day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the
                latter two sent as that day's 00:00. Not before since. Left out, it is the same
                as since.
            depots: Ids of depots.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            CountsAnswer: the merged records, as if one call had brought them.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        Document: https://example.com/doc/depot
        """
        return self._client._window(
            WINDOW, {"since": since, "until": until, "depots": depots}, extra, self._rules
        )


class AsyncMethods(AsyncBound):
    """`counts` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def counts(
        self,
        limit: int,
        *,
        since: DayLike | None = None,
        until: DayLike | None = None,
        depots: Sequence[int] | None = None,
        sort: str | None = None,
        offset: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> CountsAnswer:
        """计数

        Counts of depots, day by day and page by page.

        Args:
            limit: Records in the answer. At most 2.
            since: First day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the
                latter two sent as that day's 00:00.
            until: Last day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the
                latter two sent as that day's 00:00. Not before since, at most 1 day after it.
                Left out, it is the same as since.
            depots: Ids of depots. At most 2 elements.
            sort: By what is sorted.
            offset: Records to pass over. At least 0.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            CountsAnswer: days, then, all.

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
            limit,
            since=since,
            until=until,
            depots=depots,
            sort=sort,
            offset=offset,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, CountsAnswer, self._rules)

    def iter_counts(
        self,
        *,
        since: DayLike | None = None,
        until: DayLike | None = None,
        depots: Sequence[int] | None = None,
        sort: str | None = None,
        offset: int | None = None,
        page_size: int = 2,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncItems[DayRecord]:
        """计数

        Counts of depots, day by day and page by page.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            since: First day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the
                latter two sent as that day's 00:00.
            until: Last day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the
                latter two sent as that day's 00:00. Not before since, at most 1 day after it.
                Left out, it is the same as since.
            depots: Ids of depots. At most 2 elements.
            sort: By what is sorted.
            offset: Records to pass over. At least 0.
            page_size: Records in the answer. At most 2. Left out, it is 2.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            AsyncItems: for `async for`, without `await`, an iterator of DayRecord. Its
                `position` is the offset to pass in order to go on from there.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: while iterating: the platform refused the call.
            TransportError: while iterating: no answer; `.outcome` says whether the call may
                have been carried out.
            ResponseError: while iterating: the answer is no JSON object with an errcode.

        Document: https://example.com/doc/depot
        """
        return self._client._iterate(
            PAGES,
            {"since": since, "until": until, "depots": depots, "sort": sort},
            offset,
            page_size,
            extra,
            self._rules,
        )

    async def counts_all(
        self,
        *,
        since: DayLike | None = None,
        until: DayLike | None = None,
        depots: Sequence[int] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> CountsAnswer:
        """计数

        Counts of depots, day by day and page by page.

        Takes any number of days and of elements of depots: makes a call for at most 1 day and 2
        elements each, and merges records of the same day. Over days, count adds up. Over
        elements all of them add up.

        Args:
            since: First day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the
                latter two sent as that day's 00:00.
            until: Last day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the
                latter two sent as that day's 00:00. Not before since. Left out, it is the same
                as since.
            depots: Ids of depots.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            CountsAnswer: the merged records, as if one call had brought them.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        Document: https://example.com/doc/depot
        """
        return await self._client._window(
            WINDOW, {"since": since, "until": until, "depots": depots}, extra, self._rules
        )
