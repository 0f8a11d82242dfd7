"""Measures of what cells say in words: the values they list, and what is required at times."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.documents.examples import is_placeholder, values_at
from generator.documents.facts import FieldFact

from .measured import measure_of
from .pages import Offender, RawRow, pages, reported, rows

_NUMBERS = re.compile(
    r"(?:(?<=^)|(?<=[\s;；,，。、:：(（\]]))"
    r"(?P<value>\d{1,3}|\"[\w-]+\")(?:\s?或不填|[(（]默认[)）])?"
    r"(?:\s?(?:-|–|—|:|：|=|表示|代表|为)\s?(?=[^\s\d\-.,，%])|\s(?=[\u4e00-\u9fff]))"
)
_WORDS = re.compile(
    r"(?:(?<=^)|(?<=[\s;；,，。、:：(（]))(?P<value>[A-Za-z_]{2,30})\s?(?:-|–|—|:|：|=|表示|代表)\s?"
    r"(?=[\u4e00-\u9fff])"
)


def listed_values(row: RawRow) -> list[str]:
    """Return the values that a row lists, read crudely: numbers or words that something explains."""
    text = re.sub(r"<\s*/?\s*br\s*/?\s*>", "\n", row.cells[-1], flags=re.I)
    text = re.sub(r"\*\*|`+|!!#\w+|!!|<[^<>]*>|https?://\S+|\[[^\]]*\]\([^)]*\)", " ", text)
    for pattern in (_NUMBERS, _WORDS):
        found = list(dict.fromkeys(one["value"] for one in pattern.finditer(text)))
        if len(found) > 1:
            return found
    return []


@measure_of
def values_lost() -> Iterator[Offender | None]:
    """A cell that lists values gives as many to the facts, or the row is reported."""
    for page in pages():
        if page.facts is None:
            continue
        said = {one.line for one in reported(page.facts)}
        most: dict[int, int] = {}
        for operation in page.facts.operations:
            for fact in (*operation.request, *operation.response):
                for line in (fact.line, *getattr(fact, "further_lines", ())):
                    most[line] = max(most.get(line, 0), len(fact.enum))
        for row in rows(page):
            if values := listed_values(row):
                got = most.get(row.line, 0)
                is_told = len(values) <= got or row.line in said
                why = f"{got} of {values}: {row.cells[-1][:90]}"
                yield None if is_told else page.offender(row.line, why)


_REQUIRED_WHEN = re.compile(r"时(?:候)?(?:为|是)?(?:必填|必须填|必传|必选|不能为空|不可为空)")


@measure_of
def conditions_untold() -> Iterator[Offender | None]:
    """A parameter that is required at times is optional, and the row is reported or has a rule."""
    for page in pages():
        if page.facts is None:
            continue
        said = {one.line for one in reported(page.facts)}
        found = {
            line: fact
            for operation in page.facts.operations
            for fact in operation.request
            for line in (fact.line, *getattr(fact, "further_lines", ()))
        }
        for row in rows(page):
            fact = found.get(row.line)
            if fact is None or not _REQUIRED_WHEN.search(row.cells[-1]):
                continue
            is_told = not fact.required and (row.line in said or _has_condition(fact))
            why = f"{fact.path}: {row.cells[-1][:80]}"
            yield None if is_told else page.offender(row.line, why)


def _has_condition(fact: FieldFact) -> bool:
    return any("required" in name.lower() for name in fact.limits)


@measure_of
def values_against_examples() -> Iterator[Offender | None]:
    """A page's own examples send none but the values that the facts allow."""
    for page in pages():
        for operation in page.facts.operations if page.facts else ():
            sent = (operation.example_request, *operation.further_requests)
            examples = [one.value for one in sent if one is not None]
            for fact in (one for one in operation.request if one.enum):
                found = [one for example in examples for one in values_at(example, fact.path)]
                elements = [
                    two for one in found for two in (one if isinstance(one, list) else [one])
                ]
                strange = [one for one in elements if one not in fact.enum]
                is_right = all(is_placeholder(str(one)) for one in strange)
                why = f"{operation.key} {fact.path}: {strange[:3]} not in {list(fact.enum)}"
                yield None if is_right else page.offender(fact.line, why)
