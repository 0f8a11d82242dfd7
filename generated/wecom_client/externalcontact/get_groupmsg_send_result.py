# Generated from specs/externalcontact/get_groupmsg_send_result.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取企业群发成员执行结果

Says of one member's customers, or customer groups, page by page, whether a mass message reached
them. Pass each answer's next_cursor as the next call's cursor.

Permissions:
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用). The answer has what members in its visible range
        do, and nothing of others.
    Applications developed on behalf (代开发应用): Permission 群发消息给客户和客户群.
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户联系 >
        群发消息给客户和客户群, for which the provider applies in the provider console. Where
        the application was installed before, an administrator agrees to the change in the admin
        console under 应用管理 > 应用详情页 > 授权信息.

Notes:
    Of messages to groups there are records of what was sent alone, as nobody knows beforehand
        which groups a member will choose.
    Messages made before 2020-11-17 have their results in an older operation.
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/93338#获取企业群发成员执行结果 (2023-12-08)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Integer, Object, String
from .._runtime.jobs.async_jobs import AsyncItems
from .._runtime.jobs.declarations import Pagination
from .._runtime.jobs.sync_jobs import Items
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.records import Record, many
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "OPERATION",
    "PAGES",
    "PAGINATION",
    "REQUEST",
    "GetGroupmsgSendResultAnswer",
    "Send",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/get_groupmsg_send_result",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/93338#获取企业群发成员执行结果",
    title="获取企业群发成员执行结果",
    effect="read",
)

REQUEST = Object(
    {
        "msgid": String(min_length=1),
        "userid": String(min_length=1),
        "limit": Integer(maximum=1000),
        "cursor": String(),
    },
    required=("msgid", "userid"),
)


def build_request(
    msgid: str,
    userid: str,
    *,
    limit: int | None = None,
    cursor: str | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get_groupmsg_send_result` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "msgid": msgid,
            "userid": userid,
            "limit": limit,
            "cursor": cursor,
        },
        _settings,
        extra,
    )


class Send(Record):
    """What came of the message for one customer or one group."""

    external_userid: str | None
    """External userid of the customer. Not for messages to customer groups."""
    chat_id: str | None
    """Id of the group. Not for messages to customers."""
    userid: str
    """Userid of the member who sends."""
    status: int
    """What came of it. 0: not sent; 1: sent; 2: failed, as the customer is no contact of the
    member; 3: failed, as the customer has received other mass messages already.
    """
    send_time: int | None
    """When it was sent, Unix seconds. Present only with status = 1."""


class GetGroupmsgSendResultAnswer(Answer):
    """The answer of `get_groupmsg_send_result`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("send_list") is None` asks, and type checkers let
    it pass.
    """

    send_list: tuple[Send, ...] = many(Send)
    """The results of this page."""
    next_cursor: str
    """Cursor of the next page. Empty when there are no more."""


PAGINATION: Pagination[Send] = Pagination(
    OPERATION,
    REQUEST,
    GetGroupmsgSendResultAnswer,
    position="cursor",
    next="next_cursor",
    size="limit",
    items="send_list",
)

PAGES = PAGINATION


class _Methods(_Bound):
    """`get_groupmsg_send_result` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get_groupmsg_send_result(
        self,
        msgid: str,
        userid: str,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetGroupmsgSendResultAnswer:
        """获取企业群发成员执行结果

        Says of one member's customers, or customer groups, page by page, whether a mass message
        reached them. Pass each answer's next_cursor as the next call's cursor.

        Args:
            msgid: Id of the mass message, from `get_groupmsg_list_v2`. Not empty.
            userid: Userid of the member who sends, from `get_groupmsg_task`. Not empty.
            limit: Greatest number of records in the answer. The platform takes a greater one
                for the default. At most 1000. Left out, it is 500.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.

        Returns:
            GetGroupmsgSendResultAnswer: send_list, next_cursor.

        Raises:
            APIError: 40003 invalid userid; 41046 the id of the mass message is missing; 41047
                the id of the mass message is unknown; 41063 the mass message is still being
                distributed; 60030 outside the application's visible range; 701105 invalid
                cursor.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/93338#获取企业群发成员执行结果 (2023-12-08)
        """
        request = build_request(
            msgid,
            userid,
            limit=limit,
            cursor=cursor,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetGroupmsgSendResultAnswer, self._rules)

    def iter_get_groupmsg_send_result(
        self,
        msgid: str,
        userid: str,
        *,
        cursor: str | None = None,
        page_size: int = 1000,
        extra: Mapping[str, Any] | None = None,
    ) -> Items[Send]:
        """获取企业群发成员执行结果

        Says of one member's customers, or customer groups, page by page, whether a mass message
        reached them. Pass each answer's next_cursor as the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            msgid: Id of the mass message, from `get_groupmsg_list_v2`. Not empty.
            userid: Userid of the member who sends, from `get_groupmsg_task`. Not empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of records in the answer. The platform takes a greater
                one for the default. At most 1000. Left out, it is 1000.

        Returns:
            Items: an iterator of Send. Its `position` is the cursor to pass in order to go on
                from there.

        Raises:
            APIError: while iterating: 40003 invalid userid; 41046 the id of the mass message is
                missing; 41047 the id of the mass message is unknown; 41063 the mass message is
                still being distributed; 60030 outside the application's visible range; 701105
                invalid cursor.

        Document: https://developer.work.weixin.qq.com/document/path/93338#获取企业群发成员执行结果 (2023-12-08)
        """
        return self._client._pagination(
            PAGINATION, {"msgid": msgid, "userid": userid}, cursor, page_size, extra, self._rules
        )


class _AsyncMethods(_AsyncBound):
    """`get_groupmsg_send_result` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get_groupmsg_send_result(
        self,
        msgid: str,
        userid: str,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetGroupmsgSendResultAnswer:
        """获取企业群发成员执行结果

        Says of one member's customers, or customer groups, page by page, whether a mass message
        reached them. Pass each answer's next_cursor as the next call's cursor.

        Args:
            msgid: Id of the mass message, from `get_groupmsg_list_v2`. Not empty.
            userid: Userid of the member who sends, from `get_groupmsg_task`. Not empty.
            limit: Greatest number of records in the answer. The platform takes a greater one
                for the default. At most 1000. Left out, it is 500.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.

        Returns:
            GetGroupmsgSendResultAnswer: send_list, next_cursor.

        Raises:
            APIError: 40003 invalid userid; 41046 the id of the mass message is missing; 41047
                the id of the mass message is unknown; 41063 the mass message is still being
                distributed; 60030 outside the application's visible range; 701105 invalid
                cursor.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/93338#获取企业群发成员执行结果 (2023-12-08)
        """
        request = build_request(
            msgid,
            userid,
            limit=limit,
            cursor=cursor,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetGroupmsgSendResultAnswer, self._rules)

    def iter_get_groupmsg_send_result(
        self,
        msgid: str,
        userid: str,
        *,
        cursor: str | None = None,
        page_size: int = 1000,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncItems[Send]:
        """获取企业群发成员执行结果

        Says of one member's customers, or customer groups, page by page, whether a mass message
        reached them. Pass each answer's next_cursor as the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            msgid: Id of the mass message, from `get_groupmsg_list_v2`. Not empty.
            userid: Userid of the member who sends, from `get_groupmsg_task`. Not empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of records in the answer. The platform takes a greater
                one for the default. At most 1000. Left out, it is 1000.

        Returns:
            AsyncItems: for `async for`, without `await`, an iterator of Send. Its `position` is
                the cursor to pass in order to go on from there.

        Raises:
            APIError: while iterating: 40003 invalid userid; 41046 the id of the mass message is
                missing; 41047 the id of the mass message is unknown; 41063 the mass message is
                still being distributed; 60030 outside the application's visible range; 701105
                invalid cursor.

        Document: https://developer.work.weixin.qq.com/document/path/93338#获取企业群发成员执行结果 (2023-12-08)
        """
        return self._client._pagination(
            PAGINATION, {"msgid": msgid, "userid": userid}, cursor, page_size, extra, self._rules
        )
