"""What sends: the transports of both clients, the way to a server, and what stands round a send.

With it one step of the flow to send, and what a test has to replace in a transport.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from wecom_client import Operation, Request
from wecom_client._runtime import async_connector as _async_connector
from wecom_client._runtime import async_transport as _async_transport
from wecom_client._runtime import monitoring as _monitoring
from wecom_client._runtime import multipart as _multipart
from wecom_client._runtime import sync_transport as _sync_transport
from wecom_client._runtime.async_transport import AsyncTransport
from wecom_client._runtime.async_transport import _proxy_of as proxy_of
from wecom_client._runtime.monitoring import unobserved
from wecom_client._runtime.multipart import content_type_of
from wecom_client._runtime.multipart import encode as form_of
from wecom_client._runtime.route import POOL_SIZE, Route, context_of, find_route
from wecom_client._runtime.send_errors import raised_by_handler, stray_of, too_large
from wecom_client._runtime.sync_transport import SyncTransport

from ..exchange import NoReply, Reply, Secret, Send
from .helpers import Loop

__all__ = [
    "POOL_SIZE",
    "AsyncTransport",
    "Route",
    "SyncTransport",
    "content_type_of",
    "context_of",
    "find_route",
    "form_of",
    "proxy_of",
    "raised_by_handler",
    "stray_of",
    "too_large",
    "unobserved",
]

TOKEN = "t/+ o"
PATH = "externalcontact/groupchat/list"
QUERY_WRITER = "wecom_client._runtime.route.urlencode"
"""The function that writes the query of a request, for tests that replace it."""


Open = Callable[..., Any]
"""Makes a transport of one kind, with the methods of the synchronous one."""


class Clock:
    """Says how late it is to whoever asks for `monotonic()`, as the module `time` does."""

    now = 0.0

    def monotonic(self) -> float:
        return self.now


class BlockingTransport:
    """An asynchronous transport with the methods of the synchronous one."""

    def __init__(self, route: Route, loop: Loop) -> None:
        self._transport = AsyncTransport(route)
        self._loop = loop

    def send(self, step: Send) -> Reply | NoReply:
        return self._loop.run(self._transport.send(step))

    def close(self) -> None:
        self._loop.run(self._transport.aclose())


def route_to(
    origin: str, *, connecting: float = 60.0, answering: float = 60.0, **options: Any
) -> Route:
    """Make a route; `max_body`: the limit of an answer, where it is not the usual one."""
    limit = options.pop("max_body", None)
    settings = {"proxies": None, "verify": None, "cert": None, **options}
    route = find_route(origin, (connecting, answering), **settings)
    return route if limit is None else route._replace(max_body=limit)


def step(
    body: bytes | None = b'{"limit":1}',
    fresh: bool = False,
    token: str | None = TOKEN,
    method: str = "POST",
    **params: object,
) -> Send:
    request = Request(Operation(PATH, method, not fresh, ""), params, None)
    return Send(request, body, None if token is None else Secret(token), fresh)


def limit_connections(patch: pytest.MonkeyPatch, number: int) -> None:
    """Let asynchronous transports have no more connections than this at once."""
    patch.setattr(_async_transport, "POOL_SIZE", number)


def hide_connecting(patch: pytest.MonkeyPatch) -> None:
    """Make connections as an aiohttp would that does not tell of it."""
    patch.delattr(_async_connector.Connector, "connect")


def hide_poll(patch: pytest.MonkeyPatch) -> None:
    """Have no `select.poll`, as on Windows."""
    patch.delattr("select.poll")


def note_timeouts(patch: pytest.MonkeyPatch) -> list[Any]:
    """Return the list into which the limits go that asynchronous sends give to aiohttp."""
    told: list[Any] = []
    make = _async_transport._client_timeout

    def note(timeout: tuple[float, float]) -> Any:
        told.append(make(timeout))
        return told[-1]

    patch.setattr(_async_transport, "_client_timeout", note)
    return told


def try_boundaries(patch: pytest.MonkeyPatch, *tried: bytes) -> None:
    """Let forms try these between their parts, in this order."""
    patch.setattr(_multipart, "_boundaries", lambda _: iter(tried))


def note_pieces(patch: pytest.MonkeyPatch) -> list[int]:
    """Return the list into which the sizes go of what synchronous sends hand to a socket."""
    sizes: list[int] = []
    send = _sync_transport._Connection.send

    def note(connection: Any, data: Any) -> None:
        if connection._held is None:
            sizes.append(len(data))
        send(connection, data)

    patch.setattr(_sync_transport._Connection, "send", note)
    return sizes


def read_answers_with(patch: pytest.MonkeyPatch, read: Callable[..., Any]) -> None:
    """Read the answers of synchronous sends in another way."""
    patch.setattr(_sync_transport, "_read", read)


def let_tools_look() -> None:
    """Send from now on as if no monitoring tool had to look away."""
    _monitoring._TOOLS = ()
