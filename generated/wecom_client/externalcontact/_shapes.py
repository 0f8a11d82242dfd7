# Generated from specs/externalcontact/_shapes.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""Shapes that several operations below `externalcontact` share."""

from __future__ import annotations

from typing import TypedDict

from .._error_table import ERRORS
from .._runtime.answers import FailedRecord
from .._runtime.records import Record, many, one


class ImageParam2(TypedDict, total=False):
    """A picture, named by media_id or by pic_url."""

    media_id: str
    """Id of the uploaded picture, from the platform's operations for media (素材管理). Required
    unless pic_url is given.
    """
    pic_url: str
    """Address of the picture; only one that the platform's operation for pictures (上传图片)
    returned. Ignored where media_id is given; together they give a warning.
    """


class _LinkParam2Required(TypedDict):
    title: str
    """Title of the link. Not empty. At most 128 bytes of UTF-8."""
    url: str
    """Where the link leads. Not empty."""


class LinkParam2(_LinkParam2Required, total=False):
    """A link, shown with title, description and picture."""

    picurl: str
    """Address of the picture."""
    desc: str
    """Description of the link. At most 512 bytes of UTF-8."""


class MiniprogramParam2(TypedDict):
    """A page of a mini program."""

    title: str
    """Title of the message. Not empty. At most 64 bytes of UTF-8."""
    pic_media_id: str
    """Media id of the cover; 520 × 416 pixels look best. Not empty."""
    appid: str
    """Appid of the mini program, which must be linked to the company. Not empty."""
    page: str
    """Path of the page in the mini program. Not empty."""


class VideoParam2(TypedDict):
    """A video."""

    media_id: str
    """Media id of the video, from the platform's operations for media (素材管理). Not empty."""


class FileParam2(TypedDict):
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

    image: ImageParam2
    """A picture, named by media_id or by pic_url. Required where msgtype is image."""
    link: LinkParam2
    """A link, shown with title, description and picture. Required where msgtype is link."""
    miniprogram: MiniprogramParam2
    """A page of a mini program. Required where msgtype is miniprogram."""
    video: VideoParam2
    """A video. Required where msgtype is video."""
    file: FileParam2
    """A file. Required where msgtype is file."""


class TextParam2(TypedDict, total=False):
    """The text of the message."""

    content: str
    """The text itself. At most 4000 bytes of UTF-8."""


class ImageParam3(TypedDict):
    """A picture, named by media_id alone."""

    media_id: str
    """Id of the uploaded picture, from the platform's operations for media (素材管理). Not
    empty.
    """


class LinkParam3(TypedDict, total=False):
    """A link, shown with title, description and picture."""

    title: str
    """Title of the link. Not empty. At most 128 bytes of UTF-8."""
    picurl: str
    """Address of the picture."""
    desc: str
    """Description of the link. At most 512 bytes of UTF-8."""
    url: str
    """Where the link leads. Not empty."""


class MiniprogramParam3(TypedDict, total=False):
    """A page of a mini program."""

    title: str
    """Title of the message. Not empty. At most 64 bytes of UTF-8."""
    pic_media_id: str
    """Media id of the cover; 520 × 416 pixels look best. Not empty."""
    appid: str
    """Appid of the mini program, which must be linked to the company. Not empty."""
    page: str
    """Path of the page in the mini program. Not empty."""


class SetConclusionsParam(TypedDict, total=False):
    """What the customer receives by itself when the temporary chat ends: a text, or one of image,
    link and mini program, or both.
    """

    text: TextParam2
    """The text of the message. Required unless image, link or miniprogram is given."""
    image: ImageParam3
    """A picture, named by media_id alone."""
    link: LinkParam3
    """A link, shown with title, description and picture. Ignored where image is given; together
    they give a warning.
    """
    miniprogram: MiniprogramParam3
    """A page of a mini program. Ignored where image or link is given; together they give a
    warning.
    """


class BegunTransfer(FailedRecord, errors=ERRORS):
    """One of the customers sent, and whether its transfer began."""

    external_userid: str
    """External userid of the customer."""
    errcode: int
    """Error code for this customer alone. 0 says that the transfer began; it is carried out after
    24 hours and may still fail.
    """


class ExternalAttrItemText(Record):
    """The text."""

    value: str
    """The text itself; whoever sets it is held to 32 characters."""


class Web(Record):
    """The web page."""

    url: str
    """Address of the page, with http or https in front."""
    title: str
    """Title under which the page is shown; whoever sets it is held to 12 characters."""


class ExternalAttrItemMiniprogram(Record):
    """The mini program."""

    appid: str
    """Appid of the mini program."""
    pagepath: str
    """Page of the mini program that opens."""
    title: str
    """Title under which the mini program is shown; whoever sets it is held to 12 characters,
    though the example has 14.
    """


class ExternalAttrItem(Record):
    """One attribute."""

    type: int
    """Kind of the attribute; it says which of text, web and miniprogram is there. 0: text; 1: web
    page; 2: mini program.
    """
    name: str
    """Name of the attribute."""
    text: ExternalAttrItemText | None = one(ExternalAttrItemText)
    """The text. Present only if type is 0."""
    web: Web | None = one(Web)
    """The web page. Present only if type is 1."""
    miniprogram: ExternalAttrItemMiniprogram | None = one(ExternalAttrItemMiniprogram)
    """The mini program. Present only if type is 2."""


class ExternalProfile(Record):
    """What a WeCom user shows to people outside."""

    external_corp_name: str | None
    """Short name of the company, as it is shown to people outside. Not in the examples."""
    external_attr: tuple[ExternalAttrItem, ...] = many(ExternalAttrItem)
    """The attributes shown, each a text, a web page or a mini program."""


class ExternalContact(Record):
    """A customer, or another external contact."""

    external_userid: str
    """External userid of the contact. The company and each provider have ids of their own for the
    same contact.
    """
    name: str
    """Name of the contact. Of a WeChat user, the nickname set in WeChat; of a WeCom user, the
    alias or real name shown to others.
    """
    avatar: str | None
    """Address of the contact's picture. Never for third-party applications and those that a
    provider develops, nor for an upstream company about customers of a downstream one.
    """
    type: int
    """What the contact uses. 1: WeChat; 2: WeCom."""
    gender: int
    """Gender of the contact. It is always 0 for third-party applications and those that a provider
    develops, and for an upstream company about customers of a downstream one. 0: unknown, or
    not told; 1: male; 2: female.
    """
    unionid: str | None
    """Id of the WeChat user on the WeChat Open Platform (unionid), the same in the company's
    official accounts and mini programs. Present only for WeChat users, and only if the company
    has bound a WeChat developer id; never for third-party applications and those that a
    provider develops, nor for an upstream company about customers of a downstream one.
    """
    position: str | None
    """Position of the contact in the company that employs it. Present only for WeCom users, unless
    the contact or its company hides the position.
    """
    corp_name: str | None
    """Short name of the company that employs the contact. Present only for WeCom users."""
    corp_full_name: str | None
    """Name of the legal entity that employs the contact. Applications that the company did not
    build itself get the short name here (third-party ones, those that a provider develops,
    those of upstream and downstream companies). Present only for WeCom users.
    """
    external_profile: ExternalProfile | None = one(ExternalProfile)
    """What a WeCom user shows to people outside. Present only for WeCom users."""


class File(Record):
    """A file."""

    media_id: str
    """Media id of the file."""


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


class MediaImage(Record):
    """A picture, named by media_id alone."""

    media_id: str
    """Media id of the picture."""


class Miniprogram(Record):
    """A page of a mini program."""

    title: str
    """Title of the message."""
    pic_media_id: str
    """Media id of the cover."""
    appid: str
    """Appid of the mini program."""
    page: str
    """Path of the page in the mini program."""


class Attachment2(Record):
    """One picture."""

    type: str
    """What the attachment is; only pictures are taken. image: a picture."""
    image: MediaImage = one(MediaImage)
    """The picture. It is had by its media id, as temporary media (获取临时素材)."""


class Product(Record):
    """A product of the company's product albums."""

    product_id: str
    """Id of the product."""
    description: str
    """What the product is called and what it is about."""
    price: int
    """Price of the product in fen, hundredths of a yuan."""
    product_sn: str
    """Code of the product."""
    attachments: tuple[Attachment2, ...] = many(Attachment2)
    """The pictures of the product."""


class Tag(Record):
    """A tag that members can give customers."""

    id: str
    """Id of the tag."""
    name: str
    """Name of the tag."""
    create_time: int
    """When the tag was made, Unix seconds."""
    order: int
    """Place of the tag in its group; greater numbers come first."""


class TagGroup(Record):
    """A group of tags."""

    group_id: str
    """Id of the group."""
    group_name: str
    """Name of the group."""
    create_time: int
    """When the group was made, Unix seconds."""
    order: int
    """Place of the group; greater numbers come first."""
    tag: tuple[Tag, ...] = many(Tag)
    """The tags of the group."""


class Text(Record):
    """The text of the message."""

    content: str
    """The text itself."""


class TransferState(Record):
    """One customer who was handed over, and how far that has come."""

    external_userid: str
    """External userid of the customer."""
    status: int
    """How far the transfer has come. 1: taken over; 2: waiting to be taken over; 3: the customer
    refused; 4: the member who takes over has as many customers as allowed.
    """
    takeover_time: int
    """When the customer was taken over, Unix seconds; with status 2 the time, still to come, at
    which it happens by itself. In the example it is 0 for a customer who refused.
    """


class Video(Record):
    """A video."""

    media_id: str
    """Media id of the video."""
