# Copied from templates/wecom_client/simulator/behaviours/group_messages/sending.py: edit that file, then run 'make generate'.
"""What becomes of a mass message: members send it, are reminded of it, or need not any more.

What the pages leave open is decided so:

- A customer who is no contact of the member any more when the member sends gets status 2, whoever
  has received enough in the period 3. Which message was received first is what counts, those that
  members made themselves included. A group that the member does not own any more is left out.
- Reminders and an end are for messages of the company alone: those that members made themselves are
  unknown to them (41047). A fourth reminder within 24 hours is refused with 41094, one of a message
  that was cancelled, or a second cancellation, with 41093. One counts even where all have sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from ...refusals import RefusalError
from .reading import known_message
from .records import (
    ENOUGH_RECEIVED,
    NO_CONTACT,
    SENT,
    SINGLE,
    MassMessage,
    SendResult,
    SendTask,
)
from .state import GroupMessagesState

_REMINDERS = 3
_REMINDER_SECONDS = 86400


def remind_groupmsg_send(
    state: GroupMessagesState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Remind the members who have not sent a message yet."""
    message = _running_message(state, params)
    now = state.company.now()
    recent = [one for one in message.reminders if now - one < _REMINDER_SECONDS]
    if len(recent) >= _REMINDERS:
        raise RefusalError(41094, f"{_REMINDERS} reminders of this message within 24 hours")
    state.put(replace(message, reminders=(*message.reminders, now)))
    return {}


def cancel_groupmsg_send(
    state: GroupMessagesState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Let nobody send a message any more; what was sent stays."""
    message = _running_message(state, params)
    state.put(replace(message, cancelled_at=state.company.now()))
    return {}


def send(
    state: GroupMessagesState,
    message: MassMessage,
    task: SendTask,
    receivers: Iterable[str],
    time: int,
) -> None:
    """Let a member send a message to some of those for whom it is meant."""
    results = tuple(_results(state, message, task.userid, receivers, time))
    state.put(message.with_task(replace(task, send_time=time, results=results)))


def _results(
    state: GroupMessagesState,
    message: MassMessage,
    userid: str,
    receivers: Iterable[str],
    time: int,
) -> Iterator[SendResult]:
    for receiver in receivers:
        if message.chat_type == SINGLE and userid not in state.followers(receiver):
            yield SendResult(receiver, NO_CONTACT)
        elif message.chat_type != SINGLE and not state.owns(userid, receiver):
            continue
        elif state.receive(receiver, time):
            yield SendResult(receiver, SENT, time)
        else:
            yield SendResult(receiver, ENOUGH_RECEIVED)


def _running_message(state: GroupMessagesState, params: dict[str, Any]) -> MassMessage:
    message = known_message(state, params)
    if message.personal:
        raise RefusalError(41047, "invalid msgid: a member made this message")
    if message.cancelled_at is not None:
        raise RefusalError(41093, "the message was cancelled")
    return message
