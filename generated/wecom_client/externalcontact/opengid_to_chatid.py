# Generated from specs/externalcontact/opengid_to_chatid.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""客户群opengid转换

Turns the opengid that a mini program receives when it is opened in a WeChat group into the
chat_id of that customer group. It works for the company's own customer groups alone.

Permissions:
    Every application: The group was made by one of the company's members for customer contact
        (企业服务人员), and is one of the calling company's own.
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用). The owner of the group must be in the
        application's visible range.
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户基础信息. The owner of
        the group must be in the application's visible range.

Document: https://developer.work.weixin.qq.com/document/path/94822 (2023-12-01)
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
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["BULK", "OPERATION", "REQUEST", "OpengidToChatidAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/opengid_to_chatid",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/94822",
    title="客户群opengid转换",
    effect="read",
)

REQUEST = Object({"opengid": String(min_length=1)}, required=("opengid",))


def build_request(
    opengid: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `opengid_to_chatid` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "opengid": opengid,
        },
        _settings,
        extra,
    )


class OpengidToChatidAnswer(Answer):
    """The answer of `opengid_to_chatid`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("chat_id") is None` asks, and type checkers let it
    pass.
    """

    chat_id: str
    """Id of the customer group, for `groupchat.get` among others."""


BULK: Bulk[OpengidToChatidAnswer] = Bulk(
    OPERATION, REQUEST, OpengidToChatidAnswer, parameter="opengid", argument="opengids"
)


class _Methods(_Bound):
    """`opengid_to_chatid` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def opengid_to_chatid(
        self,
        opengid: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> OpengidToChatidAnswer:
        """客户群opengid转换

        Turns the opengid that a mini program receives when it is opened in a WeChat group into
        the chat_id of that customer group. It works for the company's own customer groups
        alone.

        Args:
            opengid: Id of the group as the mini program receives it in WeChat
                (wx.getGroupEnterInfo); some scenes alone give one. Not empty.

        Returns:
            OpengidToChatidAnswer: chat_id.

        Raises:
            APIError: 60030 outside the application's visible range; 90501 the chat is not a
                customer group; 90509 not a customer group of this company; 90511 the opengid is
                unknown.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/94822 (2023-12-01)
        """
        request = build_request(
            opengid,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, OpengidToChatidAnswer, self._rules)

    def opengid_to_chatid_many(
        self,
        opengids: Iterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Outcomes[OpengidToChatidAnswer]:
        """客户群opengid转换

        Turns the opengid that a mini program receives when it is opened in a WeChat group into
        the chat_id of that customer group. It works for the company's own customer groups
        alone.

        Makes one call for each of any number of opengids, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            opengids: Any iterable, taken from while the calls go on. Of each element: Id of the
                group as the mini program receives it in WeChat (wx.getGroupEnterInfo); some
                scenes alone give one. Not empty.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            Outcomes: an iterator of Outcome, each with `key`, `answer` (OpengidToChatidAnswer,
                or None) and `error` (a WeComError, or None). Close it, or use it in a `with`
                statement, to end the job early.

        Document: https://developer.work.weixin.qq.com/document/path/94822 (2023-12-01)
        """
        return self._client._bulk(
            BULK, {}, opengids, concurrency, rate, ordered, on_progress, extra, self._rules
        )


class _AsyncMethods(_AsyncBound):
    """`opengid_to_chatid` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def opengid_to_chatid(
        self,
        opengid: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> OpengidToChatidAnswer:
        """客户群opengid转换

        Turns the opengid that a mini program receives when it is opened in a WeChat group into
        the chat_id of that customer group. It works for the company's own customer groups
        alone.

        Args:
            opengid: Id of the group as the mini program receives it in WeChat
                (wx.getGroupEnterInfo); some scenes alone give one. Not empty.

        Returns:
            OpengidToChatidAnswer: chat_id.

        Raises:
            APIError: 60030 outside the application's visible range; 90501 the chat is not a
                customer group; 90509 not a customer group of this company; 90511 the opengid is
                unknown.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/94822 (2023-12-01)
        """
        request = build_request(
            opengid,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, OpengidToChatidAnswer, self._rules)

    def opengid_to_chatid_many(
        self,
        opengids: Iterable[str] | AsyncIterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[OpengidToChatidAnswer]:
        """客户群opengid转换

        Turns the opengid that a mini program receives when it is opened in a WeChat group into
        the chat_id of that customer group. It works for the company's own customer groups
        alone.

        Makes one call for each of any number of opengids, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            opengids: Any iterable, an asynchronous one too, taken from while the calls go on.
                Of each element: Id of the group as the mini program receives it in WeChat
                (wx.getGroupEnterInfo); some scenes alone give one. Not empty.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            AsyncOutcomes: for `async for`, without `await`, an iterator of Outcome, each with
                `key`, `answer` (OpengidToChatidAnswer, or None) and `error` (a WeComError, or
                None). `await` its `aclose`, or use it in an `async with` statement, to end the
                job early.

        Document: https://developer.work.weixin.qq.com/document/path/94822 (2023-12-01)
        """
        return self._client._bulk(
            BULK, {}, opengids, concurrency, rate, ordered, on_progress, extra, self._rules
        )
