# Generated from specs/externalcontact/add_product_album.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""创建商品图册

Adds a product to the company's product albums: its description, price, code and pictures.
Returns its id.

Permissions:
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 管理商品图册.
    Third-party applications (第三方应用): Permission 管理商品图册.

Notes:
    The price is 50,000 yuan at most.
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/95096#创建商品图册 (2023-12-15)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from .._runtime.answers import Answer
from .._runtime.checks import Array, Integer, Object, String
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "OPERATION",
    "REQUEST",
    "AddProductAlbumAnswer",
    "AttachmentParam",
    "ImageParam",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/add_product_album",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/95096#创建商品图册",
    title="创建商品图册",
    effect="write",
)

REQUEST = Object(
    {
        "description": String(min_length=1, max_length=300),
        "price": Integer(maximum=5000000),
        "product_sn": String(min_length=1, max_bytes=128, pattern="^[0-9A-Za-z]*$"),
        "attachments": Array(
            Object(
                {
                    "type": String(enum={"image": "a picture"}),
                    "image": Object({"media_id": String(min_length=1)}, required=("media_id",)),
                },
                required=("type", "image"),
            ),
            min_items=1,
            max_items=9,
        ),
    },
    required=("description", "price", "attachments"),
)


class ImageParam(TypedDict):
    """A picture, named by media_id alone."""

    media_id: str
    """Media id of the picture, from the upload of attachments (上传附件资源) alone. Not empty."""


class AttachmentParam(TypedDict):
    """One picture."""

    type: str
    """What the attachment is; only pictures are taken. image: a picture."""
    image: ImageParam
    """A picture, named by media_id alone."""


def build_request(
    description: str,
    price: int,
    attachments: Sequence[AttachmentParam],
    *,
    product_sn: str | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `add_product_album` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "description": description,
            "price": price,
            "attachments": attachments,
            "product_sn": product_sn,
        },
        _settings,
        extra,
    )


class AddProductAlbumAnswer(Answer):
    """The answer of `add_product_album`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("product_id") is None` asks, and type checkers let
    it pass.
    """

    product_id: str
    """Id of the new product."""


class _Methods(_Bound):
    """`add_product_album` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def add_product_album(
        self,
        description: str,
        price: int,
        attachments: Sequence[AttachmentParam],
        *,
        product_sn: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AddProductAlbumAnswer:
        """创建商品图册

        Adds a product to the company's product albums: its description, price, code and
        pictures. Returns its id.

        Args:
            description: What the product is called and what it is about. 1 to 300 characters.
            price: Price of the product in fen, hundredths of a yuan. At most 5000000.
            attachments: The pictures of the product. 1 to 9 elements. Annotate an element as
                AttachmentParam, from wecom_client.externalcontact.add_product_album.
                type (required): What the attachment is; only pictures are taken. image: a
                    picture.
                image (required): A picture, named by media_id alone.
            product_sn: Code of the product. Not empty. At most 128 bytes of UTF-8. Matching
                `^[0-9A-Za-z]*$`.

        Returns:
            AddProductAlbumAnswer: product_id.

        Raises:
            APIError: 40007 the media_id is wrong, expired or of another kind of media; 41064
                too many attachments; 41065 the type of an attachment is not accepted; 41072 the
                attachment was uploaded for another use; 41073 the description of the product is
                not accepted; 41080 the attachment is too large; 41081 the image of the
                attachment has too many pixels; 41085 the code of the product is not accepted;
                41086 the price of the product is not accepted; 41087 the description of the
                product is not accepted or missing; 41088 there is no attachment; 41202 there
                are as many products as allowed; 48002 the application may not call this API.

        A call whose outcome is unknown is not sent again. A second call would make a second
        product.

        Document: https://developer.work.weixin.qq.com/document/path/95096#创建商品图册 (2023-12-15)
        """
        request = build_request(
            description,
            price,
            attachments,
            product_sn=product_sn,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, AddProductAlbumAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`add_product_album` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def add_product_album(
        self,
        description: str,
        price: int,
        attachments: Sequence[AttachmentParam],
        *,
        product_sn: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AddProductAlbumAnswer:
        """创建商品图册

        Adds a product to the company's product albums: its description, price, code and
        pictures. Returns its id.

        Args:
            description: What the product is called and what it is about. 1 to 300 characters.
            price: Price of the product in fen, hundredths of a yuan. At most 5000000.
            attachments: The pictures of the product. 1 to 9 elements. Annotate an element as
                AttachmentParam, from wecom_client.externalcontact.add_product_album.
                type (required): What the attachment is; only pictures are taken. image: a
                    picture.
                image (required): A picture, named by media_id alone.
            product_sn: Code of the product. Not empty. At most 128 bytes of UTF-8. Matching
                `^[0-9A-Za-z]*$`.

        Returns:
            AddProductAlbumAnswer: product_id.

        Raises:
            APIError: 40007 the media_id is wrong, expired or of another kind of media; 41064
                too many attachments; 41065 the type of an attachment is not accepted; 41072 the
                attachment was uploaded for another use; 41073 the description of the product is
                not accepted; 41080 the attachment is too large; 41081 the image of the
                attachment has too many pixels; 41085 the code of the product is not accepted;
                41086 the price of the product is not accepted; 41087 the description of the
                product is not accepted or missing; 41088 there is no attachment; 41202 there
                are as many products as allowed; 48002 the application may not call this API.

        A call whose outcome is unknown is not sent again. A second call would make a second
        product.

        Document: https://developer.work.weixin.qq.com/document/path/95096#创建商品图册 (2023-12-15)
        """
        request = build_request(
            description,
            price,
            attachments,
            product_sn=product_sn,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, AddProductAlbumAnswer, self._rules)
