"""Workflows: copied where the specs have their operations, else a module that says what lacks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.output import publish
from generator.targets import read_api
from generator.targets.python.render import TEMPLATES, Renderer
from generator.targets.python.workflows import FOLDER, workflows_of

from ..model import operations
from .package import GOLDEN_SPECS

NAMES = [one.name for one in workflows_of(TEMPLATES, ()).left_out]


def templates(tmp_path: Path, **modules: str) -> Path:
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    for name, text in modules.items():
        (folder / f"{name}.py").write_text(text)
    return tmp_path


def test_a_workflow_is_copied_where_the_specs_have_all_of_its_operations(tmp_path: Path) -> None:
    home = templates(
        tmp_path,
        _private="",
        none="OPERATIONS = ()\nfrom .nowhere import nothing",
        one='OPERATIONS = ("a/b",)',
        two='OPERATIONS = ("a/b", "a/d", "a/c")',
    )
    found = workflows_of(home, {"a/b", "x/y"})
    assert [one.name for one in found.copied] == ["none", "one"]
    assert [(one.name, one.lacking) for one in found.left_out] == [("two", ("a/c", "a/d"))]
    assert found.leave_out(Path(FOLDER) / "two.py")
    assert not found.leave_out(Path(FOLDER) / "one.py")
    assert not found.leave_out(Path("wecom_client/two.py"))


@pytest.mark.parametrize("text", ["", "OPERATIONS = made()", 'OPERATIONS = "a/b"'])
def test_a_workflow_without_a_literal_of_its_operations_is_refused(
    text: str, tmp_path: Path
) -> None:
    home = templates(tmp_path, careless=text)
    with pytest.raises(ValueError, match=r"careless\.py: .*OPERATIONS"):
        workflows_of(home, ())


def test_the_project_has_every_operation_of_its_workflows() -> None:
    """A slip of the pen in a literal would leave its workflow out without a word."""
    if any(one.lacking for one in workflows_of(TEMPLATES, operations()).left_out):
        pytest.skip("an operation was taken out of the specs")
    assert "export" not in NAMES
    assert len(NAMES) >= 2


def test_specs_without_the_operations_get_modules_that_say_which_ones_they_lack(
    tmp_path: Path,
) -> None:
    files = Renderer(read_api(GOLDEN_SPECS)).render()
    publish(files, tmp_path / "generated")
    program = f"""
import importlib, sys
import wecom_client
assert not [one for one in sys.modules if one.startswith("wecom_client.workflows")]
from wecom_client.workflows import Collected, export
for name in {NAMES!r}:
    try:
        importlib.import_module(f"wecom_client.workflows.{{name}}")
    except ImportError as error:
        head = f"wecom_client.workflows.{{name}} is left out: the specs have no "
        assert str(error).startswith(head), error
        assert "/" in str(error)[len(head):], error
    else:
        raise AssertionError(name)
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path / "generated",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
