# Generated from specs/externalcontact/customer_acquisition/statistic.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""查询链接使用详情

Returns how much one customer acquisition link was used over an interval of days within the last
180 days: the customers who clicked it, and those who became contacts.

Permissions:
    Every application: The system application for customer contact (客户联系) may not call it.
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用).
    Applications developed on behalf (代开发应用): Permission 企业客户权限 > 获客助手.
    Third-party applications (第三方应用): Permission 企业客户权限 > 获客助手.

Notes:
    Only the last 180 days can be asked for.
    The interval is closed, it includes both start_time and end_time.
    The page does not say whether a customer who clicks the link on two days counts once or
        twice. The figures of several intervals may add up to more than there are customers.

Document: https://developer.work.weixin.qq.com/document/path/97375#查询链接使用详情 (2023-08-08)
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable, Mapping
from typing import Any

from ..._runtime.answers import Answer
from ..._runtime.checks import Day, DayLike, Object, String
from ..._runtime.cross_field import NotBefore
from ..._runtime.jobs.async_jobs import AsyncOutcomes
from ..._runtime.jobs.declarations import Bulk
from ..._runtime.jobs.results import Progress
from ..._runtime.jobs.sync_jobs import Outcomes
from ..._runtime.namespace import AsyncBound as _AsyncBound
from ..._runtime.namespace import Bound as _Bound
from ..._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["BULK", "OPERATION", "REQUEST", "StatisticAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/customer_acquisition/statistic",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/97375#查询链接使用详情",
    title="查询链接使用详情",
    effect="read",
)

REQUEST = Object(
    {
        "link_id": String(min_length=1),
        "start_time": Day(max_days_ago=180),
        "end_time": Day(max_days_ago=180),
    },
    required=("link_id", "start_time", "end_time"),
    rules=(NotBefore("end_time", "start_time", max_span_days=30),),
)


def build_request(
    link_id: str,
    start_time: DayLike,
    end_time: DayLike,
    *,
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
            "link_id": link_id,
            "start_time": start_time,
            "end_time": end_time,
        },
        _settings,
        extra,
    )


class StatisticAnswer(Answer):
    """The answer of `statistic`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("click_link_customer_cnt") is None` asks, and type
    checkers let it pass.
    """

    click_link_customer_cnt: int
    """Customers who clicked the link."""
    new_customer_cnt: int
    """Customers newly added."""


BULK: Bulk[StatisticAnswer] = Bulk(
    OPERATION, REQUEST, StatisticAnswer, parameter="link_id", argument="link_ids"
)


class _Methods(_Bound):
    """`statistic` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def statistic(
        self,
        link_id: str,
        start_time: DayLike,
        end_time: DayLike,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> StatisticAnswer:
        """查询链接使用详情

        Returns how much one customer acquisition link was used over an interval of days within
        the last 180 days: the customers who clicked it, and those who became contacts.

        Args:
            link_id: Id of the link. Not empty.
            start_time: First day, Unix seconds at 00:00 UTC+8 (a later second counts as its
                day). A day in UTC+8: Unix seconds, a date, or an aware datetime, the latter two
                sent as that day's 00:00. At most 180 days ago.
            end_time: Last day, itself included, Unix seconds at 00:00 UTC+8 (a later second
                counts as its day). A day in UTC+8: Unix seconds, a date, or an aware datetime,
                the latter two sent as that day's 00:00. At most 180 days ago. Not before
                start_time, at most 30 days after it.

        Returns:
            StatisticAnswer: click_link_customer_cnt, new_customer_cnt.

        Raises:
            APIError: 40058 malformed or out-of-range argument; 41098 the acquisition link is in
                the hands of another component; 48002 the application may not call this API.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/97375#查询链接使用详情 (2023-08-08)
        """
        request = build_request(
            link_id,
            start_time,
            end_time,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, StatisticAnswer, self._rules)

    def statistic_many(
        self,
        link_ids: Iterable[str],
        start_time: DayLike,
        end_time: DayLike,
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Outcomes[StatisticAnswer]:
        """查询链接使用详情

        Returns how much one customer acquisition link was used over an interval of days within
        the last 180 days: the customers who clicked it, and those who became contacts.

        Makes one call for each of any number of link_ids, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            link_ids: Any iterable, taken from while the calls go on. Of each element: Id of the
                link. Not empty.
            start_time: First day, Unix seconds at 00:00 UTC+8 (a later second counts as its
                day). A day in UTC+8: Unix seconds, a date, or an aware datetime, the latter two
                sent as that day's 00:00. At most 180 days ago.
            end_time: Last day, itself included, Unix seconds at 00:00 UTC+8 (a later second
                counts as its day). A day in UTC+8: Unix seconds, a date, or an aware datetime,
                the latter two sent as that day's 00:00. At most 180 days ago. Not before
                start_time, at most 30 days after it.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            Outcomes: an iterator of Outcome, each with `key`, `answer` (StatisticAnswer, or
                None) and `error` (a WeComError, or None). Close it, or use it in a `with`
                statement, to end the job early.

        Document: https://developer.work.weixin.qq.com/document/path/97375#查询链接使用详情 (2023-08-08)
        """
        return self._client._bulk(
            BULK,
            {"start_time": start_time, "end_time": end_time},
            link_ids,
            concurrency,
            rate,
            ordered,
            on_progress,
            extra,
            self._rules,
        )


class _AsyncMethods(_AsyncBound):
    """`statistic` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def statistic(
        self,
        link_id: str,
        start_time: DayLike,
        end_time: DayLike,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> StatisticAnswer:
        """查询链接使用详情

        Returns how much one customer acquisition link was used over an interval of days within
        the last 180 days: the customers who clicked it, and those who became contacts.

        Args:
            link_id: Id of the link. Not empty.
            start_time: First day, Unix seconds at 00:00 UTC+8 (a later second counts as its
                day). A day in UTC+8: Unix seconds, a date, or an aware datetime, the latter two
                sent as that day's 00:00. At most 180 days ago.
            end_time: Last day, itself included, Unix seconds at 00:00 UTC+8 (a later second
                counts as its day). A day in UTC+8: Unix seconds, a date, or an aware datetime,
                the latter two sent as that day's 00:00. At most 180 days ago. Not before
                start_time, at most 30 days after it.

        Returns:
            StatisticAnswer: click_link_customer_cnt, new_customer_cnt.

        Raises:
            APIError: 40058 malformed or out-of-range argument; 41098 the acquisition link is in
                the hands of another component; 48002 the application may not call this API.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/97375#查询链接使用详情 (2023-08-08)
        """
        request = build_request(
            link_id,
            start_time,
            end_time,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, StatisticAnswer, self._rules)

    def statistic_many(
        self,
        link_ids: Iterable[str] | AsyncIterable[str],
        start_time: DayLike,
        end_time: DayLike,
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[StatisticAnswer]:
        """查询链接使用详情

        Returns how much one customer acquisition link was used over an interval of days within
        the last 180 days: the customers who clicked it, and those who became contacts.

        Makes one call for each of any number of link_ids, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            link_ids: Any iterable, an asynchronous one too, taken from while the calls go on.
                Of each element: Id of the link. Not empty.
            start_time: First day, Unix seconds at 00:00 UTC+8 (a later second counts as its
                day). A day in UTC+8: Unix seconds, a date, or an aware datetime, the latter two
                sent as that day's 00:00. At most 180 days ago.
            end_time: Last day, itself included, Unix seconds at 00:00 UTC+8 (a later second
                counts as its day). A day in UTC+8: Unix seconds, a date, or an aware datetime,
                the latter two sent as that day's 00:00. At most 180 days ago. Not before
                start_time, at most 30 days after it.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            AsyncOutcomes: for `async for`, without `await`, an iterator of Outcome, each with
                `key`, `answer` (StatisticAnswer, or None) and `error` (a WeComError, or None).
                `await` its `aclose`, or use it in an `async with` statement, to end the job
                early.

        Document: https://developer.work.weixin.qq.com/document/path/97375#查询链接使用详情 (2023-08-08)
        """
        return self._client._bulk(
            BULK,
            {"start_time": start_time, "end_time": end_time},
            link_ids,
            concurrency,
            rate,
            ordered,
            on_progress,
            extra,
            self._rules,
        )
