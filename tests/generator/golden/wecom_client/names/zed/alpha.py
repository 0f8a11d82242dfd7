# Generated from specs/names/zed/alpha.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""排在property之后

Stands in a group after `property`.

Document: https://example.com/doc/names
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..._runtime.answers import Answer
from ..._runtime.checks import Object
from ..._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "AlphaAnswer", "build_request"]

OPERATION = Operation(
    path="names/zed/alpha",
    method="POST",
    repeatable=True,
    doc_url="https://example.com/doc/names",
    title="排在property之后",
)

REQUEST = Object({})


def build_request(
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `alpha` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {},
        _settings,
        extra,
    )


class AlphaAnswer(Answer):
    """The answer of `alpha`."""
