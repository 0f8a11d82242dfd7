"""The formats of documents, told apart by their content; each becomes the same blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import html, markdown, plain, pod
from .blocks import Block, lines_of

_PAGE = re.compile(r"^[ \t]{0,9}(?:<!doctype\s{1,9}html|<html\b|<body\b)", re.I | re.M)
_PART = re.compile(r"<(?:table|h[1-6]|p|div|section|article|ul|pre|span|meta|!--)", re.I)
_SCRIPT = re.compile(r"<script\b", re.I)
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


def without_operations(text: str) -> str:
    """Return what a text without a single operation probably is, and what to save instead."""
    begin = text.lstrip("\ufeff \t\r\n")[:200]
    if begin.startswith(("{", "[")):
        return "; it looks like JSON: save the page that a browser shows, as HTML"
    if begin.startswith("<?xml") or begin.lower().startswith("<svg"):
        return "; it looks like XML: save the page that a browser shows, as HTML"
    if _PAGE.search(text[:20_000]) and _SCRIPT.search(text):
        return (
            "; a script may write what the page shows: save it from a browser that shows it, and "
            "not with a program that only fetches it"
        )
    return ""
