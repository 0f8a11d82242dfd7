"""Which of several parameters counts where several are given: the others are ignored then."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from .names import LISTED, OWN, PATH, THEM, is_under_condition, meant_by, named_in
from .phrases import Reading

RULE = "ignoredWhenGiven"
SELF = ""
"""Stands for the field in whose row it is said."""

_GIVE_ONE = r"(?:填写?|传(?:入|递|值|参)?|指定|设置|提供|选择|使用|配置|给出)"
_GIVE = rf"(?:{_GIVE_ONE}|存在|有值)"
"""Of one alone these may speak of what the platform has."""
_KIND = r"\s?(?:这?[两三]个)?(?:参数|字段)?(?:的值)?"
_MANY = r"\s?(?:[二两三四五六2-6]\s?者)?(?:都|均|被)?\s?"
_IF = r"(?:如果|若是?|如|当|一旦)?\s?"
_THEN = (
    r"(?:了|有)?值?(?:的?时候?|后|的?情况下|的话)?\s?[,:]?\s?"
    r"(?:则|那么|此时|系统|服务端|平台){0,2}\s?"
)
_TOGETHER = re.compile(
    rf"{_IF}(?:(?<!不)同时\s?{_GIVE}(?:了|有)?\s?(?P<behind>{LISTED}){_KIND}"
    rf"|(?P<before>{LISTED}){_KIND}{_MANY}同时被?\s?{_GIVE}"
    rf"|(?:{THEM}|(?<![^,;。:(\s如果若当]))(?:都|均|被)?\s?同时被?\s?{_GIVE}"
    rf"|(?<![\w\"'])(?:{OWN})?(?:与|和|跟)\s?(?P<other>{PATH}){_KIND}同时\s?{_GIVE}){_THEN}"
)
"""Several parameters are given."""
_ORDERED = re.compile(
    rf"{_IF}(?:[二两三四五六2-6]\s?者|{LISTED}|多个)?{_KIND}(?<!不)同时\s?{_GIVE}{_THEN}"
    rf"按照?\s?(?P<order>{LISTED})\s?的?(?:优先顺序|优先级(?:顺序)?|优先次序|先后顺序|顺序|次序)"
    r"(?:取参|取值|选取|选择|取用|生效|处理|使用|来?取)"
)
_ONE_GIVEN = re.compile(
    rf"{_IF}(?<![未不没无需须有要能])(?:已经?)?{_GIVE_ONE}(?:了|有)?\s?(?P<one>{PATH}(?:\s?或者?\s?{PATH}){{0,3}})"
    rf"{_KIND}{_THEN}"
)
_ONE = rf"(?:{PATH}|{OWN}|[前后]者)"
_BESIDE = rf"\s?(?:[、/和与及]|以及)\s?(?:[\u4e00-\u9fff]{{1,6}}的)?{_ONE}{_KIND}"
_MORE = rf"{_ONE}{_KIND}(?:{_BESIDE}|\s?,\s?{_ONE}{_KIND}){{0,8}}"
_AFTER = rf"{_ONE}{_KIND}(?:{_BESIDE}){{0,8}}"
"""Behind the verb a comma ends what it is about: `忽略a,b必填`."""
_LOST = r"(?:忽略|不生效|不会生效|无效|失效|不起作用)(?:掉|了)?(?=[\s,。;:()]|且|并|$)"
_ALONE = r"(?![\w.、]|\s?(?:的|[和与及或]))"
"""Behind a name: it is all of it, and no part of it is meant, as in `a的前缀`."""
_WINS = re.compile(
    rf"(?:(?:将|会|只|仅|优先|统一|均|都){{0,3}}(?:以|按)\s?(?P<by>{_ONE}){_KIND}(?:的内容)?为(?:准|主)"
    rf"|(?:将|会|只|仅|优先|只会|仅会){{0,3}}(?:使用|采用|取用?|选用)\s?(?P<used>{_ONE})(?:的值)?{_ALONE}"
    rf"|(?:只有|仅有?|优先)\s?(?P<alone>{_ONE}){_KIND}(?:才?会?)(?:生效|有效|起作用)"
    rf"|(?P<first>{_ONE}){_KIND}优先(?!级))"
)
_LOSES = re.compile(
    rf"(?:将|会|将会)?忽略\s?(?P<ignored>{_AFTER}){_ALONE}"
    rf"|(?P<gone>{_MORE})(?:都|均|就|则|也){{0,2}}(?:将|会|将会)?被?{_LOST}"
    rf"|(?P<own>)(?:将|会|将会)?被?{_LOST}"
)
_EACH = re.compile(_ONE)
_MAY_SAY = re.compile(r"[忽无失]|为[准主]|优先|不[会生起]|[使采取选]|生效")

Losers = Mapping[str, Sequence[str]]
"""Each parameter that is ignored, and those of which one is given then."""


def read_precedence(reading: Reading, *, is_row: bool) -> str:
    """Add which parameters are ignored where others are given, all of them by name.

    In the row of a field it may be the field itself that is meant. Returns the text with blanks
    where it says so: no other part of a sentence depends on these conditions.
    """
    if not _MAY_SAY.search(reading.text):
        return reading.text
    found: dict[str, list[str]] = {}
    rest, begin = [*reading.text], len(reading.text)
    for losers, span in [*_ordered(reading), *_of_several(reading), *_of_one(reading)]:
        if reading.is_free(*span) and (is_row or SELF not in {*losers, *_all(losers)}):
            for loser, winners in losers.items():
                known = found.setdefault(loser, [])
                known += [one for one in winners if one not in known]
            reading.hold(*span)
            start, end = span
            rest[start:end], begin = " " * (end - start), min(begin, start)
    if found:
        reading.add(RULE, found, (begin, begin))
    return "".join(rest)


def _all(losers: Losers) -> Sequence[str]:
    return [one for winners in losers.values() for one in winners]


_Said = list[tuple[Losers, tuple[int, int]]]


def _ordered(reading: Reading) -> _Said:
    """Return what an order says: each is ignored where one before it is given."""
    return [
        ({name: names[:at] for at, name in enumerate(names) if at}, match.span())
        for match in reading.matches(_ORDERED)
        if _are_several(names := named_in(match["order"])) and not is_under_condition(match)
    ]


def _of_several(reading: Reading) -> _Said:
    """Return who loses where several are given together: all but the one that counts."""
    found: _Said = []
    for match in reading.matches(_TOGETHER):
        names = _named(match)
        if not _are_several(names) or is_under_condition(match):
            continue
        if wins := _WINS.match(reading.text, match.end()):
            winners = _meant(next(filter(None, wins.groups())), names)
            losers = [one for one in names if one not in winners]
            end = wins.end()
        elif loses := _LOSES.match(reading.text, match.end()):
            losers = _meant(loses["ignored"] or loses["gone"] or "", names)
            winners = [one for one in names if one not in losers]
            end = loses.end()
        else:
            continue
        if losers and winners and {*losers, *winners} == {*names} and len(winners) == 1:
            found.append((dict.fromkeys(losers, winners), (match.start(), end)))
    return found


def _of_one(reading: Reading) -> _Said:
    """Return who loses where a single one is given, or one of some."""
    found: _Said = []
    for match in reading.matches(_ONE_GIVEN):
        loses = _LOSES.match(reading.text, match.end())
        if loses and not is_under_condition(match):
            winners = named_in(match["one"])
            losers = _meant(loses["ignored"] or loses["gone"] or "", ())
            if losers and _are_several([*winners, *losers]):
                found.append((dict.fromkeys(losers, winners), (match.start(), loses.end())))
    return found


def _named(match: re.Match[str]) -> Sequence[str]:
    if match["other"]:
        return [SELF, match["other"]]
    listed = match["behind"] or match["before"]
    return named_in(listed) if listed else meant_by(match)


def _meant(text: str, names: Sequence[str]) -> list[str]:
    """Return the fields that some words mean; of several, `the former` is the first."""
    found = []
    for one in _EACH.findall(text):
        if one in ("前者", "后者"):
            found += [names[0 if one == "前者" else 1]] if len(names) == 2 else []
        else:
            found.append(SELF if re.fullmatch(OWN, one) else one)
    return found if text else [SELF]


def _are_several(names: Sequence[str]) -> bool:
    return len(names) > 1 and len({*names}) == len(names)
