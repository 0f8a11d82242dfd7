# Generated from specs/externalcontact/get.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取客户详情

Returns one customer or other external contact, and every member who has added it, with remark,
tags and the way that it came. Of more than 500 such members an answer has a part; pass its
next_cursor as the next call's cursor.

Permissions:
    Every application: An application gets only members in its visible range. One for customer
        acquisition (营销获客) gets only the customers that it brought, and only if the member
        who follows them is in its visible range or among the members with whom customers can be
        connected (客户可建联的成员范围).
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 客户基础信息.
    Third-party applications (第三方应用): Permission 客户基础信息; an application for customer
        acquisition (营销获客) has 建联客户信息.

Notes:
    unionid needs a WeChat developer id: in the admin console under 客户联系 > 客户 > API
        (家校沟通 > 家校沟通 > API where the company has that in its place), bind an official
        account or a mini program of the company's own legal entity, which has to be bound to
        the WeChat Open Platform, too. One can be bound.
    Since 2025-12-18 applications of providers (服务商应用) get less, says the overview of
        customer contact. In a trial, only customers added during it or in the month before the
        authorization. Where single members authorized the application (成员授权), only
        customers of those who have used it. Where a company uses it little, only customers of
        active members; where a company has not used it for long, none. A callback announces the
        last two; they begin if nothing has changed a week later.
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/92114 (2025-12-19)
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable, Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Object, String
from .._runtime.jobs.async_jobs import AsyncItems, AsyncOutcomes
from .._runtime.jobs.declarations import Bulk, Pagination
from .._runtime.jobs.results import Progress
from .._runtime.jobs.sync_jobs import Items, Outcomes
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.records import Record, many, one, values
from .._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import (
    ExternalAttrItem,
    ExternalAttrItemMiniprogram,
    ExternalAttrItemText,
    ExternalContact,
    ExternalProfile,
    Web,
)

__all__ = [
    "BULK",
    "OPERATION",
    "PAGES",
    "PAGINATION",
    "REQUEST",
    "ExternalAttrItem",
    "ExternalAttrItemMiniprogram",
    "ExternalAttrItemText",
    "ExternalContact",
    "ExternalProfile",
    "FollowUserItem",
    "GetAnswer",
    "Tag",
    "Web",
    "WechatChannels",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/get",
    method="GET",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/92114",
    title="获取客户详情",
    effect="read",
)

REQUEST = Object(
    {"external_userid": String(min_length=1), "cursor": String()}, required=("external_userid",)
)


def build_request(
    external_userid: str,
    *,
    cursor: str | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "external_userid": external_userid,
            "cursor": cursor,
        },
        _settings,
        extra,
    )


class WechatChannels(Record):
    """The WeChat Channels account that the contact came from."""

    nickname: str
    """Name of the account."""
    source: int
    """Where in WeChat Channels the contact was added. It is 0 for contacts added before
    2022-04-21, and where WeChat is older than 8.0.20 (iOS) or 8.0.21 (Android). 0: unknown; 1:
    the account's home page; 2: a live room of the account; 3: the account's form for leads.
    """


class Tag(Record):
    """One tag."""

    group_name: str
    """Name of the tag's group."""
    tag_name: str
    """Name of the tag."""
    type: int
    """Whose tag it is. 1: the company's; 2: the member's own; 3: a rule group's."""
    tag_id: str | None
    """Id of the tag. Never for a member's own tag (type 2)."""


class FollowUserItem(Record):
    """A member who has added the contact, and what the member noted about it."""

    userid: str
    """Userid of the member."""
    remark: str
    """Name that the member gave the contact."""
    description: str
    """What the member wrote about the contact."""
    createtime: int
    """When the member added the contact, Unix seconds."""
    remark_corp_name: str | None
    """Company that the member noted for the contact. Present only for WeChat users."""
    remark_mobiles: tuple[str, ...] = values()
    """Mobile numbers that the member noted for the contact. Not in the example's record of a
    member who noted none; never for third-party applications and those that a provider
    develops, nor for an upstream company about customers of a downstream one.
    """
    add_way: int
    """How the contact came to be added. The values are the platform's; state is the company's own
    mark of the channel. 0: unknown; 1: a QR code was scanned; 2: searched by mobile number; 3:
    a contact card was shared; 4: from a group chat; 5: from the phone's address book; 6: from
    the WeChat contacts; 8: a member serving customers, added when a third-party application was
    installed; 9: searched by mail address; 10: from a WeChat Channels account; 11: a
    participant of a calendar event; 12: a participant of a meeting; 13: the WeCom account of a
    WeChat friend was added; 14: by the dedicated customer service of a smart device; 15: by the
    customer service for visits at home; 16: by a customer acquisition link; 17: by custom
    development; 18: by an answer to a request; 21: by the presales customer service of a third
    party; 22: a possible business partner; 24: a friend request that the WeChat account had
    received was accepted; 201: shared by another member of the company; 202: assigned by an
    administrator or a person in charge.
    """
    wechat_channels: WechatChannels | None = one(WechatChannels)
    """The WeChat Channels account that the contact came from. Present only if add_way is 10."""
    oper_userid: str
    """Who started it. If the member added the contact, the member's userid; if the contact added
    the member, the contact's external userid; if it was shared or assigned, the userid of the
    member or administrator who did so.
    """
    state: str | None
    """Mark of the channel that the contact came by, as it was set for the contact way (「联系我」)
    or, as customer_channel, in the customer acquisition link. Present only for contacts who
    came by a contact way or link that has a state.
    """
    tags: tuple[Tag, ...] = many(Tag)
    """The tags that the member gave the contact. Tags need WeCom 2.7.5 or later. Not in the
    example's record of a member who gave none.
    """


class GetAnswer(Answer):
    """The answer of `get`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("external_contact") is None` asks, and type
    checkers let it pass.
    """

    external_contact: ExternalContact = one(ExternalContact)
    """A customer, or another external contact."""
    follow_user: tuple[FollowUserItem, ...] = many(FollowUserItem)
    """The members who have added the contact, or those of this page."""
    next_cursor: str | None
    """Cursor of the next page of members. Present only if more than 500 members have added the
    contact.
    """


PAGINATION: Pagination[FollowUserItem] = Pagination(
    OPERATION, REQUEST, GetAnswer, position="cursor", next="next_cursor", items="follow_user"
)

PAGES = PAGINATION

BULK: Bulk[GetAnswer] = Bulk(
    OPERATION,
    REQUEST,
    GetAnswer,
    parameter="external_userid",
    argument="external_userids",
    pagination=PAGINATION,
)


class _Methods(_Bound):
    """`get` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get(
        self,
        external_userid: str,
        *,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetAnswer:
        """获取客户详情

        Returns one customer or other external contact, and every member who has added it, with
        remark, tags and the way that it came. Of more than 500 such members an answer has a
        part; pass its next_cursor as the next call's cursor.

        Args:
            external_userid: External userid of the contact; the userid of a member does not
                serve. Not empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.

        Returns:
            GetAnswer: external_contact, follow_user, next_cursor.

        Raises:
            APIError: 40096 invalid external contact userid; 41035 the userid of the external
                contact is missing; 48002 the application may not call this API; 48011 the
                member is not active enough for customer data; 60011 no permission for this
                member, department or tag; 60030 outside the application's visible range; 84061
                no such external contact relation.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92114 (2025-12-19)
        """
        request = build_request(
            external_userid,
            cursor=cursor,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetAnswer, self._rules)

    def iter_get(
        self,
        external_userid: str,
        *,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Items[FollowUserItem]:
        """获取客户详情

        Returns one customer or other external contact, and every member who has added it, with
        remark, tags and the way that it came. Of more than 500 such members an answer has a
        part; pass its next_cursor as the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            external_userid: External userid of the contact; the userid of a member does not
                serve. Not empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.

        Returns:
            Items: an iterator of FollowUserItem. Its `position` is the cursor to pass in order
                to go on from there.

        Raises:
            APIError: while iterating: 40096 invalid external contact userid; 41035 the userid
                of the external contact is missing; 48002 the application may not call this API;
                48011 the member is not active enough for customer data; 60011 no permission for
                this member, department or tag; 60030 outside the application's visible range;
                84061 no such external contact relation.

        Document: https://developer.work.weixin.qq.com/document/path/92114 (2025-12-19)
        """
        return self._client._pagination(
            PAGINATION, {"external_userid": external_userid}, cursor, None, extra, self._rules
        )

    def get_many(
        self,
        external_userids: Iterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Outcomes[GetAnswer]:
        """获取客户详情

        Returns one customer or other external contact, and every member who has added it, with
        remark, tags and the way that it came. Of more than 500 such members an answer has a
        part; pass its next_cursor as the next call's cursor.

        Makes one call for each of any number of external_userids, several at the same time. It
        slows down by itself where the platform answers that calls come too often, and then
        recovers. An element whose call fails has its error in its outcome; the others go on. Of
        an answer in pages all are read: follow_user has the records of all of them.

        Args:
            external_userids: Any iterable, taken from while the calls go on. Of each element:
                External userid of the contact; the userid of a member does not serve. Not
                empty.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            Outcomes: an iterator of Outcome, each with `key`, `answer` (GetAnswer, or None) and
                `error` (a WeComError, or None). Close it, or use it in a `with` statement, to
                end the job early.

        Document: https://developer.work.weixin.qq.com/document/path/92114 (2025-12-19)
        """
        return self._client._bulk(
            BULK, {}, external_userids, concurrency, rate, ordered, on_progress, extra, self._rules
        )


class _AsyncMethods(_AsyncBound):
    """`get` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get(
        self,
        external_userid: str,
        *,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetAnswer:
        """获取客户详情

        Returns one customer or other external contact, and every member who has added it, with
        remark, tags and the way that it came. Of more than 500 such members an answer has a
        part; pass its next_cursor as the next call's cursor.

        Args:
            external_userid: External userid of the contact; the userid of a member does not
                serve. Not empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.

        Returns:
            GetAnswer: external_contact, follow_user, next_cursor.

        Raises:
            APIError: 40096 invalid external contact userid; 41035 the userid of the external
                contact is missing; 48002 the application may not call this API; 48011 the
                member is not active enough for customer data; 60011 no permission for this
                member, department or tag; 60030 outside the application's visible range; 84061
                no such external contact relation.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92114 (2025-12-19)
        """
        request = build_request(
            external_userid,
            cursor=cursor,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetAnswer, self._rules)

    def iter_get(
        self,
        external_userid: str,
        *,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncItems[FollowUserItem]:
        """获取客户详情

        Returns one customer or other external contact, and every member who has added it, with
        remark, tags and the way that it came. Of more than 500 such members an answer has a
        part; pass its next_cursor as the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            external_userid: External userid of the contact; the userid of a member does not
                serve. Not empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.

        Returns:
            AsyncItems: for `async for`, without `await`, an iterator of FollowUserItem. Its
                `position` is the cursor to pass in order to go on from there.

        Raises:
            APIError: while iterating: 40096 invalid external contact userid; 41035 the userid
                of the external contact is missing; 48002 the application may not call this API;
                48011 the member is not active enough for customer data; 60011 no permission for
                this member, department or tag; 60030 outside the application's visible range;
                84061 no such external contact relation.

        Document: https://developer.work.weixin.qq.com/document/path/92114 (2025-12-19)
        """
        return self._client._pagination(
            PAGINATION, {"external_userid": external_userid}, cursor, None, extra, self._rules
        )

    def get_many(
        self,
        external_userids: Iterable[str] | AsyncIterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[GetAnswer]:
        """获取客户详情

        Returns one customer or other external contact, and every member who has added it, with
        remark, tags and the way that it came. Of more than 500 such members an answer has a
        part; pass its next_cursor as the next call's cursor.

        Makes one call for each of any number of external_userids, several at the same time. It
        slows down by itself where the platform answers that calls come too often, and then
        recovers. An element whose call fails has its error in its outcome; the others go on. Of
        an answer in pages all are read: follow_user has the records of all of them.

        Args:
            external_userids: Any iterable, an asynchronous one too, taken from while the calls
                go on. Of each element: External userid of the contact; the userid of a member
                does not serve. Not empty.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            AsyncOutcomes: for `async for`, without `await`, an iterator of Outcome, each with
                `key`, `answer` (GetAnswer, or None) and `error` (a WeComError, or None).
                `await` its `aclose`, or use it in an `async with` statement, to end the job
                early.

        Document: https://developer.work.weixin.qq.com/document/path/92114 (2025-12-19)
        """
        return self._client._bulk(
            BULK, {}, external_userids, concurrency, rate, ordered, on_progress, extra, self._rules
        )
