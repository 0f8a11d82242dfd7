"""Whole jobs × whole jobs to changes: methods that come and go, their arguments, what they do."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Job, Operation, Pagination
from ..targets.python.naming import parameter_name
from .pairs import matched
from .rules import Change, told

_ARGUMENTS_SAY = {"argument", "omit"}
"""Keys whose changes are those of a method's arguments."""


def job_changes(old: Operation, new: Operation) -> Iterator[Change]:
    """Return what changed in the jobs of an operation; a moved one is named by its new path."""
    before, after = ({type(job): job for job in one.jobs} for one in (old, new))
    known = {one.name for one in old.request} ^ {one.name for one in new.request}
    gone, come, both = matched(before, after)
    yield from (Change("job.removed", new.path, one.name, one.name, None) for one in gone)
    yield from (Change("job.added", new.path, one.name, None, one.name) for one in come)
    for was, is_ in both:
        yield from _arguments(was, is_, new.path, known)
        yield from _facts(was, is_, new.path)


def _arguments(old: Job, new: Job, path: str, known: set[str]) -> Iterator[Change]:
    """Compare what a job takes; `known` are parameters that the request lost or got."""
    was, is_ = _names(old), _names(new)
    required = {one.name for one in new.fields if one.required}
    for name, field in was.items():
        if name not in is_ and field not in known:
            yield Change("job.argument-removed", path, f"{new.name}({name})", name, None)
    for name, field in is_.items():
        if name not in was and field not in known:
            is_required = new.argument == name or field in required
            rule = "job.argument-required" if is_required else "job.argument-added"
            yield Change(rule, path, f"{new.name}({name})", None, name)
    if isinstance(old, Pagination) and isinstance(new, Pagination) and old.size and new.size:
        rule = "job.page-size-required" if new.page_size is None else "job.page-size"
        place = f"{new.name}(page_size)"
        yield from told(rule, path, place, old.page_size, new.page_size)


def _names(job: Job) -> dict[str, str]:
    """Return the arguments of a job, each with the parameter that it is."""
    names = {}
    for one in job.fields:
        name, field = (job.argument, "") if one is job.replaced else (one.name, one.name)
        names[parameter_name(name)] = field
    return {**names, **dict.fromkeys(job.options, "")}


def _facts(old: Job, new: Job, path: str) -> Iterator[Change]:
    for name in dict.fromkeys((*old.stated, *new.stated)):
        if name not in _ARGUMENTS_SAY:
            rule = "job.records" if (new.key, name) == ("pagination", "items") else "job.fact"
            was, is_ = old.stated.get(name), new.stated.get(name)
            yield from told(rule, path, f"{new.key}.{name}", was, is_)
