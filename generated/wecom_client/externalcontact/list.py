# Generated from specs/externalcontact/list.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取客户列表

Lists the customers whom one member has added, as external userids. `get` and
`batch.get_by_user` have the details.

Permissions:
    Every application: An application gets only members in its visible range who are set up for
        customer contact. One for customer acquisition (营销获客) gets only the customers that
        it brought, and only if the member who follows them is in its visible range or among the
        members with whom customers can be connected (客户可建联的成员范围).
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 客户基础信息.
    Third-party applications (第三方应用): Permission 客户基础信息; an application for customer
        acquisition (营销获客) has 建联客户信息.

Notes:
    Customers are the external contacts of members who are set up for customer contact. Those of
        other members are not listed.
    Since 2025-12-18 applications of providers (服务商应用) get less, says the overview of
        customer contact. In a trial, only customers added during it or in the month before the
        authorization. Where single members authorized the application (成员授权), only
        customers of those who have used it. Where a company uses it little, only customers of
        active members; where a company has not used it for long, none. A callback announces the
        last two; they begin if nothing has changed a week later.
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/92113 (2025-11-17)
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable, Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Object, String
from .._runtime.jobs.async_jobs import AsyncOutcomes
from .._runtime.jobs.declarations import Bulk
from .._runtime.jobs.results import Progress
from .._runtime.jobs.sync_jobs import Outcomes
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.records import values
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["BULK", "OPERATION", "REQUEST", "ListAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/list",
    method="GET",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/92113",
    title="获取客户列表",
    effect="read",
)

REQUEST = Object({"userid": String(min_length=1)}, required=("userid",))


def build_request(
    userid: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `list` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "userid": userid,
        },
        _settings,
        extra,
    )


class ListAnswer(Answer):
    """The answer of `list`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("external_userid") is None` asks, and type checkers
    let it pass.
    """

    external_userid: tuple[str, ...] = values()
    """External userids of the member's customers. The company and each provider have ids of their
    own for the same customer.
    """


BULK: Bulk[ListAnswer] = Bulk(
    OPERATION, REQUEST, ListAnswer, parameter="userid", argument="userids"
)


class _Methods(_Bound):
    """`list` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def list(
        self,
        userid: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> ListAnswer:
        """获取客户列表

        Lists the customers whom one member has added, as external userids. `get` and
        `batch.get_by_user` have the details.

        Args:
            userid: Userid of the member. Not empty.

        Returns:
            ListAnswer: external_userid.

        Raises:
            APIError: 40003 invalid userid; 48002 the application may not call this API; 48011
                the member is not active enough for customer data; 60011 no permission for this
                member, department or tag; 60030 outside the application's visible range; 84061
                no such external contact relation; 84074 no external contact permission.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92113 (2025-11-17)
        """
        request = build_request(
            userid,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, ListAnswer, self._rules)

    def list_many(
        self,
        userids: Iterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Outcomes[ListAnswer]:
        """获取客户列表

        Lists the customers whom one member has added, as external userids. `get` and
        `batch.get_by_user` have the details.

        Makes one call for each of any number of userids, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            userids: Any iterable, taken from while the calls go on. Of each element: Userid of
                the member. Not empty.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            Outcomes: an iterator of Outcome, each with `key`, `answer` (ListAnswer, or None)
                and `error` (a WeComError, or None). Close it, or use it in a `with` statement,
                to end the job early.

        Document: https://developer.work.weixin.qq.com/document/path/92113 (2025-11-17)
        """
        return self._client._bulk(
            BULK, {}, userids, concurrency, rate, ordered, on_progress, extra, self._rules
        )


class _AsyncMethods(_AsyncBound):
    """`list` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def list(
        self,
        userid: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> ListAnswer:
        """获取客户列表

        Lists the customers whom one member has added, as external userids. `get` and
        `batch.get_by_user` have the details.

        Args:
            userid: Userid of the member. Not empty.

        Returns:
            ListAnswer: external_userid.

        Raises:
            APIError: 40003 invalid userid; 48002 the application may not call this API; 48011
                the member is not active enough for customer data; 60011 no permission for this
                member, department or tag; 60030 outside the application's visible range; 84061
                no such external contact relation; 84074 no external contact permission.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92113 (2025-11-17)
        """
        request = build_request(
            userid,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, ListAnswer, self._rules)

    def list_many(
        self,
        userids: Iterable[str] | AsyncIterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[ListAnswer]:
        """获取客户列表

        Lists the customers whom one member has added, as external userids. `get` and
        `batch.get_by_user` have the details.

        Makes one call for each of any number of userids, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            userids: Any iterable, an asynchronous one too, taken from while the calls go on. Of
                each element: Userid of the member. Not empty.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            AsyncOutcomes: for `async for`, without `await`, an iterator of Outcome, each with
                `key`, `answer` (ListAnswer, or None) and `error` (a WeComError, or None).
                `await` its `aclose`, or use it in an `async with` statement, to end the job
                early.

        Document: https://developer.work.weixin.qq.com/document/path/92113 (2025-11-17)
        """
        return self._client._bulk(
            BULK, {}, userids, concurrency, rate, ordered, on_progress, extra, self._rules
        )
