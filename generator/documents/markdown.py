"""Markdown to blocks: headings, tables, fences, and prose without its marks, a line at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from . import marks, pipes, plain
from .blocks import MAX_LINE, Block, Lines, Text, Unread, lines_of

HtmlReader = Callable[[str, int], Iterator[Block]]
"""Takes a part in HTML and the number of its first line."""

_FENCE = re.compile(
    r"[ \t]{0,99}(?:(?P<quote>>)[ \t]{0,9}|(?:[-*+]|\d{1,9}[.)])[ \t]{1,9}){0,9}"
    r"(?P<mark>`{3,99}|~{3,99})(?P<info>[^`]*)"
)
_OPENED_BEHIND = re.compile(r"(?P<text>[^`]{1,500}?)(?P<mark>`{3,9})[ \t]{0,9}")
_ON_ONE_LINE = re.compile(
    r"[ \t]{0,99}(?P<mark>`{3,9})[ \t]{0,9}(?P<code>[{\[｛［][^`]*)(?P=mark)[ \t]*"
)
_QUOTE = re.compile(r"[ \t]{0,9}>[ \t]?")
_PREFIX = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t])))*[ \t]*")
_HEADING = re.compile(r"(?P<marks>#{1,6})(?!#)[ \t]*(?P<text>\S.*|)")
_NO_HEADING = re.compile(r"#(?:\d+|[0-9a-fA-F]{6})")
_CLOSING = re.compile(r"(?:(?<=[^\s#\\])#{2,6}|[ \t]#{1,6})[ \t]*$")
_HIDDEN = re.compile(r"\[{1,2}TOC\]{1,2}|(?:[-*_][ \t]*){3,}|=+|\+{3,}|[-*+>]+", re.I)
_PANEL = re.compile(
    r":::[ \t]{0,9}(?:[A-Za-z][\w-]{0,30})?[ \t]{0,9}(?P<title>.*)|\+\+\+-?[ \t](?P<fold>.*)"
)
_UNDERLINE = re.compile(r"[ \t]{0,3}(?:(?P<one>=+)|-+)[ \t]*")
_LONGEST_UNDERLINED = 80
_HTML = re.compile(r"[ \t]{0,9}<(?P<name>table|pre)\b", re.I)


def blocks_of(text: str, html_of: HtmlReader | None = None) -> Iterator[Block]:
    """Yield the blocks of a document in Markdown; `html_of` reads what of it is HTML."""
    lines = [*enumerate(lines_of(_without_remarks(text)), 1)]
    return _Reader(lines, html_of=html_of).blocks()


def _without_remarks(text: str) -> str:
    """Return a text in which remarks of HTML are as many line ends as they have."""
    parts, place = [], 0
    while (begin := text.find("<!--", place)) >= 0 and (end := text.find("-->", begin)) >= 0:
        parts += [text[place:begin], "\n" * text.count("\n", begin, end)]
        place = end + len("-->")
    return "".join([*parts, text[place:]])


def prose(lines: Lines, *, is_rendered: bool = False) -> Iterator[Block]:
    """Yield the blocks of numbered lines.

    `is_rendered`: they are a paragraph of HTML, in which a renderer left what it did not know.
    """
    return _Reader(lines, is_rendered=is_rendered).blocks()


class _Reader:
    def __init__(
        self, lines: Lines, *, is_rendered: bool = False, html_of: HtmlReader | None = None
    ) -> None:
        self.lines = lines
        self.html_of = html_of
        self.is_rendered = is_rendered
        self.index = 0
        self._last_closed: dict[str, int] = {}

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks."""
        while self.index < len(self.lines):
            number, line = self.lines[self.index]
            if not line.strip():
                self.index += 1
            elif (found := self._shaped(line)) is not None:
                yield from found
            elif len(line) > MAX_LINE:
                why = f"a line of {len(line)} characters, more than {MAX_LINE}"
                yield Unread(line[:80], number, why)
                self.index += 1
            else:
                yield from self._text(number, line)

    def _shaped(self, line: str) -> Iterable[Block] | None:
        """Return the blocks of what is more than a line of prose, if that begins here."""
        if ("`" in line or "~~~" in line) and (fenced := self._fenced(line)) is not None:
            return fenced
        if found := pipes.table_at(self.lines, self.index, self._cell):
            blocks, self.index = found
            return blocks
        if (
            not _HIDDEN.fullmatch(line.strip()[:100])
            and plain.is_code(line)
            and not marks.LINK.match(line.strip())
        ):
            code, self.index = plain.code_at(self.lines, self.index)
            return [code]
        tag = _HTML.match(line) if self.html_of else None
        if self.html_of and tag and self._is_closed_tag(tag["name"].lower()):
            return self._html(tag["name"].lower(), self.html_of)
        if "|" not in line and (found := plain.table_at(self.lines, self.index, self._cell)):
            blocks, self.index = found
            return blocks
        return None

    def _cell(self, text: str, is_first: bool) -> str:
        return marks.cell(text, is_first=is_first, is_rendered=self.is_rendered)

    def _text(self, number: int, line: str) -> Iterator[Text]:
        self.index += 1
        bare = line.strip()
        if _HIDDEN.fullmatch(bare):
            return
        if panel := _PANEL.fullmatch(bare):
            bare = panel["title"] or panel["fold"] or ""
        elif address := marks.alone(bare):
            yield Text(address, number)
            return
        bare = bare[_PREFIX.match(bare).end() :]  # type: ignore[union-attr]
        level = self._underlined(bare)
        if (heading := _HEADING.fullmatch(bare)) and not _NO_HEADING.fullmatch(bare):
            level, bare = len(heading["marks"]), _CLOSING.sub("", heading["text"])
        shown = marks.words(bare, is_rendered=self.is_rendered)
        for part in shown.split("\n"):
            if part.strip():
                yield Text(part.strip(), number, level)

    def _underlined(self, line: str) -> int:
        """Return the level of a single line above a row of dashes or equals signs, which it takes.

        A paragraph above them is prose that somebody parted from what follows.
        """
        above = self.lines[self.index - 2][1] if self.index > 1 else ""
        below = self.lines[self.index][1] if self.index < len(self.lines) else ""
        found = _UNDERLINE.fullmatch(below)
        if found is None or not line or above.strip() or len(line) > _LONGEST_UNDERLINED:
            return 0
        self.index += 1
        return 1 if found["one"] else 2

    def _fenced(self, line: str) -> Iterable[Block] | None:
        number = self.lines[self.index][0]
        if one := _ON_ONE_LINE.fullmatch(line):
            self.index += 1
            return plain.preformatted([(number, one["code"])])
        if fence := _FENCE.fullmatch(line):
            return self._fence(fence["mark"], fence["info"].strip(), bool(fence["quote"]))
        opened = _OPENED_BEHIND.fullmatch(line)
        if opened and self._is_closed_below(opened["mark"]):
            shown = [*_Reader([(number, opened["text"])], is_rendered=self.is_rendered).blocks()]
            return [*shown, *self._fence(opened["mark"], "", False)]
        return None

    def _is_closed_below(self, mark: str) -> bool:
        """Say whether a fence would be closed, and not opened, by the next one."""
        for _, line in self.lines[self.index + 1 : self.index + 400]:
            if "```" in line:
                return line.strip() == mark
        return False

    def _fence(self, mark: str, info: str, is_quoted: bool) -> Iterator[Block]:
        """Yield what stands between fences, or, without the second, as far as it surely goes."""
        number = self.lines[self.index][0]
        end, is_closed = self._end_of_fence(mark, is_quoted)
        inside = [*self.lines[self.index + 1 : end]]
        if is_quoted:
            inside = [(place, _QUOTE.sub("", line, count=1)) for place, line in inside]
        if info.startswith(("{", "[", "｛")) and info != "[":
            inside, info = [(number, info), *inside], ""
        tail = ""
        if is_closed and end < len(self.lines):
            tail = self.lines[end][1].strip().removesuffix(mark)
            if tail.strip(">` \t~"):
                inside.append((self.lines[end][0], tail))
        self.index = end + is_closed
        yield from plain.preformatted(inside, info.split()[0] if info else "")
        if not is_closed:
            yield Unread(f"{mark}{info}", number, "a fence that is not closed")

    def _end_of_fence(self, mark: str, is_quoted: bool) -> tuple[int, bool]:
        """Return where a fence ends, and whether it is closed there."""
        sure = None
        for end in range(self.index + 1, len(self.lines)):
            line = self.lines[end][1]
            bare = _QUOTE.sub("", line, count=1) if is_quoted else line
            bare = bare.strip()
            if bare.startswith(mark) and not bare.strip(mark[0]):
                return end, True
            if bare.endswith(mark) and bare[: -len(mark)].rstrip()[-1:] in tuple("}]｝］"):
                return end, True
            if bare.startswith(mark) and _FENCE.fullmatch(bare):
                return (end if sure is None else sure), False
            if sure is None and (plain.is_label(bare) or _is_plain_heading(bare)):
                sure = end
        return (len(self.lines) if sure is None else sure), False

    def _is_closed_tag(self, name: str) -> bool:
        """Say whether a tag of this name is closed in this line or below."""
        if name not in self._last_closed:
            closed = (at for at in range(len(self.lines) - 1, -1, -1) if self._closes(at, name))
            self._last_closed[name] = next(closed, -1)
        return self._last_closed[name] >= self.index

    def _closes(self, index: int, name: str) -> bool:
        return f"</{name}" in self.lines[index][1].lower()

    def _html(self, name: str, html_of: HtmlReader) -> Iterator[Block]:
        """Yield a table, or code, that stands in Markdown as HTML."""
        first, end = self.index, self.index
        while not self._closes(end, name):
            end += 1
        part = self.lines[first : end + 1]
        self.index = end + 1
        text = "\n".join(line for _, line in part)
        yield from html_of(text, part[0][0])


def _is_plain_heading(line: str) -> bool:
    """Say whether a line is a heading, and no remark in a program."""
    found = _HEADING.fullmatch(line)
    return found is not None and len(found["marks"]) > 1 and not _NO_HEADING.fullmatch(line)
