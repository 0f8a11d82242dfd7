"""A place in nearly-JSON: its line, what stands there, and what is said of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import NoReturn

from .json_text import FULL_WIDTH, NOISE, QUOTES

_MOST_FLAWS = 200
"""A text with more is no example; the rest is repaired in silence, so that time stays bounded."""


@dataclass(frozen=True)
class Remark:
    """Words beside the data or what is wrong with it, and how many lines below the first line."""

    text: str
    offset: int


class Cursor:
    """A text and a place in it; remarks and flaws are kept with their lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.remarks: list[Remark] = []
        self.flaws: list[Remark] = []
        self._said: set[Remark | str] = set()
        self._ends = [match.start() for match in re.finditer("\n", text)]

    def _line(self, at: int) -> int:
        return bisect_right(self._ends, at - 1)

    def _line_end(self, at: int) -> int:
        line = self._line(at)
        return self._ends[line] if line < len(self._ends) else len(self.text)

    def _fail(self, what: str) -> NoReturn:
        line = self._line(self.at)
        column = self.at - (self._ends[line - 1] + 1 if line else 0) + 1
        raise ValueError(f"{what}: line {line + 1} column {column} (char {self.at})")

    def _flaw(self, text: str, at: int | None = None, *, once: bool = False) -> None:
        one = Remark(text, self._line(self.at if at is None else at))
        key = text if once else one
        if key not in self._said and len(self.flaws) < _MOST_FLAWS:
            self._said.add(key)
            self.flaws.append(one)

    def _char(self) -> str:
        """Return the next character, half-width; nothing at the end."""
        char = self.text[self.at : self.at + 1]
        half = FULL_WIDTH.get(char)
        if half is None:
            return char
        self._flaw(f"{char} stands for {half}", once=True)
        return half

    def _is_quote(self) -> bool:
        return self.at < len(self.text) and self.text[self.at] in QUOTES

    def _skip(self) -> bool:
        """Pass blanks, comments and marks of other dialects; say whether anything follows."""
        while match := NOISE.match(self.text, self.at):
            if match.lastgroup == "remark":
                self._remark(match["remark"])
            elif match.lastgroup == "tag":
                self._flaw(f"a tag, {match['tag'][:40]}, stands in it")
            elif match.lastgroup == "escape":
                self._flaw("a \\ stands outside of a string", once=True)
            self.at = match.end()
        return self.at < len(self.text)

    def _remark(self, text: str) -> None:
        bare = text.removeprefix("<!--").removesuffix("-->").strip("/*# \t\n，,")
        if bare:
            self.remarks.append(Remark(bare, self._line(self.at)))
