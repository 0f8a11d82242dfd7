"""The formats of documents, told apart by their content; each becomes the same blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import html, markdown, plain, pod
from .blocks import Block

_HTML = re.compile(r"<!doctype\s+html|<html\b|<body\b|<table\b|<h[1-6]\b|<p\b", re.I)
_POD = re.compile(r"^=(?:head[1-6]|pod|encoding|over)\b", re.M)
_MARKDOWN = re.compile(r"^(?:#{1,6} +\S|\s*\|?\s*:?-{3,}:?\s*\|[\s|:-]*$|```)", re.M)


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the blocks of a document."""
    if _POD.search(text):
        return pod.blocks_of(text)
    if _HTML.search(text[:20_000]):
        return html.blocks_of(text)
    if _MARKDOWN.search(text):
        return markdown.blocks_of(text)
    return plain.blocks_of(list(enumerate(text.splitlines(), 1)))
