"""Fixtures: a scripted server, and clients for it that never really wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from wecom_client._runtime.client import SyncClient, Tools

from .loopback import Loopback

SECRET = "s3cr3t/+of=the&application"


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the proxies and certificates of this machine out of the tests."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NETRC"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def server() -> Iterator[Loopback]:
    loopback = Loopback()
    yield loopback
    loopback.stop()


@pytest.fixture
def waits() -> list[float]:
    """The seconds that clients were told to wait."""
    return []


@pytest.fixture
def connect(server: Loopback, waits: list[float]) -> Iterator[Callable[..., SyncClient]]:
    """Make a client of the server, or of another `base_url`."""

    class Client(SyncClient):
        _tools = Tools(sleep=waits.append, random=lambda: 0.0)

    with ExitStack() as stack:

        def make(*args: Any, **options: Any) -> SyncClient:
            options.setdefault("base_url", server.base_url)
            options.setdefault("timeout", 5.0)
            if not args and "access_token" not in options:
                args = ("corp", SECRET)
            return stack.enter_context(Client(*args, **options))

        yield make


@pytest.fixture
def client(connect: Callable[..., SyncClient]) -> SyncClient:
    return connect()
