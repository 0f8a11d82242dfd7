"""A document as blocks, whatever its format: prose, tables and code, each with its line."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ..problems import RunError


class DocumentError(RunError):
    """The document cannot be read; the message says why and, where it is known, in which line."""


@dataclass(frozen=True)
class Text:
    """A line of prose or a heading; plain text does not say which."""

    text: str
    line: int
    is_heading: bool = False


@dataclass(frozen=True)
class Row:
    """A row of a table."""

    cells: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Table:
    """A table with its header; rows may be short."""

    header: Row
    rows: tuple[Row, ...]

    @property
    def line(self) -> int:
        """The header's line."""
        return self.header.line


@dataclass(frozen=True)
class Code:
    """Text that is to be taken as it stands, such as an example in JSON."""

    text: str
    line: int


Block = Text | Table | Code

WORD_TABLE_HEADS = frozenset({"应用类型", "应用", "类型", "角色"})
"""First header cells of tables whose rows begin with words, not with a parameter's name."""
TABLE_HEADS = WORD_TABLE_HEADS | frozenset(
    {"参数", "参数名", "参数名称", "字段", "字段名", "字段名称", "名称"}
)
_SPACES = re.compile(r"\s+")


def fold(text: str) -> str:
    """Return a text with half-width punctuation and single spaces: what two formats share."""
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", text)).strip()


def is_table_head(cells: tuple[str, ...]) -> bool:
    """Say whether these cells are the header of a table that documents of this kind have."""
    return len(cells) > 1 and fold(cells[0]) in TABLE_HEADS


def lines_of(text: str) -> list[str]:
    """Return the lines of a text as editors count them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
