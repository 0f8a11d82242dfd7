"""Measures of operations, rows and places over all pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.documents.examples import parse_example, values_at
from generator.documents.facts import FieldFact, OperationFacts

from .measured import Measure, measure_of
from .pages import (
    Offender,
    Page,
    fences,
    front_matter,
    heading_above,
    lines_of_facts,
    pages,
    rows,
    stated_operations,
)


def _operations(page: Page) -> tuple[OperationFacts, ...]:
    return page.facts.operations if page.facts else ()


def _path(operation: OperationFacts) -> str:
    return str(operation.path.value) if operation.path else operation.key


def _all_operations() -> Iterator[tuple[Page, OperationFacts]]:
    return ((page, one) for page in pages() for one in _operations(page))


@measure_of
def operations_found(found: list[Page] | None = None) -> Iterator[Offender | None]:
    """Every address of a page is an operation of it, once."""
    for page in found or pages():
        stated = stated_operations(page)
        paths = {_path(one) for one in _operations(page)}
        for path in sorted({path for _, path in stated}):
            line = next(number for number, one in stated if one == path)
            yield None if path in paths else page.offender(line, f"{path} is no operation")


@measure_of
def operations_invented() -> Iterator[Offender | None]:
    """No operation stands where no address does, and none twice."""
    for page, one in _all_operations():
        stated = [path for _, path in stated_operations(page)]
        paths = [_path(each) for each in _operations(page)]
        is_right = _path(one) in stated and paths.count(_path(one)) == 1
        why = f"{_path(one)} is not stated, or twice"
        yield None if is_right else page.offender(one.line, why)


@measure_of
def titles() -> Iterator[Offender | None]:
    """A title is the page's own where it holds one operation, else the heading above its address."""
    for page, one in _all_operations():
        line = one.path.line if one.path else one.line
        expected = {heading_above(page, line)} - {""}
        if len(_operations(page)) == 1 or not expected:
            expected.add(front_matter(page).get("title", ""))
        title = str(one.title.value) if one.title else ""
        why = f"{one.key}: {title!r} and not {' or '.join(sorted(expected))!r}"
        yield None if _bare(title) in map(_bare, expected) else page.offender(line, why)


def _bare(text: str) -> str:
    return re.sub(r"[\s\W]", "", re.sub(r"^[\d.]+\s", "", text))


@measure_of
def dates() -> Iterator[Offender | None]:
    """Each operation has the date that its page states."""
    for page, one in _all_operations():
        stated = next((match for match in map(_UPDATED.search, page.lines) if match), None)
        date = "-".join(f"{int(part):02}" for part in stated.groups()) if stated else None
        updated = one.updated.value if one.updated else None
        why = f"{one.key}: {updated} and not {date}"
        yield None if updated == date else page.offender(one.line, why)


@measure_of
def addresses_of_pages() -> Iterator[Offender | None]:
    """Each operation has the address of its page, which stands above its text."""
    for page, one in _all_operations():
        address = front_matter(page).get("source_url")
        is_right = (one.page.value if one.page else None) == address
        why = f"{one.key}: its page is not {address}"
        yield None if is_right else page.offender(one.line, why)


_UPDATED = re.compile(r"最后更新：(\d{4})/(\d{1,2})/(\d{1,2})")


@measure_of
def rows_unaccounted() -> Iterator[Offender | None]:
    """Each row of a table is a fact, a held text, or said to be not understood."""
    for page in (one for one in pages() if one.facts is not None):
        accounted = set(lines_of_facts(page.facts))
        for row in rows(page):
            why = f"nothing is said of {row.cells[:3]}"
            yield None if row.line in accounted else page.offender(row.line, why)


def rows_not_understood() -> Measure:
    """How many rows are reported instead of read: no fault, but work for whoever imports."""
    offenders: list[Offender] = []
    count = 0
    for page in pages():
        if page.facts is None:
            continue
        whole = {row.line: row for row in rows(page)}
        count += len(whole)
        offenders += [
            page.offender(one.line, f"{one.why}: {one.text[:60]}")
            for one in page.facts.not_understood
            if one.line in whole
        ]
    return Measure(count, offenders)


# fields against examples


def paths_in(example: Any, above: str = "") -> set[str]:
    """Return the paths at which an example has something."""
    if isinstance(example, list):
        return {path for one in example for path in paths_in(one, above)}
    if not isinstance(example, dict):
        return set()
    found: set[str] = set()
    for name, inner in example.items():
        path = f"{above}.{name}" if above else str(name)
        found |= {path} | paths_in(inner, path)
    return found


@dataclass(frozen=True)
class _Sides:
    """The paths of all examples of an operation: those that it sends, and those of its answer."""

    request: set[str]
    response: set[str]


def _sides(page: Page, operation: OperationFacts) -> _Sides:
    """Sort the fences between an operation's address and the next one, by what stands in them."""
    begin = operation.path.line if operation.path else operation.line
    others = [number for number, _ in stated_operations(page) if number > begin]
    end = min(others, default=len(page.lines) + 1)
    request: set[str] = set()
    response: set[str] = set()
    for number, text in fences(page):
        if not begin < number < end:
            continue
        try:
            value = parse_example(text).value
        except ValueError:
            continue
        if isinstance(value, dict) and any(
            "braces" in one.text for one in parse_example(text).flaws
        ):
            continue
        side = response if isinstance(value, dict) and "errcode" in value else request
        side |= paths_in(value)
    return _Sides(request, response)


def _fields(origin: str) -> Iterator[tuple[Page, OperationFacts, str, FieldFact, _Sides]]:
    """Yield every field of an origin, with the paths of the examples of its operation."""
    for page, operation in _all_operations():
        sides = _sides(page, operation)
        for side in ("request", "response"):
            for fact in getattr(operation, side):
                if origin in ("", fact.origin):
                    yield page, operation, side, fact, sides


@measure_of
def fields_beside_their_place() -> Iterator[Offender | None]:
    """A field that an example shows stands where the example has it."""
    for page, operation, side, fact, sides in _fields("table"):
        shown: set[str] = getattr(sides, side)
        above, _, leaf = fact.path.rpartition(".")
        written = _written(page, fact.line, leaf)
        places = {path for path in shown if path == written or path.endswith("." + written)}
        if places and (not above or above in shown):
            why = f"{operation.key} {side}.{fact.path}: the example has {sorted(places)[:3]}"
            yield None if fact.path in shown else page.offender(fact.line, why)


def _written(page: Page, line: int, leaf: str) -> str:
    """Return a field's name as its row writes it, with the objects that it names itself."""
    cells = page.lines[line - 1].replace("\\", "").replace("[]", "").split("|")[1:3]
    names = (cell.strip(" `*") for cell in cells)
    return next((name for name in names if name.split(".")[-1] == leaf), leaf)


def fields_at_the_top() -> Measure:
    """No field stands at the top level that the example shows inside of something alone."""
    offenders = [one for one in fields_beside_their_place().offenders if _is_top_level(one.reason)]
    return Measure(sum(1 for _ in _fields("table")), offenders)


def _is_top_level(reason: str) -> bool:
    return "." not in reason.partition(":")[0].split("request.")[-1].split("response.")[-1]


@measure_of
def parents_nobody_shows() -> Iterator[Offender | None]:
    """A field stands below a parent that has a row, or that an example shows."""
    for page, operation, side, fact, sides in _fields("parent"):
        is_shown = fact.path in getattr(sides, side) or f"{fact.path}." in "\n".join(page.lines)
        why = f"{operation.key} {side}.{fact.path}: an invented object"
        yield None if is_shown else page.offender(fact.line, why)


@measure_of
def answers_among_requests() -> Iterator[Offender | None]:
    """No field of the answer is a parameter of the request."""
    for page, operation, side, fact, sides in _fields(""):
        if side != "request":
            continue
        is_answer = fact.path in ("errcode", "errmsg") or (
            fact.required is None
            and fact.path in sides.response
            and fact.path not in sides.request
            and not fact.in_query
        )
        why = f"{operation.key} request.{fact.path} belongs to the answer"
        yield page.offender(fact.line, why) if is_answer else None


@measure_of
def required_in_no_example() -> Iterator[Offender | None]:
    """What a table says is required stands in one of the examples, if there are any."""
    for page, operation, side, fact, sides in _fields("table"):
        if side != "request" or not fact.required or not sides.request:
            continue
        sent = operation.example_request and operation.example_request.value
        is_shown = fact.path in sides.request or values_at(sent, fact.path)
        why = f"{operation.key} request.{fact.path} is required and in no example"
        yield None if is_shown else page.offender(fact.line, why)


@measure_of
def untyped_fields() -> Iterator[Offender | None]:
    """A field has a type, from its cell, an example, its words or its values."""
    for page, operation, side, fact, _ in _fields("table"):
        why = f"{operation.key} {side}.{fact.path}"
        yield None if fact.type else page.offender(fact.line, why)
