# Generated from specs/common/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `common`, with await."""

from __future__ import annotations

from .._runtime.namespace import AsyncNamespace

__all__ = ["AsyncCommon"]


class AsyncCommon(AsyncNamespace):
    """Operations below `common`."""
