"""Whole jobs × whole jobs to changes: methods that come and go, their arguments, what they do."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Batch, Job, Operation, Pagination
from ..targets.python.naming import parameter_name
from .rules import Change

_ARGUMENTS_SAY = {"argument", "omit"}
"""Keys whose changes are those of a method's arguments."""


def job_changes(old: Operation, new: Operation) -> Iterator[Change]:
    """Return what changed in the jobs of an operation; a moved one is named by its new path."""
    before, after = ({type(job): job for job in one.jobs} for one in (old, new))
    told = {one.name for one in old.request} ^ {one.name for one in new.request}
    for kind, job in before.items():
        if kind not in after:
            yield Change("job.removed", new.path, job.name, job.name, None)
        else:
            yield from _arguments(job, after[kind], new.path, told)
            yield from _facts(job, after[kind], new.path)
    for kind, job in after.items():
        if kind not in before:
            yield Change("job.added", new.path, job.name, None, job.name)


def _arguments(old: Job, new: Job, path: str, told: set[str]) -> Iterator[Change]:
    """Compare what a job takes; `told` are parameters that the request lost or got."""
    was, is_ = _names(old), _names(new)
    required = {one.name for one in new.fields if one.required}
    for name, field in was.items():
        if name not in is_ and field not in told:
            yield Change("job.argument-removed", path, f"{new.name}({name})", name, None)
    for name, field in is_.items():
        if name not in was and field not in told:
            is_required = new.argument == name or field in required
            rule = "job.argument-required" if is_required else "job.argument-added"
            yield Change(rule, path, f"{new.name}({name})", None, name)
    if isinstance(old, Pagination) and isinstance(new, Pagination):
        sizes = old.page_size, new.page_size
        if sizes[0] != sizes[1]:
            rule = "job.page-size-required" if sizes[1] is None else "job.page-size"
            yield Change(rule, path, f"{new.name}(page_size)", *sizes)


def _names(job: Job) -> dict[str, str]:
    """Return the arguments of a job, each with the parameter that it is."""
    names = {}
    for one in job.fields:
        name, field = (job.argument, "") if one is job.replaced else (one.name, one.name)
        names[parameter_name(name)] = field
    has_limit = not isinstance(job, Batch) or job.daily_limit is not None
    options = (name for name in job.options if name != "daily_limit" or has_limit)
    return {**names, **dict.fromkeys(options, "")}


def _facts(old: Job, new: Job, path: str) -> Iterator[Change]:
    for name in dict.fromkeys((*old.stated, *new.stated)):
        was, is_ = old.stated.get(name), new.stated.get(name)
        if was != is_ and name not in _ARGUMENTS_SAY:
            rule = "job.records" if (new.key, name) == ("pagination", "items") else "job.fact"
            yield Change(rule, path, f"{new.key}.{name}", was, is_)
