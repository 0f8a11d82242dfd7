# Generated from specs/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The synchronous client with every namespace of the specs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import gettoken as _gettoken
from ._error_table import ERRORS
from ._runtime.namespace import Child as _Child_
from ._runtime.sync_client import SyncClient

if TYPE_CHECKING:
    from .externalcontact import Externalcontact as _Externalcontact
    from .media import Media as _Media


class WeComClient(SyncClient):
    __doc__ = SyncClient.__doc__

    _errors = ERRORS
    _token_operation = _gettoken.OPERATION

    if TYPE_CHECKING:

        @property
        def externalcontact(self) -> _Externalcontact:
            """Operations below `externalcontact`."""

        @property
        def media(self) -> _Media:
            """Operations below `media`."""
    else:
        externalcontact = _Child_(
            __package__, "externalcontact", "Externalcontact", "Operations below `externalcontact`."
        )
        media = _Child_(__package__, "media", "Media", "Operations below `media`.")
