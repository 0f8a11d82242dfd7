"""The steps of a flow, and what they come to: values that flows and drivers exchange.

A flow is a generator: it yields steps, is sent the outcome of each, and returns its result. A
driver (sync_client.py and async_client.py have one each) only carries the steps out:

    Send       a request, with a token or without one    → Reply | NoReply
    Wait       seconds, and what they are for            → None
    NeedToken  a token, not the refused one              → Issued | NoToken
    Ask        a function, which may take a moment       → what it returns
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator
from typing import Any, TypeVar

from .named import Named
from .redact import Secret
from .request import Request
from .retry import Verdict

T = TypeVar("T")


class AccessToken(Named):
    """A token and its end in Unix seconds.

    `serial` tells tokens apart: inside its life, the platform hands out the same token again.
    """

    token: Secret
    expires_at: float = math.inf
    serial: str = ""


class Issued(Named):
    """A token was to be had; `waited`: seconds of waiting that it took.

    `taken`: instead of a refused one, it is a token that somebody had fetched before.
    """

    grant: AccessToken
    waited: float = 0.0
    taken: bool = False


class NoToken(Named):
    """No token was to be had. `refused_again`: there is none but the one that was refused."""

    verdict: Verdict
    refused_again: bool = False


class Send(Named):
    """Send this; `fresh`: only on a connection that has not idled for long.

    `timeout`: seconds for the connection and for the answer, None: those of the client. `left`:
    seconds for both together, None: any number.
    """

    request: Request
    body: bytes | None
    token: Secret | None
    fresh: bool
    timeout: tuple[float, float] | None = None
    left: float | None = None

    @property
    def content_type(self) -> str | None:
        """The media type of the body; None: there is none."""
        if self.body is None or self.request.files is None:
            return None if self.body is None else "application/json"
        from .multipart import content_type_of  # here, as few calls send files

        return content_type_of(self.body)


class Wait(Named):
    """Wait so many seconds; `kind`: that of the verdict, or of the lock, that made it necessary."""

    seconds: float
    kind: str = ""


class Ask(Named):
    """Call a function, which raises nothing; `at_once`: it never waits, not even for a disk.

    `is_needed`: what a call could do without must not hold it up.
    """

    function: Callable[[], Any]
    at_once: bool = False
    is_needed: bool = False


class NeedToken(Named):
    """Get a token other than the refused grant, and wait for `patience` seconds at most.

    `left`: seconds for that altogether, None: any number.
    """

    refused: AccessToken | None
    patience: float
    left: float | None = None


Step = Send | Wait | NeedToken | Ask


def watched(
    flow: Generator[Step, Any, T], carry: Callable[[Step], Generator[Step, Any, Any]]
) -> Generator[Step, Any, T]:
    """Carry out a flow, each of its steps by a generator that may do more, or something else."""
    outcome: Any = None
    try:
        while True:
            try:
                step = flow.send(outcome)
            except StopIteration as end:
                result: T = end.value
                return result
            outcome = yield from carry(step)
    finally:
        flow.close()


def is_sendable(token: object) -> bool:
    """Whether this is a token: a text that UTF-8 can hold, which half a surrogate pair is not."""
    if not isinstance(token, str) or not token:
        return False
    try:
        token.encode()
    except UnicodeEncodeError:
        return False
    return True
