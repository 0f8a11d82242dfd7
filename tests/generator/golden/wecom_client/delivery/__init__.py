# Generated from specs/delivery/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `delivery`."""

from __future__ import annotations

from collections.abc import Sequence

from .._runtime.namespace import Namespace
from ..shop._shapes import AddressParam
from . import track as _track


class Delivery(Namespace):
    """Operations below `delivery`."""

    def track(
        self,
        address: AddressParam,
        sku: str,
        *,
        addresses: Sequence[AddressParam] | None = None,
    ) -> _track.TrackAnswer:
        """跟踪

        Uses shapes of another folder, one of them in part.

        Args:
            address: Where to.
                global (optional): Whether abroad.
                city (required): City.
                by (optional): Somebody.
            sku: Number of the article. Not empty.
            addresses: More of them.
                global (optional): Whether abroad.
                city (required): City.
                by (optional): Somebody.

        Returns:
            TrackAnswer: address, money.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/delivery
        """
        request = _track.build_request(
            address,
            sku,
            addresses=addresses,
            _settings=self._client._settings,
        )
        return self._client._send(request, _track.TrackAnswer)
