# Generated from specs/externalcontact/get_product_album_list.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取商品图册列表

Lists the products of the company's product albums, page by page. Pass each answer's next_cursor
as the next call's cursor.

Permissions:
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用. The answer has what belongs to members in its visible range, and
        nothing of others.
    Applications developed on behalf (代开发应用): Permission 管理商品图册.
    Third-party applications (第三方应用): Permission 管理商品图册.

Notes:
    The page does not say what the cursor of the last page is. As with the other lists, it is
        taken to be empty or missing.
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/95096#获取商品图册列表 (2023-12-15)
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
from .._runtime.records import many
from .._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import Attachment2, MediaImage, Product

__all__ = [
    "OPERATION",
    "PAGES",
    "PAGINATION",
    "REQUEST",
    "Attachment2",
    "GetProductAlbumListAnswer",
    "MediaImage",
    "Product",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/get_product_album_list",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/95096#获取商品图册列表",
    title="获取商品图册列表",
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
    """Check the arguments of `get_product_album_list` and return what would be sent; nothing is sent here.

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


class GetProductAlbumListAnswer(Answer):
    """The answer of `get_product_album_list`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("next_cursor") is None` asks, and type checkers let
    it pass.
    """

    next_cursor: str
    """Cursor of the next page."""
    product_list: tuple[Product, ...] = many(Product)
    """The products of this page."""


PAGINATION: Pagination[Product] = Pagination(
    OPERATION,
    REQUEST,
    GetProductAlbumListAnswer,
    position="cursor",
    next="next_cursor",
    size="limit",
    items="product_list",
)

PAGES = PAGINATION


class _Methods(_Bound):
    """`get_product_album_list` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get_product_album_list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetProductAlbumListAnswer:
        """获取商品图册列表

        Lists the products of the company's product albums, page by page. Pass each answer's
        next_cursor as the next call's cursor.

        Args:
            limit: Greatest number of products in the answer. The platform takes a greater one
                for the default. At most 100. Left out, it is 50.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.

        Returns:
            GetProductAlbumListAnswer: next_cursor, product_list.

        Raises:
            APIError: 48002 the application may not call this API; 701105 invalid cursor.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/95096#获取商品图册列表 (2023-12-15)
        """
        request = build_request(
            limit=limit,
            cursor=cursor,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetProductAlbumListAnswer, self._rules)

    def iter_get_product_album_list(
        self,
        *,
        cursor: str | None = None,
        page_size: int = 100,
        extra: Mapping[str, Any] | None = None,
    ) -> Items[Product]:
        """获取商品图册列表

        Lists the products of the company's product albums, page by page. Pass each answer's
        next_cursor as the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of products in the answer. The platform takes a greater
                one for the default. At most 100. Left out, it is 100.

        Returns:
            Items: an iterator of Product. Its `position` is the cursor to pass in order to go
                on from there.

        Raises:
            APIError: while iterating: 48002 the application may not call this API; 701105
                invalid cursor.

        Document: https://developer.work.weixin.qq.com/document/path/95096#获取商品图册列表 (2023-12-15)
        """
        return self._client._pagination(PAGINATION, {}, cursor, page_size, extra, self._rules)


class _AsyncMethods(_AsyncBound):
    """`get_product_album_list` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get_product_album_list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetProductAlbumListAnswer:
        """获取商品图册列表

        Lists the products of the company's product albums, page by page. Pass each answer's
        next_cursor as the next call's cursor.

        Args:
            limit: Greatest number of products in the answer. The platform takes a greater one
                for the default. At most 100. Left out, it is 50.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.

        Returns:
            GetProductAlbumListAnswer: next_cursor, product_list.

        Raises:
            APIError: 48002 the application may not call this API; 701105 invalid cursor.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/95096#获取商品图册列表 (2023-12-15)
        """
        request = build_request(
            limit=limit,
            cursor=cursor,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetProductAlbumListAnswer, self._rules)

    def iter_get_product_album_list(
        self,
        *,
        cursor: str | None = None,
        page_size: int = 100,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncItems[Product]:
        """获取商品图册列表

        Lists the products of the company's product albums, page by page. Pass each answer's
        next_cursor as the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of products in the answer. The platform takes a greater
                one for the default. At most 100. Left out, it is 100.

        Returns:
            AsyncItems: for `async for`, without `await`, an iterator of Product. Its `position`
                is the cursor to pass in order to go on from there.

        Raises:
            APIError: while iterating: 48002 the application may not call this API; 701105
                invalid cursor.

        Document: https://developer.work.weixin.qq.com/document/path/95096#获取商品图册列表 (2023-12-15)
        """
        return self._client._pagination(PAGINATION, {}, cursor, page_size, extra, self._rules)
