# Generated from specs/externalcontact/update_product_album.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""编辑商品图册

Changes a product of the company's product albums: its description, price, code or pictures.
What is left out stays. An application changes the products that it made itself.

Permissions:
    Every application: An application changes only the products that it made itself.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 管理商品图册.
    Third-party applications (第三方应用): Permission 管理商品图册.

Notes:
    The price is 50,000 yuan at most.
    The page does not say whether an empty code takes the code away; here it is refused.
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/95096#编辑商品图册 (2023-12-15)
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
    "AttachmentParam",
    "ImageParam",
    "UpdateProductAlbumAnswer",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/update_product_album",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/95096#编辑商品图册",
    title="编辑商品图册",
    effect="write",
)

REQUEST = Object(
    {
        "product_id": String(min_length=1),
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
    required=("product_id",),
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
    product_id: str,
    *,
    description: str | None = None,
    price: int | None = None,
    product_sn: str | None = None,
    attachments: Sequence[AttachmentParam] | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `update_product_album` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "product_id": product_id,
            "description": description,
            "price": price,
            "product_sn": product_sn,
            "attachments": attachments,
        },
        _settings,
        extra,
    )


class UpdateProductAlbumAnswer(Answer):
    """The answer of `update_product_album`."""


class _Methods(_Bound):
    """`update_product_album` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def update_product_album(
        self,
        product_id: str,
        *,
        description: str | None = None,
        price: int | None = None,
        product_sn: str | None = None,
        attachments: Sequence[AttachmentParam] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> UpdateProductAlbumAnswer:
        """编辑商品图册

        Changes a product of the company's product albums: its description, price, code or
        pictures. What is left out stays. An application changes the products that it made
        itself.

        Args:
            product_id: Id of the product. Not empty.
            description: What the product is called and what it is about. 1 to 300 characters.
            price: Price of the product in fen, hundredths of a yuan. At most 5000000.
            product_sn: Code of the product. Not empty. At most 128 bytes of UTF-8. Matching
                `^[0-9A-Za-z]*$`.
            attachments: The pictures of the product, in the place of those before. 1 to 9
                elements. Annotate an element as AttachmentParam, from
                wecom_client.externalcontact.update_product_album.
                type (required): What the attachment is; only pictures are taken. image: a
                    picture.
                image (required): A picture, named by media_id alone.

        Returns:
            UpdateProductAlbumAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40007 the media_id is wrong, expired or of another kind of media; 41064
                too many attachments; 41065 the type of an attachment is not accepted; 41072 the
                attachment was uploaded for another use; 41073 the description of the product is
                not accepted; 41074 the product was deleted; 41075 the product is unknown; 41080
                the attachment is too large; 41081 the image of the attachment has too many
                pixels; 41085 the code of the product is not accepted; 41086 the price of the
                product is not accepted; 41087 the description of the product is not accepted or
                missing; 41088 there is no attachment; 48002 the application may not call this
                API.

        A call whose outcome is unknown is sent again. Sent twice, it leaves the product as sent
        once.

        Document: https://developer.work.weixin.qq.com/document/path/95096#编辑商品图册 (2023-12-15)
        """
        request = build_request(
            product_id,
            description=description,
            price=price,
            product_sn=product_sn,
            attachments=attachments,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, UpdateProductAlbumAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`update_product_album` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def update_product_album(
        self,
        product_id: str,
        *,
        description: str | None = None,
        price: int | None = None,
        product_sn: str | None = None,
        attachments: Sequence[AttachmentParam] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> UpdateProductAlbumAnswer:
        """编辑商品图册

        Changes a product of the company's product albums: its description, price, code or
        pictures. What is left out stays. An application changes the products that it made
        itself.

        Args:
            product_id: Id of the product. Not empty.
            description: What the product is called and what it is about. 1 to 300 characters.
            price: Price of the product in fen, hundredths of a yuan. At most 5000000.
            product_sn: Code of the product. Not empty. At most 128 bytes of UTF-8. Matching
                `^[0-9A-Za-z]*$`.
            attachments: The pictures of the product, in the place of those before. 1 to 9
                elements. Annotate an element as AttachmentParam, from
                wecom_client.externalcontact.update_product_album.
                type (required): What the attachment is; only pictures are taken. image: a
                    picture.
                image (required): A picture, named by media_id alone.

        Returns:
            UpdateProductAlbumAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40007 the media_id is wrong, expired or of another kind of media; 41064
                too many attachments; 41065 the type of an attachment is not accepted; 41072 the
                attachment was uploaded for another use; 41073 the description of the product is
                not accepted; 41074 the product was deleted; 41075 the product is unknown; 41080
                the attachment is too large; 41081 the image of the attachment has too many
                pixels; 41085 the code of the product is not accepted; 41086 the price of the
                product is not accepted; 41087 the description of the product is not accepted or
                missing; 41088 there is no attachment; 48002 the application may not call this
                API.

        A call whose outcome is unknown is sent again. Sent twice, it leaves the product as sent
        once.

        Document: https://developer.work.weixin.qq.com/document/path/95096#编辑商品图册 (2023-12-15)
        """
        request = build_request(
            product_id,
            description=description,
            price=price,
            product_sn=product_sn,
            attachments=attachments,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, UpdateProductAlbumAnswer, self._rules)
