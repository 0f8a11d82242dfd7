"""Where tokens come from: fetched once for all threads and kept, or given by the caller."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Generator
from typing import Any, Protocol

from .flow import Grant, Issued, NeedToken, NoToken, Step
from .redact import Secret
from .retry import Verdict

Fetching = Generator[Step, Any, Issued | NoToken]
Drive = Callable[[Fetching], Issued | NoToken]


class TokenSource(Protocol):
    """Answers the flow's need of a token."""

    def obtain(self, need: NeedToken, drive: Drive) -> Issued | NoToken:
        """Return a token other than the refused one; `drive` carries out a flow that fetches it."""

    def start_anew(self) -> None:
        """Forget locks and waiters: called in a forked child, where their threads do not exist."""


def store_key(base_url: str, corp_id: str, secret: Secret) -> str:
    """Return the name of a token in any store: a hash, as the secret must not stand there."""
    digest = hashlib.sha256()
    for part in (base_url, corp_id, secret.reveal()):
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


class _Flight:
    """One fetch under way, and what came of it (None: its thread was torn away)."""

    __slots__ = ("landed", "result")

    def __init__(self) -> None:
        self.landed = threading.Event()
        self.result: Issued | NoToken | None = None


class CachedToken:
    """Keeps a token until its end or its refusal; however many threads need one, one fetches it."""

    def __init__(
        self, key: str, clock: Callable[[], float], fetching: Callable[[float], Fetching]
    ) -> None:
        """Take the name of the token, Unix time, and the flow for so many seconds of patience."""
        self._key = key
        self._clock = clock
        self._fetching = fetching
        self._grants: dict[str, Grant] = {}
        self.start_anew()

    def start_anew(self) -> None:
        """Take a new lock and forget the fetch under way; the token itself is kept."""
        self._lock = threading.Lock()
        self._flight: _Flight | None = None

    def obtain(self, need: NeedToken, drive: Drive) -> Issued | NoToken:
        """Return the kept token, or the result of a fetch: one's own or the one under way."""
        while True:
            if (grant := self._kept(need.refused)) is not None:
                return Issued(grant)
            with self._lock:
                if (grant := self._kept(need.refused)) is not None:
                    return Issued(grant)
                flight = self._flight
                if flight is None:
                    mine = self._flight = _Flight()
            if flight is None:
                return self._lead(mine, need.patience, drive)
            flight.landed.wait()
            if flight.result is not None:
                return flight.result

    def _kept(self, refused: Grant | None) -> Grant | None:
        grant = self._grants.get(self._key)
        if grant is None or grant.expires_at <= self._clock():
            return None
        return None if refused is not None and grant.serial == refused.serial else grant

    def _lead(self, flight: _Flight, patience: float, drive: Drive) -> Issued | NoToken:
        try:
            flight.result = result = drive(self._fetching(patience))
        finally:
            with self._lock:
                if isinstance(flight.result, Issued):
                    self._grants[self._key] = flight.result.grant
                self._flight = None
            flight.landed.set()
        return result


class GivenToken:
    """A token that the caller passed; once refused, there is no other."""

    def __init__(self, token: Secret) -> None:
        self._grant = Grant(token)

    def start_anew(self) -> None:
        """Do nothing: there are no locks."""

    def obtain(self, need: NeedToken, drive: Drive) -> Issued | NoToken:
        """Return the token, unless it was refused."""
        return Issued(self._grant) if need.refused is None else _REFUSED_AGAIN


class AskedToken:
    """A function of the caller, asked at each call, and once more after a refusal."""

    def __init__(self, function: Callable[[], str]) -> None:
        self._function = function

    def start_anew(self) -> None:
        """Do nothing: there are no locks."""

    def obtain(self, need: NeedToken, drive: Drive) -> Issued | NoToken:
        """Return what the function returns, unless that is the refused token again."""
        token = self._function()
        if not isinstance(token, str) or not token:
            kind = "an empty text" if token == "" else type(token).__name__
            return NoToken(Verdict("rejected", detail=f"the access_token function returned {kind}"))
        if need.refused is not None and need.refused.token.reveal() == token:
            return _REFUSED_AGAIN
        return Issued(Grant(Secret(token)))


_REFUSED_AGAIN = NoToken(Verdict("token"), refused_again=True)
