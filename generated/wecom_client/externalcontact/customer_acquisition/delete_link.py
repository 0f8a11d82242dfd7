# Generated from specs/externalcontact/customer_acquisition/delete_link.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""删除获客链接

Deletes a customer acquisition link; from then on the link cannot be used any more.

Permissions:
    Every application: The system application for customer contact (客户联系) may not call it.
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用).
    Applications developed on behalf (代开发应用): Permission 企业客户权限 > 获客助手.
    Third-party applications (第三方应用): Permission 企业客户权限 > 获客助手; an application
        for customer acquisition (营销获客) needs 建联客户信息.

Notes:
    People can delete the link, too, in the admin console or in WeCom; the application is then
        told by an event (删除获客链接事件), which does not come for links that this operation
        deletes.

Document: https://developer.work.weixin.qq.com/document/path/97297#删除获客链接 (2025-11-17)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..._runtime.answers import Answer
from ..._runtime.checks import Object, String
from ..._runtime.namespace import AsyncBound as _AsyncBound
from ..._runtime.namespace import Bound as _Bound
from ..._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "DeleteLinkAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/customer_acquisition/delete_link",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/97297#删除获客链接",
    title="删除获客链接",
    effect="destroy",
)

REQUEST = Object({"link_id": String(min_length=1)}, required=("link_id",))


def build_request(
    link_id: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `delete_link` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "link_id": link_id,
        },
        _settings,
        extra,
    )


class DeleteLinkAnswer(Answer):
    """The answer of `delete_link`."""


class _Methods(_Bound):
    """`delete_link` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def delete_link(
        self,
        link_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> DeleteLinkAnswer:
        """删除获客链接

        Deletes a customer acquisition link; from then on the link cannot be used any more.

        Args:
            link_id: Id of the link, one that this application made. Not empty.

        Returns:
            DeleteLinkAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40058 malformed or out-of-range argument; 41098 the acquisition link is in
                the hands of another component; 48002 the application may not call this API.

        What it takes away or stops, no other call brings back. A call whose outcome is unknown
        is not sent again. After a first call that did succeed, the second may answer that there
        is no such link.

        Document: https://developer.work.weixin.qq.com/document/path/97297#删除获客链接 (2025-11-17)
        """
        request = build_request(
            link_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, DeleteLinkAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`delete_link` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def delete_link(
        self,
        link_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> DeleteLinkAnswer:
        """删除获客链接

        Deletes a customer acquisition link; from then on the link cannot be used any more.

        Args:
            link_id: Id of the link, one that this application made. Not empty.

        Returns:
            DeleteLinkAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40058 malformed or out-of-range argument; 41098 the acquisition link is in
                the hands of another component; 48002 the application may not call this API.

        What it takes away or stops, no other call brings back. A call whose outcome is unknown
        is not sent again. After a first call that did succeed, the second may answer that there
        is no such link.

        Document: https://developer.work.weixin.qq.com/document/path/97297#删除获客链接 (2025-11-17)
        """
        request = build_request(
            link_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, DeleteLinkAnswer, self._rules)
