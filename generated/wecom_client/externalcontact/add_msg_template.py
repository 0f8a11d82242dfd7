# Generated from specs/externalcontact/add_msg_template.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""创建企业群发

Makes a mass message to customers or to customer groups, as a task for members. Nothing is sent
by the call itself, each member has to confirm first. `get_groupmsg_task` and
`get_groupmsg_send_result` say what came of it.

Permissions:
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用). It reaches members in its visible range alone.
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户联系 >
        群发消息给客户和客户群; an application for customer acquisition (营销获客) needs
        客户联系权限 > 消息推送权限 > 群发消息给客户和客户群.

Notes:
    Only the member who talked with a customer last is asked to send to that customer.
    Each customer and each group receives at most as many mass messages a month as the month has
        days, those that members make themselves included; what exceeds it does not arrive. In
        WeCom under 群发助手 > 设置群发规则 a company can set seven a week or one a day instead.
    Ids of customers and groups are the caller's own; those that a provider got do not serve the
        company's applications, nor the other way round.
    Members need WeCom 2.7.5 or newer to send mass messages.
    Since 2019-08-01 customers who never answered can be sent to as well.
    It replaces an older operation, which knew no videos and fewer attachments.

Document: https://developer.work.weixin.qq.com/document/path/92135 (2025-11-17)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from .._runtime.answers import Answer
from .._runtime.checks import Array, Boolean, Object, String
from .._runtime.cross_field import (
    IgnoredUnless,
    IgnoredWhenGiven,
    RequiredUnlessGiven,
    RequiredWhen,
)
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.records import values
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "OPERATION",
    "REQUEST",
    "AddMsgTemplateAnswer",
    "AttachmentParam",
    "FileParam",
    "GroupParam",
    "ImageParam",
    "LinkParam",
    "MiniprogramParam",
    "TagFilterParam",
    "TextParam",
    "VideoParam",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/add_msg_template",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/92135",
    title="创建企业群发",
    effect="write",
)

REQUEST = Object(
    {
        "chat_type": String(enum={"single": "customers", "group": "customer groups"}),
        "external_userid": Array(String(min_length=1), min_items=1, max_items=10000),
        "chat_id_list": Array(String(min_length=1), min_items=1, max_items=2000),
        "tag_filter": Object(
            {
                "group_list": Array(
                    Object(
                        {"tag_list": Array(String(min_length=1), min_items=1, max_items=100)},
                        required=("tag_list",),
                    ),
                    min_items=1,
                )
            },
            required=("group_list",),
        ),
        "sender": String(min_length=1),
        "allow_select": Boolean(),
        "text": Object({"content": String(max_bytes=4000)}),
        "attachments": Array(
            Object(
                {
                    "msgtype": String(
                        enum={
                            "image": "a picture",
                            "link": "a link with title and picture",
                            "miniprogram": "a page of a mini program",
                            "video": "a video",
                            "file": "a file",
                        }
                    ),
                    "image": Object(
                        {"media_id": String(), "pic_url": String()},
                        rules=(
                            RequiredUnlessGiven("media_id", ("pic_url",)),
                            IgnoredWhenGiven("pic_url", ("media_id",)),
                        ),
                    ),
                    "link": Object(
                        {
                            "title": String(min_length=1, max_bytes=128),
                            "picurl": String(max_bytes=2048),
                            "desc": String(max_bytes=512),
                            "url": String(min_length=1, max_bytes=2048),
                        },
                        required=("title", "url"),
                    ),
                    "miniprogram": Object(
                        {
                            "title": String(min_length=1, max_bytes=64),
                            "pic_media_id": String(min_length=1),
                            "appid": String(min_length=1),
                            "page": String(min_length=1),
                        },
                        required=("title", "pic_media_id", "appid", "page"),
                    ),
                    "video": Object({"media_id": String(min_length=1)}, required=("media_id",)),
                    "file": Object({"media_id": String(min_length=1)}, required=("media_id",)),
                },
                required=("msgtype",),
                rules=(
                    RequiredWhen("image", "msgtype", ("image",)),
                    RequiredWhen("link", "msgtype", ("link",)),
                    RequiredWhen("miniprogram", "msgtype", ("miniprogram",)),
                    RequiredWhen("video", "msgtype", ("video",)),
                    RequiredWhen("file", "msgtype", ("file",)),
                ),
            ),
            min_items=1,
            max_items=9,
        ),
    },
    rules=(
        IgnoredUnless("external_userid", "chat_type", ("single",), default="single"),
        IgnoredUnless("chat_id_list", "chat_type", ("group",), default="single"),
        IgnoredWhenGiven("tag_filter", ("external_userid",)),
        RequiredUnlessGiven("sender", ("external_userid", "tag_filter")),
        RequiredWhen("sender", "chat_type", ("group",), default="single"),
        IgnoredUnless("allow_select", "chat_type", ("single",), default="single"),
        RequiredUnlessGiven("text", ("attachments",)),
    ),
)


class GroupParam(TypedDict):
    """One tag group."""

    tag_list: Sequence[str]
    """Tags of this group, of which one is enough; those of rule groups (规则组标签) are taken,
    too. 1 to 100 elements. Each not empty.
    """


class TagFilterParam(TypedDict):
    """Only customers with these tags."""

    group_list: Sequence[GroupParam]
    """Tag groups, of each of which a customer must have a tag. At least 1 element."""


class TextParam(TypedDict, total=False):
    """The text of the message."""

    content: str
    """The text itself. At most 4000 bytes of UTF-8."""


class ImageParam(TypedDict, total=False):
    """A picture, named by media_id or by pic_url."""

    media_id: str
    """Id of the uploaded picture, from the platform's operations for media (素材管理). Required
    unless pic_url is given.
    """
    pic_url: str
    """Address of the picture; only one that the platform's operation for pictures (上传图片)
    returned. Ignored where media_id is given; together they give a warning.
    """


class _LinkParamRequired(TypedDict):
    title: str
    """Title of the link. Not empty. At most 128 bytes of UTF-8."""
    url: str
    """Where the link leads. Not empty. At most 2048 bytes of UTF-8."""


class LinkParam(_LinkParamRequired, total=False):
    """A link, shown with title, description and picture."""

    picurl: str
    """Address of the picture. At most 2048 bytes of UTF-8."""
    desc: str
    """Description of the link. At most 512 bytes of UTF-8."""


class MiniprogramParam(TypedDict):
    """A page of a mini program."""

    title: str
    """Title of the message. Not empty. At most 64 bytes of UTF-8."""
    pic_media_id: str
    """Media id of the cover; 520 × 416 pixels look best. Not empty."""
    appid: str
    """Appid of the mini program, which must be linked to the company; the WeChat Official Accounts
    Platform (微信公众平台) shows it. Not empty.
    """
    page: str
    """Path of the page in the mini program. Not empty."""


class VideoParam(TypedDict):
    """A video."""

    media_id: str
    """Media id of the video, from the platform's operations for media (素材管理). Not empty."""


class FileParam(TypedDict):
    """A file."""

    media_id: str
    """Media id of the file, from the platform's operations for media (素材管理). Not empty."""


class _AttachmentParamRequired(TypedDict):
    msgtype: str
    """What the attachment is. image: a picture; link: a link with title and picture; miniprogram:
    a page of a mini program; video: a video; file: a file.
    """


class AttachmentParam(_AttachmentParamRequired, total=False):
    """One attachment, with the object that its msgtype names."""

    image: ImageParam
    """A picture, named by media_id or by pic_url. Required where msgtype is image."""
    link: LinkParam
    """A link, shown with title, description and picture. Required where msgtype is link."""
    miniprogram: MiniprogramParam
    """A page of a mini program. Required where msgtype is miniprogram."""
    video: VideoParam
    """A video. Required where msgtype is video."""
    file: FileParam
    """A file. Required where msgtype is file."""


def build_request(
    *,
    chat_type: str | None = None,
    external_userid: Sequence[str] | None = None,
    chat_id_list: Sequence[str] | None = None,
    tag_filter: TagFilterParam | None = None,
    sender: str | None = None,
    allow_select: bool | None = None,
    text: TextParam | None = None,
    attachments: Sequence[AttachmentParam] | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `add_msg_template` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "chat_type": chat_type,
            "external_userid": external_userid,
            "chat_id_list": chat_id_list,
            "tag_filter": tag_filter,
            "sender": sender,
            "allow_select": allow_select,
            "text": text,
            "attachments": attachments,
        },
        _settings,
        extra,
    )


class AddMsgTemplateAnswer(Answer):
    """The answer of `add_msg_template`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("fail_list") is None` asks, and type checkers let
    it pass.
    """

    fail_list: tuple[str, ...] = values()
    """External userids, or ids of groups, that are not valid or cannot be sent to; the message
    goes to the others.
    """
    msgid: str
    """Id of the mass message, for `get_groupmsg_task` and `get_groupmsg_send_result`."""


class _Methods(_Bound):
    """`add_msg_template` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def add_msg_template(
        self,
        *,
        chat_type: str | None = None,
        external_userid: Sequence[str] | None = None,
        chat_id_list: Sequence[str] | None = None,
        tag_filter: TagFilterParam | None = None,
        sender: str | None = None,
        allow_select: bool | None = None,
        text: TextParam | None = None,
        attachments: Sequence[AttachmentParam] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AddMsgTemplateAnswer:
        """创建企业群发

        Makes a mass message to customers or to customer groups, as a task for members. Nothing
        is sent by the call itself, each member has to confirm first. `get_groupmsg_task` and
        `get_groupmsg_send_result` say what came of it.

        Args:
            chat_type: Whom the message is for. single: customers; group: customer groups. Left
                out, it is "single".
            external_userid: External userids of the customers. 1 to 10000 elements. Each not
                empty. Counts only where chat_type is single; otherwise gives a warning.
            chat_id_list: Ids of the groups. Their owner then need not choose among the groups,
                provided that the owner's WeCom is version 4.1.10 or newer. 1 to 2000 elements.
                Each not empty. Counts only where chat_type is group; otherwise gives a warning.
            tag_filter: Only customers with these tags. Ignored where external_userid is given;
                together they give a warning. Annotate a variable for it as TagFilterParam, from
                wecom_client.externalcontact.add_msg_template.
                group_list (required): Tag groups, of each of which a customer must have a tag.
                    At least 1 element.
            sender: Userid of the member who is to send the message. Alone, without customers
                and tags, it stands for all customers of this member. Not empty. Required where
                chat_type is group. Required unless external_userid or tag_filter is given.
            allow_select: Whether members may change the choice among the customers who are to
                receive the message. Counts only where chat_type is single; otherwise gives a
                warning. Left out, it is False.
            text: The text of the message. Required unless attachments is given. Annotate a
                variable for it as TextParam, from
                wecom_client.externalcontact.add_msg_template.
                content (optional): The text itself. At most 4000 bytes of UTF-8.
            attachments: What is sent besides the text. 1 to 9 elements. Annotate an element as
                AttachmentParam, from wecom_client.externalcontact.add_msg_template.
                msgtype (required): What the attachment is. image: a picture; link: a link with
                    title and picture; miniprogram: a page of a mini program; video: a video;
                    file: a file.
                image (optional): A picture, named by media_id or by pic_url. Required where
                    msgtype is image.
                link (optional): A link, shown with title, description and picture. Required
                    where msgtype is link.
                miniprogram (optional): A page of a mini program. Required where msgtype is
                    miniprogram.
                video (optional): A video. Required where msgtype is video.
                file (optional): A file. Required where msgtype is file.

        Returns:
            AddMsgTemplateAnswer: fail_list, msgid.

        Raises:
            APIError: 40003 invalid userid; 40007 the media_id is wrong, expired or of another
                kind of media; 40050 the chat id does not exist; 40096 invalid external contact
                userid; 41048 there is no customer to send to; 41064 too many attachments; 41065
                the type of an attachment is not accepted; 41110 a tag id is wrong; 60030
                outside the application's visible range; 84061 no such external contact
                relation; 84074 no external contact permission; 90206 the mini program is not
                linked to the company; 90207 the appid of the mini program is wrong; 90208 the
                appid is not that of a mini program linked here.

        A call whose outcome is unknown is not sent again. A second call would make a second
        mass message, which customers would receive as well.

        Document: https://developer.work.weixin.qq.com/document/path/92135 (2025-11-17)
        """
        request = build_request(
            chat_type=chat_type,
            external_userid=external_userid,
            chat_id_list=chat_id_list,
            tag_filter=tag_filter,
            sender=sender,
            allow_select=allow_select,
            text=text,
            attachments=attachments,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, AddMsgTemplateAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`add_msg_template` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def add_msg_template(
        self,
        *,
        chat_type: str | None = None,
        external_userid: Sequence[str] | None = None,
        chat_id_list: Sequence[str] | None = None,
        tag_filter: TagFilterParam | None = None,
        sender: str | None = None,
        allow_select: bool | None = None,
        text: TextParam | None = None,
        attachments: Sequence[AttachmentParam] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AddMsgTemplateAnswer:
        """创建企业群发

        Makes a mass message to customers or to customer groups, as a task for members. Nothing
        is sent by the call itself, each member has to confirm first. `get_groupmsg_task` and
        `get_groupmsg_send_result` say what came of it.

        Args:
            chat_type: Whom the message is for. single: customers; group: customer groups. Left
                out, it is "single".
            external_userid: External userids of the customers. 1 to 10000 elements. Each not
                empty. Counts only where chat_type is single; otherwise gives a warning.
            chat_id_list: Ids of the groups. Their owner then need not choose among the groups,
                provided that the owner's WeCom is version 4.1.10 or newer. 1 to 2000 elements.
                Each not empty. Counts only where chat_type is group; otherwise gives a warning.
            tag_filter: Only customers with these tags. Ignored where external_userid is given;
                together they give a warning. Annotate a variable for it as TagFilterParam, from
                wecom_client.externalcontact.add_msg_template.
                group_list (required): Tag groups, of each of which a customer must have a tag.
                    At least 1 element.
            sender: Userid of the member who is to send the message. Alone, without customers
                and tags, it stands for all customers of this member. Not empty. Required where
                chat_type is group. Required unless external_userid or tag_filter is given.
            allow_select: Whether members may change the choice among the customers who are to
                receive the message. Counts only where chat_type is single; otherwise gives a
                warning. Left out, it is False.
            text: The text of the message. Required unless attachments is given. Annotate a
                variable for it as TextParam, from
                wecom_client.externalcontact.add_msg_template.
                content (optional): The text itself. At most 4000 bytes of UTF-8.
            attachments: What is sent besides the text. 1 to 9 elements. Annotate an element as
                AttachmentParam, from wecom_client.externalcontact.add_msg_template.
                msgtype (required): What the attachment is. image: a picture; link: a link with
                    title and picture; miniprogram: a page of a mini program; video: a video;
                    file: a file.
                image (optional): A picture, named by media_id or by pic_url. Required where
                    msgtype is image.
                link (optional): A link, shown with title, description and picture. Required
                    where msgtype is link.
                miniprogram (optional): A page of a mini program. Required where msgtype is
                    miniprogram.
                video (optional): A video. Required where msgtype is video.
                file (optional): A file. Required where msgtype is file.

        Returns:
            AddMsgTemplateAnswer: fail_list, msgid.

        Raises:
            APIError: 40003 invalid userid; 40007 the media_id is wrong, expired or of another
                kind of media; 40050 the chat id does not exist; 40096 invalid external contact
                userid; 41048 there is no customer to send to; 41064 too many attachments; 41065
                the type of an attachment is not accepted; 41110 a tag id is wrong; 60030
                outside the application's visible range; 84061 no such external contact
                relation; 84074 no external contact permission; 90206 the mini program is not
                linked to the company; 90207 the appid of the mini program is wrong; 90208 the
                appid is not that of a mini program linked here.

        A call whose outcome is unknown is not sent again. A second call would make a second
        mass message, which customers would receive as well.

        Document: https://developer.work.weixin.qq.com/document/path/92135 (2025-11-17)
        """
        request = build_request(
            chat_type=chat_type,
            external_userid=external_userid,
            chat_id_list=chat_id_list,
            tag_filter=tag_filter,
            sender=sender,
            allow_select=allow_select,
            text=text,
            attachments=attachments,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, AddMsgTemplateAnswer, self._rules)
