"""Whole numbers of specs: what counts is an int in every step, however it was written."""

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


@pytest.mark.parametrize("key", [*whole_limits()])
def test_a_limit_that_is_not_written_as_a_whole_number_is_refused_with_what_to_write(
    tmp_path: Path, key: str
) -> None:
    (said,) = messages(tmp_path, {"a/b": spec(key, "1e2")})
    assert f"{key!r} must be a whole number, is " in said
    assert said.endswith("; write 100")


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


@pytest.mark.parametrize(
    ("value", "number"),
    [(100.0, 100), (-0.0, 0), ("-1_000", -1000), ("+5", 5), ("1 000", 1000), ("0B1", 1)]
    + [(1e300, None), (True, None), (None, None), ("", None), ("0b2", None), ("9" * 40, None)],
)
def test_what_a_value_stands_for(value: Any, number: int | None) -> None:
    assert meant(value) == number
