"""The vendor's pages in Markdown and as HTML of it: the same blocks, and the same facts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import pytest
from markdown_it import MarkdownIt

from generator.documents.blocks import Block, Code, Table, Text, fold
from generator.documents.facts import DocumentFacts, as_data
from generator.documents.files import read_file
from generator.documents.formats import blocks_of
from generator.documents.reading import read_text

from .helpers import ROOT

SITE = ROOT.parent / "shared" / "documents" / "site"
PAGES = sorted(SITE.glob("2*/**/*.md"))
RENDERED = SITE / "html" / "94822.html"

pytestmark = pytest.mark.skipif(not PAGES, reason="the vendor's pages are not beside the checkout")

_LOST = re.compile(r"[\s*_`]+|<[^<>]*>")
"""What a renderer takes for its own: marks of emphasis where none was meant, tags it knows not."""
_NUMBER = re.compile(r"^(\d{1,3})[.)]")


def shape(blocks: Iterable[Block]) -> list[tuple[str, ...]]:
    """Return what stands in blocks; a row ends with its last cell that is filled."""
    found: list[tuple[str, ...]] = []
    for block in blocks:
        if isinstance(block, Table):
            width = len(block.header.cells)
            for row in (block.header, *block.rows):
                cells = [bare(cell) for cell in row.cells[:width]]
                while cells and not cells[-1]:
                    cells.pop()
                found.append(("row", *cells))
        elif isinstance(block, Text):
            found.append(("text", _NUMBER.sub("", bare(block.text))))
        elif isinstance(block, Code):
            found.append(("code", bare(block.text)))
        else:
            found.append(("unread", block.why))
    return found


def bare(text: str) -> str:
    return _LOST.sub("", fold(text))


def rendered(text: str, *, breaks: bool) -> str:
    return str(MarkdownIt("commonmark", {"breaks": breaks}).enable("table").render(text))


def facts(found: DocumentFacts) -> Any:
    """Return what is stated of operations, without lines and without the bounds of texts."""
    return _without(as_data(found)["operations"])


def _without(data: Any) -> Any:
    if isinstance(data, dict):
        return {
            key: _without(value)
            for key, value in data.items()
            if key not in ("line", "further_lines", "text", "texts")
        }
    return [_without(one) for one in data] if isinstance(data, list) else data


def sentences(found: DocumentFacts) -> list[tuple[str, str]]:
    return sorted(
        (one.name, chunk)
        for one in found.operations
        for proses in one.texts.values()
        for prose in proses
        for chunk, _ in prose.chunks()
    )


@pytest.mark.parametrize("breaks", [False, True])
def test_every_page_has_the_same_blocks_as_html(breaks: bool) -> None:
    others = {}
    for page in PAGES:
        text = read_file(page).text
        markdown, html = (shape(blocks_of(one)) for one in (text, rendered(text, breaks=breaks)))
        if markdown != html:
            others[page.name] = [
                one for one in zip(markdown, html, strict=False) if one[0] != one[1]
            ][:2]
    assert others == {}


@pytest.mark.parametrize("breaks", [False, True])
def test_every_page_states_the_same_as_html(breaks: bool) -> None:
    others = []
    for page in PAGES:
        text = read_file(page).text
        first, second = read_text(text), read_text(rendered(text, breaks=breaks))
        if (facts(first), sentences(first)) != (facts(second), sentences(second)):
            others.append(page.name)
    assert others == []


def test_the_site_renders_the_page_that_its_markdown_is() -> None:
    (page,) = (one for one in PAGES if "/document/path/94822\n" in one.read_text("utf-8"))
    first, second = read_text(read_file(page).text), read_text(read_file(RENDERED).text)
    assert len(facts(first)) == 1
    assert _apart_from_heads(facts(first)) == _apart_from_heads(facts(second))


def _apart_from_heads(data: Any) -> Any:
    """The element has no title and no date, which stand above it on the page."""
    return [
        {key: value for key, value in one.items() if key not in ("title", "updated", "page")}
        for one in data
    ]


def test_no_row_of_a_table_is_lost() -> None:
    lost = {}
    for page in PAGES:
        text = read_file(page).text
        blocks = [*blocks_of(text)]
        lines = {
            row.line for one in blocks if isinstance(one, Table) for row in (one.header, *one.rows)
        }
        inside = _lines_of_code(blocks)
        missing = [
            number
            for number, line in enumerate(_shown(text).split("\n"), 1)
            if line.count("|") > 1 and line.strip().startswith("|") and re.search(r"[^|\s:-]", line)
            if number not in lines and number not in inside
        ]
        if missing:
            lost[page.name] = missing
    assert lost == {}


def _shown(text: str) -> str:
    """Return a page without what it hides in remarks."""
    return re.sub(r"<!--.*?-->", lambda found: "\n" * found.group().count("\n"), text, flags=re.S)


def _lines_of_code(blocks: Iterable[Block]) -> set[int]:
    return {
        one.line + offset
        for one in blocks
        if isinstance(one, Code)
        for offset in range(one.text.count("\n") + 1)
    }
