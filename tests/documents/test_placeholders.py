"""What a draft asks somebody to decide: `validate` takes it until git holds it unanswered."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.spec.load import spec_files
from generator.spec.schema import SPECS

from .helpers import run
from .test_import import page, write

SPEC = "specs/shelf/list.yaml"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a draft that git does not hold."""
    if shutil.which("git") is None:
        pytest.skip("git is not there")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "no-config"))
    write(tmp_path, {"page.html": page("shelf/list")})
    code, said = run("docs", "import", tmp_path / "page.html", "--output", tmp_path / "specs")
    assert code == 0, said
    git(tmp_path, "init", "--quiet")
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", folder, *arguments], check=True, capture_output=True)


def asked(folder: Path) -> list[int]:
    lines = (folder / SPEC).read_text("utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if line.strip().startswith("# TODO ")]


def test_a_draft_that_git_does_not_hold_is_valid(tree: Path) -> None:
    assert asked(tree)
    assert run("validate", "--specs", tree / "specs")[0] == 0


def test_each_question_that_is_committed_is_a_problem_with_its_place(tree: Path) -> None:
    git(tree, "add", "specs")
    code, said = run("validate", "--specs", tree / "specs")
    assert code == 2
    places = re.findall(r"shelf/list\.yaml:(\d+):\d+: is still to do: .+; do it, then take", said)
    assert [int(line) for line in places] == asked(tree)
    assert "decide: may the call be sent again" in said


def test_json_and_annotations_say_it_too(tree: Path) -> None:
    git(tree, "add", "specs")
    code, said = run("validate", "--specs", tree / "specs", "--format", "json")
    assert code == 2
    assert [one["line"] for one in json.loads(said)["problems"]] == asked(tree)
    code, said = run("validate", "--specs", tree / "specs", "--format", "github")
    assert code == 2
    assert len(said.splitlines()) == len(asked(tree))


def test_questions_that_were_answered_are_none(tree: Path) -> None:
    path = tree / SPEC
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "# TODO " not in line), "utf-8")
    git(tree, "add", "specs")
    assert run("validate", "--specs", tree / "specs")[0] == 0


def test_without_git_a_draft_may_ask(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tree, "add", "specs")
    monkeypatch.setenv("PATH", str(tree))
    assert run("validate", "--specs", tree / "specs")[0] == 0


def test_our_own_specs_ask_nothing() -> None:
    for path in spec_files(SPECS):
        text = path.read_text("utf-8")
        assert "TODO" not in text
        assert "to be written (document" not in text
