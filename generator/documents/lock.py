"""The lock of a group: hashes of what a human has looked at in its document, never its words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..decode import CONFLICT, conflict_line
from ..model import Deviation
from ..output import OutputError, replace_file
from .blocks import DocumentError
from .facts import HEADS, DocumentFacts, FieldFact, OperationFacts, chunk_hash
from .texts import sentences, texts_of

NAME = "document.lock"

_SIDES = ("request", "response")
_RANGE = ("minDaysAgo", "maxDaysAgo")


@dataclass(frozen=True)
class Lock:
    """What was accepted, by operation: the sentences of each place, and what is deviated from."""

    texts: Mapping[str, Mapping[str, list[str]]] = field(default_factory=dict)
    deviations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    not_understood: tuple[str, ...] = ()
    """What no rule took and a human has looked at."""


def lock_path(specs: Path, group: str) -> Path:
    """Return where the lock of a group stands."""
    return specs / group / NAME


def read_lock(specs: Path, group: str) -> Lock:
    """Read a group's lock; one that does not exist is empty.

    Raises:
        DocumentError: it is there and cannot be used.
    """
    path = lock_path(specs, group)
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Lock()
    except OSError as error:
        raise DocumentError(f"{path} cannot be read: {error.strerror}") from None
    except ValueError:
        text = ""
    conflict = conflict_line(text)
    if conflict:
        raise DocumentError(
            f"{path}:{conflict}:1: {CONFLICT}; or take the file out and run 'docs accept' again"
        )
    try:
        data: Any = json.loads(text)
    except (ValueError, RecursionError):
        data = None
    if not _is_lock(data):
        raise DocumentError(f"{path} is not a lock; take it out and run 'docs accept' again")
    return Lock(data["texts"], data["deviations"], tuple(data.get("not_understood", ())))


def _is_lock(data: Any) -> bool:
    return (
        isinstance(data, dict)
        and _is_nested(data.get("texts"), dict, dict, list, str)
        and _is_nested(data.get("deviations"), dict, dict, str)
        and _is_nested(data.get("not_understood", []), list, str)
    )


def _is_nested(data: Any, *kinds: type) -> bool:
    """Say whether data is of the first type, what it holds of the second, and so on."""
    inside = data.values() if isinstance(data, dict) else data
    return isinstance(data, kinds[0]) and (
        len(kinds) == 1 or all(_is_nested(one, *kinds[1:]) for one in inside)
    )


def write_lock(specs: Path, group: str, lock: Lock) -> None:
    """Write a group's lock, whole or not at all.

    Raises:
        DocumentError: it cannot be written.
    """
    data: dict[str, Any] = {"texts": lock.texts, "deviations": lock.deviations}
    if lock.not_understood:
        data |= {"not_understood": list(lock.not_understood)}
    text = json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    try:
        replace_file(lock_path(specs, group), text.encode())
    except OutputError as error:
        raise DocumentError(str(error)) from None


def accepted(
    facts: DocumentFacts, deviations: Mapping[str, Iterable[Deviation]], old: Lock
) -> Lock:
    """Return the lock that accepts a document; operations of other documents are kept."""
    texts = {name: dict(places) for name, places in old.texts.items()}
    prints = {name: dict(values) for name, values in old.deviations.items()}
    texts[""] = {"notes": [sentence.hash for sentence in sentences(facts.texts)]}
    for operation in facts.operations:
        texts[operation.name] = {
            place: [sentence.hash for sentence in held]
            for place, held in texts_of(operation).items()
        }
        prints[operation.name] = {
            f"{one.field} {one.rule}": fingerprint(operation, one.field, one.rule)
            for one in deviations.get(operation.name, ())
        }
    seen = {*old.not_understood, *(one.hash for one in facts.not_understood)}
    return Lock(texts, prints, tuple(sorted(seen)))


def fingerprint(operation: OperationFacts, path: str, rule: str) -> str:
    """Return a hash of what the document states where a spec deviates; `-` for nothing."""
    value = _document_value(operation, path, rule)
    return "-" if value is None else chunk_hash(json.dumps(value, ensure_ascii=False))


def _document_value(operation: OperationFacts, path: str, rule: str) -> Any:
    if path == "examples":
        examples = (operation.example_request, operation.example_response)
        return [one.value if one else None for one in examples]
    if path == "quotas":
        return [[one.limit, one.days] for one in operation.quotas] or None
    if path in HEADS:
        stated = getattr(operation, path)
        return stated.value if stated else None
    side, _, name = path.partition(".")
    fields = {one.path: one for one in getattr(operation, side)} if side in _SIDES else {}
    if rule == "nesting":
        return any(one.nested for one in fields.values())
    return _field_value(fields[name], rule) if name in fields else None


def _field_value(one: FieldFact, rule: str) -> Any:
    if rule in _OF_FIELDS:
        return _OF_FIELDS[rule](one)
    stated = one.limits.get(rule)
    return stated.value if stated else None


_OF_FIELDS: Mapping[str, Callable[[FieldFact], Any]] = {
    "row": lambda one: one.origin,
    "required": lambda one: one.required,
    "type": lambda one: one.type,
    "enum": lambda one: sorted(map(str, one.enum)),
    "meaning": lambda one: sorted(f"{key} {said.value}" for key, said in one.enum.items()) or None,
    "range": lambda one: [one.limits[key].value for key in _RANGE if key in one.limits] or None,
    "reference": lambda one: [chunk for chunk, _ in one.text.chunks()] if one.text else None,
}
"""What a rule is about, where that is not the limit of its name."""
