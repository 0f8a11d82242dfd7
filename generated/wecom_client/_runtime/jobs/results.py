# Copied from templates/wecom_client/_runtime/jobs/results.py: edit that file, then run 'make generate'.
"""What jobs return: iterators over records and outcomes, and the result of a batch."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..answers import Answer, FailedRecord, Record
from ..errors import Language, WeComError, page_lines, wording
from ..named import Named

if TYPE_CHECKING:
    from ..._failed_records import AnyFailedRecord
    from ..request import Request
    from .bulk import Ledger
    from .paging import Walk
    from .sync import SyncJobs
    from .threads import Crew, Result
else:
    AnyFailedRecord = FailedRecord

A = TypeVar("A", bound=Answer)
F = TypeVar("F", bound=FailedRecord, covariant=True)
R = TypeVar("R", bound=Record)

END: Any = object()
"""In the place of a record: the page is at its end."""


class Items(Generic[R]):
    """The records of all pages, fetched page by page while they are taken.

    `position` says where to begin in order to go on from here: pass it to a new iterator in the
    place of the cursor or offset. With a cursor, the records of the present page come once more.
    When a call fails, its error is raised, and the next `next()` makes that call again. Threads may
    take from one iterator together.
    """

    def __init__(self, client: Any, walk: Any, fetch: Any) -> None:
        self._client: SyncJobs = client
        self._walk: Walk[R] = walk
        self._fetch: Callable[[Request, type[Answer]], Answer] = fetch
        self._lock = RLock()

    @property
    def position(self) -> Any:
        """The cursor of the present page, or the offset of the next record."""
        return self._walk.position

    def __iter__(self) -> Items[R]:
        return self

    def __next__(self) -> R:
        walk = self._walk
        with self._lock:
            while (record := walk.take()) is END:
                request = walk.request()
                if request is None:
                    raise StopIteration
                walk.accept(self._fetch(request, walk.answer))
            return record

    def __repr__(self) -> str:
        return f"<{type(self).__name__} at {self.position!r} of {self._client!r}>"


class BatchResult(Generic[F]):
    """How far a batch came. Each element that was given stands in exactly one of four places.

    `done`: carried out, by this job or before it. `failed`: the answer's records of elements that
    failed, with `meaning` and `remedy`. `unknown`: elements of a call whose outcome nobody knows.
    `not_tried`: elements that were certainly not carried out, as their call was refused whole or
    never sent. `resume_on`: the day (UTC+8) on which the quota allows more, None where it was not
    the quota that ended the job.

    `rest`: what to give to the next run: the elements of `unknown`, those which failed because the
    quota was used up, and `not_tried`, in the order given.
    """

    __slots__ = ("done", "failed", "not_tried", "rest", "resume_on", "unknown")

    def __init__(
        self,
        done: Sequence[str],
        failed: Sequence[F],
        unknown: Sequence[str],
        not_tried: Sequence[str],
        resume_on: date | None,
        rest: Sequence[str],
    ) -> None:
        self.done = tuple(done)
        self.failed = tuple(failed)
        self.unknown = tuple(unknown)
        self.not_tried = tuple(not_tried)
        self.resume_on = resume_on
        self.rest = tuple(rest)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self}>"

    def __str__(self) -> str:
        """Return the numbers: the elements themselves may be thousands."""
        return counts(self, "en")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, BatchResult):
            return NotImplemented
        return self._content() == other._content()

    def __hash__(self) -> int:
        return hash(self._content())

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), self._content()

    def _content(self) -> tuple[Any, ...]:
        return (
            self.done,
            self.failed,
            self.unknown,
            self.not_tried,
            self.resume_on,
            self.rest,
        )


def counts(result: BatchResult[Any], language: Language) -> str:
    """Return how far a batch came in words."""
    words = wording(language)
    parts = (result.done, result.failed, result.unknown, result.not_tried)
    texts = [text.format(len(part)) for text, part in zip(words.counts, parts, strict=True)]
    if result.resume_on is not None:
        texts.append(words.resume_on.format(day=result.resume_on.isoformat()))
    return words.comma.join(texts)


class BatchError(WeComError):
    """A whole job stopped before its end.

    `result` says what was done, what failed, what is unknown and what was not tried. `language`:
    that of the text.
    """

    def __init__(
        self,
        message: str,
        operation: str,
        result: BatchResult[AnyFailedRecord],
        doc_url: str = "",
        language: Language = "en",
    ) -> None:
        """Keep the result, so that the rest can be done later."""
        self.message = message
        self.operation = operation
        self.result = result
        self.doc_url = doc_url
        self.language = language
        super().__init__(message, operation, result, doc_url, language)

    def __str__(self) -> str:
        """Say why the job stopped and where the rest is to be found."""
        words = wording(self.language)
        lines = [
            words.stopped.format(operation=self.operation, message=self.message),
            words.remedy.format(remedy=words.rest),
        ]
        return "\n".join([*lines, *page_lines(self.doc_url, self.language)])


class Outcome(Generic[A]):
    """What came of one element: its `key`, and either the `answer` or the `error`."""

    __slots__ = ("answer", "error", "key")

    def __init__(self, key: Any, answer: A | None, error: WeComError | None) -> None:
        self.key = key
        self.answer = answer
        self.error = error

    def result(self) -> A:
        """Return the answer.

        Raises:
            WeComError: the error, where there is no answer.
        """
        if self.error is not None or self.answer is None:
            raise self.error or WeComError("no answer")
        return self.answer

    def __repr__(self) -> str:
        came = repr(self.error) if self.error is not None else type(self.answer).__name__
        return f"<{type(self).__name__} {self.key!r}: {came}>"


class Progress(Named):
    """How far a bulk read is; `total` is None where the elements cannot be counted beforehand.

    `waiting_until`: Unix seconds, where this tells that a wait for the platform has begun, as calls
    came too often; else None.
    """

    done: int
    failed: int
    total: int | None
    waiting_until: float | None = None


class Waiting(Named):
    """In the place of an outcome: all calls wait for the platform until this time."""

    until: float


class Outcomes(Generic[A]):
    """The outcomes of a bulk read, as they come or in the order of the elements.

    Elements are taken from their iterable in the thread that takes the outcomes, a few ahead of
    them. The threads end with the last outcome, with `close`, or with the iterator. Threads may
    take from one iterator together.
    """

    def __init__(self, elements: Iterable[Any], ledger: Any, crew: Any) -> None:
        self._elements: Iterator[Any] = iter(elements)
        self._ledger: Ledger[A] = ledger
        self._crew: Crew[A] = crew
        self._lock = RLock()
        self._process = os.getpid()

    def __iter__(self) -> Outcomes[A]:
        return self

    def __next__(self) -> Outcome[A]:
        ledger = self._ledger
        if self._process != os.getpid():
            raise RuntimeError("a forked child cannot go on with its parent's bulk read")
        with self._lock:
            self._hand_out()
            while not ledger.has_next:
                if not ledger.is_waiting:
                    self.close()
                    if (error := ledger.error()) is not None:
                        raise error
                    raise StopIteration
                if (result := self._crew.result()) is not None:
                    self._put(result)
            return ledger.take()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self._ledger}>"

    def close(self) -> None:
        """End the threads; elements that are not read by now are not read."""
        self._ledger.close()
        self._crew.stop()

    def __enter__(self) -> Outcomes[A]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __del__(self) -> None:
        if hasattr(self, "_crew"):
            self._crew.stop(wait=False)

    def _hand_out(self) -> None:
        """Keep the threads busy, but do not wait for further elements when an outcome is there."""
        ledger = self._ledger
        while ledger.wants_more:
            try:
                element = next(self._elements)
            except StopIteration:
                ledger.end()
                return
            except Exception as error:
                ledger.end(error)
                return
            except BaseException:
                # What it interrupts, a generator for one, may be at its end now without being so.
                ledger.end(
                    RuntimeError("reading the elements was interrupted: some may be missing")
                )
                raise
            self._crew.submit(ledger.hand_out(), element)
            while (result := self._crew.result_at_hand()) is not None:
                self._put(result)
            if ledger.has_next:
                return

    def _put(self, result: Result[A]) -> None:
        if isinstance(result, Waiting):
            self._ledger.tell(result)
            return
        number, outcome = result
        if isinstance(outcome, BaseException):
            self.close()
            raise outcome
        self._ledger.put(number, outcome)
