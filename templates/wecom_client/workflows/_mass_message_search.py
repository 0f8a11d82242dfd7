"""What became of tasks whose answers were lost: found in the platform's list of messages.

The list has no creator for what was made through the API, and says of attachments other things than
were sent. So a message is taken for a lost task where all of this holds: it was made through the
API within ten minutes of the call, its id is not a known one, text and kinds of attachments are the
same, the task's sender is the one who is to send it, and those for whom it is meant are most of the
task's receivers (some may be none that can be sent to) and nobody else; and where no other message
and no other lost task fits. Where it is meant for fewer of them, it may be another message, and the
task stays unknown. Of a message to groups nobody knows for whom it is meant before it is sent:
there the sender decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from .._runtime.errors import APIError
from ._mass_message_plan import MassMessagePlan, MassMessageReport, TaskOutcome
from ._steps import Client, Each, Flow

_MARGIN = 600
"""Seconds by which clocks may differ, and after which a task that is not there was not made."""
_BY_THE_COMPANY = 0


@dataclass(frozen=True)
class _Candidate:
    """A message that may be a lost task.

    `senders`, `receivers`: who is to send it to whom; None: the platform cannot say yet.
    """

    msgid: str
    senders: frozenset[str] | None
    receivers: frozenset[str] | None
    is_for_groups: bool

    def can_be(self, outcome: TaskOutcome) -> bool:
        """Whether nothing speaks against its being the task."""
        sender, receivers = outcome.task.sender, outcome.task.receivers
        return (self.senders is None or sender is None or self.senders == {sender}) and (
            self.receivers is None or self.receivers <= {*receivers}
        )

    def is_surely(self, outcome: TaskOutcome) -> bool:
        """Whether it is the task, where nothing else can be."""
        if self.senders is None or self.receivers is None:
            return False
        return self.is_for_groups or 2 * len(self.receivers) > len(outcome.task.receivers)


class LostTasks:
    """Reads whether tasks were made whose answers were lost."""

    def __init__(self, wecom: Client, known: Iterable[str]) -> None:
        # This module is there without the operations, too, and its types are checked then.
        client: Any = wecom
        self._contact = client.externalcontact
        self._clock = wecom._settings.clock
        self._known = frozenset(known)
        self._candidates: dict[str, _Candidate] = {}

    def find(self, report: MassMessageReport) -> Flow[Mapping[int, TaskOutcome]]:
        """Return what was found out, by the number of the task; who is left out stays unknown."""
        lost = {
            index: outcome
            for index, outcome in enumerate(report.outcomes)
            if outcome.state == "unknown"
        }
        fitting: dict[int, list[_Candidate]] = {}
        for index, outcome in lost.items():
            found = yield from self._messages(report, outcome.sent_at or 0)
            fitting[index] = [one for one in found if one.can_be(outcome)]
        now = self._clock()
        settled: dict[int, TaskOutcome] = {}
        for index, outcome in lost.items():
            candidates = fitting[index]
            if not candidates and now > (outcome.sent_at or 0) + _MARGIN:
                settled[index] = TaskOutcome(outcome.task, sent_at=outcome.sent_at)
            elif len(candidates) == 1 and candidates[0].is_surely(outcome):
                others = (one for other, one in fitting.items() if other != index)
                if not any(candidates[0] in one for one in others):
                    settled[index] = self._made(outcome, candidates[0])
        return settled

    def _messages(self, report: MassMessageReport, at: int) -> Flow[list[_Candidate]]:
        """Return the messages that were made about a time, and that no task is known to be."""
        plan, known = report.plan, self._known.union(report.msgids)
        msgids: list[str] = []

        def note(message: Any) -> None:
            is_ours = not message.creator and _is_of(plan, message)
            if is_ours and isinstance(message.msgid, str) and message.msgid not in known:
                msgids.append(message.msgid)

        end = max(at, min(at + _MARGIN, int(self._clock())))
        listed = self._contact.iter_get_groupmsg_list_v2(
            plan.chat_type, max(0, at - _MARGIN), end, filter_type=_BY_THE_COMPANY
        )
        yield Each(listed, note)
        for msgid in dict.fromkeys(msgids):
            if msgid not in self._candidates:
                is_for_groups = plan.chat_type == "group"
                self._candidates[msgid] = yield from self._candidate(msgid, is_for_groups)
        return [self._candidates[msgid] for msgid in dict.fromkeys(msgids)]

    def _candidate(self, msgid: str, is_for_groups: bool) -> Flow[_Candidate]:
        """Read who is to send a message, and to whom."""
        contact = self._contact
        senders: dict[str, None] = {}
        receivers: set[str] = set()
        try:
            tasks = contact.iter_get_groupmsg_task(msgid)
            yield Each(tasks, lambda task: senders.setdefault(task.userid))
            for sender in senders:
                results = contact.iter_get_groupmsg_send_result(msgid, sender)
                yield Each(results, lambda one: receivers.update(_names(one)))
        except APIError:  # such as 41063, while the platform hands its tasks out
            return _Candidate(msgid, None, None, is_for_groups)
        return _Candidate(msgid, frozenset(senders) or None, frozenset(receivers), is_for_groups)

    @staticmethod
    def _made(outcome: TaskOutcome, candidate: _Candidate) -> TaskOutcome:
        """Say of a task that it was made; who is not among its receivers cannot be sent to."""
        receivers, failed = candidate.receivers or frozenset(), []
        if not candidate.is_for_groups:
            failed = [one for one in outcome.task.receivers if one not in receivers]
        return replace(
            outcome, state="made", msgid=candidate.msgid, fail_list=tuple(failed), error=None
        )


def _is_of(plan: MassMessagePlan, message: Any) -> bool:
    """Whether the content of a message can be that of a plan."""
    sent = (plan.content.get("text") or {}).get("content")
    read = message.text.content if message.text is not None else None
    return _words(sent) == _words(read) and _kinds(plan.content.get("attachments") or ()) == [
        one.msgtype for one in message.attachments
    ]


def _words(text: object) -> list[str]:
    """Return what is left of a text however spaces and line ends are kept."""
    return text.split() if isinstance(text, str) else []


def _names(result: Any) -> list[str]:
    found = result.external_userid or result.chat_id
    return [found] if isinstance(found, str) else []


def _kinds(attachments: Iterable[Mapping[str, Any]]) -> list[Any]:
    return [one.get("msgtype") for one in attachments]
