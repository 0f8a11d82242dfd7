"""Whatever goes wrong with an answer comes to the same over TLS and through each kind of proxy."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from typing import Any

import pytest

from ..exchange import NoReply, Reply
from .loopback import (
    CERTIFICATE,
    OK,
    Behaviour,
    Loopback,
    drips,
    drop,
    http,
    raw,
    reset,
    says,
    silent,
    tunnel,
)
from .transports import PATH, Open, step

PACKED = gzip.compress(b'{"errcode": 0}' * 100)
GZIP = "Content-Encoding: gzip\r\n"
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

FAULTS: dict[str, Behaviour] = {
    "an answer": says(OK),
    "a packed answer": raw(http(PACKED, headers=GZIP)),
    "an answer in chunks": raw(CHUNKED + b"2\r\n{}\r\n0\r\n\r\n"),
    "no answer": drop,
    "a reset": reset,
    "silence": silent,
    "a slow head": drips(b"HTTP/1.1 200 OK\r\nX-Slow: "),
    "no HTTP": raw(b"\x00\x01\r\n\r\n", keep=False),
    "half a head": raw(b"HTTP/1.1 200 OK\r\nContent-", keep=False),
    "half a body": raw(http(b"{", length=100), keep=False),
    "half a chunk": raw(CHUNKED + b"9\r\n{", keep=False),
    "no chunk": raw(CHUNKED + b"zz\r\n", keep=False),
    "half a packed answer": raw(http(PACKED[:-20], headers=GZIP)),
    "damaged packing": raw(http(b"no gzip", headers=GZIP)),
    "more than is read": raw(http(b"x" * 100_001)),
    "more than is read, packed": raw(http(gzip.compress(bytes(100_001)), headers=GZIP)),
    "a redirect": raw(http(b"", 302, "Location: /elsewhere\r\n")),
    "a status": raw(http(b"gone", 502)),
    "an interim answer": raw(b"HTTP/1.1 103 Soon\r\n\r\n" + http(b"{}")),
    "only interim answers": raw(b"HTTP/1.1 103 Soon\r\n\r\n" * 200),
    "another protocol": raw(b"HTTP/1.1 101 Other\r\n\r\n"),
}
ENDLESS = ("silence", "a slow head")


@pytest.fixture
def proxy() -> Iterator[Loopback]:
    loopback = Loopback()
    yield loopback
    loopback.stop()


@pytest.mark.parametrize("way", ["TLS", "a proxy", "a tunnel", "a proxy over TLS", "both over TLS"])
@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_comes_to_the_same_in_each_way(
    name: str, way: str, server: Loopback, proxy: Loopback, open_transport: Open
) -> None:
    # What has no end is ended by the time that is left, on a connection that has been made.
    left = (None, 0.5) if name in ENDLESS else (None, None)
    script = [says(OK), FAULTS[name]] if name in ENDLESS else [FAULTS[name]]

    def outcome(**options: Any) -> Any:
        server.script(PATH, *script)
        transport = open_transport(max_body=100_000, **options)
        came = [transport.send(step()._replace(left=seconds)) for seconds in left]
        return [one if isinstance(one, Reply) else _kind(one) for one in came]

    plain = outcome()
    server.tls = way in ("TLS", "a tunnel", "both over TLS")
    proxy.tls = way in ("a proxy over TLS", "both over TLS")
    if way == "TLS":
        assert outcome(verify=str(CERTIFICATE)) == plain
        return
    # Without a tunnel, the proxy answers by itself, as that of the server would.
    proxy.script(f"{server.base_url}/cgi-bin/{PATH}", *script)
    proxy.script(server.base_url.partition("//")[2], tunnel)
    proxies = {"http": proxy.base_url, "https": proxy.base_url}
    assert outcome(verify=str(CERTIFICATE), proxies=proxies) == plain


def _kind(came: NoReply) -> str:
    assert isinstance(came, NoReply)
    return came.kind
