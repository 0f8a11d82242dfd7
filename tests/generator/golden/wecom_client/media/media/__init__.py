# Generated from specs/media/media/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `media/media`."""

from __future__ import annotations

from ..._runtime.namespace import AsyncNamespace, Namespace
from . import upload as upload

__all__ = ["AsyncMedia", "Media"]


class Media(upload.Methods, Namespace):
    """Operations below `media/media`."""

    __slots__ = ()


class AsyncMedia(upload.AsyncMethods, AsyncNamespace):
    """Operations below `media/media`, with await."""

    __slots__ = ()
