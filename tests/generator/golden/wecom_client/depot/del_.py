# Generated from specs/depot/del.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""退回

Sends parcels back; is called like a keyword, and so is what its job takes.

Quotas:
    9 parcels of a depot in 1 day.
    5 parcels of a sender in 1 day.
    50 parcels of a sender in 30 days.

Document: https://example.com/doc/depot
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .._error_table import ERRORS
from .._runtime.answers import PartialAnswer, many
from .._runtime.checks import Array, Object, String
from .._runtime.jobs.declarations import Batch
from .._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import LostParcel

__all__ = ["BATCH", "OPERATION", "REQUEST", "DelAnswer", "LostParcel", "build_request"]

OPERATION = Operation(
    path="depot/del",
    method="POST",
    repeatable=False,
    doc_url="https://example.com/doc/depot",
    title="退回",
)

REQUEST = Object(
    {"reason": String(), "parcels": Array(String(min_length=1), min_items=1, max_items=2)},
    required=("parcels",),
)


def build_request(
    parcels: Sequence[str],
    *,
    reason: str | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `del` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "parcels": parcels,
            "reason": reason,
        },
        _settings,
        extra,
    )


class DelAnswer(
    PartialAnswer,
    operation=OPERATION,
    errors=ERRORS,
    failures="lost_list",
    key="parcel",
):
    """The answer of `del`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("lost_list") is None` asks, and type checkers let
    it pass.
    """

    lost_list: tuple[LostParcel, ...] = many(LostParcel)
    """Parcels that are still here."""


BATCH: Batch[LostParcel] = Batch(
    OPERATION,
    REQUEST,
    DelAnswer,
    parameter="parcels",
    argument="class_",
    done=(90002,),
    used_up=(90003,),
)
