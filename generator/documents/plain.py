"""Plain text, and the text inside POD, to blocks: tables by their header, code by its braces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .blocks import WORD_TABLE_HEADS, Block, Code, Row, Table, Text, fold, is_table_head

Lines = Sequence[tuple[int, str]]

_COLUMNS = re.compile(r"\t+ *| {2,}\t*")
_NAME = re.compile(r"[A-Za-z_][\w.\[\]-]*")
_HEADING = re.compile(r"\s*\w+\s*\(\s*access_token\b.*\)\s*;?\s*")


def blocks_of(lines: Lines) -> Iterator[Block]:
    """Yield the blocks of numbered lines."""
    index = 0
    while index < len(lines):
        number, line = lines[index]
        stripped = line.strip()
        if not stripped:
            index += 1
        elif is_table_head(cells := tuple(_COLUMNS.split(stripped))):
            table, index = _table(lines, index, Row(tuple(map(fold, cells)), number))
            yield table
        elif stripped[0] in "{[" and stripped[:2] != "[]":
            code, index = code_at(lines, index)
            yield code
        else:
            yield Text(stripped, number)
            index += 1


def _table(lines: Lines, index: int, header: Row) -> tuple[Table, int]:
    """Take lines until an empty one; what does not begin a row continues the one before."""
    width = len(header.cells)
    has_names = header.cells[0] not in WORD_TABLE_HEADS
    rows: list[Row] = []
    index += 1
    while index < len(lines) and lines[index][1].strip():
        number, line = lines[index]
        cells = tuple(part.strip() for part in _COLUMNS.split(line.strip(), maxsplit=width - 1))
        begins = len(cells) > 1 and (not has_names or _NAME.fullmatch(cells[0]) is not None)
        if begins or not rows:
            rows.append(Row(cells, number))
        else:
            rows[-1] = _continued(rows[-1], line.strip(), width)
        index += 1
    return Table(header, tuple(rows)), index


def _continued(row: Row, text: str, width: int) -> Row:
    if len(row.cells) < width:
        return Row((*row.cells, text), row.line)
    return Row((*row.cells[:-1], f"{row.cells[-1]}\n{text}"), row.line)


def code_at(lines: Lines, index: int) -> tuple[Code, int]:
    """Take lines until every brace is closed, or the next operation begins."""
    first = index
    depth, in_string, escaped = 0, False, False
    while index < len(lines):
        line = lines[index][1]
        if index > first and not in_string and _HEADING.fullmatch(line):
            break
        for char in line:
            if in_string:
                in_string = escaped or char != '"'
                escaped = char == "\\" and not escaped
            elif char == '"':
                in_string = True
            elif char in "{[":
                depth += 1
            elif char in "}]":
                depth -= 1
        index += 1
        in_string = False
        if depth <= 0:
            break
    text = "\n".join(line for _, line in lines[first:index])
    return Code(text, lines[first][0]), index
