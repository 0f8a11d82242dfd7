"""Model × model to changes: what moved between two states of the specs, and whom it breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ..model import Api, ErrorCode, Failures, FrequencyLimits, Operation, Quota
from .field_changes import request_changes, response_changes, unnamed
from .job_changes import job_changes
from .pairs import matched, twins
from .rules import KINDS, Change, told


def compare_apis(old: Api, new: Api) -> tuple[Change, ...]:
    """Return every change between two models, in a stable order."""
    before, after = operations(old), operations(new)
    moves = _moves(before, after)
    moved = {moves.get(path, path): one for path, one in before.items()}
    gone, come, both = matched(moved, after)
    changes = [
        *_error_table(old.errors, new.errors),
        *_frequency_limits(old.frequency_limits, new.frequency_limits),
        *(Change("operation.removed", one.path, "path", one.title, None) for one in gone),
        *(Change("operation.added", one.path, "path", None, one.title) for one in come),
    ]
    for was, is_ in both:
        changes += _operation(was, is_)
    return ordered(changes)


def ordered(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Sort changes by operation, those that break first."""
    return tuple(sorted(changes, key=lambda one: (one.operation, KINDS.index(one.kind))))


def operations(api: Api) -> dict[str, Operation]:
    """Return every operation by its path, the token endpoint too."""
    found = [api.token, *(one for group in api.root.walk() for one in group.operations)]
    return {one.path: one for one in sorted(found, key=lambda one: one.path)}


def _moves(before: dict[str, Operation], after: dict[str, Operation]) -> dict[str, str]:
    """Pair each path that is gone with the new path under which the operation stands now."""
    gone, come, _ = matched(before, after)
    pairs: dict[str, str] = {}
    for is_same in (_same_content, _same_title):
        for one in gone:
            targets = [
                other for other in come if is_same(one, other) and other.path not in pairs.values()
            ]
            rivals = [other for other in gone if is_same(one, other) and other.path not in pairs]
            if one.path not in pairs and len(targets) == len(rivals) == 1:
                pairs[one.path] = targets[0].path
    return pairs


def _same_content(one: Operation, other: Operation) -> bool:
    is_called_so = one.name == other.name or one.title == other.title
    return is_called_so and _contents(one) == _contents(other)


def _same_title(one: Operation, other: Operation) -> bool:
    return one.title == other.title


def _contents(one: Operation) -> tuple[Any, ...]:
    sides = (one.request, one.response)
    return one.method, *([(field.name, unnamed(field)) for field in side] for side in sides)


def _operation(old: Operation, new: Operation) -> Iterator[Change]:
    """Compare one operation; a moved one is named by its new path."""
    path = new.path
    yield from told("operation.moved", old.path, "path", old.path, path)
    for attribute, (rule, without) in _FACTS.items():
        was, is_ = getattr(old, attribute), getattr(new, attribute)
        field = attribute.replace("example_", "examples.")
        yield from told(f"operation.{rule if is_ else without}", path, field, was, is_)
    yield from request_changes(path, old.request, new.request)
    yield from response_changes(path, old.response, new.response)
    yield from _failures(path, old.failures, new.failures)
    yield from _quotas(path, old.quotas, new.quotas)
    yield from job_changes(old, new)
    for name, shown in _ENTRIES.items():
        yield from _entries(path, name, getattr(old, name), getattr(new, name), shown)


def _entries(
    path: str, name: str, before: Any, after: Any, shown: Callable[[Iterable[Any]], Any]
) -> Iterator[Change]:
    """Compare two lists; the change holds the entries that only one side has."""
    old, new = (tuple(one.items() if name == "permissions" else one) for one in (before, after))
    if old != new:
        gone = tuple(one for one in old if one not in new)
        come = tuple(one for one in new if one not in old)
        if not gone and not come:
            gone, come = old, new
        yield Change(f"operation.{name}", path, name, shown(gone), shown(come))


def _fields_and_rules(deviations: Iterable[Any]) -> tuple[str, ...]:
    return tuple(
        f"{one.field} {one.rule}" + "".join(f" ({name})" for name in one.documents)
        for one in deviations
    )


_FACTS = {
    **{name: (name, name) for name in ("method", "kind", "title", "summary", "page", "updated")},
    "repeatable": ("repeatable-gained", "repeatable-lost"),
    "repeatable_reason": ("repeatable-reason", "repeatable-reason"),
    "effect": ("effect", "effect"),
    "errcode_required": ("errcode-required", "errcode-optional"),
    "example_request": ("example", "example"),
    "example_response": ("example", "example"),
}
"""Attributes of an operation of which each other value is a change: its rule, and that of less."""
_ENTRIES: Mapping[str, Callable[[Iterable[Any]], Any]] = {
    "errors": tuple,
    "notes": tuple,
    "permissions": dict,
    "deviations": _fields_and_rules,
}
"""Lists of what is said of an operation, and how entries of them are told."""


def _failures(path: str, old: Failures | None, new: Failures | None) -> Iterator[Change]:
    rule = "added" if old is None else "removed" if new is None else "changed"
    was, is_ = (_listing(one) if one else None for one in (old, new))
    yield from told(f"failures.{rule}", path, "failures", was, is_)


def _listing(one: Failures) -> str:
    every = ", with errcode 0 for those that did not fail" if one.every else ""
    return f"{one.field} by {one.key}{every}"


def _quotas(path: str, old: Iterable[Quota], new: Iterable[Quota]) -> Iterator[Change]:
    """Pair quotas by what they count, then by their numbers; the rest came or went."""
    gone = [one for one in old if one not in new]
    come = [one for one in new if one not in old]
    keys: tuple[Callable[[Quota], Any], ...] = (
        lambda one: (one.scope, one.time),
        lambda one: one.scope,
        lambda one: (one.limit, one.time),
    )
    for key in keys:
        for one, twin in twins(gone, come, key):
            gone.remove(one)
            come.remove(twin)
            yield from _quota(path, one, twin)
    yield from (Change("quota.removed", path, "quotas", _counts(one), None) for one in gone)
    yield from (Change("quota.added", path, "quotas", None, _counts(one)) for one in come)


def _quota(path: str, old: Quota, new: Quota) -> Iterator[Change]:
    if (old.limit, old.time) != (new.limit, new.time):
        yield Change("quota.changed", path, "quotas", _counts(old), _counts(new))
    was, is_ = (f"{one.scope} {one.description}" for one in (old, new))
    yield from told("quota.text", path, "quotas", was, is_)


def _counts(quota: Quota) -> dict[str, Any]:
    time = {"days": quota.days} if quota.per is None else {"per": quota.per}
    return {"limit": quota.limit, **time, "scope": quota.scope}


def _error_table(old: Iterable[ErrorCode], new: Iterable[ErrorCode]) -> Iterator[Change]:
    before, after = (
        {one.code: one for one in sorted(side, key=lambda one: one.code)} for side in (old, new)
    )
    gone, come, both = matched(before, after)
    for one in gone:
        yield Change("error.removed", "", f"errors.{one.code}", _class_of(one), None)
    for one in come:
        yield Change("error.added", "", f"errors.{one.code}", None, _class_of(one))
    for was, is_ in both:
        yield from _error(f"errors.{is_.code}", was, is_)


def _frequency_limits(old: FrequencyLimits, new: FrequencyLimits) -> Iterator[Change]:
    field = "frequency_limits"
    for name in ("page", "updated"):
        yield from told(f"operation.{name}", "", field, getattr(old, name), getattr(new, name))
    gone = tuple(str(one) for one in old.limits if one not in new.limits)
    come = tuple(str(one) for one in new.limits if one not in old.limits)
    yield from told("frequency.limits", "", field, gone, come)


def _class_of(code: ErrorCode) -> str:
    return code.error_class or "APIError"


def _error(field: str, old: ErrorCode, new: ErrorCode) -> Iterator[Change]:
    yield from told("error.class", "", field, _class_of(old), _class_of(new))
    for word in ("meaning", "remedy"):
        for attribute, place in ((word, field), (f"{word}_zh", f"{field}.zh")):
            was, is_ = getattr(old, attribute), getattr(new, attribute)
            yield from told(f"error.{word}", "", place, was, is_)
