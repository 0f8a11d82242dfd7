# Generated from specs/externalcontact/customer_acquisition/update_link.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""编辑获客链接

Changes a customer acquisition link: its name, the members to whom it leads, and which members
come first who have the customer as a contact already. A range or priority_option that is given
takes the place of the old one as a whole.

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
    The page names true as the default of skip_verify and mark_source, and does not say whether
        the old value stays where they are left out. Whoever wants false sends it each time.

Document: https://developer.work.weixin.qq.com/document/path/97297#编辑获客链接 (2025-11-17)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from ..._runtime.answers import Answer
from ..._runtime.checks import Array, Boolean, Integer, Object, String
from ..._runtime.cross_field import IgnoredUnless, RequiredUnlessGiven, RequiredWhen
from ..._runtime.namespace import AsyncBound as _AsyncBound
from ..._runtime.namespace import Bound as _Bound
from ..._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "OPERATION",
    "REQUEST",
    "PriorityOptionParam",
    "RangeParam",
    "UpdateLinkAnswer",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/customer_acquisition/update_link",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/97297#编辑获客链接",
    title="编辑获客链接",
    effect="write",
)

REQUEST = Object(
    {
        "link_id": String(min_length=1),
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
    required=("link_id",),
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
    link_id: str,
    *,
    link_name: str | None = None,
    range: RangeParam | None = None,
    skip_verify: bool | None = None,
    priority_option: PriorityOptionParam | None = None,
    mark_source: bool | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `update_link` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "link_id": link_id,
            "link_name": link_name,
            "range": range,
            "skip_verify": skip_verify,
            "priority_option": priority_option,
            "mark_source": mark_source,
        },
        _settings,
        extra,
    )


class UpdateLinkAnswer(Answer):
    """The answer of `update_link`."""


class _Methods(_Bound):
    """`update_link` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def update_link(
        self,
        link_id: str,
        *,
        link_name: str | None = None,
        range: RangeParam | None = None,
        skip_verify: bool | None = None,
        priority_option: PriorityOptionParam | None = None,
        mark_source: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> UpdateLinkAnswer:
        """编辑获客链接

        Changes a customer acquisition link: its name, the members to whom it leads, and which
        members come first who have the customer as a contact already. A range or
        priority_option that is given takes the place of the old one as a whole.

        Args:
            link_id: Id of the link, one that this application made. Not empty.
            link_name: New name of the link. 1 to 30 characters.
            range: The members to whom the link leads. They must be in the application's visible
                range, or among those who are set for getting in touch with customers
                (客户可建联的成员范围). Annotate a variable for it as RangeParam, from
                wecom_client.externalcontact.customer_acquisition.update_link.
                user_list (optional): Userids of the members. 1 to 500 elements. Each not empty.
                    Required unless department_list is given.
                department_list (optional): Ids of the departments whose members take part. At
                    least 1 element.
            skip_verify: Whether customers become contacts at once, without the member's
                consent. Left out, it is True.
            priority_option: Who comes first when a customer is assigned to a member
                (客户与成员关系绑定). Annotate a variable for it as PriorityOptionParam, from
                wecom_client.externalcontact.customer_acquisition.update_link.
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
            UpdateLinkAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40003 invalid userid; 40058 malformed or out-of-range argument; 41098 the
                acquisition link is in the hands of another component; 41200 only companies of
                some lines of business may do this; 48002 the application may not call this API;
                60011 no permission for this member, department or tag; 60030 outside the
                application's visible range; 60123 the department id is unknown; 84074 no
                external contact permission.

        Quotas:
            500 people in the range of one link in all. Those of its departments are counted.

        A call whose outcome is unknown is sent again. It overwrites, so twice leaves what once
        leaves.

        Document: https://developer.work.weixin.qq.com/document/path/97297#编辑获客链接 (2025-11-17)
        """
        request = build_request(
            link_id,
            link_name=link_name,
            range=range,
            skip_verify=skip_verify,
            priority_option=priority_option,
            mark_source=mark_source,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, UpdateLinkAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`update_link` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def update_link(
        self,
        link_id: str,
        *,
        link_name: str | None = None,
        range: RangeParam | None = None,
        skip_verify: bool | None = None,
        priority_option: PriorityOptionParam | None = None,
        mark_source: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> UpdateLinkAnswer:
        """编辑获客链接

        Changes a customer acquisition link: its name, the members to whom it leads, and which
        members come first who have the customer as a contact already. A range or
        priority_option that is given takes the place of the old one as a whole.

        Args:
            link_id: Id of the link, one that this application made. Not empty.
            link_name: New name of the link. 1 to 30 characters.
            range: The members to whom the link leads. They must be in the application's visible
                range, or among those who are set for getting in touch with customers
                (客户可建联的成员范围). Annotate a variable for it as RangeParam, from
                wecom_client.externalcontact.customer_acquisition.update_link.
                user_list (optional): Userids of the members. 1 to 500 elements. Each not empty.
                    Required unless department_list is given.
                department_list (optional): Ids of the departments whose members take part. At
                    least 1 element.
            skip_verify: Whether customers become contacts at once, without the member's
                consent. Left out, it is True.
            priority_option: Who comes first when a customer is assigned to a member
                (客户与成员关系绑定). Annotate a variable for it as PriorityOptionParam, from
                wecom_client.externalcontact.customer_acquisition.update_link.
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
            UpdateLinkAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40003 invalid userid; 40058 malformed or out-of-range argument; 41098 the
                acquisition link is in the hands of another component; 41200 only companies of
                some lines of business may do this; 48002 the application may not call this API;
                60011 no permission for this member, department or tag; 60030 outside the
                application's visible range; 60123 the department id is unknown; 84074 no
                external contact permission.

        Quotas:
            500 people in the range of one link in all. Those of its departments are counted.

        A call whose outcome is unknown is sent again. It overwrites, so twice leaves what once
        leaves.

        Document: https://developer.work.weixin.qq.com/document/path/97297#编辑获客链接 (2025-11-17)
        """
        request = build_request(
            link_id,
            link_name=link_name,
            range=range,
            skip_verify=skip_verify,
            priority_option=priority_option,
            mark_source=mark_source,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, UpdateLinkAnswer, self._rules)
