# Copied from templates/wecom_client/simulator/behaviours/product_albums/state.py: edit that file, then run 'make generate'.
"""What is remembered of product albums."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...company import Company, State
from ...cursors import Cursors

_INVALID_CURSOR = 701105


@dataclass(frozen=True, slots=True)
class Product:
    """A product; `price` in fen. `application` made it, and alone may change it.

    `number` says how many were made before it.
    """

    product_id: str
    application: str
    description: str
    price: int
    create_time: int
    product_sn: str = ""
    attachments: tuple[Mapping[str, Any], ...] = ()
    number: int = 0


class ProductAlbumsState(State):
    """Products in the order of their creation, and the ids of those that were deleted."""

    product_limit: int

    def __init__(self, company: Company) -> None:
        """Begin without any."""
        super().__init__(company)
        self.products: dict[str, Product] = {}
        self.deleted: set[str] = set()
        self.cursors = Cursors(_INVALID_CURSOR)
        self.made = 0

    def add(self, product: Product) -> None:
        """Add a product that is not there yet."""
        self.products[product.product_id] = product
        self.made += 1
