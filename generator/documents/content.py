"""The content of a page that a browser saved whole: what is around it is none of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from .blocks import fold

_ROOTS = (
    "#js-ep-doc-cnt-md", ".ep-doc-area-cherry", ".cherry-markdown", ".markdown-body",
    "[itemprop=articleBody]", "main", "[role=main]", "article",
)  # fmt: skip
"""Where the content stands, on the vendor's site and on others'; the first that is there."""
_AROUND = frozenset({"nav", "aside", "footer", "form", "dialog", "select"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "dialog"})
_NAMES = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|navigation|sidebar|side-?nav|menu|toc|breadcrumbs?|footer|catalog"
    r"|catalogue|pagination|copyright|comments|hidden)(?:$|[-_ ])",
    re.I,
)
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none", re.I)
_UPDATED = re.compile(r"最后更新\s*[:：]?\s*\d{4}[/.-]\d")
_FACTS = frozenset({"pre", "table"})
_LONGEST_DATE = 60
_FEW_LINKS = 4
_MOSTLY = 0.9


def content_of(soup: BeautifulSoup) -> tuple[list[Tag], set[int]]:
    """Return which parts of a page are its document, and the ids of silent tags inside them."""
    body = soup.body
    if body is None:
        return [soup], set()
    root = next(filter(None, map(soup.select_one, _ROOTS)), None)
    if root is not None and root.get_text(strip=True):
        return [*_heads(body, root), root], set()
    tags = body.find_all(True)
    measured = _measured(tags)
    return [body], {id(tag) for tag in tags if _is_around(tag, measured[id(tag)])}


@dataclass
class _Measured:
    """What a tag holds, with all that is in it."""

    words: int = 0
    linked: int = 0
    links: int = 0
    holds_facts: bool = False
    """Whether it has what only the content has, whatever it is called."""


def _measured(tags: Sequence[Tag]) -> dict[int, _Measured]:
    """Measure tags in the order of the page: the last first, so that each has what is in it."""
    found: dict[int, _Measured] = {}
    for tag in reversed(tags):
        what = found.setdefault(id(tag), _Measured())
        own = [str(child) for child in tag.children if isinstance(child, NavigableString)]
        what.words += sum(len(one.strip()) for one in own)
        what.holds_facts |= tag.name in _FACTS or any("/cgi-bin/" in one for one in own)
        if tag.name == "a":
            what.links, what.linked = what.links + 1, what.words
        if isinstance(tag.parent, Tag):
            above = found.setdefault(id(tag.parent), _Measured())
            above.words += what.words
            above.linked += what.linked
            above.links += what.links
            above.holds_facts |= what.holds_facts
    return found


def _heads(body: Tag, root: Tag) -> Iterator[Tag]:
    """Yield what a page says of its content above it: its title, and when it was renewed."""
    inside = {id(tag) for tag in root.find_all(True)} | {id(root)}
    titles = [tag for tag in body.find_all("h1") if id(tag) not in inside]
    if len(titles) == 1:
        yield titles[0]
    for text in body.find_all(string=_UPDATED):
        above = text.parent
        if above is not None and id(above) not in inside and len(fold(text)) <= _LONGEST_DATE:
            yield above
            return


def _is_around(tag: Tag, what: _Measured) -> bool:
    if what.holds_facts:
        return False
    if tag.name in _AROUND or tag.get("role") in _ROLES or tag.has_attr("hidden"):
        return True
    if tag.name in ("html", "body", "td", "th", "tr", "code"):
        return False
    if _HIDDEN.search(str(tag.get("style", ""))[:300]):
        return True
    names = [str(tag.get("id", "")), *map(str, tag.get_attribute_list("class"))]
    if any(_NAMES.search(name[:300]) for name in names):
        return True
    is_list = tag.name in ("ul", "ol", "div") and what.links >= _FEW_LINKS
    return is_list and what.linked >= what.words * _MOSTLY
