# Generated from specs/externalcontact/get_moment_customer_list.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取客户朋友圈发表时选择的可见范围

Lists the customers to whom one member's moment was made visible when it was published, page by
page. Pass each answer's next_cursor as the next call's cursor.

Permissions:
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用), or one had with the secret of customer contact
        (「客户联系」secret). A self-built application's answer has what members in its visible
        range do, and nothing of others.
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户朋友圈 >
        获取企业全部的发表记录, for which the provider applies in the provider console. Where
        the application was installed before, an administrator agrees to the change in the admin
        console under 应用管理 > 应用详情页 > 授权信息.

Notes:
    These are the customers who were chosen, not those who can see the moment in the end: of
        5,000 customers of whom 3,000 were chosen, these are the 3,000. `get_moment_send_result`
        lists those whom it reached.

Document: https://developer.work.weixin.qq.com/document/path/93333#获取客户朋友圈发表时选择的可见范围 (2023-12-01)
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
    "Customer",
    "GetMomentCustomerListAnswer",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/get_moment_customer_list",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/93333#获取客户朋友圈发表时选择的可见范围",
    title="获取客户朋友圈发表时选择的可见范围",
    effect="read",
)

REQUEST = Object(
    {
        "moment_id": String(min_length=1),
        "userid": String(min_length=1),
        "cursor": String(),
        "limit": Integer(maximum=1000),
    },
    required=("moment_id", "userid"),
)


def build_request(
    moment_id: str,
    userid: str,
    *,
    cursor: str | None = None,
    limit: int | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get_moment_customer_list` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "moment_id": moment_id,
            "userid": userid,
            "cursor": cursor,
            "limit": limit,
        },
        _settings,
        extra,
    )


class Customer(Record):
    """One customer who was chosen to see the member's moment."""

    userid: str
    """Userid of the member who published the moment."""
    external_userid: str
    """External userid of the customer."""


class GetMomentCustomerListAnswer(Answer):
    """The answer of `get_moment_customer_list`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("next_cursor") is None` asks, and type checkers let
    it pass.
    """

    next_cursor: str
    """Cursor of the next page. Empty when there are no more."""
    customer_list: tuple[Customer, ...] = many(Customer)
    """The customers of this page."""


PAGINATION: Pagination[Customer] = Pagination(
    OPERATION,
    REQUEST,
    GetMomentCustomerListAnswer,
    position="cursor",
    next="next_cursor",
    size="limit",
    items="customer_list",
)

PAGES = PAGINATION


class _Methods(_Bound):
    """`get_moment_customer_list` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get_moment_customer_list(
        self,
        moment_id: str,
        userid: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetMomentCustomerListAnswer:
        """获取客户朋友圈发表时选择的可见范围

        Lists the customers to whom one member's moment was made visible when it was published,
        page by page. Pass each answer's next_cursor as the next call's cursor.

        Args:
            moment_id: Id of the moment, from `get_moment_list`. Not empty.
            userid: Userid of the member who published the moment: of the company's, one of
                `get_moment_task` who has published it; of a member's own, its creator. Not
                empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            limit: Greatest number of customers in the answer. The platform takes a greater one
                for the default. At most 1000. Left out, it is 500.

        Returns:
            GetMomentCustomerListAnswer: next_cursor, customer_list.

        Raises:
            APIError: 40003 invalid userid; 41059 moment_id is missing; 41060 the moment_id is
                unknown; 41061 the member did not publish this moment; 41062 the member has not
                published the company's moment yet; 41079 the moment is still being distributed;
                60030 outside the application's visible range; 701105 invalid cursor.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/93333#获取客户朋友圈发表时选择的可见范围 (2023-12-01)
        """
        request = build_request(
            moment_id,
            userid,
            cursor=cursor,
            limit=limit,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetMomentCustomerListAnswer, self._rules)

    def iter_get_moment_customer_list(
        self,
        moment_id: str,
        userid: str,
        *,
        cursor: str | None = None,
        page_size: int = 1000,
        extra: Mapping[str, Any] | None = None,
    ) -> Items[Customer]:
        """获取客户朋友圈发表时选择的可见范围

        Lists the customers to whom one member's moment was made visible when it was published,
        page by page. Pass each answer's next_cursor as the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            moment_id: Id of the moment, from `get_moment_list`. Not empty.
            userid: Userid of the member who published the moment: of the company's, one of
                `get_moment_task` who has published it; of a member's own, its creator. Not
                empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of customers in the answer. The platform takes a greater
                one for the default. At most 1000. Left out, it is 1000.

        Returns:
            Items: an iterator of Customer. Its `position` is the cursor to pass in order to go
                on from there.

        Raises:
            APIError: while iterating: 40003 invalid userid; 41059 moment_id is missing; 41060
                the moment_id is unknown; 41061 the member did not publish this moment; 41062
                the member has not published the company's moment yet; 41079 the moment is still
                being distributed; 60030 outside the application's visible range; 701105 invalid
                cursor.

        Document: https://developer.work.weixin.qq.com/document/path/93333#获取客户朋友圈发表时选择的可见范围 (2023-12-01)
        """
        return self._client._pagination(
            PAGINATION,
            {"moment_id": moment_id, "userid": userid},
            cursor,
            page_size,
            extra,
            self._rules,
        )


class _AsyncMethods(_AsyncBound):
    """`get_moment_customer_list` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get_moment_customer_list(
        self,
        moment_id: str,
        userid: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetMomentCustomerListAnswer:
        """获取客户朋友圈发表时选择的可见范围

        Lists the customers to whom one member's moment was made visible when it was published,
        page by page. Pass each answer's next_cursor as the next call's cursor.

        Args:
            moment_id: Id of the moment, from `get_moment_list`. Not empty.
            userid: Userid of the member who published the moment: of the company's, one of
                `get_moment_task` who has published it; of a member's own, its creator. Not
                empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            limit: Greatest number of customers in the answer. The platform takes a greater one
                for the default. At most 1000. Left out, it is 500.

        Returns:
            GetMomentCustomerListAnswer: next_cursor, customer_list.

        Raises:
            APIError: 40003 invalid userid; 41059 moment_id is missing; 41060 the moment_id is
                unknown; 41061 the member did not publish this moment; 41062 the member has not
                published the company's moment yet; 41079 the moment is still being distributed;
                60030 outside the application's visible range; 701105 invalid cursor.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/93333#获取客户朋友圈发表时选择的可见范围 (2023-12-01)
        """
        request = build_request(
            moment_id,
            userid,
            cursor=cursor,
            limit=limit,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetMomentCustomerListAnswer, self._rules)

    def iter_get_moment_customer_list(
        self,
        moment_id: str,
        userid: str,
        *,
        cursor: str | None = None,
        page_size: int = 1000,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncItems[Customer]:
        """获取客户朋友圈发表时选择的可见范围

        Lists the customers to whom one member's moment was made visible when it was published,
        page by page. Pass each answer's next_cursor as the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            moment_id: Id of the moment, from `get_moment_list`. Not empty.
            userid: Userid of the member who published the moment: of the company's, one of
                `get_moment_task` who has published it; of a member's own, its creator. Not
                empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of customers in the answer. The platform takes a greater
                one for the default. At most 1000. Left out, it is 1000.

        Returns:
            AsyncItems: for `async for`, without `await`, an iterator of Customer. Its
                `position` is the cursor to pass in order to go on from there.

        Raises:
            APIError: while iterating: 40003 invalid userid; 41059 moment_id is missing; 41060
                the moment_id is unknown; 41061 the member did not publish this moment; 41062
                the member has not published the company's moment yet; 41079 the moment is still
                being distributed; 60030 outside the application's visible range; 701105 invalid
                cursor.

        Document: https://developer.work.weixin.qq.com/document/path/93333#获取客户朋友圈发表时选择的可见范围 (2023-12-01)
        """
        return self._client._pagination(
            PAGINATION,
            {"moment_id": moment_id, "userid": userid},
            cursor,
            page_size,
            extra,
            self._rules,
        )
