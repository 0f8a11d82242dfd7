"""The lock of a group: hashes of what a human has looked at in its document, never its words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..model import Deviation
from ..output import OutputError, replace_file
from .blocks import DocumentError
from .facts import DocumentFacts, FieldFact, OperationFacts, Prose, chunk_hash

NAME = "document.lock"

_HEADS = frozenset({"title", "page", "updated", "method", "path"})

Texts = dict[str, list[tuple[str, int]]]
"""Place → the hash and the line of each sentence."""


@dataclass(frozen=True)
class Lock:
    """What was accepted, by operation: the sentences of each place, and what is deviated from."""

    texts: Mapping[str, Mapping[str, list[str]]] = field(default_factory=dict)
    deviations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


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
        data = json.loads(path.read_text("utf-8"))
        return Lock(dict(data["texts"]), dict(data["deviations"]))
    except FileNotFoundError:
        return Lock()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DocumentError(
            f"{path} is no lock ({type(error).__name__}); take it out and run 'docs accept' again"
        ) from None


def write_lock(specs: Path, group: str, lock: Lock) -> None:
    """Write a group's lock, whole or not at all.

    Raises:
        DocumentError: it cannot be written.
    """
    data = {"texts": lock.texts, "deviations": lock.deviations}
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
    texts[""] = {"notes": [sentence for sentence, _ in _sentences(facts.texts)]}
    for operation in facts.operations:
        texts[operation.name] = {
            place: [sentence for sentence, _ in sentences]
            for place, sentences in texts_of(operation).items()
        }
        prints[operation.name] = {
            f"{one.field} {one.rule}": fingerprint(operation, one.field, one.rule)
            for one in deviations.get(operation.name, ())
        }
    return Lock(texts, prints)


def texts_of(operation: OperationFacts) -> Texts:
    """Return the sentences of an operation by place: its prose, each field, each meaning."""
    texts: Texts = {place: _sentences(proses) for place, proses in operation.texts.items()}
    for kind, prose in operation.permissions.items():
        texts[f"permission.{kind}"] = _sentences([prose])
    for side, fields in (("request", operation.request), ("response", operation.response)):
        for one in fields:
            if one.text is not None:
                texts[f"{side}.{one.path}"] = _sentences([one.text])
            for value, meaning in one.enum.items():
                prose = Prose(meaning.value, meaning.line)
                texts[f"{side}.{one.path}={value}"] = _sentences([prose])
    return {place: sentences for place, sentences in texts.items() if sentences}


def _sentences(proses: Iterable[Prose]) -> list[tuple[str, int]]:
    return [(chunk_hash(chunk), line) for prose in proses for chunk, line in prose.chunks()]


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
    stated = one.limits.get(rule)
    return stated.value if stated else None
