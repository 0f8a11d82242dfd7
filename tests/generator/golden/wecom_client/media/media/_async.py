# Generated from specs/media/media/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `media/media`, with await."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..._runtime.namespace import AsyncNamespace
from . import upload as _upload

__all__ = ["AsyncMedia"]


class AsyncMedia(AsyncNamespace):
    """Operations below `media/media`."""

    async def upload(
        self,
        name: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> _upload.UploadAnswer:
        """同名的组

        Awaits what `Media.upload` does: arguments, limits and errors stand there.

        Document: https://example.com/doc/media (2024-02-29)
        """
        request = _upload.build_request(
            name,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _upload.UploadAnswer, self._rules)
