# Generated from specs/names/type.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""名为type

Is called like a builtin.

Document: https://example.com/doc/names
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Object
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "TypeAnswer", "build_request"]

OPERATION = Operation(
    path="names/type",
    method="POST",
    repeatable=True,
    doc_url="https://example.com/doc/names",
    title="名为type",
)

REQUEST = Object({})


def build_request(
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `type` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {},
        _settings,
        extra,
    )


class TypeAnswer(Answer):
    """The answer of `type`."""
