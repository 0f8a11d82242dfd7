# Copied from templates/wecom_client/workflows/_writes.py: edit that file, then run 'make generate'.
"""Calls that write, one after the other: which failure is about one of them, and which ends all.

With a journal, each is noted before it is sent and once it is known what came of it, so that the
next run goes on where this one ended, after kill -9 as well.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal, TypeAlias

from .._runtime.answers import Answer
from .._runtime.errors import WeComError
from .._runtime.jobs.calls import Call, outcome_of
from .._runtime.jobs.journal import Journal, Recorded
from .._runtime.jobs.results import JournalError
from ._results import is_of_one
from ._steps import Client, Flow, from_disk

_MOST_LOST_IN_A_ROW = 2

Kept: TypeAlias = Answer | Literal["unknown", "not_tried"]
"""What a journal keeps of a call: its answer, or whether it may have been carried out."""


@dataclass(frozen=True)
class Came:
    """What came of a call: `raw`, the JSON of a call that is done, or the `error` of another one.

    `at`: Unix seconds, when it was begun. An interruption is no error of the call's.
    """

    state: Literal["done", "refused", "unknown", "not_tried"]
    at: int
    raw: Any = None
    error: WeComError | None = None


class Writes:
    """The calls of one run. `error`: why no further one is to be made, or None."""

    def __init__(self, wecom: Client, journal: Journal | None = None) -> None:
        self._wecom = wecom
        self._pace = wecom._pace(wecom._rules)
        self._journal = journal
        self._calls = 0
        self._lost_in_a_row = 0
        self.error: Exception | None = None

    def open(self) -> Flow[list[Recorded]]:
        """Begin or go on with the journal, and return the calls that it knows.

        Raises:
            JournalError: it cannot serve.
        """
        return [] if self._journal is None else (yield from self._taken(self._journal.open))

    def read(self) -> Flow[list[Recorded]]:
        """Return the calls that the journal knows, and leave it as it is.

        Raises:
            JournalError: it cannot serve.
        """
        return [] if self._journal is None else (yield from self._taken(self._journal.read))

    def close(self) -> None:
        """Let others have the journal."""
        if self._journal is not None:
            self._journal.close()

    def make(self, call: Call, elements: Sequence[Any], take: Callable[[Came], Kept]) -> Flow[None]:
        """Make a call about some elements, and wait where calls come too often.

        `take` is told what came of it, once, and says what the journal keeps; it is also told where
        something interrupts the run. Where the journal cannot be written, `error` says so.
        """
        at = int(self._wecom._settings.clock())
        try:
            yield from self.begin(at, elements)
            if self.error is not None:
                return
            raw = yield partial(_sent, self._wecom, call, self._pace)
        except WeComError as error:
            # Kept with an outcome, the traceback would keep every frame's variables.
            came = Came(self._failed(call, error), at, error=error.with_traceback(None))
        except BaseException as interruption:
            self._end_at_once(take(Came(outcome_of(call, interruption), at)))
            raise
        else:
            self._lost_in_a_row = 0
            came = Came("done", at, raw)
        kept = take(came)
        try:
            yield from self.end(kept)
        except BaseException:
            self._end_at_once(kept)
            raise

    def begin(self, at: int, elements: Sequence[Any]) -> Flow[None]:
        """Note that a call is about to be sent."""
        self._calls += 1
        if self._journal is not None:
            note = partial(self._journal.begin, self._calls, at, elements)
            self.error = yield from_disk(self._wecom, note)

    def end(self, kept: Kept) -> Flow[None]:
        """Note what came of the call that was begun last."""
        if self._journal is not None:
            note = partial(self._journal.end, self._calls, kept)
            self.error = (yield from_disk(self._wecom, note)) or self.error

    def _end_at_once(self, kept: Kept) -> None:
        """Note it in this thread: nothing that waits is carried out once a run is interrupted."""
        if self._journal is not None:
            self._journal.end(self._calls, kept)

    def _taken(self, ask: Callable[[], list[Recorded] | JournalError]) -> Flow[list[Recorded]]:
        recorded: list[Recorded] | JournalError = yield from_disk(self._wecom, ask)
        if isinstance(recorded, JournalError):
            raise recorded
        self._calls = recorded[-1].number if recorded else 0
        return recorded

    def _failed(self, call: Call, error: WeComError) -> Literal["refused", "unknown", "not_tried"]:
        """Say what became of a call that failed, and whether the run goes on."""
        if outcome_of(call, error) == "unknown":
            self._lost_in_a_row += 1
            if self._lost_in_a_row >= _MOST_LOST_IN_A_ROW:
                self.error = error
            return "unknown"
        self._lost_in_a_row = 0
        if is_of_one(error):
            return "refused"
        self.error = error
        return "not_tried"


def _sent(wecom: Client, call: Call, pace: Any) -> Any:
    return wecom._drive(wecom._patient_flow(call, wecom._rules, pace))
