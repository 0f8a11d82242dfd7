# Generated from specs/shop/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `shop`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import Later
from .._runtime.namespace import AsyncNamespace, Child, Namespace

if TYPE_CHECKING:
    from . import order as order
    from .order import AsyncOrder as _AsyncOrder
    from .order import Order as _Order

__all__ = ["AsyncShop", "Shop"]

if not TYPE_CHECKING:
    __getattr__ = Later(__name__, dict.fromkeys(["order"], ""))
    __dir__ = __getattr__.names


class Shop(Namespace):
    """Operations below `shop`."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def order(self) -> _Order:
            """Operations below `shop/order`."""
    else:
        order = Child(__package__, "order", "Order", "Operations below `shop/order`.")


class AsyncShop(AsyncNamespace):
    """Operations below `shop`, with await."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def order(self) -> _AsyncOrder:
            """Operations below `shop/order`."""
    else:
        order = Child(__package__, "order", "AsyncOrder", "Operations below `shop/order`.")
