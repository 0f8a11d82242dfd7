# Generated from specs/externalcontact/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `externalcontact`, with await."""

from __future__ import annotations

from .._runtime.namespace import AsyncNamespace
from .groupchat._async import AsyncGroupchat as _AsyncGroupchat

__all__ = ["AsyncExternalcontact"]


class AsyncExternalcontact(AsyncNamespace):
    """Operations below `externalcontact`."""

    @property
    def groupchat(self) -> _AsyncGroupchat:
        """Operations below `externalcontact/groupchat`."""
        return self._child(_AsyncGroupchat)
