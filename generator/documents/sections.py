"""Blocks to sections: which operation a block belongs to, and to which part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from .blocks import Block, Code, Table, Text, fold
from .facts import NotUnderstood, Prose

TITLE, SUMMARY, NOTES, PERMISSION = "title", "summary", "notes", "permission"
ADDRESS = "path"

_OPERATION = re.compile(r"(?P<name>[A-Za-z_]\w*) ?\((?P<arguments> ?access_token\b[^)]*)\) ?;?")
_MODULE = re.compile(r"[A-Za-z]\w*(?:::\w+)+")
_UPDATED = re.compile(r"(?P<title>.*?) ?最后更新 ?:? ?(?P<date>\d{4}[/.-]\d{1,2}[/.-]\d{1,2}) ?")
_URL = re.compile(r"<?(?P<url>https?://\S+?)>?")
_METHOD = re.compile(r"请求(?:方式|方法) ?:? ?(?P<method>GET|POST)(?![A-Za-z])(?P<rest>.*)", re.I)
_ADDRESSED = re.compile(r"请求(?:地址|URL|链接) ?:? ?(?P<url>https?://\S+)(?P<rest>.*)", re.I)

_PARTS = {
    "module": ("name", "description", "function"),
    "page": ("synopsis",),
    SUMMARY: ("请求说明", "接口说明", "接口描述"),
    NOTES: ("注意事项",),
    PERMISSION: ("权限说明",),
    "table": ("参数说明",),
    "request_table": ("请求参数说明", "请求参数"),
    "request_example": (
        "请求包结构体为", "请求包结构体", "请求包体", "请求示例", "请求参数示例", "请求包示例",
    ),
    "response_table": ("return 参数说明", "返回参数说明", "返回参数", "返回字段说明"),
    "response_example": (
        "return 返回结果", "返回结果", "返回结果示例", "返回包结构体为", "返回包结构体", "响应示例",
        "返回示例",
    ),
}  # fmt: skip
"""The parts of a section, each with the lines that may stand above it."""
_ANSWER = ("response_table", "response_example")
_MARKERS = {line: part for part, lines in _PARTS.items() for line in lines}


def part_of(text: str) -> str | None:
    """Return the part of a section that a folded line stands above, if it names one."""
    return _MARKERS.get(text.rstrip(":").strip().lower())


def is_operation(text: str) -> bool:
    """Say whether a folded line is the heading of an operation."""
    return _OPERATION.fullmatch(text) is not None


@dataclass
class Section:
    """An operation's part of a document; `name` is empty for what stands above operations."""

    name: str = ""
    line: int = 0
    heads: dict[str, Prose] = field(default_factory=dict)
    """What it states of itself as a whole: title, date, page, method."""
    address: Prose | None = None
    texts: dict[str, list[Prose]] = field(default_factory=dict)
    request_tables: list[Table] = field(default_factory=list)
    response_tables: list[Table] = field(default_factory=list)
    permission_tables: list[Table] = field(default_factory=list)
    request_example: Code | None = None
    response_example: Code | None = None
    parent: Section | None = None

    def add(self, place: str, text: Prose) -> None:
        """Keep a text that is held by its hash."""
        self.texts.setdefault(place, []).append(text)


@dataclass
class Outline:
    """A document's sections and what belongs to none."""

    module: Prose | None = None
    preamble: Section = field(default_factory=Section)
    operations: list[Section] = field(default_factory=list)
    chapters: list[Section] = field(default_factory=list)
    not_understood: list[NotUnderstood] = field(default_factory=list)


def outline_of(blocks: Iterable[Block]) -> Outline:
    """Sort the blocks of a document into its sections."""
    sorter = _Sorter()
    for block in blocks:
        sorter.take(block)
    sorter.settle()
    return sorter.outline


class _Sorter:
    def __init__(self) -> None:
        self.outline = Outline()
        self.section = self.outline.preamble
        self.chapter: Section | None = None
        self.place = "module"
        self.answered = False
        self.pending: list[Prose] = []

    def take(self, block: Block) -> None:
        """Put one block where it belongs."""
        if isinstance(block, Text):
            self._text(Prose(fold(block.text), block.line))
            return
        self.settle()
        if isinstance(block, Table):
            self._table(block)
        else:
            self._code(block)

    def _text(self, text: Prose) -> None:
        if operation := _OPERATION.fullmatch(text.text):
            self.settle()
            self._begin(operation["name"], Prose(operation["arguments"], text.line))
        elif _MODULE.fullmatch(text.text) and self.outline.module is None:
            self.outline.module = text
        elif not self._marker(text) and not self._head(text):
            self._prose(text)

    def _begin(self, name: str, arguments: Prose) -> None:
        self.section = Section(name, arguments.line, parent=self.chapter)
        self.section.add(TITLE, arguments)
        self.outline.operations.append(self.section)
        self.place, self.answered = "title", False

    def _marker(self, text: Prose) -> bool:
        place = part_of(text.text)
        if place is None:
            return False
        if place != "module" or self.section.name:
            self.settle()
        self.answered = self.answered or place == "response_example"
        self.place = place
        return True

    def _head(self, text: Prose) -> bool:
        """Take what names or addresses the section: title, date, page, method."""
        section = self.section
        if dated := _UPDATED.fullmatch(text.text):
            if (
                section.name
                and self.place == "title"
                and not (dated["title"] and section.heads.get("title"))
            ):
                section.heads["updated"] = Prose(dated["date"], text.line)
                if dated["title"]:
                    section.heads["title"] = Prose(dated["title"], text.line)
            else:
                self._chapter(Prose(dated["title"], text.line), Prose(dated["date"], text.line))
        elif method := _METHOD.fullmatch(text.text):
            section.heads["method"] = Prose(method["method"].upper(), text.line)
            self._rest(Prose(method["rest"], text.line))
        elif addressed := _ADDRESSED.fullmatch(text.text):
            self._addressed(Prose(addressed["url"], text.line))
            self._rest(Prose(addressed["rest"], text.line))
        elif (url := _URL.fullmatch(text.text)) and section.name and "/cgi-bin/" in url["url"]:
            self._addressed(Prose(url["url"], text.line))
        elif url and "page" not in section.heads and self.place in ("page", "title"):
            section.heads["page"] = Prose(url["url"], text.line)
        elif self.place == "title" and section.name and "title" not in section.heads:
            section.heads["title"] = text
        else:
            return False
        return True

    def _rest(self, rest: Prose) -> None:
        """Take what stands behind a method or an address: an address too, or words."""
        if not rest.text.strip():
            return
        addressed = _ADDRESSED.search(rest.text)
        if addressed is None:
            self.section.add(NOTES, rest)
            return
        self._addressed(Prose(addressed["url"], rest.line))
        words = f"{rest.text[: addressed.start()]} {addressed['rest']}"
        self.section.add(NOTES, Prose(words, rest.line))

    def _addressed(self, address: Prose) -> None:
        if self.section.name and self.section.address is None:
            self.section.address = address
            self.section.add(ADDRESS, Prose(address.text.partition("?")[2], address.line))
        else:
            self.section.add(NOTES, address)

    def _chapter(self, title: Prose, updated: Prose) -> None:
        """Begin what several operations share; pending words were its heading."""
        heading, self.pending = self.pending, []
        if not title.text and heading:
            title = heading.pop()
        self.chapter = Section(line=updated.line, heads={"title": title, "updated": updated})
        for text in [*heading, title]:
            self.chapter.add(NOTES, text)
        self.outline.chapters.append(self.chapter)
        self.section = self.chapter
        self.place, self.answered = SUMMARY, False

    def _prose(self, text: Prose) -> None:
        if self.place in _ANSWER and self.section.name:
            self.pending.append(text)
        else:
            self.section.add(self.place if self.place in (SUMMARY, PERMISSION) else NOTES, text)

    def settle(self) -> None:
        """Give what waits for the block behind it to the section."""
        for text in self.pending:
            self.section.add(NOTES, text)
        self.pending = []

    def _table(self, table: Table) -> None:
        first = table.header.cells[0]
        if first.startswith("应用") or self.place == PERMISSION:
            self.section.permission_tables.append(table)
            self.section.add(PERMISSION, Prose(" ".join(table.header.cells), table.line))
        elif self.place in _ANSWER or self.answered:
            self.section.response_tables.append(table)
            self.place = "response_table"
        elif self.section.name:
            self.section.request_tables.append(table)
            self.place = NOTES
        else:
            self._complain(f"a table of {first!r} above the operations", table.line)

    def _code(self, code: Code) -> None:
        section = self.section
        if not section.name:
            self._complain("code above the operations", code.line)
        elif self.answered and section.response_example is None:
            section.response_example = code
        elif not self.answered and section.request_example is None:
            section.request_example = code
        else:
            self._complain("one example more than expected", code.line)

    def _complain(self, what: str, line: int) -> None:
        found = NotUnderstood(line, what[:80], "outside of every section")
        self.outline.not_understood.append(found)
