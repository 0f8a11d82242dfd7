"""The synchronous transport: its threads, a forked child, and an interruption."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from typing import Any

import pytest

from ..exchange import NoReply, Reply
from .helpers import together
from .loopback import Loopback, http, raw
from .transports import PATH, SyncTransport, read_answers_with, route_to, step


@pytest.fixture
def transport(server: Loopback) -> Iterator[SyncTransport]:
    transport = SyncTransport(route_to(server.base_url), time.monotonic)
    yield transport
    transport.close()


@pytest.mark.parametrize("status", [100, 103])
def test_interim_answers_without_end_are_lost(
    status: int, server: Loopback, transport: SyncTransport
) -> None:
    server.script(PATH, raw(f"HTTP/1.1 {status} Soon\r\n\r\n".encode() * 1000 + http(b"{}")))
    reply = transport.send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "lost"


def test_forty_threads_keep_their_connections(
    server: Loopback, transport: SyncTransport, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    for _ in range(3):
        assert (
            together(40, lambda: transport.send(step()))
            == [Reply(200, b'{"errcode": 0, "errmsg": "ok"}')] * 40
        )
    assert server.connections <= 40
    assert caplog.messages == []


def test_one_that_starts_anew_makes_its_own_connection(
    server: Loopback, transport: SyncTransport
) -> None:
    transport.send(step())
    other = transport.start_anew()
    other.send(step())
    other.close()
    assert [seen.connection for seen in server.seen] == [1, 2]


def test_an_interruption_passes_and_leaves_the_transport_usable(
    transport: SyncTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> Any:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        read_answers_with(patch, interrupt)
        with pytest.raises(KeyboardInterrupt):
            transport.send(step())
    assert isinstance(transport.send(step()), Reply)
