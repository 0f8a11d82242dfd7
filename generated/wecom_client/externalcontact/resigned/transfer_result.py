# Generated from specs/externalcontact/resigned/transfer_result.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""查询客户接替状态

Says of the customers who were handed over from a member who left to another one
(`transfer_customer`) how far each transfer has come, page by page. Pass each answer's
next_cursor as the next call's cursor.

Permissions:
    Every application: The member who takes over must be in the application's visible range.
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用), or of the 「客户联系」 secret.
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户联系 > 在职继承. The
        page asks for this one, which by its name is about members in service.

Notes:
    Customers of members in service are asked for with `externalcontact.transfer_result`.
    An older operation for the results of transfers is not developed further.
    The page does not say how the last page is told from others. Elsewhere it is an empty
        next_cursor.
    The page dates from before 2023-12-01, when other pages of customer contact ended the use of
        the 「客户联系」 secret.

Document: https://developer.work.weixin.qq.com/document/path/94082 (2021-03-24)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..._runtime.answers import Answer
from ..._runtime.checks import Object, String
from ..._runtime.jobs.async_jobs import AsyncItems
from ..._runtime.jobs.declarations import Pagination
from ..._runtime.jobs.sync_jobs import Items
from ..._runtime.namespace import AsyncBound as _AsyncBound
from ..._runtime.namespace import Bound as _Bound
from ..._runtime.records import many
from ..._runtime.request import DEFAULTS, Operation, Request, Settings
from ...externalcontact._shapes import TransferState

__all__ = [
    "OPERATION",
    "PAGES",
    "PAGINATION",
    "REQUEST",
    "TransferResultAnswer",
    "TransferState",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/resigned/transfer_result",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/94082",
    title="查询客户接替状态",
    effect="read",
)

REQUEST = Object(
    {
        "handover_userid": String(min_length=1),
        "takeover_userid": String(min_length=1),
        "cursor": String(),
    },
    required=("handover_userid", "takeover_userid"),
)


def build_request(
    handover_userid: str,
    takeover_userid: str,
    *,
    cursor: str | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `transfer_result` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "handover_userid": handover_userid,
            "takeover_userid": takeover_userid,
            "cursor": cursor,
        },
        _settings,
        extra,
    )


class TransferResultAnswer(Answer):
    """The answer of `transfer_result`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("customer") is None` asks, and type checkers let it
    pass.
    """

    customer: tuple[TransferState, ...] = many(TransferState)
    """The customers of this page."""
    next_cursor: str
    """Cursor of the next page."""


PAGINATION: Pagination[TransferState] = Pagination(
    OPERATION,
    REQUEST,
    TransferResultAnswer,
    position="cursor",
    next="next_cursor",
    items="customer",
)

PAGES = PAGINATION


class _Methods(_Bound):
    """`transfer_result` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def transfer_result(
        self,
        handover_userid: str,
        takeover_userid: str,
        *,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> TransferResultAnswer:
        """查询客户接替状态

        Says of the customers who were handed over from a member who left to another one
        (`transfer_customer`) how far each transfer has come, page by page. Pass each answer's
        next_cursor as the next call's cursor.

        Args:
            handover_userid: Userid of the member who added the customers and left. Not empty.
            takeover_userid: Userid of the member who takes them over. Not empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out or empty
                for the first page. The platform alone decides how many customers a page has,
                never more than 1000.

        Returns:
            TransferResultAnswer: customer, next_cursor.

        Raises:
            APIError: 40003 invalid userid; 60030 outside the application's visible range; 84074
                no external contact permission; 701105 invalid cursor.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/94082 (2021-03-24)
        """
        request = build_request(
            handover_userid,
            takeover_userid,
            cursor=cursor,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, TransferResultAnswer, self._rules)

    def iter_transfer_result(
        self,
        handover_userid: str,
        takeover_userid: str,
        *,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Items[TransferState]:
        """查询客户接替状态

        Says of the customers who were handed over from a member who left to another one
        (`transfer_customer`) how far each transfer has come, page by page. Pass each answer's
        next_cursor as the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            handover_userid: Userid of the member who added the customers and left. Not empty.
            takeover_userid: Userid of the member who takes them over. Not empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out or empty
                for the first page. The platform alone decides how many customers a page has,
                never more than 1000.

        Returns:
            Items: an iterator of TransferState. Its `position` is the cursor to pass in order
                to go on from there.

        Raises:
            APIError: while iterating: 40003 invalid userid; 60030 outside the application's
                visible range; 84074 no external contact permission; 701105 invalid cursor.

        Document: https://developer.work.weixin.qq.com/document/path/94082 (2021-03-24)
        """
        return self._client._pagination(
            PAGINATION,
            {"handover_userid": handover_userid, "takeover_userid": takeover_userid},
            cursor,
            None,
            extra,
            self._rules,
        )


class _AsyncMethods(_AsyncBound):
    """`transfer_result` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def transfer_result(
        self,
        handover_userid: str,
        takeover_userid: str,
        *,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> TransferResultAnswer:
        """查询客户接替状态

        Says of the customers who were handed over from a member who left to another one
        (`transfer_customer`) how far each transfer has come, page by page. Pass each answer's
        next_cursor as the next call's cursor.

        Args:
            handover_userid: Userid of the member who added the customers and left. Not empty.
            takeover_userid: Userid of the member who takes them over. Not empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out or empty
                for the first page. The platform alone decides how many customers a page has,
                never more than 1000.

        Returns:
            TransferResultAnswer: customer, next_cursor.

        Raises:
            APIError: 40003 invalid userid; 60030 outside the application's visible range; 84074
                no external contact permission; 701105 invalid cursor.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/94082 (2021-03-24)
        """
        request = build_request(
            handover_userid,
            takeover_userid,
            cursor=cursor,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, TransferResultAnswer, self._rules)

    def iter_transfer_result(
        self,
        handover_userid: str,
        takeover_userid: str,
        *,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncItems[TransferState]:
        """查询客户接替状态

        Says of the customers who were handed over from a member who left to another one
        (`transfer_customer`) how far each transfer has come, page by page. Pass each answer's
        next_cursor as the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            handover_userid: Userid of the member who added the customers and left. Not empty.
            takeover_userid: Userid of the member who takes them over. Not empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out or empty
                for the first page. The platform alone decides how many customers a page has,
                never more than 1000.

        Returns:
            AsyncItems: for `async for`, without `await`, an iterator of TransferState. Its
                `position` is the cursor to pass in order to go on from there.

        Raises:
            APIError: while iterating: 40003 invalid userid; 60030 outside the application's
                visible range; 84074 no external contact permission; 701105 invalid cursor.

        Document: https://developer.work.weixin.qq.com/document/path/94082 (2021-03-24)
        """
        return self._client._pagination(
            PAGINATION,
            {"handover_userid": handover_userid, "takeover_userid": takeover_userid},
            cursor,
            None,
            extra,
            self._rules,
        )
