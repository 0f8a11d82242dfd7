"""What `docs check` says to people, as a review: facts first, then sentences, then what is open."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from .checked import Checked, Report
from .facts import FieldFact, Stated
from .findings import Finding
from .stated import words_of
from .texts import as_json, count, quoted, shortened

Quote = Callable[[str], str]
"""Makes a text of a document or a spec harmless where it is shown."""

LONGEST = 65_000
"""Characters of a report in Markdown; the body of a pull request takes 65,536."""
_VALUE = 200
_LINE = 1000
_NAMED = 4
_OF_NO_SPEC = {"text", "deviation"}
"""Findings that are no facts to be corrected in a spec."""
_RANKS = (
    "moved", "renamed", "row", "required", "limits", "enum", "type", "updated", "method", "path",
)  # fmt: skip
_ADDRESS = re.compile(r"https://[\w.-]+(?:/[\w%~.-]+)*/?")
_BACKTICKS = re.compile(r"`+")


@dataclass(frozen=True)
class Row:
    """Something to look at; `places` say it by side."""

    says: str
    places: tuple[tuple[str, str], ...] = ()


@dataclass
class Section:
    """A part of what is said of a page: its rows, below the operations that they concern."""

    title: str
    groups: dict[str, list[Row]] = field(default_factory=dict)
    is_long: bool = False
    """Whether a page folds it away."""

    def add(self, heading: str, row: Row) -> None:
        """Put a row below a heading; there may be none."""
        self.groups.setdefault(heading, []).append(row)


def as_text(report: Report) -> Iterator[str]:
    """Yield the report for a terminal."""
    for one in report.pages:
        if one.is_fine:
            if len(report.pages) > 1:
                yield f"{one.document}: {_counts([one])}"
            continue
        title = one.facts.source.title
        yield f"{one.document}: {title}" if title else str(one.document)
        yield from (f"  {line}" for line in _heads(one, str))
        for section in _sections(one, str):
            yield f"  {section.title}"
            for heading, rows in section.groups.items():
                if heading:
                    yield f"    {heading}"
                for row in rows:
                    yield f"      {row.says}"
                    yield from (f"        {label + ':':9} {value}" for label, value in row.places)
    yield from left_out(report.left_out, report.strangers)
    yield from (f"next: {step}" for step in _next_steps(report.pages, quoted))
    yield _summary(report, str)


def left_out(lines: Iterable[str], strangers: Sequence[str]) -> Iterator[str]:
    """Yield what is left out: each file that is no document, and how many others there are."""
    yield from lines
    if strangers:
        more = f" and {len(strangers) - _NAMED} more" if len(strangers) > _NAMED else ""
        yield (
            f"left out: {count(len(strangers), 'document')} without any operation of the specs: "
            f"{', '.join(strangers[:_NAMED])}{more}"
        )


def as_markdown(report: Report) -> Iterator[str]:
    """Yield the report as the body of a pull request, within its bounds."""
    steps = [f"- {step}" for step in _next_steps(report.pages, _code)]
    tail = ["", *(["**Next**", "", *steps, ""] if steps else []), _summary(report, _code)]
    room = LONGEST - sum(len(line) + 1 for line in tail)
    yield from _bounded([*_markdown(report)], room)
    yield from tail


def _bounded(lines: Sequence[str], room: int) -> Iterator[str]:
    """Yield as many lines as there is room for, whole ones, and say how many are left out."""
    room -= _VALUE
    is_folded = False
    for index, line in enumerate(lines):
        room -= len(line) + 1
        if room < 0:
            yield from ("", "</details>") if is_folded else ()
            yield from ("", f"{count(len(lines) - index, 'further line')} did not fit in here.")
            return
        is_folded = line.startswith("<details>") or (is_folded and line != "</details>")
        yield line


def _markdown(report: Report) -> Iterator[str]:
    for one in (one for one in report.pages if not one.is_fine):
        yield f"### {_code(one.facts.source.title or one.document.name)}"
        yield ""
        yield " · ".join([*_heads(one, _linked), _code(str(one.document))])
        for section in _sections(one, _code):
            yield ""
            if section.is_long:
                yield f"<details><summary>{section.title.capitalize()}</summary>"
            else:
                yield f"**{section.title.capitalize()}**"
            yield ""
            for heading, rows in section.groups.items():
                if heading:
                    yield f"- {heading}"
                indent = "  " if heading else ""
                for row in rows:
                    said = "; ".join(f"{label} {value}" for label, value in row.places)
                    yield f"{indent}- {row.says}{f': {said}' if said else ''}"
            if section.is_long:
                yield from ("", "</details>")
        yield ""
    lines = [*left_out(report.left_out, report.strangers)]
    if lines:
        yield "<details><summary>Left out</summary>"
        yield ""
        yield from (f"- {_code(shortened(one, _LINE))}" for one in lines)
        yield from ("", "</details>")


def _code(text: str) -> str:
    """Return a text as code, in which nothing is markup, a mention, a reference or a link."""
    line = " ".join(text.split()) or " "
    fence = "`" * (max((len(run) for run in _BACKTICKS.findall(line)), default=0) + 1)
    inside = f" {line} " if line[0] == "`" or line[-1] == "`" else line
    return f"{fence}{inside}{fence}"


def _linked(text: str) -> str:
    return f"<{text}>" if _ADDRESS.fullmatch(text) else _code(text)


def _heads(one: Checked, quote: Quote) -> Iterator[str]:
    if one.facts.source.address:
        yield quote(one.facts.source.address)
    before, now = one.updated
    if now:
        is_other = before and before != now
        yield f"updated {before} → {now}" if is_other else f"updated {now}"


def _sections(one: Checked, quote: Quote) -> Iterator[Section]:
    sections = (
        _facts(one, quote),
        _sentences(one, quote),
        _open("doubts", one.doubts, len(one.facts.doubts), one, quote),
        _open("not understood", one.open, len(one.facts.not_understood), one, quote),
    )
    return (section for section in sections if section.groups)


def _facts(one: Checked, quote: Quote) -> Section:
    section = Section("facts")
    for key in one.conformance.missing_in_specs:
        section.add("", Row(f"{quote(key)}: in the document, not in the specs"))
    for key in one.conformance.missing_in_document:
        section.add("", Row(f"{quote(key)}: in the specs, not in the document"))
    same: dict[str, list[Finding]] = {}
    for finding in sorted(one.conformance.findings, key=_rank):
        if not finding.is_text:
            key = repr((finding.field, finding.rule, finding.document, _value(finding.spec)))
            same.setdefault(key, []).append(finding)
    alike: dict[tuple[str, ...], list[Finding]] = {}
    for found in same.values():
        alike.setdefault(tuple(each.operation for each in found), []).append(found[0])
    # each begins with its weightiest; the order of the document decides between two
    for operations in sorted(alike, key=lambda each: _rank(alike[each][0])):
        for finding in alike[operations]:
            says, *places = _finding_parts(finding, one, quote)
            section.add(_named(operations, quote), Row(says[1], tuple(places)))
    return section


def _named(operations: Sequence[str], quote: Quote) -> str:
    """Return a heading for operations: in one group, its path stands once."""
    if operations == ("",):
        return "the page"
    if len(operations) == 1:
        return quote(operations[0])
    listed = [quote(one.rpartition("/")[2]) for one in operations[:_NAMED]]
    more = f" and {len(operations) - _NAMED} more" if len(operations) > _NAMED else ""
    groups = sorted({one.rpartition("/")[0] for one in operations})
    return f"{', '.join(map(quote, groups))}: {', '.join(listed)}{more}"


def _rank(finding: Finding) -> int:
    rule = finding.field if finding.rule == "value" else finding.rule
    if rule in _RANKS:
        return _RANKS.index(rule)
    is_limit = finding.field.startswith(("request", "response", "quota")) and rule != "deviation"
    return _RANKS.index("limits") if is_limit else len(_RANKS)


def finding_text(finding: Finding, one: Checked) -> Iterator[str]:
    """Yield a finding in lines, with both places."""
    (_, says), *places = _finding_parts(finding, one, str)
    yield f"  {says}"
    yield from (f"    {label + ':':9} {value}" for label, value in places)


def _finding_parts(finding: Finding, one: Checked, quote: Quote) -> Iterator[tuple[str, str]]:
    """Yield what is concerned, and what each side says of it."""
    news = _news(finding, one, quote)
    where = f"{quote(finding.field)} " if finding.field else ""
    yield "", f"{where}[{finding.rule}]{f', {news}' if news else ''}"
    yield "document", _side(finding.document, str(one.document), quote)
    if finding.is_text:
        if one.lock.file is not None:
            yield "accepted", f"another text ({quote(str(one.lock.file))})"
    else:
        yield "spec", _side(finding.spec, "", quote)


def _news(finding: Finding, one: Checked, quote: Quote) -> str:
    """Return in words what a row or an enumeration has more or less."""
    now, before = _value(finding.document), _value(finding.spec)
    if finding.rule == "row" and finding.spec is None:
        fact = _fact(finding, one)
        words = shortened(", ".join(words_of(fact)), _VALUE) if fact else ""
        return f"new: {quote(words)}" if words else "new"
    if finding.rule == "row":
        return "gone" if finding.document is None else ""
    if finding.rule == "enum":
        mine, theirs = ([*map(str, one if isinstance(one, list) else [])] for one in (now, before))
        parts = (("new", mine, theirs), ("gone", theirs, mine))
        changed = ((word, [one for one in some if one not in rest]) for word, some, rest in parts)
        return "; ".join(
            f"{word} {quote(shortened(', '.join(some), _VALUE))}" for word, some in changed if some
        )
    return ""


def _fact(finding: Finding, one: Checked) -> FieldFact | None:
    """Return what the document says of the field that a finding is about."""
    side, _, path = finding.field.partition(".")
    found = (
        fact
        for operation in one.facts.operations
        if operation.key == finding.operation
        for fact in (operation.request if side == "request" else operation.response)
        if fact.path == path
    )
    return next(found, None)


def _value(side: Stated | None) -> object:
    return side.value if side is not None else None


def _side(side: Stated | None, default: str, quote: Quote) -> str:
    if side is None:
        return "nothing"
    value = side.value
    text = value if isinstance(value, str) else as_json(value)
    said = "nothing" if value is None else quote(shortened(text, _VALUE))
    return f"{said} ({quote(f'{side.file or default}:{side.line}')})"


def _sentences(one: Checked, quote: Quote) -> Section:
    """Return the sentences that changed: what is the same in several operations stands once."""
    by_field: dict[tuple[str, str], list[Finding]] = {}
    for finding in one.conformance.findings:
        if finding.is_text:
            by_field.setdefault((finding.operation, finding.field), []).append(finding)
    same: dict[str, list[str]] = {}
    for (operation, _), found in by_field.items():
        same.setdefault(_changed(found, quote), []).append(operation)
    section = Section("sentences", is_long=True)
    for says, operations in same.items():
        section.add(_named(tuple(operations), quote), Row(says))
    return section


def _changed(found: Sequence[Finding], quote: Quote) -> str:
    """Say how many sentences of a field, or of a part of the operation, are others, and where."""
    changes = [one.change for one in found if one.change is not None]
    place = quote(found[0].field)
    if not changes:
        return "; ".join(str(_value(one.document)) for one in found)
    new = [sentence for change in changes for sentence in change.new]
    gone = sum(change.gone for change in changes)
    if not new:
        return f"{count(gone, 'sentence')} in {place} gone"
    lines = sorted({sentence.line for sentence in new})
    shown = ", ".join(map(str, lines[:_NAMED])) + (", …" if len(lines) > _NAMED else "")
    return (
        f"{count(max(len(new), gone), 'sentence')} in {place} changed, "
        f"line{'s' if len(lines) > 1 else ''} {shown}: {quote(shortened(new[0].text))}"
    )


def _open(title: str, listed: Iterable[object], number: int, one: Checked, quote: Quote) -> Section:
    """Return what nobody has looked at, and how many of the rest somebody has."""
    section = Section(title)
    rows = list(listed)
    for each in rows:
        line, why, text = (getattr(each, name) for name in ("line", "why", "text"))
        section.add(
            "", Row(f"{quote(f'{one.document}:{line}')}: {why}: {quote(shortened(text, _VALUE))}")
        )
    if rows and number > len(rows):
        section.add("", Row(f"and {number - len(rows)} accepted"))
    return section


def _next_steps(pages: Sequence[Checked], quote: Quote) -> Iterator[str]:
    """Yield what a maintainer does now, once for all pages."""
    found = [each for one in pages for each in one.conformance.findings]
    rules = {each.rule for each in found}
    new = [one for one in pages if one.conformance.missing_in_specs]
    is_open = any(one.open or one.doubts for one in pages)
    # the title of a page of several operations stands in its lock alone
    if {each.rule for each in found if each.operation or each.rule != "renamed"} - _OF_NO_SPEC:
        yield "facts: correct the spec at the line named, or record a deviation with its reason"
    if "deviation" in rules:
        yield "deviations: the document no longer says what they tell; correct or remove them"
    if new:
        command = f"docs import {_listed(new)} --output FOLDER"
        yield f"new operations: {quote(command)} drafts them; move those you want into the specs"
    if any(one.conformance.missing_in_document for one in pages):
        yield "operations gone: if the vendor took them away, remove their specs"
    if is_open:
        yield (
            "doubts, and what was not understood: read those lines; put what they state into the "
            "specs by hand"
        )
    if is_open or rules & {"text", "deviation", "moved", "renamed"}:
        touched = [one for one in pages if not one.is_fine]
        command = f"docs accept {_listed(touched)}"
        yield (
            "sentences: read the lines named and correct the specs' own words where they say "
            f"otherwise; then {quote(command)} records that they were looked at"
        )
    if not all(one.is_fine for one in pages):
        yield (
            f"at last {quote('generate')}; {quote('diff HEAD specs')} says what users of the "
            "client will notice"
        )


def _listed(pages: Sequence[Checked]) -> str:
    names = [shlex.quote(str(one.document)) for one in pages]
    return " ".join(names) if len(names) <= _NAMED else "DOC…"


def _summary(report: Report, quote: Quote) -> str:
    """Return one line over all documents."""
    pages = report.pages
    subject = quote(str(pages[0].document)) if len(pages) == 1 else count(len(pages), "document")
    return f"{subject}: {_counts(pages)}"


def _counts(pages: Sequence[Checked]) -> str:
    found = [each for one in pages for each in one.conformance.findings]
    texts = sum(each.is_text for each in found)
    parts = f" ({count(len(found) - texts, 'fact')}, {texts} of sentences)" if found else ""
    missing = [
        (sum(len(getattr(one.conformance, key)) for one in pages), said)
        for key, said in (("missing_in_specs", "not in the specs"), ("missing_in_document", "gone"))
    ]
    return ", ".join(
        [
            count(sum(len(one.conformance.matched) for one in pages), "operation"),
            *(f"{number} {said}" for number, said in missing if number),
            count(len(found), "finding") + parts,
            f"{sum(len(one.conformance.accepted) for one in pages)} accepted as deviations",
            count(sum(len(one.doubts) for one in pages), "doubt"),
            f"{sum(len(one.open) for one in pages)} not understood",
        ]
    )
