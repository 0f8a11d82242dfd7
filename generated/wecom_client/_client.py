# Generated from specs/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The synchronous client with every namespace of the specs."""

from __future__ import annotations

from . import gettoken as _gettoken
from ._error_table import ERRORS
from ._runtime.sync_client import SyncClient
from .externalcontact import Externalcontact as _Externalcontact


class WeComClient(SyncClient):
    __doc__ = SyncClient.__doc__

    _errors = ERRORS
    _token_operation = _gettoken.OPERATION

    @property
    def externalcontact(self) -> _Externalcontact:
        """Operations below `externalcontact`."""
        return self._namespace(_Externalcontact)
