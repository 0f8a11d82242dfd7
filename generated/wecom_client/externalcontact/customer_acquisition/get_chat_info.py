# Generated from specs/externalcontact/customer_acquisition/get_chat_info.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取成员多次收消息详情

Returns what stands behind an event of a member who received several messages from a customer
(成员多次收消息事件): the member, the customer, how many messages there were, and the customer
acquisition link that the customer came by.

Permissions:
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission
        查询使用量、创建和编辑获客链接、获取客户列表.
    Third-party applications (第三方应用): Permission 获客助手.

Notes:
    The event comes when a member receives the third, the fifth and the tenth message of a
        WeChat user who came by a link. Since 2024-12-19 it names neither the two nor the
        number; chat_key is what asks for them.

Document: https://developer.work.weixin.qq.com/document/path/100130 (2024-09-27)
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
from ..._runtime.records import Record, one
from ..._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["BULK", "OPERATION", "REQUEST", "ChatInfo", "GetChatInfoAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/customer_acquisition/get_chat_info",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/100130",
    title="获取成员多次收消息详情",
    effect="read",
)

REQUEST = Object({"chat_key": String(min_length=1)}, required=("chat_key",))


def build_request(
    chat_key: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get_chat_info` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "chat_key": chat_key,
        },
        _settings,
        extra,
    )


class ChatInfo(Record):
    """The messages, and where the customer came from."""

    recv_msg_cnt: int
    """How many messages the member received from this customer."""
    link_id: str
    """Id of the customer acquisition link by which the member added the customer."""
    state: str | None
    """Mark of the channel that the customer came by, the customer_channel that was added to the
    address of the link. Present only for customers who opened the link with a customer_channel.
    """


class GetChatInfoAnswer(Answer):
    """The answer of `get_chat_info`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("userid") is None` asks, and type checkers let it
    pass.
    """

    userid: str
    """Userid of the member."""
    external_userid: str
    """External userid of the customer."""
    chat_info: ChatInfo = one(ChatInfo)
    """The messages, and where the customer came from."""


BULK: Bulk[GetChatInfoAnswer] = Bulk(
    OPERATION, REQUEST, GetChatInfoAnswer, parameter="chat_key", argument="chat_keys"
)


class _Methods(_Bound):
    """`get_chat_info` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get_chat_info(
        self,
        chat_key: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetChatInfoAnswer:
        """获取成员多次收消息详情

        Returns what stands behind an event of a member who received several messages from a
        customer (成员多次收消息事件): the member, the customer, how many messages there were,
        and the customer acquisition link that the customer came by.

        Args:
            chat_key: ChatKey of the event (成员多次收消息事件). It is good for 30 minutes after
                the event. Not empty.

        Returns:
            GetChatInfoAnswer: userid, external_userid, chat_info.

        Raises:
            APIError: 41201 the chat_key is wrong; 48002 the application may not call this API.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/100130 (2024-09-27)
        """
        request = build_request(
            chat_key,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetChatInfoAnswer, self._rules)

    def get_chat_info_many(
        self,
        chat_keys: Iterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Outcomes[GetChatInfoAnswer]:
        """获取成员多次收消息详情

        Returns what stands behind an event of a member who received several messages from a
        customer (成员多次收消息事件): the member, the customer, how many messages there were,
        and the customer acquisition link that the customer came by.

        Makes one call for each of any number of chat_keys, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            chat_keys: Any iterable, taken from while the calls go on. Of each element: ChatKey
                of the event (成员多次收消息事件). It is good for 30 minutes after the event.
                Not empty.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            Outcomes: an iterator of Outcome, each with `key`, `answer` (GetChatInfoAnswer, or
                None) and `error` (a WeComError, or None). Close it, or use it in a `with`
                statement, to end the job early.

        Document: https://developer.work.weixin.qq.com/document/path/100130 (2024-09-27)
        """
        return self._client._bulk(
            BULK, {}, chat_keys, concurrency, rate, ordered, on_progress, extra, self._rules
        )


class _AsyncMethods(_AsyncBound):
    """`get_chat_info` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get_chat_info(
        self,
        chat_key: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetChatInfoAnswer:
        """获取成员多次收消息详情

        Returns what stands behind an event of a member who received several messages from a
        customer (成员多次收消息事件): the member, the customer, how many messages there were,
        and the customer acquisition link that the customer came by.

        Args:
            chat_key: ChatKey of the event (成员多次收消息事件). It is good for 30 minutes after
                the event. Not empty.

        Returns:
            GetChatInfoAnswer: userid, external_userid, chat_info.

        Raises:
            APIError: 41201 the chat_key is wrong; 48002 the application may not call this API.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/100130 (2024-09-27)
        """
        request = build_request(
            chat_key,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetChatInfoAnswer, self._rules)

    def get_chat_info_many(
        self,
        chat_keys: Iterable[str] | AsyncIterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[GetChatInfoAnswer]:
        """获取成员多次收消息详情

        Returns what stands behind an event of a member who received several messages from a
        customer (成员多次收消息事件): the member, the customer, how many messages there were,
        and the customer acquisition link that the customer came by.

        Makes one call for each of any number of chat_keys, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            chat_keys: Any iterable, an asynchronous one too, taken from while the calls go on.
                Of each element: ChatKey of the event (成员多次收消息事件). It is good for 30
                minutes after the event. Not empty.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            AsyncOutcomes: for `async for`, without `await`, an iterator of Outcome, each with
                `key`, `answer` (GetChatInfoAnswer, or None) and `error` (a WeComError, or
                None). `await` its `aclose`, or use it in an `async with` statement, to end the
                job early.

        Document: https://developer.work.weixin.qq.com/document/path/100130 (2024-09-27)
        """
        return self._client._bulk(
            BULK, {}, chat_keys, concurrency, rate, ordered, on_progress, extra, self._rules
        )
