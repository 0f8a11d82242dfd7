# Generated from specs/names/zed/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `names/zed`."""

from __future__ import annotations

from ..._runtime.namespace import AsyncNamespace, Namespace
from . import alpha as alpha

__all__ = ["AsyncZed", "Zed"]


class Zed(alpha.Methods, Namespace):
    """Operations below `names/zed`."""

    __slots__ = ()


class AsyncZed(alpha.AsyncMethods, AsyncNamespace):
    """Operations below `names/zed`, with await."""

    __slots__ = ()
