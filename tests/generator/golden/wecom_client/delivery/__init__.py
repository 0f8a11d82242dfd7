# Generated from specs/delivery/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `delivery`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .._runtime import Later
from .._runtime.namespace import Namespace
from .._shapes import Money
from ..shop._shapes import Address, AddressParam, Person, PersonParam
from . import track as _track

if TYPE_CHECKING:
    from ._async import AsyncDelivery

__all__ = ["Address", "AddressParam", "AsyncDelivery", "Delivery", "Money", "Person", "PersonParam"]

if not TYPE_CHECKING:
    __getattr__ = Later(__name__, {"AsyncDelivery": "._async"})
    __dir__ = __getattr__.names


class Delivery(Namespace):
    """Operations below `delivery`."""

    def track(
        self,
        address: AddressParam,
        sku: str,
        *,
        addresses: Sequence[AddressParam] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _track.TrackAnswer:
        """跟踪

        Uses shapes of another folder, one of them in part.

        Args:
            address: Where to. Annotate a variable for it as AddressParam, from
                wecom_client.delivery.
                global (optional): Whether abroad.
                city (required): City.
                by (optional): Somebody.
            sku: Number of the article. Not empty.
            addresses: More of them. Annotate an element as AddressParam, from
                wecom_client.delivery.
                global (optional): Whether abroad.
                city (required): City.
                by (optional): Somebody.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

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
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, _track.TrackAnswer, self._rules)
