# Copied from templates/wecom_client/simulator/faults/methods.py: edit that file, then run 'make generate'.
"""The calls by which a test adds faults and limits. Made from any thread, at any time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..tokens import TOKEN_OPERATION
from . import kinds
from .injector import Fault, FaultInjector, Rule
from .limits import ConcurrencyLimit, PlatformLimits, RateLimit
from .schedule import Schedule, Timing
from .values import whole

RATE_LIMIT = "rate_limit"
CONCURRENCY_LIMIT = "concurrency_limit"
PLATFORM_LIMITS = "platform_limits"


class Faults:
    """The part of the simulator that injects faults.

    `operation` names one: its path (`externalcontact/groupchat/get`), or the path's end where only
    one operation has it (`get`). None concerns all operations taken together, but gettoken, which
    is to be named.
    """

    def __init__(self, desk: Any) -> None:
        """Add faults to this injector; `desk` is what 0.1 called it."""
        self._faults: FaultInjector = desk

    def add_fault(
        self,
        kind: str,
        *,
        operation: str | None = None,
        count: int | None = None,
        skip: int = 0,
        every: int | None = None,
        calls: Iterable[int] | None = None,
        probability: float | None = None,
        seed: int = 0,
        between: tuple[float, float | None] | None = None,
        errcode: int | None = None,
        status: int | None = None,
        seconds: float | None = None,
        reset: bool | None = None,
    ) -> Fault:
        """Let a fault strike calls from now on, each one unless told otherwise.

        Kinds: `error` (`errcode`), `refuse_token` (40014; the token lives on), `expire_token` (the
        call's token ends: 42001), and, each as `…_before` (nothing is done for the call) or
        `…_after` (it is carried out): `drop_…` (the connection is closed, with `reset` by a TCP
        reset), `cut_…` (half of the answer), `html_…`, `status_…` (`status`, 300 to 599),
        `empty_…`, `garbage_…` and `slow_…` (waits `seconds` of real time before or after the work).

        Of the calls to `operation`, `skip` pass first; each `every`-th of the others is struck, or
        instead those whose ordinals, from 1 on, are `calls`; with `probability` (0 to 1; the same
        `seed` strikes the same calls); `count` of them altogether; and none but those that come
        `between` two seconds after now by the simulator's clock (the second None: no end).

        Where several faults would strike a call, the one added first does; pauses add up.

        Raises:
            TypeError: an option is of a wrong type, missing, or not one of the kind.
            ValueError: no such kind or operation, or an option has no meaning.
        """
        effect = kinds.effect(kind, kinds.Options(errcode, status, seconds, reset))
        operation = self._faults.operation(operation)
        if effect.about_token and operation == TOKEN_OPERATION:
            raise ValueError(f"{kind} concerns calls with a token: gettoken has none")
        if count is not None:
            whole("count", count, 1)
        timing = Timing(skip, every, calls, probability, seed, between)
        schedule = Schedule(timing, self._faults.clock())
        return self._put(Fault(self._faults, kind, operation, schedule, effect, count))

    def add_rate_limit(self, calls: int, seconds: float, *, operation: str | None = None) -> Fault:
        """Let `calls` pass within `seconds` (by the simulator's clock), as the platform does.

        The next call is answered with 45009, and so is each that follows for `seconds`; nothing is
        done for them. What is refused makes the block no longer; after it the count begins anew.

        Raises:
            TypeError: a limit is not a number.
            ValueError: a limit is too small, or there is no such operation.
        """
        return self._limit(RATE_LIMIT, operation, RateLimit(calls, seconds), RateLimit.effect)

    def add_platform_limits(self) -> Fault:
        """Let each operation be called as often as the platform says (`FREQUENCY_LIMITS`).

        Calls are counted by operation, gettoken's not at all, and by the simulator's clock. Who
        goes over a limit is answered with 45009 for as long as the limit counts, or until the day
        ends. Limits of one application or of a provider's address strike nothing.
        """
        from ... import FREQUENCY_LIMITS

        rule = PlatformLimits(FREQUENCY_LIMITS)
        return self._limit(PLATFORM_LIMITS, None, rule, PlatformLimits.effect)

    def add_concurrency_limit(self, calls: int, *, operation: str | None = None) -> Fault:
        """Let `calls` be under way at the same time; others are answered with 45033.

        A call is under way from its arrival to its answer, pauses of `slow_…` faults included; for
        calls without a pause that is no time at all.

        Raises:
            TypeError: the limit is not a number.
            ValueError: the limit is too small, or there is no such operation.
        """
        limit = ConcurrencyLimit(calls)
        return self._limit(CONCURRENCY_LIMIT, operation, limit, ConcurrencyLimit.effect)

    def clear_faults(self) -> None:
        """End all faults and limits now."""
        self._faults.clear()

    def _limit(self, kind: str, operation: str | None, rule: Rule, effect: kinds.Effect) -> Fault:
        operation = self._faults.operation(operation)
        return self._put(Fault(self._faults, kind, operation, rule, effect))

    def _put(self, fault: Fault) -> Fault:
        self._faults.add(fault)
        return fault
