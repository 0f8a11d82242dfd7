# Generated from specs/externalcontact/add_contact_way.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""配置客户联系「联系我」方式

Makes a contact way: a QR code or a mini program button by which customers add given members.
Returns its config_id and, of a QR code, the address of its image.

Permissions:
    Every application: Members and departments must be in the application's visible range.
        Members need an activated account, a verified name and the right to customer contact.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 配置「联系我」二维码.
    Third-party applications (第三方应用): Permission 配置「联系我」二维码 (an application for
        customer acquisition, 营销获客, has 「联系我」二维码 chosen as its 客户建联方式).

Quotas:
    500000 contact ways that a company makes through the API in all. Those for temporary chats
        are not counted. The join ways of customer groups made through the API count against the
        same number.
    100000 contact ways for temporary chats that a company makes in 1 day.

Notes:
    At most 100 members stand behind a contact way, those of the departments included.
    Contact ways that are made through the API are not shown in the admin console.
    A mini program button (scene 1) takes a mini program of your own that includes the
        platform's plug-in.
    A contact way for temporary chats has one member. Its QR code ends once a customer has added
        the member, and the chat ends after chat_expires_in.
    Temporary chats are for companies in health care alone.
    unionid needs a WeChat developer account that is bound to customer contact, the company's or
        the provider's.
    Members and departments may also be among those who are set for getting in touch with
        customers (客户可建联的成员范围).
    Text and attachment of the conclusions reach the customer as two messages.

Document: https://developer.work.weixin.qq.com/document/path/92228#配置客户联系「联系我」方式 (2025-12-11)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Array, Boolean, Integer, Object, String
from .._runtime.cross_field import (
    IgnoredUnless,
    IgnoredWhenGiven,
    RequiredUnlessGiven,
    RequiredWhen,
)
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import ImageParam3, LinkParam3, MiniprogramParam3, SetConclusionsParam, TextParam2

__all__ = [
    "OPERATION",
    "REQUEST",
    "AddContactWayAnswer",
    "ImageParam3",
    "LinkParam3",
    "MiniprogramParam3",
    "SetConclusionsParam",
    "TextParam2",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/add_contact_way",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/92228#配置客户联系「联系我」方式",
    title="配置客户联系「联系我」方式",
    effect="write",
)

REQUEST = Object(
    {
        "type": Integer(enum={1: "one member", 2: "several members"}),
        "scene": Integer(enum={1: "button in a mini program (plug-in)", 2: "QR code"}),
        "style": Integer(
            enum={1: "first look", 2: "second look", 3: "third look, for one member (type 1) alone"}
        ),
        "remark": String(max_length=30),
        "skip_verify": Boolean(),
        "state": String(max_length=30),
        "user": Array(String(min_length=1), min_items=1, max_items=100),
        "party": Array(Integer(), min_items=1),
        "is_temp": Boolean(),
        "expires_in": Integer(maximum=1209600),
        "chat_expires_in": Integer(maximum=1209600),
        "unionid": String(min_length=1),
        "is_exclusive": Boolean(),
        "mark_source": Boolean(),
        "conclusions": Object(
            {
                "text": Object({"content": String(max_bytes=4000)}),
                "image": Object({"media_id": String(min_length=1)}, required=("media_id",)),
                "link": Object(
                    {
                        "title": String(min_length=1, max_bytes=128),
                        "picurl": String(),
                        "desc": String(max_bytes=512),
                        "url": String(min_length=1),
                    }
                ),
                "miniprogram": Object(
                    {
                        "title": String(min_length=1, max_bytes=64),
                        "pic_media_id": String(min_length=1),
                        "appid": String(min_length=1),
                        "page": String(min_length=1),
                    }
                ),
            },
            rules=(
                RequiredUnlessGiven("text", ("image", "link", "miniprogram")),
                IgnoredWhenGiven("link", ("image",)),
                IgnoredWhenGiven("miniprogram", ("image", "link")),
            ),
        ),
    },
    required=("type", "scene"),
    rules=(
        IgnoredUnless("style", "scene", (1,)),
        RequiredWhen("user", "type", (1,)),
        IgnoredUnless("party", "type", (2,)),
        IgnoredUnless("expires_in", "is_temp", (True,), default=False),
        IgnoredUnless("chat_expires_in", "is_temp", (True,), default=False),
        IgnoredUnless("unionid", "is_temp", (True,), default=False),
        IgnoredUnless("conclusions", "is_temp", (True,), default=False),
    ),
)


def build_request(
    type: int,
    scene: int,
    *,
    style: int | None = None,
    remark: str | None = None,
    skip_verify: bool | None = None,
    state: str | None = None,
    user: Sequence[str] | None = None,
    party: Sequence[int] | None = None,
    is_temp: bool | None = None,
    expires_in: int | None = None,
    chat_expires_in: int | None = None,
    unionid: str | None = None,
    is_exclusive: bool | None = None,
    mark_source: bool | None = None,
    conclusions: SetConclusionsParam | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `add_contact_way` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "type": type,
            "scene": scene,
            "style": style,
            "remark": remark,
            "skip_verify": skip_verify,
            "state": state,
            "user": user,
            "party": party,
            "is_temp": is_temp,
            "expires_in": expires_in,
            "chat_expires_in": chat_expires_in,
            "unionid": unionid,
            "is_exclusive": is_exclusive,
            "mark_source": mark_source,
            "conclusions": conclusions,
        },
        _settings,
        extra,
    )


class AddContactWayAnswer(Answer):
    """The answer of `add_contact_way`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("config_id") is None` asks, and type checkers let
    it pass.
    """

    config_id: str
    """Id of the new contact way. Keep it, without it nobody can change or delete the contact
    way.
    """
    qr_code: str | None
    """Address of the QR code's image. Present only with scene = 2 (QR code)."""


class _Methods(_Bound):
    """`add_contact_way` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def add_contact_way(
        self,
        type: int,
        scene: int,
        *,
        style: int | None = None,
        remark: str | None = None,
        skip_verify: bool | None = None,
        state: str | None = None,
        user: Sequence[str] | None = None,
        party: Sequence[int] | None = None,
        is_temp: bool | None = None,
        expires_in: int | None = None,
        chat_expires_in: int | None = None,
        unionid: str | None = None,
        is_exclusive: bool | None = None,
        mark_source: bool | None = None,
        conclusions: SetConclusionsParam | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AddContactWayAnswer:
        """配置客户联系「联系我」方式

        Makes a contact way: a QR code or a mini program button by which customers add given
        members. Returns its config_id and, of a QR code, the address of its image.

        Args:
            type: How many members stand behind the contact way. 1: one member; 2: several
                members.
            scene: Where customers meet the contact way. 1: button in a mini program (plug-in);
                2: QR code.
            style: Look of the button in the mini program (scene 1). The page shows each look.
                1: first look; 2: second look; 3: third look, for one member (type 1) alone.
                Counts only where scene is 1; otherwise gives a warning.
            remark: Reminder for yourself, what the contact way is for. At most 30 characters.
            skip_verify: Whether customers become contacts at once, without the member's
                consent. Left out, it is True.
            state: Mark of your own that tells channels apart. `externalcontact.get` returns it
                for each customer who came this way. At most 30 characters.
            user: Userids of the members behind the contact way. With type 1 it is one member. 1
                to 100 elements. Each not empty. Required where type is 1.
            party: Ids of the departments whose members stand behind the contact way. At least 1
                element. Counts only where type is 2; otherwise gives a warning.
            is_temp: Whether the contact way opens a temporary chat (临时会话). Left out, it is
                False.
            expires_in: How long the QR code of a temporary chat is good, in seconds. At most
                1209600. Counts only where is_temp is True; otherwise gives a warning. Left out,
                it is 604800.
            chat_expires_in: How long a temporary chat lasts from when the contact was added, in
                seconds. At most 1209600. Counts only where is_temp is True; otherwise gives a
                warning. Left out, it is 86400.
            unionid: Unionid of the customer who may have the temporary chat. Left out, anybody
                may. Not empty. Counts only where is_temp is True; otherwise gives a warning.
            is_exclusive: Whether customers of one external company can add the same member
                alone: they are led first to the one who looks after customers of that company
                already. Left out, it is False.
            mark_source: Whether customers who come this way are marked as having come by a
                contact way of this application. It counts for applications for customer
                acquisition (营销获客) alone. Left out, it is True.
            conclusions: What the customer receives by itself when the temporary chat ends: a
                text, or one of image, link and mini program, or both. Counts only where is_temp
                is True; otherwise gives a warning. Annotate a variable for it as
                SetConclusionsParam, from wecom_client.externalcontact.
                text (optional): The text of the message. Required unless image, link or
                    miniprogram is given.
                image (optional): A picture, named by media_id alone.
                link (optional): A link, shown with title, description and picture. Ignored
                    where image is given; together they give a warning.
                miniprogram (optional): A page of a mini program. Ignored where image or link is
                    given; together they give a warning.

        Returns:
            AddContactWayAnswer: config_id, qr_code.

        Raises:
            APIError: 40003 invalid userid; 40007 the media_id is wrong, expired or of another
                kind of media; 40066 the list of departments is empty or names an unknown one;
                41037 type is missing; 41038 scene is missing; 41039 invalid type; 41040 invalid
                scene; 41041 too many people stand behind one contact way; 41042 invalid style;
                41045 the number of configured ways reached its limit; 41054 the member has
                never logged in or is not verified; 41057 no WeChat developer account is bound;
                60030 outside the application's visible range; 84074 no external contact
                permission.

        Quotas:
            500000 contact ways that a company makes through the API in all. Those for temporary
                chats are not counted. The join ways of customer groups made through the API
                count against the same number.
            100000 contact ways for temporary chats that a company makes in 1 day.

        A call whose outcome is unknown is not sent again. A second call would make a second
        contact way.

        Document: https://developer.work.weixin.qq.com/document/path/92228#配置客户联系「联系我」方式 (2025-12-11)
        """
        request = build_request(
            type,
            scene,
            style=style,
            remark=remark,
            skip_verify=skip_verify,
            state=state,
            user=user,
            party=party,
            is_temp=is_temp,
            expires_in=expires_in,
            chat_expires_in=chat_expires_in,
            unionid=unionid,
            is_exclusive=is_exclusive,
            mark_source=mark_source,
            conclusions=conclusions,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, AddContactWayAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`add_contact_way` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def add_contact_way(
        self,
        type: int,
        scene: int,
        *,
        style: int | None = None,
        remark: str | None = None,
        skip_verify: bool | None = None,
        state: str | None = None,
        user: Sequence[str] | None = None,
        party: Sequence[int] | None = None,
        is_temp: bool | None = None,
        expires_in: int | None = None,
        chat_expires_in: int | None = None,
        unionid: str | None = None,
        is_exclusive: bool | None = None,
        mark_source: bool | None = None,
        conclusions: SetConclusionsParam | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AddContactWayAnswer:
        """配置客户联系「联系我」方式

        Makes a contact way: a QR code or a mini program button by which customers add given
        members. Returns its config_id and, of a QR code, the address of its image.

        Args:
            type: How many members stand behind the contact way. 1: one member; 2: several
                members.
            scene: Where customers meet the contact way. 1: button in a mini program (plug-in);
                2: QR code.
            style: Look of the button in the mini program (scene 1). The page shows each look.
                1: first look; 2: second look; 3: third look, for one member (type 1) alone.
                Counts only where scene is 1; otherwise gives a warning.
            remark: Reminder for yourself, what the contact way is for. At most 30 characters.
            skip_verify: Whether customers become contacts at once, without the member's
                consent. Left out, it is True.
            state: Mark of your own that tells channels apart. `externalcontact.get` returns it
                for each customer who came this way. At most 30 characters.
            user: Userids of the members behind the contact way. With type 1 it is one member. 1
                to 100 elements. Each not empty. Required where type is 1.
            party: Ids of the departments whose members stand behind the contact way. At least 1
                element. Counts only where type is 2; otherwise gives a warning.
            is_temp: Whether the contact way opens a temporary chat (临时会话). Left out, it is
                False.
            expires_in: How long the QR code of a temporary chat is good, in seconds. At most
                1209600. Counts only where is_temp is True; otherwise gives a warning. Left out,
                it is 604800.
            chat_expires_in: How long a temporary chat lasts from when the contact was added, in
                seconds. At most 1209600. Counts only where is_temp is True; otherwise gives a
                warning. Left out, it is 86400.
            unionid: Unionid of the customer who may have the temporary chat. Left out, anybody
                may. Not empty. Counts only where is_temp is True; otherwise gives a warning.
            is_exclusive: Whether customers of one external company can add the same member
                alone: they are led first to the one who looks after customers of that company
                already. Left out, it is False.
            mark_source: Whether customers who come this way are marked as having come by a
                contact way of this application. It counts for applications for customer
                acquisition (营销获客) alone. Left out, it is True.
            conclusions: What the customer receives by itself when the temporary chat ends: a
                text, or one of image, link and mini program, or both. Counts only where is_temp
                is True; otherwise gives a warning. Annotate a variable for it as
                SetConclusionsParam, from wecom_client.externalcontact.
                text (optional): The text of the message. Required unless image, link or
                    miniprogram is given.
                image (optional): A picture, named by media_id alone.
                link (optional): A link, shown with title, description and picture. Ignored
                    where image is given; together they give a warning.
                miniprogram (optional): A page of a mini program. Ignored where image or link is
                    given; together they give a warning.

        Returns:
            AddContactWayAnswer: config_id, qr_code.

        Raises:
            APIError: 40003 invalid userid; 40007 the media_id is wrong, expired or of another
                kind of media; 40066 the list of departments is empty or names an unknown one;
                41037 type is missing; 41038 scene is missing; 41039 invalid type; 41040 invalid
                scene; 41041 too many people stand behind one contact way; 41042 invalid style;
                41045 the number of configured ways reached its limit; 41054 the member has
                never logged in or is not verified; 41057 no WeChat developer account is bound;
                60030 outside the application's visible range; 84074 no external contact
                permission.

        Quotas:
            500000 contact ways that a company makes through the API in all. Those for temporary
                chats are not counted. The join ways of customer groups made through the API
                count against the same number.
            100000 contact ways for temporary chats that a company makes in 1 day.

        A call whose outcome is unknown is not sent again. A second call would make a second
        contact way.

        Document: https://developer.work.weixin.qq.com/document/path/92228#配置客户联系「联系我」方式 (2025-12-11)
        """
        request = build_request(
            type,
            scene,
            style=style,
            remark=remark,
            skip_verify=skip_verify,
            state=state,
            user=user,
            party=party,
            is_temp=is_temp,
            expires_in=expires_in,
            chat_expires_in=chat_expires_in,
            unionid=unionid,
            is_exclusive=is_exclusive,
            mark_source=mark_source,
            conclusions=conclusions,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, AddContactWayAnswer, self._rules)
