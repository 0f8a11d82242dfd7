"""What every token store does: keep a text, and give its lock to one at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wecom_client import FileTokenStore, MemoryTokenStore, RedisTokenStore, TokenStore

from ..redis_server import running_redis
from .helpers import together

Make = Callable[[], TokenStore]
KEY = "k" * 64


@pytest.fixture(params=["memory", "file", "redis"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """Make stores that share what they hold (in memory there is but one)."""
    if request.param == "memory":
        memory = MemoryTokenStore()
        yield lambda: memory
    elif request.param == "file":
        yield lambda: FileTokenStore(tmp_path / "tokens.json")
    else:
        with running_redis() as server:
            yield lambda: RedisTokenStore.from_url(server.url)


def test_a_text_is_kept_under_its_key(make: Make) -> None:
    store, other = make(), make()
    assert store.load(KEY) is None
    store.save(KEY, '{"token": "群"}', 7200)
    store.save("another", "second", 7200)
    assert (other.load(KEY), other.load("another")) == ('{"token": "群"}', "second")
    other.save(KEY, "new", 0.5)
    assert store.load(KEY) == "new"


def test_one_at_a_time_has_the_lock(make: Make) -> None:
    store, other = make(), make()
    release = store.try_lock(KEY, 15)
    assert release is not None
    assert store.try_lock(KEY, 15) is None
    assert other.try_lock(KEY, 15) is None
    release()
    again = other.try_lock(KEY, 15)
    assert again is not None
    again()


def test_locks_of_several_keys_have_nothing_to_do_with_each_other(make: Make) -> None:
    store = make()
    one, two = store.try_lock("one", 15), store.try_lock("two", 15)
    assert one is not None
    assert two is not None
    one()
    assert store.try_lock("two", 15) is None
    two()


def test_releasing_twice_does_not_release_what_somebody_else_has(make: Make) -> None:
    store, other = make(), make()
    release = store.try_lock(KEY, 15)
    assert release is not None
    release()
    held = other.try_lock(KEY, 15)
    assert held is not None
    release()
    assert store.try_lock(KEY, 15) is None
    held()


def test_of_forty_threads_one_gets_the_lock(make: Make) -> None:
    store = make()
    releases = [one for one in together(40, lambda: store.try_lock(KEY, 15)) if one is not None]
    assert len(releases) == 1
    releases[0]()


def test_a_text_may_be_saved_while_somebody_has_the_lock(make: Make) -> None:
    store, other = make(), make()
    release = store.try_lock(KEY, 15)
    assert release is not None
    other.save(KEY, "text", 60)
    assert store.load(KEY) == "text"
    release()


def test_many_threads_save_each_under_its_own_key(make: Make) -> None:
    store = make()
    names = iter(range(20))
    together(20, lambda: store.save(f"key-{next(names)}", "text", 60))
    assert [store.load(f"key-{number}") for number in range(20)] == ["text"] * 20


def test_a_lock_whose_holder_died_is_lost_after_its_time() -> None:
    store = MemoryTokenStore()
    assert store.try_lock(KEY, 0.0) is not None
    assert store.try_lock(KEY, 15.0) is not None
    assert store.try_lock(KEY, 15.0) is None
