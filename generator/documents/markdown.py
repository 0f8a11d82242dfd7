"""Markdown to blocks: headings, pipe tables, fenced code, and prose without its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from . import plain
from .blocks import Block, Row, Table, Text, fold, lines_of

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_RULE = re.compile(r" ?:?-{2,}:? ?")
_PREFIX = re.compile(r"#{1,6}\s|>|[-*+]\s|\d{1,9}\.\s")
_LINK = re.compile(r"!?\[([^\[\]]{0,500})\]\(<?([^()\s<>]{1,2000})>?(?: [^()]{0,200})?\)")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.{1,500}?)(?<=\S)\1")
_BREAK = re.compile(r"<br\s*/?>", re.I)


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the blocks of a document in Markdown."""
    lines = list(enumerate(lines_of(text), 1))
    index = 0
    while index < len(lines):
        number, line = lines[index]
        if fence := _FENCE.match(line):
            end = _end_of_fence(lines, index, fence[1])
            yield from plain.preformatted(lines[index + 1 : end])
            index = end + 1
        elif "|" in line and index + 1 < len(lines) and _is_ruler(lines[index + 1][1]):
            table, index = _table(lines, index)
            yield table
        elif line.strip().startswith(("{", "[{")) and not _LINK.match(line.strip()):
            code, index = plain.code_at(lines, index)
            yield code
        else:
            if shown := _inline(line):
                yield Text(shown, number, line.lstrip().startswith("#"))
            index += 1


def _end_of_fence(lines: Sequence[tuple[int, str]], index: int, fence: str) -> int:
    for end in range(index + 1, len(lines)):
        if lines[end][1].strip().startswith(fence):
            return end
    return len(lines)


def _table(lines: Sequence[tuple[int, str]], index: int) -> tuple[Table, int]:
    header = Row(tuple(map(fold, _cells(lines[index][1]))), lines[index][0])
    rows = []
    index += 2
    while index < len(lines) and "|" in lines[index][1]:
        rows.append(Row(_cells(lines[index][1]), lines[index][0]))
        index += 1
    return Table(header, tuple(rows)), index


def _cells(line: str) -> tuple[str, ...]:
    parts = re.split(r"(?<!\\)\|", line.strip())
    inner = parts[1:] if line.strip().startswith("|") else parts
    inner = inner[:-1] if line.strip().endswith("|") and not line.strip().endswith("\\|") else inner
    return tuple(
        "\n".join(_inline(one) for one in _BREAK.split(part.replace("\\|", "|")))
        for part in inner or ("",)
    )


def _is_ruler(line: str) -> bool:
    parts = fold(line).strip("|").split("|")
    return all(_RULE.fullmatch(part) for part in parts)


def _inline(text: str) -> str:
    """Return a line without the marks of headings, lists, links, and emphasis."""
    text = text.strip()
    if whole := _LINK.fullmatch(text):
        return whole[2] if whole[2].startswith("http") else whole[1]
    while prefix := _PREFIX.match(text):
        if prefix.group()[0].isdigit():
            # the number of a sentence is a part of it in other formats
            break
        text = text[prefix.end() :].lstrip()
    text = _LINK.sub(r"\1", text)
    text = _BOLD.sub(r"\2", text).replace("`", "")
    text = re.sub(r"<(https?://[^<>\s]{1,2000})>", r"\1", text)
    return re.sub(r"\\([\\_*#\[\](){}|<>~-])", r"\1", text).strip()
