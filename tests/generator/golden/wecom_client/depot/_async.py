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

        Awaits what `Depot.counts` does: arguments, limits and errors stand there.

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

        For `async for`, without `await`, what `Depot.iter_counts` is for `for`: arguments,
        limits and errors stand there.

        Document: https://example.com/doc/depot
        """
        return self._client._iterate(
            _counts.PAGES,
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

        Awaits what `Depot.counts_all` does: arguments, limits and errors stand there.

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

        Awaits what `Depot.del_` does: arguments, limits and errors stand there.

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

        Awaits what `Depot.del_all` does: arguments, limits and errors stand there.

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

        Awaits what `Depot.figures` does: arguments, limits and errors stand there.

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

        Awaits what `Depot.figures_all` does: arguments, limits and errors stand there.

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

        Awaits what `Depot.list` does: arguments, limits and errors stand there.

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

        For `async for`, without `await`, what `Depot.iter_list` is for `for`: arguments, limits
        and errors stand there.

        Document: https://example.com/doc/depot
        """
        return self._client._iterate(
            _list.PAGES,
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

        Awaits what `Depot.read` does: arguments, limits and errors stand there.

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

        For `async for`, without `await`, what `Depot.read_many` is for `for`, also over an
        asynchronous iterable: arguments, limits and errors stand there.

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

        Awaits what `Depot.scan` does: arguments, limits and errors stand there.

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

        For `async for`, without `await`, what `Depot.iter_scan` is for `for`: arguments, limits
        and errors stand there.

        Document: https://example.com/doc/depot
        """
        return self._client._iterate(
            _scan.PAGES,
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

        Awaits what `Depot.weigh` does: arguments, limits and errors stand there.

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

        Awaits what `Depot.weigh_all` does: arguments, limits and errors stand there.

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
