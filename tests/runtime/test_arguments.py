"""Arguments of the clients: what cannot work is refused, with what to pass instead."""

from __future__ import annotations

import asyncio
import functools
import inspect
import math
import subprocess
import sys
import types
from collections.abc import AsyncIterator
from typing import Any
from unittest.mock import AsyncMock, MagicMock, Mock

import certifi
import pytest

from wecom_client import AsyncWeComClient, MemoryTokenStore, WeComClient


@pytest.mark.parametrize(
    ("args", "options", "error", "match"),
    [
        ((), {}, ValueError, "corp_id is missing"),
        (("corp",), {}, ValueError, "secret is missing"),
        ((None, "secret"), {}, ValueError, "corp_id is missing"),
        (("", "secret"), {}, ValueError, "corp_id is empty"),
        (("corp", ""), {}, ValueError, "secret is empty"),
        ((5, "secret"), {}, TypeError, "corp_id must be a string, is int"),
        (("corp", b"secret"), {}, TypeError, "secret must be a string, is bytes"),
        (("corp", "secret"), {"access_token": "t"}, ValueError, "not both"),
        (("corp",), {"access_token": "t"}, ValueError, "not both"),
        ((), {"access_token": ""}, ValueError, "access_token is empty"),
        ((), {"access_token": 5}, TypeError, "string or a function"),
        (("corp", "secret"), {"checks": "strict"}, ValueError, "checks must be"),
        (("corp", "secret"), {"checks": None}, ValueError, "checks must be"),
        (("corp", "secret"), {"clock": 5}, TypeError, "clock must be a function"),
        (("corp", "secret"), {"base_url": "https://host/cgi-bin"}, ValueError, "base_url must be"),
        (("corp", "secret"), {"base_url": None}, TypeError, "base_url must be a string"),
        (("corp", "secret"), {"timeout": 0}, ValueError, "timeout must be"),
        ((), {"access_token": "t", "token_store": MemoryTokenStore()}, ValueError, "not with acc"),
        (("corp", "secret"), {"token_store": "redis://localhost"}, TypeError, "token_store must"),
        (("corp", "secret"), {"token_store": MemoryTokenStore}, TypeError, "token_store must"),
    ],
)
@pytest.mark.parametrize("client", [WeComClient, AsyncWeComClient])
def test_arguments_that_cannot_work_are_refused(
    client: Any, args: Any, options: Any, error: type[Exception], match: str
) -> None:
    with pytest.raises(error, match=match):
        client(*args, **options)


async def later() -> str:
    return "token"


async def one_after_another() -> AsyncIterator[str]:
    yield "token"


@types.coroutine
def of_a_generator() -> Any:
    yield


class Later:
    def __init__(self) -> None:
        self.bound = functools.partial(self.ask, 1)

    async def ask(self, number: int = 0) -> str:
        return "token"

    async def __call__(self) -> str:
        return "token"

    filled = functools.partialmethod(ask, 1)

    @staticmethod
    async def static() -> str:
        return "token"

    @classmethod
    async def of_class(cls) -> str:
        return "token"


ASYNCHRONOUS = {
    "function": later,
    "partial": functools.partial(later),
    "partial of a partial": functools.partial(functools.partial(Later().ask, 1)),
    "method": Later().ask,
    "partial method": Later().filled,
    "kept partial": Later().bound,
    "static method": Later.static,
    "class method": Later.of_class,
    "object": Later(),
    "partial of an object": functools.partial(Later()),
    "generator": one_after_another,
    "decorated generator": of_a_generator,
    "mock": AsyncMock(),
}
PLAIN = {
    "function": lambda: "token",
    "partial": functools.partial(str, "token"),
    "class": str,
    "builtin": "token".lower,
    "mock": Mock(return_value="token"),
    "magic mock": MagicMock(return_value="token"),
    "class with an asynchronous call": Later,
    "wrapper that waits": functools.wraps(later)(lambda: asyncio.run(later())),
    "text": "token",
    "nothing": None,
}


@pytest.mark.parametrize("function", ASYNCHRONOUS.values(), ids=ASYNCHRONOUS)
def test_what_only_makes_a_coroutine_is_seen_before_it_is_called(function: Any) -> None:
    with pytest.raises(TypeError, match=r"without async.*AsyncWeComClient"):
        WeComClient(access_token=function)
    store = MemoryTokenStore()
    for name in ("load", "save", "try_lock", "reserve"):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(store, name, function, raising=False)
            for client in (WeComClient, AsyncWeComClient):
                with pytest.raises(TypeError, match=rf"token_store\.{name} .*without async"):
                    client("corp", "secret", token_store=store)


@pytest.mark.parametrize("function", PLAIN.values(), ids=PLAIN)
def test_what_is_called_as_it_is_is_no_coroutine_function(function: Any) -> None:
    if callable(function):
        WeComClient(access_token=function)
    store = MemoryTokenStore()
    store.reserve = function  # type: ignore[attr-defined]
    for client in (WeComClient, AsyncWeComClient):
        client("corp", "secret", token_store=store)


def test_the_asynchronous_client_takes_either_kind_of_function() -> None:
    for function in (later, functools.partial(later), Later(), lambda: "token"):
        AsyncWeComClient(access_token=function)


def test_a_client_with_a_function_does_not_import_inspect() -> None:
    program = (
        "import sys, requests; others_do = 'inspect' in sys.modules;"
        "from wecom_client import WeComClient; WeComClient(access_token=lambda: '');"
        "sys.exit('inspect' in sys.modules and not others_do)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=120)


@pytest.mark.parametrize(
    ("base_url", "origin"),
    [
        ("https://qyapi.weixin.qq.com", "https://qyapi.weixin.qq.com"),
        ("https://qyapi.weixin.qq.com/", "https://qyapi.weixin.qq.com"),
        ("HTTPS://QYAPI.weixin.qq.com", "https://qyapi.weixin.qq.com"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://[::1]:8080", "http://[::1]:8080"),
        ("http://localhost", "http://localhost"),
        ("http://my_proxy.internal.:80", "http://my_proxy.internal.:80"),
    ],
)
def test_a_base_url_is_an_origin(base_url: str, origin: str) -> None:
    assert repr(WeComClient(access_token="t", base_url=base_url)).endswith(f"={origin!r}>")


@pytest.mark.parametrize(
    "base_url",
    [
        "",
        "qyapi.weixin.qq.com",
        "//qyapi.weixin.qq.com",
        "ftp://host",
        "https://",
        "https:///path",
        "https://host/path",
        "https://host//",
        "https://host?access_token=t0ken",
        "https://host/?",
        "https://host#",
        "https://user:t0ken@host",
        "https://host:",
        "https://host:0",
        "https://host:65536",
        "https://host:port",
        "https://host\\path",
        "https://ho st",
        "https://host\n",
        "https://host\x00",
        "https://企业微信",
        "https://-host",
    ],
)
def test_what_is_no_origin_is_refused_and_not_repeated(base_url: str) -> None:
    with pytest.raises(ValueError, match="base_url must be http:// or https://") as caught:
        WeComClient(access_token="t", base_url=base_url)
    assert "t0ken" not in str(caught.value)


@pytest.mark.parametrize(
    ("timeout", "pair"), [(5, (5.0, 5.0)), (0.5, (0.5, 0.5)), ((1, 2.5), (1.0, 2.5))]
)
def test_a_timeout_is_one_number_or_two(timeout: Any, pair: tuple[float, float]) -> None:
    assert WeComClient(access_token="t", timeout=timeout)._transport._route.timeout == pair


@pytest.mark.parametrize(
    "timeout",
    [None, 0, -1, True, math.nan, math.inf, 10**400, "5", (1,), (1, 2, 3), (1, None), (0, 1), ()],
)
def test_an_odd_timeout_is_refused(timeout: Any) -> None:
    with pytest.raises(ValueError, match="timeout must be seconds"):
        WeComClient(access_token="t", timeout=timeout)


@pytest.mark.parametrize("client", [WeComClient, AsyncWeComClient])
def test_timeouts_and_certificates_are_on_by_default(client: Any) -> None:
    route = client("corp", "secret")._transport._route
    assert (route.timeout, route.authorities) == ((5.0, 30.0), (certifi.where(),))


def test_both_clients_take_the_same_arguments() -> None:
    assert inspect.signature(WeComClient) == inspect.signature(AsyncWeComClient)


def test_without_aiohttp_the_asynchronous_client_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    for name in [name for name in sys.modules if name.endswith(".async_transport")]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(
        ImportError, match=r'AsyncWeComClient needs aiohttp: pip install "wecom-client'
    ):
        AsyncWeComClient("corp", "secret")
