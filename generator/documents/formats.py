"""The formats of documents, told apart by their content; each becomes the same blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import html, markdown, plain, pod
from .blocks import Block, lines_of

_PAGE = re.compile(r"^[ \t]{0,9}(?:<!doctype\s{1,9}html|<html\b|<body\b)", re.I | re.M)
_PART = re.compile(r"<(?:table|h[1-6]|p|div|section|article|ul|pre|span|meta|!--)", re.I)
_POD = re.compile(r"^=(?:head[1-6]|pod|encoding|over)\b", re.M)
_MARKDOWN = re.compile(
    r"^(?:#{1,6} +\S|[ \t]{0,9}\|?[ \t]{0,9}:?-{3,50}:?[ \t]{0,9}\|[ \t|:-]{0,500}$|```)", re.M
)


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the blocks of a document."""
    if _POD.search(text):
        return pod.blocks_of(text)
    if _PAGE.search(text[:20_000]) or _PART.match(text.lstrip()[:20]):
        return html.blocks_of(text)
    if _MARKDOWN.search(text):
        return markdown.blocks_of(text)
    return plain.blocks_of(list(enumerate(lines_of(text), 1)))
