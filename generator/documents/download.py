"""An address to the bytes behind it: bounded, patient within limits, without credentials."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.cookiejar import DefaultCookiePolicy
from typing import Self
from urllib.parse import urljoin, urlsplit

import requests
from requests.utils import default_user_agent
from urllib3.exceptions import DecodeError, HTTPError, ReadTimeoutError

from .files import MAX_BYTES

Sleep = Callable[[float], object]

REPEATS = 2
"""How often a request is sent again where that may help."""
MAX_WAIT = 120.0
"""Seconds; a site that wants a longer pause is left alone."""
MAX_SECONDS = 300.0
"""What one answer may take in all; a body may come in drops."""
_TIMEOUT = (10.0, 30.0)
_MAX_REDIRECTS = 5
_PIECE = 65_536
_PASSING = frozenset({429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class NotToBeHad(Exception):
    """What is behind an address cannot be had; the message says why."""


class _MayPass(NotToBeHad):
    """The same, where another attempt may do."""


@dataclass(frozen=True)
class Answer:
    """What came from an address."""

    address: str
    """Where it came from at last, after redirects."""
    status: int
    content: bytes
    charset: str
    """As the answer's head says; empty where it does not."""
    retry_after: float | None = None
    location: str = ""
    """Where it sends on to, if it does."""


class Downloader:
    """Asks for one address after another; keeps no cookies and sends no credentials.

    `pause` is how many seconds it lets pass before each request but the first.
    """

    def __init__(
        self, sleep: Sleep, pause: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._sleep = sleep
        self._pause = pause
        self._clock = clock
        self._asked = False
        self._session = session = _Session()
        session.headers["User-Agent"] = f"wecom-client-docs-fetch {default_user_agent()}"
        # proxies and certificates are taken from the environment, passwords of netrc are not:
        # requests looks there where a session has no authentication of its own
        session.auth = lambda request: request
        session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))

    def __enter__(self) -> Self:
        """Return the downloader."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close its connections."""
        self._session.close()

    def get(self, address: str) -> Answer:
        """Return what is behind an address; redirects are followed on the same server.

        Raises:
            NotToBeHad: there is no answer, or none that is taken.
        """
        for _ in range(_MAX_REDIRECTS + 1):
            answer = self._patiently("GET", address, None)
            if not answer.location:
                return answer
            address = _next_of(address, answer.location)
        raise NotToBeHad(f"the site sends on more than {_MAX_REDIRECTS} times")

    def post(self, address: str, form: Mapping[str, str]) -> Answer:
        """Send a form and return what came.

        Raises:
            NotToBeHad: there is no answer, or none that is taken.
        """
        answer = self._patiently("POST", address, form)
        if answer.location:
            raise NotToBeHad("the site sends on to another page")
        return answer

    def _patiently(self, method: str, address: str, form: Mapping[str, str] | None) -> Answer:
        for attempt in range(REPEATS + 1):
            wait = self._pause * 2**attempt
            if self._asked and attempt == 0:
                self._sleep(self._pause)
            self._asked = True
            try:
                answer = self._once(method, address, form)
            except _MayPass:
                if attempt == REPEATS:
                    raise
            else:
                if answer.status not in _PASSING or attempt == REPEATS:
                    return answer
                wait = max(wait, answer.retry_after or 0.0)
                if wait > MAX_WAIT:
                    raise NotToBeHad(
                        f"the site answered {_status(answer.status)} and wants a pause of "
                        f"{wait:.0f} seconds; try again then"
                    )
            self._sleep(wait)
        raise AssertionError("unreachable")

    def _once(self, method: str, address: str, form: Mapping[str, str] | None) -> Answer:
        begin = self._clock()
        try:
            with self._session.request(
                method, address, data=form, stream=True, allow_redirects=False, timeout=_TIMEOUT
            ) as response:
                content = self._body(response, begin)
                head = response.headers
                charset = requests.utils.get_encoding_from_headers(head) or ""
                return Answer(
                    address,
                    response.status_code,
                    content,
                    # what requests takes for granted where a head says nothing
                    charset if "charset" in head.get("Content-Type", "").lower() else "",
                    _retry_after(head),
                    head.get("Location", "") if response.status_code in _REDIRECTS else "",
                )
        except (requests.RequestException, HTTPError, OSError) as error:
            problem = _problem(error)
        raise problem

    def _body(self, response: requests.Response, begin: float) -> bytes:
        pieces: list[bytes] = []
        size = 0
        while piece := response.raw.read1(_PIECE, decode_content=True):
            size += len(piece)
            if size > MAX_BYTES:
                raise NotToBeHad(f"the answer is larger than {MAX_BYTES} bytes")
            if self._clock() - begin > MAX_SECONDS:
                raise NotToBeHad(f"the answer takes longer than {MAX_SECONDS:.0f} seconds")
            pieces.append(piece)
        return b"".join(pieces)


def reason_of(answer: Answer) -> str:
    """Return what is to be said of an answer that is not 200; empty where it is."""
    if answer.status == HTTPStatus.OK:
        return ""
    said = f"the site answered {_status(answer.status)}"
    if answer.status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return f"{said}; where the page was moved, correct 'page' in the specs"
    if answer.status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        return f"{said}: it wants a login, or a human"
    return said


class _Session(requests.Session):
    """A session that leaves redirects alone, whoever asks.

    The library would look at where one leads even if told not to follow it, and for that read its
    body to the end, however long that is.
    """

    def get_redirect_target(self, resp: requests.Response) -> None:
        """Return that there is none."""


def _next_of(address: str, location: str) -> str:
    """Return where a redirect leads, which has to be on the same server."""
    try:
        target = urljoin(address, location).partition("#")[0]
        here, there = _origin(address), _origin(target)
    except ValueError:
        raise NotToBeHad("the site sends on to something that is not an address") from None
    if here != there:
        raise NotToBeHad(f"the site sends on to another server, {there[1] or 'without a name'}")
    return target


def _origin(address: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(address)
    port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    return parts.scheme, parts.hostname, port


def _status(status: int) -> str:
    try:
        return f"{status} ({HTTPStatus(status).phrase})"
    except ValueError:
        return str(status)


def _retry_after(head: Mapping[str, str]) -> float | None:
    """Return the seconds that an answer wants to be left alone."""
    stated = head.get("Retry-After", "").strip()
    if stated.isascii() and stated.isdigit():
        return float(stated[:9])
    try:
        until, now = parsedate_to_datetime(stated), head.get("Date", "")
        begin = parsedate_to_datetime(now) if now else datetime.now(UTC)
        return max(0.0, (until - begin).total_seconds())
    except (ValueError, TypeError):  # no date; or one with a zone and one without
        return None


def _problem(error: Exception) -> NotToBeHad:
    """Return what is to be said; never the library's own text, which may repeat a proxy's."""
    cause = _system_reason(error)
    if isinstance(error, requests.exceptions.SSLError):
        return NotToBeHad("the server's certificate is not accepted")
    if isinstance(error, requests.exceptions.ProxyError):
        return NotToBeHad(f"the proxy gives no connection{cause}")
    if isinstance(error, (requests.exceptions.Timeout, ReadTimeoutError, TimeoutError)):
        return _MayPass("the site does not answer in time")
    if isinstance(error, ValueError):  # InvalidURL and its like
        return NotToBeHad(f"the address cannot be asked for ({type(error).__name__})")
    if isinstance(error, (requests.exceptions.ContentDecodingError, DecodeError)):
        return NotToBeHad("the answer is damaged: it cannot be unpacked")
    return _MayPass(f"the connection fails{cause}")


def _system_reason(error: BaseException) -> str:
    """Return the words of the system's error that is behind a library's."""
    inner: BaseException | None = error
    while inner is not None:
        if isinstance(inner, OSError) and inner.strerror:
            return f" ({inner.strerror})"
        inner = inner.__cause__ or inner.__context__
    return ""
