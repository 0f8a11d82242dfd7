"""What people read of a whole job in an editor: what it makes of one operation's calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ...jobs.kinds import Job, at_path, daily_quota, figures, named, page_size
from ...model import ErrorCode, Field, Operation
from ...spec.numbers import counted
from .docstrings import (
    EXTRA_OF_EACH_CALL,
    argument_lines,
    bullets,
    page_lines,
    parameter_text,
    quota_texts,
    raised,
    sentence,
    typed_text,
)
from .layout import wrap
from .naming import PARAMETERS_RESERVED, python_name
from .signatures import ASYNC, Side

Errors = Mapping[int, ErrorCode]


def job_docstring(
    operation: Operation,
    job: Job,
    errors: Errors,
    answer: str,
    record: str,
    types: Mapping[str, str],
    side: Side,
) -> list[str]:
    """Return what hovering over a job's method shows, in either client.

    `answer` is the class of one call's answer, `record` that of the elements which it holds;
    `types` as `typed_text` takes them.
    """
    writer = _WRITERS[job.kind](operation, job, errors, answer, record)
    writer.types = types
    writer.is_async = side is ASYNC
    return writer.lines()


class _Writer:
    """Writes the docstring of one job; each kind has its own texts."""

    types: Mapping[str, str] = {}
    is_async = False

    def __init__(
        self, operation: Operation, job: Job, errors: Errors, answer: str, record: str
    ) -> None:
        self.operation = operation
        self.job = job
        self.errors = errors
        self.answer = answer
        self.record = record
        self.argument = python_name(job.argument, PARAMETERS_RESERVED) if job.argument else ""

    def lines(self) -> list[str]:
        operation = self.operation
        lines = wrap(operation.title, indent=2)
        lines += ["", *wrap(sentence(operation.summary), indent=2)]
        lines += ["", *wrap(" ".join(self.texts()), indent=2)]
        arguments = [*self.arguments()]
        options = bullets((f"{name}: {text}" for name, text in self.options()), indent=2)
        extra = bullets([EXTRA_OF_EACH_CALL], indent=2)
        lines += ["", "Args:", *arguments, *options, *extra]
        lines += ["", "Returns:", *bullets([self.returned()], indent=2), "", "Raises:"]
        lines += bullets((f"{name}: {text}" for name, text in self.raised()), indent=2)
        quotas = list(quota_texts(operation))
        if quotas:
            lines += ["", "Quotas:", *bullets(quotas, indent=2)]
        return [*lines, "", *page_lines(operation)]

    def arguments(self) -> Iterator[str]:
        fields = self.job.fields
        for field in sorted(fields, key=lambda one: not (one.required or one is self.job.replaced)):
            if field is self.job.replaced:
                yield from bullets([f"{self.argument}: {self.elements(field)}"], indent=2)
            else:
                name = python_name(field.name, PARAMETERS_RESERVED)
                text, shown = self.parameter(field)
                yield from argument_lines(name, typed_text(text, field, self.types), shown)

    def parameter(self, field: Field) -> tuple[str, Field]:
        """Return the text of a parameter, and the parameter as the job has it."""
        return parameter_text(field), field

    def elements(self, field: Field) -> str:
        """Return the text of the argument that takes any number of elements."""
        raise NotImplementedError

    def texts(self) -> Iterable[str]:
        raise NotImplementedError

    def options(self) -> Iterable[tuple[str, str]]:
        return ()

    def returned(self) -> str:
        raise NotImplementedError

    def raised(self) -> Iterable[tuple[str, str]]:
        return raised(self.operation, self.errors)

    def iterator(self, name: str) -> str:
        """Return what a job that is iterated over returns."""
        if self.is_async:
            return f"Async{name}: for `async for`, without `await`, an iterator"
        return f"{name}: an iterator"

    def of_argument(self) -> Iterable[tuple[str, str]]:
        return [one for one in raised(self.operation, self.errors) if one[0] == "ParameterError"]

    def coded(self, codes: Iterable[int]) -> str:
        return " or ".join(f"{code} ({self.errors[code].meaning})" for code in codes)


class _Iterate(_Writer):
    def texts(self) -> Iterable[str]:
        yield "Goes through the records of all pages, one page at a time in memory: a page is asked"
        yield "for when its first record is taken. Pages that lead in a circle end with a"
        yield "ResponseError."

    def options(self) -> Iterable[tuple[str, str]]:
        pagination = self.operation.pagination
        size = named(self.operation.request, pagination.size) if pagination is not None else None
        if size is not None:
            kept = replace(size, required=False).stating(default=page_size(self.operation))
            yield "page_size", parameter_text(kept)

    def returned(self) -> str:
        position = self.operation.pagination.position if self.operation.pagination else ""
        name = python_name(position, PARAMETERS_RESERVED)
        return (
            f"{self.iterator('Items')} of {self.record}. Its `position` is the {name} to pass in "
            "order to go on from there."
        )

    def raised(self) -> Iterable[tuple[str, str]]:
        for name, text in super().raised():
            yield name, text if name == "ParameterError" else f"while iterating: {text}"


class _Batch(_Writer):
    def texts(self) -> Iterable[str]:
        batch = self.operation.batch
        size = self.job.replaced.max_items if self.job.replaced is not None else None
        yield f"Takes any number of {self.argument}, {size} a call, each of them once. A call that"
        yield "fails ends the job."
        if batch is not None and batch.done:
            yield f"Elements that answer {self.coded(batch.done)} count as done."
        if batch is not None and batch.used_up:
            yield f"The day's quota is used up where one answers {self.coded(batch.used_up)}."

    def elements(self, field: Field) -> str:
        kept = field.stating(minItems=None, maxItems=None, default=None)
        return f"{parameter_text(kept)} Any number; of equal ones the first counts."

    def options(self) -> Iterable[tuple[str, str]]:
        quota = daily_quota(self.operation)
        if quota is not None:
            yield (
                "daily_limit",
                f"how many this run may carry out; the rest is not tried. Left out, {quota}, the "
                "quota of a day; None: no limit but the platform's, whose refusal counts in any "
                "case.",
            )
        yield (
            "dry_run",
            "True: return the calls that would be made, and send nothing.",
        )

    def returned(self) -> str:
        return (
            f"BatchResult: `done`, `failed` (each a {self.record} with `meaning` and `remedy`), "
            "`unknown` (of a call whose outcome nobody knows), `not_tried`, and `resume_on`, the "
            "day on which the quota allows more, or None. With dry_run a tuple of Request."
        )

    def raised(self) -> Iterable[tuple[str, str]]:
        yield from self.of_argument()
        yield (
            "BatchError",
            "a call failed, for a reason of its own; `.result` says how far the job came, so that "
            "the rest can be done later.",
        )


class _Bulk(_Writer):
    def texts(self) -> Iterable[str]:
        yield f"Makes one call for each of any number of {self.argument}, several at the same time."
        yield "It slows down by itself where the platform answers that calls come too often, and"
        yield "then recovers. An element whose call fails has its error in its outcome; the others"
        yield "go on."

    def elements(self, field: Field) -> str:
        text = parameter_text(field.stating(default=None))
        also = ", an asynchronous one too," if self.is_async else ","
        return f"Any iterable{also} taken from while the calls go on. Of each element: {text}"

    def options(self) -> Iterable[tuple[str, str]]:
        return (
            ("concurrency", "calls at the same time, 1 to 128."),
            (
                "rate",
                "most calls a minute, together with all that share a token store which counts "
                "them (Redis). None: as many as go.",
            ),
            ("ordered", "True: outcomes in the order of the elements; False: as they come."),
            (
                "on_progress",
                "is called with a Progress (done, failed, total) at each outcome, and when all "
                "calls begin to wait for the platform (waiting_until, in Unix seconds).",
            ),
        )

    def returned(self) -> str:
        end = "`await` its `aclose`" if self.is_async else "Close it"
        block = "async with" if self.is_async else "with"
        return (
            f"{self.iterator('Outcomes')} of Outcome, each with `key`, `answer` ({self.answer}, or "
            f"None) and `error` (a WeComError, or None). {end}, or use it in {_an(block)} "
            "statement, to end the job early."
        )

    def raised(self) -> Iterable[tuple[str, str]]:
        return self.of_argument()


class _Window(_Writer):
    def texts(self) -> Iterable[str]:
        operation, window = self.operation, self.operation.window
        if window is None:
            return
        end = named(operation.request, window.end)
        split = at_path(operation.request, window.parameter)
        days = end.max_span_days if end is not None else None
        size = split.max_items if split is not None else None
        yield f"Takes any number of days and of elements of {window.parameter}: makes a call for at"
        yield f"most {counted(days or 1, 'day')} and {counted(size or 1, 'element')} each, and"
        yield f"merges records of the same {window.key}."
        found = figures(operation)
        sums = [path for path, one in found if one.over_days == "sum"]
        latest = [path for path, one in found if one.over_days == "latest"]
        if sums:
            yield f"Over days, {_listed(sums)} {'adds' if len(sums) == 1 else 'add'} up."
        if latest:
            yield f"Of {_listed(latest)} the last day's counts."
        if found:
            yield "Over elements all of them add up."

    def parameter(self, field: Field) -> tuple[str, Field]:
        window = self.operation.window
        if window is None:
            return super().parameter(field)
        if field.name == window.end:
            field = field.stating(maxSpanDays=None)
        field = _lifted(field, window.parameter.split("."))
        return super().parameter(field)

    def returned(self) -> str:
        return f"{self.answer}: the merged records, as if one call had brought them."


def _an(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} `{word}`"


def _lifted(field: Field, path: list[str]) -> Field:
    """Return a field without the limit of the array that a path leads to."""
    if field.name != path[0]:
        return field
    if len(path) == 1:
        return field.stating(maxItems=None)
    return replace(field, properties=tuple(_lifted(one, path[1:]) for one in field.properties))


def _listed(names: list[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


_WRITERS: Mapping[str, type[_Writer]] = {
    "iterate": _Iterate,
    "batch": _Batch,
    "bulk": _Bulk,
    "window": _Window,
}
