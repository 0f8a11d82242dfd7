# Generated from specs/names/property/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `names/property`."""

from __future__ import annotations

from ..._runtime.namespace import AsyncNamespace, Namespace
from . import alpha as alpha

__all__ = ["AsyncProperty", "Property"]


class Property(alpha.Methods, Namespace):
    """Operations below `names/property`."""

    __slots__ = ()


class AsyncProperty(alpha.AsyncMethods, AsyncNamespace):
    """Operations below `names/property`, with await."""

    __slots__ = ()
