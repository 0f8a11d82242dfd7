# Copied from templates/wecom_client/_runtime/jobs/batch.py: edit that file, then run 'make generate'.
"""Batches: which elements to send next, and what became of each; no I/O."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from ..answers import FailedRecord, PartialAnswer, answer_in
from ..decode import number_of
from ..errcodes import Language
from ..errors import APIError, wording
from ..problems import Problem, date_of_day, day_of_seconds
from ..request import Request, Settings
from ..steps import Ask
from ..values import describe
from .calls import Call, Terms, checked, elements_of, outcome_of, whole_number
from .declarations import Batch
from .results import BatchError, BatchResult, JournalError, counts

if TYPE_CHECKING:
    from .journal import Journal, Recorded

F = TypeVar("F", bound=FailedRecord)

Fate = PartialAnswer | Literal["unknown", "not_tried"]
"""What is known of a call: its answer, or whether it may have been carried out."""

_log = logging.getLogger("wecom_client")


def begin(
    batch: Batch[F],
    values: Mapping[str, Any],
    elements: Iterable[Any],
    settings: Settings,
    daily_limit: int | None,
    extra: Mapping[str, Any] | None = None,
    journal: str | os.PathLike[str] | None = None,
    language: Language = "en",
) -> BatchJob[F]:
    """Check the arguments and return the job.

    Raises:
        ParameterError: with every problem at once.
    """
    given, own = elements_of(batch.argument, elements)
    if daily_limit is not None:
        own += whole_number("daily_limit", daily_limit, 0)
    if journal is not None:
        own += _unfit_for_journal(batch.argument, given, journal)
    limits = ("minItems", "maxItems")
    terms = Terms(
        lifted={(batch.parameter, rule) for rule in limits}, names={batch.parameter: batch.argument}
    )
    given_values = {**values, batch.parameter: given}
    sent = checked(batch.operation, batch.request, given_values, settings, terms, own, extra)
    return BatchJob(batch, sent, daily_limit, settings.clock, journal, language)


class BatchJob(Generic[F]):
    """One batch under way; no I/O: files are asked for, as calls are."""

    def __init__(
        self,
        batch: Batch[F],
        sent: Mapping[str, Any],
        daily_limit: int | None,
        clock: Callable[[], float],
        journal: str | os.PathLike[str] | None,
        language: Language,
    ) -> None:
        self._batch = batch
        self._sent = sent
        self._left = daily_limit
        self._clock = clock
        self._language = language
        self._elements: list[Any] = list(dict.fromkeys(sent[batch.parameter]))
        self._queue = self._elements
        """What is to be sent; what stands before the position was."""
        self._position = 0
        self._calls = 0
        self._given = frozenset(self._elements)
        self._lists_every = batch.answer._every
        self._states: dict[Any, F | Literal["done", "unknown"]] = {}
        self._again: set[Any] = set()
        self._is_used_up = False
        self._journal = None if journal is None else self._journal_at(journal)

    def plan(self) -> Generator[Ask, Any, tuple[Request, ...]]:
        """Return the calls of a run in which nothing fails and nothing is so already.

        Raises:
            JournalError: the journal cannot serve.
        """
        if self._journal is not None:
            self._resume((yield Ask(self._journal.read)))
        size, end = self._batch.size, len(self._queue)
        if self._left is not None:
            end = min(end, 0 if self._is_used_up else self._left)
        return tuple(
            self._request(self._queue[begin : min(begin + size, end)])
            for begin in range(0, end, size)
        )

    def run(self) -> Generator[Call | Ask, Any, BatchResult[F]]:
        """Ask for one call after the other until all is done or the quota is used up.

        Raises:
            BatchError: a call failed; the result says how far the job came.
            JournalError: the journal cannot serve; nothing was sent.
        """
        journal = self._journal
        try:
            if journal is not None:
                self._resume((yield Ask(journal.open, is_needed=True)))
            while self._position < len(self._queue) and self._left != 0 and not self._is_used_up:
                yield from self._next_call()
        finally:
            if journal is not None:
                journal.close()
        return self._result()

    def _next_call(self) -> Generator[Call | Ask, Any, None]:
        """Make one call, and note what it is about before and what came of it afterwards."""
        size = self._batch.size if self._left is None else min(self._batch.size, self._left)
        chunk = self._queue[self._position : self._position + size]
        self._calls += 1
        call = Call(self._request(chunk), self._batch.answer)
        try:
            flaw = yield from self._note("begin", int(self._clock()), chunk)
            outcome = flaw or (yield call)
        except BaseException as interruption:
            self._interrupt(self._sent_as(chunk, outcome_of(call, interruption)), interruption)
            raise
        came = outcome_of(call, outcome) if isinstance(outcome, Exception) else outcome
        fate = self._sent_as(chunk, came)
        try:
            flaw = yield from self._note("end", fate)
        except BaseException as interruption:
            self._interrupt(fate, interruption)
            raise
        if isinstance(outcome, Exception):
            self._stop(outcome)
        if fate == "unknown":
            raise self._error(f"an answer whose {self._batch.answer._failures} cannot be read")
        if flaw is not None:
            self._stop(flaw)

    def _note(self, what: Literal["begin", "end"], *said: Any) -> Generator[Ask, Any, Any]:
        """Write a line of the journal; return what went wrong."""
        if self._journal is None:
            return None
        write = getattr(self._journal, what)
        return (yield Ask(partial(write, self._calls, *said), is_needed=True))

    def _sent_as(self, chunk: list[Any], came: Fate) -> Fate:
        """Take note of what came of the next elements, and return what is known of their call."""
        if came != "not_tried":
            self._position += len(chunk)
        return self._account(chunk, came)

    def _account(self, chunk: list[Any], came: Fate) -> Fate:
        """Say of the elements of a call what became of each, and return what is known of it."""
        if came == "not_tried":
            return came
        self._again.difference_update(chunk)
        if isinstance(came, PartialAnswer):
            records = getattr(came, type(came)._failures)
            if isinstance(records, tuple) and all(map(self._is_record, records)):
                self._count(chunk, records)
                return came
        self._states.update(dict.fromkeys(chunk, "unknown"))
        return "unknown"

    def _resume(self, calls: list[Recorded] | JournalError) -> None:
        """Go on after the calls of a journal: what may have been carried out is not sent again.

        What the platform refused for the quota of another day is. What was carried out today
        counts against the limit.
        """
        if isinstance(calls, JournalError):
            raise calls
        today = day_of_seconds(int(self._clock()))
        for one in calls:
            self._calls, left = one.number, self._left
            came: Fate = "unknown" if one.is_lost else "not_tried"
            if one.answer is not None:
                came = answer_in(self._language, self._batch.answer, one.answer)
            if self._account(one.elements, came) == "unknown" and left is not None:
                self._left = left - len(one.elements)
            if day_of_seconds(one.at) != today:
                self._left, self._is_used_up = left, False
        if self._left is not None:
            self._left = max(0, self._left)
        if not self._is_used_up:
            for element in self._again:
                del self._states[element]
            self._again.clear()
        self._queue = [element for element in self._elements if element not in self._states]

    def _journal_at(self, path: str | os.PathLike[str]) -> Journal:
        from .journal import Job, Journal  # here, as few jobs have one

        batch, operation = self._batch, self._batch.operation
        arguments = {name: one for name, one in self._sent.items() if name != batch.parameter}
        job = Job(operation.path, arguments, batch.argument, self._elements)
        return Journal(path, job, operation.doc_url)

    def _request(self, chunk: list[Any]) -> Request:
        return self._batch.operation.request({**self._sent, self._batch.parameter: chunk})

    def _count(self, chunk: list[Any], records: Iterable[F]) -> None:
        """Say of each element of a call what became of it, as its answer has it."""
        batch, cls = self._batch, self._batch.answer
        failed: dict[Any, list[F]] = {}
        for record in records:
            failed.setdefault(record.raw[cls._key], []).append(record)
        others = failed.keys() - set(chunk)
        if others:
            # One of ours failed under another name: nobody knows which.
            texts = batch.operation.path, cls._failures, len(others)
            _log.warning("%s: %s names %d elements that were not sent", *texts)
        for element in chunk:
            self._settle(element, failed.pop(element, []), is_sure=not others)
        for name, named in failed.items():
            self._settle_other(name, named)

    def _settle(self, element: Any, records: list[F], *, is_sure: bool) -> None:
        """Say of one element what became of it; `records`: those of the answer that name it."""
        if reason := self._reason(element, records):
            self._states[element] = reason
            return
        codes = {_code(record) for record in records}
        if codes or self._lists_every:
            is_sure = bool(codes) and None not in codes
        self._states[element] = "done" if is_sure else "unknown"
        was_so_before = codes and codes <= self._batch.done
        if self._left is not None and not was_so_before:
            self._left -= 1

    def _settle_other(self, name: Any, records: list[F]) -> None:
        """Take note of an element that an answer names as failed without having been asked.

        One that an earlier call seemed to have carried out was not; one that is still to be sent
        gets its own answer.
        """
        is_ours = name in self._given
        if is_ours and name not in self._states:
            return
        reason = self._reason(name, records)
        if reason is None and not is_ours and not self._lists_every:
            reason = records[0]
        if reason is not None:
            self._states[name] = reason

    def _reason(self, element: Any, records: list[F]) -> F | None:
        """Return the record that says why an element failed; None: it did not, or was so before."""
        if not self._batch.used_up.isdisjoint(map(_code, records)):
            self._is_used_up = True
            self._again.add(element)
        # Where every element is listed, a record without a code says nothing of how it went.
        others = {*self._batch.done, *((0, None) if self._lists_every else ())}
        return next((record for record in records if _code(record) not in others), None)

    def _is_record(self, record: Any) -> bool:
        if not isinstance(record, FailedRecord):
            return False
        key = record.raw.get(self._batch.answer._key)
        return isinstance(key, (str, int))

    def _interrupt(self, fate: Fate, interruption: BaseException) -> None:
        """Leave word of how far the job came with whatever ends the program or the task."""
        if self._journal is not None:
            # At once, in this thread: nothing that waits would be carried out any more.
            self._journal.end(self._calls, fate)
        result, path = self._result(), self._batch.operation.path
        _log.warning("%s: interrupted; %s", path, result, extra={"result": result})
        with suppress(AttributeError):  # of a class that has no room for it
            interruption.result = result  # type: ignore[attr-defined]

    def _stop(self, error: Exception) -> None:
        """End the job with an error that says how far it came."""
        first_line = str(error).partition("\n")[0] or type(error).__name__
        # The error's text stands in that of the job: both are to read as one.
        language = error.language if isinstance(error, APIError) else "en"
        reason = wording(language).cause.format(name=type(error).__name__, text=first_line)
        raise self._error(reason, language) from error

    def _error(self, reason: str, language: Language = "en") -> BatchError:
        # Whoever catches it does not know of which operation it is.
        result: BatchResult[Any] = self._result()
        operation = self._batch.operation
        message = wording(language).failed_call.format(
            number=self._calls, counts=counts(result, language), reason=reason
        )
        return BatchError(message, operation.path, result, operation.doc_url, language)

    def _result(self) -> BatchResult[F]:
        not_tried = self._queue[self._position :]
        resume_on = None
        if self._is_used_up or (self._left == 0 and not_tried):
            resume_on = date_of_day(day_of_seconds(int(self._clock())) + 1)
        states = self._states
        done = [element for element, state in states.items() if state == "done"]
        unknown = [element for element, state in states.items() if state == "unknown"]
        failed = [state for state in states.values() if isinstance(state, FailedRecord)]
        again = {*unknown, *self._again, *not_tried}
        rest = [element for element in self._elements if element in again]
        return BatchResult(done, failed, unknown, not_tried, resume_on, rest)


def _code(record: FailedRecord) -> int | None:
    return number_of(record.raw.get("errcode"))


def _unfit_for_journal(name: str, elements: Iterable[Any], journal: object) -> Iterator[Problem]:
    """Find what a journal cannot hold so that it is found again: it holds texts and numbers."""
    if not isinstance(journal, (str, os.PathLike)) or not os.fspath(journal):
        text = f"must be the path of a file, is {describe(journal)}"
        yield Problem("journal", "type", text)
    for index, element in enumerate(elements):
        if type(element) not in (str, int):
            text = f"cannot stand in a journal, is {describe(element)}"
            yield Problem(f"{name}[{index}]", "type", text)
