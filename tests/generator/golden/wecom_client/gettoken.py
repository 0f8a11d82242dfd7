# Generated from specs/gettoken.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取凭证

Fetches the token.

Document: https://example.com/doc/token
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._runtime.answers import Answer
from ._runtime.checks import Object, String
from ._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "GettokenAnswer", "build_request"]

OPERATION = Operation(
    path="gettoken",
    method="GET",
    repeatable=True,
    doc_url="https://example.com/doc/token",
    title="获取凭证",
)

REQUEST = Object(
    {"corpid": String(min_length=1), "corpsecret": String(min_length=1)},
    required=("corpid", "corpsecret"),
)


def build_request(
    corpid: str,
    corpsecret: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `gettoken` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "corpid": corpid,
            "corpsecret": corpsecret,
        },
        _settings,
        extra,
    )


class GettokenAnswer(Answer):
    """The answer of `gettoken`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("access_token") is None` asks, and type checkers
    let it pass.
    """

    access_token: str
    """The token."""
    expires_in: int
    """Lifetime in seconds."""
