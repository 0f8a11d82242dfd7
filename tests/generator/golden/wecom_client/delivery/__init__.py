# Generated from specs/delivery/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `delivery`."""

from __future__ import annotations

from .._runtime.namespace import AsyncNamespace, Namespace
from .._shapes import Money
from ..shop._shapes import Address, AddressParam, Person, PersonParam
from . import track as track

__all__ = ["Address", "AddressParam", "AsyncDelivery", "Delivery", "Money", "Person", "PersonParam"]


class Delivery(track.Methods, Namespace):
    """Operations below `delivery`."""

    __slots__ = ()


class AsyncDelivery(track.AsyncMethods, AsyncNamespace):
    """Operations below `delivery`, with await."""

    __slots__ = ()
