"""HTML as a browser saves it, to blocks; the parser is Beautiful Soup's."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator

from bs4 import BeautifulSoup, ParserRejectedMarkup
from bs4.element import PageElement, PreformattedString, Tag

from . import plain
from .blocks import Block, DocumentError, Row, Table, Text, fold, lines_of

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SILENT = frozenset({"script", "style", "head", "title", "noscript", "template", "svg", "button"})
_MAX_OPEN = 50
_WRAPPED = re.compile(r"(?<=[\u2e80-\uffef])[ \t]{0,99}\n[ \t]{0,99}(?=[\u2e80-\uffef])")
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt",
    "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "td", "th", "tr",
    "ul",
})  # fmt: skip


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the blocks of a page.

    Raises:
        DocumentError: the parser refuses it.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            soup = BeautifulSoup(_tamed(text), "html.parser")
    except ParserRejectedMarkup as error:
        raise DocumentError(f"the page is not HTML that can be read: {error}") from None
    yield from _Walker(soup).walk(soup.body or soup)


def _tamed(text: str) -> str:
    """Return a page in which no long row of open brackets is left to the parser, which is slow."""
    parts = []
    for part in text.split(">"):
        opened = part.split("<")
        rest = "".join(f"&lt;{one}" for one in opened[_MAX_OPEN:])
        parts.append("<".join(opened[:_MAX_OPEN]) + rest)
    return ">".join(parts)


class _Walker:
    """Walks a page; it knows beforehand which tags have blocks in them."""

    def __init__(self, soup: BeautifulSoup) -> None:
        self.around: set[int] = set()
        for block in soup.find_all(list(_BLOCKS)):
            for above in block.parents:
                if id(above) in self.around:
                    break
                self.around.add(id(above))

    def walk(self, tag: Tag) -> Iterator[Block]:
        """Yield what a tag holds; inline parts between its blocks make lines of their own."""
        inline: list[str] = []
        line = tag.sourceline or 1
        for child in tag.children:
            if not isinstance(child, Tag):
                inline.append(_shown(child))
            elif child.name in _SILENT:
                continue
            elif child.name in _BLOCKS or id(child) in self.around:
                yield from _lines("".join(inline), line, tag.name in _HEADINGS)
                inline = []
                yield from self._block(child)
                line = child.sourceline or line
            else:
                line = line if "".join(inline).strip() else child.sourceline or line
                inline.append(_inline(child))
        yield from _lines("".join(inline), line, tag.name in _HEADINGS)

    def _block(self, tag: Tag) -> Iterator[Block]:
        if tag.name == "table":
            return self._table(tag)
        return _preformatted(tag) if tag.name == "pre" else self.walk(tag)

    def _table(self, tag: Tag) -> Iterator[Block]:
        rows = []
        for row in tag.find_all("tr"):
            if row.find_parent("table") is not tag:
                continue
            cells = tuple(self._cell(cell) for cell in row.find_all(["td", "th"], recursive=False))
            if any(cells):
                rows.append(Row(cells, row.sourceline or tag.sourceline or 1))
        if rows:
            header = Row(tuple(map(fold, rows[0].cells)), rows[0].line)
            yield Table(header, tuple(rows[1:]))
        yield from self._beside_cells(tag)

    def _beside_cells(self, tag: Tag) -> Iterator[Block]:
        """Yield what stands in a table and in no cell of it, such as its caption."""
        for child in tag.children:
            if isinstance(child, Tag) and child.name in ("thead", "tbody", "tfoot", "tr"):
                yield from self._beside_cells(child)
            elif isinstance(child, Tag) and child.name not in ("td", "th", *_SILENT):
                yield from self.walk(child)
            elif words := "" if isinstance(child, Tag) else " ".join(_text(child).split()):
                yield Text(words, tag.sourceline or 1)

    def _cell(self, tag: Tag) -> str:
        return "\n".join(_words(block) for block in self.walk(tag))


def _words(block: Block) -> str:
    """Return a block inside a cell as text; a list or table there stays readable."""
    if isinstance(block, Table):
        return "\n".join(" ".join(row.cells) for row in (block.header, *block.rows))
    return block.text


def _text(node: PageElement) -> str:
    """Return a text of the page; comments and declarations are none."""
    return "" if isinstance(node, PreformattedString) else str(node)


def _shown(node: PageElement) -> str:
    """Return a text as a browser shows it: a line end in Chinese is none, elsewhere a blank."""
    return _WRAPPED.sub("", _text(node)).replace("\n", " ")


def _lines(text: str, line: int, is_heading: bool) -> Iterator[Text]:
    for part in text.split("\n"):
        if part.strip():
            yield Text(" ".join(part.split()), line, is_heading)


def _inline(tag: Tag) -> str:
    """Return the text of inline markup; a link that is all of its paragraph is its address."""
    if tag.name == "br" or tag.name in _SILENT:
        return "\n" if tag.name == "br" else ""
    if tag.name == "a" and _is_alone(tag):
        address = str(tag.get("href") or "")
        return address if address.startswith("http") else tag.get_text().strip()
    return "".join(
        _inline(child) if isinstance(child, Tag) else _shown(child) for child in tag.children
    )


def _is_alone(link: Tag) -> bool:
    beside = link.parent
    if beside is None or beside.name not in ("p", "div", "span") or len(beside.contents) > 5:
        return False
    return fold(beside.get_text()) == fold(link.get_text())


def _preformatted(tag: Tag) -> Iterator[Block]:
    for line_break in tag.find_all("br"):
        line_break.replace_with("\n")
    lines = enumerate(lines_of(tag.get_text()), tag.sourceline or 1)
    yield from plain.preformatted(list(lines))
