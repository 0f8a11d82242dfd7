# Generated from specs/media/media/upload.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""同名的组

Stands in a group within a group of the same name.

Document: https://example.com/doc/media (2024-02-29)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..._runtime.answers import Answer
from ..._runtime.checks import Object, String
from ..._runtime.namespace import AsyncBound, Bound
from ..._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "AsyncMethods", "Methods", "UploadAnswer", "build_request"]

OPERATION = Operation(
    path="media/media/upload",
    method="POST",
    repeatable=False,
    doc_url="https://example.com/doc/media",
    title="同名的组",
)

REQUEST = Object({"name": String(min_bytes=1, max_bytes=9)}, required=("name",))


def build_request(
    name: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `upload` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "name": name,
        },
        _settings,
        extra,
    )


class UploadAnswer(Answer):
    """The answer of `upload`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("media_id") is None` asks, and type checkers let it
    pass.
    """

    media_id: str
    """Its id."""


class Methods(Bound):
    """`upload` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def upload(
        self,
        name: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> UploadAnswer:
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
        request = build_request(
            name,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, UploadAnswer, self._rules)


class AsyncMethods(AsyncBound):
    """`upload` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def upload(
        self,
        name: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> UploadAnswer:
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
        request = build_request(
            name,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, UploadAnswer, self._rules)
