"""What a signal handler raises in the middle of a send is no outcome of it, and goes up.

Task queues end a task that way (a soft time limit), and so do decorators for timeouts.
"""

from __future__ import annotations

import os
import signal
import threading
import traceback
from collections.abc import Iterator
from typing import Any

import pytest
import requests
import urllib3

from wecom_client._runtime.outcomes import stray_of
from wecom_client._runtime.sync_client import SyncClient

from .helpers import LIST, SECRET, TRANSFER, read, write
from .loopback import OK, Loopback, http, says

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "SIGUSR1"), reason="this system has no signals to send"
)


class SoftLimit(Exception):
    pass


class LimitAsAssertion(AssertionError):
    pass


RAISED = [SoftLimit, LimitAsAssertion, TimeoutError, OSError, ConnectionError, ValueError]


class Handler:
    """A handler of a signal that is an object, as that of a library may be."""

    def __init__(self, kind: type[Exception]) -> None:
        self.kind = kind

    def __call__(self, number: int, frame: Any) -> None:
        raise self.kind("the time is over")


@pytest.fixture
def limit(request: pytest.FixtureRequest) -> Iterator[Any]:
    """Set a handler that raises, and put back the one before."""
    assert threading.current_thread() is threading.main_thread()
    before = signal.getsignal(signal.SIGUSR1)

    def set_limit(kind: type[Exception], way: str = "function") -> None:
        def function(number: int, frame: Any) -> None:
            raise kind("the time is over")

        handler = Handler(kind)
        ways: dict[str, Any] = {"function": function, "object": handler, "method": handler.__call__}
        signal.signal(signal.SIGUSR1, ways[way])

    yield set_limit
    signal.signal(signal.SIGUSR1, before)


def strike_before_the_answer(exchange: Any) -> bool:
    os.kill(os.getpid(), signal.SIGUSR1)
    exchange.server.stopping.wait(60)
    return False


def strike_in_the_answer(exchange: Any) -> bool:
    exchange.sock.sendall(http(b"{", length=9))
    return strike_before_the_answer(exchange)


@pytest.mark.parametrize("strike", [strike_before_the_answer, strike_in_the_answer])
@pytest.mark.parametrize("kind", RAISED)
@pytest.mark.parametrize(("call", "path"), [(read, LIST), (write, TRANSFER)], ids=["read", "write"])
def test_what_a_signal_handler_raises_goes_up_and_nothing_is_sent_again(
    server: Loopback,
    sync_client: SyncClient,
    limit: Any,
    strike: Any,
    kind: Any,
    call: Any,
    path: str,
) -> None:
    limit(kind)
    server.script(path, strike, says(OK))
    with pytest.raises(kind, match="the time is over") as caught:
        call(sync_client)
    assert server.count(path) == 1
    told = "".join(traceback.format_exception(caught.value))
    assert "access_token" not in told
    assert SECRET not in told
    assert call(sync_client) == OK


@pytest.mark.parametrize("way", ["function", "object", "method"])
def test_a_handler_of_any_kind_is_known(
    server: Loopback, sync_client: SyncClient, limit: Any, way: str
) -> None:
    limit(TimeoutError, way)
    server.script(LIST, strike_before_the_answer, says(OK))
    with pytest.raises(TimeoutError, match="the time is over"):
        read(sync_client)
    assert server.count(LIST) == 1


def test_what_is_raised_during_the_fetch_of_a_token_goes_up_too(
    server: Loopback, sync_client: SyncClient, limit: Any
) -> None:
    limit(SoftLimit)
    server.script("gettoken", strike_before_the_answer)
    with pytest.raises(SoftLimit):
        read(sync_client)
    assert server.counts() == {"gettoken": 1}


def wrapped(inner: Exception) -> Exception:
    pool: Any = None
    return requests.ConnectionError(
        urllib3.exceptions.MaxRetryError(pool, "/?access_token=t", inner)
    )


@pytest.mark.parametrize(
    "inner",
    [
        ConnectionResetError("reset"),
        TimeoutError("timed out"),
        urllib3.exceptions.ProtocolError("broken"),
        ValueError("a header"),
        UnicodeError("a host"),
    ],
    ids=repr,
)
def test_what_http_raises_is_no_stray(inner: Exception) -> None:
    assert stray_of(wrapped(inner)) is None


def test_a_stray_keeps_nothing_of_the_libraries() -> None:
    stray = SoftLimit("over")
    stray.__context__ = wrapped(TimeoutError())
    assert stray_of(wrapped(stray)) is stray
    assert not any((stray.__context__, stray.__cause__, stray.__traceback__))
