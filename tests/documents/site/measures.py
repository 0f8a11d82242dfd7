"""Measures of operations, rows and places over all pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.documents.examples import parse_example, values_at
from generator.documents.facts import FieldFact, OperationFacts

from .measured import Measure
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


def operations_found(found: list[Page] | None = None) -> Measure:
    """Every address of a page is an operation of it, once."""
    offenders: list[Offender] = []
    count = 0
    for page in found or pages():
        stated = stated_operations(page)
        paths = [_path(one) for one in _operations(page)]
        count += len({path for _, path in stated})
        for path in sorted({path for _, path in stated} - set(paths)):
            line = next(number for number, one in stated if one == path)
            offenders.append(page.offender(line, f"{path} is no operation"))
    return Measure(count, offenders)


def operations_invented() -> Measure:
    """No operation stands where no address does, and none twice."""
    offenders: list[Offender] = []
    count = 0
    for page in pages():
        stated = {path for _, path in stated_operations(page)}
        paths = [_path(one) for one in _operations(page)]
        count += len(paths)
        for one in _operations(page):
            if _path(one) not in stated or paths.count(_path(one)) > 1:
                offenders.append(page.offender(one.line, f"{_path(one)} is not stated, or twice"))
    return Measure(count, offenders)


def titles() -> Measure:
    """A title is the page's own where it holds one operation, else the heading above its address."""
    offenders: list[Offender] = []
    count = 0
    for page in pages():
        for one in _operations(page):
            count += 1
            line = one.path.line if one.path else one.line
            expected = {heading_above(page, line)} - {""}
            if len(_operations(page)) == 1 or not expected:
                expected.add(front_matter(page).get("title", ""))
            title = str(one.title.value) if one.title else ""
            if _bare(title) not in map(_bare, expected):
                said = " or ".join(sorted(expected))
                offenders.append(page.offender(line, f"{one.key}: {title!r} and not {said!r}"))
    return Measure(count, offenders)


def _bare(text: str) -> str:
    return re.sub(r"[\s\W]", "", re.sub(r"^[\d.]+\s", "", text))


def dates() -> Measure:
    """Each operation has the date that its page states."""
    offenders: list[Offender] = []
    count = 0
    for page in pages():
        stated = next((match for match in map(_UPDATED.search, page.lines) if match), None)
        date = "-".join(f"{int(part):02}" for part in stated.groups()) if stated else None
        for one in _operations(page):
            count += 1
            updated = one.updated.value if one.updated else None
            if updated != date:
                offenders.append(page.offender(one.line, f"{one.key}: {updated} and not {date}"))
    return Measure(count, offenders)


def addresses_of_pages() -> Measure:
    """Each operation has the address of its page, which stands above its text."""
    offenders: list[Offender] = []
    count = 0
    for page in pages():
        address = front_matter(page).get("source_url")
        for one in _operations(page):
            count += 1
            if (one.page.value if one.page else None) != address:
                offenders.append(page.offender(one.line, f"{one.key}: its page is not {address}"))
    return Measure(count, offenders)


_UPDATED = re.compile(r"最后更新：(\d{4})/(\d{1,2})/(\d{1,2})")


def rows_unaccounted() -> Measure:
    """Each row of a table is a fact, a held text, or said to be not understood."""
    offenders: list[Offender] = []
    count = 0
    for page in pages():
        if page.facts is None:
            continue
        accounted = set(lines_of_facts(page.facts))
        for row in rows(page):
            count += 1
            if row.line not in accounted:
                offenders.append(page.offender(row.line, f"nothing is said of {row.cells[:3]}"))
    return Measure(count, offenders)


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


def _table_fields() -> Iterator[tuple[Page, OperationFacts, str, FieldFact, set[str]]]:
    """Yield every field that a table lists, with the paths of the examples of its side."""
    for page in pages():
        for operation in _operations(page):
            sides = _sides(page, operation)
            for side in ("request", "response"):
                for fact in getattr(operation, side):
                    if fact.origin == "table":
                        yield page, operation, side, fact, getattr(sides, side)


def fields_beside_their_place() -> Measure:
    """A field that an example shows stands where the example has it."""
    offenders: list[Offender] = []
    count = 0
    for page, operation, side, fact, shown in _table_fields():
        above, _, leaf = fact.path.rpartition(".")
        written = _written(page, fact.line, leaf)
        places = {path for path in shown if path == written or path.endswith("." + written)}
        if not places or (above and above not in shown):
            continue
        count += 1
        if fact.path not in shown:
            said = f"{operation.key} {side}.{fact.path}: the example has {sorted(places)[:3]}"
            offenders.append(page.offender(fact.line, said))
    return Measure(count, offenders)


def _written(page: Page, line: int, leaf: str) -> str:
    """Return a field's name as its row writes it, with the objects that it names itself."""
    cells = page.lines[line - 1].replace("\\", "").replace("[]", "").split("|")[1:3]
    names = (cell.strip(" `*") for cell in cells)
    return next((name for name in names if name.split(".")[-1] == leaf), leaf)


def fields_at_the_top() -> Measure:
    """No field stands at the top level that the example shows inside of something alone."""
    offenders = [one for one in fields_beside_their_place().offenders if _is_top_level(one.reason)]
    return Measure(sum(1 for _ in _table_fields()), offenders)


def _is_top_level(reason: str) -> bool:
    return "." not in reason.partition(":")[0].split("request.")[-1].split("response.")[-1]


def parents_nobody_shows() -> Measure:
    """A field stands below a parent that has a row, or that an example shows."""
    offenders: list[Offender] = []
    count = 0
    for page in pages():
        for operation in _operations(page):
            sides = _sides(page, operation)
            for side in ("request", "response"):
                for fact in getattr(operation, side):
                    if fact.origin != "parent":
                        continue
                    count += 1
                    written = "\n".join(page.lines)
                    if fact.path not in getattr(sides, side) and f"{fact.path}." not in written:
                        said = f"{operation.key} {side}.{fact.path}: an invented object"
                        offenders.append(page.offender(fact.line, said))
    return Measure(count, offenders)


def answers_among_requests() -> Measure:
    """No field of the answer is a parameter of the request."""
    offenders: list[Offender] = []
    count = 0
    for page in pages():
        for operation in _operations(page):
            sides = _sides(page, operation)
            for fact in operation.request:
                count += 1
                is_answer = fact.path in ("errcode", "errmsg") or (
                    fact.required is None
                    and fact.path in sides.response
                    and fact.path not in sides.request
                    and not fact.in_query
                )
                if is_answer:
                    said = f"{operation.key} request.{fact.path} belongs to the answer"
                    offenders.append(page.offender(fact.line, said))
    return Measure(count, offenders)


def required_in_no_example() -> Measure:
    """What a table says is required stands in one of the examples, if there are any."""
    offenders: list[Offender] = []
    count = 0
    for page, operation, side, fact, shown in _table_fields():
        if side != "request" or not fact.required or not shown:
            continue
        count += 1
        if fact.path not in shown and not values_at(
            operation.example_request and operation.example_request.value, fact.path
        ):
            said = f"{operation.key} request.{fact.path} is required and in no example"
            offenders.append(page.offender(fact.line, said))
    return Measure(count, offenders)


def untyped_fields() -> Measure:
    """A field has a type, from its cell, an example, its words or its values."""
    offenders: list[Offender] = []
    count = 0
    for page, operation, side, fact, _ in _table_fields():
        count += 1
        if fact.type is None:
            offenders.append(page.offender(fact.line, f"{operation.key} {side}.{fact.path}"))
    return Measure(count, offenders)
