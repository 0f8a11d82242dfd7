"""Patterns of texts: what Python and ECMAScript read alike, and no text takes long to match.

Allowed are characters, `[...]`, groups, `|`, quantifiers, `^` and `$`. What remains to try for a
text grows with its square at most: parts of varying length are told apart by what they match.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import combinations

_END = re.compile(r"(\\.|\[(?:\\.|[^\]])*\])|\$", re.DOTALL)
"""The end of a text in a pattern, and what holds a dollar that is none."""
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f]|  ")
_TWICE = r"&&|\|\||~~|--"
_ESCAPED = r"\\(?:[\^$\\.*+?()\[\]{}|/nrtfv]|x[0-9a-fA-F]{2}|u(?![dD][89a-fA-F])[0-9a-fA-F]{4})"
_TOKEN = re.compile(
    r"(?P<bound>[\^$])|(?P<open>\((?:\?:|(?!\?)))|(?P<or>\|)|"
    rf"(?:(?P<close>\))|(?P<atom>[^\\^$.*+?()\[\]{{}}|]|{_ESCAPED}"
    rf"|\[(?!\^\])\^?(?:(?!{_TWICE})(?:[^\\\[\]]|\\-|{_ESCAPED}))+\]))"
    r"(?P<repeat>[*+?]\??|\{[0-9]{1,5}(?:,(?:[0-9]{1,5})?)?\}\??)?"
)
_CODE = re.compile(r"\\u([0-9a-fA-F]{4})")
_REFUSED = {
    r"\(\?<?[=!]": "looks around with '(?', which can take very long; leave it out",
    r"\(\?": "has '(?', of which only '(?:' is read alike everywhere",
    r"[*+?{]": "has {0!r} with nothing to repeat, or a second time; write \\{0} for the character",
    r"[\]}]": "has a {0!r} alone; write \\{0} for the character",
    r"\.": "has '.', which is read in several ways; name the characters in [...]",
    r"\\u[dD]": "has half a character (\\ud800 to \\udfff); write the whole one",
    r"\\[0-9]": "has the backreference {0}, which can take very long",
    r"\\[dD]": "has {0}, which is read in several ways; write [0-9]",
    r"\\[wW]": "has {0}, which is read in several ways; write [A-Za-z0-9_]",
    r"\\.?": "has {0}, which is read in several ways; write the characters that are meant",
    r"\[\^?\]": "has a class without characters; write \\] for the character",
    r"\[": "has a class that lacks its ']', or is read in several ways: in it, write \\[ for the "
    "character, one sign for && || ~~ --, and none of \\d \\w \\s",
}
"""What a token cannot begin with, and why; the first one that fits counts."""
_DEEPEST = 20
_MANY = float("inf")

Characters = frozenset[str]
"""What a part of a pattern matches of some characters, two for each range that it can have."""


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
        _check(pattern)
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


def _check(pattern: str) -> None:
    alphabet = _alphabet(pattern)
    groups: list[list[list[_Part]]] = [[[]]]  # the alternatives of each open group
    at = 0
    while at < len(pattern):
        token = _TOKEN.match(pattern, at)
        if token is None:
            raise _Refused(_why(pattern, at))
        at = token.end()
        if token["open"]:
            groups.append([[]])
            if len(groups) > _DEEPEST:
                raise _Refused(f"has groups in groups, more than {_DEEPEST} deep")
        elif token["or"]:
            groups[-1].append([])
        elif token["close"]:
            choices = groups.pop()
            if not groups:
                raise _Refused("has a ')' too many; write \\) for the character")
            groups[-1][-1] += _group(choices, token["repeat"])
        elif token["atom"]:
            found = frozenset(re.findall(token["atom"], alphabet))
            groups[-1][-1].append(_Part(found, found, *_times(token["repeat"])))
    if len(groups) > 1:
        raise _Refused("has a '(' without its ')'; write \\( for the character")
    for parts in groups[0]:
        _check_neighbours(parts)


def _why(pattern: str, at: int) -> str:
    for sign, why in _REFUSED.items():
        if found := re.compile(sign, re.DOTALL).match(pattern, at):
            return why.format(found[0])
    return f"has {pattern[at:]!r}, which is read in several ways"


def _alphabet(pattern: str) -> str:
    """Return characters of which two classes share one if they share any.

    Every range of a class, or of what it leaves out, begins with one of these.
    """
    named = {*map(ord, pattern), *(int(code, 16) for code in _CODE.findall(pattern))}
    return "".join(map(chr, {*range(0x101), *named, *(min(one + 1, 0x10FFFF) for one in named)}))


def _times(repeat: str | None) -> tuple[float, float]:
    if not repeat:
        return 1, 1
    if repeat[0] != "{":
        return (repeat[0] == "+", 1 if repeat[0] == "?" else _MANY)
    low, comma, high = repeat.strip("{?}").partition(",")
    return int(low), int(high) if high else _MANY if comma else int(low)


def _group(choices: list[list[_Part]], repeat: str | None) -> list[_Part]:
    for parts in choices:
        _check_neighbours(parts)
    _check_choices(choices)
    if not repeat and len(choices) == 1:
        return choices[0]
    (low, high), whole = _times(repeat), _joined(choices)
    if repeat and (whole.low == 0 or (high > 1 and whole.varies)):
        raise _Refused(
            "repeats a group that itself repeats something or has parts of several lengths, "
            "which can take very long; repeat a single class [...] or a group of one length"
        )
    return [_Part(whole.first, whole.all, whole.low * low, whole.high * high)]


def _joined(choices: list[list[_Part]]) -> _Part:
    """Return a group as one part."""
    first = set[str]()
    for parts in choices:
        for part in parts:
            first |= part.first
            if part.low:
                break
    return _Part(
        frozenset(first),
        frozenset().union(*(part.all for parts in choices for part in parts)),
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
        if not left.first & right.first:
            return bool(left.low and right.low)
        if (left.low, left.high, right.low, right.high) != (1, 1, 1, 1):
            return False
    return False


def _check_neighbours(parts: list[_Part]) -> None:
    """Refuse parts of varying length between which a text can be divided in many ways."""
    for (at, one), (beyond, other) in combinations(enumerate(parts), 2):
        if not (one.varies and other.varies and one.all & other.first):
            continue
        between = parts[at + 1 : beyond]
        if not any(part.low and not part.first & one.all for part in between):
            raise _Refused(
                "can take very long: it has two parts of varying length that match the same "
                "characters; put one between them that neither matches, or make them one"
            )
