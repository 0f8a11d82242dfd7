# Generated from specs/externalcontact/batch/get_by_user.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""批量获取客户详情

Returns the customers of given members in pages, each with its details and what the member noted
about it. A customer of several members comes once for each. Pass each answer's next_cursor as
the next call's cursor.

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
    Where none of the members has a valid licence for external contact the call fails with
        701008. Where some have none, it succeeds and names these in fail_info.
    The platform itself takes a limit above the greatest one as the greatest.
    Since 2025-12-18 applications of providers (服务商应用) get less, says the overview of
        customer contact. In a trial, only customers added during it or in the month before the
        authorization. Where single members authorized the application (成员授权), only
        customers of those who have used it. Where a company uses it little, only customers of
        active members; where a company has not used it for long, none. A callback announces the
        last two; they begin if nothing has changed a week later.
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/92994 (2025-11-17)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..._runtime.answers import Answer
from ..._runtime.checks import Array, Integer, Object, String
from ..._runtime.jobs.async_jobs import AsyncItems
from ..._runtime.jobs.declarations import Pagination
from ..._runtime.jobs.sync_jobs import Items
from ..._runtime.namespace import AsyncBound as _AsyncBound
from ..._runtime.namespace import Bound as _Bound
from ..._runtime.records import Record, many, one, values
from ..._runtime.request import DEFAULTS, Operation, Request, Settings
from ...externalcontact._shapes import (
    ExternalAttrItem,
    ExternalAttrItemMiniprogram,
    ExternalAttrItemText,
    ExternalProfile,
    Web,
)
from ...externalcontact._shapes import ExternalContact as ExternalContact2

__all__ = [
    "OPERATION",
    "PAGES",
    "PAGINATION",
    "REQUEST",
    "ExternalAttrItem",
    "ExternalAttrItemMiniprogram",
    "ExternalAttrItemText",
    "ExternalContact",
    "ExternalContact2",
    "ExternalProfile",
    "FailInfo",
    "FollowInfo",
    "GetByUserAnswer",
    "Web",
    "WechatChannels",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/batch/get_by_user",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/92994",
    title="批量获取客户详情",
    effect="read",
)

REQUEST = Object(
    {
        "userid_list": Array(String(min_length=1), min_items=1, max_items=100),
        "cursor": String(),
        "limit": Integer(maximum=100),
    },
    required=("userid_list",),
)


def build_request(
    userid_list: Sequence[str],
    *,
    cursor: str | None = None,
    limit: int | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get_by_user` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "userid_list": userid_list,
            "cursor": cursor,
            "limit": limit,
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


class FollowInfo(Record):
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
    tag_id: tuple[str, ...] = values()
    """Ids of the tags that the member gave the customer, those of the company and of rule groups.
    The member's own tags are not among them.
    """


class ExternalContact(Record):
    """A customer of a member."""

    external_contact: ExternalContact2 = one(ExternalContact2)
    """A customer, or another external contact."""
    follow_info: FollowInfo = one(FollowInfo)
    """A member who has added the contact, and what the member noted about it."""


class FailInfo(Record):
    """What could not be answered."""

    unlicensed_userid_list: tuple[str, ...] = values()
    """Userids of the members asked for who have no valid licence for external contact
    (互通许可).
    """


class GetByUserAnswer(Answer):
    """The answer of `get_by_user`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("external_contact_list") is None` asks, and type
    checkers let it pass.
    """

    external_contact_list: tuple[ExternalContact, ...] = many(ExternalContact)
    """The records of this page."""
    next_cursor: str
    """Cursor of the next page. Empty when there are no more records."""
    fail_info: FailInfo | None = one(FailInfo)
    """What could not be answered. Present only if some of the members have no valid licence for
    external contact.
    """


PAGINATION: Pagination[ExternalContact] = Pagination(
    OPERATION,
    REQUEST,
    GetByUserAnswer,
    position="cursor",
    next="next_cursor",
    size="limit",
    items="external_contact_list",
    parameter="userid_list",
    skipped="fail_info.unlicensed_userid_list",
    skipped_when=(701008,),
    argument="userid_list",
)

PAGES = PAGINATION


class _Methods(_Bound):
    """`get_by_user` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get_by_user(
        self,
        userid_list: Sequence[str],
        *,
        cursor: str | None = None,
        limit: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetByUserAnswer:
        """批量获取客户详情

        Returns the customers of given members in pages, each with its details and what the
        member noted about it. A customer of several members comes once for each. Pass each
        answer's next_cursor as the next call's cursor.

        Args:
            userid_list: Userids of the members. 1 to 100 elements. Each not empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out or empty
                for the first page.
            limit: Greatest number of records in the answer. At most 100. Left out, it is 50.

        Returns:
            GetByUserAnswer: external_contact_list, next_cursor, fail_info.

        Raises:
            APIError: 40003 invalid userid; 40031 invalid list of userids; 48002 the application
                may not call this API; 48011 the member is not active enough for customer data;
                50100 the cursor of the pages is wrong; 60011 no permission for this member,
                department or tag; 60030 outside the application's visible range; 84061 no such
                external contact relation; 84074 no external contact permission; 701008 none of
                the members has a licence for external contact.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92994 (2025-11-17)
        """
        request = build_request(
            userid_list,
            cursor=cursor,
            limit=limit,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetByUserAnswer, self._rules)

    def iter_get_by_user(
        self,
        userid_list: Iterable[str],
        *,
        page_size: int = 100,
        extra: Mapping[str, Any] | None = None,
    ) -> Items[ExternalContact]:
        """批量获取客户详情

        Returns the customers of given members in pages, each with its details and what the
        member noted about it. A customer of several members comes once for each. Pass each
        answer's next_cursor as the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.
        Takes any number of userid_list, 100 a call, each of them once.

        Args:
            userid_list: Userids of the members. Each not empty. Any number; of equal ones the
                first counts.
            page_size: Greatest number of records in the answer. At most 100. Left out, it is
                100.

        Returns:
            Items: an iterator of ExternalContact. Its `position` is the userid_list to pass in
                order to go on from there. Its `skipped` has those that the platform passed over
                so far.

        Raises:
            APIError: while iterating: 40003 invalid userid; 40031 invalid list of userids;
                48002 the application may not call this API; 48011 the member is not active
                enough for customer data; 50100 the cursor of the pages is wrong; 60011 no
                permission for this member, department or tag; 60030 outside the application's
                visible range; 84061 no such external contact relation; 84074 no external
                contact permission; 701008 none of the members has a licence for external
                contact.

        Document: https://developer.work.weixin.qq.com/document/path/92994 (2025-11-17)
        """
        return self._client._pagination(PAGINATION, {}, userid_list, page_size, extra, self._rules)


class _AsyncMethods(_AsyncBound):
    """`get_by_user` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get_by_user(
        self,
        userid_list: Sequence[str],
        *,
        cursor: str | None = None,
        limit: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetByUserAnswer:
        """批量获取客户详情

        Returns the customers of given members in pages, each with its details and what the
        member noted about it. A customer of several members comes once for each. Pass each
        answer's next_cursor as the next call's cursor.

        Args:
            userid_list: Userids of the members. 1 to 100 elements. Each not empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out or empty
                for the first page.
            limit: Greatest number of records in the answer. At most 100. Left out, it is 50.

        Returns:
            GetByUserAnswer: external_contact_list, next_cursor, fail_info.

        Raises:
            APIError: 40003 invalid userid; 40031 invalid list of userids; 48002 the application
                may not call this API; 48011 the member is not active enough for customer data;
                50100 the cursor of the pages is wrong; 60011 no permission for this member,
                department or tag; 60030 outside the application's visible range; 84061 no such
                external contact relation; 84074 no external contact permission; 701008 none of
                the members has a licence for external contact.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92994 (2025-11-17)
        """
        request = build_request(
            userid_list,
            cursor=cursor,
            limit=limit,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetByUserAnswer, self._rules)

    def iter_get_by_user(
        self,
        userid_list: Iterable[str],
        *,
        page_size: int = 100,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncItems[ExternalContact]:
        """批量获取客户详情

        Returns the customers of given members in pages, each with its details and what the
        member noted about it. A customer of several members comes once for each. Pass each
        answer's next_cursor as the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.
        Takes any number of userid_list, 100 a call, each of them once.

        Args:
            userid_list: Userids of the members. Each not empty. Any number; of equal ones the
                first counts.
            page_size: Greatest number of records in the answer. At most 100. Left out, it is
                100.

        Returns:
            AsyncItems: for `async for`, without `await`, an iterator of ExternalContact. Its
                `position` is the userid_list to pass in order to go on from there. Its
                `skipped` has those that the platform passed over so far.

        Raises:
            APIError: while iterating: 40003 invalid userid; 40031 invalid list of userids;
                48002 the application may not call this API; 48011 the member is not active
                enough for customer data; 50100 the cursor of the pages is wrong; 60011 no
                permission for this member, department or tag; 60030 outside the application's
                visible range; 84061 no such external contact relation; 84074 no external
                contact permission; 701008 none of the members has a licence for external
                contact.

        Document: https://developer.work.weixin.qq.com/document/path/92994 (2025-11-17)
        """
        return self._client._pagination(PAGINATION, {}, userid_list, page_size, extra, self._rules)
