# Copied from templates/wecom_client/_runtime/jobs/rate_controller.py: edit that file, then run 'make generate'.
"""How fast a job goes: what rate limits teach it, and how long it waits for the platform."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator
from threading import Lock
from typing import Any

from ..errors import APIError, RateLimitError
from ..flow import Rules
from ..named import Named
from ..rate import RateLimit, Reserve, acquire_all
from ..steps import Step, Wait

_log = logging.getLogger("wecom_client")

_PROBE_SECONDS = 1.0
_FEWEST_GOOD, _MOST_GOOD = 4, 512
_FIRST_REST, _LONGEST_REST = 15.0, 60.0


class Rest(Named):
    """Seconds to wait for the end of a block; `is_news`: nobody else was told of this wait."""

    seconds: float
    is_news: bool


class RateController:
    """The pace of one job, for all its threads or tasks.

    A refusal halves the number of calls at the same time, and makes its growth slower than it was:
    one more after so many calls that go well. A refusal for the rate of calls also makes all of
    them wait, and go out one by one until one goes well; after a call that was refused to its end,
    all of them rest, longer and longer, as long as the job has patience.
    """

    def __init__(
        self,
        concurrency: int,
        rate: float | None,
        monotonic: Callable[[], float],
        reserve: Reserve | None = None,
        *,
        patience: float = 0.0,
        limit: RateLimit | None = None,
    ) -> None:
        """Begin at full pace.

        `rate`: calls a minute of this job; `reserve`: as `RateLimit` has it. `patience`: seconds
        that the job waits for the platform in all, counted down; once they are over, `refusal` is
        the last error. `limit`: that of the client, which counts too.
        """
        self.concurrency = concurrency
        self.changed: Callable[[], None] = _nothing
        self.waits: Callable[[float], None] = _nothing
        self._most = concurrency
        own = RateLimit(rate, monotonic, reserve) if rate else None
        self._limits = tuple(one for one in (own, limit) if one is not None)
        self._monotonic = monotonic
        self._lock = Lock()
        self.patience = patience
        self.refusal: RateLimitError | None = None
        self._is_blocked = False
        self._calm_at = 0.0
        self._probe_at = 0.0
        self._rest_ends = 0.0
        self._sharing_rest = 0
        self._next_rest = _FIRST_REST
        self._refusal_ends = 0.0
        self._good = 0
        self._needed = _FEWEST_GOOD

    def forget(self) -> None:
        """Tell nobody any more: who is told holds this, and both would stay until the collector."""
        self.changed = self.waits = _nothing

    def acquire(self) -> Generator[Step, Any, None]:
        """Wait until one more call may go out.

        Raises:
            RateLimitError: no patience is left meanwhile.
        """
        while (seconds := self._held_up()) > 0:
            yield Wait(seconds)
            self.check()
        yield from acquire_all(self._limits)
        self.check()

    def check(self) -> None:
        """Raise the last error where no patience is left: a call that goes on has it in vain.

        Raises:
            RateLimitError: that.
        """
        if self.refusal is not None:
            raise type(self.refusal)(*self.refusal.args)

    def _held_up(self) -> float:
        """Return the seconds after which to look again whether a block still holds calls up."""
        if not self._is_blocked:
            return 0.0
        now = self._monotonic()
        with self._lock:
            if not self._is_blocked:
                return 0.0
            if now >= max(self._calm_at, self._probe_at):
                self._probe_at = now + _PROBE_SECONDS
                return 0.0
            return max(self._calm_at - now, _PROBE_SECONDS / 4)

    def refused(self, kind: str, seconds: float) -> bool:
        """Learn of a refusal of this kind, after which a call waits for so many seconds.

        Returns whether the job has patience for that.
        """
        now = self._monotonic()
        longer = 0.0
        with self._lock:
            # Calls that were under way together are refused together: that counts once.
            if now >= self._refusal_ends:
                self.concurrency = max(1, self.concurrency // 2)
                self._needed = min(_MOST_GOOD, 2 * self._needed)
                self._good = 0
            self._refusal_ends = max(self._refusal_ends, now + seconds)
            if kind == "rate":
                longer = self._hold_up(now, seconds)
                self.patience -= longer
            has_patience = self.patience > 0
        if longer and has_patience:
            self.waits(seconds)
        return has_patience

    def rest(self) -> Rest | None:
        """Return how long to wait once a call was refused to its end; None: no longer."""
        now = self._monotonic()
        with self._lock:
            if now < self._rest_ends and self._sharing_rest < self._most:
                self._sharing_rest += 1
                return Rest(self._rest_ends - now, is_news=False)
            seconds = min(self._next_rest, self.patience)
            if seconds <= 0:
                return None
            # The refusal may be that of the token, which goes at no pace.
            self.patience -= max(seconds, self._hold_up(now, seconds))
            self._rest_ends, self._sharing_rest = now + seconds, 1
            self._next_rest = min(_LONGEST_REST, 2 * self._next_rest)
        self.waits(seconds)
        return Rest(seconds, is_news=True)

    def _hold_up(self, now: float, seconds: float) -> float:
        """Let all calls wait for so long; return by how much that is longer than before.

        Where a block goes on, the time in which single calls looked for its end is a part of it.
        """
        since = self._calm_at if self._is_blocked else max(now, self._calm_at)
        self._is_blocked = True
        longer = max(0.0, now + seconds - since)
        self._calm_at = max(self._calm_at, now + seconds)
        return longer

    @property
    def is_probing(self) -> bool:
        """Whether a call is only to see if a block is over: it is not sent twice for that."""
        return self._rest_ends > 0 or self.patience <= 0

    def succeeded(self) -> None:
        """Learn of a call that was not refused."""
        if self.concurrency == self._most and not self._is_blocked:
            return
        with self._lock:
            self._is_blocked = False
            self._next_rest, self._rest_ends = _FIRST_REST, 0.0
            self._good += 1
            if self._good < max(self._needed, self.concurrency):
                return
            self._good = 0
            self.concurrency = min(self._most, self.concurrency + 1)
            if self.concurrency == self._most:
                self._needed = _FEWEST_GOOD
        self.changed()


def patiently(
    flow: Callable[[Rules], Generator[Step, Any, Any]],
    rules: Rules,
    pace: RateController,
    path: str,
) -> Generator[Step, Any, Any]:
    """Carry out a call, and once more after each block that the pace has patience for.

    Raises:
        RateLimitError: no patience is left; of later calls immediately, they are not sent.
    """
    if rules.pace is not pace:
        rules = rules._replace(pace=pace)
    while True:
        pace.check()
        try:
            answer = yield from flow(_rules_at(pace, rules))
        except RateLimitError as error:
            rest = pace.rest()
            if rest is None:
                pace.refusal = error
                raise
            errcode = error.errcode
        except APIError:
            # Whatever the platform says else: it does not hold calls up.
            pace.succeeded()
            raise
        else:
            pace.succeeded()
            return answer
        if rest.is_news:
            _report(path, errcode, rest.seconds)
        yield Wait(rest.seconds)


def _report(path: str, errcode: int, seconds: float) -> None:
    fields = {"operation": path, "outcome": "rate", "errcode": errcode, "wait": seconds}
    text = "%s: errcode %d, waiting %.0f s for the end of the block"
    _log.info(text, path, errcode, seconds, extra=fields)


def _rules_at(pace: RateController, rules: Rules) -> Rules:
    """Return the rules of a call at this pace, and with the patience that is left of it."""
    policy = rules.policy
    if pace.is_probing or pace.patience < policy.budget:
        sends, budget = 1 if pace.is_probing else policy.sends, min(policy.budget, pace.patience)
        return rules._replace(policy=policy._replace(sends=sends, budget=max(0.0, budget)))
    return rules


def _nothing(*_: object) -> None:
    pass
