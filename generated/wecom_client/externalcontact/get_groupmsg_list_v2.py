# Generated from specs/externalcontact/get_groupmsg_list_v2.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取群发记录列表

Lists the mass messages to customers or to customer groups that the company and its members made
within an interval of a month at most, page by page, with text and attachments. Pass each
answer's next_cursor as the next call's cursor.

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
    The interval from start_time to end_time is a month at most. Of which month the days count,
        the page leaves open; 31 of them are checked.
    What the company makes is sent once members confirm it; what members make themselves is sent
        directly.
    Media of attachments are had by their media_id, as temporary media (获取临时素材).
    WeCom before 3.1.6 knew no more than one attachment; an older operation lists messages in
        that form.
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/93338#获取群发记录列表 (2023-12-08)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Integer, Object, String
from .._runtime.cross_field import NotBefore
from .._runtime.jobs.async_jobs import AsyncItems
from .._runtime.jobs.declarations import Pagination
from .._runtime.jobs.sync_jobs import Items
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.records import Record, many, one
from .._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import File, Video

__all__ = [
    "OPERATION",
    "PAGES",
    "PAGINATION",
    "REQUEST",
    "Attachment",
    "File",
    "GetGroupmsgListV2Answer",
    "GroupMsg",
    "Image",
    "Link",
    "Miniprogram",
    "Text",
    "Video",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/get_groupmsg_list_v2",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/93338#获取群发记录列表",
    title="获取群发记录列表",
    effect="read",
)

REQUEST = Object(
    {
        "chat_type": String(enum={"single": "customers", "group": "customer groups"}),
        "start_time": Integer(),
        "end_time": Integer(),
        "creator": String(min_length=1),
        "filter_type": Integer(
            enum={
                0: "made for the company by an administrator or a person in charge",
                1: "made by members themselves",
                2: "either",
            }
        ),
        "limit": Integer(maximum=100),
        "cursor": String(),
    },
    required=("chat_type", "start_time", "end_time"),
    rules=(NotBefore("end_time", "start_time", max_span_days=31, exact=True),),
)


def build_request(
    chat_type: str,
    start_time: int,
    end_time: int,
    *,
    creator: str | None = None,
    filter_type: int | None = None,
    limit: int | None = None,
    cursor: str | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get_groupmsg_list_v2` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "chat_type": chat_type,
            "start_time": start_time,
            "end_time": end_time,
            "creator": creator,
            "filter_type": filter_type,
            "limit": limit,
            "cursor": cursor,
        },
        _settings,
        extra,
    )


class Text(Record):
    """The text of the message."""

    content: str
    """The text itself."""


class Image(Record):
    """A picture, named by media_id, else by pic_url."""

    media_id: str | None
    """Id of the uploaded picture. Present only if the picture was uploaded as media."""
    pic_url: str | None
    """Address of the picture. Present only without media_id."""


class Link(Record):
    """A link, shown with title, description and picture."""

    title: str
    """Title of the link."""
    picurl: str
    """Address of the picture."""
    desc: str
    """Description of the link."""
    url: str
    """Where the link leads."""


class Miniprogram(Record):
    """A page of a mini program."""

    title: str
    """Title of the message."""
    appid: str
    """Appid of the mini program, which is linked to the company."""
    page: str
    """Path of the page in the mini program."""


class Attachment(Record):
    """One attachment. Beside msgtype it has the object of that name."""

    msgtype: str
    """What the attachment is. image: a picture; link: a link with title and picture; miniprogram:
    a page of a mini program; video: a video; file: a file.
    """
    image: Image | None = one(Image)
    """A picture, named by media_id, else by pic_url. Present only with msgtype = image."""
    link: Link | None = one(Link)
    """A link, shown with title, description and picture. Present only with msgtype = link."""
    miniprogram: Miniprogram | None = one(Miniprogram)
    """A page of a mini program. Present only with msgtype = miniprogram."""
    video: Video | None = one(Video)
    """A video. Present only with msgtype = video."""
    file: File | None = one(File)
    """A file. Present only with msgtype = file."""


class GroupMsg(Record):
    """One mass message."""

    msgid: str
    """Id of the mass message, for `get_groupmsg_task` and `get_groupmsg_send_result`."""
    creator: str | None
    """Userid of the member who made it. Not for messages that were made through the API."""
    create_time: int
    """When it was made, Unix seconds."""
    create_type: int
    """Who made it. 0: the company; 1: a member."""
    text: Text | None = one(Text)
    """The text of the message. Present only if the message has a text."""
    attachments: tuple[Attachment, ...] = many(Attachment)
    """What is sent besides the text."""


class GetGroupmsgListV2Answer(Answer):
    """The answer of `get_groupmsg_list_v2`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("group_msg_list") is None` asks, and type checkers
    let it pass.
    """

    group_msg_list: tuple[GroupMsg, ...] = many(GroupMsg)
    """The messages of this page."""
    next_cursor: str
    """Cursor of the next page. Empty when there are no more."""


PAGINATION: Pagination[GroupMsg] = Pagination(
    OPERATION,
    REQUEST,
    GetGroupmsgListV2Answer,
    position="cursor",
    next="next_cursor",
    size="limit",
    items="group_msg_list",
)

PAGES = PAGINATION


class _Methods(_Bound):
    """`get_groupmsg_list_v2` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get_groupmsg_list_v2(
        self,
        chat_type: str,
        start_time: int,
        end_time: int,
        *,
        creator: str | None = None,
        filter_type: int | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetGroupmsgListV2Answer:
        """获取群发记录列表

        Lists the mass messages to customers or to customer groups that the company and its
        members made within an interval of a month at most, page by page, with text and
        attachments. Pass each answer's next_cursor as the next call's cursor.

        Args:
            chat_type: Whom the messages are for. single: customers; group: customer groups.
                Left out, it is "single".
            start_time: Only messages made at this time or later, Unix seconds.
            end_time: Only messages made up to this time, Unix seconds. Not before start_time,
                at most 31 days after it.
            creator: Only messages that this member made, by userid. Not empty.
            filter_type: Only messages of this origin. 0: made for the company by an
                administrator or a person in charge; 1: made by members themselves; 2: either.
                Left out, it is 2.
            limit: Greatest number of messages in the answer. The platform takes a greater one
                for the default. At most 100. Left out, it is 50.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.

        Returns:
            GetGroupmsgListV2Answer: group_msg_list, next_cursor.

        Raises:
            APIError: 40003 invalid userid; 40058 malformed or out-of-range argument; 41063 the
                mass message is still being distributed; 60030 outside the application's visible
                range; 701105 invalid cursor.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/93338#获取群发记录列表 (2023-12-08)
        """
        request = build_request(
            chat_type,
            start_time,
            end_time,
            creator=creator,
            filter_type=filter_type,
            limit=limit,
            cursor=cursor,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetGroupmsgListV2Answer, self._rules)

    def iter_get_groupmsg_list_v2(
        self,
        chat_type: str,
        start_time: int,
        end_time: int,
        *,
        creator: str | None = None,
        filter_type: int | None = None,
        cursor: str | None = None,
        page_size: int = 100,
        extra: Mapping[str, Any] | None = None,
    ) -> Items[GroupMsg]:
        """获取群发记录列表

        Lists the mass messages to customers or to customer groups that the company and its
        members made within an interval of a month at most, page by page, with text and
        attachments. Pass each answer's next_cursor as the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            chat_type: Whom the messages are for. single: customers; group: customer groups.
                Left out, it is "single".
            start_time: Only messages made at this time or later, Unix seconds.
            end_time: Only messages made up to this time, Unix seconds. Not before start_time,
                at most 31 days after it.
            creator: Only messages that this member made, by userid. Not empty.
            filter_type: Only messages of this origin. 0: made for the company by an
                administrator or a person in charge; 1: made by members themselves; 2: either.
                Left out, it is 2.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of messages in the answer. The platform takes a greater
                one for the default. At most 100. Left out, it is 100.

        Returns:
            Items: an iterator of GroupMsg. Its `position` is the cursor to pass in order to go
                on from there.

        Raises:
            APIError: while iterating: 40003 invalid userid; 40058 malformed or out-of-range
                argument; 41063 the mass message is still being distributed; 60030 outside the
                application's visible range; 701105 invalid cursor.

        Document: https://developer.work.weixin.qq.com/document/path/93338#获取群发记录列表 (2023-12-08)
        """
        return self._client._pagination(
            PAGINATION,
            {
                "chat_type": chat_type,
                "start_time": start_time,
                "end_time": end_time,
                "creator": creator,
                "filter_type": filter_type,
            },
            cursor,
            page_size,
            extra,
            self._rules,
        )


class _AsyncMethods(_AsyncBound):
    """`get_groupmsg_list_v2` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get_groupmsg_list_v2(
        self,
        chat_type: str,
        start_time: int,
        end_time: int,
        *,
        creator: str | None = None,
        filter_type: int | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetGroupmsgListV2Answer:
        """获取群发记录列表

        Lists the mass messages to customers or to customer groups that the company and its
        members made within an interval of a month at most, page by page, with text and
        attachments. Pass each answer's next_cursor as the next call's cursor.

        Args:
            chat_type: Whom the messages are for. single: customers; group: customer groups.
                Left out, it is "single".
            start_time: Only messages made at this time or later, Unix seconds.
            end_time: Only messages made up to this time, Unix seconds. Not before start_time,
                at most 31 days after it.
            creator: Only messages that this member made, by userid. Not empty.
            filter_type: Only messages of this origin. 0: made for the company by an
                administrator or a person in charge; 1: made by members themselves; 2: either.
                Left out, it is 2.
            limit: Greatest number of messages in the answer. The platform takes a greater one
                for the default. At most 100. Left out, it is 50.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.

        Returns:
            GetGroupmsgListV2Answer: group_msg_list, next_cursor.

        Raises:
            APIError: 40003 invalid userid; 40058 malformed or out-of-range argument; 41063 the
                mass message is still being distributed; 60030 outside the application's visible
                range; 701105 invalid cursor.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/93338#获取群发记录列表 (2023-12-08)
        """
        request = build_request(
            chat_type,
            start_time,
            end_time,
            creator=creator,
            filter_type=filter_type,
            limit=limit,
            cursor=cursor,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetGroupmsgListV2Answer, self._rules)

    def iter_get_groupmsg_list_v2(
        self,
        chat_type: str,
        start_time: int,
        end_time: int,
        *,
        creator: str | None = None,
        filter_type: int | None = None,
        cursor: str | None = None,
        page_size: int = 100,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncItems[GroupMsg]:
        """获取群发记录列表

        Lists the mass messages to customers or to customer groups that the company and its
        members made within an interval of a month at most, page by page, with text and
        attachments. Pass each answer's next_cursor as the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            chat_type: Whom the messages are for. single: customers; group: customer groups.
                Left out, it is "single".
            start_time: Only messages made at this time or later, Unix seconds.
            end_time: Only messages made up to this time, Unix seconds. Not before start_time,
                at most 31 days after it.
            creator: Only messages that this member made, by userid. Not empty.
            filter_type: Only messages of this origin. 0: made for the company by an
                administrator or a person in charge; 1: made by members themselves; 2: either.
                Left out, it is 2.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of messages in the answer. The platform takes a greater
                one for the default. At most 100. Left out, it is 100.

        Returns:
            AsyncItems: for `async for`, without `await`, an iterator of GroupMsg. Its
                `position` is the cursor to pass in order to go on from there.

        Raises:
            APIError: while iterating: 40003 invalid userid; 40058 malformed or out-of-range
                argument; 41063 the mass message is still being distributed; 60030 outside the
                application's visible range; 701105 invalid cursor.

        Document: https://developer.work.weixin.qq.com/document/path/93338#获取群发记录列表 (2023-12-08)
        """
        return self._client._pagination(
            PAGINATION,
            {
                "chat_type": chat_type,
                "start_time": start_time,
                "end_time": end_time,
                "creator": creator,
                "filter_type": filter_type,
            },
            cursor,
            page_size,
            extra,
            self._rules,
        )
