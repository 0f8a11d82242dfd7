"""Tables whose cells are parted by pipes, as people type them: rule lines wrong or missing."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import replace

from .blocks import (
    MAX_CELLS,
    MAX_LINE,
    Block,
    Lines,
    Row,
    Table,
    Text,
    Unread,
    Words,
    fold,
    is_column_head,
    is_table_head,
)
from .marks import without_pipes_in_code

_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[\s|:=+\-—–─－]{3,}")
_RULE_CELL = re.compile(r"\s*:?\s*[-—–─－=]{2,}\s*:?\s*")
_QUOTED = re.compile(r"[ \t]{0,9}(?:>[ \t]{0,3}){1,9}(?=\|)")
_INDENT = re.compile(r"(?:[ \t\xa0\u2000-\u200b\u3000]|&(?:nbsp|ensp|emsp|#160|#12288);){1,999}")
_WIDE = re.compile(r"&\w{1,9};|&#\d{1,9};")
_SENTENCE = re.compile(r"[：:。；;，,！!]|^注|^[\u4e00-\u9fff].{11}")
_NEW_BLOCK = re.compile(r"[ \t]{0,9}(?:#{1,6}(?!#)[ \t]*\S|`{3,}|~{3,}|:::)")


def table_at(lines: Lines, index: int, words: Words) -> tuple[list[Block], int] | None:
    """Return the table that begins here and where it ends, if one does."""
    line = _bare(lines[index][1])
    if "|" not in line or len(line) > MAX_LINE:
        return None
    cells = _filled(cells_of(line))
    has_rule = index + 1 < len(lines) and _is_rule(lines[index + 1][1])
    if not has_rule and not _is_unruled(lines, index, cells, words):
        return None
    below = _Rows(lines, words, cells, line.strip().startswith("|"))
    end = below.take(index + 1 + has_rule)
    shown = tuple(fold(words(cell, False)) for cell in cells)
    return settled(Row(shown, lines[index][0]), below.rows, below.unread), end


def is_row(line: str) -> bool:
    """Say whether a line has the pipes of a row, those at its ends among them."""
    return _bare(line).strip().startswith("|") and len(_PIPE.findall(line)) > 1


def settled(header: Row, rows: list[Row], unread: Iterable[Unread] = ()) -> list[Block]:
    """Return a table's blocks: the rows measured, and sentences behind it taken out of it."""
    behind: list[Text] = []
    while rows and len(header.cells) > 1 and _is_sentence(rows[-1]):
        row = rows.pop()
        behind.append(Text(row.cells[0], row.line))
    if not rows and is_table_head(header.cells):
        return [*rowless(header), *unread, *reversed(behind)]
    return [measured(header, rows), *unread, *reversed(behind)]


def measured(header: Row, rows: Sequence[Row]) -> Table:
    """Return a table whose least indented row has no indentation."""
    least = min((row.indent for row in rows), default=0)
    return Table(header, tuple(replace(row, indent=row.indent - least) for row in rows))


def rowless(header: Row) -> list[Block]:
    """Return what stands for the head of a table that has no rows, or none that can be read."""
    head = " ".join(header.cells)
    why = "the head of a table without rows"
    return [Text(head, header.line), Unread(head, header.line, why)]


def is_rule(cells: Sequence[str]) -> bool:
    """Say whether these cells are those of a rule line, which is no row."""
    return bool(cells) and all(_RULE_CELL.fullmatch(cell) for cell in cells)


def indent_of(raw: str) -> int:
    """Return how many blanks a cell begins with; one of them belongs to the pipe."""
    found = _INDENT.match(raw)
    if found is None or found.end() == len(raw):
        return 0
    blanks = _WIDE.sub("\xa0", found.group())
    return len(blanks) - (blanks[0] in " \t")


def cells_of(line: str, width: int = 0) -> tuple[str, ...]:
    """Return the cells of a row as they are typed; pipes in code part none where that fits."""
    cells = _split(without_pipes_in_code(line))
    if width and len(cells) != width:
        parted = _split(line)
        if len(parted) == width:
            return parted
    return cells


def _split(line: str) -> tuple[str, ...]:
    parts = _PIPE.split(line.strip())
    if line.strip().startswith("|"):
        parts = parts[1:]
    if len(parts) > 1 and not parts[-1].strip():
        parts = parts[:-1]
    return tuple(part.replace("\\|", "|") for part in parts or ("",))


def _filled(cells: tuple[str, ...], least: int = 1) -> tuple[str, ...]:
    """Return the cells of a row up to the last one that says something."""
    end = len(cells)
    while end > least and not cells[end - 1].strip():
        end -= 1
    return cells[:end]


def _bare(line: str) -> str:
    """Return a line without the marks of a quotation around a row."""
    quoted = _QUOTED.match(line)
    return line[quoted.end() :] if quoted else line


def _is_rule(line: str) -> bool:
    line = _bare(line)
    return (
        "|" in line
        and any(char in line for char in "-—–─－=")
        and len(line) <= MAX_LINE
        and _RULE.fullmatch(line) is not None
    )


def _is_unruled(lines: Lines, index: int, cells: tuple[str, ...], words: Words) -> bool:
    """Say whether a row without a rule line below is the head of a table all the same."""
    if len(cells) < 2 or index + 1 >= len(lines):
        return False
    below = lines[index + 1][1]
    if is_table_head(tuple(words(cell, False) for cell in cells[:2])):
        return "|" in below
    return is_row(lines[index][1]) and is_row(below) and len(cells_of(_bare(below))) == len(cells)


def _is_sentence(row: Row) -> bool:
    """Say whether a row is what a renderer makes of a line of prose right behind a table."""
    first, *others = row.cells
    return not any(others) and _SENTENCE.search(first) is not None


class RowsBelow(ABC):
    """Takes the rows below the head of a table, which may go on behind empty lines."""

    def __init__(self, lines: Lines, words: Words) -> None:
        self.lines, self.words = lines, words
        self.rows: list[Row] = []

    def take(self, index: int) -> int:
        """Take rows from this line on until something else begins; return where it does."""
        while index < len(self.lines):
            if not self.lines[index][1].strip():
                below = range(index, len(self.lines))
                filled = next((at for at in below if self.lines[at][1].strip()), None)
                if filled is None or not self.goes_on_at(filled):
                    break
                index = filled
            elif self.ends_at(index):
                break
            else:
                self.add(*self.lines[index])
                index += 1
        return index

    @abstractmethod
    def goes_on_at(self, index: int) -> bool:
        """Say whether a line behind empty ones is a row of the table."""

    @abstractmethod
    def ends_at(self, index: int) -> bool:
        """Say whether a line is none of the table, though no empty one parts them."""

    @abstractmethod
    def add(self, number: int, line: str) -> None:
        """Take a line: a row, or what goes on with the row above."""


class _Rows(RowsBelow):
    def __init__(self, lines: Lines, words: Words, head: tuple[str, ...], is_closed: bool) -> None:
        super().__init__(lines, words)
        self.head, self.is_closed = head, is_closed
        self.unread: list[Unread] = []
        self.above = ""

    def ends_at(self, index: int) -> bool:
        line = self.lines[index][1]
        if "|" not in line or _NEW_BLOCK.match(line) or self._begins_table(index):
            return True
        starts = _bare(line).strip().startswith("|")
        return self.is_closed and not starts and not self._goes_on(line)

    def _begins_table(self, index: int) -> bool:
        """Say whether the line is the head of another table."""
        if index + 1 < len(self.lines) and _is_rule(self.lines[index + 1][1]):
            return not _is_rule(self.lines[index][1])
        cells = _filled(cells_of(_bare(self.lines[index][1])))[:MAX_CELLS]
        if not is_table_head((self.words(cells[0], False), *cells[1:])):
            return False
        return all(is_column_head(self.words(cell, False)) for cell in cells[1:])

    def _goes_on(self, line: str) -> bool:
        """Say whether a line ends the row above, whose last cell was broken in two."""
        is_open = self.is_closed and bool(self.above) and not self.above.rstrip().endswith("|")
        return is_open and not _bare(line).strip().startswith("|") and line.rstrip().endswith("|")

    def goes_on_at(self, index: int) -> bool:
        line = self.lines[index][1]
        is_as_wide = is_row(line) and len(cells_of(_bare(line))) == len(self.head)
        return is_as_wide and not self._begins_table(index)

    def add(self, number: int, line: str) -> None:
        if self.rows and self._goes_on(line):
            more = (self.words(cell, False) for cell in cells_of(line))
            self.rows[-1] = self.rows[-1].with_line(*more)
        elif (row := self._row(number, _bare(line))) is not None:
            self.rows.append(row)
        self.above = line

    def _row(self, number: int, line: str) -> Row | None:
        if len(line) > MAX_LINE:
            why = f"a row of {len(line)} characters, more than {MAX_LINE}"
            self.unread.append(Unread(line[:80], number, why))
            return None
        cells = cells_of(line, len(self.head))
        if is_rule(cells):
            return None
        cells = _filled(cells, len(self.head))
        if len(cells) > MAX_CELLS:
            why = f"a row of {len(cells)} cells, more than {MAX_CELLS}"
            self.unread.append(Unread(line[:80], number, why))
            return None
        shown = tuple(self.words(cell, place == 0) for place, cell in enumerate(cells))
        return Row(shown, number, indent_of(cells[0]))
