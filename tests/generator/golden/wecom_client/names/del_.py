# Generated from specs/names/del.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""名为del

Is called like a keyword or a builtin.

Document: https://example.com/doc/names
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Array, Object, String
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "DelAnswer", "build_request"]

OPERATION = Operation(
    path="names/del",
    method="POST",
    repeatable=True,
    doc_url="https://example.com/doc/names",
    title="名为del",
)

REQUEST = Object({"list": Array(String()), "str": String()})


def build_request(
    *,
    list: Sequence[str] | None = None,
    str: str | None = None,
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
            "list": list,
            "str": str,
        },
        _settings,
        extra,
    )


class DelAnswer(Answer):
    """The answer of `del`."""
