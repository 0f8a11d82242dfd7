# Copied from templates/wecom_client/_runtime/async_transport.py: edit that file, then run 'make generate'.
"""Sending one request over HTTP, with aiohttp; what came of it is a value, never an exception."""

from __future__ import annotations

import asyncio
import math
import os
import ssl
from collections.abc import AsyncGenerator, Awaitable, Collection
from contextlib import AbstractAsyncContextManager, nullcontext
from functools import lru_cache
from weakref import ref

import aiohttp
from aiohttp.abc import AbstractStreamWriter
from aiohttp.http_exceptions import ContentEncodingError
from requests.adapters import HTTPAdapter
from urllib3.util import parse_url
from yarl import URL

from .._version import __version__
from .async_connector import WATCH, Connector, Watch, abort, close_now
from .monitoring import unobserved
from .retry import NoReply, Reply
from .route import FRESH_SECONDS, HEADERS, POOL_SIZE, Route, context_of, url_of
from .send_errors import (
    DAMAGED,
    PIECE,
    Body,
    Stray,
    TooLargeBody,
    causes,
    no_reply,
    reason_of,
    refused,
    stray_of,
    too_large,
    unread,
)
from .steps import Send
from .thread_executor import Lookups

# How long a connection may be idle that its server does not close; aiohttp 3.14.0 takes no None.
_A_YEAR = 365 * 86400.0

# Of an answer's head, as the standard library takes it for the other client.
_LONGEST_LINE = 65536

_NO_CONNECTION = f"all {POOL_SIZE} connections were busy"


class AsyncTransport:
    """The connections to one server; each event loop has its own."""

    def __init__(self, route: Route) -> None:
        self._route = route
        self._closed = False
        self._tls: ssl.SSLContext | None = None
        self._pools: dict[asyncio.AbstractEventLoop, _Pool] = {}
        self._of_parent: list[object] = []

    def start_anew(self) -> None:
        """Leave the connections to the parent process: called in a forked child."""
        for pool in self._pools.values():
            pool.abandon()
        # Kept and never used: their end here would reach into the parent's event loop.
        self._of_parent.append(self._pools)
        self._pools = {}

    async def aclose(self) -> None:
        """Release this loop's connections; a send under way ends by itself, a later is refused."""
        self._closed = True
        pool = self._pools.pop(asyncio.get_running_loop(), None)
        if pool is not None:
            await pool.end()

    async def send(self, step: Send) -> Reply | NoReply:
        """Send once and return what came of it; what HTTP has no part in is raised."""
        if self._closed:
            return NoReply("refused", "the client was closed")
        with unobserved():
            try:
                pool = self._pools.get(asyncio.get_running_loop())
                if pool is None or pool.is_over:
                    pool = await self._open()
            except Exception as problem:
                return refused(self._route, _reason(problem))
            came = await pool.exchange(step)
        if isinstance(came, Stray):
            raise came.take()
        return came

    async def _open(self) -> _Pool:
        loop = asyncio.get_running_loop()
        self._tls = self._tls or context_of(self._route)
        pool = _Pool(self._route, self._tls)
        open_ones = {one: other for one, other in self._pools.items() if not one.is_closed()}
        self._pools = {**open_ones, loop: pool}
        await pool.begin()
        return pool


class _Pool:
    """The connections of one event loop: requests that may not be repeated have their own.

    A server closes idle connections when it likes. Closed under such a request, one would leave an
    unknown outcome; so these connections are given up early.
    """

    def __init__(self, route: Route, tls: ssl.SSLContext) -> None:
        self._route = route
        self._proxy, self._proxy_headers = _proxy_of(route)
        self._sessions = {fresh: self._session(fresh, tls) for fresh in (False, True)}
        # In front of the connectors, which let those that wait for a connection in their own
        # queues fail with a cancellation when they are closed.
        self._turn = asyncio.Semaphore(POOL_SIZE)
        self._sends = 0
        self.is_over = False
        self._loop = asyncio.get_running_loop()
        self._process = os.getpid()
        self._life = _life_of(ref(self), tuple(self._sessions.values()))

    async def begin(self) -> None:
        """Have the connections closed with the event loop, if nobody closes them before."""
        await self._life.__anext__()

    async def end(self) -> None:
        """Close the connections, after the last send that is under way."""
        self.is_over = True
        if not self._sends:
            await self._life.aclose()

    def __del__(self) -> None:
        # A client that nobody closed is gone: its connections go with it, not with the collector.
        if not hasattr(self, "_life") or self.is_over or self._process != os.getpid():
            return
        sessions = tuple(self._sessions.values())
        if asyncio._get_running_loop() is self._loop:
            close_now(sessions)
        elif not self._loop.is_closed():
            self._loop.call_soon_threadsafe(close_now, sessions)

    def abandon(self) -> None:
        """Forget that there is something to close, which is the parent process's."""
        for session in self._sessions.values():
            session.detach()

    async def exchange(self, step: Send) -> Reply | NoReply | Stray:
        """Send a request and read the whole answer."""
        self._sends += 1
        ends_at = None if step.left is None else asyncio.get_running_loop().time() + step.left
        try:
            try:
                async with _until(ends_at):
                    await self._turn.acquire()
            except TimeoutError as problem:
                return no_reply(self._route, problem, _NO_CONNECTION, "connecting")
            try:
                return await self._exchange(step, ends_at)
            finally:
                self._turn.release()
        finally:
            self._sends -= 1
            if self.is_over:
                await self.end()

    async def _exchange(self, step: Send, ends_at: float | None) -> Reply | NoReply | Stray:
        watch = Watch()
        token = WATCH.set(watch)
        try:
            async with _until(ends_at):
                response = await self._request(step)
        except BaseException as problem:
            abort(watch.transport)
            if not isinstance(problem, Exception):
                return Stray(problem)
            state = watch.state_at(problem)
            return stray_of(problem) or no_reply(self._route, problem, _reason(problem), state)
        finally:
            WATCH.reset(token)
        if response.status < 200:
            # Whatever the server goes on to say, it does not answer another request.
            abort(watch.transport)
        return await self._read(response, ends_at)

    def _request(self, step: Send) -> Awaitable[aiohttp.ClientResponse]:
        timeout = step.timeout or self._route.timeout
        body = None if step.body is None else _Payload(step.body, step.content_type, timeout[1])
        # The URL has no name here: a traceback may show the variables of its frames.
        return self._sessions[step.fresh].request(
            step.request.method,
            URL(url_of(self._route.origin, step), encoded=True),
            data=body,
            # Without a body, a type of its own invention.
            skip_auto_headers=None if body else ("Content-Type",),
            allow_redirects=False,
            proxy=self._proxy,
            proxy_headers=self._proxy_headers,
            timeout=_client_timeout(timeout),
            # A POST is sent once in any case, and a middleware costs 4 % of a call.
            middlewares=() if step.request.method == "POST" else (_once,),
        )

    async def _read(
        self, response: aiohttp.ClientResponse, ends_at: float | None
    ) -> Reply | NoReply | Stray:
        """Read the whole body, which gives the connection back to its pool."""
        stray: Stray | None = None
        body = Body(self._route.max_body)
        flaw = reason = ""
        try:
            async with _until(ends_at):
                while not response.content.at_eof():
                    body.add(await response.content.read(PIECE))
            return Reply(response.status, body.whole())
        except TooLargeBody:
            flaw = too_large(self._route)
        except Exception as problem:
            is_damaged = any(isinstance(one, ContentEncodingError) for one in causes(problem))
            flaw, reason = (DAMAGED, "") if is_damaged else ("", _reason(problem))
            stray = stray_of(problem)
        except BaseException as interruption:
            stray = Stray(interruption)
        finally:
            # Once read, the answer has no connection any more: another send may use it by now.
            if response.connection is not None:
                abort(response.connection.transport)
            response.close()
        return stray or unread(self._route, response.status, flaw, reason)

    def _session(self, fresh: bool, tls: ssl.SSLContext) -> aiohttp.ClientSession:
        """Make one pool; the environment has been looked at already, by `find_route`."""
        agent = f"wecom-client/{__version__} aiohttp/{aiohttp.__version__}"
        # Without a tunnel, the request itself goes to the proxy.
        to_proxy = self._proxy_headers if self._route.origin.startswith("http:") else {}
        return aiohttp.ClientSession(
            headers={**HEADERS, "User-Agent": agent, **to_proxy},
            connector=Connector(
                ssl=tls,
                limit=0,
                keepalive_timeout=FRESH_SECONDS if fresh else _A_YEAR,
                # Not c-ares, where its package is installed: names as every program finds them.
                resolver=aiohttp.ThreadedResolver(Lookups()),  # type: ignore[arg-type]
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
            max_line_size=_LONGEST_LINE,
            max_field_size=_LONGEST_LINE,
        )


async def _life_of(
    pool: ref[_Pool], sessions: Collection[aiohttp.ClientSession]
) -> AsyncGenerator[None, None]:
    """Close a pool's sessions at its end.

    An event loop closes the asynchronous generators that it has seen begin: those that nobody
    holds any more, and before its own end the others. So it does not hold its pool.
    """
    try:
        yield
    finally:
        if (living := pool()) is not None:
            living.is_over = True
        for session in sessions:
            await session.close()


def _until(ends_at: float | None) -> AbstractAsyncContextManager[object]:
    """Return what ends at this time of the event loop; None: at none."""
    return _WITHOUT_END if ends_at is None else asyncio.timeout_at(ends_at)


_WITHOUT_END: AbstractAsyncContextManager[object] = nullcontext()


@lru_cache(maxsize=64)
def _client_timeout(timeout: tuple[float, float]) -> aiohttp.ClientTimeout:
    connecting, answering = timeout
    return aiohttp.ClientTimeout(
        total=None, connect=connecting, sock_read=answering, ceil_threshold=math.inf
    )


class _Payload(aiohttp.Payload):
    """The body of a request, written in pieces, each of which may take so many seconds."""

    _value: bytes

    def __init__(self, body: bytes, content_type: str | None, seconds: float) -> None:
        super().__init__(body, content_type=content_type)
        self._size = len(body)
        self._seconds = seconds

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        """Return the body as text."""
        return self._value.decode(encoding, errors)

    async def write(self, writer: AbstractStreamWriter) -> None:
        """Write all of it."""
        body = memoryview(self._value)
        if len(body) < PIECE // 2:
            await writer.write(body)  # so little waits for nobody
            return
        for start in range(0, len(body), PIECE):
            async with asyncio.timeout(self._seconds):
                await writer.write(body[start : start + PIECE])


class _Broken(Exception):
    """A connection broke; aiohttp sends a GET again by itself where it knows the error."""


async def _once(
    request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType
) -> aiohttp.ClientResponse:
    try:
        return await handler(request)
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as problem:
        raise _Broken from problem


def _reason(problem: Exception) -> str:
    if isinstance(problem, aiohttp.ClientHttpProxyError):
        return f"the proxy answered HTTP {problem.status}"
    if isinstance(problem, TimeoutError) and not problem.errno:
        return f"{type(problem).__name__}: timed out"
    *_, cause = causes(problem)
    # Texts of aiohttp may repeat the URL.
    return type(cause).__name__ if isinstance(cause, aiohttp.ClientError) else reason_of(problem)


def _proxy_of(route: Route) -> tuple[URL | None, dict[str, str]]:
    """Return the proxy's address without user and password, and the headers that name them.

    Raises:
        OSError, ValueError: a proxy that cannot be used.
    """
    if route.proxy is None:
        return None, {}
    found = parse_url(route.proxy)
    if (found.scheme or "").startswith("socks"):
        raise OSError(
            "the asynchronous client takes no SOCKS proxy: pass the address of an http:// or"
            ' https:// one, or use WeComClient with pip install "requests[socks]"'
        )
    if found.scheme not in ("http", "https") or not found.host:
        raise OSError("a proxy must be http:// or https:// with a host and a port")
    address = found._replace(auth=None, path=None, query=None, fragment=None)
    return URL(address.url), HTTPAdapter().proxy_headers(route.proxy)
