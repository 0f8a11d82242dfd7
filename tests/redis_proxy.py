"""A proxy in front of a Redis, which holds up or refuses what a test tells it to."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Literal, NamedTuple

from .redis_server import RedisServer

What = Literal["command", "answer", "break"]
"""Hold up a command, hold up its answer, or break the connection in place of an answer."""


class _Hold(NamedTuple):
    what: What
    word: bytes


class RedisProxy:
    """Listens on a free port of loopback; each connection has one of its own to the server."""

    def __init__(self, server: RedisServer) -> None:
        self.seen: list[bytes] = []
        self._server = server
        self._holds: list[_Hold] = []
        self._refusals: dict[bytes, bytes | None] = {}
        self._lock = threading.Lock()
        self._go_on = threading.Event()
        self._held = 0
        self._carried_out = threading.Semaphore(0)
        self._sockets: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._start(self._accept)

    @property
    def port(self) -> int:
        port: int = self._listener.getsockname()[1]
        return port

    def hold(self, what: What, word: bytes, times: int) -> None:
        """Do this to the next commands with this word, until `let_go`."""
        with self._lock:
            self._holds += [_Hold(what, word)] * times

    def refuse(self, word: bytes, answer: bytes | None = b"ERR unknown command") -> None:
        """Answer commands with this word in the server's place; None: hang up on them."""
        self._refusals[word] = answer

    def count(self, word: bytes) -> int:
        """Return how many commands with this word came from the client."""
        return sum(word in data for data in self.seen)

    def let_go(self) -> None:
        """Let go on what was held up, and wait until the server has carried out every command."""
        with self._lock:
            self._holds.clear()
        self._go_on.set()
        for _ in range(self._held):
            assert self._carried_out.acquire(timeout=30)

    def stop(self) -> None:
        self._go_on.set()
        _end(self._listener)
        self._listener.close()
        for end in self._sockets:
            _end(end)
        for thread in self._threads:
            thread.join(30)
        for end in self._sockets:
            end.close()

    def _start(self, target: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=target, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.socket(socket.AF_UNIX)
            server.connect(self._server.socket)
            self._sockets += [client, server]
            holds: list[_Hold] = []
            self._start(self._commands, client, server, holds)
            self._start(self._answers, server, client, holds)

    def _commands(self, client: socket.socket, server: socket.socket, holds: list[_Hold]) -> None:
        with suppress(OSError):
            while data := client.recv(65536):
                hold = self._note(data)
                refused = [one for one in self._refusals if one in data]
                if refused:
                    answer = self._refusals[refused[0]]
                    if answer is None:
                        break
                    client.sendall(b"-%b\r\n" % answer)
                    continue
                if hold is not None:
                    holds.append(hold)
                    if hold.what == "command":
                        self._go_on.wait(60)
                server.sendall(data)
        _end(server, socket.SHUT_WR)

    def _answers(self, server: socket.socket, client: socket.socket, holds: list[_Hold]) -> None:
        is_told = False
        with suppress(OSError):
            while data := server.recv(65536):
                if holds and not is_told:
                    is_told = True
                    self._carried_out.release()
                    if holds[0].what == "break":
                        break
                    self._go_on.wait(60)
                # The client has left by now, perhaps.
                with suppress(OSError):
                    client.sendall(data)
        _end(client)

    def _note(self, data: bytes) -> _Hold | None:
        """Note a command; redis-py sends one at a time, and waits for the answer."""
        with self._lock:
            self.seen.append(data)
            found = next((one for one in self._holds if one.word in data), None)
            if found is not None:
                self._holds.remove(found)
                self._held += 1
            return found


def _end(end: socket.socket, how: int = socket.SHUT_RDWR) -> None:
    with suppress(OSError):
        end.shutdown(how)


@contextmanager
def proxied(server: RedisServer) -> Iterator[RedisProxy]:
    """Run a proxy."""
    proxy = RedisProxy(server)
    try:
        yield proxy
    finally:
        proxy.stop()
