# Generated from specs/externalcontact/moment_strategy/edit.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""编辑规则组及其管理范围

Changes a rule group for moments: its name, the people in charge, what they may do, and the
members and departments that it is for. What is left out stays. Change one after the other,
never two at a time.

Permissions:
    Every application: An application sees and manages only the rule groups that it made itself.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 管理客户朋友圈规则组.
    Third-party applications (第三方应用): Permission 管理客户朋友圈规则组.

Quotas:
    3000 members and departments in the range of one rule group in all.

Notes:
    One call at a time; the platform does not want rule groups to be changed concurrently.
    privilege overwrites. Give every right that shall stay; the page does not say what becomes
        of one that is left out.
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/94890#编辑规则组及其管理范围 (2023-12-01)
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
    path="externalcontact/moment_strategy/edit",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/94890#编辑规则组及其管理范围",
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
                "view_moment_list": Boolean(),
                "send_moment": Boolean(),
                "manage_moment_cover_and_sign": Boolean(),
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

        Changes a rule group for moments: its name, the people in charge, what they may do, and
        the members and departments that it is for. What is left out stays. Change one after the
        other, never two at a time.

        Args:
            strategy_id: Id of the rule group.
            strategy_name: New name of the rule group. Not empty.
            admin_list: Userids of the people in charge, in the place of those before. 1 to 20
                elements. Each not empty.
            privilege: What the people in charge may do, in the place of what they could before.
                Left out or empty, nothing changes. A rule group with another above it has the
                rights of that one, and these are not looked at. Annotate a variable for it as
                RightsParam, from wecom_client.externalcontact.moment_strategy.
                view_moment_list (optional): See everything that members publish in the moments
                    of customers.
                send_moment (optional): Let members publish in the moments of customers.
                manage_moment_cover_and_sign (optional): Set cover and signature of the moments.
            range_add: Members and departments that the rule group is for from now on. With a
                rule group above it, only such as are in the range of that one. At least 1
                element. Annotate an element as RangeAddItemParam, from
                wecom_client.externalcontact.moment_strategy.edit.
                type (required): What the node is. 1: member; 2: department.
                userid (optional): Userid of the member. Not empty. Counts only where type is 1;
                    otherwise gives a warning. Required where type is 1.
                partyid (optional): Id of the department. Counts only where type is 2; otherwise
                    gives a warning. Required where type is 2.
            range_del: Members and departments that the rule group is for no more. At least 1
                element. Annotate an element as RangeDelItemParam, from
                wecom_client.externalcontact.moment_strategy.edit.
                type (required): What the node is. 1: member; 2: department.
                userid (optional): Userid of the member. Not empty. Counts only where type is 1;
                    otherwise gives a warning. Required where type is 1.
                partyid (optional): Id of the department. Counts only where type is 2; otherwise
                    gives a warning. Required where type is 2.

        Returns:
            EditAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40003 invalid userid; 41211 the company has not enabled customer moments;
                45035 other calls are changing the same record; 48002 the application may not
                call this API; 60003 the department does not exist; 60011 no permission for this
                member, department or tag; 60030 outside the application's visible range.

        Quotas:
            3000 members and departments in the range of one rule group in all.

        A call whose outcome is unknown is not sent again. After a first call that did succeed,
        what range_del names is gone, and the page does not say how that is answered.

        Document: https://developer.work.weixin.qq.com/document/path/94890#编辑规则组及其管理范围 (2023-12-01)
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

        Changes a rule group for moments: its name, the people in charge, what they may do, and
        the members and departments that it is for. What is left out stays. Change one after the
        other, never two at a time.

        Args:
            strategy_id: Id of the rule group.
            strategy_name: New name of the rule group. Not empty.
            admin_list: Userids of the people in charge, in the place of those before. 1 to 20
                elements. Each not empty.
            privilege: What the people in charge may do, in the place of what they could before.
                Left out or empty, nothing changes. A rule group with another above it has the
                rights of that one, and these are not looked at. Annotate a variable for it as
                RightsParam, from wecom_client.externalcontact.moment_strategy.
                view_moment_list (optional): See everything that members publish in the moments
                    of customers.
                send_moment (optional): Let members publish in the moments of customers.
                manage_moment_cover_and_sign (optional): Set cover and signature of the moments.
            range_add: Members and departments that the rule group is for from now on. With a
                rule group above it, only such as are in the range of that one. At least 1
                element. Annotate an element as RangeAddItemParam, from
                wecom_client.externalcontact.moment_strategy.edit.
                type (required): What the node is. 1: member; 2: department.
                userid (optional): Userid of the member. Not empty. Counts only where type is 1;
                    otherwise gives a warning. Required where type is 1.
                partyid (optional): Id of the department. Counts only where type is 2; otherwise
                    gives a warning. Required where type is 2.
            range_del: Members and departments that the rule group is for no more. At least 1
                element. Annotate an element as RangeDelItemParam, from
                wecom_client.externalcontact.moment_strategy.edit.
                type (required): What the node is. 1: member; 2: department.
                userid (optional): Userid of the member. Not empty. Counts only where type is 1;
                    otherwise gives a warning. Required where type is 1.
                partyid (optional): Id of the department. Counts only where type is 2; otherwise
                    gives a warning. Required where type is 2.

        Returns:
            EditAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40003 invalid userid; 41211 the company has not enabled customer moments;
                45035 other calls are changing the same record; 48002 the application may not
                call this API; 60003 the department does not exist; 60011 no permission for this
                member, department or tag; 60030 outside the application's visible range.

        Quotas:
            3000 members and departments in the range of one rule group in all.

        A call whose outcome is unknown is not sent again. After a first call that did succeed,
        what range_del names is gone, and the page does not say how that is answered.

        Document: https://developer.work.weixin.qq.com/document/path/94890#编辑规则组及其管理范围 (2023-12-01)
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
