# Generated from specs/depot/read.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""读取包裹

Reads one parcel.

Document: https://example.com/doc/depot
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer, one
from .._runtime.checks import Flag, Integer, Object, String
from .._runtime.jobs.declarations import Bulk
from .._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import Parcel

__all__ = ["BULK", "OPERATION", "REQUEST", "Parcel", "ReadAnswer", "build_request"]

OPERATION = Operation(
    path="depot/read",
    method="GET",
    repeatable=True,
    doc_url="https://example.com/doc/depot",
    title="读取包裹",
)

REQUEST = Object(
    {"language": String(), "number": Integer(minimum=1), "whole": Flag({0: "no", 1: "yes"})},
    required=("language", "number"),
)


def build_request(
    language: str,
    number: int,
    *,
    whole: bool | int | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `read` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "language": language,
            "number": number,
            "whole": whole,
        },
        _settings,
        extra,
    )


class ReadAnswer(Answer):
    """The answer of `read`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("parcel") is None` asks, and type checkers let it
    pass.
    """

    parcel: Parcel = one(Parcel)
    """A parcel."""


BULK: Bulk[ReadAnswer] = Bulk(
    OPERATION,
    REQUEST,
    ReadAnswer,
    parameter="number",
    argument="numbers",
)
