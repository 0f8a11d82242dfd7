"""A document's bytes to facts: its format is told from its content, then one way for all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from .between import begin_of, with_prose
from .blocks import Code, DocumentError, fold, lines_of
from .cells import column_of
from .examples import parse_example, query_of
from .facts import (
    DocumentFacts,
    FieldFact,
    OperationFacts,
    Prose,
    QuotaFact,
    Stated,
)
from .files import read_file
from .formats import blocks_of, without_operations
from .labels import NOTES, PERMISSION, REQUEST, RESPONSE, SUMMARY, label_of
from .limits import not_taken
from .outline import ADDRESS, TITLE, Outline, Part, Section, in_words
from .phrases import Reading
from .placement import Parsed
from .sections import outline_of
from .source import Source, source_of, without_front_matter
from .statements import OF_SEVERAL, read_prose
from .tables import TableReader
from .witness import Witness

_READ = (SUMMARY, NOTES, PERMISSION)
"""Places whose prose may state quotas, spans and limits."""
_HEADS = ("title", "updated", "page", "method")
_APPLICATIONS = {"自建": "self_built", "代开发": "provider_developed", "第三方": "third_party"}
_NUMBERING = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,2}[.、])\s?(?=\D)")
_GENERIC = re.compile(
    r"[\d.、 ]{0,6}(?:概述|简介|总览|前言|背景|使用场景|基本信息|overview"
    r"|接口(?:概述|信息|详情|文档|调用|(?:调用)?(?:说明|定义|描述)))"
)
"""A heading that may stand above any operation."""


def read_document(path: Path, group: str = "") -> DocumentFacts:
    """Read a document; `group` is the URL path of the operations that state no address.

    Raises:
        DocumentError: it cannot be read, or is not a document of operations.
    """
    saved = read_file(path)
    facts = read_text(saved.text, saved.address, group)
    if not facts.operations:
        raise DocumentError(
            f"{path} is not a document of operations: no heading such as "
            "'list(access_token, hash);' and no request address was found in it"
            + without_operations(saved.text)
        )
    return facts


def read_text(text: str, address: str = "", group: str = "") -> DocumentFacts:
    """Read the text of a document of any known format.

    `address` is where it was saved from: the page of the operations that state none.
    """
    text = "\n".join(lines_of(text))
    source = source_of(text)
    if address:
        source = replace(source, address=address.partition("#")[0])
    try:
        blocks = blocks_of(without_front_matter(text))
        return _Reader(outline_of(blocks), source, group).facts()
    except RecursionError:
        raise DocumentError("the document is nested too deeply to be read") from None


def group_of(module: str) -> str:
    """Return the URL path of a module: what follows `work` in `QQ::weixin::work::a::b` is `a/b`."""
    parts = module.split("::")
    return "/".join(parts[parts.index("work") + 1 :]) if "work" in parts else ""


class _Reader:
    def __init__(self, outline: Outline, source: Source, group: str) -> None:
        self.outline = outline
        self.source = source
        self.module = outline.module.text if outline.module else ""
        self.group = group.strip("/") or group_of(self.module)
        self._inherited = {
            id(head) for one in outline.operations for head in self._heads(one).values()
        }
        self.reports = outline.reports
        self.used: set[int] = set()

    def facts(self) -> DocumentFacts:
        sections = self._by_key()
        kinds, shared = self._chapters(sections)
        operations = [
            self._operation(key, [first, *others, *kinds.get(id(first), [])], shared)
            for key, (first, *others) in sections.items()
        ]
        texts = (*self._beside_operations(), *self._unused(shared))
        for text in texts:
            self._complain_of_limits(read_prose(text.text), text.line)
        return DocumentFacts(
            self.module,
            tuple(operations),
            tuple(sorted(texts, key=lambda one: one.line)) if shared else texts,
            tuple(sorted(dict.fromkeys(self.reports.not_understood), key=lambda one: one.line)),
            tuple(sorted(dict.fromkeys(self.reports.doubts), key=lambda one: one.line)),
            self.source,
        )

    def _by_key(self) -> dict[str, list[Section]]:
        """Return the sections of each operation; one that has several describes kinds of it."""
        found: dict[str, list[Section]] = {}
        for section in self.outline.operations:
            key = section.path or "/".join(filter(None, (self.group, section.name)))
            if key in found and not section.path:
                self.reports.complain(
                    section.line, section.name, "a second section of this operation"
                )
            else:
                found.setdefault(key, []).append(section)
        return found

    def _chapters(
        self, sections: dict[str, list[Section]]
    ) -> tuple[dict[int, list[Section]], list[Section]]:
        """Part the chapters behind operations: kinds of message, and what is shared by all."""
        firsts = {id(one): found[0] for found in sections.values() for one in found}
        kinds: dict[int, list[Section]] = defaultdict(list)
        shared = []
        for chapter in self.outline.chapters:
            owner = firsts.get(id(chapter.follows))
            if owner is not None and not chapter.is_appendix and _is_kind(chapter):
                kinds[id(owner)].append(chapter)
            else:
                shared.append(chapter)
        return kinds, shared

    def _beside_operations(self) -> Iterator[Prose]:
        """Yield what no operation inherits: the module, its preamble, chapters without any."""
        outline = self.outline
        if outline.module:
            yield outline.module
        used = {id(one.parent) for one in outline.operations}
        unused = (one for one in outline.chapters if id(one) not in used)
        for section in (outline.preamble, *unused):
            for place, texts in section.texts.items():
                if section is not outline.preamble or place != PERMISSION or not self._is_page:
                    yield from texts
            for head in (section.heads[name] for name in _HEADS if name in section.heads):
                if id(head) not in self._inherited and head not in section.texts.get(NOTES, ()):
                    yield head

    def _unused(self, shared: Sequence[Section]) -> Iterator[Prose]:
        """Yield the rows of tables that describe nothing of an operation."""
        parents = {id(one.parent) for one in self.outline.operations}
        for chapter in (self.outline.preamble, *shared):
            for part in (chapter.request, chapter.response):
                for table in (one.block for one in part.tables):
                    if table.line not in self.used:
                        yield from in_words(table.header, *table.rows)
                yield from (Prose(one.block.text, one.block.line) for one in part.examples)
            if id(chapter) not in parents:
                for table in chapter.permission_tables:
                    yield from in_words(*table.rows)

    @property
    def _is_page(self) -> bool:
        return any(one.parent is self.outline.preamble for one in self.outline.operations)

    def _heads(self, section: Section) -> dict[str, Prose]:
        """Return what a section states at its head or inherits; its title is always its own."""
        above = section.parent or Section()
        inherited = self.outline.preamble.heads | above.heads
        inherited.pop("title", None)
        return inherited | section.heads

    def _operation(
        self, key: str, sections: Sequence[Section], shared: Sequence[Section]
    ) -> OperationFacts:
        section = sections[0]
        heads = self._heads(section)
        method = _stated(heads.get("method"))
        response = self._side(sections, RESPONSE, method, shared)
        request = self._side(sections, REQUEST, method, shared, response.witness)
        texts, said = self._texts(sections)
        self._add_rules_of(shared, request, said)
        for side, reader in ((REQUEST, request), (RESPONSE, response)):
            if reader.remarks:
                texts[f"examples.{side}"] = tuple(reader.remarks)
            if reader.notes:
                texts[NOTES] = (*texts.get(NOTES, ()), *reader.notes)
        updated = heads.get("updated")
        group, _, name = key.rpartition("/")
        address, source = section.address, self.source.address
        is_secured = request.token or (address and "access_token" in query_of(address.text))
        return OperationFacts(
            name=name,
            line=section.line,
            group=group,
            title=self._title(section),
            page=_stated(heads.get("page")) or (Stated(source, 1) if source else None),
            updated=Stated(_date(updated.text), updated.line) if updated else None,
            method=method,
            path=Stated(section.path, address.line) if address and section.path else None,
            example_request=next(iter(request.examples), None),
            example_response=next(iter(response.examples), None),
            further_requests=tuple(request.examples[1:]),
            further_responses=tuple(response.examples[1:]),
            security="access_token" if is_secured else "none",
            token=request.token,
            request=with_prose(
                self._spanned(tuple(request.fields.values()), said["maxSpanDays"]),
                said,
                request.examples,
            ),
            response=tuple(response.fields.values()),
            quotas=tuple(map(_quota, said["quota"])),
            statements=tuple(said["statement"]),
            permissions=self._permissions(section, texts),
            texts=texts,
        )

    def _title(self, section: Section) -> Stated | None:
        """Return the operation's own heading; where that names none, what the page is called."""
        own = section.heads.get(TITLE)
        is_guess = self._is_page and section.level == 0 and bool(self.source.title)
        is_guess = is_guess or (own is not None and _GENERIC.fullmatch(own.text) is not None)
        if own is not None and not is_guess and not label_of(own.text):
            words = _NUMBERING.sub("", own.text).strip("*# ")
            if words:
                return Stated(words, own.line)
        alone = len({one.path for one in self.outline.operations}) == 1
        if self.source.title and alone:
            return Stated(self.source.title, self.source.title_line)
        page = self.outline.preamble.heads.get(TITLE)
        return _stated(page) if page and alone and self._is_page else None

    def _side(
        self,
        sections: Sequence[Section],
        side: str,
        method: Stated | None,
        shared: Sequence[Section],
        answered: Witness | None = None,
    ) -> TableReader:
        """Read the tables and the examples of the request or the answer."""
        address = sections[0].address
        query = query_of(address.text) if address and side == REQUEST else {}
        is_query = method is not None and method.value == "GET" and side == REQUEST
        reader = TableReader(side == REQUEST, self.reports, query, is_query, answered or Witness())
        parts = []
        for section in sections:
            part: Part = getattr(section, side)
            witness = Witness()
            for one in part.examples:
                for example in self._examples(one.block, reader.remarks):
                    reader.examples.append(example)
                    witness.add(example.value, example.line)
            parts.append(Parsed(part.tables, witness))
        if side == RESPONSE:
            kinds = self._kinds_of_answer(parts, shared, sections)
            parts += kinds.values()
            shared = [chapter for chapter in shared if id(chapter) not in kinds]
        reader.read([*parts, *self._shared_parts(shared, sections)])
        self.used |= reader.used
        return reader

    def _kinds_of_answer(
        self, parts: Sequence[Parsed], shared: Sequence[Section], sections: Sequence[Section]
    ) -> dict[int, Parsed]:
        """Return the chapters whose examples are other kinds of an object in the answer."""
        whole = Witness()
        for part in parts:
            whole.join(part.witness)
        found = {}
        own = {id(one) for one in sections}
        for chapter in shared if self._is_page else ():
            if id(chapter.follows) not in own or chapter.is_appendix:
                continue
            local = Witness()
            sides = (chapter.request, chapter.response)
            for code in (one.block for part in sides for one in part.examples):
                value = _value_of(code)
                home = whole.kind_of(value) if isinstance(value, dict) else None
                if home is not None:
                    local.add(value, code.line, home)
            tables = [one for part in sides for one in part.tables]
            if local.paths:
                found[id(chapter)] = Parsed(tables, local)
                self.used |= {one.block.line for one in tables}
        return found

    def _shared_parts(
        self, shared: Sequence[Section], sections: Sequence[Section]
    ) -> Iterator[Parsed]:
        """Yield the tables of chapters, which any operation of the page may refer to."""
        own = {id(one) for one in sections}
        for chapter in shared if self._is_page else ():
            for part in (chapter.request, chapter.response):
                is_own = id(chapter.follows) in own
                yield Parsed(part.tables, is_shared=True, is_own=is_own)

    def _examples(self, code: Code, remarks: list[Prose]) -> list[Stated]:
        """Return what stands in a text as data; what is said beside it joins the remarks."""
        try:
            example = parse_example(code.text)
        except ValueError:
            text = " ".join(code.text.split())
            self.reports.complain(code.line, text, "an example that is not JSON")
            return []
        for name in example.repeated:
            self.reports.complain(code.line, name, "a name that stands twice in an example")
        for flaw in example.flaws:
            self.reports.doubt(code.line + flaw.offset, flaw.text, "not JSON, repaired")
        remarks += [Prose(each.text, code.line + each.offset) for each in example.remarks]
        return [Stated(value, code.line) for value in (example.value, *example.further)]

    def _spanned(
        self, fields: tuple[FieldFact, ...], spans: Sequence[Stated]
    ) -> tuple[FieldFact, ...]:
        """Give the span that the text states to the second of two days, or of two times."""
        if not spans:
            return fields
        span = spans[0]
        days = [one for one in fields if one.limits.keys() & {"format", "maxDaysAgo"}]
        times = [one.path for one in fields if one.type == "integer"]
        times_of_end = [one for one in fields if one.path in times and begin_of(one.path, times)]
        ends = days[1:] if len(days) == 2 else times_of_end
        if len(ends) != 1:
            self.reports.complain(span.line, f"a span of {span.value} days", "no two days to span")
            return fields
        (end,) = ends
        limits = {**end.limits, "maxSpanDays": span}
        return tuple(replace(one, limits=limits) if one is end else one for one in fields)

    def _texts(
        self, sections: Sequence[Section]
    ) -> tuple[dict[str, tuple[Prose, ...]], dict[str, list[Stated]]]:
        """Return what is held by hash, and by rule what is read from it, which is not held."""
        section = sections[0]
        said: dict[str, list[Stated]] = defaultdict(list)
        held = self._overridden(section)
        for place in (TITLE, ADDRESS):
            if place in section.texts:
                held[place] = tuple(section.texts[place])
        above = section.parent or Section()
        for place in _READ:
            inherited = above.texts.get(place, ())
            if above is self.outline.preamble and place != PERMISSION:
                inherited = ()
            proses = []
            own = [text for one in sections for text in one.texts.get(place, ())]
            for text in (*inherited, *own):
                reading = read_prose(text.text)
                for one in reading.found:
                    said[one.rule].append(Stated(one.value, text.line))
                    if one.rule == "maxSpanDays" and len(said[one.rule]) > 1:
                        self.reports.complain(
                            text.line, f"{one.value} days", "a second span of days"
                        )
                self._complain_of_limits(reading, text.line)
                proses.append(Prose(reading.residue(), text.line))
            if proses:
                held[place] = tuple(proses)
        return held, said

    def _add_rules_of(
        self, shared: Sequence[Section], request: TableReader, said: dict[str, list[Stated]]
    ) -> None:
        """Add what chapters say of fields that their tables describe for an operation."""
        for chapter in shared:
            tables = (
                one.block for part in (chapter.request, chapter.response) for one in part.tables
            )
            if not any(table.line in request.used for table in tables):
                continue
            for text in chapter.texts.get(NOTES, ()):
                for one in read_prose(text.text).found:
                    if one.rule in OF_SEVERAL:
                        said[one.rule].append(Stated(one.value, text.line))

    def _complain_of_limits(self, reading: Reading, line: int) -> None:
        for phrase in not_taken(reading):
            self.reports.complain(line, phrase, "a limit in words that no rule took")

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
            (prose,) = in_words(row)
            if len(kinds) == 1 and len(row.cells) > 1 and kinds[0] not in found:
                found[kinds[0]] = prose
            else:
                texts[PERMISSION] = (*texts.get(PERMISSION, ()), prose)
        return found


def _is_kind(chapter: Section) -> bool:
    """Say whether a chapter behind an operation describes a kind of its request."""
    heads = [fold(cell) for one in chapter.request.tables for cell in one.block.header.cells]
    has_required = "required" in map(column_of, heads)
    return has_required and bool(chapter.request.examples) and not chapter.response.tables


def _value_of(code: Code) -> Any:
    """Return an example as data; None where it is none."""
    try:
        return parse_example(code.text).value
    except ValueError:
        return None


def _stated(text: Prose | None) -> Stated | None:
    return Stated(text.text, text.line) if text else None


def _date(text: str) -> str:
    year, month, day = re.findall(r"\d+", text)
    return f"{year}-{int(month):02}-{int(day):02}"


def _quota(stated: Stated) -> QuotaFact:
    limit, time = stated.value
    if isinstance(time, str):
        return QuotaFact(limit, None, stated.line, time)
    return QuotaFact(limit, time, stated.line)
