"""Keep, lock, reserve: each ability of a store fails and recovers by itself, and is told once."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable
from typing import Any

import pytest

from wecom_client import APIError, MemoryTokenStore, WeComClient

from ..exchange import Verdict
from .fixtures import FakePlatform, ScriptedStore, token_of
from .helpers import Connect, read, together
from .loopback import OK, Loopback, says
from .stores import LOOK_AGAIN_SECONDS, CircuitBreaker

KEEP, LOCK, RATE = "keeping tokens", "the lock", "the shared rate"
METHODS = {"load": KEEP, "save": KEEP, "try_lock": LOCK, "release": LOCK, "reserve": RATE}


class Store:
    """A store in memory with every ability; `broken`: what fails now."""

    def __init__(self) -> None:
        self.broken: set[str] = set()
        self.locked = False
        self.slots = 0
        self._texts: dict[str, str] = {}

    def _may_fail(self, name: str) -> None:
        if name in self.broken:
            raise OSError(5, "Input/output error")

    def load(self, key: str) -> str | None:
        self._may_fail("load")
        return self._texts.get(key)

    def save(self, key: str, text: str, seconds: float) -> None:
        self._may_fail("save")
        self._texts[key] = text

    def try_lock(self, key: str, seconds: float) -> Callable[[], None] | None:
        self._may_fail("try_lock")
        if self.locked:
            return None
        self.locked = True
        return self._release

    def _release(self) -> None:
        # As one that ends by itself: otherwise each waits for its end.
        self.locked = False
        self._may_fail("release")

    def reserve(self, key: str, interval: float) -> float:
        self._may_fail("reserve")
        self.slots += 1
        return 0.0


class Scenario:
    """Four clients of one store, and the time."""

    def __init__(self, connect: Connect, server: Loopback, store: Any) -> None:
        self.server = server
        self.now = 1_700_000_000.0
        self.ticks = 0.0
        options: Any = {"token_store": store, "clock": lambda: self.now}
        self.clients = [connect(**options) for _ in range(4)]
        for client in self.clients:
            inner: Any = getattr(client, "client", client)
            # What was made of the tools in the constructor.
            shared = inner._shared
            for ability in (shared._store.keep, shared._store.lock, shared._store.rate):
                ability._monotonic = lambda: self.ticks

    def call_all(self) -> int:
        """Have each client reserve a slot and call once; return how many tokens were fetched."""
        before = self.server.count("gettoken")
        for client in self.clients:
            inner: Any = getattr(client, "client", client)
            inner._reserve(1.0)
            assert read(client) == OK
        return self.server.count("gettoken") - before

    def end_token(self) -> None:
        """Let the token end, and time pass until stores are looked at again."""
        self.now += 7300
        self.ticks += LOOK_AGAIN_SECONDS


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return what was said of the abilities, by all clients."""
    said = [one for one in caplog.messages if one.startswith("token store ")]
    return sorted(one.partition(": ")[2].partition(" (")[0] for one in said)


@pytest.fixture(autouse=True)
def level(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "wecom_client")


DOWN, UP = "does not work", "works again"
# Whether it fails at each of three times that a token is needed, and what is said of it.
WHENS: dict[str, tuple[list[bool], list[str]]] = {
    "never": ([False, False, False], []),
    "at first": ([True, False, False], [DOWN, UP]),
    "always": ([True, True, True], [DOWN]),
    "later": ([False, True, True], [DOWN]),
    "in between": ([False, True, False], [DOWN, UP]),
    "again": ([True, False, True], [DOWN, UP, DOWN]),
}


@pytest.mark.parametrize("when", WHENS)
@pytest.mark.parametrize("what", METHODS)
def test_an_ability_that_fails_takes_no_other_with_it_and_comes_back(
    what: str, when: str, connect: Connect, server: Loopback, caplog: pytest.LogCaptureFixture
) -> None:
    store, ability = Store(), METHODS[what]
    scenario = Scenario(connect, server, store)
    fails, said = WHENS[when]
    for is_broken in fails:
        store.broken = {what} if is_broken else set()
        slots = store.slots
        # The first of the four fetches a token, the others take it: where the store keeps it.
        assert scenario.call_all() == (4 if is_broken and ability == KEEP else 1)
        assert store.slots - slots == (0 if is_broken and ability == RATE else 4)
        assert not store.locked
        scenario.end_token()
    # Each of the four says it, or the only one that needs the lock.
    assert told(caplog) == sorted(
        f"{ability} {one}" for one in said * (1 if ability == LOCK else 4)
    )


SUBSETS = [set(one) for size in range(6) for one in itertools.combinations(METHODS, size)]


@pytest.mark.parametrize("broken", SUBSETS, ids=lambda one: "+".join(sorted(one)) or "none")
def test_whatever_fails_together_the_rest_is_of_use(
    broken: set[str], connect: Connect, server: Loopback, caplog: pytest.LogCaptureFixture
) -> None:
    store = Store()
    store.broken = broken
    scenario = Scenario(connect, server, store)
    does_not_keep = bool(broken & {"load", "save"})
    assert scenario.call_all() == (4 if does_not_keep else 1)
    assert scenario.call_all() == 0
    assert store.slots == (0 if "reserve" in broken else 8)
    # Who cannot even look does not try the lock, and who finds a token does not need it.
    said = broken - {"try_lock", "release"} if "load" in broken else broken
    by = {KEEP: 4, RATE: 4, LOCK: 4 if does_not_keep else 1}
    assert told(caplog) == sorted(
        f"{one} {DOWN}" for one in {METHODS[one] for one in said} for _ in range(by[one])
    )


class Three:
    """A store of somebody's own, with today's three methods."""

    def __init__(self) -> None:
        inner = MemoryTokenStore()
        self.load, self.save, self.try_lock = inner.load, inner.save, inner.try_lock


@pytest.mark.parametrize("odd", ["absent", None, 5, "later", [], False])
def test_a_store_whose_reserve_cannot_be_called_has_none(
    odd: Any, connect: Connect, server: Loopback, caplog: pytest.LogCaptureFixture
) -> None:
    store: Any = Three()
    if odd != "absent":
        store.reserve = odd
    client = connect(token_store=store)
    inner: Any = getattr(client, "client", client)
    assert [inner._reserve(1.0) for _ in range(2)] == [None, None]
    assert read(client) == read(connect(token_store=store)) == OK
    assert server.count("gettoken") == 1
    assert told(caplog) == []


def test_without_its_lock_those_who_need_a_token_at_the_same_time_are_all_served(
    make_sync: Callable[..., WeComClient], server: Loopback
) -> None:
    store = Store()
    store.broken = {"try_lock"}
    made = [make_sync(token_store=store) for _ in range(5)]
    clients = iter(made)
    assert together(4, lambda: read(next(clients))) == [OK] * 4
    assert 1 <= server.count("gettoken") <= 4
    before = server.count("gettoken")
    assert read(next(clients)) == OK
    assert server.count("gettoken") == before
    for client in made:
        client.close()


def test_a_refused_secret_is_known_to_all_without_the_lock_too(
    connect: Connect, server: Loopback
) -> None:
    server.script("gettoken", says({"errcode": 40001, "errmsg": "invalid credential"}))
    store = Store()
    store.broken = {"try_lock"}
    for _ in range(3):
        with pytest.raises(APIError):
            read(connect(token_store=store))
    assert server.count("gettoken") == 1


def test_a_failure_without_the_lock_does_not_wipe_out_somebody_elses_token() -> None:
    platform = FakePlatform()
    client, other = platform.client(), platform.client()
    platform.store.broken = {"try_lock"}
    platform.refusal = Verdict("lost")
    fetch = client._fetching

    def meanwhile(patience: float) -> Any:
        platform.store.broken, platform.refusal = set(), None
        platform.obtain(other)
        platform.refusal = Verdict("lost")
        return fetch(patience)

    client._fetching = meanwhile
    platform.obtain(client)
    assert platform.fetches == 2
    assert token_of(platform.obtain(platform.client())) == "token-1"


def test_a_lock_that_fails_while_it_is_waited_for_is_done_without() -> None:
    platform = FakePlatform()
    platform.store.locked = True
    platform.store.meanwhile = [lambda: None, lambda: platform.store.broken.add("try_lock")]
    assert token_of(platform.obtain(platform.client())) == "token-1"
    assert len(platform.waits) == 2
    assert token_of(platform.obtain(platform.client())) == "token-1"
    assert platform.fetches == 1


def test_a_shared_rate_comes_back_while_no_token_is_needed(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Limiting(ScriptedStore):
        def reserve(self, key: str, interval: float) -> float:
            self._note("reserve")
            return 0.25

    platform = FakePlatform(Limiting())
    client = platform.client()
    platform.store.broken = {"reserve"}
    assert [client.reserve(1.0) for _ in range(3)] == [None] * 3
    platform.store.broken = set()
    platform.ticks = LOOK_AGAIN_SECONDS - 0.1
    assert client.reserve(1.0) is None
    platform.ticks = LOOK_AGAIN_SECONDS
    assert [client.reserve(1.0) for _ in range(3)] == [0.25] * 3
    assert platform.store.asked == ["reserve"] * 4
    assert told(caplog) == [f"{RATE} {DOWN}", f"{RATE} {UP}"]


def test_a_call_that_began_before_a_failure_does_not_take_it_back() -> None:
    ability = CircuitBreaker("Store", RATE, lambda: 0.0)

    def fail() -> None:
        raise OSError

    ability.tried(lambda: ability.tried(fail), proves=True)
    assert ability.is_down
    ability.tried(lambda: None, proves=True)
    assert not ability.is_down


def test_a_store_that_cannot_start_anew_costs_its_lock_alone(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Stuck(ScriptedStore):
        def start_anew(self) -> None:
            raise OSError(5, "Input/output error")

    platform = FakePlatform(Stuck())
    client = platform.client()
    client.start_anew()
    assert told(caplog) == [f"{LOCK} {DOWN}"]
    assert token_of(platform.obtain(client)) == "token-1"
    assert token_of(platform.obtain(platform.client())) == "token-1"
    platform.now += 7200
    platform.ticks = LOOK_AGAIN_SECONDS
    assert token_of(platform.obtain(client)) == "token-2"
    assert told(caplog) == [f"{LOCK} {DOWN}", f"{LOCK} {UP}"]
