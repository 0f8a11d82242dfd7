# Generated from specs/depot/weigh.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""称重

Weighs parcels; a batch without a quota, whose failures are records of its own.

Document: https://example.com/doc/depot
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .._error_table import ERRORS
from .._runtime.answers import FailedRecord, PartialAnswer, many
from .._runtime.checks import Array, Integer, Object
from .._runtime.jobs.declarations import Batch
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["BATCH", "OPERATION", "REQUEST", "FailedItem", "WeighAnswer", "build_request"]

OPERATION = Operation(
    path="depot/weigh",
    method="POST",
    repeatable=True,
    doc_url="https://example.com/doc/depot",
    title="称重",
)

REQUEST = Object({"numbers": Array(Integer(minimum=1), max_items=3)})


def build_request(
    *,
    numbers: Sequence[int] | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `weigh` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "numbers": numbers,
        },
        _settings,
        extra,
    )


class FailedItem(FailedRecord, errors=ERRORS):
    """One of them."""

    number: int
    """Its number."""
    errcode: int
    """Error code."""


class WeighAnswer(
    PartialAnswer,
    operation=OPERATION,
    errors=ERRORS,
    failures="failed",
    key="number",
):
    """The answer of `weigh`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("failed") is None` asks, and type checkers let it
    pass.
    """

    failed: tuple[FailedItem, ...] = many(FailedItem)
    """Parcels that were not weighed."""


BATCH: Batch[FailedItem] = Batch(
    OPERATION,
    REQUEST,
    WeighAnswer,
    parameter="numbers",
    argument="all_numbers",
)
