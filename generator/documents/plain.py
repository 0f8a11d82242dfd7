"""Plain text, and the text inside POD, to blocks: tables by their header, code by its braces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile

from . import pipes
from .blocks import (
    MAX_LINE,
    WORD_TABLE_HEADS,
    Block,
    Code,
    Lines,
    Row,
    Text,
    Unread,
    Words,
    fold,
    is_column_head,
    is_table_head,
)
from .labels import (
    PARAMETERS,
    PERMISSION,
    REQUEST,
    RESPONSE,
    address_of,
    label_of,
    method_of,
    path_of,
)

_PARTS = (REQUEST, RESPONSE, PERMISSION, PARAMETERS)

_COLUMNS = re.compile(r"\t+ *| {2,}\t*")
_BLANKS = re.compile(r"[ \t\u3000]+")
_NAME = re.compile(r"[└├│┣┗┃─>+]{0,20}[A-Za-z_][\w.\[\]-]*")
_NESTED = re.compile(r"^[ \t\u3000]{0,99}(?:[└├│┣┗┃─>+][ \t\u3000]{0,9}){1,20}(?=[A-Za-z_])")
"""The marks that nest the name of a row."""
_STRING = re.compile(r'"(?:\\.|[^"\\])*"?')
_HEADING = re.compile(r"\w+ ?\( ?access_token\b[^)]{0,500}\) ?;?")
_LABEL = re.compile(
    r"(?:\*\*|__|[-*+>][ \t]+|\d{1,2}[.、)][ \t]?){0,3}[\u4e00-\u9fff][\w（）()/「」 -]{1,14}"
    r"(?:\*\*|__)?[ \t]?[:：](?![^\"]*\"[ \t]*,?[ \t]*$)"
)
_LABELLED = re.compile(r"请求(?:方式|方法|地址|URL|链接)|参数说明|返回结果|返回参数", re.I)
_OMITTED = re.compile(r"[ \t]*(?:\.{3,6}|…{1,2}|。{3,6})[ \t]*")
_JSON = re.compile(r"\s{0,999}(?:[{｛]|[\[［]\s{0,99}(?:$|[\[{\"“｛]|-?\d{1,20}\s{0,9},))")
_MEMBER = re.compile(r"[\"“][\w.-]{1,60}[\"”][ \t]*[:：]")
_PROSE = frozenset({"", "text", "txt", "plain", "plaintext", "markdown", "md", "pod", "none"})
_MIN_FITTING = 0.5


def blocks_of(lines: Lines) -> Iterator[Block]:
    """Yield the blocks of numbered lines."""
    index = 0
    while index < len(lines):
        number, line = lines[index]
        if len(line) > MAX_LINE and not is_code(line):
            why = f"a line of {len(line)} characters, more than {MAX_LINE}"
            yield Unread(line[:80], number, why)
            index += 1
        elif found := pipes.table_at(lines, index, _stripped) or table_at(lines, index, _stripped):
            blocks, index = found
            yield from blocks
        elif is_code(line):
            code, index = code_at(lines, index)
            yield code
        else:
            if line.strip():
                yield Text(line.strip(), number)
            index += 1


def preformatted(lines: Lines, language: str = "") -> Iterator[Block]:
    """Yield what stands in a block of code: all of it is an example, or it is a text.

    A text is a document of its own, as crawlers paste them, or it explains something.
    """
    filled = list(dropwhile(lambda one: not one[1].strip(), lines))
    if not filled:
        return
    first, text = filled[0][1].strip(), "\n".join(line for _, line in filled)
    is_other = first[0] == "<" or language.lower() not in _PROSE | {"json", "http"}
    if is_other or first[0] in "{[｛［" or _MEMBER.match(first):
        yield Code(text, filled[0][0])
        return
    blocks = [*blocks_of(lines)]
    if not _is_document(blocks, filled):
        blocks = [replace(one, in_fence=True) if isinstance(one, Text) else one for one in blocks]
    yield from blocks


def _is_document(blocks: Sequence[Block], lines: Lines) -> bool:
    """Say whether a block of code holds what documents are made of, and not what explains them."""
    if any(_OMITTED.fullmatch(line) for _, line in lines):
        return False
    texts = [block.text for block in blocks if isinstance(block, Text)]
    if any(_HEADING.fullmatch(fold(text)) for text in texts):
        return True
    has_label = any(_LABELLED.search(text) for text in texts)
    return has_label and len(texts) < len(blocks)


def is_label(line: str) -> bool:
    """Say whether a line begins with a label such as `请求方式：`."""
    return _LABEL.match(line.strip()[:100]) is not None


def is_block(line: str) -> bool:
    """Say whether a line begins a table or an example."""
    return is_code(line) or bool(_head(line)) or is_table_head(pipes.cells_of(line[:MAX_LINE]))


def table_at(lines: Lines, index: int, words: Words) -> tuple[list[Block], int] | None:
    """Return the table whose head stands here, and where it ends, if one does."""
    number, line = lines[index]
    if len(line) > MAX_LINE or not (cells := _head(line)):
        return None
    header = Row(tuple(fold(words(cell, False)) for cell in cells), number)
    gap = _COLUMNS if len(_split(line)) > 1 else _BLANKS
    below = _Rows(lines, header, gap, words)
    end = below.take(index + 1)
    return below.settled(index, end), end


def _head(line: str) -> tuple[str, ...]:
    """Return the cells of a header, which single blanks part where all of them are header cells."""
    cells = _split(line)
    if is_table_head(cells):
        return cells
    cells = tuple(_BLANKS.split(line.strip()))
    if not 1 < len(cells) < 9 or not is_table_head(cells):
        return ()
    return cells if all(map(is_column_head, cells[1:])) else ()


def is_code(line: str) -> bool:
    """Say whether a line begins an example in JSON."""
    return _JSON.match(line) is not None


def _stripped(text: str, _: bool) -> str:
    return text.strip()


def _split(line: str, most: int = 0, gap: re.Pattern[str] = _COLUMNS) -> tuple[str, ...]:
    """Return the columns of a line, parted at `most` gaps between them (0: at all)."""
    return tuple(part.strip() for part in gap.split(line.strip(), maxsplit=most))


class _Rows(pipes.RowsBelow):
    """What does not begin a row continues the one before."""

    def __init__(self, lines: Lines, header: Row, gap: re.Pattern[str], words: Words) -> None:
        super().__init__(lines, words)
        self.header, self.gap = header, gap
        self.width = len(header.cells)
        self.has_names = header.cells[0] not in WORD_TABLE_HEADS

    def settled(self, first: int, end: int) -> list[Block]:
        """Return the table, or its lines as prose where its columns cannot be told apart."""
        if not self.rows:
            return pipes.rowless(self.header)
        fitting = [len(row.cells) == self.width and self._begins(row.cells) for row in self.rows]
        if self.gap is _BLANKS and sum(fitting) < len(fitting) * _MIN_FITTING:
            why = "a table whose columns cannot be told apart"
            texts = [Text(line.strip(), at) for at, line in self.lines[first:end] if line.strip()]
            return [*texts, Unread(" ".join(self.header.cells), self.header.line, why)]
        return [pipes.measured(self.header, self.rows)]

    def ends_at(self, index: int) -> bool:
        line = self.lines[index][1]
        if not self.rows:
            return False
        if self.gap is _BLANKS:
            return is_code(line) or is_label(line) or bool(_head(line))
        if len(self._cells(line)) == 1 and _begins_section(fold(line)):
            return True
        return _head(line)[:1] == self.header.cells[:1]

    def add(self, number: int, line: str) -> None:
        cells = self._cells(line)
        if not self.rows or self._begins(cells):
            self.rows.append(Row(cells, number, _indent(line)))
            return
        above, text = self.rows[-1], self.words(line.strip(), False)
        if len(above.cells) < self.width:
            self.rows[-1] = replace(above, cells=(*above.cells, text), span=above.span + 1)
        else:
            self.rows[-1] = above.with_line(text)

    def _begins(self, cells: tuple[str, ...]) -> bool:
        return len(cells) > 1 and (not self.has_names or _NAME.fullmatch(cells[0]) is not None)

    def _cells(self, line: str) -> tuple[str, ...]:
        # what parts a mark from its name parts no columns
        line = _NESTED.sub(lambda match: _BLANKS.sub("", match.group()), line, count=1)
        # a tab before the first cell is the indentation of all, one behind the last an empty cell
        by_tab = line.strip(" \n").lstrip("\t").split("\t") if self.gap is _COLUMNS else []
        if len(by_tab) != self.width:
            by_tab = line.strip().split("\t")
        # so that an empty cell is one
        cells = by_tab if len(by_tab) == self.width else _split(line, self.width - 1, self.gap)
        return tuple(self.words(cell, place == 0) for place, cell in enumerate(cells))

    def goes_on_at(self, index: int) -> bool:
        if not self.has_names or not self.rows:
            return False
        cells = self._cells(self.lines[index][1])
        return len(cells) == self.width and _NAME.fullmatch(cells[0]) is not None


def _begins_section(text: str) -> bool:
    """Say whether a folded line is a label, a method or an address, and nothing of a row."""
    if label_of(text) in _PARTS:
        return True
    address = address_of(text)
    return method_of(text) is not None or (address is not None and path_of(address.url) != "")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \u3000\xa0"))


def code_at(lines: Lines, index: int) -> tuple[Code, int]:
    """Take lines until every brace is closed, or something else surely begins."""
    first, depth = index, 0
    while index < len(lines):
        line = lines[index][1]
        if index > first and (_HEADING.fullmatch(fold(line[:600])) or _begins_part(line)):
            break
        bare = _STRING.sub("", line)
        depth += sum((char in "{[｛［") - (char in "}]｝］") for char in bare)
        index += 1
        if depth <= 0:
            break
    text = "\n".join(line for _, line in lines[first:index])
    return Code(text, lines[first][0]), index


def _begins_part(line: str) -> bool:
    """Say whether a line that follows an open brace is one of the document all the same."""
    bare = line.strip()
    return bare.startswith(("```", "## ", "###")) or pipes.is_row(bare) or is_label(bare)
