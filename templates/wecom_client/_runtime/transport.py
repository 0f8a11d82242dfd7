"""Sending one request over HTTP, with requests; what came of it is a value, never an exception."""

from __future__ import annotations

import math
import re
import ssl
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from functools import cache
from queue import Empty, Full
from typing import Any
from urllib.parse import quote, urlencode

import requests
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict
from requests.utils import default_headers, default_user_agent, select_proxy
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    NewConnectionError,
    ReadTimeoutError,
)
from urllib3.poolmanager import PoolManager

from .._version import __version__
from .flow import Send
from .named import Named
from .redact import Secret, clean
from .retry import NoReply, Reply

# A server closes idle connections when it likes. Closed under a request that may not be repeated,
# one would leave an unknown outcome.
FRESH_SECONDS = 1.0
POOL_SIZE = 128

_TELLING = (OSError, NewConnectionError, ConnectTimeoutError, ReadTimeoutError)
_USERINFO = re.compile(r"(?<=//)[^/@\s]+(?=@)")


class Route(Named):
    """How the server is reached; requests settles this for each call, we once for each client."""

    origin: str
    timeout: tuple[float, float]
    proxies: dict[str, str]
    verify: bool | str
    cert: str | tuple[str, str] | None

    def __repr__(self) -> str:
        return f"Route({self.origin!r}, timeout={self.timeout}, …)"


def find_route(
    origin: str,
    timeout: tuple[float, float],
    proxies: dict[str, str] | None,
    verify: bool | str | None,
    cert: str | tuple[str, str] | None,
) -> Route:
    """Settle proxies and certificates from the arguments and the environment."""
    with requests.Session() as session:
        found = session.merge_environment_settings(origin, dict(proxies or {}), True, verify, cert)
    proxy = select_proxy(origin, found["proxies"])
    used = {origin.partition(":")[0]: proxy} if proxy else {}
    checked = True if found["verify"] is None else found["verify"]
    return Route(origin, timeout, used, checked, found["cert"])


class HttpTransport:
    """One connection pool to one server; for any number of threads."""

    def __init__(self, route: Route, monotonic: Callable[[], float]) -> None:
        self._route = route
        self._monotonic = monotonic
        self._adapter = _Adapter(pool_maxsize=POOL_SIZE)
        self._closed = False
        self._headers: CaseInsensitiveDict[str | bytes] = CaseInsensitiveDict(default_headers())
        self._headers["User-Agent"] = f"wecom-client/{__version__} {default_user_agent()}"

    def start_anew(self) -> HttpTransport:
        """Return a transport on the same route with no connection yet, for a forked child."""
        return HttpTransport(self._route, self._monotonic)

    def close(self) -> None:
        """Release every connection; a send under way ends by itself, a later one is refused."""
        self._closed = True
        self._adapter.close()

    def send(self, step: Send) -> Reply | NoReply:
        """Send once and return what came of it."""
        if self._closed:
            return NoReply("refused", "the client was closed")
        route = self._route
        _watch.longest_idle = FRESH_SECONDS if step.fresh else math.inf
        _watch.monotonic = self._monotonic
        try:
            response = self._adapter.send(
                self._prepare(step),
                stream=True,
                timeout=route.timeout,
                verify=route.verify,
                cert=route.cert,
                proxies=route.proxies,
            )
        except Exception as problem:
            outcome = _no_reply(problem, _watch.connection)
        else:
            return _read(response)
        finally:
            _watch.connection = None
        return outcome

    def _prepare(self, step: Send) -> requests.PreparedRequest:
        # Session.prepare_request would look into netrc and cookies at each call, and might send
        # credentials that nobody meant for this server.
        headers = self._headers.copy()
        if step.body is not None:
            headers["Content-Type"] = "application/json"
            headers["Content-Length"] = str(len(step.body))
        prepared = requests.PreparedRequest()
        prepared.method = step.request.method
        prepared.url = url_of(self._route.origin, step)
        prepared.headers = headers
        prepared.body = step.body
        return prepared


def url_of(origin: str, step: Send) -> str:
    """Return the URL of a request, token and all."""
    query = []
    if step.token is not None:
        query.append(f"access_token={quote(step.token.reveal(), safe='')}")
    if step.request.params:
        query.append(urlencode({k: _shown(v) for k, v in step.request.params.items()}))
    url = f"{origin}/cgi-bin/{step.request.path}"
    return f"{url}?{'&'.join(query)}" if query else url


def _shown(value: object) -> str:
    return value.reveal() if isinstance(value, Secret) else str(value)


def _read(response: requests.Response) -> Reply | NoReply:
    """Read the whole body, which gives the connection back to its pool."""
    status = response.status_code
    try:
        return Reply(status, response.raw.read(decode_content=True))
    except Exception as problem:
        response.close()
        # Another status than 2xx says all there is to know, with or without its body.
        if not 200 <= status < 300:
            return Reply(status, b"")
        if isinstance(problem, DecodeError):
            return Reply(status, b"", "a body whose compression is damaged")
        reason = reason_of(problem)
    return NoReply("lost", f"the connection broke in the middle of the answer: {reason}")


def _no_reply(problem: Exception, connection: Any) -> NoReply:
    """Say what an exception tells of the request: only a made connection can have carried it."""
    reason = reason_of(problem)
    if connection is None:
        return NoReply("refused", f"the request could not be sent: {reason}")
    if connection.made:
        return NoReply("lost", f"no answer came: {reason}")
    if forbids_tls(problem):
        return NoReply("refused", f"no trusted connection can be made: {reason}")
    return NoReply("not_made", f"no connection: {reason}")


def forbids_tls(problem: Exception) -> bool:
    """Whether certificates or protocol versions stand in the way, and not a mere interruption."""
    return any(
        isinstance(cause, ssl.SSLError)
        and not isinstance(cause, (ssl.SSLEOFError, ssl.SSLZeroReturnError, ssl.SSLSyscallError))
        for cause in _causes(problem)
    )


def reason_of(problem: Exception) -> str:
    """Name the innermost cause; the outer ones repeat the URL."""
    *_, cause = _causes(problem)
    name = type(cause).__name__
    # Other texts may repeat bytes of the server or of the URL.
    return _USERINFO.sub("***", clean(f"{name}: {cause}")) if isinstance(cause, _TELLING) else name


def _causes(problem: BaseException) -> Iterator[BaseException]:
    cause: Any = problem
    seen: set[int] = set()
    while isinstance(cause, BaseException) and id(cause) not in seen:
        seen.add(id(cause))
        yield cause
        # Not __context__: it may be an exception that the caller of the client is handling.
        members = getattr(cause, "exceptions", ())
        inner = [getattr(cause, "reason", None), *reversed(cause.args), cause.__cause__, *members]
        cause = next((c for c in inner if isinstance(c, BaseException) and id(c) not in seen), None)


class _Watch(threading.local):
    """What a thread asks of a pool for its current send, and which connection it was given."""

    longest_idle: float = math.inf
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


class _Connection(HTTPConnection):
    """Knows whether it was made, and since when it has been idle."""

    made = False
    idle_since = 0.0

    def connect(self) -> None:
        super().connect()
        self.made = True


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
    """The adapter of requests with our pools behind it, direct or through a proxy of any kind."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        _use_our_pools(self.poolmanager)

    def proxy_manager_for(self, proxy: str, **proxy_kwargs: Any) -> PoolManager:
        is_new = proxy not in self.proxy_manager
        manager: PoolManager = super().proxy_manager_for(proxy, **proxy_kwargs)
        if is_new:
            _use_our_pools(manager)
        return manager


def _use_our_pools(manager: PoolManager) -> None:
    classes = manager.pool_classes_by_scheme
    manager.pool_classes_by_scheme = {scheme: _ours(pool) for scheme, pool in classes.items()}


@cache
def _ours(pool: Any) -> Any:
    """Put our pool and connection before those of a scheme, also those for SOCKS."""
    connection = type("Connection", (_Connection, pool.ConnectionCls), {})
    return type("Pool", (_Pool, pool), {"ConnectionCls": connection})
