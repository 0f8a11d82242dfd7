"""Transport: what each thing that can happen on a connection comes back as."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from wecom_client import __version__
from wecom_client._runtime.async_transport import AsyncTransport
from wecom_client._runtime.flow import Send
from wecom_client._runtime.redact import Secret
from wecom_client._runtime.retry import NoReply, Reply
from wecom_client._runtime.transport import HttpTransport, Route, find_route

from .helpers import Loop
from .loopback import CERTIFICATE, Loopback, drop, http, raw, reset, says, silent, unused_port
from .steps import PATH, TOKEN, route_to, step

Open = Callable[..., Any]


class Clock:
    """Says how late it is to whoever asks for `monotonic()`, as the module `time` does."""

    now = 0.0

    def monotonic(self) -> float:
        return self.now


class BlockingTransport:
    """An asynchronous transport with the methods of the synchronous one."""

    def __init__(self, route: Route, loop: Loop) -> None:
        self._transport = AsyncTransport(route)
        self._loop = loop

    def send(self, step: Send) -> Reply | NoReply:
        return self._loop.run(self._transport.send(step))

    def close(self) -> None:
        self._loop.run(self._transport.aclose())


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("httpcore._async.http11.time", clock)
    return clock


@pytest.fixture(params=["sync", "async"])
def open_transport(
    request: pytest.FixtureRequest, server: Loopback, clock: Clock
) -> Iterator[Open]:
    loop = Loop()
    with ExitStack() as stack:
        stack.callback(loop.end)

        def make(origin: str = "", **options: Any) -> Any:
            route = route_to(origin or server.base_url, **options)
            is_sync = request.param == "sync"
            transport = (
                HttpTransport(route, clock.monotonic) if is_sync else BlockingTransport(route, loop)
            )
            stack.callback(transport.close)
            return transport

        yield make


def test_path_token_body_and_type_arrive_as_they_were_meant(
    server: Loopback, open_transport: Open
) -> None:
    reply = open_transport().send(step(b'{"name":"\xe7\xbe\xa4"}'))
    assert reply == Reply(200, b'{"errcode": 0, "errmsg": "ok"}')
    [seen] = server.seen
    assert (seen.method, seen.path, seen.query) == ("POST", PATH, {"access_token": TOKEN})
    assert seen.body == b'{"name":"\xe7\xbe\xa4"}'
    assert seen.headers["content-type"] == "application/json"
    assert seen.headers["user-agent"].startswith(f"wecom-client/{__version__} ")
    assert "transfer-encoding" not in seen.headers


def test_query_parameters_arrive_as_they_were_meant(server: Loopback, open_transport: Open) -> None:
    secret = Secret("&=?/ 群")
    open_transport().send(
        step(None, token=None, method="GET", corpid="w w", n=5, corpsecret=secret)
    )
    [seen] = server.seen
    assert (seen.method, seen.body) == ("GET", b"")
    assert seen.query == {"corpid": "w w", "n": "5", "corpsecret": "&=?/ 群"}


def test_a_post_without_a_body_has_length_0(server: Loopback, open_transport: Open) -> None:
    assert isinstance(open_transport().send(step(None)), Reply)
    assert server.seen[0].headers["content-length"] == "0"


@pytest.mark.parametrize("status", [200, 204, 301, 302, 307, 400, 404, 500, 503])
def test_a_status_comes_back_and_a_redirect_is_not_followed(
    status: int, server: Loopback, open_transport: Open
) -> None:
    there = f"Location: {server.base_url}/elsewhere\r\nRetry-After: 0\r\n"
    server.script(PATH, raw(http(b"", status, there)))
    assert open_transport().send(step()) == Reply(status, b"")
    assert server.counts() == {PATH: 1}


@pytest.mark.parametrize("behaviour", [drop, reset])
@pytest.mark.parametrize("warm", [True, False])
def test_a_connection_that_breaks_under_a_request_is_lost(
    behaviour: Any, warm: bool, server: Loopback, open_transport: Open
) -> None:
    transport = open_transport()
    if warm:
        transport.send(step())
    server.script(PATH, behaviour)
    reply = transport.send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "lost"
    assert server.count(PATH) == 1 + warm


def test_a_server_that_hangs_up_before_it_reads_may_have_read(
    server: Loopback, open_transport: Open
) -> None:
    server.hang_up_on = 1
    reply = open_transport().send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "lost"


def test_a_server_that_does_not_answer_in_time_is_lost(
    server: Loopback, open_transport: Open
) -> None:
    server.script(PATH, silent)
    reply = open_transport(answering=0.05).send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "lost"
    assert "timed out" in reply.detail


def test_a_port_where_nobody_listens_is_a_connection_not_made(open_transport: Open) -> None:
    reply = open_transport(f"http://127.0.0.1:{unused_port()}").send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "not_made"
    assert "refused" in reply.detail.lower()


def test_a_name_that_nobody_has_is_a_connection_not_made(
    open_transport: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*args: object, **options: object) -> None:
        raise OSError("Name or service not known")

    monkeypatch.setattr("socket.getaddrinfo", unknown)
    reply = open_transport("http://nowhere.invalid").send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "not_made"


def test_a_reason_names_the_cause_and_not_what_the_caller_is_handling(
    open_transport: Open,
) -> None:
    transport = open_transport(f"http://127.0.0.1:{unused_port()}")
    try:
        raise ZeroDivisionError("unrelated")
    except ZeroDivisionError:
        reply = transport.send(step())
    assert isinstance(reply, NoReply)
    assert "connectionrefused" in reply.detail.lower().replace(" ", "")


def test_a_reused_connection_that_cannot_be_made_again_was_not_made(
    server: Loopback, open_transport: Open
) -> None:
    server.script(PATH, raw(http(b"{}"), keep=False))
    transport = open_transport()
    transport.send(step())
    server.stop()
    reply = transport.send(step(fresh=True))
    assert isinstance(reply, NoReply)
    assert reply.kind == "not_made"


@pytest.mark.parametrize("length", [100, 10**6])
def test_an_answer_that_is_cut_by_the_connection_is_lost(
    length: int, server: Loopback, open_transport: Open
) -> None:
    server.script(PATH, raw(http(b'{"errcode": 0}', length=length), keep=False))
    reply = open_transport().send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "lost"
    assert "middle of the answer" in reply.detail


def test_a_cut_answer_with_another_status_keeps_its_status(
    server: Loopback, open_transport: Open
) -> None:
    server.script(PATH, raw(http(b"x", 404, length=100), keep=False))
    assert open_transport().send(step()) == Reply(404, b"")


@pytest.mark.parametrize(
    "garbage", [b"HELO\r\n\r\n", b"\x00\x01\x02\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n"]
)
def test_bytes_that_are_no_http_are_lost(
    garbage: bytes, server: Loopback, open_transport: Open
) -> None:
    server.script(PATH, raw(garbage, keep=False))
    reply = open_transport().send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "lost"


def test_a_compressed_answer_is_unpacked(server: Loopback, open_transport: Open) -> None:
    packed = gzip.compress(b'{"errcode": 0}')
    server.script(PATH, raw(http(packed, headers="Content-Encoding: gzip\r\n")))
    assert open_transport().send(step()) == Reply(200, b'{"errcode": 0}')


@pytest.mark.parametrize("status", [200, 500])
def test_damaged_compression_is_told_and_the_next_call_goes_through(
    status: int, server: Loopback, open_transport: Open
) -> None:
    damaged = raw(http(b"no gzip at all", status, "Content-Encoding: gzip\r\n"))
    server.script(PATH, damaged, says({"errcode": 0}))
    transport = open_transport()
    reply = transport.send(step())
    assert isinstance(reply, Reply)
    assert (reply.status, reply.body) == (status, b"")
    assert ("compression" in reply.flaw) == (status == 200)
    assert transport.send(step()) == Reply(200, b'{"errcode": 0}')


def test_one_connection_serves_call_after_call(server: Loopback, open_transport: Open) -> None:
    transport = open_transport()
    for _ in range(5):
        transport.send(step())
    assert server.connections == 1


@pytest.mark.parametrize(
    ("idle", "fresh", "connections"), [(1.0, True, 1), (1.1, True, 2), (999, False, 1)]
)
def test_only_what_wants_a_fresh_connection_leaves_an_idle_one(
    idle: float, fresh: bool, connections: int, server: Loopback, open_transport: Open, clock: Clock
) -> None:
    transport = open_transport()
    transport.send(step(fresh=fresh))
    clock.now += idle
    assert isinstance(transport.send(step(fresh=fresh)), Reply)
    assert server.connections == connections


def test_a_server_that_closed_an_idle_connection_costs_no_request(
    server: Loopback, open_transport: Open
) -> None:
    server.script(PATH, raw(http(b'{"errcode": 0}'), keep=False))
    transport = open_transport()
    for _ in range(3):
        assert isinstance(transport.send(step()), Reply)
        server._threads[-1].join(60)
    assert server.count(PATH) == 3


def test_a_closed_transport_refuses(server: Loopback, open_transport: Open) -> None:
    transport = open_transport()
    transport.close()
    transport.close()
    reply = transport.send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "refused"
    assert server.seen == []


def test_a_proxy_from_the_environment_is_used(
    server: Loopback, open_transport: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", server.base_url.replace("//", "//user:pass@"))
    monkeypatch.setenv("no_proxy", "localhost")
    reply = open_transport("http://wecom.invalid").send(step())
    assert isinstance(reply, Reply)
    [seen] = server.seen
    assert seen.headers["host"] == "wecom.invalid"
    assert seen.headers["proxy-authorization"] == "Basic dXNlcjpwYXNz"


def test_a_proxy_is_not_used_for_hosts_in_no_proxy(
    server: Loopback, open_transport: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{unused_port()}")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    assert isinstance(open_transport().send(step()), Reply)


def test_a_proxy_that_is_not_there_is_a_connection_not_made(open_transport: Open) -> None:
    proxies = {
        "http": f"http://127.0.0.1:{unused_port()}",
        "https": f"http://127.0.0.1:{unused_port()}",
    }
    for scheme in ("http", "https"):
        reply = open_transport(f"{scheme}://wecom.invalid", proxies=proxies).send(step())
        assert isinstance(reply, NoReply)
        assert reply.kind == "not_made"


def test_a_proxy_that_refuses_the_tunnel_is_a_connection_not_made(
    server: Loopback, open_transport: Open
) -> None:
    server.script("wecom.invalid:443", raw(http(b"", 407), keep=False))
    reply = open_transport("https://wecom.invalid", proxies={"https": server.base_url}).send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "not_made"
    assert server.counts() == {"wecom.invalid:443": 1}


def test_the_password_of_a_proxy_is_not_told(open_transport: Open) -> None:
    proxies = {"http": "http://user:pa55word@:0:0"}
    reply = open_transport("http://wecom.invalid", proxies=proxies).send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "refused"
    assert "pa55word" not in reply.detail


@pytest.mark.parametrize("name", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
def test_a_bundle_from_the_environment_is_used(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    route = find_route("https://a", (1, 1), None, None, None)
    assert route.verify is True
    monkeypatch.setenv(name, "/bundle.pem")
    assert find_route("https://a", (1, 1), None, None, None).verify == "/bundle.pem"
    assert find_route("https://a", (1, 1), None, "/mine.pem", None).verify == "/mine.pem"
    assert find_route("https://a", (1, 1), None, False, None).verify is False


@pytest.mark.parametrize("option", ["verify", "cert"])
def test_a_file_that_is_missing_is_told_at_once(
    option: str, open_transport: Open, tmp_path: Path
) -> None:
    missing = str(tmp_path / "missing.pem")
    reply = open_transport(f"https://127.0.0.1:{unused_port()}", **{option: missing}).send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "refused"
    assert "missing.pem" in reply.detail


def test_a_server_that_speaks_no_tls_is_refused_at_once(
    server: Loopback, open_transport: Open
) -> None:
    server.greeting = b"HTTP/1.1 400 Bad Request\r\n\r\n"
    reply = open_transport(server.base_url.replace("http:", "https:")).send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "refused"


def test_an_untrusted_certificate_is_refused_and_nothing_sent(
    server: Loopback, open_transport: Open
) -> None:
    server.tls = True
    reply = open_transport().send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "refused"
    assert "certificate verify failed" in reply.detail
    assert server.seen == []


def test_a_certificate_of_ones_own_bundle_is_trusted(
    server: Loopback, open_transport: Open
) -> None:
    server.tls = True
    transport = open_transport(verify=str(CERTIFICATE))
    assert [type(transport.send(step(fresh=True))) for _ in range(2)] == [Reply, Reply]
    assert server.connections == 1


def test_a_handshake_that_breaks_off_is_a_connection_not_made(
    server: Loopback, open_transport: Open
) -> None:
    server.tls = True
    server.hang_up_on = 1
    reply = open_transport(verify=str(CERTIFICATE)).send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "not_made"


def test_netrc_is_not_looked_into(
    server: Loopback, open_transport: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login user password pass\n")
    monkeypatch.setenv("NETRC", str(netrc))
    open_transport().send(step())
    assert "authorization" not in server.seen[0].headers


def test_cookies_are_not_sent_back(server: Loopback, open_transport: Open) -> None:
    server.script(PATH, raw(http(b"{}", headers="Set-Cookie: a=b\r\n")))
    transport = open_transport()
    transport.send(step())
    transport.send(step())
    assert "cookie" not in server.seen[1].headers
