# Generated from specs/externalcontact/groupchat/del_join_way.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""删除客户群进群方式配置

Deletes one join way that this application made.

Permissions:
    Every application: An application sees and manages only the join ways that it made itself.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 企业客户权限 > 客户群 >
        配置「加入群聊」二维码, and the paid advanced interface (高级接口) 「加入群聊」.
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户群 >
        配置「加入群聊」二维码 (an application for customer acquisition, 营销获客, has
        「加入群聊」二维码 chosen as its 客户建联方式), and the paid advanced interface
        (高级接口) 「加入群聊」.

Notes:
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/92229#删除客户群进群方式配置 (2026-01-05)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..._runtime.answers import Answer
from ..._runtime.checks import Object, String
from ..._runtime.namespace import AsyncBound as _AsyncBound
from ..._runtime.namespace import Bound as _Bound
from ..._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "DelJoinWayAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/groupchat/del_join_way",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/92229#删除客户群进群方式配置",
    title="删除客户群进群方式配置",
    effect="destroy",
)

REQUEST = Object({"config_id": String(min_length=1)}, required=("config_id",))


def build_request(
    config_id: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `del_join_way` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "config_id": config_id,
        },
        _settings,
        extra,
    )


class DelJoinWayAnswer(Answer):
    """The answer of `del_join_way`."""


class _Methods(_Bound):
    """`del_join_way` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def del_join_way(
        self,
        config_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> DelJoinWayAnswer:
        """删除客户群进群方式配置

        Deletes one join way that this application made.

        Args:
            config_id: Id of the join way. Not empty.

        Returns:
            DelJoinWayAnswer: errcode and errmsg alone.

        Raises:
            APIError: 41043 config_id is missing; 41044 invalid config_id.

        What it takes away or stops, no other call brings back. A call whose outcome is unknown
        is not sent again. After a first call that did succeed, the second may answer that there
        is no such join way.

        Document: https://developer.work.weixin.qq.com/document/path/92229#删除客户群进群方式配置 (2026-01-05)
        """
        request = build_request(
            config_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, DelJoinWayAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`del_join_way` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def del_join_way(
        self,
        config_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> DelJoinWayAnswer:
        """删除客户群进群方式配置

        Deletes one join way that this application made.

        Args:
            config_id: Id of the join way. Not empty.

        Returns:
            DelJoinWayAnswer: errcode and errmsg alone.

        Raises:
            APIError: 41043 config_id is missing; 41044 invalid config_id.

        What it takes away or stops, no other call brings back. A call whose outcome is unknown
        is not sent again. After a first call that did succeed, the second may answer that there
        is no such join way.

        Document: https://developer.work.weixin.qq.com/document/path/92229#删除客户群进群方式配置 (2026-01-05)
        """
        request = build_request(
            config_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, DelJoinWayAnswer, self._rules)
