# Generated from specs/externalcontact/close_temp_chat.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""结束临时会话

Ends the temporary chat of a member and a customer. Conclusions that are set for it are sent
before it ends.

Permissions:
    Every application: The member must be in the application's visible range.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 配置「联系我」二维码.
    Third-party applications (第三方应用): Permission 配置「联系我」二维码 (an application for
        customer acquisition, 营销获客, has 「联系我」二维码 chosen as its 客户建联方式).

Notes:
    Member and customer must have a temporary chat that still lasts. One who was added in
        another way cannot be cut off by this operation.
    Temporary chats are for companies in health care alone.

Document: https://developer.work.weixin.qq.com/document/path/92228#结束临时会话 (2025-12-11)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Object, String
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "CloseTempChatAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/close_temp_chat",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/92228#结束临时会话",
    title="结束临时会话",
    effect="destroy",
)

REQUEST = Object(
    {"userid": String(min_length=1), "external_userid": String(min_length=1)},
    required=("userid", "external_userid"),
)


def build_request(
    userid: str,
    external_userid: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `close_temp_chat` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "userid": userid,
            "external_userid": external_userid,
        },
        _settings,
        extra,
    )


class CloseTempChatAnswer(Answer):
    """The answer of `close_temp_chat`."""


class _Methods(_Bound):
    """`close_temp_chat` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def close_temp_chat(
        self,
        userid: str,
        external_userid: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> CloseTempChatAnswer:
        """结束临时会话

        Ends the temporary chat of a member and a customer. Conclusions that are set for it are
        sent before it ends.

        Args:
            userid: Userid of the member. Not empty.
            external_userid: External userid of the customer. Not empty.

        Returns:
            CloseTempChatAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40003 invalid userid; 40096 invalid external contact userid; 60030 outside
                the application's visible range; 84061 no such external contact relation.

        What it takes away or stops, no other call brings back. A call whose outcome is unknown
        is not sent again. The first call ends the chat, and a second one finds none.

        Document: https://developer.work.weixin.qq.com/document/path/92228#结束临时会话 (2025-12-11)
        """
        request = build_request(
            userid,
            external_userid,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, CloseTempChatAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`close_temp_chat` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def close_temp_chat(
        self,
        userid: str,
        external_userid: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> CloseTempChatAnswer:
        """结束临时会话

        Ends the temporary chat of a member and a customer. Conclusions that are set for it are
        sent before it ends.

        Args:
            userid: Userid of the member. Not empty.
            external_userid: External userid of the customer. Not empty.

        Returns:
            CloseTempChatAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40003 invalid userid; 40096 invalid external contact userid; 60030 outside
                the application's visible range; 84061 no such external contact relation.

        What it takes away or stops, no other call brings back. A call whose outcome is unknown
        is not sent again. The first call ends the chat, and a second one finds none.

        Document: https://developer.work.weixin.qq.com/document/path/92228#结束临时会话 (2025-12-11)
        """
        request = build_request(
            userid,
            external_userid,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, CloseTempChatAnswer, self._rules)
