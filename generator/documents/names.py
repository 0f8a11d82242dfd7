"""Fields that a sentence names: in a list, or again as `the two of them`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .phrases import WORD

PATH = rf"{WORD}(?:\.[A-Za-z_][A-Za-z0-9_]{{0,63}}){{0,4}}"
OWN = r"(?:本|该|此)(?:字段|参数)"
"""The field in whose row it stands."""
_JOINT = r"\s?(?:[,、/和与及或]|以及)\s?"
LISTED = rf"{PATH}(?:{_JOINT}{PATH}){{1,9}}"
_COUNTS = {"二": 2, "两": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4, "五": 5, "5": 5, "六": 6}
THEM = rf"(?P<them>[{''.join(_COUNTS)}])\s?者"
"""Fields that stand before it in the sentence, so many."""
_LIST = re.compile(LISTED)
_ALONE = re.compile(PATH)
_END = re.compile(r"[。;\n]")
_BACK = 120
_UNDER = re.compile(r"当|若|如果|对于|场景|情况|时(?![间长区效])")


def named_in(text: str) -> list[str]:
    """Return the names in a text, in its order."""
    return [one.group() for one in _ALONE.finditer(text)]


def is_under_condition(match: re.Match[str], text: str = "") -> bool:
    """Say whether the sentence says before a match when it holds: `对于群聊,a和b不能同时为空`.

    `text` is the one that was searched, without what says nothing of when others hold.
    """
    return _UNDER.search(_sentence_before(match, text or match.string)) is not None


def _sentence_before(match: re.Match[str], text: str) -> str:
    """Return the part of a sentence that stands before a match."""
    return _END.split(text[max(0, match.start() - _BACK) : match.start()])[-1]


def meant_by(match: re.Match[str]) -> Sequence[str]:
    """Return the fields that a match means by `them`, of which the sentence has one list before it.

    Where it counts them, the list is one of so many. What holds for the list alone, because a
    condition stands before it, is nothing that is sure of them.
    """
    before, said = _sentence_before(match, match.string), match.groupdict().get("them")
    lists = [one for one in _LIST.finditer(before) if not _UNDER.search(before, 0, one.start())]
    found = [named_in(one.group()) for one in lists]
    if said:
        found = [names for names in found if len(names) == _COUNTS[said]]
    return found[0] if len(found) == 1 else ()
