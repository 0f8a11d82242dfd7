# Generated from specs/media/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `media`."""

from __future__ import annotations

from .._runtime.namespace import AsyncNamespace, Namespace
from . import upload_attachment as upload_attachment

__all__ = ["AsyncMedia", "Media"]


class Media(upload_attachment._Methods, Namespace):
    """Operations below `media`."""

    __slots__ = ()


class AsyncMedia(upload_attachment._AsyncMethods, AsyncNamespace):
    """Operations below `media`, with await."""

    __slots__ = ()
