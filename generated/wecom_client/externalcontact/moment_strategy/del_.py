# Generated from specs/externalcontact/moment_strategy/del.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""删除规则组

Deletes one rule group for moments.

Permissions:
    Every application: An application sees and manages only the rule groups that it made itself.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 管理客户朋友圈规则组.
    Third-party applications (第三方应用): Permission 管理客户朋友圈规则组.

Notes:
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/94890#删除规则组 (2023-12-01)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..._runtime.answers import Answer
from ..._runtime.checks import Integer, Object
from ..._runtime.namespace import AsyncBound as _AsyncBound
from ..._runtime.namespace import Bound as _Bound
from ..._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "DelAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/moment_strategy/del",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/94890#删除规则组",
    title="删除规则组",
    effect="destroy",
)

REQUEST = Object({"strategy_id": Integer()}, required=("strategy_id",))


def build_request(
    strategy_id: int,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `del` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "strategy_id": strategy_id,
        },
        _settings,
        extra,
    )


class DelAnswer(Answer):
    """The answer of `del`."""


class _Methods(_Bound):
    """`del_` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def del_(
        self,
        strategy_id: int,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> DelAnswer:
        """删除规则组

        Deletes one rule group for moments.

        Args:
            strategy_id: Id of the rule group.

        Returns:
            DelAnswer: errcode and errmsg alone.

        Raises:
            APIError: 41211 the company has not enabled customer moments; 45035 other calls are
                changing the same record; 48002 the application may not call this API; 60030
                outside the application's visible range.

        What it takes away or stops, no other call brings back. A call whose outcome is unknown
        is not sent again. After a first call that did succeed, the second may answer that there
        is no such rule group.

        Document: https://developer.work.weixin.qq.com/document/path/94890#删除规则组 (2023-12-01)
        """
        request = build_request(
            strategy_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, DelAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`del_` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def del_(
        self,
        strategy_id: int,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> DelAnswer:
        """删除规则组

        Deletes one rule group for moments.

        Args:
            strategy_id: Id of the rule group.

        Returns:
            DelAnswer: errcode and errmsg alone.

        Raises:
            APIError: 41211 the company has not enabled customer moments; 45035 other calls are
                changing the same record; 48002 the application may not call this API; 60030
                outside the application's visible range.

        What it takes away or stops, no other call brings back. A call whose outcome is unknown
        is not sent again. After a first call that did succeed, the second may answer that there
        is no such rule group.

        Document: https://developer.work.weixin.qq.com/document/path/94890#删除规则组 (2023-12-01)
        """
        request = build_request(
            strategy_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, DelAnswer, self._rules)
