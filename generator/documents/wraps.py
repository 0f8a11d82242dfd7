"""The lines of a paragraph of HTML: line breaks, and line ends that part more than a sentence."""

from __future__ import annotations

import re
import unicodedata

HARD, SOFT = "\n", "\r"
"""A line break of the page, and the end of a line in its source."""
_BEGINS = re.compile(
    r"[\u4e00-\u9fff][\w（）()/「」 -]{0,14}(?:\*\*|__)?[ \t]?[:：]"
    r"|\*\*|__|!!|[-*+•·●○■◆▪>#|＞]|\d{1,3}[.、)）]|[（(]?[\da-zA-Z一二三四五六七八九十]{1,3}[)）、]"
    r"|:::|\+\+\+|`{3}|\[TOC\]|[{}｛｝\"“]|https?:|最后更新",
    re.I,
)
"""What begins a line of its own: a label, a mark of an item, a mark of the dialect, an example."""
_ENDS = "。；;：:！!？?.|…｛{}｝`"
_GOES_ON = "，、,（(「“《并且而和或与及的在为是将对从于被把由以"
_FULL = 60
"""Columns of a line that a program or a person may have wrapped, at least."""
_LONGEST = 120
_WIDE = frozenset("WFA")


def longest_wrapped(text: str, *, is_page: bool) -> int:
    """Return the columns of lines that may go on in the next one, in a page of this source.

    A source with longer lines wraps none; a part of a page, as a renderer writes it, only ends
    lines where its author did, if not behind a comma.
    """
    if max(map(len, text.split("\n"))) > _LONGEST:
        return 0
    return _LONGEST + 10 if is_page else 1


def lines_in(text: str, line: int, *, most: int) -> list[tuple[int, str]]:
    """Return the lines of a paragraph that begins in `line`, numbered and without spare blanks.

    `most`: columns of the longest line that may go on in the next one; 0 where none does.
    """
    found: list[tuple[int, str]] = []
    for shown in text.split(HARD):
        open_line = ""
        first = line
        for place, part in enumerate(shown.split(SOFT)):
            line += place > 0
            if not part.strip(" \t"):
                continue
            if most and open_line and _is_one(open_line, part, most):
                open_line = _joined(open_line, part)
                continue
            if open_line:
                found.append((first, open_line))
            open_line, first = part, line
        if open_line.strip():
            found.append((first, open_line))
    return [(at, " ".join(one.split())) for at, one in found]


def _is_one(above: str, below: str, most: int) -> bool:
    """Say whether a line goes on in the next one."""
    above, below = above.rstrip(), below.lstrip(" \t")
    if not above or not below or _BEGINS.match(below) or above.startswith((":::", "[TOC]")):
        return False
    if above[-1] in _GOES_ON:
        return True
    if above[-1] in _ENDS:
        return False
    if above[-1].isascii() and above[-1].isalnum() and below[0].isascii() and below[0].islower():
        return True
    width = sum(2 if unicodedata.east_asian_width(char) in _WIDE else 1 for char in above)
    return _FULL <= width <= most


def _joined(above: str, below: str) -> str:
    above, below = above.rstrip(" \t"), below.lstrip(" \t")
    is_chinese = above[-1] >= "\u2e80" and below[0] >= "\u2e80"
    return f"{above}{'' if is_chinese else ' '}{below}"
