"""Pages of the site as HTML, rendered by markdown-it-py: what a browser saves of them."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest

from .pages import Page, front_matter

_HEADING = re.compile(r"^(#{1,6})(?=[^#\s])", re.M)
_BOLD = re.compile(r"\*\*([^*\n]{1,200})\*\*")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)


def rendered(page: Page, *, like_site: bool) -> str:
    """Return a page as a browser saves it: its address in a comment, its title above its content.

    `like_site` is how the site itself renders its dialect: a line ends where it ends, a heading
    needs no blank, bold none around it. Otherwise it is CommonMark with tables, to the letter.
    """
    markdown_it: Any = pytest.importorskip("markdown_it")
    text = _FRONT_MATTER.sub("", "\n".join(page.lines))
    if like_site:
        text = _blocks_apart(_HEADING.sub(r"\1 ", text))
    head = front_matter(page)
    address = head["source_url"]
    options = {"html": True, "breaks": like_site}
    parser = markdown_it.MarkdownIt("commonmark", options).enable("table")
    return (
        f"<!-- saved from url=({len(address):04}){address} -->\n"
        f"<html><head><title>{html.escape(head['title'])}</title></head>\n"
        f"<body>\n<h1>{html.escape(head['title'])}</h1>\n{parser.render(text)}</body></html>\n"
    )


def rows_of(text: str) -> int:
    """Return how many rows the tables of a rendered page have, without their heads."""
    return text.count("<tr>") - text.count("<thead>")


def _blocks_apart(text: str) -> str:
    """Put a blank line above tables and headings, where the vendor's dialect needs none."""
    lines: list[str] = []
    is_fenced = False
    for line in text.split("\n"):
        bare = line.strip()
        if bare.startswith("```"):
            is_fenced = not is_fenced
            lines.append(bare if bare.count("```") == 1 else line)
            continue
        if is_fenced:
            lines.append(line)
            continue
        starts = bare.startswith("|") and not (lines and lines[-1].startswith("|"))
        ends = bool(lines) and lines[-1].startswith("|") and not bare.startswith("|")
        if starts or ends or bare.startswith("#"):
            lines.append("")
        line = _BOLD.sub(r"<strong>\1</strong>", line)
        lines.append(line.strip() if bare.startswith("|") else line)
    return "\n".join(lines)
