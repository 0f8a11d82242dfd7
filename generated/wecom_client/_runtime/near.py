# Copied from templates/wecom_client/_runtime/near.py: edit that file, then run 'make generate'.
"""Which known name a written one is a slip of the keyboard for: the hint "did you mean"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LONGEST = 100
_SHORTEST_WORD = 4
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_ID = re.compile(r"([a-z]{3,})(id)")


def nearest(written: str, known: Iterable[str]) -> str | None:
    """Return the one known name that `written` is a slip for; None: there is none, or several.

    A slip is another case, other separators, a plural, or one letter too many, too few, wrong or
    swapped inside a word. Another word is none, however much the names have in common: whoever
    writes `partyid_list` means departments, and a hint at `userid_list` would pass these for
    members.
    """
    words = _words(written)
    if not words:
        return None
    spelled = {name: _words(name) for name in known}
    for is_near in (_is_same, _is_one_slip_away):
        found = [name for name, others in spelled.items() if is_near(words, others)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _words(name: str) -> list[str]:
    """Return the words of a name, without case and plural; `userid` is two of them."""
    if len(name) > _LONGEST:
        return []
    words: list[str] = []
    for word in _BETWEEN_WORDS.split(_HUMP.sub("_", name).lower()):
        single = word.removesuffix("s") if len(word) > 2 else word
        parts = _ID.fullmatch(single)
        words += parts.groups() if parts else (single,)
    return [word for word in words if word]


def _is_same(words: list[str], others: list[str]) -> bool:
    return "".join(words) == "".join(others)


def _is_one_slip_away(words: list[str], others: list[str]) -> bool:
    differ = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    return len(words) == len(others) and len(differ) == 1 and _is_slip(*differ[0])


def _is_slip(one: str, other: str) -> bool:
    """Say whether two words differ by one letter inside, or by two neighbours that are swapped."""
    if max(len(one), len(other)) < _SHORTEST_WORD:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    here, there = one[start:], other[start:]
    if _digits(one) != _digits(other):
        return False
    if here[:2] == there[1::-1] and here[2:] == there[2:] and len(here) > 1:
        return True
    is_inside = start > 0 and len(here) > 0 and len(there) > 0 and here[-1] == there[-1]
    return is_inside and (here[1:] == there[1:] or here[1:] == there or here == there[1:])


def _digits(word: str) -> str:
    return "".join(letter for letter in word if letter.isdigit())
