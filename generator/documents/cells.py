"""The words of a table's cells: heads of columns, types, whether a parameter is required."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..near import nearest

_HEADS = {
    "name": "参数 参数名 参数名称 字段 字段名 字段名称 名称 名字 属性 属性名 属性名称 键 键名"
    " parameter parameters param name field key attribute property argument",
    "wire_name": "变量 变量名 变量名称 参数英文名 字段英文名 英文名 英文名称 英文字段 参数变量"
    " variable",
    "sub_name": "子参数 子参数名 子字段 子字段名 子属性 子属性名 二级参数 二级字段",
    "required": "必须 必填 必选 必需 必传 必要 必填项 是否必须 是否必填 是否必选 是否必需"
    " 是否必传 是否必要"
    " 是否必填项 设置时是否必填 required mandatory isrequired",
    "type": "类型 参数类型 数据类型 字段类型 变量类型 值类型 属性类型 格式类型"
    " type datatype fieldtype",
    "text": "说明 描述 备注 含义 解释 注释 详细说明 参数说明 字段说明 参数描述 字段描述"
    " 参数含义 字段含义"
    " 参数备注 补充说明 功能说明 说明备注 限制 约束 取值 取值范围 取值说明 可选值 枚举值"
    " 有效值 值域 范围 长度"
    " 长度限制 最大长度 description desc remark remarks comment comments note notes meaning"
    " explanation",
    "example": "示例 示例值 样例 例子 举例 参数示例 样例值 参考值 example examples sample"
    " samplevalue",
    "default": "默认 默认值 缺省 缺省值 default defaultvalue",
}
_COLUMNS = {head: column for column, heads in _HEADS.items() for head in heads.split()}
_IN_BRACKETS = re.compile(r"[\[(<][^\[\]()<>]{0,40}[\])>]")
_HEAD_NOISE = re.compile(r"[\s*`_:?.!-]+")

_YES_WORDS = "是 必须 必填 必选 必需 必传 必要 需要 是的 y yes true t √ ✓ ✔ required mandatory m"
_NO_WORDS = (
    "否 可选 选填 可填 可不填 可选填 非必须 非必填 非必选 非必需 非必传 非必要 不必须 不必填"
    " 不必 可空 可为空"
    " 不需要 n no false f × ✗ ✘ x - – — / optional o"
)
_YES, _NO = frozenset(_YES_WORDS.split()), frozenset(_NO_WORDS.split())
_REQUIRED = re.compile(
    rf"({'|'.join(map(re.escape, sorted(_YES | _NO, key=len, reverse=True)))})(?=$|[\s,;:。(\[、])",
    re.I,
)
_UNSURE = re.compile(r"时|当|仅|若|如果|除|条件|情况|其一|任一|至少|[二三]选一|when|if|unless|only")
"""In words behind a yes: it is required sometimes."""

_WORDS = {
    "string": "string|str|字符串|字符串型|字符串类型|字符|字符型|文本|字串|text|char|varchar"
    "|utf8 string|字节串",
    "integer": "int|integer|int8|int16|int32|int64|uint|uint8|uint16|uint32|uint64|unsigned int"
    "|unsigned|unsigned integer|long|long long|long int|short|bigint|int32_t|int64_t|uint32_t"
    "|uint64_t"
    "|整型|整形|整数|整数型|整型数|长整型|长整数|无符号整型|无符号整数|整数类型|32位整型|64位整型",
    "number": "number|float|double|decimal|数字|数值|数字型|数值型|浮点|浮点数|浮点型|小数"
    "|float32|float64",
    "boolean": "bool|boolean|布尔|布尔型|布尔值|布尔类型",
    "array": "array|arrary|arry|list|数组|列表|数组类型|json array|jsonarray|json数组|json列表",
    "object": "object|obj|对象|对象类型|json|map|dict|hash|struct|结构|结构体|json object"
    "|jsonobject"
    "|json对象|json结构",
}
_TYPES = {word: kind for kind, words in _WORDS.items() for word in words.split("|")}
_SPELLED = ("string", "integer", "number", "float", "double", "boolean", "array", "object")
_SHORTEST_SLIP = 5
"""A shorter word may be another one than a slip of the keyboard."""
_SINGLE = {word: kind for word, kind in _TYPES.items() if kind != "array"}
_ELEMENTS = (
    re.compile(r"([^\[\]]{1,60})(?:\[ ?\]){1,4}"),
    re.compile(r"(?:\[ ?\]){1,4}([^\[\]]{1,60})"),
    re.compile(
        r"(?:array|arrary|arry|list|set|数组|列表|json array|json数组) ?(?:of |[<(\[{:]) ?"
        r"([^\[\]<>{}]{1,60}?) ?[>)\]}]?"
    ),
    re.compile(
        r"([a-z][\w ]{0,30}?|[\u4e00-\u9fff]{1,8}?)(?:的)?[ _-]?(?:array|arrary|list|数组|列表)"
    ),
)
_LIMITED = re.compile(
    r"([^\[\]()<>{}]{1,40}?) ?[\[(<{] ?(?:(?:最长|最大|不超过|长度|<=?|≤) ?)?(\d{1,9})"
    r"(?: ?(?:,|-|~|到|至) ?(\d{1,9}))? ?(字节|bytes?|个?字符|个?字|位|chars?)? ?[\])>}]"
)
_NAMED = re.compile(r"([^\[\]()]{1,40}(?:\[ ?\]){0,4}) ?\(([^()]{0,60})\)")
_STRUCTURE = re.compile(r"[a-z_]\w{0,60}")
_MAX_CELL = 400
"""What is longer says something else; the rest of such a cell is not looked at."""
_EITHER = re.compile(r" ?(?:/|\||或者?|,|、|\bor\b) ?")


@dataclass(frozen=True)
class Worded:
    """What a cell states, and what of it nothing took, which belongs to the row's text."""

    type: str | None = None
    element_type: str | None = None
    """Of an array worded as `string[]` or `array(int)`."""
    required: bool | None = None
    rest: str = ""
    limits: Mapping[str, int] = field(default_factory=dict)
    """Of a text worded as `string[1,32]`: `minLength`, `maxLength`, `maxBytes`."""


def column_of(head: str) -> str | None:
    """Return what a column with this folded head holds, or None where that is not known.

    `name`, `wire_name` (the parameter's name where `name` is its title), `sub_name` (the name of
    what stands below the last `name`), `required`, `type`, `text`, `example`, `default`. Where a
    table has a `wire_name`, that is the name that is sent and `name` a title; where it has none,
    `name` is sent. A table may have several columns of `text` (a description and a range of
    values): all of them belong to the row's text.
    """
    bare = _HEAD_NOISE.sub("", head[:_MAX_CELL].lower())
    for words in (bare, _IN_BRACKETS.sub("", bare)):
        known = [_COLUMNS[word] for word in re.split(r"[/、&及和与]", words) if word in _COLUMNS]
        if known:
            return known[0]
    return None


def read_type(cell: str) -> Worded:
    """Read a folded cell of types; `type` is None where it is not understood or two are named."""
    bare = re.sub(r"[\\*`]+", "", cell[:_MAX_CELL].lower()).strip(" .。;,:")
    if bare in _TYPES:
        return Worded(_TYPES[bare])
    limited = _LIMITED.fullmatch(bare)
    if limited and limited[1] in _SINGLE:
        return _limited(_SINGLE[limited[1]], limited)
    elements = _elements(bare)
    if elements:
        return elements
    named = _NAMED.fullmatch(bare)
    if named:  # the bracket names a structure, or says something of the values
        inner = read_type(named[1])
        return Worded(
            inner.type,
            inner.element_type,
            rest="" if _STRUCTURE.fullmatch(named[2]) else named[2],
        )
    parts = [part for part in _EITHER.split(bare) if part]
    kinds = {_TYPES.get(part) for part in parts}
    if len(parts) > 1 and len(kinds) == 1:
        return Worded(kinds.pop())
    meant = nearest(bare, _SPELLED) if len(bare) >= _SHORTEST_SLIP else None
    return Worded(_TYPES[meant] if meant else None)


def _elements(bare: str) -> Worded | None:
    """Read how an array is worded with its elements; None where this is no array."""
    for pattern in _ELEMENTS:
        match = pattern.fullmatch(bare)
        if match is None:
            continue
        inner = match[1].strip()
        is_marked = "[" in bare and pattern in _ELEMENTS[:2]
        if is_marked and not (inner in _TYPES or _STRUCTURE.fullmatch(inner) or "(" in inner):
            return None
        if pattern is _ELEMENTS[-1] and inner not in _TYPES:
            return None
        return Worded("array", _SINGLE.get(inner))
    return None


def _limited(kind: str, match: re.Match[str]) -> Worded:
    """Read the length in `string[1,32]`; what brackets say of other types stays words."""
    first, second, unit = int(match[2]), match[3], match[4] or ""
    end = "Bytes" if "字节" in unit or "byte" in unit else "Length"
    least, most = (first, int(second)) if second else (0, first)
    if kind != "string" or most == 0 or least > most:
        start = match.end(1)
        return Worded(kind, rest=match.string[start:].strip(" []()<>{}"))
    limits = {f"max{end}": most}
    return Worded(kind, limits={f"min{end}": least, **limits} if least else limits)


def read_required(cell: str) -> Worded:
    """Read a folded cell that says whether a parameter is required.

    `required` is None where it is so only sometimes, or where the cell is not understood.
    """
    bare = cell[:_MAX_CELL].strip(" *`。.,;")
    match = _REQUIRED.match(bare)
    if match is None:
        return Worded(rest=bare)
    rest = bare[match.end() :].strip(" ,;:。、")
    if re.fullmatch(r"[(\[][^()\[\]]*[)\]]", rest):
        rest = rest[1:-1].strip()
    is_required = match[1].lower() in _YES
    if is_required and _UNSURE.search(rest):
        return Worded(rest=rest)
    if rest and match[1] in ("-", "–", "—", "/", "x", "X"):  # a mark is an answer only alone
        return Worded(rest=bare)
    return Worded(required=is_required, rest=rest)
