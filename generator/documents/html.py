"""HTML as a browser saves it, to blocks; the parser is Beautiful Soup's."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from . import plain
from .blocks import Block, Code, Row, Table, Text, fold

_SILENT = frozenset({"script", "style", "head", "title", "noscript", "template", "svg", "button"})
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt",
    "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "td", "th", "tr",
    "ul",
})  # fmt: skip


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the blocks of a page."""
    soup = BeautifulSoup(text, "html.parser")
    yield from _walk(soup.body or soup)


def _walk(tag: Tag) -> Iterator[Block]:
    """Yield what a tag holds; inline parts between its blocks make lines of their own."""
    inline: list[str] = []
    line = tag.sourceline or 1
    for child in tag.children:
        if isinstance(child, Tag) and child.name in _SILENT:
            continue
        if isinstance(child, Tag) and (child.name in _BLOCKS or child.find(list(_BLOCKS))):
            yield from _lines("".join(inline), line)
            inline = []
            yield from _block(child)
            line = child.sourceline or line
        elif isinstance(child, Tag):
            inline.append(_inline(child))
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            inline.append(str(child).replace("\n", " "))
    yield from _lines("".join(inline), line)


def _block(tag: Tag) -> Iterator[Block]:
    if tag.name == "table":
        yield from _table(tag)
    elif tag.name == "pre":
        yield from _preformatted(tag)
    else:
        yield from _walk(tag)


def _lines(text: str, line: int) -> Iterator[Text]:
    for part in text.split("\n"):
        if part.strip():
            yield Text(" ".join(part.split()), line)


def _inline(tag: Tag) -> str:
    """Return the text of inline markup; a link that is all of its paragraph is its address."""
    if tag.name == "br":
        return "\n"
    if (
        tag.name == "a"
        and tag.parent is not None
        and fold(tag.parent.get_text()) == fold(tag.get_text())
    ):
        address = str(tag.get("href") or "")
        shown = tag.get_text().strip()
        return (
            address
            if address.startswith("http") and tag.parent.name in ("p", "div", "span")
            else shown
        )
    parts = []
    for child in tag.children:
        if isinstance(child, Tag):
            parts.append("" if child.name in _SILENT else _inline(child))
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            parts.append(str(child).replace("\n", " "))
    return "".join(parts)


def _preformatted(tag: Tag) -> Iterator[Block]:
    text = tag.get_text()
    line = tag.sourceline or 1
    if text.strip().startswith(("{", "[")):
        yield Code(text, line)
    else:
        yield from plain.blocks_of(list(enumerate(text.splitlines(), line)))


def _table(tag: Tag) -> Iterator[Block]:
    rows = []
    for row in tag.find_all("tr"):
        if row.find_parent("table") is not tag:
            continue
        cells = tuple(_cell(cell) for cell in row.find_all(["td", "th"], recursive=False))
        if any(cells):
            rows.append(Row(cells, row.sourceline or tag.sourceline or 1))
    if rows:
        header = Row(tuple(map(fold, rows[0].cells)), rows[0].line)
        yield Table(header, tuple(rows[1:]))


def _cell(tag: Tag) -> str:
    lines = [block.text for block in _walk(tag) if isinstance(block, Text)]
    return "\n".join(lines)
