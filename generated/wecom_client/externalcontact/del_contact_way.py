# Generated from specs/externalcontact/del_contact_way.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""删除企业已配置的「联系我」方式

Deletes a contact way, a QR code or a mini program button.

Permissions:
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 配置「联系我」二维码.
    Third-party applications (第三方应用): Permission 配置「联系我」二维码 (an application for
        customer acquisition, 营销获客, has 「联系我」二维码 chosen as its 客户建联方式).

Document: https://developer.work.weixin.qq.com/document/path/92228#删除企业已配置的「联系我」方式 (2025-12-11)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Object, String
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "DelContactWayAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/del_contact_way",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/92228#删除企业已配置的「联系我」方式",
    title="删除企业已配置的「联系我」方式",
    effect="destroy",
)

REQUEST = Object({"config_id": String(min_length=1)}, required=("config_id",))


def build_request(
    config_id: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `del_contact_way` and return what would be sent; nothing is sent here.

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


class DelContactWayAnswer(Answer):
    """The answer of `del_contact_way`."""


class _Methods(_Bound):
    """`del_contact_way` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def del_contact_way(
        self,
        config_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> DelContactWayAnswer:
        """删除企业已配置的「联系我」方式

        Deletes a contact way, a QR code or a mini program button.

        Args:
            config_id: Id of the contact way. Not empty.

        Returns:
            DelContactWayAnswer: errcode and errmsg alone.

        Raises:
            APIError: 41043 config_id is missing; 41044 invalid config_id.

        What it takes away or stops, no other call brings back. A call whose outcome is unknown
        is not sent again. The first call deletes it, and a second one may be refused although
        it is gone.

        Document: https://developer.work.weixin.qq.com/document/path/92228#删除企业已配置的「联系我」方式 (2025-12-11)
        """
        request = build_request(
            config_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, DelContactWayAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`del_contact_way` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def del_contact_way(
        self,
        config_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> DelContactWayAnswer:
        """删除企业已配置的「联系我」方式

        Deletes a contact way, a QR code or a mini program button.

        Args:
            config_id: Id of the contact way. Not empty.

        Returns:
            DelContactWayAnswer: errcode and errmsg alone.

        Raises:
            APIError: 41043 config_id is missing; 41044 invalid config_id.

        What it takes away or stops, no other call brings back. A call whose outcome is unknown
        is not sent again. The first call deletes it, and a second one may be refused although
        it is gone.

        Document: https://developer.work.weixin.qq.com/document/path/92228#删除企业已配置的「联系我」方式 (2025-12-11)
        """
        request = build_request(
            config_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, DelContactWayAnswer, self._rules)
