"""What came of mass messages, for each customer or group: read until members have sent them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any, Literal

from .._runtime.errors import WeComError
from .._runtime.jobs.results import Outcome
from ._mass_message_plan import MassMessageReport, TaskOutcome
from ._polling import Polling, polling
from ._results import Collected, carried, not_read
from ._steps import Client, Each, Flow, checked, over_client

State = Literal[
    "sent",
    "waiting",
    "left_out",
    "no_contact",
    "limit_reached",
    "invalid",
    "refused",
    "not_tried",
    "unknown",
]

_STATES: Mapping[object, State] = MappingProxyType(
    {0: "waiting", 1: "sent", 2: "no_contact", 3: "limit_reached"}
)
_TASK_SENT = 2


@dataclass(frozen=True)
class Delivery:
    """What came of a message for one customer or group.

    `state`:
        "sent"; "waiting", the member has not sent it yet; "left_out", the member sent it to others
        only; "no_contact", it failed, as the customer is no contact of the member; "limit_reached",
        it failed, as the customer has received enough of them; "invalid", it cannot be sent to
        them; "refused" and "not_tried", the message was not made; "unknown".
    `msgid`: the message, where it was made. `sender`: userid of the member, where it is known.
    `status`: the platform's number, where there is one. `send_time`: Unix seconds.
    """

    receiver: str
    state: State
    msgid: str | None = None
    sender: str | None = None
    status: int | None = None
    send_time: int | None = None


@dataclass(frozen=True)
class Deliveries(Collected[Delivery]):
    """What came of messages for everybody who was to receive them.

    `failures`: messages whose tasks or results could not be read, by msgid; of their receivers
    those are "unknown" whose end had not been read before. Going through the whole, or exporting
    it, raises `IncompleteError` then.
    """

    # Once more, as annotations are read in the module of the class.
    rows: tuple[Delivery, ...]
    failures: tuple[Outcome[Any], ...] = ()
    is_settled: bool = False
    """Whether all was read, nobody is waiting, and no task's answer was lost."""

    @property
    def by_state(self) -> Mapping[State, tuple[str, ...]]:
        """The receivers by state."""
        found: defaultdict[State, list[str]] = defaultdict(list)
        for row in self.rows:
            found[row.state].append(row.receiver)
        return MappingProxyType({state: tuple(found[state]) for state in found})


@over_client
def follow(
    wecom: Client,
    messages: MassMessageReport | Iterable[str],
    *,
    deadline: float | datetime | None = None,
    interval: float = 600,
    sleep: Callable[[float], Any] | None = None,
) -> Flow[Deliveries]:
    """Say what came of messages for each customer or group; read until all are sent.

    Messages that members have sent are not read again. Whatever interrupts it goes on its way with
    what is known in its attribute `result`.

    Args:
        wecom: The client.
        messages: The report of `create`, or msgids. Of msgids alone those are known whom the
            platform names; of messages to groups these are the groups that were sent to.
        deadline: Until when to ask again, Unix seconds by the client's clock, or a time with its
            zone. None: ask once.
        interval: Seconds between two rounds.
        sleep: Waits for so many seconds; with an asynchronous client it is awaited. None: as the
            client waits.

    Returns:
        Deliveries: a row for each receiver of each message.

    Raises:
        TypeError: neither a report nor a list of msgids is given.
        ValueError: a deadline or an interval that cannot be.
    """
    if isinstance(messages, (str, bytes)):
        raise TypeError("messages must be a report or a list of msgids, is one text")
    if not isinstance(messages, Iterable):
        checked("messages", messages, MassMessageReport)
    return (yield from _Following(wecom, messages, polling(interval, deadline, sleep)).run())


@dataclass
class _Message:
    """What is known of one message.

    `planned`: those for whom it is meant, None: nobody told. `senders`: whether each has sent it,
    as of the last time that all of it was read. `results`: of each sender, by receiver; `read_as`:
    whether the sender had sent it then. `error`: why it could not be read last. `is_read`: whether
    all of it was read once.
    """

    planned: tuple[str, ...] | None = None
    outcome: TaskOutcome | None = None
    may_leave_out: bool = False
    is_group: bool = False
    senders: dict[str, bool] = field(default_factory=dict)
    results: dict[str, dict[str, Delivery]] = field(default_factory=dict)
    read_as: dict[str, bool] = field(default_factory=dict)
    error: WeComError | None = None
    is_read: bool = False

    @property
    def is_settled(self) -> bool:
        """Whether nothing of it will change any more."""
        if self.error is not None or not self.senders or not all(self.senders.values()):
            return False
        return not any(map(self._is_open, self.results))

    def needs_reading(self, sender: str, *, is_sent: bool) -> bool:
        """Whether the results of one member can be others than those that are known."""
        return self.read_as.get(sender) != is_sent or (is_sent and self._is_open(sender))

    def _is_open(self, sender: str) -> bool:
        return any(one.state == "waiting" for one in self.results[sender].values())


class _Following:
    """Messages that are read again and again."""

    def __init__(
        self, wecom: Client, messages: MassMessageReport | Iterable[str], when: Polling
    ) -> None:
        self._wecom = wecom
        self._when = when
        self._report = messages if isinstance(messages, MassMessageReport) else None
        self._messages: dict[str, _Message] = {}
        if not isinstance(messages, MassMessageReport):
            self._messages = {msgid: _Message() for msgid in messages}
            return
        plan = messages.plan
        for outcome in messages.outcomes:
            if outcome.msgid is not None:
                self._messages[outcome.msgid] = _Message(
                    planned=outcome.task.receivers,
                    outcome=outcome,
                    may_leave_out=bool(plan.content.get("allow_select")),
                    is_group=plan.chat_type == "group",
                )

    def run(self) -> Flow[Deliveries]:
        """Read all messages, again and again those that are not settled."""
        with carried(self._deliveries):
            while True:
                for msgid, message in self._messages.items():
                    if not message.is_settled:
                        yield from self._read(msgid, message)
                if all(one.is_settled for one in self._messages.values()):
                    break
                if not (yield from self._when.next_round(self._wecom)):
                    break
        return self._deliveries()

    def _read(self, msgid: str, message: _Message) -> Flow[None]:
        """Read who has sent a message, and the results of those that can have changed."""
        # This module is there without the operations, too, and its types are checked then.
        client: Any = self._wecom
        contact = client.externalcontact
        senders: dict[str, bool] = {}
        try:
            listed = contact.iter_get_groupmsg_task(msgid)
            yield Each(listed, lambda one: senders.update({one.userid: one.status == _TASK_SENT}))
            for sender, is_sent in senders.items():
                if not message.needs_reading(sender, is_sent=is_sent):
                    continue
                found: dict[str, Delivery] = {}
                results = contact.iter_get_groupmsg_send_result(msgid, sender)
                yield Each(results, _noting(found, msgid, sender, message, is_sent=is_sent))
                message.results[sender] = found
                message.read_as[sender] = is_sent
        except WeComError as error:
            # Kept, the traceback would keep every frame's variables.
            message.error = error.with_traceback(None)
        else:
            message.senders, message.error, message.is_read = senders, None, True

    def _deliveries(self) -> Deliveries:
        failures: list[Outcome[Any]] = [
            Outcome(msgid, None, one.error or not_read())
            for msgid, one in self._messages.items()
            if one.error is not None or not one.is_read
        ]
        rows = [row for msgid, one in self._messages.items() for row in _rows(msgid, one)]
        if self._report is not None:
            rows += _not_made(self._report)
        is_lost = self._report is not None and bool(self._report.unknown)
        is_settled = not (failures or is_lost) and all(
            one.is_settled for one in self._messages.values()
        )
        return Deliveries(tuple(rows), tuple(failures), is_settled)


def _noting(
    found: dict[str, Delivery], msgid: str, sender: str, message: _Message, *, is_sent: bool
) -> Callable[[Any], None]:
    """Return what takes note of a result."""

    def note(record: Any) -> None:
        name = record.chat_id if message.is_group else record.external_userid or record.chat_id
        if isinstance(name, str):
            state = _STATES.get(record.status, "unknown")
            if state == "waiting" and is_sent and message.may_leave_out:
                state = "left_out"
            time = record.send_time if state == "sent" else None
            found[name] = Delivery(name, state, msgid, sender, record.status, time)

    return note


def _rows(msgid: str, message: _Message) -> Iterator[Delivery]:
    """Return a row for each receiver: what was read, or why nothing was."""
    known = {name: one for theirs in message.results.values() for name, one in theirs.items()}
    failed = {*(message.outcome.fail_list if message.outcome is not None else ())}
    sender = message.outcome.task.sender if message.outcome is not None else None
    for name in dict.fromkeys((*(message.planned or ()), *known)):
        row = known.get(name)
        if row is None and name in failed:
            row = Delivery(name, "invalid", msgid, sender)
        elif row is None or (row.state == "waiting" and message.error is not None):
            row = Delivery(name, _unlisted(message), msgid, sender)
        yield row


def _unlisted(message: _Message) -> State:
    """Say what became of somebody whom no result names."""
    if message.error is not None or not message.is_read or not message.is_group:
        return "unknown"
    # Of messages to groups, those alone are listed that were sent.
    return "left_out" if all(message.senders.values()) else "waiting"


def _not_made(report: MassMessageReport) -> Iterator[Delivery]:
    """Return a row for each receiver of tasks that were not made, or of which nobody knows."""
    for outcome in report.outcomes:
        if outcome.state != "made":
            for name in outcome.task.receivers:
                yield Delivery(name, outcome.state, sender=outcome.task.sender)
