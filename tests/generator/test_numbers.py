"""Whole numbers of specs: what counts is an int at every stage, however it was written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.spec.numbers import meant
from generator.spec.schema import SPECS

from .folders import messages
from .test_job_rules import BATCH, WINDOW

SCHEMA = json.loads((SPECS / "spec.schema.json").read_text("utf-8"))


def whole_limits() -> Iterator[str]:
    """Yield each keyword of a field that counts something."""
    for key, stated in SCHEMA["$defs"]["field"]["properties"].items():
        if stated.get("type") == "integer":
            yield key


def spec(key: str, number: str) -> str:
    """Return a spec as text, with a limit as it is written."""
    kinds = {"Items": "array", "Days": "day", "Span": "day"}
    kind = next((kind for part, kind in kinds.items() if part in key), "string")
    lines = {
        "array": "type: array\n    items: {type: string}",
        "day": "type: integer\n    format: day\n    notBefore: y",
        "string": "type: string",
    }[kind]
    return (
        "title: t\nsummary: s\npage: https://x.invalid\nmethod: POST\nrepeatable: true\nrequest:\n"
        "  y:\n    type: integer\n    format: day\n"
        f"  x:\n    {lines}\n    {key}: {number}\n"
    )


WRITTEN = {
    "1e2": "100",
    "100.0": "100",
    "1E+2": "100",
    "100.": "100",
    "1_000": "1000",
    "1,000": "1000",
    "0x64": "100",
    "0o144": "100",
    "0b1100100": "100",
    "1:40": "100",
    "'100'": "100",
    '"1e2"': "100",
}


@pytest.mark.parametrize(
    ("key", "written"),
    [
        *((key, "1e2") for key in whole_limits()),
        *(("maxItems", written) for written in [*WRITTEN][1:]),
    ],
)
def test_a_limit_that_is_not_written_as_a_whole_number_is_refused_with_what_to_write(
    tmp_path: Path, key: str, written: str
) -> None:
    (said,) = messages(tmp_path, {"a/b": spec(key, written)})
    assert f"{key!r} must be a whole number, is " in said
    assert said.endswith(f"; write {WRITTEN[written]}")


@pytest.mark.parametrize(
    "written", ["1.5", "1e-2", "ten", "1__0", "10,00", "0xzz", "1e300", "1:99"]
)
def test_what_no_whole_number_is_surely_meant_by_is_refused_without_a_guess(
    tmp_path: Path, written: str
) -> None:
    (said,) = messages(tmp_path, {"a/b": spec("maxLength", written)})
    assert "must be a whole number, is " in said
    assert "write" not in said


@pytest.mark.parametrize("written", ["010", "-07", "0777", "00"])
def test_a_number_that_two_readers_of_yaml_take_for_two_numbers_is_refused(
    tmp_path: Path, written: str
) -> None:
    found = messages(tmp_path, {"a/b": spec("maxLength", written)})
    assert any(f"a/b.yaml:12:16: is written {written}: " in one for one in found)


KEYS: list[tuple[str, str]] = [
    ("quotas: [{limit: 1e2, scope: s}]", "'limit' must be a whole number"),
    ("quotas: [{limit: 1, days: 7.0, scope: s}]", "'days' must be a whole number"),
    ("errors: [4e4]", "'errors[0]' must be a whole number"),
    ("batch: {parameter: x, argument: xs, done: [9e4]}", "'done[0]' must be a whole number"),
    ("batch: {parameter: x, argument: xs, used_up: [9e4]}", "'used_up[0]' must be a whole number"),
    ("response: {r: {type: integer, enum: {1e0: a}}}", "not of type integer; write 1"),
    ("response: {r: {type: integer, enum: {'1': a}}}", "take the quotes off"),
    ("response: {r: {type: integer, enum: {01: a}}}", "is written 01: "),
    ("response: {r: {type: integer, minimum: 1e2}}", "for an integer it is whole; write 100"),
    ("response: {r: {type: integer, maximum: 1.5}}", "for an integer it is whole"),
    (
        "response: {r: {type: integer, minimum: 0x64}}",
        "'minimum' must be a number, is the text '0x64'; write 100",
    ),
]


@pytest.mark.parametrize(("line", "said"), KEYS)
def test_every_other_number_of_a_spec_is_read_in_the_same_way(
    tmp_path: Path, line: str, said: str
) -> None:
    text = spec("maxLength", "5") + line + "\n"
    assert any(said in one for one in messages(tmp_path, {"a/b": text}))


@pytest.mark.parametrize("spec_of", [BATCH, WINDOW])
def test_a_limit_that_a_job_needs_makes_one_problem_alone(
    tmp_path: Path, spec_of: dict[str, Any]
) -> None:
    text = json.dumps(spec_of)
    for limit in ('"maxItems": 9', '"maxSpanDays": 3'):
        text = text.replace(limit, f"{limit}.0")
    found = messages(tmp_path, {"list": text})
    assert found
    assert all("must be a whole number, is the number " in one for one in found), found


def test_a_default_of_an_integer_is_whole(tmp_path: Path) -> None:
    line = "  z: {type: integer, default: 1e2}\n"
    (said,) = messages(tmp_path, {"a/b": spec("maxLength", "5") + line})
    assert said.endswith("; write 100")


@pytest.mark.parametrize(
    ("value", "number"),
    [(100.0, 100), (-0.0, 0), ("-1_000", -1000), ("+5", 5), ("1 000", 1000), ("0B1", 1)]
    + [(1e300, None), (True, None), (None, None), ("", None), ("0b2", None), ("9" * 40, None)],
)
def test_what_a_value_stands_for(value: Any, number: int | None) -> None:
    assert meant(value) == number
