"""A document's bytes to facts: its format is told from its content, then one way for all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .blocks import Code, DocumentError, Table, fold
from .facts import (
    DocumentFacts,
    NotUnderstood,
    OperationFacts,
    Prose,
    QuotaFact,
    Stated,
    parse_json,
)
from .formats import blocks_of
from .limits import not_taken, read_prose
from .sections import NOTES, PERMISSION, SUMMARY, Outline, Section, outline_of
from .tables import TableReader

MAX_BYTES = 5_000_000
_PLACES = (SUMMARY, NOTES, PERMISSION)
_APPLICATIONS = {"自建": "self_built", "代开发": "provider_developed", "第三方": "third_party"}


def read_document(path: Path) -> DocumentFacts:
    """Read a document.

    Raises:
        DocumentError: it cannot be read, or is no document of operations.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DocumentError(f"{path} is larger than {MAX_BYTES} bytes")
        content = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{path} cannot be read: {error.strerror}") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise DocumentError(f"{path}:{line}: is no UTF-8; save it as UTF-8") from None
    facts = read_text(text)
    if not facts.operations:
        raise DocumentError(
            f"{path} is no document of operations: no heading such as 'list(access_token, hash);' "
            "and no request address was found in it"
        )
    return facts


def read_text(text: str) -> DocumentFacts:
    """Read the text of a document of any known format."""
    blocks = list(blocks_of(text))
    return _Reader(outline_of(blocks)).facts()


def group_of(module: str) -> str:
    """Return the URL path of a module: what follows `work` in `QQ::weixin::work::a::b` is `a/b`."""
    parts = module.split("::")
    return "/".join(parts[parts.index("work") + 1 :]) if "work" in parts else ""


class _Reader:
    def __init__(self, outline: Outline) -> None:
        self.outline = outline
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
        preamble = self.outline.preamble
        texts = [
            self._prose(one.text, one.line) for place in preamble.texts.values() for one in place
        ]
        group = group_of(self.outline.module) or _group_of_address(self.outline.operations)
        unique = dict.fromkeys(self.not_understood)
        return DocumentFacts(
            self.outline.module,
            group,
            tuple(operations.values()),
            tuple(texts),
            tuple(sorted(unique, key=lambda one: one.line)),
        )

    def _complain(self, line: int, text: str, why: str) -> None:
        self.not_understood.append(NotUnderstood(line, text[:80], why))

    def _operation(self, section: Section) -> OperationFacts:
        sent = self._example(section.request_example)
        came = self._example(section.response_example)
        request = TableReader(sent.value if sent else None, True)
        response = TableReader(came.value if came else None, False)
        request_fields = request.read(section.request_tables, sent.line if sent else 0)
        response_fields = response.read(section.response_tables, came.line if came else 0)
        self.not_understood += [*request.not_understood, *response.not_understood]
        quotas: list[QuotaFact] = []
        texts, span = self._texts(section, quotas)
        if span is not None:
            days = [one for one in request_fields if one.limits.get("format") is not None]
            if len(days) == 2:
                limits = {**days[1].limits, "maxSpanDays": span}
                request_fields = tuple(
                    replace(one, limits=limits) if one is days[1] else one for one in request_fields
                )
            else:
                self._complain(span.line, f"a span of {span.value} days", "no two days to span")
        updated = section.updated or (section.parent.updated if section.parent else None)
        page = section.page or (section.parent.page if section.parent else None)
        address = section.address
        return OperationFacts(
            name=section.name,
            line=section.line,
            title=_stated(section.title),
            page=_stated(page),
            updated=Stated(_date(updated.text), updated.line) if updated else None,
            method=_stated(section.method),
            path=Stated(_path(address.text), address.line) if address else None,
            has_token=request.has_token or bool(address and "access_token=" in address.text),
            request=request_fields,
            response=response_fields,
            quotas=tuple(quotas),
            permissions=self._permissions(section),
            texts=texts,
            example_request=sent,
            example_response=came,
        )

    def _example(self, code: Code | None) -> Stated | None:
        if code is None:
            return None
        try:
            return Stated(parse_json(code.text), code.line)
        except ValueError:
            self._complain(code.line, " ".join(code.text.split()), "an example that is no JSON")
            return None

    def _texts(
        self, section: Section, quotas: list[QuotaFact]
    ) -> tuple[dict[str, tuple[Prose, ...]], Stated | None]:
        """Return what is held by hash, without the quotas and the span that are read from it."""
        span = None
        held: dict[str, tuple[Prose, ...]] = {}
        for place in _PLACES:
            proses = []
            for text in _own_and_inherited(section, place):
                reading = read_prose(text.text)
                for found in reading.found:
                    if found.rule == "quota":
                        limit, days = found.value
                        quotas.append(QuotaFact(limit, days, text.line))
                    elif found.rule == "maxSpanDays":
                        span = Stated(found.value, text.line)
                for phrase in not_taken(reading):
                    self._complain(text.line, phrase, "a limit in words that no rule took")
                proses.append(Prose(reading.residue(), text.line))
            if proses:
                held[place] = tuple(proses)
        return held, span

    def _prose(self, text: str, line: int) -> Prose:
        for phrase in not_taken(read_prose(text)):
            self._complain(line, phrase, "a limit in words that no rule took")
        return Prose(text, line)

    def _permissions(self, section: Section) -> dict[str, Prose]:
        found: dict[str, Prose] = {}
        for table in _tables(section):
            for row in table.rows:
                kinds = [kind for word, kind in _APPLICATIONS.items() if word in row.cells[0]]
                if kinds and len(row.cells) > 1:
                    found[kinds[0]] = Prose(fold(" ".join(row.cells[1:])), row.line)
                else:
                    self._complain(row.line, " ".join(row.cells), "a kind of application")
        return found


def _own_and_inherited(section: Section, place: str) -> Iterator[Any]:
    if section.parent is not None:
        yield from section.parent.texts.get(place, ())
    yield from section.texts.get(place, ())


def _tables(section: Section) -> Iterable[Table]:
    return [
        *(section.parent.permission_tables if section.parent else ()),
        *section.permission_tables,
    ]


def _stated(text: Any) -> Stated | None:
    return Stated(text.text, text.line) if text else None


def _date(text: str) -> str:
    year, month, day = re.split(r"[/-]", text)
    return f"{year}-{int(month):02}-{int(day):02}"


def _path(address: str) -> str:
    return urlsplit(address).path.partition("/cgi-bin/")[2].strip("/")


def _group_of_address(sections: Iterable[Section]) -> str:
    paths = (_path(section.address.text) for section in sections if section.address)
    folders = {path.rpartition("/")[0] for path in paths}
    return folders.pop() if len(folders) == 1 else ""
