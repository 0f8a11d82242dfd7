"""A limit stands once in generated code: in the checks of its operation's request."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest

from generator.targets import read_api, render

from .folders import write
from .test_job_rules import BATCH, PAGED, WINDOW, of

OTHER = 4321


def package(folder: Path, spec: dict[str, Any]) -> dict[str, bytes]:
    return render(read_api(write(folder, {"rooms/list": spec})))


@pytest.mark.parametrize(
    ("spec", "path"),
    [
        (BATCH, "request__ids__maxItems"),
        (WINDOW, "request__who__properties__ids__maxItems"),
        (WINDOW, "request__end__maxSpanDays"),
        (PAGED, "request__limit__maximum"),
    ],
)
def test_another_limit_changes_the_file_of_its_operation_and_no_other(
    spec: dict[str, Any], path: str, tmp_path: Path
) -> None:
    before = package(tmp_path / "old", spec)
    after = package(tmp_path / "new", of(spec, **{path: OTHER}))
    assert before.keys() == after.keys()
    changed = [one for one, data in after.items() if data != before[one]]
    assert [one for one in changed if one.startswith("wecom_client/")] == [
        "wecom_client/rooms/list.py"
    ]
    # the default of `page_size` in a signature is what an editor shows, and no limit
    stated = [
        one.value
        for statement in ast.parse(after["wecom_client/rooms/list.py"]).body
        if isinstance(statement, (ast.Assign, ast.AnnAssign))
        for one in ast.walk(statement)
        if isinstance(one, ast.Constant)
    ]
    assert stated.count(OTHER) == 1
