# Generated from specs/delivery/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `delivery`, with await."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .._runtime.namespace import AsyncNamespace
from ..shop._shapes import AddressParam
from . import track as _track

__all__ = ["AsyncDelivery"]


class AsyncDelivery(AsyncNamespace):
    """Operations below `delivery`."""

    async def track(
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
        return await self._client._send(request, _track.TrackAnswer, self._rules)
