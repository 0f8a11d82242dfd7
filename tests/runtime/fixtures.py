"""Flows without a driver, and a platform for them: stores are asked, nobody waits or sends."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any, TypeVar

from wecom_client import Operation

from ..exchange import (
    DEFAULT_POLICY,
    AccessToken,
    Ask,
    Issued,
    NeedToken,
    NoToken,
    Secret,
    Step,
    Verdict,
    Wait,
)
from ..flows import Rules, TokenCache

T = TypeVar("T")

GETTOKEN = Operation("gettoken", "GET", True, "https://page/gettoken")
RULES = Rules({}, GETTOKEN, DEFAULT_POLICY, lambda: 0.0)


def run_flow(flow: Generator[Step, Any, T], waits: list[float] | None = None) -> T:
    """Carry out a flow whose steps ask a store or wait; note how long it would wait."""
    outcome: Any = None
    while True:
        try:
            step = flow.send(outcome)
        except StopIteration as end:
            result: T = end.value
            return result
        if isinstance(step, Ask):
            outcome = step.function()
        else:
            assert isinstance(step, Wait)
            outcome = None
            if waits is not None:
                waits.append(step.seconds)


class ScriptedStore:
    """A store in memory that does what a test tells it; `broken`: names of methods that fail."""

    answers_at_once = True

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.broken: set[str] = set()
        self.asked: list[str] = []
        self.locked = False
        # What others do, one after another, each time the lock is not to be had.
        self.meanwhile: list[Callable[[], object]] = []

    def _note(self, name: str) -> None:
        self.asked.append(name)
        if name in self.broken:
            raise OSError(28, "No space left on device")

    def load(self, key: str) -> str | None:
        self._note("load")
        return self.texts.get(key)

    def save(self, key: str, text: str, seconds: float) -> None:
        self._note("save")
        self.texts[key] = text

    def try_lock(self, key: str, seconds: float) -> Callable[[], None] | None:
        self._note("try_lock")
        if self.locked:
            if self.meanwhile:
                self.meanwhile.pop(0)()
            return None
        self.locked = True
        return self.unlock

    def unlock(self) -> None:
        self._note("release")
        self.locked = False


class FakePlatform:
    """A platform that counts fetches, clocks, and clients that share a store."""

    def __init__(self, store: Any = None) -> None:
        self.store = ScriptedStore() if store is None else store
        self.now = 1000.0
        self.ticks = 0.0
        self.fetches = 0
        self.waits: list[float] = []
        self.refusal: Verdict | None = None

    def client(self) -> TokenCache:
        return TokenCache(
            self.store, "key", self._fetch, RULES, lambda: self.now, lambda: self.ticks
        )

    def obtain(
        self, client: TokenCache, refused: AccessToken | None = None, patience: float = 20.0
    ) -> Issued | NoToken:
        """Do what the token source of a client does, less the threads."""
        look_again = client.looks_again()
        if not look_again and (grant := client.kept(refused)) is not None:
            return Issued(grant)
        return run_flow(client.obtaining(NeedToken(refused, patience), look_again), self.waits)

    def _fetch(self, patience: float) -> Generator[Step, Any, Issued | NoToken]:
        assert patience >= 0
        self.fetches += 1
        if self.refusal is not None:
            return NoToken(self.refusal)
        number = self.fetches
        return Issued(
            AccessToken(Secret(f"token-{number}"), self.now + 7200, f"serial-{number}"), 0.5
        )
        yield


def token_of(got: Issued | NoToken) -> str:
    assert isinstance(got, Issued), got
    return got.grant.token.reveal()
