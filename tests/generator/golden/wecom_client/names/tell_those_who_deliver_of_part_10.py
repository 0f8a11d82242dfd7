# Generated from specs/names/tell_those_who_deliver_of_part_10.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""名为tell_those_who_deliver_of_part_10

Comes after part 2, as import sorters count.

Document: https://example.com/doc/names
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Object
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "TellThoseWhoDeliverOfPart10Answer", "build_request"]

OPERATION = Operation(
    path="names/tell_those_who_deliver_of_part_10",
    method="POST",
    repeatable=True,
    doc_url="https://example.com/doc/names",
    title="名为tell_those_who_deliver_of_part_10",
)

REQUEST = Object({})


def build_request(
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `tell_those_who_deliver_of_part_10` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {},
        _settings,
        extra,
    )


class TellThoseWhoDeliverOfPart10Answer(Answer):
    """The answer of `tell_those_who_deliver_of_part_10`."""
