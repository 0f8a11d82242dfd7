# Generated from specs/externalcontact/cancel_groupmsg_send.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""停止企业群发

Stops a mass message of the company: members need not send it any more.

Permissions:
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用).
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户联系 >
        群发消息给客户和客户群; an application for customer acquisition (营销获客) needs
        客户联系权限 > 消息推送权限 > 群发消息给客户和客户群.

Notes:
    What members have sent already stays with the customers, it cannot be called back.

Document: https://developer.work.weixin.qq.com/document/path/97611 (2025-11-17)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Object, String
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "CancelGroupmsgSendAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/cancel_groupmsg_send",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/97611",
    title="停止企业群发",
    effect="destroy",
)

REQUEST = Object({"msgid": String(min_length=1)}, required=("msgid",))


def build_request(
    msgid: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `cancel_groupmsg_send` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "msgid": msgid,
        },
        _settings,
        extra,
    )


class CancelGroupmsgSendAnswer(Answer):
    """The answer of `cancel_groupmsg_send`."""


class _Methods(_Bound):
    """`cancel_groupmsg_send` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def cancel_groupmsg_send(
        self,
        msgid: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> CancelGroupmsgSendAnswer:
        """停止企业群发

        Stops a mass message of the company: members need not send it any more.

        Args:
            msgid: Id of the mass message, from `get_groupmsg_list_v2`. Not empty.

        Returns:
            CancelGroupmsgSendAnswer: errcode and errmsg alone.

        Raises:
            APIError: 41046 the id of the mass message is missing; 41047 the id of the mass
                message is unknown; 41063 the mass message is still being distributed; 41093 the
                mass message was cancelled.

        What it takes away or stops, no other call brings back. A call whose outcome is unknown
        is not sent again. The first call stops it, and a second one may be refused although it
        is stopped.

        Document: https://developer.work.weixin.qq.com/document/path/97611 (2025-11-17)
        """
        request = build_request(
            msgid,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, CancelGroupmsgSendAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`cancel_groupmsg_send` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def cancel_groupmsg_send(
        self,
        msgid: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> CancelGroupmsgSendAnswer:
        """停止企业群发

        Stops a mass message of the company: members need not send it any more.

        Args:
            msgid: Id of the mass message, from `get_groupmsg_list_v2`. Not empty.

        Returns:
            CancelGroupmsgSendAnswer: errcode and errmsg alone.

        Raises:
            APIError: 41046 the id of the mass message is missing; 41047 the id of the mass
                message is unknown; 41063 the mass message is still being distributed; 41093 the
                mass message was cancelled.

        What it takes away or stops, no other call brings back. A call whose outcome is unknown
        is not sent again. The first call stops it, and a second one may be refused although it
        is stopped.

        Document: https://developer.work.weixin.qq.com/document/path/97611 (2025-11-17)
        """
        request = build_request(
            msgid,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, CancelGroupmsgSendAnswer, self._rules)
