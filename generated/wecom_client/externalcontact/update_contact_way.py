# Generated from specs/externalcontact/update_contact_way.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""更新企业已配置的「联系我」方式

Changes a contact way: the members behind it, its reminder, mark and look, and what ends a
temporary chat. The lists and the reminder that are given take the place of the old ones.

Permissions:
    Every application: Members and departments must be in the application's visible range.
        Members need an activated account, a verified name and the right to customer contact.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 配置「联系我」二维码.
    Third-party applications (第三方应用): Permission 配置「联系我」二维码 (an application for
        customer acquisition, 营销获客, has 「联系我」二维码 chosen as its 客户建联方式).

Notes:
    type, scene, is_temp and is_exclusive cannot be changed.
    expires_in, chat_expires_in, unionid and conclusions count only for contact ways for
        temporary chats; such a contact way has one member, and one that has ended cannot be
        changed.
    unionid needs a WeChat developer account that is bound to customer contact, the company's or
        the provider's.
    style counts only for a button in a mini program (scene 1).
    mark_source can be changed by the application alone that made the contact way.
    At most 100 members stand behind a contact way, those of the departments included.
    Members and departments may also be among those who are set for getting in touch with
        customers (客户可建联的成员范围).
    Temporary chats are for companies in health care alone.
    Text and attachment of the conclusions reach the customer as two messages.

Document: https://developer.work.weixin.qq.com/document/path/92228#更新企业已配置的「联系我」方式 (2025-12-11)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Array, Boolean, Integer, Object, String
from .._runtime.cross_field import IgnoredWhenGiven, RequiredUnlessGiven
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import ImageParam3, LinkParam3, MiniprogramParam3, SetConclusionsParam, TextParam2

__all__ = [
    "OPERATION",
    "REQUEST",
    "ImageParam3",
    "LinkParam3",
    "MiniprogramParam3",
    "SetConclusionsParam",
    "TextParam2",
    "UpdateContactWayAnswer",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/update_contact_way",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/92228#更新企业已配置的「联系我」方式",
    title="更新企业已配置的「联系我」方式",
    effect="write",
)

REQUEST = Object(
    {
        "config_id": String(min_length=1),
        "remark": String(max_length=30),
        "skip_verify": Boolean(),
        "style": Integer(
            enum={1: "first look", 2: "second look", 3: "third look, for one member (type 1) alone"}
        ),
        "state": String(),
        "user": Array(String(min_length=1), min_items=1, max_items=100),
        "party": Array(Integer(), min_items=1),
        "expires_in": Integer(),
        "chat_expires_in": Integer(),
        "unionid": String(min_length=1),
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
    required=("config_id",),
)


def build_request(
    config_id: str,
    *,
    remark: str | None = None,
    skip_verify: bool | None = None,
    style: int | None = None,
    state: str | None = None,
    user: Sequence[str] | None = None,
    party: Sequence[int] | None = None,
    expires_in: int | None = None,
    chat_expires_in: int | None = None,
    unionid: str | None = None,
    mark_source: bool | None = None,
    conclusions: SetConclusionsParam | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `update_contact_way` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "config_id": config_id,
            "remark": remark,
            "skip_verify": skip_verify,
            "style": style,
            "state": state,
            "user": user,
            "party": party,
            "expires_in": expires_in,
            "chat_expires_in": chat_expires_in,
            "unionid": unionid,
            "mark_source": mark_source,
            "conclusions": conclusions,
        },
        _settings,
        extra,
    )


class UpdateContactWayAnswer(Answer):
    """The answer of `update_contact_way`."""


class _Methods(_Bound):
    """`update_contact_way` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def update_contact_way(
        self,
        config_id: str,
        *,
        remark: str | None = None,
        skip_verify: bool | None = None,
        style: int | None = None,
        state: str | None = None,
        user: Sequence[str] | None = None,
        party: Sequence[int] | None = None,
        expires_in: int | None = None,
        chat_expires_in: int | None = None,
        unionid: str | None = None,
        mark_source: bool | None = None,
        conclusions: SetConclusionsParam | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> UpdateContactWayAnswer:
        """更新企业已配置的「联系我」方式

        Changes a contact way: the members behind it, its reminder, mark and look, and what ends
        a temporary chat. The lists and the reminder that are given take the place of the old
        ones.

        Args:
            config_id: Id of the contact way. Not empty.
            remark: Reminder for yourself, what the contact way is for. At most 30 characters.
            skip_verify: Whether customers become contacts at once, without the member's
                consent.
            style: Look of the button in the mini program (scene 1). The page shows each look.
                1: first look; 2: second look; 3: third look, for one member (type 1) alone.
            state: Mark of your own that tells channels apart. `externalcontact.get` returns it
                for each customer who came this way.
            user: Userids of the members behind the contact way. 1 to 100 elements. Each not
                empty.
            party: Ids of the departments whose members stand behind the contact way. They count
                only for a contact way of type 2. At least 1 element.
            expires_in: How long the QR code of a temporary chat is good, in seconds.
            chat_expires_in: How long a temporary chat lasts from when the contact was added, in
                seconds.
            unionid: Unionid of the customer who may have the temporary chat. Left out, anybody
                may. Not empty.
            mark_source: Whether customers who come this way are marked as having come by a
                contact way of this application. It counts for applications for customer
                acquisition (营销获客) alone. Left out, it is True.
            conclusions: What the customer receives by itself when the temporary chat ends: a
                text, or one of image, link and mini program, or both. Annotate a variable for
                it as SetConclusionsParam, from wecom_client.externalcontact.
                text (optional): The text of the message. Required unless image, link or
                    miniprogram is given.
                image (optional): A picture, named by media_id alone.
                link (optional): A link, shown with title, description and picture. Ignored
                    where image is given; together they give a warning.
                miniprogram (optional): A page of a mini program. Ignored where image or link is
                    given; together they give a warning.

        Returns:
            UpdateContactWayAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40003 invalid userid; 40007 the media_id is wrong, expired or of another
                kind of media; 40066 the list of departments is empty or names an unknown one;
                41041 too many people stand behind one contact way; 41042 invalid style; 41043
                config_id is missing; 41044 invalid config_id; 41054 the member has never logged
                in or is not verified; 41057 no WeChat developer account is bound; 60030 outside
                the application's visible range; 84074 no external contact permission.

        A call whose outcome is unknown is sent again. It overwrites, so twice leaves what once
        leaves.

        Document: https://developer.work.weixin.qq.com/document/path/92228#更新企业已配置的「联系我」方式 (2025-12-11)
        """
        request = build_request(
            config_id,
            remark=remark,
            skip_verify=skip_verify,
            style=style,
            state=state,
            user=user,
            party=party,
            expires_in=expires_in,
            chat_expires_in=chat_expires_in,
            unionid=unionid,
            mark_source=mark_source,
            conclusions=conclusions,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, UpdateContactWayAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`update_contact_way` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def update_contact_way(
        self,
        config_id: str,
        *,
        remark: str | None = None,
        skip_verify: bool | None = None,
        style: int | None = None,
        state: str | None = None,
        user: Sequence[str] | None = None,
        party: Sequence[int] | None = None,
        expires_in: int | None = None,
        chat_expires_in: int | None = None,
        unionid: str | None = None,
        mark_source: bool | None = None,
        conclusions: SetConclusionsParam | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> UpdateContactWayAnswer:
        """更新企业已配置的「联系我」方式

        Changes a contact way: the members behind it, its reminder, mark and look, and what ends
        a temporary chat. The lists and the reminder that are given take the place of the old
        ones.

        Args:
            config_id: Id of the contact way. Not empty.
            remark: Reminder for yourself, what the contact way is for. At most 30 characters.
            skip_verify: Whether customers become contacts at once, without the member's
                consent.
            style: Look of the button in the mini program (scene 1). The page shows each look.
                1: first look; 2: second look; 3: third look, for one member (type 1) alone.
            state: Mark of your own that tells channels apart. `externalcontact.get` returns it
                for each customer who came this way.
            user: Userids of the members behind the contact way. 1 to 100 elements. Each not
                empty.
            party: Ids of the departments whose members stand behind the contact way. They count
                only for a contact way of type 2. At least 1 element.
            expires_in: How long the QR code of a temporary chat is good, in seconds.
            chat_expires_in: How long a temporary chat lasts from when the contact was added, in
                seconds.
            unionid: Unionid of the customer who may have the temporary chat. Left out, anybody
                may. Not empty.
            mark_source: Whether customers who come this way are marked as having come by a
                contact way of this application. It counts for applications for customer
                acquisition (营销获客) alone. Left out, it is True.
            conclusions: What the customer receives by itself when the temporary chat ends: a
                text, or one of image, link and mini program, or both. Annotate a variable for
                it as SetConclusionsParam, from wecom_client.externalcontact.
                text (optional): The text of the message. Required unless image, link or
                    miniprogram is given.
                image (optional): A picture, named by media_id alone.
                link (optional): A link, shown with title, description and picture. Ignored
                    where image is given; together they give a warning.
                miniprogram (optional): A page of a mini program. Ignored where image or link is
                    given; together they give a warning.

        Returns:
            UpdateContactWayAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40003 invalid userid; 40007 the media_id is wrong, expired or of another
                kind of media; 40066 the list of departments is empty or names an unknown one;
                41041 too many people stand behind one contact way; 41042 invalid style; 41043
                config_id is missing; 41044 invalid config_id; 41054 the member has never logged
                in or is not verified; 41057 no WeChat developer account is bound; 60030 outside
                the application's visible range; 84074 no external contact permission.

        A call whose outcome is unknown is sent again. It overwrites, so twice leaves what once
        leaves.

        Document: https://developer.work.weixin.qq.com/document/path/92228#更新企业已配置的「联系我」方式 (2025-12-11)
        """
        request = build_request(
            config_id,
            remark=remark,
            skip_verify=skip_verify,
            style=style,
            state=state,
            user=user,
            party=party,
            expires_in=expires_in,
            chat_expires_in=chat_expires_in,
            unionid=unionid,
            mark_source=mark_source,
            conclusions=conclusions,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, UpdateContactWayAnswer, self._rules)
