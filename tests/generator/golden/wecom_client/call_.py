# Generated from specs/call.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""根目录的操作

Stands in no folder.

Document: https://example.com/doc/call
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._runtime.answers import Answer
from ._runtime.checks import Object
from ._runtime.namespace import AsyncBound, Bound
from ._runtime.records import values
from ._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "AsyncMethods", "CallAnswer", "Methods", "build_request"]

OPERATION = Operation(
    path="call",
    method="GET",
    repeatable=True,
    doc_url="https://example.com/doc/call",
    title="根目录的操作",
)

REQUEST = Object({})


def build_request(
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `call` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {},
        _settings,
        extra,
    )


class CallAnswer(Answer):
    """The answer of `call`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("ip_list") is None` asks, and type checkers let it
    pass.
    """

    ip_list: tuple[str, ...] = values()
    """Addresses."""


class Methods(Bound):
    """`call_` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def call_(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> CallAnswer:
        """根目录的操作

        Stands in no folder.

        Args:
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            CallAnswer: ip_list.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/call
        """
        request = build_request(
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, CallAnswer, self._rules)


class AsyncMethods(AsyncBound):
    """`call_` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def call_(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> CallAnswer:
        """根目录的操作

        Stands in no folder.

        Args:
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            CallAnswer: ip_list.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/call
        """
        request = build_request(
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, CallAnswer, self._rules)
