"""The synchronous transport: its threads, a forked child, and an interruption."""

from __future__ import annotations

import logging
import shutil
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from requests import PreparedRequest
from requests.adapters import HTTPAdapter

from ..exchange import NoReply, Reply
from .helpers import together
from .loopback import CERTIFICATE, OK, Exchange, Held, Loopback, http, says, server_tls
from .transports import PATH, SyncTransport, read_answers_with, route_to, step


@pytest.fixture
def transport(server: Loopback) -> Iterator[SyncTransport]:
    transport = SyncTransport(route_to(server.base_url), time.monotonic)
    yield transport
    transport.close()


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


def test_requests_is_asked_for_the_pool_once(
    server: Loopback, transport: SyncTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str | None] = []
    find = HTTPAdapter.get_connection_with_tls_context

    def note(adapter: HTTPAdapter, request: PreparedRequest, *args: Any, **options: Any) -> Any:
        asked.append(request.url)
        return find(adapter, request, *args, **options)

    monkeypatch.setattr(HTTPAdapter, "get_connection_with_tls_context", note)
    assert all(isinstance(reply, Reply) for reply in together(20, lambda: transport.send(step())))
    assert isinstance(transport.send(step()), Reply)
    assert asked == [f"{server.base_url}/"]


def test_a_pool_that_was_not_to_be_had_is_looked_for_again(
    server: Loopback, tmp_path: Path
) -> None:
    server.tls = True
    bundle = tmp_path / "bundle.pem"
    transport = SyncTransport(route_to(server.base_url, verify=str(bundle)), time.monotonic)
    assert isinstance(transport.send(step()), NoReply)
    shutil.copy(CERTIFICATE, bundle)
    assert isinstance(transport.send(step()), Reply)
    transport.close()


def test_a_send_under_way_ends_by_itself_and_its_connection_with_it(
    server: Loopback, transport: SyncTransport
) -> None:
    ends = Event()

    def answer_and_wait(exchange: Exchange) -> bool:
        says(OK)(exchange)
        assert exchange.sock.recv(1) == b""
        ends.set()
        return False

    held = Held(answer_and_wait)
    server.script(PATH, held)
    with ThreadPoolExecutor(1) as pool:
        under_way = pool.submit(transport.send, step())
        assert held.entered.acquire(timeout=60)
        transport.close()
        held.leave.set()
        assert isinstance(under_way.result(60), Reply)
    assert ends.wait(60)
    assert isinstance(transport.send(step()), NoReply)


def test_head_and_body_of_a_request_are_one_record_of_tls() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener, ThreadPoolExecutor(1) as pool:
        listener.settimeout(60)

        def first_record() -> bytes:
            with server_tls().wrap_socket(listener.accept()[0], server_side=True) as sock:
                record = sock.recv(65536)
                sock.sendall(http(b"{}"))
            return record

        came = pool.submit(first_record)
        origin = f"https://127.0.0.1:{listener.getsockname()[1]}"
        transport = SyncTransport(route_to(origin, verify=str(CERTIFICATE)), time.monotonic)
        assert transport.send(step()) == Reply(200, b"{}")
        transport.close()
        assert came.result(60).endswith(b'\r\n\r\n{"limit":1}')
