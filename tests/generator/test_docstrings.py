"""What hovering over the generated code shows: limits in words, and everything else of a spec."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.targets.python.docstrings import answer_text, parameter_text, sentence

from .folders import changed, docstrings, operation, rendered

DAY = (
    "A day in UTC+8: Unix seconds, a date, or an aware datetime, the latter two sent as that "
    "day's 00:00."
)


def text_of(folder: Path, side: str, field: dict[str, Any], **siblings: Any) -> str:
    """Return what the docstring of one field says."""
    spec = changed(**{side: {"x": field, **siblings}}, examples=None)
    model = operation(folder, spec)
    one = (model.request if side == "request" else model.response)[0]
    return parameter_text(one) if side == "request" else answer_text(one)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ({"type": "string"}, ""),
        ({"type": "string", "description": "A name"}, "A name."),
        ({"type": "string", "minLength": 1}, "Not empty."),
        ({"type": "string", "minLength": 1, "maxLength": 9}, "1 to 9 characters."),
        ({"type": "string", "minLength": 2}, "At least 2 characters."),
        ({"type": "string", "maxLength": 1}, "At most 1 character."),
        ({"type": "string", "minLength": 4, "maxLength": 4}, "4 characters."),
        ({"type": "string", "maxBytes": 64}, "At most 64 bytes of UTF-8."),
        ({"type": "string", "minBytes": 1}, "At least 1 byte of UTF-8."),
        (
            {"type": "string", "truncatesAt": 30},
            "The platform keeps the first 30 characters; more gives a warning.",
        ),
        ({"type": "integer", "minimum": 0}, "At least 0."),
        ({"type": "integer", "minimum": 1, "maximum": 100}, "1 to 100."),
        ({"type": "number", "maximum": 0.5}, "At most 0.5."),
        ({"type": "integer", "enum": {0: "no", 1: "yes"}}, "0: no; 1: yes."),
        ({"type": "string", "enum": {"a": "first."}}, "a: first."),
        (
            {"type": "string", "enum": {"image": "a picture"}, "default": "image"},
            'image: a picture. Left out, it is "image".',
        ),
        ({"type": "integer", "default": 0}, "Left out, it is 0."),
        ({"type": "boolean", "default": False}, "Left out, it is False."),
        ({"type": "string", "default": ""}, 'Left out, it is "".'),
        ({"type": "string", "default": "zh CN"}, 'Left out, it is "zh CN".'),
        ({"type": "array", "items": {"type": "integer"}, "maxItems": 1}, "At most 1 element."),
        (
            {
                "type": "array",
                "minItems": 1,
                "maxItems": 9,
                "items": {"type": "string", "minLength": 1},
            },
            "1 to 9 elements. Each not empty.",
        ),
        (
            {
                "type": "array",
                "items": {
                    "type": "array",
                    "maxItems": 2,
                    "items": {"type": "integer", "minimum": 0},
                },
            },
            "Each at most 2 elements. In each of them, each at least 0.",
        ),
        ({"type": "integer", "format": "timestamp"}, "Unix seconds."),
        ({"type": "integer", "format": "day"}, DAY),
        (
            {"type": "integer", "format": "day", "minDaysAgo": 1, "maxDaysAgo": 180},
            f"{DAY} From 180 days ago to yesterday.",
        ),
        (
            {"type": "integer", "format": "day", "minDaysAgo": 0, "maxDaysAgo": 7},
            f"{DAY} From 7 days ago to today.",
        ),
        (
            {"type": "integer", "format": "day", "minDaysAgo": 3, "maxDaysAgo": 7},
            f"{DAY} From 7 days ago to 3 days ago.",
        ),
        ({"type": "integer", "format": "day", "minDaysAgo": 1}, f"{DAY} At least 1 day ago."),
        ({"type": "integer", "format": "day", "maxDaysAgo": 9}, f"{DAY} At most 9 days ago."),
    ],
)
def test_a_limit_of_a_parameter_is_put_into_words(
    tmp_path: Path, field: dict[str, Any], text: str
) -> None:
    assert text_of(tmp_path, "request", field) == text


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ({"type": "integer", "defaultFrom": "y"}, "Left out, it is the same as y."),
        (
            {"type": "string", "ignoredUnless": {"y": 1}},
            "Counts only where y is 1; otherwise gives a warning.",
        ),
        (
            {"type": "string", "ignoredWhenGiven": ["y", "day"]},
            "Ignored where y or day is given; together they give a warning.",
        ),
        ({"type": "string", "forbiddenWhenGiven": ["y"]}, "Not together with y."),
        ({"type": "string", "requiredWhen": {"y": 1}}, "Required where y is 1."),
        ({"type": "string", "requiredWhen": {"y": [1, 2, 3]}}, "Required where y is 1, 2 or 3."),
        ({"type": "string", "requiredUnlessGiven": ["y"]}, "Required unless y is given."),
        (
            {"type": "string", "requiredUnlessGiven": ["y", "day"]},
            "Required unless y or day is given.",
        ),
        ({"type": "integer", "format": "day", "notBefore": "day"}, f"{DAY} Not before day."),
        (
            {"type": "integer", "format": "day", "notBefore": "day", "maxSpanDays": 30},
            f"{DAY} Not before day, at most 30 days after it.",
        ),
    ],
)
def test_a_rule_between_parameters_is_put_into_words(
    tmp_path: Path, field: dict[str, Any], text: str
) -> None:
    siblings = {"y": {"type": "integer"}, "day": {"type": "integer", "format": "day"}}
    assert text_of(tmp_path, "request", field, **siblings) == text


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ({"type": "string", "maxLength": 9}, ""),
        ({"type": "integer", "enum": {1: "new", 2: "old"}}, "1: new; 2: old."),
        ({"type": "integer", "format": "timestamp"}, "Unix seconds."),
        ({"type": "integer", "format": "day"}, "Unix seconds at 00:00 UTC+8."),
        (
            {"type": "integer", "format": "day", "description": "When, Unix seconds at 00:00."},
            "When, Unix seconds at 00:00.",
        ),
        ({"type": "string", "condition": "only with y = 1"}, "Present only with y = 1."),
        ({"type": "string", "condition": "absent on Mondays"}, "Absent on Mondays."),
    ],
)
def test_an_answer_field_says_what_its_readers_have_to_know(
    tmp_path: Path, field: dict[str, Any], text: str
) -> None:
    assert text_of(tmp_path, "response", field) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("  ", ""),
        ("a", "a."),
        ("a.", "a."),
        ("a?", "a?"),
        ("群。", "群。"),
        ("a\n  b", "a b."),
    ],
)
def test_a_text_ends_as_a_sentence(text: str, expected: str) -> None:
    assert sentence(text) == expected


SPEC = changed(
    summary="Reads rooms",
    updated="2024-02-29",
    repeatable_reason="It only reads",
    errors=[40001],
    permissions={"self_built": "Needs the right", "third_party": "Never."},
    quotas=[
        {"limit": 5, "scope": "rooms", "days": 7, "description": "All count"},
        {"limit": 6, "scope": "rooms", "per": "hour"},
        {"limit": 7, "scope": "rooms"},
    ],
    notes=["One note"],
    request={
        "filter": {
            "type": "object",
            "properties": {
                "id": {"type": "string", "required": True, "minLength": 1},
                "name": {"type": "string", "description": "Its name"},
            },
        },
        "from": {"type": "integer", "required": True, "maximum": 9},
    },
    response={"rooms": {"type": "array", "items": {"type": "string"}}, "from": {"type": "string"}},
    examples=None,
)


def test_the_docstring_of_a_method_answers_most_questions(tmp_path: Path) -> None:
    text = docstrings(rendered(tmp_path, {"rooms/list": SPEC})["rooms/list"])["_Methods.list"]
    lines = [line.removeprefix("        ") for line in text.rstrip().splitlines()]
    meaning = lines.pop(lines.index("Raises:") + 1)
    assert meaning.startswith("    APIError: 40001 ")
    assert [line for line in lines if not line.startswith("        ")] == [
        "读取房间",
        "",
        "Reads rooms.",
        "",
        "Args:",
        "    from_: At most 9.",
        "    filter: Annotate a variable for it as FilterParam, from wecom_client.rooms.list.",
        "",
        "Returns:",
        "    ListAnswer: rooms, from_.",
        "",
        "Raises:",
        "",
        "Quotas:",
        "    5 rooms in 7 days. All count.",
        "    6 rooms an hour.",
        "    7 rooms in all.",
        "",
        "A call whose outcome is unknown is sent again. It only reads.",
        "",
        "Document: https://example.invalid/rooms (2024-02-29)",
    ]
    assert "        id (required): Not empty." in lines
    assert "        name (optional): Its name." in lines


def test_the_docstring_of_a_module_says_who_may_call_and_how_often(tmp_path: Path) -> None:
    text = docstrings(rendered(tmp_path, {"rooms/list": SPEC})["rooms/list"])[""]
    assert text == (
        "读取房间\n"
        "\n"
        "Reads rooms.\n"
        "\n"
        "Permissions:\n"
        "    Self-built applications (自建应用): Needs the right.\n"
        "    Third-party applications (第三方应用): Never.\n"
        "\n"
        "Quotas:\n"
        "    5 rooms in 7 days. All count.\n"
        "    6 rooms an hour.\n"
        "    7 rooms in all.\n"
        "\n"
        "Notes:\n"
        "    One note.\n"
        "\n"
        "Document: https://example.invalid/rooms (2024-02-29)\n"
    )


def test_a_call_that_is_not_repeated_says_so(tmp_path: Path) -> None:
    spec = {**SPEC, "repeatable": False, "repeatable_reason": "It counts twice."}
    text = docstrings(rendered(tmp_path, {"rooms/list": spec})["rooms/list"])["_Methods.list"]
    assert "A call whose outcome is unknown is not sent again. It counts twice." in text


def test_an_answer_without_fields_says_so(tmp_path: Path) -> None:
    spec = {**SPEC, "response": {}}
    text = docstrings(rendered(tmp_path, {"rooms/list": spec})["rooms/list"])["_Methods.list"]
    assert "ListAnswer: errcode and errmsg alone." in text


def test_a_success_without_an_errcode_is_told(tmp_path: Path) -> None:
    spec = {**SPEC, "errcode_required": False}
    text = docstrings(rendered(tmp_path, {"rooms/list": spec})["rooms/list"])["_Methods.list"]
    assert "A success has no errcode and no errmsg: both are None." in " ".join(text.split())


def test_a_file_names_its_spec_and_the_command_that_wrote_it(tmp_path: Path) -> None:
    module = rendered(tmp_path, {"rooms/list": SPEC})["rooms/list"]
    assert module.splitlines()[:2] == [
        "# Generated from specs/rooms/list.yaml by `python -m generator generate`.",
        "# Edit the spec and generate again: changes made here are lost.",
    ]
