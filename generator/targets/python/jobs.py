"""The kinds of whole jobs as Python has them: facts, options, results, and texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, assert_never

from ...model import Batch, Bulk, Field, Job, Pagination, Window
from ...spec.numbers import counted
from .docstrings import parameter_text
from .job_writer import JobWriter, Options
from .methods import Methods
from .naming import answer_field_name, parameter_name
from .signatures import SYNC, Parameter


def writer_of(methods: Methods, job: Job) -> JobWriter[Job]:
    """Return what writes a job of an operation for one client."""
    match job:
        case Pagination():
            return _Pagination(methods, job)
        case Batch():
            return _Batch(methods, job)
        case Bulk():
            return _Bulk(methods, job)
        case Window():
            return _Window(methods, job)
        case _:
            assert_never(job)


class _Pagination(JobWriter[Pagination]):
    keys = (
        "position", "next", "size", "items", "total", "parameter", "skipped", "skipped_when",
    )  # fmt: skip
    former = "PAGES"
    about = (
        "Goes through the records of all pages, one page at a time in memory: a page is asked for "
        "when its first record is taken. Pages that lead in a circle end with a ResponseError."
    )
    iterator = "Items"
    of_records = True
    later = "while iterating: "

    def facts(self) -> dict[str, Any]:
        found = super().facts()
        if "skipped" in found:
            found["skipped"] = ".".join(map(answer_field_name, found["skipped"].split(".")))
        return found

    def texts(self) -> Iterable[str]:
        yield from super().texts()
        if self.job.replaced is not None:
            size = self.job.replaced.max_items
            yield f"Takes any number of {self.argument}, {size} a call, each of them once."

    def elements_text(self) -> str:
        return _any_number(self.job.replaced)

    def options(self) -> Options:
        size = self.job.page_size
        if self.job.size is None:
            return
        default = "" if size is None else str(size)
        text = parameter_text(replace(self.job.size, required=False).stating(default=size))
        yield Parameter("page_size", self.methods.annotations.builtin("int"), default), text

    def positions(self) -> tuple[str, ...]:
        size = ("None",) if self.job.size is None else ()
        return (self._begin, *size)

    @property
    def _begin(self) -> str:
        """The argument that says where the job begins."""
        return self.argument or parameter_name(self.job.position.name)

    def returned_text(self) -> str:
        return (
            f"{self.iterator_text()} of {self.record}. Its `position` is the {self._begin} to pass "
            f"in order to go on from there.{self._skipped_text()}"
        )

    def _skipped_text(self) -> str:
        if "skipped" not in self.job.stated:
            return ""
        return " Its `skipped` has those that the platform passed over so far."


class _Batch(JobWriter[Batch]):
    keys = ("parameter", "argument", "done", "used_up")
    of_records = True

    def texts(self) -> Iterable[str]:
        size = self.job.replaced.max_items
        yield f"Takes any number of {self.argument}, {size} a call, each of them once. A call that"
        yield "fails ends the job."
        done, used_up = (
            " or ".join(f"{code} ({self.methods.errors[code].meaning})" for code in codes)
            for codes in (self.job.done, self.job.used_up)
        )
        if done:
            yield f"Elements that answer {done} count as done."
        if used_up:
            yield f"The day's quota is used up where one answers {used_up}."

    def elements_text(self) -> str:
        return _any_number(self.job.replaced)

    def options(self) -> Options:
        quota, builtin = self.job.daily_limit, self.methods.annotations.builtin
        if quota is not None:
            yield (
                Parameter("daily_limit", f"{builtin('int')} | None", str(quota)),
                "how many this run may carry out; the rest is not tried. Left out, "
                f"{quota}, the quota of a day; None: no limit but the platform's, whose refusal "
                "counts in any case.",
            )
        text = builtin("str")
        yield (
            Parameter("journal", f"{text} | _PathLike[{text}] | None", "None"),
            "path of a file in which each call is noted before it is sent, and then what came of "
            "it. The same call with the same file goes on where a process that died had come to: "
            "what is done stays done, a call of which nobody noted the outcome is `unknown` and "
            "not sent again, the rest is sent.",
        )
        yield (
            Parameter("dry_run", builtin("bool"), "False"),
            "True: return the calls that would be made, and send nothing.",
        )

    def positions(self) -> tuple[str, ...]:
        limit = ("None",) if self.job.daily_limit is None else ()
        return (self.argument, *limit)

    @property
    def returned(self) -> str:
        return f"BatchResult[{self.record}] | {self._plan()}"

    def _plan(self) -> str:
        return f"{self.methods.annotations.builtin('tuple')}[Request, ...]"

    def variants(self) -> Iterable[tuple[Parameter, str]]:
        is_dry = self.methods.annotations.builtin("bool")
        yield Parameter("dry_run", "Literal[False]", "False"), f"BatchResult[{self.record}]"
        yield Parameter("dry_run", "Literal[True]"), self._plan()
        yield Parameter("dry_run", is_dry), self.returned

    def returned_text(self) -> str:
        return (
            f"BatchResult: `done`, `failed` (each a {self.record} with `meaning` and `remedy`), "
            "`unknown` (of a call whose outcome nobody knows), `not_tried`, and `resume_on`, the "
            "day on which the quota allows more, or None. With dry_run a tuple of Request."
        )

    def raised(self) -> Sequence[str]:
        return [
            "BatchError: a call failed, for a reason of its own; `.result` says how far the job "
            "came, so that the rest can be done later.",
            "JournalError: the journal is that of another job, or cannot serve; nothing was sent.",
        ]


class _Bulk(JobWriter[Bulk]):
    keys = ("parameter", "argument")
    about = (
        "Makes one call for each of any number of {argument}, several at the same time. It slows "
        "down by itself where the platform answers that calls come too often, and then recovers. "
        "An element whose call fails has its error in its outcome; the others go on."
    )
    iterator = "Outcomes"
    takes_async = True
    later = None

    def facts(self) -> dict[str, Any]:
        return {**super().facts(), **self.pages(self.job.pagination)}

    def texts(self) -> Iterable[str]:
        yield from super().texts()
        if self.job.pagination is not None:
            name = answer_field_name(self.job.pagination.records.name)
            yield f"Of an answer in pages all are read: {name} has the records of all of them."

    def elements_text(self) -> str:
        text = parameter_text(self.job.replaced.stating(default=None))
        also = "," if self.methods.side is SYNC else ", an asynchronous one too,"
        return f"Any iterable{also} taken from while the calls go on. Of each element: {text}"

    def options(self) -> Options:
        builtin = self.methods.annotations.builtin
        progress = f"Callable[[Progress], {builtin('object')}] | None"
        yield Parameter("concurrency", builtin("int"), "8"), "calls at the same time, 1 to 128."
        yield (
            Parameter("rate", f"{builtin('float')} | None", "None"),
            "most calls a minute, together with all that share a token store which counts them "
            "(Redis). None: as many as go.",
        )
        yield (
            Parameter("ordered", builtin("bool"), "False"),
            "True: outcomes in the order of the elements; False: as they come.",
        )
        yield (
            Parameter("on_progress", progress, "None"),
            "is called with a Progress (done, failed, total) at each outcome, and when all calls "
            "begin to wait for the platform (waiting_until, in Unix seconds).",
        )

    def returned_text(self) -> str:
        end = "Close it, or use it in a `with` statement"
        if self.methods.side is not SYNC:
            end = "`await` its `aclose`, or use it in an `async with` statement"
        return (
            f"{self.iterator_text()} of Outcome, each with `key`, `answer` ({self.methods.answer}, "
            f"or None) and `error` (a WeComError, or None). {end}, to end the job early."
        )


class _Window(JobWriter[Window]):
    keys = ("begin", "end", "parameter", "items", "key")

    def facts(self) -> dict[str, Any]:
        figures = {"sums": self.job.sums, "latest": self.job.latest}
        return {**super().facts(), **figures, **self.pages(self.job.pagination)}

    def texts(self) -> Iterable[str]:
        job = self.job
        days = job.end.max_span_days or 1
        if job.split is None:
            yield f"Takes any number of days: makes a call for at most {counted(days, 'day')} each,"
            yield "and puts their records together."
            return
        size = job.split.max_items or 1
        yield f"Takes any number of days and of elements of {job.path}: makes a call for at most"
        yield f"{counted(days, 'day')} and {counted(size, 'element')} each, and merges records of"
        yield f"the same {job.record_key}."
        if job.sums:
            yield f"Over days, {_listed(job.sums)} {'adds' if len(job.sums) == 1 else 'add'} up."
        if job.latest:
            yield f"Of {_listed(job.latest)} the last day's counts."
        if job.sums or job.latest:
            yield "Over elements all of them add up."

    def taken(self, one: Field) -> Field:
        if one.name == self.job.end.name:
            one = one.stating(maxSpanDays=None)
        return one if self.job.split is None else _lifted(one, self.job.path.split("."))

    def returned_text(self) -> str:
        return f"{self.methods.answer}: the merged records, as if one call had brought them."


def _any_number(replaced: Field | None) -> str:
    """Return the text of an array of which a job takes any number of elements."""
    if replaced is None:
        return ""
    kept = replaced.stating(minItems=None, maxItems=None, default=None)
    return f"{parameter_text(kept)} Any number; of equal ones the first counts."


def _lifted(field: Field, path: list[str]) -> Field:
    """Return a field without the limit of the array that a path leads to."""
    if field.name != path[0]:
        return field
    if len(path) == 1:
        return field.stating(maxItems=None)
    return replace(field, properties=tuple(_lifted(one, path[1:]) for one in field.properties))


def _listed(names: tuple[str, ...]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
