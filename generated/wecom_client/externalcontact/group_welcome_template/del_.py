# Generated from specs/externalcontact/group_welcome_template/del.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""删除入群欢迎语素材

Deletes a template from the library of welcomes for customer groups. An application deletes the
templates that it made itself.

Permissions:
    Every application: An application deletes only the templates that it made itself.
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用).
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户联系 >
        配置入群欢迎语素材.

Document: https://developer.work.weixin.qq.com/document/path/92366#删除入群欢迎语素材 (2023-12-01)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..._runtime.answers import Answer
from ..._runtime.checks import Integer, Object, String
from ..._runtime.namespace import AsyncBound as _AsyncBound
from ..._runtime.namespace import Bound as _Bound
from ..._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "DelAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/group_welcome_template/del",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/92366#删除入群欢迎语素材",
    title="删除入群欢迎语素材",
    effect="destroy",
)

REQUEST = Object(
    {"template_id": String(min_length=1), "agentid": Integer()}, required=("template_id",)
)


def build_request(
    template_id: str,
    *,
    agentid: int | None = None,
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
            "template_id": template_id,
            "agentid": agentid,
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
        template_id: str,
        *,
        agentid: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> DelAnswer:
        """删除入群欢迎语素材

        Deletes a template from the library of welcomes for customer groups. An application
        deletes the templates that it made itself.

        Args:
            template_id: Id of the template. Not empty.
            agentid: Id of the application as the company installed it. Older suites of
                third-party applications alone need it.

        Returns:
            DelAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40036 the length of the template id is wrong; 40037 the template id is
                unknown; 40056 invalid agentid; 41058 the application may not edit this welcome
                template.

        What it takes away or stops, no other call brings back. A call whose outcome is unknown
        is not sent again. The first call deletes it, and a second one may be refused although
        it is gone.

        Document: https://developer.work.weixin.qq.com/document/path/92366#删除入群欢迎语素材 (2023-12-01)
        """
        request = build_request(
            template_id,
            agentid=agentid,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, DelAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`del_` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def del_(
        self,
        template_id: str,
        *,
        agentid: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> DelAnswer:
        """删除入群欢迎语素材

        Deletes a template from the library of welcomes for customer groups. An application
        deletes the templates that it made itself.

        Args:
            template_id: Id of the template. Not empty.
            agentid: Id of the application as the company installed it. Older suites of
                third-party applications alone need it.

        Returns:
            DelAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40036 the length of the template id is wrong; 40037 the template id is
                unknown; 40056 invalid agentid; 41058 the application may not edit this welcome
                template.

        What it takes away or stops, no other call brings back. A call whose outcome is unknown
        is not sent again. The first call deletes it, and a second one may be refused although
        it is gone.

        Document: https://developer.work.weixin.qq.com/document/path/92366#删除入群欢迎语素材 (2023-12-01)
        """
        request = build_request(
            template_id,
            agentid=agentid,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, DelAnswer, self._rules)
