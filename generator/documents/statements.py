"""Prose: quotas, the span of days, fields that need each other, limits that specs only describe."""

from __future__ import annotations

import re
from collections.abc import Callable

from .conditions import read_one_of
from .limits import AT_LEAST, AT_MOST
from .names import PATH, is_under_condition
from .phrases import HAN_NUMBER, NUMBER, WORD, Pairs, Reading, Rule, apply, number
from .precedence import RULE, read_precedence

_COUNTED = r"\s?(?:个|次|条|人|名|组|张)"
_BETWEEN = r"[^\s,。;\d]{0,8}?"
_MOST = r"(?:最多|至多|不(?:能|得|可)?超过|仅可|只能|限)"
_N = rf"(?P<number>{NUMBER}|{HAN_NUMBER})"
_DAYS = r"(?<!\d)(?P<days>\d{1,4})\s?个?(?:自然日|工作日|天|日)之?内"


_PER = {
    "分钟": "minute", "分": "minute", "min": "minute", "minute": "minute",
    "小时": "hour", "h": "hour", "hour": "hour", "月": "month", "个月": "month", "month": "month",
}  # fmt: skip
_TIME = r"(?P<per>分钟|小时|个?月)"


def _quota(days: int | None) -> Callable[[re.Match[str], str | None], Pairs]:
    """Read how often; the days in which, where the phrase itself does not name the time."""

    def states(match: re.Match[str], _: str | None) -> Pairs:
        limit, said = number(match["number"]), match.groupdict()
        time: int | str | None = int(said["days"]) if said.get("days") else days
        time = _PER[said["per"].lower()] if said.get("per") else time
        is_one = isinstance(limit, int) and limit > 0 and time != 0
        return [("quota", (limit, time))] if is_one else []

    return states


_DAYS_OF_A_MONTH = 31
"""Those of the longest: what lies beyond is more than a month, whichever it is."""
_WHEN = r"(?:最近)?(?:[一二两三四五六七八九十半\d]{1,4}\s?)?个?(?:年|月|周|天|日|小时)内"
_AMOUNT = r"[一二两三四五六七八九十百千万\d]"
_RULES = (
    Rule(
        rf"(?:限制)?(?:每|单|一|同一)[天日]内?(?:限制)?{_BETWEEN}{_MOST}{_BETWEEN}\s?{_N}{_COUNTED}",
        _quota(1),
    ),
    Rule(
        rf"每(?:个)?(?:自然)?{_TIME}(?:内)?(?:限制)?[^\s,。;\d]{{0,8}}?{_MOST}{_BETWEEN}\s?{_N}{_COUNTED}",
        _quota(None),
    ),
    Rule(
        rf"每(?:个)?(?:自然)?{_TIME}(?:内)?[^\s,。;\d]{{0,20}}?(?:限制|上限)(?:为|是|:)\s?{_N}{_COUNTED}?"
        r"(?![\d个次条人])",
        _quota(None),
    ),
    Rule(
        rf"(?<![~〜∼–—−-]){_N}{_COUNTED}\s?/\s?(?P<per>分钟|分|min(?:ute)?|小时|h(?:our)?|month|个?月)"
        r"(?![A-Za-z\u4e00-\u9fff])",
        _quota(None),
    ),
    Rule(rf"{_DAYS}[^。;\n]{{0,30}}?{_MOST}[^。;\d\n]{{0,10}}?{_N}{_COUNTED}", _quota(None)),
    Rule(
        rf"(?:每个|每家|一个|单个)(?:企业|应用|公司|商户)[^,。;\n]{{0,16}}?{_MOST}{_BETWEEN}\s?{_N}{_COUNTED}",
        _quota(None),
    ),
    Rule(
        rf"(?:{AT_MOST}|最大|最长)?(?:的)?(?:查询|时间|日期)?(?:跨度|间隔)"
        r"(?:为|是|最大为?|最长为?|最多为?|不(?:能|得|可)?(?:超过|大于))?\s?"
        r"(?:(?P<days>\d{1,4})\s?天|(?:1|一)\s?个(?:自然)?月)",
        lambda match, _: [("maxSpanDays", int(match["days"] or _DAYS_OF_A_MONTH))],
    ),
    Rule(
        rf"每(?:个)?(?:自然)?(?:年|月|周|季度?|小时|分钟|秒)(?:内|钟)?{_BETWEEN}{_MOST}{_BETWEEN}\s?(?:{NUMBER}|{HAN_NUMBER})"
        rf"{_COUNTED}",
        lambda match, _: [("statement", match.group().strip())],
    ),
    Rule(
        rf"{_WHEN}[^,。;\n]{{0,4}}{AT_LEAST}[^,。;\n]{{0,10}}?{_AMOUNT}{{1,12}}\s?(?:次|个|天)"
        rf"|(?:{AT_MOST}|{AT_LEAST})[^,。;\d\n]{{0,10}}(?<![A-Za-z])(?:{NUMBER}|{_AMOUNT}{{1,12}})\s?[^\s,。;\d]{{0,4}}"
        rf"|{NUMBER}\s?[^\s,。;\d]{{0,4}}(?:以内|之内|以下|之间)",
        lambda match, _: [("statement", match.group().strip())],
    ),
)


OF_SEVERAL = frozenset({"requiredUnlessGiven", RULE, "kinds"})
"""What prose states of several fields: `kinds` of those that one beside them chooses among."""
_KINDS = re.compile(
    rf"(?P<home>{PATH})\s?(?:中|里|内)?的?\s?(?:每[一个种条]{{1,2}}|各个?|所有)[^,。;\n]{{0,10}}?"
    rf"(?:必须|必需|需要?|须|应当?|要)\s?(?:与|和|跟)\s?(?P<name>{WORD})\s?(?:字段|参数)?"
    r"(?:的?取?值|所?指定的?(?:类型)?)?\s?(?:保持)?(?:一致|对应|相对应|匹配|相符)"
)


def read_prose(text: str) -> Reading:
    """Read what a line of prose states."""
    reading = Reading(text, None)
    read_one_of(reading, read_precedence(reading, is_row=False))
    for match in reading.matches(_KINDS):
        if not is_under_condition(match):
            reading.add("kinds", (match["home"], match["name"]), match.span())
    apply(reading, _RULES)
    return reading
