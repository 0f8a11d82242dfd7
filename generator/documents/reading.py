"""A document's bytes to facts: its format is told from its content, then one way for all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from .blocks import Code, DocumentError, fold, lines_of
from .examples import parse_example
from .facts import (
    DocumentFacts,
    FieldFact,
    NotUnderstood,
    OperationFacts,
    Prose,
    QuotaFact,
    Stated,
)
from .files import read_file
from .formats import blocks_of, without_operations
from .limits import Reading, not_taken
from .pages import with_headings
from .sections import ADDRESS, NOTES, PERMISSION, SUMMARY, TITLE, Outline, Section, outline_of
from .statements import read_prose
from .tables import TableReader

_READ = (SUMMARY, NOTES, PERMISSION)
"""Places whose prose may state quotas, spans and limits."""
_HEADS = ("title", "updated", "page", "method")
_APPLICATIONS = {"自建": "self_built", "代开发": "provider_developed", "第三方": "third_party"}


def read_document(path: Path) -> DocumentFacts:
    """Read a document.

    Raises:
        DocumentError: it cannot be read, or is not a document of operations.
    """
    saved = read_file(path)
    facts = read_text(saved.text, saved.address)
    if not facts.operations:
        raise DocumentError(
            f"{path} is not a document of operations: no heading such as "
            "'list(access_token, hash);' and no request address was found in it"
            + without_operations(saved.text)
        )
    return facts


def read_text(text: str, address: str = "") -> DocumentFacts:
    """Read the text of a document of any known format.

    `address` is where it was saved from: the page of the operations that state none.
    """
    try:
        blocks = with_headings(blocks_of("\n".join(lines_of(text))))
        facts = _Reader(outline_of(blocks)).facts()
    except RecursionError:
        raise DocumentError("the document is nested too deeply to be read") from None
    if not address:
        return facts
    page = Stated(address, 1)
    return replace(
        facts, operations=tuple(replace(one, page=one.page or page) for one in facts.operations)
    )


def group_of(module: str) -> str:
    """Return the URL path of a module: what follows `work` in `QQ::weixin::work::a::b` is `a/b`."""
    parts = module.split("::")
    return "/".join(parts[parts.index("work") + 1 :]) if "work" in parts else ""


class _Reader:
    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self._inherited = {
            id(head) for one in outline.operations for head in self._heads(one).values()
        }
        self.not_understood = [*outline.not_understood]

    def facts(self) -> DocumentFacts:
        operations: dict[str, OperationFacts] = {}
        for section in self.outline.operations:
            if section.name in operations:
                self._complain(section.line, section.name, "a second section of this operation")
            else:
                operations[section.name] = self._operation(section)
        texts = tuple(self._beside_operations())
        for text in texts:
            self._complain_of_limits(read_prose(text.text), text.line)
        module = self.outline.module.text if self.outline.module else ""
        return DocumentFacts(
            module,
            group_of(module) or _group_of_address(self.outline.operations),
            tuple(operations.values()),
            texts,
            tuple(sorted(dict.fromkeys(self.not_understood), key=lambda one: one.line)),
        )

    def _beside_operations(self) -> Iterator[Prose]:
        """Yield what no operation inherits: the module, its preamble, chapters without any."""
        outline = self.outline
        if outline.module:
            yield outline.module
        used = {id(one.parent) for one in outline.operations}
        for section in (outline.preamble, *outline.chapters):
            if section is outline.preamble or id(section) not in used:
                yield from (one for texts in section.texts.values() for one in texts)
                heads = [section.heads[name] for name in _HEADS if name in section.heads]
                yield from (one for one in heads if id(one) not in self._inherited)

    def _heads(self, section: Section) -> dict[str, Prose]:
        """Return what a section states at its head or inherits; its title is always its own."""
        above = section.parent or Section()
        inherited = self.outline.preamble.heads | above.heads
        inherited.pop("title", None)
        return inherited | section.heads

    def _complain(self, line: int, text: str, why: str) -> None:
        self.not_understood.append(NotUnderstood(line, text[:80], why))

    def _operation(self, section: Section) -> OperationFacts:
        request, sent, requested = self._side(section, "request")
        response, came, answered = self._side(section, "response")
        texts, said = self._texts(section)
        remarks = {"examples.request": requested, "examples.response": answered}
        texts |= {place: proses for place, proses in remarks.items() if proses}
        heads = self._heads(section)
        updated = heads.get("updated")
        address = section.address
        is_secured = request.token or (address is not None and "access_token=" in address.text)
        return OperationFacts(
            name=section.name,
            line=section.line,
            title=_stated(heads.get("title")),
            page=_stated(heads.get("page")),
            updated=Stated(_date(updated.text), updated.line) if updated else None,
            method=_stated(heads.get("method")),
            path=_path_stated(address),
            example_request=sent,
            example_response=came,
            security="access_token" if is_secured else "none",
            token=request.token,
            request=self._spanned(tuple(request.fields.values()), said["maxSpanDays"]),
            response=tuple(response.fields.values()),
            quotas=tuple(
                QuotaFact(limit, days, one.line)
                for one in said["quota"]
                for limit, days in [one.value]
            ),
            statements=tuple(said["statement"]),
            permissions=self._permissions(section, texts),
            texts=texts,
        )

    def _side(
        self, section: Section, side: str
    ) -> tuple[TableReader, Stated | None, tuple[Prose, ...]]:
        """Read the tables and the example of the request or the answer, and the remarks in it."""
        example, remarks = self._example(getattr(section, f"{side}_example"))
        reader = TableReader(example.value if example else None, side == "request")
        reader.read(getattr(section, f"{side}_tables"), example.line if example else 0)
        self.not_understood += reader.not_understood
        return reader, example, remarks

    def _spanned(
        self, fields: tuple[FieldFact, ...], spans: Sequence[Stated]
    ) -> tuple[FieldFact, ...]:
        """Give the span that the text states to the second of two days."""
        if not spans:
            return fields
        span = spans[0]
        days = [one for one in fields if one.limits.keys() & {"format", "maxDaysAgo"}]
        if len(days) != 2:
            self._complain(span.line, f"a span of {span.value} days", "no two days to span")
            return fields
        limits = {**days[1].limits, "maxSpanDays": span}
        return tuple(replace(one, limits=limits) if one is days[1] else one for one in fields)

    def _example(self, code: Code | None) -> tuple[Stated | None, tuple[Prose, ...]]:
        if code is None:
            return None, ()
        try:
            example = parse_example(code.text)
        except ValueError:
            self._complain(code.line, " ".join(code.text.split()), "an example that is no JSON")
            return None, ()
        for name in example.repeated:
            self._complain(code.line, name, "a name that stands twice in an example")
        remarks = tuple(Prose(one.text, code.line + one.offset) for one in example.remarks)
        return Stated(example.value, code.line), remarks

    def _texts(
        self, section: Section
    ) -> tuple[dict[str, tuple[Prose, ...]], dict[str, list[Stated]]]:
        """Return what is held by hash, and by rule what is read from it, which is not held."""
        said: dict[str, list[Stated]] = defaultdict(list)
        held = self._overridden(section)
        for place in (TITLE, ADDRESS):
            if place in section.texts:
                held[place] = tuple(section.texts[place])
        above = section.parent or Section()
        for place in _READ:
            proses = []
            for text in (*above.texts.get(place, ()), *section.texts.get(place, ())):
                reading = read_prose(text.text)
                for one in reading.found:
                    said[one.rule].append(Stated(one.value, text.line))
                    if one.rule == "maxSpanDays" and len(said[one.rule]) > 1:
                        self._complain(text.line, f"{one.value} days", "a second span of days")
                self._complain_of_limits(reading, text.line)
                proses.append(Prose(reading.residue(), text.line))
            if proses:
                held[place] = tuple(proses)
        return held, said

    def _complain_of_limits(self, reading: Reading, line: int) -> None:
        for phrase in not_taken(reading):
            self._complain(line, phrase, "a limit in words that no rule took")

    def _overridden(self, section: Section) -> dict[str, tuple[Prose, ...]]:
        """Return the heads of a chapter that the operation has anew, to be held as words."""
        above, heads = section.parent or Section(), self._heads(section)
        return {
            name: (above.heads[name],)
            for name in _HEADS[1:]
            if name in above.heads and heads[name] is not above.heads[name]
        }

    def _permissions(
        self, section: Section, texts: dict[str, tuple[Prose, ...]]
    ) -> dict[str, Prose]:
        """Return the permissions by kind of application; other rows join the prose."""
        found: dict[str, Prose] = {}
        above = section.parent or Section()
        tables = (*above.permission_tables, *section.permission_tables)
        for row in (row for table in tables for row in table.rows):
            kinds = [kind for word, kind in _APPLICATIONS.items() if word in row.cells[0]]
            prose = Prose(fold(" ".join(row.cells)), row.line)
            if len(kinds) == 1 and len(row.cells) > 1 and kinds[0] not in found:
                found[kinds[0]] = prose
            else:
                texts[PERMISSION] = (*texts.get(PERMISSION, ()), prose)
        return found


def _stated(text: Prose | None) -> Stated | None:
    return Stated(text.text, text.line) if text else None


def _date(text: str) -> str:
    year, month, day = re.split(r"[/.-]", text)
    return f"{year}-{int(month):02}-{int(day):02}"


def _path(address: str) -> str:
    return address.partition("?")[0].partition("#")[0].partition("/cgi-bin/")[2].strip("/")


def _path_stated(address: Prose | None) -> Stated | None:
    path = _path(address.text) if address else ""
    return Stated(path, address.line) if address and path else None


def _group_of_address(sections: Iterable[Section]) -> str:
    paths = (_path(section.address.text) for section in sections if section.address)
    folders = {path.rpartition("/")[0] for path in paths}
    return folders.pop() if len(folders) == 1 else ""
