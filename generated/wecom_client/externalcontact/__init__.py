# Generated from specs/externalcontact/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `externalcontact`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import Later
from .._runtime.namespace import AsyncNamespace, Namespace
from .._runtime.namespace import Child as _Child_

if TYPE_CHECKING:
    from . import groupchat as groupchat
    from .groupchat import AsyncGroupchat as _AsyncGroupchat
    from .groupchat import Groupchat as _Groupchat

__all__ = ["AsyncExternalcontact", "Externalcontact"]

if not TYPE_CHECKING:
    __getattr__ = Later(__name__, dict.fromkeys(["groupchat"], ""))
    __dir__ = __getattr__.names


class Externalcontact(Namespace):
    """Operations below `externalcontact`."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def groupchat(self) -> _Groupchat:
            """Operations below `externalcontact/groupchat`."""
    else:
        groupchat = _Child_(
            __package__, "groupchat", "Groupchat", "Operations below `externalcontact/groupchat`."
        )


class AsyncExternalcontact(AsyncNamespace):
    """Operations below `externalcontact`, with await."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def groupchat(self) -> _AsyncGroupchat:
            """Operations below `externalcontact/groupchat`."""
    else:
        groupchat = _Child_(
            __package__,
            "groupchat",
            "AsyncGroupchat",
            "Operations below `externalcontact/groupchat`.",
        )
