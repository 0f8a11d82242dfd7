"""What a verb does whose results cannot be written: to a full disk, or to a pipe that is closed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ..documents.formats import PLAIN
from .folders import changed, write
from .package import ROOT

FULL = "/dev/full"
needs_full = pytest.mark.skipif(
    not Path(FULL).exists(), reason="no device here that is always full"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "specs", {"rooms/list": changed()})
    write(tmp_path / "other", {"rooms/list": changed(request__limit__maximum=5)})
    write(tmp_path / "bad", {"rooms/list": changed(title=None)})
    (tmp_path / "page.txt").write_text(PLAIN, "utf-8")
    return tmp_path


VERBS = [
    ["docs", "facts", "page.txt"],
    ["docs", "facts", "page.txt", "--format", "json"],
    ["docs", "facts", "missing.txt"],
    ["docs", "check", "page.txt", "--specs", "specs"],
    ["docs", "import", "page.txt", "--group", "a/b", "--output", "drafts"],
    ["validate", "--specs", "specs"],
    ["validate", "--specs", "bad"],
    ["generate", "--specs", "specs", "--output", "out"],
    ["check", "--specs", "specs", "--output", "missing"],
    ["diff", "specs", "other"],
    ["diff", "specs", "other", "--format", "json"],
    ["diff", "specs", "bad"],
    ["--help"],
]
IDS = [" ".join(verb) for verb in VERBS]


RUNNER = """
import json, os, runpy, sys, generator.cli, generator.documents.commands

def closed():
    reading, writing = os.pipe()
    os.close(reading)
    return writing

for verb, output, errors in json.load(sys.stdin):
    reading, writing = os.pipe()
    if child := os.fork():
        os.close(writing)
        with open(reading, encoding="utf-8") as said:
            told = said.read()
        print(json.dumps([os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), told]), flush=True)
    else:
        os.dup2(closed() if output == "closed" else os.open(output, os.O_WRONLY), 1)
        os.dup2(os.open(errors, os.O_WRONLY) if errors else writing, 2)
        os.close(writing)
        sys.stdout, sys.stderr = open(1, "w"), open(2, "w", 1)
        sys.argv[1:] = verb
        runpy.run_module("generator", run_name="__main__", alter_sys=True)
        sys.exit()
"""
# A process for each verb, with what it imports at hand: each is forked from one that has it.


def run(folder: Path, output: str, errors: str = "", verbs: list[list[str]] = VERBS) -> list[Any]:
    """Run verbs with their output going to a file; return exit codes and what they complain."""
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(
        [sys.executable, "-c", RUNNER],
        input=json.dumps([[verb, output, errors] for verb in verbs]),
        cwd=folder,
        env={**surroundings, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


@needs_full
def test_a_full_disk_is_named_and_no_traceback(folder: Path) -> None:
    said = "the results cannot be written to standard output: No space left on device\n"
    assert dict(zip(IDS, run(folder, FULL), strict=True)) == {verb: [2, said] for verb in IDS}


@needs_full
def test_where_not_even_the_complaint_can_be_written_the_code_says_it(folder: Path) -> None:
    assert run(folder, FULL, FULL, VERBS[:1]) == [[2, ""]]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of Windows end in another way")
def test_a_pipe_that_is_closed_ends_the_verb_quietly(folder: Path) -> None:
    assert dict(zip(IDS, run(folder, "closed"), strict=True)) == {verb: [2, ""] for verb in IDS}
