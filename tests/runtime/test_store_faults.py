"""A store that does not work, or holds something else: calls go on, and it is used again later."""

from __future__ import annotations

import logging
import threading
from typing import Any

import pytest

from wecom_client import MemoryTokenStore

from ..exchange import Issued
from .fixtures import FakePlatform, ScriptedStore, token_of
from .stores import GuardedStore, StoredToken, deserialize, serialize

ALL = {"load", "save", "try_lock", "release"}


@pytest.fixture(autouse=True)
def every_level(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "wecom_client")


def told(caplog: pytest.LogCaptureFixture) -> list[tuple[str, str]]:
    return [(record.levelname, record.getMessage()) for record in caplog.records]


def down(ability: str) -> tuple[str, str]:
    reason = "OSError: No space left on device"
    text = f"token store ScriptedStore: {ability} does not work ({reason}): going on without it"
    return "WARNING", text


def back(ability: str) -> tuple[str, str]:
    return "INFO", f"token store ScriptedStore: {ability} works again"


DOWN, BACK = down("keeping tokens"), back("keeping tokens")


@pytest.mark.parametrize(
    ("broken", "ability"),
    [
        ({"load"}, "keeping tokens"),
        ({"save"}, "keeping tokens"),
        ({"try_lock"}, "the lock"),
        ({"release"}, "the lock"),
        (ALL, "keeping tokens"),
    ],
)
def test_a_store_that_fails_costs_no_call_and_is_told_once(
    broken: set[str], ability: str, caplog: pytest.LogCaptureFixture
) -> None:
    platform = FakePlatform()
    platform.store.broken = broken
    client = platform.client()
    assert [token_of(platform.obtain(client)) for _ in range(50)] == ["token-1"] * 50
    assert platform.fetches == 1
    assert told(caplog) == [down(ability)]


def test_a_store_that_is_down_is_not_asked_at_every_call(caplog: pytest.LogCaptureFixture) -> None:
    platform = FakePlatform()
    platform.store.broken = ALL
    client = platform.client()
    for tick in range(100):
        platform.ticks = tick / 10
        platform.obtain(client)
    assert platform.store.asked == ["load", "load"]
    assert told(caplog) == [DOWN]


def test_a_store_that_takes_a_minute_to_fail_is_left_alone_for_a_minute(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Hanging(ScriptedStore):
        def _note(self, name: str) -> None:
            platform.ticks += 60
            super()._note(name)

    platform = FakePlatform(Hanging())
    platform.store.broken = ALL
    client = platform.client()
    for _ in range(60):
        assert token_of(platform.obtain(client)) == "token-1"
        platform.ticks += 1
    assert platform.store.asked == ["load"]
    platform.obtain(client)
    assert platform.store.asked == ["load", "load"]
    [(level, message)] = told(caplog)
    assert level == "WARNING"
    assert message.endswith("(OSError: No space left on device, after 60 s): going on without it")


def test_of_calls_that_find_a_hanging_store_one_looks_again_at_a_time() -> None:
    ticks = 0.0

    def hang() -> None:
        nonlocal ticks
        ticks += 60
        raise TimeoutError

    store = GuardedStore(MemoryTokenStore(), "key", lambda: ticks).keep
    store.tried(hang)
    looks = []
    for second in range(60, 300):
        ticks = float(second)
        looks += [second] * store.is_due()
    assert looks == [120, 180, 240]


def test_a_store_that_is_back_gets_the_token_that_was_fetched_without_it(
    caplog: pytest.LogCaptureFixture,
) -> None:
    platform = FakePlatform()
    client, other = platform.client(), platform.client()
    platform.store.broken = ALL
    platform.obtain(client)
    platform.store.broken = set()
    platform.ticks = 5.0
    assert token_of(platform.obtain(client)) == "token-1"
    assert told(caplog) == [DOWN, BACK]
    assert token_of(platform.obtain(other)) == "token-1"
    assert platform.fetches == 1


def test_a_store_that_is_back_with_a_token_gives_it(caplog: pytest.LogCaptureFixture) -> None:
    platform = FakePlatform()
    client, other = platform.client(), platform.client()
    platform.store.broken = {"load"}
    platform.obtain(client)
    platform.store.broken = set()
    platform.obtain(other)
    platform.ticks = 5.0
    assert token_of(platform.obtain(client)) == "token-2"
    assert told(caplog) == [DOWN, BACK]


def test_a_token_that_was_refused_is_not_taken_from_a_store_that_comes_back() -> None:
    platform = FakePlatform()
    client = platform.client()
    first = platform.obtain(client)
    assert isinstance(first, Issued)
    platform.store.broken = ALL
    assert token_of(platform.obtain(client, first.grant)) == "token-2"
    platform.store.broken = set()
    platform.ticks = 5.0
    assert token_of(platform.obtain(client)) == "token-2"
    assert token_of(platform.obtain(platform.client())) == "token-2"


def test_a_store_that_can_be_read_but_not_written_is_told_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    platform = FakePlatform()
    platform.store.broken = {"save"}
    client = platform.client()
    for tick in range(0, 100, 5):
        platform.ticks = float(tick)
        platform.obtain(client)
    assert platform.fetches == 1
    assert told(caplog) == [DOWN]


def test_a_client_in_need_of_a_token_does_not_wait_for_a_store_that_is_down() -> None:
    platform = FakePlatform()
    platform.store.broken = ALL
    client = platform.client()
    got = platform.obtain(client)
    assert isinstance(got, Issued)
    asked = len(platform.store.asked)
    assert token_of(platform.obtain(client, got.grant)) == "token-2"
    assert len(platform.store.asked) == asked


@pytest.mark.parametrize(
    "garbage",
    [
        "",
        "no JSON",
        "[]",
        "{}",
        "5",
        '{"token": 5, "serial": "s", "expires_at": 9e9}',
        '{"token": "", "serial": "s", "expires_at": 9e9}',
        '{"token": "t", "serial": "", "expires_at": 9e9}',
        '{"token": "t", "serial": "s", "expires_at": "soon"}',
        '{"token": "t", "serial": "s", "expires_at": true}',
        '{"token": "t", "serial": "s", "expires_at": NaN}',
        '{"token": "t", "serial": "s"}',
        '{"failed": {"id": "1", "kind": "done", "errcode": 0, "errmsg": "", "detail": ""}}',
        '{"failed": {"id": "1", "kind": "lost"}}',
        '{"failed": {"id": "1", "kind": ["lost"], "errcode": 0, "errmsg": "", "detail": ""}}',
        '{"failed": "x"}',
        "[" * 100_000,
    ],
)
def test_garbage_is_told_once_and_overwritten(
    garbage: str, caplog: pytest.LogCaptureFixture
) -> None:
    platform = FakePlatform()
    platform.store.texts["key"] = garbage
    assert token_of(platform.obtain(platform.client())) == "token-1"
    assert token_of(platform.obtain(platform.client())) == "token-1"
    [(level, text)] = told(caplog)
    assert (level, "holds no token" in text) == ("WARNING", True)


@pytest.mark.parametrize("odd", [b"bytes", 5, ["list"], {"token": "t"}])
def test_a_store_that_returns_no_text_costs_no_call(odd: Any) -> None:
    platform = FakePlatform()
    platform.store.texts["key"] = odd
    assert token_of(platform.obtain(platform.client())) == "token-1"


@pytest.mark.parametrize("odd", [True, 5, "released"])
def test_a_lock_that_cannot_be_released_is_none(odd: Any) -> None:
    class Odd(ScriptedStore):
        def try_lock(self, key: str, seconds: float) -> Any:
            return odd

    platform = FakePlatform(Odd())
    assert token_of(platform.obtain(platform.client())) == "token-1"


def test_what_a_store_raises_is_told_by_its_name_alone(caplog: pytest.LogCaptureFixture) -> None:
    class Talkative(ScriptedStore):
        def load(self, key: str) -> str | None:
            raise ValueError("cannot parse redis://:pa55word@host, value t0ken")

    platform = FakePlatform(Talkative())
    platform.obtain(platform.client())
    assert "(ValueError)" in caplog.text
    assert "pa55word" not in caplog.text
    assert "t0ken" not in caplog.text


def test_an_interruption_passes_through_a_store() -> None:
    class Interrupted(ScriptedStore):
        def load(self, key: str) -> str | None:
            raise KeyboardInterrupt

    platform = FakePlatform(Interrupted())
    with pytest.raises(KeyboardInterrupt):
        platform.obtain(platform.client())


def test_a_record_is_read_as_it_was_written() -> None:
    platform = FakePlatform()
    got = platform.obtain(platform.client())
    assert isinstance(got, Issued)
    assert deserialize(serialize(StoredToken(got.grant))) == StoredToken(got.grant)


class Limiting(ScriptedStore):
    slots: Any = (0.0, 0.5)

    def reserve(self, key: str, interval: float) -> Any:
        self._note("reserve")
        return self.slots[0]


@pytest.mark.parametrize("odd", [None, "soon", float("nan"), float("inf"), 1e300, 10**400])
def test_a_store_that_reserves_nothing_is_none(odd: Any) -> None:
    store = Limiting()
    store.slots = (odd,)
    assert FakePlatform(store).client().reserve(0.5) is None


def test_of_threads_that_fail_together_one_says_so(caplog: pytest.LogCaptureFixture) -> None:
    barrier = threading.Barrier(8)

    def fail() -> None:
        barrier.wait(60)
        raise OSError("gone")

    guarded = GuardedStore(MemoryTokenStore(), "key", lambda: 0.0).keep
    threads = [threading.Thread(target=guarded.tried, args=(fail,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len([one for one in caplog.messages if "does not work" in one]) == 1
