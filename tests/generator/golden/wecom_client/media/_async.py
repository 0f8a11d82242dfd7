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

        Sends its parameters in the query.

        Args:
            media_id: Id. Not empty.
            type: Kind of media. Image: a picture; voice: a sound.
            size: Size. 1 to 100.
            ratio: Ratio. 0.5 to 1e+20.
            whole: All of it. Left out, it is True.
            flag: A flag. 0: no; 1: yes.
            day: A day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the latter
                two sent as that day's 00:00.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            GetAnswer: errcode and errmsg alone. A success has no errcode and no errmsg: both
                are None.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object.

        A call whose outcome is unknown is sent again.

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
