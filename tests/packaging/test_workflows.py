"""The workflows: actions pinned by commit, and the Pythons that the package says it supports."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
_PINNED = re.compile(r"\s*- uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def read(workflow: Path) -> Any:
    return yaml.safe_load(workflow.read_text("utf-8"))


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda one: one.name)
def test_every_action_is_pinned_by_its_commit_with_its_version_beside_it(workflow: Path) -> None:
    uses = [line for line in workflow.read_text("utf-8").splitlines() if "uses:" in line]
    assert uses
    assert [line for line in uses if not _PINNED.fullmatch(line)] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda one: one.name)
def test_a_workflow_may_only_read_unless_a_job_says_otherwise(workflow: Path) -> None:
    assert read(workflow)["permissions"] == {"contents": "read"}


def test_each_python_that_the_package_names_is_tested() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = [one.rpartition(" ")[2] for one in project["classifiers"] if "Python :: 3." in one]
    tested = read(ROOT / ".github/workflows/ci.yml")["jobs"]["test"]["strategy"]["matrix"]["python"]
    assert named == [one for one in tested if not one.endswith("t")]
    assert any(one.endswith("t") for one in tested)
    assert project["requires-python"] == f">={named[0]}"


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda one: one.name)
def test_each_target_of_make_and_each_module_that_a_workflow_runs_exists(workflow: Path) -> None:
    text, makefile = workflow.read_text("utf-8"), (ROOT / "Makefile").read_text("utf-8")
    for command in re.findall(r"run: make ([\w ${}.-]+)", text):
        for target in command.replace("${{ matrix.versions }}", "newest").split():
            assert re.search(rf"^[\w -]*\b{target}\b[\w -]*:", makefile, re.MULTILINE), target
    for module in re.findall(r"python -m (tests[\w.]+)", text):
        assert (ROOT / module.replace(".", "/")).with_suffix(".py").is_file(), module
