# Generated from specs/externalcontact/groupchat/list.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取客户群列表

Lists the company's customer groups, page by page, with the follow-up status of each; filtered
by status, by owner or by both. Pass each answer's next_cursor as the next call's cursor.

Permissions:
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用). The owners of the groups must be in the
        application's visible range.
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户基础信息. The owners of
        the groups must be in the application's visible range.

Notes:
    Only groups for which customer group management was set up are listed.
    Paging by offset and limit is obsolete and ended where offset + limit passed 50000; paging
        by cursor has no such end.

Document: https://developer.work.weixin.qq.com/document/path/92120 (2025-01-13)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..._runtime.answers import Answer
from ..._runtime.checks import Array, Integer, Object, String
from ..._runtime.jobs.async_jobs import AsyncItems
from ..._runtime.jobs.declarations import Pagination
from ..._runtime.jobs.sync_jobs import Items
from ..._runtime.namespace import AsyncBound as _AsyncBound
from ..._runtime.namespace import Bound as _Bound
from ..._runtime.records import Record, many
from ..._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import OwnerFilterParam

__all__ = [
    "OPERATION",
    "PAGES",
    "PAGINATION",
    "REQUEST",
    "GroupChat",
    "ListAnswer",
    "OwnerFilterParam",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/groupchat/list",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/92120",
    title="获取客户群列表",
    effect="read",
)

REQUEST = Object(
    {
        "status_filter": Integer(
            enum={
                0: "every group (no filter)",
                1: "owner resigned, waiting for a new owner",
                2: "being handed on",
                3: "handed on",
            }
        ),
        "owner_filter": Object(
            {"userid_list": Array(String(min_length=1), min_items=1, max_items=100)},
            required=("userid_list",),
        ),
        "cursor": String(),
        "limit": Integer(minimum=1, maximum=1000),
    },
    required=("limit",),
)


def build_request(
    limit: int,
    *,
    status_filter: int | None = None,
    owner_filter: OwnerFilterParam | None = None,
    cursor: str | None = None,
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
            "limit": limit,
            "status_filter": status_filter,
            "owner_filter": owner_filter,
            "cursor": cursor,
        },
        _settings,
        extra,
    )


class GroupChat(Record):
    """One group."""

    chat_id: str
    """Id of the group. The company and each provider have ids of their own for the same group."""
    status: int
    """How the group is looked after. 0: owner is with the company; 1: owner resigned; 2: being
    handed on; 3: handed on.
    """


class ListAnswer(Answer):
    """The answer of `list`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("group_chat_list") is None` asks, and type checkers
    let it pass.
    """

    group_chat_list: tuple[GroupChat, ...] = many(GroupChat)
    """The groups of this page."""
    next_cursor: str
    """Cursor of the next page. Empty when there are no more groups."""


PAGINATION: Pagination[GroupChat] = Pagination(
    OPERATION,
    REQUEST,
    ListAnswer,
    position="cursor",
    next="next_cursor",
    size="limit",
    items="group_chat_list",
)

PAGES = PAGINATION


class _Methods(_Bound):
    """`list` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def list(
        self,
        limit: int,
        *,
        status_filter: int | None = None,
        owner_filter: OwnerFilterParam | None = None,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> ListAnswer:
        """获取客户群列表

        Lists the company's customer groups, page by page, with the follow-up status of each;
        filtered by status, by owner or by both. Pass each answer's next_cursor as the next
        call's cursor.

        Args:
            limit: Greatest number of groups in the answer. 1 to 1000.
            status_filter: Only groups in this stage of being handed on. 0: every group (no
                filter); 1: owner resigned, waiting for a new owner; 2: being handed on; 3:
                handed on. Left out, it is 0.
            owner_filter: Only groups of these owners. Without it (not advised), groups of every
                owner in the application's visible range; with more than 1000 people in that
                range the call then fails with 81017. Groups of owners who have resigned come
                only with a filter that names these owners. Annotate a variable for it as
                OwnerFilterParam, from wecom_client.externalcontact.groupchat.
                userid_list (required): Userids of the owners. 1 to 100 elements. Each not
                    empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.

        Returns:
            ListAnswer: group_chat_list, next_cursor.

        Raises:
            APIError: 40031 invalid list of userids; 45029 the answer is too large; 60030
                outside the application's visible range; 81017 more than 1,000 people visible
                and no owner filter given; 701101 limit is above 1000; 701102 more than 100
                users; 701105 invalid cursor.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92120 (2025-01-13)
        """
        request = build_request(
            limit,
            status_filter=status_filter,
            owner_filter=owner_filter,
            cursor=cursor,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, ListAnswer, self._rules)

    def iter_list(
        self,
        *,
        status_filter: int | None = None,
        owner_filter: OwnerFilterParam | None = None,
        cursor: str | None = None,
        page_size: int = 1000,
        extra: Mapping[str, Any] | None = None,
    ) -> Items[GroupChat]:
        """获取客户群列表

        Lists the company's customer groups, page by page, with the follow-up status of each;
        filtered by status, by owner or by both. Pass each answer's next_cursor as the next
        call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            status_filter: Only groups in this stage of being handed on. 0: every group (no
                filter); 1: owner resigned, waiting for a new owner; 2: being handed on; 3:
                handed on. Left out, it is 0.
            owner_filter: Only groups of these owners. Without it (not advised), groups of every
                owner in the application's visible range; with more than 1000 people in that
                range the call then fails with 81017. Groups of owners who have resigned come
                only with a filter that names these owners. Annotate a variable for it as
                OwnerFilterParam, from wecom_client.externalcontact.groupchat.
                userid_list (required): Userids of the owners. 1 to 100 elements. Each not
                    empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of groups in the answer. 1 to 1000. Left out, it is 1000.

        Returns:
            Items: an iterator of GroupChat. Its `position` is the cursor to pass in order to go
                on from there.

        Raises:
            APIError: while iterating: 40031 invalid list of userids; 45029 the answer is too
                large; 60030 outside the application's visible range; 81017 more than 1,000
                people visible and no owner filter given; 701101 limit is above 1000; 701102
                more than 100 users; 701105 invalid cursor.

        Document: https://developer.work.weixin.qq.com/document/path/92120 (2025-01-13)
        """
        return self._client._pagination(
            PAGINATION,
            {"status_filter": status_filter, "owner_filter": owner_filter},
            cursor,
            page_size,
            extra,
            self._rules,
        )


class _AsyncMethods(_AsyncBound):
    """`list` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def list(
        self,
        limit: int,
        *,
        status_filter: int | None = None,
        owner_filter: OwnerFilterParam | None = None,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> ListAnswer:
        """获取客户群列表

        Lists the company's customer groups, page by page, with the follow-up status of each;
        filtered by status, by owner or by both. Pass each answer's next_cursor as the next
        call's cursor.

        Args:
            limit: Greatest number of groups in the answer. 1 to 1000.
            status_filter: Only groups in this stage of being handed on. 0: every group (no
                filter); 1: owner resigned, waiting for a new owner; 2: being handed on; 3:
                handed on. Left out, it is 0.
            owner_filter: Only groups of these owners. Without it (not advised), groups of every
                owner in the application's visible range; with more than 1000 people in that
                range the call then fails with 81017. Groups of owners who have resigned come
                only with a filter that names these owners. Annotate a variable for it as
                OwnerFilterParam, from wecom_client.externalcontact.groupchat.
                userid_list (required): Userids of the owners. 1 to 100 elements. Each not
                    empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.

        Returns:
            ListAnswer: group_chat_list, next_cursor.

        Raises:
            APIError: 40031 invalid list of userids; 45029 the answer is too large; 60030
                outside the application's visible range; 81017 more than 1,000 people visible
                and no owner filter given; 701101 limit is above 1000; 701102 more than 100
                users; 701105 invalid cursor.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92120 (2025-01-13)
        """
        request = build_request(
            limit,
            status_filter=status_filter,
            owner_filter=owner_filter,
            cursor=cursor,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, ListAnswer, self._rules)

    def iter_list(
        self,
        *,
        status_filter: int | None = None,
        owner_filter: OwnerFilterParam | None = None,
        cursor: str | None = None,
        page_size: int = 1000,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncItems[GroupChat]:
        """获取客户群列表

        Lists the company's customer groups, page by page, with the follow-up status of each;
        filtered by status, by owner or by both. Pass each answer's next_cursor as the next
        call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            status_filter: Only groups in this stage of being handed on. 0: every group (no
                filter); 1: owner resigned, waiting for a new owner; 2: being handed on; 3:
                handed on. Left out, it is 0.
            owner_filter: Only groups of these owners. Without it (not advised), groups of every
                owner in the application's visible range; with more than 1000 people in that
                range the call then fails with 81017. Groups of owners who have resigned come
                only with a filter that names these owners. Annotate a variable for it as
                OwnerFilterParam, from wecom_client.externalcontact.groupchat.
                userid_list (required): Userids of the owners. 1 to 100 elements. Each not
                    empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of groups in the answer. 1 to 1000. Left out, it is 1000.

        Returns:
            AsyncItems: for `async for`, without `await`, an iterator of GroupChat. Its
                `position` is the cursor to pass in order to go on from there.

        Raises:
            APIError: while iterating: 40031 invalid list of userids; 45029 the answer is too
                large; 60030 outside the application's visible range; 81017 more than 1,000
                people visible and no owner filter given; 701101 limit is above 1000; 701102
                more than 100 users; 701105 invalid cursor.

        Document: https://developer.work.weixin.qq.com/document/path/92120 (2025-01-13)
        """
        return self._client._pagination(
            PAGINATION,
            {"status_filter": status_filter, "owner_filter": owner_filter},
            cursor,
            page_size,
            extra,
            self._rules,
        )
