# Generated from specs/shop/_shapes.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""Shapes that several operations below `shop` share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from .._error_table import ERRORS
from .._runtime.answers import FailedRecord
from .._runtime.records import Record, one, renamed, values
from .._shapes import Money, MoneyParam


class _PersonParamRequired(TypedDict):
    name: str
    """Name. Not empty."""


class PersonParam(_PersonParamRequired, total=False):
    """Somebody."""

    birthday: int
    """Day of birth. Unix seconds."""


class _AddressParamRequired(TypedDict):
    city: str
    """City."""


_AddressParamOptional = TypedDict(
    "_AddressParamOptional",
    {
        "global": bool,
        "by": PersonParam,
    },
    total=False,
)


class AddressParam(_AddressParamRequired, _AddressParamOptional):
    """Where to."""


class _ArticleParamRequired(TypedDict):
    sku: str
    """Number of the article. Not empty."""


_ArticleParamOptional = TypedDict(
    "_ArticleParamOptional",
    {
        "price": MoneyParam,
        "from": AddressParam,
        "tags": Sequence[str],
    },
    total=False,
)


class ArticleParam(_ArticleParamRequired, _ArticleParamOptional):
    """What is sold."""


class Person(Record):
    """Somebody."""

    name: str
    """Name."""
    birthday: int
    """Day of birth. Unix seconds."""


class Address(Record):
    """Where to."""

    global_: bool = renamed("global")
    """Whether abroad."""
    city: str
    """City."""
    by: Person = one(Person)
    """Somebody."""


class Article(Record):
    """What is sold."""

    sku: str
    """Number of the article."""
    price: Money = one(Money)
    """An amount of money."""
    from_: Address = one(Address, "from")
    """Where to."""
    tags: tuple[str, ...] = values()
    """Words."""


class FailedOrder(FailedRecord, errors=ERRORS):
    """An order that could not be cancelled, and why."""

    order_id: str
    """Id."""
    errcode: int
    """Error code."""
    errmsg: str
    """Its text."""
