# Generated from specs/externalcontact/send_welcome_msg.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""发送新客户欢迎语

Sends a customer whom a member just added a welcome of the company's own, from that member, with
text and attachments. The welcome_code comes with the event about the customer added and serves
once, within 20 seconds.

Permissions:
    Every application: The member must be in the application's visible range.
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用).
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户联系 >
        给客户发送欢迎语; an application for customer acquisition (营销获客) needs 客户联系权限
        > 消息推送权限 > 给客户发送欢迎语.

Notes:
    The call has to come within 20 seconds of the event, and may be made once.
    Where the admin console has a welcome for the member that can be used, the event has no
        welcome_code.
    A member who has not logged in to WeCom for long cannot send a welcome.
    Several applications may receive a welcome_code for the same customer, and the first one
        that calls sends the welcome. 41096 says that another one is sending at this moment;
        that may still fail, so the call may be made again. 41051 says that the welcome was
        sent, and nothing is left to do. Visible ranges that do not overlap keep applications
        from competing.
    It replaces an older operation, which knew no videos and fewer attachments.

Document: https://developer.work.weixin.qq.com/document/path/92137 (2025-11-17)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from .._runtime.answers import Answer
from .._runtime.checks import Array, Object, String
from .._runtime.cross_field import IgnoredWhenGiven, RequiredUnlessGiven, RequiredWhen
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import (
    AttachmentParam,
    FileParam2,
    ImageParam2,
    LinkParam2,
    MiniprogramParam2,
    VideoParam2,
)

__all__ = [
    "OPERATION",
    "REQUEST",
    "AttachmentParam",
    "FileParam2",
    "ImageParam2",
    "LinkParam2",
    "MiniprogramParam2",
    "SendWelcomeMsgAnswer",
    "TextParam",
    "VideoParam2",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/send_welcome_msg",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/92137",
    title="发送新客户欢迎语",
    effect="write",
)

REQUEST = Object(
    {
        "welcome_code": String(min_length=1),
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
                            "picurl": String(),
                            "desc": String(max_bytes=512),
                            "url": String(min_length=1),
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
    required=("welcome_code",),
    rules=(RequiredUnlessGiven("text", ("attachments",)),),
)


class TextParam(TypedDict, total=False):
    """The text of the message."""

    content: str
    """The text itself. At most 4000 bytes of UTF-8."""


def build_request(
    welcome_code: str,
    *,
    text: TextParam | None = None,
    attachments: Sequence[AttachmentParam] | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `send_welcome_msg` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "welcome_code": welcome_code,
            "text": text,
            "attachments": attachments,
        },
        _settings,
        extra,
    )


class SendWelcomeMsgAnswer(Answer):
    """The answer of `send_welcome_msg`."""


class _Methods(_Bound):
    """`send_welcome_msg` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def send_welcome_msg(
        self,
        welcome_code: str,
        *,
        text: TextParam | None = None,
        attachments: Sequence[AttachmentParam] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> SendWelcomeMsgAnswer:
        """发送新客户欢迎语

        Sends a customer whom a member just added a welcome of the company's own, from that
        member, with text and attachments. The welcome_code comes with the event about the
        customer added and serves once, within 20 seconds.

        Args:
            welcome_code: Code that the event about the customer added (添加外部联系人事件)
                brings. It is good for 20 seconds. Not empty.
            text: The text of the message. Required unless attachments is given. Annotate a
                variable for it as TextParam, from
                wecom_client.externalcontact.send_welcome_msg.
                content (optional): The text itself. At most 4000 bytes of UTF-8.
            attachments: What is sent besides the text, each as a message of its own. 1 to 9
                elements. Annotate an element as AttachmentParam, from
                wecom_client.externalcontact.
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
            SendWelcomeMsgAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40007 the media_id is wrong, expired or of another kind of media; 41049
                the welcome_code is missing; 41050 the welcome_code is wrong or expired; 41051
                member and customer have begun to talk, or the welcome was sent; 41053 the
                customer has not agreed to the archiving of chats; 41064 too many attachments;
                41065 the type of an attachment is not accepted; 41096 another application is
                sending the welcome at this moment; 60030 outside the application's visible
                range; 84074 no external contact permission; 90206 the mini program is not
                linked to the company; 90207 the appid of the mini program is wrong; 90208 the
                appid is not that of a mini program linked here.

        A call whose outcome is unknown is not sent again. A welcome_code serves once, and a
        second call is refused although the welcome was sent.

        Document: https://developer.work.weixin.qq.com/document/path/92137 (2025-11-17)
        """
        request = build_request(
            welcome_code,
            text=text,
            attachments=attachments,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, SendWelcomeMsgAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`send_welcome_msg` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def send_welcome_msg(
        self,
        welcome_code: str,
        *,
        text: TextParam | None = None,
        attachments: Sequence[AttachmentParam] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> SendWelcomeMsgAnswer:
        """发送新客户欢迎语

        Sends a customer whom a member just added a welcome of the company's own, from that
        member, with text and attachments. The welcome_code comes with the event about the
        customer added and serves once, within 20 seconds.

        Args:
            welcome_code: Code that the event about the customer added (添加外部联系人事件)
                brings. It is good for 20 seconds. Not empty.
            text: The text of the message. Required unless attachments is given. Annotate a
                variable for it as TextParam, from
                wecom_client.externalcontact.send_welcome_msg.
                content (optional): The text itself. At most 4000 bytes of UTF-8.
            attachments: What is sent besides the text, each as a message of its own. 1 to 9
                elements. Annotate an element as AttachmentParam, from
                wecom_client.externalcontact.
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
            SendWelcomeMsgAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40007 the media_id is wrong, expired or of another kind of media; 41049
                the welcome_code is missing; 41050 the welcome_code is wrong or expired; 41051
                member and customer have begun to talk, or the welcome was sent; 41053 the
                customer has not agreed to the archiving of chats; 41064 too many attachments;
                41065 the type of an attachment is not accepted; 41096 another application is
                sending the welcome at this moment; 60030 outside the application's visible
                range; 84074 no external contact permission; 90206 the mini program is not
                linked to the company; 90207 the appid of the mini program is wrong; 90208 the
                appid is not that of a mini program linked here.

        A call whose outcome is unknown is not sent again. A welcome_code serves once, and a
        second call is refused although the welcome was sent.

        Document: https://developer.work.weixin.qq.com/document/path/92137 (2025-11-17)
        """
        request = build_request(
            welcome_code,
            text=text,
            attachments=attachments,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, SendWelcomeMsgAnswer, self._rules)
