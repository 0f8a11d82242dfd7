# Generated from specs/names/property/alpha.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""名为property的组

Stands in a group that is called like a builtin.

Document: https://example.com/doc/names
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..._runtime.answers import Answer
from ..._runtime.checks import Object
from ..._runtime.namespace import AsyncBound, Bound
from ..._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "AlphaAnswer", "AsyncMethods", "Methods", "build_request"]

OPERATION = Operation(
    path="names/property/alpha",
    method="POST",
    repeatable=True,
    doc_url="https://example.com/doc/names",
    title="名为property的组",
)

REQUEST = Object({})


def build_request(
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `alpha` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {},
        _settings,
        extra,
    )


class AlphaAnswer(Answer):
    """The answer of `alpha`."""


class Methods(Bound):
    """`alpha` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def alpha(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> AlphaAnswer:
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
        request = build_request(
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, AlphaAnswer, self._rules)


class AsyncMethods(AsyncBound):
    """`alpha` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def alpha(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> AlphaAnswer:
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
        request = build_request(
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, AlphaAnswer, self._rules)
