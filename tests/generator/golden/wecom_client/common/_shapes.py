# Generated from specs/common/_shapes.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""Shapes that several operations below `common` share."""

from __future__ import annotations

from typing import TypedDict


class _PersonParamRequired(TypedDict):
    name: str
    """Name. Not empty."""


class PersonParam(_PersonParamRequired, total=False):
    """Somebody."""

    birthday: int
    """Day of birth. Unix seconds."""
