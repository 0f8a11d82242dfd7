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
from .._runtime.records import one
from .._runtime.request import DEFAULTS, Operation, Request, Settings
from .._shapes import Money
from ..shop._shapes import Address, AddressParam, Person, PersonParam

__all__ = [
    "OPERATION",
    "REQUEST",
    "Address",
    "AddressParam",
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
                    {"name": String(min_length=1), "birthday": Integer()},
                    required=("name",),
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
                        {"name": String(min_length=1), "birthday": Integer()},
                        required=("name",),
                    ),
                },
                required=("city",),
            ),
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
