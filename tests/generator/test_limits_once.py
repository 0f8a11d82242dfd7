"""A limit stands once in generated code: in the checks of its operation's request."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest

from generator.targets import read_api
from generator.targets.python import render

from .folders import write
from .test_job_rules import BATCH, PAGED, WINDOW, of

FILE = "wecom_client/rooms/list.py"
OTHER = 4321


def package(folder: Path, spec: dict[str, Any]) -> dict[str, bytes]:
    return render(read_api(write(folder, {"rooms/list": spec})))


@pytest.mark.parametrize(
    ("spec", "path", "defaults"),
    [
        (BATCH, "request__ids__maxItems", 0),
        (WINDOW, "request__who__properties__ids__maxItems", 0),
        (WINDOW, "request__end__maxSpanDays", 0),
        # and as what `page_size` is when left out, in the signature of either client
        (PAGED, "request__limit__maximum", 2),
    ],
)
def test_another_limit_changes_the_file_of_its_operation_and_no_other(
    spec: dict[str, Any], path: str, defaults: int, tmp_path: Path
) -> None:
    before = package(tmp_path / "old", spec)
    after = package(tmp_path / "new", of(spec, **{path: OTHER}))
    assert before.keys() == after.keys()
    assert [one for one, data in after.items() if data != before[one]] == [FILE]
    values = [
        one.value for one in ast.walk(ast.parse(after[FILE])) if isinstance(one, ast.Constant)
    ]
    assert values.count(OTHER) == 1 + defaults
