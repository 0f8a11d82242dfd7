# Generated from specs/externalcontact/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `externalcontact`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import Later
from .._runtime.namespace import Namespace
from .groupchat import Groupchat as _Groupchat

if TYPE_CHECKING:
    from . import groupchat as groupchat
    from ._async import AsyncExternalcontact

__all__ = ["AsyncExternalcontact", "Externalcontact"]

if not TYPE_CHECKING:
    __getattr__ = Later(__name__, {"AsyncExternalcontact": "._async"})
    __dir__ = __getattr__.names


class Externalcontact(Namespace):
    """Operations below `externalcontact`."""

    @property
    def groupchat(self) -> _Groupchat:
        """Operations below `externalcontact/groupchat`."""
        return self._child(_Groupchat)
