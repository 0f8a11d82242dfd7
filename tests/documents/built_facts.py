"""Facts built by hand, as a reader might give them, and the drafts that they become."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.documents.conformance import Conformance, compare
from generator.documents.facts import DocumentFacts, FieldFact, OperationFacts, Stated
from generator.documents.given import Document
from generator.documents.importing import Import, make
from generator.documents.lock import read_locks
from generator.documents.source import Source
from generator.targets import read_api

PAGE = "https://docs.example.com/path/70001"


def fact(path: str, type: str | None = "string", **keys: Any) -> FieldFact:
    """Return the fact of a field; `limits` and `enum` are given as plain values."""
    limits: Mapping[str, Any] = keys.pop("limits", {})
    enum: Mapping[Any, str] = keys.pop("enum", {})
    return FieldFact(
        path,
        keys.pop("line", 7),
        type=type,
        type_text=keys.pop("type_text", type or ""),
        limits={key: Stated(one, 7) for key, one in limits.items()},
        enum={value: Stated(said, 7) for value, said in enum.items()},
        **keys,
    )


def operation(*request: FieldFact, key: str = "things/add", **keys: Any) -> OperationFacts:
    """Return the facts of an operation with these parameters; examples are given as values."""
    group, _, name = key.rpartition("/")
    for side in ("example_request", "example_response"):
        if side in keys:
            keys[side] = Stated(keys[side], 9)
    heads = {"title": key, "page": PAGE, "method": "POST", "path": key}
    stated: dict[str, Any] = {
        head: Stated(keys.pop(head, value), 1) for head, value in heads.items()
    }
    keys.setdefault("security", "access_token")
    return OperationFacts(name, 3, group, request=request, **stated, **keys)


def document(*operations: OperationFacts, page: str = PAGE, path: str = "page.md") -> Document:
    """Return a document that holds operations."""
    return Document(Path(path), DocumentFacts("", operations, source=Source(page)))


@dataclass(frozen=True)
class Drafted:
    """What an import of documents came to, written into a folder."""

    made: Import
    specs: Path

    def spec(self, key: str = "things/add") -> Any:
        """Return a spec as data."""
        return yaml.safe_load((self.specs / f"{key}.yaml").read_text("utf-8"))

    def decisions(self, key: str = "things/add") -> str:
        """Return everything that a human decides."""
        return "\n".join(map(str, self.made.drafts[key].decisions))

    def check(self, one: Document) -> Conformance:
        """Hold a document against the specs."""
        lock = read_locks(self.specs).of(one.facts, one.path.stem)
        return compare(one.facts, read_api(self.specs).by_path, lock)


def drafted(specs: Path, *documents: Document, overwrite: bool = False) -> Drafted:
    """Import documents into a folder."""
    made = make(documents, specs, overwrite=overwrite)
    for path, content in made.files.items():
        target = specs / path
        if content is None:
            target.unlink()
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    return Drafted(made, specs)
