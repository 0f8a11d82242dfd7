"""Where the rows of a table stand: at the top, below a field that the table is about, or nested.

What stands above a table, what other rows refer to, and the examples are the evidence, in this
order. What they contradict is a doubt, and what none of them tells is left where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..near import nearest
from .blocks import Table, fold
from .cells import read_type
from .facts import FieldFact, Prose
from .labels import label_of
from .outline import Captioned
from .rows import FieldRow
from .witness import Witness

CONTAINERS = ("object", "array")
TOKEN_NAME = "access_token"

_REFERS = re.compile(
    r"(?:详见|参见|参考|参照|见|查看|请看|同)\s?"
    r"(?:(?:下文|下方|下面|下表|文末|上文|上方|如下|本文|附录|附表)\s?的?\s?[:,]?\s?)?"
    r"[“\"「『《\[]?\s?(?P<name>[^“”\"「」『』《》\[\],。;()\n]{1,30})"
)
_TYPE_NAME = re.compile(
    r"[(<]\s?(?P<inside>[A-Za-z_]\w{0,60})\s?[)>]|^(?P<alone>[A-Za-z_]\w{0,60})(?=\[|$)"
)
_CAPTION_NOISE = re.compile(
    r"请求|返回|的|参数|字段|对象|结构体?|数据|内容|说明|定义|描述|列表|如下|类型|附录|附表|详情|信息"
    r"|object|struct|[\s:*`#“”\"「」『』《》()\[\]\d.、-]",
    re.I,
)
_IDENTIFIER = re.compile(r"(?<![A-Za-z0-9_])[A-Za-z_][\w.]{0,80}")
_STRUCTURE = re.compile(r"结构|对象|说明|定义|字段|参数|类型|object|struct", re.I)
_SENTENCE = re.compile(r"[。;!?]")
_LONGEST_NAME = 30
_MOST_CAPTIONS = 4


@dataclass(eq=False)
class Parsed:
    """Tables that stand together, and what the examples beside them show."""

    tables: Sequence[Captioned[Table]]
    witness: Witness = field(default_factory=Witness)
    is_shared: bool = False
    """Whether they stand outside of the operation, for all of the page."""
    is_own: bool = True
    """Whether they stand behind this operation and no other one."""


@dataclass
class PlacedTable:
    """A table with its rows, and what is known of the place where it stands."""

    part: Parsed
    line: int
    captions: Sequence[Prose]
    """What stands above it, the nearest first."""
    rows: Sequence[FieldRow]

    @cached_property
    def heads(self) -> list[str]:
        """The first part of each row's name."""
        return [row.name.partition(".")[0] for row in self.rows]

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all rows."""
        return frozenset(row.name for row in self.rows)


@dataclass
class Placement:
    """Places the rows of one request or answer."""

    witness: Witness
    """What all examples of this side show."""
    fields: Mapping[str, FieldFact]
    """The fields that are placed already."""
    is_request: bool
    doubt: Callable[[int, str, str], None]
    references: dict[str, set[str]] = field(default_factory=dict)
    """By field, what its row names as the place of its description."""
    last_home: str = ""
    """The object in which the row before was found."""
    taken: dict[str, int] = field(default_factory=dict)
    """The places of the rows above in the table that is being read, in their order."""

    def homes_of(self, one: PlacedTable) -> list[str] | None:
        """Return the fields that a table describes, `[""]` for a plain one, None: not known yet."""
        referred = self._referring(one)
        if referred:
            return referred
        named = self._named(one) if one.part.is_own else []
        if one.part.is_shared:
            return named or None
        roots = {*one.part.witness.objects.get("", ()), *self.witness.objects.get("", ())}
        at_root = sum(name in roots for name in one.heads)
        if named:
            inside = max(self._overlap(home, one.heads) for home in named)
            is_shown = any(home in one.part.witness.objects for home in named)
            best = one.part.witness.best_object(one.heads) if is_shown else None
            elsewhere = self._overlap(best, one.heads) if best is not None else 0
            return named if inside >= max(at_root, elsewhere) else [""]
        is_plain = not self.fields or not one.rows or at_root > 0
        if is_plain or {"errcode", TOKEN_NAME} & {*one.heads}:
            return [""]
        return None if _is_about_a_field(one, bool(roots)) else [""]

    def best_home(self, one: PlacedTable) -> list[str]:
        """Return the one object of the examples that has most of the rows, if there is one."""
        if one.part.is_shared and not one.part.is_own:
            return []
        for witness in (one.part.witness, self.witness):
            best = witness.best_object(one.heads)
            if best is not None and (best or not one.part.is_shared):
                return [best]
        return []

    def _referring(self, one: PlacedTable) -> list[str]:
        """Return the fields whose rows name what stands above a table."""
        for caption in one.captions[:_MOST_CAPTIONS]:
            wanted = "" if label_of(caption.text) else reduced(caption.text)
            found = self.referring_to(wanted)
            if found:
                return found
        return []

    def referring_to(self, wanted: str) -> list[str]:
        """Return the fields whose rows refer to a reduced name."""
        if not wanted:
            return []
        return [path for path, refers in self.references.items() if wanted in refers]

    def _named(self, one: PlacedTable) -> list[str]:
        """Return the fields whose names stand above a table."""
        for caption in one.captions[:_MOST_CAPTIONS]:
            if label_of(caption.text) or not _may_name_a_field(caption.text):
                continue
            for identifier in _IDENTIFIER.findall(caption.text):
                found = self._fields_called(identifier.strip("."), one.heads)
                if found:
                    return found
        return []

    def _fields_called(self, name: str, inside: Sequence[str]) -> list[str]:
        """Return the fields of a name that may hold others."""
        known = [
            path
            for path, fact in self.fields.items()
            if (path == name or path.endswith(f".{name}"))
            and (fact.type in (*CONTAINERS, None) or path in self.witness.objects)
        ]
        known = known or [one for one in self.witness.ending(name) if one in self.witness.objects]
        shown = [path for path in known if self._overlap(path, inside)]
        return shown or known

    def _overlap(self, home: str, names: Iterable[str]) -> int:
        here = self.witness.objects.get(home, ())
        return sum(name in here for name in names)

    def paths_of(self, one: PlacedTable, home: str) -> list[str]:
        """Return where each row of a table stands, if the table describes the field `home`."""
        placed: list[str | None] = []
        self.taken = {}
        for row in one.rows:
            path = self._path(row, home, one)
            placed.append(path)
            if path is not None:
                self.taken[path] = row.line
                self.last_home = path if path in self.witness.objects else path.rpartition(".")[0]
        if None not in placed:
            return [path for path in placed if path is not None]
        return [*self._beside(placed, one)]

    def _path(self, row: FieldRow, home: str, one: PlacedTable) -> str | None:
        """Return where the examples have a row's field; None where they do not have it."""
        name = row.name
        full = f"{home}.{name}" if home else name
        if name == TOKEN_NAME and self.is_request and not home:
            return name
        beside = f"{self.last_home}.{name}"
        if full in self.taken and beside in self.witness.paths and beside not in self.taken:
            # a second row of the name, among those of an object that has it, too
            return beside
        if full in one.part.witness.paths or full in self.witness.paths:
            return full
        head, _, rest = name.partition(".")
        if home and (home == head or home.endswith(f".{head}")) and rest:
            # the rows name the field that they describe
            return home[: len(home) - len(head)] + name
        for witness in (one.part.witness, self.witness):
            found = [
                path for path in witness.ending(name) if path.startswith(f"{home}.") or not home
            ]
            if found:
                return self._nearest(found, row, one)
        if rest and not home and head not in self.fields and head not in self.witness.paths:
            above, _, leaf = name.rpartition(".")
            for witness in (one.part.witness, self.witness):
                found = [path for path in witness.ending(above) if path in witness.objects]
                if found:
                    return f"{self._nearest(found, row, one)}.{leaf}"
        if home:
            return full
        if rest:
            place = self._elsewhere(row, one) or self._through_slip(full, row)
            return place if place != full or head in self.fields else None
        return None

    def _elsewhere(self, row: FieldRow, one: PlacedTable) -> str:
        """Return the one place where the examples have a row's last name and no row describes it.

        The row's own path leads nowhere then: it names its object in another way.
        """
        head, _, _ = row.name.partition(".")
        roots = self.witness.objects.get("", [])
        if head in self.fields or head in self.witness.paths or nearest(head, roots):
            return ""
        found = [
            path
            for path in self.witness.by_name.get(row.name.rpartition(".")[2], [])
            if "." in path and path not in self.fields and path not in one.names
        ]
        if len(found) != 1:
            return ""
        self.doubt(row.line, row.name, f"the examples have it at {found[0]} alone")
        return found[0]

    def _nearest(self, found: Sequence[str], row: FieldRow, one: PlacedTable) -> str:
        """Return the least deep of several places; the rows around tell those that are as deep."""
        least = found[0].count(".")
        best = [path for path in found if path.count(".") == least]
        if len(best) == 1:
            return best[0]
        free = [path for path in best if not self._is_placed(path)] or best
        above = {path: path.rpartition(".")[0] for path in free}
        told = [path for path, home in above.items() if home in one.names or self._is_placed(home)]
        beside = [path for path in told or free if above[path] == self.last_home]
        latest = max((self.taken.get(above[path], 0) for path in told), default=0)
        last = [path for path in told if latest and self.taken.get(above[path]) == latest]
        best = beside or last or told or free
        if len(best) > 1:
            self.doubt(row.line, row.name, f"the examples have it at {' and at '.join(best[:3])}")
        return best[0]

    def _is_placed(self, path: str) -> bool:
        return path in self.fields or path in self.taken

    def _beside(self, placed: Sequence[str | None], one: PlacedTable) -> Iterator[str]:
        """Place rows that no example shows: in the object where the rows around were found."""
        homes = [
            path.removesuffix(row.name).rstrip(".") if path else None
            for path, row in zip(placed, one.rows, strict=True)
        ]
        after: list[str | None] = []
        for home in reversed(homes):
            after.append(home if home is not None or not after else after[-1])
        after.reverse()
        before, last = "", next((home for home in reversed(homes) if home is not None), "")
        ends_in = last if last and self._is_all_in(last, placed) else None
        for row, path, home, behind in zip(one.rows, placed, homes, after, strict=True):
            if path is not None:
                before = home or ""
                yield path
            elif before and before == (ends_in if behind is None else behind):
                self.doubt(row.line, row.name, f"in no example; it is taken to stand in {before}")
                yield f"{before}.{row.name}"
            else:
                yield row.name

    def _is_all_in(self, home: str, placed: Sequence[str | None]) -> bool:
        """Say whether all that examples show stands in one object, apart from what each has."""
        above = {home[:end] for end in range(len(home) + 1)} | {"errcode", "errmsg", TOKEN_NAME}
        return all(path is None or path in above or path.startswith(home + ".") for path in placed)

    def _through_slip(self, path: str, row: FieldRow) -> str:
        """Follow the examples where a part of a path is one letter beside what they have."""
        parts = path.split(".")
        for end in range(1, len(parts) if self.witness.paths else 0):
            above, part = ".".join(parts[: end - 1]), parts[end - 1]
            here = self.witness.objects.get(above, [])
            if part in here or ".".join(parts[:end]) in self.fields:
                continue
            meant = nearest(part, here)
            if meant:
                self.doubt(row.line, path, f"the examples have {meant}, the table {part}")
                parts[end - 1] = meant
        return ".".join(parts)

    def refer(self, path: str, row: FieldRow) -> None:
        """Note what a row names as the place where its field is described."""
        text = "\n".join(map(fold, row.cells.get("text", "").split("\n")))
        found = {reduced(match["name"]) for match in _REFERS.finditer(text)}
        for match in _TYPE_NAME.finditer(fold(row.cells.get("type", ""))):
            name = match["inside"] or match["alone"]
            if read_type(name).type is None:
                found.add(reduced(name))
        self.references.setdefault(path, set()).update(found - {""})


def _may_name_a_field(text: str) -> bool:
    """Say whether a caption is short, or says of something what it consists of."""
    return len(text) <= _LONGEST_NAME or _STRUCTURE.search(text[:_LONGEST_NAME]) is not None


def _is_about_a_field(one: PlacedTable, is_shown: bool) -> bool:
    """Say whether what stands right above a table names something that it describes.

    Where examples show the fields, and none of the table's rows, any words of its own do.
    """
    named = [caption for caption in one.captions[:2] if not label_of(caption.text)]
    text = named[0].text if named else ""
    is_short = 0 < len(text) <= _LONGEST_NAME and not _SENTENCE.search(text)
    return is_short and (is_shown or _STRUCTURE.search(text) is not None)


def reduced(text: str) -> str:
    """Return a caption or a reference as both are compared: without the words around the name."""
    return _CAPTION_NOISE.sub("", text).lower()
