"""Seeding: the call by which a test makes products."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from ...._runtime.checks import Array, Check, Integer, String
from ...refusals import RefusalError
from ...seed_checks import ID
from ...seeding import CompanySeeding, taking
from ...tokens import FIRST_APPLICATION
from .products import make
from .state import Product, ProductAlbumsState

PRODUCT: Mapping[str, Check] = {
    "description": String(min_length=1, max_length=300),
    "price": Integer(minimum=0, maximum=5_000_000),
    "product_sn": String(),
    "media_ids": Array(ID, max_items=9),
    "product_id": ID,
    "application": ID,
}
"""What `add_product` takes."""


class Seeding(CompanySeeding):
    """Products of product albums."""

    @property
    def products(self) -> Mapping[str, Product]:
        """The products of all applications by product id, without those that were deleted."""
        return MappingProxyType(self._product_albums.products)

    @property
    def product_limit(self) -> int:
        """How many products there can be."""
        return self._product_albums.product_limit

    @product_limit.setter
    def product_limit(self, count: int) -> None:
        self._product_albums.product_limit = count

    @taking(PRODUCT)
    def add_product(
        self,
        description: str,
        price: int = 0,
        *,
        product_sn: str = "",
        media_ids: Sequence[str] = (),
        product_id: str | None = None,
        application: str = FIRST_APPLICATION,
    ) -> str:
        """Make a product and return its id.

        `price` is in fen. `media_ids` are those of its pictures, which may have ended, or never
        have been there. `application` is who made it, the one of `secret` unless said otherwise.

        Raises:
            ValueError: the id is taken, or there are as many products as can be.
        """
        if product_id is not None and product_id in self._product_albums.products:
            raise ValueError(f"product_id {product_id!r} is taken")
        pictures: list[dict[str, Any]] = [
            {"type": "image", "image": {"media_id": one}} for one in media_ids
        ]
        params = {
            "description": description,
            "price": price,
            "product_sn": product_sn,
            "attachments": pictures,
        }
        try:
            return make(self._product_albums, params, application, product_id).product_id
        except RefusalError as refusal:
            raise ValueError(refusal.detail) from refusal

    @property
    def _product_albums(self) -> ProductAlbumsState:
        return self._company.state(ProductAlbumsState)
