"""Values stated in words: those that a field may have, with their meanings, and the default."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain
from typing import Any

from .limits import WORD, Reading

_MEANS = r"(?:\s?(?:-|–|—|:|=|表示|代表|为)\s?)"
_MEANING = (
    r"(?P<meaning>(?:(?<=\s)[^;,。\n\s()]|[^;,。\n\d\s/()-])"
    r"(?:\([^()\n]{0,200}\)|[^;,。\n()]){0,200}?)"
)
_NUMBERS = re.compile(
    rf"(?:(?<=^)|(?<=[\n;,。:(\s]))(?P<value>-?\d{{1,10}}|\"[\w-]{{1,60}}\"){_MEANS}{_MEANING}"
    r"(?=\s?(?:[;,。\n)]|$|\s\d{1,10}\s?(?:-|–|—|:|=|表示|代表|为)))"
)
_WORDS = re.compile(
    rf"(?:(?<=^)|(?<=[\n;,。:(\s]))(?P<value>{WORD}){_MEANS}(?=[^;,。\n]{{0,9}}[\u4e00-\u9fff]){_MEANING}"
    r"(?=\s?(?:[;,。\n)]|$))"
)
_DEFAULT = re.compile(
    r"(?:默认|缺省)(?:值)?\s?(?:为|是|:|取|=)?\s?(?:(?P<number>-?\d{1,15}(?:\.\d{1,6})?)(?:个|条|人|项|页)?"
    rf"|(?P<quote>[\"'「“]?)(?P<word>{WORD})[\"'」”]?)(?![\w.]*[^\W_])",
    re.I,
)
_DEFAULT_MEANING = re.compile(r"(?:默认|缺省)(?:值)?(?:为|是|:|取)?\s?(?P<word>[^\s,。;\n)]{1,20})")
_TRUTH: Mapping[str, bool] = {"true": True, "false": False}


def read_values(reading: Reading) -> None:
    """Add the values and the default that a text states to what was read in it."""
    _read_values(reading, _NUMBERS)
    if reading.kind == "string" and not any(one.rule == "enum" for one in reading.found):
        _read_values(reading, _WORDS)
    _read_default(reading)


def _read_values(reading: Reading, pattern: re.Pattern[str]) -> None:
    items = [(_key(match["value"], reading.kind), match) for match in reading.matches(pattern)]
    if len(items) > 1 and _may_be_listed([key for key, _ in items], reading.kind):
        for key, match in items:
            reading.add("enum", (key, match["meaning"].strip()), match.span())


def _key(text: str, kind: str | None) -> Any:
    is_number = re.fullmatch(r"-?\d+", text) and kind != "string"
    return int(text) if is_number else text.strip('"')


def _may_be_listed(keys: list[Any], kind: str | None) -> bool:
    """Say whether a field of this type can have these values."""
    if kind in ("integer", "number"):
        return all(isinstance(key, int) for key in keys)
    return kind == "string" or (kind is None and len({type(key) for key in keys}) == 1)


def _read_default(reading: Reading) -> None:
    meanings = {one.value[1]: one.value[0] for one in reading.found if one.rule == "enum"}
    stated = ((_default(match, reading.kind), match) for match in reading.matches(_DEFAULT))
    by_meaning = (
        (meanings.get(match["word"]), match) for match in reading.matches(_DEFAULT_MEANING)
    )
    for value, match in chain(stated, by_meaning):
        if value is not None:
            reading.add("default", value, match.span())
            return


def _default(match: re.Match[str], kind: str | None) -> Any:
    """Return the default in the field's type, or None where it cannot be one."""
    if kind in ("array", "object"):
        return None
    if match["number"] is None:
        word = match["word"]
        truth = _TRUTH.get(word.lower()) if kind in ("boolean", None) else None
        return truth if truth is not None else word if kind in ("string", None) else None
    if kind == "string":
        return match["number"]
    value = float(match["number"])
    if kind == "boolean":
        return bool(value) if value in (0, 1) else None
    return (
        int(match["number"]) if "." not in match["number"] else None if kind == "integer" else value
    )
