"""The JSON Schemas of requests and answers, held against the specs' own examples and limits."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

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
        assert validator(path, "request").is_valid(rest) is not one.required


def test_a_schema_says_what_a_reader_wants_to_know() -> None:
    for path, operation in operations().items():
        document = json.loads((SCHEMAS / f"{path}.json").read_text("utf-8"))
        assert document["title"] == operation.title
        for one in operation.request:
            text = document["$defs"]["request"]["properties"][one.name]["description"]
            assert text.startswith(one.description)
            assert all(meaning in text for meaning in (one.enum or {}).values())
