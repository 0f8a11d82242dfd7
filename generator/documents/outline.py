"""The parts of a document: its sections with their tables and examples, and what is beside."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from .blocks import Code, Row, Table, fold
from .facts import Prose, Reports
from .labels import path_of

TITLE, ADDRESS = "title", "path"
_Block = TypeVar("_Block", Table, Code)


@dataclass(frozen=True)
class Captioned(Generic[_Block]):
    """A table or an example, and the lines right above it that may say what it is about."""

    block: _Block
    captions: tuple[Prose, ...] = ()
    """The nearest first: lines of text, then the headings around it."""


@dataclass
class Part:
    """Tables and examples of one side that stand together."""

    tables: list[Captioned[Table]] = field(default_factory=list)
    examples: list[Captioned[Code]] = field(default_factory=list)


@dataclass
class Section:
    """An operation's part of a document, or a chapter's, which has no name."""

    name: str = ""
    line: int = 0
    level: int = 0
    """That of its heading; 0 where it has none."""
    heads: dict[str, Prose] = field(default_factory=dict)
    """What it states of itself as a whole: title, date, page, method."""
    address: Prose | None = None
    texts: dict[str, list[Prose]] = field(default_factory=dict)
    request: Part = field(default_factory=Part)
    response: Part = field(default_factory=Part)
    permission_tables: list[Table] = field(default_factory=list)
    parent: Section | None = None
    follows: Section | None = None
    """Of a chapter: the operation that it stands behind."""
    is_appendix: bool = False
    """Whether its heading, or one above it, says that it is none of the operation before."""

    def add(self, place: str, text: Prose) -> None:
        """Keep a text that is held by its hash."""
        self.texts.setdefault(place, []).append(text)

    @property
    def is_bare(self) -> bool:
        """Whether nothing but words stands in it so far."""
        parts = (self.request, self.response)
        return not any(part.tables or part.examples for part in parts)

    @property
    def path(self) -> str:
        """The path that its address states."""
        return path_of(self.address.text) if self.address else ""


@dataclass
class Outline:
    """A document's sections and what belongs to none."""

    module: Prose | None = None
    preamble: Section = field(default_factory=Section)
    operations: list[Section] = field(default_factory=list)
    chapters: list[Section] = field(default_factory=list)
    reports: Reports = field(default_factory=Reports)


def in_words(*rows: Row) -> list[Prose]:
    """Return rows as they are held where they describe no field."""
    return [Prose(fold(" ".join(row.cells)), row.line) for row in rows]
