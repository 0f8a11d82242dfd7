"""How the server is reached: the proxy and whom to trust, settled once for each client."""

from __future__ import annotations

import os
import re
import ssl
from pathlib import Path
from typing import NoReturn
from urllib.parse import quote, urlencode

import requests
from certifi import where
from requests.utils import select_proxy
from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from .named import Named
from .redact import Secret
from .steps import Send

POOL_SIZE = 128

# A server closes idle connections when it likes. Closed under a request that may not be repeated,
# one would leave an unknown outcome.
FRESH_SECONDS = 1.0

# Unpacked. The largest answers of the platform have some hundred kilobytes.
MAX_BODY = 64 * 2**20

# Both clients unpack these; what else they could depends on what is installed.
HEADERS = {"Accept-Encoding": "gzip, deflate", "Accept": "*/*", "Connection": "keep-alive"}

TRUST = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR")
_PORTS = {"http": 80, "https": 443}
_SOCKS_PORT = 1080


class Route(Named):
    """How the server is reached; requests settles this for each call, we once for each client.

    `timeout`: seconds for the connection and for the answer. `authorities`: files and folders of
    the certificates that are trusted; None where everybody is.
    """

    origin: str
    timeout: tuple[float, float]
    proxy: str | None
    authorities: tuple[str, ...] | None
    cert: str | tuple[str, str] | None
    max_body: int = MAX_BODY

    def __repr__(self) -> str:
        return f"Route({self.shown!r}, timeout={self.timeout}, …)"

    @property
    def shown(self) -> str:
        """Host and port of the server and of the proxy, and nothing that an address may hide."""
        server = _host_and_port(self.origin)
        if self.proxy is None:
            return server
        proxy = _host_and_port(self.proxy) or "whose address cannot be read"
        return f"{server} through the proxy {proxy}"

    @property
    def needs_tls(self) -> bool:
        """Whether the server or the proxy speaks TLS."""
        return any(url.lower().startswith("https:") for url in (self.origin, self.proxy or ""))


def find_route(
    origin: str,
    timeout: tuple[float, float],
    proxies: dict[str, str] | None,
    verify: bool | str | None,
    cert: str | tuple[str, str] | None,
) -> Route:
    """Settle proxies and certificates from the arguments and the environment."""
    with requests.Session() as session:
        found = session.merge_environment_settings(origin, dict(proxies or {}), True, verify, cert)
    proxy = select_proxy(origin, found["proxies"]) or None
    if proxy is not None and "://" not in proxy:
        proxy = f"http://{proxy}"
    return Route(origin, timeout, proxy, _authorities(found["verify"]), found["cert"])


def url_of(origin: str, step: Send) -> str:
    """Return the URL of a request, token and all."""
    query = []
    if step.token is not None:
        query.append(f"access_token={quote(step.token.reveal(), safe='')}")
    if step.request.params:
        query.append(urlencode({k: text_of(v) for k, v in step.request.params.items()}))
    url = f"{origin}/cgi-bin/{step.request.path}"
    return f"{url}?{'&'.join(query)}" if query else url


def text_of(value: object) -> str:
    """Return a parameter as it stands in an address, a secret too."""
    return value.reveal() if isinstance(value, Secret) else str(value)


def _authorities(verify: bool | str | None) -> tuple[str, ...] | None:
    """Name whom to trust: the bundle given (or of requests' variables), OpenSSL's, or certifi's."""
    if verify is False:
        return None
    if verify is not True and verify is not None:
        return (str(verify),)
    folders = os.environ.get("SSL_CERT_DIR", "").split(os.pathsep)
    named = [path for path in (os.environ.get("SSL_CERT_FILE", ""), *folders) if path]
    # As OpenSSL does: one of them may be missing. Where all are, the first is told.
    return tuple([path for path in named if Path(path).exists()] or named or [where()])


def _host_and_port(url: str) -> str:
    # A password that is not percent-encoded may end what looks like the host.
    _, *below = re.split("[/?#]", url.partition("://")[2], maxsplit=1)
    if "@" in "".join(below):
        return ""
    try:
        found = parse_url(url)
    except LocationParseError:
        return ""
    port = found.port or _PORTS.get(found.scheme or "", _SOCKS_PORT)
    return f"{found.host}:{port}" if found.host else ""


def context_of(route: Route) -> ssl.SSLContext:
    """Make what TLS takes, for the server and for the proxy; without need of it, it trusts nobody.

    Raises:
        OSError: a file of certificates is missing or holds none.
    """
    if not route.needs_tls:
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if route.authorities is None:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        tls.check_hostname = False
        tls.verify_mode = ssl.CERT_NONE
    else:
        tls = _trusting(*route.authorities)
    if route.cert is not None:
        cert, key = (route.cert, None) if isinstance(route.cert, str) else route.cert
        tls.load_cert_chain(_existing(cert), key and _existing(key), _ask_nobody)
    return tls


def _trusting(first: str, *others: str) -> ssl.SSLContext:
    # This function sets what is strict in the Python at hand. Given no place, it would trust the
    # certificates of the system.
    try:
        tls = ssl.create_default_context(cafile=_file(first), capath=_folder(first))
        for path in others:
            tls.load_verify_locations(_file(path), _folder(path))
    except ssl.SSLError:
        flaw = f"no certificates in {', '.join((first, *others))}{_named_by(first)}"
    else:
        return tls
    # Out of the `except`: of an error with a cause, the cause alone would be told.
    raise OSError(flaw)


def _file(path: str) -> str | None:
    return None if Path(_existing(path)).is_dir() else path


def _folder(path: str) -> str | None:
    return path if Path(_existing(path)).is_dir() else None


def _existing(path: str) -> str:
    if not path or not Path(path).exists():
        raise FileNotFoundError(f"no certificate at {path!r}{_named_by(path)}")
    return path


def _ask_nobody() -> NoReturn:
    # Without this, OpenSSL asks for the password at the terminal, and waits.
    raise OSError("the private key of the client's certificate is encrypted: pass one that is not")


def _named_by(path: str) -> str:
    """Name the variables of the environment that hold a path, as an end of a sentence."""
    names = [name for name in TRUST if path in os.environ.get(name, "").split(os.pathsep)]
    return f", as {' and '.join(names)} says" if names else ""
