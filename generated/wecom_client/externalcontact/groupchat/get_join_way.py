# Generated from specs/externalcontact/groupchat/get_join_way.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取客户群进群方式配置

Returns the configuration of one join way that this application made: where it is shown, the
groups it leads to, and the address of its QR code or of the mini program plug-in.

Permissions:
    Every application: An application sees and manages only the join ways that it made itself.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 企业客户权限 > 客户群 >
        配置「加入群聊」二维码, and the paid advanced interface (高级接口) 「加入群聊」.
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户群 >
        配置「加入群聊」二维码 (an application for customer acquisition, 营销获客, has
        「加入群聊」二维码 chosen as its 客户建联方式), and the paid advanced interface
        (高级接口) 「加入群聊」.

Notes:
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/92229#获取客户群进群方式配置 (2026-01-05)
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable, Mapping
from typing import Any

from ..._runtime.answers import Answer
from ..._runtime.checks import Object, String
from ..._runtime.jobs.async_jobs import AsyncOutcomes
from ..._runtime.jobs.declarations import Bulk
from ..._runtime.jobs.results import Progress
from ..._runtime.jobs.sync_jobs import Outcomes
from ..._runtime.namespace import AsyncBound as _AsyncBound
from ..._runtime.namespace import Bound as _Bound
from ..._runtime.records import one
from ..._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import JoinWay

__all__ = ["BULK", "OPERATION", "REQUEST", "GetJoinWayAnswer", "JoinWay", "build_request"]

OPERATION = Operation(
    path="externalcontact/groupchat/get_join_way",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/92229#获取客户群进群方式配置",
    title="获取客户群进群方式配置",
    effect="read",
)

REQUEST = Object({"config_id": String(min_length=1)}, required=("config_id",))


def build_request(
    config_id: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get_join_way` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "config_id": config_id,
        },
        _settings,
        extra,
    )


class GetJoinWayAnswer(Answer):
    """The answer of `get_join_way`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("join_way") is None` asks, and type checkers let it
    pass.
    """

    join_way: JoinWay = one(JoinWay)
    """A way to join groups, a QR code or a mini program button, as it is configured."""


BULK: Bulk[GetJoinWayAnswer] = Bulk(
    OPERATION, REQUEST, GetJoinWayAnswer, parameter="config_id", argument="config_ids"
)


class _Methods(_Bound):
    """`get_join_way` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get_join_way(
        self,
        config_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetJoinWayAnswer:
        """获取客户群进群方式配置

        Returns the configuration of one join way that this application made: where it is shown,
        the groups it leads to, and the address of its QR code or of the mini program plug-in.

        Args:
            config_id: Id of the join way. Not empty.

        Returns:
            GetJoinWayAnswer: join_way.

        Raises:
            APIError: 41043 config_id is missing; 41044 invalid config_id.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92229#获取客户群进群方式配置 (2026-01-05)
        """
        request = build_request(
            config_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetJoinWayAnswer, self._rules)

    def get_join_way_many(
        self,
        config_ids: Iterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Outcomes[GetJoinWayAnswer]:
        """获取客户群进群方式配置

        Returns the configuration of one join way that this application made: where it is shown,
        the groups it leads to, and the address of its QR code or of the mini program plug-in.

        Makes one call for each of any number of config_ids, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            config_ids: Any iterable, taken from while the calls go on. Of each element: Id of
                the join way. Not empty.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            Outcomes: an iterator of Outcome, each with `key`, `answer` (GetJoinWayAnswer, or
                None) and `error` (a WeComError, or None). Close it, or use it in a `with`
                statement, to end the job early.

        Document: https://developer.work.weixin.qq.com/document/path/92229#获取客户群进群方式配置 (2026-01-05)
        """
        return self._client._bulk(
            BULK, {}, config_ids, concurrency, rate, ordered, on_progress, extra, self._rules
        )


class _AsyncMethods(_AsyncBound):
    """`get_join_way` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get_join_way(
        self,
        config_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetJoinWayAnswer:
        """获取客户群进群方式配置

        Returns the configuration of one join way that this application made: where it is shown,
        the groups it leads to, and the address of its QR code or of the mini program plug-in.

        Args:
            config_id: Id of the join way. Not empty.

        Returns:
            GetJoinWayAnswer: join_way.

        Raises:
            APIError: 41043 config_id is missing; 41044 invalid config_id.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92229#获取客户群进群方式配置 (2026-01-05)
        """
        request = build_request(
            config_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetJoinWayAnswer, self._rules)

    def get_join_way_many(
        self,
        config_ids: Iterable[str] | AsyncIterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[GetJoinWayAnswer]:
        """获取客户群进群方式配置

        Returns the configuration of one join way that this application made: where it is shown,
        the groups it leads to, and the address of its QR code or of the mini program plug-in.

        Makes one call for each of any number of config_ids, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            config_ids: Any iterable, an asynchronous one too, taken from while the calls go on.
                Of each element: Id of the join way. Not empty.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            AsyncOutcomes: for `async for`, without `await`, an iterator of Outcome, each with
                `key`, `answer` (GetJoinWayAnswer, or None) and `error` (a WeComError, or None).
                `await` its `aclose`, or use it in an `async with` statement, to end the job
                early.

        Document: https://developer.work.weixin.qq.com/document/path/92229#获取客户群进群方式配置 (2026-01-05)
        """
        return self._client._bulk(
            BULK, {}, config_ids, concurrency, rate, ordered, on_progress, extra, self._rules
        )
