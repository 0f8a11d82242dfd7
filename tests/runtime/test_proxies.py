"""Proxies: whose they are, what goes through them, and what is told when they fail."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from ..exchange import NoReply, Reply
from .loopback import CERTIFICATE, Loopback, drop, http, raw, silent, tunnel, unused_port
from .transports import PATH, Open, find_route, proxy_of, route_to, step


@pytest.fixture
def proxy() -> Any:
    """A second server, which passes on what CONNECT asks for."""
    loopback = Loopback()
    yield loopback
    loopback.stop()


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


@pytest.mark.parametrize(
    ("names", "used"),
    [
        ({"http_proxy": "http://p:1"}, "http://p:1"),
        ({"all_proxy": "http://p:1"}, "http://p:1"),
        ({"https_proxy": "http://p:1"}, None),
        ({"http_proxy": "p:1"}, "http://p:1"),
        ({"http_proxy": "http://p:1", "no_proxy": "10.0.0.0/8"}, None),
        ({"http_proxy": "http://p:1", "no_proxy": "example.org,10.1.2.3"}, None),
        ({"http_proxy": "http://p:1", "no_proxy": "10.1.2.30"}, "http://p:1"),
        ({"http_proxy": "http://p:1", "no_proxy": "*"}, None),
        ({"http_proxy": ""}, None),
    ],
    ids=str,
)
def test_the_environment_counts_as_in_requests(
    names: dict[str, str], used: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    assert route_to("http://10.1.2.3:8080").proxy == used


def test_an_argument_comes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://p:1")
    assert route_to("http://a.example", proxies={"http": "http://q:2"}).proxy == "http://q:2"


@pytest.mark.parametrize("proxy_tls", [False, True])
@pytest.mark.parametrize("server_tls", [False, True])
def test_a_proxy_of_either_scheme_leads_to_a_server_of_either_scheme(
    proxy_tls: bool, server_tls: bool, server: Loopback, proxy: Loopback, open_transport: Open
) -> None:
    proxy.tls, server.tls = proxy_tls, server_tls
    there = server.base_url.partition("//")[2]
    proxy.script(there, tunnel)
    url = proxy.base_url.replace("//", "//us%40er:pa%2Fss@")
    transport = open_transport(
        proxies={"http": url, "https": url},
        verify=str(CERTIFICATE) if server_tls or proxy_tls else None,
    )
    for fresh in (False, False, True):
        assert isinstance(transport.send(step(fresh=fresh)), Reply)
    if server_tls:
        assert [seen.path for seen in server.seen] == [PATH] * 3
        assert {seen.method for seen in proxy.seen} == {"CONNECT"}
        assert not [seen for seen in server.seen if "proxy-authorization" in seen.headers]
    else:
        # Without a tunnel, the proxy is told the whole address, and answers here by itself.
        assert [seen.target.partition("?")[0] for seen in proxy.seen] == [
            f"{server.base_url}/cgi-bin/{PATH}"
        ] * 3
    assert {seen.headers["proxy-authorization"] for seen in proxy.seen} == {
        "Basic dXNAZXI6cGEvc3M="
    }


@pytest.mark.parametrize("server_tls", [False, True])
def test_a_proxy_that_is_not_trusted_gets_nothing(
    server_tls: bool, server: Loopback, proxy: Loopback, open_transport: Open
) -> None:
    proxy.tls, server.tls = True, server_tls
    proxies = {"http": proxy.base_url, "https": proxy.base_url}
    reply = open_transport(proxies=proxies).send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "refused"
    assert "certificate verify failed" in reply.detail
    assert proxy.seen == server.seen == []


@pytest.mark.filterwarnings("ignore:Unverified HTTPS request")
def test_without_verification_every_proxy_and_server_will_do(
    server: Loopback, proxy: Loopback, open_transport: Open
) -> None:
    proxy.tls = server.tls = True
    proxy.script(server.base_url.partition("//")[2], tunnel)
    reply = open_transport(proxies={"https": proxy.base_url}, verify=False).send(step())
    assert isinstance(reply, Reply)


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    "behaviour",
    [drop, raw(b"\x00\x01\r\n\r\n", keep=False), raw(b"", keep=False)],
    ids=["reset", "no answer of HTTP", "closed"],
)
def test_a_tunnel_that_breaks_before_it_stands_is_a_connection_not_made(
    behaviour: Any, method: str, server: Loopback, open_transport: Open
) -> None:
    server.script("wecom.invalid:443", behaviour)
    transport = open_transport("https://wecom.invalid", proxies={"https": server.base_url})
    reply = transport.send(step(method=method))
    assert isinstance(reply, NoReply)
    assert reply.kind == "not_made"
    assert server.counts() == {"wecom.invalid:443": 1}


def test_a_proxy_that_never_answers_is_a_connection_not_made_in_time(
    server: Loopback, open_transport: Open
) -> None:
    server.script("wecom.invalid:443", silent)
    proxies = {"https": server.base_url}
    reply = open_transport("https://wecom.invalid", connecting=0.2, proxies=proxies).send(step())
    assert isinstance(reply, NoReply)
    assert (reply.kind, "timed out" in reply.detail) == ("not_made", True)


@pytest.mark.parametrize("scheme", ["socks4", "socks5", "socks5h", "SOCKS5"])
def test_a_socks_proxy_without_its_package_is_refused_with_what_to_do(
    scheme: str, open_transport: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "socks", None)
    proxies = {"http": f"{scheme}://user:pa55word@127.0.0.1:{unused_port()}"}
    reply = open_transport("http://wecom.invalid", proxies=proxies).send(step())
    assert isinstance(reply, NoReply)
    assert (reply.kind, "requests[socks]" in reply.detail) == ("refused", True)
    assert "pa55word" not in reply.detail


@pytest.mark.parametrize(
    "proxy", ["ftp://user:pa55word@127.0.0.1:1", "http://", "http://user:pa55word@", "http://[::1"]
)
def test_a_proxy_that_cannot_be_one_is_refused(proxy: str, open_transport: Open) -> None:
    reply = open_transport("http://wecom.invalid", proxies={"http": proxy}).send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "refused"
    assert "pa55word" not in reply.detail


def test_the_library_below_gets_no_address_with_a_password() -> None:
    """Its exceptions, and what asyncio logs of its connections, show the proxy's address."""
    route = route_to("https://a", proxies={"https": "http://user:pa55word@[::1]:3128/x?y#z"})
    address, headers = proxy_of(route)
    assert str(address) == "http://[::1]:3128"
    assert headers == {"Proxy-Authorization": "Basic dXNlcjpwYTU1d29yZA=="}


def test_a_route_shows_no_password() -> None:
    route = find_route("http://a", (1, 1), {"http": "http://user:pa55word@p:3128"}, None, None)
    assert "a:80 through the proxy p:3128" in repr(route)
    assert "pa55word" not in repr(route)
