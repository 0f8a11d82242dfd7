"""The default that words state: a value, or the meaning of one that the text lists."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Any

from .phrases import WORD, Reading, number

NO_VALUE = "a default that is none of the listed values, or not of the field's type"

_IS = r"(?:值)?(?:情况下)?\s?(?:为|是|:|取|=|选)?\s?"
_DEFAULT = re.compile(
    rf"(?:默认|缺省){_IS}(?:(?P<number>-?(?:\d{{1,2}}\^\d{{1,2}}\^?|\d{{1,15}}(?:\.\d{{1,6}})?))(?:个|条|人|项|页|次)?(?!\s?\^)"
    rf"|(?P<quote>[\"'「“‘]?)(?P<word>{WORD})[\"'」”’]?|[「“](?P<said>[^」”\n]{{1,40}})[」”])"
    r"(?!\.?_{0,4}[^\W_])",
    re.I,
)
_BY_MEANING = re.compile(
    rf"(?:(?:默认|缺省){_IS}|不(?:填|传|设置)(?:该字段|该参数)?(?:则|时|表示|默认|即){{1,2}}(?:为|是|取)?\s?)"
    r"(?P<word>[^\s,。;\n)]{1,20})"
)
_MARKED = re.compile(
    r"(?<![\w.])(?P<value>-?\d{1,10})\s?\((?:默认|缺省)(?:值)?\)|\((?:默认|缺省)(?:值)?\)"
)
_TRUTH: Mapping[str, bool] = {"true": True, "false": False}


Span = tuple[int, int]


def read_default(reading: Reading) -> None:
    """Add the default that a text states; one that the field cannot have is reported."""
    doubted: list[Span] = []
    for value, span in _candidates(reading):
        if value is None:
            doubted.append(span)
            continue
        reading.add("default", value, span)
        return
    for span in doubted:
        if reading.is_free(*span):
            reading.open_at(*span, NO_VALUE)


def _candidates(reading: Reading) -> Iterator[tuple[Any, Span]]:
    """Yield values with where they stand, most telling first; None: one that cannot be."""
    listed = {one.value[0]: one.value[1] for one in reading.found if one.rule == "enum"}
    for match in _free(reading, _DEFAULT):
        value = _typed(match, reading.kind)
        if value is None or (listed and value not in listed):
            value = _meant(listed, match["word"] or match["said"] or "")
        yield value, match.span()
    for match in _free(reading, _BY_MEANING):
        value = _meant(listed, match["word"])
        if value is not None:
            # words behind the meaning are left where a change of them is seen
            yield value, (match.start(), match.start("word") + len(listed[value]))
    enum = sorted(
        (one for one in reading.found if one.rule == "enum"), key=lambda found: found.start
    )
    for match in _MARKED.finditer(reading.text):
        index = bisect_right(enum, match.start(), key=lambda found: found.start) - 1
        if index >= 0 and match.start() < enum[index].end:
            yield enum[index].value[0], match.span()


def _free(reading: Reading, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield where a pattern matches outside of what was read; it may end in a list's value."""
    starts = sorted(one.start for one in reading.found if one.rule == "enum")
    for match in pattern.finditer(reading.text):
        start, end = match.span()
        index = bisect_right(starts, start)
        if reading.is_free(start, min([end, *starts[index : index + 1]])):
            yield match


def _meant(listed: Mapping[Any, str], word: str) -> Any:
    """Return the value with this meaning: the one, or the only one that the word begins with."""
    exact = [value for value, meaning in listed.items() if meaning == word]
    begun = [
        value for value, meaning in listed.items() if len(meaning) > 1 and word.startswith(meaning)
    ]
    for values in (exact, begun):
        if len(values) == 1:
            return values[0]
    return None


def _typed(match: re.Match[str], kind: str | None) -> Any:
    """Return the default in the field's type, or None where it cannot be one."""
    if kind in ("array", "object"):
        return None
    if match["said"]:
        return match["said"] if kind in ("string", None) else None
    if match["number"] is None:
        word = match["word"]
        truth = (
            _TRUTH.get(word.lower()) if kind in ("boolean", None) and not match["quote"] else None
        )
        return truth if truth is not None else word if kind in ("string", None) else None
    if kind == "string":
        return match["number"]
    value = number(match["number"].lstrip("-")) * (-1 if match["number"][0] == "-" else 1)
    if kind == "boolean":
        return bool(value) if value in (0, 1) else None
    return None if kind == "integer" and "." in match["number"] else value
