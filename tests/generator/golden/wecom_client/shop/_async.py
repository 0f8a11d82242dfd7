# Generated from specs/shop/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `shop`, with await."""

from __future__ import annotations

from .._runtime.namespace import AsyncNamespace
from .order._async import AsyncOrder as _AsyncOrder

__all__ = ["AsyncShop"]


class AsyncShop(AsyncNamespace):
    """Operations below `shop`."""

    @property
    def order(self) -> _AsyncOrder:
        """Operations below `shop/order`."""
        return self._child(_AsyncOrder)
