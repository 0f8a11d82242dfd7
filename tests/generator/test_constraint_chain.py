"""`pattern`, `uniqueItems` and `multipleOf` all the way: spec, checks, words, diff, documents."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.changes.field_changes import request_changes, response_changes
from generator.changes.report import as_markdown
from generator.documents.limits import read_field
from generator.model import Field
from generator.problems import Location
from generator.spec.constraint import Constraint
from generator.spec.constraints import CONSTRAINTS
from generator.spec.fits import fits
from generator.spec.json_schema import field_schema, violations
from generator.spec.values import identity
from generator.targets.python.docstrings import parameter_text
from generator.targets.python.expressions import check
from generator.targets.python.layout import Call

from .. import declarations
from .folders import changed, messages, operation, write
from .package import Generated, generate
from .test_constraints import SAMPLES

CODE = "^[a-z]{2}-[0-9]+$"
QUOTES = r"""^["'\\]{3}$"""
REQUEST: dict[str, Any] = {
    "code": {"type": "string", "pattern": CODE},
    "codes": {"type": "array", "items": {"type": "string", "pattern": CODE, "maxLength": 9}},
    "ids": {"type": "array", "uniqueItems": True, "items": {"type": "string"}},
    "days": {"type": "array", "uniqueItems": True, "items": {"type": "integer", "format": "day"}},
    "quotes": {"type": "string", "pattern": QUOTES},
    "size": {"type": "integer", "multipleOf": 5},
    "price": {"type": "number", "multipleOf": 0.01},
    "files": {
        "type": "array",
        "itemsAgreeOn": "kind",
        "maxItemsWith": {"kind": {"image": 2, "link": 1}},
        "items": {"type": "object", "properties": {"kind": {"type": "string"}}},
    },
    "begin": {"type": "integer", "format": "timestamp"},
    "end": {
        "type": "integer", "format": "timestamp", "notBefore": "begin", "maxSpanDays": 2,
    },
}  # fmt: skip
DAY = 86400
IMAGE, LINK = {"kind": "image"}, {"kind": "link"}
CALLS: list[tuple[dict[str, Any], list[list[str]]]] = [
    ({"code": "ab-7"}, []),
    ({"code": "ab-7\n"}, [["code", "pattern", f"must match {CODE}, is str 'ab-7\\n'"]]),
    ({"code": ""}, [["code", "pattern", f"must match {CODE}, is str ''"]]),
    ({"codes": ["ab-1"] * 3}, []),
    ({"codes": ["ab-1", "ab"]}, [["codes[1]", "pattern", f"must match {CODE}, is str 'ab'"]]),
    ({"ids": ["a", "b", "A", ""]}, []),
    ({"ids": ["a", "b", "a"]}, [["ids[2]", "uniqueItems", "is the same as ids[0]"]]),
    ({"ids": [str(number) for number in range(1000)] + ["7"]},
     [["ids[1000]", "uniqueItems", "is the same as ids[7]"]]),
    ({"days": [1700000000, 1700000001]}, []),
    ({"quotes": '"""'}, []),
    ({"quotes": "'\\\""}, []),
    ({"quotes": "x"}, [["quotes", "pattern", f"must match {QUOTES}, is str 'x'"]]),
    ({"size": 0}, []),
    ({"size": -10}, []),
    ({"size": 12}, [["size", "multipleOf", "must be a multiple of 5, is int 12"]]),
    ({"size": 10**30 + 1},
     [["size", "multipleOf", f"must be a multiple of 5, is int {10**30 + 1}"]]),
    ({"price": 19.99}, []),
    ({"price": 7}, []),
    ({"price": 1e300}, []),
    ({"price": 0.005}, [["price", "multipleOf", "must be a multiple of 0.01, is float 0.005"]]),
    ({"price": 1e-320}, [["price", "multipleOf", "must be a multiple of 0.01, is float 1e-320"]]),
    ({"begin": 7, "end": 7}, []),
    ({"begin": 7, "end": 7 + 2 * DAY}, []),
    ({"end": 7}, []),
    ({"begin": 7, "end": 6}, [["end", "notBefore", "must not lie before begin (7), is 6"]]),
    ({"begin": 7, "end": 8 + 2 * DAY},
     [["end", "maxSpanDays", "must lie at most 2 days after begin, lies 2 days and 1 seconds after "
       "it; split the span"]]),
    ({"files": [IMAGE, {}, IMAGE]}, []),
    ({"files": [LINK]}, []),
    ({"files": [{}, {"kind": "other"}] + [{"kind": "other"}] * 9}, []),
    ({"files": [{}, IMAGE, IMAGE, LINK]},
     [["files", "itemsAgreeOn", "must have the same kind in all elements: files[1] has 'image', "
       "files[3] has 'link'"]]),
    ({"files": [LINK, LINK]},
     [["files", "maxItemsWith", "must have at most 1 element with kind 'link', has 2"]]),
    ({"files": [IMAGE] * 3},
     [["files", "maxItemsWith", "must have at most 2 elements with kind 'image', has 3"]]),
]  # fmt: skip
ELEMENT = {"type": "object", "properties": {"kind": {"type": "string", "enum": {"a": "A"}}}}
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"type": "integer", "pattern": "^a$"}, "'pattern' of 'x' says nothing about type 'integer'"),
    ({"type": "string", "pattern": ""}, "'pattern' must not be empty"),
    ({"type": "string", "pattern": 7}, "'pattern' must be text, is the number 7"),
    ({"type": "string", "pattern": "^a$", "default": "b"}, "'default' of 'x' breaks its own"),
    ({"type": "string", "uniqueItems": True}, "'uniqueItems' of 'x' says nothing about type"),
    ({"type": "array", "items": {"type": "string"}, "uniqueItems": 1}, "must be true or false"),
    ({"type": "string", "multipleOf": 2}, "'multipleOf' of 'x' says nothing about type 'string'"),
    ({"type": "integer", "multipleOf": 0}, "'multipleOf' must be above 0, is the number 0"),
    ({"type": "number", "multipleOf": -0.5}, "'multipleOf' must be above 0"),
    ({"type": "integer", "multipleOf": 2.0}, "for an integer it is whole; write 2"),
    ({"type": "integer", "multipleOf": 0.5}, "for an integer it is whole"),
    (
        {"type": "integer", "multipleOf": "5"},
        "'multipleOf' must be a number, is the text '5'; write 5",
    ),
    ({"type": "integer", "format": "day", "multipleOf": 2}, "says nothing beside 'format: day'"),
    ({"type": "integer", "enum": {0: "no", 1: "yes"}, "multipleOf": 1}, "says nothing beside an"),
    ({"type": "integer", "multipleOf": 5, "default": 7}, "'default' of 'x' breaks its own limits"),
    (
        {"type": "array", "items": ELEMENT, "itemsAgreeOn": "kinds"},
        "names 'kinds'; did you mean 'kind'? its elements have: kind",
    ),
    (
        {"type": "array", "items": {"type": "string"}, "itemsAgreeOn": "a"},
        "its elements have: none",
    ),
    (
        {"type": "array", "items": ELEMENT, "maxItemsWith": {"kind": {"c": 1}}},
        "'kind' can never be that value",
    ),
    (
        {"type": "array", "items": ELEMENT, "maxItemsWith": {"kind": {"a": 3}}, "maxItems": 2},
        "'maxItemsWith' of 'x' has 3, above its 'maxItems'",
    ),
    (
        {"type": "array", "items": ELEMENT, "maxItemsWith": {"kind": {"a": -1}}},
        "must be at least 0",
    ),
    ({"type": "array", "items": ELEMENT, "maxItemsWith": {"kind": 3}}, "'kind' must be a mapping"),
    (
        {"type": "string", "itemsAgreeOn": "kind"},
        "'itemsAgreeOn' of 'x' says nothing about type 'string'",
    ),
]


@pytest.mark.parametrize(("field", "says"), WRONG)
def test_a_use_without_sense_is_refused(field: dict[str, Any], says: str, tmp_path: Path) -> None:
    (found,) = messages(tmp_path, {"rooms/list": changed(request={"x": field}, examples=None)})
    assert says in found


def test_an_example_that_breaks_them_is_refused(tmp_path: Path) -> None:
    wrong = {"code": "x", "codes": ["y"], "ids": ["a", "a"], "size": 7, "price": 0.005,
             "files": [IMAGE, {"kind": "other"}]}  # fmt: skip
    spec = changed(request=REQUEST, examples={"request": wrong})
    assert len(messages(tmp_path, {"rooms/list": spec})) == len(wrong)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Generated:
    spec = changed(request=REQUEST, examples={"request": {"code": "ab-7", "price": 19.99}})
    folder = tmp_path_factory.mktemp("chain")
    return generate(write(folder / "specs", {"rooms/list": spec}), folder / "package")


def test_the_client_accepts_and_refuses_at_each_limit(package: Generated) -> None:
    found = package.run(
        f"""
        from wecom_client.rooms.list import build_request

        def problems(arguments):
            try:
                build_request(**arguments)
            except ParameterError as error:
                return [[one.path, one.rule, one.message] for one in error.problems]
            return []

        show([problems(arguments) for arguments in {[one for one, _ in CALLS]!r}])
        """
    )
    assert found == [problems for _, problems in CALLS]


def test_whoever_hovers_over_the_method_reads_of_them(package: Generated) -> None:
    text = package.run("from wecom_client.rooms import Rooms\nshow(Rooms.list.__doc__)")
    for line in (f"code: Matching `{CODE}`.", "ids: Without repeated elements.",
                 f"quotes: Matching `{QUOTES}`.", "size: A multiple of 5.",
                 "price: A multiple of 0.01.",
                 "files: All elements with the same kind. At most 2 with kind image and 1 with",
                 "end: Unix seconds. Not before begin, at most 2 days after it."):  # fmt: skip
        assert line in text


def field(kind: str, **constraints: Any) -> Field:
    return Field("x", Location("x"), kind).stating(**constraints)


def array(items: Field, **constraints: Any) -> Field:
    one = field("array", **constraints)
    return Field(one.name, one.location, one.type, constraints=one.constraints, items=items)


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (array(field("string", pattern="^a$")), "Each matching `^a$`."),
        (
            array(field("integer", multipleOf=5), minItems=1, uniqueItems=True),
            "At least 1 element. Without repeated elements. Each a multiple of 5.",
        ),
        (field("string", minLength=1, pattern="a{2}"), "Not empty. Matching `a{2}`."),
    ],
)
def test_they_are_put_into_words(one: Field, text: str) -> None:
    assert parameter_text(one) == text


numbers = st.sampled_from([0, 1, 2, 7, -5, 10, 0.0, 1.0, 0.01, 0.3, 19.99, 1.5, 2**60, 1e300])
scalars = st.one_of(
    numbers, st.booleans(), st.sampled_from(["", "a", "ab-1", "a$", "1", "群", "ab-1x"])
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("ab"), inner),
    max_leaves=6,
)
OPEN = Field("x", Location("x"), "object", additional_properties=True)
fields = st.one_of(
    st.builds(
        lambda pattern: field("string", pattern=pattern),
        st.sampled_from([CODE, "^a", r"\$$", "^$|1", "^[^a]+$"]),
    ),
    st.builds(
        lambda kind, unit: field(kind, multipleOf=unit),
        st.sampled_from(["integer", "number"]),
        st.sampled_from([1, 2, 5, 7]),
    ),
    st.builds(
        lambda items: array(items, uniqueItems=True),
        st.sampled_from([OPEN, field("string"), field("number"), field("boolean"),
                         array(field("number"), uniqueItems=True)]),
    ),
)  # fmt: skip


def built(value: Any) -> Any:
    """Return the check that a call in generated code makes."""
    if isinstance(value, Call):
        named = {name: built(one) for name, one in value.arguments if name}
        return getattr(declarations, value.function)(
            *(built(one) for name, one in value.arguments if not name), **named
        )
    if isinstance(value, tuple):
        return tuple(map(built, value))
    return {key: built(one) for key, one in value.items()} if isinstance(value, dict) else value


def broken(one: Field, value: Any) -> set[tuple[str, str]]:
    """Return the rules that our checks find broken; those of elements at their array."""
    report = declarations.Report(lambda: 0, True)
    built(check(one)).check(value, "x", report)
    found = [(p.path.rpartition("[")[0] if p.rule == "uniqueItems" else p.path, p.rule)
             for p in report.problems]  # fmt: skip
    return {*found}


EVERY = {**dict.fromkeys(CONSTRAINTS, 2), **SAMPLES, "enum": {"a": "A"}}
OF_TEXTS = [
    row for row in CONSTRAINTS.values() if "string" in row.types and row.check == "argument"
]
TEXTS = ["a", "", "ab", "abc", "群"]


@pytest.mark.parametrize("row", OF_TEXTS, ids=lambda row: row.keyword)
def test_texts_in_an_array_and_specs_are_checked_as_a_text_alone_is(row: Constraint) -> None:
    """An array of texts has a way of its own: `String.accepts_all`."""
    one = field("string", **{row.keyword: EVERY[row.keyword]})
    told: set[str] = set()
    for text in TEXTS:
        alone, listed = declarations.Report(lambda: 0), declarations.Report(lambda: 0)
        built(check(one)).check(text, "x", alone)
        built(check(array(one))).check([text], "x", listed)
        ours, theirs = ([(p.rule, p.message) for p in (*report.problems, *report.warnings)]
                        for report in (alone, listed))  # fmt: skip
        assert ours == theirs
        assert fits(text, field_schema(one)) is not bool(alone.problems)
        told |= {rule for rule, _ in ours}
    assert told == {row.keyword}


def judged(errors: list[Any]) -> set[tuple[str, str]]:
    return {
        ("x" + "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in one.path),
         str(one.validator))
        for one in errors
    }  # fmt: skip


@given(fields, values)
def test_checks_and_the_judges_of_json_schema_find_the_same(one: Field, value: Any) -> None:
    schema = field_schema(one)
    ours = broken(one, value)
    assert judged(violations(schema, value)) == ours
    if not any(rule == "type" for _, rule in ours):
        assert fits(value, schema) is not bool(ours)
        assert judged(list(Draft202012Validator(schema).iter_errors(value))) == ours


@given(st.integers(-(2**40), 2**40), st.integers(-3 * DAY, 40 * DAY), st.integers(0, 31))
def test_a_span_of_times_is_counted_in_seconds_and_that_of_days_in_days_of_utc_8(
    begin: int, span: int, days: int
) -> None:
    end = begin + span
    first, last = ((second + 8 * 3600) // DAY for second in (begin, end))
    for form, is_before, is_too_far in (
        ("timestamp", span < 0, span > days * DAY),
        ("day", last < first, last - first > days),
    ):
        one = field("integer", format=form, notBefore="k", maxSpanDays=days)
        other = replace(field("integer", format=form), name="k")
        whole = replace(OPEN, additional_properties=False, properties=(one, other))
        expected = "notBefore" if is_before else "maxSpanDays" if is_too_far else None
        assert broken(whole, {"k": begin, "x": end}) == ({("x.x", expected)} if expected else set())


kinds = st.sampled_from([1, 2, 1.0, True, "a", "", None])
elements = st.lists(
    st.fixed_dictionaries({}, optional={"k": kinds, "b": st.integers()}) | scalars, max_size=6
)


@given(elements, st.dictionaries(st.sampled_from([1, 2]), st.integers(0, 2), min_size=1))
def test_elements_agree_and_are_few_as_a_plain_count_says(
    value: list[Any], limits: dict[int, int]
) -> None:
    given_kinds = [identity(one["k"]) for one in value if isinstance(one, dict) and "k" in one]
    expected = {("x", "itemsAgreeOn")} if len({*given_kinds}) > 1 else set()
    counts = {number: given_kinds.count(number) for number in limits}
    if any(counts[number] > most for number, most in limits.items()):
        expected |= {("x", "maxItemsWith")}
    report = declarations.Report(lambda: 0, True)
    check_of_any = declarations.Array(
        declarations.Anything(), items_agree_on="k", max_items_with=("k", limits)
    )
    check_of_any.check(value, "x", report)
    assert {(one.path, one.rule) for one in report.problems} == expected
    one = array(OPEN, itemsAgreeOn="k", maxItemsWith=("k", limits))
    mappings = [part for part in value if isinstance(part, dict)]
    if mappings == value:
        assert judged(violations(field_schema(one), value)) == expected
        assert fits(value, field_schema(one)) is not bool(expected)


@pytest.mark.parametrize(
    ("values", "differ"),
    [
        ([1, True], True),
        ([0, False, None, "", "0"], True),
        ([1, "1"], True),
        ([1, 1.0], False),
        ([None, None], False),
        ([True, True], False),
        ([[1], [1.0]], False),
        ([[1], [True]], True),
        ([[], {}], True),
        ([{"a": 1, "b": [2]}, {"b": [2.0], "a": 1}], False),
        ([{"a": 1}, {"a": True}], True),
        ([{"a": 1}, {"b": 1}], True),
        ([2**53, 2**53 + 1], True),
    ],
    ids=repr,
)
def test_elements_are_the_same_where_they_are_in_json(values: list[Any], differ: bool) -> None:
    schema = {"type": "array", "uniqueItems": True}
    report = declarations.Report(lambda: 0)
    declarations.Array(declarations.Anything(), unique_items=True).check(values, "x", report)
    assert (report.problems == []) is differ
    assert fits(values, schema) is differ
    assert (list(Draft202012Validator(schema).iter_errors(values)) == []) is differ


@given(
    st.decimals(-1000, 1000, places=3).map(float),
    st.sampled_from([0.01, 0.1, 0.25, 0.3, 1.0, 1e-3, 3]),
)
def test_a_multiple_is_one_in_decimals(value: float, unit: float) -> None:
    is_one = (Fraction(str(value)) / Fraction(str(unit))).denominator == 1
    one = field("number", multipleOf=unit)
    assert fits(value, field_schema(one)) is is_one
    assert bool(violations(field_schema(one), value)) is not is_one
    assert bool(broken(one, value)) is not is_one


FILE = field("string", format="binary")
KINDS = [
    (FILE, "fileFormats", None, ("a", {1: ("PNG",)}), "breaking"),
    (FILE, "fileFormats", ("a", {1: ("JPG", "PNG")}), ("a", {1: ("PNG",)}), "breaking"),
    (FILE, "fileFormats", ("a", {1: ("PNG",)}), ("a", {1: ("PNG",), 2: ("MP4",)}), "breaking"),
    (FILE, "fileFormats", ("a", {1: ("PNG",)}), ("b", {1: ("PNG",)}), "breaking"),
    (FILE, "fileFormats", ("a", {1: ("PNG",), 2: ("MP4",)}), ("a", {1: ("PNG", "JPG")}), "relaxed"),
    (FILE, "fileFormats", ("a", {1: ("PNG",)}), None, "relaxed"),
    (array(OPEN), "itemsAgreeOn", None, "a", "breaking"),
    (array(OPEN), "itemsAgreeOn", "a", "b", "breaking"),
    (array(OPEN), "itemsAgreeOn", "a", None, "relaxed"),
    (array(OPEN), "maxItemsWith", None, ("a", {1: 2}), "breaking"),
    (array(OPEN), "maxItemsWith", ("a", {1: 2}), ("a", {1: 1}), "breaking"),
    (array(OPEN), "maxItemsWith", ("a", {1: 2}), ("a", {1: 2, 2: 9}), "breaking"),
    (array(OPEN), "maxItemsWith", ("a", {1: 2}), ("b", {1: 2}), "breaking"),
    (array(OPEN), "maxItemsWith", ("a", {1: 2, 2: 2}), ("a", {1: 3}), "relaxed"),
    (array(OPEN), "maxItemsWith", ("a", {1: 2}), None, "relaxed"),
    (field("string"), "pattern", None, "^a$", "breaking"),
    (field("string"), "pattern", "^a$", None, "relaxed"),
    (field("string"), "pattern", "^a$", "^b$", "breaking"),
    (array(field("string")), "uniqueItems", None, True, "breaking"),
    (array(field("string")), "uniqueItems", True, None, "relaxed"),
    (field("integer"), "multipleOf", None, 5, "breaking"),
    (field("integer"), "multipleOf", 5, None, "relaxed"),
    (field("integer"), "multipleOf", 5, 10, "breaking"),
    (field("integer"), "multipleOf", 10, 5, "relaxed"),
    (field("integer"), "multipleOf", 10, 4, "breaking"),
    (field("number"), "multipleOf", 0.01, 0.1, "breaking"),
    (field("number"), "multipleOf", 0.1, 0.01, "relaxed"),
    (field("string"), "requiredWhen", None, ("y", (1,)), "breaking"),
    (field("string"), "requiredWhen", ("y", (1,)), ("y", (1, 2)), "breaking"),
    (field("string"), "requiredWhen", ("y", (1,)), ("z", (1,)), "breaking"),
    (field("string"), "requiredWhen", ("y", (1, 2)), ("y", (2,)), "relaxed"),
    (field("string"), "requiredWhen", ("y", (1,)), None, "relaxed"),
    (field("string"), "requiredUnlessGiven", None, ("y",), "breaking"),
    (field("string"), "requiredUnlessGiven", ("y", "z"), ("y",), "breaking"),
    (field("string"), "requiredUnlessGiven", ("y",), ("z",), "breaking"),
    (field("string"), "requiredUnlessGiven", ("y",), ("y", "z"), "relaxed"),
    (field("string"), "requiredUnlessGiven", ("y",), None, "relaxed"),
    (field("string"), "forbiddenWhenGiven", None, ("y",), "breaking"),
    (field("string"), "forbiddenWhenGiven", ("y",), ("y", "z"), "breaking"),
    (field("string"), "forbiddenWhenGiven", ("y", "z"), ("y",), "relaxed"),
    (field("string"), "forbiddenWhenGiven", ("y",), None, "relaxed"),
]


@pytest.mark.parametrize(("one", "key", "old", "new", "kind"), KINDS)
def test_a_change_breaks_callers_where_less_is_allowed(
    one: Field, key: str, old: Any, new: Any, kind: str
) -> None:
    sides = (one.stating(**{key: old}),), (one.stating(**{key: new}),)
    (found,) = request_changes("op", *sides)
    way = "narrower" if kind == "breaking" else "wider"
    assert (found.rule, found.kind, found.old, found.new) == (
        f"request.{key}.{way}",
        kind,
        old,
        new,
    )
    if CONSTRAINTS[key].check == "rule":
        assert [*response_changes("op", *sides)] == []
        return
    (answered,) = response_changes("op", *sides)
    assert (answered.rule, answered.kind) == (f"response.{key}", "behaviour")


def test_a_change_is_told_in_words() -> None:
    told = [
        as_markdown(list(request_changes("op", (one.stating(**{key: old}),),
                                         (one.stating(**{key: new}),)))).splitlines()[1]
        for one, key, old, new, _ in (*KINDS[:22], *KINDS[27:])
    ]  # fmt: skip
    assert told == [
        "- `op`: `x` takes PNG where a is 1 instead of files of any format.",
        "- `op`: `x` takes PNG where a is 1 instead of JPG or PNG where a is 1.",
        "- `op`: `x` takes PNG where a is 1, MP4 where a is 2 instead of PNG where a is 1.",
        "- `op`: `x` takes PNG where b is 1 instead of PNG where a is 1.",
        "- `op`: `x` takes PNG or JPG where a is 1 instead of PNG where a is 1, MP4 where a is 2.",
        "- `op`: `x` takes files of any format instead of PNG where a is 1.",
        "- `op`: `x` takes elements with the same `a` instead of elements of any kind.",
        "- `op`: `x` takes elements with the same `b` instead of `a`.",
        "- `op`: `x` takes elements of any kind instead of elements with the same `a`.",
        "- `op`: `x` takes at most 2 with a 1 instead of any number of each kind.",
        "- `op`: `x` takes at most 1 with a 1 instead of at most 2 with a 1.",
        "- `op`: `x` takes at most 2 with a 1 and 9 with a 2 instead of at most 2 with a 1.",
        "- `op`: `x` takes at most 2 with b 1 instead of at most 2 with a 1.",
        "- `op`: `x` takes at most 3 with a 1 instead of at most 2 with a 1 and 2 with a 2.",
        "- `op`: `x` takes any number of each kind instead of at most 2 with a 1.",
        "- `op`: `x` takes texts that match `^a$` instead of any text.",
        "- `op`: `x` takes any text instead of texts that match `^a$`.",
        "- `op`: `x` takes texts that match `^b$` instead of `^a$`.",
        "- `op`: `x` takes each element once instead of repeated elements.",
        "- `op`: `x` takes repeated elements instead of each element once.",
        "- `op`: `x` takes multiples of 5 instead of any value.",
        "- `op`: `x` takes any value instead of multiples of 5.",
        "- `op`: `x` is now required where `y is 1`.",
        "- `op`: `x` is now required where `y is 1 or 2`, was where `y is 1`.",
        "- `op`: `x` is now required where `z is 1`, was where `y is 1`.",
        "- `op`: `x` is required where `y is 2`, was where `y is 1 or 2`.",
        "- `op`: `x` is no longer required where `y is 1`.",
        "- `op`: `x` is now required without `y`.",
        "- `op`: `x` is now required without `y`, was without `y`, `z`.",
        "- `op`: `x` is now required without `z`, was without `y`.",
        "- `op`: `x` is required without `y`, `z`, was without `y`.",
        "- `op`: `x` is no longer required without `y`.",
        "- `op`: `x` no longer goes together with `y`.",
        "- `op`: `x` no longer goes together with `y`, `z`, was `y`.",
        "- `op`: `x` does not go together with `y`, was `y`, `z`.",
        "- `op`: `x` now goes together with `y`.",
    ]


@pytest.mark.parametrize(
    ("text", "kind", "rule", "value"),
    [
        ("群ID列表,不可重复", "array", "uniqueItems", True),
        ("成员列表,元素不能重复", "array", "uniqueItems", True),
        ("附件,最多9个,类型只能三选一", "array", "itemsAgreeOn", True),
        ("附件列表,必须是同一类型", "array", "itemsAgreeOn", True),
        ("附件列表,类型必须一致", "array", "itemsAgreeOn", True),
        ("金额,必须为100的整数倍", "integer", "multipleOf", 100),
        ("单价,须是0.01的倍数", "number", "multipleOf", 0.01),
    ],
)
def test_a_document_that_says_so_is_read(text: str, kind: str, rule: str, value: Any) -> None:
    found = [(one.rule, one.value) for one in read_field(text, kind).found]
    assert (rule, value) in found
    other = "string" if kind == "array" else "array"
    assert (rule, value) not in [(one.rule, one.value) for one in read_field(text, other).found]


def between(default: Any, is_open: bool) -> Field:
    """Return an object with a rule of each kind between its fields."""
    one = Field("x", Location("x"), "object")
    text, list_ = replace(field("string"), name="t"), replace(array(field("string")), name="l")
    inner = replace(OPEN, name="o", properties=(list_,))
    nested = replace(OPEN, properties=(text, inner), additional_properties=is_open)
    named = {
        "k": field("integer", default=default),
        "a": field("string", requiredWhen=("k", (1, 2))),
        "b": array(field("string"), requiredUnlessGiven=("a", "c")),
        "c": field("boolean", forbiddenWhenGiven=("a", "b"), ignoredWhenGiven=("k",)),
        "d": replace(nested, constraints={"requiredUnlessGiven": ("a",)}),
        "e": field("integer", forbiddenWhenGiven=("d",)),
    }
    return replace(
        one, properties=tuple(replace(field, name=name) for name, field in named.items())
    )


parts = st.sampled_from([0, 1, 2, 3, 1.0, True, False, "", "a", (), ("a",)])
texts_and_lists = st.sampled_from(["", "a", [], [""], {}, 0, False])
nests = st.fixed_dictionaries(
    {},
    optional={
        "t": texts_and_lists,
        "o": st.dictionaries(st.sampled_from("lm"), texts_and_lists) | texts_and_lists,
        "u": texts_and_lists,
    },
)


@given(
    st.sampled_from([None, 1, 3]),
    st.booleans(),
    st.dictionaries(st.sampled_from("kabce"), parts),
    st.none() | nests | parts,
)
def test_checks_and_both_judges_of_json_schema_agree_on_rules_between_fields(
    default: Any, is_open: bool, sent: dict[str, Any], nest: Any
) -> None:
    one = between(default, is_open)
    schema = field_schema(one)
    value = {key: [*part] if isinstance(part, tuple) else part for key, part in sent.items()}
    value |= {} if nest is None else {"d": [*nest] if isinstance(nest, tuple) else nest}
    assert bool(broken(one, value)) is bool(violations(schema, value))
    assert fits(value, schema) is not bool(violations(schema, value))
    if not any(rule == "type" for _, rule in broken(one, value)):
        assert Draft202012Validator(schema).is_valid(value) is not bool(broken(one, value))


def test_a_rule_of_a_shape_that_an_answer_shares_says_nothing_of_the_answer(
    tmp_path: Path,
) -> None:
    text = {"type": "string"}
    shape = {
        "type": "object",
        "properties": {"a": {**text, "requiredUnlessGiven": ["b"]}, "b": text},
    }
    use = {"$ref": "_shapes.yaml#/one"}
    spec = changed(
        request={"x": use},
        response={"x": use},
        examples={"request": {"x": {"b": "b"}}, "response": {"x": {}}},
    )
    write(tmp_path, {"rooms/_shapes": {"one": shape}})
    found = operation(tmp_path, spec)
    (sent,), (came,) = found.request, found.response
    assert sent.properties[0].required_unless_given == ("b",)
    assert came.properties[0].required_unless_given is None
