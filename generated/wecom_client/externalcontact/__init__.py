# Generated from specs/externalcontact/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `externalcontact`."""

from __future__ import annotations

from .._runtime.namespace import Namespace
from .groupchat import Groupchat as _Groupchat


class Externalcontact(Namespace):
    """Operations below `externalcontact`."""

    @property
    def groupchat(self) -> _Groupchat:
        """Operations below `externalcontact/groupchat`."""
        return self._child(_Groupchat)
