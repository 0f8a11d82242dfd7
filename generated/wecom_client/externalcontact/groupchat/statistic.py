# Generated from specs/externalcontact/groupchat/statistic.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取「群聊数据统计」数据-按群主聚合的方式

Returns group statistics of the given owners, one record an owner, over an interval of days
within the last 180 days. Sorted and paged: go on with next_offset until it equals total.

Permissions:
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用). The owners of the groups must be in the
        application's visible range.
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户群 >
        获取客户群的数据统计. The owners of the groups must be in the application's visible
        range.

Notes:
    Figures are kept for 180 days.
    The interval is closed, it includes both day_begin_time and day_end_time.
    A second inside a day is rounded down to 00:00 UTC+8 by the server; 1554296400 (21:00)
        counts as 1554220800.
    new_chat_cnt and new_member_cnt count the interval. All other figures run up to and
        including the day, so adding them over days is wrong.

Document: https://developer.work.weixin.qq.com/document/path/92133#按群主聚合的方式 (2023-12-01)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..._runtime.answers import Answer
from ..._runtime.checks import Array, Day, DayLike, Flag, Integer, Object, String
from ..._runtime.cross_field import NotBefore
from ..._runtime.jobs.async_jobs import AsyncItems
from ..._runtime.jobs.declarations import Pagination, Window
from ..._runtime.jobs.sync_jobs import Items
from ..._runtime.namespace import AsyncBound as _AsyncBound
from ..._runtime.namespace import Bound as _Bound
from ..._runtime.records import Record, many, one
from ..._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import OwnerFilterParam, StatisticData

__all__ = [
    "OPERATION",
    "PAGES",
    "PAGINATION",
    "REQUEST",
    "WINDOW",
    "Item",
    "OwnerFilterParam",
    "StatisticAnswer",
    "StatisticData",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/groupchat/statistic",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/92133#按群主聚合的方式",
    title="获取「群聊数据统计」数据-按群主聚合的方式",
    effect="read",
)

REQUEST = Object(
    {
        "day_begin_time": Day(min_days_ago=1, max_days_ago=180),
        "day_end_time": Day(min_days_ago=1, max_days_ago=180),
        "owner_filter": Object(
            {"userid_list": Array(String(min_length=1), min_items=1, max_items=100)},
            required=("userid_list",),
        ),
        "order_by": Integer(
            enum={
                1: "number of new groups",
                2: "number of groups",
                3: "number of new members",
                4: "number of members",
            }
        ),
        "order_asc": Flag({0: "descending", 1: "ascending"}),
        "offset": Integer(minimum=0),
        "limit": Integer(minimum=1, maximum=1000),
    },
    required=("day_begin_time", "owner_filter"),
    rules=(NotBefore("day_end_time", "day_begin_time", max_span_days=30),),
)


def build_request(
    day_begin_time: DayLike,
    owner_filter: OwnerFilterParam,
    *,
    day_end_time: DayLike | None = None,
    order_by: int | None = None,
    order_asc: bool | int | None = None,
    offset: int | None = None,
    limit: int | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `statistic` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "day_begin_time": day_begin_time,
            "owner_filter": owner_filter,
            "day_end_time": day_end_time,
            "order_by": order_by,
            "order_asc": order_asc,
            "offset": offset,
            "limit": limit,
        },
        _settings,
        extra,
    )


class Item(Record):
    """Statistics on the groups of one owner."""

    owner: str
    """Userid of the owner."""
    data: StatisticData = one(StatisticData)
    """The figures."""


class StatisticAnswer(Answer):
    """The answer of `statistic`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("total") is None` asks, and type checkers let it
    pass.
    """

    total: int
    """Number of records that match the filter, on all pages together."""
    next_offset: int
    """Offset of the next page. When it equals total there are no more."""
    items: tuple[Item, ...] = many(Item)
    """The records of this page."""


PAGINATION: Pagination[Item] = Pagination(
    OPERATION,
    REQUEST,
    StatisticAnswer,
    position="offset",
    next="next_offset",
    size="limit",
    items="items",
    total="total",
)

PAGES = PAGINATION

WINDOW: Window[StatisticAnswer] = Window(
    OPERATION,
    REQUEST,
    StatisticAnswer,
    begin="day_begin_time",
    end="day_end_time",
    parameter="owner_filter.userid_list",
    items="items",
    key="owner",
    sums=("data.new_chat_cnt", "data.new_member_cnt"),
    latest=(
        "data.chat_total",
        "data.chat_has_msg",
        "data.member_total",
        "data.member_has_msg",
        "data.msg_total",
        "data.migrate_trainee_chat_cnt",
    ),
    pagination=PAGINATION,
)


class _Methods(_Bound):
    """`statistic` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def statistic(
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
    ) -> StatisticAnswer:
        """获取「群聊数据统计」数据-按群主聚合的方式

        Returns group statistics of the given owners, one record an owner, over an interval of
        days within the last 180 days. Sorted and paged: go on with next_offset until it equals
        total.

        Args:
            day_begin_time: First day, Unix seconds at 00:00 UTC+8 (a later second counts as its
                day). A day in UTC+8: Unix seconds, a date, or an aware datetime, the latter two
                sent as that day's 00:00. From 180 days ago to yesterday.
            owner_filter: The owners whose groups are counted. Annotate a variable for it as
                OwnerFilterParam, from wecom_client.externalcontact.groupchat.
                userid_list (required): Userids of the owners. 1 to 100 elements. Each not
                    empty.
            day_end_time: Last day, itself included, Unix seconds at 00:00 UTC+8. Left out, only
                the first day counts. A day in UTC+8: Unix seconds, a date, or an aware
                datetime, the latter two sent as that day's 00:00. From 180 days ago to
                yesterday. Not before day_begin_time, at most 30 days after it. Left out, it is
                the same as day_begin_time.
            order_by: What the records are sorted by. 1: number of new groups; 2: number of
                groups; 3: number of new members; 4: number of members. Left out, it is 1.
            order_asc: Whether the smallest comes first. 0: descending; 1: ascending. Left out,
                it is 0.
            offset: Number of records to pass over, the next_offset of the previous answer. At
                least 0. Left out, it is 0.
            limit: Greatest number of records in the answer. 1 to 1000. Left out, it is 500.

        Returns:
            StatisticAnswer: total, next_offset, items.

        Raises:
            APIError: 40031 invalid list of userids; 60030 outside the application's visible
                range; 81017 more than 1,000 people visible and no owner filter given; 701101
                limit is above 1000; 701102 more than 100 users.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92133#按群主聚合的方式 (2023-12-01)
        """
        request = build_request(
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
        return self._client._send(request, StatisticAnswer, self._rules)

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
    ) -> Items[Item]:
        """获取「群聊数据统计」数据-按群主聚合的方式

        Returns group statistics of the given owners, one record an owner, over an interval of
        days within the last 180 days. Sorted and paged: go on with next_offset until it equals
        total.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            day_begin_time: First day, Unix seconds at 00:00 UTC+8 (a later second counts as its
                day). A day in UTC+8: Unix seconds, a date, or an aware datetime, the latter two
                sent as that day's 00:00. From 180 days ago to yesterday.
            owner_filter: The owners whose groups are counted. Annotate a variable for it as
                OwnerFilterParam, from wecom_client.externalcontact.groupchat.
                userid_list (required): Userids of the owners. 1 to 100 elements. Each not
                    empty.
            day_end_time: Last day, itself included, Unix seconds at 00:00 UTC+8. Left out, only
                the first day counts. A day in UTC+8: Unix seconds, a date, or an aware
                datetime, the latter two sent as that day's 00:00. From 180 days ago to
                yesterday. Not before day_begin_time, at most 30 days after it. Left out, it is
                the same as day_begin_time.
            order_by: What the records are sorted by. 1: number of new groups; 2: number of
                groups; 3: number of new members; 4: number of members. Left out, it is 1.
            order_asc: Whether the smallest comes first. 0: descending; 1: ascending. Left out,
                it is 0.
            offset: Number of records to pass over, the next_offset of the previous answer. At
                least 0. Left out, it is 0.
            page_size: Greatest number of records in the answer. 1 to 1000. Left out, it is
                1000.

        Returns:
            Items: an iterator of Item. Its `position` is the offset to pass in order to go on
                from there.

        Raises:
            APIError: while iterating: 40031 invalid list of userids; 60030 outside the
                application's visible range; 81017 more than 1,000 people visible and no owner
                filter given; 701101 limit is above 1000; 701102 more than 100 users.

        Document: https://developer.work.weixin.qq.com/document/path/92133#按群主聚合的方式 (2023-12-01)
        """
        return self._client._pagination(
            PAGINATION,
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

    def statistic_all(
        self,
        day_begin_time: DayLike,
        owner_filter: OwnerFilterParam,
        *,
        day_end_time: DayLike | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> StatisticAnswer:
        """获取「群聊数据统计」数据-按群主聚合的方式

        Returns group statistics of the given owners, one record an owner, over an interval of
        days within the last 180 days. Sorted and paged: go on with next_offset until it equals
        total.

        Takes any number of days and of elements of owner_filter.userid_list: makes a call for
        at most 30 days and 100 elements each, and merges records of the same owner. Over days,
        data.new_chat_cnt and data.new_member_cnt add up. Of data.chat_total, data.chat_has_msg,
        data.member_total, data.member_has_msg, data.msg_total and data.migrate_trainee_chat_cnt
        the last day's counts. Over elements all of them add up.

        Args:
            day_begin_time: First day, Unix seconds at 00:00 UTC+8 (a later second counts as its
                day). A day in UTC+8: Unix seconds, a date, or an aware datetime, the latter two
                sent as that day's 00:00. From 180 days ago to yesterday.
            owner_filter: The owners whose groups are counted. Annotate a variable for it as
                OwnerFilterParam, from wecom_client.externalcontact.groupchat.
                userid_list (required): Userids of the owners. At least 1 element. Each not
                    empty.
            day_end_time: Last day, itself included, Unix seconds at 00:00 UTC+8. Left out, only
                the first day counts. A day in UTC+8: Unix seconds, a date, or an aware
                datetime, the latter two sent as that day's 00:00. From 180 days ago to
                yesterday. Not before day_begin_time. Left out, it is the same as
                day_begin_time.

        Returns:
            StatisticAnswer: the merged records, as if one call had brought them.

        Raises:
            APIError: 40031 invalid list of userids; 60030 outside the application's visible
                range; 81017 more than 1,000 people visible and no owner filter given; 701101
                limit is above 1000; 701102 more than 100 users.

        Document: https://developer.work.weixin.qq.com/document/path/92133#按群主聚合的方式 (2023-12-01)
        """
        return self._client._window(
            WINDOW,
            {
                "day_begin_time": day_begin_time,
                "day_end_time": day_end_time,
                "owner_filter": owner_filter,
            },
            extra,
            self._rules,
        )


class _AsyncMethods(_AsyncBound):
    """`statistic` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

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
    ) -> StatisticAnswer:
        """获取「群聊数据统计」数据-按群主聚合的方式

        Returns group statistics of the given owners, one record an owner, over an interval of
        days within the last 180 days. Sorted and paged: go on with next_offset until it equals
        total.

        Args:
            day_begin_time: First day, Unix seconds at 00:00 UTC+8 (a later second counts as its
                day). A day in UTC+8: Unix seconds, a date, or an aware datetime, the latter two
                sent as that day's 00:00. From 180 days ago to yesterday.
            owner_filter: The owners whose groups are counted. Annotate a variable for it as
                OwnerFilterParam, from wecom_client.externalcontact.groupchat.
                userid_list (required): Userids of the owners. 1 to 100 elements. Each not
                    empty.
            day_end_time: Last day, itself included, Unix seconds at 00:00 UTC+8. Left out, only
                the first day counts. A day in UTC+8: Unix seconds, a date, or an aware
                datetime, the latter two sent as that day's 00:00. From 180 days ago to
                yesterday. Not before day_begin_time, at most 30 days after it. Left out, it is
                the same as day_begin_time.
            order_by: What the records are sorted by. 1: number of new groups; 2: number of
                groups; 3: number of new members; 4: number of members. Left out, it is 1.
            order_asc: Whether the smallest comes first. 0: descending; 1: ascending. Left out,
                it is 0.
            offset: Number of records to pass over, the next_offset of the previous answer. At
                least 0. Left out, it is 0.
            limit: Greatest number of records in the answer. 1 to 1000. Left out, it is 500.

        Returns:
            StatisticAnswer: total, next_offset, items.

        Raises:
            APIError: 40031 invalid list of userids; 60030 outside the application's visible
                range; 81017 more than 1,000 people visible and no owner filter given; 701101
                limit is above 1000; 701102 more than 100 users.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92133#按群主聚合的方式 (2023-12-01)
        """
        request = build_request(
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
        return await self._client._send(request, StatisticAnswer, self._rules)

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
    ) -> AsyncItems[Item]:
        """获取「群聊数据统计」数据-按群主聚合的方式

        Returns group statistics of the given owners, one record an owner, over an interval of
        days within the last 180 days. Sorted and paged: go on with next_offset until it equals
        total.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            day_begin_time: First day, Unix seconds at 00:00 UTC+8 (a later second counts as its
                day). A day in UTC+8: Unix seconds, a date, or an aware datetime, the latter two
                sent as that day's 00:00. From 180 days ago to yesterday.
            owner_filter: The owners whose groups are counted. Annotate a variable for it as
                OwnerFilterParam, from wecom_client.externalcontact.groupchat.
                userid_list (required): Userids of the owners. 1 to 100 elements. Each not
                    empty.
            day_end_time: Last day, itself included, Unix seconds at 00:00 UTC+8. Left out, only
                the first day counts. A day in UTC+8: Unix seconds, a date, or an aware
                datetime, the latter two sent as that day's 00:00. From 180 days ago to
                yesterday. Not before day_begin_time, at most 30 days after it. Left out, it is
                the same as day_begin_time.
            order_by: What the records are sorted by. 1: number of new groups; 2: number of
                groups; 3: number of new members; 4: number of members. Left out, it is 1.
            order_asc: Whether the smallest comes first. 0: descending; 1: ascending. Left out,
                it is 0.
            offset: Number of records to pass over, the next_offset of the previous answer. At
                least 0. Left out, it is 0.
            page_size: Greatest number of records in the answer. 1 to 1000. Left out, it is
                1000.

        Returns:
            AsyncItems: for `async for`, without `await`, an iterator of Item. Its `position` is
                the offset to pass in order to go on from there.

        Raises:
            APIError: while iterating: 40031 invalid list of userids; 60030 outside the
                application's visible range; 81017 more than 1,000 people visible and no owner
                filter given; 701101 limit is above 1000; 701102 more than 100 users.

        Document: https://developer.work.weixin.qq.com/document/path/92133#按群主聚合的方式 (2023-12-01)
        """
        return self._client._pagination(
            PAGINATION,
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
    ) -> StatisticAnswer:
        """获取「群聊数据统计」数据-按群主聚合的方式

        Returns group statistics of the given owners, one record an owner, over an interval of
        days within the last 180 days. Sorted and paged: go on with next_offset until it equals
        total.

        Takes any number of days and of elements of owner_filter.userid_list: makes a call for
        at most 30 days and 100 elements each, and merges records of the same owner. Over days,
        data.new_chat_cnt and data.new_member_cnt add up. Of data.chat_total, data.chat_has_msg,
        data.member_total, data.member_has_msg, data.msg_total and data.migrate_trainee_chat_cnt
        the last day's counts. Over elements all of them add up.

        Args:
            day_begin_time: First day, Unix seconds at 00:00 UTC+8 (a later second counts as its
                day). A day in UTC+8: Unix seconds, a date, or an aware datetime, the latter two
                sent as that day's 00:00. From 180 days ago to yesterday.
            owner_filter: The owners whose groups are counted. Annotate a variable for it as
                OwnerFilterParam, from wecom_client.externalcontact.groupchat.
                userid_list (required): Userids of the owners. At least 1 element. Each not
                    empty.
            day_end_time: Last day, itself included, Unix seconds at 00:00 UTC+8. Left out, only
                the first day counts. A day in UTC+8: Unix seconds, a date, or an aware
                datetime, the latter two sent as that day's 00:00. From 180 days ago to
                yesterday. Not before day_begin_time. Left out, it is the same as
                day_begin_time.

        Returns:
            StatisticAnswer: the merged records, as if one call had brought them.

        Raises:
            APIError: 40031 invalid list of userids; 60030 outside the application's visible
                range; 81017 more than 1,000 people visible and no owner filter given; 701101
                limit is above 1000; 701102 more than 100 users.

        Document: https://developer.work.weixin.qq.com/document/path/92133#按群主聚合的方式 (2023-12-01)
        """
        return await self._client._window(
            WINDOW,
            {
                "day_begin_time": day_begin_time,
                "day_end_time": day_end_time,
                "owner_filter": owner_filter,
            },
            extra,
            self._rules,
        )
