"""Arguments of the clients: what cannot work is refused, with what to pass instead."""

from __future__ import annotations

import inspect
import math
import sys
from typing import Any

import certifi
import pytest

from wecom_client._runtime.arguments import origin_of, timeouts_of
from wecom_client._runtime.async_client import AsyncClient
from wecom_client._runtime.client import BaseClient
from wecom_client._runtime.stores import MemoryTokenStore
from wecom_client._runtime.sync_client import SyncClient


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
@pytest.mark.parametrize("client", [SyncClient, AsyncClient])
def test_arguments_that_cannot_work_are_refused(
    client: Any, args: Any, options: Any, error: type[Exception], match: str
) -> None:
    with pytest.raises(error, match=match):
        client(*args, **options)


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
    assert origin_of(base_url) == origin


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
        origin_of(base_url)
    assert "t0ken" not in str(caught.value)


@pytest.mark.parametrize(
    ("timeout", "pair"), [(5, (5.0, 5.0)), (0.5, (0.5, 0.5)), ((1, 2.5), (1.0, 2.5))]
)
def test_a_timeout_is_one_number_or_two(timeout: Any, pair: tuple[float, float]) -> None:
    assert timeouts_of(timeout) == pair


@pytest.mark.parametrize(
    "timeout",
    [None, 0, -1, True, math.nan, math.inf, 10**400, "5", (1,), (1, 2, 3), (1, None), (0, 1), ()],
)
def test_an_odd_timeout_is_refused(timeout: Any) -> None:
    with pytest.raises(ValueError, match="timeout must be seconds"):
        timeouts_of(timeout)


@pytest.mark.parametrize("client", [SyncClient, AsyncClient])
def test_timeouts_and_certificates_are_on_by_default(client: Any) -> None:
    route = client("corp", "secret")._transport._route
    assert (route.timeout, route.authorities) == ((5.0, 30.0), (certifi.where(),))


@pytest.mark.parametrize("client", [SyncClient, AsyncClient])
def test_both_clients_take_the_same_arguments(client: Any) -> None:
    assert inspect.signature(client) == inspect.signature(BaseClient)


def test_without_aiohttp_the_asynchronous_client_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    monkeypatch.delitem(sys.modules, "wecom_client._runtime.async_transport", raising=False)
    with pytest.raises(ImportError, match=r'AsyncClient needs aiohttp: pip install "wecom-client'):
        AsyncClient("corp", "secret")
