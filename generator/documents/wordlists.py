"""Values that are words: how lists of them are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_NAME = r"[A-Za-z_][A-Za-z0-9_]{0,63}(?:[-.][A-Za-z0-9_]{1,40}){0,4}"
_BARE = rf"(?<![A-Za-z0-9_.\-/=@#]){_NAME}(?![A-Za-z0-9_])"
_QUOTED = (
    r"(?:\"[A-Za-z0-9_@.-]{1,60}\"|'[A-Za-z0-9_@.-]{1,60}'|“[A-Za-z0-9_@.-]{1,60}”"
    r"|‘[A-Za-z0-9_@.-]{1,60}’|「[A-Za-z0-9_@.-]{1,60}」)"
)
_WORD = rf"(?P<value>{_QUOTED}|{_BARE})"
_HAN = r"[\u4e00-\u9fff]"
_NO_CONDITION = (
    r"(?!\s?(?:true|false|\d{1,10}|\"[^\"\n]{0,40}\"|[A-Za-z_]{1,40})\s?(?:时|且|,|。|$))"
)
_MEANING = r"(?P<meaning>(?:\([^()\n]{0,200}\)|[^;,。\n()]|\((?![^()\n]{0,200}\))){1,200}?)"
_ITEM_END = (
    r"(?=\s?(?:[;,。\n)]|$)|\s?(?:默认|缺省)(?:值)?(?:为|是|:)"
    rf"|\s(?:{_QUOTED}|{_NAME})\s?(?:->|[-:=→])\s?{_HAN})"
)
_EXPLAINED = re.compile(
    rf"(?<![当若仅在果])(?:{_WORD})"
    r"(?:\s?(?:->|=>|→|-{1,2}|–|—|:|={1,2})\s?|,?\s?(?:表示|代表)\s?:?\s?|(?<=[\"'”’」])\s?[为是])"
    rf"{_NO_CONDITION}(?=[^;,。\n]{{0,9}}{_HAN})(?!\s?(?:(?:必填|必须|空|真|假|整[型数形]?|字符串?|数组|对象)(?!{_HAN})|//))"
    rf"{_MEANING}{_ITEM_END}"
)
_CRUDE = re.compile(
    rf"(?:(?<=^)|(?<=[\s;,。、:(|]))(?P<value>{_NAME})\s?(?P<sign>[-:=→])>?\s?(?={_HAN})"
)
_IN_BRACKETS = re.compile(rf"{_WORD}\s?\((?P<meaning>[^()\n]{{0,60}}{_HAN}[^()\n]{{0,60}})\)")
_BEFORE_BRACKETS = re.compile(
    rf"(?P<meaning>{_HAN}{{1,12}})\s?\(\s?(?P<value>{_QUOTED}|{_NAME})\s?\)"
)
_ANNOUNCED = re.compile(
    r"^[\u4e00-\u9fff]{0,8}?(?:分别有|分别为|分别是|有|为|是|支持|包括)(?=[\u4e00-\u9fff])"
)
_BETWEEN = re.compile(r"(?:[\s、,;/|。]|或者?|和|及|以及|与|\d{1,2}[.、)]){0,6}")
_LINK = re.compile(r"\s?(?:、|,|/|\||;|或者?|和|及|以及|\s)\s?(?:或者?|和|及|以及)?\s?")
_ITEM = re.compile(rf"{_QUOTED}|{_NAME}(?![A-Za-z0-9_])|-?\d{{1,6}}(?![\d.~%A-Za-z_-])")
_CUE = re.compile(
    r"(?:可选值?|可取值?|可填|取值(?:范围)?|枚举值?|有效值|值|只能|必须|仅能)(?:为|是|填|有|可以|可)?"
    r"(?:如下|以下|其中之一|之一)?\s?:?\s?(?=[\w\"'“‘「])"
    r"|(?:类型|方式|状态|种类|模式|级别|场景|事件)\s?(?:有|分别|分为|包含)?\s?(?::|为|是|有)\s?(?=[\w\"'“‘「])"
)
_HEAD = re.compile(r"[^,。;:\n]{1,16}:\s?")
_LIST_END = re.compile(
    r"\s?(?:$|[。;,)\n]|(?:[几两二三四五六七八九十\d]|多)?种?(?:等|之一|中的一|其中之一|[几两二三四五六]种))"
)
_ENUM_CUE = re.compile(
    r"(?:有|为|是|:|取值|可选|支持|分别|类型|值|包括|如)[\s:]{0,3}(?:\d{1,2}[.、)]\s?)?$"
)


class Listed(NamedTuple):
    """One value of a list, as it is written, with its meaning and where both stand."""

    value: str
    meaning: str
    start: int
    end: int


def word_values(text: str) -> list[Listed]:
    """Return the words in the list that a text has, if it does."""
    explained = [_item(match) for match in _EXPLAINED.finditer(text)]
    for found in (explained, _bracketed(text), list(bare_values(text))):
        if len({one.value for one in found}) > 1:
            return found
    return []


def counted(text: str, first: Listed) -> Iterator[str]:
    """Yield the words that stand as the first one of a list does, read without much care."""
    behind = text.index(first.value, first.start) + len(first.value)
    sign = re.match(r"[\"'“”‘’「」\s]{0,3}([-:=→])", text[behind:])
    for match in _CRUDE.finditer(text) if sign else ():
        if sign and match["sign"] == sign[1]:
            yield match["value"]


def _item(match: re.Match[str]) -> Listed:
    return Listed(_bare_word(match["value"]), match["meaning"].strip(), *match.span())


def _bare_word(text: str) -> str:
    return text.strip("\"'“”‘’「」")


def _bracketed(text: str) -> list[Listed]:
    """Return a list such as `picture(图片)、video(视频)` or `图片(picture)、视频(video)`."""
    for pattern in (_IN_BRACKETS, _BEFORE_BRACKETS):
        matches = list(pattern.finditer(text))
        if len(matches) < 2 or not _ENUM_CUE.search(_before(text, matches[0])):
            continue
        gaps = pairwise(matches)
        if all(_BETWEEN.fullmatch(text[one.end() : other.start()]) for one, other in gaps):
            first, *others = map(_item, matches)
            if pattern is _BEFORE_BRACKETS:
                first = first._replace(meaning=_ANNOUNCED.sub("", first.meaning))
            return [first, *others]
    return []


def _before(text: str, match: re.Match[str]) -> str:
    """Return what stands before a value; words of the meaning may have been taken for it."""
    start = match.start()
    head = _ANNOUNCED.match(match.group()) if match.start("meaning") == start else None
    return text[max(0, start - 16) : start + (head.end() if head else 0)]


def bare_values(text: str) -> Iterator[Listed]:
    """Yield a list without meanings behind words that announce one, or that is the whole text."""
    head = _HEAD.match(text)
    whole = _run(text, head.end() if head else 0)
    if len(whole) > 1 and whole[-1].end == len(text) and re.search(r"[、/|]|或", text):
        yield from whole
        return
    for cue in _CUE.finditer(text):
        run = _run(text, cue.end())
        if len(run) > 1 and _LIST_END.match(text, run[-1].end):
            yield from run
            return


def _run(text: str, start: int) -> list[Listed]:
    """Return the words that stand in a row from this place on, all of them words or numbers."""
    items: list[Listed] = []
    match = _ITEM.match(text, start)
    while match and len(items) < 200:
        items.append(Listed(_bare_word(match.group()), "", *match.span()))
        link = _LINK.match(text, match.end())
        match = _ITEM.match(text, link.end()) if link else None
    kinds = {one.value.lstrip("-").isdigit() for one in items}
    return items if len(kinds) == 1 else []
