"""A Redis that does not do everything: an old one, a proxy that filters, a user with few rights.

What each ability needs stands in docs/stores.md: tokens GET and SET with PX, the lock and the
shared rate EVAL, the rate's script TIME.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import redis

from wecom_client import RedisTokenStore

from ..redis_proxy import RedisProxy, proxied
from ..redis_server import RedisServer
from .helpers import Connect, read
from .loopback import OK, Loopback
from .stores import REDIS_SCRIPTS

KEEP, LOCK, RATE = "keeping tokens", "the lock", "the shared rate"
PAGE = Path(__file__).parents[2] / "docs" / "stores.md"


@pytest.fixture
def proxy(redis_server: RedisServer) -> Iterator[RedisProxy]:
    with proxied(redis_server) as running:
        yield running


def of_url(proxy: RedisProxy) -> RedisTokenStore:
    # No patience is needed with a proxy that refuses at once; a busy machine needs some.
    return RedisTokenStore.from_url(f"redis://127.0.0.1:{proxy.port}", socket_timeout=30)


REFUSALS = [
    # what is refused, in which words, what is lost by it
    (b"EVAL", b"ERR unknown command 'EVAL'", {LOCK, RATE}),
    (b"EVAL", b"NOPERM this user has no permissions to run the 'eval' command", {LOCK, RATE}),
    (b"'time'", b"ERR Error running script: Write commands not allowed after non deterministic"
     b" commands", {RATE}),
    (b"'time'", b"ERR This Redis command is not allowed from scripts", {RATE}),
    (b"\nSET\r", b"READONLY You can't write against a read only replica.", {KEEP}),
    (b"\nSET\r", b"ERR syntax error", {KEEP}),
    (b"\nGET\r", b"NOPERM this user has no permissions to run the 'get' command", {KEEP}),
    (b"\nGET\r", b"CLUSTERDOWN The cluster is down", {KEEP}),
]  # fmt: skip


@pytest.mark.parametrize(("word", "answer", "lost"), REFUSALS)
def test_what_a_redis_refuses_costs_that_ability_alone(
    word: bytes,
    answer: bytes,
    lost: set[str],
    proxy: RedisProxy,
    connect: Connect,
    server: Loopback,
    caplog: pytest.LogCaptureFixture,
) -> None:
    proxy.refuse(word, answer)
    for _ in range(4):
        client = connect(token_store=of_url(proxy))
        inner: Any = getattr(client, "client", client)
        assert (inner._reserve(0.001) is None) == (RATE in lost)
        assert read(client) == OK
    assert server.count("gettoken") == (4 if KEEP in lost else 1)
    told = {one.partition(": ")[2].partition(" does not work")[0] for one in caplog.messages}
    assert told == lost


def test_a_proxy_that_hangs_up_on_commands_it_does_not_know_is_not_sent_any(
    proxy: RedisProxy, connect: Connect, server: Loopback
) -> None:
    for word in (b"CLIENT", b"HELLO", b"SELECT", b"INFO", b"PING", b"COMMAND"):
        proxy.refuse(word, None)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for _ in range(2):
            client = connect(token_store=of_url(proxy))
            inner: Any = getattr(client, "client", client)
            assert inner._reserve(0.001) is not None
            assert read(client) == OK
    assert server.count("gettoken") == 1


def test_the_page_names_every_command_that_is_sent(proxy: RedisProxy) -> None:
    store = of_url(proxy)
    store.save("key", "text", 60)
    store.load("key")
    release = store.try_lock("key", 15)
    assert release is not None
    release()
    store.reserve("key", 0.001)
    sent = {re.findall(rb"\$\d+\r\n(\w+)\r", data)[0].decode() for data in proxy.seen}
    inside = {one.upper() for text in REDIS_SCRIPTS for one in re.findall(r"call\('(\w+)'", text)}
    named = set(re.findall(r"`([A-Z]+)", PAGE.read_text("utf-8")))
    assert sent == {"GET", "SET", "EVAL"}
    assert inside == {"EXISTS", "SET", "GET", "DEL", "TIME"}
    assert sent | inside <= named


@pytest.mark.parametrize(
    "echo",
    [
        "unknown command 'SET', with args beginning with: 'wecom_client:k' '{text}' 'PX' '7'",
        "unknown command `SET`, with args beginning with: `wecom_client:k`, `{text}`, ",
        "command set wecom_client:k {text} px 7 is not allowed",
        'unsupported: "{text}"',
        "unsupported: {token}",
    ],
)
def test_a_refusal_that_repeats_what_was_to_be_saved_is_told_without_it(
    echo: str, connect: Connect, server: Loopback, caplog: pytest.LogCaptureFixture
) -> None:
    class Echoing:
        def set(self, name: str, value: str, px: int) -> None:
            told = echo.replace("{text}", value).replace("{token}", "t0ken-" * 30)
            raise redis.ResponseError(told)

        def get(self, name: str) -> None:
            return None

        def eval(self, *args: object) -> int:
            return 1

    client: Any = Echoing()
    assert read(connect(token_store=RedisTokenStore(client))) == OK
    [told] = [one for one in caplog.messages if "does not work" in one]
    assert "ResponseError: " in told
    assert "token-1" not in told
    assert "t0ken" not in told
    assert ("SET" in told) == ("'SET'" in echo or "`SET`" in echo)
