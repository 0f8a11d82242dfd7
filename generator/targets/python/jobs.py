"""The kinds of whole jobs as Python has them: facts, options, results, and texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, assert_never

from ...model import Batch, Bulk, ErrorCode, Field, Job, Operation, Pagination, Window
from .docstrings import counted, parameter_text, raised
from .job_writer import Home, JobWriter, Overload, iterator_text
from .layout import Code
from .naming import PARAMETERS_RESERVED, python_name
from .signatures import SYNC, Parameter, option


def writer_of(operation: Operation, job: Job) -> JobWriter[Job]:
    """Return what writes a job of an operation."""
    match job:
        case Pagination():
            return _Pagination(operation, job)
        case Batch():
            return _Batch(operation, job)
        case Bulk():
            return _Bulk(operation, job)
        case Window():
            return _Window(operation, job)
        case _:
            assert_never(job)


class _Pagination(JobWriter[Pagination]):
    former = "PAGES"

    @property
    def start(self) -> Field:
        return self.job.position

    def record(self, records: Mapping[str, str]) -> str:
        return records[self.job.records.name]

    def facts(self) -> dict[str, Any]:
        keys = ("position", "next", "size", "items", "total")
        return {key: self.job.stated.get(key) for key in keys}

    def texts(self, _home: Home) -> Iterable[str]:
        yield "Goes through the records of all pages, one page at a time in memory: a page is asked"
        yield "for when its first record is taken. Pages that lead in a circle end with a"
        yield "ResponseError."

    def options(self, home: Home) -> Iterable[tuple[Parameter, str]]:
        size = self.job.page_size
        kept = replace(self.job.size, default=size, required=False)
        default = "" if size is None else str(size)
        yield (
            option("page_size", home.annotations.builtin("int"), default),
            parameter_text(kept),
        )

    def returned(self, home: Home, record: str) -> tuple[str, ...]:
        return (f"{_result(home, 'Items')}[{record}]",)

    def returned_text(self, home: Home, record: str) -> str:
        name = python_name(self.start.name, PARAMETERS_RESERVED)
        return (
            f"{iterator_text(home, 'Items')} of {record}. Its `position` is the {name} to pass in "
            "order to go on from there."
        )

    def raised(self, errors: Mapping[int, ErrorCode]) -> Iterable[tuple[str, str]]:
        for name, text in super().raised(errors):
            yield name, text if name == "ParameterError" else f"while iterating: {text}"


class _Batch(JobWriter[Batch]):
    waits = True

    def record(self, records: Mapping[str, str]) -> str:
        return records[self.job.records.name]

    def facts(self) -> dict[str, Any]:
        return {
            "parameter": self.job.replaced.name,
            "argument": self.argument,
            "done": self.job.done or None,
            "used_up": self.job.used_up or None,
        }

    def texts(self, home: Home) -> Iterable[str]:
        size = self.job.replaced.max_items
        yield f"Takes any number of {self.argument}, {size} a call, each of them once. A call that"
        yield "fails ends the job."
        if self.job.done:
            yield f"Elements that answer {home.coded(self.job.done)} count as done."
        if self.job.used_up:
            yield f"The day's quota is used up where one answers {home.coded(self.job.used_up)}."

    def elements_text(self, _home: Home) -> str:
        kept = replace(self.job.replaced, min_items=None, max_items=None, default=None)
        return f"{parameter_text(kept)} Any number; of equal ones the first counts."

    def options(self, home: Home) -> Iterable[tuple[Parameter, str]]:
        quota, annotations = self.job.daily_limit, home.annotations
        if quota is not None:
            yield (
                option("daily_limit", f"{annotations.builtin('int')} | None", str(quota)),
                "how many this run may carry out; the rest is not tried. Left out, "
                f"{quota}, the quota of a day; None: no limit but the platform's, whose refusal "
                "counts in any case.",
            )
        yield (
            option("dry_run", annotations.builtin("bool"), "False"),
            "True: return the calls that would be made, and send nothing.",
        )

    def leading(self) -> Iterator[Any]:
        yield from super().leading()
        if self.job.daily_limit is None:
            yield None

    def returned(self, home: Home, record: str) -> tuple[str, ...]:
        home.annotations.imports.use_runtime("request", "Request")
        plan = f"{home.annotations.builtin('tuple')}[Request, ...]"
        return (f"{home.uses('results', 'BatchResult')}[{record}]", plan)

    def overloads(
        self, home: Home, before: tuple[Parameter, ...], record: str
    ) -> tuple[Overload, ...]:
        before = tuple(one for one in before if one.name != "dry_run")
        home.annotations.imports.use("typing", "Literal")
        result, plan = self.returned(home, record)
        flag = home.annotations.builtin("bool")
        return (
            Overload((*before, option("dry_run", "Literal[False]", "False")), (result,)),
            Overload((*before, option("dry_run", "Literal[True]")), (plan,)),
            Overload((*before, option("dry_run", flag)), (result, plan)),
        )

    def returned_text(self, _home: Home, record: str) -> str:
        return (
            f"BatchResult: `done`, `failed` (each a {record} with `meaning` and `remedy`), "
            "`unknown` (of a call whose outcome nobody knows), `not_tried`, and `resume_on`, the "
            "day on which the quota allows more, or None. With dry_run a tuple of Request."
        )

    def raised(self, errors: Mapping[int, ErrorCode]) -> Iterable[tuple[str, str]]:
        yield from _of_arguments(self.operation, errors)
        yield (
            "BatchError",
            "a call failed, for a reason of its own; `.result` says how far the job came, so that "
            "the rest can be done later.",
        )


class _Bulk(JobWriter[Bulk]):
    takes_async = True

    def facts(self) -> dict[str, Any]:
        return {"parameter": self.job.replaced.name, "argument": self.argument}

    def texts(self, _home: Home) -> Iterable[str]:
        yield f"Makes one call for each of any number of {self.argument}, several at the same time."
        yield "It slows down by itself where the platform answers that calls come too often, and"
        yield "then recovers. An element whose call fails has its error in its outcome; the others"
        yield "go on."

    def elements_text(self, home: Home) -> str:
        text = parameter_text(replace(self.job.replaced, default=None))
        also = "," if home.side is SYNC else ", an asynchronous one too,"
        return f"Any iterable{also} taken from while the calls go on. Of each element: {text}"

    def options(self, home: Home) -> Iterable[tuple[Parameter, str]]:
        number, decimal, flag, anything = map(
            home.annotations.builtin, ("int", "float", "bool", "object")
        )
        home.annotations.imports.use("collections.abc", "Callable")
        progress = f"Callable[[{home.uses('results', 'Progress')}], {anything}]"
        return (
            (option("concurrency", number, "8"), "calls at the same time, 1 to 128."),
            (
                option("rate", f"{decimal} | None", "None"),
                "most calls a minute, together with all that share a token store which counts "
                "them (Redis). None: as many as go.",
            ),
            (
                option("ordered", flag, "False"),
                "True: outcomes in the order of the elements; False: as they come.",
            ),
            (
                option("on_progress", f"{progress} | None", "None"),
                "is called with a Progress (done, failed, total) at each outcome, and when all "
                "calls begin to wait for the platform (waiting_until, in Unix seconds).",
            ),
        )

    def returned(self, home: Home, record: str) -> tuple[str, ...]:
        return (f"{_result(home, 'Outcomes')}[{record}]",)

    def returned_text(self, home: Home, _record: str) -> str:
        end, block = (
            ("Close it", "a `with`")
            if home.side is SYNC
            else ("`await` its `aclose`", "an `async with`")
        )
        return (
            f"{iterator_text(home, 'Outcomes')} of Outcome, each with `key`, `answer` "
            f"({self.answer}, or None) and `error` (a WeComError, or None). {end}, or use it in "
            f"{block} statement, to end the job early."
        )

    def raised(self, errors: Mapping[int, ErrorCode]) -> Iterable[tuple[str, str]]:
        return _of_arguments(self.operation, errors)


class _Window(JobWriter[Window]):
    waits = True

    def facts(self) -> dict[str, Any]:
        job = self.job
        return {
            **{key: job.stated[key] for key in ("begin", "end", "parameter", "items", "key")},
            "sums": job.sums,
            "latest": job.latest,
            "pagination": Code("PAGINATION") if job.pagination is not None else None,
        }

    def texts(self, _home: Home) -> Iterable[str]:
        job = self.job
        days, size = job.end.max_span_days or 1, job.split.max_items or 1
        yield f"Takes any number of days and of elements of {job.path}: makes a call for at most"
        yield f"{counted(days, 'day')} and {counted(size, 'element')} each, and merges records of"
        yield f"the same {job.record_key}."
        if job.sums:
            yield f"Over days, {_listed(job.sums)} {'adds' if len(job.sums) == 1 else 'add'} up."
        if job.latest:
            yield f"Of {_listed(job.latest)} the last day's counts."
        if job.sums or job.latest:
            yield "Over elements all of them add up."

    def parameter_as_taken(self, one: Field) -> Field:
        if one.name == self.job.end.name:
            one = replace(one, max_span_days=None)
        return _lifted(one, self.job.path.split("."))

    def returned(self, _home: Home, record: str) -> tuple[str, ...]:
        return (record,)

    def returned_text(self, _home: Home, _record: str) -> str:
        return f"{self.answer}: the merged records, as if one call had brought them."


def _result(home: Home, name: str) -> str:
    """Return the class of what is iterated over, which each client has of its own."""
    return home.uses("results" if home.side is SYNC else "tasks", f"{home.side.prefix}{name}")


def _of_arguments(
    operation: Operation, errors: Mapping[int, ErrorCode]
) -> Iterable[tuple[str, str]]:
    return (one for one in raised(operation, errors) if one[0] == "ParameterError")


def _lifted(field: Field, path: list[str]) -> Field:
    """Return a field without the limit of the array that a path leads to."""
    if field.name != path[0]:
        return field
    if len(path) == 1:
        return replace(field, max_items=None)
    return replace(field, properties=tuple(_lifted(one, path[1:]) for one in field.properties))


def _listed(names: tuple[str, ...]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
