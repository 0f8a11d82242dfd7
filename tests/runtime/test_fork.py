"""A forked child has its own connections and locks, and keeps the token."""

from __future__ import annotations

import gc
import os
import signal
import traceback
import warnings
from collections.abc import Callable

import pytest

from wecom_client import AsyncWeComClient, Operation, WeComClient

from .drivers import set_clients
from .helpers import LIST, Loop, aread, awrite, read
from .loopback import OK, Loopback
from .transports import AsyncTransport

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork"),
    pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning"),
]


def in_child(work: Callable[[], bool]) -> bool:
    """Run a piece of work in a forked child and return what it returned."""
    pid = os.fork()
    if pid == 0:
        signal.alarm(120)  # where it waits for what its parent holds, it waits for ever
        status = 1
        try:
            status = 0 if work() else 2
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


def test_a_child_calls_on_a_connection_of_its_own_with_the_parents_token(
    server: Loopback, sync_client: WeComClient
) -> None:
    read(sync_client)
    assert in_child(lambda: read(sync_client) == OK)
    read(sync_client)
    assert [seen.connection for seen in server.seen if seen.path == LIST] == [1, 2, 1]
    assert server.count("gettoken") == 1


def test_a_child_of_an_asynchronous_client_leaves_the_parents_connections_alone(
    server: Loopback, make_async: Callable[..., AsyncWeComClient]
) -> None:
    client, loop = make_async(), Loop()
    loop.run(aread(client))

    def work() -> bool:
        # A child that ends lets go of what it has: done here before its end.
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            assert isinstance(client._transport, AsyncTransport)
            client._transport._of_parent.clear()
            gc.collect()
        # The sockets, which are the parent's as well, may be told; nothing is to be done for them.
        assert not [one for one in told if "client session" in str(one.message)]
        own = Loop()
        found = own.run(aread(client))
        own.run(client.aclose())
        own.end()
        gc.collect()
        return found == OK

    assert in_child(work)
    loop.run(aread(client))
    loop.run(awrite(client))
    loop.run(client.aclose())
    loop.end()
    assert [seen.connection for seen in server.seen if seen.path == LIST] == [1, 2, 1]
    assert server.count("gettoken") == 1


def test_a_child_waits_for_no_lock_and_no_fetch_of_its_parent(
    server: Loopback, sync_client: WeComClient
) -> None:
    sync_client._tokens._lock.acquire()  # type: ignore[attr-defined]
    sync_client._tokens._flight = object()  # type: ignore[attr-defined]
    assert in_child(lambda: read(sync_client) == OK)
    assert server.count("gettoken") == 1


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_client_that_cannot_start_anew_keeps_no_other_from_it(
    server: Loopback, sync_client: WeComClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        def _start_anew(self) -> None:
            raise ZeroDivisionError

    set_clients(monkeypatch, [Broken(), sync_client, Broken()])
    sync_client._tokens._lock.acquire()  # type: ignore[attr-defined]
    assert in_child(lambda: read(sync_client) == OK)
    assert server.count("gettoken") == 1


def test_a_client_closed_before_the_fork_stays_closed(sync_client: WeComClient) -> None:
    sync_client.close()

    def is_closed() -> bool:
        with pytest.raises(RuntimeError, match="was closed"):
            read(sync_client)
        return True

    assert in_child(is_closed)


def test_a_child_that_closes_leaves_the_parents_connection_alone(
    server: Loopback, sync_client: WeComClient
) -> None:
    read(sync_client)

    def close() -> bool:
        sync_client.close()
        return True

    assert in_child(close)
    read(sync_client)
    assert server.connections == 1


@pytest.mark.parametrize("of_view", [False, True], ids=["client", "with_options"])
def test_a_child_keeps_to_a_rate_whose_lock_a_thread_of_its_parent_held(
    server: Loopback, make_sync: Callable[..., WeComClient], of_view: bool
) -> None:
    with make_sync(access_token="t", rate=None if of_view else 10**6) as wecom:
        read(wecom)
        rules = wecom._rules_with(rate=10**6) if of_view else wecom._rules
        request = Operation(LIST, "POST", True, "").request({})
        assert rules.limit is not None
        with rules.limit._lock:  # as a thread holds it that the child does not have
            assert in_child(lambda: wecom._run(request, rules) == OK)
        assert wecom._run(request, rules) == OK
