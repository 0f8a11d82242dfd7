# Generated from specs/_shapes.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""Shapes that several operations share."""

from __future__ import annotations

from typing import TypedDict

from ._runtime.records import Record


class _MoneyParamRequired(TypedDict):
    amount: float
    """How much. At least 0."""


class MoneyParam(_MoneyParamRequired, total=False):
    """An amount of money."""

    currency: str
    """Which money. CNY: 人民币; USD: US dollar. Left out, it is 'CNY'."""


class Money(Record):
    """An amount of money."""

    amount: float
    """How much."""
    currency: str
    """Which money. CNY: 人民币; USD: US dollar."""
