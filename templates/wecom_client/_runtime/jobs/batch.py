"""Batches: which elements to send next, and what became of each; no I/O."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import suppress
from typing import Any, Generic, Literal, TypeVar

from ..answers import FailedRecord, PartialAnswer
from ..decode import number_of
from ..errcodes import Language
from ..errors import APIError, ParameterError, TransportError, wording
from ..problems import date_of_day, day_of_seconds
from ..request import Request, Settings
from .calls import Call, Terms, checked, elements_of, whole_number
from .declarations import Batch
from .results import BatchError, BatchResult, counts

F = TypeVar("F", bound=FailedRecord)

_log = logging.getLogger("wecom_client")


def begin(
    batch: Batch[F],
    values: Mapping[str, Any],
    elements: Iterable[Any],
    settings: Settings,
    daily_limit: int | None,
    extra: Mapping[str, Any] | None = None,
) -> BatchJob[F]:
    """Check the arguments and return the job.

    Raises:
        ParameterError: with every problem at once.
    """
    given, own = elements_of(batch.argument, elements)
    if daily_limit is not None:
        own += whole_number("daily_limit", daily_limit, 0)
    limits = ("minItems", "maxItems")
    terms = Terms(
        lifted={(batch.parameter, rule) for rule in limits}, names={batch.parameter: batch.argument}
    )
    given_values = {**values, batch.parameter: given}
    sent = checked(batch.operation, batch.request, given_values, settings, terms, own, extra)
    return BatchJob(batch, sent, daily_limit, settings.clock)


class BatchJob(Generic[F]):
    """One batch under way; no I/O."""

    def __init__(
        self,
        batch: Batch[F],
        sent: Mapping[str, Any],
        daily_limit: int | None,
        clock: Callable[[], float],
    ) -> None:
        self._batch = batch
        self._sent = sent
        self._left = daily_limit
        self._clock = clock
        self._elements: list[Any] = list(dict.fromkeys(sent[batch.parameter]))
        self._position = 0
        self._calls = 0
        self._given = frozenset(self._elements)
        self._lists_every = batch.answer._every
        self._states: dict[Any, F | Literal["done", "unknown"]] = {}
        self._again: set[Any] = set()
        self._is_used_up = False

    def plan(self) -> tuple[Request, ...]:
        """Return the calls of a run in which nothing fails and nothing is so already."""
        size, end = self._batch.size, len(self._elements)
        if self._left is not None:
            end = min(end, self._left)
        return tuple(
            self._request(self._elements[begin : min(begin + size, end)])
            for begin in range(0, end, size)
        )

    def run(self) -> Generator[Call, Any, BatchResult[F]]:
        """Ask for one call after the other until all is done or the quota is used up.

        Raises:
            BatchError: a call failed; the result says how far the job came.
        """
        while self._position < len(self._elements) and self._left != 0 and not self._is_used_up:
            size = self._batch.size if self._left is None else min(self._batch.size, self._left)
            chunk = self._elements[self._position : self._position + size]
            self._calls += 1
            call = Call(self._request(chunk), self._batch.answer)
            try:
                outcome = yield call
            except BaseException as interruption:
                self._interrupt(chunk, call, interruption)
                raise
            if isinstance(outcome, Exception):
                self._stop(chunk, call, outcome)
            self._position += len(chunk)
            self._count(chunk, outcome)
        return self._result()

    def _request(self, chunk: list[Any]) -> Request:
        return self._batch.operation.request({**self._sent, self._batch.parameter: chunk})

    def _count(self, chunk: list[Any], answer: PartialAnswer) -> None:
        """Say of each element of a call what became of it."""
        batch, cls = self._batch, type(answer)
        records = getattr(answer, cls._failures)
        if not isinstance(records, tuple) or not all(map(self._is_record, records)):
            self._lose(chunk)
            raise self._error(f"an answer whose {cls._failures} cannot be read")
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

    def _interrupt(self, chunk: list[Any], call: Call, interruption: BaseException) -> None:
        """Leave word of how far the job came with whatever ends the program or the task."""
        if call.is_under_way:
            self._position += len(chunk)
            self._lose(chunk)
        result, path = self._result(), self._batch.operation.path
        _log.warning("%s: interrupted; %s", path, result, extra={"result": result})
        with suppress(AttributeError):  # of a class that has no room for it
            interruption.result = result  # type: ignore[attr-defined]

    def _stop(self, chunk: list[Any], call: Call, error: Exception) -> None:
        """End the job with an error that says what became of the call that failed."""
        if _may_have_been_carried_out(call, error):
            self._position += len(chunk)
            self._lose(chunk)
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
        not_tried = self._elements[self._position :]
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

    def _lose(self, chunk: list[Any]) -> None:
        """Say of the elements of a call that nobody knows what became of them."""
        self._states.update(dict.fromkeys(chunk, "unknown"))


def _code(record: FailedRecord) -> int | None:
    return number_of(record.raw.get("errcode"))


def _may_have_been_carried_out(call: Call, error: Exception) -> bool:
    if isinstance(error, APIError):
        return error.after_unknown
    if isinstance(error, TransportError):
        return error.outcome == "unknown"
    # Among the others is what a caller's own function raised, asked for a token.
    return call.is_under_way and not isinstance(error, ParameterError)
