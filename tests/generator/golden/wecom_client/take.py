# Generated from specs/take.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""取

A job of an operation at the top.

Document: https://example.com/doc/take
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._runtime.answers import Answer
from ._runtime.checks import Object, String
from ._runtime.jobs.declarations import Bulk
from ._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["BULK", "OPERATION", "REQUEST", "TakeAnswer", "build_request"]

OPERATION = Operation(
    path="take",
    method="POST",
    repeatable=True,
    doc_url="https://example.com/doc/take",
    title="取",
)

REQUEST = Object({"id": String()}, required=("id",))


def build_request(
    id: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `take` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "id": id,
        },
        _settings,
        extra,
    )


class TakeAnswer(Answer):
    """The answer of `take`."""


BULK: Bulk[TakeAnswer] = Bulk(OPERATION, REQUEST, TakeAnswer, parameter="id", argument="ids")
