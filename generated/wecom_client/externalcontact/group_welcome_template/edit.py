# Generated from specs/externalcontact/group_welcome_template/edit.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""编辑入群欢迎语素材

Gives a template of the library of welcomes for customer groups other contents. An application
edits the templates that it made itself.

Permissions:
    Every application: An application edits only the templates that it made itself.
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用).
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户联系 >
        配置入群欢迎语素材.

Notes:
    The page says at `add` alone what %NICKNAME% does and what counts where several kinds are
        given: the first of image, link, miniprogram, file and video, besides the text. Both are
        taken to hold here, too.
    The page does not say whether contents that are left out stay, so give all of them.

Document: https://developer.work.weixin.qq.com/document/path/92366#编辑入群欢迎语素材 (2023-12-01)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypedDict

from ..._runtime.answers import Answer
from ..._runtime.checks import Integer, Object, String
from ..._runtime.cross_field import IgnoredWhenGiven, RequiredUnlessGiven
from ..._runtime.namespace import AsyncBound as _AsyncBound
from ..._runtime.namespace import Bound as _Bound
from ..._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "OPERATION",
    "REQUEST",
    "EditAnswer",
    "FileParam",
    "ImageParam",
    "LinkParam",
    "MiniprogramParam",
    "TextParam",
    "VideoParam",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/group_welcome_template/edit",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/92366#编辑入群欢迎语素材",
    title="编辑入群欢迎语素材",
    effect="write",
)

REQUEST = Object(
    {
        "template_id": String(min_length=1),
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
    },
    required=("template_id",),
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
    template_id: str,
    *,
    text: TextParam | None = None,
    image: ImageParam | None = None,
    link: LinkParam | None = None,
    miniprogram: MiniprogramParam | None = None,
    file: FileParam | None = None,
    video: VideoParam | None = None,
    agentid: int | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `edit` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "template_id": template_id,
            "text": text,
            "image": image,
            "link": link,
            "miniprogram": miniprogram,
            "file": file,
            "video": video,
            "agentid": agentid,
        },
        _settings,
        extra,
    )


class EditAnswer(Answer):
    """The answer of `edit`."""


class _Methods(_Bound):
    """`edit` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def edit(
        self,
        template_id: str,
        *,
        text: TextParam | None = None,
        image: ImageParam | None = None,
        link: LinkParam | None = None,
        miniprogram: MiniprogramParam | None = None,
        file: FileParam | None = None,
        video: VideoParam | None = None,
        agentid: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> EditAnswer:
        """编辑入群欢迎语素材

        Gives a template of the library of welcomes for customer groups other contents. An
        application edits the templates that it made itself.

        Args:
            template_id: Id of the template. Not empty.
            text: The text of the message. Annotate a variable for it as TextParam, from
                wecom_client.externalcontact.group_welcome_template.edit.
                content (optional): The text. Each %NICKNAME% in it, in capitals, becomes the
                    customer's nickname. At most 3000 bytes of UTF-8.
            image: A picture, named by media_id or by pic_url. Annotate a variable for it as
                ImageParam, from wecom_client.externalcontact.group_welcome_template.edit.
                media_id (optional): Id of the uploaded picture, from the platform's operations
                    for media (素材管理). Required unless pic_url is given.
                pic_url (optional): Address of the picture; only one that the platform's
                    operation for pictures (上传图片) returned. Ignored where media_id is given;
                    together they give a warning.
            link: A link, shown with title, description and picture. Annotate a variable for it
                as LinkParam, from wecom_client.externalcontact.group_welcome_template.edit.
                title (required): Title of the link. Not empty. At most 128 bytes of UTF-8.
                picurl (optional): Address of the picture.
                desc (optional): Description of the link. At most 512 bytes of UTF-8.
                url (required): Where the link leads. Not empty.
            miniprogram: A page of a mini program. Annotate a variable for it as
                MiniprogramParam, from wecom_client.externalcontact.group_welcome_template.edit.
                title (required): Title of the message. Not empty. At most 64 bytes of UTF-8.
                pic_media_id (required): Media id of the cover; 520 × 416 pixels look best. Not
                    empty.
                appid (required): Appid of the mini program, which must be linked to the
                    company. Not empty.
                page (required): Path of the page in the mini program. Not empty.
            file: A file. Annotate a variable for it as FileParam, from
                wecom_client.externalcontact.group_welcome_template.edit.
                media_id (required): Media id of the file, from the platform's operations for
                    media (素材管理) or from an asynchronous upload (异步上传临时素材). Not
                    empty.
            video: A video. Annotate a variable for it as VideoParam, from
                wecom_client.externalcontact.group_welcome_template.edit.
                media_id (required): Media id of the video, from the platform's operations for
                    media (素材管理) or from an asynchronous upload (异步上传临时素材). Not
                    empty.
            agentid: Id of the application as the company installed it. Older suites of
                third-party applications alone need it.

        Returns:
            EditAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40007 the media_id is wrong, expired or of another kind of media; 40036
                the length of the template id is wrong; 40037 the template id is unknown; 40056
                invalid agentid; 41058 the application may not edit this welcome template; 84074
                no external contact permission; 90206 the mini program is not linked to the
                company; 90207 the appid of the mini program is wrong; 90208 the appid is not
                that of a mini program linked here.

        A call whose outcome is unknown is sent again. Sent twice, it leaves the template as
        sent once.

        Document: https://developer.work.weixin.qq.com/document/path/92366#编辑入群欢迎语素材 (2023-12-01)
        """
        request = build_request(
            template_id,
            text=text,
            image=image,
            link=link,
            miniprogram=miniprogram,
            file=file,
            video=video,
            agentid=agentid,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, EditAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`edit` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def edit(
        self,
        template_id: str,
        *,
        text: TextParam | None = None,
        image: ImageParam | None = None,
        link: LinkParam | None = None,
        miniprogram: MiniprogramParam | None = None,
        file: FileParam | None = None,
        video: VideoParam | None = None,
        agentid: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> EditAnswer:
        """编辑入群欢迎语素材

        Gives a template of the library of welcomes for customer groups other contents. An
        application edits the templates that it made itself.

        Args:
            template_id: Id of the template. Not empty.
            text: The text of the message. Annotate a variable for it as TextParam, from
                wecom_client.externalcontact.group_welcome_template.edit.
                content (optional): The text. Each %NICKNAME% in it, in capitals, becomes the
                    customer's nickname. At most 3000 bytes of UTF-8.
            image: A picture, named by media_id or by pic_url. Annotate a variable for it as
                ImageParam, from wecom_client.externalcontact.group_welcome_template.edit.
                media_id (optional): Id of the uploaded picture, from the platform's operations
                    for media (素材管理). Required unless pic_url is given.
                pic_url (optional): Address of the picture; only one that the platform's
                    operation for pictures (上传图片) returned. Ignored where media_id is given;
                    together they give a warning.
            link: A link, shown with title, description and picture. Annotate a variable for it
                as LinkParam, from wecom_client.externalcontact.group_welcome_template.edit.
                title (required): Title of the link. Not empty. At most 128 bytes of UTF-8.
                picurl (optional): Address of the picture.
                desc (optional): Description of the link. At most 512 bytes of UTF-8.
                url (required): Where the link leads. Not empty.
            miniprogram: A page of a mini program. Annotate a variable for it as
                MiniprogramParam, from wecom_client.externalcontact.group_welcome_template.edit.
                title (required): Title of the message. Not empty. At most 64 bytes of UTF-8.
                pic_media_id (required): Media id of the cover; 520 × 416 pixels look best. Not
                    empty.
                appid (required): Appid of the mini program, which must be linked to the
                    company. Not empty.
                page (required): Path of the page in the mini program. Not empty.
            file: A file. Annotate a variable for it as FileParam, from
                wecom_client.externalcontact.group_welcome_template.edit.
                media_id (required): Media id of the file, from the platform's operations for
                    media (素材管理) or from an asynchronous upload (异步上传临时素材). Not
                    empty.
            video: A video. Annotate a variable for it as VideoParam, from
                wecom_client.externalcontact.group_welcome_template.edit.
                media_id (required): Media id of the video, from the platform's operations for
                    media (素材管理) or from an asynchronous upload (异步上传临时素材). Not
                    empty.
            agentid: Id of the application as the company installed it. Older suites of
                third-party applications alone need it.

        Returns:
            EditAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40007 the media_id is wrong, expired or of another kind of media; 40036
                the length of the template id is wrong; 40037 the template id is unknown; 40056
                invalid agentid; 41058 the application may not edit this welcome template; 84074
                no external contact permission; 90206 the mini program is not linked to the
                company; 90207 the appid of the mini program is wrong; 90208 the appid is not
                that of a mini program linked here.

        A call whose outcome is unknown is sent again. Sent twice, it leaves the template as
        sent once.

        Document: https://developer.work.weixin.qq.com/document/path/92366#编辑入群欢迎语素材 (2023-12-01)
        """
        request = build_request(
            template_id,
            text=text,
            image=image,
            link=link,
            miniprogram=miniprogram,
            file=file,
            video=video,
            agentid=agentid,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, EditAnswer, self._rules)
