# Copied from templates/wecom_client/_runtime/async_client.py: edit that file, then run 'make generate'.
"""The asynchronous client: raw calls, its end, and the driver that carries out the flow."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Generator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from .answers import Answer, answer_in
from .arguments import raw_request
from .async_token_sources import (
    AsyncCallableTokenSource,
    AsyncSharedTokenSource,
    AsyncStaticTokenSource,
    AsyncTokenSource,
)
from .client import BaseClient
from .flow import Rules, call
from .jobs.methods import AsyncJobs
from .redact import Secret
from .request import Request
from .route import Route
from .steps import Ask, NeedToken, Send, Step
from .thread_executor import ThreadExecutor
from .token_cache import TokenCache

if TYPE_CHECKING:
    from .async_transport import AsyncTransport
    from .custom_transport import AsyncCustomTransport, Transport

A = TypeVar("A", bound=Answer)
T = TypeVar("T")


class AsyncClient(BaseClient, AsyncJobs):
    """Calls WeCom as `WeComClient` does, with `await`, from any number of tasks.

    The arguments and their errors are those of `WeComClient`; a function given as `access_token`
    may also return an awaitable, and so may a `transport`. Use it in one event loop at a time or in
    several one after another. Close it with `aclose()`, or use it in an `async with` statement. It
    needs aiohttp, which `pip install "wecom-client[async]"` brings, and takes no SOCKS proxy.
    """

    _tokens: AsyncTokenSource

    async def call(
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
        raw: dict[str, Any] = await self._run(request)
        return raw

    async def aclose(self) -> None:
        """Release the connections; a call made later raises RuntimeError."""
        self._closed = True
        self._threads.end()
        await self._transport.aclose()

    async def __aenter__(self: C) -> C:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def _send(self, request: Request, answer: type[A], rules: Rules | None = None) -> A:
        return answer_in(self._rules.language, answer, await self._run(request, rules, answer))

    def _run(
        self, request: Request, rules: Rules | None = None, answer: type[Answer] | None = None
    ) -> Awaitable[Any]:
        self._check_open(request.path)
        return self._drive(call(request, rules or self._rules, answer))

    async def _drive(self, flow: Generator[Step, Any, T]) -> T:
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
                    outcome = await self._transport.send(step)
                elif isinstance(step, NeedToken):
                    outcome = await self._tokens.obtain(step, self._drive)
                elif isinstance(step, Ask):
                    outcome = await self._asked(step)
                else:
                    await self._sleep(step.seconds)
                    outcome = None
        finally:
            # The task may have been cancelled between two steps: what it holds is released now.
            flow.close()

    async def _asked(self, step: Ask) -> Any:
        """Ask in a thread, so that a disk or a network does not hold up the other tasks."""
        if step.at_once:
            return step.function()
        return await self._threads.run(step.function, is_needed=step.is_needed)

    async def _sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    def _open(
        self,
        route: Route,
        shared: TokenCache | None,
        token: Secret | Callable[[], Any] | None,
        transport: Transport | None,
    ) -> None:
        self._transport = self._transport_to(route, transport)
        self._threads = ThreadExecutor()
        if shared is not None:
            shared.let_go = self._threads.begin
            self._tokens = AsyncSharedTokenSource(shared)
        elif isinstance(token, Secret):
            self._tokens = AsyncStaticTokenSource(token)
        elif token is not None:
            self._tokens = AsyncCallableTokenSource(token)

    def _transport_to(
        self, route: Route, transport: Transport | None
    ) -> AsyncTransport | AsyncCustomTransport:
        if transport is not None:
            from .custom_transport import AsyncCustomTransport  # here: it is for tests

            return AsyncCustomTransport(route, transport)
        try:
            from .async_transport import AsyncTransport
        except ImportError:
            missing = f'{type(self).__name__} needs aiohttp: pip install "wecom-client[async]"'
        else:
            return AsyncTransport(route)
        # Out of the `except`: the error has no other one in its history.
        raise ImportError(missing)

    def _start_anew(self) -> None:
        self._threads.start_anew()
        self._tokens.start_anew()
        self._transport.start_anew()


C = TypeVar("C", bound=AsyncClient)
