# Generated from specs/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The synchronous client with every namespace of the specs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import call_ as _call_
from . import gettoken as _gettoken
from . import take as _take
from ._error_table import ERRORS
from ._runtime.namespace import Child
from ._runtime.sync_client import SyncClient

if TYPE_CHECKING:
    from .delivery import Delivery as _Delivery
    from .depot import Depot as _Depot
    from .media import Media as _Media
    from .names import Names as _Names
    from .odd import Odd as _Odd
    from .shop import Shop as _Shop


class WeComClient(_call_.Methods, _take.Methods, SyncClient):
    __doc__ = SyncClient.__doc__

    _errors = ERRORS
    _token_operation = _gettoken.OPERATION

    if not TYPE_CHECKING:
        # as methods find their client
        _client = property(lambda self: self)

    if TYPE_CHECKING:

        @property
        def delivery(self) -> _Delivery:
            """Operations below `delivery`."""

        @property
        def depot(self) -> _Depot:
            """Operations below `depot`."""

        @property
        def media(self) -> _Media:
            """Operations below `media`."""

        @property
        def names(self) -> _Names:
            """Operations below `names`."""

        @property
        def odd(self) -> _Odd:
            """Operations below `odd`."""

        @property
        def shop(self) -> _Shop:
            """Operations below `shop`."""
    else:
        delivery = Child(__package__, "delivery", "Delivery", "Operations below `delivery`.")
        depot = Child(__package__, "depot", "Depot", "Operations below `depot`.")
        media = Child(__package__, "media", "Media", "Operations below `media`.")
        names = Child(__package__, "names", "Names", "Operations below `names`.")
        odd = Child(__package__, "odd", "Odd", "Operations below `odd`.")
        shop = Child(__package__, "shop", "Shop", "Operations below `shop`.")
