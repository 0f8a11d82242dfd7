# Generated from specs/media/upload_attachment.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""上传附件资源

Uploads a file as an attachment of moments or of a product album, and returns the media_id by
which these name it. The id serves for three days.

Permissions:
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 企业客户.
    Third-party applications (第三方应用): Permission 企业客户.

Notes:
    Not with the secret of a system application since 2023-12-01; companies that did so before
        are spared for now.
    Pictures of moments have at most 10800 pixels on the longer side and 1080 on the shorter
        one, and videos of moments last at most 30 seconds.
    What is wrong with an upload may show where it is used: 41072 (its media_type or
        attachment_type), 41080 (its size), 41081 (its pixels), 41082 (its seconds).
    An attachment of moments that a JS-SDK page or a mini program uses needs WeCom 4.0.2 or
        later; before that it may not be shown properly.

Document: https://developer.work.weixin.qq.com/document/path/95098 (2025-06-10)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Binary, Integer, Object, String
from .._runtime.cross_field import FileFormats
from .._runtime.files import File as _File
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "UploadAttachmentAnswer", "build_request"]

OPERATION = Operation(
    path="media/upload_attachment",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/95098",
    title="上传附件资源",
    query=("media_type", "attachment_type"),
    effect="write",
    file="media",
)

REQUEST = Object(
    {
        "media_type": String(
            enum={"image": "a picture", "video": "a video", "file": "any other file"}
        ),
        "attachment_type": Integer(
            enum={
                1: "moments (朋友圈), with pictures and videos",
                2: "product albums (商品图册), with pictures",
            }
        ),
        "media": Binary(min_bytes=6, max_bytes=10485760),
    },
    required=("media_type", "attachment_type", "media"),
    rules=(FileFormats("media", "media_type", {"image": ("JPG", "PNG"), "video": ("MP4",)}),),
)


def build_request(
    media_type: str,
    attachment_type: int,
    media: _File,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `upload_attachment` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "media_type": media_type,
            "attachment_type": attachment_type,
            "media": media,
        },
        _settings,
        extra,
    )


class UploadAttachmentAnswer(Answer):
    """The answer of `upload_attachment`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("type") is None` asks, and type checkers let it
    pass.
    """

    type: str
    """What the file is. image: a picture; voice: a sound; video: a video; file: any other file."""
    media_id: str
    """Id of the upload, for three days. It also serves to fetch the file as temporary media
    (获取临时素材).
    """
    created_at: int
    """When it was uploaded, Unix seconds."""


class _Methods(_Bound):
    """`upload_attachment` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def upload_attachment(
        self,
        media_type: str,
        attachment_type: int,
        media: _File,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> UploadAttachmentAnswer:
        """上传附件资源

        Uploads a file as an attachment of moments or of a product album, and returns the
        media_id by which these name it. The id serves for three days.

        Args:
            media_type: What the file is. image: a picture; video: a video; file: any other
                file. Sent in the query.
            attachment_type: Where the attachment is to be used. 1: moments (朋友圈), with
                pictures and videos; 2: product albums (商品图册), with pictures. Sent in the
                query.
            media: What is uploaded. Its name is the one that people see where the attachment is
                used. Name, length and content type go with it, which the client sees to. A
                wecom_client.File: File.read(path), or File(name, content) with the content as
                bytes. 6 to 10485760 bytes. JPG or PNG where media_type is image, MP4 where
                media_type is video.

        Returns:
            UploadAttachmentAnswer: type, media_id, created_at.

        Raises:
            APIError: 40004 this kind of media file is not accepted; 40006 the size of the file
                is outside the limits; 44001 the media file is empty; 45001 the media file is
                too large.

        A call whose outcome is unknown is sent again. Each upload has a media_id of its own,
        and one that nobody got to know is gone after three days.

        Document: https://developer.work.weixin.qq.com/document/path/95098 (2025-06-10)
        """
        request = build_request(
            media_type,
            attachment_type,
            media,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, UploadAttachmentAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`upload_attachment` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def upload_attachment(
        self,
        media_type: str,
        attachment_type: int,
        media: _File,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> UploadAttachmentAnswer:
        """上传附件资源

        Uploads a file as an attachment of moments or of a product album, and returns the
        media_id by which these name it. The id serves for three days.

        Args:
            media_type: What the file is. image: a picture; video: a video; file: any other
                file. Sent in the query.
            attachment_type: Where the attachment is to be used. 1: moments (朋友圈), with
                pictures and videos; 2: product albums (商品图册), with pictures. Sent in the
                query.
            media: What is uploaded. Its name is the one that people see where the attachment is
                used. Name, length and content type go with it, which the client sees to. A
                wecom_client.File: File.read(path), or File(name, content) with the content as
                bytes. 6 to 10485760 bytes. JPG or PNG where media_type is image, MP4 where
                media_type is video.

        Returns:
            UploadAttachmentAnswer: type, media_id, created_at.

        Raises:
            APIError: 40004 this kind of media file is not accepted; 40006 the size of the file
                is outside the limits; 44001 the media file is empty; 45001 the media file is
                too large.

        A call whose outcome is unknown is sent again. Each upload has a media_id of its own,
        and one that nobody got to know is gone after three days.

        Document: https://developer.work.weixin.qq.com/document/path/95098 (2025-06-10)
        """
        request = build_request(
            media_type,
            attachment_type,
            media,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, UploadAttachmentAnswer, self._rules)
