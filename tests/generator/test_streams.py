"""What a verb does whose results cannot be written: to a full disk, or to a pipe that is closed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ..documents.formats import PLAIN
from .folders import changed, write
from .package import ROOT

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="no device here that is always full")


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


def run(
    verb: list[str], folder: Path, output: int, errors: int = subprocess.PIPE
) -> tuple[int, str]:
    """Run the generator with its output going to a file; return exit code and what it complains."""
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(
        [sys.executable, "-m", "generator", *verb],
        cwd=folder,
        env={**surroundings, "PYTHONPATH": str(ROOT)},
        stdout=output,
        stderr=errors,
        check=False,
    )
    return done.returncode, (done.stderr or b"").decode()


@needs_full
@pytest.mark.parametrize("verb", VERBS, ids=IDS)
def test_a_full_disk_is_named_and_no_traceback(verb: list[str], folder: Path) -> None:
    with FULL.open("wb") as full:
        code, said = run(verb, folder, full.fileno())
    assert code == 2
    assert said == ("the results cannot be written to standard output: No space left on device\n")


@needs_full
def test_where_not_even_the_complaint_can_be_written_the_code_says_it(folder: Path) -> None:
    with FULL.open("wb") as full:
        assert run(VERBS[0], folder, full.fileno(), full.fileno()) == (2, "")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of Windows end in another way")
@pytest.mark.parametrize("verb", VERBS, ids=IDS)
def test_a_pipe_that_is_closed_ends_the_verb_quietly(verb: list[str], folder: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        assert run(verb, folder, writing) == (2, "")
    finally:
        os.close(writing)
