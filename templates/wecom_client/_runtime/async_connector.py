"""Connections of aiohttp that know how far a send has come, and are of use whenever given out."""

from __future__ import annotations

import asyncio
import os
import select
import ssl
from collections.abc import Collection
from contextlib import suppress
from contextvars import ContextVar
from functools import partial
from typing import Any
from weakref import WeakSet

import aiohttp
from aiohttp.client_proto import ResponseHandler

from .send_errors import MOST_INTERIM, ConnectionState

# Turns of an event loop until it has read what came, over TLS as well, and acted on it.
_TURNS = 3


class _Protocol(ResponseHandler):
    """Bounds interim answers; aiohttp takes any number, and measures no silence after them."""

    _interim = 0

    def close(self) -> None:
        """Say farewell and go; over TLS, the server's would be waited for, for half a minute."""
        transport = self.transport
        if transport is not None and transport.is_closing():
            # Closed a second time, it forgets over TLS what there would be to abort.
            abort(transport)
        super().close()
        abort(transport)

    async def read(self) -> Any:
        """Return the head and the body of the next answer."""
        if self._interim and not len(self):
            self.start_timeout()
        answer = await super().read()
        code = answer[0].code
        self._interim = self._interim + 1 if 100 <= code < 200 else 0
        if self._interim > MOST_INTERIM:
            raise aiohttp.ClientPayloadError("too many interim answers")
        return answer


class Connector(aiohttp.TCPConnector):
    """Notes how far a send has come, and gives no connection twice that is of no use any more."""

    def __init__(self, **options: Any) -> None:
        self._process = os.getpid()
        self._used: WeakSet[Any] = WeakSet()
        super().__init__(**options)
        protocol: type[ResponseHandler] = _Protocol
        self._factory = partial(protocol, loop=self._loop)

    async def connect(self, *args: Any, **options: Any) -> Any:
        """Return a connection for a request; from here on, the request may have been sent."""
        watch = WATCH.get()
        watch.state = "connecting"
        while True:
            connection = await super().connect(*args, **options)
            if connection.protocol not in self._used:
                self._used.add(connection.protocol)
                break
            if await _is_alive(connection):
                break
        watch.state, watch.transport = "connected", connection.transport
        return connection

    def __del__(self, *args: Any) -> None:
        # In a forked child, closing would take connections out of the parent's event loop.
        if self._process == os.getpid():
            super().__del__(*args)


async def _is_alive(connection: Any) -> bool:
    """Look whether a connection that was idle still is, and give it up if not.

    Its end, or an answer that nobody asked for, may have come while the event loop did not run.
    """
    alive = False
    try:
        for _ in range(_turns_for(connection.transport)):
            await asyncio.sleep(0)
        alive = not (connection.closed or connection.protocol.should_close)
    finally:
        if not alive:
            abort(connection.transport)
            connection.close()
    return alive


def _turns_for(transport: asyncio.Transport) -> int:
    """Return the turns until the event loop has noticed what came on an idle connection.

    They are a tenth of what a call costs. Where nothing is there to be read, nothing is left to be
    noticed, unless a farewell over TLS was read in this very turn.
    """
    socket = transport.get_extra_info("socket")
    # Windows has no poll, and an event loop that reads before it tells of it.
    if socket is None or not hasattr(select, "poll"):
        return _TURNS
    looking = select.poll()
    looking.register(socket, select.POLLIN)
    if looking.poll(0):
        return _TURNS
    return 0 if transport.get_extra_info("ssl_object") is None else 1


class Watch:
    """How far a send has come, and on which connection."""

    __slots__ = ("state", "transport")

    def __init__(self) -> None:
        self.state: ConnectionState = "preparing"
        self.transport: asyncio.Transport | None = None

    def state_at(self, problem: Exception) -> ConnectionState:
        """Return how far a send had come that failed."""
        if self.state == "connected":
            return self.state
        if isinstance(problem, (ValueError, TypeError)) and not isinstance(problem, ssl.SSLError):
            return "preparing"  # such as an address that cannot be one
        # Were no connection asked for by our class, it would be unknown what has been sent.
        return "connected" if self.state == "preparing" else self.state


WATCH: ContextVar[Watch] = ContextVar("wecom_client_watch")


def abort(transport: asyncio.Transport | None) -> None:
    """End a connection at once; closed, it would first wait until the server takes what is left."""
    if transport is not None:
        transport.abort()


def close_now(sessions: Collection[aiohttp.ClientSession]) -> None:
    """Close connections without waiting for their end; a task for it might never be run."""
    for session in sessions:
        if isinstance(session.connector, Connector):
            closing = session.connector.close()
            with suppress(StopIteration):
                closing.send(None)  # to where it waits, and the connections are closed
            closing.close()
