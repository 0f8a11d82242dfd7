# Generated from specs/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The asynchronous client with every namespace of the specs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import call_ as _call_
from . import gettoken as _gettoken
from . import take as _take
from ._error_table import ERRORS
from ._runtime.async_client import AsyncClient
from ._runtime.namespace import Child

if TYPE_CHECKING:
    from .delivery import AsyncDelivery as _AsyncDelivery
    from .depot import AsyncDepot as _AsyncDepot
    from .media import AsyncMedia as _AsyncMedia
    from .names import AsyncNames as _AsyncNames
    from .odd import AsyncOdd as _AsyncOdd
    from .shop import AsyncShop as _AsyncShop


class AsyncWeComClient(_call_.AsyncMethods, _take.AsyncMethods, AsyncClient):
    __doc__ = AsyncClient.__doc__

    _errors = ERRORS
    _token_operation = _gettoken.OPERATION

    if not TYPE_CHECKING:
        # as methods find their client
        _client = property(lambda self: self)

    if TYPE_CHECKING:

        @property
        def delivery(self) -> _AsyncDelivery:
            """Operations below `delivery`."""

        @property
        def depot(self) -> _AsyncDepot:
            """Operations below `depot`."""

        @property
        def media(self) -> _AsyncMedia:
            """Operations below `media`."""

        @property
        def names(self) -> _AsyncNames:
            """Operations below `names`."""

        @property
        def odd(self) -> _AsyncOdd:
            """Operations below `odd`."""

        @property
        def shop(self) -> _AsyncShop:
            """Operations below `shop`."""
    else:
        delivery = Child(__package__, "delivery", "AsyncDelivery", "Operations below `delivery`.")
        depot = Child(__package__, "depot", "AsyncDepot", "Operations below `depot`.")
        media = Child(__package__, "media", "AsyncMedia", "Operations below `media`.")
        names = Child(__package__, "names", "AsyncNames", "Operations below `names`.")
        odd = Child(__package__, "odd", "AsyncOdd", "Operations below `odd`.")
        shop = Child(__package__, "shop", "AsyncShop", "Operations below `shop`.")
