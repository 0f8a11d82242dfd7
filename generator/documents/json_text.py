"""The marks of nearly-JSON, the text of its strings, and a place in it with what is said of it."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

_FULL_WIDTH = {"，": ",", "：": ":", "｛": "{", "｝": "}", "［": "[", "］": "]", "；": ";"}
CLOSERS = {"}": "{", "]": "["}
QUOTES = "\"'“”‘’＂"
TRUTHS = {"true": True, "false": False, "null": None, "none": None, "undefined": None, "nil": None}
_BLANK = r"[ \t\r\xa0\u3000]"
_TAG = (
    r"</?(?:br|p|b|i|em|strong|font|span|div|code|pre|sub|sup|u|a|li|ul|ol|h[1-6])"
    r"(?:\s[^<>\n]{0,200})?/?>"
)
_NOISE = re.compile(
    r"(?P<blank>[\s\ufeff\u200b]+)|(?P<remark>//[^\n]*|/\*(?:[^*]|\*(?!/))*(?:\*/|\Z)|\#[^\n]*"
    r"|<!--(?:[^-]|-(?!->))*(?:-->|\Z))"
    rf"|(?P<tag>{_TAG})|(?P<escape>\\(?=[\[\]{{}}\"_,:*]))",
    re.I,
)
LEAD = re.compile(
    rf"\s*(?:(?:GET|POST|PUT|PATCH|DELETE){_BLANK}+\S[^\n]*|HTTP/\d[^\n]*"
    rf"|https?://[^\s\"{{}}]+{_BLANK}*|(?:Content|Host|Accept|Connection|Date|User)[\w-]*:[^\n{{\[]*)"
    r"(?:\n|\Z)",
    re.I,
)
"""A line above the data: of a request or an answer of HTTP, an address, a header."""
OMISSION = re.compile(r"(?:\.{2,}|…+|。{2,})")
_NAME = r"[A-Za-z_$](?:[\w.$-]|\\(?=_))*"
NAME = re.compile(rf"(?P<name>{_NAME})(?:{_BLANK}*(?=[:：])|[\"'”](?={_BLANK}*[:：]))")
"""A name without quotes, or with the closing one alone."""
KEY_WITHOUT_END = re.compile(
    rf"[\"'“”](?P<name>\w{{1,60}}){_BLANK}*(?=[:：]{_BLANK}*(?:[\"“][^\s\",:：}}\]]|[{{\[]))"
)
NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,4})?(?![A-Za-z_\d.:/+-])")
BRACED = re.compile(r"\{\{[A-Za-z_]\w{0,60}\}\}")
"""A placeholder of a template."""
PHRASE = re.compile(
    r"https?://[^\s\",，{}\[\]]+|<[^<>\n\"]{1,60}>|\{\{\w{1,60}\}\}"
    r"|(?:(?!//|/\*|<!--|#)[^\n\",，{}\[\]｛｝［］“”])+"
)
"""What stands where a value must and has no quotes."""
_NEXT_NAME = re.compile(r"[\"“][\w.-]+[\"”]\s*[:：]|//|/\*|<!--")
_ESCAPES = re.compile(
    r"\\(?:[\"\\/bfnrt]|u[0-9a-fA-F]{4})|\\(?P<bad>.?)|(?P<raw>[\"\x00-\x1f])", re.S
)
_MOST_FLAWS = 200
"""A text with more is no example; the rest is repaired in silence, so that time stays bounded."""


@dataclass(frozen=True)
class _Ends:
    """How strings end that a quote begins."""

    inside: re.Pattern[str]
    """What cannot end it."""
    quote: re.Pattern[str]
    after: re.Pattern[str]
    """What follows a quote that ends it, and no quote inside of it."""
    closes: re.Pattern[str]
    """What follows a quote that ends a string of several lines."""
    other: re.Pattern[str]
    """A quote of another kind that may end it, where its own does not stand on the line."""


_AFTER = re.compile(
    rf"{_BLANK}*(?:[,:}}\]，：｝］、；;{{\[\n]|\Z|//|/\*|\#|<!--|</?[a-z]|\.\.|…|[\"'“])", re.I
)
_CLOSES = re.compile(rf"{_BLANK}*(?:[,}}\]，｝］\n]|\Z|//|/\*)")
_OTHER_END = re.compile(rf"[“”](?={_BLANK}*(?:[,:}}\]，：｝］]|\Z|\n))")


def _ends(quotes: str) -> _Ends:
    inside = re.compile(rf"(?:\\[^\n]|[^{quotes}\\\n]|\\(?=\n|\Z))*")
    return _Ends(inside, re.compile(rf"[{quotes}]"), _AFTER, _CLOSES, _OTHER_END)


STRING_ENDS = {
    '"': _ends('"'), "＂": _ends('"＂'), "“": _ends('“”"'), "”": _ends('“”"'), "'": _ends("'’"),
    "‘": _ends("‘’'"), "’": _ends("‘’'"),
}  # fmt: skip


def words_end(text: str, begin: int, line_end: int) -> int:
    """Return where words beside the data end: at the next name, or before what closes the line."""
    following = _NEXT_NAME.search(text, begin, line_end)
    end = following.start() if following else line_end
    words = text[begin:end]
    bare = words.rstrip(" \t\r,，")
    while bare and bare[-1] in "}]｝］":
        opener = {"}": "{", "]": "[", "｝": "｛", "］": "［"}[bare[-1]]
        if bare.count(opener) >= bare.count(bare[-1]):
            break
        bare = bare[:-1].rstrip(" \t\r,，")
    return begin + len(bare)


def unique(members: Sequence[tuple[str, Any]], repeated: list[str]) -> dict[str, Any]:
    """Return the members of an object; names that stand in it twice join the repeated ones."""
    data = dict(members)
    if len(data) < len(members):
        counts = Counter(name for name, _ in members)
        repeated.extend(name for name, count in counts.items() if count > 1)
    return data


def clean(raw: str) -> tuple[str, tuple[str, ...]]:
    """Return the text that stands between two quotes, and what is wrong with how it is written."""
    if not re.search(r"[\\\"\x00-\x1f]", raw):
        return raw, ()
    wrong: dict[str, None] = {}

    def repaired(match: re.Match[str]) -> str:
        if (char := match["raw"]) is not None:
            name = {"\n": "line end", "\t": "tab", '"': "quote"}.get(char, "control character")
            wrong[f"a {name} inside a string is not escaped"] = None
            return json.dumps(char)[1:-1]
        if (char := match["bad"]) is None:
            return match.group()
        wrong[f"\\{char.strip()} is not an escape of JSON"] = None
        kept = char if char and not char.isalnum() else "\\" + char
        return json.dumps(kept, ensure_ascii=False)[1:-1]

    return json.loads(f'"{_ESCAPES.sub(repaired, raw)}"'), tuple(wrong)


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
        half = _FULL_WIDTH.get(char)
        if half is None:
            return char
        self._flaw(f"{char} stands for {half}", once=True)
        return half

    def _is_quote(self) -> bool:
        return self.at < len(self.text) and self.text[self.at] in QUOTES

    def _skip(self) -> bool:
        """Pass blanks, comments and marks of other dialects; say whether anything follows."""
        while match := _NOISE.match(self.text, self.at):
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
