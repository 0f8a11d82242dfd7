"""A command that redis-py sends again counts once, however late its repetitions arrive.

redis-py repeats a command after a timeout (8: ten times unless told otherwise) and cannot know
whether Redis has carried it out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest
import redis
from redis.backoff import NoBackoff
from redis.crc import key_slot
from redis.retry import Retry

from wecom_client import RedisTokenStore

from ..redis_proxy import RedisProxy, proxied
from ..redis_server import RedisServer
from .helpers import together
from .test_fork import in_child

KEY = "k" * 64
LONG = 600.0
"""Seconds between slots, far more than a test takes."""


@pytest.fixture
def proxy(redis_server: RedisServer) -> Iterator[RedisProxy]:
    with proxied(redis_server) as running:
        yield running


@pytest.fixture
def direct(redis_server: RedisServer) -> RedisTokenStore:
    """Another process's store, whose commands nothing holds up."""
    return RedisTokenStore.from_url(redis_server.url, socket_timeout=30)


def own_client(proxy: RedisProxy, **options: Any) -> RedisTokenStore:
    client = redis.Redis(port=proxy.port, socket_timeout=0.3, **options)
    return RedisTokenStore(client)


def stubborn(proxy: RedisProxy) -> RedisTokenStore:
    # redis-py 5 looks at `retry_on_error` alone.
    again: Any = {"retry": Retry(NoBackoff(), 50), "retry_on_error": [redis.TimeoutError]}
    return own_client(proxy, **again)


def from_url(proxy: RedisProxy) -> RedisTokenStore:
    return RedisTokenStore.from_url(f"redis://127.0.0.1:{proxy.port}", socket_timeout=0.3)


def have_patience(store: RedisTokenStore) -> None:
    """Let the store wait for answers that are on their way, on a machine however busy."""
    pool = store._client.connection_pool
    pool.disconnect()
    pool.connection_kwargs["socket_timeout"] = 30


Make = Callable[[RedisProxy], RedisTokenStore]
of_every_client = pytest.mark.parametrize("make", [own_client, stubborn, from_url])


@of_every_client
def test_a_reservation_whose_answers_are_late_takes_one_slot(
    make: Make, proxy: RedisProxy, direct: RedisTokenStore
) -> None:
    store = make(proxy)
    proxy.hold("answer", b"EVAL", 3)
    with suppress(redis.TimeoutError):
        assert store.reserve(KEY, LONG) == 0.0
    assert proxy.count(b"EVAL") >= 1
    proxy.let_go()
    assert LONG - 60 < direct.reserve(KEY, LONG) <= LONG


def test_a_reservation_on_a_connection_that_broke_takes_one_slot(
    proxy: RedisProxy, direct: RedisTokenStore
) -> None:
    store = from_url(proxy)
    proxy.hold("break", b"EVAL", 1)
    # redis-py 5 does not repeat it.
    with suppress(redis.TimeoutError, redis.ConnectionError):
        assert store.reserve(KEY, LONG) == 0.0
    proxy.let_go()
    assert LONG - 60 < direct.reserve(KEY, LONG) <= LONG


def test_a_repeated_reservation_returns_the_slot_of_the_first(
    proxy: RedisProxy, direct: RedisTokenStore
) -> None:
    direct.reserve(KEY, LONG)
    proxy.hold("answer", b"EVAL", 3)
    assert LONG - 60 < stubborn(proxy).reserve(KEY, LONG) <= LONG
    assert proxy.count(b"EVAL") >= 4
    assert 2 * LONG - 60 < direct.reserve(KEY, LONG) <= 2 * LONG


def test_a_reservation_that_arrives_after_its_repetition_takes_no_slot(
    proxy: RedisProxy, direct: RedisTokenStore
) -> None:
    store = stubborn(proxy)
    proxy.hold("command", b"EVAL", 2)
    assert store.reserve(KEY, LONG) == 0.0
    assert LONG - 60 < store.reserve(KEY, LONG) <= LONG
    proxy.let_go()
    assert 2 * LONG - 60 < direct.reserve(KEY, LONG) <= 2 * LONG


def test_a_reservation_that_nobody_waits_for_any_more_does_not_meet_the_next(
    proxy: RedisProxy, direct: RedisTokenStore
) -> None:
    store = from_url(proxy)
    proxy.hold("command", b"EVAL", 1)
    with pytest.raises(redis.TimeoutError):
        store.reserve(KEY, LONG)
    stubborn(proxy).reserve(KEY, LONG)
    proxy.let_go()
    have_patience(store)
    waits = [store.reserve(KEY, LONG), direct.reserve(KEY, LONG)]
    assert [round(wait / LONG) for wait in waits] == [2, 3]


def test_threads_reserve_a_slot_each_while_answers_are_late(
    proxy: RedisProxy, direct: RedisTokenStore
) -> None:
    store = stubborn(proxy)
    proxy.hold("answer", b"EVAL", 6)
    waits = [wait for _ in range(3) for wait in together(4, lambda: store.reserve(KEY, LONG))]
    assert sorted(round(wait / LONG) for wait in waits) == list(range(12))
    assert round(direct.reserve(KEY, LONG) / LONG) == 12


def test_a_forked_child_reserves_slots_of_its_own(
    redis_server: RedisServer, direct: RedisTokenStore
) -> None:
    direct.reserve(KEY, LONG)
    assert in_child(lambda: round(direct.reserve(KEY, LONG) / LONG) == 1)
    assert round(direct.reserve(KEY, LONG) / LONG) == 2


@of_every_client
def test_a_lock_whose_answers_are_late_is_taken_and_released_once(
    make: Make, proxy: RedisProxy, direct: RedisTokenStore
) -> None:
    store, release = make(proxy), None
    proxy.hold("answer", b"EVAL", 2)
    with suppress(redis.TimeoutError):
        release = store.try_lock(KEY, LONG)
        assert release is not None
    assert direct.try_lock(KEY, LONG) is None
    proxy.let_go()
    assert direct.try_lock(KEY, LONG) is None
    if release is not None:
        have_patience(store)
        release()
        assert direct.try_lock(KEY, LONG) is not None


def test_a_lock_that_was_released_is_not_taken_by_a_late_repetition(
    proxy: RedisProxy, direct: RedisTokenStore
) -> None:
    proxy.hold("command", b"EVAL", 2)
    release = stubborn(proxy).try_lock(KEY, LONG)
    assert release is not None
    release()
    proxy.let_go()
    assert direct.try_lock(KEY, LONG) is not None


def test_a_lock_that_was_refused_is_not_taken_by_a_late_repetition(
    proxy: RedisProxy, direct: RedisTokenStore
) -> None:
    release = direct.try_lock(KEY, LONG)
    assert release is not None
    proxy.hold("command", b"EVAL", 2)
    assert stubborn(proxy).try_lock(KEY, LONG) is None
    release()
    proxy.let_go()
    assert direct.try_lock(KEY, LONG) is not None


def test_a_late_repetition_of_a_release_does_not_release_what_somebody_else_has(
    proxy: RedisProxy, direct: RedisTokenStore
) -> None:
    release = stubborn(proxy).try_lock(KEY, LONG)
    assert release is not None
    proxy.hold("command", b"EVAL", 2)
    release()
    assert direct.try_lock(KEY, LONG) is not None
    proxy.let_go()
    assert direct.try_lock(KEY, LONG) is None


@of_every_client
def test_a_token_whose_answers_are_late_is_saved(
    make: Make, proxy: RedisProxy, direct: RedisTokenStore
) -> None:
    store = make(proxy)
    proxy.hold("answer", b"SET\r\n", 2)
    with suppress(redis.TimeoutError):
        store.save(KEY, "text", LONG)
    proxy.let_go()
    assert direct.load(KEY) == "text"


def test_what_is_remembered_of_commands_ends_and_does_not_grow_with_them(
    redis_server: RedisServer, direct: RedisTokenStore
) -> None:
    def keys() -> list[Any]:
        with redis.Redis.from_url(redis_server.url) as client:
            assert all(0 < client.pttl(key) <= 3600_000 for key in client.scan_iter())
            return sorted(client.scan_iter())

    direct.reserve(KEY, 0.001)
    before = keys()
    for _ in range(100):
        direct.reserve(KEY, 0.001)
    assert keys() == before


def test_the_keys_of_a_script_lie_on_one_node_of_a_cluster(redis_server: RedisServer) -> None:
    scripts: list[list[str]] = []

    class Watched(redis.Redis):
        def eval(self, script: str, numkeys: int, *keys_and_args: Any) -> Any:
            scripts.append(list(keys_and_args[:numkeys]))
            return super().eval(script, numkeys, *keys_and_args)

    with Watched.from_url(redis_server.url) as client:
        store = RedisTokenStore(client)
        store.reserve(KEY, 1.0)
        release = store.try_lock(KEY, 15)
        assert release is not None
        release()
        used = {key.decode() for key in client.scan_iter()}
    assert len(scripts) == 3
    assert used <= {key for keys in scripts for key in keys}
    assert all(len({key_slot(key.encode()) for key in keys}) == 1 for keys in scripts)
