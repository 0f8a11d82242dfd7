# Generated from specs/externalcontact/customer_acquisition/get.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取获客链接详情

Returns the configuration of one customer acquisition link: its name and address, the members to
whom it leads, and which members come first who have the customer as a contact already.

Permissions:
    Every application: The system application for customer contact (客户联系) may not call it.
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用).
    Applications developed on behalf (代开发应用): Permission 企业客户权限 > 获客助手.
    Third-party applications (第三方应用): Permission 企业客户权限 > 获客助手; an application
        for customer acquisition (营销获客) needs 建联客户信息.

Document: https://developer.work.weixin.qq.com/document/path/97297#获取获客链接详情 (2025-11-17)
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
from ..._runtime.records import Record, one, values
from ..._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import Range

__all__ = [
    "BULK",
    "OPERATION",
    "REQUEST",
    "GetAnswer",
    "Link",
    "PriorityOption",
    "Range",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/customer_acquisition/get",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/97297#获取获客链接详情",
    title="获取获客链接详情",
    effect="read",
)

REQUEST = Object({"link_id": String(min_length=1)}, required=("link_id",))


def build_request(
    link_id: str,
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
            "link_id": link_id,
        },
        _settings,
        extra,
    )


class Link(Record):
    """The link."""

    link_name: str
    """Name of the link."""
    url: str
    """Address of the link, for customers to open."""
    create_time: int
    """When the link was made, Unix seconds."""
    skip_verify: bool
    """Whether customers become contacts at once, without the member's consent."""
    mark_source: bool
    """Whether customers who come by the link are marked as having come by a link of this
    application. It counts for applications for customer acquisition (营销获客) alone.
    """


class PriorityOption(Record):
    """Who comes first when a customer is assigned to a member (客户与成员关系绑定)."""

    priority_type: int
    """Which members come first, if they have the customer as a contact already. 1: all members of
    the company; 2: the members of priority_userid_list.
    """
    priority_userid_list: tuple[str, ...] = values()
    """Userids of the members who come first, if they have the customer as a contact already.
    Present only if priority_type is 2.
    """


class GetAnswer(Answer):
    """The answer of `get`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("link") is None` asks, and type checkers let it
    pass.
    """

    link: Link = one(Link)
    """The link."""
    range: Range = one(Range)
    """The members to whom the link leads."""
    priority_option: PriorityOption | None = one(PriorityOption)
    """Who comes first when a customer is assigned to a member (客户与成员关系绑定). Present only
    if the link has one.
    """


BULK: Bulk[GetAnswer] = Bulk(
    OPERATION, REQUEST, GetAnswer, parameter="link_id", argument="link_ids"
)


class _Methods(_Bound):
    """`get` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get(
        self,
        link_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetAnswer:
        """获取获客链接详情

        Returns the configuration of one customer acquisition link: its name and address, the
        members to whom it leads, and which members come first who have the customer as a
        contact already.

        Args:
            link_id: Id of the link, one that this application made. Not empty.

        Returns:
            GetAnswer: link, range, priority_option.

        Raises:
            APIError: 40058 malformed or out-of-range argument; 41098 the acquisition link is in
                the hands of another component; 48002 the application may not call this API.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/97297#获取获客链接详情 (2025-11-17)
        """
        request = build_request(
            link_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetAnswer, self._rules)

    def get_many(
        self,
        link_ids: Iterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Outcomes[GetAnswer]:
        """获取获客链接详情

        Returns the configuration of one customer acquisition link: its name and address, the
        members to whom it leads, and which members come first who have the customer as a
        contact already.

        Makes one call for each of any number of link_ids, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            link_ids: Any iterable, taken from while the calls go on. Of each element: Id of the
                link, one that this application made. Not empty.
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

        Document: https://developer.work.weixin.qq.com/document/path/97297#获取获客链接详情 (2025-11-17)
        """
        return self._client._bulk(
            BULK, {}, link_ids, concurrency, rate, ordered, on_progress, extra, self._rules
        )


class _AsyncMethods(_AsyncBound):
    """`get` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get(
        self,
        link_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetAnswer:
        """获取获客链接详情

        Returns the configuration of one customer acquisition link: its name and address, the
        members to whom it leads, and which members come first who have the customer as a
        contact already.

        Args:
            link_id: Id of the link, one that this application made. Not empty.

        Returns:
            GetAnswer: link, range, priority_option.

        Raises:
            APIError: 40058 malformed or out-of-range argument; 41098 the acquisition link is in
                the hands of another component; 48002 the application may not call this API.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/97297#获取获客链接详情 (2025-11-17)
        """
        request = build_request(
            link_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetAnswer, self._rules)

    def get_many(
        self,
        link_ids: Iterable[str] | AsyncIterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[GetAnswer]:
        """获取获客链接详情

        Returns the configuration of one customer acquisition link: its name and address, the
        members to whom it leads, and which members come first who have the customer as a
        contact already.

        Makes one call for each of any number of link_ids, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            link_ids: Any iterable, an asynchronous one too, taken from while the calls go on.
                Of each element: Id of the link, one that this application made. Not empty.
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

        Document: https://developer.work.weixin.qq.com/document/path/97297#获取获客链接详情 (2025-11-17)
        """
        return self._client._bulk(
            BULK, {}, link_ids, concurrency, rate, ordered, on_progress, extra, self._rules
        )
