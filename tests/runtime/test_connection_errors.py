"""An error of a connection names host and port, and the proxy, and nothing that is nobody's."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from wecom_client import TransportError

from ..exchange import NoReply
from .helpers import Connect, write
from .loopback import CERTIFICATE, Loopback, drop, http, raw, unused_port
from .transports import PATH, TOKEN, Open, find_route, route_to, step

REFUSED = "ConnectionRefusedError: "


def detail_of(reply: Any, kind: str) -> str:
    assert isinstance(reply, NoReply)
    assert reply.kind == kind
    assert TOKEN not in reply.detail
    assert "/cgi-bin" not in reply.detail
    assert "pa55" not in reply.detail
    return reply.detail


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_server_that_is_not_there_is_named(scheme: str, open_transport: Open) -> None:
    port = unused_port()
    reply = open_transport(f"{scheme}://127.0.0.1:{port}").send(step())
    told = detail_of(reply, "not_made")
    assert told.startswith(f"no connection to 127.0.0.1:{port}: {REFUSED}")


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("proxy_scheme", ["", "http://", "https://", "http://us%40er:pa55%2F@"])
def test_a_proxy_that_is_not_there_is_named_with_the_server(
    scheme: str, proxy_scheme: str, open_transport: Open
) -> None:
    proxy = f"127.0.0.1:{unused_port()}"
    proxies = {scheme: f"{proxy_scheme}{proxy}"}
    reply = open_transport(f"{scheme}://qyapi.weixin.qq.com", proxies=proxies).send(step())
    port = {"http": 80, "https": 443}[scheme]
    told = detail_of(reply, "not_made")
    there = f"qyapi.weixin.qq.com:{port} through the proxy {proxy}"
    assert told.startswith(f"no connection to {there}: {REFUSED}")


def has_ipv6() -> bool:
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            return True
    except OSError:
        return False


@pytest.mark.skipif(not has_ipv6(), reason="this machine has no IPv6")
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_an_address_of_ipv6_is_named_in_brackets(scheme: str, open_transport: Open) -> None:
    port = unused_port()
    told = detail_of(open_transport(f"{scheme}://[::1]:{port}").send(step()), "not_made")
    assert told.startswith(f"no connection to [::1]:{port}: {REFUSED}")
    proxies = {scheme: f"http://user:pa55@[::1]:{port}"}
    reply = open_transport(f"{scheme}://[2001:db8::1]:8443", proxies=proxies).send(step())
    told = detail_of(reply, "not_made")
    there = f"[2001:db8::1]:8443 through the proxy [::1]:{port}"
    assert told.startswith(f"no connection to {there}: {REFUSED}")


@pytest.mark.parametrize(
    ("origin", "proxy", "shown"),
    [
        ("http://a.example", None, "a.example:80"),
        ("https://a.example", None, "a.example:443"),
        ("https://[::1]", None, "[::1]:443"),
        ("https://a:8443", "http://u:p@b", "a:8443 through the proxy b:80"),
        ("https://a", "https://u:p@b/path?q#f", "a:443 through the proxy b:443"),
        ("https://a", "socks5h://u:p@b", "a:443 through the proxy b:1080"),
        ("https://a", "u:p@b:3128", "a:443 through the proxy b:3128"),
        ("https://a", "http://u:p@[::1", "a:443 through the proxy whose address cannot be read"),
    ],
)
def test_ports_that_go_without_saying_are_said(origin: str, proxy: str | None, shown: str) -> None:
    proxies = None if proxy is None else {"all": proxy}
    assert find_route(origin, (1, 1), proxies, None, None).shown == shown


def test_a_tunnel_that_is_refused_says_how(server: Loopback, open_transport: Open) -> None:
    server.script("wecom.invalid:443", raw(http(b"", 407), keep=False))
    proxies = {"https": server.base_url.replace("//", "//user:pa55@")}
    reply = open_transport("https://wecom.invalid", proxies=proxies).send(step())
    told = detail_of(reply, "not_made")
    proxy = server.base_url.partition("//")[2]
    assert told.startswith(f"no connection to wecom.invalid:443 through the proxy {proxy}: ")
    assert "407" in told


def test_a_connection_that_breaks_is_named(server: Loopback, open_transport: Open) -> None:
    there = server.base_url.partition("//")[2]
    server.script(PATH, drop, raw(http(b"{", length=9), keep=False))
    transport = open_transport()
    told = detail_of(transport.send(step()), "lost")
    assert told.startswith(f"no answer came from {there}: ")
    told = detail_of(transport.send(step()), "lost")
    assert told.startswith(f"the connection to {there} broke in the middle of the answer: ")


def test_a_server_without_trust_is_named(server: Loopback, open_transport: Open) -> None:
    server.tls = True
    told = detail_of(open_transport().send(step()), "refused")
    there = server.base_url.partition("//")[2]
    assert told.startswith(f"no trusted connection to {there}: SSLCertVerificationError: ")


def test_a_certificate_of_another_name_is_told(server: Loopback, open_transport: Open) -> None:
    server.tls = True
    origin = server.base_url.replace("127.0.0.1", "localhost")
    told = detail_of(open_transport(origin, verify=str(CERTIFICATE)).send(step()), "refused")
    assert "ostname mismatch" in told
    assert server.seen == []


def test_the_error_of_a_call_says_it(connect: Connect) -> None:
    proxy = f"127.0.0.1:{unused_port()}"
    client = connect(
        access_token="t",
        base_url="http://wecom.invalid",
        proxies={"http": f"http://u:pa55@{proxy}"},
    )
    with pytest.raises(TransportError) as caught:
        write(client)
    there = f"no connection to wecom.invalid:80 through the proxy {proxy}: {REFUSED}"
    assert there in str(caught.value)
    assert "pa55" not in str(caught.value)


@pytest.mark.parametrize("end", ["/", "?", "#"])
@pytest.mark.parametrize("place", ["p{}ss@word", "p@{}ss", "{}p@ss"])
def test_no_piece_of_a_password_that_is_not_encoded_is_taken_for_a_host(
    end: str, place: str
) -> None:
    password = place.format(end)
    shown = route_to("http://server", proxies={"http": f"http://user:{password}@127.0.0.1:9"}).shown
    assert shown == "server:80 through the proxy whose address cannot be read"
