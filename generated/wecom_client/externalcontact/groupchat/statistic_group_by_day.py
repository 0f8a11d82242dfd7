# Generated from specs/externalcontact/groupchat/statistic_group_by_day.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取「群聊数据统计」数据-按自然日聚合的方式

Returns group statistics of the given owners taken together, one record a day, over an interval
of days within the last 180 days. All days come in one answer.

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
    new_chat_cnt and new_member_cnt count the day. All other figures run up to and including the
        day, so adding them over days is wrong.

Document: https://developer.work.weixin.qq.com/document/path/92133#按自然日聚合的方式 (2023-12-01)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..._runtime.answers import Answer
from ..._runtime.checks import Array, Day, DayLike, Object, String
from ..._runtime.cross_field import NotBefore
from ..._runtime.jobs.declarations import Window
from ..._runtime.namespace import AsyncBound as _AsyncBound
from ..._runtime.namespace import Bound as _Bound
from ..._runtime.records import Record, many, one
from ..._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import OwnerFilterParam, StatisticData

__all__ = [
    "OPERATION",
    "REQUEST",
    "WINDOW",
    "Item",
    "OwnerFilterParam",
    "StatisticData",
    "StatisticGroupByDayAnswer",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/groupchat/statistic_group_by_day",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/92133#按自然日聚合的方式",
    title="获取「群聊数据统计」数据-按自然日聚合的方式",
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
    },
    required=("day_begin_time", "owner_filter"),
    rules=(NotBefore("day_end_time", "day_begin_time", max_span_days=30),),
)


def build_request(
    day_begin_time: DayLike,
    owner_filter: OwnerFilterParam,
    *,
    day_end_time: DayLike | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `statistic_group_by_day` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "day_begin_time": day_begin_time,
            "owner_filter": owner_filter,
            "day_end_time": day_end_time,
        },
        _settings,
        extra,
    )


class Item(Record):
    """Statistics on the groups of the owners on one day."""

    stat_time: int
    """The day, Unix seconds at 00:00 UTC+8."""
    data: StatisticData = one(StatisticData)
    """The figures."""


class StatisticGroupByDayAnswer(Answer):
    """The answer of `statistic_group_by_day`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("items") is None` asks, and type checkers let it
    pass.
    """

    items: tuple[Item, ...] = many(Item)
    """The records, one a day."""


WINDOW: Window[StatisticGroupByDayAnswer] = Window(
    OPERATION,
    REQUEST,
    StatisticGroupByDayAnswer,
    begin="day_begin_time",
    end="day_end_time",
    parameter="owner_filter.userid_list",
    items="items",
    key="stat_time",
    sums=("data.new_chat_cnt", "data.new_member_cnt"),
    latest=(
        "data.chat_total",
        "data.chat_has_msg",
        "data.member_total",
        "data.member_has_msg",
        "data.msg_total",
        "data.migrate_trainee_chat_cnt",
    ),
)


class _Methods(_Bound):
    """`statistic_group_by_day` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def statistic_group_by_day(
        self,
        day_begin_time: DayLike,
        owner_filter: OwnerFilterParam,
        *,
        day_end_time: DayLike | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> StatisticGroupByDayAnswer:
        """获取「群聊数据统计」数据-按自然日聚合的方式

        Returns group statistics of the given owners taken together, one record a day, over an
        interval of days within the last 180 days. All days come in one answer.

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

        Returns:
            StatisticGroupByDayAnswer: items.

        Raises:
            APIError: 40031 invalid list of userids; 60030 outside the application's visible
                range; 81017 more than 1,000 people visible and no owner filter given; 701102
                more than 100 users.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92133#按自然日聚合的方式 (2023-12-01)
        """
        request = build_request(
            day_begin_time,
            owner_filter,
            day_end_time=day_end_time,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, StatisticGroupByDayAnswer, self._rules)

    def statistic_group_by_day_all(
        self,
        day_begin_time: DayLike,
        owner_filter: OwnerFilterParam,
        *,
        day_end_time: DayLike | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> StatisticGroupByDayAnswer:
        """获取「群聊数据统计」数据-按自然日聚合的方式

        Returns group statistics of the given owners taken together, one record a day, over an
        interval of days within the last 180 days. All days come in one answer.

        Takes any number of days and of elements of owner_filter.userid_list: makes a call for
        at most 30 days and 100 elements each, and merges records of the same stat_time. Over
        days, data.new_chat_cnt and data.new_member_cnt add up. Of data.chat_total,
        data.chat_has_msg, data.member_total, data.member_has_msg, data.msg_total and
        data.migrate_trainee_chat_cnt the last day's counts. Over elements all of them add up.

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
            StatisticGroupByDayAnswer: the merged records, as if one call had brought them.

        Raises:
            APIError: 40031 invalid list of userids; 60030 outside the application's visible
                range; 81017 more than 1,000 people visible and no owner filter given; 701102
                more than 100 users.

        Document: https://developer.work.weixin.qq.com/document/path/92133#按自然日聚合的方式 (2023-12-01)
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
    """`statistic_group_by_day` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def statistic_group_by_day(
        self,
        day_begin_time: DayLike,
        owner_filter: OwnerFilterParam,
        *,
        day_end_time: DayLike | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> StatisticGroupByDayAnswer:
        """获取「群聊数据统计」数据-按自然日聚合的方式

        Returns group statistics of the given owners taken together, one record a day, over an
        interval of days within the last 180 days. All days come in one answer.

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

        Returns:
            StatisticGroupByDayAnswer: items.

        Raises:
            APIError: 40031 invalid list of userids; 60030 outside the application's visible
                range; 81017 more than 1,000 people visible and no owner filter given; 701102
                more than 100 users.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92133#按自然日聚合的方式 (2023-12-01)
        """
        request = build_request(
            day_begin_time,
            owner_filter,
            day_end_time=day_end_time,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, StatisticGroupByDayAnswer, self._rules)

    async def statistic_group_by_day_all(
        self,
        day_begin_time: DayLike,
        owner_filter: OwnerFilterParam,
        *,
        day_end_time: DayLike | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> StatisticGroupByDayAnswer:
        """获取「群聊数据统计」数据-按自然日聚合的方式

        Returns group statistics of the given owners taken together, one record a day, over an
        interval of days within the last 180 days. All days come in one answer.

        Takes any number of days and of elements of owner_filter.userid_list: makes a call for
        at most 30 days and 100 elements each, and merges records of the same stat_time. Over
        days, data.new_chat_cnt and data.new_member_cnt add up. Of data.chat_total,
        data.chat_has_msg, data.member_total, data.member_has_msg, data.msg_total and
        data.migrate_trainee_chat_cnt the last day's counts. Over elements all of them add up.

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
            StatisticGroupByDayAnswer: the merged records, as if one call had brought them.

        Raises:
            APIError: 40031 invalid list of userids; 60030 outside the application's visible
                range; 81017 more than 1,000 people visible and no owner filter given; 701102
                more than 100 users.

        Document: https://developer.work.weixin.qq.com/document/path/92133#按自然日聚合的方式 (2023-12-01)
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
