# Generated from specs/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The synchronous client with every namespace of the specs."""

from __future__ import annotations

from . import call_ as _call_
from . import gettoken as _gettoken
from ._error_table import ERRORS
from ._runtime.client import SyncClient
from .delivery import Delivery as _Delivery
from .media import Media as _Media
from .names import Names as _Names
from .shop import Shop as _Shop


class WeComClient(SyncClient):
    __doc__ = SyncClient.__doc__

    _errors = ERRORS
    _token_operation = _gettoken.OPERATION

    @property
    def delivery(self) -> _Delivery:
        """Operations below `delivery`."""
        return self._namespace(_Delivery)

    @property
    def media(self) -> _Media:
        """Operations below `media`."""
        return self._namespace(_Media)

    @property
    def names(self) -> _Names:
        """Operations below `names`."""
        return self._namespace(_Names)

    @property
    def shop(self) -> _Shop:
        """Operations below `shop`."""
        return self._namespace(_Shop)

    def call_(
        self,
    ) -> _call_.CallAnswer:
        """根目录的操作

        Stands in no folder.

        Returns:
            CallAnswer: ip_list.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/call
        """
        request = _call_.build_request(
            _settings=self._settings,
        )
        return self._send(request, _call_.CallAnswer)
