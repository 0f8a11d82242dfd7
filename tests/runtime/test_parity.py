"""Both clients send the same requests and come to the same, whatever the server does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from wecom_client import WeComError

from .helpers import LIST, TRANSFER, Blocking, Either, Loop, read, write
from .loopback import (
    OK,
    Behaviour,
    Loopback,
    drop,
    echo_token,
    http,
    issue_tokens,
    raw,
    refuse_all_but,
    reset,
    says,
)

THERE = "Location: http://127.0.0.1:1/elsewhere\r\nRetry-After: 1\r\n"

FAULTS: dict[str, tuple[Behaviour, ...]] = {
    "nothing": (says(OK),),
    "an error code": (says({"errcode": 60003, "errmsg": "no such member"}),),
    "the token in the text": (echo_token,),
    "a refused token": (refuse_all_but("token-2"),),
    "no token that will do": (refuse_all_but(),),
    "an ended token": (refuse_all_but("token-2", errcode=42001),),
    "busy once": (says({"errcode": -1}), says(OK)),
    "busy for good": (says({"errcode": -1}),),
    "too often once": (says({"errcode": 45009}), says(OK)),
    "too often for good": (says({"errcode": 45009}),),
    "too many at once": (says({"errcode": 45033}), says(OK)),
    "a dropped connection": (drop, says(OK)),
    "dropped connections": (drop,),
    "a reset connection": (reset, says(OK)),
    "a cut answer": (raw(http(b'{"errcode": 0', length=99), keep=False), says(OK)),
    "a body that is no JSON": (raw(http(b"<html>")), says(OK)),
    "an empty body": (raw(http(b"")), says(OK)),
    "damaged compression": (raw(http(b"x", headers="Content-Encoding: gzip\r\n")), says(OK)),
    "no HTTP": (raw(b"\x00\x01\r\n\r\n", keep=False), says(OK)),
    "a redirect": (raw(http(b"", 302, THERE)),),
    "a refusal by HTTP": (raw(http(b"", 403)),),
    "too many requests by HTTP": (raw(http(b"", 429, THERE)),),
    "a server error once": (raw(http(b"", 502)), says(OK)),
    "server errors": (raw(http(b"", 503)),),
    "a cut server error": (raw(http(b"x", 500, length=99), keep=False), says(OK)),
    "busy, then dropped": (says({"errcode": -1}), drop, says(OK)),
    "dropped, then an error code": (drop, says({"errcode": 60003})),
    "dropped, then busy for good": (drop, says({"errcode": -1})),
    "dropped, then a refused token": (drop, refuse_all_but("token-2")),
}

# What may differ: who says that it sends, and on which connection.
OWN_WORDS = {"user-agent", "host"}


class Told:
    """What one kind of client sent to a server of its own, and what came of it."""

    def __init__(self, server: Loopback, path: str, faults: tuple[Behaviour, ...]) -> None:
        self._server = server
        server.script("gettoken", issue_tokens)
        server.script(path, *faults)

    def by(self, client: Either, call: Callable[[Any], Any], waits: list[float]) -> Any:
        with client:
            try:
                outcome: Any = call(client)
            except WeComError as error:
                outcome = (type(error), *error.args)
        sent = [
            (
                seen.method,
                seen.target,
                seen.body,
                {name: text for name, text in seen.headers.items() if name not in OWN_WORDS},
            )
            for seen in self._server.seen
        ]
        return [sent, _without_reason(outcome), list(waits)]


def _without_reason(outcome: Any) -> Any:
    """Take out how a library calls the break of a connection."""
    if not isinstance(outcome, tuple):
        return outcome
    return tuple(
        "broken" if isinstance(one, str) and ("no answer came" in one or "broke" in one) else one
        for one in outcome
    )


@pytest.mark.parametrize("call", [read, write])
@pytest.mark.parametrize("where", [LIST, TRANSFER, "gettoken"])
@pytest.mark.parametrize("fault", FAULTS)
def test_both_clients_send_the_same_and_come_to_the_same(
    fault: str,
    where: str,
    call: Callable[[Any], Any],
    make_sync: Callable[..., Any],
    make_async: Callable[..., Any],
    waits: list[float],
) -> None:
    told = []
    for make in (make_sync, make_async):
        server, loop = Loopback(), Loop()
        waits.clear()
        client = make(base_url=server.base_url)
        either = Blocking(client, loop) if make is make_async else client
        told.append(Told(server, where, FAULTS[fault]).by(either, call, waits))
        loop.end()
        server.stop()
    assert told[0] == told[1]
    assert told[0][0]
