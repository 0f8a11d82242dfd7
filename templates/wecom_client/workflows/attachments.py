"""Builders for the attachments of mass messages, welcome texts, welcome templates and moments.

What an attachment holds stands below the name of its kind (`msgtype`), which is forgotten or
misspelt easily. A builder names both:

    wecom.externalcontact.add_msg_template(attachments=[image("MEDIA"), file("MEDIA")], …)
    wecom.externalcontact.group_welcome_template.add(**template_part(image("MEDIA")))

Limits (lengths, numbers, what goes with what) are those of the operation, which checks them before
anything is sent. Mass messages and welcome texts take the same attachments; those of moments are
others, with ids from the upload of attachments (上传附件资源) alone, and no mini programs or files.

Documents: https://developer.work.weixin.qq.com/document/path/92135 (mass messages),
https://developer.work.weixin.qq.com/document/path/92137 (welcome texts),
https://developer.work.weixin.qq.com/document/path/92366 (welcome templates of groups),
https://developer.work.weixin.qq.com/document/path/95094 (moments),
https://developer.work.weixin.qq.com/document/path/95098 (upload of attachments)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.files import File
from ..externalcontact.add_moment_task import AttachmentParam as MomentAttachment
from ..externalcontact.send_welcome_msg import AttachmentParam as MessageAttachment
from ._steps import Client, Flow, over_client

__all__ = [
    "OPERATIONS",
    "MessageAttachment",
    "MomentAttachment",
    "file",
    "image",
    "link",
    "miniprogram",
    "moment_image",
    "moment_link",
    "moment_video",
    "template_part",
    "uploaded_to_moments",
    "video",
]

OPERATIONS = (
    "externalcontact/add_msg_template",
    "externalcontact/send_welcome_msg",
    "externalcontact/add_moment_task",
    "externalcontact/group_welcome_template/add",
    "media/upload_attachment",
)

_OF_MOMENTS = 1


def image(media_id: str | None = None, *, pic_url: str | None = None) -> MessageAttachment:
    """Return a picture, by its media id, or by an address that the upload of pictures returned."""
    return {"msgtype": "image", "image": _given(media_id=media_id, pic_url=pic_url)}


def link(
    title: str, url: str, *, picurl: str | None = None, desc: str | None = None
) -> MessageAttachment:
    """Return a link, with the address of its picture and a description, if it has them."""
    return {"msgtype": "link", "link": _given(title=title, url=url, picurl=picurl, desc=desc)}


def miniprogram(title: str, pic_media_id: str, appid: str, page: str) -> MessageAttachment:
    """Return a page of a mini program that is linked to the company, with its cover."""
    return {
        "msgtype": "miniprogram",
        "miniprogram": {
            "title": title,
            "pic_media_id": pic_media_id,
            "appid": appid,
            "page": page,
        },
    }


def video(media_id: str) -> MessageAttachment:
    """Return a video, by its media id."""
    return {"msgtype": "video", "video": {"media_id": media_id}}


def file(media_id: str) -> MessageAttachment:
    """Return a file, by its media id."""
    return {"msgtype": "file", "file": {"media_id": media_id}}


def moment_image(media_id: str) -> MomentAttachment:
    """Return a picture of a moment, by the media id of its upload as an attachment."""
    return {"msgtype": "image", "image": {"media_id": media_id}}


def moment_link(url: str, media_id: str, *, title: str | None = None) -> MomentAttachment:
    """Return a link of a moment; `media_id`: its cover, uploaded as an attachment."""
    return {"msgtype": "link", "link": _given(url=url, media_id=media_id, title=title)}


def moment_video(media_id: str) -> MomentAttachment:
    """Return a video of a moment, by the media id of its upload as an attachment."""
    return {"msgtype": "video", "video": {"media_id": media_id}}


def template_part(attachment: MessageAttachment) -> dict[str, Any]:
    """Return an attachment as an argument of `group_welcome_template.add` and `edit`.

    A template has one attachment besides its text, below the name of its kind: pass this with `**`.

    Raises:
        TypeError: it is no attachment, such as a list of them.
    """
    given: Any = attachment
    kind = given.get("msgtype") if isinstance(given, Mapping) else None
    if kind is None or kind not in given:
        raise TypeError(f"attachment must be one as image(…) or link(…) returns, is {given!r}")
    return {kind: given[kind]}


@over_client
def uploaded_to_moments(wecom: Client, media_type: str, media: File) -> Flow[MomentAttachment]:
    """Upload a picture or a video as an attachment of moments, and return it as one.

    Args:
        wecom: The client.
        media_type: `"image"` or `"video"`.
        media: The file, with the limits of `media.upload_attachment`. The upload serves for three
            days.

    Returns:
        MomentAttachment: for `add_moment_task`.

    Raises:
        ValueError: another media type: moments take no other uploads.
        ParameterError, APIError, TransportError, ResponseError: as `media.upload_attachment`.
    """
    builders = {"image": moment_image, "video": moment_video}
    if media_type not in builders:
        raise ValueError(f"media_type must be one of {', '.join(builders)}, is {media_type!r}")
    answer = yield lambda: wecom.media.upload_attachment(media_type, _OF_MOMENTS, media)
    return builders[media_type](answer.media_id)


def _given(**fields: str | None) -> Any:
    """Return the fields that have a value."""
    return {name: value for name, value in fields.items() if value is not None}
