"""The fault injector: what the faults do to a call, decided as it arrives."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from typing import Any, Protocol

from ..refusals import RefusalError
from ..tokens import TOKEN_OPERATION, TokenIssuer
from ..wire import Call, Reply
from .kinds import Effect
from .limits import ConcurrencyLimit


class Rule(Protocol):
    """Says for each matching call whether it is struck."""

    def strikes(self, now: float, operation: str) -> bool:
        """Count one more matching call, and say whether it is struck."""


class Fault:
    """A fault that was added: what it is, how often it struck, and the way to end it.

    `kind` and `operation` (None: all but gettoken) are what it was added with; `hits` says how many
    calls it struck.
    """

    def __init__(
        self,
        desk: Any,
        kind: str,
        operation: str | None,
        rule: Rule,
        effect: Effect,
        count: int | None = None,
    ) -> None:
        """Describe a fault; it strikes once it has been added to the injector.

        `desk` is what 0.1 called the injector.
        """
        self.kind = kind
        self.operation = operation
        self.hits = 0
        self.rule = rule
        self.effect = effect
        self._injector: FaultInjector = desk
        self._count = count

    @property
    def is_used_up(self) -> bool:
        """Whether it struck as often as it was to."""
        return self._count is not None and self.hits >= self._count

    def remove(self) -> None:
        """End it now; nothing happens if it has ended."""
        self._injector.remove(self)

    def __repr__(self) -> str:
        """Show what it is and how often it struck."""
        where = "" if self.operation is None else f":{self.operation}"
        return f"<Fault {self.kind}{where}, {self.hits} hits>"


class Interception:
    """What the faults do to one call: they pause it, and at most one of them does more.

    `executes`: the call is carried out. `limits`: those that count it until its answer is sent.
    """

    __slots__ = (
        "executes",
        "fault",
        "limits",
        "pause_after",
        "pause_before",
        "paused_by",
        "refusal",
        "spoil",
    )

    def __init__(self) -> None:
        """Do nothing so far."""
        self.fault: str | None = None
        self.paused_by: str | None = None
        self.executes = True
        self.refusal: RefusalError | None = None
        self.spoil: Callable[[Reply], Reply] | None = None
        self.pause_before = 0.0
        self.pause_after = 0.0
        self.limits: list[ConcurrencyLimit] = []

    @property
    def kind(self) -> str | None:
        """The kind of the fault; where there is none, that of the first pause."""
        return self.fault or self.paused_by

    def delay(self, kind: str, effect: Effect) -> None:
        """Add a pause."""
        self.paused_by = self.paused_by or kind
        self.pause_before += effect.pause_before
        self.pause_after += effect.pause_after

    def apply(self, kind: str, effect: Effect) -> None:
        """Let a fault do what it does."""
        self.fault = kind
        self.executes = effect.executes
        self.refusal = effect.refusal
        self.spoil = effect.spoil

    def release(self) -> None:
        """Let the limits count the call no longer."""
        for limit in self.limits:
            limit.release()


class FaultInjector:
    """Has the faults, and says what they do to a call.

    `lock` must be held during `intercept` and `Interception.release`.

    Each fault looks at every call that matches it. All pauses that strike are added up; of the
    other faults that would strike, the one added first does, and only it counts a hit.
    """

    def __init__(
        self,
        operations: Collection[str],
        tokens: TokenIssuer,
        clock: Callable[[], float],
        lock: threading.RLock,
    ) -> None:
        """Begin without faults. `operations` are those that faults can concern."""
        self.clock = clock
        self.lock = lock
        self.faults: tuple[Fault, ...] = ()
        self._operations = frozenset(operations)
        self._tokens = tokens

    def add(self, fault: Fault) -> None:
        """Let a fault strike from now on."""
        with self.lock:
            self.faults += (fault,)

    def remove(self, fault: Fault) -> None:
        """Let a fault strike no more."""
        with self.lock:
            self.faults = tuple(other for other in self.faults if other is not fault)

    def clear(self) -> None:
        """Let no fault strike any more."""
        with self.lock:
            self.faults = ()

    def operation(self, name: str | None) -> str | None:
        """Return the operation that a name means: a path, or its end where only one has it.

        Raises:
            TypeError: it is not a text.
            ValueError: no operation is called so, or several are.
        """
        if name is None or name in self._operations:
            return name
        if not isinstance(name, str):
            raise TypeError(f"operation must be a text, is {name!r}")
        ending = sorted(path for path in self._operations if path.endswith(f"/{name}"))
        if len(ending) == 1:
            return ending[0]
        if ending:
            raise ValueError(f"operation {name!r} may be {' or '.join(ending)}")
        known = ", ".join(sorted(self._operations))
        raise ValueError(f"there is no operation {name!r}; there are {known}")

    def intercept(self, call: Call) -> Interception:
        """Say what the faults do to a call that arrives; a token that ends by it ends now."""
        interception = Interception()
        now = self.clock()
        for fault in self.faults:
            if not self._matches(fault, call):
                continue
            if not fault.rule.strikes(now, call.operation or ""):
                if isinstance(fault.rule, ConcurrencyLimit):
                    interception.limits.append(fault.rule)
            elif not fault.is_used_up and (fault.effect.is_pause or interception.fault is None):
                self._strike(fault, interception, call)
        return interception

    def _matches(self, fault: Fault, call: Call) -> bool:
        operation = call.operation
        if fault.operation is not None:
            matches = operation == fault.operation
        else:
            matches = operation != TOKEN_OPERATION and operation in self._operations
        return matches and not (fault.effect.about_token and not self._tokens.is_alive(call.query))

    def _strike(self, fault: Fault, interception: Interception, call: Call) -> None:
        fault.hits += 1
        if fault.is_used_up:
            self.remove(fault)
        if fault.effect.is_pause:
            interception.delay(fault.kind, fault.effect)
            return
        interception.apply(fault.kind, fault.effect)
        if fault.effect.ends_token:
            self._tokens.end(call.query)
