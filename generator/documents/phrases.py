"""How words are read: rules that find phrases, and what of a text they took.

Every quantifier is bounded, so that no text takes long to read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

NUMBER = (
    r"(?:(?<![\d.])\d{1,2}\^\d{1,2}\^?"
    r"|(?<![\d.^])\d(?:[\d,]{0,14}\d)?(?:\.\d{1,6})?(?![\d.]*\d|\^)\s?(?:[万千亿](?!字))?)"
)
_HAN = "[一二两三四五六七八九]"
_ANY_DIGIT, _ANY_HAN = re.compile(r"\d"), re.compile(r"[一二两三四五六七八九十百千\d]")
"""What a text has to have for most of the rules: it saves a search each."""
HAN_NUMBER = (
    r"(?<![一二两三四五六七八九十百千万零\d])(?=[一二两三四五六七八九十百千])"
    rf"(?:{_HAN}?千)?(?:{_HAN}?百)?(?:{_HAN}?十)?{_HAN}?万?(?![一二两三四五六七八九十百千万零\d])"
)
WORD = r"(?<![A-Za-z0-9_])[A-Za-z_][A-Za-z0-9_]{0,63}"
_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_TENS = {"十": 10, "百": 100, "千": 1000}
_UNITS = {"万": 10_000, "千": 1_000, "亿": 100_000_000}


@dataclass(frozen=True)
class Found:
    """One limit: its rule, its value, and the part of the text that states it."""

    rule: str
    value: Any
    start: int
    end: int


_TEXTUAL = frozenset(
    {
        "condition",
        "statement",
        "requiredWhen",
        "requiredUnlessGiven",
        "forbiddenWhenGiven",
        "ignoredWhenGiven",
        "kinds",
    }
)
"""Rules whose text stays in the residue, where a change of it is seen.

Their value is the text itself, or specs may state what no document words so that it is read.
"""


@dataclass
class Reading:
    """What was read in one text."""

    text: str
    kind: str | None
    found: list[Found] = field(default_factory=list)
    open: list[tuple[str, int, str]] = field(default_factory=list)
    """What no rule took or what cannot be stated: the phrase, where it starts, and why."""
    _taken: bytearray = field(init=False)

    def __post_init__(self) -> None:
        self._taken = bytearray(len(self.text))

    def add(self, rule: str, value: Any, span: tuple[int, int]) -> None:
        """Note what a part of the text states."""
        start, end = span
        self.found.append(Found(rule, value, start, end))
        self._taken[start:end] = b"\1" * (end - start)

    def open_at(self, start: int, end: int, why: str) -> None:
        """Note a phrase that is left open: no rule reads in it any more, it stays a text."""
        if start < end:
            self.open.append((self.text[start:end].strip(), start, why))
            self.hold(start, end)

    def hold(self, start: int, end: int) -> None:
        """Keep other rules from a part of the text, which stays in the residue."""
        end = min(end, len(self.text))
        self._taken[start:end] = b"\1" * (end - start)

    def is_free(self, start: int, end: int) -> bool:
        """Say whether nothing was read from this part so far."""
        return not any(self._taken[start:end])

    def drop(self, rule: str) -> None:
        """Forget what was read by a rule; its text counts as not read."""
        dropped = [one for one in self.found if one.rule == rule]
        self.found = [one for one in self.found if one.rule != rule]
        for one in dropped:
            self._taken[one.start : one.end] = bytes(one.end - one.start)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield where a pattern matches what nothing was read from so far."""
        for match in pattern.finditer(self.text):
            if self.is_free(*match.span()):
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
    bare = digits.replace(",", "").replace(" ", "").rstrip("^")
    if "^" in bare:
        base, _, power = bare.partition("^")
        raised: int = int(base) ** int(power)
        return raised
    if bare[:1] in _DIGITS or bare[:1] in _TENS:
        return _han(bare)
    factor = _UNITS.get(bare[-1:], 1)
    value = float(bare.rstrip("万千亿")) * factor
    return int(value) if value == int(value) else value


def _han(text: str) -> int:
    """Return a number in Chinese digits: `十`, `三百`, `两千五百`."""
    total = digit = 0
    for char in text.rstrip("万"):
        if char in _TENS:
            total, digit = total + (digit or 1) * _TENS[char], 0
        else:
            digit = _DIGITS[char]
    return (total + digit) * (10_000 if text.endswith("万") else 1)


Pairs = Sequence[tuple[str, Any]]


class Rule:
    """A phrase, what it states as keywords with values, and for fields of which types it does."""

    def __init__(
        self,
        pattern: str,
        states: Callable[[re.Match[str], str | None], Pairs | str],
        *kinds: str | None,
    ) -> None:
        """Compile the pattern; without `kinds` the rule is one for every type.

        What states nothing may say why: the phrase is left open then.
        """
        self.pattern = re.compile(pattern, re.I)
        self.needs = _ANY_HAN if "一二" in pattern else _ANY_DIGIT if NUMBER in pattern else None
        self.states = states
        self.kinds = kinds


def apply(reading: Reading, rules: Iterable[Rule]) -> None:
    """Add what the rules find to what was read; what is first wins."""
    numbers = {one for one in (_ANY_DIGIT, _ANY_HAN) if one.search(reading.text)}
    for rule in rules:
        if rule.kinds and reading.kind not in rule.kinds:
            continue
        if rule.needs and rule.needs not in numbers:
            continue
        for match in reading.matches(rule.pattern):
            pairs = rule.states(match, reading.kind)
            if isinstance(pairs, str):
                reading.open_at(*match.span(), pairs)
                continue
            hedge = _hedge(reading.text, match, pairs)
            if hedge is None:
                for name, value in pairs:
                    reading.add(name, value, match.span())
            elif hedge:
                reading.open_at(*match.span(), hedge)
            else:
                reading.hold(*match.span())


ONLY_WHEN = "a limit that holds only under a condition"
OTHERWISE = "a limit with another one beside it"
OF_ANOTHER = "a limit of something else than the field"
_OF_ALL = re.compile(r"总(?:人|次)数\s?$")
_ADVICE = re.compile(r"(?:建议|推荐|尽量|最好|一般|通常)[^,。;\n]{0,8}$")
_WHEN = re.compile(
    r"(?:[A-Za-z_][A-Za-z0-9_]{0,40}|[\u4e00-\u9fff]{2,8})\s?(?:为|是|==?|等于)\s?[^,。;\n]{1,20}?"
    r"(?:时(?![的间长区效候刻])|的情况下)(?!,?\s?(?:才)?(?:会)?(?:有效|生效|返回))"
)
_OR = re.compile(
    r"[^。;\n\d]{0,12}?或者?\s?(?:最多)?\s?\d{1,9}\s?个"
    r"|[^。,;\n\d]{1,8}?[和及与、]\s?(?:最多)?\s?\d{1,9}\s?[个人名条位]"
)
_BACK = 80


def _hedge(text: str, match: re.Match[str], pairs: Pairs) -> str | None:
    """Say why a bound is not to be stated as it is; empty: it is advice; None: nothing is."""
    if not any(name[:3] in ("min", "max") for name, _ in pairs):
        return None
    before = text[max(0, match.start() - _BACK) : match.start()]
    if _ADVICE.search(before[-16:]):
        return ""
    if _OF_ALL.search(before):
        return OF_ANOTHER
    if _is_conditional(re.split(r"[。;\n]", before)[-1]):
        return ONLY_WHEN
    return OTHERWISE if _OR.match(text, match.end()) else None


def _is_conditional(sentence: str) -> bool:
    """Say whether a condition governs what follows this part of a sentence.

    In `当a为1时必填,最多9个` it governs the first clause alone.
    """
    conditions = list(_WHEN.finditer(sentence))
    if not conditions:
        return False
    first, *others = sentence[conditions[-1].end() :].split(",")
    return not others or not first.strip() or others[-1].lstrip()[:1] in ("且", "并", "则")
