# Generated from specs/externalcontact/moment_strategy/get.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取规则组详情

Returns one rule group for moments: its name, the rule group above it, the people in charge and
what they may do. `get_range` has the members and departments that it is for.

Permissions:
    Every application: An application sees and manages only the rule groups that it made itself.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 管理客户朋友圈规则组.
    Third-party applications (第三方应用): Permission 管理客户朋友圈规则组.

Notes:
    The range of a rule group that has another above it lies within the range of that one.
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/94890#获取规则组详情 (2023-12-01)
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable, Mapping
from typing import Any

from ..._runtime.answers import Answer
from ..._runtime.checks import Integer, Object
from ..._runtime.jobs.async_jobs import AsyncOutcomes
from ..._runtime.jobs.declarations import Bulk
from ..._runtime.jobs.results import Progress
from ..._runtime.jobs.sync_jobs import Outcomes
from ..._runtime.namespace import AsyncBound as _AsyncBound
from ..._runtime.namespace import Bound as _Bound
from ..._runtime.records import Record, one, values
from ..._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["BULK", "OPERATION", "REQUEST", "GetAnswer", "Privilege", "Strategy", "build_request"]

OPERATION = Operation(
    path="externalcontact/moment_strategy/get",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/94890#获取规则组详情",
    title="获取规则组详情",
    effect="read",
)

REQUEST = Object({"strategy_id": Integer()}, required=("strategy_id",))


def build_request(
    strategy_id: int,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "strategy_id": strategy_id,
        },
        _settings,
        extra,
    )


class Privilege(Record):
    """What the people in charge of a rule group may do."""

    view_moment_list: bool
    """See everything that members publish in the moments of customers."""
    send_moment: bool
    """Let members publish in the moments of customers."""
    manage_moment_cover_and_sign: bool
    """Set cover and signature of the moments."""


class Strategy(Record):
    """The rule group."""

    strategy_id: int
    """Id of the rule group."""
    parent_id: int
    """Id of the rule group above it; 0 where there is none."""
    strategy_name: str
    """Name of the rule group."""
    create_time: int
    """When the rule group was made, Unix seconds."""
    admin_list: tuple[str, ...] = values()
    """Userids of the people in charge."""
    privilege: Privilege = one(Privilege)
    """What the people in charge of a rule group may do."""


class GetAnswer(Answer):
    """The answer of `get`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("strategy") is None` asks, and type checkers let it
    pass.
    """

    strategy: Strategy = one(Strategy)
    """The rule group."""


BULK: Bulk[GetAnswer] = Bulk(
    OPERATION, REQUEST, GetAnswer, parameter="strategy_id", argument="strategy_ids"
)


class _Methods(_Bound):
    """`get` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get(
        self,
        strategy_id: int,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetAnswer:
        """获取规则组详情

        Returns one rule group for moments: its name, the rule group above it, the people in
        charge and what they may do. `get_range` has the members and departments that it is for.

        Args:
            strategy_id: Id of the rule group.

        Returns:
            GetAnswer: strategy.

        Raises:
            APIError: 41211 the company has not enabled customer moments; 48002 the application
                may not call this API; 60030 outside the application's visible range.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/94890#获取规则组详情 (2023-12-01)
        """
        request = build_request(
            strategy_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetAnswer, self._rules)

    def get_many(
        self,
        strategy_ids: Iterable[int],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Outcomes[GetAnswer]:
        """获取规则组详情

        Returns one rule group for moments: its name, the rule group above it, the people in
        charge and what they may do. `get_range` has the members and departments that it is for.

        Makes one call for each of any number of strategy_ids, several at the same time. It
        slows down by itself where the platform answers that calls come too often, and then
        recovers. An element whose call fails has its error in its outcome; the others go on.

        Args:
            strategy_ids: Any iterable, taken from while the calls go on. Of each element: Id of
                the rule group.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            Outcomes: an iterator of Outcome, each with `key`, `answer` (GetAnswer, or None) and
                `error` (a WeComError, or None). Close it, or use it in a `with` statement, to
                end the job early.

        Document: https://developer.work.weixin.qq.com/document/path/94890#获取规则组详情 (2023-12-01)
        """
        return self._client._bulk(
            BULK, {}, strategy_ids, concurrency, rate, ordered, on_progress, extra, self._rules
        )


class _AsyncMethods(_AsyncBound):
    """`get` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get(
        self,
        strategy_id: int,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetAnswer:
        """获取规则组详情

        Returns one rule group for moments: its name, the rule group above it, the people in
        charge and what they may do. `get_range` has the members and departments that it is for.

        Args:
            strategy_id: Id of the rule group.

        Returns:
            GetAnswer: strategy.

        Raises:
            APIError: 41211 the company has not enabled customer moments; 48002 the application
                may not call this API; 60030 outside the application's visible range.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/94890#获取规则组详情 (2023-12-01)
        """
        request = build_request(
            strategy_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetAnswer, self._rules)

    def get_many(
        self,
        strategy_ids: Iterable[int] | AsyncIterable[int],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[GetAnswer]:
        """获取规则组详情

        Returns one rule group for moments: its name, the rule group above it, the people in
        charge and what they may do. `get_range` has the members and departments that it is for.

        Makes one call for each of any number of strategy_ids, several at the same time. It
        slows down by itself where the platform answers that calls come too often, and then
        recovers. An element whose call fails has its error in its outcome; the others go on.

        Args:
            strategy_ids: Any iterable, an asynchronous one too, taken from while the calls go
                on. Of each element: Id of the rule group.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            AsyncOutcomes: for `async for`, without `await`, an iterator of Outcome, each with
                `key`, `answer` (GetAnswer, or None) and `error` (a WeComError, or None).
                `await` its `aclose`, or use it in an `async with` statement, to end the job
                early.

        Document: https://developer.work.weixin.qq.com/document/path/94890#获取规则组详情 (2023-12-01)
        """
        return self._client._bulk(
            BULK, {}, strategy_ids, concurrency, rate, ordered, on_progress, extra, self._rules
        )
