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

        Awaits what `Delivery.track` does: arguments, limits and errors stand there.

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
