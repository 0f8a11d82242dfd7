"""Conditions stated in words: when a parameter counts, is required, or excludes another one."""

from __future__ import annotations

import re
from typing import Any

from .names import LISTED, OWN, THEM, is_under_condition, meant_by, named_in
from .phrases import WORD, Reading
from .precedence import RULE, SELF, read_precedence

REQUIRED_WHEN = "required only under a condition: not one value of one field"
COUNTS_WHEN = "counts only under a condition that no keyword says"
TOGETHER = "goes only together with, or without, other parameters: which ones is not clear"

BETWEEN = {
    "requiredWhen": REQUIRED_WHEN,
    "requiredUnlessGiven": TOGETHER,
    "forbiddenWhenGiven": TOGETHER,
    RULE: COUNTS_WHEN,
}
"""What is read of other parameters, and what it is where these are not beside the field."""
UNSAID = frozenset({REQUIRED_WHEN, COUNTS_WHEN, TOGETHER})
"""What limits requests alone: in an answer it asks nothing of a client."""

_QUOTED = r"[\"'“‘「][^\"'”’」\n]{1,40}[\"'”’」]"
_WORDED = rf"{_QUOTED}|-?\d{{1,15}}(?![\d.])|[A-Za-z0-9_]{{1,40}}"
_IS = r"\s?(?:的?取?值)?\s?(?:为|={1,3}|是|等于|设为|设置为|取)\s?"
_ANY_OF = rf"(?:{_WORDED})(?:\s?(?:或者?|、|/)\s?(?:{_WORDED})){{0,6}}"
_ONLY = r"(?:只有当|只有在|仅当|仅在|只在|当且仅当|仅限|当|仅|若|如果|在)?\s?"
_ADVERB = r"\s?时?,?\s?(?:才)?(?:会)?(?:此|该|本)?(?:参数|字段)?(?:才)?"
_COUNTS = re.compile(
    rf"(?:当|仅当|仅在|仅)?\s?(?P<other>{WORD}){_IS}(?P<values>{_ANY_OF})\s?时,?\s?(?:才)?(?:有效|生效)",
    re.I,
)
_MUST_BE = (
    r"(?:必填|必选|必传|必须(?:填写?|传入?|提供|指定|设置)|不(?:能|可|得|允许)为空|不可缺省)"
    r"(?![写入]?\s?[A-Za-z_\"'“‘「])"
)
"""It is the field itself that has to be there, and no other one that is named behind."""
_DUTY = (
    r"(?:必填|必选|必传|必须填写?|必须传入?|必须提供|必须(?:要)?指定|必须设置|为必须|需要?填写?|需要?传入?|需要?指定"
    r"|不(?:能|可|得|允许)为空|不可缺省|填写)"
)
_THEN_REQUIRED = re.compile(
    rf"(?:(?<!同)时|的话|情况下|则),?\s?(?:则|为|此时|才|该|本|此|字段|参数|均|都|也|是){{0,4}}{_DUTY}"
    rf"|必填{OWN}|{OWN}{_DUTY}"
)
_REQUIRED = re.compile(
    rf"(?:当|在|若|如果|仅当)?\s?(?P<other>{WORD}){_IS}"
    rf"(?P<values>{_ANY_OF})"
    rf"\s?(?:时|的情况下),?\s?(?:则|为|此时|才|该|本|此|字段|参数|均|都|也|是){{0,4}}{_MUST_BE}",
    re.I,
)
_VALUE = re.compile(_WORDED)
_MEANING = re.compile(
    r"(?:当|在|若|如果|仅当)?\s?(?P<what>[\u4e00-\u9fff]{2,8}?)(?:的?取?值)?\s?(?:为|是|选择)\s?"
    r"(?P<meaning>[^,。;、或和且\n]{2,20}?)\s?(?:时|的情况下),?\s?"
    rf"(?:则|为|此时|才|该|本|此|字段|参数|均|都|也|是){{0,4}}{_MUST_BE}"
)
_IGNORED_OTHERWISE = re.compile(
    r"[,;。]?\s?(?:否则|其他?(?:情况|时候)下?|反之)[,则]?(?:该|此|本)?(?:字段|参数)?(?:会|将)?被?"
    r"(?:忽略|无效|不生效|不起作用)"
)
_NOT_ALONE = re.compile(r"[且并和与或非不]|同时")
"""What makes a condition one of several, if it stands before it in its clause."""
_HOW_MANY = r"(?:(?:[二两三四五六七八九]|2|3|4|5)\s?者|两个(?:字段|参数)|都)?"
_ALL_EMPTY = r"(?:同时|都|均|全部?)(?:为空|不填|缺省|为不填)"
_ONE_OF_THEM = re.compile(
    rf"(?:(?P<names>{LISTED})\s?{_HOW_MANY}|(?<![\w\s]){THEM}\s?)"
    rf"(?:不(?:能|可|可以|得|允许)\s?{_ALL_EMPTY}"
    r"|(?:必须|需要?)?至少(?:需要?|要|必须)?(?:填写?|传入?|选择?|指定|提供)(?:其中)?(?:一|1)\s?个?"
    r"(?![\d元成]))"
)
_NOT_BOTH_EMPTY = re.compile(
    rf"(?:(?<![^,。;\n])|{OWN})\s?(?:不(?:能|可|可以|得|允许)(?:与|和|跟)\s?(?P<name>{WORD})\s?(?:字段|参数)?{_ALL_EMPTY}"
    rf"|(?:与|和|跟)\s?(?P<other>{WORD})\s?(?:字段|参数)?不(?:能|可|可以|得|允许)\s?{_ALL_EMPTY})"
)
_NOT_TOGETHER = re.compile(
    rf"(?:与|和|跟)\s?(?P<name>{WORD})\s?(?:字段|参数)?互斥"
    rf"|不(?:能|可)(?:与|和|跟)\s?(?P<other>{WORD})\s?(?:字段|参数)?同时(?:填写?|设置|指定|传入?|使用|存在)"
)
_ALWAYS_CONDITIONAL = re.compile(
    r"(?:按?条件|视情况|特定场景)(?:下)?(?:必填|必选|必传)"
    r"|[\u4e00-\u9fff]{2,12}(?<!同)时,?(?:才|则|为|是){0,2}(?:必填|必选|必传|必须传入?)"
)
_IF = re.compile(rf"为|是|=|不为空|非空|有|填|传|存在|属于|当|若|如果|{WORD}")
_THEN_COUNTS = re.compile(
    r"时,?\s?(?:才)?(?:则)?(?:将|会)?(?:此|该|本)?(?:参数|字段)?(?:有效|生效|忽略|无效|不生效)(?:(?:本|该|此)(?:参数|字段))?"
)
_COUNTS_WHEN = re.compile(
    rf"{_ONLY}{WORD}(?:{_IS}|\s?(?:不为|大于|小于|不等于|!=|>|<|属于)\s?)(?:{_WORDED})"
    rf"(?:\s?(?:或者?|、|/|,)\s?(?:{_WORDED})){{0,6}}{_ADVERB}\s?\)?\s?"
    r"(?:有效|生效|可用|可设置|可填|可传|有意义|忽略|无效|不生效|不起作用|选填)",
    re.I,
)
_ONE_OF = r"(?:一|1)\s?(?:个|项|种|者)(?:字段|参数)?"
_TOGETHER = re.compile(
    # `类型只能三选一` is said of the elements of an array
    r"(?<!类型)(?<!类型[只仅]能)(?<!类型必须)[二两三四五六多任]\s?选\s?(?:一|其一|1)|任选其?一|互斥|不能共存"
    r"|不(?:能|可|可以|得|允许|会)?\s?(?:同时|都|均|全部?)(?:为|是|传|设置|填写?|指定|使用|存在|出现|不)?"
    r"(?:为?空|不填|缺省|填写?|设置|指定|传|存在|出现|使用|选择)?"
    r"|不(?:能|可)(?:与|和|跟)[^。;,\n]{1,30}?(?:同时|共存|一起)[^。;,\n]{0,8}"
    r"|(?:必须|需要?|要)\s?同时(?:填写?|设置|存在|传入?|指定|提供)|要么[^。;\n]{1,40}?要么[^。;,\n]{1,20}"
    r"|(?:两者|二者|三者|必须|至少|其中)(?:必须|至少|需要?|应|要|有|存在|之中|中){0,3}"
    rf"(?:填写?|传入?|选择?|设置|指定|提供|有|必填|存在){_ONE_OF}|必(?:选填?|填)(?:其中)?{_ONE_OF}"
)
_MAY_SAY = re.compile(r"[效略必填选空斥传设用定]|同时|共存|要么")
"""Without one of these no pattern matches; most texts have none."""
_NAME = re.compile(rf"{WORD}|(?:仅当|仅在|只有|当)[^,。;\n]{{1,40}}?(?:为|是|等于|选择|指定)")
_BACK = 60
_SEVERAL = re.compile(rf"{WORD}|[和与、/或]")


def read_conditions(reading: Reading) -> None:
    """Add what a parameter asks of its siblings; report what is said and cannot be added."""
    if not _MAY_SAY.search(reading.text):
        return
    for match in reading.matches(_COUNTS):
        if _NOT_ALONE.search(reading.text[_clause(reading, match.start()) : match.start()]):
            continue
        _add_counts(reading, match["other"], _values(match["values"]), match.span())
    _read_rules(reading)
    for pattern, why in ((_THEN_REQUIRED, REQUIRED_WHEN), (_THEN_COUNTS, COUNTS_WHEN)):
        for match in reading.matches(pattern):
            start = _clause(reading, match.start())
            names_one = _NAME if why == COUNTS_WHEN or "时" not in match.group() else _IF
            if names_one.search(reading.text, start, match.start()):
                reading.open_at(start, match.end(), why)
    for match in reading.matches(_ALWAYS_CONDITIONAL):
        reading.open_at(*match.span(), REQUIRED_WHEN)
    for match in reading.matches(_COUNTS_WHEN):
        reading.open_at(*match.span(), COUNTS_WHEN)
    for match in reading.matches(_TOGETHER):
        start = _clause(reading, match.start())
        if _names_others(reading.text[start : match.end()]):
            reading.open_at(start, match.end(), TOGETHER)


def _read_rules(reading: Reading) -> None:
    """Add what a parameter asks of others, where it is sure which ones and of what values."""
    for match in reading.matches(_REQUIRED):
        before = reading.text[_clause(reading, match.start()) : match.start()]
        if not _NOT_ALONE.search(before) and not is_under_condition(match):
            values = _values(match["values"])
            reading.add("requiredWhen", {match["other"]: values}, match.span())
            _read_otherwise(reading, match, values)
    for match in reading.matches(_NOT_TOGETHER):
        reading.add("forbiddenWhenGiven", [match["name"] or match["other"]], match.span())
    for match in reading.matches(_NOT_BOTH_EMPTY):
        if not is_under_condition(match):
            others = [SELF, match["name"] or match["other"]]
            reading.add("requiredUnlessGiven", others, match.span())
    read_one_of(reading, read_precedence(reading, is_row=True))


def meaning_of(phrase: str) -> tuple[str, str] | None:
    """Return what a phrase calls a field, and what the value means at which another is required.

    Such as `当类型为期刊时必填`, where a field beside it lists a value with the meaning `期刊`.
    """
    match = _MEANING.fullmatch(phrase)
    return (match["what"], match["meaning"]) if match else None


def _read_otherwise(reading: Reading, match: re.Match[str], values: list[Any]) -> None:
    """Add what a row says of all other values: it does not count there."""
    otherwise = _IGNORED_OTHERWISE.match(reading.text, match.end())
    if otherwise:
        _add_counts(reading, match["other"], values, otherwise.span())


def _add_counts(reading: Reading, other: str, values: list[Any], span: tuple[int, int]) -> None:
    stated = values[0] if len(values) == 1 else sorted(values, key=str)
    reading.add("ignoredUnless", {other: stated}, span)


def _values(text: str) -> list[Any]:
    return [_value(one.group()) for one in _VALUE.finditer(text)]


def read_one_of(reading: Reading, text: str) -> None:
    """Add the fields of which at least one has to be given, all of them by name.

    `text` is that of the reading, without what says nothing of when this is so.
    """
    for match in reading.matches(_ONE_OF_THEM):
        names = named_in(match["names"]) if match["names"] else meant_by(match)
        if names and len({*names}) == len(names) and not is_under_condition(match, text):
            reading.add("requiredUnlessGiven", [*names], match.span())


def _clause(reading: Reading, place: int) -> int:
    """Return where the clause begins in which this place is, behind what was read."""
    start = place
    while start > max(0, place - _BACK) and reading.text[start - 1] not in ",。;\n":
        if not reading.is_free(start - 1, start):
            break
        start -= 1
    return start


def _names_others(phrase: str) -> bool:
    """Say whether a phrase is about several parameters: `至少填1个` alone counts elements."""
    head, at_least, _ = phrase.partition("至少")
    several = len(_SEVERAL.findall(head)) > 1 or any(sign in head for sign in ("者", "其中"))
    return several or not at_least


def _value(text: str) -> Any:
    """Return the value in its type: true and false, whole numbers, or words."""
    bare = text.strip("\"'“”‘’「」")
    if bare != text:
        return bare
    if bare.lower() in ("true", "false"):
        return bare.lower() == "true"
    return int(bare) if re.fullmatch(r"-?\d+", bare) else bare
