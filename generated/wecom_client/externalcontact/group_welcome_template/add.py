# Generated from specs/externalcontact/group_welcome_template/add.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""添加入群欢迎语素材

Adds a template to the company's library of welcomes for customer groups: a text, or one of
image, link, mini program, file and video, or both. Returns the template's id.

Permissions:
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用).
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户联系 >
        配置入群欢迎语素材.

Quotas:
    100 templates in a company's library in all.

Notes:
    Text and attachment reach the customer as two messages.

Document: https://developer.work.weixin.qq.com/document/path/92366#添加入群欢迎语素材 (2023-12-01)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypedDict

from ..._runtime.answers import Answer
from ..._runtime.checks import Flag, Integer, Object, String
from ..._runtime.cross_field import IgnoredWhenGiven, RequiredUnlessGiven
from ..._runtime.namespace import AsyncBound as _AsyncBound
from ..._runtime.namespace import Bound as _Bound
from ..._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "OPERATION",
    "REQUEST",
    "AddAnswer",
    "FileParam",
    "ImageParam",
    "LinkParam",
    "MiniprogramParam",
    "TextParam",
    "VideoParam",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/group_welcome_template/add",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/92366#添加入群欢迎语素材",
    title="添加入群欢迎语素材",
    effect="write",
)

REQUEST = Object(
    {
        "text": Object({"content": String(max_bytes=3000)}),
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
        "file": Object({"media_id": String(min_length=1)}, required=("media_id",)),
        "video": Object({"media_id": String(min_length=1)}, required=("media_id",)),
        "agentid": Integer(),
        "notify": Flag({0: "members are not told", 1: "members are told"}),
    },
    rules=(
        RequiredUnlessGiven("text", ("image", "link", "miniprogram", "file", "video")),
        IgnoredWhenGiven("link", ("image",)),
        IgnoredWhenGiven("miniprogram", ("image", "link")),
        IgnoredWhenGiven("file", ("image", "link", "miniprogram")),
        IgnoredWhenGiven("video", ("image", "link", "miniprogram", "file")),
    ),
)


class TextParam(TypedDict, total=False):
    """The text of the message."""

    content: str
    """The text. Each %NICKNAME% in it, in capitals, becomes the customer's nickname. At most 3000
    bytes of UTF-8.
    """


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
    """Where the link leads. Not empty."""


class LinkParam(_LinkParamRequired, total=False):
    """A link, shown with title, description and picture."""

    picurl: str
    """Address of the picture."""
    desc: str
    """Description of the link. At most 512 bytes of UTF-8."""


class MiniprogramParam(TypedDict):
    """A page of a mini program."""

    title: str
    """Title of the message. Not empty. At most 64 bytes of UTF-8."""
    pic_media_id: str
    """Media id of the cover; 520 × 416 pixels look best. Not empty."""
    appid: str
    """Appid of the mini program, which must be linked to the company. Not empty."""
    page: str
    """Path of the page in the mini program. Not empty."""


class FileParam(TypedDict):
    """A file."""

    media_id: str
    """Media id of the file, from the platform's operations for media (素材管理) or from an
    asynchronous upload (异步上传临时素材). Not empty.
    """


class VideoParam(TypedDict):
    """A video."""

    media_id: str
    """Media id of the video, from the platform's operations for media (素材管理) or from an
    asynchronous upload (异步上传临时素材). Not empty.
    """


def build_request(
    *,
    text: TextParam | None = None,
    image: ImageParam | None = None,
    link: LinkParam | None = None,
    miniprogram: MiniprogramParam | None = None,
    file: FileParam | None = None,
    video: VideoParam | None = None,
    agentid: int | None = None,
    notify: bool | int | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `add` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "text": text,
            "image": image,
            "link": link,
            "miniprogram": miniprogram,
            "file": file,
            "video": video,
            "agentid": agentid,
            "notify": notify,
        },
        _settings,
        extra,
    )


class AddAnswer(Answer):
    """The answer of `add`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("template_id") is None` asks, and type checkers let
    it pass.
    """

    template_id: str
    """Id of the new template."""


class _Methods(_Bound):
    """`add` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def add(
        self,
        *,
        text: TextParam | None = None,
        image: ImageParam | None = None,
        link: LinkParam | None = None,
        miniprogram: MiniprogramParam | None = None,
        file: FileParam | None = None,
        video: VideoParam | None = None,
        agentid: int | None = None,
        notify: bool | int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AddAnswer:
        """添加入群欢迎语素材

        Adds a template to the company's library of welcomes for customer groups: a text, or one
        of image, link, mini program, file and video, or both. Returns the template's id.

        Args:
            text: The text of the message. Required unless image, link, miniprogram, file or
                video is given. Annotate a variable for it as TextParam, from
                wecom_client.externalcontact.group_welcome_template.add.
                content (optional): The text. Each %NICKNAME% in it, in capitals, becomes the
                    customer's nickname. At most 3000 bytes of UTF-8.
            image: A picture, named by media_id or by pic_url. Annotate a variable for it as
                ImageParam, from wecom_client.externalcontact.group_welcome_template.add.
                media_id (optional): Id of the uploaded picture, from the platform's operations
                    for media (素材管理). Required unless pic_url is given.
                pic_url (optional): Address of the picture; only one that the platform's
                    operation for pictures (上传图片) returned. Ignored where media_id is given;
                    together they give a warning.
            link: A link, shown with title, description and picture. Ignored where image is
                given; together they give a warning. Annotate a variable for it as LinkParam,
                from wecom_client.externalcontact.group_welcome_template.add.
                title (required): Title of the link. Not empty. At most 128 bytes of UTF-8.
                picurl (optional): Address of the picture.
                desc (optional): Description of the link. At most 512 bytes of UTF-8.
                url (required): Where the link leads. Not empty.
            miniprogram: A page of a mini program. Ignored where image or link is given;
                together they give a warning. Annotate a variable for it as MiniprogramParam,
                from wecom_client.externalcontact.group_welcome_template.add.
                title (required): Title of the message. Not empty. At most 64 bytes of UTF-8.
                pic_media_id (required): Media id of the cover; 520 × 416 pixels look best. Not
                    empty.
                appid (required): Appid of the mini program, which must be linked to the
                    company. Not empty.
                page (required): Path of the page in the mini program. Not empty.
            file: A file. Ignored where image, link or miniprogram is given; together they give
                a warning. Annotate a variable for it as FileParam, from
                wecom_client.externalcontact.group_welcome_template.add.
                media_id (required): Media id of the file, from the platform's operations for
                    media (素材管理) or from an asynchronous upload (异步上传临时素材). Not
                    empty.
            video: A video. Ignored where image, link, miniprogram or file is given; together
                they give a warning. Annotate a variable for it as VideoParam, from
                wecom_client.externalcontact.group_welcome_template.add.
                media_id (required): Media id of the video, from the platform's operations for
                    media (素材管理) or from an asynchronous upload (异步上传临时素材). Not
                    empty.
            agentid: Id of the application as the company installed it. Older suites of
                third-party applications alone need it.
            notify: Whether members are told that they can use the template in their groups. 0:
                members are not told; 1: members are told. Left out, it is 1.

        Returns:
            AddAnswer: template_id.

        Raises:
            APIError: 40007 the media_id is wrong, expired or of another kind of media; 40056
                invalid agentid; 41055 the number of welcome templates for groups reached its
                limit; 84074 no external contact permission; 90206 the mini program is not
                linked to the company; 90207 the appid of the mini program is wrong; 90208 the
                appid is not that of a mini program linked here.

        Quotas:
            100 templates in a company's library in all.

        A call whose outcome is unknown is not sent again. A second call would make a second
        template.

        Document: https://developer.work.weixin.qq.com/document/path/92366#添加入群欢迎语素材 (2023-12-01)
        """
        request = build_request(
            text=text,
            image=image,
            link=link,
            miniprogram=miniprogram,
            file=file,
            video=video,
            agentid=agentid,
            notify=notify,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, AddAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`add` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def add(
        self,
        *,
        text: TextParam | None = None,
        image: ImageParam | None = None,
        link: LinkParam | None = None,
        miniprogram: MiniprogramParam | None = None,
        file: FileParam | None = None,
        video: VideoParam | None = None,
        agentid: int | None = None,
        notify: bool | int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AddAnswer:
        """添加入群欢迎语素材

        Adds a template to the company's library of welcomes for customer groups: a text, or one
        of image, link, mini program, file and video, or both. Returns the template's id.

        Args:
            text: The text of the message. Required unless image, link, miniprogram, file or
                video is given. Annotate a variable for it as TextParam, from
                wecom_client.externalcontact.group_welcome_template.add.
                content (optional): The text. Each %NICKNAME% in it, in capitals, becomes the
                    customer's nickname. At most 3000 bytes of UTF-8.
            image: A picture, named by media_id or by pic_url. Annotate a variable for it as
                ImageParam, from wecom_client.externalcontact.group_welcome_template.add.
                media_id (optional): Id of the uploaded picture, from the platform's operations
                    for media (素材管理). Required unless pic_url is given.
                pic_url (optional): Address of the picture; only one that the platform's
                    operation for pictures (上传图片) returned. Ignored where media_id is given;
                    together they give a warning.
            link: A link, shown with title, description and picture. Ignored where image is
                given; together they give a warning. Annotate a variable for it as LinkParam,
                from wecom_client.externalcontact.group_welcome_template.add.
                title (required): Title of the link. Not empty. At most 128 bytes of UTF-8.
                picurl (optional): Address of the picture.
                desc (optional): Description of the link. At most 512 bytes of UTF-8.
                url (required): Where the link leads. Not empty.
            miniprogram: A page of a mini program. Ignored where image or link is given;
                together they give a warning. Annotate a variable for it as MiniprogramParam,
                from wecom_client.externalcontact.group_welcome_template.add.
                title (required): Title of the message. Not empty. At most 64 bytes of UTF-8.
                pic_media_id (required): Media id of the cover; 520 × 416 pixels look best. Not
                    empty.
                appid (required): Appid of the mini program, which must be linked to the
                    company. Not empty.
                page (required): Path of the page in the mini program. Not empty.
            file: A file. Ignored where image, link or miniprogram is given; together they give
                a warning. Annotate a variable for it as FileParam, from
                wecom_client.externalcontact.group_welcome_template.add.
                media_id (required): Media id of the file, from the platform's operations for
                    media (素材管理) or from an asynchronous upload (异步上传临时素材). Not
                    empty.
            video: A video. Ignored where image, link, miniprogram or file is given; together
                they give a warning. Annotate a variable for it as VideoParam, from
                wecom_client.externalcontact.group_welcome_template.add.
                media_id (required): Media id of the video, from the platform's operations for
                    media (素材管理) or from an asynchronous upload (异步上传临时素材). Not
                    empty.
            agentid: Id of the application as the company installed it. Older suites of
                third-party applications alone need it.
            notify: Whether members are told that they can use the template in their groups. 0:
                members are not told; 1: members are told. Left out, it is 1.

        Returns:
            AddAnswer: template_id.

        Raises:
            APIError: 40007 the media_id is wrong, expired or of another kind of media; 40056
                invalid agentid; 41055 the number of welcome templates for groups reached its
                limit; 84074 no external contact permission; 90206 the mini program is not
                linked to the company; 90207 the appid of the mini program is wrong; 90208 the
                appid is not that of a mini program linked here.

        Quotas:
            100 templates in a company's library in all.

        A call whose outcome is unknown is not sent again. A second call would make a second
        template.

        Document: https://developer.work.weixin.qq.com/document/path/92366#添加入群欢迎语素材 (2023-12-01)
        """
        request = build_request(
            text=text,
            image=image,
            link=link,
            miniprogram=miniprogram,
            file=file,
            video=video,
            agentid=agentid,
            notify=notify,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, AddAnswer, self._rules)
