# Generated from specs/externalcontact/contact_list.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取已服务的外部联系人

Lists every external contact that the company has served, page by page, customers and others:
one record for each member who added it and each group that it is in. Pass each answer's
next_cursor as the next call's cursor.

Permissions:
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Not supported so far.
    Third-party applications (第三方应用): Not supported so far.

Notes:
    Customers have both ids; of other external contacts there is nothing but the temporary one.
    Each call without a cursor gives all contacts new temporary ids and begins with a new
        next_cursor, so ids of two passes cannot be compared.
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/99434 (2023-11-30)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Integer, Object, String
from .._runtime.jobs.async_jobs import AsyncItems
from .._runtime.jobs.declarations import Pagination
from .._runtime.jobs.sync_jobs import Items
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.records import Record, many
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "OPERATION",
    "PAGES",
    "PAGINATION",
    "REQUEST",
    "ContactListAnswer",
    "Info",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/contact_list",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/99434",
    title="获取已服务的外部联系人",
    effect="read",
)

REQUEST = Object({"cursor": String(), "limit": Integer()})


def build_request(
    *,
    cursor: str | None = None,
    limit: int | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `contact_list` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "cursor": cursor,
            "limit": limit,
        },
        _settings,
        extra,
    )


class Info(Record):
    """A contact of a member, or in a group."""

    is_customer: bool
    """Whether a member marked the contact as a customer."""
    tmp_openid: str
    """Temporary id of the contact, by which its records are told from those of others. It is the
    same within one pass, from the first page to the last, and lasts 4 hours; the next pass has
    other ids.
    """
    external_userid: str | None
    """External userid of the contact. Present only for customers."""
    name: str | None
    """Nickname of the contact, partly hidden. Present only for contacts who are no customers."""
    follow_userid: str | None
    """Userid of the member who added the contact, or of the owner of the group that it is in. Not
    in the example's record with chat_id.
    """
    chat_id: str | None
    """Id of the group that the contact is in. Present only for a group that a member marked as a
    customer group.
    """
    chat_name: str | None
    """Name of the group that the contact is in. Present only for a group that no member marked as
    a customer group.
    """
    add_time: int
    """When the contact was first added, or joined the group, Unix seconds."""


class ContactListAnswer(Answer):
    """The answer of `contact_list`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("info_list") is None` asks, and type checkers let
    it pass.
    """

    info_list: tuple[Info, ...] = many(Info)
    """The records of this page."""
    next_cursor: str
    """Cursor of the next page, for 4 hours. Empty when there are no more records."""


PAGINATION: Pagination[Info] = Pagination(
    OPERATION,
    REQUEST,
    ContactListAnswer,
    position="cursor",
    next="next_cursor",
    size="limit",
    items="info_list",
)

PAGES = PAGINATION


class _Methods(_Bound):
    """`contact_list` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def contact_list(
        self,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> ContactListAnswer:
        """获取已服务的外部联系人

        Lists every external contact that the company has served, page by page, customers and
        others: one record for each member who added it and each group that it is in. Pass each
        answer's next_cursor as the next call's cursor.

        Args:
            cursor: Where to go on, the next_cursor of the previous answer. Left out or empty
                for the first page, which begins a new pass. It does not last, so do not keep it
                for later.
            limit: Greatest number of records in the answer. Left out, it is 1000.

        Returns:
            ContactListAnswer: info_list, next_cursor.

        Raises:
            APIError: 48002 the application may not call this API; 50100 the cursor of the pages
                is wrong.

        A call whose outcome is unknown is sent again. It only reads; a first page that is asked
        for again begins a pass of its own.

        Document: https://developer.work.weixin.qq.com/document/path/99434 (2023-11-30)
        """
        request = build_request(
            cursor=cursor,
            limit=limit,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, ContactListAnswer, self._rules)

    def iter_contact_list(
        self,
        *,
        cursor: str | None = None,
        page_size: int = 1000,
        extra: Mapping[str, Any] | None = None,
    ) -> Items[Info]:
        """获取已服务的外部联系人

        Lists every external contact that the company has served, page by page, customers and
        others: one record for each member who added it and each group that it is in. Pass each
        answer's next_cursor as the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            cursor: Where to go on, the next_cursor of the previous answer. Left out or empty
                for the first page, which begins a new pass. It does not last, so do not keep it
                for later.
            page_size: Greatest number of records in the answer. Left out, it is 1000.

        Returns:
            Items: an iterator of Info. Its `position` is the cursor to pass in order to go on
                from there.

        Raises:
            APIError: while iterating: 48002 the application may not call this API; 50100 the
                cursor of the pages is wrong.

        Document: https://developer.work.weixin.qq.com/document/path/99434 (2023-11-30)
        """
        return self._client._pagination(PAGINATION, {}, cursor, page_size, extra, self._rules)


class _AsyncMethods(_AsyncBound):
    """`contact_list` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def contact_list(
        self,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> ContactListAnswer:
        """获取已服务的外部联系人

        Lists every external contact that the company has served, page by page, customers and
        others: one record for each member who added it and each group that it is in. Pass each
        answer's next_cursor as the next call's cursor.

        Args:
            cursor: Where to go on, the next_cursor of the previous answer. Left out or empty
                for the first page, which begins a new pass. It does not last, so do not keep it
                for later.
            limit: Greatest number of records in the answer. Left out, it is 1000.

        Returns:
            ContactListAnswer: info_list, next_cursor.

        Raises:
            APIError: 48002 the application may not call this API; 50100 the cursor of the pages
                is wrong.

        A call whose outcome is unknown is sent again. It only reads; a first page that is asked
        for again begins a pass of its own.

        Document: https://developer.work.weixin.qq.com/document/path/99434 (2023-11-30)
        """
        request = build_request(
            cursor=cursor,
            limit=limit,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, ContactListAnswer, self._rules)

    def iter_contact_list(
        self,
        *,
        cursor: str | None = None,
        page_size: int = 1000,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncItems[Info]:
        """获取已服务的外部联系人

        Lists every external contact that the company has served, page by page, customers and
        others: one record for each member who added it and each group that it is in. Pass each
        answer's next_cursor as the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            cursor: Where to go on, the next_cursor of the previous answer. Left out or empty
                for the first page, which begins a new pass. It does not last, so do not keep it
                for later.
            page_size: Greatest number of records in the answer. Left out, it is 1000.

        Returns:
            AsyncItems: for `async for`, without `await`, an iterator of Info. Its `position` is
                the cursor to pass in order to go on from there.

        Raises:
            APIError: while iterating: 48002 the application may not call this API; 50100 the
                cursor of the pages is wrong.

        Document: https://developer.work.weixin.qq.com/document/path/99434 (2023-11-30)
        """
        return self._client._pagination(PAGINATION, {}, cursor, page_size, extra, self._rules)
