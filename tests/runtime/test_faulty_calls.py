"""Whole calls of both clients against a server that is busy, breaks off, or answers nonsense."""

from __future__ import annotations

from typing import Any

import pytest

from wecom_client import (
    BusyError,
    PermissionDeniedError,
    RateLimitError,
    ResponseError,
    TransportError,
)

from .helpers import LIST, TRANSFER, Connect, Either, read, write
from .loopback import (
    OK,
    Held,
    Loopback,
    drop,
    echo_token,
    http,
    raw,
    reset,
    says,
    silent,
    unused_port,
)


@pytest.mark.parametrize("errcode", [-1, 45009, 45033])
def test_a_busy_platform_is_asked_again_for_any_operation(
    errcode: int, server: Loopback, client: Either, waits: list[float]
) -> None:
    server.script(TRANSFER, says({"errcode": errcode}), says({"errcode": errcode}), says(OK))
    assert write(client) == OK
    assert waits == [0.5, 1.0]


def test_a_platform_that_stays_busy_is_asked_three_times(server: Loopback, client: Either) -> None:
    server.script(TRANSFER, says({"errcode": -1, "errmsg": "system busy"}))
    with pytest.raises(BusyError):
        write(client)
    assert server.count(TRANSFER) == 3


def test_a_rate_limit_that_lasts_ends_within_about_20_seconds(
    server: Loopback, client: Either, waits: list[float]
) -> None:
    server.script(TRANSFER, says({"errcode": 45009}))
    with pytest.raises(RateLimitError):
        write(client)
    assert sum(waits) <= 20
    assert server.count(TRANSFER) == 6


@pytest.mark.parametrize(
    "behaviour",
    [drop, reset, says(OK, 500), says(OK, 503)],
    ids=["drop", "reset", "500", "503"],
)
def test_a_lost_answer_is_asked_for_again_only_where_that_does_no_harm(
    behaviour: Any, server: Loopback, client: Either
) -> None:
    server.script(LIST, behaviour, says(OK))
    assert read(client) == OK
    server.script(TRANSFER, behaviour, says(OK))
    with pytest.raises(TransportError) as caught:
        write(client)
    assert caught.value.outcome == "unknown"
    assert server.counts() == {"gettoken": 1, LIST: 2, TRANSFER: 1}


def test_an_answer_that_does_not_come_in_time_is_unknown(
    server: Loopback, connect: Connect
) -> None:
    held = Held(silent)
    server.script(TRANSFER, held)
    with pytest.raises(TransportError, match="timed out") as caught:
        write(connect(access_token="t", timeout=(60, 0.05)))
    assert caught.value.outcome == "unknown"
    # It may be read only after the client has given it up.
    assert held.entered.acquire(timeout=60)
    held.leave.set()
    assert server.counts() == {TRANSFER: 1}


@pytest.mark.parametrize(
    "body", [b"<html>", b'{"errcode": 0, "grou', b"[]", b"", b'{"errmsg": "ok"}', b"\xff\xfe"]
)
def test_a_wrong_body_is_never_taken_for_success(
    body: bytes, server: Loopback, client: Either
) -> None:
    server.script(LIST, raw(http(body)), says(OK))
    assert read(client) == OK
    server.script(TRANSFER, raw(http(body)), says(OK))
    with pytest.raises(ResponseError) as caught:
        write(client)
    assert caught.value.outcome == "unknown"
    assert server.count(TRANSFER) == 1


@pytest.mark.parametrize("status", [302, 400, 403, 429])
def test_another_status_below_500_is_final_and_not_sent(
    status: int, server: Loopback, client: Either
) -> None:
    server.script(LIST, raw(http(b"", status, f"Location: {server.base_url}/x\r\n")))
    with pytest.raises(TransportError) as caught:
        read(client)
    assert (caught.value.outcome, caught.value.status) == ("not_sent", status)
    assert server.counts() == {"gettoken": 1, LIST: 1}


def test_a_server_that_is_not_there_is_tried_for_a_while(
    connect: Connect, waits: list[float]
) -> None:
    client = connect(access_token="t", base_url=f"http://127.0.0.1:{unused_port()}")
    with pytest.raises(TransportError, match="no connection") as caught:
        write(client)
    assert (caught.value.outcome, len(waits)) == ("not_sent", 5)


def test_an_untrusted_certificate_is_final(
    server: Loopback, connect: Connect, waits: list[float]
) -> None:
    server.tls = True
    with pytest.raises(TransportError, match="certificate verify failed") as caught:
        write(connect(access_token="t"))
    assert (caught.value.outcome, waits) == ("not_sent", [])


def test_errmsg_keeps_the_hint_and_loses_the_token(server: Loopback, connect: Connect) -> None:
    server.script(LIST, echo_token)
    with pytest.raises(PermissionDeniedError) as caught:
        read(connect())
    assert caught.value.errmsg == f"no, you sent {LIST}?access_token=***"
