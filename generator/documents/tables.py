"""Rows of tables to facts about fields: columns, types, nesting as in the example, limits."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from .blocks import Row, Table, fold
from .examples import type_of, values_at
from .facts import FieldFact, NotUnderstood, Prose, Stated
from .limits import not_taken, read_limits
from .values import read_values

_PATH = re.compile(r"[A-Za-z_]\w*(?:\[\])?(?:\.[A-Za-z_]\w*(?:\[\])?)*")
_MAX_NAME = 200
_HEADS = {
    "required": "必须 必填 必选 必需 是否必须 是否必填 是否必选 是否必需",
    "type": "类型 参数类型 数据类型 字段类型",
    "text": "说明 描述 备注 含义 参数说明 字段说明 参数描述",
}
_COLUMNS = {head: column for column, heads in _HEADS.items() for head in heads.split()}
_ELEMENTS = re.compile(r"([\w ]{1,40})\[\]|(?:array|list) ?(?:of |[<(\[]) ?([\w ]{1,40})[>)\]]?")
_YES = frozenset({"是", "必须", "必填", "必选", "y", "yes", "true"})
_NO = frozenset({"否", "可选", "选填", "非必须", "非必填", "不必须", "n", "no", "false"})
_WORDS = {
    "string": "string|str|字符串|text",
    "integer": "int|integer|int32|int64|uint32|uint64|uint|unsigned int|long|整型|整数",
    "number": "number|float|double|数字",
    "boolean": "bool|boolean|布尔|布尔型",
    "array": "array|list|数组|列表",
    "object": "object|obj|对象|json|map",
}
_TYPES = {word: kind for kind, words in _WORDS.items() for word in words.split("|")}


@dataclass
class TableReader:
    """Reads the tables of one request or answer beside its example."""

    example: Any
    is_request: bool
    fields: dict[str, FieldFact] = field(default_factory=dict)
    token: FieldFact | None = None
    not_understood: list[NotUnderstood] = field(default_factory=list)

    def read(self, tables: Iterable[Table], example_line: int) -> None:
        """Read every row, then their parents, and what only the example has."""
        for table in tables:
            columns = self._columns(table)
            for row in table.rows:
                self._row(row, columns)
        self._nest()
        self._add_parents()
        self._add_from_example(self.example, "", example_line)

    def _columns(self, table: Table) -> dict[str, int]:
        columns: dict[str, int] = {}
        for index, cell in enumerate(map(fold, table.header.cells[1:]), 1):
            if cell in _COLUMNS:
                columns[_COLUMNS[cell]] = index
            else:
                self._complain(table.line, cell, "a column of unknown meaning")
        return columns

    def _complain(self, line: int, text: str, why: str) -> None:
        self.not_understood.append(NotUnderstood(line, text[:80], why))

    def _row(self, row: Row, columns: Mapping[str, int]) -> None:
        width = max(columns.values(), default=0) + 1
        name = fold(row.cells[0]).replace("[]", "").strip("`* ")
        if len(name) > _MAX_NAME or not _PATH.fullmatch(name):
            self._complain(row.line, " ".join(row.cells), "a row whose first cell is not a name")
            return
        for surplus in row.cells[width:]:
            self._complain(row.line, surplus, "a cell beyond the columns of its table")
        is_token = name == "access_token" and self.is_request
        if name in self.fields or (is_token and self.token):
            self._complain(row.line, name, "a second row of this name")
            return
        cells = [*row.cells, *[""] * (width - len(row.cells))]
        said = {column: cells[index] for column, index in columns.items()}
        required = self._required(row, fold(said["required"])) if "required" in said else None
        worded = fold(said.get("type", ""))
        kind = self._type(row, worded) if "type" in said else None
        fact = FieldFact(name, row.line, required=required, type=kind)
        if kind is None:
            fact = replace(fact, type=type_of(values_at(self.example, name)))
        else:
            fact = replace(fact, type_text=worded, element_type=_element_type(worded))
        fact = self._with_limits(fact, said.get("text", ""))
        if is_token:
            self.token = fact
        else:
            self.fields[name] = fact

    def _required(self, row: Row, cell: str) -> bool | None:
        if cell.lower() in _YES or cell.lower() in _NO:
            return cell.lower() in _YES
        self._complain(row.line, cell or "(nothing)", "neither required nor optional")
        return None

    def _type(self, row: Row, cell: str) -> str | None:
        bare = cell.lower().strip()
        if bare.endswith("[]") or _ELEMENTS.fullmatch(bare):
            return "array"
        kind = _TYPES.get(bare.partition("(")[0].strip())
        if kind is None:
            self._complain(row.line, cell or "(nothing)", "a type of unknown meaning")
        return kind

    def _with_limits(self, fact: FieldFact, text: str) -> FieldFact:
        folded = "\n".join(map(fold, text.split("\n")))
        reading = read_limits(folded, fact.type)
        read_values(reading)
        if self.is_request:
            reading.drop("condition")
        for phrase in not_taken(reading):
            self._complain(fact.line, phrase, "a limit in words that no rule took")
        line_ends = [place for place, char in enumerate(folded) if char == "\n"]
        limits: dict[str, Stated] = {}
        enum: dict[Any, Stated] = {}
        for found in reading.found:
            line = fact.line + bisect_left(line_ends, found.start)
            target: dict[Any, Stated] = enum if found.rule == "enum" else limits
            key, value = found.value if found.rule == "enum" else (found.rule, found.value)
            if target.setdefault(key, Stated(value, line)).value != value:
                self._complain(line, f"{fact.path}: {key} {value}", "a second value")
        return replace(fact, limits=limits, enum=enum, text=Prose(reading.residue(), fact.line))

    def _nest(self) -> None:
        """Move rows into the one object of the example that has them, as the example shows."""
        if not isinstance(self.example, dict):
            return
        homes = {
            name: value
            for name, value in self.example.items()
            if isinstance(value, dict) and name in self.fields
        }
        for path, fact in list(self.fields.items()):
            head = path.split(".")[0]
            inside = [name for name, value in homes.items() if head in value]
            if head in self.example or len(inside) != 1:
                continue
            moved = f"{inside[0]}.{path}"
            kind = fact.type or type_of(values_at(self.example, moved))
            del self.fields[path]
            self.fields[moved] = replace(fact, path=moved, nested=True, type=kind)

    def _add_parents(self) -> None:
        for path, fact in list(self.fields.items()):
            parts = path.split(".")
            for end in range(1, len(parts)):
                parent = ".".join(parts[:end])
                if parent not in self.fields:
                    kind = type_of(values_at(self.example, parent)) or "object"
                    self.fields[parent] = FieldFact(parent, fact.line, "parent", type=kind)
                elif self.fields[parent].type is None:
                    self.fields[parent] = replace(self.fields[parent], type="object")

    def _add_from_example(self, value: Any, above: str, line: int) -> None:
        for one in value if isinstance(value, list) else [value]:
            for name, inner in one.items() if isinstance(one, dict) else ():
                path = f"{above}.{name}" if above else str(name)
                if _PATH.fullmatch(path) is None:
                    self._complain(line, path, "a name in the example that is not an identifier")
                    continue
                if path not in self.fields and not (self.is_request and path == "access_token"):
                    self.fields[path] = FieldFact(path, line, "example", type=type_of([inner]))
                self._add_from_example(inner, path, line)


def _element_type(worded: str) -> str | None:
    match = _ELEMENTS.fullmatch(worded.lower())
    return _TYPES.get((match[1] or match[2]).strip()) if match else None
