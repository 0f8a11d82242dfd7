"""The formats of documents, told apart by their content; each becomes the same blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from . import markdown, plain, pod
from .blocks import Block, lines_of
from .labels import path_of
from .source import without_front_matter

_PAGE = re.compile(r"^[ \t]{0,9}(?:<!doctype\s{1,9}html|<html\b|<body\b)", re.I | re.M)
_PART = re.compile(
    r"(?:<!--(?:(?!-->).){0,2000}?-->\s{0,99}){0,9}<(?:table|h[1-6r]|p|div|section|article|main|ul|ol"
    r"|pre|span|meta|head|blockquote|center|font|strong|b|a|br|title|link)\b",
    re.I | re.S,
)
_CLOSED = re.compile(r"</(?:p|div|td|tr|li|h[1-6]|pre|table|section|article)>", re.I)
_SCRIPT = re.compile(r"<script\b", re.I)
_POD = re.compile(r"^=(?:head[1-6]|pod|encoding|over)\b", re.M)
_RULE = r"[ \t>]{0,9}\|?[ \t]{0,9}:?-{1,200}:?[ \t]{0,9}\|[ \t|:-]{0,500}$"
_MARKDOWN = re.compile(
    rf"^(?:[ \t>]{{0,9}}#{{1,6}}[ \t]{{0,9}}[^\s#!]|{_RULE}|[ \t>]{{0,9}}(?:```|~~~)"
    r"|[ \t]{0,9}(?:[-*+>][ \t]{1,9})?\*\*[^*\n]{1,80}\*\*|\[TOC\]|:::[ \t]{0,3}[a-z]"
    r"|[^\n]{0,500}(?:!!#[0-9a-fA-F]{3,8}[ \t]|\]\(#\d{1,9}[/)]))",
    re.M,
)
_MOST = 20_000


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the blocks of a document."""
    text = without_front_matter(text)
    if _POD.search(text):
        return pod.blocks_of(text)
    if _is_html(text):
        return _html(text, 1)
    if _MARKDOWN.search(text):
        return markdown.blocks_of(text, _html)
    return plain.blocks_of(list(enumerate(lines_of(text), 1)))


def _html(text: str, first: int) -> Iterator[Block]:
    from . import html  # it imports a parser, which no other format needs

    return html.blocks_of(text, first)


def _is_html(text: str) -> bool:
    """Say whether a text is a page, or a part of one, and not a text with some tags in it."""
    head = text[:_MOST]
    page = _PAGE.search(head)
    if page is not None and head.count("```", 0, page.start()) % 2 == 0:
        return True
    if _PART.match(head.lstrip()[:_MOST]) is None:
        return False
    return len(_CLOSED.findall(head)) >= len(_MARKDOWN.findall(head))


def without_operations(text: str) -> str:
    """Return what a text without a single operation probably is, and what to save instead."""
    if other := next((name for mark, name in _KINDS if mark.search(text[:_MOST])), ""):
        return f"; it looks like {other}, and no page of this API's documentation"
    begin = text.lstrip("\ufeff \t\r\n")[:200]
    if not begin:
        return "; it is empty"
    if begin.startswith(("{", "[")):
        return "; it looks like JSON: save the page that a browser shows, as HTML"
    if begin.startswith("<?xml") or begin.lower().startswith("<svg"):
        return "; it looks like XML: save the page that a browser shows, as HTML"
    if _PAGE.search(text[:_MOST]) and _SCRIPT.search(text):
        return (
            "; a script may write what the page shows: save it from a browser that shows it, and "
            "not with a program that only fetches it"
        )
    if other := _other_address(text):
        return f"; its addresses are of another API ({other})"
    return ""


_KINDS = (
    (re.compile(r"[\"']?(?:openapi|swagger)[\"']?\s{0,9}:\s{0,9}[\"']?\d", re.I),
     "a description in OpenAPI"),
    (re.compile(r"schema\.(?:get)?postman\.com|\"_postman_id\"", re.I), "a collection of Postman"),
    (re.compile(r"[\"']?asyncapi[\"']?\s{0,9}:\s{0,9}[\"']?\d", re.I), "a description in AsyncAPI"),
    (re.compile(r"\"log\"\s{0,9}:\s{0,9}\{\s{0,99}\"version\"", re.I), "an archive of HTTP (HAR)"),
    (re.compile(r"^syntax\s{0,9}=\s{0,9}[\"']proto[23]", re.M), "a file of Protocol Buffers"),
    (re.compile(r"^(?:type Query \{|schema \{|extend type )", re.M), "a schema of GraphQL"),
    (re.compile(r"<(?:\w{1,20}:)?definitions\b[^<>]{0,2000}wsdl", re.I), "a description in WSDL"),
    (re.compile(r"^#%RAML", re.M), "a description in RAML"),
)  # fmt: skip
"""Formats that describe APIs and are no documentation."""
_ADDRESS = re.compile(r"https?://(?P<host>[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})(?::\d{1,5})?/")
_FAR = 100
"""How much behind a host tells whether an operation of this API stands there."""
_API_HOST = re.compile(r"(?:^|[.-])(?:api|open|openapi|oapi|gateway|qyapi)\d{0,2}(?:[.-]|$)", re.I)
_VENDOR = "work.weixin.qq.com"
"""Its pages without operations link to the vendor's own tools, below this host."""


def _other_address(text: str) -> str:
    """Return the host that a text calls most often, where it is of another API."""
    head = text[: 20 * _MOST]
    addresses = [*_ADDRESS.finditer(head)]
    if any(path_of(head[one.start() : one.end() + _FAR]) for one in addresses):
        return ""
    hosts = Counter(one["host"].lower() for one in addresses)
    others = (host for host, _ in hosts.most_common() if not host.endswith(_VENDOR))
    return next((host for host in others if _API_HOST.search(host)), "")
