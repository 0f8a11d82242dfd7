# Generated from specs/externalcontact/customer_acquisition/create_link.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""创建获客链接

Makes a customer acquisition link, by which customers add the given members. Returns its id and
its address.

Permissions:
    Every application: The system application for customer contact (客户联系) may not call it.
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用).
    Applications developed on behalf (代开发应用): Permission 企业客户权限 > 获客助手.
    Third-party applications (第三方应用): Permission 企业客户权限 > 获客助手; an application
        for customer acquisition (营销获客) needs 建联客户信息.

Quotas:
    500 people in the range of one link in all. Those of its departments are counted.

Notes:
    priority_option is for companies in some lines of business alone; 高级功能 > 获客助手 in the
        admin console tells whether yours has 客户与成员关系绑定.
    ?customer_channel=… can be added to the address, a mark of your own that tells channels
        apart; `customer` and `externalcontact.get` return it as state. Of more than 64 bytes
        the rest is cut off.
    The link opens more smoothly as weixin://biz/ww/profile/ with the percent-encoded address
        behind it (every reserved character encoded), ?customer_channel=… included. With
        https://work.weixin.qq.com/ca/caXXXXX and the channel WORK it is
        weixin://biz/ww/profile/https%3A%2F%2Fwork.weixin.qq.com%2Fca%2FcaXXXXX%3Fcustomer_channel%3DWORK.

Document: https://developer.work.weixin.qq.com/document/path/97297#创建获客链接 (2025-11-17)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from ..._runtime.answers import Answer
from ..._runtime.checks import Array, Boolean, Integer, Object, String
from ..._runtime.cross_field import IgnoredUnless, RequiredUnlessGiven, RequiredWhen
from ..._runtime.namespace import AsyncBound as _AsyncBound
from ..._runtime.namespace import Bound as _Bound
from ..._runtime.records import Record, one
from ..._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "OPERATION",
    "REQUEST",
    "CreateLinkAnswer",
    "Link",
    "PriorityOptionParam",
    "RangeParam",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/customer_acquisition/create_link",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/97297#创建获客链接",
    title="创建获客链接",
    effect="write",
)

REQUEST = Object(
    {
        "link_name": String(min_length=1, max_length=30),
        "range": Object(
            {
                "user_list": Array(String(min_length=1), min_items=1, max_items=500),
                "department_list": Array(Integer(), min_items=1),
            },
            rules=(RequiredUnlessGiven("user_list", ("department_list",)),),
        ),
        "skip_verify": Boolean(),
        "priority_option": Object(
            {
                "priority_type": Integer(
                    enum={1: "all members of the company", 2: "the members of priority_userid_list"}
                ),
                "priority_userid_list": Array(String(min_length=1), min_items=1, max_items=1000),
            },
            rules=(
                IgnoredUnless("priority_userid_list", "priority_type", (2,)),
                RequiredWhen("priority_userid_list", "priority_type", (2,)),
            ),
        ),
        "mark_source": Boolean(),
    },
    required=("link_name", "range"),
)


class RangeParam(TypedDict, total=False):
    """The members to whom the link leads. They must be in the application's visible range, or
    among those who are set for getting in touch with customers (客户可建联的成员范围).
    """

    user_list: Sequence[str]
    """Userids of the members. 1 to 500 elements. Each not empty. Required unless department_list
    is given.
    """
    department_list: Sequence[int]
    """Ids of the departments whose members take part. At least 1 element."""


class PriorityOptionParam(TypedDict, total=False):
    """Who comes first when a customer is assigned to a member (客户与成员关系绑定)."""

    priority_type: int
    """Which members come first, if they have the customer as a contact already. 1: all members of
    the company; 2: the members of priority_userid_list.
    """
    priority_userid_list: Sequence[str]
    """Userids of the members who come first, if they have the customer as a contact already. They
    must be in the application's visible range, or among those who are set for getting in touch
    with customers (客户可建联的成员范围). 1 to 1000 elements. Each not empty. Counts only where
    priority_type is 2; otherwise gives a warning. Required where priority_type is 2.
    """


def build_request(
    link_name: str,
    range: RangeParam,
    *,
    skip_verify: bool | None = None,
    priority_option: PriorityOptionParam | None = None,
    mark_source: bool | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `create_link` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "link_name": link_name,
            "range": range,
            "skip_verify": skip_verify,
            "priority_option": priority_option,
            "mark_source": mark_source,
        },
        _settings,
        extra,
    )


class Link(Record):
    """The new link."""

    link_id: str
    """Id of the link. Keep it; of all applications, this one alone can change the link or delete
    it.
    """
    link_name: str
    """Name of the link."""
    url: str
    """Address of the link, for customers to open."""
    create_time: int
    """When the link was made, Unix seconds."""


class CreateLinkAnswer(Answer):
    """The answer of `create_link`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("link") is None` asks, and type checkers let it
    pass.
    """

    link: Link = one(Link)
    """The new link."""


class _Methods(_Bound):
    """`create_link` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def create_link(
        self,
        link_name: str,
        range: RangeParam,
        *,
        skip_verify: bool | None = None,
        priority_option: PriorityOptionParam | None = None,
        mark_source: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> CreateLinkAnswer:
        """创建获客链接

        Makes a customer acquisition link, by which customers add the given members. Returns its
        id and its address.

        Args:
            link_name: Name of the link. 1 to 30 characters.
            range: The members to whom the link leads. They must be in the application's visible
                range, or among those who are set for getting in touch with customers
                (客户可建联的成员范围). Annotate a variable for it as RangeParam, from
                wecom_client.externalcontact.customer_acquisition.create_link.
                user_list (optional): Userids of the members. 1 to 500 elements. Each not empty.
                    Required unless department_list is given.
                department_list (optional): Ids of the departments whose members take part. At
                    least 1 element.
            skip_verify: Whether customers become contacts at once, without the member's
                consent. Left out, it is True.
            priority_option: Who comes first when a customer is assigned to a member
                (客户与成员关系绑定). Annotate a variable for it as PriorityOptionParam, from
                wecom_client.externalcontact.customer_acquisition.create_link.
                priority_type (optional): Which members come first, if they have the customer as
                    a contact already. 1: all members of the company; 2: the members of
                    priority_userid_list.
                priority_userid_list (optional): Userids of the members who come first, if they
                    have the customer as a contact already. They must be in the application's
                    visible range, or among those who are set for getting in touch with
                    customers (客户可建联的成员范围). 1 to 1000 elements. Each not empty. Counts
                    only where priority_type is 2; otherwise gives a warning. Required where
                    priority_type is 2.
            mark_source: Whether customers who come by the link are marked as having come by a
                link of this application. It counts for applications for customer acquisition
                (营销获客) alone. Left out, it is True.

        Returns:
            CreateLinkAnswer: link.

        Raises:
            APIError: 40003 invalid userid; 40058 malformed or out-of-range argument; 41095
                there are as many acquisition links as allowed; 41200 only companies of some
                lines of business may do this; 48002 the application may not call this API;
                60011 no permission for this member, department or tag; 60030 outside the
                application's visible range; 60123 the department id is unknown; 84074 no
                external contact permission.

        Quotas:
            500 people in the range of one link in all. Those of its departments are counted.

        A call whose outcome is unknown is not sent again. A second call would make a second
        link.

        Document: https://developer.work.weixin.qq.com/document/path/97297#创建获客链接 (2025-11-17)
        """
        request = build_request(
            link_name,
            range,
            skip_verify=skip_verify,
            priority_option=priority_option,
            mark_source=mark_source,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, CreateLinkAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`create_link` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def create_link(
        self,
        link_name: str,
        range: RangeParam,
        *,
        skip_verify: bool | None = None,
        priority_option: PriorityOptionParam | None = None,
        mark_source: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> CreateLinkAnswer:
        """创建获客链接

        Makes a customer acquisition link, by which customers add the given members. Returns its
        id and its address.

        Args:
            link_name: Name of the link. 1 to 30 characters.
            range: The members to whom the link leads. They must be in the application's visible
                range, or among those who are set for getting in touch with customers
                (客户可建联的成员范围). Annotate a variable for it as RangeParam, from
                wecom_client.externalcontact.customer_acquisition.create_link.
                user_list (optional): Userids of the members. 1 to 500 elements. Each not empty.
                    Required unless department_list is given.
                department_list (optional): Ids of the departments whose members take part. At
                    least 1 element.
            skip_verify: Whether customers become contacts at once, without the member's
                consent. Left out, it is True.
            priority_option: Who comes first when a customer is assigned to a member
                (客户与成员关系绑定). Annotate a variable for it as PriorityOptionParam, from
                wecom_client.externalcontact.customer_acquisition.create_link.
                priority_type (optional): Which members come first, if they have the customer as
                    a contact already. 1: all members of the company; 2: the members of
                    priority_userid_list.
                priority_userid_list (optional): Userids of the members who come first, if they
                    have the customer as a contact already. They must be in the application's
                    visible range, or among those who are set for getting in touch with
                    customers (客户可建联的成员范围). 1 to 1000 elements. Each not empty. Counts
                    only where priority_type is 2; otherwise gives a warning. Required where
                    priority_type is 2.
            mark_source: Whether customers who come by the link are marked as having come by a
                link of this application. It counts for applications for customer acquisition
                (营销获客) alone. Left out, it is True.

        Returns:
            CreateLinkAnswer: link.

        Raises:
            APIError: 40003 invalid userid; 40058 malformed or out-of-range argument; 41095
                there are as many acquisition links as allowed; 41200 only companies of some
                lines of business may do this; 48002 the application may not call this API;
                60011 no permission for this member, department or tag; 60030 outside the
                application's visible range; 60123 the department id is unknown; 84074 no
                external contact permission.

        Quotas:
            500 people in the range of one link in all. Those of its departments are counted.

        A call whose outcome is unknown is not sent again. A second call would make a second
        link.

        Document: https://developer.work.weixin.qq.com/document/path/97297#创建获客链接 (2025-11-17)
        """
        request = build_request(
            link_name,
            range,
            skip_verify=skip_verify,
            priority_option=priority_option,
            mark_source=mark_source,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, CreateLinkAnswer, self._rules)
