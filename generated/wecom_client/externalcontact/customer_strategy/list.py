# Generated from specs/externalcontact/customer_strategy/list.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取规则组列表

Lists the ids of the company's rule groups for customer contact, page by page. Pass each
answer's next_cursor as the next call's cursor.

Permissions:
    Every application: An application sees and manages only the rule groups that it made itself.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 管理客户联系规则组.
    Third-party applications (第三方应用): Permission 管理客户联系规则组.

Notes:
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/94883#获取规则组列表 (2023-12-01)
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
from ..._runtime.records import Record, many
from ..._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "OPERATION",
    "PAGES",
    "PAGINATION",
    "REQUEST",
    "ListAnswer",
    "StrategyItem",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/customer_strategy/list",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/94883#获取规则组列表",
    title="获取规则组列表",
    effect="read",
)

REQUEST = Object({"cursor": String(), "limit": Integer(maximum=1000)})


def build_request(
    *,
    cursor: str | None = None,
    limit: int | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `list` and return what would be sent; nothing is sent here.

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


class StrategyItem(Record):
    """One rule group."""

    strategy_id: int
    """Id of the rule group."""


class ListAnswer(Answer):
    """The answer of `list`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("strategy") is None` asks, and type checkers let it
    pass.
    """

    strategy: tuple[StrategyItem, ...] = many(StrategyItem)
    """The rule groups of this page."""
    next_cursor: str | None
    """Cursor of the next page. Present only if there are more rule groups."""


PAGINATION: Pagination[StrategyItem] = Pagination(
    OPERATION,
    REQUEST,
    ListAnswer,
    position="cursor",
    next="next_cursor",
    size="limit",
    items="strategy",
)

PAGES = PAGINATION


class _Methods(_Bound):
    """`list` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def list(
        self,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> ListAnswer:
        """获取规则组列表

        Lists the ids of the company's rule groups for customer contact, page by page. Pass each
        answer's next_cursor as the next call's cursor.

        Args:
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            limit: Greatest number of rule groups in the answer. At most 1000. Left out, it is
                1000.

        Returns:
            ListAnswer: strategy, next_cursor.

        Raises:
            APIError: 48002 the application may not call this API; 50100 the cursor of the pages
                is wrong.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/94883#获取规则组列表 (2023-12-01)
        """
        request = build_request(
            cursor=cursor,
            limit=limit,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, ListAnswer, self._rules)

    def iter_list(
        self,
        *,
        cursor: str | None = None,
        page_size: int = 1000,
        extra: Mapping[str, Any] | None = None,
    ) -> Items[StrategyItem]:
        """获取规则组列表

        Lists the ids of the company's rule groups for customer contact, page by page. Pass each
        answer's next_cursor as the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of rule groups in the answer. At most 1000. Left out, it
                is 1000.

        Returns:
            Items: an iterator of StrategyItem. Its `position` is the cursor to pass in order to
                go on from there.

        Raises:
            APIError: while iterating: 48002 the application may not call this API; 50100 the
                cursor of the pages is wrong.

        Document: https://developer.work.weixin.qq.com/document/path/94883#获取规则组列表 (2023-12-01)
        """
        return self._client._pagination(PAGINATION, {}, cursor, page_size, extra, self._rules)


class _AsyncMethods(_AsyncBound):
    """`list` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def list(
        self,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> ListAnswer:
        """获取规则组列表

        Lists the ids of the company's rule groups for customer contact, page by page. Pass each
        answer's next_cursor as the next call's cursor.

        Args:
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            limit: Greatest number of rule groups in the answer. At most 1000. Left out, it is
                1000.

        Returns:
            ListAnswer: strategy, next_cursor.

        Raises:
            APIError: 48002 the application may not call this API; 50100 the cursor of the pages
                is wrong.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/94883#获取规则组列表 (2023-12-01)
        """
        request = build_request(
            cursor=cursor,
            limit=limit,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, ListAnswer, self._rules)

    def iter_list(
        self,
        *,
        cursor: str | None = None,
        page_size: int = 1000,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncItems[StrategyItem]:
        """获取规则组列表

        Lists the ids of the company's rule groups for customer contact, page by page. Pass each
        answer's next_cursor as the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of rule groups in the answer. At most 1000. Left out, it
                is 1000.

        Returns:
            AsyncItems: for `async for`, without `await`, an iterator of StrategyItem. Its
                `position` is the cursor to pass in order to go on from there.

        Raises:
            APIError: while iterating: 48002 the application may not call this API; 50100 the
                cursor of the pages is wrong.

        Document: https://developer.work.weixin.qq.com/document/path/94883#获取规则组列表 (2023-12-01)
        """
        return self._client._pagination(PAGINATION, {}, cursor, page_size, extra, self._rules)
