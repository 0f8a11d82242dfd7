# Copied from templates/wecom_client/_runtime/sync_transport.py: edit that file, then run 'make generate'.
"""Sending one request through a pool of urllib3; what came of it is a value, never an exception."""

from __future__ import annotations

import math
import socket
import ssl
import threading
import time
from collections import deque
from collections.abc import Callable
from functools import cache
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse, parse_headers
from importlib.util import find_spec
from io import BufferedReader, RawIOBase
from queue import Empty, Full
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict
from requests.utils import default_user_agent
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.exceptions import ConnectTimeoutError, DecodeError, NewConnectionError
from urllib3.poolmanager import PoolManager
from urllib3.response import BaseHTTPResponse
from urllib3.util import Retry, Timeout

from .._version import __version__
from .retry import NoReply, Reply
from .route import FRESH_SECONDS, HEADERS, POOL_SIZE, Route, context_of, url_of
from .send_errors import (
    DAMAGED,
    MOST_INTERIM,
    PIECE,
    Body,
    ConnectionState,
    Stray,
    TooLargeBody,
    no_reply,
    reason_of,
    stray_of,
    too_large,
    unread,
)
from .steps import Send

# With any number of retries, 0 too, urllib3 tells of a connection that was not made in an error of
# its own around the cause, whose text repeats the URL.
_ONCE = Retry(False)


class SyncTransport:
    """One connection pool to one server; for any number of threads."""

    def __init__(self, route: Route, monotonic: Callable[[], float]) -> None:
        # Not at the top: an import of the package is to cost little more than that of requests.
        from .monitoring import unobserved

        self._unobserved = unobserved
        self._route = route
        self._monotonic = monotonic
        self._adapter = _Adapter(route)
        self._opening = threading.Lock()
        self._pool: HTTPConnectionPool | None = None
        self._address = ""
        self._closed = False
        agent = f"wecom-client/{__version__} {default_user_agent()}"
        self._headers = {**HEADERS, "User-Agent": agent}
        self._headers_of_json = {**self._headers, "Content-Type": "application/json"}

    def start_anew(self) -> SyncTransport:
        """Return a transport on the same route with no connection yet, for a forked child."""
        return SyncTransport(self._route, self._monotonic)

    def close(self) -> None:
        """Release every connection; a send under way ends by itself, a later one is refused."""
        self._closed = True
        self._adapter.close()
        if self._pool is not None:
            self._pool.close()

    def send(self, step: Send) -> Reply | NoReply:
        """Send once and return what came of it; what HTTP has no part in is raised."""
        if self._closed:
            return NoReply("refused", "the client was closed")
        with self._unobserved():
            came = self._exchange(step)
        if isinstance(came, Stray):
            raise came.take()
        return came

    def _exchange(self, step: Send) -> Reply | NoReply | Stray:
        route = self._route
        _watch.longest_idle = FRESH_SECONDS if step.fresh else math.inf
        _watch.monotonic = self._monotonic
        _watch.ends_at = math.inf if step.left is None else time.monotonic() + step.left
        try:
            pool = self._pool or self._open()
            # The URL has no name here: a traceback may show the variables of its frames.
            response = pool.urlopen(
                step.request.method,
                url_of(self._address, step),
                step.body,
                self._headers_of(step),
                retries=_ONCE,
                redirect=False,
                assert_same_host=False,
                timeout=_timeout_of(route, step),
                preload_content=False,
            )
            return _read(route, response)
        except Exception as problem:
            return stray_of(problem) or _no_reply(route, problem, _watch.connection)
        except BaseException as interruption:
            return Stray(interruption)
        finally:
            _watch.connection = None

    def _headers_of(self, step: Send) -> dict[str, str]:
        if step.body is None:
            return self._headers
        if step.request.files is None:
            return self._headers_of_json
        return {**self._headers, "Content-Type": step.content_type or ""}

    def _open(self) -> HTTPConnectionPool:
        """Have requests find the pool, once: it asks for the same one at each of its sends.

        Raises:
            OSError, ValueError: a proxy or a certificate that cannot be used.
        """
        with self._opening:
            if self._pool is None:
                self._address, self._pool = self._adapter.open()
            return self._pool


def _timeout_of(route: Route, step: Send) -> Timeout:
    connecting, answering = step.timeout or route.timeout
    left = math.inf if step.left is None else max(0.001, step.left)
    return Timeout(connect=min(connecting, left), read=min(answering, left))


def _no_reply(route: Route, problem: Exception, connection: Any) -> NoReply:
    if connection is None:
        return no_reply(route, problem, reason_of(problem), "preparing")
    state: ConnectionState = "connected" if connection.made else "connecting"
    return no_reply(route, problem, reason_of(problem), state)


def _read(route: Route, response: BaseHTTPResponse) -> Reply | NoReply | Stray:
    """Read the whole body, which gives the connection back to its pool."""
    status = response.status
    body = Body(route.max_body)
    flaw = reason = ""
    stray: Stray | None = None
    try:
        for piece in response.stream(PIECE, decode_content=True):
            body.add(piece)
        return Reply(status, body.whole())
    except TooLargeBody:
        flaw = too_large(route)
    except DecodeError:
        flaw = DAMAGED
    except Exception as problem:
        stray, reason = stray_of(problem), reason_of(problem)
    except BaseException as interruption:
        stray = Stray(interruption)
    response.close()
    response.release_conn()
    return stray or unread(route, status, flaw, reason)


class _Watch(threading.local):
    """What a thread asks of a pool for its current send, and which connection it was given."""

    longest_idle: float = math.inf
    ends_at: float = math.inf
    monotonic: Callable[[], float] = time.monotonic
    connection: Any = None


_watch = _Watch()


class _Stack:
    """The pool's store of connections: last in, first out, no lock for a fork to find held."""

    def __init__(self, maxsize: int) -> None:
        self._items: deque[Any] = deque()
        self._maxsize = maxsize

    def get(self, block: bool = True, timeout: float | None = None) -> Any:
        """Return the last item put; never blocks."""
        try:
            return self._items.pop()
        except IndexError:
            raise Empty from None

    def put(self, item: Any, block: bool = True, timeout: float | None = None) -> None:
        """Keep an item; never blocks."""
        if len(self._items) >= self._maxsize:
            raise Full
        self._items.append(item)

    def qsize(self) -> int:
        """Return how many items are kept."""
        return len(self._items)


class _TimedReader(RawIOBase):
    """What a socket brings, until a time: the socket's own timeout is one of each read."""

    def __init__(self, socket: Any, ends_at: float) -> None:
        self._socket = socket
        self._raw = socket.makefile("rb", buffering=0)
        self._ends_at = ends_at

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        left = self._ends_at - time.monotonic()
        if left <= 0:
            raise TimeoutError("timed out")
        timeout = self._socket.gettimeout()
        if timeout is None or timeout > left:
            self._socket.settimeout(left)
        count: int = self._raw.readinto(buffer)
        return count

    def close(self) -> None:
        self._raw.close()
        super().close()


class _TimedSocket:
    """Opens a socket for reading as a response does it, but until a time."""

    def __init__(self, socket: Any, ends_at: float) -> None:
        self._socket = socket
        self._ends_at = ends_at

    def makefile(self, *_: Any) -> BufferedReader:
        return BufferedReader(_TimedReader(self._socket, self._ends_at), PIECE)


class _Response(HTTPResponse):
    """An answer whose head and body have to come until a time, where a call has one."""

    def __init__(self, sock: Any, *args: Any, **options: Any) -> None:
        timed = sock if _watch.ends_at == math.inf else _TimedSocket(sock, _watch.ends_at)
        super().__init__(timed, *args, **options)  # type: ignore[arg-type]

    def begin(self) -> None:
        super().begin()
        if self.status < 200:
            # Whatever the server goes on to say, it does not answer another request.
            self.will_close = True

    def _read_status(self) -> tuple[str, int, str]:
        """Pass over interim answers: taken for the answer, 103 would leave that for another call.

        The standard library passes over 100 alone, however often it comes.
        """
        for _ in range(MOST_INTERIM):
            version, status, reason = super()._read_status()  # type: ignore[misc]
            if status == HTTPStatus.SWITCHING_PROTOCOLS or not 100 <= status < 200:
                return version, status, reason
            parse_headers(self.fp)
        raise HTTPException("too many interim answers")


class _Connection(HTTPConnection):
    """Sends a request in one piece; knows whether it was made, and since when it has been idle."""

    made = False
    idle_since = 0.0
    response_class = _Response
    _held: list[bytes] | None = None

    def connect(self) -> None:
        super().connect()
        self.made = True

    def request(self, *args: Any, **options: Any) -> None:
        """Send the head and the body of a request in one piece.

        In two, they are two packets, two records of TLS, and through a proxy, where urllib3 leaves
        Nagle's algorithm on, the second may wait until the first is acknowledged.
        """
        held: list[bytes] = []
        self._held = held
        try:
            super().request(*args, **options)
        finally:
            self._held = None
        whole = b"".join(held)
        if len(whole) <= PIECE:
            self.send(whole)
        else:
            self._send_in_pieces(memoryview(whole))

    def _send_in_pieces(self, whole: memoryview) -> None:
        """Send what is long in pieces: the timeout of a socket is one of all that it is given."""
        self.send(whole[:PIECE])  # which connects
        made: Any = self.sock
        for start in range(PIECE, len(whole), PIECE):
            left = _watch.ends_at - time.monotonic()
            if left <= 0:
                raise TimeoutError("timed out")
            if left < (made.gettimeout() or math.inf):
                made.settimeout(left)
            self.send(whole[start : start + PIECE])

    def send(self, data: Any) -> None:
        if self._held is None:
            super().send(data)
        else:
            self._held.append(data)

    def _new_conn(self) -> Any:
        """Connect until a time: urllib3 gives the whole timeout to each address of a name."""
        name: Any = self._dns_host
        timeout: Any = self.timeout
        addresses = _addresses(self) if _watch.ends_at != math.inf else []
        problem: Exception | None = None
        try:
            for address in addresses:
                left = _watch.ends_at - time.monotonic()
                if problem is not None and left <= 0:
                    break
                self._dns_host, self.timeout = address, max(0.001, min(timeout, left))
                try:
                    made = super()._new_conn()
                    # A handshake may follow.
                    made.settimeout(max(0.001, min(timeout, _watch.ends_at - time.monotonic())))
                    return made
                except (NewConnectionError, ConnectTimeoutError) as failure:
                    problem = failure
        finally:
            self._dns_host, self.timeout = name, timeout
        if problem is not None:
            raise problem
        return super()._new_conn()


def _addresses(connection: Any) -> list[str]:
    """Return the addresses to connect to; none where that is for the library below to say."""
    if hasattr(connection, "_socks_options"):
        return []  # the proxy looks the name up
    try:
        host, port = connection._dns_host.strip("[]"), connection.port
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return [str(address[0]) for *_, address in found]


class _Pool(HTTPConnectionPool):
    """Hands out connections that are as fresh as the thread asks for."""

    QueueCls: Any = _Stack

    def _get_conn(self, timeout: float | None = None) -> Any:
        connection: Any = super()._get_conn(timeout)
        is_open = connection.sock is not None
        if is_open and _watch.monotonic() - connection.idle_since > _watch.longest_idle:
            connection.close()
            is_open = False
        connection.made = is_open
        _watch.connection = connection
        return connection

    def _put_conn(self, conn: Any) -> None:
        if conn is not None:
            conn.idle_since = _watch.monotonic()
        super()._put_conn(conn)


class _Adapter(HTTPAdapter):
    """Finds the pool of a route as requests does, direct or through a proxy of any kind."""

    def __init__(self, route: Route) -> None:
        self._route = route
        self._tls: ssl.SSLContext | None = None
        super().__init__(pool_maxsize=POOL_SIZE)

    def open(self) -> tuple[str, HTTPConnectionPool]:
        """Return the pool, and what stands before the paths that are asked for.

        Nothing does, but where a proxy is told the whole address, since there is no tunnel.
        """
        origin, proxy = self._route.origin, self._route.proxy
        proxies = {} if proxy is None else {origin.partition(":")[0]: proxy}
        request = requests.PreparedRequest()
        request.method, request.url, request.headers = "GET", f"{origin}/", CaseInsensitiveDict()
        pool = self.get_connection_with_tls_context(request, True, proxies)
        return self.request_url(request, proxies).removesuffix("/"), pool

    def tls(self) -> ssl.SSLContext:
        """Return the context of all connections, made once: the pools are told apart by it."""
        if self._tls is None:
            self._tls = context_of(self._route)
        return self._tls

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        _use_our_pools(self.poolmanager)

    def proxy_manager_for(self, proxy: str, **proxy_kwargs: Any) -> PoolManager:
        is_new = proxy not in self.proxy_manager
        if proxy.lower().startswith("socks") and find_spec("socks") is None:
            raise OSError('a SOCKS proxy needs PySocks: pip install "requests[socks]"')
        if proxy.lower().startswith("https:"):
            proxy_kwargs["proxy_ssl_context"] = self.tls()
        manager: PoolManager = super().proxy_manager_for(proxy, **proxy_kwargs)
        if is_new:
            _use_our_pools(manager)
        return manager

    def build_connection_pool_key_attributes(
        self, request: requests.PreparedRequest, verify: Any, cert: Any = None
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        host, _ = super().build_connection_pool_key_attributes(request, verify, cert)
        return host, {"ssl_context": self.tls()}


def _use_our_pools(manager: PoolManager) -> None:
    classes = manager.pool_classes_by_scheme
    manager.pool_classes_by_scheme = {scheme: _ours(pool) for scheme, pool in classes.items()}


@cache
def _ours(pool: Any) -> Any:
    """Put our pool and connection before those of a scheme, also those for SOCKS."""
    connection = type("Connection", (_Connection, pool.ConnectionCls), {})
    return type("Pool", (_Pool, pool), {"ConnectionCls": connection})
