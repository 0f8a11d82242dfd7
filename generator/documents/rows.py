"""Rows of a table to names and cells: columns by their heads, nesting by marks, short rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from .blocks import Row, Table, fold
from .cells import Worded, column_of, read_required, read_type
from .facts import Reports

PATH = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")
_MAX_NAME = 200
_MARKS = re.compile(r"^[\s└├│┣┗┃─—>+·•|`*-]{0,40}")
_MARK = re.compile(r"[└├┣┗│┃>+·•]|-{1,2}|—{1,2}")
_INDEX = re.compile(r"\s?\[(?:\d{0,4}|[a-z]|\.{1,3})\]")
_ASIDE = re.compile(r"\s?[(\[【<][^()\[\]【】<>]{0,40}[)\]】>]\s*$")
_SEVERAL = re.compile(r"\s?(?:/|、|,|\bor\b|或|和|及)\s?")
_JOINED = re.compile(r"\s?(?:->|\.|::)\s?")
_MEMBERS = re.compile(r"\.\s?\*[\s`]*$")
_BLANK = re.compile(r"[\s\-—–./]*")
_VALUE_HEADS = frozenset({
    "值", "参数值", "字段值", "取值", "枚举值", "枚举", "类型值", "状态值", "状态码", "可选值",
    "编号",
})  # fmt: skip
_MEANING_HEADS = frozenset(["含义", "说明", "描述", "意义", "备注", "名称", "解释"])


@dataclass(frozen=True)
class FieldRow:
    """A row that lists a field, with what its cells say."""

    name: str
    """Dotted, and with the rows above it where marks or indentation nest it."""
    line: int
    cells: Mapping[str, str] = field(default_factory=dict)
    """The text of each column that is known, unfolded."""
    span: int = 1
    """How many lines of the document it takes."""
    said: Worded = field(default_factory=Worded)
    """Type and whether it is required, as far as its cells are understood."""
    is_of_members: bool = False
    """Whether it is about all that its field holds, as `list[].*` is."""


def rows_of(table: Table, reports: Reports) -> list[FieldRow]:
    """Read the rows of a table of fields."""
    rows = _Rows(table, reports.complain)
    for row in table.rows:
        rows.take(row)
    return rows.found


class _Rows:
    def __init__(self, table: Table, leave: Callable[[int, str, str], None]) -> None:
        self.table = table
        self.leave = leave
        self.found: list[FieldRow] = []
        self.open: list[tuple[int, str]] = []
        """Depth and name of the rows that a deeper one may belong to."""
        self.further: dict[int, str] = {}
        """Columns whose cells belong to the text as well, and their heads."""
        self.columns = self._columns()

    def _columns(self) -> dict[str, int]:
        heads = [column_of(fold(cell)) for cell in self.table.header.cells]
        columns: dict[str, int] = {"name": self._name_column(heads)}
        for index, column in enumerate(heads):
            if index == columns["name"]:
                continue
            if (column == "text" and "text" in columns) or column == "default":
                self.further[index] = fold(self.table.header.cells[index])
            elif column is None or (column in columns and column != "name"):
                if any(
                    index < len(row.cells) and row.cells[index].strip() for row in self.table.rows
                ):
                    why = (
                        "a column of unknown meaning" if column is None else "a second such column"
                    )
                    self.leave(self.table.line, fold(self.table.header.cells[index]), why)
            elif column in ("name", "wire_name"):
                # the title of the field, in words
                columns.setdefault("title", index)
            else:
                columns[column] = index
        return columns

    def _name_column(self, heads: Sequence[str | None]) -> int:
        """Return the column of the names as they are sent: the first one whose cells are names."""
        likely = [index for index, column in enumerate(heads) if column in ("name", "wire_name")]
        for index in likely or range(len(heads)):
            cells = [row.cells[index] for row in self.table.rows if len(row.cells) > index]
            names = sum(1 for cell in cells if _names(cell)[1])
            if names and names * 2 >= len(cells):
                return index
        return likely[0] if likely else 0

    def take(self, row: Row) -> None:
        """Read a row, which may go on with the one above."""
        cells = list(row.cells)
        place = self.columns["name"]
        said = cells[place] if place < len(cells) else ""
        if all(_BLANK.fullmatch(cell) for cell in cells):
            return
        if not said.strip() and self.found and sum(1 for cell in cells if cell.strip()) == 1:
            self._continue(next(cell for cell in cells if cell.strip()))
            return
        depth, names = _names(said)
        sub = self.columns.get("sub_name", len(cells))
        if not names and _BLANK.fullmatch(said) and sub < len(cells) and self.open:
            depth, names = _names(cells[sub])
            depth += 1
        if not names:
            shown = " ".join(cell for cell in map(fold, cells) if cell)
            self.leave(row.line, shown, "a row whose first cell is not a name")
            return
        if len(cells) < len(self.table.header.cells):
            cells = self._aligned(cells)
        known = {*self.columns.values(), *self.further}
        for index, cell in enumerate(cells):
            if index >= len(self.table.header.cells) and cell.strip():
                self.leave(row.line, cell, "a cell beyond the columns of its table")
            elif index not in known and fold(cell):
                self.leave(row.line, fold(cell), "a cell of a column of unknown meaning")
        taken = {name: cells[at] for name, at in self.columns.items() if at < len(cells)}
        more = [f"{head}:{cells[at]}" for at, head in self.further.items() if self._says(cells, at)]
        if more:
            taken["text"] = "\n".join([*filter(None, [taken.get("text", "")]), *more])
        self._untwist(taken)
        above = self._above(depth or row.indent)
        for name in names:
            full = f"{above}.{name}" if above and depth + row.indent else name
            self.found.append(self._field(full, row, taken))
        self.open.append((depth or row.indent, f"{above}.{names[-1]}" if above else names[-1]))

    def _untwist(self, cells: dict[str, str]) -> None:
        """Put a type and `required` right where each stands in the other one's column."""
        kind, required = fold(cells.get("type", "")), fold(cells.get("required", ""))
        is_twisted = (
            read_type(kind).type is None
            and read_type(required).type is not None
            and read_required(required).required is None
            and read_required(kind).required is not None
        )
        if is_twisted:
            cells["type"], cells["required"] = cells["required"], cells["type"]

    def _says(self, cells: Sequence[str], at: int) -> bool:
        return at < len(cells) and _BLANK.fullmatch(cells[at]) is None

    def _above(self, depth: int) -> str:
        """Return the row that one of this depth belongs to, and close those that are as deep."""
        while self.open and self.open[-1][0] >= depth:
            self.open.pop()
        return self.open[-1][1] if self.open and depth else ""

    def _continue(self, text: str) -> None:
        last = self.found[-1]
        joined = f"{last.cells.get('text', '')}\n{text}".strip("\n")
        self.found[-1] = replace(last, cells={**last.cells, "text": joined}, span=last.span + 1)

    def _field(self, name: str, row: Row, cells: dict[str, str]) -> FieldRow:
        said, line = Worded(), row.line
        if "type" in cells:
            worded = fold(cells["type"])
            said = read_type(worded)
            if worded and said.type is None and not said.rest:
                self.leave(line, worded, "a type of unknown meaning")
        if "required" in cells:
            worded = fold(cells["required"])
            required = read_required(worded)
            if required.required is None:
                why = "neither required nor optional"
                self.leave(line, worded or "(nothing)", why)
            said = replace(said, required=required.required)
            if required.rest and required.required is not None:
                cells = {**cells, "text": f"{cells.get('text', '')}\n{required.rest}".strip("\n")}
        is_of_members = _MEMBERS.search(cells["name"]) is not None
        return FieldRow(name, line, cells, row.span, said, is_of_members)

    def _aligned(self, cells: list[str]) -> list[str]:
        """Return the cells of a short row with gaps where what is there fits its column best."""
        width = len(self.table.header.cells)
        missing = width - len(cells)
        heads = {index: name for name, index in self.columns.items()}
        best, best_score = [*cells, *[""] * missing], -1.0
        for gap in range(len(cells), 0, -1):
            tried = [*cells[:gap], *[""] * missing, *cells[gap:]]
            score = sum(_fit(heads.get(index), cell) for index, cell in enumerate(tried))
            if score > best_score:
                best, best_score = tried, score
        return best


def _fit(column: str | None, cell: str) -> float:
    """Say how well a cell fits a column: understood 1, text 0.5, empty 0, not understood -1."""
    worded = fold(cell)
    if not worded:
        return 0.0
    if column == "required":
        return 1.0 if read_required(worded).required is not None else -1.0
    if column == "type":
        return 1.0 if read_type(worded).type is not None else -1.0
    return 0.5 if column in ("text", "name", "title") else 0.0


def _names(cell: str) -> tuple[int, list[str]]:
    """Return how deep marks nest the names in a cell, and the names; none where it has no name."""
    if len(cell) > _MAX_NAME:
        return 0, []
    text = fold(cell)
    marks = _MARKS.match(text)
    prefix = marks.group() if marks else ""
    depth = len(_MARK.findall(prefix.replace("*", "").replace("`", "")))
    text = _INDEX.sub("", text[len(prefix) :]).strip("`* \"'“”:")
    whole = _ASIDE.sub("", text).strip("`* \"'“”:")
    whole = _JOINED.sub(".", whole).strip(".")
    if PATH.fullmatch(whole):
        return depth, [whole]
    parts = [_JOINED.sub(".", part.strip("`* \"'“”")) for part in _SEVERAL.split(whole)]
    if 1 < len(parts) <= 4 and all(PATH.fullmatch(part) for part in parts):
        return depth, parts
    return 0, []


def is_of_values(table: Table) -> bool:
    """Say whether a table lists the values of a field with their meanings."""
    heads = [fold(cell) for cell in table.header.cells]
    if len(heads) < 2 or heads[0] not in _VALUE_HEADS:
        return False
    return heads[1] in _MEANING_HEADS or heads[1].startswith("对应")


def values_of(table: Table) -> Iterator[tuple[str, str, int]]:
    """Yield the values that a table lists, with their meanings and lines.

    Values and meanings may stand in several pairs of columns.
    """
    heads = [fold(cell) for cell in table.header.cells]
    places = [index for index, head in enumerate(heads[:-1]) if head in _VALUE_HEADS]
    for row in table.rows:
        for place in places:
            cells = [fold(cell) for cell in row.cells[place : place + 2]]
            if len(cells) == 2 and cells[0]:
                yield cells[0].strip("`* \"'"), cells[1], row.line


def is_of_fields(table: Table) -> bool:
    """Say whether a table lists parameters or fields."""
    columns = [column_of(fold(cell)) for cell in table.header.cells]
    return columns[0] in ("name", "wire_name") and len(columns) > 1
