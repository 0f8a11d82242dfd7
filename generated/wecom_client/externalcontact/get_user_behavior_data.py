# Generated from specs/externalcontact/get_user_behavior_data.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取「联系客户统计」数据

Returns how members dealt with customers, one record a day, over an interval of days within the
last 180 days: contacts asked for and added, chats, messages, answers, and customers who deleted
or blocked a member. The figures are those of all given members and departments together.

Permissions:
    Every application: Members and departments must be in the application's visible range.
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用).
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户联系 >
        获取成员联系客户的数据统计.

Notes:
    Figures are kept for 180 days.
    The interval is closed, it includes both start_time and end_time.
    A second inside a day is rounded down to 00:00 UTC+8 by the server; 1554296400 (21:00)
        counts as 1554220800.
    Percentages and averages of several days, or of several calls, cannot be added up; for one
        member's figures, ask for this member alone.

Document: https://developer.work.weixin.qq.com/document/path/92132 (2023-12-01)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Array, Day, DayLike, Integer, Object, String
from .._runtime.cross_field import NotBefore, RequiredUnlessGiven
from .._runtime.jobs.declarations import Window
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.records import Record, many
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "OPERATION",
    "REQUEST",
    "WINDOW",
    "BehaviorDataItem",
    "GetUserBehaviorDataAnswer",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/get_user_behavior_data",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/92132",
    title="获取「联系客户统计」数据",
    effect="read",
)

REQUEST = Object(
    {
        "userid": Array(String(min_length=1), min_items=1, max_items=100),
        "partyid": Array(Integer(), min_items=1, max_items=100),
        "start_time": Day(max_days_ago=180),
        "end_time": Day(max_days_ago=180),
    },
    required=("start_time", "end_time"),
    rules=(
        RequiredUnlessGiven("userid", ("partyid",)),
        NotBefore("end_time", "start_time", max_span_days=30),
    ),
)


def build_request(
    start_time: DayLike,
    end_time: DayLike,
    *,
    userid: Sequence[str] | None = None,
    partyid: Sequence[int] | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get_user_behavior_data` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "start_time": start_time,
            "end_time": end_time,
            "userid": userid,
            "partyid": partyid,
        },
        _settings,
        extra,
    )


class BehaviorDataItem(Record):
    """The figures of one day."""

    stat_time: int
    """The day, Unix seconds at 00:00 UTC+8."""
    new_apply_cnt: int
    """Requests that members sent to become a contact of somebody: after a search by mobile number,
    a scan, from among WeChat friends, from a group, from customers shared with or handed over
    to them, after either side had deleted the other, and from recommendations of new contacts.
    """
    new_contact_cnt: int
    """Customers whom members newly added."""
    chat_cnt: int
    """Single chats in which a member sent messages on their own initiative."""
    message_cnt: int
    """Messages that members sent in single chats."""
    reply_percentage: float | None
    """Of the single chats that customers began, the percentage that a member answered within the
    calendar day. Present only if there were such chats.
    """
    avg_reply_time: int | None
    """Minutes until the first answer on average, over the single chats that customers began and a
    member answered within the calendar day. Present only if there were such chats.
    """
    negative_feedback_cnt: int
    """Customers who deleted a member or put one on their blacklist."""


class GetUserBehaviorDataAnswer(Answer):
    """The answer of `get_user_behavior_data`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("behavior_data") is None` asks, and type checkers
    let it pass.
    """

    behavior_data: tuple[BehaviorDataItem, ...] = many(BehaviorDataItem)
    """The days."""


WINDOW: Window[GetUserBehaviorDataAnswer] = Window(
    OPERATION,
    REQUEST,
    GetUserBehaviorDataAnswer,
    begin="start_time",
    end="end_time",
    items="behavior_data",
    key="stat_time",
    sums=(),
    latest=(),
)


class _Methods(_Bound):
    """`get_user_behavior_data` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get_user_behavior_data(
        self,
        start_time: DayLike,
        end_time: DayLike,
        *,
        userid: Sequence[str] | None = None,
        partyid: Sequence[int] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetUserBehaviorDataAnswer:
        """获取「联系客户统计」数据

        Returns how members dealt with customers, one record a day, over an interval of days
        within the last 180 days: contacts asked for and added, chats, messages, answers, and
        customers who deleted or blocked a member. The figures are those of all given members
        and departments together.

        Args:
            start_time: First day, Unix seconds at 00:00 UTC+8 (a later second counts as its
                day). A day in UTC+8: Unix seconds, a date, or an aware datetime, the latter two
                sent as that day's 00:00. At most 180 days ago.
            end_time: Last day, itself included, Unix seconds at 00:00 UTC+8. A day in UTC+8:
                Unix seconds, a date, or an aware datetime, the latter two sent as that day's
                00:00. At most 180 days ago. Not before start_time, at most 30 days after it.
            userid: Userids of the members. 1 to 100 elements. Each not empty. Required unless
                partyid is given.
            partyid: Ids of the departments. 1 to 100 elements.

        Returns:
            GetUserBehaviorDataAnswer: behavior_data.

        Raises:
            APIError: 40031 invalid list of userids; 40066 the list of departments is empty or
                names an unknown one; 60030 outside the application's visible range; 81013 all
                users, departments or tags are invalid or not permitted; 84074 no external
                contact permission; 701102 more than 100 users.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92132 (2023-12-01)
        """
        request = build_request(
            start_time,
            end_time,
            userid=userid,
            partyid=partyid,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetUserBehaviorDataAnswer, self._rules)

    def get_user_behavior_data_all(
        self,
        start_time: DayLike,
        end_time: DayLike,
        *,
        userid: Sequence[str] | None = None,
        partyid: Sequence[int] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetUserBehaviorDataAnswer:
        """获取「联系客户统计」数据

        Returns how members dealt with customers, one record a day, over an interval of days
        within the last 180 days: contacts asked for and added, chats, messages, answers, and
        customers who deleted or blocked a member. The figures are those of all given members
        and departments together.

        Takes any number of days: makes a call for at most 30 days each, and puts their records
        together.

        Args:
            start_time: First day, Unix seconds at 00:00 UTC+8 (a later second counts as its
                day). A day in UTC+8: Unix seconds, a date, or an aware datetime, the latter two
                sent as that day's 00:00. At most 180 days ago.
            end_time: Last day, itself included, Unix seconds at 00:00 UTC+8. A day in UTC+8:
                Unix seconds, a date, or an aware datetime, the latter two sent as that day's
                00:00. At most 180 days ago. Not before start_time.
            userid: Userids of the members. 1 to 100 elements. Each not empty. Required unless
                partyid is given.
            partyid: Ids of the departments. 1 to 100 elements.

        Returns:
            GetUserBehaviorDataAnswer: the merged records, as if one call had brought them.

        Raises:
            APIError: 40031 invalid list of userids; 40066 the list of departments is empty or
                names an unknown one; 60030 outside the application's visible range; 81013 all
                users, departments or tags are invalid or not permitted; 84074 no external
                contact permission; 701102 more than 100 users.

        Document: https://developer.work.weixin.qq.com/document/path/92132 (2023-12-01)
        """
        return self._client._window(
            WINDOW,
            {"userid": userid, "partyid": partyid, "start_time": start_time, "end_time": end_time},
            extra,
            self._rules,
        )


class _AsyncMethods(_AsyncBound):
    """`get_user_behavior_data` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get_user_behavior_data(
        self,
        start_time: DayLike,
        end_time: DayLike,
        *,
        userid: Sequence[str] | None = None,
        partyid: Sequence[int] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetUserBehaviorDataAnswer:
        """获取「联系客户统计」数据

        Returns how members dealt with customers, one record a day, over an interval of days
        within the last 180 days: contacts asked for and added, chats, messages, answers, and
        customers who deleted or blocked a member. The figures are those of all given members
        and departments together.

        Args:
            start_time: First day, Unix seconds at 00:00 UTC+8 (a later second counts as its
                day). A day in UTC+8: Unix seconds, a date, or an aware datetime, the latter two
                sent as that day's 00:00. At most 180 days ago.
            end_time: Last day, itself included, Unix seconds at 00:00 UTC+8. A day in UTC+8:
                Unix seconds, a date, or an aware datetime, the latter two sent as that day's
                00:00. At most 180 days ago. Not before start_time, at most 30 days after it.
            userid: Userids of the members. 1 to 100 elements. Each not empty. Required unless
                partyid is given.
            partyid: Ids of the departments. 1 to 100 elements.

        Returns:
            GetUserBehaviorDataAnswer: behavior_data.

        Raises:
            APIError: 40031 invalid list of userids; 40066 the list of departments is empty or
                names an unknown one; 60030 outside the application's visible range; 81013 all
                users, departments or tags are invalid or not permitted; 84074 no external
                contact permission; 701102 more than 100 users.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92132 (2023-12-01)
        """
        request = build_request(
            start_time,
            end_time,
            userid=userid,
            partyid=partyid,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetUserBehaviorDataAnswer, self._rules)

    async def get_user_behavior_data_all(
        self,
        start_time: DayLike,
        end_time: DayLike,
        *,
        userid: Sequence[str] | None = None,
        partyid: Sequence[int] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetUserBehaviorDataAnswer:
        """获取「联系客户统计」数据

        Returns how members dealt with customers, one record a day, over an interval of days
        within the last 180 days: contacts asked for and added, chats, messages, answers, and
        customers who deleted or blocked a member. The figures are those of all given members
        and departments together.

        Takes any number of days: makes a call for at most 30 days each, and puts their records
        together.

        Args:
            start_time: First day, Unix seconds at 00:00 UTC+8 (a later second counts as its
                day). A day in UTC+8: Unix seconds, a date, or an aware datetime, the latter two
                sent as that day's 00:00. At most 180 days ago.
            end_time: Last day, itself included, Unix seconds at 00:00 UTC+8. A day in UTC+8:
                Unix seconds, a date, or an aware datetime, the latter two sent as that day's
                00:00. At most 180 days ago. Not before start_time.
            userid: Userids of the members. 1 to 100 elements. Each not empty. Required unless
                partyid is given.
            partyid: Ids of the departments. 1 to 100 elements.

        Returns:
            GetUserBehaviorDataAnswer: the merged records, as if one call had brought them.

        Raises:
            APIError: 40031 invalid list of userids; 40066 the list of departments is empty or
                names an unknown one; 60030 outside the application's visible range; 81013 all
                users, departments or tags are invalid or not permitted; 84074 no external
                contact permission; 701102 more than 100 users.

        Document: https://developer.work.weixin.qq.com/document/path/92132 (2023-12-01)
        """
        return await self._client._window(
            WINDOW,
            {"userid": userid, "partyid": partyid, "start_time": start_time, "end_time": end_time},
            extra,
            self._rules,
        )
