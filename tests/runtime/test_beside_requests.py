"""A client beside requests itself: the same settings lead to the same place in the same way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import requests

from ..exchange import Reply
from .loopback import CERTIFICATE, Loopback, Seen, tunnel, unused_port
from .test_tls import folder_of_certificates
from .transports import Open, step

pytestmark = pytest.mark.filterwarnings("ignore:Unverified HTTPS request")

PASSWORD = "us%40er:pa%2Fss"


@dataclass
class Case:
    """Settings in the words of requests; `{proxy}`, `{nobody}` and the like stand for addresses."""

    arguments: dict[str, Any] = field(default_factory=dict)
    variables: dict[str, str] = field(default_factory=dict)
    tls: bool = False
    wants_certificate: bool = False
    proxy_tls: bool = False
    is_answered: bool = True


PEM = str(CERTIFICATE)
CASES = {
    "nothing at all": Case(),
    "a proxy": Case({"proxies": {"http": "{proxy}"}}),
    "a proxy with a password": Case({"proxies": {"http": "{auth}"}}),
    "a proxy without a scheme": Case({"proxies": {"http": "{bare}"}}),
    "a proxy for all schemes": Case({"proxies": {"all": "{proxy}"}}),
    "a proxy for the host": Case({"proxies": {"http://127.0.0.1": "{proxy}"}}),
    "a proxy for another host": Case({"proxies": {"http://other.invalid": "{nobody}"}}),
    "a tunnel": Case({"proxies": {"https": "{proxy}"}, "verify": PEM}, tls=True),
    "a tunnel with a password": Case({"proxies": {"https": "{auth}"}, "verify": PEM}, tls=True),
    "a tunnel over TLS": Case(
        {"proxies": {"https": "{auth}"}, "verify": PEM}, tls=True, proxy_tls=True
    ),
    "a proxy over TLS": Case({"proxies": {"http": "{auth}"}, "verify": PEM}, proxy_tls=True),
    "http_proxy": Case(variables={"http_proxy": "{auth}"}),
    "HTTP_PROXY": Case(variables={"HTTP_PROXY": "{auth}"}),
    "https_proxy": Case({"verify": PEM}, {"https_proxy": "{auth}"}, tls=True),
    "HTTPS_PROXY": Case({"verify": PEM}, {"HTTPS_PROXY": "{auth}"}, tls=True),
    "https_proxy of a plain server": Case(variables={"https_proxy": "{nobody}"}),
    "all_proxy": Case(variables={"all_proxy": "{proxy}"}),
    "ALL_PROXY": Case({"verify": PEM}, {"ALL_PROXY": "{proxy}"}, tls=True),
    "no_proxy": Case(variables={"http_proxy": "{nobody}", "no_proxy": "127.0.0.1"}),
    "NO_PROXY": Case(variables={"http_proxy": "{nobody}", "NO_PROXY": "127.0.0.0/8"}),
    "NO_PROXY of all": Case(
        {"verify": PEM}, {"https_proxy": "{nobody}", "NO_PROXY": "*"}, tls=True
    ),
    "NO_PROXY of others": Case(variables={"http_proxy": "{auth}", "NO_PROXY": "example.org"}),
    "NO_PROXY and an argument": Case({"proxies": {"http": "{auth}"}}, {"NO_PROXY": "127.0.0.1"}),
    "an argument before a variable": Case(
        {"proxies": {"http": "{auth}"}}, {"http_proxy": "{nobody}"}
    ),
    "a bundle": Case({"verify": PEM}, tls=True),
    "a folder of certificates": Case({"verify": "{folder}"}, tls=True),
    "nobody who is known": Case(tls=True, is_answered=False),
    "REQUESTS_CA_BUNDLE": Case(variables={"REQUESTS_CA_BUNDLE": PEM}, tls=True),
    "REQUESTS_CA_BUNDLE, a folder": Case(variables={"REQUESTS_CA_BUNDLE": "{folder}"}, tls=True),
    "CURL_CA_BUNDLE": Case(variables={"CURL_CA_BUNDLE": PEM}, tls=True),
    "a bundle that is missing": Case({"verify": "/missing.pem"}, tls=True, is_answered=False),
    "verify=False": Case({"verify": False}, tls=True),
    "verify=False and a bundle": Case(
        {"verify": False}, {"REQUESTS_CA_BUNDLE": "/no.pem"}, tls=True
    ),
    "verify=False and a tunnel": Case(
        {"verify": False, "proxies": {"https": "{proxy}"}}, tls=True, proxy_tls=True
    ),
    "a certificate": Case({"verify": PEM, "cert": PEM}, tls=True, wants_certificate=True),
    "a certificate and its key": Case(
        {"verify": PEM, "cert": (PEM, PEM)}, tls=True, wants_certificate=True
    ),
    "a certificate through a tunnel": Case(
        {"verify": PEM, "cert": PEM, "proxies": {"https": "{proxy}"}},
        tls=True,
        wants_certificate=True,
    ),
    "no certificate": Case({"verify": PEM}, tls=True, wants_certificate=True, is_answered=False),
    "a certificate that is missing": Case(
        {"verify": PEM, "cert": "/missing.pem"}, tls=True, is_answered=False
    ),
}
"""By what each is about. A server that wants a certificate answers nobody else."""


@pytest.fixture
def proxy() -> Iterator[Loopback]:
    """A second server, which passes on what CONNECT asks for."""
    loopback = Loopback()
    yield loopback
    loopback.stop()


@pytest.mark.parametrize("name", CASES)
def test_a_request_goes_where_requests_sends_it(
    name: str,
    server: Loopback,
    proxy: Loopback,
    open_transport: Open,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    case = CASES[name]
    server.tls, server.wants_certificate = case.tls, case.wants_certificate
    proxy.tls = case.proxy_tls
    proxy.script(server.base_url.partition("//")[2], tunnel)
    filled = _filling(proxy, tmp_path, "folder" in str(case))
    for variable, value in case.variables.items():
        monkeypatch.setenv(variable, filled(value))

    def by_requests() -> bool:
        with requests.Session() as session:
            url = (
                f"{server.base_url}/cgi-bin/externalcontact/groupchat/list?access_token=t%2F%2B%20o"
            )
            answer = session.post(url, json={"limit": 1}, **filled(case.arguments))
            return bool(answer.content)

    def by_client() -> bool:
        return isinstance(open_transport(**filled(case.arguments)).send(step()), Reply)

    expected = _way(by_requests, server, proxy)
    assert expected[0] == case.is_answered
    assert _way(by_client, server, proxy) == expected


def _filling(proxy: Loopback, folder: Path, needs_folder: bool) -> Callable[[Any], Any]:
    """Return what puts the addresses of this test into settings."""
    scheme, _, place = proxy.base_url.partition("//")
    values = {
        "proxy": proxy.base_url,
        "auth": f"{scheme}//{PASSWORD}@{place}",
        "bare": place,
        "nobody": f"http://127.0.0.1:{unused_port()}",
        "folder": folder_of_certificates(folder) if needs_folder else "",
    }

    def filled(setting: Any) -> Any:
        if isinstance(setting, dict):
            return {key: filled(value) for key, value in setting.items()}
        return setting.format(**values) if isinstance(setting, str) else setting

    return filled


def _way(send: Callable[[], bool], server: Loopback, proxy: Loopback) -> Any:
    """Send, and return whether an answer came, and what each of the servers was told on the way."""
    try:
        is_answered = send()
    except (requests.RequestException, OSError):
        is_answered = False
    told = [[_told(seen) for seen in loopback.seen] for loopback in (server, proxy)]
    server.seen.clear()
    proxy.seen.clear()
    return is_answered, told


def _told(seen: Seen) -> tuple[str, str, bytes, dict[str, str]]:
    """Return a request without what is each library's own affair."""
    names = {"authorization", "proxy-authorization", "cookie", "content-type"}
    if seen.method != "CONNECT":
        names |= {"host", "accept", "connection"}
    headers = {name: value for name, value in seen.headers.items() if name in names}
    return seen.method, seen.target, seen.body.replace(b" ", b""), headers
