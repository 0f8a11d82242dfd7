# Generated from specs/externalcontact/groupchat/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `externalcontact/groupchat`, with await."""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, overload

from ..._runtime.checks import DayLike
from ..._runtime.jobs.results import BatchResult, Progress
from ..._runtime.jobs.tasks import AsyncItems, AsyncOutcomes
from ..._runtime.namespace import AsyncNamespace
from ..._runtime.request import Request
from . import add_join_way as _add_join_way
from . import del_join_way as _del_join_way
from . import get as _get
from . import get_join_way as _get_join_way
from . import list as _list
from . import onjob_transfer as _onjob_transfer
from . import statistic as _statistic
from . import statistic_group_by_day as _statistic_group_by_day
from . import transfer as _transfer
from . import update_join_way as _update_join_way
from ._shapes import FailedChat, OwnerFilterParam

__all__ = ["AsyncGroupchat"]


class AsyncGroupchat(AsyncNamespace):
    """Operations below `externalcontact/groupchat`."""

    async def add_join_way(
        self,
        scene: int,
        chat_id_list: Sequence[str],
        *,
        remark: str | None = None,
        auto_create_room: bool | int | None = None,
        room_base_name: str | None = None,
        room_base_id: int | None = None,
        state: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _add_join_way.AddJoinWayAnswer:
        """配置客户群进群方式

        Awaits what `Groupchat.add_join_way` does: arguments, limits and errors stand there.

        Document: https://developer.work.weixin.qq.com/document/path/92229#配置客户群进群方式 (2023-12-01)
        """
        request = _add_join_way.build_request(
            scene,
            chat_id_list,
            remark=remark,
            auto_create_room=auto_create_room,
            room_base_name=room_base_name,
            room_base_id=room_base_id,
            state=state,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _add_join_way.AddJoinWayAnswer, self._rules)

    async def del_join_way(
        self,
        config_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> _del_join_way.DelJoinWayAnswer:
        """删除客户群进群方式配置

        Awaits what `Groupchat.del_join_way` does: arguments, limits and errors stand there.

        Document: https://developer.work.weixin.qq.com/document/path/92229#删除客户群进群方式配置 (2023-12-01)
        """
        request = _del_join_way.build_request(
            config_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _del_join_way.DelJoinWayAnswer, self._rules)

    async def get(
        self,
        chat_id: str,
        *,
        need_name: bool | int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _get.GetAnswer:
        """获取客户群详情

        Awaits what `Groupchat.get` does: arguments, limits and errors stand there.

        Document: https://developer.work.weixin.qq.com/document/path/92122 (2023-12-01)
        """
        request = _get.build_request(
            chat_id,
            need_name=need_name,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _get.GetAnswer, self._rules)

    def get_many(
        self,
        chat_ids: Iterable[str] | AsyncIterable[str],
        *,
        need_name: bool | int | None = None,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[_get.GetAnswer]:
        """获取客户群详情

        For `async for`, without `await`, what `Groupchat.get_many` is for `for`, also over an
        asynchronous iterable: arguments, limits and errors stand there.

        Document: https://developer.work.weixin.qq.com/document/path/92122 (2023-12-01)
        """
        return self._client._bulk(
            _get.BULK,
            {"need_name": need_name},
            chat_ids,
            concurrency,
            rate,
            ordered,
            on_progress,
            extra,
            self._rules,
        )

    async def get_join_way(
        self,
        config_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> _get_join_way.GetJoinWayAnswer:
        """获取客户群进群方式配置

        Awaits what `Groupchat.get_join_way` does: arguments, limits and errors stand there.

        Document: https://developer.work.weixin.qq.com/document/path/92229#获取客户群进群方式配置 (2023-12-01)
        """
        request = _get_join_way.build_request(
            config_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _get_join_way.GetJoinWayAnswer, self._rules)

    async def list(
        self,
        limit: int,
        *,
        status_filter: int | None = None,
        owner_filter: OwnerFilterParam | None = None,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _list.ListAnswer:
        """获取客户群列表

        Awaits what `Groupchat.list` does: arguments, limits and errors stand there.

        Document: https://developer.work.weixin.qq.com/document/path/92120 (2023-12-01)
        """
        request = _list.build_request(
            limit,
            status_filter=status_filter,
            owner_filter=owner_filter,
            cursor=cursor,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _list.ListAnswer, self._rules)

    def iter_list(
        self,
        *,
        status_filter: int | None = None,
        owner_filter: OwnerFilterParam | None = None,
        cursor: str | None = None,
        page_size: int = 1000,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncItems[_list.GroupChat]:
        """获取客户群列表

        For `async for`, without `await`, what `Groupchat.iter_list` is for `for`: arguments,
        limits and errors stand there.

        Document: https://developer.work.weixin.qq.com/document/path/92120 (2023-12-01)
        """
        return self._client._iterate(
            _list.PAGES,
            {"status_filter": status_filter, "owner_filter": owner_filter},
            cursor,
            page_size,
            extra,
            self._rules,
        )

    async def onjob_transfer(
        self,
        chat_id_list: Sequence[str],
        new_owner: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> _onjob_transfer.OnjobTransferAnswer:
        """分配在职成员的客户群

        Awaits what `Groupchat.onjob_transfer` does: arguments, limits and errors stand there.

        Document: https://developer.work.weixin.qq.com/document/path/95703 (2023-12-01)
        """
        request = _onjob_transfer.build_request(
            chat_id_list,
            new_owner,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _onjob_transfer.OnjobTransferAnswer, self._rules)

    @overload
    async def onjob_transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[False] = False,
    ) -> BatchResult[FailedChat]: ...

    @overload
    async def onjob_transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[True],
    ) -> tuple[Request, ...]: ...

    @overload
    async def onjob_transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool,
    ) -> BatchResult[FailedChat] | tuple[Request, ...]: ...

    async def onjob_transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool = False,
    ) -> BatchResult[FailedChat] | tuple[Request, ...]:
        """分配在职成员的客户群

        Awaits what `Groupchat.onjob_transfer_all` does: arguments, limits and errors stand
        there.

        Document: https://developer.work.weixin.qq.com/document/path/95703 (2023-12-01)
        """
        return await self._client._batch(
            _onjob_transfer.BATCH,
            {"new_owner": new_owner},
            chat_ids,
            daily_limit,
            dry_run,
            extra,
            self._rules,
        )

    async def statistic(
        self,
        day_begin_time: DayLike,
        owner_filter: OwnerFilterParam,
        *,
        day_end_time: DayLike | None = None,
        order_by: int | None = None,
        order_asc: bool | int | None = None,
        offset: int | None = None,
        limit: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _statistic.StatisticAnswer:
        """获取「群聊数据统计」数据-按群主聚合的方式

        Awaits what `Groupchat.statistic` does: arguments, limits and errors stand there.

        Document: https://developer.work.weixin.qq.com/document/path/92133#按群主聚合的方式 (2023-12-01)
        """
        request = _statistic.build_request(
            day_begin_time,
            owner_filter,
            day_end_time=day_end_time,
            order_by=order_by,
            order_asc=order_asc,
            offset=offset,
            limit=limit,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _statistic.StatisticAnswer, self._rules)

    def iter_statistic(
        self,
        day_begin_time: DayLike,
        owner_filter: OwnerFilterParam,
        *,
        day_end_time: DayLike | None = None,
        order_by: int | None = None,
        order_asc: bool | int | None = None,
        offset: int | None = None,
        page_size: int = 1000,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncItems[_statistic.Item]:
        """获取「群聊数据统计」数据-按群主聚合的方式

        For `async for`, without `await`, what `Groupchat.iter_statistic` is for `for`:
        arguments, limits and errors stand there.

        Document: https://developer.work.weixin.qq.com/document/path/92133#按群主聚合的方式 (2023-12-01)
        """
        return self._client._iterate(
            _statistic.PAGES,
            {
                "day_begin_time": day_begin_time,
                "day_end_time": day_end_time,
                "owner_filter": owner_filter,
                "order_by": order_by,
                "order_asc": order_asc,
            },
            offset,
            page_size,
            extra,
            self._rules,
        )

    async def statistic_all(
        self,
        day_begin_time: DayLike,
        owner_filter: OwnerFilterParam,
        *,
        day_end_time: DayLike | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _statistic.StatisticAnswer:
        """获取「群聊数据统计」数据-按群主聚合的方式

        Awaits what `Groupchat.statistic_all` does: arguments, limits and errors stand there.

        Document: https://developer.work.weixin.qq.com/document/path/92133#按群主聚合的方式 (2023-12-01)
        """
        return await self._client._window(
            _statistic.WINDOW,
            {
                "day_begin_time": day_begin_time,
                "day_end_time": day_end_time,
                "owner_filter": owner_filter,
            },
            extra,
            self._rules,
        )

    async def statistic_group_by_day(
        self,
        day_begin_time: DayLike,
        owner_filter: OwnerFilterParam,
        *,
        day_end_time: DayLike | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _statistic_group_by_day.StatisticGroupByDayAnswer:
        """获取「群聊数据统计」数据-按自然日聚合的方式

        Awaits what `Groupchat.statistic_group_by_day` does: arguments, limits and errors stand
        there.

        Document: https://developer.work.weixin.qq.com/document/path/92133#按自然日聚合的方式 (2023-12-01)
        """
        request = _statistic_group_by_day.build_request(
            day_begin_time,
            owner_filter,
            day_end_time=day_end_time,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(
            request,
            _statistic_group_by_day.StatisticGroupByDayAnswer,
            self._rules,
        )

    async def statistic_group_by_day_all(
        self,
        day_begin_time: DayLike,
        owner_filter: OwnerFilterParam,
        *,
        day_end_time: DayLike | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _statistic_group_by_day.StatisticGroupByDayAnswer:
        """获取「群聊数据统计」数据-按自然日聚合的方式

        Awaits what `Groupchat.statistic_group_by_day_all` does: arguments, limits and errors
        stand there.

        Document: https://developer.work.weixin.qq.com/document/path/92133#按自然日聚合的方式 (2023-12-01)
        """
        return await self._client._window(
            _statistic_group_by_day.WINDOW,
            {
                "day_begin_time": day_begin_time,
                "day_end_time": day_end_time,
                "owner_filter": owner_filter,
            },
            extra,
            self._rules,
        )

    async def transfer(
        self,
        chat_id_list: Sequence[str],
        new_owner: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> _transfer.TransferAnswer:
        """分配离职成员的客户群

        Awaits what `Groupchat.transfer` does: arguments, limits and errors stand there.

        Document: https://developer.work.weixin.qq.com/document/path/92127 (2023-12-01)
        """
        request = _transfer.build_request(
            chat_id_list,
            new_owner,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _transfer.TransferAnswer, self._rules)

    @overload
    async def transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[False] = False,
    ) -> BatchResult[FailedChat]: ...

    @overload
    async def transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[True],
    ) -> tuple[Request, ...]: ...

    @overload
    async def transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool,
    ) -> BatchResult[FailedChat] | tuple[Request, ...]: ...

    async def transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool = False,
    ) -> BatchResult[FailedChat] | tuple[Request, ...]:
        """分配离职成员的客户群

        Awaits what `Groupchat.transfer_all` does: arguments, limits and errors stand there.

        Document: https://developer.work.weixin.qq.com/document/path/92127 (2023-12-01)
        """
        return await self._client._batch(
            _transfer.BATCH,
            {"new_owner": new_owner},
            chat_ids,
            daily_limit,
            dry_run,
            extra,
            self._rules,
        )

    async def update_join_way(
        self,
        config_id: str,
        scene: int,
        chat_id_list: Sequence[str],
        *,
        remark: str | None = None,
        auto_create_room: bool | int | None = None,
        room_base_name: str | None = None,
        room_base_id: int | None = None,
        state: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _update_join_way.UpdateJoinWayAnswer:
        """更新客户群进群方式配置

        Awaits what `Groupchat.update_join_way` does: arguments, limits and errors stand there.

        Document: https://developer.work.weixin.qq.com/document/path/92229#更新客户群进群方式配置 (2023-12-01)
        """
        request = _update_join_way.build_request(
            config_id,
            scene,
            chat_id_list,
            remark=remark,
            auto_create_room=auto_create_room,
            room_base_name=room_base_name,
            room_base_id=room_base_id,
            state=state,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _update_join_way.UpdateJoinWayAnswer, self._rules)
