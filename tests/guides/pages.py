"""Reads the project's Markdown: front matter, headings with anchors, links, blocks of code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
CHINESE = DOCS / "zh-CN"

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, and the line on which the text begins."""

    language: str
    text: str
    line: int
    ends: int


@dataclass(frozen=True)
class Page:
    """One Markdown file."""

    path: Path

    @property
    def name(self) -> str:
        """The path from the project's root, as test ids and messages have it."""
        return self.path.relative_to(ROOT).as_posix()

    @cached_property
    def text(self) -> str:
        return self.path.read_text("utf-8")

    @cached_property
    def front_matter(self) -> dict[str, Any]:
        """What stands between the two lines of dashes at the top; empty where there are none."""
        found = re.match(r"---\n(.*?)^---\n", self.text, re.MULTILINE | re.DOTALL)
        return dict(yaml.safe_load(found[1])) if found else {}

    @cached_property
    def prose(self) -> str:
        """The text without blocks and spans of code, in which nothing is a heading or a link."""
        return re.sub(r"`[^`\n]+`", "``", _FENCE.sub("", self.text))

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(
            Block(
                found[1],
                found[2],
                self.text.count("\n", 0, found.start(2)) + 1,
                self.text.count("\n", 0, found.end()) + 1,
            )
            for found in _FENCE.finditer(self.text)
        )

    @cached_property
    def headings(self) -> tuple[str, ...]:
        found = re.findall(r"^#+ (.+)$", _FENCE.sub("", self.text), re.MULTILINE)
        return tuple(one.replace("`", "") for one in found)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The anchors that GitHub and site generators give the headings."""
        seen: dict[str, int] = {}
        anchors = set()
        for heading in self.headings:
            slug = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
            anchors.add(f"{slug}-{seen[slug]}" if slug in seen else slug)
            seen[slug] = seen.get(slug, 0) + 1
        return frozenset(anchors)

    @property
    def relative_links(self) -> Iterator[tuple[str, Page, str]]:
        """Yield each link inside the project: as written, the file that it names, the anchor."""
        for link in _LINK.findall(self.prose):
            if re.match(r"[a-z]+:", link):
                continue
            file, _, anchor = link.partition("#")
            yield link, Page((self.path.parent / file).resolve() if file else self.path), anchor


READMES = {"README.md": DOCS, "README.zh-CN.md": CHINESE}
GUIDES = tuple(Page(one) for one in sorted(DOCS.rglob("*.md")))
PAGES = (*(Page(one) for one in sorted(ROOT.glob("*.md"))), *GUIDES)
