# Generated from specs/media/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `media`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import Later
from .._runtime.namespace import AsyncNamespace, Child, Namespace
from . import get as get

if TYPE_CHECKING:
    from . import media as media
    from .media import AsyncMedia as _AsyncMedia
    from .media import Media as _Media

__all__ = ["AsyncMedia", "Media"]

if not TYPE_CHECKING:
    __getattr__ = Later(__name__, dict.fromkeys(["media"], ""))
    __dir__ = __getattr__.names


class Media(get.Methods, Namespace):
    """Operations below `media`."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def media(self) -> _Media:
            """Operations below `media/media`."""
    else:
        media = Child(__package__, "media", "Media", "Operations below `media/media`.")


class AsyncMedia(get.AsyncMethods, AsyncNamespace):
    """Operations below `media`, with await."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def media(self) -> _AsyncMedia:
            """Operations below `media/media`."""
    else:
        media = Child(__package__, "media", "AsyncMedia", "Operations below `media/media`.")
