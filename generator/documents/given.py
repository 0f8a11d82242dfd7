"""What a command line names: files and folders to documents, one state of each page."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from .blocks import DocumentError
from .facts import DocumentFacts
from .reading import read_document


@dataclass(frozen=True)
class Document:
    """A document and the file that it was read from."""

    path: Path
    facts: DocumentFacts
    is_named: bool = True
    """Whether the command line names the file itself, and not a folder above it."""


@dataclass(frozen=True)
class Given:
    """The documents, and a line for each file that is none of them."""

    documents: tuple[Document, ...]
    left_out: tuple[str, ...]


def read_given(paths: Iterable[Path], group: str = "") -> Given:
    """Read every document that is named, or stands in a folder that is named or below it.

    `group` is the URL path of the operations that state no address. Of two states of one page, the
    later one is taken.

    Raises:
        DocumentError: a file that is named itself is no document, or a folder has none.
    """
    documents: dict[str, Document] = {}
    left_out: list[str] = []
    for given in paths:
        if not os.path.isdir(given):  # noqa: PTH112 - Path.is_dir() raises below a closed folder
            if (name := os.path.realpath(given)) not in documents:
                documents[name] = Document(given, read_document(given, group))
            continue
        files, faults = _files(given)
        for path in (one for one in files if os.path.realpath(one) not in documents):
            try:
                facts = read_document(path, group)
            except DocumentError as error:
                faults.append(str(error).partition("\n")[0])
            else:
                documents[os.path.realpath(path)] = Document(path, facts, is_named=False)
        if not any(os.path.realpath(one) in documents for one in files):
            said = f"; {faults[-1]}" if faults else ""
            raise DocumentError(f"{given} has no document of operations in it{said}")
        left_out += [f"left out: {fault}" for fault in faults]
    kept, older = _latest(list(documents.values()))
    return Given(tuple(kept), (*left_out, *older))


def _files(folder: Path) -> tuple[list[Path], list[str]]:
    """Return the files below a folder in a stable order, without hidden ones, and what is unread.

    A folder that may not be opened, or a link that leads nowhere, ends nothing.
    """
    files: list[Path] = []
    faults: list[str] = []

    def unread(error: OSError) -> None:
        faults.append(f"{error.filename} cannot be read: {error.strerror}")

    for place, folders, names in os.walk(folder, onerror=unread):
        folders[:] = [one for one in folders if not one.startswith(".")]
        for path in (Path(place, one) for one in names if not one.startswith(".")):
            try:
                if stat.S_ISREG(path.stat().st_mode):
                    files.append(path)
            except OSError as error:
                unread(error)
    return sorted(files), sorted(faults)


def _latest(documents: list[Document]) -> tuple[list[Document], list[str]]:
    """Leave out what another state of the same page replaces; two parts of a document are none."""
    kept: list[Document] = []
    replaced: dict[Path, Document] = {}
    older_ones: list[Document] = []
    for one in documents:
        keys = {operation.key for operation in one.facts.operations}
        for other in [each for each in kept if one.facts.id and each.facts.id == one.facts.id]:
            if keys.isdisjoint(operation.key for operation in other.facts.operations):
                continue
            older, newer = sorted((other, one), key=lambda each: each.facts.updated)
            replaced[older.path] = newer
            older_ones.append(older)
            if newer is other:
                break
            kept.remove(other)
        else:
            kept.append(one)
    return kept, [_said(older, replaced) for older in older_ones]


def _said(older: Document, replaced: Mapping[Path, Document]) -> str:
    """Say which state of its page counts in the end."""
    newer = replaced[older.path]
    while newer.path in replaced:
        newer = replaced[newer.path]
    then, now = (each.facts.updated or "no date" for each in (older, newer))
    return (
        f"left out: {older.path} is the page {older.facts.id} as of {then}; "
        f"{newer.path} has it as of {now}"
    )
