"""Two readings compared fact by fact: of a page and its later state, or of two formats of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.documents.facts import DocumentFacts, FieldFact, OperationFacts

Change = tuple[str, str, str, Any, Any]
"""Operation, field (or nothing), aspect, what it was, what it is; `None` where it is not there."""

_HEADS = ("title", "updated", "method", "path", "page")


def changes(old: DocumentFacts, new: DocumentFacts) -> list[Change]:
    """Return every difference of facts, without sentences and lines."""
    before = {one.key: one for one in old.operations}
    after = {one.key: one for one in new.operations}
    found: list[Change] = []
    for key in sorted(before.keys() | after.keys()):
        if key not in before or key not in after:
            found.append((key, "", "operation", key in before, key in after))
        else:
            found += _of_operation(key, before[key], after[key])
    return found


def _of_operation(key: str, old: OperationFacts, new: OperationFacts) -> Iterator[Change]:
    for name in _HEADS:
        yield from _one(key, "", name, _value(getattr(old, name)), _value(getattr(new, name)))
    yield from _one(key, "", "quotas", _quotas(old), _quotas(new))
    kinds = old.permissions.keys() | new.permissions.keys()
    for kind in sorted(kinds):
        texts = (
            one.permissions[kind].text if kind in one.permissions else None for one in (old, new)
        )
        was, now = texts
        if was != now:
            yield key, f"permission.{kind}", "text", was is not None, now is not None
    for side in ("request", "response"):
        before = {one.path: one for one in getattr(old, side)}
        after = {one.path: one for one in getattr(new, side)}
        for path in sorted(before.keys() | after.keys()):
            field = f"{side}.{path}"
            if path not in before or path not in after:
                yield key, field, "field", path in before, path in after
            else:
                yield from _of_field(key, field, before[path], after[path])


def _of_field(key: str, field: str, old: FieldFact, new: FieldFact) -> Iterator[Change]:
    for name in ("required", "type"):
        yield from _one(key, field, name, getattr(old, name), getattr(new, name))
    before, after = ({name: one.value for name, one in fact.limits.items()} for fact in (old, new))
    for name in sorted(before.keys() | after.keys()):
        yield from _one(key, field, name, before.get(name), after.get(name))
    yield from _one(key, field, "enum", sorted(map(str, old.enum)), sorted(map(str, new.enum)))


def _one(key: str, field: str, aspect: str, was: Any, now: Any) -> Iterator[Change]:
    if was != now:
        yield key, field, aspect, was, now


def _value(stated: Any) -> Any:
    return stated.value if stated is not None else None


def _quotas(operation: OperationFacts) -> list[tuple[int, int | str | None]]:
    return sorted(((one.limit, one.time) for one in operation.quotas), key=str)


def against_findings(
    changed: Iterable[Change], findings: Iterable[dict[str, Any]]
) -> tuple[list[Change], list[dict[str, Any]]]:
    """Return the changes that no finding tells, and the findings of facts that tell of no change.

    Findings of sentences and of examples are no facts; those of permissions are sentences.
    """
    told = {(_key(one), _place(one["field"])) for one in findings}
    places = {(change[0], _place(change[1] or change[2])) for change in changed}
    untold = [one for one in changed if (one[0], _place(one[1] or one[2])) not in told]
    invented = [
        one
        for one in findings
        if one["rule"] != "text"
        and not one["field"].startswith("example")
        and (_key(one), _place(one["field"])) not in places
    ]
    return untold, invented


def _key(finding: dict[str, Any]) -> str:
    name = str(finding["operation"])
    group = str(finding.get("group", ""))
    return name if "/" in name or not group else f"{group}/{name}"


def _place(field: str) -> str:
    return "permission" if field.startswith("permission") else field
