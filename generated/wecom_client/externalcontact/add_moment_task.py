# Generated from specs/externalcontact/add_moment_task.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""创建发表任务

Makes a moment of the company for its customers, as a task for members, each of whom publishes
it. The call returns a job id at once; `get_moment_task_result` says whether the task was made,
and with which moment_id.

Permissions:
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用). It reaches members in its visible range alone.
    Applications developed on behalf (代开发应用): Permission 客户朋友圈 >
        发表到成员客户的朋友圈.
    Third-party applications (第三方应用): Permission 客户朋友圈 > 发表到成员客户的朋友圈.

Quotas:
    100000 moments that a company makes through the API a month.
    10 moments that a company makes through the API a minute.

Notes:
    The platform refuses attachments of several kinds with "invalid attachments msgtype", too
        many of one kind with "invalid attachments size", and a video without media_id with
        "invalid msg".
    The page gives the length of the text as 2,000 characters (4,000 bytes), and that of a
        link's title as 64 characters (128 bytes). A longer text is refused (invalid text size).
    With sender_list alone, the customers of these members see the moment. With
        external_contact_list alone, the task goes to every member in the application's visible
        range who has added one of these customers.
    With both, the task goes to those of sender_list who are in the application's visible range
        and have a customer of external_contact_list, and only these customers see what they
        publish.
    The page does not say whether a customer of external_contact_list has all tags of tag_list
        or one of them.
    Media ids come from the upload of attachments for moments (attachment_type 1) alone; the
        error table says so of 40007 and 41072.

Document: https://developer.work.weixin.qq.com/document/path/95094#创建发表任务 (2025-09-11)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from .._runtime.answers import Answer
from .._runtime.checks import Array, Integer, Object, String
from .._runtime.cross_field import RequiredUnlessGiven, RequiredWhen
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "OPERATION",
    "REQUEST",
    "AddMomentTaskAnswer",
    "AttachmentParam",
    "ExternalContactListParam",
    "ImageParam",
    "LinkParam",
    "SenderListParam",
    "TextParam",
    "VideoParam",
    "VisibleRangeParam",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/add_moment_task",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/95094#创建发表任务",
    title="创建发表任务",
    effect="write",
)

REQUEST = Object(
    {
        "visible_range": Object(
            {
                "sender_list": Object(
                    {
                        "user_list": Array(String(min_length=1), min_items=1, max_items=100000),
                        "department_list": Array(Integer(), min_items=1),
                    }
                ),
                "external_contact_list": Object(
                    {"tag_list": Array(String(min_length=1), min_items=1)}, required=("tag_list",)
                ),
            }
        ),
        "text": Object({"content": String(max_length=4000)}),
        "attachments": Array(
            Object(
                {
                    "msgtype": String(
                        enum={
                            "image": "a picture",
                            "link": "a link with title and cover",
                            "video": "a video",
                        }
                    ),
                    "image": Object({"media_id": String(min_length=1)}, required=("media_id",)),
                    "link": Object(
                        {
                            "title": String(max_length=128),
                            "url": String(min_length=1),
                            "media_id": String(min_length=1),
                        },
                        required=("url", "media_id"),
                    ),
                    "video": Object({"media_id": String(min_length=1)}, required=("media_id",)),
                },
                required=("msgtype",),
                rules=(
                    RequiredWhen("image", "msgtype", ("image",)),
                    RequiredWhen("link", "msgtype", ("link",)),
                    RequiredWhen("video", "msgtype", ("video",)),
                ),
            ),
            min_items=1,
            items_agree_on="msgtype",
            max_items_with=("msgtype", {"image": 9, "link": 1, "video": 1}),
        ),
    },
    rules=(RequiredUnlessGiven("text", ("attachments",)),),
)


class SenderListParam(TypedDict, total=False):
    """The members who publish it. Those outside the application's visible range are passed over."""

    user_list: Sequence[str]
    """Userids of the members. 1 to 100000 elements. Each not empty."""
    department_list: Sequence[int]
    """Ids of the departments whose members publish it. At least 1 element."""


class ExternalContactListParam(TypedDict):
    """The customers who see it. With them the moment is visible to a part of the customers,
    without them it is public.
    """

    tag_list: Sequence[str]
    """Ids of tags that these customers have; only the company's tags, not those of rule groups. At
    least 1 element. Each not empty.
    """


class VisibleRangeParam(TypedDict, total=False):
    """Who publishes the moment, and who sees it. Left out, every member in the application's
    visible range publishes it, for all of the member's customers.
    """

    sender_list: SenderListParam
    """The members who publish it. Those outside the application's visible range are passed over."""
    external_contact_list: ExternalContactListParam
    """The customers who see it. With them the moment is visible to a part of the customers,
    without them it is public.
    """


class TextParam(TypedDict, total=False):
    """The text of the moment."""

    content: str
    """The text itself, of 2,000 characters at most, where one of a single byte counts half. At
    most 4000 characters.
    """


class ImageParam(TypedDict):
    """A picture, of 10,800 pixels at most on its long side and 1,080 on its short one."""

    media_id: str
    """Media id of the picture, from the upload of attachments (上传附件资源). Not empty."""


class _LinkParamRequired(TypedDict):
    url: str
    """Where the link leads. Not empty."""
    media_id: str
    """Media id of the cover, from the upload of attachments (上传附件资源); of 10,800 pixels at
    most on its long side and 1,080 on its short one. Not empty.
    """


class LinkParam(_LinkParamRequired, total=False):
    """A link, shown with title and cover."""

    title: str
    """Title of the link, of 64 characters at most, where one of a single byte counts half. At most
    128 characters.
    """


class VideoParam(TypedDict):
    """A video, of 30 seconds and 10 MB at most."""

    media_id: str
    """Media id of the video, from the upload of attachments (上传附件资源). Not empty."""


class _AttachmentParamRequired(TypedDict):
    msgtype: str
    """What the attachment is. image: a picture; link: a link with title and cover; video: a
    video.
    """


class AttachmentParam(_AttachmentParamRequired, total=False):
    """One attachment, with the object that its msgtype names."""

    image: ImageParam
    """A picture, of 10,800 pixels at most on its long side and 1,080 on its short one. Required
    where msgtype is image.
    """
    link: LinkParam
    """A link, shown with title and cover. Required where msgtype is link."""
    video: VideoParam
    """A video, of 30 seconds and 10 MB at most. Required where msgtype is video."""


def build_request(
    *,
    visible_range: VisibleRangeParam | None = None,
    text: TextParam | None = None,
    attachments: Sequence[AttachmentParam] | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `add_moment_task` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "visible_range": visible_range,
            "text": text,
            "attachments": attachments,
        },
        _settings,
        extra,
    )


class AddMomentTaskAnswer(Answer):
    """The answer of `add_moment_task`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("jobid") is None` asks, and type checkers let it
    pass.
    """

    jobid: str
    """Id of the job, for `get_moment_task_result`. It is good for 24 hours."""


class _Methods(_Bound):
    """`add_moment_task` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def add_moment_task(
        self,
        *,
        visible_range: VisibleRangeParam | None = None,
        text: TextParam | None = None,
        attachments: Sequence[AttachmentParam] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AddMomentTaskAnswer:
        """创建发表任务

        Makes a moment of the company for its customers, as a task for members, each of whom
        publishes it. The call returns a job id at once; `get_moment_task_result` says whether
        the task was made, and with which moment_id.

        Args:
            visible_range: Who publishes the moment, and who sees it. Left out, every member in
                the application's visible range publishes it, for all of the member's customers.
                Annotate a variable for it as VisibleRangeParam, from
                wecom_client.externalcontact.add_moment_task.
                sender_list (optional): The members who publish it. Those outside the
                    application's visible range are passed over.
                external_contact_list (optional): The customers who see it. With them the moment
                    is visible to a part of the customers, without them it is public.
            text: The text of the moment. Required unless attachments is given. Annotate a
                variable for it as TextParam, from wecom_client.externalcontact.add_moment_task.
                content (optional): The text itself, of 2,000 characters at most, where one of a
                    single byte counts half. At most 4000 characters.
            attachments: What is published besides the text, of one kind. At least 1 element.
                All elements with the same msgtype. At most 9 with msgtype image, 1 with msgtype
                link and 1 with msgtype video. Annotate an element as AttachmentParam, from
                wecom_client.externalcontact.add_moment_task.
                msgtype (required): What the attachment is. image: a picture; link: a link with
                    title and cover; video: a video.
                image (optional): A picture, of 10,800 pixels at most on its long side and 1,080
                    on its short one. Required where msgtype is image.
                link (optional): A link, shown with title and cover. Required where msgtype is
                    link.
                video (optional): A video, of 30 seconds and 10 MB at most. Required where
                    msgtype is video.

        Returns:
            AddMomentTaskAnswer: jobid.

        Raises:
            APIError: 40003 invalid userid; 40007 the media_id is wrong, expired or of another
                kind of media; 41064 too many attachments; 41065 the type of an attachment is
                not accepted; 41072 the attachment was uploaded for another use; 41078 too many
                moments are being created; 41080 the attachment is too large; 41081 the image of
                the attachment has too many pixels; 41082 the video of the attachment is too
                long; 41089 the moment has neither text nor attachment; 41090 the format of the
                video is not accepted; 41110 a tag id is wrong; 41210 the company made as many
                moments this month as allowed; 41211 the company has not enabled customer
                moments; 45002 the content of the message is too long; 60011 no permission for
                this member, department or tag.

        Quotas:
            100000 moments that a company makes through the API a month.
            10 moments that a company makes through the API a minute.

        A call whose outcome is unknown is not sent again. A second call would make a second
        moment, which members would be asked to publish as well.

        Document: https://developer.work.weixin.qq.com/document/path/95094#创建发表任务 (2025-09-11)
        """
        request = build_request(
            visible_range=visible_range,
            text=text,
            attachments=attachments,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, AddMomentTaskAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`add_moment_task` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def add_moment_task(
        self,
        *,
        visible_range: VisibleRangeParam | None = None,
        text: TextParam | None = None,
        attachments: Sequence[AttachmentParam] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AddMomentTaskAnswer:
        """创建发表任务

        Makes a moment of the company for its customers, as a task for members, each of whom
        publishes it. The call returns a job id at once; `get_moment_task_result` says whether
        the task was made, and with which moment_id.

        Args:
            visible_range: Who publishes the moment, and who sees it. Left out, every member in
                the application's visible range publishes it, for all of the member's customers.
                Annotate a variable for it as VisibleRangeParam, from
                wecom_client.externalcontact.add_moment_task.
                sender_list (optional): The members who publish it. Those outside the
                    application's visible range are passed over.
                external_contact_list (optional): The customers who see it. With them the moment
                    is visible to a part of the customers, without them it is public.
            text: The text of the moment. Required unless attachments is given. Annotate a
                variable for it as TextParam, from wecom_client.externalcontact.add_moment_task.
                content (optional): The text itself, of 2,000 characters at most, where one of a
                    single byte counts half. At most 4000 characters.
            attachments: What is published besides the text, of one kind. At least 1 element.
                All elements with the same msgtype. At most 9 with msgtype image, 1 with msgtype
                link and 1 with msgtype video. Annotate an element as AttachmentParam, from
                wecom_client.externalcontact.add_moment_task.
                msgtype (required): What the attachment is. image: a picture; link: a link with
                    title and cover; video: a video.
                image (optional): A picture, of 10,800 pixels at most on its long side and 1,080
                    on its short one. Required where msgtype is image.
                link (optional): A link, shown with title and cover. Required where msgtype is
                    link.
                video (optional): A video, of 30 seconds and 10 MB at most. Required where
                    msgtype is video.

        Returns:
            AddMomentTaskAnswer: jobid.

        Raises:
            APIError: 40003 invalid userid; 40007 the media_id is wrong, expired or of another
                kind of media; 41064 too many attachments; 41065 the type of an attachment is
                not accepted; 41072 the attachment was uploaded for another use; 41078 too many
                moments are being created; 41080 the attachment is too large; 41081 the image of
                the attachment has too many pixels; 41082 the video of the attachment is too
                long; 41089 the moment has neither text nor attachment; 41090 the format of the
                video is not accepted; 41110 a tag id is wrong; 41210 the company made as many
                moments this month as allowed; 41211 the company has not enabled customer
                moments; 45002 the content of the message is too long; 60011 no permission for
                this member, department or tag.

        Quotas:
            100000 moments that a company makes through the API a month.
            10 moments that a company makes through the API a minute.

        A call whose outcome is unknown is not sent again. A second call would make a second
        moment, which members would be asked to publish as well.

        Document: https://developer.work.weixin.qq.com/document/path/95094#创建发表任务 (2025-09-11)
        """
        request = build_request(
            visible_range=visible_range,
            text=text,
            attachments=attachments,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, AddMomentTaskAnswer, self._rules)
