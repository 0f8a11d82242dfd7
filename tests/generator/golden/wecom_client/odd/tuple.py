# Generated from specs/odd/tuple.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""tuple

Hides a builtin that the annotations of jobs use.

Document: https://example.com/doc/odd
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Object, String
from .._runtime.jobs.declarations import Bulk
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["BULK", "OPERATION", "REQUEST", "TupleAnswer", "build_request"]

OPERATION = Operation(
    path="odd/tuple",
    method="POST",
    repeatable=True,
    doc_url="https://example.com/doc/odd",
    title="tuple",
)

REQUEST = Object({"id": String()}, required=("id",))


def build_request(
    id: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `tuple` and return what would be sent; nothing is sent here.

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


class TupleAnswer(Answer):
    """The answer of `tuple`."""


BULK: Bulk[TupleAnswer] = Bulk(OPERATION, REQUEST, TupleAnswer, parameter="id", argument="ids")
