"""Lines that say what follows: the parts of an operation's section, its method, its address."""

from __future__ import annotations

import re
from dataclasses import dataclass

REQUEST, RESPONSE = "request", "response"
SUMMARY, NOTES, PERMISSION, MODULE, PAGE = "summary", "notes", "permission", "module", "page"
PARAMETERS = "parameters"
"""A table of parameters, of the side that is being described."""
_OTHER_PRODUCTS = re.compile(r"(?:^|\.)(?:api\.weixin|api\.mch\.weixin|api\.q)\.qq\.com$", re.I)
"""Hosts of the vendor's other products, whose paths look alike."""

_LONGEST = 24
_DECORATION = re.compile(r"^[\s*#>\d.、()-]{0,12}|[\s*:。]{1,8}$")
_BRACKETS = re.compile(r"\s?[(\[【][^()\[\]【】]{0,20}[)\]】]")
_SENTENCE = re.compile(r"[。;!?,]|[如若当因将请可会需则已][^求]")
_PARTS = {
    MODULE: ("name", "description", "function"),
    PAGE: ("synopsis",),
    SUMMARY: ("请求说明", "接口说明", "接口描述", "接口定义", "功能描述", "功能说明", "接口功能"),
    NOTES: (
        "注意事项", "注意", "特别注意", "特殊说明", "补充说明", "更多说明", "备注", "说明", "提示",
        "适配建议", "使用说明", "频率限制", "notes", "note",
    ),
    PERMISSION: (
        "权限说明", "接口权限", "权限要求", "调用权限", "接口权限说明", "接口调用权限说明",
        "接口权限要求", "权限", "permission", "permissions",
    ),
}  # fmt: skip
_EXACT = {line: part for part, lines in _PARTS.items() for line in lines}
_OF_ANSWER = re.compile(r"返回|响应|回包|应答|出参|输出|回复|\breturn|\bresponse", re.I)
_OF_REQUEST = re.compile(
    r"请求|入参|输入|传入|调用参数|提交|\brequest|\bpost\b|\bquery\b|\bbody", re.I
)
_SHOWN = re.compile(
    r"示例|样例|例子|包体?|结构体?|数据|报文|格式|结果|内容|参数|字段|说明|消息|主体|请求|返回|响应|应答|回包"
    r"|输出|输入|值|body|json|example|parameter|response|request|return",
    re.I,
)
_OF_FIELDS = re.compile(
    r"(?:(?:全部|公共|其他|其它|主要|可选|选填|必填|必选|基础|通用|更多|部分|url|http|query|body|header)?(?:参数|字段|属性)(?:说明|描述|列表|定义|含义|解释)?"
    r"|(?:参数|字段)(?:名|内容)|parameters?|fields?)",
    re.I,
)
_FILLING = re.compile(r"[ 的为如下:/]|https?|xml|json")
_NOT_THESE = re.compile(r"方式|方法|地址|链接|url|频率|限制|时间|失败|错误|码$|id$", re.I)

_METHOD = re.compile(
    r"(?:https? ?)?(?:(?:请求|调用|接口|访问)(?:方式|方法|类型)|(?:http )?方法(?= ?:)"
    r"|(?:request )?method) ?:? ?"
    r"(?:https? ?)?(?P<method>GET|POST|PUT|DELETE)(?![A-Za-z])(?P<rest>.*)",
    re.I | re.S,
)
_FURTHER = re.compile(
    r"\s?(?:/|或|,|、|\||and|or)\s?(?P<method>GET|POST|PUT|DELETE)(?![A-Za-z])", re.I
)
_URL = r"(?:https?://|/?cgi-bin/(?=\w))[^\s<>\"'`,。;(（]{1,2000}"
"""An address; one of the platform may lack its host, as digests write it."""
_ADDRESSED = re.compile(
    r"(?:https? ?)?(?:(?:请求|接口|调用|访问)(?:的?url|地址|链接|路径)|(?:request )?url|endpoint"
    r"|address|(?:接口)?(?:路径|url)(?= ?:))"
    rf" ?(?:\([^()]{{0,40}}\))? ?:? ?(?:(?P<method>GET|POST) ?:? (?={_URL}))?"
    rf"(?P<url>{_URL})?(?P<rest>.*)",
    re.I | re.S,
)
_LINE = re.compile(rf"(?:(?P<method>GET|POST) )?<?(?P<url>{_URL})>?(?: HTTP/\d(?:\.\d)?)?", re.I)
_PATH = re.compile(
    r"(?:https?://(?P<host>[^/?#]{1,255}))?(?:/?(?:cgi-bin/(?P<path>[\w/.-]{1,300}))?)?", re.I
)


def bare(text: str) -> str:
    """Return a folded line without what stands around its words: numbers, colons, brackets."""
    previous = None
    while previous != text:
        previous, text = text, _DECORATION.sub("", text)
    return _BRACKETS.sub("", text).strip(" :*")


def label_of(text: str) -> str | None:
    """Return the part of a section that a folded line stands above, if it names one."""
    if len(text) > 2 * _LONGEST:
        return None
    words = bare(text).lower()
    if not words or len(words) > _LONGEST:
        return None
    if words in _EXACT:
        return _EXACT[words]
    if _OF_FIELDS.fullmatch(words):
        return PARAMETERS
    if _SENTENCE.search(words) or _NOT_THESE.search(words):
        return None
    rest = words
    for pattern in (_OF_ANSWER, _OF_REQUEST, _SHOWN):
        rest = pattern.sub("", rest)
    if _FILLING.sub("", rest):
        return None
    if _OF_ANSWER.search(words):
        return RESPONSE
    if _OF_REQUEST.search(words):
        return REQUEST
    return None


@dataclass(frozen=True)
class Method:
    """The methods that a line states, and what stands behind them."""

    names: tuple[str, ...]
    rest: str


def method_of(text: str) -> Method | None:
    """Read a folded line that states the HTTP method."""
    found = _METHOD.match(text.lstrip("*-> "))
    if found is None:
        return None
    names, rest = [found["method"].upper()], found["rest"]
    while further := _FURTHER.match(rest):
        names.append(further["method"].upper())
        rest = rest[further.end() :]
    return Method(
        tuple(dict.fromkeys(names)), _BRACKETS.sub("", rest.strip("* "), count=1).strip("* ")
    )


@dataclass(frozen=True)
class Address:
    """The address that a line states; empty where the next line has it."""

    url: str
    rest: str
    method: str = ""


def address_of(text: str) -> Address | None:
    """Read a folded line that states where requests go."""
    text = text.lstrip("*-> ")
    if line := _LINE.fullmatch(text):
        is_operation = _PATH.match(line["url"])
        is_whole = bool(line["method"]) or line["url"].lower().startswith("http")
        if is_operation and is_operation["path"] and is_whole:
            return Address(line["url"], "", (line["method"] or "").upper())
        return None
    found = _ADDRESSED.match(text)
    if found is None or (found["url"] is None and bare(found["rest"])):
        return None
    method = (found["method"] or "").upper()
    return Address((found["url"] or "").rstrip("*"), found["rest"].strip("* "), method)


def within(text: str) -> Address | None:
    """Find the address that is stated behind something else on a folded line."""
    found = re.search(rf"(?:请求|接口|调用)(?:url|地址|链接) ?:? ?(?P<url>{_URL})", text, re.I)
    if found is None:
        return None
    return Address(
        found["url"].rstrip("*"), f"{text[: found.start()]} {text[found.end() :]}".strip()
    )


def path_of(url: str) -> str:
    """Return the path below `/cgi-bin/` of an address of the platform; empty for others."""
    found = _PATH.match(url)
    if found is None or not found["path"] or _OTHER_PRODUCTS.search(found["host"] or ""):
        return ""
    return found["path"].strip("/.")


def foreign_host(url: str) -> str:
    """Return the host of an address that is of another product."""
    found = _PATH.match(url)
    return found["host"] if found and _OTHER_PRODUCTS.search(found["host"] or "") else ""
