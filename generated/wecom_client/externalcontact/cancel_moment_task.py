# Generated from specs/externalcontact/cancel_moment_task.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""停止发表企业朋友圈

Stops a moment of the company: members who have not published it yet need not do so any more.

Permissions:
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用).
    Applications developed on behalf (代开发应用): Permission 客户朋友圈 >
        发表到成员客户的朋友圈.
    Third-party applications (第三方应用): Permission 客户朋友圈 > 发表到成员客户的朋友圈.

Notes:
    What members have published already stays in the customers' moments, it cannot be called
        back.

Document: https://developer.work.weixin.qq.com/document/path/97612 (2023-12-01)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Object, String
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "CancelMomentTaskAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/cancel_moment_task",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/97612",
    title="停止发表企业朋友圈",
    effect="destroy",
)

REQUEST = Object({"moment_id": String(min_length=1)}, required=("moment_id",))


def build_request(
    moment_id: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `cancel_moment_task` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "moment_id": moment_id,
        },
        _settings,
        extra,
    )


class CancelMomentTaskAnswer(Answer):
    """The answer of `cancel_moment_task`."""


class _Methods(_Bound):
    """`cancel_moment_task` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def cancel_moment_task(
        self,
        moment_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> CancelMomentTaskAnswer:
        """停止发表企业朋友圈

        Stops a moment of the company: members who have not published it yet need not do so any
        more.

        Args:
            moment_id: Id of the moment, from `get_moment_task_result` or `get_moment_list`. Not
                empty.

        Returns:
            CancelMomentTaskAnswer: errcode and errmsg alone.

        Raises:
            APIError: 41059 moment_id is missing; 41060 the moment_id is unknown; 41067 the
                moment is of another kind; 41079 the moment is still being distributed.

        What it takes away or stops, no other call brings back. A call whose outcome is unknown
        is not sent again. The first call stops it, and a second one may be refused although it
        is stopped.

        Document: https://developer.work.weixin.qq.com/document/path/97612 (2023-12-01)
        """
        request = build_request(
            moment_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, CancelMomentTaskAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`cancel_moment_task` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def cancel_moment_task(
        self,
        moment_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> CancelMomentTaskAnswer:
        """停止发表企业朋友圈

        Stops a moment of the company: members who have not published it yet need not do so any
        more.

        Args:
            moment_id: Id of the moment, from `get_moment_task_result` or `get_moment_list`. Not
                empty.

        Returns:
            CancelMomentTaskAnswer: errcode and errmsg alone.

        Raises:
            APIError: 41059 moment_id is missing; 41060 the moment_id is unknown; 41067 the
                moment is of another kind; 41079 the moment is still being distributed.

        What it takes away or stops, no other call brings back. A call whose outcome is unknown
        is not sent again. The first call stops it, and a second one may be refused although it
        is stopped.

        Document: https://developer.work.weixin.qq.com/document/path/97612 (2023-12-01)
        """
        request = build_request(
            moment_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, CancelMomentTaskAnswer, self._rules)
