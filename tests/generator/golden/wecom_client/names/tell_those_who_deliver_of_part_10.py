# Generated from specs/names/tell_those_who_deliver_of_part_10.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""名为tell_those_who_deliver_of_part_10

Comes after part 2, as import sorters count.

Document: https://example.com/doc/names
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Object
from .._runtime.namespace import AsyncBound, Bound
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "OPERATION",
    "REQUEST",
    "AsyncMethods",
    "Methods",
    "TellThoseWhoDeliverOfPart10Answer",
    "build_request",
]

OPERATION = Operation(
    path="names/tell_those_who_deliver_of_part_10",
    method="POST",
    repeatable=True,
    doc_url="https://example.com/doc/names",
    title="名为tell_those_who_deliver_of_part_10",
)

REQUEST = Object({})


def build_request(
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `tell_those_who_deliver_of_part_10` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {},
        _settings,
        extra,
    )


class TellThoseWhoDeliverOfPart10Answer(Answer):
    """The answer of `tell_those_who_deliver_of_part_10`."""


class Methods(Bound):
    """`tell_those_who_deliver_of_part_10` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def tell_those_who_deliver_of_part_10(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> TellThoseWhoDeliverOfPart10Answer:
        """名为tell_those_who_deliver_of_part_10

        Comes after part 2, as import sorters count.

        Args:
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            TellThoseWhoDeliverOfPart10Answer: errcode and errmsg alone.

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
        return self._client._send(request, TellThoseWhoDeliverOfPart10Answer, self._rules)


class AsyncMethods(AsyncBound):
    """`tell_those_who_deliver_of_part_10` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def tell_those_who_deliver_of_part_10(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> TellThoseWhoDeliverOfPart10Answer:
        """名为tell_those_who_deliver_of_part_10

        Comes after part 2, as import sorters count.

        Args:
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            TellThoseWhoDeliverOfPart10Answer: errcode and errmsg alone.

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
        return await self._client._send(request, TellThoseWhoDeliverOfPart10Answer, self._rules)
