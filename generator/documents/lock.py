"""The locks: hashes of what a human has looked at, one file a document, never its words."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..decode import CONFLICT, conflict_line
from ..model import Operation
from ..output import OutputError, replace_file
from ..spec.names import LOCKS, document_name
from .blocks import DocumentError
from .facts import DocumentFacts
from .stated import Statements
from .texts import hashes_of, sentences, texts_of

SUFFIX = ".lock"
GROUP_LOCK = "document.lock"
"""Where locks stood before a group had several documents: one in its folder, of all that it had."""
PAGE = ""
"""Stands for the document itself among its operations."""

_SOURCE = ("address", "title", "updated", "module")
_FORM: Mapping[str, tuple[type, ...]] = {
    "source": (dict, str),
    "texts": (dict, dict, list, str),
    "deviations": (dict, dict, str),
    "not_understood": (list, str),
    "doubts": (list, str),
}
"""What a lock holds, by key: the first type, what it holds of the second, and so on."""


@dataclass(frozen=True)
class Lock:
    """What was accepted of a document, by the whole paths of its operations."""

    id: str = ""
    source: Mapping[str, str] = field(default_factory=dict)
    """Its address, title, date and module, as far as it stated them."""
    texts: Mapping[str, Mapping[str, list[str]]] = field(default_factory=dict)
    """The sentences of each place."""
    deviations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What it said where a spec deviates."""
    not_understood: tuple[str, ...] = ()
    """What no rule took and a human has looked at."""
    doubts: tuple[str, ...] = ()
    """Contradictions that a human has looked at."""
    file: Path | None = None
    """Where it was read from."""

    @property
    def operations(self) -> frozenset[str]:
        """The operations that the document held."""
        return frozenset(self.texts) - {PAGE}

    @property
    def is_new(self) -> bool:
        """Whether nothing of the document was accepted yet."""
        return self.file is None and not self.texts

    def has_seen(self, hash_: str) -> bool:
        """Say whether a human has looked at a doubt or at something not understood."""
        return hash_ in self.not_understood or hash_ in self.doubts


@dataclass(frozen=True)
class Locks:
    """The locks of a tree of specs, by the ids of their documents."""

    by_id: Mapping[str, Lock] = field(default_factory=dict)
    of_groups: Mapping[str, Lock] = field(default_factory=dict)
    """Those that still stand in the folders of groups."""

    def of(self, facts: DocumentFacts, stem: str = "", given: Collection[str] = ()) -> Lock:
        """Return the lock of a document, or a new one.

        A document without an id is the one that `stem` names, if that holds any of its operations,
        else the one that holds most of them; where there is none, `stem` names it. A page whose
        operations another page held that is not `given` has moved: what was accepted there counts.
        """
        keys = {one.key for one in facts.operations}
        own = document_name(facts.id)
        for id_ in (own, document_name(facts.module.replace("::", "."))):
            if id_ in self.by_id:
                return self.by_id[id_]
        named = self.by_id.get(document_name(stem))
        if not own and named is not None and named.operations & keys:
            return named
        if not own and (held := _fullest(self.by_id.values(), keys)):
            return held
        name = own or document_name(stem) or "document"
        if old := _fullest(self.of_groups.values(), keys):
            # a page has some operations of its group, a module all of them
            return replace(_narrowed(old, keys) if facts.source.id else old, id=name)
        moved = [
            one
            for one in self.by_id.values()
            if one.id not in given and one.source.get("address") and keys <= one.operations
        ]
        if facts.source.address and keys and (before := _fullest(moved, keys)):
            return replace(_narrowed(before, keys), id=name)
        return Lock(name)

    def with_(self, lock: Lock) -> Locks:
        """Return the locks after one was written."""

        def others(locks: Mapping[str, Lock]) -> dict[str, Lock]:
            return {
                key: _narrowed(one, one.operations - lock.operations)
                if lock.file is not None and one.file == lock.file
                else one
                for key, one in locks.items()
            }

        return Locks({**others(self.by_id), lock.id: lock}, others(self.of_groups))


def _fullest(locks: Iterable[Lock], keys: Collection[str]) -> Lock | None:
    """Return the lock that holds most of some operations, and fewest others."""
    wanted = frozenset(keys)
    ranked = [(len(one.operations & wanted), -len(one.operations), one.id, one) for one in locks]
    best = max(ranked, key=lambda each: each[:3], default=None)
    return best[3] if best and best[0] else None


def _narrowed(lock: Lock, keys: Collection[str]) -> Lock:
    """Return a lock with the page itself and some operations alone."""
    kept = {PAGE, *keys}
    return replace(
        lock,
        texts={key: one for key, one in lock.texts.items() if key in kept},
        deviations={key: one for key, one in lock.deviations.items() if key in kept},
    )


def read_locks(specs: Path) -> Locks:
    """Read every lock of a tree of specs.

    Raises:
        DocumentError: one is there and cannot be used.
    """
    found = (_read(path) for path in sorted((specs / LOCKS).glob(f"*{SUFFIX}")))
    groups = {}
    for path in sorted(specs.rglob(GROUP_LOCK)):
        group = path.parent.relative_to(specs).as_posix()
        if group != LOCKS:
            groups[group] = _of_group(_read(path), group)
    return Locks({one.id: one for one in found}, groups)


def _of_group(lock: Lock, group: str) -> Lock:
    """Return a group's lock, which names operations without their group, with whole paths."""

    def whole(name: str) -> str:
        return f"{group}/{name}" if name and group != "." else name

    return replace(
        lock,
        texts={whole(name): one for name, one in lock.texts.items()},
        deviations={whole(name): one for name, one in lock.deviations.items()},
    )


def _read(path: Path) -> Lock:
    try:
        text = path.read_text("utf-8")
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
    return Lock(
        path.name.removesuffix(SUFFIX),
        data.get("source", {}),
        data["texts"],
        data["deviations"],
        tuple(data.get("not_understood", ())),
        tuple(data.get("doubts", ())),
        path,
    )


def _is_lock(data: Any) -> bool:
    return (
        isinstance(data, dict)
        and {"texts", "deviations"} <= data.keys()
        and all(_is_nested(data[key], *kinds) for key, kinds in _FORM.items() if key in data)
    )


def _is_nested(data: Any, *kinds: type) -> bool:
    """Say whether data is of the first type, what it holds of the second, and so on."""
    inside = data.values() if isinstance(data, dict) else data
    return isinstance(data, kinds[0]) and (
        len(kinds) == 1 or all(_is_nested(one, *kinds[1:]) for one in inside)
    )


def write_lock(specs: Path, lock: Lock) -> str:
    """Write a document's lock, whole or not at all; return its path below the specs.

    What was accepted elsewhere, in the folder of a group or of a page that has moved, is taken out
    there.

    Raises:
        DocumentError: it cannot be written.
    """
    path = specs / LOCKS / f"{lock.id}{SUFFIX}"
    try:
        replace_file(path, _content(lock))
        if lock.file is not None and lock.file != path and lock.file.exists():
            _take_out(specs, lock.file, lock.operations)
    except (OutputError, OSError) as error:
        raise DocumentError(str(error)) from None
    return path.relative_to(specs).as_posix()


def _take_out(specs: Path, file: Path, operations: Collection[str]) -> None:
    old = _read(file)
    group = "" if file.parent == specs / LOCKS else file.parent.relative_to(specs).as_posix()
    names = {one.removeprefix(f"{group}/") if group else one for one in operations}
    left = _narrowed(old, old.operations - names)
    if left.operations:
        replace_file(file, _content(left))
    else:
        file.unlink()


def _content(lock: Lock) -> bytes:
    """Return a lock with one line a hash, so that branches meet in few places."""
    data = {key: getattr(lock, key) for key in _FORM}
    data = {key: one for key, one in data.items() if one or key in ("texts", "deviations")}
    return f"{json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False)}\n".encode()


def accepted(
    facts: DocumentFacts, operations: Mapping[str, Operation], old: Lock, *, looked_at: bool = True
) -> Lock:
    """Return the lock that accepts a document as it is.

    An operation that it no longer holds is kept as long as specs have it. What was not understood,
    and doubts, are accepted only where somebody has `looked_at` them.
    """
    held = {one.key: one for one in facts.operations if one.key in operations}
    kept = (old.operations & operations.keys()) - held.keys()
    texts = {
        key: {place: sorted(old.texts[key][place]) for place in old.texts[key]} for key in kept
    }
    prints = {key: dict(old.deviations[key]) for key in kept if key in old.deviations}
    texts[PAGE] = {"notes": hashes_of(sentences(facts.texts))}
    for key, one in held.items():
        places = texts_of(one).items()
        texts[key] = {place: hashes for place, found in places if (hashes := hashes_of(found))}
        statements = Statements(one)
        prints[key] = {
            f"{each.field} {each.rule}": statements.fingerprint(each.field, each.rule)
            for each in operations[key].deviations
            if each.concerns(old.id)
        }
    return replace(
        old,
        source=_source(facts, old),
        texts=texts,
        deviations={key: one for key, one in prints.items() if one},
        not_understood=_seen(old.not_understood, facts.not_understood if looked_at else ()),
        doubts=_seen(old.doubts, facts.doubts if looked_at else ()),
    )


def _source(facts: DocumentFacts, old: Lock) -> dict[str, str]:
    said = (facts.source.address, facts.source.title, facts.updated, facts.module)
    now = dict(zip(_SOURCE, said, strict=True))
    return {
        key: now[key] or old.source.get(key, "") for key in _SOURCE if now[key] or key in old.source
    }


def _seen(old: Iterable[str], now: Iterable[Any]) -> tuple[str, ...]:
    return tuple(sorted({*old, *(one.hash for one in now)}))
