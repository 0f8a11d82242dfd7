"""Nearly JSON: examples as people write them by hand, read in one pass, with what is wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .json_text import (
    BRACED,
    CLOSERS,
    KEY_WITHOUT_END,
    LEAD,
    NAME,
    NUMBER,
    OMISSION,
    PHRASE,
    QUOTES,
    STRING_ENDS,
    TRUTHS,
    Cursor,
    clean,
    unique,
    words_end,
)

_WORD = re.compile(r"\w")
_MARK = re.compile(r"[\"“”{}\[\]｛｝［］]")


@dataclass
class _Items:
    """What was read of an object or an array, and whether a comma has to come."""

    found: list[Any] = field(default_factory=list)
    is_behind_item: bool = False
    comma: int = -1
    """Where a comma stands that no item follows so far."""


class NearlyJson(Cursor):
    """One reading of a text; what it says beside the data it keeps."""

    def __init__(self, text: str, most_depth: int) -> None:
        super().__init__(text)
        self.most_depth = most_depth
        self.repeated: list[str] = []
        self._open = {"{": 0, "[": 0}
        self._plain_until = -1
        """Up to here a quote ends its string: no other reading of the line holds."""
        self._item_end = 0
        self._marks = (-1, -1)
        """A line, and where its last quote or bracket stands."""

    def read(self) -> list[Any]:
        """Return the data of the text: mostly one, more if several stand behind each other.

        Raises:
            ValueError: it is no data of JSON, or nested too deeply.
        """
        while lead := LEAD.match(self.text, self.at):
            self._flaw("a line of HTTP stands above the data", once=True)
            self.at = lead.end()
        self._skip()
        values = [self._top()]
        self._item_end = self.at
        while self._skip():
            char = self._char()
            if char in "}]":
                self._flaw(f"a {char} too many")
                self.at += 1
            elif char in ",;":
                self._flaw("a comma too many")
                self.at += 1
            elif char in "{[":
                self._flaw("a second example stands behind the first")
                values.append(self._value("", 1))
                self._item_end = self.at
            elif not self._omission():
                self._words()
        return values

    def _top(self) -> Any:
        char = self._char()
        if char and char in "{[":
            return self._value("", 1)
        if self._is_quote():
            begin = self.at
            self._string()
            self._skip()
            if self._char() == ":":
                self.at = begin
                self._flaw("the braces around it are missing")
                return self._object(1, has_braces=False)
            self.at = begin
        return self._fail("neither an object nor an array")

    def _omission(self) -> bool:
        match = OMISSION.match(self.text, self.at)
        if match:
            self._flaw(f"{match.group()[:6]} stands for something left out")
            self.at = match.end()
        return match is not None

    def _words(self, *, has_items: bool = True) -> None:
        """Take words behind a value that no mark tells apart as a comment."""
        end = words_end(self.text, self.at, self._line_end(self.at))
        words = self.text[self.at : end]
        is_beside = has_items and self._line(self._item_end) == self._line(self.at)
        if not _WORD.search(words) or words[0] in "{[:" or (words.isascii() and not is_beside):
            self._fail("neither a name nor the end of an object")
        self._flaw("words without the mark of a comment")
        self._remark(words)
        self.at = end

    # objects and arrays

    def _value(self, name: str, depth: int) -> Any:
        """Read what stands where a value must; None where it is missing or left out."""
        char = self._char()
        if char in ("{", "[") and not BRACED.match(self.text, self.at):
            if depth > self.most_depth:
                raise ValueError("it is nested too deeply")
            self.at += 1
            return self._object(depth) if char == "{" else self._array(depth)
        if self._is_quote():
            return self._string()
        if self._omission():
            return None
        if char in ("", ",", "}", "]", ";"):
            self._flaw(f"the value of {json.dumps(name, ensure_ascii=False)} is missing")
            return None
        return self._bare()

    def _closes(self, own: str, other: str, items: _Items) -> bool | None:
        """Say whether an object or array ends here; None where something was passed instead."""
        char = self._char()
        opener = CLOSERS[other]
        if char in ("", own) or (char == other and self._open[opener]):
            if items.comma >= 0 and items.found:
                self._flaw("a comma too many", items.comma)
            if char != own:
                self._flaw(f"a {own} is missing" + (f" before {other}" if char else " at the end"))
            self.at += char == own
            return True
        if char == other:
            self._flaw(f"a {other} too many")
        elif char in (",", ";", "、"):
            if char != ",":
                self._flaw(f"{char} stands for ,", once=True)
            if items.is_behind_item:
                items.is_behind_item, items.comma = False, self.at
            else:
                self._flaw("a comma too many")
        else:
            return False
        self.at += 1
        return None

    def _behind(self, items: _Items, before: str) -> None:
        """Say that a comma is missing, where one is; `before` is what follows."""
        if items.is_behind_item:
            self._flaw(f"a comma is missing before {before}")
        items.is_behind_item, items.comma = False, -1

    def _end_item(self, items: _Items, item: Any) -> None:
        items.found.append(item)
        items.is_behind_item = True
        self._item_end = self.at

    def _places(self, own: str, other: str, items: _Items, has_end: bool = True) -> Iterator[str]:
        """Yield the first character wherever an item, or words, must begin."""
        while self._skip() or has_end:
            closes = self._closes(own, other, items)
            if closes:
                break
            if closes is False and self._omission():
                items.is_behind_item = True
            elif closes is False:
                yield self._char()

    def _object(self, depth: int, *, has_braces: bool = True) -> dict[str, Any]:
        self._open["{"] += 1
        members = _Items()
        for char in self._places("}", "]", members, has_braces):
            if char == "{" and self._open["["] and members.found:
                self._flaw("a } is missing before {")
                break
            if self._is_quote() or NAME.match(self.text, self.at):
                self._member(members, depth)
            else:
                self._words(has_items=bool(members.found))
        self._open["{"] -= 1
        return unique(members.found, self.repeated)

    def _member(self, members: _Items, depth: int) -> None:
        begin = self.at
        name = self._name()
        self._behind(members, json.dumps(name[:60], ensure_ascii=False))
        self._skip()
        if self._char() == ":":
            self.at += 1
        else:
            without = f"a colon is missing behind {json.dumps(name[:60], ensure_ascii=False)}"
            is_same_line = self._line(begin) == self._line(self.at)
            if self._char() not in ("{", "[") and not (is_same_line and self._is_quote()):
                self._fail(without)
            self._flaw(without)
        line = self._line(self.at)
        self._skip()
        start = self.at
        value = self._value(name, depth + 1)
        if isinstance(value, str) and self._line(start) > line and self._is_name_before(start):
            self._flaw(f"the value of {json.dumps(name, ensure_ascii=False)} is missing", begin)
            self.at, value = start, None
        self._end_item(members, (name, value))

    def _is_name_before(self, start: int) -> bool:
        """Say whether what was read as a value is the next name: a colon follows."""
        end = self.at
        self._skip()
        is_name = self._char() == ":"
        self.at = end
        return is_name and self.text[start] in QUOTES

    def _array(self, depth: int) -> list[Any]:
        self._open["["] += 1
        elements = _Items()
        for char in self._places("]", "}", elements):
            if char not in QUOTES + "{[" and self._are_words(elements):
                self._words()
                continue
            begin = self.at
            value = self._value("", depth + 1)
            if depth == 1 and isinstance(value, str) and char not in QUOTES:
                self._fail("neither an object nor an array")
            if self._open["{"] and char in QUOTES and self._is_name_before(begin):
                self.at = begin
                self._flaw(f"a ] is missing before {json.dumps(value[:60], ensure_ascii=False)}")
                break
            end, self.at = self.at, begin
            self._behind(elements, _shown(value))
            self.at = end
            self._end_item(elements, value)
        self._open["["] -= 1
        return elements.found

    def _are_words(self, elements: _Items) -> bool:
        """Say whether words beside the elements follow, and not an element without quotes."""
        line = self._line(self.at)
        is_beside = elements.found and line == self._line(self._item_end)
        if self.text[self.at].isascii() or not is_beside:
            return False
        if self._marks[0] != line:
            begin, end = self.at, self._line_end(self.at)
            marks = [match.start() for match in _MARK.finditer(self.text, begin, end)]
            self._marks = (line, marks[-1] if marks else -1)
        return elements.is_behind_item or self._marks[1] < self.at < self._line_end(self.at)

    # names, strings and other scalars

    def _name(self) -> str:
        if cut := KEY_WITHOUT_END.match(self.text, self.at):
            self._flaw(f"a closing quote is missing behind {cut['name'][:60]}")
            self.at = cut.end("name")
            return cut["name"]
        if self._is_quote():
            return self._string()
        match = NAME.match(self.text, self.at)
        if match is None:
            self._fail("neither a name nor the end of an object")
        name = match["name"].replace("\\", "")
        self._flaw(f"the name {name[:60]} has no quotes")
        self.at = match.end()
        return name

    def _string(self) -> str:
        quote = self.text[self.at]
        if quote != '"':
            self._flaw(f"{quote} stands for a quote", once=True)
        begin = self.at
        ends = STRING_ENDS[quote]
        first, is_inside = -1, False
        at = begin + 1
        while True:
            at = ends.inside.match(self.text, at).end()  # type: ignore[union-attr]
            if at >= len(self.text) or self.text[at] == "\n":
                break
            behind = at + 1
            is_end = begin < self._plain_until or ends.after.match(self.text, behind)
            if is_end or (not is_inside and self.text[behind] in " \t"):
                return self._text(begin + 1, at, behind)
            first = at if first < 0 else first
            is_inside, at = not is_inside, behind
        if first >= 0:
            self._plain_until = at
            return self._text(begin + 1, first, first + 1)
        return self._text_over_lines(begin + 1, at, quote)

    def _text_over_lines(self, begin: int, end: int, quote: str) -> str:
        """Read a string that its line does not close: a line further down, or nobody closes it."""
        ends = STRING_ENDS[quote]
        below = ends.quote.search(self.text, end)
        if below and ends.closes.match(self.text, below.end()):
            rest = self.text[below.start() : self._line_end(below.start())]
            above = self.text[end : below.start()]
            if len(ends.quote.findall(rest)) % 2 and not re.search(r"\n\s*[}\]{]", above):
                return self._text(begin, below.start(), below.end())
        if other := ends.other.search(self.text, begin, end):
            return self._text(begin, other.start(), other.start() + 1)
        self._flaw("a closing quote is missing")
        line = self.text[begin:end]
        bare = line.rstrip(" \t\r,，}]")
        return self._text(begin, begin + len(bare), begin + len(bare))

    def _text(self, begin: int, end: int, behind: int) -> str:
        """Return the text of a string, and go behind it."""
        text, wrong = clean(self.text[begin:end])
        for one in wrong:
            self._flaw(one, begin)
        self.at = behind
        return text

    def _bare(self) -> Any:
        """Read a number, a word or a phrase that has no quotes."""
        if match := NUMBER.match(self.text, self.at):
            self.at = match.end()
            return self._number(match.group())
        match = PHRASE.match(self.text, self.at)
        phrase = match.group().strip() if match else ""
        if not phrase:
            self._fail("no value")
        word = re.split(r"[\s(（]", phrase, maxsplit=1)[0]
        if word in ("NaN", "Infinity", "-Infinity"):
            raise ValueError(f"{word} is not JSON")
        if word.lower() in TRUTHS:
            if word not in ("true", "false", "null"):
                self._flaw(f"{word} is not a word of JSON", once=True)
            self.at += len(word)
            return TRUTHS[word.lower()]
        self._flaw(f"{phrase[:60]} has no quotes")
        self.at += len(phrase)
        return phrase

    def _number(self, digits: str) -> Any:
        try:
            return json.loads(digits)
        except ValueError:
            pass
        self._flaw(f"{digits[:60]} is not a number of JSON")
        return float(digits) if re.search(r"[.eE]", digits) else int(digits)


def _shown(value: Any) -> str:
    """Return how a message names an element."""
    if isinstance(value, dict):
        return "{"
    return "[" if isinstance(value, list) else json.dumps(value, ensure_ascii=False)[:60]
