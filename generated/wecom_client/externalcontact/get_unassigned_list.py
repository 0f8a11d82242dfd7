# Generated from specs/externalcontact/get_unassigned_list.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取待分配的离职成员列表

Lists the customers of members who left the company, page by page, one record for each customer
of each member. `resigned.transfer_customer` hands them over. Pass each answer's next_cursor as
the next call's cursor.

Permissions:
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用).
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户联系 >
        分配离职成员的客户.

Notes:
    The page mentions page_id, an older way of paging, without listing it: a call with cursor
        does not need it, and answers to calls with page_id have no next_cursor.

Document: https://developer.work.weixin.qq.com/document/path/92124 (2023-12-01)
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
    "GetUnassignedListAnswer",
    "InfoItem",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/get_unassigned_list",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/92124",
    title="获取待分配的离职成员列表",
    effect="read",
)

REQUEST = Object({"page_size": Integer(maximum=1000), "cursor": String()})


def build_request(
    *,
    page_size: int | None = None,
    cursor: str | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get_unassigned_list` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "page_size": page_size,
            "cursor": cursor,
        },
        _settings,
        extra,
    )


class InfoItem(Record):
    """One customer of one member who left."""

    handover_userid: str
    """Userid of the member who left."""
    external_userid: str
    """External userid of the customer."""
    dimission_time: int
    """When the member left, Unix seconds."""


class GetUnassignedListAnswer(Answer):
    """The answer of `get_unassigned_list`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("info") is None` asks, and type checkers let it
    pass.
    """

    info: tuple[InfoItem, ...] = many(InfoItem)
    """The records of this page."""
    is_last: bool
    """Whether the records end with this page."""
    next_cursor: str
    """Cursor of the next page. Empty when there are no more records."""


PAGINATION: Pagination[InfoItem] = Pagination(
    OPERATION,
    REQUEST,
    GetUnassignedListAnswer,
    position="cursor",
    next="next_cursor",
    size="page_size",
    items="info",
)

PAGES = PAGINATION


class _Methods(_Bound):
    """`get_unassigned_list` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get_unassigned_list(
        self,
        *,
        page_size: int | None = None,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetUnassignedListAnswer:
        """获取待分配的离职成员列表

        Lists the customers of members who left the company, page by page, one record for each
        customer of each member. `resigned.transfer_customer` hands them over. Pass each
        answer's next_cursor as the next call's cursor.

        Args:
            page_size: Greatest number of records in the answer. At most 1000. Left out, it is
                1000.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.

        Returns:
            GetUnassignedListAnswer: info, is_last, next_cursor.

        Raises:
            APIError: 84074 no external contact permission; 701101 limit is above 1000; 701105
                invalid cursor.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92124 (2023-12-01)
        """
        request = build_request(
            page_size=page_size,
            cursor=cursor,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetUnassignedListAnswer, self._rules)

    def iter_get_unassigned_list(
        self,
        *,
        cursor: str | None = None,
        page_size: int = 1000,
        extra: Mapping[str, Any] | None = None,
    ) -> Items[InfoItem]:
        """获取待分配的离职成员列表

        Lists the customers of members who left the company, page by page, one record for each
        customer of each member. `resigned.transfer_customer` hands them over. Pass each
        answer's next_cursor as the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of records in the answer. At most 1000. Left out, it is
                1000.

        Returns:
            Items: an iterator of InfoItem. Its `position` is the cursor to pass in order to go
                on from there.

        Raises:
            APIError: while iterating: 84074 no external contact permission; 701101 limit is
                above 1000; 701105 invalid cursor.

        Document: https://developer.work.weixin.qq.com/document/path/92124 (2023-12-01)
        """
        return self._client._pagination(PAGINATION, {}, cursor, page_size, extra, self._rules)


class _AsyncMethods(_AsyncBound):
    """`get_unassigned_list` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get_unassigned_list(
        self,
        *,
        page_size: int | None = None,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetUnassignedListAnswer:
        """获取待分配的离职成员列表

        Lists the customers of members who left the company, page by page, one record for each
        customer of each member. `resigned.transfer_customer` hands them over. Pass each
        answer's next_cursor as the next call's cursor.

        Args:
            page_size: Greatest number of records in the answer. At most 1000. Left out, it is
                1000.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.

        Returns:
            GetUnassignedListAnswer: info, is_last, next_cursor.

        Raises:
            APIError: 84074 no external contact permission; 701101 limit is above 1000; 701105
                invalid cursor.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92124 (2023-12-01)
        """
        request = build_request(
            page_size=page_size,
            cursor=cursor,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetUnassignedListAnswer, self._rules)

    def iter_get_unassigned_list(
        self,
        *,
        cursor: str | None = None,
        page_size: int = 1000,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncItems[InfoItem]:
        """获取待分配的离职成员列表

        Lists the customers of members who left the company, page by page, one record for each
        customer of each member. `resigned.transfer_customer` hands them over. Pass each
        answer's next_cursor as the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of records in the answer. At most 1000. Left out, it is
                1000.

        Returns:
            AsyncItems: for `async for`, without `await`, an iterator of InfoItem. Its
                `position` is the cursor to pass in order to go on from there.

        Raises:
            APIError: while iterating: 84074 no external contact permission; 701101 limit is
                above 1000; 701105 invalid cursor.

        Document: https://developer.work.weixin.qq.com/document/path/92124 (2023-12-01)
        """
        return self._client._pagination(PAGINATION, {}, cursor, page_size, extra, self._rules)
