# Copied from templates/wecom_client/simulator/behaviours/group_messages/records.py: edit that file, then run 'make generate'.
"""The state as records: mass messages, the tasks of members, and what came of each receiver.

Records are immutable; a change puts a new one in the old one's place, so that a test may look at
one while requests go on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

SINGLE = "single"
GROUP = "group"

NOT_SENT = 0
SENT = 1
NO_CONTACT = 2
ENOUGH_RECEIVED = 3

_TASK_SENT = 2


@dataclass(frozen=True, slots=True)
class SendResult:
    """What came of a message for one customer or group (`receiver`).

    `status` is the number that `get_groupmsg_send_result` answers with; `send_time` is None unless
    it was sent.
    """

    receiver: str
    status: int = NOT_SENT
    send_time: int | None = None


@dataclass(frozen=True, slots=True)
class SendTask:
    """What one member is to send; `receivers` None: the member chooses among their own groups.

    `results` are those of the receivers to whom the member sent, or tried to.
    """

    userid: str
    receivers: tuple[str, ...] | None
    send_time: int | None = None
    results: tuple[SendResult, ...] = ()

    @property
    def status(self) -> int:
        """The number that `get_groupmsg_task` answers with: 0 not sent, 2 sent."""
        return NOT_SENT if self.send_time is None else _TASK_SENT

    def all_results(self) -> tuple[SendResult, ...]:
        """Return the results in the order of the receivers, of those not sent to as well."""
        if self.receivers is None:
            return self.results
        known = {one.receiver: one for one in self.results}
        return tuple(known.get(one) or SendResult(one) for one in self.receivers)


@dataclass(frozen=True, slots=True)
class MassMessage:
    """A mass message: what is sent, to whom, by whom, and how far that has come.

    `creator` is None for messages that were made through the API, and `personal` says that a member
    made it and sent it without being asked. `reminders` are the times of `remind_groupmsg_send`.
    """

    msgid: str
    chat_type: str
    create_time: int
    text: str = ""
    attachments: tuple[Mapping[str, Any], ...] = ()
    creator: str | None = None
    personal: bool = False
    allow_select: bool = False
    tasks: Mapping[str, SendTask] = field(default_factory=dict)
    cancelled_at: int | None = None
    reminders: tuple[int, ...] = ()

    def with_task(self, task: SendTask) -> MassMessage:
        """Return the message with a member's task in the place of what it was."""
        return replace(self, tasks={**self.tasks, task.userid: task})
