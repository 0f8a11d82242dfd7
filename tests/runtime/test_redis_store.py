"""The token store in Redis: a real one where there is one."""

from __future__ import annotations

import itertools
import sys
import traceback
from typing import Any

import pytest
import redis
import redis.asyncio

from wecom_client import RedisTokenStore

from ..redis_server import RedisServer
from .fixtures import FakePlatform, token_of
from .helpers import together
from .loopback import unused_port
from .test_fork import in_child

KEY = "k" * 64


@pytest.fixture
def store(redis_server: RedisServer) -> RedisTokenStore:
    return RedisTokenStore.from_url(redis_server.url)


def test_every_key_is_named_after_us_and_ends(
    store: RedisTokenStore, redis_server: RedisServer
) -> None:
    store.save(KEY, "text", 7200)
    assert store.try_lock(KEY, 15) is not None
    store.reserve(KEY, 0.5)
    with redis.Redis.from_url(redis_server.url) as client:
        lives: Any = {key: client.pttl(key) for key in client.scan_iter()}
    assert all(key.startswith(b"wecom_client:") for key in lives)
    assert {f"wecom_client:{name}{KEY}".encode() for name in ("", "lock:", "rate:")} <= set(lives)
    assert all(0 < life <= 7200_000 for life in lives.values())


def test_a_lock_ends_by_itself(store: RedisTokenStore, redis_server: RedisServer) -> None:
    release = store.try_lock(KEY, 0.001)
    assert release is not None
    with redis.Redis.from_url(redis_server.url) as client:
        while client.exists(f"wecom_client:lock:{KEY}"):
            pass
    again = store.try_lock(KEY, 15)
    assert again is not None
    release()
    assert store.try_lock(KEY, 15) is None


@pytest.mark.parametrize("decode", [True, False])
def test_a_client_of_ones_own_serves(decode: bool, redis_server: RedisServer) -> None:
    with redis.Redis.from_url(redis_server.url, decode_responses=decode) as client:
        store = RedisTokenStore(client)
        store.save(KEY, "群", 60)
        assert store.load(KEY) == "群"
        release = store.try_lock(KEY, 15)
        assert release is not None
        release()
        assert store.reserve(KEY, 1.0) == 0.0


def test_slots_are_handed_out_one_after_another(store: RedisTokenStore) -> None:
    waits = sorted(together(20, lambda: store.reserve(KEY, 60.0)))
    assert waits[0] == 0.0
    gaps = [later - sooner for sooner, later in itertools.pairwise(waits)]
    assert all(55 < gap <= 60.001 for gap in gaps)


def test_a_slot_that_nobody_wanted_is_gone(store: RedisTokenStore) -> None:
    assert [store.reserve(KEY, 0.000001) for _ in range(50)] == [0.0] * 50


@pytest.mark.parametrize("odd", [None, "redis://localhost", redis.asyncio.Redis(), object()])
def test_something_else_than_a_client_is_refused(odd: Any) -> None:
    with pytest.raises(TypeError, match="from_url"):
        RedisTokenStore(odd)


@pytest.mark.parametrize(
    "url",
    ["http://:pa55word@host", "pa55word", "", "redis://:pa/55word@host:6379", None]
    + ["redis://:pa55word@host:port/0", "redis://:pa55word@host/0?socket_timeout=pa55word"],
)
def test_an_address_that_cannot_be_used_is_refused_and_not_repeated(url: Any) -> None:
    with pytest.raises(ValueError, match="pass redis://") as caught:
        RedisTokenStore.from_url(url)
    told = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    ours = [frame for frame in told.stack if "/_runtime/" in frame.filename]
    text = f"{caught.value!r} {[(frame.line, frame.locals) for frame in ours]}"
    assert ours
    assert "55word" not in text
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)


def test_a_store_shows_where_it_is_and_no_password() -> None:
    store = RedisTokenStore.from_url("redis://us3r:pa55word@127.0.0.1:6380/2")
    assert repr(store) == "<RedisTokenStore 127.0.0.1:6380/2>"
    assert "pa55word" not in f"{vars(store)!r}"
    store = RedisTokenStore.from_url("unix:///run/redis.sock?db=1")
    assert repr(store) == "<RedisTokenStore /run/redis.sock/1>"


def test_a_redis_that_is_not_there_may_take_a_second() -> None:
    store = RedisTokenStore.from_url(f"redis://127.0.0.1:{unused_port()}")
    settings = store._client.connection_pool.connection_kwargs
    assert (settings["socket_connect_timeout"], settings["socket_timeout"]) == (1.0, 1.0)
    with pytest.raises(redis.ConnectionError):
        store.load(KEY)
    slow = RedisTokenStore.from_url("redis://127.0.0.1", socket_timeout=9.0)
    assert slow._client.connection_pool.connection_kwargs["socket_timeout"] == 9.0


def test_redis_is_spoken_to_in_the_protocol_that_all_its_versions_know() -> None:
    for options, protocol in (({}, 2), ({"protocol": 3}, 3)):
        store = RedisTokenStore.from_url("redis://127.0.0.1", **options)
        assert store._client.connection_pool.connection_kwargs["protocol"] == protocol


def test_without_redis_py_the_store_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "redis", None)
    with pytest.raises(ImportError, match=r'pip install "wecom-client\[redis\]"'):
        RedisTokenStore.from_url("redis://localhost")


def test_a_connection_that_redis_closed_is_made_anew(
    store: RedisTokenStore, redis_server: RedisServer
) -> None:
    store.save(KEY, "text", 60)
    redis_server.stop()
    redis_server.start()
    assert store.load(KEY) is None


def test_redis_may_stop_and_start_while_tokens_are_needed(redis_server: RedisServer) -> None:
    platform = FakePlatform(RedisTokenStore.from_url(redis_server.url))
    client, other = platform.client(), platform.client()
    platform.obtain(client)
    redis_server.stop()
    platform.now += 7200
    assert token_of(platform.obtain(client)) == "token-2"
    redis_server.start()
    platform.ticks += 5
    assert token_of(platform.obtain(client)) == "token-2"
    assert token_of(platform.obtain(other)) == "token-2"


def test_a_forked_child_has_a_connection_of_its_own(store: RedisTokenStore) -> None:
    store.save(KEY, "text", 60)
    held = store.try_lock(KEY, 15)
    assert held is not None
    assert in_child(lambda: store.load(KEY) == "text" and store.try_lock(KEY, 15) is None)
    assert store.load(KEY) == "text"
    held()
