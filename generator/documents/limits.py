"""Limits stated in words: what a phrase of a table's row means for a field of its type.

Every quantifier is bounded, so that no text takes long to read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..spec.constraints import CONSTRAINTS

NUMBER = r"(?<![\d.])\d(?:[\d,]{0,14}\d)?(?:\.\d{1,6})?(?![\d.]*\d)\s?(?:[万千亿](?!字))?"
WORD = r"(?<![A-Za-z0-9_])[A-Za-z_][A-Za-z0-9_]{0,63}"
_UNITS = {"万": 10_000, "千": 1_000, "亿": 100_000_000}

_VERBS = (
    r"(?:\s?(?:可以|可|能|只能|仅能|允许|支持|传入|传|填写|填|输入|包含|含|添加|增加|设置|选择|选|指定|配置|创建"
    r"|返回|拉取|获取|查询|上传|提交|同时|为|是|:|在|长度|数量|数目|数|个数|值|(?:不(?:能|得|可)?|勿)超过)){0,4}"
)
AT_MOST = (
    rf"(?:(?:最多|至多|最大|最高|最长|最大可){_VERBS}"
    r"|不(?:能|得|可|可以|允许|应|应该|要|会)?(?:超过|超出|大于|多于|高于|长于)"
    r"|(?:上限|限制)(?:值)?(?:为|是|:|在)?|仅?支持|小于(?:或)?等于|少于(?:或)?等于|<=|≤|⩽)"
)
AT_LEAST = (
    rf"(?:(?:最少|至少|最小|最低|最短){_VERBS}"
    r"|不(?:能|得|可|可以|允许|应|应该|要|会)?(?:少于|小于|低于|短于)"
    r"|下限(?:为|是|:)?|大于(?:或)?等于|>=|≥|⩾)"
)
_MUST = r"(?:必须|必需|须要?|需要?|应该?|要求?|取值(?:范围)?(?:为|是|:)?)\s?"
_TO = r"\s?(?:~|〜|∼|-|–|—|−|到|至|和|与){1,2}\s?"
_CHARACTERS = (
    r"个?\s?(?:utf-?8\s?)?(?:编码的?)?(?:中文|英文|汉字)?字符"
    r"|个?\s?(?:汉字|中文字?|字(?![节段符母])|chars?\b)"
)
_BYTES = r"个?\s?(?:utf-?8\s?)?字节|\s?bytes?\b"
_COUNTED = r"个|条|人|位|项|组|名|件|张|篇|种|台"
UNIT = rf"\s?(?P<unit>{_CHARACTERS}|{_BYTES}|{_COUNTED})?"
_END = r"(?![\d~〜∼–—−-])(?(unit)|(?:(?!\s?[A-Za-z%\u4e00-\u9fff])|(?=[的且并或]|以内|之间|时)))"
"""Behind a number without a known unit no other one may stand: `7天` is not 7."""


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
    _taken: bytearray = field(init=False)

    def __post_init__(self) -> None:
        self._taken = bytearray(len(self.text))

    def add(self, rule: str, value: Any, span: tuple[int, int]) -> None:
        """Note what a part of the text states."""
        start, end = span
        self.found.append(Found(rule, value, start, end))
        self._taken[start:end] = b"\1" * (end - start)

    def drop(self, rule: str) -> None:
        """Forget what was read by a rule; its text counts as not read."""
        dropped = [one for one in self.found if one.rule == rule]
        self.found = [one for one in self.found if one.rule != rule]
        for one in dropped:
            self._taken[one.start : one.end] = bytes(one.end - one.start)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield where a pattern matches what nothing was read from so far."""
        for match in pattern.finditer(self.text):
            if not any(self._taken[match.start() : match.end()]):
                yield match

    def residue(self) -> str:
        """Return the text without what was read."""
        parts, position = [], 0
        values = (one for one in self.found if one.rule not in _TEXTUAL)
        for one in sorted(values, key=lambda found: found.start):
            if one.start >= position:
                parts.append(self.text[position : one.start])
                position = max(position, one.end)
        return "".join([*parts, self.text[position:]])


def number(digits: str) -> int | float:
    """Return a number as documents write it: `1,000`, `50万`, `0.5`."""
    bare = digits.replace(",", "").replace(" ", "")
    factor = _UNITS.get(bare[-1:], 1)
    value = float(bare.rstrip("万千亿")) * factor
    return int(value) if value == int(value) else value


Pairs = Sequence[tuple[str, Any]]


class Rule:
    """A phrase, what it states as keywords with values, and for fields of which types it does."""

    def __init__(
        self,
        pattern: str,
        states: Callable[[re.Match[str], str | None], Pairs],
        *kinds: str | None,
    ) -> None:
        """Compile the pattern; without `kinds` the rule is one for every type."""
        self.pattern = re.compile(pattern, re.I)
        self.states = states
        self.kinds = kinds


def read(text: str, kind: str | None, rules: Iterable[Rule]) -> Reading:
    """Read what the rules find in a text about a field of this type; what is first wins."""
    reading = Reading(text, kind)
    for rule in rules:
        if rule.kinds and kind not in rule.kinds:
            continue
        for match in reading.matches(rule.pattern):
            for name, value in rule.states(match, kind):
                reading.add(name, value, match.span())
    return reading


def read_limits(text: str, kind: str | None) -> Reading:
    """Read every limit of a field of this type (None: not known)."""
    return read(text, kind, _RULES)


def not_taken(reading: Reading) -> Iterator[str]:
    """Yield each phrase that looks like a limit and that no rule took."""
    return (match.group().strip() for match in reading.matches(_LIMIT_LIKE))


_LIMIT_LIKE = re.compile(
    rf"[^,。;!\n]{{0,8}}(?:{AT_MOST}|{AT_LEAST}|取值范围|上限|下限|最多|至多|最大|最小|最长|最短|最少"
    r"|至少|不超过|范围(?:为|是|:))"
    r"[^,。;!\n]{0,6}?[\d一二两三四五六七八九十百千万]{1,20}[^,。;!\s]{0,8}"
    rf"|{NUMBER}\s?[^,。;!\s\d]{{0,4}}(?:以内|之内|以下|之间)|{_MUST}(?:大于|小于)\s?{NUMBER}"
    rf"|(?:默认|缺省)(?:值)?(?:为|是|:|取)?\s?\d[^,。;!\s]{{0,8}}|超[过出]\s?{NUMBER}[^,。;\n]{{0,12}}截断",
    re.I,
)


def _size(match: re.Match[str], kind: str | None) -> str:
    """Return how keywords name what is bounded; empty: type and unit do not go together."""
    unit = (match["unit"] or "").replace(" ", "").lower()
    is_text = kind in ("string", None)
    if "字节" in unit or "byte" in unit:
        return "Bytes" if is_text else ""
    if any(sign in unit for sign in ("字", "汉", "中", "char")):
        return "Length" if is_text else ""
    if kind == "array" or (kind is None and unit):
        return "Items"
    if kind in ("integer", "number"):
        return "imum" if unit != "位" else ""
    is_length = "长" in match.group()
    if kind == "string":
        is_length = is_length or unit in ("", "位")
        return "Length" if is_length and "值" not in match.group() else ""
    return ("Length" if is_length else "imum") if kind is None else ""


def _bounds(match: re.Match[str], kind: str | None) -> Pairs:
    """Read the least and the greatest, or one; an open end, as of `(0, 9]`, is not in itself."""
    said = match.groupdict()
    steps = {
        "min": 1 if said.get("opening") in ("(", "大于") else 0,
        "max": -1 if said.get("closing") in (")", "小于") else 0,
    }
    if any(steps.values()) and kind not in ("integer", "array"):
        return []
    bounds = {end: _signed(said[end]) + step for end, step in steps.items() if said.get(end)}
    size, values = _size(match, kind), list(bounds.values())
    is_whole = all(isinstance(value, int) for value in values)
    fits = values == sorted(values)  # the least first
    if size == "imum":
        fits = fits and (is_whole or kind != "integer")
    else:
        fits = fits and is_whole and min(values) >= 0
    return [(end + size, value) for end, value in bounds.items()] if size and fits else []


def _signed(text: str) -> int | float:
    return -number(text[1:]) if text[0] in "-−" else number(text)


def _truncates(match: re.Match[str], _: str | None) -> Pairs:
    value = number(match["number"])
    return [("truncatesAt", value)] if isinstance(value, int) and value > 0 else []


def _counts_with(match: re.Match[str], _: str | None) -> Pairs:
    value = match["value"]
    return [("ignoredUnless", {match["other"]: int(value) if value.isdigit() else value})]


def _by_row(keyword: str) -> Callable[[re.Match[str], str | None], Pairs]:
    """Read the value of a constraint whose own row says how documents put it."""
    return lambda match, _: [
        (keyword, number(match["number"]) if "number" in match.re.groupindex else True)
    ]


_MIN, _MAX = rf"(?P<min>{NUMBER})", rf"(?P<max>{NUMBER})"
_LOW, _HIGH = rf"(?P<min>[-−]?{NUMBER})", rf"(?P<max>[-−]?{NUMBER})"
_RULES = (
    *(
        Rule(row.reads, _by_row(row.keyword), *row.types)
        for row in CONSTRAINTS.values()
        if row.reads
    ),
    Rule(
        rf"超[过出]\s?(?P<number>{NUMBER})个?\s?(?:utf-?8)?\s?(?:字符|汉字|字(?!节))[^,。;\n]{{0,6}}截断",
        _truncates,
        "string",
        None,
    ),
    Rule(
        r"(?:取值范围\s?:?\s?)?昨天(?:至|到|~|-)前\s?(?P<days>\d{1,5})\s?天",
        lambda match, _: [("minDaysAgo", 1), ("maxDaysAgo", int(match["days"]))],
        "integer",
        None,
    ),
    Rule(
        rf"(?:当|仅当|仅在|仅)?\s?(?P<other>{WORD})\s?(?:为|==?|是|等于)\s?"
        r"(?P<value>[A-Za-z0-9_]{1,15})\s?时,?(?:才)?(?:有效|生效)",
        _counts_with,
    ),
    Rule(
        r"当天的?0[时点](?:0分)?(?:0秒)?(?=\()|填当天的?0[时点](?:0分)?(?:0秒)?"
        r"|(?:当天|当日|每日)的?0[时点](?:0分)?(?:0秒)?的?时间戳",
        lambda *_: [("format", "day")],
        "integer",
        None,
    ),
    Rule(
        rf"(?:(?:取值|范围|有效值|长度|数量|个数|大小|限制|限定|仅?支持|介于|可填|可选|要求|必须)(?:范围|限制|区间)?"
        rf"\s?(?:应?为|是|:|在|介于)?){{1,2}}\s?\(?\s?{_LOW}{_TO}{_HIGH}{UNIT}\)?{_END}(?:之间|以内)?",
        _bounds,
    ),
    Rule(
        rf"(?:(?:取值|范围|区间)(?:范围|区间)?\s?(?:为|是|:|在)?){{0,2}}\s?(?P<opening>[\[(])\s?{_LOW}\s?"
        rf"(?:,|~)\s?{_HIGH}\s?(?P<closing>[\])]){UNIT}",
        _bounds,
    ),
    Rule(
        rf"{_LOW}{_TO}{_HIGH}\s?(?:(?P<unit>{_CHARACTERS}|{_BYTES}|{_COUNTED})"
        r"|(?=之间|以内|的(?:整|自然)?数))(?:之间|以内|的(?:整|自然)?数)?",
        _bounds,
    ),
    Rule(rf"{AT_MOST}\s?{_MAX}{UNIT}{_END}", _bounds),
    Rule(rf"{AT_LEAST}\s?{_MIN}{UNIT}{_END}", _bounds),
    Rule(rf"{_MUST}(?P<opening>大于)\s?{_MIN}{UNIT}{_END}", _bounds, "integer"),
    Rule(rf"{_MUST}(?P<closing>小于)\s?{_MAX}{UNIT}{_END}", _bounds, "integer"),
    Rule(rf"(?<![~〜∼–—−-]){_MAX}{UNIT}\s?(?:以内|之内|以下)", _bounds),
    Rule(
        rf"(?:默认|缺省)(?:值)?(?:与|同)\s?(?P<other>{WORD})(?:相同|一致)?",
        lambda match, _: [("defaultFrom", match["other"])],
    ),
    Rule(
        r"(?:目前)?仅(?:当|在|限)?[^。;\n]{1,60}?(?:时(?:才)?(?:会)?(?:返回|有)(?:该值|此字段)?"
        r"|会返回该值|有此字段|返回)(?=[。;,)\n]|$|\()"
        r"|(?:当[^。;,\n]{1,40}时,?(?:才)?(?:会)?|只有[^。;\n]{1,40}?才(?:会)?)返回",
        lambda *_: [("condition", True)],
    ),
)
