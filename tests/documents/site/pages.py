"""The vendor's pages beside the checkout, read twice: by the project, and crudely line by line.

The crude reading shares no code with the project's. It knows lines that begin with a pipe, fences,
headings and addresses, and nothing of blocks, columns or rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.documents.blocks import DocumentError
from generator.documents.facts import DocumentFacts, NotUnderstood, Prose
from generator.documents.reading import read_document

from ..helpers import ROOT

SITE = ROOT.parent / "shared" / "documents" / "site"
NEW, OLD = SITE / "2026-01", SITE / "2025-10"

needs_site = pytest.mark.skipif(
    not NEW.is_dir(), reason="the vendor's pages are not beside the checkout"
)

_ADDRESS = re.compile(r"qyapi\.weixin\.qq\.com/cgi-bin/([\w/.-]+)")
_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")


@dataclass(frozen=True, order=True)
class Offender:
    """What is not as it should be: the page below the site's folder, a line, and the reason."""

    page: str
    line: int
    reason: str

    def __str__(self) -> str:
        """Return one line of a report."""
        return f"{self.page}:{self.line}: {self.reason}"


@dataclass(frozen=True)
class Page:
    """A page of the site."""

    path: Path

    @property
    def name(self) -> str:
        """Its path below the site's folder."""
        return self.path.relative_to(SITE).as_posix()

    @property
    def lines(self) -> list[str]:
        """Its lines; an index is a line's number less one."""
        return _lines(self.path)

    @property
    def facts(self) -> DocumentFacts | None:
        """What the project reads in it; None where it holds no operation."""
        return _facts(self.path)

    def offender(self, line: int, reason: str) -> Offender:
        """Return something wrong on this page."""
        return Offender(self.name, line, reason)


@cache
def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").replace("\r\n", "\n").split("\n")


@cache
def _facts(path: Path) -> DocumentFacts | None:
    try:
        return read_document(path)
    except DocumentError:
        return None


def pages(folder: Path = NEW) -> list[Page]:
    """Return the pages of one state of the site."""
    return [Page(path) for path in sorted(folder.rglob("*.md"))]


def report(offenders: list[Offender], most: int = 40) -> str:
    """Return offenders as the message of a test that fails."""
    shown = "\n".join(f"  {one}" for one in offenders[:most])
    more = f"\n  … and {len(offenders) - most} more" if len(offenders) > most else ""
    return f"{len(offenders)}:\n{shown}{more}"


# the crude reading


def outside_of_fences(page: Page) -> Iterator[tuple[int, str]]:
    """Yield the numbered lines that no fence and no comment of HTML encloses."""
    is_inside = False
    for number, line in enumerate(page.lines, 1):
        if line.strip().startswith("```") and line.count("```") == 1:
            is_inside = not is_inside
        elif line.strip().startswith("<!--") and "-->" not in line:
            is_inside = True
        elif is_inside and line.strip().endswith("-->"):
            is_inside = False
        elif not is_inside:
            yield number, line


def fences(page: Page) -> Iterator[tuple[int, str]]:
    """Yield what stands in fences, each with the line of its first line."""
    begin = 0
    for number, line in enumerate(page.lines, 1):
        if line.strip().startswith("```") and line.count("```") == 1:
            if begin:
                yield begin + 1, "\n".join(page.lines[begin : number - 1])
            begin = 0 if begin else number


def stated_operations(page: Page) -> list[tuple[int, str]]:
    """Return the paths of the addresses that stand outside of fences, with their lines."""
    found = ((number, _ADDRESS.search(line)) for number, line in outside_of_fences(page))
    return [(number, match[1].strip("/")) for number, match in found if match]


@dataclass(frozen=True)
class RawRow:
    """A line of a table: its cells, and those of the head above it."""

    line: int
    cells: tuple[str, ...]
    head: tuple[str, ...]


def rows(page: Page) -> list[RawRow]:
    """Return the lines that begin with a pipe, without heads and rules."""
    found: list[RawRow] = []
    lines = list(outside_of_fences(page))
    head: tuple[str, ...] = ()
    for place, (number, line) in enumerate(lines):
        if not line.strip().startswith("|") or _RULE.fullmatch(line):
            continue
        below = lines[place + 1][1] if place + 1 < len(lines) else ""
        if "-" in below and _RULE.fullmatch(below):
            head = _cells(line)
        else:
            found.append(RawRow(number, _cells(line), head))
    return found


def _cells(line: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in re.split(r"(?<!\\)\|", line.strip().strip("|")))


def heading_above(page: Page, line: int) -> str:
    """Return the nearest heading above a line, without its marks."""
    above = [text for number, text in outside_of_fences(page) if number < line]
    for text in reversed(above):
        if match := re.fullmatch(r"\s*#{1,6}\s*(.+?)\s*#*\s*", text):
            return re.sub(r"!!#\w+ |!!|\*\*", "", match[1])
    return ""


def front_matter(page: Page) -> dict[str, str]:
    """Return the lines of `name: value` at the top."""
    found: dict[str, str] = {}
    for line in page.lines[1:10]:
        name, colon, value = line.partition(": ")
        if line.startswith("---") or not colon:
            break
        found[name] = value.strip('" ')
    return found


# what the project's facts account for


def lines_of_facts(value: Any) -> Iterator[int]:
    """Yield every line that the facts name, at any depth."""
    if isinstance(value, Prose):
        yield from range(value.line, value.line + value.text.count("\n") + 1)
    elif is_dataclass(value):
        line = getattr(value, "line", None)
        if isinstance(line, int):
            yield line
        yield from getattr(value, "further_lines", ())
        for one in fields(value):
            yield from lines_of_facts(getattr(value, one.name))
    elif isinstance(value, dict):
        yield from (line for one in value.values() for line in lines_of_facts(one))
    elif isinstance(value, tuple | list):
        yield from (line for one in value for line in lines_of_facts(one))


def reported(facts: DocumentFacts) -> tuple[NotUnderstood, ...]:
    """Return what the project says of a page: what it did not understand, and what it doubts."""
    return (*facts.not_understood, *facts.doubts)
