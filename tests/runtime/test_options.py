"""Options of a client, and of some of its calls: total time, retries, rate, size of an answer."""

from __future__ import annotations

import asyncio
import copy
import pickle
import socket
import time
import warnings
from typing import Any

import pytest

from wecom_client import Operation, ResponseError, ResponseWarning, TransportError

from ..declarations import Answer, AsyncNamespace, Namespace
from .helpers import LIST, Blocking, Connect, Either, read, write
from .loopback import CERTIFICATE, OK, Loopback, drips, drop, http, raw, says, silent

READ = Operation(LIST, "POST", True, "")
LONG = http(b"{", length=10**6)

# Far above what a total time of a second takes on a busy machine, and below other limits (60 s).
GENEROUS = 20.0


class Group(Namespace):
    def send(self) -> Any:
        return self._client._send(READ.request({}), Answer, self._rules)


class AsyncGroup(AsyncNamespace):
    def send(self) -> Any:
        return self._client._send(READ.request({}), Answer, self._rules)


def group_of(client: Either) -> Any:
    """Return a namespace of either client."""
    if isinstance(client, Blocking):
        return client.client._namespace(AsyncGroup)
    return client._namespace(Group)


def send(client: Either, group: Any) -> Any:
    came = group.send()
    return client._loop.run(came) if isinstance(client, Blocking) else came


@pytest.mark.parametrize(
    "behaviour",
    [drips(b"HTTP/1.1 200 OK\r\nX-Slow: "), drips(LONG), silent],
    ids=["head", "body", "silence"],
)
def test_a_slow_answer_ends_with_the_total_time(
    connect: Connect, server: Loopback, behaviour: Any
) -> None:
    server.script(LIST, says(OK), behaviour)
    client = connect(access_token="t", total_timeout=1)
    write_to_list(client)  # what only the first call takes, imports and the connection, is done
    began = time.monotonic()
    with pytest.raises(TransportError, match="the 1 s of total_timeout are over") as caught:
        write_to_list(client)
    assert caught.value.outcome == "unknown"
    assert time.monotonic() - began < GENEROUS


def test_the_total_time_holds_over_tls_as_well(connect: Connect) -> None:
    server = Loopback(tls=True)
    options: Any = {"base_url": server.base_url, "verify": str(CERTIFICATE), "access_token": "t"}
    body = b'{"errcode": 0, "more": "' + b"x" * 10**6 + b'"}'
    server.script(LIST, raw(http(body)), raw(http(body)), drips(LONG))
    try:
        client = connect(total_timeout=60, **options)
        assert [len(read(client)["more"]) for _ in range(2)] == [10**6] * 2
        assert server.connections == 1
        with pytest.raises(TransportError, match="total_timeout"):
            read(connect(total_timeout=1, retries=0, **options))
    finally:
        server.stop()


def test_addresses_that_are_dead_end_with_the_total_time(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_up = socket.getaddrinfo

    def dead(host: str, port: int, *args: Any, **options: Any) -> Any:
        if host == "dead.example":
            kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
            return [(*kind, ("127.0.0.1", port))] * 100
        return look_up(host, port, *args, **options)

    with Deaf() as port:
        monkeypatch.setattr(socket, "getaddrinfo", dead)
        client = connect(
            access_token="t", total_timeout=0.3, base_url=f"http://dead.example:{port}"
        )
        began = time.monotonic()
        with pytest.raises(TransportError) as caught:
            read(client)
    assert time.monotonic() - began < GENEROUS
    assert caught.value.outcome == "not_sent"


class Deaf:
    """A port that takes no further connection and refuses none."""

    def __enter__(self) -> int:
        self._sockets = [socket.create_server(("127.0.0.1", 0), backlog=0)]
        port: int = self._sockets[0].getsockname()[1]
        for _ in range(4):
            waiting = socket.socket()
            waiting.setblocking(False)
            waiting.connect_ex(("127.0.0.1", port))
            self._sockets.append(waiting)
        return port

    def __exit__(self, *_: object) -> None:
        for one in self._sockets:
            one.close()


def write_to_list(client: Either) -> Any:
    return client.call("POST", LIST, json={})


def test_a_slow_token_ends_with_the_total_time_and_nothing_is_sent(
    connect: Connect, server: Loopback
) -> None:
    server.script("gettoken", drips(LONG))
    client = connect(total_timeout=0.3)
    began = time.monotonic()
    with pytest.raises(TransportError) as caught:
        write(client)
    assert caught.value.outcome == "not_sent"
    assert time.monotonic() - began < GENEROUS
    assert set(server.counts()) == {"gettoken"}


def test_retries_end_with_the_total_time(connect: Connect, server: Loopback) -> None:
    server.script(LIST, says(OK), silent)
    client = connect(access_token="t", total_timeout=1, timeout=0.3, retries=100)
    read(client)
    with pytest.raises(TransportError) as caught:
        read(client)
    assert caught.value.outcome == "unknown"
    assert 2 <= server.count(LIST) < 10


def test_a_call_in_time_is_not_touched_by_the_total_time(
    connect: Connect, server: Loopback
) -> None:
    client = connect(total_timeout=60)
    assert [read(client), write(client)] == [OK, OK]


@pytest.mark.parametrize("retries", [0, 1, 7])
def test_retries_are_the_sends_after_the_first(
    connect: Connect, server: Loopback, waits: list[float], retries: int
) -> None:
    server.script(LIST, drop)
    with pytest.raises(TransportError):
        read(connect(access_token="t", retries=retries))
    assert server.count(LIST) == 1 + retries
    assert len(waits) == retries


def test_a_busy_platform_gets_three_sends_however_many_retries_there_are(
    connect: Connect, server: Loopback
) -> None:
    server.script(LIST, says({"errcode": -1, "errmsg": "busy"}))
    with pytest.raises(Exception, match="busy"):
        read(connect(access_token="t", retries=50))
    assert server.count(LIST) == 3


def test_without_retries_a_token_is_renewed_all_the_same(
    connect: Connect, server: Loopback
) -> None:
    server.script(LIST, says({"errcode": 42001, "errmsg": "expired"}), says(OK))
    assert read(connect(retries=0)) == OK
    assert server.count("gettoken") == 2


def test_a_rate_spaces_the_calls_of_a_client(
    connect: Connect, server: Loopback, waits: list[float]
) -> None:
    client = connect(rate=0.06)
    for _ in range(3):
        read(client)
    assert len(waits) == 2
    assert 900 < waits[0] <= 1000
    assert 1900 < waits[1] <= 2000


class Counting:
    """A store that also counts the calls of all who share it."""

    answers_at_once = True

    def __init__(self) -> None:
        self.intervals: list[float] = []

    def load(self, key: str) -> str | None:
        return None

    def save(self, key: str, text: str, seconds: float) -> None:
        """Keep nothing."""

    def try_lock(self, key: str, seconds: float) -> Any:
        return lambda: None

    def reserve(self, key: str, interval: float) -> float:
        self.intervals.append(interval)
        return 2.0 * len(self.intervals)


def test_a_rate_is_shared_through_a_store_that_counts(
    connect: Connect, server: Loopback, waits: list[float]
) -> None:
    store = Counting()
    one, other = (connect(rate=60, token_store=store) for _ in range(2))
    for client in (one, other, one):
        read(client)
    slow = group_of(other).with_options(rate=30)
    send(other, slow)
    assert store.intervals == [1.0, 1.0, 1.0, 2.0]
    assert waits == [2.0, 4.0, 6.0, 8.0]


def test_options_of_some_calls_leave_the_others_alone(connect: Connect, server: Loopback) -> None:
    server.script(LIST, drop)
    client = connect(access_token="t")
    group = group_of(client)
    brief = group.with_options(retries=0)
    for one, sends in ((brief, 1), (group, 3), (brief.with_options(timeout=5), 1)):
        before = server.count(LIST)
        with pytest.raises(TransportError):
            send(client, one)
        assert server.count(LIST) - before == sends


def test_options_share_connections_and_token(connect: Connect, server: Loopback) -> None:
    client = connect()
    group = group_of(client)
    send(client, group)
    send(client, group.with_options(timeout=7, total_timeout=9, retries=1, rate=10**6))
    assert server.connections == 1
    assert server.count("gettoken") == 1


def test_a_timeout_of_some_calls_is_theirs(connect: Connect, server: Loopback) -> None:
    server.script(LIST, silent)
    client = connect(access_token="t", retries=0)
    began = time.monotonic()
    with pytest.raises(TransportError, match="timed out"):
        send(client, group_of(client).with_options(timeout=(5, 0.1)))
    assert time.monotonic() - began < GENEROUS


def test_a_view_keeps_its_client(connect: Connect) -> None:
    group = group_of(connect(access_token="t"))
    view = group.with_options(retries=0)
    assert view._client is group._client
    assert type(view) is type(group)
    with pytest.raises(AttributeError, match="with_options"):
        view.retries = 3
    for travel in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(TypeError, match="belongs to a client"):
            travel(view)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"total_timeout": 0}, "total_timeout"),
        ({"total_timeout": float("nan")}, "total_timeout"),
        ({"total_timeout": "3"}, "total_timeout"),
        ({"retries": -1}, "retries"),
        ({"retries": 1.0}, "retries"),
        ({"retries": True}, "retries"),
        ({"rate": 0}, "rate"),
        ({"rate": float("inf")}, "rate"),
        ({"rate": "60"}, "rate"),
        ({"rate": 10**400}, "rate"),
        ({"rate": 1e-9}, "rate"),
        ({"rate": 5e-324}, "rate"),
        ({"timeout": 0}, "timeout"),
    ],
)
def test_an_option_that_cannot_be_is_refused(
    connect: Connect, options: dict[str, Any], told: str
) -> None:
    with pytest.raises(ValueError, match=told):
        connect(access_token="t", **options)
    with pytest.raises(ValueError, match=told):
        group_of(connect(access_token="t")).with_options(**options)


@pytest.mark.parametrize(
    "options", [{"patience": -1}, {"patience": "1"}, {"max_body": 0}, {"max_body": 1.5}]
)
def test_an_argument_of_the_client_that_cannot_be_is_refused(
    connect: Connect, options: dict[str, Any]
) -> None:
    with pytest.raises(ValueError, match=next(iter(options))):
        connect(access_token="t", **options)


def test_a_body_beyond_the_greatest_size_is_not_read(connect: Connect, server: Loopback) -> None:
    body = b'{"errcode": 0, "more": "' + b"x" * 1000 + b'"}'
    server.script(LIST, raw(http(body)))
    assert connect(access_token="t", max_body=len(body)).call("POST", LIST)["errcode"] == 0
    with pytest.raises(ResponseError, match=f"{len(body) - 1:,}"):
        connect(access_token="t", max_body=len(body) - 1).call("POST", LIST)


def test_an_answer_without_errcode_is_a_success_where_the_caller_says_so(
    client: Either, server: Loopback
) -> None:
    addresses = {"ip_list": ["1.2.3.4"]}
    server.script("getcallbackip", says(addresses))
    assert client.call("GET", "getcallbackip", errcode_required=False) == addresses
    with pytest.raises(ResponseError, match="errcode"):
        client.call("GET", "getcallbackip")


@pytest.mark.parametrize(
    "answer", [{"errcode": 40050, "errmsg": "no"}, {"errcode": "40050", "errmsg": "no"}]
)
def test_an_error_is_one_whether_or_not_a_success_has_an_errcode(
    client: Either, server: Loopback, answer: Any
) -> None:
    server.script(LIST, says(answer))
    with pytest.raises(Exception, match="40050"):
        client.call("POST", LIST, errcode_required=False)


@pytest.mark.parametrize("errcode", [None, "x", True])
def test_an_errcode_that_is_none_is_no_success(
    client: Either, server: Loopback, errcode: Any
) -> None:
    server.script(LIST, says({"errcode": errcode}))
    with pytest.raises(ResponseError):
        client.call("POST", LIST, errcode_required=False)


@pytest.mark.parametrize(
    "errmsg", ["ok. Warning: wrong json format.", "ok, WARNING: Wrong JSON format"]
)
def test_parameters_that_may_be_lost_are_warned_of(
    client: Either, server: Loopback, errmsg: str
) -> None:
    server.script(LIST, says({**OK, "errmsg": errmsg}))
    with pytest.warns(ResponseWarning, match=LIST) as caught:
        assert read(client)["errmsg"] == errmsg
    assert len(caught) == 1


def test_an_answer_that_only_tells_of_json_is_not_warned_of(
    client: Either, server: Loopback
) -> None:
    server.script(LIST, says({**OK, "name": "wrong json format"}))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        read(client)


def test_a_warning_names_the_callers_line(
    make_sync: Any, make_async: Any, server: Loopback
) -> None:
    server.script(LIST, says({**OK, "errmsg": "wrong json format"}))
    with make_sync() as client, pytest.warns(ResponseWarning) as caught:
        client.call("POST", LIST)
    assert caught[0].filename == __file__

    async def work() -> None:
        async with make_async() as client:
            await client.call("POST", LIST)

    with pytest.warns(ResponseWarning) as caught:
        asyncio.run(work())
    assert caught[0].filename == __file__
