"""Plain text, and the text inside POD, to blocks: tables by their header, code by its braces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile

from .blocks import WORD_TABLE_HEADS, Block, Code, Row, Table, Text, fold, is_table_head

Lines = Sequence[tuple[int, str]]

_COLUMNS = re.compile(r"\t+ *| {2,}\t*")
_NAME = re.compile(r"[A-Za-z_][\w.\[\]-]*")
_STRING = re.compile(r'"(?:\\.|[^"\\])*"?')
_HEADING = re.compile(r"\w+ ?\( ?access_token\b[^)]*\) ?;?")


def blocks_of(lines: Lines) -> Iterator[Block]:
    """Yield the blocks of numbered lines."""
    index = 0
    while index < len(lines):
        number, line = lines[index]
        if is_table_head(cells := _split(line)):
            table, index = _table(lines, index, Row(tuple(map(fold, cells)), number))
            yield table
        elif _is_code(line):
            code, index = code_at(lines, index)
            yield code
        else:
            if line.strip():
                yield Text(line.strip(), number)
            index += 1


def preformatted(lines: Lines) -> Iterator[Block]:
    """Yield what stands in a block of code: all of it is an example, or it is a text."""
    filled = list(dropwhile(lambda one: not one[1].strip(), lines))
    if filled and filled[0][1].strip()[0] in "{[":
        yield Code("\n".join(line for _, line in filled), filled[0][0])
    else:
        yield from blocks_of(lines)


def is_block(line: str) -> bool:
    """Say whether a line begins a table or an example."""
    return _is_code(line) or is_table_head(_split(line))


def _is_code(line: str) -> bool:
    return line.strip().startswith(("{", "[")) and not line.strip().startswith("[]")


def _split(line: str, most: int = 0) -> tuple[str, ...]:
    """Return the columns of a line, parted at `most` gaps between them (0: at all)."""
    return tuple(part.strip() for part in _COLUMNS.split(line.strip(), maxsplit=most))


def _table(lines: Lines, index: int, header: Row) -> tuple[Table, int]:
    """Take lines until an empty one; what does not begin a row continues the one before.

    A row behind empty lines belongs to the table, too.
    """
    width = len(header.cells)
    has_names = header.cells[0] not in WORD_TABLE_HEADS
    rows: list[Row] = []
    index += 1
    while index < len(lines):
        number, line = lines[index]
        if not line.strip():
            following = _next_row(lines, index, width) if has_names and rows else index
            if following == index:
                break
            index = following
            continue
        cells = _cells(line, width)
        if not rows or (len(cells) > 1 and (not has_names or _NAME.fullmatch(cells[0]))):
            rows.append(Row(cells, number))
        else:
            rows[-1] = _continued(rows[-1], line.strip(), width)
        index += 1
    return Table(header, tuple(rows)), index


def _cells(line: str, width: int) -> tuple[str, ...]:
    by_tab = line.strip().split("\t")
    if len(by_tab) == width:
        # so that an empty cell is one
        return tuple(part.strip() for part in by_tab)
    return _split(line, width - 1)


def _next_row(lines: Lines, index: int, width: int) -> int:
    """Return where the first line that is not empty stands, if it is a row; else where we are."""
    following = index
    while following < len(lines) and not lines[following][1].strip():
        following += 1
    cells = _cells(lines[following][1], width) if following < len(lines) else ()
    return following if len(cells) == width and _NAME.fullmatch(cells[0]) else index


def _continued(row: Row, text: str, width: int) -> Row:
    if len(row.cells) < width:
        return Row((*row.cells, text), row.line)
    return Row((*row.cells[:-1], f"{row.cells[-1]}\n{text}"), row.line)


def code_at(lines: Lines, index: int) -> tuple[Code, int]:
    """Take lines until every brace is closed, or the next operation begins."""
    first, depth = index, 0
    while index < len(lines):
        line = lines[index][1]
        if index > first and _HEADING.fullmatch(fold(line)):
            break
        bare = _STRING.sub("", line)
        depth += sum((char in "{[") - (char in "}]") for char in bare)
        index += 1
        if depth <= 0:
            break
    text = "\n".join(line for _, line in lines[first:index])
    return Code(text, lines[first][0]), index
