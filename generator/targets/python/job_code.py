"""Whole jobs as code: what an operation's file says of them, and their methods."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...jobs.kinds import Job, at_path, daily_quota, figures, jobs_of, named, page_size
from ...model import Field, Operation
from .expressions import Annotations, Imports
from .layout import Call, Code, call
from .naming import EXTRA, PARAMETERS_RESERVED, answer_name, python_name
from .signatures import SYNC, Parameter, Side, extra_of, in_order, option, parameter_of

_DEFINITIONS = {"iterate": "Pages", "batch": "Batch", "bulk": "Bulk", "window": "Window"}


@dataclass(frozen=True)
class Definition:
    """What an operation's file says of one of its jobs: a name with its annotation, and a value."""

    name: str
    value: Call


@dataclass(frozen=True)
class Overload:
    """A signature with what it returns."""

    parameters: tuple[Parameter, ...]
    returned: tuple[str, ...]
    """The types of a union."""


@dataclass(frozen=True)
class JobMethod:
    """One method of a generated namespace that makes more calls than one."""

    name: str
    define: str
    decorator: str
    overloads: tuple[Overload, ...]
    signature: Overload
    docstring: str
    call: str
    """What stands before the call of the client's function: await, or nothing."""
    function: str
    arguments: tuple[Any, ...]


def definitions(
    operation: Operation, imports: Imports, records: Mapping[str, str]
) -> list[Definition]:
    """Return what an operation's file says of its jobs; `records` are the answer's classes."""
    return [_definition(operation, job, imports, records) for job in jobs_of(operation)]


def constant(job: Job) -> str:
    """Return the name of a job's definition in the operation's file."""
    return _DEFINITIONS[job.kind].upper()


def element_record(operation: Operation, job: Job, records: Mapping[str, str]) -> str:
    """Return the class of the records that a job is about, or of the answer where it has none."""
    if job.kind == "iterate" and operation.pagination is not None:
        return records[operation.pagination.items]
    if job.kind == "batch" and operation.failures is not None:
        return records[operation.failures.field]
    return answer_name(operation.name)


def _definition(
    operation: Operation, job: Job, imports: Imports, records: Mapping[str, str]
) -> Definition:
    cls = _DEFINITIONS[job.kind]
    imports.use_runtime("jobs.declarations", cls)
    first = (Code("OPERATION"), Code("REQUEST"), Code(answer_name(operation.name)))
    value = call(cls, *first, **_FACTS[job.kind](operation, job))
    record = element_record(operation, job, records)
    return Definition(f"{constant(job)}: {cls}[{record}]", value)


def _pages(operation: Operation, _: Job) -> dict[str, Any]:
    pagination = operation.pagination
    if pagination is None:
        return {}
    return {
        "items": pagination.items,
        "size": pagination.size,
        "position": pagination.position,
        "next_position": pagination.next,
        "total": pagination.total,
    }


def _batch(operation: Operation, job: Job) -> dict[str, Any]:
    batch, replaced = operation.batch, job.replaced
    if batch is None or replaced is None:
        return {}
    return {
        "items": batch.parameter,
        "argument": python_name(batch.argument, PARAMETERS_RESERVED),
        "size": replaced.max_items,
        "done": batch.done or None,
        "used_up": batch.used_up or None,
    }


def _bulk(operation: Operation, _: Job) -> dict[str, Any]:
    batch = operation.batch
    if batch is None:
        return {}
    argument = python_name(batch.argument, PARAMETERS_RESERVED)
    return {"item": batch.parameter, "argument": argument}


def _window(operation: Operation, _: Job) -> dict[str, Any]:
    window = operation.window
    end = named(operation.request, window.end) if window is not None else None
    split = at_path(operation.request, window.parameter) if window is not None else None
    if window is None or end is None or split is None:
        return {}
    found = figures(operation)
    return {
        "begin": window.begin,
        "end": window.end,
        "span": end.max_span_days,
        "split": window.parameter,
        "size": split.max_items,
        "items": window.items,
        "key": window.key,
        "sums": tuple(path for path, one in found if one.over_days == "sum"),
        "latest": tuple(path for path, one in found if one.over_days == "latest"),
        "pages": Code("PAGES") if operation.pagination is not None else None,
    }


_FACTS: Mapping[str, Callable[[Operation, Job], dict[str, Any]]] = {
    "iterate": _pages,
    "batch": _batch,
    "bulk": _bulk,
    "window": _window,
}


@dataclass(frozen=True)
class JobWriter:
    """Writes the methods of an operation's jobs for one client.

    `module` is how the namespace calls the operation's module, `class_of` returns the class of a
    parameter, `record_of` that of a field of the answer.
    """

    side: Side
    annotations: Annotations
    module: str
    class_of: Callable[[Field], str | None]

    @property
    def imports(self) -> Imports:
        """What the file imports."""
        return self.annotations.imports

    def method(self, operation: Operation, job: Job, record: str, docstring: str) -> JobMethod:
        """Return the method of a job; `record` is the class that it is about."""
        own = in_order(self._parameters(job))
        options = [*self._options(operation, job)]
        signature = Overload((*own, *options), self._returned(job, record))
        overloads = self._overloads((*own, *options[:-1]), record) if job.kind == "batch" else ()
        waits = job.kind in ("batch", "window")
        return JobMethod(
            name=job.name,
            define=self.side.define if waits else SYNC.define,
            decorator=self._overload() if overloads else "",
            overloads=overloads,
            signature=signature,
            docstring=docstring,
            call=self.side.call if waits else SYNC.call,
            function=f"_{job.kind}",
            arguments=tuple(self._arguments(operation, job, options)),
        )

    def _parameters(self, job: Job) -> Iterator[Parameter]:
        for one in job.fields:
            if one is not job.replaced:
                yield parameter_of(one, self.annotations.parameter(one, self.class_of(one)))
                continue
            element = one.items if job.kind == "batch" and one.items is not None else one
            self.imports.use("collections.abc", "Iterable")
            annotation = f"Iterable[{self.annotations.parameter(element, None)}]"
            if job.kind == "bulk" and self.side is not SYNC:
                self.imports.use("collections.abc", "AsyncIterable")
                annotation += f" | Async{annotation}"
            name = python_name(job.argument, PARAMETERS_RESERVED)
            yield Parameter(name, annotation, ",", by_name=False)

    def _options(self, operation: Operation, job: Job) -> Iterator[Parameter]:
        number, flag = self.annotations.builtin("int"), self.annotations.builtin("bool")
        if job.kind == "iterate":
            size = page_size(operation)
            yield option("page_size", number, "" if size is None else str(size))
            yield extra_of(self.annotations)
        elif job.kind == "batch":
            quota = daily_quota(operation)
            if quota is not None:
                yield option("daily_limit", f"{number} | None", str(quota))
            yield extra_of(self.annotations)
            yield option("dry_run", flag, "False")
        elif job.kind == "bulk":
            self.imports.use("collections.abc", "Callable")
            self.imports.use_runtime("jobs.results", "Progress")
            progress = f"Callable[[Progress], {self.annotations.builtin('object')}]"
            yield option("concurrency", number, "8")
            yield option("rate", f"{self.annotations.builtin('float')} | None", "None")
            yield option("ordered", flag, "False")
            yield option("on_progress", f"{progress} | None", "None")
            yield extra_of(self.annotations)
        else:
            yield extra_of(self.annotations)

    def _returned(self, job: Job, record: str) -> tuple[str, ...]:
        prefix = self.side.prefix
        if job.kind == "iterate":
            self.imports.use_runtime(f"jobs.{self._home()}", f"{prefix}Items")
            return (f"{prefix}Items[{record}]",)
        if job.kind == "bulk":
            self.imports.use_runtime(f"jobs.{self._home()}", f"{prefix}Outcomes")
            return (f"{prefix}Outcomes[{record}]",)
        if job.kind == "batch":
            self.imports.use_runtime("jobs.results", "BatchResult")
            return (f"BatchResult[{record}]", self._plan())
        return (record,)

    def _home(self) -> str:
        return "sync_jobs" if self.side is SYNC else "async_jobs"

    def _plan(self) -> str:
        self.imports.use_runtime("request", "Request")
        return f"{self.annotations.builtin('tuple')}[Request, ...]"

    def _overload(self) -> str:
        alias, methods = "overload", self.annotations.shadowed
        if alias not in methods:
            self.imports.use("typing", alias)
            return alias
        # what is called _overload here is the operation's module
        while alias in methods:
            alias += "_"
        self.imports.alias("typing", "overload", f"_{alias}")
        return f"_{alias}"

    def _overloads(self, before: Iterable[Parameter], record: str) -> tuple[Overload, ...]:
        """Return what a batch returns for each value of its last option, `dry_run`."""
        self.imports.use("typing", "Literal")
        result, plan = f"BatchResult[{record}]", self._plan()
        flag = self.annotations.builtin("bool")
        return (
            Overload((*before, option("dry_run", "Literal[False]", "False")), (result,)),
            Overload((*before, option("dry_run", "Literal[True]")), (plan,)),
            Overload((*before, option("dry_run", flag)), (result, plan)),
        )

    def _arguments(
        self, operation: Operation, job: Job, options: Iterable[Parameter]
    ) -> Iterator[Any]:
        yield Code(f"{self.module}.{constant(job)}")
        position = operation.pagination.position if operation.pagination is not None else None
        start = position if job.kind == "iterate" else None
        yield {
            one.name: Code(python_name(one.name, PARAMETERS_RESERVED))
            for one in job.fields
            if one is not job.replaced and one.name != start
        }
        if start is not None:
            yield Code(python_name(start, PARAMETERS_RESERVED))
        if job.argument:
            yield Code(python_name(job.argument, PARAMETERS_RESERVED))
        if job.kind == "batch" and daily_quota(operation) is None:
            yield None
        yield from (Code(one.name) for one in options if one.name != EXTRA)
        yield from (Code(EXTRA), Code("self._rules"))
