# Copied from templates/wecom_client/_runtime/send_errors.py: edit that file, then run 'make generate'.
"""What came of a send, as a value for the flow; the same words in both transports."""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterator
from traceback import walk_tb
from typing import Any, Literal

from urllib3.exceptions import ConnectTimeoutError, NewConnectionError, ReadTimeoutError

from .redact import clean
from .retry import NoReply, Reply
from .route import Route

PIECE = 65536

MOST_INTERIM = 100
"""So many interim answers, such as 103, may come before an answer."""

# How far a send had come: only a made connection can have carried it.
ConnectionState = Literal["preparing", "connecting", "connected"]

_TELLING = (OSError, NewConnectionError, ConnectTimeoutError, ReadTimeoutError)
_USERINFO = re.compile(r"(?<=//)[^/@\s]+(?=@)")

# Packages whose exceptions tell of a connection. Those of Python itself may be anybody's.
_OF_HTTP = frozenset(
    (
        *("aiohttp", "asyncio", "brotli", "builtins", "http", "idna", "multidict", "requests"),
        *("select", "socket", "socks", "ssl", "urllib", "urllib3", "yarl", "zlib", "zstandard"),
        *("binascii", "compression", "email", "gzip", "struct"),
        __name__.partition(".")[0],
    )
)

DAMAGED = "a body whose compression is damaged"


class TooLargeBody(Exception):
    """An answer goes on beyond the limit."""


class Body:
    """A body that comes in pieces, held up to a limit."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._pieces: list[bytes] = []

    def add(self, piece: bytes) -> None:
        """Take a piece.

        Raises:
            TooLargeBody: with it, the body is larger than the limit.
        """
        self._size += len(piece)
        if self._size > self._limit:
            self._pieces.clear()
            raise TooLargeBody
        self._pieces.append(piece)

    def whole(self) -> bytes:
        """Return what has come."""
        return b"".join(self._pieces)


def refused(route: Route, reason: str) -> NoReply:
    """Say that a request cannot be sent, now or later."""
    return NoReply("refused", f"the request could not be sent to {route.shown}: {reason}")


def no_reply(route: Route, problem: Exception, reason: str, state: ConnectionState) -> NoReply:
    """Say what an exception tells of a request that was to be sent."""
    if state == "preparing":
        return refused(route, reason)
    if state == "connected":
        return NoReply("lost", f"no answer came from {route.shown}: {reason}")
    if forbids_tls(problem):
        return NoReply("refused", f"no trusted connection to {route.shown}: {reason}")
    return NoReply("not_made", f"no connection to {route.shown}: {reason}")


def unread(route: Route, status: int, flaw: str, reason: str) -> Reply | NoReply:
    """Say what an answer tells whose body could not be read."""
    # Another status than 2xx says all there is to know, with or without its body.
    if not 200 <= status < 300:
        return Reply(status, b"")
    if flaw:
        return Reply(status, b"", flaw)
    detail = f"the connection to {route.shown} broke in the middle of the answer: {reason}"
    return NoReply("lost", detail)


def too_large(route: Route) -> str:
    """Name the flaw of an answer that goes on beyond the limit."""
    return f"a body of more than {route.max_body:,} bytes, which was not read to its end (max_body)"


def forbids_tls(problem: Exception) -> bool:
    """Whether certificates or protocol versions stand in the way, and not a mere interruption."""
    return any(
        isinstance(cause, ssl.SSLError)
        and not isinstance(cause, (ssl.SSLEOFError, ssl.SSLZeroReturnError, ssl.SSLSyscallError))
        for cause in causes(problem)
    )


class Stray:
    """What was raised in the middle of a send or a command and is none of its outcomes.

    It has lost its history: frames and errors of others, with URL and token. It is to be raised
    where no other is handled, or that one would become its context again, and as
    `raise stray.take()`: a variable that held it would keep its frame, and the frame the variable.
    """

    __slots__ = ("_held",)

    def __init__(self, problem: BaseException) -> None:
        problem.__cause__ = problem.__context__ = None
        self._held = [problem.with_traceback(None)]

    def take(self) -> BaseException:
        """Hand the exception over, once."""
        return self._held.pop()


def stray_of(problem: Exception) -> Stray | None:
    """Return what was raised in the middle of a send and is none of HTTP's; None: there is none.

    A signal handler or another thread may raise anything anywhere, as limits of task queues do.
    That says nothing of the connection, although the libraries below may take it for its end.
    """
    handlers = _handlers()
    for cause in causes(problem):
        package = type(cause).__module__.partition(".")[0]
        # Errors of the libraries take over the history of what they wrap.
        is_of_handler = package == "builtins" and handlers & set(_codes(cause))
        if isinstance(cause, Exception) and (is_of_handler or package not in _OF_HTTP):
            return Stray(cause)
    return None


def raised_by_handler(problem: Exception) -> Stray | None:
    """Return what a signal handler raised in the middle of a call; None: it raised nothing."""
    handlers = _handlers()
    for cause in causes(problem):
        if isinstance(cause, Exception) and handlers & set(_codes(cause)):
            return Stray(cause)
    return None


def _handlers() -> set[object]:
    import signal  # here: it makes enumerations, and most programs never fail

    return set(map(_code_of, map(signal.getsignal, signal.valid_signals())))


def _code_of(handler: Any) -> object:
    """Return the code of a signal's handler, which may be a method or an object, or no function."""
    if not callable(handler):
        return None
    function = getattr(handler, "func", handler)
    function = getattr(function, "__func__", function)
    if hasattr(function, "__code__"):
        return function.__code__
    method = getattr(type(function), "__call__", None)  # noqa: B004 -- its code, not whether
    return getattr(method, "__code__", None)


def _codes(problem: BaseException) -> Iterator[object]:
    return (frame.f_code for frame, _ in walk_tb(problem.__traceback__))


def reason_of(problem: Exception) -> str:
    """Name the innermost cause; the outer ones repeat the URL."""
    *_, cause = causes(problem)
    name = type(cause).__name__
    # Other texts may repeat bytes of the server or of the URL.
    return _USERINFO.sub("***", clean(f"{name}: {cause}")) if isinstance(cause, _TELLING) else name


def causes(problem: BaseException) -> Iterator[BaseException]:
    """Yield an exception and what led to it, the innermost last."""
    cause: Any = problem
    seen: set[int] = set()
    while isinstance(cause, BaseException) and id(cause) not in seen:
        seen.add(id(cause))
        yield cause
        # Not __context__: it may be an exception that the caller of the client is handling.
        members = getattr(cause, "exceptions", ())
        inner = [getattr(cause, "reason", None), *reversed(cause.args), cause.__cause__, *members]
        cause = next((c for c in inner if isinstance(c, BaseException) and id(c) not in seen), None)
