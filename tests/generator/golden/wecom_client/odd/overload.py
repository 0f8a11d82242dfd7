# Generated from specs/odd/overload.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""overload

Hides what the overloads of its own job need.

Document: https://example.com/doc/odd
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .._error_table import ERRORS
from .._runtime.answers import FailedRecord, PartialAnswer, many
from .._runtime.checks import Array, Object, String
from .._runtime.jobs.declarations import Batch
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["BATCH", "OPERATION", "REQUEST", "Failed", "OverloadAnswer", "build_request"]

OPERATION = Operation(
    path="odd/overload",
    method="POST",
    repeatable=False,
    doc_url="https://example.com/doc/odd",
    title="overload",
)

REQUEST = Object({"ids": Array(String(), max_items=1)})


def build_request(
    *,
    ids: Sequence[str] | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `overload` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "ids": ids,
        },
        _settings,
        extra,
    )


class Failed(FailedRecord, errors=ERRORS):
    """One."""

    id: str
    """Its id."""
    errcode: int
    """Why."""


class OverloadAnswer(
    PartialAnswer,
    operation=OPERATION,
    errors=ERRORS,
    failures="failed_list",
    key="id",
):
    """The answer of `overload`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("failed_list") is None` asks, and type checkers let
    it pass.
    """

    failed_list: tuple[Failed, ...] = many(Failed)
    """Those that failed."""


BATCH: Batch[Failed] = Batch(OPERATION, REQUEST, OverloadAnswer, parameter="ids", argument="all")
