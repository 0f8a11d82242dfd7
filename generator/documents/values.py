"""Values stated in words: those that a field may have, with their meanings.

A list is read whole or not at all: where a second, cruder count finds more values than were read,
nothing is stated and the phrase is reported. A client that refuses a value which the server
accepts is worse than one that knows no values.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from .phrases import Reading
from .wordlists import Listed, bare_values, counted, word_values

LISTED_OPEN = "an open list of values"
COMBINED = "values that combine with each other: no keyword says that"
IN_PART = "values in words that no rule took as a whole"
WRONG_TYPE = "values that the field's type cannot have"
TWICE = "a value with a second meaning"

_VALUE = r"(?:0x[0-9a-f]{1,8}|[-−]?\d{1,10})(?![\d.]*\d)"
_ALONE = (
    r"(?:(?<![A-Za-z0-9_.~/^#\\+%$=<>≥≤-])|(?<=[\u4e00-\u9fff)]/))"
    r"(?<![第注录表图非于前后过近每约达满共节骤题型者])"
)
"""What stands before a value; words such as `注1:` number something else."""
_APART = r"(?:(?<=^)|(?<=[\n;,。:、(\s]))"
_OR_NONE = r"(?:\s?或(?:者)?(?:不填|不传|为?空|缺省|默认)|\s?\((?:默认|缺省|推荐)[^()\n]{0,10}\))?"
_COUNTER = (
    r"(?!个(?![人体性])|分钟|小时|毫秒|字[节符]|像素|工作日|自然日|[或和到至及以]"
    r"|[个条次位名人天年月日时分秒元张种类项组字页倍件本](?:[\s,;。、)\n内以之前后]|$))"
)
"""Behind these a number counts: `3 天` is no value with a meaning."""
_DUTY = r"(?!\s?(?:必填|必须|必选|必传|有效|生效|返回|才|填|需|忽略|选填|时))"
_SEPS = (
    r"\s?(?:->|=>|→|:|={1,2}|-{1,2}|–|—|−)(?:\s(?![/:=)?,;。])|(?![\d\s/:=)?,;。\n-]))\s?",
    r"\s?(?:表示|代表|指的?是)\s?:?\s?",
)
_WEAK_SEPS = (
    rf"\s?(?:为|是|即)(?![\s\d,;。\n必空])\s?{_DUTY}",
    rf"\s(?=[\u4e00-\u9fff]){_COUNTER}",
    r"(?=(?:是|否|男|女|开|关|有|无|未|已)[\u4e00-\u9fff]{0,4}(?:[\s,;、。)\n]|$))",
)
_STRONG = re.compile(
    rf"(?:{_ALONE}|(?<=[\n\s;,。:、(])(?=[-−]))(?P<value>{_VALUE}){_OR_NONE}(?:{'|'.join(_SEPS)})",
    re.I,
)
_WEAK = re.compile(rf"{_APART}(?P<value>{_VALUE}){_OR_NONE}(?:{'|'.join(_WEAK_SEPS)})", re.I)
_WHEN = re.compile(
    rf"{_APART}(?:当|若|如果|如)?(?:该|此)?(?:取?值|参数|字段)?(?:为|是|等于|={{1,2}})\s?(?P<value>{_VALUE})"
    rf"\s?(?:时|则|的时候)\s?,?\s?(?:则|为|是|表示|代表|:){{0,2}}{_DUTY}\s?(?=[^\s,;。\n])",
    re.I,
)
_QUOTED = re.compile(rf"(?P<value>[\"'“‘「](?:{_VALUE})[\"'”’」])\s?(?:{'|'.join(_SEPS)})", re.I)
_NUMBERED = re.compile(rf"{_APART}(?P<value>\d{{1,3}})\s?[.、)]\s?(?=[^\s\d.,;。\n])")
_BEHIND = re.compile(
    rf"(?P<meaning>(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{{1,16}})\s?[:=-]\s?(?P<value>{_VALUE})(?=[,;。、)\s]|$)"
)
_IN_BRACKETS = re.compile(
    rf"{_APART}(?P<value>{_VALUE})\s?\((?P<meaning>[^()\n]{{0,60}}[\u4e00-\u9fff][^()\n]{{0,60}})\)",
    re.I,
)
_BEFORE_BRACKETS = re.compile(
    rf"(?P<meaning>(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{{1,16}})\s?\(\s?(?P<value>{_VALUE})\s?\)",
    re.I,
)
_BEFORE_DIGITS = re.compile(
    rf"{_APART}(?P<value>{_VALUE})\s?(?:(?!:\d\d(?!\d))[:=]|-)\s?(?=\d)|(?!)(?P<apart>)"
)
"""`2:1对1`, `2-3天`: a value with its meaning, or a time, or a range; nothing says which."""
_LONE = re.compile(rf"{_VALUE}|[A-Za-z_][A-Za-z0-9_]{{0,63}}", re.I)
_ENDS_IN_VALUE = re.compile(
    rf"[、/或和]\s?{_VALUE}$|[、/或和]\s?[A-Za-z_][A-Za-z0-9_]{{0,40}}$", re.I
)
_SPLIT = re.compile(r"[,;、/|\s。或和:]+")
_CRUDE = re.compile(
    rf"(?:{_ALONE}(?P<value>{_VALUE})(?:\s?\([^()\n]{{0,12}}\))?\s{{0,2}}"
    rf"(?:[:=→]|->|[-–—−]{{1,2}}(?!\s?\d)|表示|代表|{_OR_NONE[:-1]}\s?(?:表示|代表|为|是))\s{{0,2}}"
    rf"(?=[^\d\s,;。/)=:-])|{_APART}(?P<apart>{_VALUE})\s?(?:为|是|即|\s){_DUTY}{_COUNTER}(?=[\u4e00-\u9fff]))",
    re.I,
)
_RANGE = re.compile(
    rf"{_APART}(?P<value>\d{{1,10}})\s?(?:~|至|到|-|–|—)\s?\d{{1,10}}\s?(?P<apart>[:=]|表示|代表|\s-\s)\s?"
    r"(?=[\u4e00-\u9fff])"
)
_RUN_TOGETHER = re.compile(
    rf"{_APART}(?P<value>\d{{1,3}})\s?[:=]\s?[A-Za-z_][A-Za-z_.]{{1,40}}?(?P<apart>\d{{1,3}})\s?[:=]\s?[A-Za-z_]"
)
"""`1:desk2:shelf`: where a word ends and the next value begins, nothing says."""
_OTHERS = re.compile(
    r"(?:其[他它余](?:取?值|数字|数值|整数)?"
    r"|(?:非|[大小高低多少]于(?:等于)?|[><≥≤]=?)\s?-?\d{1,10})"
    r"\s?(?:[:=-]|表示|代表|为|是|则)"
)
_COMBINES = re.compile(
    r"按位|位或|位运算|掩码|二进制位|bit(?:mask|s\b| ?位)|位标"
    r"|之和|相加|叠加|可组合|多值|可多选|支持多选"
    r"|(?:多个|多种|多值)[^。;\n]{0,16}?(?:分隔|隔开|分开|连接|拼接|组合)",
    re.I,
)
_BEFORE_OPEN = re.compile(
    r"(?:如|例如|比如|譬如|诸如|包括|包含|举例|目前(?:分别)?有|部分|常见的?(?:有|值)?)"
    r"(?:但不限于|以下|下面|如下|[几多两三四五六七八九\d]|种|个|类|值|情况|:|,|\s){0,6}(?:\d{1,2}\s?[.)、]\s?)?$"
)
_AFTER_OPEN = re.compile(r"\s?(?:等等?(?![于级待])|…|\.\.\.|\betc)")
_ENDS_OPEN = re.compile(r"[^等平同高初中优均相特稍不一二三四]等$|[^\s]{2}等等$|\.\.\.$|…$|\betc$")
_ENDS = re.compile(r"[;,。\n]|\s?(?=(?:默认|缺省|不填)(?:值|情况下)?\s?(?:为|是|:|取|则|=|\d))")
_ANY_LETTER, _ANY_DIGIT = re.compile(r"[A-Za-z]"), re.compile(r"\d")
_CONDITIONS = re.compile(
    r"(?:以下|下列|如下|下面|满足|符合)[^。;\n]{0,6}(?:条件|要求|规则|规范|规定)[:\s]*$|注意(?:事项)?[:\s]*$"
)
"""What is numbered behind these is to be heeded, and nothing that a field may be."""
_MAX_MEANING = 200
_SHORT = 20


def read_values(reading: Reading, element: str | None = None) -> None:
    """Add the values that a text states for a field, or for the elements of an array."""
    kind = reading.kind
    if kind == "boolean":
        return
    if kind == "array":
        kind = element if element in ("string", "integer", "number") else "element"
    items = _listed(reading, kind)
    if not items:
        _report_missed(reading, kind)
        return
    if _CONDITIONS.search(reading.text[: items[0].start][-_SHORT:]):
        return
    start, end = items[0].start, items[-1].end
    why = WRONG_TYPE if element == "object" else _why_not(reading, kind, items)
    if why:
        reading.open_at(start, end, why)
        return
    known: dict[Any, str] = {}
    for one in items:
        key = _key(one.value, kind)
        if known.setdefault(key, one.meaning) == one.meaning:
            reading.add("enum", (key, one.meaning), (one.start, one.end))
        else:
            reading.open_at(one.start, one.end, TWICE)


def _listed(reading: Reading, kind: str | None) -> list[Listed]:
    """Return the list of values in the text, in its most telling notation; empty: there is none."""
    text = reading.text
    may_be_words = kind in ("string", None, "element") and _ANY_LETTER.search(text)
    if may_be_words and (words := word_values(text)):
        return words
    if kind == "object" or not _ANY_DIGIT.search(text):
        return []
    if kind in ("integer", "number"):
        bare = [one for one in bare_values(text) if _is_number(one.value)]
        if len(bare) > 1:
            return bare
    for patterns in ((_STRONG, _QUOTED, _WHEN), (_STRONG, _QUOTED, _WHEN, _WEAK), (_NUMBERED,)):
        is_weak = _WEAK in patterns or _NUMBERED in patterns
        if kind == "string" and is_weak:
            continue
        items = _items(text, _marks(text, patterns))
        if is_weak:
            items = _joined(text, items)
        # `1. 2. 3.` may as well number remarks
        is_list = _NUMBERED not in patterns or all(len(one.meaning) <= _SHORT for one in items)
        if len({one.value for one in items}) > 1 and is_list:
            return items
    return _behind_meanings(text)


def _behind_meanings(text: str) -> list[Listed]:
    """Return a list such as `1(开)、2(关)`, `开(1)、关(2)` or `开:1,关:2`."""
    for pattern in (_IN_BRACKETS, _BEFORE_BRACKETS, _BEHIND):
        matches = list(pattern.finditer(text))
        items = [Listed(one["value"], one["meaning"], *one.span()) for one in matches]
        items = _joined(text, items)
        values = {one.value for one in items}
        if len(values) < 2 or len({one.meaning for one in items}) < len(items):
            continue
        if pattern is not _BEHIND or sorted(values)[0] in ("-1", "0", "1"):
            return items
    return []


def _marks(text: str, patterns: Sequence[re.Pattern[str]]) -> list[re.Match[str]]:
    """Return where a value with a separator stands, in the text's order, without overlaps."""
    marks: list[re.Match[str]] = []
    for mark in sorted(
        (one for pattern in patterns for one in pattern.finditer(text)),
        key=lambda one: (one.start("value"), -one.end()),
    ):
        if not marks or mark.start("value") >= marks[-1].end():
            marks.append(mark)
    return marks


def _items(text: str, marks: Sequence[re.Match[str]]) -> list[Listed]:
    items = []
    for index, mark in enumerate(marks):
        limit = marks[index + 1].start() if index + 1 < len(marks) else len(text)
        end = _end_of_meaning(text, mark.end(), min(limit, mark.end() + _MAX_MEANING))
        meaning = text[mark.end() : end].strip(" 、-,;/").rstrip("或 ")
        if meaning:
            end = mark.end() + text[mark.end() : end].index(meaning) + len(meaning)
            items.append(
                Listed(mark["value"].strip("\"'“”‘’「」"), meaning, mark.start("value"), end)
            )
    return items


def _end_of_meaning(text: str, start: int, limit: int) -> int:
    """Return where a meaning ends: what stands in brackets belongs to it, whatever it is."""
    closing = _brackets(text, start, limit)
    position = start
    while position < limit:
        if position in closing:
            position = closing[position] + 1
        elif text[position] == ")" or (position > start and _ENDS.match(text, position)):
            break
        else:
            position += 1
    return position


def _brackets(text: str, start: int, limit: int) -> dict[int, int]:
    """Return where each bracket that is closed in its line opens and closes."""
    opened: list[int] = []
    closing: dict[int, int] = {}
    for position in range(start, limit):
        char = text[position]
        if char == "(":
            opened.append(position)
        elif char == ")" and opened:
            closing[opened.pop()] = position
        elif char == "\n":
            opened.clear()
    return closing


def _joined(text: str, items: Sequence[Listed]) -> list[Listed]:
    """Return the longest part of a list with nothing but separators between its values."""
    best, first = (0, 0), 0
    for index, one in enumerate(items):
        if index > first and text[items[index - 1].end : one.start].strip(" ,;。、\n或"):
            first = index
        best = max(best, (first, index + 1), key=lambda run: run[1] - run[0])
    return list(items[best[0] : best[1]])


def _why_not(reading: Reading, kind: str | None, items: Sequence[Listed]) -> str:
    """Say why a list is not to be stated; empty: it is whole, and the field can have its values."""
    text, start, end = reading.text, items[0].start, items[-1].end
    keys = [_key(one.value, kind) for one in items]
    if kind == "object" or not _may_be_listed(keys, kind):
        return WRONG_TYPE
    if _COMBINES.search(text):
        return COMBINED
    before, after = text[max(0, start - 24) : start], text[end : end + 12]
    if (
        _BEFORE_OPEN.search(before)
        or _AFTER_OPEN.match(after)
        or _ENDS_OPEN.search(items[-1].meaning)
        or _OTHERS.search(text)
        or _RANGE.search(text)
    ):
        return LISTED_OPEN
    if all(isinstance(key, int) for key in keys) or kind == "string":
        found = (one for pattern in (_CRUDE, _BEFORE_DIGITS) for one in reading.matches(pattern))
        crude = {_key(one["value"] or one["apart"], kind) for one in found}
        numbers = {key for key in keys if isinstance(key, int) or _is_number(str(key))}
        if numbers and not crude <= numbers:
            return IN_PART
    if set(counted(text, items[0])) - set(map(str, keys)) or _has_lone_value(text, items):
        return IN_PART
    if _is_numbering(text, items, keys):
        return "numbered phrases that may be values or remarks"
    return ""


def _has_lone_value(text: str, items: Sequence[Listed]) -> bool:
    """Say whether a value without a meaning stands in a list of values that have them."""
    if not all(one.meaning for one in items):
        return False
    if any(_ENDS_IN_VALUE.search(one.meaning) for one in items):
        return True
    gaps = [text[one.end : other.start] for one, other in pairwise(items)]
    lone = [word for gap in gaps for word in _SPLIT.split(gap) if len(gap) < _MAX_MEANING]
    head, tail = text[: items[0].start][-40:], text[items[-1].end :][:40]
    if head and head[-1] in ",;、/|或和~":
        lone += [word for word in _SPLIT.split(head) if word][-1:]
    if tail and tail[0] in ",;、/|或和":
        lone += [word for word in _SPLIT.split(tail) if word][:1]
    return any(_LONE.fullmatch(word) for word in lone)


def _is_numbering(text: str, items: Sequence[Listed], keys: Sequence[Any]) -> bool:
    """Say whether a list may number remarks: it counts from 1, and no word says values."""
    first = items[0]
    behind = text[first.start + len(first.value) : first.start + len(first.value) + 2].strip()
    if behind[:1] not in (".", "、", ")") or list(keys) != list(range(1, len(keys) + 1)):
        return False
    return not re.search(
        r"(?:取值|枚举|可选|值|类型|状态|方式)[^。;\n]{0,6}[:\s]*$", text[: first.start]
    )


def _report_missed(reading: Reading, kind: str | None) -> None:
    """Report what looks like a list of values and was not read as one."""
    if kind == "object" or not _ANY_DIGIT.search(reading.text):
        return
    marks = max((list(reading.matches(one)) for one in (_CRUDE, _BEFORE_DIGITS)), key=_different)
    if _different(marks) < 2:
        marks = [*reading.matches(_RANGE), *reading.matches(_RUN_TOGETHER)]
    if _different(marks) > 1 or [one.re for one in marks] == [_RUN_TOGETHER]:
        reading.open_at(marks[0].start(), marks[-1].end() + 8, IN_PART)


def _different(marks: Sequence[re.Match[str]]) -> int:
    return len({match["value"] or match["apart"] for match in marks})


def _is_number(text: str) -> bool:
    return re.fullmatch(_VALUE, text, re.I) is not None


def _key(text: str, kind: str | None) -> Any:
    if kind == "string" or not _is_number(text):
        return text
    text = text.replace("−", "-")
    return int(text, 16 if text[:2].lower() == "0x" else 10)


def _may_be_listed(keys: Sequence[Any], kind: str | None) -> bool:
    """Say whether a field of this type can have these values."""
    if kind in ("integer", "number"):
        return all(isinstance(key, int) for key in keys)
    return kind == "string" or len({type(key) for key in keys}) == 1
