# Generated from specs/shop/order/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `shop/order`."""

from __future__ import annotations

from ..._runtime.namespace import AsyncNamespace, Namespace
from ..._shapes import Money, MoneyParam
from ...common._shapes import PersonParam
from ...shop._shapes import Address, AddressParam, Article, ArticleParam, FailedOrder, Person
from ...shop._shapes import PersonParam as PersonParam2
from . import cancel as cancel
from . import create as create

__all__ = [
    "Address",
    "AddressParam",
    "Article",
    "ArticleParam",
    "AsyncOrder",
    "FailedOrder",
    "Money",
    "MoneyParam",
    "Order",
    "Person",
    "PersonParam",
    "PersonParam2",
]


class Order(cancel.Methods, create.Methods, Namespace):
    """Operations below `shop/order`."""

    __slots__ = ()


class AsyncOrder(cancel.AsyncMethods, create.AsyncMethods, AsyncNamespace):
    """Operations below `shop/order`, with await."""

    __slots__ = ()
