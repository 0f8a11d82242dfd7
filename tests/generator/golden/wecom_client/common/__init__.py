# Generated from specs/common/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `common`."""

from __future__ import annotations

from .._runtime.namespace import AsyncNamespace, Namespace

__all__ = ["AsyncCommon", "Common"]


class Common(Namespace):
    """Operations below `common`."""

    __slots__ = ()


class AsyncCommon(AsyncNamespace):
    """Operations below `common`, with await."""

    __slots__ = ()
