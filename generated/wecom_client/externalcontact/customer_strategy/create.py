# Generated from specs/externalcontact/customer_strategy/create.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""创建新的规则组

Makes a rule group for customer contact: people in charge, what they may do, and the members and
departments that it is for. Returns its id. Make one after the other, never two at a time.

Permissions:
    Every application: An application sees and manages only the rule groups that it made itself.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 管理客户联系规则组.
    Third-party applications (第三方应用): Permission 管理客户联系规则组.

Quotas:
    5 levels of rule groups, one above the other in all.
    3000 members and departments in the range of one rule group in all.

Notes:
    One call at a time; the platform does not want rule groups to be made concurrently.
    The page calls the type of a node of range required. It leaves open whether a rule group can
        be made without any.
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/94883#创建新的规则组 (2023-12-01)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from ..._runtime.answers import Answer
from ..._runtime.checks import Array, Boolean, Integer, Object, String
from ..._runtime.cross_field import IgnoredUnless, RequiredWhen
from ..._runtime.namespace import AsyncBound as _AsyncBound
from ..._runtime.namespace import Bound as _Bound
from ..._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "OPERATION",
    "REQUEST",
    "CreateAnswer",
    "PrivilegeParam",
    "RangeItemParam",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/customer_strategy/create",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/94883#创建新的规则组",
    title="创建新的规则组",
    effect="write",
)

REQUEST = Object(
    {
        "parent_id": Integer(),
        "strategy_name": String(min_length=1),
        "admin_list": Array(String(min_length=1), min_items=1, max_items=20),
        "privilege": Object(
            {
                "view_customer_list": Boolean(),
                "view_customer_data": Boolean(),
                "view_room_list": Boolean(),
                "contact_me": Boolean(),
                "join_room": Boolean(),
                "share_customer": Boolean(),
                "oper_resign_customer": Boolean(),
                "oper_resign_group": Boolean(),
                "send_customer_msg": Boolean(),
                "edit_welcome_msg": Boolean(),
                "view_behavior_data": Boolean(),
                "view_room_data": Boolean(),
                "send_group_msg": Boolean(),
                "room_deduplication": Boolean(),
                "rapid_reply": Boolean(),
                "onjob_customer_transfer": Boolean(),
                "edit_anti_spam_rule": Boolean(),
                "export_customer_list": Boolean(),
                "export_customer_data": Boolean(),
                "export_customer_group_list": Boolean(),
                "manage_customer_tag": Boolean(),
            }
        ),
        "range": Array(
            Object(
                {
                    "type": Integer(enum={1: "member", 2: "department"}),
                    "userid": String(min_length=1),
                    "partyid": Integer(),
                },
                required=("type",),
                rules=(
                    IgnoredUnless("userid", "type", (1,)),
                    RequiredWhen("userid", "type", (1,)),
                    IgnoredUnless("partyid", "type", (2,)),
                    RequiredWhen("partyid", "type", (2,)),
                ),
            ),
            min_items=1,
            max_items=100,
        ),
    },
    required=("strategy_name", "admin_list"),
    rules=(IgnoredUnless("privilege", "parent_id", (0,), default=0),),
)


class PrivilegeParam(TypedDict, total=False):
    """What the people in charge may do. A rule group with another above it has the rights of that
    one.
    """

    view_customer_list: bool
    """See the list of customers. Every rule group has this right; it cannot be taken away."""
    view_customer_data: bool
    """See the statistics of customers. Every rule group has this right; it cannot be taken away."""
    view_room_list: bool
    """See the list of groups. Every rule group has this right; it cannot be taken away."""
    contact_me: bool
    """Use contact ways (「联系我」). Every rule group has this right; it cannot be taken away."""
    join_room: bool
    """Use join ways (「加入群聊」). Every rule group has this right; it cannot be taken away."""
    share_customer: bool
    """Share customers with other members. Left out, it is True."""
    oper_resign_customer: bool
    """Assign customers of members who left. Left out, it is True."""
    oper_resign_group: bool
    """Assign customer groups of members who left. Left out, it is True."""
    send_customer_msg: bool
    """Send messages to customers. Left out, it is True."""
    edit_welcome_msg: bool
    """Set welcome messages. Left out, it is True."""
    view_behavior_data: bool
    """See how members contact customers, in numbers. Left out, it is True."""
    view_room_data: bool
    """See the statistics of groups. Left out, it is True."""
    send_group_msg: bool
    """Send messages to customer groups. Left out, it is True."""
    room_deduplication: bool
    """Remove members who are in several customer groups (去重). Left out, it is True."""
    rapid_reply: bool
    """Set quick replies. Left out, it is True."""
    onjob_customer_transfer: bool
    """Transfer customers of members who are with the company. Left out, it is True."""
    edit_anti_spam_rule: bool
    """Change the rules that protect members from being disturbed (防骚扰). Left out, it is True."""
    export_customer_list: bool
    """Export the list of customers. Left out, it is True."""
    export_customer_data: bool
    """Export the statistics of members and their customers. Left out, it is True."""
    export_customer_group_list: bool
    """Export the list of customer groups. Left out, it is True."""
    manage_customer_tag: bool
    """Set the company's tags for customers. Left out, it is True."""


class _RangeItemParamRequired(TypedDict):
    type: int
    """What the node is. 1: member; 2: department."""


class RangeItemParam(_RangeItemParamRequired, total=False):
    """A member or a department in the range of a rule group."""

    userid: str
    """Userid of the member. Not empty. Counts only where type is 1; otherwise gives a warning.
    Required where type is 1.
    """
    partyid: int
    """Id of the department. Counts only where type is 2; otherwise gives a warning. Required where
    type is 2.
    """


def build_request(
    strategy_name: str,
    admin_list: Sequence[str],
    *,
    parent_id: int | None = None,
    privilege: PrivilegeParam | None = None,
    range: Sequence[RangeItemParam] | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `create` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "strategy_name": strategy_name,
            "admin_list": admin_list,
            "parent_id": parent_id,
            "privilege": privilege,
            "range": range,
        },
        _settings,
        extra,
    )


class CreateAnswer(Answer):
    """The answer of `create`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("strategy_id") is None` asks, and type checkers let
    it pass.
    """

    strategy_id: int
    """Id of the new rule group."""


class _Methods(_Bound):
    """`create` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def create(
        self,
        strategy_name: str,
        admin_list: Sequence[str],
        *,
        parent_id: int | None = None,
        privilege: PrivilegeParam | None = None,
        range: Sequence[RangeItemParam] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> CreateAnswer:
        """创建新的规则组

        Makes a rule group for customer contact: people in charge, what they may do, and the
        members and departments that it is for. Returns its id. Make one after the other, never
        two at a time.

        Args:
            strategy_name: Name of the rule group. Not empty.
            admin_list: Userids of the people in charge. The super administrator cannot be one
                of them. 1 to 20 elements. Each not empty.
            parent_id: Id of the rule group above it. With 0 there is none. Left out, it is 0.
            privilege: What the people in charge may do. A rule group with another above it has
                the rights of that one. Counts only where parent_id is 0; otherwise gives a
                warning. Annotate a variable for it as PrivilegeParam, from
                wecom_client.externalcontact.customer_strategy.create.
                view_customer_list (optional): See the list of customers. Every rule group has
                    this right; it cannot be taken away.
                view_customer_data (optional): See the statistics of customers. Every rule group
                    has this right; it cannot be taken away.
                view_room_list (optional): See the list of groups. Every rule group has this
                    right; it cannot be taken away.
                contact_me (optional): Use contact ways (「联系我」). Every rule group has this
                    right; it cannot be taken away.
                join_room (optional): Use join ways (「加入群聊」). Every rule group has this
                    right; it cannot be taken away.
                share_customer (optional): Share customers with other members. Left out, it is
                    True.
                oper_resign_customer (optional): Assign customers of members who left. Left out,
                    it is True.
                oper_resign_group (optional): Assign customer groups of members who left. Left
                    out, it is True.
                send_customer_msg (optional): Send messages to customers. Left out, it is True.
                edit_welcome_msg (optional): Set welcome messages. Left out, it is True.
                view_behavior_data (optional): See how members contact customers, in numbers.
                    Left out, it is True.
                view_room_data (optional): See the statistics of groups. Left out, it is True.
                send_group_msg (optional): Send messages to customer groups. Left out, it is
                    True.
                room_deduplication (optional): Remove members who are in several customer groups
                    (去重). Left out, it is True.
                rapid_reply (optional): Set quick replies. Left out, it is True.
                onjob_customer_transfer (optional): Transfer customers of members who are with
                    the company. Left out, it is True.
                edit_anti_spam_rule (optional): Change the rules that protect members from being
                    disturbed (防骚扰). Left out, it is True.
                export_customer_list (optional): Export the list of customers. Left out, it is
                    True.
                export_customer_data (optional): Export the statistics of members and their
                    customers. Left out, it is True.
                export_customer_group_list (optional): Export the list of customer groups. Left
                    out, it is True.
                manage_customer_tag (optional): Set the company's tags for customers. Left out,
                    it is True.
            range: The members and departments that the rule group is for. With a rule group
                above it, only such as are in the range of that one. 1 to 100 elements. Annotate
                an element as RangeItemParam, from
                wecom_client.externalcontact.customer_strategy.create.
                type (required): What the node is. 1: member; 2: department.
                userid (optional): Userid of the member. Not empty. Counts only where type is 1;
                    otherwise gives a warning. Required where type is 1.
                partyid (optional): Id of the department. Counts only where type is 2; otherwise
                    gives a warning. Required where type is 2.

        Returns:
            CreateAnswer: strategy_id.

        Raises:
            APIError: 40003 invalid userid; 45035 other calls are changing the same record;
                48002 the application may not call this API; 60003 the department does not
                exist; 60011 no permission for this member, department or tag; 60030 outside the
                application's visible range.

        Quotas:
            5 levels of rule groups, one above the other in all.
            3000 members and departments in the range of one rule group in all.

        A call whose outcome is unknown is not sent again. A second call would make a second
        rule group.

        Document: https://developer.work.weixin.qq.com/document/path/94883#创建新的规则组 (2023-12-01)
        """
        request = build_request(
            strategy_name,
            admin_list,
            parent_id=parent_id,
            privilege=privilege,
            range=range,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, CreateAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`create` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def create(
        self,
        strategy_name: str,
        admin_list: Sequence[str],
        *,
        parent_id: int | None = None,
        privilege: PrivilegeParam | None = None,
        range: Sequence[RangeItemParam] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> CreateAnswer:
        """创建新的规则组

        Makes a rule group for customer contact: people in charge, what they may do, and the
        members and departments that it is for. Returns its id. Make one after the other, never
        two at a time.

        Args:
            strategy_name: Name of the rule group. Not empty.
            admin_list: Userids of the people in charge. The super administrator cannot be one
                of them. 1 to 20 elements. Each not empty.
            parent_id: Id of the rule group above it. With 0 there is none. Left out, it is 0.
            privilege: What the people in charge may do. A rule group with another above it has
                the rights of that one. Counts only where parent_id is 0; otherwise gives a
                warning. Annotate a variable for it as PrivilegeParam, from
                wecom_client.externalcontact.customer_strategy.create.
                view_customer_list (optional): See the list of customers. Every rule group has
                    this right; it cannot be taken away.
                view_customer_data (optional): See the statistics of customers. Every rule group
                    has this right; it cannot be taken away.
                view_room_list (optional): See the list of groups. Every rule group has this
                    right; it cannot be taken away.
                contact_me (optional): Use contact ways (「联系我」). Every rule group has this
                    right; it cannot be taken away.
                join_room (optional): Use join ways (「加入群聊」). Every rule group has this
                    right; it cannot be taken away.
                share_customer (optional): Share customers with other members. Left out, it is
                    True.
                oper_resign_customer (optional): Assign customers of members who left. Left out,
                    it is True.
                oper_resign_group (optional): Assign customer groups of members who left. Left
                    out, it is True.
                send_customer_msg (optional): Send messages to customers. Left out, it is True.
                edit_welcome_msg (optional): Set welcome messages. Left out, it is True.
                view_behavior_data (optional): See how members contact customers, in numbers.
                    Left out, it is True.
                view_room_data (optional): See the statistics of groups. Left out, it is True.
                send_group_msg (optional): Send messages to customer groups. Left out, it is
                    True.
                room_deduplication (optional): Remove members who are in several customer groups
                    (去重). Left out, it is True.
                rapid_reply (optional): Set quick replies. Left out, it is True.
                onjob_customer_transfer (optional): Transfer customers of members who are with
                    the company. Left out, it is True.
                edit_anti_spam_rule (optional): Change the rules that protect members from being
                    disturbed (防骚扰). Left out, it is True.
                export_customer_list (optional): Export the list of customers. Left out, it is
                    True.
                export_customer_data (optional): Export the statistics of members and their
                    customers. Left out, it is True.
                export_customer_group_list (optional): Export the list of customer groups. Left
                    out, it is True.
                manage_customer_tag (optional): Set the company's tags for customers. Left out,
                    it is True.
            range: The members and departments that the rule group is for. With a rule group
                above it, only such as are in the range of that one. 1 to 100 elements. Annotate
                an element as RangeItemParam, from
                wecom_client.externalcontact.customer_strategy.create.
                type (required): What the node is. 1: member; 2: department.
                userid (optional): Userid of the member. Not empty. Counts only where type is 1;
                    otherwise gives a warning. Required where type is 1.
                partyid (optional): Id of the department. Counts only where type is 2; otherwise
                    gives a warning. Required where type is 2.

        Returns:
            CreateAnswer: strategy_id.

        Raises:
            APIError: 40003 invalid userid; 45035 other calls are changing the same record;
                48002 the application may not call this API; 60003 the department does not
                exist; 60011 no permission for this member, department or tag; 60030 outside the
                application's visible range.

        Quotas:
            5 levels of rule groups, one above the other in all.
            3000 members and departments in the range of one rule group in all.

        A call whose outcome is unknown is not sent again. A second call would make a second
        rule group.

        Document: https://developer.work.weixin.qq.com/document/path/94883#创建新的规则组 (2023-12-01)
        """
        request = build_request(
            strategy_name,
            admin_list,
            parent_id=parent_id,
            privilege=privilege,
            range=range,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, CreateAnswer, self._rules)
