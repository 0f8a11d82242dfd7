"""Making the tasks of a mass message, one call each, with a journal that outlives the process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from .._runtime.answers import Answer, answer_in
from .._runtime.jobs.calls import Call
from .._runtime.jobs.journal import Journal, Recorded
from ._mass_message_plan import MassMessagePlan, MassMessageReport, MessageTask, TaskOutcome
from ._results import carried
from ._steps import Client, Flow
from ._writes import Came, Kept, Writes


class Search(Protocol):
    """What finds out about tasks whose answers were lost."""

    def find(self, report: MassMessageReport) -> Flow[Mapping[int, TaskOutcome]]:
        """Return what was found out, by the number of the task."""
        ...


class MassMessageJob:
    """The tasks of a plan under way, and what is known of each."""

    def __init__(
        self, wecom: Client, plan: MassMessagePlan, answer: type[Answer], journal: Journal | None
    ) -> None:
        self._plan = plan
        self._answer = answer
        self._language = wecom._rules.language
        self._writes = Writes(wecom, journal)
        self.outcomes = [TaskOutcome(task) for task in plan.tasks]

    def report(self) -> MassMessageReport:
        """Return what is known now."""
        return MassMessageReport(self._plan, tuple(self.outcomes), self._writes.error)

    def read(self) -> Flow[None]:
        """Take in what the journal knows, and leave it as it is."""
        self._take_in((yield from self._writes.read()))

    def run(self) -> Flow[MassMessageReport]:
        """Make every task that was not made and may not have been."""
        self._take_in((yield from self._writes.open()))
        try:
            with carried(self.report):
                for index, outcome in enumerate(self.outcomes):
                    if outcome.state == "not_tried" and self._writes.error is None:
                        call = Call(outcome.task.request, self._answer)
                        yield from self._writes.make(call, [index], partial(self._note, index))
        finally:
            self._writes.close()
        return self.report()

    def settle(self, search: Search) -> Flow[MassMessageReport]:
        """Find out about tasks that may have been made, and note it."""
        self._take_in((yield from self._writes.open()))
        try:
            found = yield from search.find(self.report())
            for index, outcome in found.items():
                yield from self._writes.begin(outcome.sent_at or 0, [index])
                yield from self._writes.end(self._kept(outcome))
                if self._writes.error is not None:
                    raise self._writes.error
                self.outcomes[index] = outcome
        finally:
            self._writes.close()
        return self.report()

    def _note(self, index: int, came: Came) -> Kept:
        """Say of a task what is known of it, and what a journal keeps of that."""
        task = self._plan.tasks[index]
        if came.state == "done":
            outcome = _made(task, answer_in(self._language, self._answer, came.raw))
        else:
            outcome = TaskOutcome(task, came.state, error=came.error)
        self.outcomes[index] = outcome = replace(outcome, sent_at=came.at)
        return self._kept(outcome)

    def _kept(self, outcome: TaskOutcome) -> Kept:
        """Return what a journal keeps of a task."""
        if outcome.state != "made":
            return "unknown" if outcome.state == "unknown" else "not_tried"
        kept = {"msgid": outcome.msgid, "fail_list": list(outcome.fail_list)}
        return self._answer({"errcode": 0, "errmsg": "ok", **kept})

    def _take_in(self, recorded: list[Recorded]) -> None:
        """Go on after the calls of a journal; of several about one task the last one counts."""
        for one in recorded:
            for index in one.elements:
                task = self._plan.tasks[index]
                outcome = TaskOutcome(task, "unknown" if one.is_lost else "not_tried")
                if one.answer is not None:
                    outcome = _made(task, answer_in(self._language, self._answer, one.answer))
                self.outcomes[index] = replace(outcome, sent_at=one.at)


def _made(task: MessageTask, answer: Any) -> TaskOutcome:
    """Say what an answer says; a task without an id may be there, but nobody can follow it."""
    if not isinstance(answer.msgid, str) or not answer.msgid:
        return TaskOutcome(task, "unknown")
    failed = tuple(one for one in answer.fail_list if isinstance(one, str))
    return TaskOutcome(task, "made", answer.msgid, failed)
