"""Model × model to changes: what moved between two states of the specs, and whom it breaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ..model import Api, ErrorCode, Failures, Group, Operation, Quota
from .fields import bare, request_changes, response_changes
from .jobs import job_changes
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
    same_fields = _contents(one) == _contents(other)
    return same_fields and (one.name == other.name or one.title == other.title)


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
    for rule in ("method", "kind", "title", "summary", "page", "updated"):
        was, is_ = getattr(old, rule), getattr(new, rule)
        if was != is_:
            yield Change(f"operation.{rule}", path, rule, was, is_)
    if old.repeatable != new.repeatable:
        rule = "repeatable-gained" if new.repeatable else "repeatable-lost"
        yield Change(f"operation.{rule}", path, "repeatable", old.repeatable, new.repeatable)
    if old.repeatable_reason != new.repeatable_reason:
        reasons = (old.repeatable_reason, new.repeatable_reason)
        yield Change("operation.repeatable-reason", path, "repeatable_reason", *reasons)
    if old.errcode_required != new.errcode_required:
        rule = "errcode-required" if new.errcode_required else "errcode-optional"
        values = old.errcode_required, new.errcode_required
        yield Change(f"operation.{rule}", path, "errcode_required", *values)
    yield from request_changes(path, old.request, new.request)
    yield from response_changes(path, old.response, new.response)
    yield from _failures(path, old.failures, new.failures)
    yield from _quotas(path, old.quotas, new.quotas)
    yield from job_changes(old, new)
    yield from _words(old, new)


def _words(old: Operation, new: Operation) -> Iterator[Change]:
    """Compare what is said of an operation, without effect on its calls."""
    yield from _entries(new.path, "errors", old.errors, new.errors)
    yield from _entries(new.path, "notes", old.notes, new.notes)
    yield from _entries(
        new.path, "permissions", tuple(old.permissions.items()), tuple(new.permissions.items())
    )
    yield from _entries(new.path, "deviations", old.deviations, new.deviations)
    for side in ("request", "response"):
        was, is_ = getattr(old, f"example_{side}"), getattr(new, f"example_{side}")
        if was != is_:
            yield Change("operation.example", new.path, f"examples.{side}", was, is_)


def _entries(path: str, name: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Change]:
    """Compare two lists; the change holds the entries that only one side has."""
    if tuple(old) == tuple(new):
        return
    gone = tuple(one for one in old if one not in new)
    come = tuple(one for one in new if one not in old)
    if not gone and not come:
        gone, come = tuple(old), tuple(new)
    if name == "permissions":
        yield Change(f"operation.{name}", path, name, dict(gone), dict(come))
    elif name == "deviations":
        was, is_ = _fields_and_rules(gone), _fields_and_rules(come)
        yield Change(f"operation.{name}", path, name, was, is_)
    else:
        yield Change(f"operation.{name}", path, name, gone, come)


def _fields_and_rules(deviations: Iterable[Any]) -> tuple[str, ...]:
    return tuple(f"{one.field} {one.rule}" for one in deviations)


def _failures(path: str, old: Failures | None, new: Failures | None) -> Iterator[Change]:
    if old == new:
        return
    rule = "failures.changed"
    if old is None:
        rule = "failures.added"
    elif new is None:
        rule = "failures.removed"
    was, is_ = (f"{one.field} by {one.key}" if one else None for one in (old, new))
    yield Change(rule, path, "failures", was, is_)


def _quotas(path: str, old: Iterable[Quota], new: Iterable[Quota]) -> Iterator[Change]:
    """Pair quotas by what they count, then by their numbers; the rest came or went."""
    gone = [one for one in old if one not in new]
    come = [one for one in new if one not in old]
    for key in (_counted_over, _counted, _numbers):
        for one in tuple(gone):
            twin = next((other for other in come if key(other) == key(one)), None)
            if twin is not None:
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


def _counted_over(quota: Quota) -> tuple[Any, ...]:
    return quota.scope, quota.days


def _counted(quota: Quota) -> tuple[Any, ...]:
    return (quota.scope,)


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
