# Generated from specs/call.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""根目录的操作

Stands in no folder.

Document: https://example.com/doc/call
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._runtime.answers import Answer
from ._runtime.checks import Object
from ._runtime.records import values
from ._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "CallAnswer", "build_request"]

OPERATION = Operation(
    path="call",
    method="GET",
    repeatable=True,
    doc_url="https://example.com/doc/call",
    title="根目录的操作",
)

REQUEST = Object({})


def build_request(
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `call` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {},
        _settings,
        extra,
    )


class CallAnswer(Answer):
    """The answer of `call`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("ip_list") is None` asks, and type checkers let it
    pass.
    """

    ip_list: tuple[str, ...] = values()
    """Addresses."""
