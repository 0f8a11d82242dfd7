# Generated from specs/depot/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `depot`, with await."""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, overload

from .._runtime.checks import DayLike
from .._runtime.jobs.results import BatchResult, Progress
from .._runtime.jobs.tasks import AsyncItems, AsyncOutcomes
from .._runtime.namespace import AsyncNamespace
from .._runtime.request import Request
from . import counts as _counts
from . import del_ as _del_
from . import figures as _figures
from . import list as _list
from . import read as _read
from . import scan as _scan
from . import weigh as _weigh
from ._shapes import LostParcel, Parcel

__all__ = ["AsyncDepot"]


class AsyncDepot(AsyncNamespace):
    """Operations below `depot`."""

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
    ) -> _counts.CountsAnswer:
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
        request = _counts.build_request(
            limit,
            since=since,
            until=until,
            depots=depots,
            sort=sort,
            offset=offset,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _counts.CountsAnswer, self._rules)

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
    ) -> AsyncItems[_counts.DayRecord]:
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
        return self._client._pagination(
            _counts.PAGINATION,
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
    ) -> _counts.CountsAnswer:
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
            _counts.WINDOW,
            {"since": since, "until": until, "depots": depots},
            extra,
            self._rules,
        )

    async def del_(
        self,
        parcels: Sequence[str],
        *,
        reason: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _del_.DelAnswer:
        """退回

        Sends parcels back; is called like a keyword, and so is what its job takes.

        Args:
            parcels: Ids of the parcels. 1 to 2 elements. Each not empty.
            reason: Why.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            DelAnswer: lost_list.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call: 90001 no such order; 90002 the parcel is
                not here any more.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        Quotas:
            9 parcels of a depot in 1 day.
            5 parcels of a sender in 1 day.
            50 parcels of a sender in 30 days.

        A call whose outcome is unknown is not sent again.

        Document: https://example.com/doc/depot
        """
        request = _del_.build_request(
            parcels,
            reason=reason,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _del_.DelAnswer, self._rules)

    @overload
    async def del_all(
        self,
        class_: Iterable[str],
        *,
        reason: str | None = None,
        daily_limit: int | None = 5,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[False] = False,
    ) -> BatchResult[LostParcel]: ...

    @overload
    async def del_all(
        self,
        class_: Iterable[str],
        *,
        reason: str | None = None,
        daily_limit: int | None = 5,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[True],
    ) -> tuple[Request, ...]: ...

    @overload
    async def del_all(
        self,
        class_: Iterable[str],
        *,
        reason: str | None = None,
        daily_limit: int | None = 5,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool,
    ) -> BatchResult[LostParcel] | tuple[Request, ...]: ...

    async def del_all(
        self,
        class_: Iterable[str],
        *,
        reason: str | None = None,
        daily_limit: int | None = 5,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool = False,
    ) -> BatchResult[LostParcel] | tuple[Request, ...]:
        """退回

        Sends parcels back; is called like a keyword, and so is what its job takes.

        Takes any number of class_, 2 a call, each of them once. A call that fails ends the job.
        Elements that answer 90002 (the parcel is not here any more) count as done. The day's
        quota is used up where one answers 90003 (today's parcels are used up).

        Args:
            class_: Ids of the parcels. Each not empty. Any number; of equal ones the first
                counts.
            reason: Why.
            daily_limit: how many this run may carry out; the rest is not tried. Left out, 5,
                the quota of a day; None: no limit but the platform's, whose refusal counts in
                any case.
            dry_run: True: return the calls that would be made, and send nothing.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            BatchResult: `done`, `failed` (each a LostParcel with `meaning` and `remedy`),
                `unknown` (of a call whose outcome nobody knows), `not_tried`, and `resume_on`,
                the day on which the quota allows more, or None. With dry_run a tuple of
                Request.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            BatchError: a call failed, for a reason of its own; `.result` says how far the job
                came, so that the rest can be done later.

        Quotas:
            9 parcels of a depot in 1 day.
            5 parcels of a sender in 1 day.
            50 parcels of a sender in 30 days.

        Document: https://example.com/doc/depot
        """
        return await self._client._batch(
            _del_.BATCH,
            {"reason": reason},
            class_,
            daily_limit,
            dry_run,
            extra,
            self._rules,
        )

    async def figures(
        self,
        first: DayLike,
        last: DayLike,
        where: _figures.WhereParam,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> _figures.FiguresAnswer:
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
        request = _figures.build_request(
            first,
            last,
            where,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _figures.FiguresAnswer, self._rules)

    async def figures_all(
        self,
        first: DayLike,
        last: DayLike,
        where: _figures.WhereParam,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> _figures.FiguresAnswer:
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
            _figures.WINDOW,
            {"first": first, "last": last, "where": where},
            extra,
            self._rules,
        )

    async def list(
        self,
        place: str,
        *,
        from_key: str | None = None,
        count: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _list.ListAnswer:
        """列出包裹

        Lists parcels, page by page, by a cursor in the query.

        Args:
            place: Only parcels there. Not empty.
            from_key: Where to go on.
            count: Parcels in the answer. At least 1. Left out, it is 20.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            ListAnswer: next_key, parcel_list.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/depot
        """
        request = _list.build_request(
            place,
            from_key=from_key,
            count=count,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _list.ListAnswer, self._rules)

    def iter_list(
        self,
        place: str,
        *,
        from_key: str | None = None,
        page_size: int = 20,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncItems[Parcel]:
        """列出包裹

        Lists parcels, page by page, by a cursor in the query.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            place: Only parcels there. Not empty.
            from_key: Where to go on.
            page_size: Parcels in the answer. At least 1. Left out, it is 20.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            AsyncItems: for `async for`, without `await`, an iterator of Parcel. Its `position`
                is the from_key to pass in order to go on from there.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: while iterating: the platform refused the call.
            TransportError: while iterating: no answer; `.outcome` says whether the call may
                have been carried out.
            ResponseError: while iterating: the answer is no JSON object with an errcode.

        Document: https://example.com/doc/depot
        """
        return self._client._pagination(
            _list.PAGINATION,
            {"place": place},
            from_key,
            page_size,
            extra,
            self._rules,
        )

    async def read(
        self,
        language: str,
        number: int,
        *,
        whole: bool | int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _read.ReadAnswer:
        """读取包裹

        Reads one parcel.

        Args:
            language: Of the texts.
            number: Number of the parcel. At least 1.
            whole: Whether all is read. 0: no; 1: yes.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            ReadAnswer: parcel.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/depot
        """
        request = _read.build_request(
            language,
            number,
            whole=whole,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _read.ReadAnswer, self._rules)

    def read_many(
        self,
        language: str,
        numbers: Iterable[int] | AsyncIterable[int],
        *,
        whole: bool | int | None = None,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[_read.ReadAnswer]:
        """读取包裹

        Reads one parcel.

        Makes one call for each of any number of numbers, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            language: Of the texts.
            numbers: Any iterable, an asynchronous one too, taken from while the calls go on. Of
                each element: Number of the parcel. At least 1.
            whole: Whether all is read. 0: no; 1: yes.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            AsyncOutcomes: for `async for`, without `await`, an iterator of Outcome, each with
                `key`, `answer` (ReadAnswer, or None) and `error` (a WeComError, or None).
                `await` its `aclose`, or use it in an `async with` statement, to end the job
                early.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.

        Document: https://example.com/doc/depot
        """
        return self._client._bulk(
            _read.BULK,
            {"language": language, "whole": whole},
            numbers,
            concurrency,
            rate,
            ordered,
            on_progress,
            extra,
            self._rules,
        )

    async def scan(
        self,
        page_size: int,
        *,
        start: int | None = None,
        class_: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _scan.ScanAnswer:
        """扫描

        Lists scans, page by page, by an offset; how many a page has is for the caller to say.

        Args:
            page_size: Scans in the answer. At least 1.
            start: Scans to pass over. At least 0.
            class_: A keyword.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            ScanAnswer: scans, next_start.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/depot
        """
        request = _scan.build_request(
            page_size,
            start=start,
            class_=class_,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _scan.ScanAnswer, self._rules)

    def iter_scan(
        self,
        *,
        start: int | None = None,
        class_: str | None = None,
        page_size: int,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncItems[_scan.Scan]:
        """扫描

        Lists scans, page by page, by an offset; how many a page has is for the caller to say.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            start: Scans to pass over. At least 0.
            class_: A keyword.
            page_size: Scans in the answer. At least 1.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            AsyncItems: for `async for`, without `await`, an iterator of Scan. Its `position` is
                the start to pass in order to go on from there.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: while iterating: the platform refused the call.
            TransportError: while iterating: no answer; `.outcome` says whether the call may
                have been carried out.
            ResponseError: while iterating: the answer is no JSON object with an errcode.

        Document: https://example.com/doc/depot
        """
        return self._client._pagination(
            _scan.PAGINATION,
            {"class": class_},
            start,
            page_size,
            extra,
            self._rules,
        )

    async def weigh(
        self,
        *,
        numbers: Sequence[int] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _weigh.WeighAnswer:
        """称重

        Weighs parcels; a batch without a quota, whose failures are records of its own.

        Args:
            numbers: Numbers of the parcels. At most 3 elements. Each at least 1.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            WeighAnswer: failed.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/depot
        """
        request = _weigh.build_request(
            numbers=numbers,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _weigh.WeighAnswer, self._rules)

    @overload
    async def weigh_all(
        self,
        all_numbers: Iterable[int],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[False] = False,
    ) -> BatchResult[_weigh.FailedItem]: ...

    @overload
    async def weigh_all(
        self,
        all_numbers: Iterable[int],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[True],
    ) -> tuple[Request, ...]: ...

    @overload
    async def weigh_all(
        self,
        all_numbers: Iterable[int],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool,
    ) -> BatchResult[_weigh.FailedItem] | tuple[Request, ...]: ...

    async def weigh_all(
        self,
        all_numbers: Iterable[int],
        *,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool = False,
    ) -> BatchResult[_weigh.FailedItem] | tuple[Request, ...]:
        """称重

        Weighs parcels; a batch without a quota, whose failures are records of its own.

        Takes any number of all_numbers, 3 a call, each of them once. A call that fails ends the
        job.

        Args:
            all_numbers: Numbers of the parcels. Each at least 1. Any number; of equal ones the
                first counts.
            dry_run: True: return the calls that would be made, and send nothing.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            BatchResult: `done`, `failed` (each a FailedItem with `meaning` and `remedy`),
                `unknown` (of a call whose outcome nobody knows), `not_tried`, and `resume_on`,
                the day on which the quota allows more, or None. With dry_run a tuple of
                Request.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            BatchError: a call failed, for a reason of its own; `.result` says how far the job
                came, so that the rest can be done later.

        Document: https://example.com/doc/depot
        """
        return await self._client._batch(
            _weigh.BATCH,
            {},
            all_numbers,
            None,
            dry_run,
            extra,
            self._rules,
        )
