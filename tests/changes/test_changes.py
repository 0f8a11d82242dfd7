"""Edits of specs, one at a time: each is found with its rule and its field, and nothing else."""

from __future__ import annotations

import json
import re
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.changes.field_changes import request_changes, response_changes
from generator.changes.model_changes import compare_apis, operations
from generator.changes.report import as_json, as_markdown, as_text
from generator.changes.rules import BEFORE_1_0, KINDS, RULES, Change, semver
from generator.model import (
    Bulk,
    ErrorCode,
    Field,
    FrequencyLimit,
    FrequencyLimits,
    Operation,
    Quota,
)
from generator.problems import Location
from generator.spec.constraints import CONSTRAINTS
from generator.targets import read_api

from .changing import CLOSE, GET, LIST, PROJECT, at, changed, edited, specs, unchanged
from .edits import (
    BREAKING,
    HARMLESS,
    IDS,
    NEW,
    REQUEST,
    TEXTS,
    Table,
    both,
    move,
    put,
    quota,
    rename,
)


def identities(changes: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    return sorted((one.rule, one.operation, one.field) for one in changes)


EDITS = {**BREAKING, **HARMLESS, **TEXTS}


def test_no_two_edits_have_one_name() -> None:
    assert len(EDITS) == len(BREAKING) + len(HARMLESS) + len(TEXTS)


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_found_with_its_kind_and_nothing_else(name: str, tmp_path: Path) -> None:
    edit, expected = EDITS[name]
    found = changed(edit, tmp_path)
    kinds = {one.kind for one in found}
    assert identities(found) == sorted(expected)
    assert ("breaking" in kinds) == (name in BREAKING)
    assert (kinds == {"text"}) == (name in TEXTS)
    assert name not in HARMLESS or "text" not in kinds


LIMITED = {
    "minimum": "limit", "maximum": "limit", "minLength": "name", "maxLength": "name",
    "minBytes": "name", "maxBytes": "name", "minDaysAgo": "begin_day", "maxDaysAgo": "begin_day",
    "maxSpanDays": "end_day",
}  # fmt: skip


@pytest.mark.parametrize("key", [*LIMITED, "minItems", "maxItems"])
@pytest.mark.parametrize("step", [-1, 1, None])
def test_a_limit_is_narrower_or_wider(key: str, step: int | None, tmp_path: Path) -> None:
    place = f"{REQUEST}.{LIMITED[key]}" if key in LIMITED else IDS
    old = at(specs(), place)[key]
    new = None if step is None else old + step
    found = changed(put(place, **{key: new}), tmp_path)
    is_wider = step is None or (step < 0) == key.startswith("min")
    way = "wider" if is_wider else "narrower"
    assert {one.rule for one in found} == {f"request.{key}.{way}"}
    assert {one.old for one in found} == {old}
    # a least length of 0 is none, a day 0 days ago or a number 0 is a limit
    assert {one.new or 0 for one in found} == {new or 0}
    assert {one.breaking for one in found} == {not is_wider}
    back = compare_apis(edited(put(place, **{key: new}), tmp_path), unchanged())
    assert {one.breaking for one in back} == {is_wider}


def test_equal_specs_have_no_changes(tmp_path: Path) -> None:
    assert changed(lambda files: None, tmp_path) == ()


def test_a_new_name_of_a_parameter_is_asked_for(tmp_path: Path) -> None:
    gone, come = changed(rename(REQUEST, "order_by", "sort_by"), tmp_path)
    assert (gone.hint, come.hint) == ("renamed to sort_by?", "renamed from order_by?")


def test_a_new_parameter_of_another_shape_is_no_new_name(tmp_path: Path) -> None:
    edit = put(REQUEST, order_by=None, token=NEW)
    assert {one.hint for one in changed(edit, tmp_path)} == {""}


def test_a_nested_parameter_may_become_optional(tmp_path: Path) -> None:
    edit = put(f"{REQUEST}.owner_filter", properties={"strict": {"required": True}})
    strict = edited(edit, tmp_path)
    found = compare_apis(strict, unchanged())
    assert identities(found) == [("request.became-optional", LIST, "request.owner_filter.strict")]
    assert not found[0].breaking


def test_a_key_that_an_open_object_no_longer_lists_may_still_be_passed(tmp_path: Path) -> None:
    described = edited(put(f"{REQUEST}.extra", properties={"key": NEW}), tmp_path)
    found = compare_apis(described, unchanged())
    assert identities(found) == [("request.unlisted", LIST, "request.extra.key")]
    assert not found[0].breaking


def test_two_operations_that_move_are_told_apart(tmp_path: Path) -> None:
    edit = both(move(GET, "shop/order/show"), move(CLOSE, "shop/order/shut"))
    found = {one.operation: one.new for one in changed(edit, tmp_path)}
    assert found == {GET: "shop/order/show", CLOSE: "shop/order/shut"}


CODE = ErrorCode(1, "", "meaning", "remedy")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ((), (CODE,), ("error.added", "", None, "APIError")),
        ((), (replace(CODE, error_class="busy"),), ("error.added", "", None, "busy")),
        ((CODE,), (), ("error.removed", "", "APIError", None)),
        ((CODE,), (replace(CODE, error_class="busy"),), ("error.class", "", "APIError", "busy")),
        ((CODE,), (replace(CODE, meaning="x"),), ("error.meaning", "", "meaning", "x")),
        ((CODE,), (replace(CODE, remedy="x"),), ("error.remedy", "", "remedy", "x")),
        ((CODE,), (replace(CODE, meaning_zh="x"),), ("error.meaning", ".zh", "", "x")),
        ((CODE,), (replace(CODE, remedy_zh="x"),), ("error.remedy", ".zh", "", "x")),
    ],
)
def test_a_change_of_an_error_code_is_told_as_the_exception_that_it_raises(
    old: tuple[ErrorCode, ...], new: tuple[ErrorCode, ...], expected: tuple[object, ...]
) -> None:
    api = unchanged()
    (found,) = compare_apis(replace(api, errors=old), replace(api, errors=new))
    rule, place, *sides = expected
    assert (found.rule, found.operation, found.field) == (rule, "", f"errors.1{place}")
    assert [found.old, found.new] == sides
    assert found.breaking == (rule in ("error.class", "error.removed"))


LIMITS = FrequencyLimits("https://x.invalid", "2026-01-01", (FrequencyLimit(9, "hour", "company"),))
MORE = FrequencyLimit(2, "day", "address", "get")


@pytest.mark.parametrize(
    ("new", "rule", "sides"),
    [
        (replace(LIMITS, updated="2026-02-02"), "operation.updated", ["2026-01-01", "2026-02-02"]),
        (
            replace(LIMITS, limits=(*LIMITS.limits, MORE)),
            "frequency.limits",
            [(), ("2 calls of get per day for an IP address",)],
        ),
        (
            replace(LIMITS, limits=()),
            "frequency.limits",
            [("9 calls of each operation per hour for a company",), ()],
        ),
    ],
)
def test_a_change_of_the_frequency_limits_is_told_by_the_limits_of_one_side(
    new: FrequencyLimits, rule: str, sides: list[object]
) -> None:
    api = unchanged()
    (found,) = compare_apis(
        replace(api, frequency_limits=LIMITS), replace(api, frequency_limits=new)
    )
    assert (found.rule, found.operation, found.field) == (rule, "", "frequency_limits")
    assert [found.old, found.new] == sides
    assert not found.breaking


def test_error_codes_are_told_in_their_order() -> None:
    api, codes = unchanged(), [replace(CODE, code=code) for code in (3, 1, 2)]
    found = compare_apis(replace(api, errors=()), replace(api, errors=tuple(codes)))
    assert [one.field for one in found] == ["errors.1", "errors.2", "errors.3"]


def test_the_projects_own_specs_do_not_differ_from_themselves() -> None:
    one, other = (read_api(PROJECT / "specs") for _ in range(2))
    assert compare_apis(one, other) == ()


OTHER: dict[str, Any] = {
    "type": "boolean", "description": "anew", "required": True,
    "condition": "at times", "additional_properties": True,
}  # fmt: skip
STATED: dict[str, Any] = {
    "format": "timestamp", "enum": {7: "seven"}, "default": 7, "ignoredUnless": ("x", (1,)),
    "notBefore": "x", "defaultFrom": "x", "overDays": "sum", "ignoredWhenGiven": ("x",),
    "forbiddenWhenGiven": ("x",), "requiredWhen": ("x", (1,)), "requiredUnlessGiven": ("x",),
    "itemsAgreeOn": "x", "maxItemsWith": ("x", {1: 2}),
    "fileFormats": ("x", {1: ("PNG",)}),
}  # fmt: skip


ATTRIBUTES = {one.name for one in fields(Field)} - {"location", "shape", "constraints"}


@pytest.mark.parametrize("attribute", sorted(ATTRIBUTES | CONSTRAINTS.keys()))
def test_no_attribute_of_a_field_is_overlooked(attribute: str) -> None:
    """A new attribute of the model fails here until `field_changes` knows it."""
    place = Location("x")
    part = Field("part", place)
    plain = Field("x", place, "integer").stating(format="day")
    other: Any = OTHER.get(attribute)
    if attribute == "name":
        other = "y"
    elif attribute == "items":
        plain, other = replace(plain, items=part), replace(part, type="integer")
    elif attribute == "properties":
        other = (part,)
    if attribute in CONSTRAINTS:
        formats = CONSTRAINTS[attribute].formats
        plain = plain.stating(format=formats[0]) if formats else plain
        new = plain.stating(**{attribute: STATED.get(attribute, 2)})
    else:
        new = replace(plain, **{attribute: other})
    found = [
        *request_changes("op", (plain,), (new,)),
        *response_changes("op", (plain,), (new,)),
    ]
    assert found
    assert all(one.rule in RULES for one in found)


OTHER_OPERATION: dict[str, Any] = {
    "title": "x", "summary": "x", "page": "x", "updated": "x", "method": "GET", "kind": "token",
    "repeatable": False, "repeatable_reason": "x", "effect": "write",
    "errcode_required": False, "request": (), "response": (), "failures": None,
    "errors": (1,), "quotas": (), "permissions": {}, "notes": (), "example_request": {"x": 1},
    "example_response": {"x": 1}, "deviations": (),
    "jobs": (
        Bulk(
            name="list_many", stated={}, fields=(), replaced=Field("x", Location("x")),
            argument="names", records=None,
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    "attribute",
    [one.name for one in fields(Operation) if one.name not in ("location", "path", "places")],
)
def test_no_attribute_of_an_operation_is_overlooked(attribute: str) -> None:
    """A new attribute of the model fails here until `changes` knows it."""
    api = unchanged()
    home = api.root.groups[0]
    orders = home.groups[0]
    path = CLOSE if attribute == "failures" else LIST
    listing = operations(api)[path]
    new = replace(listing, **{attribute: OTHER_OPERATION[attribute]})
    others = tuple(new if one.path == path else one for one in orders.operations)
    root = replace(api.root, groups=(replace(home, groups=(replace(orders, operations=others),)),))
    assert {one.operation for one in compare_apis(api, replace(api, root=root))} == {path}


@pytest.mark.parametrize("attribute", [one.name for one in fields(Quota)])
def test_no_attribute_of_a_quota_is_overlooked(attribute: str, tmp_path: Path) -> None:
    other = {"limit": 7, "days": 7, "per": "month"}.get(attribute, "anew")
    taken_out = {"days": None} if attribute == "per" else {}
    assert changed(quota(0, **{attribute: other, **taken_out}), tmp_path)


limits = st.none() | st.integers(0, 5)


@st.composite
def parameters(draw: st.DrawFn) -> Field:
    kind = draw(st.sampled_from(["string", "integer", "array"]))
    place = Location("x")
    items = None
    if kind == "integer":
        values = st.none() | st.dictionaries(st.integers(0, 3), st.just("is"), min_size=1)
        stated = {"minimum": draw(limits), "maximum": draw(limits), "enum": draw(values)}
    elif kind == "array":
        stated = {"minItems": draw(limits), "maxItems": draw(limits)}
        items = Field("x", place).stating(maxLength=draw(limits))
    else:
        stated = {"minLength": draw(limits), "maxBytes": draw(limits)}
    name = draw(st.sampled_from(["a", "b", "c", "d"]))
    return Field(name, place, kind, required=draw(st.booleans()), items=items).stating(**stated)


requests = st.lists(parameters(), max_size=4, unique_by=lambda one: one.name).map(tuple)


@given(requests)
def test_a_request_does_not_differ_from_itself(request: tuple[Field, ...]) -> None:
    assert list(request_changes("op", request, request)) == []
    assert list(response_changes("op", request, request)) == []


@given(requests, requests)
def test_the_way_back_undoes_each_change(one: tuple[Field, ...], other: tuple[Field, ...]) -> None:
    """Each narrowing is a widening on the way back, each removal an addition, field by field."""
    forth = list(request_changes("op", one, other))
    back = list(request_changes("op", other, one))
    ways = {"narrower": "wider", "wider": "narrower"}
    for key in (key for key, row in CONSTRAINTS.items() if row.narrows):
        for way, opposite in ways.items():
            there = {c.field for c in forth if c.rule == f"request.{key}.{way}"}
            assert there == {c.field for c in back if c.rule == f"request.{key}.{opposite}"}
    removed = {c.field for c in forth if c.rule == "request.removed"}
    assert removed == {c.field for c in back if c.rule.startswith("request.added")}
    assert bool(forth) == bool(back)


@pytest.mark.parametrize("table", [BREAKING, HARMLESS, TEXTS], ids=["breaks", "harmless", "texts"])
def test_every_change_is_told_in_every_form(table: Table, tmp_path: Path) -> None:
    for name, (edit, expected) in table.items():
        found = changed(edit, tmp_path / name)
        text, markdown = as_text(found), as_markdown(found)
        for rule, operation, field in expected:
            assert f"[{rule}]" in text
            assert operation in text
            assert field in text.replace("the operation", "path")
            assert f"`{operation}`" in markdown
        said = json.loads(as_json(found))["changes"]
        assert [(one["rule"], one["operation"], one["field"]) for one in said] == [
            (one.rule, one.operation, one.field) for one in found
        ]
        assert not re.search(r"None|True\b(?! and)|[{]|: [.]|``", f"{text}\n{markdown}")


def test_every_rule_has_a_kind_and_a_sentence() -> None:
    assert {rule.kind for rule in RULES.values()} == set(KINDS)
    assert all(rule.says or rule.appears for rule in RULES.values())


@pytest.mark.parametrize(
    ("rules", "hint"),
    [
        ([], "none"),
        (["operation.title"], "patch"),
        (["operation.title", "request.default"], "minor"),
        (["operation.title", "response.added"], "minor"),
        (["request.maxItems.wider"], "minor"),
        (["response.added", "request.removed"], "major"),
    ],
)
def test_the_version_rises_by_the_gravest_change(rules: list[str], hint: str) -> None:
    assert semver([Change(rule, "op", "x") for rule in rules]) == hint
    assert hint in BEFORE_1_0
