"""Sending one request over HTTP, with httpx; what came of it is a value, never an exception."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncGenerator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import httpx
from certifi import where

from .._version import __version__
from .flow import Send
from .retry import NoReply, Reply
from .transport import FRESH_SECONDS, POOL_SIZE, Route, forbids_tls, reason_of, url_of


class AsyncTransport:
    """The connections to one server; each event loop has its own."""

    def __init__(self, route: Route) -> None:
        connecting, answering = route.timeout
        self._route = route
        self._closed = False
        self._pools: dict[asyncio.AbstractEventLoop, _Pools] = {}
        self._of_parent: list[object] = []
        self._headers = {
            "User-Agent": f"wecom-client/{__version__} python-httpx/{httpx.__version__}",
            "Accept-Encoding": "gzip, deflate",
            "Accept": "*/*",
            "Connection": "keep-alive",
        }
        # Nobody waits for a connection of the pool: see `_Pools.turn`.
        self._timeout = {
            "connect": connecting,
            "read": answering,
            "write": answering,
            "pool": None,
        }

    def start_anew(self) -> None:
        """Leave the connections to the parent process: called in a forked child."""
        # Kept and never used: let go, they would complain that nobody closed them.
        self._of_parent.append(self._pools)
        self._pools = {}

    async def aclose(self) -> None:
        """Release this loop's connections; a send under way ends by itself, a later is refused."""
        self._closed = True
        pools = self._pools.pop(asyncio.get_running_loop(), None)
        if pools is not None:
            await pools.end()

    async def send(self, step: Send) -> Reply | NoReply:
        """Send once and return what came of it."""
        if self._closed:
            return NoReply("refused", "the client was closed")
        watch = _Watch()
        try:
            request = self._prepare(step, watch)
            pools = self._pools.get(asyncio.get_running_loop()) or await self._open()
        except Exception as problem:
            reason = reason_of(problem)
        else:
            return await pools.exchange(request, step.fresh, watch)
        return NoReply("refused", f"the request could not be sent: {reason}")

    def _prepare(self, step: Send, watch: _Watch) -> httpx.Request:
        headers = self._headers
        if step.body is not None:
            headers = {**headers, "Content-Type": "application/json"}
        return httpx.Request(
            step.request.method,
            url_of(self._route.origin, step),
            headers=headers,
            content=step.body,
            extensions={"timeout": self._timeout, "trace": watch.note},
        )

    async def _open(self) -> _Pools:
        loop = asyncio.get_running_loop()
        self._pools = {one: pools for one, pools in self._pools.items() if not one.is_closed()}
        pools = self._pools[loop] = _Pools(self._route)
        await pools.begin()
        return pools


class _Watch:
    """Sees how far a request has come.

    `handed_over`: to the pool. `begun`: sent in part, which only a made connection allows. `ended`:
    its connection was given back or closed.
    """

    __slots__ = ("begun", "ended", "handed_over")

    def __init__(self) -> None:
        self.handed_over = False
        self.begun = False
        self.ended = False

    async def note(self, event: str, details: dict[str, Any]) -> None:
        """Note one event of the connection; CONNECT only asks a proxy for a tunnel."""
        if event == "http11.send_request_headers.started":
            self.begun = details["request"].method != b"CONNECT"
        elif event == "http11.response_closed.complete":
            self.ended = self.begun


class _Line:
    """A pool of connections, and how many sends use it; once over, the last of them closes it."""

    def __init__(self, transport: httpx.AsyncHTTPTransport) -> None:
        self.transport = transport
        self.is_over = False
        self._sends = 0

    def enter(self) -> None:
        self._sends += 1

    async def leave(self) -> None:
        self._sends -= 1
        if self.is_over:
            await self.end()

    async def end(self) -> None:
        self.is_over = True
        if not self._sends:
            await self.transport.aclose()


class _Pools:
    """The connections of one event loop: requests that may not be repeated have their own.

    A server closes idle connections when it likes. Closed under such a request, one would leave an
    unknown outcome; so these connections are given up early.
    """

    def __init__(self, route: Route) -> None:
        self._route = route
        self._tls = _tls_of(route)
        self._lines = {fresh: self._new_line(fresh) for fresh in (False, True)}
        # In front of the pools, whose own queue is slow, and loses a connection when a task is
        # cancelled in the moment in which it gets one.
        self._turn = asyncio.Semaphore(POOL_SIZE)
        self._life = self._live()

    async def begin(self) -> None:
        """Have the connections closed with the event loop, if nobody closes them before."""
        await self._life.__anext__()

    async def end(self) -> None:
        """Close the connections, those in use after their use."""
        for line in self._lines.values():
            await line.end()
        self._lines = {}
        await self._life.aclose()

    async def exchange(self, request: httpx.Request, fresh: bool, watch: _Watch) -> Reply | NoReply:
        """Send a request and read the whole answer."""
        line = self._lines[fresh]
        line.enter()
        try:
            async with self._turn:
                watch.handed_over = True
                return await _exchange(line.transport, request, watch)
        except BaseException:
            # A cancellation in an odd moment, such as between the making of a connection and its
            # use, leaves one behind of which the pool believes that it is in use.
            odd = watch.handed_over and not watch.ended
            if odd and self._lines.get(fresh) is line:
                self._lines[fresh] = self._new_line(fresh)
                line.is_over = True
            raise
        finally:
            await line.leave()

    def _new_line(self, fresh: bool) -> _Line:
        return _Line(_transport(self._route, self._tls, FRESH_SECONDS if fresh else None))

    async def _live(self) -> AsyncGenerator[None, None]:
        # An event loop closes the asynchronous generators that it has seen begin, before its end.
        try:
            yield
        finally:
            for line in self._lines.values():
                await line.transport.aclose()


async def _exchange(
    transport: httpx.AsyncHTTPTransport, request: httpx.Request, watch: _Watch
) -> Reply | NoReply:
    try:
        response = await transport.handle_async_request(request)
    except Exception as problem:
        return _no_reply(problem, watch)
    return await _read(response)


async def _read(response: httpx.Response) -> Reply | NoReply:
    """Read the whole body, which gives the connection back to its pool."""
    status = response.status_code
    try:
        return Reply(status, await response.aread())
    except httpx.DecodingError:
        flaw = "a body whose compression is damaged"
    except Exception as problem:
        flaw, reason = "", _reason(problem)
    finally:
        await response.aclose()
    # Another status than 2xx says all there is to know, with or without its body.
    if not 200 <= status < 300:
        return Reply(status, b"")
    if flaw:
        return Reply(status, b"", flaw)
    return NoReply("lost", f"the connection broke in the middle of the answer: {reason}")


def _no_reply(problem: Exception, watch: _Watch) -> NoReply:
    reason = _reason(problem)
    if watch.begun:
        return NoReply("lost", f"no answer came: {reason}")
    if forbids_tls(problem):
        return NoReply("refused", f"no trusted connection can be made: {reason}")
    return NoReply("not_made", f"no connection: {reason}")


def _reason(problem: Exception) -> str:
    if isinstance(problem, httpx.TimeoutException):
        return f"{type(problem).__name__}: timed out"
    return reason_of(problem)


def _transport(
    route: Route, tls: ssl.SSLContext, idle_seconds: float | None
) -> httpx.AsyncHTTPTransport:
    """Make one pool; the environment has been looked at already, by `find_route`."""
    return httpx.AsyncHTTPTransport(
        verify=tls,
        trust_env=False,
        limits=httpx.Limits(
            max_connections=POOL_SIZE,
            max_keepalive_connections=POOL_SIZE,
            keepalive_expiry=idle_seconds,
        ),
        proxy=_proxy(route, tls),
    )


def _proxy(route: Route, tls: ssl.SSLContext) -> httpx.Proxy | None:
    for proxy in route.proxies.values():
        # As requests takes it, for which a proxy needs no scheme.
        url = proxy if "://" in proxy else f"http://{proxy}"
        if url.startswith("socks") and find_spec("socksio") is None:
            raise OSError('a SOCKS proxy needs socksio: pip install "httpx[socks]"')
        return httpx.Proxy(url, ssl_context=tls if url.startswith("https:") else None)
    return None


def _tls_of(route: Route) -> ssl.SSLContext:
    """Make what TLS takes; without need of it, nobody is trusted."""
    urls = (route.origin, *route.proxies.values())
    if not any(url.startswith("https:") for url in urls):
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if route.verify is False:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        tls.check_hostname = False
        tls.verify_mode = ssl.CERT_NONE
    else:
        bundle = where() if route.verify is True else str(route.verify)
        folder = bundle if Path(_existing(bundle)).is_dir() else None
        tls = ssl.create_default_context(cafile=None if folder else bundle, capath=folder)
    if route.cert is not None:
        files = (route.cert,) if isinstance(route.cert, str) else route.cert
        tls.load_cert_chain(*(_existing(file) for file in files))
    return tls


def _existing(path: str) -> str:
    if not Path(path).exists():
        raise FileNotFoundError(f"no certificate at {path}")
    return path
