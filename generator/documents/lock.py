"""The lock of a group: hashes of what a human has looked at in its document, never its words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from ..decode import CONFLICT, conflict_line
from ..model import Deviation
from ..output import OutputError, replace_file
from .blocks import DocumentError
from .facts import DocumentFacts, FieldFact, OperationFacts, chunk_hash
from .texts import module_texts, texts_of

NAME = "document.lock"

_HEADS = frozenset({"title", "page", "updated", "method", "path"})


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
    def is_mapping_of(fits: Callable[[Any], bool], one: Any) -> bool:
        return isinstance(one, dict) and all(map(fits, one.values()))

    def is_texts(one: Any) -> bool:
        return isinstance(one, list) and all(isinstance(each, str) for each in one)

    def is_text(one: Any) -> bool:
        return isinstance(one, str)

    return (
        isinstance(data, dict)
        and is_mapping_of(partial(is_mapping_of, is_texts), data.get("texts"))
        and is_mapping_of(partial(is_mapping_of, is_text), data.get("deviations"))
        and is_texts(data.get("not_understood", []))
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
    texts[""] = {"notes": [sentence.hash for sentence in module_texts(facts)]}
    for operation in facts.operations:
        texts[operation.name] = {
            place: [sentence.hash for sentence in sentences]
            for place, sentences in texts_of(operation).items()
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
    side, _, name = path.partition(".")
    if side not in ("request", "response") or name.endswith("[]"):
        if path == "examples":
            examples = (operation.example_request, operation.example_response)
            return [one.value if one else None for one in examples]
        if path == "quotas":
            return [[one.limit, one.days] for one in operation.quotas] or None
        stated = getattr(operation, path, None) if path in _HEADS else None
        return stated.value if stated else None
    fields = {one.path: one for one in getattr(operation, side)}
    one = fields.get(name)
    if rule == "nesting":
        return any(each.nested for each in fields.values())
    if one is None:
        return None
    return _field_value(one, rule)


def _field_value(one: FieldFact, rule: str) -> Any:
    if rule == "row":
        return one.origin
    if rule in ("required", "type"):
        return getattr(one, rule)
    if rule == "enum":
        return sorted(map(str, one.enum))
    if rule == "meaning":
        return sorted(f"{value} {stated.value}" for value, stated in one.enum.items()) or None
    if rule == "range":
        days = [one.limits[key].value for key in ("minDaysAgo", "maxDaysAgo") if key in one.limits]
        return days or None
    if rule == "reference":
        return [chunk for chunk, _ in one.text.chunks()] if one.text else None
    stated = one.limits.get(rule)
    return stated.value if stated else None
