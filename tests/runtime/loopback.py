"""A scripted HTTP server on loopback that can also do what no well-behaved server does."""

from __future__ import annotations

import asyncio
import json
import select
import socket
import ssl
import struct
import threading
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl

CERTIFICATE = Path(__file__).with_name("loopback.pem")

OK = {"errcode": 0, "errmsg": "ok"}


@dataclass(frozen=True)
class Seen:
    """One request as it came."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes
    connection: int
    target: str


@dataclass(frozen=True)
class Exchange:
    """What a behaviour works on."""

    server: Loopback
    sock: socket.socket
    seen: Seen


Behaviour = Callable[[Exchange], bool]
"""Answers one request; returns whether the connection stays open."""


def http(body: bytes, status: int = 200, headers: str = "", length: int | None = None) -> bytes:
    """Write an HTTP answer; `length` may lie about the body."""
    said = len(body) if length is None else length
    return f"HTTP/1.1 {status} X\r\nContent-Length: {said}\r\n{headers}\r\n".encode() + body


def raw(answer: bytes, keep: bool = True) -> Behaviour:
    """Send these bytes."""

    def behave(exchange: Exchange) -> bool:
        exchange.sock.sendall(answer)
        return keep

    return behave


def says(answer: object, status: int = 200) -> Behaviour:
    """Answer with JSON."""
    return raw(http(json.dumps(answer).encode(), status))


def drop(exchange: Exchange) -> bool:
    """Close the connection once the request was read, without an answer."""
    return False


def reset(exchange: Exchange) -> bool:
    """Break the connection once the request was read."""
    exchange.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    return False


def silent(exchange: Exchange) -> bool:
    """Never answer."""
    exchange.server.stopping.wait()
    return False


def drips(answer: bytes) -> Behaviour:
    """Send an answer byte by byte, each long before a client gives up, and never its end."""

    def behave(exchange: Exchange) -> bool:
        sent = 0
        while not exchange.server.stopping.wait(0.02):
            exchange.sock.sendall(answer[sent : sent + 1] or b" ")
            sent += 1
        return False

    return behave


def echo_token(exchange: Exchange) -> bool:
    """Refuse with a text that repeats the URL, token and all."""
    query = "&".join(f"{name}={value}" for name, value in exchange.seen.query.items())
    text = f"no, you sent {exchange.seen.path}?{query}"
    return says({"errcode": 48001, "errmsg": text})(exchange)


def tunnel(exchange: Exchange) -> bool:
    """Connect to the server that CONNECT names, and pass on what either side says."""
    host, _, port = exchange.seen.target.rpartition(":")
    with socket.create_connection((host, int(port)), timeout=60) as far:
        near = exchange.sock
        near.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        while True:
            for sock in select.select([near, far], [], [], 30)[0]:
                said = sock.recv(65536)
                if not said:
                    return False
                (far if sock is near else near).sendall(said)


def issue_tokens(exchange: Exchange) -> bool:
    """Hand out token-1, token-2 and so on."""
    number = exchange.server.count("gettoken")
    token = {"access_token": f"token-{number}", "expires_in": 7200}
    return says({**OK, **token})(exchange)


def refuse_all_but(*tokens: str, errcode: int = 40014) -> Behaviour:
    """Take no other token."""

    def behave(exchange: Exchange) -> bool:
        if exchange.seen.query.get("access_token") in tokens:
            return says(OK)(exchange)
        return says({"errcode": errcode, "errmsg": "invalid access_token"})(exchange)

    return behave


class Held:
    """A behaviour that is put off until it is let go."""

    def __init__(self, then: Behaviour) -> None:
        self.entered = threading.Semaphore(0)
        self.leave = threading.Event()
        self._then = then

    def __call__(self, exchange: Exchange) -> bool:
        self.entered.release()
        assert self.leave.wait(60)
        return self._then(exchange)

    async def wait_for(self, count: int) -> None:
        """Let an event loop go on until so many requests have come."""
        for _ in range(count):
            assert await asyncio.to_thread(self.entered.acquire, timeout=60)


@dataclass
class Loopback:
    """Listens on a free port; each path has a list of behaviours, the last stays."""

    seen: list[Seen] = field(default_factory=list)
    connections: int = 0
    hang_up_on: int = 0
    greeting: bytes = b""
    deaf: bool = False
    tls: bool = False
    wants_certificate: bool = False
    stopping: threading.Event = field(default_factory=threading.Event)
    _scripts: dict[str, list[Behaviour]] = field(default_factory=dict)
    _socks: list[socket.socket] = field(default_factory=list)
    _threads: list[threading.Thread] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self._scripts["gettoken"] = [issue_tokens]
        self._start(self._accept)

    @property
    def base_url(self) -> str:
        return f"http{'s' * self.tls}://127.0.0.1:{self._listener.getsockname()[1]}"

    def script(self, path: str, *behaviours: Behaviour) -> None:
        """Say what happens to the requests of a path, one after another."""
        self._scripts[path] = list(behaviours)

    def count(self, path: str) -> int:
        return sum(1 for seen in self.seen if seen.path == path)

    def counts(self) -> dict[str, int]:
        counts: dict[str, int] = defaultdict(int)
        for seen in self.seen:
            counts[seen.path] += 1
        return dict(counts)

    def stop(self) -> None:
        self.stopping.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for sock in self._socks:
            with suppress(OSError):
                # Not that of an SSLSocket, which reads as plain text from then on.
                socket.socket.shutdown(sock, socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(60)

    def _start(self, target: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=target, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            if self.hang_up_on > 0:
                self.hang_up_on -= 1
                sock.close()
                continue
            self._socks.append(sock)
            self._start(self._serve, sock, self.connections)

    def _serve(self, sock: socket.socket, connection: int) -> None:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with sock, suppress(OSError):
            if self.greeting:
                sock.sendall(self.greeting)
                while sock.recv(4096):
                    pass
            if self.deaf:
                self.stopping.wait()
            if self.tls:
                sock = server_tls(self.wants_certificate).wrap_socket(sock, server_side=True)
                self._socks.append(sock)  # the plain one has nothing left to shut down
            with sock, sock.makefile("rb") as reader:
                while (seen := _read(reader, connection)) is not None:
                    with self._lock:
                        self.seen.append(seen)
                        script = self._scripts.get(seen.path, [says(OK)])
                        behave = script.pop(0) if len(script) > 1 else script[0]
                    if not behave(Exchange(self, sock, seen)):
                        return


def _read(reader: object, connection: int) -> Seen | None:
    readline: Callable[[], bytes] = reader.readline  # type: ignore[attr-defined]
    start = readline().decode()
    if not start:
        return None
    method, target, _ = start.split()
    headers = {}
    while (line := readline().decode().strip()) != "":
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    body = reader.read(int(headers.get("content-length", 0)))  # type: ignore[attr-defined]
    path, _, query = target.partition("?")
    path = path.removeprefix("/cgi-bin/")
    return Seen(method, path, dict(parse_qsl(query)), headers, body, connection, target)


def server_tls(wants_certificate: bool = False) -> ssl.SSLContext:
    """Serve as 127.0.0.1 with a certificate that nobody trusts unless told to."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    if wants_certificate:
        context.verify_mode = ssl.CERT_REQUIRED
        context.load_verify_locations(CERTIFICATE)
    return context


_KEPT: list[socket.socket] = []


def unused_port() -> int:
    """Return a port that nobody listens on, nor ever will: it is bound, and kept."""
    kept = socket.socket()
    kept.bind(("127.0.0.1", 0))
    _KEPT.append(kept)
    port: int = kept.getsockname()[1]
    return port
