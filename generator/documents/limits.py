"""Limits stated in words: what a phrase of a document means for a field, and what no rule took."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

NUMBER = r"(\d[\d,]*(?:\.\d+)?)\s*(万|千|亿)?"
_UNITS = {"万": 10_000, "千": 1_000, "亿": 100_000_000, "": 1}
_TO = r"\s*(?:~|-|–|—|到|至)\s*"
_AT_MOST = (
    r"(?:最多(?:可以?)?(?:支持|传入?|填写?|包含|为|能)?|至多|最大(?:不超过|支持|长度为?|值为?|为)?"
    r"|最长(?:不超过|为)?|不(?:能|得|可|允许)?(?:超过|大于|多于)|不超过|上限(?:为|是)?|支持"
    r"|长度(?:不超过|最[大长]为?))"
)
_AT_LEAST = r"(?:最少|至少(?:为|填|传)?|最小(?:值)?为?|最短(?:为)?|不(?:能|得)?(?:少于|小于|低于))"
_UNIT = r"\s*(?P<unit>个?\s*(?:utf-?8\s*)?(?:中文|英文|汉字)?字符|个?\s*字节|个|条|人|位|项|组)?"


@dataclass(frozen=True)
class Found:
    """One limit: its rule, its value, and the part of the text that states it."""

    rule: str
    value: Any
    start: int
    end: int


_TEXTUAL = frozenset({"condition", "statement"})
"""Rules whose value is the text itself: it stays in the residue, where a change of it is seen."""


@dataclass
class Reading:
    """What was read in one text."""

    text: str
    kind: str | None
    found: list[Found] = field(default_factory=list)

    def taken(self, start: int, end: int) -> bool:
        """Say whether a part of the text overlaps with one that was read."""
        return any(one.start < end and start < one.end for one in self.found)

    def residue(self) -> str:
        """Return the text without what was read."""
        parts, position = [], 0
        values = (one for one in self.found if one.rule not in _TEXTUAL)
        for one in sorted(values, key=lambda found: found.start):
            if one.start >= position:
                parts.append(self.text[position : one.start])
                position = max(position, one.end)
        return "".join([*parts, self.text[position:]])


def number(digits: str, unit: str | None) -> int | float:
    """Return a number as documents write it: `1,000`, `50万`, `0.5`."""
    value = float(digits.replace(",", "")) * _UNITS[unit or ""]
    return int(value) if value == int(value) else value


def read_limits(text: str, kind: str | None) -> Reading:
    """Read every limit of a field of this type (None: not known)."""
    reading = Reading(text, kind)
    for pattern, rule in _RULES:
        for match in pattern.finditer(text):
            if not reading.taken(*match.span()):
                for name, value in rule(match, reading):
                    reading.found.append(Found(name, value, *match.span()))
    _read_enum(reading)
    _read_default(reading)
    return reading


def not_taken(reading: Reading) -> Iterator[str]:
    """Yield each phrase that looks like a limit and that no rule took."""
    for match in _LIMIT_LIKE.finditer(reading.text):
        if not reading.taken(*match.span()):
            yield match.group().strip()


_LIMIT_LIKE = re.compile(
    rf"[^,。;!\n]{{0,8}}(?:{_AT_MOST}|{_AT_LEAST}|上限|最多|最大|最小|最长|最短|至少|不超过|以内)"
    r"[^,。;!\n]{0,6}?[\d一二两三四五六七八九十百千万]+[^,。;!\s]{0,8}"
)

Pairs = list[tuple[str, Any]]


def _limit_names(kind: str | None, unit: str) -> tuple[str, str]:
    """Return the names of the least and the greatest for a type and a unit."""
    unit = unit.replace(" ", "").lower()
    if "字节" in unit:
        return "minBytes", "maxBytes"
    if "字符" in unit or kind == "string":
        return "minLength", "maxLength"
    if kind == "array" or (kind is None and unit in ("个", "条", "人", "位", "项", "组")):
        return "minItems", "maxItems"
    return "minimum", "maximum"


def _range(match: re.Match[str], reading: Reading) -> Pairs:
    low, high = number(match["low"], None), number(match["high"], None)
    names = _limit_names(reading.kind, match["unit"] or "")
    return [(names[0], low), (names[1], high)]


def _at_most(match: re.Match[str], reading: Reading) -> Pairs:
    value = number(match[1], match[2])
    return [(_limit_names(reading.kind, match["unit"] or "")[1], value)]


def _at_least(match: re.Match[str], reading: Reading) -> Pairs:
    value = number(match[1], match[2])
    return [(_limit_names(reading.kind, match["unit"] or "")[0], value)]


def _truncates(match: re.Match[str], _: Reading) -> Pairs:
    return [("truncatesAt", number(match[1], match[2]))]


def _days_back(match: re.Match[str], _: Reading) -> Pairs:
    return [("minDaysAgo", 1), ("maxDaysAgo", int(match[1]))]


def _counts_with(match: re.Match[str], _: Reading) -> Pairs:
    value = match["value"]
    return [("ignoredUnless", {match["other"]: int(value) if value.isdigit() else value})]


def _constant(name: str, value: Any) -> Callable[[re.Match[str], Reading], Pairs]:
    return lambda match, reading: [(name, value)]


def _sibling(name: str) -> Callable[[re.Match[str], Reading], Pairs]:
    return lambda match, reading: [(name, match["other"])]


_RULES: list[tuple[re.Pattern[str], Callable[[re.Match[str], Reading], Pairs]]] = [
    (
        re.compile(rf"超过\s*{NUMBER}\s*个?\s*(?:utf-?8)?\s*字符[^,。;]{{0,6}}截断", re.I),
        _truncates,
    ),
    (re.compile(r"(?:取值范围\s*:?\s*)?昨天(?:至|到|~|-)前\s*(\d+)\s*天"), _days_back),
    (
        re.compile(
            r"(?:当|仅当|仅在|仅)?\s*(?P<other>[A-Za-z_]\w*)\s*(?:为|=|是|等于)\s*"
            r"(?P<value>[A-Za-z0-9_]+)\s*时(?:才)?(?:有效|生效)"
        ),
        _counts_with,
    ),
    (
        re.compile(r"当天的?0[时点](?:0分)?(?:0秒)?(?=\()|填当天的?0[时点](?:0分)?(?:0秒)?"),
        _constant("format", "day"),
    ),
    (
        re.compile(r"(?:当天|当日|每日)的?0[时点](?:0分)?(?:0秒)?的?时间戳"),
        _constant("format", "day"),
    ),
    (
        re.compile(
            rf"(?:取值范围|取值|范围|长度(?:范围)?|数量)\s*(?:为|是|:)?\s*[\[(]?(?P<low>\d+){_TO}"
            rf"(?P<high>\d+)[\])]?{_UNIT}",
            re.I,
        ),
        _range,
    ),
    (
        re.compile(rf"(?P<low>\d+){_TO}(?P<high>\d+)\s*(?P<unit>个?(?:utf-?8)?字符|个?字节)", re.I),
        _range,
    ),
    (re.compile(rf"{_AT_MOST}\s*{NUMBER}{_UNIT}", re.I), _at_most),
    (re.compile(rf"{_AT_LEAST}\s*{NUMBER}{_UNIT}", re.I), _at_least),
    (
        re.compile(
            rf"(?<![\d~-]){NUMBER}(?P<unit>个?(?:utf-?8)?字符|个?字节|个)\s*(?:以内|之内)", re.I
        ),
        _at_most,
    ),
    (
        re.compile(r"默认(?:值)?(?:与|同)\s*(?P<other>[A-Za-z_]\w*)(?:相同|一致)?"),
        _sibling("defaultFrom"),
    ),
    (
        re.compile(
            r"(?:目前)?仅(?:当|在|限)?[^。;\n]{1,60}?(?:时(?:才)?(?:会)?(?:返回|有)(?:该值|此字段)?"
            r"|会返回该值|有此字段|返回)(?=[。;,)\n]|$|\()"
        ),
        _constant("condition", True),
    ),
]

_ENUM_ITEM = re.compile(
    r"(?:(?<=^)|(?<=[\n;,。:(\s]))(?P<value>-?\d{1,4}|\"[\w-]+\")\s*(?:-|–|—|:|表示|代表)\s*"
    r"(?P<meaning>[^;,。\n\d](?:\([^()\n]*\)|[^;,。\n()])*?)(?=\s*(?:[;,。\n)]|$|\s\d{1,4}\s*(?:-|:)))"
)


def _read_enum(reading: Reading) -> None:
    items = [
        match for match in _ENUM_ITEM.finditer(reading.text) if not reading.taken(*match.span())
    ]
    if len(items) < 2:
        return
    for match in items:
        value = match["value"].strip('"')
        key = int(value) if re.fullmatch(r"-?\d+", value) else value
        pair = (key, match["meaning"].strip())
        reading.found.append(Found("enum", pair, *match.span()))


_DEFAULT = re.compile(
    r"默认(?:值)?\s*(?:为|是|:)?\s*(?P<value>-?\d+|true|false|[A-Za-z_]\w*)(?![^\W\d])", re.I
)
_DEFAULT_WORD = re.compile(r"默认(?:值)?(?:为|是|:)?\s*(?P<word>[^\s,。;\n)]{1,12})")


def _read_default(reading: Reading) -> None:
    for match in _DEFAULT.finditer(reading.text):
        if not reading.taken(*match.span()):
            text = match["value"]
            words: Mapping[str, Any] = {"true": True, "false": False}
            value = int(text) if re.fullmatch(r"-?\d+", text) else words.get(text.lower(), text)
            reading.found.append(Found("default", value, *match.span()))
            return
    meanings = {one.value[1]: one.value[0] for one in reading.found if one.rule == "enum"}
    for match in _DEFAULT_WORD.finditer(reading.text):
        word = match["word"]
        if word in meanings and not reading.taken(*match.span()):
            reading.found.append(Found("default", meanings[word], *match.span()))
            return


_QUOTAS: list[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[int, int | None]]]] = [
    (
        re.compile(
            rf"(?:限制)?每[天日](?:限制)?最多(?:可?[^\s,。;\d]{{0,6}}?)\s*{NUMBER}\s*(?:个|次|条|人)"
        ),
        lambda match: (int(number(match[1], match[2])), 1),
    ),
    (
        re.compile(
            rf"(?P<days>\d+)\s*个?(?:自然日|天)内[^。;]{{0,30}}?(?:仅可|只能|最多|至多)[^。;\d]{{0,10}}?"
            rf"{NUMBER}\s*次"
        ),
        lambda match: (int(number(match[2], match[3])), int(match["days"])),
    ),
    (
        re.compile(
            rf"每个企业[^,。;]{{0,16}}?最多(?:可?[^\s,。;\d]{{0,6}}?)\s*{NUMBER}\s*(?:个|条)"
        ),
        lambda match: (int(number(match[1], match[2])), None),
    ),
]
_SPAN = re.compile(r"(?:最大|最长)?(?:查询|时间)?跨度(?:为|不超过|不能超过|最大为?)?\s*(\d+)\s*天")
_STATEMENTS = re.compile(
    rf"(?:最近)?(?:[一二两三四五六七八九十\d]+)?(?:年|个?月|天|日)内[^,。;]{{0,4}}{_AT_LEAST}[^,。;]{{0,6}}[一二两三\d]+次"
    rf"|(?:{_AT_MOST}|{_AT_LEAST})[^,。;\d]{{0,10}}\d+\s*(?:年|个?月|天内?|日|人|次|秒|分钟|小时|个)?"
)


def read_prose(text: str) -> Reading:
    """Read what prose states: quotas, the span of days, and limits that specs only describe."""
    reading = Reading(text, None)
    for pattern, quota in _QUOTAS:
        for match in pattern.finditer(text):
            if not reading.taken(*match.span()):
                reading.found.append(Found("quota", quota(match), *match.span()))
    for match in _SPAN.finditer(text):
        reading.found.append(Found("maxSpanDays", int(match[1]), *match.span()))
    for match in _STATEMENTS.finditer(text):
        if not reading.taken(*match.span()):
            reading.found.append(Found("statement", match.group(), *match.span()))
    return reading
