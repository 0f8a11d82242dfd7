"""The hooks for pre-commit: each runs its verb on the repository that uses it."""

from __future__ import annotations

import ast
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
VERBS = {"wecom-validate": "validate", "wecom-check": "check", "wecom-docs-check": "docs check"}
IMPORTED = {"pyyaml": "yaml", "beautifulsoup4": "bs4"}
OTHER_VERBS = {"changes", "download", "fetching"}
each_hook = pytest.mark.parametrize("hook", HOOKS, ids=lambda one: one["id"])


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A folder with specs and output of its own, and something wrong in each."""
    for part in ("specs", "generated"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("*.egg-info"))
    (tmp_path / "generated/wecom_client/py.typed").write_text("own\n")
    (tmp_path / "page.txt").write_text("no document\n")
    return tmp_path


@each_hook
def test_a_hook_runs_its_verb_on_the_repository_that_uses_it(
    hook: dict[str, Any], repository: Path
) -> None:
    python, *arguments = shlex.split(hook["entry"])
    assert python == "python"
    passed = ["page.txt"] if hook["pass_filenames"] else []
    done = subprocess.run(
        [sys.executable, *arguments, *hook["args"], *passed],
        cwd=repository,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    said = {
        "wecom-validate": (0, "specs: "),
        "wecom-check": (1, "edited: wecom_client/py.typed"),
        "wecom-docs-check": (2, "page.txt"),
    }
    code, begins = said[hook["id"]]
    assert (done.returncode, done.stdout[: len(begins)]) == (code, begins), done.stderr


def test_the_hooks_differ_in_their_verbs_alone() -> None:
    ways = {hook["id"]: hook["entry"].rpartition('"') for hook in HOOKS}
    assert {name: verb.strip() for name, (_, _, verb) in ways.items()} == VERBS
    assert len({way for way, _, _ in ways.values()}) == 1


@each_hook
def test_a_hook_installs_what_its_verb_imports(hook: dict[str, Any]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needs = hook["additional_dependencies"]
    assert set(needs) <= set(project["optional-dependencies"]["dev"])
    names = [re.split(r"[^\w-]", one)[0] for one in needs]
    assert {IMPORTED.get(name, name) for name in names} == imported()


def imported() -> set[str]:
    """Return the packages that the generator imports for these verbs."""
    found: set[str] = set()
    for path in (ROOT / "generator").rglob("*.py"):
        if not {*path.parts, path.stem} & OTHER_VERBS:
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Import):
                    found |= {one.name.partition(".")[0] for one in node.names}
                elif isinstance(node, ast.ImportFrom) and not node.level:
                    found.add((node.module or "").partition(".")[0])
    return found - sys.stdlib_module_names - {"referencing"}  # jsonschema brings it
