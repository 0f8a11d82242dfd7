# Generated from specs/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The asynchronous client with every namespace of the specs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import gettoken as _gettoken
from ._error_table import ERRORS
from ._runtime.async_client import AsyncClient
from ._runtime.namespace import Child as _Child_

if TYPE_CHECKING:
    from .externalcontact import AsyncExternalcontact as _AsyncExternalcontact
    from .media import AsyncMedia as _AsyncMedia


class AsyncWeComClient(AsyncClient):
    __doc__ = AsyncClient.__doc__

    _errors = ERRORS
    _token_operation = _gettoken.OPERATION

    if TYPE_CHECKING:

        @property
        def externalcontact(self) -> _AsyncExternalcontact:
            """Operations below `externalcontact`."""

        @property
        def media(self) -> _AsyncMedia:
            """Operations below `media`."""
    else:
        externalcontact = _Child_(
            __package__,
            "externalcontact",
            "AsyncExternalcontact",
            "Operations below `externalcontact`.",
        )
        media = _Child_(__package__, "media", "AsyncMedia", "Operations below `media`.")
