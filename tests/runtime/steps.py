"""One step of the flow, and the way to a server, for tests of the transports."""

from __future__ import annotations

from typing import Any

from wecom_client._runtime.flow import Send
from wecom_client._runtime.redact import Secret
from wecom_client._runtime.request import Operation, Request
from wecom_client._runtime.transport import Route, find_route

TOKEN = "t/+ o"
PATH = "externalcontact/groupchat/list"


def route_to(origin: str, answering: float = 60.0, **options: Any) -> Route:
    settings = {"proxies": None, "verify": None, "cert": None, **options}
    return find_route(origin, (60.0, answering), **settings)


def step(
    body: bytes | None = b'{"limit":1}',
    fresh: bool = False,
    token: str | None = TOKEN,
    method: str = "POST",
    **params: object,
) -> Send:
    request = Request(Operation(PATH, method, not fresh, ""), params, None)
    return Send(request, body, None if token is None else Secret(token), fresh)
