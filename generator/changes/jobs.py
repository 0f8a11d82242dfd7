"""Whole jobs × whole jobs to changes: methods that come and go, their arguments, what they do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from ..jobs.kinds import OPTIONS, Job, Kind, daily_quota, jobs_of, page_size
from ..model import Operation
from ..targets.python.naming import PARAMETERS_RESERVED, python_name
from .rules import Change

_ARGUMENTS_SAY = {"argument", "omit"}
"""Keys whose changes are those of a method's arguments."""


def job_changes(old: Operation, new: Operation) -> Iterator[Change]:
    """Return what changed in the jobs of an operation; a moved one is named by its new path."""
    before = {job.kind: job for job in jobs_of(old)}
    after = {job.kind: job for job in jobs_of(new)}
    for kind, job in before.items():
        if kind not in after:
            yield Change("job.removed", new.path, job.name, job.name, None)
        else:
            yield from _arguments((old, job), (new, after[kind]))
            yield from _facts(kind, old, new)
    for kind, job in after.items():
        if kind not in before:
            yield Change("job.added", new.path, job.name, None, job.name)


def _arguments(before: tuple[Operation, Job], after: tuple[Operation, Job]) -> Iterator[Change]:
    """Compare what a job takes; parameters that the request lost or got were told with it."""
    (old, _), (new, job) = before, after
    was, is_ = _names(*before), _names(*after)
    told = {one.name for one in old.request} ^ {one.name for one in new.request}
    for name, field in was.items():
        if name not in is_ and field not in told:
            yield Change("job.argument-removed", new.path, f"{job.name}({name})", name, None)
    for name, field in is_.items():
        if name not in was and field not in told:
            is_required = job.argument == name or field in _required(new)
            rule = "job.argument-required" if is_required else "job.argument-added"
            yield Change(rule, new.path, f"{job.name}({name})", None, name)
    if job.kind == "iterate" and page_size(old) != page_size(new):
        rule = "job.page-size-required" if page_size(new) is None else "job.page-size"
        sizes = page_size(old), page_size(new)
        yield Change(rule, new.path, f"{job.name}(page_size)", *sizes)


def _names(operation: Operation, job: Job) -> dict[str, str]:
    """Return the arguments of a job, each with the parameter that it is."""
    names = {}
    for one in job.fields:
        if one is job.replaced:
            names[python_name(job.argument, PARAMETERS_RESERVED)] = ""
        else:
            names[python_name(one.name, PARAMETERS_RESERVED)] = one.name
    has_quota = daily_quota(operation) is not None
    options = (name for name in OPTIONS[job.kind] if name != "daily_limit" or has_quota)
    return {**names, **dict.fromkeys(options, "")}


def _required(operation: Operation) -> set[str]:
    return {one.name for one in operation.request if one.required}


def _facts(kind: Kind, old: Operation, new: Operation) -> Iterator[Change]:
    key = {"iterate": "pagination", "window": "window"}.get(kind, "batch")
    was, is_ = (_stated(getattr(one, key)) for one in (old, new))
    for name in was:
        if was[name] != is_[name] and name not in _ARGUMENTS_SAY:
            rule = "job.records" if (kind, name) == ("iterate", "items") else "job.fact"
            yield Change(rule, new.path, f"{key}.{name}", was[name], is_[name])


def _stated(part: Any) -> Mapping[str, Any]:
    return asdict(part)
