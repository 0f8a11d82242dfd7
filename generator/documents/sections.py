"""Blocks to sections: which operation a block belongs to, and to which part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from .beginnings import LONGEST_TITLE, UPDATED, Beginning, beginnings_of
from .blocks import Block, Code, Table, Text, Unread, fold
from .cells import column_of
from .facts import Prose
from .labels import (
    MODULE,
    NOTES,
    PAGE,
    PARAMETERS,
    PERMISSION,
    REQUEST,
    RESPONSE,
    SUMMARY,
    address_of,
    bare,
    foreign_host,
    label_of,
    method_of,
    path_of,
    within,
)
from .outline import ADDRESS, TITLE, Captioned, Outline, Section
from .rows import is_of_fields

_OPERATION = re.compile(r"(?P<name>[A-Za-z_]\w*) ?\((?P<arguments> ?access_token\b[^)]*)\) ?;?")
_MODULE = re.compile(r"[A-Za-z]\w*(?:::\w+)+")
_URL = re.compile(r"<?(?P<url>https?://[^\s<>]+?)>?")
_PLAIN_NOTES = "注意事项"
"""The one head of notes that says nothing itself."""
_GLUED = re.compile(
    r"(?:参数|字段|变量)名?称?(?:(?:是否)?必[须填选需要传]|(?:参数|数据|字段)?类型){1,2}(?:说明|描述|备注)"
)
"""The head of a table whose cells a copy has run together."""
_APPENDIX = re.compile(r"附\s?[录表件]|附\s?\d|appendix", re.I)
_LONGEST_CAPTION = 60


def outline_of(blocks: Iterable[Block]) -> Outline:
    """Sort the blocks of a document into its sections."""
    found = list(blocks)
    is_module = any(isinstance(one, Text) and _OPERATION.fullmatch(fold(one.text)) for one in found)
    sorter = _Sorter({} if is_module else beginnings_of(found))
    for index, block in enumerate(found):
        sorter.take(index, block)
    sorter.settle()
    return sorter.outline


def _begins_appendix(text: str) -> bool:
    return len(text) <= LONGEST_TITLE and _APPENDIX.match(bare(text)) is not None


class _Sorter:
    def __init__(self, beginnings: dict[int, Beginning]) -> None:
        self.beginnings = beginnings
        self.outline = Outline()
        self.complain = self.outline.reports.complain
        self.section = self.outline.preamble
        self.chapter: Section | None = None
        self.place = MODULE
        self.side = REQUEST
        self.answered = False
        self.pending: list[Prose] = []
        """Lines that wait for the block behind them."""
        self.above: list[Prose] = []
        """Lines right above the block that comes."""
        self.example: Captioned[Code] | None = None
        """The example that stands right above."""
        self.headings: list[Text] = []
        """The headings inside of the section, the outermost first."""
        if beginnings:
            self.outline.preamble.line = 1

    def take(self, index: int, block: Block) -> None:
        """Put one block where it belongs."""
        if index in self.beginnings:
            self._begin_at(self.beginnings[index])
            if self.beginnings[index].title:
                return
        if isinstance(block, Text):
            self._text(block)
            return
        self.settle()
        example, self.example = self.example, None
        if isinstance(block, Table):
            self._table(block, example)
        elif isinstance(block, Unread):
            self.complain(block.line, block.text, block.why)
        else:
            self._code(block)
        self.above = []

    def _text(self, block: Text) -> None:
        text = Prose(fold(block.text), block.line)
        if block.in_fence:
            self._prose(text)
        elif operation := _OPERATION.fullmatch(text.text):
            self._begin(Section(operation["name"], text.line, parent=self.chapter))
            self.section.add(TITLE, Prose(operation["arguments"], text.line))
        elif _MODULE.fullmatch(text.text) and self.outline.module is None and not self.beginnings:
            self.outline.module = text
        elif block.is_heading and self.beginnings:
            self._heading(block, text)
        elif not self.beginnings and self.section.line and _begins_appendix(text.text):
            # it stands behind an operation of a module and describes none of its own
            follows = self.section.follows or self.section
            self._begin_chapter(text, REQUEST, follows=follows, is_appendix=True)
        elif label := label_of(text.text):
            self._labelled(text, label)
        elif not self._head(text):
            if _GLUED.fullmatch(text.text):
                self.complain(text.line, text.text, "a table whose columns cannot be told apart")
            self._prose(text)

    def _begin(self, section: Section) -> None:
        self.settle()
        self.section = section
        self.outline.operations.append(section)
        self.place, self.side, self.answered = TITLE, REQUEST, False
        self.above, self.headings = [], []

    def _begin_at(self, beginning: Beginning) -> None:
        path = path_of(beginning.url.text)
        title = beginning.title
        line = title.line if title else beginning.url.line
        before = self.section
        section = Section(path.rpartition("/")[2], line, beginning.level)
        if before.name and title is None and before.is_bare:
            # another address of the same: all that follows is of both
            section.heads, section.texts = dict(before.heads), before.texts
            section.request, section.response = before.request, before.response
        section.parent = self.outline.preamble
        self._begin(section)
        self._addressed(beginning.url)
        if beginning.method:
            section.heads["method"] = Prose(beginning.method, beginning.url.line)
        if title:
            self.section.heads[TITLE] = title
        self.place = NOTES

    def _heading(self, block: Text, text: Prose) -> None:
        """Take a heading that begins no operation: a label, a chapter, or a part with a caption."""
        if method_of(text.text) or address_of(text.text) or UPDATED.fullmatch(text.text):
            self._head(text)
            return
        preamble = self.outline.preamble
        if label := label_of(text.text):
            if not self.outline.operations:
                # what the page says of all its operations
                self.section = preamble
            self._labelled(text, label)
            return
        if not self.outline.operations and block.level == 1 and TITLE not in preamble.heads:
            preamble.heads[TITLE] = text
            return
        section = self.section
        is_outside = 0 < block.level <= section.level or (section.level == 0 and section.name == "")
        if section.name and not (self.answered or is_outside):
            self.headings = [one for one in self.headings if one.level < block.level] + [block]
            self.above = []
            self._prose(text)
            return
        above = [one for one in self.headings if one.level < block.level]
        last = self.outline.operations[-1] if self.outline.operations else None
        self._begin_chapter(
            text, "", follows=last, level=block.level, parent=None if last else preamble,
            is_appendix=any(_APPENDIX.match(bare(fold(one.text))) for one in (*above, block)),
        )  # fmt: skip
        self.headings, self.answered = [*above, block], False

    def _begin_chapter(self, title: Prose, side: str, **known: Any) -> None:
        self.settle()
        self.section = Section(line=title.line, heads={TITLE: title}, **known)
        self.section.add(NOTES, title)
        self.outline.chapters.append(self.section)
        self.place, self.side, self.above = NOTES, side, []

    def _labelled(self, text: Prose, label: str) -> None:
        if label != MODULE or self.section.name:
            self.settle()
        operation = self.section.follows
        if operation and operation.name and self.section.is_appendix and not self.beginnings:
            is_part = label == RESPONSE and not operation.response.examples
            if is_part or label == PERMISSION:
                # the operation goes on behind its appendix
                self.section = operation
        if label in (REQUEST, RESPONSE):
            self.side = label
            self.answered = self.answered or label == RESPONSE
        self.place = label
        if label == NOTES and bare(text.text) != _PLAIN_NOTES:
            self.section.add(NOTES, text)
        self.above = [*self.above, text] if label == PARAMETERS else [text]

    def _head(self, text: Prose) -> bool:
        """Take what names or addresses the section: title, date, page, method."""
        section = self.section
        is_above = self.place in (PAGE, TITLE)
        if dated := UPDATED.fullmatch(text.text):
            self._dated(dated, text)
        elif method := method_of(text.text):
            self._method(method.names, text)
            self._rest(Prose(method.rest, text.line))
        elif address := address_of(text.text):
            if address.method and "method" not in section.heads:
                section.heads["method"] = Prose(address.method, text.line)
            if address.url:
                self._addressed(Prose(address.url, text.line))
            self._rest(Prose(address.rest, text.line))
        elif PAGE not in section.heads and is_above and (url := _URL.fullmatch(text.text)):
            section.heads[PAGE] = Prose(url["url"], text.line)
        elif self.place == TITLE and section.name and TITLE not in section.heads:
            section.heads[TITLE] = text
        else:
            return False
        self.above = []
        return True

    def _dated(self, dated: re.Match[str], text: Prose) -> None:
        section = self.section
        title, date = Prose(dated[TITLE].strip(" |·-"), text.line), Prose(dated["date"], text.line)
        if self.beginnings:
            # a page has one date
            self.outline.preamble.heads.setdefault("updated", date)
            if title.text and not section.name:
                self.outline.preamble.heads.setdefault(TITLE, title)
        elif section.name and self.place == TITLE and not (title.text and section.heads.get(TITLE)):
            section.heads["updated"] = date
            if title.text:
                section.heads[TITLE] = title
        else:
            self._chapter(title, date)

    def _method(self, names: tuple[str, ...], text: Prose) -> None:
        if len(names) > 1:
            self.complain(text.line, " / ".join(names), "several methods in one line")
        elif names[0] not in ("GET", "POST"):
            self.complain(text.line, names[0], "a method that specs do not know")
        else:
            self.section.heads["method"] = Prose(names[0], text.line)

    def _rest(self, rest: Prose) -> None:
        """Take what stands behind a method or an address: an address too, or words."""
        if not bare(rest.text):
            return
        address = within(rest.text) or address_of(rest.text)
        if address is None or not address.url:
            self.section.add(NOTES, rest)
            return
        self._addressed(Prose(address.url, rest.line))
        if bare(address.rest):
            self.section.add(NOTES, Prose(address.rest, rest.line))

    def _addressed(self, address: Prose) -> None:
        section = self.section
        if host := foreign_host(address.text):
            self.complain(address.line, address.text, f"an address of another host, {host}")
        elif section.name and section.address is None:
            section.address = address
            section.add(ADDRESS, Prose(address.text.partition("?")[2], address.line))
        elif section.address is None or section.address != address:
            section.add(NOTES, address)

    def _chapter(self, title: Prose, updated: Prose) -> None:
        """Begin what several operations share; pending words were its heading."""
        heading, self.pending = self.pending, []
        if not title.text and heading:
            title = heading.pop()
        self.chapter = Section(line=updated.line, heads={TITLE: title, "updated": updated})
        for text in [*heading, title]:
            self.chapter.add(NOTES, text)
        self.outline.chapters.append(self.chapter)
        self.section = self.chapter
        self.place, self.side, self.answered = SUMMARY, REQUEST, False

    def _prose(self, text: Prose) -> None:
        self.above = [*self.above, text][-3:]
        if self.place == RESPONSE and self.section.name and not self.beginnings:
            self.pending.append(text)
        else:
            self.section.add(self.place if self.place in (SUMMARY, PERMISSION) else NOTES, text)

    def settle(self) -> None:
        """Give what waits for the block behind it to the section."""
        for text in self.pending:
            self.section.add(NOTES, text)
        self.pending = []

    def _captions(self, example: Captioned[Code] | None = None) -> tuple[Prose, ...]:
        if example is not None and not self.above:
            return example.captions
        lines = [one for one in reversed(self.above) if len(one.text) <= _LONGEST_CAPTION]
        headings = [Prose(fold(one.text), one.line) for one in reversed(self.headings)]
        return (*lines, *headings)

    def _table(self, table: Table, example: Captioned[Code] | None) -> None:
        first = table.header.cells[0]
        if first.startswith("应用") or (self.place == PERMISSION and not is_of_fields(table)):
            self.section.permission_tables.append(table)
            self.section.add(PERMISSION, Prose(" ".join(table.header.cells), table.line))
            return
        if not self.section.name and self.section is self.outline.preamble and not self.beginnings:
            self.complain(table.line, f"a table of {first!r}", "above the operations")
        part = self.section.response if self._answers(table) else self.section.request
        part.tables.append(Captioned(table, self._captions(example)))

    def _answers(self, table: Table) -> bool:
        """Say whether a table is one of the answer: its own columns and rows know best."""
        columns = {column_of(fold(cell)) for cell in table.header.cells}
        names = {fold(row.cells[0]).strip("`* ") for row in table.rows}
        if {"errcode", "errmsg"} <= names:
            self.side, self.answered = RESPONSE, True
        elif (
            "required" in columns
            and self.side == RESPONSE
            and ("access_token" in names or not self.section.response.examples)
        ):
            return False
        return self.side == RESPONSE

    def _code(self, code: Code) -> None:
        section = self.section
        if not is_example(code.text):
            section.add(NOTES, Prose(code.text, code.line))
            return
        if shows_error(code.text):
            self.side, self.answered = RESPONSE, True
            section.add(NOTES, Prose(code.text, code.line))
            return
        if not section.name and section is self.outline.preamble and not self.beginnings:
            self.complain(code.line, "code", "above the operations")
            return
        if _ERRCODE.search(code.text[:2_000]) and self.place != REQUEST:
            self.side, self.answered = RESPONSE, True
        part = section.response if self.side == RESPONSE else section.request
        self.example = Captioned(code, self._captions())
        part.examples.append(self.example)


_ERRCODE = re.compile(r"[\"'“”]errcode[\"'“”]?\s{0,9}[:：]\s{0,9}[\"'“”]?(?P<code>-?\d{1,10})?")
_JSON = re.compile(
    r"(?:\s|//[^\n]{0,500}\n|(?:GET|POST) [^\n]{1,2000}\n|\]\s{0,9}\n)*"
    r"(?:[{｛]|\[\s{0,99}[{｛\[\"\d]|[\"“][\w.-]{1,64}[\"”]\s{0,9}[:：])",
    re.I,
)


def is_example(text: str) -> bool:
    """Say whether a text looks like JSON, or like a part of it."""
    return _JSON.match(text) is not None


def shows_error(text: str) -> bool:
    """Say whether an example is the answer of a call that failed, and has nothing to tell.

    One that lists what was done and what was not is an answer like others.
    """
    found = _ERRCODE.search(text[:2_000])
    failed = found is not None and found["code"] is not None and int(found["code"]) != 0
    return failed and re.search(r"[:：]\s{0,9}[\[{［｛]", text[:2_000]) is None
