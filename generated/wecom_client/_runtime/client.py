# Copied from templates/wecom_client/_runtime/client.py: edit that file, then run 'make generate'.
"""What both clients have in common: their arguments, their namespaces, and their life."""

from __future__ import annotations

import logging
import os
import random
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NoReturn, TypeVar
from weakref import WeakSet, WeakValueDictionary, ref

from .arguments import (
    Timeout,
    check_language,
    check_text,
    origin_of,
    policy_with,
    rate_of,
    seconds_of,
    timeouts_of,
    whole_of,
)
from .errcodes import ErrorEntry, Language
from .flow import Rules, fetch_token
from .named import Named
from .redact import HTTP_LOGGERS, TOOL_LOGGERS, Secret, guard_loggers
from .request import Operation, Settings
from .retry import DEFAULT_POLICY, Policy
from .route import MAX_BODY, Route, find_route
from .token_store import TokenStore, check_store

if TYPE_CHECKING:
    from .custom_transport import Transport
    from .hooks import Dispatcher
    from .rate import RateLimit
    from .token_cache import TokenCache
else:
    # Annotations can be read at run time; the module is for tests, and imported where they are.
    Transport = Callable[[Any], Any]

N = TypeVar("N")

_log = logging.getLogger("wecom_client")
_log.addHandler(logging.NullHandler())

# Outlasts a block for a minute and one for an hour, and not one for a day.
PATIENCE = 7200.0
_LONGEST_PATIENCE = 31 * 86400.0

_TOKEN_OPERATION = Operation(
    path="gettoken",
    method="GET",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/91039",
    title="获取access_token",
)


class Tools(Named):
    """What a driver needs of the outside world, so that tests can bring their own.

    `sleep`: as in `time`; the asynchronous client has a place of its own for another one.
    """

    sleep: Callable[[float], None] = time.sleep
    monotonic: Callable[[], float] = time.monotonic
    random: Callable[[], float] = random.random
    policy: Policy = DEFAULT_POLICY


class BaseClient:
    """The part of a client that neither sends nor waits."""

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
        access_token: str | Callable[[], Any] | None = None,
        token_store: TokenStore | None = None,
        base_url: str = "https://qyapi.weixin.qq.com",
        timeout: Timeout = (5.0, 30.0),
        checks: Literal["error", "warn", "off"] = "error",
        language: Language = "en",
        clock: Callable[[], float] = time.time,
        proxies: dict[str, str] | None = None,
        verify: bool | str | None = None,
        cert: str | tuple[str, str] | None = None,
        total_timeout: float | None = None,
        max_body: int = MAX_BODY,
        retries: int | None = None,
        rate: float | None = None,
        patience: float = PATIENCE,
        hooks: object | None = None,
        transport: Transport | None = None,
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
            self._tools.monotonic,
            patience=seconds_of("patience", patience, at_least=0, at_most=_LONGEST_PATIENCE),
            language=check_language(language),
            hooks=self._dispatcher(hooks),
        )
        # Weakly: those of views end with their views.
        self._limits: WeakSet[RateLimit] = WeakSet()
        self._rules = self._rules_with(total_timeout=total_timeout, retries=retries, rate=rate)
        if token is not None:
            if corp_id is not None or hidden is not None:
                raise ValueError("pass either corp_id and secret, or access_token, not both")
            if token_store is not None:
                raise ValueError("token_store keeps tokens that are fetched: not with access_token")
            _check_token(token)
        if transport is not None:
            # Not at the top: it is for tests.
            from .custom_transport import check_transport

            check_transport(transport, proxies, verify, cert)
        shared = None if token is not None else self._share(corp_id, hidden, token_store)
        route = find_route(self._base_url, timeouts_of(timeout), proxies, verify, cert)
        route = route._replace(max_body=whole_of("max_body", max_body, 1, 2**40, "bytes"))
        self._shared = shared
        self._open(route, shared, token, transport)
        # Weakly, as they hold the client: dropped, it is to be freed immediately.
        self._namespaces: WeakValueDictionary[object, Any] = WeakValueDictionary()
        guard_loggers(("wecom_client", *HTTP_LOGGERS, *TOOL_LOGGERS))
        _CLIENTS.add(self)

    def __repr__(self) -> str:
        who = f"corp_id={self._corp_id!r}, " if self._corp_id else ""
        end = ", closed" if self._closed else ""
        return f"<{type(self).__name__} {who}base_url={self._base_url!r}{end}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            f"a {type(self).__name__} holds connections and credentials and is not copied or"
            " pickled: make one in each process"
        )

    def _open(
        self,
        route: Route,
        shared: TokenCache | None,
        token: Secret | Callable[[], Any] | None,
        transport: Transport | None,
    ) -> None:
        """Make ready what carries out the steps of a flow: a transport, and a source of tokens."""
        raise NotImplementedError

    def _start_anew(self) -> None:
        """Leave the connections and locks to the parent process; the token is kept."""
        raise NotImplementedError

    def _namespace(self, namespace: Callable[[Any, Rules], N]) -> N:
        """Return operations that are bound to this client: made once, with its own rules."""
        found: N | None = self._namespaces.get(namespace)
        if found is None:
            found = self._namespaces.setdefault(namespace, namespace(self, self._rules))
        return found

    def _rules_with(
        self,
        rules: Rules | None = None,
        timeout: Timeout | None = None,
        total_timeout: float | None = None,
        retries: int | None = None,
        rate: float | None = None,
    ) -> Rules:
        """Return rules with those of these options that are given.

        Raises:
            ValueError: an option that cannot be.
        """
        found = rules or self._rules
        if timeout is not None:
            found = found._replace(timeout=timeouts_of(timeout))
        if total_timeout is not None:
            seconds = seconds_of("total_timeout", total_timeout, at_least=0.001)
            found = found._replace(total_timeout=seconds)
        if retries is not None:
            found = found._replace(policy=policy_with(self._tools.policy, retries))
        if rate is not None:
            # Not at the top: few programs limit themselves.
            from .rate import RateLimit

            limit = RateLimit(rate_of(rate), self._tools.monotonic, self._reserve_weakly())
            self._limits.add(limit)
            found = found._replace(limit=limit)
        return found

    def _reserve_weakly(self) -> Callable[[float], float | None]:
        client = ref(self)

        def reserve(interval: float) -> float | None:
            found = client()
            return None if found is None else found._reserve(interval)

        return reserve

    def _reserve(self, interval: float) -> float | None:
        """Reserve the next of the slots that all users of the token store share.

        Slots are `interval` seconds apart. Returns the seconds until the reserved one, or None
        where the store shares none or does not work. Takes a moment, as a store may.
        """
        return None if self._shared is None else self._shared.reserve(interval)

    def _check_open(self, path: str) -> None:
        if self._closed:
            raise RuntimeError(f"{path}: this {type(self).__name__} was closed")

    def _dispatcher(self, hooks: object | None) -> Dispatcher | None:
        if hooks is None:
            return None
        # Not at the top: few programs have hooks.
        from .hooks import Dispatcher

        return Dispatcher(hooks, self._tools.monotonic)

    def _share(
        self, corp_id: str | None, secret: Secret | None, store: TokenStore | None
    ) -> TokenCache:
        # Not at the top: an import of the package is to cost little more than that of requests.
        from .token_cache import TokenCache, store_key

        if corp_id is None or secret is None:
            name = "corp_id" if corp_id is None else "secret"
            raise ValueError(f"{name} is missing: pass corp_id and secret, or access_token")
        check_text("corp_id", corp_id)
        check_text("secret", secret)
        if store is None:
            from .stores.memory import MemoryTokenStore

            store = MemoryTokenStore()
        check_store(store)
        clock = self._settings.clock
        return TokenCache(
            store,
            store_key(self._base_url, corp_id, secret),
            partial(fetch_token, corp_id, secret, self._rules, clock),
            self._rules,
            clock,
            self._tools.monotonic,
        )


def _check_token(token: Secret | Callable[[], Any]) -> None:
    if isinstance(token, Secret):
        check_text("access_token", token)
    elif not callable(token):
        raise TypeError("access_token must be a string or a function that returns one")


_CLIENTS: WeakSet[BaseClient] = WeakSet()


def _start_all_anew() -> None:
    failure: Exception | None = None
    for client in list(_CLIENTS):
        try:
            for limit in list(client._limits):
                limit.start_anew()
            client._start_anew()
        except Exception as error:  # the others must not be left with locks that nobody releases
            failure = failure or error
    if failure is not None:
        raise failure


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_start_all_anew)
