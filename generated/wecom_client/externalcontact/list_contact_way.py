# Generated from specs/externalcontact/list_contact_way.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取企业已配置的「联系我」列表

Lists the ids of the company's contact ways that were made within an interval, by default the
last 90 days, page by page. Pass each answer's next_cursor as the next call's cursor;
`get_contact_way` tells what stands behind an id.

Permissions:
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 配置「联系我」二维码.
    Third-party applications (第三方应用): Permission 配置「联系我」二维码 (an application for
        customer acquisition, 营销获客, has 「联系我」二维码 chosen as its 客户建联方式).

Notes:
    Contact ways made before 2021-07-10 are not listed, and neither are those for temporary
        chats.

Document: https://developer.work.weixin.qq.com/document/path/92228#获取企业已配置的「联系我」列表 (2025-12-11)
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
    "ContactWayItem",
    "ListContactWayAnswer",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/list_contact_way",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/92228#获取企业已配置的「联系我」列表",
    title="获取企业已配置的「联系我」列表",
    effect="read",
)

REQUEST = Object(
    {
        "start_time": Integer(),
        "end_time": Integer(),
        "cursor": String(),
        "limit": Integer(maximum=1000),
    }
)


def build_request(
    *,
    start_time: int | None = None,
    end_time: int | None = None,
    cursor: str | None = None,
    limit: int | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `list_contact_way` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "start_time": start_time,
            "end_time": end_time,
            "cursor": cursor,
            "limit": limit,
        },
        _settings,
        extra,
    )


class ContactWayItem(Record):
    """One contact way."""

    config_id: str
    """Id of the contact way."""


class ListContactWayAnswer(Answer):
    """The answer of `list_contact_way`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("contact_way") is None` asks, and type checkers let
    it pass.
    """

    contact_way: tuple[ContactWayItem, ...] = many(ContactWayItem)
    """The contact ways of this page."""
    next_cursor: str
    """Cursor of the next page. Empty when there are no more contact ways."""


PAGINATION: Pagination[ContactWayItem] = Pagination(
    OPERATION,
    REQUEST,
    ListContactWayAnswer,
    position="cursor",
    next="next_cursor",
    size="limit",
    items="contact_way",
)

PAGES = PAGINATION


class _Methods(_Bound):
    """`list_contact_way` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def list_contact_way(
        self,
        *,
        start_time: int | None = None,
        end_time: int | None = None,
        cursor: str | None = None,
        limit: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> ListContactWayAnswer:
        """获取企业已配置的「联系我」列表

        Lists the ids of the company's contact ways that were made within an interval, by
        default the last 90 days, page by page. Pass each answer's next_cursor as the next
        call's cursor; `get_contact_way` tells what stands behind an id.

        Args:
            start_time: Only contact ways made at this time or later, Unix seconds. Left out,
                those of the last 90 days.
            end_time: Only contact ways made up to this time, Unix seconds. Left out, up to now.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            limit: Greatest number of contact ways in the answer. At most 1000. Left out, it is
                100.

        Returns:
            ListContactWayAnswer: contact_way, next_cursor.

        Raises:
            APIError: 40058 malformed or out-of-range argument; 701101 limit is above 1000;
                701105 invalid cursor.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92228#获取企业已配置的「联系我」列表 (2025-12-11)
        """
        request = build_request(
            start_time=start_time,
            end_time=end_time,
            cursor=cursor,
            limit=limit,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, ListContactWayAnswer, self._rules)

    def iter_list_contact_way(
        self,
        *,
        start_time: int | None = None,
        end_time: int | None = None,
        cursor: str | None = None,
        page_size: int = 1000,
        extra: Mapping[str, Any] | None = None,
    ) -> Items[ContactWayItem]:
        """获取企业已配置的「联系我」列表

        Lists the ids of the company's contact ways that were made within an interval, by
        default the last 90 days, page by page. Pass each answer's next_cursor as the next
        call's cursor; `get_contact_way` tells what stands behind an id.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            start_time: Only contact ways made at this time or later, Unix seconds. Left out,
                those of the last 90 days.
            end_time: Only contact ways made up to this time, Unix seconds. Left out, up to now.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of contact ways in the answer. At most 1000. Left out, it
                is 1000.

        Returns:
            Items: an iterator of ContactWayItem. Its `position` is the cursor to pass in order
                to go on from there.

        Raises:
            APIError: while iterating: 40058 malformed or out-of-range argument; 701101 limit is
                above 1000; 701105 invalid cursor.

        Document: https://developer.work.weixin.qq.com/document/path/92228#获取企业已配置的「联系我」列表 (2025-12-11)
        """
        return self._client._pagination(
            PAGINATION,
            {"start_time": start_time, "end_time": end_time},
            cursor,
            page_size,
            extra,
            self._rules,
        )


class _AsyncMethods(_AsyncBound):
    """`list_contact_way` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def list_contact_way(
        self,
        *,
        start_time: int | None = None,
        end_time: int | None = None,
        cursor: str | None = None,
        limit: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> ListContactWayAnswer:
        """获取企业已配置的「联系我」列表

        Lists the ids of the company's contact ways that were made within an interval, by
        default the last 90 days, page by page. Pass each answer's next_cursor as the next
        call's cursor; `get_contact_way` tells what stands behind an id.

        Args:
            start_time: Only contact ways made at this time or later, Unix seconds. Left out,
                those of the last 90 days.
            end_time: Only contact ways made up to this time, Unix seconds. Left out, up to now.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            limit: Greatest number of contact ways in the answer. At most 1000. Left out, it is
                100.

        Returns:
            ListContactWayAnswer: contact_way, next_cursor.

        Raises:
            APIError: 40058 malformed or out-of-range argument; 701101 limit is above 1000;
                701105 invalid cursor.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92228#获取企业已配置的「联系我」列表 (2025-12-11)
        """
        request = build_request(
            start_time=start_time,
            end_time=end_time,
            cursor=cursor,
            limit=limit,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, ListContactWayAnswer, self._rules)

    def iter_list_contact_way(
        self,
        *,
        start_time: int | None = None,
        end_time: int | None = None,
        cursor: str | None = None,
        page_size: int = 1000,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncItems[ContactWayItem]:
        """获取企业已配置的「联系我」列表

        Lists the ids of the company's contact ways that were made within an interval, by
        default the last 90 days, page by page. Pass each answer's next_cursor as the next
        call's cursor; `get_contact_way` tells what stands behind an id.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            start_time: Only contact ways made at this time or later, Unix seconds. Left out,
                those of the last 90 days.
            end_time: Only contact ways made up to this time, Unix seconds. Left out, up to now.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of contact ways in the answer. At most 1000. Left out, it
                is 1000.

        Returns:
            AsyncItems: for `async for`, without `await`, an iterator of ContactWayItem. Its
                `position` is the cursor to pass in order to go on from there.

        Raises:
            APIError: while iterating: 40058 malformed or out-of-range argument; 701101 limit is
                above 1000; 701105 invalid cursor.

        Document: https://developer.work.weixin.qq.com/document/path/92228#获取企业已配置的「联系我」列表 (2025-12-11)
        """
        return self._client._pagination(
            PAGINATION,
            {"start_time": start_time, "end_time": end_time},
            cursor,
            page_size,
            extra,
            self._rules,
        )
