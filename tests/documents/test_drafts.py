"""Drafts of what pages say awkwardly: valid specs that hold the page, and say what to decide."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.documents.facts import FieldFact, QuotaFact

from .built_facts import Drafted, document, drafted, fact, operation

YES_NO = {True: "yes", False: "no"}


def drawn(folder: Path, *fields: FieldFact, **keys: Any) -> Drafted:
    """Draft one operation; a check of it is clean, and nothing was left out."""
    page = document(operation(*fields, **keys))
    one = drafted(folder, page)
    assert one.made.left_out == {}
    assert one.made.findings == ()
    assert one.check(page).findings == ()
    return one


def test_a_boolean_with_listed_values_is_drafted_without_them(tmp_path: Path) -> None:
    one = drawn(tmp_path, fact("open", "boolean", enum=YES_NO))
    assert one.spec()["request"]["open"] == {"type": "boolean"}
    assert (
        "request.open: the document lists values; they are none of type boolean" in one.decisions()
    )


@pytest.mark.parametrize(
    ("kind", "enum", "expected"),
    [
        ("integer", {"1": "a", "2": "b"}, [1, 2]),
        ("integer", {"a": "a", "b": "b"}, None),
        ("integer", {1: "a", "1": "b"}, None),
        ("string", {1: "a", 2: "b"}, ["1", "2"]),
        ("number", {1: "a", 0.5: "b"}, [1, 0.5]),
        ("object", {"a": "a"}, None),
    ],
)
def test_listed_values_are_of_the_fields_type_or_left_to_a_human(
    kind: str, enum: dict[Any, str], expected: list[Any] | None, tmp_path: Path
) -> None:
    one = drawn(tmp_path, fact("kind", kind, enum=enum))
    found = one.spec()["request"]["kind"]
    assert (list(found["enum"]) if "enum" in found else None) == expected


def test_the_values_of_an_array_are_those_of_its_elements(tmp_path: Path) -> None:
    one = drawn(tmp_path, fact("kinds", "array", element_type="integer", enum={1: "a", 2: "b"}))
    items = one.spec()["request"]["kinds"]["items"]
    assert items["type"] == "integer"
    assert list(items["enum"]) == [1, 2]


def test_a_list_of_values_tells_what_the_elements_are(tmp_path: Path) -> None:
    one = drawn(tmp_path, fact("kinds", "array", enum={"a": "A", "b": "B"}))
    items = one.spec()["request"]["kinds"]["items"]
    assert (items["type"], list(items["enum"])) == ("string", ["a", "b"])


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ([["a"], ["b"]], {"type": "array", "items": {"type": "string"}}),
        ([[1], [2]], {"type": "array", "items": {"type": "integer"}}),
        ([[[1.5]]], {"type": "array", "items": {"type": "array", "items": {"type": "number"}}}),
        (
            [[{"x": 1}]],
            {"type": "array", "items": {"type": "object", "additionalProperties": True}},
        ),
        ([{"x": 1}], {"type": "object", "additionalProperties": True}),
        ([1, "a"], {"type": "string"}),
    ],
)
def test_elements_are_what_the_example_shows_of_them(
    shown: Any, expected: dict[str, Any], tmp_path: Path
) -> None:
    one = drawn(tmp_path, response=(fact("rows", "array"),), example_response={"rows": shown})
    assert one.spec()["response"]["rows"]["items"] == expected


def test_arrays_of_arrays_of_objects_keep_their_fields(tmp_path: Path) -> None:
    one = drawn(
        tmp_path,
        response=(fact("rows", "array"), fact("rows.name"), fact("rows.size", "integer")),
        example_response={"errcode": 0, "errmsg": "ok", "rows": [[{"name": "a", "size": 1}]]},
    )
    items = one.spec()["response"]["rows"]["items"]
    assert items["type"] == "array"
    assert list(items["items"]["properties"]) == ["name", "size"]
    assert "response" in one.spec()["examples"]


@pytest.mark.parametrize("kind", ["array", "object"])
def test_fields_below_a_plain_one_make_it_an_object(kind: str, tmp_path: Path) -> None:
    one = drawn(tmp_path, fact("card"), fact("card.inner", kind), fact("card.inner.title"))
    assert one.spec()["request"]["card"]["type"] == "object"
    assert "request.card: its type; the document has fields below it" in one.decisions()


def test_an_object_of_which_nothing_is_known_takes_anything(tmp_path: Path) -> None:
    one = drawn(tmp_path, fact("bag", "object"), response=(fact("bag", "object"),))
    spec = one.spec()
    for side in ("request", "response"):
        assert spec[side]["bag"]["additionalProperties"] is True


def test_a_text_that_the_example_sends_empty_may_be_empty(tmp_path: Path) -> None:
    fields = [fact("cursor", required=True, sent_empty=True), fact("name", required=True)]
    one = drawn(tmp_path, *fields, example_request={"cursor": "", "name": "n"})
    request = one.spec()["request"]
    assert "minLength" not in request["cursor"]
    assert request["name"]["minLength"] == 1
    assert one.spec()["examples"]["request"] == {"cursor": "", "name": "n"}


def test_empty_elements_of_the_example_may_be_sent(tmp_path: Path) -> None:
    one = drawn(tmp_path, fact("ids", "array"), example_request={"ids": ["", "a"]})
    assert one.spec()["request"]["ids"]["items"] == {"type": "string"}


def test_a_parameter_of_the_address_is_sent_there(tmp_path: Path) -> None:
    fields = [fact("kind", required=True, in_query=True), fact("name")]
    one = drawn(tmp_path, *fields, example_request={"name": "n"}, key="files/put")
    request = one.spec("files/put")["request"]
    assert request["kind"]["in"] == "query"
    assert "in" not in request["name"]


def test_a_query_parameter_of_a_get_needs_no_word(tmp_path: Path) -> None:
    one = drawn(tmp_path, fact("id", in_query=True), method="GET")
    assert "in" not in one.spec()["request"]["id"]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_list_in_the_address_is_a_question(method: str, tmp_path: Path) -> None:
    one = drawn(tmp_path, fact("ids", "array", in_query=True), method=method)
    assert one.spec()["request"]["ids"]["type"] == "string"
    assert "request.ids: a query cannot hold an array; how is it sent?" in one.decisions()


@pytest.mark.parametrize("name", ["x-y", "1st", "_id", "名称", "a+b", "x y"])
def test_a_name_that_no_spec_can_have_is_told(name: str, tmp_path: Path) -> None:
    one = drawn(tmp_path, fact(name), fact(f"{name}.inner"), response=(fact(name),))
    spec = one.spec()
    assert spec["request"] == {}
    fields = {one["field"] for one in spec["deviations"]}
    assert {f"request.{name}", f"response.{name}"} <= fields
    assert f"request.{name}: not in the draft, its name cannot be one in a spec" in one.decisions()


@pytest.mark.parametrize(
    ("fields", "example"),
    [
        ([fact("name", limits={"maxLength": 2})], {"name": "long"}),
        ([fact("size", "integer")], {"size": "12"}),
        ([fact("kind", enum={"a": "A"})], {"kind": "b"}),
        ([fact("name", required=True), fact("size", "integer")], {"size": 1}),
        ([fact("name")], {"name": "a", "other": 1}),
        ([fact("card", "object"), fact("card.title")], {"card": {"titel": "x"}}),
    ],
)
def test_an_example_that_breaks_its_tables_costs_the_example_alone(
    fields: list[FieldFact], example: Any, tmp_path: Path
) -> None:
    answer = {"errcode": 0, "errmsg": "ok"}
    one = drawn(tmp_path, *fields, example_request=example, example_response=answer)
    assert one.spec()["examples"] == {"response": answer}
    assert "examples.request: that of the document breaks its own tables" in one.decisions()
    assert list(one.spec()["request"]) == [each.path for each in fields if "." not in each.path]


@pytest.mark.parametrize(
    ("kind", "limits"),
    [
        ("integer", {"minimum": 0.5}),
        ("integer", {"multipleOf": 0}),
        ("string", {"pattern": "(?<=a)b"}),
        ("string", {"minLength": 9, "maxLength": 3}),
        ("string", {"maxLength": 3, "default": "long"}),
        ("integer", {"maxItems": 3}),
        ("integer", {"format": "day", "minimum": 1}),
        ("integer", {"maxSpanDays": 3}),
        ("integer", {"defaultFrom": "nothing"}),
        ("string", {"ignoredUnless": {"other": 1}}),
        ("string", {"truncatesAt": 0}),
    ],
)
def test_a_limit_that_no_spec_can_have_is_left_to_a_human(
    kind: str, limits: dict[str, Any], tmp_path: Path
) -> None:
    one = drawn(tmp_path, fact("x", kind, limits=limits), fact("y"))
    assert list(one.spec()["request"]) == ["x", "y"]
    assert any(rule in one.decisions() for rule in limits)


def test_quotas_are_drafted_over_the_time_that_the_page_names(tmp_path: Path) -> None:
    found = (QuotaFact(9, 7, 4), QuotaFact(10, None, 5, "minute"), QuotaFact(11, None, 6))
    stated = drawn(tmp_path, quotas=found).spec()["quotas"]
    assert [{key: one[key] for key in one if key != "scope"} for one in stated] == [
        {"limit": 9, "days": 7},
        {"limit": 10, "per": "minute"},
        {"limit": 11},
    ]


def test_a_quota_of_nothing_is_left_out_and_told(tmp_path: Path) -> None:
    one = drawn(tmp_path, quotas=(QuotaFact(0, 1, 4),))
    assert "quotas" not in one.spec()
    assert "quotas: left out" in one.decisions()


@pytest.mark.parametrize(("code", "every"), [(0, {"every": True}), (7, {})])
def test_a_list_of_failures_that_shows_a_success_is_drafted_as_one_of_every_element(
    code: int, every: dict[str, bool], tmp_path: Path
) -> None:
    rows = (fact("rows", "array"), fact("rows.id"), fact("rows.errcode", "integer"))
    shown = [{"id": "a", "errcode": 9}, {"id": "b", "errcode": code}]
    answer = {"errcode": 0, "errmsg": "ok", "rows": shown}
    one = drawn(tmp_path, response=rows, example_response=answer)
    assert one.spec()["failures"] == {"field": "rows", "key": "id", **every}


def test_an_answer_that_shows_no_errcode_is_drafted(tmp_path: Path) -> None:
    one = drawn(tmp_path)
    assert "response: the document shows no answer" in one.decisions()


def test_a_token_that_no_page_shows_is_a_question(tmp_path: Path) -> None:
    one = drawn(tmp_path, security="none")
    assert "security: the document shows no access_token; is one sent?" in one.decisions()


def test_the_token_endpoint_is_drafted_as_that(tmp_path: Path) -> None:
    one = drawn(
        tmp_path, fact("corpid", required=True), key="gettoken", method="GET", security="none"
    )
    spec = one.spec("gettoken")
    assert (spec["kind"], spec["security"]) == ("token", "none")


@pytest.mark.parametrize("default", ["", " ", "\n", "b"])
def test_a_default_that_does_not_fit_is_a_deviation_however_little_it_says(
    default: str, tmp_path: Path
) -> None:
    one = fact("id", "string", type_text="string", limits={"pattern": "^a$", "default": default})
    page = document(operation(one))
    made = drafted(tmp_path, page)
    assert made.made.findings == made.check(page).findings == ()
    [told] = [one for one in made.spec()["deviations"] if one["rule"] == "default"]
    assert told["document"] == (default if default.strip() else repr(default))
