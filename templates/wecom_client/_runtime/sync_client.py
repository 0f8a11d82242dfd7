"""The synchronous client: raw calls, its end, and the driver that carries out the flow."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from .answers import Answer, answer_in
from .arguments import is_async, raw_request
from .client import BaseClient
from .flow import Rules, call
from .jobs.methods import SyncJobs
from .redact import Secret
from .request import Request
from .route import Route
from .steps import Ask, NeedToken, Send, Step
from .sync_token_sources import (
    CallableTokenSource,
    SharedTokenSource,
    StaticTokenSource,
    TokenSource,
)
from .sync_transport import SyncTransport

if TYPE_CHECKING:
    from .custom_transport import SyncCustomTransport, Transport
    from .token_cache import TokenCache

A = TypeVar("A", bound=Answer)
T = TypeVar("T")


class SyncClient(BaseClient, SyncJobs):
    """Calls WeCom: one method an operation, one answer a call, from any number of threads.

    Give `corp_id` and `secret` of an application, or an `access_token`: a string, or a function
    that is asked for one at each call. `token_store`: where the application's token is kept, so
    that others use it too (its own memory, unless told otherwise). `base_url`: scheme, host and
    port, no path. `timeout`: seconds, or seconds for the connection and for the answer. `checks`:
    what a breach of the document's rules leads to, `"error"`, `"warn"` (logged and sent) or
    `"off"`. `language`: that of what errors say of a code, `"en"` or `"zh"`. `clock`: the time in
    Unix seconds. `proxies`, `verify`, `cert`: as in requests, whose environment variables count,
    and for certificates after them `SSL_CERT_FILE` and `SSL_CERT_DIR`. `hooks`: an object with any
    of the methods of `Hooks`, called round each send. `transport`: a `Transport`, a function that
    takes the place of HTTP, for tests.

    `total_timeout`: seconds for a whole call, all its sends and waits (any number, unless told
    otherwise; looking up a name is not counted). `max_body`: bytes of an answer, unpacked (64 MiB).
    `retries`: sends of a call after the first (5 at most, within 20 seconds of waiting, unless told
    otherwise). `rate`: calls a minute, together with all that share a token store which counts them
    (Redis). `patience`: seconds that a whole job waits in all where calls come too often (2 hours,
    which outlasts a block for a minute or an hour, and not one for a day); a batch, which changes
    something, ends with its result instead.

    Close it, or use it in a `with` statement.

    Raises:
        TypeError, ValueError: an argument that cannot work, with what to pass instead.
    """

    _tokens: TokenSource

    def call(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str | int] | None = None,
        json: Mapping[str, Any] | None = None,
        repeatable: bool = False,
        errcode_required: bool = True,
    ) -> dict[str, Any]:
        """Call an endpoint that has no method here and return the decoded JSON.

        `method`: GET or POST. `path`: below `/cgi-bin/`, such as
        `"externalcontact/groupchat/list"`. `params`: the query, without the token. `repeatable`:
        whether the call may be sent again when its outcome is unknown. `errcode_required`: False
        where an endpoint answers without an `errcode` when it succeeds.

        Raises:
            ParameterError: a method, path or parameter that cannot be sent.
            APIError, TransportError, ResponseError: as for every operation.
        """
        request = raw_request(method, path, params, json, repeatable, errcode_required)
        raw: dict[str, Any] = self._run(request)
        return raw

    def close(self) -> None:
        """Release the connections; a call made later raises RuntimeError."""
        self._closed = True
        self._transport.close()

    def __enter__(self: C) -> C:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _send(self, request: Request, answer: type[A], rules: Rules | None = None) -> A:
        return answer_in(self._rules.language, answer, self._run(request, rules, answer))

    def _run(
        self, request: Request, rules: Rules | None = None, answer: type[Answer] | None = None
    ) -> Any:
        self._check_open(request.path)
        return self._drive(call(request, rules or self._rules, answer))

    def _drive(self, flow: Generator[Step, Any, T]) -> T:
        """Carry out the steps of a flow until it returns or raises."""
        outcome: object = None
        try:
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
                elif isinstance(step, Ask):
                    outcome = step.function()
                else:
                    self._tools.sleep(step.seconds)
                    outcome = None
        finally:
            # An interruption may have come between its steps: what it holds is released now.
            flow.close()

    def _open(
        self,
        route: Route,
        shared: TokenCache | None,
        token: Secret | Callable[[], Any] | None,
        transport: Transport | None,
    ) -> None:
        if shared is not None:
            self._tokens = SharedTokenSource(shared)
        elif isinstance(token, Secret):
            self._tokens = StaticTokenSource(token)
        elif token is not None:
            if is_async(token):
                raise TypeError(
                    "access_token must be a function without async: one with async is for"
                    " AsyncWeComClient"
                )
            self._tokens = CallableTokenSource(token)
        self._transport = self._transport_to(route, transport)

    def _transport_to(
        self, route: Route, transport: Transport | None
    ) -> SyncTransport | SyncCustomTransport:
        if transport is None:
            return SyncTransport(route, self._tools.monotonic)
        from .custom_transport import SyncCustomTransport  # here: it is for tests

        return SyncCustomTransport(route, transport)

    def _start_anew(self) -> None:
        self._tokens.start_anew()
        if not self._closed:
            self._transport = self._transport.start_anew()


C = TypeVar("C", bound=SyncClient)
