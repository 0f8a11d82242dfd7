"""HTML as a browser or a renderer writes it, to blocks; the parser is Beautiful Soup's."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bs4 import BeautifulSoup, ParserRejectedMarkup
from bs4.element import PageElement, PreformattedString, Tag

from . import markdown, marks, pipes, plain
from .blocks import Block, DocumentError, Row, Table, Text, Unread, fold, lines_of
from .content import content_of
from .wraps import HARD, SOFT, lines_in, longest_wrapped

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SILENT = frozenset({"script", "style", "head", "title", "noscript", "template", "svg", "button"})
_CODE = frozenset({"code", "kbd", "samp", "tt"})
_CLOSED_BREAK = re.compile(r"<[ \t]{0,3}/[ \t]{0,3}br\b[^<>]{0,50}>", re.I)
"""A line break for browsers, and nothing for the parser."""
_MAX_OPEN = 50
_MAX_SPAN = 50
_MAX_DEPTH = 200
_WIDE = "\xa0\u2002\u2003\u2007\u3000"
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt",
    "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "td", "th", "tr",
    "ul",
})  # fmt: skip


def blocks_of(text: str, first: int = 1) -> Iterator[Block]:
    """Yield the blocks of a page, or of a part of one; `first` is the number of its first line.

    Raises:
        DocumentError: the parser refuses it.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            soup = BeautifulSoup(_tamed(text), "html.parser")
    except ParserRejectedMarkup as error:
        raise DocumentError(f"the page is not HTML that can be read: {error}") from None
    _check_depth(soup)
    parts, silent = content_of(soup)
    most = longest_wrapped(text, is_page=soup.body is not None)
    walker = _Walker(soup, silent, first, most)
    for part in parts:
        yield from walker.walk(part)


def _check_depth(soup: BeautifulSoup) -> None:
    depths: dict[int, int] = {}
    for tag in soup.find_all(True):
        depths[id(tag)] = depth = depths.get(id(tag.parent), 0) + 1
        if depth > _MAX_DEPTH:
            raise DocumentError("the document is nested too deeply to be read")


def _tamed(text: str) -> str:
    """Return a page in which no long row of open brackets is left to the parser, which is slow."""
    text = _CLOSED_BREAK.sub("<br>", text)
    parts = []
    for part in text.split(">"):
        opened = part.split("<")
        rest = "".join(f"&lt;{one}" for one in opened[_MAX_OPEN:])
        parts.append("<".join(opened[:_MAX_OPEN]) + rest)
    return ">".join(parts)


class _Walker:
    """Walks a page; it knows beforehand which tags have blocks in them, and which are silent."""

    def __init__(self, soup: BeautifulSoup, silent: set[int], first: int, most: int) -> None:
        self.silent = silent
        self.first = first
        self.longest_wrapped = most
        self.around: set[int] = set()
        for block in soup.find_all(list(_BLOCKS)):
            for above in block.parents:
                if id(above) in self.around:
                    break
                self.around.add(id(above))

    def walk(self, tag: Tag, in_cell: bool = False) -> Iterator[Block]:
        """Yield what a tag holds; inline parts between its blocks make lines of their own."""
        inline: list[str] = []
        line, is_empty = self._line(tag), True
        number = 0
        for child in tag.children:
            if not isinstance(child, Tag):
                inline.append(_shown(child))
                is_empty = is_empty and not inline[-1].strip()
            elif child.name in _SILENT or id(child) in self.silent:
                continue
            elif child.name in _BLOCKS or id(child) in self.around:
                yield from self._lines(inline, line, tag, in_cell)
                inline, is_empty = [], True
                if child.name == "li" and tag.name == "ol":
                    number = _number(child, tag, number)
                    yield from _numbered(number, self._block(child, in_cell))
                else:
                    yield from self._block(child, in_cell)
                line = self._line(child)
            else:
                line = self._line(child) if is_empty else line
                inline.append(_inline(child))
                is_empty = is_empty and not inline[-1].strip()
        yield from self._lines(inline, line, tag, in_cell)

    def _line(self, tag: Tag) -> int:
        return (tag.sourceline or 1) + self.first - 1

    def _block(self, tag: Tag, in_cell: bool) -> Iterator[Block]:
        if tag.name == "table":
            return self._table(tag)
        return self._preformatted(tag) if tag.name == "pre" else self.walk(tag, in_cell)

    def _lines(self, inline: list[str], line: int, tag: Tag, in_cell: bool) -> Iterator[Block]:
        text = "".join(inline)
        if not text.strip():
            return
        found = lines_in(text, line, most=self.longest_wrapped)
        if in_cell:
            for at, one in found:
                yield Text(one, at)
        elif tag.name in _HEADINGS:
            level = int(tag.name[1]) if len(found) == 1 else 0
            for at, one in found:
                if shown := marks.words(one.strip("# "), is_rendered=True):
                    yield Text(shown, at, level)
        else:
            yield from markdown.prose(found, is_rendered=True)

    def _table(self, tag: Tag) -> Iterator[Block]:
        if tag.find("pre") is not None and tag.find("th") is None:
            # code with its line numbers beside it
            for pre in tag.find_all("pre"):
                if pre.get_text().replace("\n", "").strip(" 0123456789"):
                    yield from self._preformatted(pre)
            return
        rows = self._rows(tag)
        if rows:
            header = Row(tuple(map(fold, rows[0].cells)), rows[0].line)
            yield from pipes.settled(
                header, [one for one in rows[1:] if not pipes.is_rule(one.cells)]
            )
        yield from self._beside_cells(tag)

    def _rows(self, tag: Tag) -> list[Row]:
        rows: list[Row] = []
        spans: dict[int, int] = {}
        for row in tag.find_all("tr"):
            if row.find_parent("table") is not tag:
                continue
            found = row.find_all(["td", "th"], recursive=False)
            cells = self._cells(found, spans)
            if any(cells):
                indent = _indent(found[0]) if found else 0
                rows.append(Row(cells, self._line(row), indent))
        return rows

    def _cells(self, row: Sequence[Tag], spans: dict[int, int]) -> tuple[str, ...]:
        """Return the cells of a row; `spans` has how far cells of rows above reach down."""
        cells: list[str] = []
        for cell in row:
            _skip_spans(cells, spans)
            down = _span(cell, "rowspan") - 1
            wide = _span(cell, "colspan")
            for place in range(len(cells), len(cells) + wide):
                spans[place] = down
            cells += [self._cell(cell, is_first=not cells), *[""] * (wide - 1)]
        _skip_spans(cells, spans)
        return tuple(cells)

    def _beside_cells(self, tag: Tag) -> Iterator[Block]:
        """Yield what stands in a table and in no cell of it, such as its caption."""
        for child in tag.children:
            if isinstance(child, Tag) and child.name in ("thead", "tbody", "tfoot", "tr"):
                yield from self._beside_cells(child)
            elif isinstance(child, Tag) and child.name not in ("td", "th", *_SILENT):
                yield from self.walk(child)
            elif words := "" if isinstance(child, Tag) else " ".join(_text(child).split()):
                yield Text(words, self._line(tag))

    def _cell(self, tag: Tag, *, is_first: bool) -> str:
        shown = "\n".join(_words(block) for block in self.walk(tag, in_cell=True))
        return marks.cell(shown, is_first=is_first, is_rendered=True)

    def _preformatted(self, tag: Tag) -> Iterator[Block]:
        for line_break in tag.find_all("br"):
            line_break.replace_with("\n")
        lines = enumerate(lines_of(tag.get_text()), self._line(tag))
        yield from plain.preformatted(list(lines), _language(tag))


def _skip_spans(cells: list[str], spans: dict[int, int]) -> None:
    """Leave the places empty into which cells of rows above reach."""
    while spans.get(len(cells), 0) > 0:
        spans[len(cells)] -= 1
        cells.append("")


def _span(cell: Tag, name: str) -> int:
    said = str(cell.get(name, "1")).strip()
    is_number = said.isascii() and said.isdigit() and len(said) < 5
    return max(1, min(int(said), _MAX_SPAN)) if is_number else 1


def _indent(cell: Tag) -> int:
    text = cell.get_text().lstrip(" \t\n")
    return len(text) - len(text.lstrip(_WIDE))


def _number(item: Tag, items: Tag, above: int) -> int:
    said = str(item.get("value") or (items.get("start", "1") if not above else ""))
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else above + 1


def _numbered(number: int, blocks: Iterator[Block]) -> Iterator[Block]:
    """Yield an item's blocks with its number, which is a part of its text in other formats."""
    for place, block in enumerate(blocks):
        if place == 0 and isinstance(block, Text):
            block = replace(block, text=f"{number}. {block.text}")
        yield block


def _words(block: Block) -> str:
    """Return a block inside a cell as text; a list or table there stays readable."""
    if isinstance(block, Table):
        return "\n".join(" ".join(row.cells) for row in (block.header, *block.rows))
    return "" if isinstance(block, Unread) else block.text


def _text(node: PageElement) -> str:
    """Return a text of the page; comments and declarations are none."""
    return "" if isinstance(node, PreformattedString) else str(node)


def _shown(node: PageElement) -> str:
    """Return a text with its line ends told from those that a page states."""
    return _text(node).replace("\r\n", "\n").replace(HARD, SOFT)


def _inline(tag: Tag) -> str:
    """Return the text of inline markup; a link that is all of its paragraph is its address."""
    if tag.name == "br" or tag.name in _SILENT:
        return HARD if tag.name == "br" else ""
    if tag.name == "img":
        return str(tag.get("alt") or "")
    if tag.name in _CODE:
        return marks.aside(tag.get_text(" "))
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


def _language(tag: Tag) -> str:
    code = tag.find("code", recursive=False)
    for one in (tag, code):
        names = one.get_attribute_list("class") if isinstance(one, Tag) else []
        for name in names:
            if name and name.startswith(("language-", "lang-")):
                return name.partition("-")[2]
    return ""
