# Generated from specs/externalcontact/customer_acquisition/list_link.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取获客链接列表

Lists the ids of the customer acquisition links that this application made and that are still
good, page by page. Pass each answer's next_cursor as the next call's cursor; `get` tells what
stands behind an id.

Permissions:
    Every application: The system application for customer contact (客户联系) may not call it.
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用).
    Applications developed on behalf (代开发应用): Permission 企业客户权限 > 获客助手.
    Third-party applications (第三方应用): Permission 企业客户权限 > 获客助手; an application
        for customer acquisition (营销获客) needs 建联客户信息.

Notes:
    The page does not say how the last page is told from others. In `customer` it is an empty
        next_cursor.

Document: https://developer.work.weixin.qq.com/document/path/97297#获取获客链接列表 (2025-11-17)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..._runtime.answers import Answer
from ..._runtime.checks import Integer, Object, String
from ..._runtime.jobs.async_jobs import AsyncItems
from ..._runtime.jobs.declarations import Pagination
from ..._runtime.jobs.sync_jobs import Items
from ..._runtime.namespace import AsyncBound as _AsyncBound
from ..._runtime.namespace import Bound as _Bound
from ..._runtime.records import values
from ..._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "PAGES", "PAGINATION", "REQUEST", "ListLinkAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/customer_acquisition/list_link",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/97297#获取获客链接列表",
    title="获取获客链接列表",
    effect="read",
)

REQUEST = Object({"limit": Integer(maximum=100), "cursor": String()})


def build_request(
    *,
    limit: int | None = None,
    cursor: str | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `list_link` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "limit": limit,
            "cursor": cursor,
        },
        _settings,
        extra,
    )


class ListLinkAnswer(Answer):
    """The answer of `list_link`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("link_id_list") is None` asks, and type checkers
    let it pass.
    """

    link_id_list: tuple[str, ...] = values()
    """Ids of the links of this page."""
    next_cursor: str
    """Cursor of the next page."""


PAGINATION: Pagination[str] = Pagination(
    OPERATION,
    REQUEST,
    ListLinkAnswer,
    position="cursor",
    next="next_cursor",
    size="limit",
    items="link_id_list",
)

PAGES = PAGINATION


class _Methods(_Bound):
    """`list_link` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def list_link(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> ListLinkAnswer:
        """获取获客链接列表

        Lists the ids of the customer acquisition links that this application made and that are
        still good, page by page. Pass each answer's next_cursor as the next call's cursor;
        `get` tells what stands behind an id.

        Args:
            limit: Greatest number of links in the answer. At most 100.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.

        Returns:
            ListLinkAnswer: link_id_list, next_cursor.

        Raises:
            APIError: 40058 malformed or out-of-range argument; 48002 the application may not
                call this API; 50100 the cursor of the pages is wrong.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/97297#获取获客链接列表 (2025-11-17)
        """
        request = build_request(
            limit=limit,
            cursor=cursor,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, ListLinkAnswer, self._rules)

    def iter_list_link(
        self,
        *,
        cursor: str | None = None,
        page_size: int = 100,
        extra: Mapping[str, Any] | None = None,
    ) -> Items[str]:
        """获取获客链接列表

        Lists the ids of the customer acquisition links that this application made and that are
        still good, page by page. Pass each answer's next_cursor as the next call's cursor;
        `get` tells what stands behind an id.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of links in the answer. At most 100. Left out, it is 100.

        Returns:
            Items: an iterator of str. Its `position` is the cursor to pass in order to go on
                from there.

        Raises:
            APIError: while iterating: 40058 malformed or out-of-range argument; 48002 the
                application may not call this API; 50100 the cursor of the pages is wrong.

        Document: https://developer.work.weixin.qq.com/document/path/97297#获取获客链接列表 (2025-11-17)
        """
        return self._client._pagination(PAGINATION, {}, cursor, page_size, extra, self._rules)


class _AsyncMethods(_AsyncBound):
    """`list_link` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def list_link(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> ListLinkAnswer:
        """获取获客链接列表

        Lists the ids of the customer acquisition links that this application made and that are
        still good, page by page. Pass each answer's next_cursor as the next call's cursor;
        `get` tells what stands behind an id.

        Args:
            limit: Greatest number of links in the answer. At most 100.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.

        Returns:
            ListLinkAnswer: link_id_list, next_cursor.

        Raises:
            APIError: 40058 malformed or out-of-range argument; 48002 the application may not
                call this API; 50100 the cursor of the pages is wrong.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/97297#获取获客链接列表 (2025-11-17)
        """
        request = build_request(
            limit=limit,
            cursor=cursor,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, ListLinkAnswer, self._rules)

    def iter_list_link(
        self,
        *,
        cursor: str | None = None,
        page_size: int = 100,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncItems[str]:
        """获取获客链接列表

        Lists the ids of the customer acquisition links that this application made and that are
        still good, page by page. Pass each answer's next_cursor as the next call's cursor;
        `get` tells what stands behind an id.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of links in the answer. At most 100. Left out, it is 100.

        Returns:
            AsyncItems: for `async for`, without `await`, an iterator of str. Its `position` is
                the cursor to pass in order to go on from there.

        Raises:
            APIError: while iterating: 40058 malformed or out-of-range argument; 48002 the
                application may not call this API; 50100 the cursor of the pages is wrong.

        Document: https://developer.work.weixin.qq.com/document/path/97297#获取获客链接列表 (2025-11-17)
        """
        return self._client._pagination(PAGINATION, {}, cursor, page_size, extra, self._rules)
