"""A document's bytes to facts: its format is told from its content, then one way for all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from .blocks import Code, DocumentError, Table, Text, fold, lines_of
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
from .limits import not_taken
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
            id(self._head(one, name)) for one in outline.operations for name in _HEADS
        }
        self.not_understood = [
            NotUnderstood(text.line, text.text[:80], "outside of every section")
            for text in outline.not_understood
        ]

    def facts(self) -> DocumentFacts:
        operations: dict[str, OperationFacts] = {}
        for section in self.outline.operations:
            if section.name in operations:
                self._complain(section.line, section.name, "a second section of this operation")
            else:
                operations[section.name] = self._operation(section)
        texts = [self._prose(one.text, one.line) for one in self._beside_operations()]
        module = self.outline.module.text if self.outline.module else ""
        group = group_of(module) or _group_of_address(self.outline.operations)
        unique = dict.fromkeys(self.not_understood)
        return DocumentFacts(
            module,
            group,
            tuple(operations.values()),
            tuple(texts),
            tuple(sorted(unique, key=lambda one: one.line)),
        )

    def _beside_operations(self) -> Iterator[Text]:
        """Yield what no operation inherits: the module, its preamble, chapters without any."""
        outline = self.outline
        if outline.module:
            yield outline.module
        used = {id(one.parent) for one in outline.operations}
        for section in (outline.preamble, *outline.chapters):
            if section is outline.preamble or id(section) not in used:
                yield from (one for texts in section.texts.values() for one in texts)
                heads = [stated for head in _HEADS if (stated := getattr(section, head))]
                yield from (one for one in heads if id(one) not in self._inherited)

    def _head(self, section: Section, name: str) -> Text | None:
        """Return what a section states at its head, or what it inherits."""
        own: Text | None = getattr(section, name)
        if own is not None or name == "title":
            return own
        above = (section.parent, self.outline.preamble)
        return next((found for one in above if one and (found := getattr(one, name))), None)

    def _complain(self, line: int, text: str, why: str) -> None:
        self.not_understood.append(NotUnderstood(line, text[:80], why))

    def _operation(self, section: Section) -> OperationFacts:
        sent, said = self._example(section.request_example)
        came, answered = self._example(section.response_example)
        request = TableReader(sent.value if sent else None, True)
        response = TableReader(came.value if came else None, False)
        request_fields = request.read(section.request_tables, sent.line if sent else 0)
        response_fields = response.read(section.response_tables, came.line if came else 0)
        self.not_understood += [*request.not_understood, *response.not_understood]
        quotas: list[QuotaFact] = []
        statements: list[Stated] = []
        texts, span = self._texts(section, quotas, statements)
        texts |= {
            f"examples.{side}": remarks
            for side, remarks in (("request", said), ("response", answered))
            if remarks
        }
        updated = self._head(section, "updated")
        return OperationFacts(
            name=section.name,
            line=section.line,
            title=_stated(section.title),
            page=_stated(self._head(section, "page")),
            updated=Stated(_date(updated.text), updated.line) if updated else None,
            method=_stated(self._head(section, "method")),
            path=_path_stated(section.address),
            token=request.token,
            has_token=bool(request.token or _carries_token(section.address)),
            request=self._spanned(request_fields, span),
            response=response_fields,
            quotas=tuple(quotas),
            statements=tuple(statements),
            permissions=self._permissions(section, texts),
            texts=texts,
            example_request=sent,
            example_response=came,
        )

    def _spanned(self, fields: tuple[FieldFact, ...], span: Stated | None) -> tuple[FieldFact, ...]:
        """Give the span that the text states to the second of two days."""
        if span is None:
            return fields
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
        self, section: Section, quotas: list[QuotaFact], statements: list[Stated]
    ) -> tuple[dict[str, tuple[Prose, ...]], Stated | None]:
        """Return what is held by hash, without the quotas and the span that are read from it."""
        span = None
        held = self._overridden(section)
        for place in (TITLE, ADDRESS):
            if place in section.texts:
                held[place] = tuple(Prose(one.text, one.line) for one in section.texts[place])
        for place in _READ:
            proses = []
            for text in self._own_and_inherited(section, place):
                reading = read_prose(text.text)
                for found in reading.found:
                    if found.rule == "quota":
                        limit, days = found.value
                        quotas.append(QuotaFact(limit, days, text.line))
                    elif found.rule == "statement":
                        statements.append(Stated(found.value, text.line))
                    elif found.rule == "maxSpanDays" and span is not None:
                        self._complain(text.line, f"{found.value} days", "a second span of days")
                    elif found.rule == "maxSpanDays":
                        span = Stated(found.value, text.line)
                for phrase in not_taken(reading):
                    self._complain(text.line, phrase, "a limit in words that no rule took")
                proses.append(Prose(reading.residue(), text.line))
            if proses:
                held[place] = tuple(proses)
        return held, span

    def _own_and_inherited(self, section: Section, place: str) -> Iterator[Text]:
        if section.parent is not None:
            yield from section.parent.texts.get(place, ())
        yield from section.texts.get(place, ())

    def _overridden(self, section: Section) -> dict[str, tuple[Prose, ...]]:
        """Return the heads of a chapter that the operation has anew, to be held as words."""
        heads = {name: getattr(section.parent, name, None) for name in _HEADS[1:]}
        return {
            name: (Prose(stated.text, stated.line),)
            for name, stated in heads.items()
            if stated is not None and self._head(section, name) is not stated
        }

    def _prose(self, text: str, line: int) -> Prose:
        for phrase in not_taken(read_prose(text)):
            self._complain(line, phrase, "a limit in words that no rule took")
        return Prose(text, line)

    def _permissions(
        self, section: Section, texts: dict[str, tuple[Prose, ...]]
    ) -> dict[str, Prose]:
        """Return the permissions by kind of application; other rows join the prose."""
        found: dict[str, Prose] = {}
        for table in _tables(section):
            for row in table.rows:
                kinds = [kind for word, kind in _APPLICATIONS.items() if word in row.cells[0]]
                if len(kinds) == 1 and len(row.cells) > 1 and kinds[0] not in found:
                    found[kinds[0]] = Prose(fold(" ".join(row.cells)), row.line)
                else:
                    other = Prose(fold(" ".join(row.cells)), row.line)
                    texts[PERMISSION] = (*texts.get(PERMISSION, ()), other)
        return found


def _tables(section: Section) -> Iterable[Table]:
    return [
        *(section.parent.permission_tables if section.parent else ()),
        *section.permission_tables,
    ]


def _stated(text: Text | None) -> Stated | None:
    return Stated(text.text, text.line) if text else None


def _date(text: str) -> str:
    year, month, day = re.split(r"[/.-]", text)
    return f"{year}-{int(month):02}-{int(day):02}"


def _path(address: str) -> str:
    return address.partition("?")[0].partition("#")[0].partition("/cgi-bin/")[2].strip("/")


def _path_stated(address: Text | None) -> Stated | None:
    path = _path(address.text) if address else ""
    return Stated(path, address.line) if address and path else None


def _carries_token(address: Text | None) -> bool:
    return address is not None and "access_token=" in address.text


def _group_of_address(sections: Iterable[Section]) -> str:
    paths = (_path(section.address.text) for section in sections if section.address)
    folders = {path.rpartition("/")[0] for path in paths}
    return folders.pop() if len(folders) == 1 else ""
