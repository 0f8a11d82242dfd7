# Generated from specs/media/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `media`, with await."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.checks import DayLike
from .._runtime.namespace import AsyncNamespace
from . import get as _get
from .media._async import AsyncMedia as _AsyncMedia

__all__ = ["AsyncMedia"]


class AsyncMedia(AsyncNamespace):
    """Operations below `media`."""

    @property
    def media(self) -> _AsyncMedia:
        """Operations below `media/media`."""
        return self._child(_AsyncMedia)

    async def get(
        self,
        media_id: str,
        *,
        type: str | None = None,
        size: int | None = None,
        ratio: float | None = None,
        whole: bool | None = None,
        flag: bool | int | None = None,
        day: DayLike | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _get.GetAnswer:
        """查询参数

        Awaits what `Media.get` does: arguments, limits and errors stand there.

        Document: https://example.com/doc/media
        """
        request = _get.build_request(
            media_id,
            type=type,
            size=size,
            ratio=ratio,
            whole=whole,
            flag=flag,
            day=day,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _get.GetAnswer, self._rules)
