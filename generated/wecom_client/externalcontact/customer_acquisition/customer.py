# Generated from specs/externalcontact/customer_acquisition/customer.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取获客客户列表

Lists the customers who came by one customer acquisition link, page by page: who added each of
them, and whether the customer has written. Pass each answer's next_cursor as the next call's
cursor.

Permissions:
    Every application: The system application for customer contact (客户联系) may not call it.
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用).
    Applications developed on behalf (代开发应用): Permission 企业客户权限 > 获客助手.
    Third-party applications (第三方应用): Permission 企业客户权限 > 获客助手.

Notes:
    A customer who came by the link to several members has a record for each of them.
    customer_channel=… is added to the address of the link, as in `create_link`;
        `externalcontact.get` returns it as state, too.

Document: https://developer.work.weixin.qq.com/document/path/97298 (2025-09-18)
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
    "Customer",
    "CustomerAnswer",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/customer_acquisition/customer",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/97298",
    title="获取获客客户列表",
    effect="read",
)

REQUEST = Object(
    {"link_id": String(min_length=1), "limit": Integer(maximum=1000), "cursor": String()},
    required=("link_id",),
)


def build_request(
    link_id: str,
    *,
    limit: int | None = None,
    cursor: str | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `customer` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "link_id": link_id,
            "limit": limit,
            "cursor": cursor,
        },
        _settings,
        extra,
    )


class Customer(Record):
    """One customer, with the member who was added."""

    external_userid: str
    """External userid of the customer."""
    userid: str
    """Userid of the member who added the customer by the link."""
    chat_status: int
    """Whether the customer has written to the member. 0: the customer has sent no message; 1: the
    customer has sent messages; 2: it is not known whether the customer has sent messages.
    """
    state: str | None
    """Mark of the channel that the customer came by, the customer_channel that was added to the
    address of the link. The platform cuts off what is longer than the greatest number of bytes.
    Present only for customers who opened the link with a customer_channel.
    """


class CustomerAnswer(Answer):
    """The answer of `customer`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("customer_list") is None` asks, and type checkers
    let it pass.
    """

    customer_list: tuple[Customer, ...] = many(Customer)
    """The customers of this page, one record for each customer and member."""
    next_cursor: str
    """Cursor of the next page. Empty when there are no more customers."""


PAGINATION: Pagination[Customer] = Pagination(
    OPERATION,
    REQUEST,
    CustomerAnswer,
    position="cursor",
    next="next_cursor",
    size="limit",
    items="customer_list",
)

PAGES = PAGINATION


class _Methods(_Bound):
    """`customer` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def customer(
        self,
        link_id: str,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> CustomerAnswer:
        """获取获客客户列表

        Lists the customers who came by one customer acquisition link, page by page: who added
        each of them, and whether the customer has written. Pass each answer's next_cursor as
        the next call's cursor.

        Args:
            link_id: Id of the link, one that this application made. Not empty.
            limit: Greatest number of customers in the answer. At most 1000.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.

        Returns:
            CustomerAnswer: customer_list, next_cursor.

        Raises:
            APIError: 40058 malformed or out-of-range argument; 41098 the acquisition link is in
                the hands of another component; 48002 the application may not call this API;
                50100 the cursor of the pages is wrong; 701101 limit is above 1000.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/97298 (2025-09-18)
        """
        request = build_request(
            link_id,
            limit=limit,
            cursor=cursor,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, CustomerAnswer, self._rules)

    def iter_customer(
        self,
        link_id: str,
        *,
        cursor: str | None = None,
        page_size: int = 1000,
        extra: Mapping[str, Any] | None = None,
    ) -> Items[Customer]:
        """获取获客客户列表

        Lists the customers who came by one customer acquisition link, page by page: who added
        each of them, and whether the customer has written. Pass each answer's next_cursor as
        the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            link_id: Id of the link, one that this application made. Not empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of customers in the answer. At most 1000. Left out, it is
                1000.

        Returns:
            Items: an iterator of Customer. Its `position` is the cursor to pass in order to go
                on from there.

        Raises:
            APIError: while iterating: 40058 malformed or out-of-range argument; 41098 the
                acquisition link is in the hands of another component; 48002 the application may
                not call this API; 50100 the cursor of the pages is wrong; 701101 limit is above
                1000.

        Document: https://developer.work.weixin.qq.com/document/path/97298 (2025-09-18)
        """
        return self._client._pagination(
            PAGINATION, {"link_id": link_id}, cursor, page_size, extra, self._rules
        )


class _AsyncMethods(_AsyncBound):
    """`customer` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def customer(
        self,
        link_id: str,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> CustomerAnswer:
        """获取获客客户列表

        Lists the customers who came by one customer acquisition link, page by page: who added
        each of them, and whether the customer has written. Pass each answer's next_cursor as
        the next call's cursor.

        Args:
            link_id: Id of the link, one that this application made. Not empty.
            limit: Greatest number of customers in the answer. At most 1000.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.

        Returns:
            CustomerAnswer: customer_list, next_cursor.

        Raises:
            APIError: 40058 malformed or out-of-range argument; 41098 the acquisition link is in
                the hands of another component; 48002 the application may not call this API;
                50100 the cursor of the pages is wrong; 701101 limit is above 1000.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/97298 (2025-09-18)
        """
        request = build_request(
            link_id,
            limit=limit,
            cursor=cursor,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, CustomerAnswer, self._rules)

    def iter_customer(
        self,
        link_id: str,
        *,
        cursor: str | None = None,
        page_size: int = 1000,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncItems[Customer]:
        """获取获客客户列表

        Lists the customers who came by one customer acquisition link, page by page: who added
        each of them, and whether the customer has written. Pass each answer's next_cursor as
        the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            link_id: Id of the link, one that this application made. Not empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of customers in the answer. At most 1000. Left out, it is
                1000.

        Returns:
            AsyncItems: for `async for`, without `await`, an iterator of Customer. Its
                `position` is the cursor to pass in order to go on from there.

        Raises:
            APIError: while iterating: 40058 malformed or out-of-range argument; 41098 the
                acquisition link is in the hands of another component; 48002 the application may
                not call this API; 50100 the cursor of the pages is wrong; 701101 limit is above
                1000.

        Document: https://developer.work.weixin.qq.com/document/path/97298 (2025-09-18)
        """
        return self._client._pagination(
            PAGINATION, {"link_id": link_id}, cursor, page_size, extra, self._rules
        )
