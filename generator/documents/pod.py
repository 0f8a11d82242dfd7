"""Perl POD to blocks: the documentation inside a module, its code left aside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import plain
from .blocks import Block, Text

_COMMAND = re.compile(r"=([a-z]+\d?)\b\s*(.*)", re.S)
_ESCAPES = {"lt": "<", "gt": ">", "verbar": "|", "sol": "/", "nbsp": " "}
_CODE = re.compile(r"([A-Z])(?:<{2,}\s(.*?)\s>{2,}|<([^<>]*)>)", re.S)
_SILENT = frozenset({"encoding", "over", "back", "pod", "begin", "end", "for", "cut"})


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the blocks of the POD in a file."""
    paragraph: list[tuple[int, str]] = []
    verbatim: list[tuple[int, str]] = []
    in_pod = False
    for number, line in [*enumerate(text.splitlines(), 1), (0, "")]:
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


def _prose(paragraph: list[tuple[int, str]]) -> Iterator[Text]:
    """Yield a paragraph, or what a command says, as one line."""
    number = paragraph[0][0]
    text = " ".join(line.strip() for _, line in paragraph)
    if command := _COMMAND.fullmatch(text):
        text = "" if command[1] in _SILENT else command[2]
    text = _inline(text).strip()
    if text:
        yield Text(text, number)


def _inline(text: str) -> str:
    """Take the formatting codes out, the innermost first."""
    while (found := _CODE.sub(_plain, text)) != text:
        text = found
    return text


def _plain(match: re.Match[str]) -> str:
    code, inner = match[1], match[2] if match[2] is not None else match[3]
    if code == "E":
        return _ESCAPES.get(inner, inner)
    if code == "L" and "|" in inner:
        shown, _, target = inner.partition("|")
        return target if not shown.strip() else shown
    return "" if code in "XZ" else inner
