# Generated from specs/externalcontact/remind_groupmsg_send.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""提醒成员群发

Reminds the members who have not sent a mass message yet of their task, by another notice.

Permissions:
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用). It reaches members in its visible range alone.
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户联系 >
        群发消息给客户和客户群; an application for customer acquisition (营销获客) needs
        客户联系权限 > 消息推送权限 > 群发消息给客户和客户群.

Quotas:
    3 reminders of one mass message in 1 day. Within 24 hours, as the page says, so not by
        calendar days.

Document: https://developer.work.weixin.qq.com/document/path/97610 (2025-11-17)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Object, String
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "RemindGroupmsgSendAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/remind_groupmsg_send",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/97610",
    title="提醒成员群发",
    effect="write",
)

REQUEST = Object({"msgid": String(min_length=1)}, required=("msgid",))


def build_request(
    msgid: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `remind_groupmsg_send` and return what would be sent; nothing is sent here.

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


class RemindGroupmsgSendAnswer(Answer):
    """The answer of `remind_groupmsg_send`."""


class _Methods(_Bound):
    """`remind_groupmsg_send` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def remind_groupmsg_send(
        self,
        msgid: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> RemindGroupmsgSendAnswer:
        """提醒成员群发

        Reminds the members who have not sent a mass message yet of their task, by another
        notice.

        Args:
            msgid: Id of the mass message, from `get_groupmsg_list_v2`. Not empty.

        Returns:
            RemindGroupmsgSendAnswer: errcode and errmsg alone.

        Raises:
            APIError: 41046 the id of the mass message is missing; 41047 the id of the mass
                message is unknown; 41063 the mass message is still being distributed; 41093 the
                mass message was cancelled; 41094 members were reminded of the mass message too
                often.

        Quotas:
            3 reminders of one mass message in 1 day. Within 24 hours, as the page says, so not
                by calendar days.

        A call whose outcome is unknown is not sent again. Each call counts against a quota, and
        members would be reminded twice.

        Document: https://developer.work.weixin.qq.com/document/path/97610 (2025-11-17)
        """
        request = build_request(
            msgid,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, RemindGroupmsgSendAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`remind_groupmsg_send` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def remind_groupmsg_send(
        self,
        msgid: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> RemindGroupmsgSendAnswer:
        """提醒成员群发

        Reminds the members who have not sent a mass message yet of their task, by another
        notice.

        Args:
            msgid: Id of the mass message, from `get_groupmsg_list_v2`. Not empty.

        Returns:
            RemindGroupmsgSendAnswer: errcode and errmsg alone.

        Raises:
            APIError: 41046 the id of the mass message is missing; 41047 the id of the mass
                message is unknown; 41063 the mass message is still being distributed; 41093 the
                mass message was cancelled; 41094 members were reminded of the mass message too
                often.

        Quotas:
            3 reminders of one mass message in 1 day. Within 24 hours, as the page says, so not
                by calendar days.

        A call whose outcome is unknown is not sent again. Each call counts against a quota, and
        members would be reminded twice.

        Document: https://developer.work.weixin.qq.com/document/path/97610 (2025-11-17)
        """
        request = build_request(
            msgid,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, RemindGroupmsgSendAnswer, self._rules)
