# Generated from specs/externalcontact/delete_product_album.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""删除商品图册

Deletes a product of the company's product albums. An application deletes the products that it
made itself.

Permissions:
    Every application: An application deletes only the products that it made itself.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 管理商品图册.
    Third-party applications (第三方应用): Permission 管理商品图册.

Notes:
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/95096#删除商品图册 (2023-12-15)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Object, String
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "DeleteProductAlbumAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/delete_product_album",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/95096#删除商品图册",
    title="删除商品图册",
    effect="destroy",
)

REQUEST = Object({"product_id": String(min_length=1)}, required=("product_id",))


def build_request(
    product_id: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `delete_product_album` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "product_id": product_id,
        },
        _settings,
        extra,
    )


class DeleteProductAlbumAnswer(Answer):
    """The answer of `delete_product_album`."""


class _Methods(_Bound):
    """`delete_product_album` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def delete_product_album(
        self,
        product_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> DeleteProductAlbumAnswer:
        """删除商品图册

        Deletes a product of the company's product albums. An application deletes the products
        that it made itself.

        Args:
            product_id: Id of the product. Not empty.

        Returns:
            DeleteProductAlbumAnswer: errcode and errmsg alone.

        Raises:
            APIError: 41074 the product was deleted; 41075 the product is unknown; 48002 the
                application may not call this API.

        What it takes away or stops, no other call brings back. A call whose outcome is unknown
        is not sent again. The first call deletes it, and a second one may be refused although
        it is gone.

        Document: https://developer.work.weixin.qq.com/document/path/95096#删除商品图册 (2023-12-15)
        """
        request = build_request(
            product_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, DeleteProductAlbumAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`delete_product_album` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def delete_product_album(
        self,
        product_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> DeleteProductAlbumAnswer:
        """删除商品图册

        Deletes a product of the company's product albums. An application deletes the products
        that it made itself.

        Args:
            product_id: Id of the product. Not empty.

        Returns:
            DeleteProductAlbumAnswer: errcode and errmsg alone.

        Raises:
            APIError: 41074 the product was deleted; 41075 the product is unknown; 48002 the
                application may not call this API.

        What it takes away or stops, no other call brings back. A call whose outcome is unknown
        is not sent again. The first call deletes it, and a second one may be refused although
        it is gone.

        Document: https://developer.work.weixin.qq.com/document/path/95096#删除商品图册 (2023-12-15)
        """
        request = build_request(
            product_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, DeleteProductAlbumAnswer, self._rules)
