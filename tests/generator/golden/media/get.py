# Generated from specs/media/get.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""查询参数

Sends its parameters in the query.

Document: https://example.com/doc/media
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Boolean, Day, DayLike, Flag, Integer, Number, Object, String
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "GetAnswer", "build_request"]

OPERATION = Operation(
    path="media/get",
    method="GET",
    repeatable=True,
    doc_url="https://example.com/doc/media",
    title="查询参数",
    errcode_required=False,
)

REQUEST = Object(
    {
        "media_id": String(min_length=1),
        "type": String(enum={"image": "a picture", "voice": "a sound"}),
        "size": Integer(minimum=1, maximum=100),
        "ratio": Number(minimum=0.5, maximum=1e20),
        "whole": Boolean(),
        "flag": Flag({0: "no", 1: "yes"}),
        "day": Day(),
    },
    required=("media_id",),
)


def build_request(
    media_id: str,
    *,
    type: str | None = None,
    size: int | None = None,
    ratio: float | None = None,
    whole: bool | None = None,
    flag: bool | int | None = None,
    day: DayLike | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "media_id": media_id,
            "type": type,
            "size": size,
            "ratio": ratio,
            "whole": whole,
            "flag": flag,
            "day": day,
        },
        _settings,
        extra,
    )


class GetAnswer(Answer):
    """The answer of `get`."""


class _Methods(_Bound):
    """`get` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get(
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
    ) -> GetAnswer:
        """查询参数

        Sends its parameters in the query.

        Args:
            media_id: Id. Not empty.
            type: Kind of media. image: a picture; voice: a sound.
            size: Size. 1 to 100.
            ratio: Ratio. 0.5 to 1e+20.
            whole: All of it. Left out, it is True.
            flag: A flag. 0: no; 1: yes.
            day: A day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the latter
                two sent as that day's 00:00.

        Returns:
            GetAnswer: errcode and errmsg alone. A success has no errcode and no errmsg: both
                are None.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/media
        """
        request = build_request(
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
        return self._client._send(request, GetAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`get` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

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
    ) -> GetAnswer:
        """查询参数

        Sends its parameters in the query.

        Args:
            media_id: Id. Not empty.
            type: Kind of media. image: a picture; voice: a sound.
            size: Size. 1 to 100.
            ratio: Ratio. 0.5 to 1e+20.
            whole: All of it. Left out, it is True.
            flag: A flag. 0: no; 1: yes.
            day: A day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the latter
                two sent as that day's 00:00.

        Returns:
            GetAnswer: errcode and errmsg alone. A success has no errcode and no errmsg: both
                are None.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/media
        """
        request = build_request(
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
        return await self._client._send(request, GetAnswer, self._rules)
