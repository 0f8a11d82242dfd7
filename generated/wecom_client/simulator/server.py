# Copied from templates/wecom_client/simulator/server.py: edit that file, then run 'make generate'.
"""The server: aiohttp in a thread with its own event loop, on loopback only."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import struct
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import Any

from .wire import Call, Delivery, Reply, receive

try:
    from aiohttp import web
except ImportError as error:
    raise ImportError(
        'the simulator needs aiohttp: pip install "wecom-client[simulator]"', name=error.name
    ) from error

_HOST = "127.0.0.1"
_BACKLOG = 1024
_KEEPALIVE_SECONDS = 75
_SHUTDOWN_SECONDS = 1
_LARGEST_BODY = 20 * 1024 * 1024
# Closing a socket that lingers for no time sends a reset instead of an orderly end.
_NO_LINGER = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)


def _is_no_departure(record: logging.LogRecord) -> bool:
    """Whether a record tells of more than a client that went away, which clients may do."""
    return not record.exc_info or not isinstance(record.exc_info[1], ConnectionError)


_log = logging.getLogger("wecom_client.simulator")
_log.addFilter(_is_no_departure)


class Server:
    """Serves `answer` over HTTP from `start` to `stop`; may be started again, on the same port."""

    def __init__(self, answer: Callable[[Call], Awaitable[Reply]], port: int) -> None:
        """Prepare a server that sends what `answer` returns, in the way that the reply says.

        Port 0 takes a free one at the first start. A body above 20 MiB is an HTTP 413.
        """
        self.port = port
        self._answer = answer
        self._pausing: set[asyncio.Task[Any]] = set()
        self._thread: threading.Thread | None = None
        self._process = 0
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopping: asyncio.Event | None = None

    def start(self) -> None:
        """Bind and serve.

        Raises:
            RuntimeError: it is running already.
            OSError: the port cannot be bound.
        """
        if self._thread is not None:
            raise RuntimeError("the simulator is running already")
        started: Future[int] = Future()
        thread = threading.Thread(
            target=lambda: asyncio.run(self._serve(started)), name="wecom-simulator", daemon=True
        )
        thread.start()
        try:
            self.port = started.result()
        except BaseException:
            thread.join()
            raise
        self._thread, self._process = thread, os.getpid()

    def stop(self) -> None:
        """Close the port and every connection; nothing happens if it is not running."""
        thread, self._thread = self._thread, None
        # A forked child has no such thread, and shares the pipe that would wake the parent's.
        if thread is None or self._process != os.getpid():
            return
        if self._loop is not None and self._stopping is not None:
            self._loop.call_soon_threadsafe(self._stopping.set)
        thread.join()

    async def _serve(self, started: Future[int]) -> None:
        self._loop, self._stopping = asyncio.get_running_loop(), asyncio.Event()
        # No access log: its lines would hold tokens and secrets.
        server = web.Server(
            self._exchange,
            request_factory=_request,
            access_log=None,
            logger=_log,
            keepalive_timeout=_KEEPALIVE_SECONDS,
        )
        runner = web.ServerRunner(server, shutdown_timeout=_SHUTDOWN_SECONDS)
        try:
            await runner.setup()
            await web.TCPSite(runner, _HOST, self.port, backlog=_BACKLOG).start()
            started.set_result(runner.addresses[0][1])
            await self._stopping.wait()
            for task in self._pausing:
                task.cancel()
        except OSError as error:
            started.set_exception(error)
        finally:
            await runner.cleanup()

    async def pause(self, seconds: float) -> None:
        """Let the current call wait; where the server stops, it waits and answers no more."""
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 (a coroutine that runs has a task)
        self._pausing.add(task)
        try:
            await asyncio.sleep(seconds)
        finally:
            self._pausing.discard(task)

    async def _exchange(self, request: web.BaseRequest) -> web.StreamResponse:
        body = await request.read()
        content_type = request.headers.get("Content-Type", "")
        call = receive(request.method, request.path, dict(request.query), body, content_type)
        reply = await self._answer(call)
        if reply.delivery is not Delivery.WHOLE:
            return await _break(request, reply)
        return web.Response(
            status=reply.status,
            body=reply.body,
            content_type=reply.content_type,
            charset="utf-8",
            headers=reply.headers,
        )


def _request(message: Any, payload: Any, protocol: Any, writer: Any, task: Any) -> web.BaseRequest:
    loop = asyncio.get_running_loop()
    return web.BaseRequest(
        message, payload, protocol, writer, task, loop, client_max_size=_LARGEST_BODY
    )


async def _break(request: web.BaseRequest, reply: Reply) -> web.StreamResponse:
    """End the connection in the way that the reply says; the response returned is not sent."""
    response = web.StreamResponse(status=reply.status)
    response.content_type = reply.content_type
    response.content_length = len(reply.body)
    if reply.delivery is Delivery.CUT:
        # The caller may have gone.
        with suppress(ConnectionError):
            await response.prepare(request)
            await response.write(reply.body[: len(reply.body) // 2])
    response.force_close()
    transport = request.transport
    if transport is None:
        return response
    if reply.delivery is Delivery.RESET:
        connection = transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
        transport.abort()
    else:
        transport.close()
    return response
