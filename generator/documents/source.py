"""Where a document comes from, as far as its file says so: front matter, or a browser's remark."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..spec.names import page_id

_MOST = 20_000
"""What stands further below in a file says nothing about the file."""
_ADDRESSES = (
    "source_url", "url", "source", "link", "permalink", "canonical", "canonical_url",
    "original_url", "page_url", "origin", "href", "address",
)  # fmt: skip
_TITLES = ("title", "name")
_FENCED = re.compile(
    r"\A\s{0,99}?(?P<mark>---|\+\+\+)[ \t]{0,9}\n(?P<inside>(?:[^\n]{0,2000}\n){1,60}?)"
    r"(?:(?P=mark)|\.\.\.)[ \t]{0,9}(?:\n|\Z)"
)
_RENDERED = re.compile(
    r"<hr[ \t]{0,3}/?>\s{0,9}<h2[^<>]{0,200}>(?P<inside>.{0,6000}?)</h2>", re.I | re.S
)
"""What a renderer of Markdown that knows no front matter makes of it."""
_KEYED = re.compile(r"(?P<key>[A-Za-z][\w.-]{0,60})[ \t]{0,9}[:=](?:[ \t]+(?P<value>.*)|)")
_MORE = re.compile(r"[ \t]+\S.*|-[ \t].*|#.*|[\]}],?|")
"""What goes on with the value above, or is a remark."""
_SAVED_FROM = re.compile(r"<!--\s{0,9}saved from url=(?:\(\d{1,9}\))?(?P<url>[^\s>]{1,2000})", re.I)
_TITLE_TAG = re.compile(r"<title\b[^<>]{0,200}>(?P<title>[^<>]{1,500})</title>", re.I)
_SITE = re.compile(r"(?: [-–—|] [^-–—|]{1,60}){1,4}$")
"""What pages have behind their own title: the sections and the name of the site."""
_TAG = re.compile(r"<[^<>]{0,500}>")


@dataclass(frozen=True)
class Source:
    """The page that a document is: its address without a fragment, and its title."""

    address: str = ""
    title: str = ""
    title_line: int = 0

    @property
    def id(self) -> str:
        """The last part of the address's path, which names the page; empty if there is none."""
        return page_id(self.address)


def source_of(text: str) -> Source:
    """Return what the text of a file says of the page that it holds."""
    stated = {key: (value, line) for key, value, line in _pairs(text) if value}
    addresses = [stated[key][0] for key in _ADDRESSES if key in stated]
    if saved := _SAVED_FROM.search(text[:_MOST]):
        addresses.append(saved["url"])
    title, line = next((stated[key] for key in _TITLES if key in stated), _page_title(text))
    return Source(next(filter(None, map(clean_address, addresses)), ""), title, line)


def _page_title(text: str) -> tuple[str, int]:
    """Return the title of a page in HTML, without the name of its site, and its line."""
    found = _TITLE_TAG.search(text[:_MOST])
    if found is None:
        return "", 0
    words = " ".join(html.unescape(found["title"]).split())
    line = text.count("\n", 0, found.start()) + 1
    return _SITE.sub("", words), line


def clean_address(address: str) -> str:
    """Return an address without its fragment; empty where it is none of the web's, by HTTPS."""
    try:
        parts = urlsplit(address.strip().strip("<>"))
    except ValueError:
        return ""
    return parts._replace(fragment="").geturl() if parts.scheme == "https" and parts.netloc else ""


def without_front_matter(text: str) -> str:
    """Return a text in which front matter is empty lines, so that all lines keep their number."""
    found = _front_matter(text)
    if found is None:
        return text
    blank = "\n" * text.count("\n", found.start(), found.end())
    return text[: found.start()] + blank + text[found.end() :]


def _front_matter(text: str) -> re.Match[str] | None:
    """Return what is front matter: fenced lines that each give a key its value, one at least."""
    head = text[:_MOST]
    for pattern in (_FENCED, _RENDERED):
        found = pattern.search(head)
        if found is None:
            continue
        lines = found["inside"].rstrip("\n").split("\n")
        keyed = [_KEYED.fullmatch(line.strip("\r")) is not None for line in lines]
        if keyed[0] and all(
            one or _MORE.fullmatch(line) for one, line in zip(keyed, lines, strict=True)
        ):
            return found
    return None


def _pairs(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield the keys of front matter in lower case, their values, and the line of each."""
    found = _front_matter(text)
    if found is None:
        return
    first = text.count("\n", 0, found.start("inside")) + 1
    is_rendered = found.re is _RENDERED
    for number, line in enumerate(found["inside"].split("\n"), first):
        if is_rendered:
            line = html.unescape(_TAG.sub("", line))
        if pair := _KEYED.fullmatch(line.strip()):
            yield pair["key"].lower(), _unquoted(pair["value"] or ""), number


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        inner = value[1:-1]
        if value[0] == "'":
            return inner.replace("''", "'")
        return re.sub(r'\\(["\\/])', r"\1", inner)
    return re.sub(r"\s{1,99}#.*", "", value)
