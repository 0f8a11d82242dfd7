# Generated from specs/shop/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `shop`."""

from __future__ import annotations

from .._runtime.namespace import Namespace
from .order import Order as _Order


class Shop(Namespace):
    """Operations below `shop`."""

    @property
    def order(self) -> _Order:
        """Operations below `shop/order`."""
        return self._child(_Order)
