# Generated from specs/names/property/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `names/property`, with await."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..._runtime.namespace import AsyncNamespace
from . import alpha as _alpha

__all__ = ["AsyncProperty"]


class AsyncProperty(AsyncNamespace):
    """Operations below `names/property`."""

    async def alpha(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> _alpha.AlphaAnswer:
        """名为property的组

        Stands in a group that is called like a builtin.

        Args:
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            AlphaAnswer: errcode and errmsg alone.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/names
        """
        request = _alpha.build_request(
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _alpha.AlphaAnswer, self._rules)
