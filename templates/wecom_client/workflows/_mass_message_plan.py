"""Mass messages as tasks: what is planned, and what came of each task."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Literal

from .._runtime.errors import WeComError
from .._runtime.request import Request
from ._results import first_line

ChatType = Literal["single", "group"]

RECEIVERS: Mapping[ChatType, str] = MappingProxyType(
    {"single": "external_userid", "group": "chat_id_list"}
)
"""How the operation calls those who receive a message of each type."""


@dataclass(frozen=True)
class MessageTask:
    """One mass message of the platform's: one call.

    `sender`: userid of the member who is asked to send it; None: the platform asks, for each
    customer, the member who talked with the customer last. `receivers`: external userids or chat
    ids.
    """

    sender: str | None
    receivers: tuple[str, ...]
    request: Request = field(repr=False)


@dataclass(frozen=True)
class MassMessagePlan:
    """Who is to send a message to whom, in which calls.

    `chat_type`: "single" (customers) or "group". `content`: what is sent, by the document's names.
    `without_owner`: receivers who were asked for and belong to none of the owners; they get
    nothing. `most_a_month`: how many mass messages one customer, or group, can receive this month,
    those of earlier plans and of members themselves included; what exceeds it does not arrive.
    """

    chat_type: ChatType
    content: Mapping[str, Any]
    tasks: tuple[MessageTask, ...]
    without_owner: tuple[str, ...]
    most_a_month: int

    @property
    def calls(self) -> tuple[Request, ...]:
        """The calls, one for each task."""
        return tuple(task.request for task in self.tasks)

    @property
    def receiver_count(self) -> int:
        """How many customers or groups are to receive the message."""
        return sum(len(task.receivers) for task in self.tasks)

    @property
    def by_sender(self) -> Mapping[str | None, int]:
        """How many receivers each sender has; None: where the platform finds the sender."""
        counts: Counter[str | None] = Counter()
        for task in self.tasks:
            counts[task.sender] += len(task.receivers)
        return MappingProxyType(dict(counts))


TaskState = Literal["made", "refused", "unknown", "not_tried"]


@dataclass(frozen=True)
class TaskOutcome:
    """What came of a task.

    `state`: "made" (with `msgid`, and in `fail_list` the receivers who cannot be sent to),
    "refused" (`error` says why), "unknown" (its answer was lost: it may have been made) or
    "not_tried". `sent_at`: Unix seconds by the client's clock.
    """

    task: MessageTask
    state: TaskState = "not_tried"
    msgid: str | None = None
    fail_list: tuple[str, ...] = ()
    error: WeComError | None = None
    sent_at: int | None = None


@dataclass(frozen=True)
class MassMessageReport:
    """What came of every task of a plan.

    `error`: why the run ended before all tasks were tried, where it did.
    """

    plan: MassMessagePlan
    outcomes: tuple[TaskOutcome, ...]
    error: Exception | None = None

    @property
    def msgids(self) -> tuple[str, ...]:
        """The ids of the messages that were made."""
        return tuple(one.msgid for one in self.outcomes if one.msgid is not None)

    @property
    def fail_list(self) -> tuple[str, ...]:
        """The receivers whom the platform named as those who cannot be sent to."""
        return tuple(receiver for one in self.outcomes for receiver in one.fail_list)

    @property
    def refused(self) -> tuple[TaskOutcome, ...]:
        """Tasks that the platform refused, each with its error."""
        return self._in("refused")

    @property
    def unknown(self) -> tuple[TaskOutcome, ...]:
        """Tasks that may have been made: their answers were lost. No run sends them again."""
        return self._in("unknown")

    @property
    def not_tried(self) -> tuple[TaskOutcome, ...]:
        """Tasks that were not made, and not refused."""
        return self._in("not_tried")

    @property
    def is_complete(self) -> bool:
        """Whether every task was made."""
        return all(one.state == "made" for one in self.outcomes)

    @property
    def rest(self) -> MassMessagePlan:
        """A plan of the tasks that were refused or not tried, for a run without a journal."""
        left = (one.task for one in self.outcomes if one.state in ("refused", "not_tried"))
        return replace(self.plan, tasks=tuple(left), without_owner=())

    def __str__(self) -> str:
        """Count the tasks, and name each reason, a line each, why some were not made."""
        counts = Counter(one.state for one in self.outcomes)
        states: Iterable[TaskState] = ("made", "refused", "unknown", "not_tried")
        lines = [", ".join(f"{counts[state]} {state.replace('_', ' ')}" for state in states)]
        failed = (one for one in self.outcomes if one.error and one.state != "not_tried")
        reasons = Counter((one.state, first_line(one.error)) for one in failed)
        lines += [f"  {number} {state}: {why}" for (state, why), number in reasons.items()]
        if self.error is not None:
            lines.append(f"  the run ended: {first_line(self.error)}")
        return "\n".join(lines)

    def _in(self, state: TaskState) -> tuple[TaskOutcome, ...]:
        return tuple(one for one in self.outcomes if one.state == state)


def shared_out(
    senders: Sequence[str], owned: Mapping[str, Sequence[str]], wanted: Sequence[str] | None
) -> dict[str | None, list[str]]:
    """Give each receiver to the first owner who has them: nobody is to get a message twice."""
    left = None if wanted is None else set(wanted)
    taken: set[str] = set()
    by_sender: dict[str | None, list[str]] = {}
    for sender in senders:
        theirs = [
            one
            for one in dict.fromkeys(owned.get(sender, ()))
            if one not in taken and (left is None or one in left)
        ]
        taken.update(theirs)
        if theirs:
            by_sender[sender] = theirs
    return by_sender
