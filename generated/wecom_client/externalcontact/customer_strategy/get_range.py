# Generated from specs/externalcontact/customer_strategy/get_range.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取规则组管理范围

Lists the members and departments that one rule group for customer contact is for, page by page.
Pass each answer's next_cursor as the next call's cursor.

Permissions:
    Every application: An application sees and manages only the rule groups that it made itself.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 管理客户联系规则组.
    Third-party applications (第三方应用): Permission 管理客户联系规则组.

Notes:
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/94883#获取规则组管理范围 (2023-12-01)
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
    "GetRangeAnswer",
    "RangeItem",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/customer_strategy/get_range",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/94883#获取规则组管理范围",
    title="获取规则组管理范围",
    effect="read",
)

REQUEST = Object(
    {"strategy_id": Integer(), "cursor": String(), "limit": Integer(maximum=1000)},
    required=("strategy_id",),
)


def build_request(
    strategy_id: int,
    *,
    cursor: str | None = None,
    limit: int | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get_range` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "strategy_id": strategy_id,
            "cursor": cursor,
            "limit": limit,
        },
        _settings,
        extra,
    )


class RangeItem(Record):
    """A member or a department in the range of a rule group."""

    type: int
    """What the node is. 1: member; 2: department."""
    userid: str | None
    """Userid of the member. Present only if type is 1."""
    partyid: int | None
    """Id of the department. Present only if type is 2."""


class GetRangeAnswer(Answer):
    """The answer of `get_range`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("range") is None` asks, and type checkers let it
    pass.
    """

    range: tuple[RangeItem, ...] = many(RangeItem)
    """The members and departments of this page."""
    next_cursor: str | None
    """Cursor of the next page. Present only if there are more members and departments."""


PAGINATION: Pagination[RangeItem] = Pagination(
    OPERATION,
    REQUEST,
    GetRangeAnswer,
    position="cursor",
    next="next_cursor",
    size="limit",
    items="range",
)

PAGES = PAGINATION


class _Methods(_Bound):
    """`get_range` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get_range(
        self,
        strategy_id: int,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetRangeAnswer:
        """获取规则组管理范围

        Lists the members and departments that one rule group for customer contact is for, page
        by page. Pass each answer's next_cursor as the next call's cursor.

        Args:
            strategy_id: Id of the rule group.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            limit: Greatest number of members and departments in the answer. At most 1000. Left
                out, it is 1000.

        Returns:
            GetRangeAnswer: range, next_cursor.

        Raises:
            APIError: 48002 the application may not call this API; 50100 the cursor of the pages
                is wrong; 60030 outside the application's visible range.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/94883#获取规则组管理范围 (2023-12-01)
        """
        request = build_request(
            strategy_id,
            cursor=cursor,
            limit=limit,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetRangeAnswer, self._rules)

    def iter_get_range(
        self,
        strategy_id: int,
        *,
        cursor: str | None = None,
        page_size: int = 1000,
        extra: Mapping[str, Any] | None = None,
    ) -> Items[RangeItem]:
        """获取规则组管理范围

        Lists the members and departments that one rule group for customer contact is for, page
        by page. Pass each answer's next_cursor as the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            strategy_id: Id of the rule group.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of members and departments in the answer. At most 1000.
                Left out, it is 1000.

        Returns:
            Items: an iterator of RangeItem. Its `position` is the cursor to pass in order to go
                on from there.

        Raises:
            APIError: while iterating: 48002 the application may not call this API; 50100 the
                cursor of the pages is wrong; 60030 outside the application's visible range.

        Document: https://developer.work.weixin.qq.com/document/path/94883#获取规则组管理范围 (2023-12-01)
        """
        return self._client._pagination(
            PAGINATION, {"strategy_id": strategy_id}, cursor, page_size, extra, self._rules
        )


class _AsyncMethods(_AsyncBound):
    """`get_range` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get_range(
        self,
        strategy_id: int,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetRangeAnswer:
        """获取规则组管理范围

        Lists the members and departments that one rule group for customer contact is for, page
        by page. Pass each answer's next_cursor as the next call's cursor.

        Args:
            strategy_id: Id of the rule group.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            limit: Greatest number of members and departments in the answer. At most 1000. Left
                out, it is 1000.

        Returns:
            GetRangeAnswer: range, next_cursor.

        Raises:
            APIError: 48002 the application may not call this API; 50100 the cursor of the pages
                is wrong; 60030 outside the application's visible range.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/94883#获取规则组管理范围 (2023-12-01)
        """
        request = build_request(
            strategy_id,
            cursor=cursor,
            limit=limit,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetRangeAnswer, self._rules)

    def iter_get_range(
        self,
        strategy_id: int,
        *,
        cursor: str | None = None,
        page_size: int = 1000,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncItems[RangeItem]:
        """获取规则组管理范围

        Lists the members and departments that one rule group for customer contact is for, page
        by page. Pass each answer's next_cursor as the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            strategy_id: Id of the rule group.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of members and departments in the answer. At most 1000.
                Left out, it is 1000.

        Returns:
            AsyncItems: for `async for`, without `await`, an iterator of RangeItem. Its
                `position` is the cursor to pass in order to go on from there.

        Raises:
            APIError: while iterating: 48002 the application may not call this API; 50100 the
                cursor of the pages is wrong; 60030 outside the application's visible range.

        Document: https://developer.work.weixin.qq.com/document/path/94883#获取规则组管理范围 (2023-12-01)
        """
        return self._client._pagination(
            PAGINATION, {"strategy_id": strategy_id}, cursor, page_size, extra, self._rules
        )
