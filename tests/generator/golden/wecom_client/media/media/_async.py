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

        Stands in a group within a group of the same name.

        Args:
            name: Name of the file. 1 to 9 bytes of UTF-8.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            UploadAnswer: media_id.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is not sent again. A second call would upload a second
        time.

        Document: https://example.com/doc/media (2024-02-29)
        """
        request = _upload.build_request(
            name,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _upload.UploadAnswer, self._rules)
