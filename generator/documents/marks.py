"""The marks inside a line of Markdown, in the vendor's dialect and in others', to its words."""

from __future__ import annotations

import html
import re

_FAR = 0xF0000
_MARKS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
_AWAY = {ord(char): chr(_FAR + ord(char)) for char in _MARKS}
_BACK = {_FAR + ord(char): char for char in _MARKS}
_ANY = re.compile(r"[\\`*_<&\[!~\U000f0021-\U000f007e]")
_TICKS = re.compile(r"(`{1,99})")
_CODE = re.compile(r"(?<![\\`])(`{1,9})(?!`)(?:(?P<code>.+?)(?<![\\`])\1(?!`))?", re.S)
"""Code, which is shown as it stands; or what opens it, if nothing closes it."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ESCAPED_SHOWN = re.compile(r"\\([_*\[\]|#])")
"""Escapes that a renderer left as they were, because they stand between tags."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.I)
_AUTOLINK = re.compile(r"<(https?://[^<>\s]{1,2000})>")
_BREAK = re.compile(r"<[ \t]{0,3}/?[ \t]{0,3}br\b[^<>]{0,50}>|</?(?:p|div|li|tr|h[1-6])>", re.I)
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|center|code|del|details|div|em|font|h[1-6]|i|img|ins|kbd|li|mark|nobr|ol|p"
    r"|q|s|samp|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var)"
    r"(?:\s[^<>]{0,500})?/?>",
    re.I,
)
_TITLE = r"(?:[ \t]{1,9}[^()\n]{0,200})?"
_TARGET = (
    r"\([ \t]?(?:#[^()\n]{0,300}"
    rf"|<?[^()\s<>]{{0,1500}}(?:\([^()\s<>]{{0,200}}\)[^()\s<>]{{0,500}})?>?{_TITLE})[ \t]?\)"
)
LINK = re.compile(rf"(?!\[\]\(\w{{1,60}}\))!?\[([^\[\]]{{0,500}})\]{_TARGET}")
"""A link or picture; `object[](Option)` is a type and none."""
_ALONE = re.compile(
    r"\[([^\[\]]{0,500})\]\([ \t]?<?([^()\s<>]{1,2000})>?(?:[ \t]{1,9}[^()\n]{0,200})?\)"
)
_COLOUR = re.compile(r"!!!?#[0-9A-Za-z]{3,12}[ \t\u3000\xa0]?|!!!?")
_BOLD = re.compile(r"(\*{2,3})((?:[^*\n]|\*(?!\*)){1,500}?)\1")
_UNDERLINED = re.compile(r"(?<!\w)__(?=\S)([^\n]{1,500}?)(?<=\S)__(?!\w)")
_SLANTED = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,300}?)(?:(?<=[:：])\*|(?<=[^\s*])\*(?![\w*]))"
    r"|(?<!\w)_(?=[^\s_])([^_\n]{1,300}?)(?<=[^\s_])_(?!\w)"
)
_STRUCK = re.compile(r"~~(?=\S)([^~\n]{1,300}?)~~")
_HALF_BOLD = re.compile(r"^\*\*(?=[^\s*])|(?<=[^\s*])\*\*$")
_BULLET = re.compile(r"^[-*+][ \t]{1,9}(?=\S)", re.M)


def words(text: str, *, is_rendered: bool = False) -> str:
    """Return the words of a line, its breaks as line ends.

    `is_rendered`: it was the text of HTML, in which entities have been resolved.
    """
    if _ANY.search(text) is None:
        return text.strip()
    if "`" in text:
        text = _CODE.sub(lambda match: aside((match["code"] or "").strip()), text)
    text = (_ESCAPED_SHOWN if is_rendered else _ESCAPED).sub(lambda match: aside(match[1]), text)
    text = _AUTOLINK.sub(r"\1", text)
    text = _TAG.sub("", _BREAK.sub("\n", text))
    if not is_rendered:
        text = _ENTITY.sub(lambda match: aside(html.unescape(match.group())), text)
    text = LINK.sub(r"\1", LINK.sub(r"\1", text))
    text = _without_colours(text)
    text = _UNDERLINED.sub(r"\1", _BOLD.sub(r"\2", text))
    text = _STRUCK.sub(r"\1", _SLANTED.sub(lambda match: match[1] or match[2], text))
    text = _HALF_BOLD.sub("", text.strip())
    return text.translate(_BACK).strip()


def cell(text: str, *, is_first: bool, is_rendered: bool = False) -> str:
    """Return the words of a cell; a first cell keeps what may show how deep its row is nested."""
    shown = words(text, is_rendered=is_rendered)
    lines = (line.strip() for line in shown.split("\n"))
    shown = "\n".join(lines).strip("\n")
    return shown if is_first else _BULLET.sub("", shown)


def alone(text: str) -> str:
    """Return the address of a link that is all of its line, else an empty text."""
    found = _ALONE.fullmatch(text)
    return found[2] if found and found[2].startswith("http") else ""


def aside(text: str) -> str:
    """Return a text whose marks are put aside until the words of the line are found."""
    return text.translate(_AWAY)


def without_pipes_in_code(text: str) -> str:
    """Return a row in which pipes between backticks are put aside, too."""
    parts = _TICKS.split(text)
    for inside in range(2, len(parts) - 1, 4):
        parts[inside] = parts[inside].replace("|", chr(_FAR + ord("|")))
    return "".join(parts)


def _without_colours(text: str) -> str:
    """Take `!!#ff0000 words!!` apart: what closes a colour goes where one was opened."""
    if "!!" not in text:
        return text
    parts, place, depth = [], 0, 0
    for found in _COLOUR.finditer(text):
        opens = "#" in found.group()
        parts.append(text[place : found.start()])
        if not opens and not depth:
            parts.append(found.group())
        depth += 1 if opens else -1 if depth else 0
        place = found.end()
    return "".join([*parts, text[place:]])
