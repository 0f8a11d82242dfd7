"""What a signal handler raises in the middle of a send is no outcome of it, and goes up.

Task queues end a task that way (a soft time limit), and so do decorators for timeouts.
"""

from __future__ import annotations

import enum
import os
import signal
import threading
import traceback
from collections.abc import Iterator
from typing import Any

import pytest
import requests
import urllib3

from wecom_client import MemoryTokenStore, WeComClient

from .helpers import LIST, SECRET, TRANSFER, read, write
from .loopback import OK, Loopback, http, says
from .transports import raised_by_handler, stray_of

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
    sync_client: WeComClient,
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
    server: Loopback, sync_client: WeComClient, limit: Any, way: str
) -> None:
    limit(TimeoutError, way)
    server.script(LIST, strike_before_the_answer, says(OK))
    with pytest.raises(TimeoutError, match="the time is over"):
        read(sync_client)
    assert server.count(LIST) == 1


def test_what_is_raised_during_the_fetch_of_a_token_goes_up_too(
    server: Loopback, sync_client: WeComClient, limit: Any
) -> None:
    limit(SoftLimit)
    server.script("gettoken", strike_before_the_answer)
    with pytest.raises(SoftLimit):
        read(sync_client)
    assert server.counts() == {"gettoken": 1}


def reserve_and_read(client: WeComClient) -> None:
    client._reserve(1.0)
    read(client)


class Colour(enum.Enum):
    RED = 1


def test_the_class_of_the_usual_handlers_is_no_handler() -> None:
    with pytest.raises(ValueError, match="2 is not a valid Colour") as caught:
        Colour(2)
    assert raised_by_handler(caught.value) is None
    assert stray_of(caught.value) is None


class Struck(MemoryTokenStore):
    """A store in one of whose methods a signal comes, once."""

    def __init__(self, method: str) -> None:
        super().__init__()
        self._method: str | None = method

    def _strike_in(self, method: str) -> None:
        if self._method == method:
            self._method = None
            os.kill(os.getpid(), signal.SIGUSR1)

    def load(self, key: str) -> str | None:
        self._strike_in("load")
        return super().load(key)

    def save(self, key: str, text: str, seconds: float) -> None:
        self._strike_in("save")
        super().save(key, text, seconds)

    def try_lock(self, key: str, seconds: float) -> Any:
        self._strike_in("try_lock")
        return super().try_lock(key, seconds)

    def reserve(self, key: str, interval: float) -> float:
        self._strike_in("reserve")
        return 0.0


@pytest.mark.parametrize("method", ["load", "save", "try_lock", "reserve"])
@pytest.mark.parametrize("kind", RAISED)
def test_what_is_raised_while_a_store_is_asked_goes_up_and_the_store_works(
    server: Loopback,
    make_sync: Any,
    limit: Any,
    kind: Any,
    method: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    limit(kind)
    with make_sync(token_store=Struck(method)) as client:
        with pytest.raises(kind, match="the time is over") as caught:
            reserve_and_read(client)
        assert (caught.value.__cause__, caught.value.__context__) == (None, None)
        assert client._reserve(1.0) == 0.0
        assert read(client) == OK
        assert not client._shared._store._store._locks
    assert caplog.messages == []


def test_an_error_of_the_store_is_its_own_where_a_handlers_is_being_handled(
    server: Loopback, make_sync: Any, limit: Any
) -> None:
    class Broken(Struck):
        def load(self, key: str) -> str | None:
            raise ConnectionError("gone")

    limit(SoftLimit)
    with make_sync(token_store=Broken("never")) as client:
        try:
            os.kill(os.getpid(), signal.SIGUSR1)
        except SoftLimit:
            assert read(client) == OK


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
    found = stray_of(wrapped(stray))
    assert found is not None
    assert found.take() is stray
    assert not any((stray.__context__, stray.__cause__, stray.__traceback__))
