# Generated from specs/gettoken.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取access_token

Fetches the token that every other call carries. The client does this itself: it keeps the token
until its end or its refusal and shares it between threads.

Permissions:
    Every application: The secret of the application that the calls are made for; each
        application has a token of its own.

Notes:
    The application must be enabled.
    Keep the token on the server: browsers and other front ends must not get it, all calls are
        made from behind them.
    Asking again while a token lives returns the same one; asking too often is blocked, so it
        must be kept.
    Several calls with a wrong secret block the calling address for an hour (45009).
    The platform may end a token early. Calls then answer 40014 or 42001; fetch a new token and
        repeat the call once.

Document: https://developer.work.weixin.qq.com/document/path/91039 (2024-03-26)
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
    doc_url="https://developer.work.weixin.qq.com/document/path/91039",
    title="获取access_token",
    effect="read",
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
    """Lifetime of the token in seconds, usually 7200."""
