"""Markdown to blocks: headings, pipe tables, fenced code, and prose without its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from . import plain
from .blocks import Block, Code, Row, Table, Text, fold

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_RULER = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*")
_PREFIX = re.compile(r"\s*(?:#{1,6}\s+|>\s?|[-*+]\s+|\d+\.\s+)")
_LINK = re.compile(r"!?\[([^\]]*)\]\(\s*<?([^)\s>]+)>?[^)]*\)")
_BREAK = re.compile(r"<br\s*/?>", re.I)


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the blocks of a document in Markdown."""
    lines = list(enumerate(text.splitlines(), 1))
    index = 0
    while index < len(lines):
        number, line = lines[index]
        if fence := _FENCE.match(line):
            end = _end_of_fence(lines, index, fence[1])
            inner = [one for _, one in lines[index + 1 : end]]
            if any(one.strip() for one in inner):
                yield Code("\n".join(inner), lines[index + 1][0])
            index = end + 1
        elif "|" in line and index + 1 < len(lines) and _RULER.fullmatch(lines[index + 1][1]):
            table, index = _table(lines, index)
            yield table
        elif line.strip().startswith(("{", "[{")) and not _LINK.match(line.strip()):
            code, index = plain.code_at(lines, index)
            yield code
        else:
            if shown := _inline(line):
                yield Text(shown, number)
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
        "\n".join(_inline(one) for one in _BREAK.split(part.replace("\\|", "|"))) for part in inner
    )


def _inline(text: str) -> str:
    text = text.strip()
    if whole := _LINK.fullmatch(text):
        return whole[2] if whole[2].startswith("http") else whole[1]
    while prefix := _PREFIX.match(text):
        if re.match(r"\s*\d+\.\s", prefix.group()) is None and prefix.group().strip() in "-*+":
            text = text[prefix.end() :]
            break
        text = text[prefix.end() :]
    text = _LINK.sub(r"\1", text)
    text = re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", text).replace("`", "")
    text = re.sub(r"<(https?://[^>\s]+)>", r"\1", text)
    return re.sub(r"\\([\\_*#\[\](){}|<>~-])", r"\1", text).strip()
