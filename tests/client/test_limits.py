"""Every parameter of every spec: the values at, inside and outside each of its limits."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from generator.model import Field, named
from generator.spec.constraints import CONSTRAINTS
from wecom_client import File, ParameterError, ParameterWarning

from ..declarations import Report
from ..model import operations
from .operations import (
    COUNTS_OR_NOT,
    DAY,
    NOON,
    TODAY,
    arguments,
    build,
    fields_below,
    file_of,
    least_value,
    module,
    parameters,
    path_text,
    put,
    sample,
)

Case = tuple[str, tuple[Any, ...], Any, str | None]


def text(length: int, letter: str = "群") -> str:
    """Return a text of so many characters, of three bytes each unless another letter is given."""
    return letter * length


def bytes_of_text(size: int, letter: str = "群") -> str:
    """Return a text of so many bytes in UTF-8, in as few characters as it can be."""
    count, rest = divmod(size, len(letter.encode()))
    return letter * count + "x" * rest


def letter_of(field: Field) -> str:
    """Return a letter of which texts of any length pass the field's pattern."""
    return next(one for one in "群x1" if matches(field, one))


def matches(field: Field, value: str) -> bool:
    pattern = field.constraints.get("pattern")
    return pattern is None or re.search(pattern, value) is not None


def around(
    field: Field, lower: str, upper: str, make: Callable[[Any], Any]
) -> Iterator[tuple[Any, str | None]]:
    """Return values at both limits, inside and outside."""
    least, most = field.constraints.get(lower), field.constraints.get(upper)
    if least is not None:
        yield make(least), None
        if most is None or least < most:
            yield make(least + 1), None
        if least or lower == "minimum":
            yield make(least - 1), lower
    if most is not None:
        yield make(most), None
        fewest = 0 if lower != "minimum" else most - 1
        if (fewest if least is None else least) < most:
            yield make(most - 1), None
        yield make(most + 1), upper


def strings(field: Field) -> Iterator[tuple[Any, str | None]]:
    yield 7, "type"
    yield b"abc", "type"
    if field.enum is not None:
        for value in field.enum:
            yield value, None
        yield f"{max(field.enum, key=len)}x", "enum"
    for value in ("群", "a b", "-"):
        if not matches(field, value):
            yield value, "pattern"
    letter = letter_of(field)
    yield from around(field, "minLength", "maxLength", partial(text, letter=letter))
    yield from around(field, "minBytes", "maxBytes", partial(bytes_of_text, letter=letter))


def files(field: Field) -> Iterator[tuple[Any, str | None]]:
    for wrong in ("media.txt", b"mytext", Path("media.txt"), BytesIO(b"mytext"), 7):
        yield wrong, "type"
    yield from around(field, "minBytes", "maxBytes", file_of)


def integers(field: Field) -> Iterator[tuple[Any, str | None]]:
    for wrong in ("1", 1.0, [1]):
        yield wrong, "type"
    for flag in (True, False):
        yield flag, None if field.is_flag else "type"
    yield from around(field, "minimum", "maximum", int)
    if field.enum is not None:
        for value in field.enum:
            yield value, None
        yield max(field.enum) + 1, "enum"
        yield min(field.enum) - 1, "enum"


def booleans(field: Field) -> Iterator[tuple[Any, str | None]]:
    for wrong in ("true", 1, 0, 1.0):
        yield wrong, "type"
    for value in (True, False):
        yield value, None


def days(field: Field) -> Iterator[tuple[Any, str | None]]:
    for wrong in ("2023-12-01", 1.5, True):
        yield wrong, "type"
    latest, earliest = (field.constraints.get(key) for key in ("minDaysAgo", "maxDaysAgo"))
    if latest is not None:
        last = TODAY - latest * DAY
        yield last, None
        yield last + DAY - 1, None
        yield last + DAY, "minDaysAgo"
    if earliest is not None:
        first = TODAY - earliest * DAY
        yield first, None
        yield first - 1, "maxDaysAgo"


def arrays(field: Field) -> Iterator[tuple[Any, str | None]]:
    assert field.items is not None
    element = least_value(field.items)
    yield "wrOgQhDgAAcwMTB7YmDkbeBsgT", "type"
    yield {"wr": 1}, "type"
    yield {"wr"}, "type"
    yield from around(field, "minItems", "maxItems", lambda size: [element] * size)
    if field.max_items_with is not None:
        name, limits = field.max_items_with
        for value, most in limits.items():
            yield [{**element, name: value}] * most, None
            yield [{**element, name: value}] * (most + 1), "maxItemsWith"
    if field.items_agree_on is not None:
        name, member = field.items_agree_on, named(field.items.properties, field.items_agree_on)
        assert member is not None
        one, other, *_ = member.enum or ("a", "b")
        yield [{**element, name: one}, {**element, name: other}], "itemsAgreeOn"
        yield [{**element, name: one}, {**element, name: one}], None


def objects(field: Field) -> Iterator[tuple[Any, str | None]]:
    yield "abel", "type"
    yield [], "type"


def values(field: Field) -> Iterator[tuple[Any, str | None]]:
    if field.format == "day":
        return days(field)
    if field.is_file:
        return files(field)
    kinds = {
        "string": strings,
        "integer": integers,
        "boolean": booleans,
        "array": arrays,
        "object": objects,
    }
    return kinds[field.type](field)


def cases() -> Iterator[Case]:
    for path, operation in operations().items():
        for way, field in fields_below(operation.request):
            for value, rule in values(field):
                yield path, way, value, rule


def shown(case: Case) -> str:
    path, way, value, rule = case
    text = repr(value)
    if isinstance(value, (File, BytesIO, Path)):
        text = f"{type(value).__name__} of {len(getattr(value, 'content', ''))}"
    elif len(text) > 20:
        text = f"{type(value).__name__} of {len(value)}"
    return f"{path}-{path_text(way)}-{text}-{rule or 'fine'}"


def without_partner(path: str, way: tuple[Any, ...], base: dict[str, Any]) -> dict[str, Any]:
    """Leave out the other day of an interval, so that one day's own limits are seen alone."""
    fields = {field.name: field for field in operations()[path].request}
    if fields[way[0]].format != "day":
        return base
    return {name: value for name, value in base.items() if fields[name].format != "day"} | {
        name: TODAY - (field.constraints.get("minDaysAgo") or 0) * DAY
        for name, field in fields.items()
        if field.format == "day" and field.required and name != way[0]
    }


BETWEEN = {key for key, row in CONSTRAINTS.items() if row.check == "rule"}
CASES = {shown(case): case for case in cases()}
"""Limits that lie close together can give the same case twice."""


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_value_at_or_inside_a_limit_passes_and_one_outside_breaks_its_rule(case: Case) -> None:
    path, way, value, rule = case
    base = without_partner(path, way, arguments(operations()[path]))
    sent = put(base, way, value, operations()[path].request)
    found: set[tuple[str, str]] = set()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ParameterWarning)
        try:
            build(path, sent)
        except ParameterError as error:
            found = {(problem.path, problem.rule) for problem in error.problems}
    # what it asks of the fields beside it has tests of its own
    of_this = {(where, what) for where, what in found if what not in BETWEEN}
    assert of_this == ({(path_text(way), rule)} if rule else set())


REQUIRED = [
    (path, way)
    for path, operation in operations().items()
    for way, field in fields_below(operation.request)
    if field.required
]


@COUNTS_OR_NOT
@pytest.mark.parametrize(("path", "way"), REQUIRED, ids=lambda part: str(part))
def test_none_for_a_required_parameter_breaks_required(path: str, way: tuple[Any, ...]) -> None:
    with pytest.raises(ParameterError) as caught:
        build(path, put(arguments(operations()[path]), way, None, operations()[path].request))
    assert [(one.path, one.rule) for one in caught.value.problems] == [(path_text(way), "required")]


@COUNTS_OR_NOT
@pytest.mark.parametrize("path", operations())
def test_the_documents_example_passes(path: str) -> None:
    request = build(path, arguments(operations()[path]))
    assert parameters(request) == arguments(operations()[path])
    assert (request.method, request.path) == (operations()[path].method, path)


CUT = [
    (path, way, field.constraints.get("truncatesAt"))
    for path, operation in operations().items()
    for way, field in fields_below(operation.request)
    if field.constraints.get("truncatesAt") is not None
]


@pytest.mark.parametrize(("path", "way", "kept"), CUT, ids=lambda part: str(part))
@pytest.mark.parametrize("warned", [0, 1])
def test_a_text_that_the_platform_cuts_is_sent_whole_with_a_warning(
    path: str, way: tuple[Any, ...], kept: int, warned: int
) -> None:
    sent = text(kept + warned)
    fields = operations()[path].request
    values = put(arguments(operations()[path]), way, sent, fields)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        request = build(path, values)
    assert request.json == put(request.json, way, sent, fields)
    assert [one.category for one in caught] == [ParameterWarning] * warned
    assert all(one.filename == build.__code__.co_filename for one in caught)


def some_of(field: Field, needed: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return values of a parameter without an enumeration, those that are needed among them."""
    return (*needed, max(needed) + 1) if field.type == "integer" else (True, False)


def switched() -> Iterator[tuple[str, str, str, Any, bool]]:
    """Yield each parameter that counts only with another one, for each value of that."""
    for path, operation in operations().items():
        fields = {field.name: field for field in operation.request}
        for field in operation.request:
            if field.ignored_unless is not None:
                name, needed = field.ignored_unless
                for value in fields[name].enum or some_of(fields[name], needed):
                    yield path, field.name, name, value, value in needed
                    if fields[name].is_flag:
                        yield path, field.name, name, bool(value), value in needed
                if not fields[name].required:
                    yield path, field.name, name, None, fields[name].default in needed


@pytest.mark.parametrize(("path", "name", "other", "value", "counts"), list(switched()))
def test_what_counts_only_with_another_parameter_is_sent_with_a_warning(
    path: str, name: str, other: str, value: Any, counts: bool
) -> None:
    operation = operations()[path]
    alike = {one.name for one in operation.request if one.ignored_unless is not None}
    values = {key: sent for key, sent in arguments(operation).items() if key not in alike}
    needed = {
        one.name: sample(operation, one.name)
        for one in operation.request
        if one.required_when and one.required_when[0] == other and value in one.required_when[1]
    }
    values = {**needed, **values, name: sample(operation, name), other: value}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        request = build(path, values)
    assert name in request.json
    assert [one.category for one in of_rule(caught)] == [ParameterWarning] * (not counts)


def of_rule(caught: list[warnings.WarningMessage]) -> list[warnings.WarningMessage]:
    return [one for one in caught if "[ignoredUnless]" in str(one.message)]


def switched_in_records() -> Iterator[tuple[str, tuple[Any, ...], Field, Field, str, Any, bool]]:
    """Yield each field of a record that counts only with another one, for each value of that."""
    for path, operation in operations().items():
        for way, record in fields_below(operation.request):
            fields = {field.name: field for field in record.properties}
            for field in record.properties:
                if field.ignored_unless is not None:
                    name, needed = field.ignored_unless
                    for value in fields[name].enum or ():
                        yield path, way, record, field, name, value, value in needed


@pytest.mark.parametrize(
    ("path", "way", "record_of", "field", "other", "value", "counts"), list(switched_in_records())
)
def test_what_counts_only_with_another_field_of_its_record_is_sent_with_a_warning(
    path: str,
    way: tuple[Any, ...],
    record_of: Field,
    field: Field,
    other: str,
    value: Any,
    counts: bool,
) -> None:
    operation = operations()[path]
    needed = {
        one.name: filled(one)
        for one in record_of.properties
        if one.required_when and one.required_when[0] == other and value in one.required_when[1]
    }
    record = {other: value, **needed, field.name: least_value(field)}
    values = put(arguments(operation), way, record, operation.request)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        request = build(path, values)
    assert parameters(request) == values
    assert [one.category for one in caught] == [ParameterWarning] * (not counts)


Ruled = tuple[str, tuple[Any, ...], str, str, dict[str, Any], bool]


def filled(field: Field) -> Any:
    """Return a value of a field that is not empty."""
    if field.type == "array" and field.items is not None:
        return [least_value(field.items)]
    return least_value(field) or {"x": 1}


def between_fields() -> Iterator[Ruled]:
    """Yield the fields of an object that keep to a rule, or break it, for every rule of specs."""
    for path, operation in operations().items():
        inside = ((way, one.properties) for way, one in fields_below(operation.request))
        for way, fields in [((), operation.request), *inside]:
            for field in fields:
                for rule, sent, breaks in around_rules(field, {one.name: one for one in fields}):
                    yield path, way, field.name, rule, sent, breaks


def around_rules(
    field: Field, beside: dict[str, Field]
) -> Iterator[tuple[str, dict[str, Any], bool]]:
    own = {field.name: filled(field)}
    if names := field.required_unless_given:
        yield "requiredUnlessGiven", {}, True
        yield "requiredUnlessGiven", own, False
        for name in names:
            yield "requiredUnlessGiven", {name: filled(beside[name])}, False
            empty = {"string": "", "array": [], "object": {}}.get(beside[name].type)
            yield "requiredUnlessGiven", {name: empty}, True
    for key in ("forbiddenWhenGiven", "ignoredWhenGiven"):
        for name in field.constraints.get(key, ()):
            yield key, {**own, name: filled(beside[name])}, True
            yield key, {name: filled(beside[name])}, False
            yield key, own, False
    if field.required_when:
        name, values = field.required_when
        for value in beside[name].enum or (*values, None):
            yield "requiredWhen", {name: value}, value in values
            yield "requiredWhen", {name: value, **own}, False


RULED = {
    f"{path}-{path_text((*way, name))}-{rule}-{'+'.join(sent) or 'none'}-{number}": one
    for number, one in enumerate(between_fields())
    for path, way, name, rule, sent, _ in [one]
}


@pytest.mark.parametrize("ruled", RULED.values(), ids=RULED)
def test_each_rule_between_fields_is_held_and_speaks_of_nothing_else(ruled: Ruled) -> None:
    path, way, name, rule, sent, breaks = ruled
    operation = operations()[path]
    values = put(arguments(operation), way, sent, operation.request) if way else sent
    report = Report(lambda: NOON)
    module(path).REQUEST.check(values, "", report)
    found = [one for one in (*report.problems, *report.warnings) if one.rule == rule]
    where = path_text((*way, name))
    assert [one.path for one in found if one.path == where] == [where] * breaks


def test_every_rule_between_fields_has_cases_on_both_sides() -> None:
    held = {(path, way, name, rule, breaks) for path, way, name, rule, _, breaks in RULED.values()}
    for path, operation in operations().items():
        for way, field in fields_below(operation.request):
            for rule in {*field.constraints} & {
                "requiredUnlessGiven",
                "forbiddenWhenGiven",
                "ignoredWhenGiven",
                "requiredWhen",
            }:
                for breaks in (True, False):
                    assert (path, way[:-1], way[-1], rule, breaks) in held


SPANS = [
    (path, field)
    for path, operation in operations().items()
    for field in operation.request
    if field.format == "timestamp" and field.max_span_days is not None
]


@pytest.mark.parametrize(
    ("path", "field"), SPANS, ids=lambda part: str(getattr(part, "name", part))
)
@pytest.mark.parametrize("beyond", [-1, 0, 1])
def test_two_times_lie_no_further_apart_than_their_span(
    path: str, field: Field, beyond: int
) -> None:
    span = (field.max_span_days or 0) * DAY
    values = arguments(operations()[path]) | {str(field.not_before): TODAY}
    for end, rule in ((TODAY + span + beyond, "maxSpanDays"), (TODAY - beyond, "notBefore")):
        report = Report(lambda: NOON)
        module(path).REQUEST.check(values | {field.name: end}, "", report)
        expected = [(field.name, rule)] if beyond > 0 else []
        assert [(one.path, one.rule) for one in report.problems] == expected


def test_every_limit_of_every_spec_has_a_case() -> None:
    """A limit that a future spec states and no case reaches would pass unseen."""
    reached = {(path, way, rule) for path, way, _, rule in cases() if rule}
    stated = {
        (path, way, rule)
        for path, operation in operations().items()
        for way, field in fields_below(operation.request)
        for rule in field.constraints
        if CONSTRAINTS[rule].check == "argument" and rule != "truncatesAt"
    }
    assert stated <= reached
