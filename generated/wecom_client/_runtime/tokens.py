"""Where a synchronous client's tokens come from: shared by its threads, or given by the caller."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from .flow import Grant, Issued, NeedToken, NoToken, is_sendable
from .redact import Secret
from .retry import Verdict

if TYPE_CHECKING:
    from .shared_token import Obtaining, SharedToken

    Drive = Callable[[Obtaining], Issued | NoToken]


class TokenSource(Protocol):
    """Answers the flow's need of a token."""

    def obtain(self, need: NeedToken, drive: Drive) -> Issued | NoToken:
        """Return a token other than the refused one; `drive` carries out a flow that gets it."""

    def start_anew(self) -> None:
        """Forget locks and waiters: called in a forked child, where their threads do not exist."""


class _Flight:
    """One search for a token under way, and what came of it (None: its thread was torn away)."""

    __slots__ = ("landed", "result")

    def __init__(self) -> None:
        self.landed = threading.Event()
        self.result: Issued | NoToken | None = None


class ThreadsToken:
    """However many threads of a client need a token, one gets it."""

    def __init__(self, shared: SharedToken) -> None:
        self._shared = shared
        self._lock = threading.Lock()
        self._flight: _Flight | None = None

    def start_anew(self) -> None:
        """Take a new lock and forget the search under way; the token itself is kept."""
        self._lock = threading.Lock()
        self._flight = None
        self._shared.start_anew()

    def obtain(self, need: NeedToken, drive: Drive) -> Issued | NoToken:
        """Return the kept token, or the result of a search: one's own or the one under way."""
        look_again = self._shared.looks_again()
        while True:
            if not look_again and (grant := self._shared.kept(need.refused)) is not None:
                return Issued(grant, taken=need.refused is not None)
            with self._lock:
                # It may have come since.
                if not look_again and (grant := self._shared.kept(need.refused)) is not None:
                    return Issued(grant, taken=need.refused is not None)
                flight = self._flight
                if flight is None:
                    mine = self._flight = _Flight()
            if flight is None:
                return self._lead(mine, need, look_again, drive)
            flight.landed.wait()
            if flight.result is not None and is_new(flight.result, need.refused):
                return flight.result

    def _lead(
        self, flight: _Flight, need: NeedToken, look_again: bool, drive: Drive
    ) -> Issued | NoToken:
        try:
            flight.result = result = drive(self._shared.obtaining(need, look_again))
        finally:
            with self._lock:
                self._flight = None
            flight.landed.set()
        return result


def is_new(got: Issued | NoToken, refused: Grant | None) -> bool:
    """Whether this is something else than the refused token, which another thread did not know."""
    return isinstance(got, NoToken) or refused is None or got.grant.serial != refused.serial


class GivenToken:
    """A token that the caller passed; once refused, there is no other."""

    def __init__(self, token: Secret) -> None:
        self._grant = Grant(token)

    def start_anew(self) -> None:
        """Do nothing: there are no locks."""

    def obtain(self, need: NeedToken, drive: Drive) -> Issued | NoToken:
        """Return the token, unless it was refused."""
        return given(self._grant, need)


class AskedToken:
    """A function of the caller, asked at each call, and once more after a refusal."""

    def __init__(self, function: Callable[[], object]) -> None:
        self._function = function

    def start_anew(self) -> None:
        """Do nothing: there are no locks."""

    def obtain(self, need: NeedToken, drive: Drive) -> Issued | NoToken:
        """Return what the function returns, unless that is the refused token again."""
        return asked(self._function(), need)


def given(grant: Grant, need: NeedToken) -> Issued | NoToken:
    """Answer a need with the one token there is."""
    return Issued(grant) if need.refused is None else _REFUSED_AGAIN


def asked(token: object, need: NeedToken) -> Issued | NoToken:
    """Answer a need with what the caller's function returned."""
    if not isinstance(token, str) or not is_sendable(token):
        kind = "a text that cannot be sent" if isinstance(token, str) else type(token).__name__
        kind = "an empty text" if token == "" else kind
        return NoToken(Verdict("rejected", detail=f"the access_token function returned {kind}"))
    if need.refused is not None and need.refused.token.reveal() == token:
        return _REFUSED_AGAIN
    return Issued(Grant(Secret(token)))


_REFUSED_AGAIN = NoToken(Verdict("token"), refused_again=True)
