# Generated from specs/delivery/track.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""跟踪

Uses shapes of another folder, one of them in part.

Document: https://example.com/doc/delivery
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Array, Boolean, Integer, Object, String
from .._runtime.namespace import AsyncBound, Bound
from .._runtime.records import one
from .._runtime.request import DEFAULTS, Operation, Request, Settings
from .._shapes import Money
from ..shop._shapes import Address, AddressParam, Person, PersonParam

__all__ = [
    "OPERATION",
    "REQUEST",
    "Address",
    "AddressParam",
    "AsyncMethods",
    "Methods",
    "Money",
    "Person",
    "PersonParam",
    "TrackAnswer",
    "build_request",
]

OPERATION = Operation(
    path="delivery/track",
    method="POST",
    repeatable=True,
    doc_url="https://example.com/doc/delivery",
    title="跟踪",
)

REQUEST = Object(
    {
        "address": Object(
            {
                "global": Boolean(),
                "city": String(),
                "by": Object(
                    {"name": String(min_length=1), "birthday": Integer()}, required=("name",)
                ),
            },
            required=("city",),
        ),
        "addresses": Array(
            Object(
                {
                    "global": Boolean(),
                    "city": String(),
                    "by": Object(
                        {"name": String(min_length=1), "birthday": Integer()}, required=("name",)
                    ),
                },
                required=("city",),
            )
        ),
        "sku": String(min_length=1),
    },
    required=("address", "sku"),
)


def build_request(
    address: AddressParam,
    sku: str,
    *,
    addresses: Sequence[AddressParam] | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `track` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "address": address,
            "sku": sku,
            "addresses": addresses,
        },
        _settings,
        extra,
    )


class TrackAnswer(Answer):
    """The answer of `track`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("address") is None` asks, and type checkers let it
    pass.
    """

    address: Address = one(Address)
    """Where to."""
    money: Money = one(Money)
    """An amount of money."""


class Methods(Bound):
    """`track` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def track(
        self,
        address: AddressParam,
        sku: str,
        *,
        addresses: Sequence[AddressParam] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> TrackAnswer:
        """跟踪

        Uses shapes of another folder, one of them in part.

        Args:
            address: Where to. Annotate a variable for it as AddressParam, from
                wecom_client.delivery.
                global (optional): Whether abroad.
                city (required): City.
                by (optional): Somebody.
            sku: Number of the article. Not empty.
            addresses: More of them. Annotate an element as AddressParam, from
                wecom_client.delivery.
                global (optional): Whether abroad.
                city (required): City.
                by (optional): Somebody.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            TrackAnswer: address, money.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/delivery
        """
        request = build_request(
            address,
            sku,
            addresses=addresses,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, TrackAnswer, self._rules)


class AsyncMethods(AsyncBound):
    """`track` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def track(
        self,
        address: AddressParam,
        sku: str,
        *,
        addresses: Sequence[AddressParam] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> TrackAnswer:
        """跟踪

        Uses shapes of another folder, one of them in part.

        Args:
            address: Where to. Annotate a variable for it as AddressParam, from
                wecom_client.delivery.
                global (optional): Whether abroad.
                city (required): City.
                by (optional): Somebody.
            sku: Number of the article. Not empty.
            addresses: More of them. Annotate an element as AddressParam, from
                wecom_client.delivery.
                global (optional): Whether abroad.
                city (required): City.
                by (optional): Somebody.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            TrackAnswer: address, money.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/delivery
        """
        request = build_request(
            address,
            sku,
            addresses=addresses,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, TrackAnswer, self._rules)
