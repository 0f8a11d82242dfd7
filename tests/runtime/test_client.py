"""The synchronous client: its threads, its namespaces and its end."""

from __future__ import annotations

import copy
import gc
import pickle
import weakref
from collections.abc import Callable
from typing import Any

import pytest

from wecom_client import AsyncWeComClient, MemoryTokenStore, WeComClient

from ..declarations import AsyncNamespace, Namespace
from .helpers import LIST, SECRET, Connect, Either, read, together
from .loopback import OK, Loopback, refuse_all_but, says


def test_forty_cold_threads_fetch_one_token(server: Loopback, sync_client: WeComClient) -> None:
    assert together(40, lambda: read(sync_client)) == [OK] * 40
    assert server.counts() == {"gettoken": 1, LIST: 40}


def test_forty_threads_that_are_refused_together_renew_once(
    server: Loopback, sync_client: WeComClient
) -> None:
    read(sync_client)
    server.script(LIST, refuse_all_but("token-2"))
    assert together(40, lambda: read(sync_client)) == [OK] * 40
    assert server.count("gettoken") == 2


def test_forty_threads_share_one_failed_fetch_or_the_next(
    server: Loopback, sync_client: WeComClient
) -> None:
    server.script("gettoken", says({"errcode": 45031, "errmsg": "unsafe"}))

    def fail() -> str:
        with pytest.raises(Exception, match="45031") as caught:
            read(sync_client)
        return type(caught.value).__name__

    assert set(together(40, fail)) == {"AuthenticationError"}
    assert server.count(LIST) == 0


def test_a_token_that_ended_unnoticed_in_a_shared_store_costs_a_fetch_and_no_error(
    server: Loopback, make_sync: Callable[..., WeComClient]
) -> None:
    store = MemoryTokenStore()
    with make_sync(token_store=store) as idle, make_sync(token_store=store) as busy:
        read(idle)
        server.script(LIST, refuse_all_but("token-2"))
        assert [read(busy), read(busy)] == [OK, OK]
        server.script(LIST, refuse_all_but("token-3"))
        assert read(idle) == OK
        assert read(busy) == OK
    assert server.count("gettoken") == 3


def test_the_name_of_a_token_holds_no_secret_and_differs_for_each_application(
    server: Loopback, connect: Connect
) -> None:
    class Noting(MemoryTokenStore):
        def load(self, key: str) -> str | None:
            names.add(key)
            return super().load(key)

    def names_of(corp_id: str, secret: str, base_url: str = server.base_url) -> frozenset[str]:
        names.clear()
        read(connect(corp_id, secret, base_url=base_url, token_store=Noting()))
        return frozenset(names)

    names: set[str] = set()
    elsewhere = server.base_url.replace("127.0.0.1", "localhost")
    found = [
        names_of("corp", "secret"),
        names_of("corp", "secret", elsewhere),
        names_of("corps", "ecret"),
        names_of("corp", "other"),
    ]
    assert len(set(found)) == len(found)
    assert names_of("corp", "secret") == found[0]
    assert all(len(name) == 64 and "secret" not in name for one in found for name in one)


def test_a_closed_client_says_so_as_often_as_it_is_closed(server: Loopback, client: Either) -> None:
    with client as same:
        assert same is client
        read(client)
    client.close()
    with pytest.raises(RuntimeError, match="was closed"):
        read(client)
    assert "closed" in repr(client)
    assert server.count(LIST) == 1


def test_a_client_shows_no_secret(connect: Connect) -> None:
    assert SECRET not in repr(connect())
    assert "mine" not in repr(connect(access_token="mine"))
    assert "corp_id='corp'" in repr(connect())


@pytest.mark.parametrize("travel", [pickle.dumps, copy.copy, copy.deepcopy])
@pytest.mark.parametrize("client", [WeComClient, AsyncWeComClient])
def test_a_client_does_not_travel(travel: Callable[[Any], Any], client: Any) -> None:
    with pytest.raises(TypeError, match="make one in each process"):
        travel(client("corp", SECRET))


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_namespaces_are_made_once_for_each_client(
    kind: str, request: pytest.FixtureRequest
) -> None:
    make = request.getfixturevalue(f"make_{kind}")
    base: Any = Namespace if kind == "sync" else AsyncNamespace

    class Group(base):  # type: ignore[misc]
        pass

    class Parent(base):  # type: ignore[misc]
        @property
        def group(self) -> Any:
            return self._namespace(Group)

    one, two = make(), make()
    parent = one._namespace(Parent)
    assert parent is one._namespace(Parent)
    assert parent.group is parent.group
    assert parent is not two._namespace(Parent)
    assert parent.group._client is one
    assert "Group of <Client" in repr(parent.group)


def test_a_client_that_was_let_go_is_collected(server: Loopback) -> None:
    client = WeComClient("corp", SECRET, base_url=server.base_url)
    client._namespace(Namespace)
    read(client)
    gone = weakref.ref(client)
    del client
    gc.collect()
    assert gone() is None
