# Copied from templates/wecom_client/_runtime/jobs/results.py: edit that file, then run 'make generate'.
"""What jobs come to: the result of a batch, and of a bulk read its outcomes and its progress."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Generic, TypeVar

from ..answers import Answer, FailedRecord
from ..errcodes import Language
from ..errors import WeComError, page_lines, wording
from ..named import Named
from ..values import describe

AnyFailedRecord = FailedRecord
"""What a record of whatever job is; type checkers see more of it (`_failed_records`)."""

A = TypeVar("A", bound=Answer)
F = TypeVar("F", bound=FailedRecord, covariant=True)

END: Any = object()
"""In the place of a record: the page is at its end."""

NOT_YET: Any = object()
"""In the place of an element: the next one is still awaited."""


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

    def settled(self, found: Mapping[Any, bool | None]) -> BatchResult[F]:
        """Return the result with what was found out about elements of `unknown`.

        `found`: by element, whether it was carried out. True: it is done; False: it is not tried,
        and stays in `rest`. One that is left out, or None, stays unknown. Others are passed over.

        Raises:
            TypeError: what was found is no mapping, or of something else than True, False and None.
        """
        if not isinstance(found, Mapping):
            raise TypeError(f"found must be a mapping from elements to bool, is {describe(found)}")
        for element, is_done in found.items():
            # An owner's userid, or a status, would count as done whatever it says.
            if is_done is not None and is_done not in (True, False):
                text = f"found[{element!r}] must be True, False or None, is {describe(is_done)}"
                raise TypeError(text)
        answers = [(element, found.get(element)) for element in self.unknown]
        done = [element for element, is_done in answers if is_done]
        not_done = [element for element, is_done in answers if is_done is not None and not is_done]
        known = frozenset(done)
        return BatchResult(
            [*self.done, *done],
            self.failed,
            [element for element, is_done in answers if is_done is None],
            [*not_done, *self.not_tried],
            self.resume_on,
            [element for element in self.rest if element not in known],
        )

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
        result: BatchResult[Any],
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


class JournalError(WeComError):
    """The journal of a whole job cannot serve; no call was made.

    `path`, `line`: where; the line is None where it is about the whole file. `message`: what is
    wrong with it, `remedy`: what to do about that. `operation`, `doc_url`: those of the job.
    """

    def __init__(
        self,
        message: str,
        path: str,
        line: int | None,
        remedy: str,
        operation: str,
        doc_url: str = "",
    ) -> None:
        """Keep what is known of the place."""
        self.message = message
        self.path = path
        self.line = line
        self.remedy = remedy
        self.operation = operation
        self.doc_url = doc_url
        super().__init__(message, path, line, remedy, operation, doc_url)

    def __str__(self) -> str:
        """Say where something is wrong with the journal, and what to do."""
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        lines = [
            f"{self.operation}: the journal {place} {self.message}",
            f"  what to do: {self.remedy}",
        ]
        return "\n".join([*lines, *page_lines(self.doc_url)])


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
