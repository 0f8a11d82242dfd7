# Generated from specs/shop/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `shop`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import Later
from .._runtime.namespace import Namespace
from .order import Order as _Order

if TYPE_CHECKING:
    from . import order as order
    from ._async import AsyncShop

__all__ = ["AsyncShop", "Shop"]

if not TYPE_CHECKING:
    __getattr__ = Later(__name__, {"AsyncShop": "._async"})
    __dir__ = __getattr__.names


class Shop(Namespace):
    """Operations below `shop`."""

    @property
    def order(self) -> _Order:
        """Operations below `shop/order`."""
        return self._child(_Order)
