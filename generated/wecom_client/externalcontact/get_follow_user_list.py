# Generated from specs/externalcontact/get_follow_user_list.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取配置了客户联系功能的成员列表

Lists the members who are set up for customer contact.

Permissions:
    Every application: An application gets only members in its visible range.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 客户基础信息.
    Third-party applications (第三方应用): Permission 客户基础信息.

Notes:
    An administrator sets who may use customer contact, in the admin console under 客户联系 >
        权限配置 > 使用范围. Where nobody is set, the operations of customer contact cannot be
        called.

Document: https://developer.work.weixin.qq.com/document/path/92571 (2023-12-01)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Object
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.records import values
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "GetFollowUserListAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/get_follow_user_list",
    method="GET",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/92571",
    title="获取配置了客户联系功能的成员列表",
    effect="read",
)

REQUEST = Object({})


def build_request(
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get_follow_user_list` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {},
        _settings,
        extra,
    )


class GetFollowUserListAnswer(Answer):
    """The answer of `get_follow_user_list`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("follow_user") is None` asks, and type checkers let
    it pass.
    """

    follow_user: tuple[str, ...] = values()
    """Userids of the members."""


class _Methods(_Bound):
    """`get_follow_user_list` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get_follow_user_list(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetFollowUserListAnswer:
        """获取配置了客户联系功能的成员列表

        Lists the members who are set up for customer contact.

        Returns:
            GetFollowUserListAnswer: follow_user.

        Raises:
            APIError: 48002 the application may not call this API; 60011 no permission for this
                member, department or tag.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92571 (2023-12-01)
        """
        request = build_request(
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetFollowUserListAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`get_follow_user_list` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get_follow_user_list(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetFollowUserListAnswer:
        """获取配置了客户联系功能的成员列表

        Lists the members who are set up for customer contact.

        Returns:
            GetFollowUserListAnswer: follow_user.

        Raises:
            APIError: 48002 the application may not call this API; 60011 no permission for this
                member, department or tag.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92571 (2023-12-01)
        """
        request = build_request(
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetFollowUserListAnswer, self._rules)
