# Copied from templates/wecom_client/_runtime/sync_token_sources.py: edit that file, then run 'make generate'.
"""Where a synchronous client's tokens come from: shared by its threads, or given by the caller."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any, Protocol

from .redact import Secret
from .retry import Deadline, NoReply, Verdict
from .steps import AccessToken, Issued, NeedToken, NoToken, Send, Step, Wait, is_sendable, watched

if TYPE_CHECKING:
    from .token_cache import TokenCache, TokenFlow

    Drive = Callable[[TokenFlow], Issued | NoToken]


class TokenSource(Protocol):
    """Answers the flow's need of a token."""

    def obtain(self, need: NeedToken, drive: Drive) -> Issued | NoToken:
        """Return a token other than the refused one; `drive` carries out a flow that gets it."""

    def start_anew(self) -> None:
        """Forget locks and waiters: called in a forked child, where their threads do not exist."""


_LOOK_SECONDS = 1.0


class _Flight:
    """One search for a token under way, and what came of it (None: its thread was torn away)."""

    __slots__ = ("landed", "result")

    def __init__(self) -> None:
        self.landed = threading.Event()
        self.result: Issued | NoToken | None = None


class SharedTokenSource:
    """However many threads of a client need a token, one gets it."""

    def __init__(self, shared: TokenCache) -> None:
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
                return Issued(grant, 0.0, need.refused is not None)
            mine = _Flight()
            try:
                flight = self._under_way(mine)
                if flight is mine:
                    # It may have come since.
                    if not look_again and (grant := self._shared.kept(need.refused)) is not None:
                        return Issued(grant, 0.0, need.refused is not None)
                    return self._lead(mine, need, look_again, drive)
            finally:
                # An interruption may come anywhere, at the end of the lock for one: no call stands
                # before this, in which another might come.
                if self._flight is mine:
                    self._flight = None
                mine.landed.set()
            if not self._has_landed(flight, need.left):
                return TOO_LATE
            if flight.result is not None and is_new(flight.result, need.refused):
                return flight.result

    def _under_way(self, mine: _Flight) -> _Flight:
        """Return the search under way; where there is none, mine is it from now on."""
        with self._lock:
            if self._flight is None:
                self._flight = mine
            return self._flight

    def _has_landed(self, flight: _Flight, left: float | None) -> bool:
        """Wait for the end of a search, for so many seconds at most."""
        deadline = Deadline(left, time.monotonic)
        # Its thread may have been torn away just before it could say so.
        while self._flight is flight:
            seconds = _LOOK_SECONDS if deadline.left is None else deadline.left
            if flight.landed.wait(max(0.0, min(_LOOK_SECONDS, seconds))):
                return True
            if deadline.is_over:
                return False
        return True

    def _lead(
        self, flight: _Flight, need: NeedToken, look_again: bool, drive: Drive
    ) -> Issued | NoToken:
        search = Search(self._shared.obtaining(need, look_again), need.left)
        result = drive(search.flow())
        if not search.was_cut:
            flight.result = result
        return result


class Search:
    """A search for a token that has only so many seconds; others, who wait for it, may have more.

    `was_cut`: it was ended for that, and says nothing to them.
    """

    def __init__(self, flow: TokenFlow, left: float | None) -> None:
        self.was_cut = False
        self._flow = flow
        self._left = left

    def flow(self) -> TokenFlow:
        """Search as long as there is time."""
        if self._left is None:
            return (yield from self._flow)
        deadline = Deadline(self._left, time.monotonic)

        def carry(step: Step) -> Generator[Step, Any, Any]:
            left = deadline.left or 0.0
            if isinstance(step, Send) and left <= 0:
                self.was_cut = True
                return NoReply("refused", _TOO_LATE)
            if isinstance(step, Send) and (step.left is None or step.left > left):
                step = step._replace(left=left)
            elif isinstance(step, Wait):
                step = step._replace(seconds=max(0.0, min(step.seconds, left)))
            outcome = yield step
            self.was_cut = self.was_cut or deadline.is_over
            return outcome

        got = yield from watched(self._flow, carry)
        if isinstance(got, NoToken) and self.was_cut:
            return TOO_LATE
        return got


_TOO_LATE = "no token came within the total_timeout of the call"
TOO_LATE = NoToken(Verdict("rejected", detail=_TOO_LATE))


def is_new(got: Issued | NoToken, refused: AccessToken | None) -> bool:
    """Whether this is something else than the refused token, which another thread did not know."""
    return isinstance(got, NoToken) or refused is None or got.grant.serial != refused.serial


class StaticTokenSource:
    """A token that the caller passed; once refused, there is no other."""

    def __init__(self, token: Secret) -> None:
        self._grant = AccessToken(token)

    def start_anew(self) -> None:
        """Do nothing: there are no locks."""

    def obtain(self, need: NeedToken, drive: Drive) -> Issued | NoToken:
        """Return the token, unless it was refused."""
        return given(self._grant, need)


class CallableTokenSource:
    """A function of the caller, asked at each call, and once more after a refusal."""

    def __init__(self, function: Callable[[], object]) -> None:
        self._function = function

    def start_anew(self) -> None:
        """Do nothing: there are no locks."""

    def obtain(self, need: NeedToken, drive: Drive) -> Issued | NoToken:
        """Return what the function returns, unless that is the refused token again."""
        return asked(self._function(), need)


def given(grant: AccessToken, need: NeedToken) -> Issued | NoToken:
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
    return Issued(AccessToken(Secret(token)))


_REFUSED_AGAIN = NoToken(Verdict("token"), refused_again=True)
