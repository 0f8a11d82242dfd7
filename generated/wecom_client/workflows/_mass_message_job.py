# Copied from templates/wecom_client/workflows/_mass_message_job.py: edit that file, then run 'make generate'.
"""Making the tasks of a mass message, one call each, with a journal that outlives the process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from .._runtime.answers import Answer, answer_in
from .._runtime.errors import WeComError
from .._runtime.jobs.calls import Call, outcome_of
from .._runtime.jobs.journal import Journal, Recorded
from .._runtime.jobs.results import JournalError
from ._mass_message_plan import MassMessagePlan, MassMessageReport, MessageTask, TaskOutcome
from ._results import carried
from ._steps import Client, Flow, from_disk
from ._writes import Writes


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
        self._wecom = wecom
        self._plan = plan
        self._answer = answer
        self._journal = journal
        self._writes = Writes(wecom)
        self._calls = 0
        self.outcomes = [TaskOutcome(task) for task in plan.tasks]

    def report(self) -> MassMessageReport:
        """Return what is known now."""
        return MassMessageReport(self._plan, tuple(self.outcomes), self._writes.error)

    def read(self) -> Flow[None]:
        """Take in what the journal knows, and leave it as it is."""
        if self._journal is not None:
            self._take_in((yield from_disk(self._wecom, self._journal.read)))

    def run(self) -> Flow[MassMessageReport]:
        """Make every task that was not made and may not have been."""
        yield from self._open()
        try:
            with carried(self.report):
                for index, outcome in enumerate(self.outcomes):
                    if outcome.state == "not_tried" and self._writes.error is None:
                        yield from self._make(index)
        finally:
            self._close()
        return self.report()

    def settle(self, search: Search) -> Flow[MassMessageReport]:
        """Find out about tasks that may have been made, and note it."""
        yield from self._open()
        try:
            found = yield from search.find(self.report())
            for index, outcome in found.items():
                yield from self._begin(index, outcome.sent_at or 0)
                yield from self._end(self._fate(outcome))
                if self._writes.error is not None:
                    raise self._writes.error
                self.outcomes[index] = outcome
        finally:
            self._close()
        return self.report()

    def _make(self, index: int) -> Flow[None]:
        """Make one task, and note it before and afterwards."""
        task, at = self._plan.tasks[index], int(self._wecom._settings.clock())
        call = Call(task.request, self._answer)
        try:
            yield from self._begin(index, at)
            if self._writes.error is not None:
                return
            raw = yield self._writes.send(call)
        except WeComError as error:
            outcome = self._failed(task, call, error)
        except BaseException as interruption:
            state = outcome_of(call, interruption)
            self.outcomes[index] = TaskOutcome(task, state, sent_at=at)
            self._end_at_once(state)
            raise
        else:
            self._writes.succeeded()
            outcome = _made(task, answer_in(self._wecom._rules.language, self._answer, raw))
        self.outcomes[index] = outcome = replace(outcome, sent_at=at)
        try:
            yield from self._end(self._fate(outcome))
        except BaseException:
            self._end_at_once(self._fate(outcome))
            raise

    def _failed(self, task: MessageTask, call: Call, error: WeComError) -> TaskOutcome:
        """Say of a task whose call failed what is known of it, and whether the run goes on."""
        # Kept with its outcome, the traceback would keep every frame's variables.
        state = self._writes.failed(call, error)
        return TaskOutcome(task, state, error=error.with_traceback(None))

    def _open(self) -> Flow[None]:
        if self._journal is not None:
            self._take_in((yield from_disk(self._wecom, self._journal.open)))

    def _close(self) -> None:
        if self._journal is not None:
            self._journal.close()

    def _begin(self, index: int, at: int) -> Flow[None]:
        """Note a call; where that fails, the run ends."""
        self._calls += 1
        if self._journal is not None:
            note = partial(self._journal.begin, self._calls, at, [index])
            self._writes.error = yield from_disk(self._wecom, note)

    def _end(self, fate: Answer | str) -> Flow[None]:
        """Note what came of the call that was begun last."""
        if self._journal is not None:
            note = partial(self._journal.end, self._calls, fate)
            self._writes.error = (yield from_disk(self._wecom, note)) or self._writes.error

    def _end_at_once(self, fate: Answer | str) -> None:
        """Note it in this thread: nothing that waits is carried out once a run is interrupted."""
        if self._journal is not None:
            self._journal.end(self._calls, fate)

    def _fate(self, outcome: TaskOutcome) -> Answer | str:
        """Return what a journal keeps of a task."""
        if outcome.state != "made":
            return "unknown" if outcome.state == "unknown" else "not_tried"
        kept = {"msgid": outcome.msgid, "fail_list": list(outcome.fail_list)}
        return self._answer({"errcode": 0, "errmsg": "ok", **kept})

    def _take_in(self, recorded: list[Recorded] | JournalError) -> None:
        """Go on after the calls of a journal; of several about one task the last one counts."""
        if isinstance(recorded, JournalError):
            raise recorded
        for one in recorded:
            self._calls = one.number
            for index in one.elements:
                task = self._plan.tasks[index]
                outcome = TaskOutcome(task, "unknown" if one.is_lost else "not_tried")
                if one.answer is not None:
                    language = self._wecom._rules.language
                    outcome = _made(task, answer_in(language, self._answer, one.answer))
                self.outcomes[index] = replace(outcome, sent_at=one.at)


def _made(task: MessageTask, answer: Any) -> TaskOutcome:
    """Say what an answer says; a task without an id may be there, but nobody can follow it."""
    if not isinstance(answer.msgid, str) or not answer.msgid:
        return TaskOutcome(task, "unknown")
    failed = tuple(one for one in answer.fail_list if isinstance(one, str))
    return TaskOutcome(task, "made", answer.msgid, failed)
