"""The server: aiohttp in a thread with its own event loop, on loopback only."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future

from .wire import Call, Reply, receive

try:
    from aiohttp import web
except ImportError as error:
    raise ImportError(
        "the simulator needs aiohttp: pip install wecom-client[simulator]", name=error.name
    ) from error

_HOST = "127.0.0.1"
_BACKLOG = 1024
_KEEPALIVE_SECONDS = 75
_SHUTDOWN_SECONDS = 1


class Server:
    """Serves `answer` over HTTP from `start` to `stop`; may be started again, on the same port."""

    def __init__(
        self, record: Callable[[Call], None], answer: Callable[[Call], Reply], port: int
    ) -> None:
        """Prepare a server that tells `record` of each call, then sends what `answer` returns.

        Port 0 takes a free one at the first start.
        """
        self.port = port
        self._record = record
        self._answer = answer
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
        server = web.Server(self._exchange, access_log=None, keepalive_timeout=_KEEPALIVE_SECONDS)
        runner = web.ServerRunner(server, shutdown_timeout=_SHUTDOWN_SECONDS)
        try:
            await runner.setup()
            await web.TCPSite(runner, _HOST, self.port, backlog=_BACKLOG).start()
            started.set_result(runner.addresses[0][1])
            await self._stopping.wait()
        except OSError as error:
            started.set_exception(error)
        finally:
            await runner.cleanup()

    async def _exchange(self, request: web.BaseRequest) -> web.StreamResponse:
        """Carry out one request: the one place that each of them passes, with its connection.

        Before `_answer` the request is known and recorded, and nothing is done; after it everything
        is done, and nothing is sent. `request.transport` is the connection.
        """
        body = await request.read()
        call = receive(request.method, request.path, dict(request.query), body)
        self._record(call)
        reply = self._answer(call)
        return web.Response(
            status=reply.status,
            body=reply.body,
            content_type=reply.content_type,
            charset="utf-8",
        )
