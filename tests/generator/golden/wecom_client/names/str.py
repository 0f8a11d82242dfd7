# Generated from specs/names/str.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""名为str

Is called like a keyword or a builtin.

Document: https://example.com/doc/names
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Array, Object, String
from .._runtime.namespace import AsyncBound, Bound
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "AsyncMethods", "Methods", "StrAnswer", "build_request"]

OPERATION = Operation(
    path="names/str",
    method="POST",
    repeatable=True,
    doc_url="https://example.com/doc/names",
    title="名为str",
)

REQUEST = Object({"list": Array(String()), "str": String()})


def build_request(
    *,
    list: Sequence[str] | None = None,
    str: str | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `str` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "list": list,
            "str": str,
        },
        _settings,
        extra,
    )


class StrAnswer(Answer):
    """The answer of `str`."""


class Methods(Bound):
    """`str` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def str(
        self,
        *,
        list: Sequence[builtins.str] | None = None,
        str: builtins.str | None = None,
        extra: Mapping[builtins.str, Any] | None = None,
    ) -> StrAnswer:
        """名为str

        Is called like a keyword or a builtin.

        Args:
            list: A builtin.
            str: A builtin.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            StrAnswer: errcode and errmsg alone.

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
            list=list,
            str=str,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, StrAnswer, self._rules)


class AsyncMethods(AsyncBound):
    """`str` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def str(
        self,
        *,
        list: Sequence[builtins.str] | None = None,
        str: builtins.str | None = None,
        extra: Mapping[builtins.str, Any] | None = None,
    ) -> StrAnswer:
        """名为str

        Is called like a keyword or a builtin.

        Args:
            list: A builtin.
            str: A builtin.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            StrAnswer: errcode and errmsg alone.

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
            list=list,
            str=str,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, StrAnswer, self._rules)
