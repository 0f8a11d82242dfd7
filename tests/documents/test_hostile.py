"""Hostile pages through `docs`, as a process: each ends, with facts or a message, in linear time."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .helpers import ROOT
from .hostile import HEAD, MANY, ONE_LINE, TABLE

SIZE = 30_000
"""Characters; each page is also read at four times as many, more than 100,000 of a mark."""
HUNG = 900
"""Seconds after which a process counts as one that does not end; each takes some seconds."""
QUADRATIC = 16
AT_MOST = 8
"""How many times as long a page of four times the size may take: 4 is linear, 16 quadratic."""
NOTHING = 0.1
"""CPU seconds below which a page took no time that could be compared."""
IN_PORTIONS = [sorted(pages)[start::5] for pages in (ONE_LINE, MANY) for start in range(5)]
COMPARED = [
    "at most one in a cell", "values in a cell", "Chinese in a cell", "Chinese in a line", "rows", "fields",
    "tables", "operations", "fields of an example", "objects in objects", "paragraphs of HTML",
]  # fmt: skip
"""What makes a page on which a comparison has something to compare."""


def results(verb: str, names: list[str]) -> list[dict[str, Any]]:
    """Return how a verb ended on each page, at both sizes."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.documents.hostile", verb, str(SIZE), *names],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=HUNG,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == 2 * len(names)
    return found


def slow(found: list[dict[str, Any]]) -> list[str]:
    """Return the pages on which time grows faster than size."""
    pairs = zip(found[::2], found[1::2], strict=True)
    return [
        f"{large['name']}: {small['seconds']:.2f} s, four times the size {large['seconds']:.2f} s"
        for small, large in pairs
        if large["seconds"] > AT_MOST * max(small["seconds"], NOTHING)
    ]


@pytest.mark.parametrize("names", IN_PORTIONS, ids=lambda names: names[0])
def test_a_hostile_page_is_read_or_refused_in_linear_time(names: list[str]) -> None:
    found = results("facts", names)
    for one in found:
        assert one["code"] in (0, 2), one
        assert one["said"].strip(), one
    assert slow(found) == []


@pytest.mark.parametrize("name", COMPARED)
def test_a_hostile_page_is_compared_in_linear_time(name: str) -> None:
    found = results("check", [name])
    for one in found:
        assert one["code"] in (1, 2), one
        assert one["said"].strip(), one
    assert slow(found) == []


def test_growth_that_is_not_linear_is_found() -> None:
    rows = [{"name": "a", "seconds": 1.0}, {"name": "a", "seconds": float(QUADRATIC)}]
    assert slow(rows) == ["a: 1.00 s, four times the size 16.00 s"]
    assert slow([rows[0], {"name": "a", "seconds": 4.0}]) == []


@pytest.mark.parametrize(
    "begin",
    ["", HEAD + TABLE, "<html><body>", "MIME-Version: 1.0\nContent-Type: multipart/related\n\n"],
    ids=["nothing", "a page", "HTML", "a single file"],
)
@pytest.mark.parametrize("verb", ["facts", "check"])
def test_a_file_of_fifty_megabytes_is_refused_by_its_size(
    tmp_path: Path, verb: str, begin: str
) -> None:
    page = tmp_path / "page.md"
    with page.open("w", encoding="utf-8") as file:
        file.write(begin)
        for _ in range(50):
            file.write("|-" * 500_000 + "\n")
    done = subprocess.run(
        [sys.executable, "-m", "generator", "docs", verb, str(page)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=HUNG,
    )
    assert (done.returncode, done.stderr) == (2, "")
    assert "is larger than" in done.stdout


def test_a_line_of_half_a_million_cells_ends(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(HEAD + TABLE + "|" * 500_000, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "generator", "docs", "facts", str(page)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        timeout=HUNG,
    )
    assert (done.returncode, done.stderr) == (0, "")
