"""Patterns of texts: what Python and ECMAScript read alike, and no text takes long to match.

Allowed are characters, `[...]`, groups, `|`, quantifiers, `^` and `$`. What remains to try for a
text grows with its square at most: parts of varying length are told apart by what they match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import combinations

Characters = tuple[tuple[int, int], ...]
"""Ranges of code points."""

_END = re.compile(r"(\\.|\[(?:\\.|[^\]])*\])|\$", re.DOTALL)
"""The end of a text in a pattern, and what holds a dollar that is none."""
_SYNTAX = frozenset("^$\\.*+?()[]{}|/")
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "v": "\v"}
_CODE = re.compile(r"x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})")
_QUANTIFIER = re.compile(r"(?:([*+?])|\{([0-9]{1,5})(?:(,)([0-9]{1,5})?)?\})")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f]|  ")
_TWICE = ("&&", "||", "~~", "--")
_MANY = float("inf")
_DEEPEST = 20
_WRITE = {"d": "[0-9]", "w": "[A-Za-z0-9_]", "s": "the blanks that are meant, in [...]"}


def has_pattern(value: str, pattern: str) -> bool:
    """Say whether a text has a pattern of JSON Schema, whose `$` is the end and no line end."""
    return _compiled(pattern).search(value) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_END.sub(lambda found: found[1] or r"\Z", pattern))


def pattern_fault(pattern: str) -> str:
    """Say why a pattern is of no use in a spec; the empty text where it is fine."""
    if _UNSEEN.search(pattern):
        return "has a control character, or two blanks in a row; write \\n, \\x20"
    try:
        reader = _Reader(pattern)
        reader.alternatives()
        if reader.at < len(pattern):
            raise _Refused("has a ')' too many; write \\) for the character")
        _compiled(pattern)
    except _Refused as refused:
        return str(refused)
    except re.error as error:
        return f"is not a pattern: {error.msg}"
    return ""


class _Refused(Exception):
    pass


@dataclass(frozen=True)
class _Part:
    """What a stretch of a pattern matches: its first characters, all of them, and how many."""

    first: Characters
    all: Characters
    low: float
    high: float

    @property
    def varies(self) -> bool:
        return self.low != self.high


@dataclass
class _Reader:
    pattern: str
    at: int = 0
    depth: int = 0

    def alternatives(self) -> list[list[_Part]]:
        found = [self._sequence()]
        while self._take("|"):
            found.append(self._sequence())
        return found

    def _take(self, text: str) -> bool:
        is_there = self.pattern.startswith(text, self.at)
        self.at += len(text) if is_there else 0
        return is_there

    def _sequence(self) -> list[_Part]:
        parts: list[_Part] = []
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            if self._take("^") or self._take("$"):
                if _QUANTIFIER.match(self.pattern, self.at):
                    raise _Refused("repeats '^' or '$', which says nothing")
            elif self._take("("):
                parts += self._group()
            else:
                atom = self._atom()
                low, high = self._quantifier() or (1, 1)
                parts.append(_Part(atom, atom, low, high))
        _check_neighbours(parts)
        return parts

    def _group(self) -> list[_Part]:
        if not self._take("?:") and self._take("?"):
            if re.compile("<?[=!]").match(self.pattern, self.at):
                raise _Refused("looks around with '(?', which can take very long; leave it out")
            raise _Refused("has '(?', of which only '(?:' is read alike everywhere")
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _Refused(f"has groups in groups, more than {_DEEPEST} deep")
        choices = self.alternatives()
        self.depth -= 1
        if not self._take(")"):
            raise _Refused("has a '(' without its ')'; write \\( for the character")
        quantifier = self._quantifier()
        _check_choices(choices)
        if quantifier is None and len(choices) == 1:
            return choices[0]
        low, high = quantifier or (1, 1)
        whole = _joined(choices)
        if quantifier and (whole.low == 0 or (high > 1 and whole.varies)):
            raise _Refused(
                "repeats a group that itself repeats something or has parts of several lengths, "
                "which can take very long; repeat a single class [...] or a group of one length"
            )
        return [_Part(whole.first, whole.all, whole.low * low, whole.high * high)]

    def _quantifier(self) -> tuple[float, float] | None:
        found = _QUANTIFIER.match(self.pattern, self.at)
        if found is None:
            return None
        self.at = found.end()
        if not self._take("?") and _QUANTIFIER.match(self.pattern, self.at):
            raise _Refused("has two quantifiers in a row; put the inner part into a class [...]")
        sign, low, comma, high = found.groups()
        if sign:
            return {"*": (0, _MANY), "+": (1, _MANY), "?": (0, 1)}[sign]
        return int(low), int(high) if high else _MANY if comma else int(low)

    def _atom(self) -> Characters:
        char = self.pattern[self.at]
        self.at += 1
        if char == "[":
            return self._class()
        if char == "\\":
            return _single(self._escaped(""))
        if char == ".":
            raise _Refused("has '.', which is read in several ways; name the characters in [...]")
        if char in "*+?{":
            raise _Refused(f"has {char!r} with nothing to repeat; write \\{char} for the character")
        if char in "]}":
            raise _Refused(f"has a {char!r} alone; write \\{char} for the character")
        return _single(char)

    def _escaped(self, also: str) -> str:
        code = _CODE.match(self.pattern, self.at)
        char = self.pattern[self.at : self.at + 1]
        self.at += len(code[0]) if code else 1
        if code:
            found = chr(int(code[1] or code[2], 16))
            if "\ud800" <= found <= "\udfff":
                raise _Refused("has half a character (\\ud800 to \\udfff); write the whole one")
            return found
        if char in _CONTROLS:
            return _CONTROLS[char]
        if char and (char in _SYNTAX or char in also):
            return char
        if char.isdigit():
            raise _Refused(f"has the backreference \\{char}, which can take very long")
        write = _WRITE.get(char.lower(), "the characters that are meant")
        raise _Refused(f"has \\{char}, which is read in several ways; write {write}")

    def _class(self) -> Characters:
        is_other = self._take("^")
        ranges: list[tuple[int, int]] = []
        while not self._take("]"):
            low = self._member()
            high = low
            self._refuse_twice()
            if (
                self.pattern[self.at : self.at + 1] == "-"
                and self.pattern[self.at + 1 :][:1] != "]"
            ):
                self.at += 1
                high = self._member()
            if low > high:
                raise _Refused(f"has the range {low}-{high}, which is empty")
            ranges.append((ord(low), ord(high)))
        if not ranges:
            raise _Refused("has a class without characters; write \\] for the character")
        return _others(ranges) if is_other else tuple(ranges)

    def _refuse_twice(self) -> None:
        if self.pattern.startswith(_TWICE, self.at):
            twice = self.pattern[self.at : self.at + 2]
            raise _Refused(f"has {twice!r} in a class, which is read in several ways; write one")

    def _member(self) -> str:
        if self.at >= len(self.pattern):
            raise _Refused("has a '[' without its ']'; write \\[ for the character")
        self._refuse_twice()
        char = self.pattern[self.at]
        self.at += 1
        if char == "[":
            raise _Refused("has '[' in a class, which is read in several ways; write \\[")
        return self._escaped("-") if char == "\\" else char


def _single(char: str) -> Characters:
    return ((ord(char), ord(char)),)


def _others(ranges: Iterable[tuple[int, int]]) -> Characters:
    """Return all characters but some."""
    found, begin = [], 0
    for low, high in sorted(ranges):
        if begin < low:
            found.append((begin, low - 1))
        begin = max(begin, high + 1)
    return (*found, (begin, 0x110000))


def _overlap(one: Characters, other: Characters) -> bool:
    return any(low <= top and bottom <= high for low, high in one for bottom, top in other)


def _first(parts: list[_Part]) -> Characters:
    found: list[tuple[int, int]] = []
    for part in parts:
        found += part.first
        if part.low:
            break
    return tuple(found)


def _joined(choices: list[list[_Part]]) -> _Part:
    """Return a group as one part."""
    return _Part(
        tuple(one for parts in choices for one in _first(parts)),
        tuple(one for parts in choices for part in parts for one in part.all),
        min(sum(part.low for part in parts) for parts in choices),
        max(sum(part.high for part in parts) for parts in choices),
    )


def _check_choices(choices: list[list[_Part]]) -> None:
    """Refuse alternatives that fit one text: each of several groups would double the work."""
    for one, other in combinations(choices, 2):
        sizes = [_joined([parts]) for parts in (one, other)]
        may_agree = any(size.varies for size in sizes) or sizes[0].low == sizes[1].low
        if may_agree and not _differ(one, other):
            raise _Refused("has alternatives in a group that fit the same text; make them one")


def _differ(one: list[_Part], other: list[_Part]) -> bool:
    """Say whether no text begins as both alternatives do."""
    for left, right in zip(one, other, strict=False):
        if not _overlap(left.first, right.first):
            return bool(left.low and right.low)
        if (left.low, left.high, right.low, right.high) != (1, 1, 1, 1):
            return False
    return False


def _check_neighbours(parts: list[_Part]) -> None:
    """Refuse parts of varying length between which a text can be divided in many ways."""
    for (at, one), (beyond, other) in combinations(enumerate(parts), 2):
        if not (one.varies and other.varies and _overlap(one.all, other.first)):
            continue
        between = parts[at + 1 : beyond]
        if not any(part.low and not _overlap(part.first, one.all) for part in between):
            raise _Refused(
                "can take very long: it has two parts of varying length that match the same "
                "characters; put one between them that neither matches, or make them one"
            )
