"""A document as blocks, whatever its format: prose, tables and code, each with its line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ..problems import RunError
from .cells import column_of


class DocumentError(RunError):
    """The document cannot be read; the message says why and, where it is known, in which line."""


@dataclass(frozen=True)
class Text:
    """A line of prose or a heading; plain text does not say which."""

    text: str
    line: int
    level: int = 0
    """1 to 6 for a heading, 0 for what is none."""
    in_fence: bool = False
    """It stands in a block of code that is no document of its own: its labels explain labels."""

    @property
    def is_heading(self) -> bool:
        """Whether the document marks it as a heading."""
        return self.level > 0


@dataclass(frozen=True)
class Row:
    """A row of a table."""

    cells: tuple[str, ...]
    line: int
    indent: int = 0
    """How many blanks further in its first cell begins than in the least indented row."""
    span: int = 1
    """How many lines of the document it takes."""

    def with_line(self, first: str, *others: str) -> Row:
        """Return it with a further line, on which its last cell goes on, and others follow."""
        last = f"{self.cells[-1]}\n{first}"
        return replace(self, cells=(*self.cells[:-1], last, *others), span=self.span + 1)


@dataclass(frozen=True)
class Table:
    """A table with its header; rows may be short or long."""

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


@dataclass(frozen=True)
class Unread:
    """Something that has a shape which could not be read; nothing else stands for it."""

    text: str
    line: int
    why: str


Block = Text | Table | Code | Unread
Lines = Sequence[tuple[int, str]]
"""Numbered lines."""
Words = Callable[[str, bool], str]
"""The words of a cell; whether it is the first of its row."""

MAX_LINE = 20_000
"""Characters of a line of prose or of a row of a table; what is longer is not read."""
MAX_CELLS = 200
WORD_TABLE_HEADS = frozenset({"应用类型", "应用", "类型", "角色"})
"""First header cells of tables whose rows begin with words, not with a parameter's name."""
TABLE_HEADS = WORD_TABLE_HEADS | frozenset({
    "参数", "参数名", "参数名称", "字段", "字段名", "字段名称", "名称", "变量", "变量名",
    "变量名称", "属性", "属性名", "parameter",
})  # fmt: skip
"""No word that may be a parameter's own name."""
_COLUMN_HEADS = frozenset({
    "必须", "必填", "必选", "必需", "是否必须", "是否必填", "是否必选", "是否必需", "类型",
    "参数类型", "数据类型", "字段类型", "类型/长度", "说明", "描述", "备注", "含义", "参数说明",
    "字段说明", "参数描述", "变量", "变量名", "示例值", "权限要求", "权限说明", "required", "type",
    "description",
})  # fmt: skip
_SPACES = re.compile(r"\s+")


def fold(text: str) -> str:
    """Return a text with half-width punctuation and single spaces: what two formats share."""
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", text)).strip()


def is_table_head(cells: tuple[str, ...]) -> bool:
    """Say whether these cells are the header of a table that documents of this kind have."""
    if len(cells) < 2:
        return False
    first = fold(cells[0]).strip("*` ").lower()
    # a field may be called so, too
    is_told = not first.isascii() or column_of(fold(cells[1]).strip("*` ")) is not None
    return first in TABLE_HEADS and is_told


def is_column_head(cell: str) -> bool:
    """Say whether a cell is what a header has behind its first cell."""
    return fold(cell).strip("*` ").lower() in _COLUMN_HEADS


def lines_of(text: str) -> list[str]:
    """Return the lines of a text as editors count them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
