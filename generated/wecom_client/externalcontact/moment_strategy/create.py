# Generated from specs/externalcontact/moment_strategy/create.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""创建新的规则组

Makes a rule group for moments: people in charge, what they may do, and the members and
departments that it is for. Returns its id. Make one after the other, never two at a time.

Permissions:
    Every application: An application sees and manages only the rule groups that it made itself.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 管理客户朋友圈规则组.
    Third-party applications (第三方应用): Permission 管理客户朋友圈规则组.

Quotas:
    5 levels of rule groups, one above the other in all.
    3000 members and departments in the range of one rule group in all.

Notes:
    One call at a time; the platform does not want rule groups to be made concurrently.
    The page calls the type of a node of range required. It leaves open whether a rule group can
        be made without any.
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/94890#创建新的规则组 (2023-12-01)
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
    path="externalcontact/moment_strategy/create",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/94890#创建新的规则组",
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
                "view_moment_list": Boolean(),
                "send_moment": Boolean(),
                "manage_moment_cover_and_sign": Boolean(),
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
            max_items=3000,
        ),
    },
    required=("strategy_name", "admin_list"),
    rules=(IgnoredUnless("privilege", "parent_id", (0,), default=0),),
)


class PrivilegeParam(TypedDict, total=False):
    """What the people in charge may do. A rule group with another above it has the rights of that
    one.
    """

    view_moment_list: bool
    """See everything that members publish in the moments of customers. Left out, it is True."""
    send_moment: bool
    """Let members publish in the moments of customers. Left out, it is True."""
    manage_moment_cover_and_sign: bool
    """Set cover and signature of the moments. Left out, it is True."""


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

        Makes a rule group for moments: people in charge, what they may do, and the members and
        departments that it is for. Returns its id. Make one after the other, never two at a
        time.

        Args:
            strategy_name: Name of the rule group. Not empty.
            admin_list: Userids of the people in charge. The super administrator cannot be one
                of them. 1 to 20 elements. Each not empty.
            parent_id: Id of the rule group above it. With 0 there is none. Left out, it is 0.
            privilege: What the people in charge may do. A rule group with another above it has
                the rights of that one. Counts only where parent_id is 0; otherwise gives a
                warning. Annotate a variable for it as PrivilegeParam, from
                wecom_client.externalcontact.moment_strategy.create.
                view_moment_list (optional): See everything that members publish in the moments
                    of customers. Left out, it is True.
                send_moment (optional): Let members publish in the moments of customers. Left
                    out, it is True.
                manage_moment_cover_and_sign (optional): Set cover and signature of the moments.
                    Left out, it is True.
            range: The members and departments that the rule group is for. With a rule group
                above it, only such as are in the range of that one. 1 to 3000 elements.
                Annotate an element as RangeItemParam, from
                wecom_client.externalcontact.moment_strategy.create.
                type (required): What the node is. 1: member; 2: department.
                userid (optional): Userid of the member. Not empty. Counts only where type is 1;
                    otherwise gives a warning. Required where type is 1.
                partyid (optional): Id of the department. Counts only where type is 2; otherwise
                    gives a warning. Required where type is 2.

        Returns:
            CreateAnswer: strategy_id.

        Raises:
            APIError: 40003 invalid userid; 41211 the company has not enabled customer moments;
                45035 other calls are changing the same record; 48002 the application may not
                call this API; 60003 the department does not exist; 60011 no permission for this
                member, department or tag; 60030 outside the application's visible range.

        Quotas:
            5 levels of rule groups, one above the other in all.
            3000 members and departments in the range of one rule group in all.

        A call whose outcome is unknown is not sent again. A second call would make a second
        rule group.

        Document: https://developer.work.weixin.qq.com/document/path/94890#创建新的规则组 (2023-12-01)
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

        Makes a rule group for moments: people in charge, what they may do, and the members and
        departments that it is for. Returns its id. Make one after the other, never two at a
        time.

        Args:
            strategy_name: Name of the rule group. Not empty.
            admin_list: Userids of the people in charge. The super administrator cannot be one
                of them. 1 to 20 elements. Each not empty.
            parent_id: Id of the rule group above it. With 0 there is none. Left out, it is 0.
            privilege: What the people in charge may do. A rule group with another above it has
                the rights of that one. Counts only where parent_id is 0; otherwise gives a
                warning. Annotate a variable for it as PrivilegeParam, from
                wecom_client.externalcontact.moment_strategy.create.
                view_moment_list (optional): See everything that members publish in the moments
                    of customers. Left out, it is True.
                send_moment (optional): Let members publish in the moments of customers. Left
                    out, it is True.
                manage_moment_cover_and_sign (optional): Set cover and signature of the moments.
                    Left out, it is True.
            range: The members and departments that the rule group is for. With a rule group
                above it, only such as are in the range of that one. 1 to 3000 elements.
                Annotate an element as RangeItemParam, from
                wecom_client.externalcontact.moment_strategy.create.
                type (required): What the node is. 1: member; 2: department.
                userid (optional): Userid of the member. Not empty. Counts only where type is 1;
                    otherwise gives a warning. Required where type is 1.
                partyid (optional): Id of the department. Counts only where type is 2; otherwise
                    gives a warning. Required where type is 2.

        Returns:
            CreateAnswer: strategy_id.

        Raises:
            APIError: 40003 invalid userid; 41211 the company has not enabled customer moments;
                45035 other calls are changing the same record; 48002 the application may not
                call this API; 60003 the department does not exist; 60011 no permission for this
                member, department or tag; 60030 outside the application's visible range.

        Quotas:
            5 levels of rule groups, one above the other in all.
            3000 members and departments in the range of one rule group in all.

        A call whose outcome is unknown is not sent again. A second call would make a second
        rule group.

        Document: https://developer.work.weixin.qq.com/document/path/94890#创建新的规则组 (2023-12-01)
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
