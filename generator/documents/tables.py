"""Rows of tables to facts about fields: where they stand, their types, their limits."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ..near import nearest
from ..spec.constraints import CONSTRAINTS
from .between import Worded, settle_rows
from .blocks import Table, fold
from .conditions import BETWEEN, REQUIRED_WHEN, UNSAID
from .examples import is_placeholder, type_of
from .facts import FieldFact, Prose, Reports, Stated, within
from .limits import read_field
from .outline import Captioned, in_words
from .placement import CONTAINERS, TOKEN_NAME, Parsed, PlacedTable, Placement, reduced
from .rows import PATH, FieldRow, is_of_fields, is_of_values, rows_of, values_of
from .witness import Witness

_WHOLE_NUMBER = re.compile(
    r"(?<![\d/])(?:1\s?/\s?0|0\s?/\s?1)(?![\d/])|整[型形数]|\bu?int(?:eger)?(?:32|64)?\b|数字类型",
    re.I,
)
_SHOWN = 20
_STRUCTURE = re.compile(r"[A-Z]\w{2,60}")
"""A type that is the name of a structure."""


@dataclass
class TableReader:
    """Reads the tables of one request or answer beside its examples."""

    is_request: bool
    reports: Reports
    query: Mapping[str, str] = field(default_factory=dict)
    """The parameters of the address, each with what stands there as its value."""
    is_query: bool = False
    """Whether all parameters are those of the address."""
    answered: Witness = field(default_factory=Witness)
    """What the examples of the answer show, whose types tell those of the address."""
    fields: dict[str, FieldFact] = field(default_factory=dict)
    token: FieldFact | None = None
    examples: list[Stated] = field(default_factory=list)
    remarks: list[Prose] = field(default_factory=list)
    """What stands beside the data of the examples."""
    notes: list[Prose] = field(default_factory=list)
    """Rows that describe no field, to be held as they are."""
    used: set[int] = field(default_factory=set)
    """The lines of shared tables that described something here."""

    def read(self, parts: Sequence[Parsed]) -> None:
        """Read every row, then their parents, and what only the examples have."""
        self.witness = Witness()
        for part in parts:
            if not part.is_shared:
                self.witness.join(part.witness)
        self.seen: dict[str, set[Parsed]] = {}
        """By field, the parts that have a row of it; `plain`: in a table of no field."""
        self.plain: dict[str, set[Parsed]] = {}
        self.worded: list[Worded] = []
        self.required: dict[str, set[Parsed]] = {}
        self.placement = Placement(self.witness, self.fields, self.is_request, self.reports.doubt)
        tables, values = self._sorted(parts)
        self._place(tables)
        for table in values:
            self._values(table)
        self._require()
        self._add_parents()
        self._add_from_examples()
        self._add_from_address()
        self._check_conditions()
        settle_rows(self.fields, self.worded, self.reports)

    def _sorted(self, parts: Sequence[Parsed]) -> tuple[list[PlacedTable], list[Captioned[Table]]]:
        """Part the tables of fields from those of values; the rows of others are held as notes."""
        tables: list[PlacedTable] = []
        values: list[Captioned[Table]] = []
        for part in parts:
            # nobody misses what is not understood of a table that nothing may refer to
            reports = Reports() if part.is_shared else self.reports
            for one in part.tables:
                table = one.block
                if is_of_values(table):
                    values.append(one)
                elif is_of_fields(table):
                    rows = rows_of(table, reports)
                    tables.append(PlacedTable(part, table.line, one.captions, rows))
                elif not part.is_shared:
                    self.notes += in_words(table.header, *table.rows)
        return tables, values

    def _place(self, tables: Sequence[PlacedTable]) -> None:
        """Place plain tables, then those about a field, as long as one of them finds its field."""
        waiting = list(tables)
        for homes_of in (self.placement.homes_of, self.placement.best_home):
            is_moved = True
            while waiting and is_moved:
                is_moved = False
                for one in list(waiting):
                    homes = homes_of(one)
                    if homes:
                        self._rows(one, homes)
                        waiting.remove(one)
                        is_moved = True
        for one in waiting:
            if not one.part.is_shared:
                caption = one.captions[0].text[:40] if one.captions else ""
                for row in one.rows:
                    why = f"a row of a table whose field is not known ({caption})"
                    self.reports.complain(row.line, row.name, why)

    def _rows(self, one: PlacedTable, homes: Sequence[str]) -> None:
        if one.part.is_shared:
            self.used.add(one.line)
        for home in homes:
            for row, path in zip(one.rows, self.placement.paths_of(one, home), strict=True):
                if row.is_of_members:
                    self._members(path, row)
                    continue
                self._field(path, row, one, nested=not home and path != row.name)
                if not home and path in self.fields:
                    self.plain.setdefault(path, set()).add(one.part)

    def _members(self, path: str, row: FieldRow) -> None:
        """Take a row that says where the members of a field are described."""
        self.placement.refer(path, row)
        self.notes.append(Prose(fold(" ".join((row.name, *row.cells.values()))), row.line))

    def _field(self, path: str, row: FieldRow, one: PlacedTable, nested: bool) -> None:
        is_token = path == TOKEN_NAME and self.is_request
        fact = self._fact(path, row, one, nested)
        if is_token:
            if self.token is None:
                self.token = fact
            return
        known = self.fields.get(path)
        if fact.required:
            self.required.setdefault(path, set()).add(one.part)
        is_again = one.part in self.seen.get(path, set())
        self.seen.setdefault(path, set()).add(one.part)
        self.placement.last_home = path.rpartition(".")[0]
        if known is None or known.origin != "table":
            self.fields[path] = fact
        else:
            if is_again and known.line != fact.line and not _agree(known, fact):
                self.reports.complain(row.line, path, "a second row of this name")
                return
            self.fields[path] = self._joined(known, fact)
        self.placement.refer(path, row)

    def _joined(self, known: FieldFact, new: FieldFact) -> FieldFact:
        """Put two rows of one field together, such as of two kinds of message."""
        limits = {
            rule: stated
            for rule, stated in known.limits.items()
            if rule in new.limits and new.limits[rule].value == stated.value
        }
        for rule in known.limits.keys() & new.limits.keys() - limits.keys():
            why = f"another {rule} than in line {known.limits[rule].line}; none is taken"
            self.reports.doubt(new.line, f"{new.path}: {new.limits[rule].value}", why)
        if bool(known.enum) != bool(new.enum):
            enum: Mapping[Any, Stated] = {}
        else:
            enum = {**new.enum, **known.enum}
        kind = known.type if known.type == new.type or new.type is None else None
        kind = new.type if known.type is None else kind
        if kind is None and known.type:
            self.reports.doubt(
                new.line, new.path, f"{new.type} here, {known.type} in line {known.line}"
            )
            kind = known.type
        if new.text and (known.text is None or new.text.text != known.text.text):
            self.notes.append(new.text)
        lines = tuple(dict.fromkeys((*known.further_lines, new.line)))
        return replace(known, type=kind, limits=limits, enum=enum, further_lines=lines)

    def _fact(self, path: str, row: FieldRow, one: PlacedTable, nested: bool) -> FieldFact:
        values = one.part.witness.values.get(path) or self.witness.values.get(path, [])
        shown = one.part.witness.paths.get(path) or self.witness.paths.get(path, 0)
        worded = fold(row.cells.get("type", ""))
        said, element = row.said.type, row.said.element_type
        if worded and said is None:
            said = "object" if _STRUCTURE.fullmatch(worded) else None
            if said is None:
                self.reports.complain(row.line, worded, "a type of unknown meaning")
        kind, element = self._type(path, row, said, element, values, shown)
        fact = FieldFact(
            path, row.line, nested=nested, required=row.said.required, type=kind,
            type_text=worded if "type" in row.cells and row.said.type else "",
            element_type=element, sent_empty=self.is_request and "" in values,
        )  # fmt: skip
        return self._with_limits(fact, row, values, shown)

    def _type(
        self,
        path: str,
        row: FieldRow,
        said: str | None,
        element: str | None,
        values: Sequence[Any],
        line: int,
    ) -> tuple[str | None, str | None]:
        """Return the type and that of elements; what table and examples contradict is a doubt."""
        shown = type_of(values)
        if said is None:
            name = path.rpartition(".")[2]
            return shown or type_of(self.witness.named(name)), element
        if shown is None or shown == said or {shown, said} == {"integer", "number"}:
            return said, element
        if shown == "string" and all(is_placeholder(str(one)) or one == "" for one in values):
            return said, element
        follows = said
        if shown == "array" and said not in CONTAINERS:
            follows, element = "array", said
        elif shown in CONTAINERS:
            follows = shown
        where = f"in the example of line {line}" if line else "in the example"
        why = f"{said} in the table, {shown} {where}; {follows} is taken"
        self.reports.doubt(row.line, path, why)
        return follows, element

    def _with_limits(
        self, fact: FieldFact, row: FieldRow, values: Sequence[Any], shown: int
    ) -> FieldFact:
        text = row.cells.get("text", "")
        folded = "\n".join(map(fold, text.split("\n")))
        reading = read_field(folded, fact.type, fact.element_type)
        was_required = fact.required is True
        if self.is_request:
            reading.drop("condition")
            if was_required and any(why == REQUIRED_WHEN for *_, why in reading.open):
                # the cell says yes, the words say when
                fact = replace(fact, required=None)
        else:
            for rule in BETWEEN:
                reading.drop(rule)
        line_ends = [place for place, char in enumerate(folded) if char == "\n"]

        def line_at(start: int) -> int:
            return row.line + within(row.span, bisect_left(line_ends, start))

        for phrase, start, why in reading.open:
            if self.is_request and why == REQUIRED_WHEN:
                self.worded.append(Worded(fact.path, phrase, line_at(start), was_required))
            elif self.is_request or why not in UNSAID:
                self.reports.complain(line_at(start), phrase, why)
        limits: dict[str, Stated] = {
            rule: Stated(value, fact.line) for rule, value in row.said.limits.items()
        }
        enum: dict[Any, Stated] = {}
        for found in reading.found:
            line = line_at(found.start)
            target: dict[Any, Stated] = enum if found.rule == "enum" else limits
            key, value = found.value if found.rule == "enum" else (found.rule, found.value)
            if target.setdefault(key, Stated(value, line)).value != value:
                self.reports.complain(line, f"{fact.path}: {key} {value}", "a second value")
        prose = Prose(reading.residue(), row.line, row.span)
        fact = replace(fact, limits=limits, enum=enum, text=prose)
        return self._without_refuted(fact, values, shown)

    def _without_refuted(self, fact: FieldFact, values: Sequence[Any], line: int) -> FieldFact:
        """Take out what the document's own examples break: nothing may refuse what they send."""
        told = [one for one in values if not (isinstance(one, str) and is_placeholder(one))]
        where = f"the example of line {line} has"
        limits = dict(fact.limits)
        for rule, stated in fact.limits.items():
            row = CONSTRAINTS.get(rule)
            holds = row.holds if row and rule != "enum" and fact.type in row.types else None
            broken = [one for one in told if holds and type_of([one]) == fact.type]
            broken = [one for one in broken if holds and not holds(one, stated.value)]
            if broken and self.is_request:
                del limits[rule]
                why = f"{where} {_shortened(broken[0])}; no {rule} is taken"
                self.reports.doubt(stated.line, f"{fact.path}: {rule} {stated.value}", why)
        listed = {str(value) for value in fact.enum}
        elements = [each for one in told for each in (one if isinstance(one, list) else [one])]
        other = [one for one in elements if one is not None and str(one) not in listed]
        if not fact.enum or not other or isinstance(other[0], (dict, bool)):
            return replace(fact, limits=limits)
        why = f"{where} {_shortened(other[0])}, which is not listed; no values are taken"
        self.reports.doubt(fact.line, f"{fact.path}: {', '.join(sorted(listed))}", why)
        return replace(fact, limits=limits, enum={})

    def _values(self, one: Captioned[Table]) -> None:
        """Give the values that a table lists to the field that refers to it."""
        table = one.block
        for caption in one.captions[:3]:
            homes = self.placement.referring_to(reduced(caption.text))
            if homes:
                self.used.add(table.line)
                for path in homes:
                    shown, line = self.witness.values.get(path, []), self.witness.paths.get(path, 0)
                    fact = _with_values(self.fields[path], table)
                    self.fields[path] = self._without_refuted(fact, shown, line)
                return

    def _require(self) -> None:
        """Leave required what each kind of message requires, and what no example leaves out."""
        for path, parts in self.required.items():
            above = path.rpartition(".")[0]
            rows = self.seen if above else self.plain
            beside = (
                one for name, one in rows.items() if not above or name.rpartition(".")[0] == above
            )
            if self.is_request and set[Parsed]().union(*beside) - parts:
                self.fields[path] = replace(self.fields[path], required=False)
            elif self._is_contradicted(path):
                self.fields[path] = replace(self.fields[path], required=None)

    def _check_conditions(self) -> None:
        """Say where a field counts only beside another one that is not there."""
        for path, fact in list(self.fields.items()):
            stated = fact.limits.get("ignoredUnless")
            above = path.rpartition(".")[0]
            for name in stated.value if stated else ():
                beside = f"{above}.{name}" if above else name
                if stated and beside not in self.fields and name not in self.fields:
                    why = "a condition on a field that is not there"
                    self.reports.complain(stated.line, f"{path}: {name}", why)
                    limits = {rule: one for rule, one in fact.limits.items() if one is not stated}
                    self.fields[path] = replace(fact, limits=limits)

    def _is_contradicted(self, path: str) -> bool:
        """Say whether examples leave out what a table requires, and have something like it."""
        above, _, name = path.rpartition(".")
        here = self.witness.objects.get(above, [])
        if not self.is_request or path in self.witness.paths or not here or path in self.query:
            return False
        free = [one for one in here if (f"{above}.{one}" if above else one) not in self.fields]
        meant = nearest(name, free)
        if not meant:
            return False
        why = f"the table has {name}, the example {meant}; neither is required"
        self.reports.doubt(self.fields[path].line, path, why)
        return True

    def _add_parents(self) -> None:
        for path, fact in list(self.fields.items()):
            parts = path.split(".")
            for end in range(1, len(parts)):
                parent = ".".join(parts[:end])
                kind = type_of(self.witness.values.get(parent, ()))
                if parent not in self.fields:
                    kind = kind if kind in CONTAINERS else "object"
                    self.fields[parent] = FieldFact(parent, fact.line, "parent", type=kind)
                elif self.fields[parent].type is None:
                    self.fields[parent] = replace(self.fields[parent], type=kind or "object")

    def _add_from_examples(self) -> None:
        for path, line in self.witness.paths.items():
            if PATH.fullmatch(path) is None:
                self.reports.complain(line, path, "a name in the example that is not an identifier")
            elif path not in self.fields and not (self.is_request and path == TOKEN_NAME):
                values = self.witness.values.get(path, [])
                self.fields[path] = FieldFact(
                    path, line, "example", type=type_of(values),
                    sent_empty=self.is_request and "" in values,
                )  # fmt: skip

    def _add_from_address(self) -> None:
        """Take the parameters of the address, and their types as far as something tells them."""
        for name in self.query:
            if name != TOKEN_NAME and PATH.fullmatch(name):
                fact = self.fields.get(name) or FieldFact(name, 0, "example")
                self.fields[name] = replace(fact, in_query=True)
        for name, fact in self.fields.items():
            if fact.in_query or (self.is_query and "." not in name):
                kind = fact.type or self._type_in_address(name, fact)
                self.fields[name] = replace(fact, in_query=True, type=kind)

    def _type_in_address(self, name: str, fact: FieldFact) -> str:
        """Return the type that values, limits, words, the address or the answer speak for."""
        values = [*fact.enum, *(one.value for key, one in fact.limits.items() if key == "default")]
        stands = self.query.get(name, "")
        told = type_of(values) or ("integer" if stands.isdigit() else None)
        if told is None and fact.text and _WHOLE_NUMBER.search(fact.text.text):
            told = "integer"
        shown = type_of(self.answered.named(name)) if told is None else None
        return told or (shown if shown in ("integer", "boolean") else None) or "string"


def _shortened(value: Any) -> str:
    text = str(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _with_values(fact: FieldFact, table: Table) -> FieldFact:
    enum: dict[Any, Stated] = dict(fact.enum)
    for value, meaning, line in values_of(table):
        is_number = re.fullmatch(r"-?\d{1,15}", value) and fact.type != "string"
        enum.setdefault(int(value) if is_number else value, Stated(meaning, line))
    return replace(fact, enum=enum)


def _agree(*facts: FieldFact) -> bool:
    """Say whether two rows state the same, apart from the values of a kind of message each."""
    one, other = ((fact.required, fact.type, {*fact.limits}, bool(fact.enum)) for fact in facts)
    return one == other
