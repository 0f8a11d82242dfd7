"""What the vendor's site answers instead of a page, and how it hands out a page's Markdown.

Its pages are written by a script. The script looks up the page's document id in a list that stands
in the page, and asks for that document's Markdown; here the same is done. None of it is documented
by the vendor: where it is not found, the page is told as one that a browser has to open.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from ..visible import visible
from .formats import without_operations

CONTENT = "/docFetch/fetchCnt?lang=zh_CN&ajax=1&f=json"
"""Where the script of a page asks for a document, by `doc_id`, with POST."""
HUMAN = "the site asks for a human (a captcha)"
LOGIN = "the site asks for a login"

_ASSIGNED = re.compile(r"\bwindow\.\w{1,40}\s{0,9}=\s{0,9}(?=[\[{])")
_MOST_ASSIGNED = 50
_ASKS_FOR_HUMAN = re.compile(
    r"captcha|人机验证|安全验证|(?:完成|进行|滑动)[^。\n]{0,9}验证|访问过于频繁|环境异常|"
    r"not a robot|(?:verify|are) (?:that )?you(?: are)? (?:a )?human",
    re.I,
)
_ASKS_FOR_LOGIN = re.compile(
    r"扫码登录|请先?登录|登录后|(?:log|sign) ?in to|please (?:log|sign) ?in", re.I
)
_PASSWORD = re.compile(r"<input\b[^<>]{0,500}\btype\s?=\s?[\"']?password", re.I)
_SCRIPT = re.compile(r"<(script|style)\b", re.I)
_TAG = re.compile(r"<[^<>]*>")
_SHORT = 1_500
"""Characters of text that a page that only asks for something stays below."""
_STATES_ITS_DAY = re.compile(r"最后更新")
_HUMAN_CODE = 500003
_MOST_DIGITS = 10
_BEIJING = timedelta(hours=8)


class NoMarkdown(Exception):
    """The site gives no Markdown for a document; the message says why."""


@dataclass(frozen=True)
class SiteDocument:
    """What the site hands out for a document."""

    title: str
    text: str


def document_id(page: str, page_id: str) -> int | None:
    """Return the id of the document that a page's script would ask for."""
    decoder = json.JSONDecoder()
    for number, assigned in enumerate(_ASSIGNED.finditer(page)):
        if number == _MOST_ASSIGNED:
            break
        try:
            data, _ = decoder.raw_decode(page, assigned.end())
        except (ValueError, RecursionError):
            continue
        for one in _objects(data):
            found = _whole(one.get("doc_id"))
            if found and str(one.get("category_id", one.get("id"))) == page_id:
                return found
    return None


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    waiting = [data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)


def _whole(value: Any) -> int:
    """Return a number of JSON that may stand in quotes; 0 where it is none, or too large."""
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else 0


def document_of(answer: str) -> SiteDocument:
    """Return the document in an answer of the site.

    Raises:
        NoMarkdown: there is none in it.
    """
    try:
        data: Any = json.loads(answer)
    except (ValueError, RecursionError):
        raise NoMarkdown(
            HUMAN if _ASKS_FOR_HUMAN.search(answer[:20_000]) else "its answer is not JSON"
        ) from None
    content = data.get("data") if isinstance(data, dict) else None
    text = content.get("content_md") if isinstance(content, dict) else None
    if isinstance(content, dict) and isinstance(text, str) and text.strip():
        return SiteDocument(str(content.get("title") or ""), _dated(text, content.get("time")))
    result = data.get("result") if isinstance(data, dict) else None
    code = result.get("errCode") if isinstance(result, dict) else None
    if code == _HUMAN_CODE:
        raise NoMarkdown(HUMAN)
    raise NoMarkdown(f"it has no text (errCode {code})" if code else "it has no text")


def _dated(text: str, time: Any) -> str:
    """Return a document with the day of its last update, which the site shows above the text."""
    seconds = _whole(time)
    if not seconds or _STATES_ITS_DAY.search(text[:2_000]):
        return text
    day = datetime.fromtimestamp(seconds, UTC) + _BEIJING
    return f"最后更新：{day:%Y/%m/%d}\n\n{text}"


def why_no_operation(text: str) -> str:
    """Return what a page without a single operation is instead."""
    shown = _shown(text)
    if len(shown) < _SHORT:
        if _ASKS_FOR_HUMAN.search(text[:200_000]):
            return HUMAN
        if _PASSWORD.search(text[:200_000]) or _ASKS_FOR_LOGIN.search(shown):
            return LOGIN
        if text.lstrip().startswith("<") and _SCRIPT.search(text):
            return "the page is written by a script, which only a browser runs"
    return "no operation was found in the page" + visible(without_operations(text))


def _shown(text: str) -> str:
    """Return what is about the text that a page shows; scripts and tags are left out."""
    parts = []
    place = 0
    while opened := _SCRIPT.search(text, place):
        parts.append(text[place : opened.start()])
        place = text.find(f"</{opened[1]}", opened.end())
        if place < 0:
            break
    if place >= 0:
        parts.append(text[place:])
    return " ".join(_TAG.sub(" ", "".join(parts)).split())
