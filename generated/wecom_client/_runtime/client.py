"""The synchronous client: its arguments, its life, and the driver that carries out the flow."""

from __future__ import annotations

import logging
import os
import random
import re
import time
from collections.abc import Callable, Generator, Mapping
from functools import partial
from typing import Any, ClassVar, Literal, NamedTuple, NoReturn, TypeVar
from urllib.parse import urlsplit
from weakref import WeakSet

from .answers import Answer
from .errors import ErrorEntry, ParameterError
from .flow import NeedToken, Rules, Send, Step, call, fetch_token
from .namespace import Namespace
from .problems import Problem
from .redact import HTTP_LOGGERS, Secret, guard_loggers
from .request import Operation, Request, Settings
from .retry import DEFAULT_POLICY, Policy
from .tokens import AskedToken, CachedToken, GivenToken, TokenSource, store_key
from .transport import HttpTransport, find_route

A = TypeVar("A", bound=Answer)
N = TypeVar("N", bound=Namespace)
T = TypeVar("T")

Timeout = float | tuple[float, float]

_log = logging.getLogger("wecom_client")
_log.addHandler(logging.NullHandler())

_TOKEN_OPERATION = Operation(
    path="gettoken",
    method="GET",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/91039",
    title="获取access_token",
)


class Tools(NamedTuple):
    """What the driver needs of the outside world, so that tests can bring their own."""

    sleep: Callable[[float], None] = time.sleep
    monotonic: Callable[[], float] = time.monotonic
    random: Callable[[], float] = random.random
    policy: Policy = DEFAULT_POLICY


class SyncClient:
    """Calls WeCom: one method an operation, one answer a call, from any number of threads.

    Give `corp_id` and `secret` of an application, or an `access_token`: a string, or a function
    that is asked for one at each call. `base_url`: scheme, host and port, no path. `timeout`:
    seconds, or seconds for the connection and for the answer. `checks`: what a breach of the
    document's rules leads to, `"error"`, `"warn"` (logged and sent) or `"off"`. `clock`: the time
    in Unix seconds. `proxies`, `verify`, `cert`: as in requests, whose environment variables count.

    Close it, or use it in a `with` statement.

    Raises:
        TypeError, ValueError: an argument that cannot work, with what to pass instead.
    """

    _errors: ClassVar[Mapping[int, ErrorEntry]] = {}
    _token_operation: ClassVar[Operation] = _TOKEN_OPERATION
    _tools: ClassVar[Tools] = Tools()

    # Before the constructor's end, a traceback may ask for the repr.
    _corp_id: str | None = None
    _base_url = ""
    _closed = False

    def __init__(
        self,
        corp_id: str | None = None,
        secret: str | None = None,
        *,
        access_token: str | Callable[[], str] | None = None,
        base_url: str = "https://qyapi.weixin.qq.com",
        timeout: Timeout = (5.0, 30.0),
        checks: Literal["error", "warn", "off"] = "error",
        clock: Callable[[], float] = time.time,
        proxies: dict[str, str] | None = None,
        verify: bool | str | None = None,
        cert: str | tuple[str, str] | None = None,
    ) -> None:
        # Hidden before anything can raise: a traceback may show the variables of its frames.
        hidden = None if secret is None else Secret(secret)
        token = Secret(access_token) if isinstance(access_token, str) else access_token
        secret = access_token = None
        if checks not in ("error", "warn", "off"):
            raise ValueError(f'checks must be "error", "warn" or "off", is {checks!r}')
        if not callable(clock):
            raise TypeError("clock must be a function that returns Unix seconds")
        self._base_url = origin_of(base_url)
        self._corp_id = corp_id
        self._settings = Settings(checks, clock)
        self._rules = Rules(
            self._errors,
            self._token_operation,
            self._tools.policy,
            self._tools.random,
            tuple(known for known in (hidden, token) if isinstance(known, Secret)),
        )
        self._tokens = self._source(corp_id, hidden, token)
        route = find_route(self._base_url, timeouts_of(timeout), proxies, verify, cert)
        self._transport = HttpTransport(route, self._tools.monotonic)
        self._namespaces: dict[type[Namespace], Namespace] = {}
        guard_loggers(("wecom_client", *HTTP_LOGGERS))
        _CLIENTS.add(self)

    def call(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str | int] | None = None,
        json: Mapping[str, Any] | None = None,
        repeatable: bool = False,
    ) -> dict[str, Any]:
        """Call an endpoint that has no method here and return the decoded JSON.

        `method`: GET or POST. `path`: below `/cgi-bin/`, such as
        `"externalcontact/groupchat/list"`. `params`: the query, without the token. `repeatable`:
        whether the call may be sent again when its outcome is unknown.

        Raises:
            ParameterError: a method, path or parameter that cannot be sent.
            APIError, TransportError, ResponseError: as for every operation.
        """
        request = raw_request(method, path, params, json, repeatable)
        return self._run(request)

    def close(self) -> None:
        """Release the connections; a call made later raises RuntimeError."""
        self._closed = True
        self._transport.close()

    def __enter__(self: C) -> C:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        who = f"corp_id={self._corp_id!r}, " if self._corp_id else ""
        end = ", closed" if self._closed else ""
        return f"<{type(self).__name__} {who}base_url={self._base_url!r}{end}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            f"a {type(self).__name__} holds connections and credentials and is not copied or"
            " pickled: make one in each process"
        )

    def _send(self, request: Request, answer: type[A]) -> A:
        return answer(self._run(request))

    def _namespace(self, namespace: type[N]) -> N:
        found = self._namespaces.get(namespace)
        if found is None:
            found = self._namespaces.setdefault(namespace, namespace(self))
        return found  # type: ignore[return-value]

    def _run(self, request: Request) -> dict[str, Any]:
        if self._closed:
            raise RuntimeError(f"{request.path}: this {type(self).__name__} was closed")
        return self._drive(call(request, self._rules))

    def _drive(self, flow: Generator[Step, Any, T]) -> T:
        """Carry out the steps of a flow until it returns or raises."""
        outcome: object = None
        while True:
            try:
                step = flow.send(outcome)
            except StopIteration as end:
                result: T = end.value
                return result
            if isinstance(step, Send):
                outcome = self._transport.send(step)
            elif isinstance(step, NeedToken):
                outcome = self._tokens.obtain(step, self._drive)
            else:
                self._tools.sleep(step.seconds)
                outcome = None

    def _source(
        self, corp_id: str | None, secret: Secret | None, token: Secret | Callable[[], str] | None
    ) -> TokenSource:
        if token is not None:
            if corp_id is not None or secret is not None:
                raise ValueError("pass either corp_id and secret, or access_token, not both")
            return _given(token)
        if corp_id is None or secret is None:
            name = "corp_id" if corp_id is None else "secret"
            raise ValueError(f"{name} is missing: pass corp_id and secret, or access_token")
        _check_text("corp_id", corp_id)
        _check_text("secret", secret)
        clock = self._settings.clock
        return CachedToken(
            store_key(self._base_url, corp_id, secret),
            clock,
            partial(fetch_token, corp_id, secret, self._rules, clock),
        )

    def _start_anew(self) -> None:
        """Leave the connections and locks to the parent process; the token is kept."""
        self._tokens.start_anew()
        if not self._closed:
            self._transport = self._transport.start_anew()


C = TypeVar("C", bound=SyncClient)

_CLIENTS: WeakSet[SyncClient] = WeakSet()


def _start_all_anew() -> None:
    for client in list(_CLIENTS):
        client._start_anew()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_start_all_anew)


def origin_of(base_url: str) -> str:
    """Return scheme, host and port of a base URL, in lower case and without a slash at the end.

    Raises:
        ValueError: it is something else; the text is not repeated, it may hold a password or token.
    """
    if not isinstance(base_url, str):
        raise TypeError(f"base_url must be a string, is {type(base_url).__name__}")
    found = _ORIGIN.fullmatch(base_url)
    try:
        port_is_possible = found is not None and urlsplit(base_url).port != 0
    except ValueError:
        port_is_possible = False
    if found is None or not port_is_possible:
        raise ValueError(
            "base_url must be http:// or https:// with a host and, if need be, a port, such as"
            ' "https://qyapi.weixin.qq.com": no user, path or query (other scripts as xn--…)'
        )
    return found["origin"].lower()


def timeouts_of(timeout: Timeout) -> tuple[float, float]:
    """Return the seconds for the connection and for the answer.

    Raises:
        ValueError: not one or two numbers above 0, up to a day.
    """
    pair = timeout if isinstance(timeout, tuple) else (timeout, timeout)
    if len(pair) == 2 and all(_is_timeout(seconds) for seconds in pair):
        return float(pair[0]), float(pair[1])
    raise ValueError(
        "timeout must be seconds, or (seconds for the connection, seconds for the answer), each"
        f" above 0 and up to a day; is {timeout!r}"
    )


def _is_timeout(seconds: object) -> bool:
    if isinstance(seconds, bool) or not isinstance(seconds, (int, float)):
        return False
    return 0 < seconds <= 86400


def _given(token: Secret | Callable[[], str]) -> TokenSource:
    if isinstance(token, Secret):
        _check_text("access_token", token)
        return GivenToken(token)
    if not callable(token):
        raise TypeError("access_token must be a string or a function that returns one")
    return AskedToken(token)


def _check_text(name: str, value: object) -> None:
    kind = type(value.reveal() if isinstance(value, Secret) else value)
    if kind is not str:
        raise TypeError(f"{name} must be a string, is {kind.__name__}")
    if value in ("", Secret("")):
        raise ValueError(f"{name} is empty")


def raw_request(
    method: str,
    path: str,
    params: Mapping[str, str | int] | None,
    json: Mapping[str, Any] | None,
    repeatable: bool,
) -> Request:
    """Build the request of an endpoint that has no spec.

    Raises:
        ParameterError: with every problem at once.
    """
    problems = list(_raw_problems(method, path, params, json))
    if problems:
        shown = path if isinstance(path, str) and _PATH.fullmatch(path) else "call"
        raise ParameterError(shown, problems, "")
    operation = Operation(path, method, repeatable, "")
    return Request(operation, dict(params or {}), None if json is None else dict(json))


def _raw_problems(method: object, path: object, params: object, json: object) -> list[Problem]:
    problems = []
    if method not in ("GET", "POST"):
        problems.append(Problem("method", "enum", 'must be "GET" or "POST"'))
    if not isinstance(path, str) or not _PATH.fullmatch(path):
        message = 'must be the path below /cgi-bin/, such as "externalcontact/groupchat/list"'
        problems.append(Problem("path", "pattern", message))
    if not isinstance(params, Mapping) and params is not None:
        problems.append(Problem("params", "type", "must be an object"))
    for name, value in params.items() if isinstance(params, Mapping) else ():
        if name == "access_token":
            message = "must be left out: the client adds its token"
            problems.append(Problem(f"params.{name}", "additionalProperties", message))
        elif not isinstance(name, str) or type(value) not in (str, int):
            problems.append(Problem(f"params.{name}", "type", "must be a string or an integer"))
    if not isinstance(json, Mapping) and json is not None:
        problems.append(Problem("json", "type", "must be an object"))
    return problems


_ORIGIN = re.compile(
    r"(?P<origin>https?://(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?\.?|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?)/?",
    re.ASCII | re.IGNORECASE,
)
_SEGMENT = r"(?!\.{1,2}(?:/|$))[A-Za-z0-9_.~-]+"
_PATH = re.compile(rf"(?!cgi-bin/){_SEGMENT}(?:/{_SEGMENT})*")
