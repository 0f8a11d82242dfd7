"""The JSON Schemas of requests and answers, held against the specs' own examples and limits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain, product
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.spec.constraints import CONSTRAINTS
from generator.targets.json_schema import render

from ..generator.folders import api, changed
from ..generator.package import ROOT
from ..model import operations

SCHEMAS = ROOT / "generated" / "schemas"


def validator(path: str, side: str) -> Draft202012Validator:
    document = json.loads((SCHEMAS / f"{path}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(document)
    return Draft202012Validator({**document, "$ref": f"#/$defs/{side}"})


@pytest.mark.parametrize("path", operations())
def test_the_examples_of_a_spec_fit_its_schemas(path: str) -> None:
    operation = operations()[path]
    assert validator(path, "request").is_valid(operation.example_request)
    assert validator(path, "response").is_valid(operation.example_response)


@pytest.mark.parametrize("path", operations())
def test_a_request_keeps_to_the_spec_and_an_answer_may_bring_more(path: str) -> None:
    unknown: dict[str, Any] = {"no_such_field": 1}
    operation = operations()[path]
    assert not validator(path, "request").is_valid({**operation.example_request, **unknown})
    assert validator(path, "response").is_valid({**operation.example_response, **unknown})
    assert validator(path, "response").is_valid({"errcode": 40001, "errmsg": "invalid"})


@pytest.mark.parametrize("path", operations())
def test_a_request_lacks_no_required_parameter(path: str) -> None:
    operation = operations()[path]
    for one in operation.request:
        rest = {k: v for k, v in operation.example_request.items() if k != one.name}
        name, values = one.required_when or ("", ())
        others = one.required_unless_given
        is_needed = one.required or rest.get(name) in values
        is_needed = is_needed or (others is not None and not {*others} & rest.keys())
        assert validator(path, "request").is_valid(rest) is not is_needed


def test_a_schema_says_what_a_reader_wants_to_know() -> None:
    for path, operation in operations().items():
        document = json.loads((SCHEMAS / f"{path}.json").read_text("utf-8"))
        assert document["title"] == operation.title
        for one in operation.request:
            text = document["$defs"]["request"]["properties"][one.name]["description"]
            assert text.startswith(one.description)
            assert all(meaning in text for meaning in (one.enum or {}).values())


KEYWORDS = {
    *Draft202012Validator.VALIDATORS, "contentMediaType", "default", "description", "examples"
}  # fmt: skip
"""What JSON Schema says of a value; validators that are strict take nothing else."""
DAY = {"type": "integer", "format": "day"}
TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
KINDS = {"type": "object", "properties": {"kind": {**NUMBER, "enum": {1: "one", 2: "two"}}}}
STATED: dict[str, tuple[dict[str, Any], str]] = {
    "format": (DAY, "Unix seconds at 00:00 in UTC+8 of a day."),
    "minDaysAgo": ({**DAY, "minDaysAgo": 3}, "At least 3 days ago."),
    "maxDaysAgo": ({**DAY, "maxDaysAgo": 9}, "At most 9 days ago."),
    "notBefore": ({**DAY, "notBefore": "other"}, "Not before other."),
    "maxSpanDays": (
        {**DAY, "notBefore": "other", "maxSpanDays": 5},
        "Not before other, at most 5 days after it.",
    ),
    "minItems": ({"type": "array", "items": TEXT, "minItems": 2}, ""),
    "maxItems": ({"type": "array", "items": TEXT, "maxItems": 2}, ""),
    "uniqueItems": ({"type": "array", "items": TEXT, "uniqueItems": True}, ""),
    "itemsAgreeOn": (
        {"type": "array", "items": KINDS, "itemsAgreeOn": "kind"},
        "All elements with the same kind.",
    ),
    "maxItemsWith": (
        {"type": "array", "items": KINDS, "maxItemsWith": {"kind": {1: 9, 2: 1}}},
        "At most 9 with kind 1 and 1 with kind 2.",
    ),
    "minLength": ({**TEXT, "minLength": 2}, ""),
    "maxLength": ({**TEXT, "maxLength": 2}, ""),
    "minBytes": ({**TEXT, "minBytes": 2}, "At least 2 bytes of UTF-8."),
    "maxBytes": ({**TEXT, "maxBytes": 2}, "At most 2 bytes of UTF-8."),
    "pattern": ({**TEXT, "pattern": "^a$"}, ""),
    "minimum": ({**NUMBER, "minimum": 2}, ""),
    "maximum": ({**NUMBER, "maximum": 2}, ""),
    "multipleOf": ({**NUMBER, "multipleOf": 2}, ""),
    "enum": ({**NUMBER, "enum": {1: "one", 2: "two"}}, "1: one; 2: two"),
    "truncatesAt": ({**TEXT, "truncatesAt": 7}, "The platform keeps the first 7 characters."),
    "ignoredUnless": (
        {**NUMBER, "enum": {3: "three"}, "ignoredUnless": {"other": 1}},
        "3: three. Counts only where other is 1.",
    ),
    "ignoredWhenGiven": (
        {**TEXT, "ignoredWhenGiven": ["other"]},
        "Ignored where other is given.",
    ),
    "forbiddenWhenGiven": ({**TEXT, "forbiddenWhenGiven": ["other"]}, "Not together with other."),
    "requiredWhen": ({**NUMBER, "requiredWhen": {"other": 1}}, "Required where other is 1."),
    "requiredUnlessGiven": (
        {**TEXT, "requiredUnlessGiven": ["other"]},
        "Required unless other is given.",
    ),
    "default": ({**NUMBER, "default": 2}, ""),
    "defaultFrom": ({**DAY, "defaultFrom": "other"}, "Left out, it is the same as other."),
}
"""A field with each keyword, and what its description says of it; nothing where a keyword does."""


def rendered(folder: Path, request: dict[str, Any]) -> dict[str, Any]:
    specs = {"rooms/list": changed(request=request, response=None, examples=None)}
    files = render(api(folder, specs))
    request = json.loads(files["schemas/rooms/list.json"])["$defs"]["request"]
    found: dict[str, Any] = request["properties"]
    return found


def keywords(schema: dict[str, Any]) -> Iterator[str]:
    yield from schema
    inner = [*schema.get("properties", {}).values(), schema.get("items")]
    for one in filter(None, inner):
        yield from keywords(one)


def test_the_registry_says_which_keywords_json_schema_has() -> None:
    judged = {key: row.in_json_schema for key, row in CONSTRAINTS.items() if row.holds}
    assert judged == {key: key in KEYWORDS for key in judged}


@pytest.mark.parametrize("keyword", STATED)
def test_what_json_schema_has_no_keyword_for_stands_in_the_description(
    tmp_path: Path, keyword: str
) -> None:
    field, text = STATED[keyword]
    field = {**field, "description": "Words of the spec."}
    fields = {"x": field, "other": DAY if field["type"] == "integer" else TEXT}
    if {"ignoredUnless", "requiredWhen"} & field.keys():
        fields["other"] = NUMBER
    nested = {"type": "object", "properties": fields}
    request = {**fields, "one": nested, "many": {"type": "array", "items": nested}}
    if CONSTRAINTS[keyword].elements:
        request["each"] = {"type": "array", "items": field}
    schema = rendered(tmp_path, request)
    places = [schema, schema["one"]["properties"], schema["many"]["items"]["properties"]]
    found = [one["x"] for one in places]
    found += [schema["each"]["items"]] if "each" in schema else []
    for one in found:
        assert {*keywords(one)} <= KEYWORDS
        assert (keyword in one) is (keyword in KEYWORDS and keyword != "format")
        assert one["description"].startswith("Words of the spec.")
        assert one["description"].endswith(text or "Words of the spec.")


def test_a_published_schema_limits_the_kinds_of_elements_as_the_checks_do(tmp_path: Path) -> None:
    many = {"type": "array", "items": {**KINDS, "additionalProperties": True}}
    limits = {"itemsAgreeOn": "kind", "maxItemsWith": {"kind": {1: 2, 2: 1}}}
    request = {"alike": many | {"itemsAgreeOn": "kind"}, "few": many | limits, "any": many}
    schemas = {name: Draft202012Validator(one) for name, one in rendered(tmp_path, request).items()}
    parts: list[dict[str, Any]] = [{}, {"kind": 1}, {"kind": 2}, {"other": 1}]
    for value in map(list, chain(*(product(parts, repeat=count) for count in range(5)))):
        found = [one["kind"] for one in value if "kind" in one]
        are_alike = len({*found}) < 2
        are_few = are_alike and found.count(1) <= 2 and found.count(2) <= 1
        expected = {"alike": are_alike, "few": are_few, "any": True}
        assert {name: one.is_valid(value) for name, one in schemas.items()} == expected


def test_the_projects_schemas_have_no_keyword_of_their_own() -> None:
    for path in operations():
        definitions = json.loads((SCHEMAS / f"{path}.json").read_text("utf-8"))["$defs"]
        assert {one for side in definitions.values() for one in keywords(side)} <= KEYWORDS
