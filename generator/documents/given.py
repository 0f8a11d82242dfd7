"""What a command line names: files and folders to documents, one state of each page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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

    @property
    def updated(self) -> str:
        """The latest day that it states of itself; empty where it states none."""
        return updated(self.facts)


@dataclass(frozen=True)
class Given:
    """The documents, and a line for each file that is none of them."""

    documents: tuple[Document, ...]
    left_out: tuple[str, ...]


def updated(facts: DocumentFacts) -> str:
    """Return the latest day that a document states of itself; empty where it states none."""
    return max((str(one.updated.value) for one in facts.operations if one.updated), default="")


def read_given(paths: Iterable[Path], group: str = "") -> Given:
    """Read every document that is named, or stands in a folder that is named or below it.

    `group` is the URL path of the operations that state no address. Of two states of one page, the
    later one is taken.

    Raises:
        DocumentError: a file that is named itself is no document, or a folder has none.
    """
    documents: dict[Path, Document] = {}
    left_out: list[str] = []
    for given in paths:
        files = [given] if not given.is_dir() else list(_files(given))
        found = 0
        for path in (one for one in files if one.resolve() not in documents):
            try:
                documents[path.resolve()] = Document(
                    path, read_document(path, group), path == given
                )
            except DocumentError as error:
                if path == given:
                    raise
                left_out.append(f"left out: {str(error).partition(chr(10))[0]}")
                continue
            found += 1
        if given.is_dir() and not any(one.resolve() in documents for one in files):
            said = f"; {left_out[-1].removeprefix('left out: ')}" if left_out else ""
            raise DocumentError(f"{given} has no document of operations in it{said}")
    kept, older = _latest(list(documents.values()))
    return Given(tuple(kept), (*left_out, *older))


def _files(folder: Path) -> Iterator[Path]:
    """Return the files below a folder in a stable order, without hidden ones."""
    for path in sorted(folder.rglob("*")):
        is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not is_hidden and path.is_file():
            yield path


def _latest(documents: list[Document]) -> tuple[list[Document], list[str]]:
    """Leave out what another state of the same page replaces; two parts of a document are none."""
    kept: list[Document] = []
    said: list[str] = []
    for one in documents:
        keys = {operation.key for operation in one.facts.operations}
        for other in [each for each in kept if one.facts.id and each.facts.id == one.facts.id]:
            if keys.isdisjoint(operation.key for operation in other.facts.operations):
                continue
            older, newer = (other, one) if one.updated >= other.updated else (one, other)
            said.append(
                f"left out: {older.path} is the page {one.facts.id} as of "
                f"{older.updated or 'no date'}; {newer.path} has it as of "
                f"{newer.updated or 'no date'}"
            )
            if newer is other:
                break
            kept.remove(other)
        else:
            kept.append(one)
    return kept, said
