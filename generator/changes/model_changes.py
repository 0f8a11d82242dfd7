"""Model × model to changes: what moved between two states of the specs, and whom it breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..model import Api, ErrorCode, Failures, Group, Operation, Quota
from .field_changes import bare, request_changes, response_changes
from .job_changes import job_changes
from .pairs import twins
from .rules import KINDS, Change


def compare_apis(old: Api, new: Api) -> tuple[Change, ...]:
    """Return every change between two models, in a stable order."""
    before, after = operations(old), operations(new)
    moves = _moves(before, after)
    changes = [
        *_error_table(old.errors, new.errors),
        *_comings_and_goings(before, after, moves),
    ]
    for path, operation in before.items():
        target = after.get(moves.get(path, path))
        if target is not None:
            changes += _operation(operation, target)
    return ordered(changes)


def ordered(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Sort changes by operation, those that break first."""
    return tuple(sorted(changes, key=lambda one: (one.operation, KINDS.index(one.kind))))


def operations(api: Api) -> dict[str, Operation]:
    """Return every operation by its path, the token endpoint too."""
    found = {api.token.path: api.token}
    pending: list[Group] = [api.root]
    while pending:
        group = pending.pop()
        pending.extend(group.groups)
        found.update({one.path: one for one in group.operations})
    return dict(sorted(found.items()))


def _moves(before: dict[str, Operation], after: dict[str, Operation]) -> dict[str, str]:
    """Pair each path that is gone with the new path under which the operation stands now."""
    gone = [one for path, one in before.items() if path not in after]
    come = [one for path, one in after.items() if path not in before]
    pairs: dict[str, str] = {}
    for is_same in (_same_content, _same_title):
        for one in gone:
            twins = [
                other for other in come if is_same(one, other) and other.path not in pairs.values()
            ]
            rivals = [other for other in gone if is_same(one, other) and other.path not in pairs]
            if one.path not in pairs and len(twins) == len(rivals) == 1:
                pairs[one.path] = twins[0].path
    return pairs


def _same_content(one: Operation, other: Operation) -> bool:
    is_called_so = one.name == other.name or one.title == other.title
    return is_called_so and _contents(one) == _contents(other)


def _same_title(one: Operation, other: Operation) -> bool:
    return one.title == other.title


def _contents(one: Operation) -> tuple[Any, ...]:
    sides = (one.request, one.response)
    fields = (tuple(replace(bare(field), name=field.name) for field in side) for side in sides)
    return (one.method, *fields)


def _comings_and_goings(
    before: dict[str, Operation], after: dict[str, Operation], moves: dict[str, str]
) -> Iterator[Change]:
    for path, one in before.items():
        if path in moves:
            yield Change("operation.moved", path, "path", path, moves[path])
        elif path not in after:
            yield Change("operation.removed", path, "path", one.title, None)
    for path, one in after.items():
        if path not in before and path not in moves.values():
            yield Change("operation.added", path, "path", None, one.title)


def _operation(old: Operation, new: Operation) -> Iterator[Change]:
    """Compare one operation; a moved one is named by its new path."""
    path = new.path
    for attribute, (rule, without) in _FACTS.items():
        was, is_ = getattr(old, attribute), getattr(new, attribute)
        if was != is_:
            field = attribute.replace("example_", "examples.")
            yield Change(f"operation.{rule if is_ else without}", path, field, was, is_)
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
    return tuple(f"{one.field} {one.rule}" for one in deviations)


_FACTS = {
    **{name: (name, name) for name in ("method", "kind", "title", "summary", "page", "updated")},
    "repeatable": ("repeatable-gained", "repeatable-lost"),
    "repeatable_reason": ("repeatable-reason", "repeatable-reason"),
    "errcode_required": ("errcode-required", "errcode-optional"),
    "example_request": ("example", "example"),
    "example_response": ("example", "example"),
}
"""Attributes of an operation of which each other value is a change: its rule, and that of less."""
_ENTRIES: Mapping[str, Callable[[Iterable[Any]], Any]] = {
    "errors": tuple, "notes": tuple, "permissions": dict, "deviations": _fields_and_rules
}  # fmt: skip
"""Lists of what is said of an operation, and how entries of them are told."""


def _failures(path: str, old: Failures | None, new: Failures | None) -> Iterator[Change]:
    if old != new:
        rule = "added" if old is None else "removed" if new is None else "changed"
        was, is_ = (f"{one.field} by {one.key}" if one else None for one in (old, new))
        yield Change(f"failures.{rule}", path, "failures", was, is_)


def _quotas(path: str, old: Iterable[Quota], new: Iterable[Quota]) -> Iterator[Change]:
    """Pair quotas by what they count, then by their numbers; the rest came or went."""
    gone = [one for one in old if one not in new]
    come = [one for one in new if one not in old]
    keys: tuple[Callable[[Quota], Any], ...] = (
        lambda one: (one.scope, one.days), lambda one: one.scope, _numbers
    )  # fmt: skip
    for key in keys:
        for one, twin in twins(gone, come, key):
            gone.remove(one)
            come.remove(twin)
            yield from _quota(path, one, twin)
    yield from (Change("quota.removed", path, "quotas", _counts(one), None) for one in gone)
    yield from (Change("quota.added", path, "quotas", None, _counts(one)) for one in come)


def _quota(path: str, old: Quota, new: Quota) -> Iterator[Change]:
    if _numbers(old) != _numbers(new):
        yield Change("quota.changed", path, "quotas", _counts(old), _counts(new))
    was, is_ = ((one.scope, one.description) for one in (old, new))
    if was != is_:
        yield Change("quota.text", path, "quotas", " ".join(was), " ".join(is_))


def _counts(quota: Quota) -> dict[str, Any]:
    return {"limit": quota.limit, "days": quota.days, "scope": quota.scope}


def _numbers(quota: Quota) -> tuple[Any, ...]:
    return quota.limit, quota.days


def _error_table(old: Iterable[ErrorCode], new: Iterable[ErrorCode]) -> Iterator[Change]:
    before = {one.code: one for one in old}
    after = {one.code: one for one in new}
    for code in sorted(before.keys() | after.keys()):
        was, is_, field = before.get(code), after.get(code), f"errors.{code}"
        if was is None and is_ is not None:
            yield Change("error.added", "", field, None, _class_of(is_))
        elif is_ is None and was is not None:
            yield Change("error.removed", "", field, _class_of(was), None)
        elif was is not None and is_ is not None:
            yield from _error(field, was, is_)


def _class_of(code: ErrorCode) -> str:
    return code.error_class or "APIError"


def _error(field: str, old: ErrorCode, new: ErrorCode) -> Iterator[Change]:
    if old.error_class != new.error_class:
        yield Change("error.class", "", field, _class_of(old), _class_of(new))
    for rule, attribute, place in (
        ("error.meaning", "meaning", field),
        ("error.remedy", "remedy", field),
        ("error.meaning", "meaning_zh", f"{field}.zh"),
        ("error.remedy", "remedy_zh", f"{field}.zh"),
    ):
        was, is_ = getattr(old, attribute), getattr(new, attribute)
        if was != is_:
            yield Change(rule, "", place, was, is_)
