"""Perl POD to blocks: the documentation inside a module, its code left aside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import plain
from .blocks import Block, Text, lines_of

_COMMAND = re.compile(r"=([a-z]+\d?)\b\s*(.*)", re.S)
_ESCAPES = {"lt": "\ue000", "gt": "\ue001", "verbar": "\ue002", "sol": "/", "nbsp": " "}
_SHOWN = str.maketrans({"\ue000": "<", "\ue001": ">", "\ue002": "|"})
"""Escaped brackets stand aside until all codes are out."""
_CODE = re.compile(r"([A-Z])(?:<{2,3}\s(.{0,500}?)\s>{2,3}|<([^<>]{0,2000})>)", re.S)
_MAX_NESTED = 20
_LEVELS = {f"head{level}": level for level in range(1, 7)}
_SILENT = frozenset({"encoding", "over", "back", "pod", "begin", "end", "for", "cut"})


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the blocks of the POD in a file."""
    paragraph: list[tuple[int, str]] = []
    verbatim: list[tuple[int, str]] = []
    in_pod = False
    for number, line in [*enumerate(lines_of(text), 1), (0, "")]:
        if line.startswith("=") and _COMMAND.match(line):
            in_pod = not line.startswith("=cut")
        if not in_pod and line.strip():
            continue
        if line.strip():
            paragraph.append((number, line))
        elif paragraph:
            if paragraph[0][1][0] in " \t":
                verbatim += [*paragraph, (paragraph[-1][0] + 1, "")]
            else:
                yield from plain.blocks_of(verbatim)
                verbatim = []
                yield from _prose(paragraph)
            paragraph = []
    yield from plain.blocks_of(verbatim)


def _prose(paragraph: list[tuple[int, str]]) -> Iterator[Block]:
    """Yield a paragraph as one line; what ends with a colon is a heading, and a table stays one."""
    words: list[str] = []
    first = paragraph[0][0]
    for index, (number, line) in enumerate(paragraph):
        if plain.is_block(line):
            yield from _joined(words, first)
            yield from plain.blocks_of([(place, _inline(one)) for place, one in paragraph[index:]])
            return
        first = first if words else number
        words.append(line.strip())
        if words[-1].endswith((":", "：")):
            yield from _joined(words, first)
            words = []
    yield from _joined(words, first)


def _joined(words: list[str], number: int) -> Iterator[Text]:
    text, level = " ".join(words), 0
    if command := _COMMAND.fullmatch(text):
        text = "" if command[1] in _SILENT else command[2].removeprefix("* ")
        level = _LEVELS.get(command[1], 0)
    text = _inline(text).strip()
    if text:
        yield Text(text, number, level)


def _inline(text: str) -> str:
    """Take the formatting codes out, the innermost first."""
    for _ in range(_MAX_NESTED):
        text, number = _CODE.subn(_plain, text)
        if not number:
            break
    return text.translate(_SHOWN)


def _plain(match: re.Match[str]) -> str:
    code, inner = match[1], match[2] if match[2] is not None else match[3]
    if code == "E":
        return _ESCAPES.get(inner, inner)
    if code == "L" and "|" in inner:
        shown, _, target = inner.partition("|")
        return target if not shown.strip() else shown
    return "" if code in "XZ" else inner
