# Generated from specs/externalcontact/customer_strategy/edit.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""编辑规则组及其管理范围

Changes a rule group for customer contact: its name, the people in charge, what they may do, and
the members and departments that it is for. What is left out stays. Change one after the other,
never two at a time.

Permissions:
    Every application: An application sees and manages only the rule groups that it made itself.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 管理客户联系规则组.
    Third-party applications (第三方应用): Permission 管理客户联系规则组.

Quotas:
    3000 members and departments in the range of one rule group in all.

Notes:
    One call at a time; the platform does not want rule groups to be changed concurrently.
    privilege overwrites. Give every right that shall stay; the page does not say what becomes
        of one that is left out.
    One call takes 100 members and departments. The page leaves open whether range_add and
        range_del count together.
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/94883#编辑规则组及其管理范围 (2023-12-01)
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
from ._shapes import RightsParam

__all__ = [
    "OPERATION",
    "REQUEST",
    "EditAnswer",
    "RangeAddItemParam",
    "RangeDelItemParam",
    "RightsParam",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/customer_strategy/edit",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/94883#编辑规则组及其管理范围",
    title="编辑规则组及其管理范围",
    effect="write",
)

REQUEST = Object(
    {
        "strategy_id": Integer(),
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
        "range_add": Array(
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
        "range_del": Array(
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
    required=("strategy_id",),
)


class _RangeAddItemParamRequired(TypedDict):
    type: int
    """What the node is. 1: member; 2: department."""


class RangeAddItemParam(_RangeAddItemParamRequired, total=False):
    """A member or a department in the range of a rule group."""

    userid: str
    """Userid of the member. Not empty. Counts only where type is 1; otherwise gives a warning.
    Required where type is 1.
    """
    partyid: int
    """Id of the department. Counts only where type is 2; otherwise gives a warning. Required where
    type is 2.
    """


class _RangeDelItemParamRequired(TypedDict):
    type: int
    """What the node is. 1: member; 2: department."""


class RangeDelItemParam(_RangeDelItemParamRequired, total=False):
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
    strategy_id: int,
    *,
    strategy_name: str | None = None,
    admin_list: Sequence[str] | None = None,
    privilege: RightsParam | None = None,
    range_add: Sequence[RangeAddItemParam] | None = None,
    range_del: Sequence[RangeDelItemParam] | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `edit` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "strategy_id": strategy_id,
            "strategy_name": strategy_name,
            "admin_list": admin_list,
            "privilege": privilege,
            "range_add": range_add,
            "range_del": range_del,
        },
        _settings,
        extra,
    )


class EditAnswer(Answer):
    """The answer of `edit`."""


class _Methods(_Bound):
    """`edit` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def edit(
        self,
        strategy_id: int,
        *,
        strategy_name: str | None = None,
        admin_list: Sequence[str] | None = None,
        privilege: RightsParam | None = None,
        range_add: Sequence[RangeAddItemParam] | None = None,
        range_del: Sequence[RangeDelItemParam] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> EditAnswer:
        """编辑规则组及其管理范围

        Changes a rule group for customer contact: its name, the people in charge, what they may
        do, and the members and departments that it is for. What is left out stays. Change one
        after the other, never two at a time.

        Args:
            strategy_id: Id of the rule group.
            strategy_name: New name of the rule group. Not empty.
            admin_list: Userids of the people in charge, in the place of those before. 1 to 20
                elements. Each not empty.
            privilege: What the people in charge may do, in the place of what they could before.
                Left out or empty, nothing changes. A rule group with another above it has the
                rights of that one, and these are not looked at. Annotate a variable for it as
                RightsParam, from wecom_client.externalcontact.customer_strategy.
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
                share_customer (optional): Share customers with other members.
                oper_resign_customer (optional): Assign customers of members who left.
                oper_resign_group (optional): Assign customer groups of members who left.
                send_customer_msg (optional): Send messages to customers.
                edit_welcome_msg (optional): Set welcome messages.
                view_behavior_data (optional): See how members contact customers, in numbers.
                view_room_data (optional): See the statistics of groups.
                send_group_msg (optional): Send messages to customer groups.
                room_deduplication (optional): Remove members who are in several customer groups
                    (去重).
                rapid_reply (optional): Set quick replies.
                onjob_customer_transfer (optional): Transfer customers of members who are with
                    the company.
                edit_anti_spam_rule (optional): Change the rules that protect members from being
                    disturbed (防骚扰).
                export_customer_list (optional): Export the list of customers.
                export_customer_data (optional): Export the statistics of members and their
                    customers.
                export_customer_group_list (optional): Export the list of customer groups.
                manage_customer_tag (optional): Set the company's tags for customers.
            range_add: Members and departments that the rule group is for from now on. With a
                rule group above it, only such as are in the range of that one. 1 to 100
                elements. Annotate an element as RangeAddItemParam, from
                wecom_client.externalcontact.customer_strategy.edit.
                type (required): What the node is. 1: member; 2: department.
                userid (optional): Userid of the member. Not empty. Counts only where type is 1;
                    otherwise gives a warning. Required where type is 1.
                partyid (optional): Id of the department. Counts only where type is 2; otherwise
                    gives a warning. Required where type is 2.
            range_del: Members and departments that the rule group is for no more. 1 to 100
                elements. Annotate an element as RangeDelItemParam, from
                wecom_client.externalcontact.customer_strategy.edit.
                type (required): What the node is. 1: member; 2: department.
                userid (optional): Userid of the member. Not empty. Counts only where type is 1;
                    otherwise gives a warning. Required where type is 1.
                partyid (optional): Id of the department. Counts only where type is 2; otherwise
                    gives a warning. Required where type is 2.

        Returns:
            EditAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40003 invalid userid; 45035 other calls are changing the same record;
                48002 the application may not call this API; 60003 the department does not
                exist; 60011 no permission for this member, department or tag; 60030 outside the
                application's visible range.

        Quotas:
            3000 members and departments in the range of one rule group in all.

        A call whose outcome is unknown is not sent again. After a first call that did succeed,
        what range_del names is gone, and the page does not say how that is answered.

        Document: https://developer.work.weixin.qq.com/document/path/94883#编辑规则组及其管理范围 (2023-12-01)
        """
        request = build_request(
            strategy_id,
            strategy_name=strategy_name,
            admin_list=admin_list,
            privilege=privilege,
            range_add=range_add,
            range_del=range_del,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, EditAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`edit` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def edit(
        self,
        strategy_id: int,
        *,
        strategy_name: str | None = None,
        admin_list: Sequence[str] | None = None,
        privilege: RightsParam | None = None,
        range_add: Sequence[RangeAddItemParam] | None = None,
        range_del: Sequence[RangeDelItemParam] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> EditAnswer:
        """编辑规则组及其管理范围

        Changes a rule group for customer contact: its name, the people in charge, what they may
        do, and the members and departments that it is for. What is left out stays. Change one
        after the other, never two at a time.

        Args:
            strategy_id: Id of the rule group.
            strategy_name: New name of the rule group. Not empty.
            admin_list: Userids of the people in charge, in the place of those before. 1 to 20
                elements. Each not empty.
            privilege: What the people in charge may do, in the place of what they could before.
                Left out or empty, nothing changes. A rule group with another above it has the
                rights of that one, and these are not looked at. Annotate a variable for it as
                RightsParam, from wecom_client.externalcontact.customer_strategy.
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
                share_customer (optional): Share customers with other members.
                oper_resign_customer (optional): Assign customers of members who left.
                oper_resign_group (optional): Assign customer groups of members who left.
                send_customer_msg (optional): Send messages to customers.
                edit_welcome_msg (optional): Set welcome messages.
                view_behavior_data (optional): See how members contact customers, in numbers.
                view_room_data (optional): See the statistics of groups.
                send_group_msg (optional): Send messages to customer groups.
                room_deduplication (optional): Remove members who are in several customer groups
                    (去重).
                rapid_reply (optional): Set quick replies.
                onjob_customer_transfer (optional): Transfer customers of members who are with
                    the company.
                edit_anti_spam_rule (optional): Change the rules that protect members from being
                    disturbed (防骚扰).
                export_customer_list (optional): Export the list of customers.
                export_customer_data (optional): Export the statistics of members and their
                    customers.
                export_customer_group_list (optional): Export the list of customer groups.
                manage_customer_tag (optional): Set the company's tags for customers.
            range_add: Members and departments that the rule group is for from now on. With a
                rule group above it, only such as are in the range of that one. 1 to 100
                elements. Annotate an element as RangeAddItemParam, from
                wecom_client.externalcontact.customer_strategy.edit.
                type (required): What the node is. 1: member; 2: department.
                userid (optional): Userid of the member. Not empty. Counts only where type is 1;
                    otherwise gives a warning. Required where type is 1.
                partyid (optional): Id of the department. Counts only where type is 2; otherwise
                    gives a warning. Required where type is 2.
            range_del: Members and departments that the rule group is for no more. 1 to 100
                elements. Annotate an element as RangeDelItemParam, from
                wecom_client.externalcontact.customer_strategy.edit.
                type (required): What the node is. 1: member; 2: department.
                userid (optional): Userid of the member. Not empty. Counts only where type is 1;
                    otherwise gives a warning. Required where type is 1.
                partyid (optional): Id of the department. Counts only where type is 2; otherwise
                    gives a warning. Required where type is 2.

        Returns:
            EditAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40003 invalid userid; 45035 other calls are changing the same record;
                48002 the application may not call this API; 60003 the department does not
                exist; 60011 no permission for this member, department or tag; 60030 outside the
                application's visible range.

        Quotas:
            3000 members and departments in the range of one rule group in all.

        A call whose outcome is unknown is not sent again. After a first call that did succeed,
        what range_del names is gone, and the page does not say how that is answered.

        Document: https://developer.work.weixin.qq.com/document/path/94883#编辑规则组及其管理范围 (2023-12-01)
        """
        request = build_request(
            strategy_id,
            strategy_name=strategy_name,
            admin_list=admin_list,
            privilege=privilege,
            range_add=range_add,
            range_del=range_del,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, EditAnswer, self._rules)
