"""The good path of checks takes what the constraint objects and JSON Schema take, no more."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.spec.json_schema import object_schema, strict_validator
from generator.targets import read_api
from generator.targets.python.expressions import object_check

from ..client.operations import arguments, fields_below, put
from ..client.test_agreement import objects, with_booleans, without_none
from ..declarations import (
    Anything,
    Array,
    Boolean,
    Check,
    Day,
    Flag,
    ForbiddenWhenGiven,
    IgnoredUnless,
    IgnoredWhenGiven,
    Integer,
    NotBefore,
    Number,
    Object,
    RequiredUnlessGiven,
    RequiredWhen,
    String,
    accepted,
)
from ..generator.folders import operations as operations_below
from ..generator.package import GOLDEN_SPECS
from ..generator.test_constraint_chain import built
from ..model import operations
from .good_path import clock, each, held, one, warm

YES_NO = {0: "no", 1: "yes"}
DAY = 86400
TODAY = 1702569600
MANY = 40

SHOP = {one.path: one.request for one in operations_below(read_api(GOLDEN_SPECS).root)}
REQUESTS = {**{path: one.request for path, one in operations().items()}, **SHOP}
EXAMPLES = {
    **{path: arguments(one) for path, one in operations().items()},
    **{one.path: one.example_request for one in operations_below(read_api(GOLDEN_SPECS).root)},
}


def requests() -> dict[str, Object]:
    return {path: warm(built(object_check(fields))) for path, fields in REQUESTS.items()}


COMPILED = requests()


@pytest.mark.parametrize("path", REQUESTS)
@settings(max_examples=25)
@given(data=st.data())
def test_it_agrees_with_the_objects_and_with_json_schema_on_every_request(
    path: str, data: st.DataObject
) -> None:
    values = data.draw(drawn(path))
    accepted = held(COMPILED[path], values)
    if accepted is not None:
        assert not list(judge(path).iter_errors(without_none(values)))
    elif not each(COMPILED[path], values)[1]:
        # Left to the objects without need: spans that are out by less than a day.
        assert any(field.not_before for field in REQUESTS[path])


@pytest.mark.parametrize("path", [path for path in REQUESTS if EXAMPLES[path]])
def test_it_takes_every_example_but_those_that_the_objects_warn_of(path: str) -> None:
    values = EXAMPLES[path]
    sent, said = each(COMPILED[path], values)
    assert {one.rule for one in said} <= {"ignoredUnless", "ignoredWhenGiven", "truncatesAt"}
    assert held(COMPILED[path], values) == (None if said else sent)


@pytest.mark.parametrize("path", [path for path in REQUESTS if EXAMPLES[path]])
def test_it_takes_no_example_in_which_one_field_is_wrong(path: str) -> None:
    ways = [way for way, _ in fields_below(REQUESTS[path]) if reaches(EXAMPLES[path], way)]
    assert ways
    for way in ways:
        wrong = put(dict(EXAMPLES[path]), way, object(), REQUESTS[path])
        assert accepted(COMPILED[path], wrong, clock) is None


def reaches(value: Any, way: tuple[Any, ...]) -> bool:
    """Whether there is a value at the end of a way."""
    try:
        for part in way:
            value = value[part]
    except (LookupError, TypeError):
        return False
    return True


@cache
def drawn(path: str) -> st.SearchStrategy[dict[str, Any]]:
    return objects(REQUESTS[path])


@cache
def judge(path: str) -> Any:
    return strict_validator()(with_booleans(object_schema(REQUESTS[path])))


texts = st.text(st.sampled_from("ab$\n群"), max_size=4)
limits = st.one_of(st.none(), st.integers(0, 4))
strings = st.builds(
    String,
    min_length=limits,
    max_length=limits,
    min_bytes=limits,
    max_bytes=limits,
    pattern=st.sampled_from([None, "^a", "b$", "群"]),
    enum=st.sampled_from([None, {"a": "", "ab": ""}]),
    truncates_at=limits,
)
numbers = st.one_of(st.integers(-3, 9), st.sampled_from([0.5, 2.0, 1e300, float("inf"), 2**70]))
bounds = st.one_of(st.none(), st.integers(-2, 8), st.sampled_from([0.5, 2**70]))
units = st.sampled_from([None, 2, 3])
scalars = st.one_of(
    strings,
    st.builds(Integer, bounds, bounds, units, st.sampled_from([None, {1: "", 2: ""}])),
    st.builds(Number, bounds, bounds, st.sampled_from([None, 0.5, 2]), st.none()),
    st.builds(Day, st.sampled_from([None, 0, 1]), st.sampled_from([None, 2])),
    st.sampled_from([Flag(YES_NO), Boolean(), Anything()]),
)
of_others = st.sampled_from([IgnoredWhenGiven, ForbiddenWhenGiven, RequiredUnlessGiven])
when = st.sampled_from([RequiredWhen, IgnoredUnless])
needing = st.sampled_from([(1,), ("a", ""), (0, 2, 3), (True,)])
defaults = st.sampled_from([None, 1, "a", True])


named = st.sampled_from([None, None, "a"])
counts = st.sampled_from([None, None, ("a", {"a": 1, 1: 0, 2: 1})])


def ruled(
    properties: dict[str, Check], required: tuple[str, ...], is_open: bool, chosen: list[Any]
) -> Object:
    """Return an object with some rules between its fields, if it has several."""
    one, *others = properties or [""]
    rules = [
        kind(one, others) if isinstance(kind, type) else kind[0](one, others[-1], *kind[1:])
        for kind in chosen
        if others
    ]
    return Object(properties, required, is_open, rules)


constraints = st.recursive(
    scalars,
    lambda inner: (
        st.builds(Array, inner, limits, limits, st.booleans(), named, counts)
        | st.builds(
            ruled,
            st.dictionaries(st.sampled_from("abc"), inner),
            st.sampled_from([(), ("a",), ("b", "c")]),
            st.booleans(),
            st.lists(of_others | st.tuples(when, needing, defaults), max_size=2),
        )
    ),
    max_leaves=5,
)
leaves = st.one_of(
    texts,
    numbers,
    st.booleans(),
    st.none(),
    st.sampled_from([TODAY, TODAY - 1, TODAY - 3 * DAY, date(2023, 12, 14), b"a"]),
)
anything = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.lists(inner, max_size=2).map(tuple)
        | st.dictionaries(st.sampled_from("abcd"), inner)
    ),
    max_leaves=6,
)


def fitting(check: Any) -> st.SearchStrategy[Any]:
    """Return values that are mostly of a constraint's type."""
    if isinstance(check, Object):
        known = {name: fitting(inner) for name, inner in check.properties.items()}
        return st.fixed_dictionaries({}, optional=known) | anything
    if isinstance(check, Array):
        inner = fitting(check.items)
        many = inner.map(lambda item: [item] * MANY)
        return st.lists(inner, max_size=5) | st.lists(inner, max_size=3).map(tuple) | many
    kinds = {String: texts, Integer: numbers, Number: numbers, Flag: numbers | st.booleans()}
    return kinds.get(type(check), leaves) | leaves


@settings(max_examples=200)
@given(constraints, st.data())
def test_it_agrees_with_any_constraint_objects(check: Check, data: st.DataObject) -> None:
    schema = one(check)
    value = {"it": data.draw(fitting(check))}
    if held(schema, value) is None:
        assert each(schema, value)[1]


BEGIN, END = TODAY - 40 * DAY, TODAY - 10 * DAY
RULED = warm(
    Object(
        {"begin": Day(), "end": Day(), "name": String(), "auto": Flag(YES_NO)},
        rules=(NotBefore("end", "begin", 30), IgnoredUnless("name", "auto", (1,), default=1)),
    )
)


@pytest.mark.parametrize(
    ("value", "passes"),
    [
        ({"begin": BEGIN, "end": END}, True),
        ({"begin": BEGIN, "end": BEGIN}, True),
        ({"begin": BEGIN, "end": END + 1}, False),
        ({"begin": BEGIN, "end": BEGIN - 1}, False),
        ({"begin": BEGIN}, True),
        ({"end": END}, True),
        ({"begin": date(2023, 11, 5), "end": date(2023, 12, 5)}, True),
        ({"begin": date(2023, 11, 5), "end": date(2023, 12, 6)}, False),
        ({"name": "x"}, True),
        ({"name": "x", "auto": 1}, True),
        ({"name": "x", "auto": True}, True),
        ({"name": "x", "auto": False}, False),
        ({"name": None, "auto": False}, True),
    ],
)
def test_rules_between_fields_are_held(value: dict[str, Any], passes: bool) -> None:
    assert (held(RULED, value) is not None) is passes


@settings(max_examples=300)
@given(st.integers(-5 * DAY, 40 * DAY), st.integers(0, DAY))
def test_a_span_that_it_takes_is_one_for_the_rule(span: int, time_of_day: int) -> None:
    value = {"begin": BEGIN + time_of_day, "end": BEGIN + time_of_day + span}
    if held(RULED, value) is None:
        assert each(RULED, value)[1] or span % DAY
