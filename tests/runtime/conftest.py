"""Fixtures: a scripted server, and clients for it that never really wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from wecom_client import AsyncWeComClient, WeComClient

from ..environment import PROXIES, TRUST
from ..exchange import Tools
from ..redis_server import redis_server
from .helpers import SECRET, Blocking, Connect, Either, Loop
from .loopback import Loopback
from .transports import BlockingTransport, Clock, Open, SyncTransport, route_to

__all__ = ["redis_server"]


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the proxies and certificates of this machine out of the tests."""
    for name in (*PROXIES, *TRUST):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def server() -> Iterator[Loopback]:
    loopback = Loopback()
    yield loopback
    loopback.stop()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("aiohttp.connector.monotonic", clock.monotonic)
    return clock


@pytest.fixture(params=["sync", "async"])
def open_transport(
    request: pytest.FixtureRequest, server: Loopback, clock: Clock
) -> Iterator[Open]:
    """Make a transport of either kind to the server, or to another origin."""
    loop = Loop()
    with ExitStack() as stack:
        stack.callback(loop.end)

        def make(origin: str = "", **options: Any) -> Any:
            route = route_to(origin or server.base_url, **options)
            is_sync = request.param == "sync"
            transport = (
                SyncTransport(route, clock.monotonic) if is_sync else BlockingTransport(route, loop)
            )
            stack.callback(transport.close)
            return transport

        yield make


@pytest.fixture
def waits() -> list[float]:
    """The seconds that clients were told to wait."""
    return []


@pytest.fixture
def make_sync(server: Loopback, waits: list[float]) -> Callable[..., WeComClient]:
    """Make a synchronous client of the server, or of another `base_url`."""

    class Client(WeComClient):
        _tools = Tools(sleep=waits.append, random=lambda: 0.0)

    return lambda *args, **options: Client(*_credentials(args, options), **_with(server, options))


@pytest.fixture
def make_async(server: Loopback, waits: list[float]) -> Callable[..., AsyncWeComClient]:
    """Make an asynchronous client of the server, or of another `base_url`."""

    class Client(AsyncWeComClient):
        _tools = Tools(random=lambda: 0.0)

        async def _sleep(self, seconds: float) -> None:
            waits.append(seconds)

    return lambda *args, **options: Client(*_credentials(args, options), **_with(server, options))


@pytest.fixture(params=["sync", "async"])
def connect(request: pytest.FixtureRequest) -> Iterator[Connect]:
    """Make a client of either kind, with the methods of the synchronous one."""
    make: Callable[..., Any] = request.getfixturevalue(f"make_{request.param}")

    loop = Loop()
    with ExitStack() as stack:
        stack.callback(loop.end)

        def made(*args: Any, **options: Any) -> Either:
            client = make(*args, **options)
            either: Either = (
                Blocking(client, loop) if isinstance(client, AsyncWeComClient) else client
            )
            stack.enter_context(either)
            return either

        yield made


@pytest.fixture
def client(connect: Connect) -> Either:
    return connect()


@pytest.fixture
def sync_client(make_sync: Callable[..., WeComClient]) -> Iterator[WeComClient]:
    with make_sync() as client:
        yield client


def _credentials(args: tuple[Any, ...], options: dict[str, Any]) -> tuple[Any, ...]:
    return args if args or {"access_token", "corp_id"} & set(options) else ("corp", SECRET)


def _with(server: Loopback, options: dict[str, Any]) -> dict[str, Any]:
    return {"base_url": server.base_url, "timeout": 60.0, **options}
