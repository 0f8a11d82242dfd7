"""Sending through a function of the caller's in place of HTTP, as tests of programs want it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from .arguments import is_async
from .files import File
from .monitoring import unobserved
from .named import Opaque
from .retry import NoReply, Reply
from .route import Route, text_of, url_of
from .send_errors import ConnectionState, no_reply, reason_of, too_large, unread
from .steps import Send


class HTTPRequest(Opaque):
    """A request that would go out now, `gettoken` too; its repr shows neither data nor token.

    `method`: GET or POST. `path`: below `/cgi-bin/`, such as `externalcontact/groupchat/list`.
    `params`: the query, without the token. `body`: bytes of JSON, or a form that uploads a file;
    None: there is no body. `url`: the whole address, with the secret or the token. `timeout`:
    seconds for the connection and for the answer. `content_type`: what the body is. `files`: what
    it uploads, by the names of the parts; None: it is no such body.
    """

    method: str
    path: str
    params: Mapping[str, str]
    body: bytes | None
    url: str
    timeout: tuple[float, float]
    content_type: str | None = None
    files: Mapping[str, File] | None = None

    def __repr__(self) -> str:
        return f"HTTPRequest({self.method!r}, {self.path!r}, …)"

    @property
    def json(self) -> Any:
        """The body, decoded; None: there is no body, or none of JSON."""
        return None if self.body is None or self.files is not None else json.loads(self.body)


class HTTPResponse(Opaque):
    """What the server would answer: a body as bytes, or what is to be JSON, and a status."""

    body: bytes | Mapping[str, Any]
    status: int = 200

    def __repr__(self) -> str:
        return f"HTTPResponse(…, status={self.status})"


Transport = Callable[[HTTPRequest], HTTPResponse | Awaitable[HTTPResponse]]
"""Takes the place of HTTP below a client, called by whichever thread or task makes a call.

Below an `AsyncWeComClient` it may be `async`. An `OSError` is a request without an answer: nothing
was carried out where it is a `ConnectionRefusedError`, and the outcome is unknown where it is
another, such as `TimeoutError`. Whatever else it raises, an `AssertionError` for one, the call
raises.
"""


def check_transport(transport: object, *others: object) -> None:
    """Refuse what cannot be called, and settings of connections that nobody makes.

    Raises:
        TypeError, ValueError: it cannot serve; or one of the others is given as well.
    """
    if not callable(transport) or isinstance(transport, type):
        kind = transport.__name__ if isinstance(transport, type) else type(transport).__name__
        raise TypeError(f"transport must be a function of an HTTPRequest, is {kind}")
    if any(other is not None for other in others):
        raise ValueError("pass either transport, or proxies, verify and cert, which are for HTTP")


class _CustomTransport:
    """What both kinds have in common: they turn steps into requests, and answers into replies."""

    def __init__(self, route: Route, function: Transport) -> None:
        self._route = route
        self._function = function
        self._closed = False

    def _request(self, step: Send) -> HTTPRequest:
        request, route = step.request, self._route
        connecting, answering = step.timeout or route.timeout
        if step.left is not None:
            left = max(0.001, step.left)
            connecting, answering = min(connecting, left), min(answering, left)
        # Secrets have no names here: a traceback may show the variables of its frames.
        return HTTPRequest(
            request.method,
            request.path,
            {name: text_of(value) for name, value in request.params.items()},
            step.body,
            url_of(route.origin, step),
            (connecting, answering),
            step.content_type,
            request.files,
        )

    def _reply(self, response: object) -> Reply | NoReply:
        if not isinstance(response, HTTPResponse):
            kind = type(response).__name__
            raise TypeError(f"a transport must return an HTTPResponse, and returned {kind}")
        body = response.body
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        if len(content) > self._route.max_body:
            return unread(self._route, response.status, too_large(self._route), "")
        return Reply(response.status, content)

    def _no_reply(self, problem: OSError) -> NoReply:
        was_made = not isinstance(problem, ConnectionRefusedError)
        state: ConnectionState = "connected" if was_made else "connecting"
        return no_reply(self._route, problem, reason_of(problem), state)


_CLOSED = NoReply("refused", "the client was closed")


class SyncCustomTransport(_CustomTransport):
    """Sends through a function."""

    def __init__(self, route: Route, function: Transport) -> None:
        if is_async(function):
            raise TypeError(
                "transport must be a function without async: one with async is for AsyncWeComClient"
            )
        super().__init__(route, function)

    def start_anew(self) -> SyncCustomTransport:
        """Return itself: what a forked child must not use is for the function to know."""
        return self

    def close(self) -> None:
        """Refuse what is sent from now on."""
        self._closed = True

    def send(self, step: Send) -> Reply | NoReply:
        """Send once and return what came of it; what is no OSError is raised."""
        if self._closed:
            return _CLOSED
        try:
            with unobserved():
                response = self._function(self._request(step))
        except OSError as problem:
            return self._no_reply(problem)
        return self._reply(response)


class AsyncCustomTransport(_CustomTransport):
    """Sends through a function, which may return an awaitable."""

    def start_anew(self) -> None:
        """Do nothing: what a forked child must not use is for the function to know."""

    async def aclose(self) -> None:
        """Refuse what is sent from now on."""
        self._closed = True

    async def send(self, step: Send) -> Reply | NoReply:
        """Send once and return what came of it; what is no OSError is raised."""
        if self._closed:
            return _CLOSED
        try:
            with unobserved():
                async with asyncio.timeout(step.left):
                    response = self._function(self._request(step))
                    if isinstance(response, Awaitable):
                        response = await response
        except OSError as problem:
            return self._no_reply(problem)
        return self._reply(response)
