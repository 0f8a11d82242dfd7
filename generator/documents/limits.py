"""Limits stated in words: what a phrase of a table's row means for a field of its type.

Every quantifier is bounded, so that no text takes long to read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ..spec.constraints import CONSTRAINTS, Constraint

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
"""Behind a number without a known unit no other one may stand: `7天` is no 7."""


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

    def taken(self, start: int, end: int) -> bool:
        """Say whether a part of the text overlaps with one that was read."""
        return any(self._taken[start:end])

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


def read_limits(text: str, kind: str | None) -> Reading:
    """Read every limit of a field of this type (None: not known)."""
    reading = Reading(text, kind)
    for pattern, rule in _RULES:
        for match in pattern.finditer(text):
            if not reading.taken(*match.span()):
                for name, value in rule(match, reading):
                    reading.add(name, value, match.span())
    return reading


def not_taken(reading: Reading) -> Iterator[str]:
    """Yield each phrase that looks like a limit and that no rule took."""
    for match in _LIMIT_LIKE.finditer(reading.text):
        if not reading.taken(*match.span()):
            yield match.group().strip()


_LIMIT_LIKE = re.compile(
    rf"[^,。;!\n]{{0,8}}(?:{AT_MOST}|{AT_LEAST}|取值范围|上限|下限|最多|至多|最大|最小|最长|最短|最少"
    r"|至少|不超过|范围(?:为|是|:))"
    r"[^,。;!\n]{0,6}?[\d一二两三四五六七八九十百千万]{1,20}[^,。;!\s]{0,8}"
    rf"|{NUMBER}\s?[^,。;!\s\d]{{0,4}}(?:以内|之内|以下|之间)|{_MUST}(?:大于|小于)\s?{NUMBER}"
    rf"|(?:默认|缺省)(?:值)?(?:为|是|:|取)?\s?\d[^,。;!\s]{{0,8}}|超[过出]\s?{NUMBER}[^,。;\n]{{0,12}}截断",
    re.I,
)

Pairs = list[tuple[str, Any]]
_Rule = Callable[[re.Match[str], Reading], Pairs]


def _limit_names(match: re.Match[str], kind: str | None) -> tuple[str, str] | None:
    """Return the names of the least and the greatest for a type and a unit, if they go together."""
    unit = (match["unit"] or "").replace(" ", "").lower()
    is_text = kind in ("string", None)
    if "字节" in unit or "byte" in unit:
        return ("minBytes", "maxBytes") if is_text else None
    if "字" in unit or "汉" in unit or "中" in unit or "char" in unit:
        return ("minLength", "maxLength") if is_text else None
    if kind == "array" or (kind is None and unit):
        return "minItems", "maxItems"
    if kind in ("integer", "number"):
        return ("minimum", "maximum") if unit != "位" else None
    if kind == "string":
        is_length = not unit or unit == "位" or "长" in match.group()
        return ("minLength", "maxLength") if is_length and "值" not in match.group() else None
    if kind is None:
        return ("minLength", "maxLength") if "长" in match.group() else ("minimum", "maximum")
    return None


def _bounds(match: re.Match[str], reading: Reading, low: float | None, high: float | None) -> Pairs:
    names = _limit_names(match, reading.kind)
    values = [value for value in (low, high) if value is not None]
    must_be_whole = names is not None and (names[0] != "minimum" or reading.kind == "integer")
    if names is None or (must_be_whole and any(isinstance(value, float) for value in values)):
        return []
    if names[0] != "minimum" and any(value < 0 for value in values):
        return []
    if low is not None and high is not None and low > high:
        return []
    pairs = zip(names, (low, high), strict=True)
    return [(name, value) for name, value in pairs if value is not None]


def _range(match: re.Match[str], reading: Reading) -> Pairs:
    return _bounds(match, reading, *(_signed(match[name]) for name in ("low", "high")))


def _interval(match: re.Match[str], reading: Reading) -> Pairs:
    """Read `[1, 100]`; a round bracket leaves its own number out."""
    low, high = (_signed(match[name]) for name in ("low", "high"))
    is_open = match["opening"] == "(" or match["closing"] == ")"
    if is_open and reading.kind not in ("integer", "array"):
        return []
    return _bounds(
        match, reading, low + (match["opening"] == "("), high - (match["closing"] == ")")
    )


def _signed(text: str) -> int | float:
    return -number(text[1:]) if text[0] in "-−" else number(text)


def _at_most(match: re.Match[str], reading: Reading) -> Pairs:
    return _bounds(match, reading, None, number(match["number"]))


def _at_least(match: re.Match[str], reading: Reading) -> Pairs:
    return _bounds(match, reading, number(match["number"]), None)


def _beyond(match: re.Match[str], reading: Reading) -> Pairs:
    """Read `must be greater than 0`: the next whole number is the bound."""
    if reading.kind != "integer":
        return []
    value = number(match["number"])
    if match["side"] == "大于":
        return _bounds(match, reading, value + 1, None)
    return _bounds(match, reading, None, value - 1)


def _truncates(match: re.Match[str], reading: Reading) -> Pairs:
    value = number(match["number"])
    fits = reading.kind in ("string", None) and isinstance(value, int) and value > 0
    return [("truncatesAt", value)] if fits else []


def _days_back(match: re.Match[str], reading: Reading) -> Pairs:
    if reading.kind not in ("integer", None):
        return []
    return [("minDaysAgo", 1), ("maxDaysAgo", int(match["days"]))]


def _counts_with(match: re.Match[str], _: Reading) -> Pairs:
    value = match["value"]
    return [("ignoredUnless", {match["other"]: int(value) if value.isdigit() else value})]


def _constant(name: str, value: Any, *kinds: str | None) -> _Rule:
    return lambda match, reading: [(name, value)] if not kinds or reading.kind in kinds else []


def _by_row(row: Constraint) -> _Rule:
    """Read what a constraint's own row says of documents."""

    def read(match: re.Match[str], reading: Reading) -> Pairs:
        value = number(match["number"]) if "number" in match.re.groupindex else True
        return [(row.keyword, value)] if reading.kind in row.types else []

    return read


def _rule(pattern: str, rule: _Rule) -> tuple[re.Pattern[str], _Rule]:
    return re.compile(pattern, re.I), rule


_N = rf"(?P<number>{NUMBER})"
_LOW, _HIGH = rf"(?P<low>[-−]?{NUMBER})", rf"(?P<high>[-−]?{NUMBER})"
_DAY = _constant("format", "day", "integer", None)
_RULES: list[tuple[re.Pattern[str], _Rule]] = [
    *(_rule(row.reads, _by_row(row)) for row in CONSTRAINTS.values() if row.reads),
    _rule(
        rf"超[过出]\s?{_N}个?\s?(?:utf-?8)?\s?(?:字符|汉字|字(?!节))[^,。;\n]{{0,6}}截断",
        _truncates,
    ),
    _rule(r"(?:取值范围\s?:?\s?)?昨天(?:至|到|~|-)前\s?(?P<days>\d{1,5})\s?天", _days_back),
    _rule(
        rf"(?:当|仅当|仅在|仅)?\s?(?P<other>{WORD})\s?(?:为|==?|是|等于)\s?"
        r"(?P<value>[A-Za-z0-9_]{1,15})\s?时,?(?:才)?(?:有效|生效)",
        _counts_with,
    ),
    _rule(
        r"当天的?0[时点](?:0分)?(?:0秒)?(?=\()|填当天的?0[时点](?:0分)?(?:0秒)?"
        r"|(?:当天|当日|每日)的?0[时点](?:0分)?(?:0秒)?的?时间戳",
        _DAY,
    ),
    _rule(
        rf"(?:(?:取值|范围|有效值|长度|数量|个数|大小|限制|限定|仅?支持|介于|可填|可选|要求|必须)(?:范围|限制|区间)?"
        rf"\s?(?:应?为|是|:|在|介于)?){{1,2}}\s?\(?\s?{_LOW}{_TO}{_HIGH}{UNIT}\)?{_END}(?:之间|以内)?",
        _range,
    ),
    _rule(
        rf"(?:(?:取值|范围|区间)(?:范围|区间)?\s?(?:为|是|:|在)?){{0,2}}\s?(?P<opening>[\[(])\s?{_LOW}\s?"
        rf"(?:,|~)\s?{_HIGH}\s?(?P<closing>[\])]){UNIT}",
        _interval,
    ),
    _rule(
        rf"{_LOW}{_TO}{_HIGH}\s?(?:(?P<unit>{_CHARACTERS}|{_BYTES}|{_COUNTED})"
        r"|(?=之间|以内|的(?:整|自然)?数))(?:之间|以内|的(?:整|自然)?数)?",
        _range,
    ),
    _rule(rf"{AT_MOST}\s?{_N}{UNIT}{_END}", _at_most),
    _rule(rf"{AT_LEAST}\s?{_N}{UNIT}{_END}", _at_least),
    _rule(rf"{_MUST}(?P<side>大于|小于)\s?{_N}{UNIT}{_END}", _beyond),
    _rule(rf"(?<![~〜∼–—−-]){_N}{UNIT}\s?(?:以内|之内|以下)", _at_most),
    _rule(
        rf"(?:默认|缺省)(?:值)?(?:与|同)\s?(?P<other>{WORD})(?:相同|一致)?",
        lambda match, _: [("defaultFrom", match["other"])],
    ),
    _rule(
        r"(?:目前)?仅(?:当|在|限)?[^。;\n]{1,60}?(?:时(?:才)?(?:会)?(?:返回|有)(?:该值|此字段)?"
        r"|会返回该值|有此字段|返回)(?=[。;,)\n]|$|\()"
        r"|(?:当[^。;,\n]{1,40}时,?(?:才)?(?:会)?|只有[^。;\n]{1,40}?才(?:会)?)返回",
        _constant("condition", True),
    ),
]
