"""One step of the flow, and ways to a server, for tests of the transports."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wecom_client import Operation, Request
from wecom_client._runtime.async_transport import AsyncTransport
from wecom_client._runtime.route import POOL_SIZE, Route, context_of, find_route
from wecom_client._runtime.sync_transport import SyncTransport

from ..exchange import NoReply, Reply, Secret, Send
from .helpers import Loop

__all__ = [
    "POOL_SIZE",
    "AsyncTransport",
    "Route",
    "SyncTransport",
    "context_of",
    "find_route",
]

TOKEN = "t/+ o"
PATH = "externalcontact/groupchat/list"


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
