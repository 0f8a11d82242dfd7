# Generated from specs/names/zed/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `names/zed`, with await."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..._runtime.namespace import AsyncNamespace
from . import alpha as _alpha

__all__ = ["AsyncZed"]


class AsyncZed(AsyncNamespace):
    """Operations below `names/zed`."""

    async def alpha(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> _alpha.AlphaAnswer:
        """排在property之后

        Awaits what `Zed.alpha` does: arguments, limits and errors stand there.

        Document: https://example.com/doc/names
        """
        request = _alpha.build_request(
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _alpha.AlphaAnswer, self._rules)
