"""Limits stated in words: what a phrase of a table's row means for a field of its type.

Every quantifier is bounded, so that no text takes long to read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..spec.constraints import CONSTRAINTS
from .conditions import read_conditions
from .defaults import read_default
from .phrases import HAN_NUMBER, NUMBER, OTHERWISE, WORD, Pairs, Reading, Rule, apply, number
from .values import read_values

CUT_OFF = "a text that is cut off at a number of bytes: no keyword says that"
OF_ELEMENTS = "a limit of the elements of a list, which no rule takes"
NOT_TAKEN = "a limit in words that no rule took"

_VERBS = (
    r"(?:\s?(?:可以|可|能|只能|仅能|允许|支持|传入|传|填写|填|输入|包含|含|添加|增加|设置|选择|选|指定|配置|创建"
    r"|一次|单次|每次|转移|分配|绑定|关联|携带|推送|发送|持有|有|选取|勾选|接收|设定|导入|删除|移除|邀请|新增|保存|展示"
    r"|显示|使用|存在|提供|录入"
    r"|返回|拉取|获取|查询|上传|上报|同步|批量|提交|同时|为|是|:|在|长度|数量|数目|数|个数|值|(?:不(?:能|得|可)?|勿)超过)){0,5}"
)
AT_MOST = (
    rf"(?:(?:最多|至多|最大|最高|最长|最大可){_VERBS}"
    r"|不(?:能|得|可|可以|允许|应|应该|要|会)?(?:超过|超出|大于|多于|高于|长于)"
    r"|(?:上限|限制)(?:值)?(?:为|是|:|在)?|仅?支持|只(?:能|可|允许)(?:有|填|传|选择|选|指定|设置|包含|添加)|小于(?:或)?等于|少于(?:或)?等于|<=|≤|⩽)"
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
    r"|个?\s?(?:汉字|文字|中文字?|字(?![节段符母])|chars?\b)"
)
_BYTES = r"个?\s?(?:utf-?8\s?)?字节|\s?bytes?\b"
_COUNTED = r"个|条|人|位|项|组|名|件|张|篇|种|台"
UNIT = rf"\s?(?P<unit>{_CHARACTERS}|{_BYTES}|{_COUNTED})?"
_END = (
    r"(?![\d~〜∼–—−-])(?(unit)|(?:(?!\s?[A-Za-z%\u4e00-\u9fff])|(?=[的且并或]|以内|之间|时"
    r"|\s(?:注意|注:|默认|如果|若|请|详见|取值))))"
)
"""Behind a number without a known unit no other one may stand: `7天` is not 7."""


def read_field(text: str, kind: str | None, element: str | None = None) -> Reading:
    """Read what a folded text states of a field of this type (None: not known).

    `element` is the type of an array's elements: values that are listed are those of the elements.
    What is in doubt is in `open` of the reading, and nothing is stated for it.
    """
    reading = Reading(text, kind)
    read_values(reading, element)
    read_conditions(reading)
    if kind == "array":
        ranges = _VALUES_OF_ELEMENTS if element in ("integer", "number") else _MEANT_ELEMENTS
        for match in reading.matches(ranges):
            reading.open_at(*match.span(), OF_ELEMENTS)
    apply(reading, _RULES)
    read_default(reading)
    for match in reading.matches(_LIMIT_LIKE):
        reading.open_at(*match.span(), NOT_TAKEN)
    reading.open.sort(key=lambda one: one[1])
    return reading


def not_taken(reading: Reading) -> Iterator[str]:
    """Yield each phrase that looks like a limit and that no rule took."""
    return (match.group().strip() for match in reading.matches(_LIMIT_LIKE))


_LIMIT_LIKE = re.compile(
    rf"[^,。;!\n]{{0,8}}(?:{AT_MOST}|{AT_LEAST}|取值范围|上限|下限|最多|至多|最大|最小|最长|最短|最少"
    r"|至少|不超过|范围(?:为|是|:))"
    r"[^,。;!\n]{0,6}?[\d一二两三四五六七八九十百千万]{1,20}[^,。;!\s]{0,8}"
    rf"|长度(?:固定|必须|须)?(?:为|是|:)?\s?{NUMBER}(?!\s?[~〜∼–—−到至\d-])|{NUMBER}\s?[^,。;!\s\d]{{0,4}}(?:以内|之内|以下|之间)|{_MUST}(?:大于|小于)\s?{NUMBER}"
    rf"|(?:默认|缺省)(?:值)?(?:为|是|:|取)?\s?\d[^,。;!\s]{{0,8}}|超[过出]\s?{NUMBER}[^,。;\n]{{0,12}}截[断取短掉]",
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


_OF_VALUES = re.compile(r"值的?$|(?:每个?|各|单个)(?:元素|数字?|值)?的?$")


def _bounds(match: re.Match[str], kind: str | None) -> Pairs | str:
    """Read the least and the greatest, or one; an open end, as of `(0, 9]`, is not in itself."""
    said = match.groupdict()
    steps = {
        "min": 1 if said.get("opening") in ("(", "大于") else 0,
        "max": -1 if said.get("closing") in (")", "小于") else 0,
    }
    if any(steps.values()) and kind not in ("integer", "array"):
        return []
    if said.get("unit") == "位" and _is_one_of_lengths(match):
        return OTHERWISE
    bounds = {end: _signed(said[end]) + step for end, step in steps.items() if said.get(end)}
    size, values = _size(match, kind), list(bounds.values())
    # `值范围是[0,9]`, `每个值的范围为0~9`
    is_of_values = _OF_VALUES.search(match.string[max(0, match.start() - 6) : match.start()])
    if kind == "array" and (is_of_values or not size):
        return OF_ELEMENTS
    is_whole = all(isinstance(value, int) for value in values)
    fits = values == sorted(values)  # the least first
    if size == "imum":
        fits = fits and (is_whole or kind != "integer")
    else:
        fits = fits and is_whole and min(values) >= 0
    return [(end + size, value) for end, value in bounds.items()] if size and fits else []


_LENGTH = re.compile(r"\d\s?位")


def _is_one_of_lengths(match: re.Match[str]) -> bool:
    """Say whether other lengths stand beside it: `17位数字,护照4-15位` bounds no value."""
    before = _LENGTH.search(match.string, 0, match.start())
    return (before or _LENGTH.search(match.string, match.end())) is not None


def _signed(text: str) -> int | float:
    return -number(text[1:]) if text[0] in "-−" else number(text)


def _truncates(match: re.Match[str], _: str | None) -> Pairs:
    value = number(match["number"])
    return [("truncatesAt", value)] if isinstance(value, int) and value > 0 else []


def _by_row(keyword: str) -> Callable[[re.Match[str], str | None], Pairs]:
    """Read the value of a constraint whose own row says how documents put it."""
    return lambda match, _: [
        (keyword, number(match["number"]) if "number" in match.re.groupindex else True)
    ]


def _cut(match: re.Match[str], kind: str | None) -> Pairs | str:
    """Read where a text is cut off: characters alone have a keyword."""
    return _truncates(match, kind) if _size(match, kind) == "Length" else CUT_OFF


def _exact(match: re.Match[str], kind: str | None) -> Pairs:
    length, size = number(match["number"]), "Bytes" if "字节" in match.group() else "Length"
    return [(end + size, length) for end in ("min", "max")] if isinstance(length, int) else []


def _not_empty(_: re.Match[str], kind: str | None) -> Pairs:
    return [("minItems" if kind == "array" else "minLength", 1)]


_ANY_UNIT = rf"\s?(?P<unit>{_CHARACTERS}|{_BYTES}|{_COUNTED})"
_MIN, _MAX = rf"(?P<min>{NUMBER})", rf"(?P<max>{NUMBER})"
_LOW, _HIGH = rf"(?P<min>[-−]?{NUMBER})", rf"(?P<max>[-−]?{NUMBER})"
_VALUES_OF_ELEMENTS = re.compile(
    rf"取?值?范围\s?(?:为|是|:|在)?\s?{_LOW}{_TO}{_HIGH}(?!\s?[个条项])"
)
_MEANT_ELEMENTS = re.compile(
    rf"{_VALUES_OF_ELEMENTS.pattern}(?=\s?[,(]?\s?(?:分别|依次)?(?:表示|代表|对应))"
)
"""A range of what numbers in a list mean, where nothing else says what the list holds."""
_RULES = (
    Rule(
        rf"(?:默认(?:值)?\s?(?:和|与|及|、)\s?最大(?:值)?|最大(?:值)?\s?(?:和|与|及|、)\s?默认(?:值)?)"
        rf"\s?(?:都|均|皆)?\s?(?:为|是|:)\s?(?P<number>{NUMBER})",
        lambda match, _: [(rule, number(match["number"])) for rule in ("maximum", "default")],
        "integer",
        None,
    ),
    *(
        Rule(row.reads, _by_row(row.keyword), *row.types)
        for row in CONSTRAINTS.values()
        if row.reads
    ),
    Rule(
        rf"超[过出]\s?(?P<number>{NUMBER})个?\s?(?:utf-?8)?\s?(?:字符|汉字|字(?!节))[^,。;\n]{{0,6}}截[断取短掉]",
        _truncates,
        "string",
        None,
    ),
    Rule(
        rf"{AT_MOST}\s?(?P<number>{NUMBER}){UNIT}(?:以内)?[,。;(]?\s?(?:若|如|如果)?超[过出][^,。;\n]{{0,8}}?"
        r"截[断取短掉]",
        _cut,
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
        r"当天的?0[时点](?:0分)?(?:0秒)?(?=\()"
        r"|填(?:当[天日]|[这该此]一?[天日])的?0[时点](?:0分)?(?:0秒)?"
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
    Rule(
        rf"长度(?:固定|必须|须|恒)(?:为|是)?\s?(?P<number>{NUMBER})(?:个?字符|位|个?字节)?(?![~〜∼–—−\w-])",
        _exact,
        "string",
    ),
    Rule(rf"{AT_MOST}\s?{_MAX}{UNIT}{_END}", _bounds),
    Rule(rf"{AT_MOST}\s?(?P<max>{HAN_NUMBER}){_ANY_UNIT}", _bounds),
    Rule(rf"(?<![不有无受期权])限(?:定|填|传|选)?\s?{_MAX}{_ANY_UNIT}", _bounds),
    Rule(rf"{AT_LEAST}\s?{_MIN}{UNIT}{_END}", _bounds),
    # `从1开始` alone may be said of what the platform counts
    Rule(
        rf"从\s?{_MIN}\s?开始(?=\s?[,、]\s?{AT_MOST})|页[^,。;\n\d]{{0,6}},?\s?从\s?(?P<page>{NUMBER})\s?开始",
        lambda match, _: [("minimum", number(match["min"] or match["page"]))],
        "integer",
    ),
    Rule(rf"{AT_LEAST}\s?(?P<min>{HAN_NUMBER}){_ANY_UNIT}", _bounds),
    Rule(rf"{_MUST}(?P<opening>大于)\s?{_MIN}{UNIT}{_END}", _bounds, "integer"),
    Rule(rf"{_MUST}(?P<closing>小于)\s?{_MAX}{UNIT}{_END}", _bounds, "integer"),
    Rule(rf"(?<![~〜∼–—−-]){_MAX}{UNIT}\s?(?:以内|之内|以下)", _bounds),
    Rule(rf"(?<![~〜∼–—−-]){_MAX}{_ANY_UNIT}内(?![容部存含的置])", _bounds),
    Rule(
        r"(?<![^,。;\n])\s?(?:(?:该|此|本)?(?:字段|参数|列表|内容|值))?不(?:能|可|可以|得|允许)为空(?![^,。;)\n])",
        _not_empty,
        "string",
        "array",
    ),
    Rule(
        rf"(?:默认|缺省)(?:值)?(?:与|同)\s?(?P<other>{WORD})(?:相同|一致)?",
        lambda match, _: [("defaultFrom", match["other"])],
    ),
    Rule(
        r"(?:目前)?仅(?:当|在|限)?[^。;\n]{1,60}?(?:时(?:才)?(?:会)?(?:返回|有)(?:该值|此字段)?"
        r"|会返回该值|有此字段|返回)(?=[。;,)\n]|$|\()"
        r"|(?:当[^。;,\n]{1,40}时,?(?:才)?(?:会)?|[^。,;(\n]{1,40}?才(?:会|能)?)返回"
        r"|(?:仅[^。,;\n]{1,40}?(?:可|能)以?|需要?[^。,;\n]{1,40}?授权[^。,;\n]{0,10}?|不可)获取(?=[。;,)\n]|$)"
        r"|(?<![会将])不再?返回[该此]字段(?=[。;,)\n]|$)"
        r"|只(?:当|在|对)[^。,;\n]{1,40}?返回(?=[。,;)\n]|$)"
        r"|[^。,;(\n]{1,30}(?:为|是|等于|=)\s?[^。,;\n]{1,20}时返回(?=(?:该值|[该此]字段)?(?:[。;,)\n]|$))",
        lambda *_: [("condition", True)],
    ),
)
