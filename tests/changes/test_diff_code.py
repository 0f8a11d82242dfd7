"""`python -m generator diff` of generated code: what users got, and none of it is run."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import main

from .changing import GET, LIST, PROJECT, Repository, at, diff, own_git, rows, specs, write

pytestmark = pytest.mark.usefixtures(own_git.__name__)
GROUP = "wecom_client.WeComClient.shop.order"
ERRORS = "generated/wecom_client/_runtime/errors.py"


def generate(folder: Path) -> None:
    options = ("--specs", str(folder / "specs"), "--output", str(folder / "generated"))
    assert main(["generate", *options]) == 0


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Return a repository with specs and what they render to, for tests that edit it."""
    found = Repository(tmp_path_factory.mktemp("project"))
    write(specs(), found.folder / "specs")
    generate(found.folder)
    home = found.folder / "generator"
    home.mkdir()
    (home / "__main__.py").write_text("open('ran', 'w')", "utf-8")
    found.git("config", "gc.auto", "0")
    found.commit()
    found.git("tag", "basis")
    return found


@pytest.fixture
def checkout(
    project: Repository, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Repository]:
    monkeypatch.chdir(project.folder)
    capsys.readouterr()
    yield project
    assert not list(project.folder.rglob("ran"))
    project.git("reset", "--quiet", "--hard", "basis")
    project.git("clean", "-dfxq")


def edit(checkout: Repository, path: str, old: str, new: str) -> None:
    target = checkout.folder / path
    text = target.read_text("utf-8")
    assert old in text
    target.write_text(text.replace(old, new), "utf-8")


def rename_methods(checkout: Repository) -> None:
    """Call a method otherwise, in whichever modules it is defined."""
    for path in (checkout.folder / "generated/wecom_client/shop").rglob("*.py"):
        text = path.read_text("utf-8")
        path.write_text(text.replace("def close(", "def shut("), "utf-8")


@pytest.mark.parametrize("sides", ["HEAD~1 HEAD", "basis .", "basis specs", "basis HEAD:specs"])
def test_a_method_that_is_called_otherwise_is_a_change_of_its_operation(
    checkout: Repository, capsys: pytest.CaptureFixture[str], sides: str
) -> None:
    rename_methods(checkout)
    checkout.commit()
    assert diff(*sides.split(), "--format", "json") == 1
    assert rows(capsys) == [
        ("surface.removed", "shop/order/close", f"{GROUP}.close"),
        ("surface.added", "shop/order/close", f"{GROUP}.shut"),
    ]


def test_a_name_of_the_runtime_that_is_edited_by_hand_is_a_change(
    checkout: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(checkout, ERRORS, "class TooLargeError(APIError)", "class TooLargeError(WeComError)")
    edit(checkout, "generated/wecom_client/__init__.py", '    "Settings",\n', "")
    checkout.commit()
    assert diff("HEAD~1", "HEAD", "--format", "json") == 1
    assert rows(capsys) == [
        ("surface.removed", "", "wecom_client.Settings"),
        ("surface.base-removed", "", "wecom_client.TooLargeError"),
    ]


@pytest.mark.parametrize("is_generated", [True, False])
def test_a_change_of_specs_alone_is_told_of_its_operation_and_not_of_the_code(
    checkout: Repository, capsys: pytest.CaptureFixture[str], is_generated: bool
) -> None:
    files = specs()
    parameter = at(files, f"{LIST} request").pop("order_by")
    at(files, f"{LIST} request")["sort_by"] = parameter
    del files[f"{GET}.yaml"]
    write(files, checkout.folder / "specs")
    (checkout.folder / "specs" / f"{GET}.yaml").unlink()
    if is_generated:
        generate(checkout.folder)
    checkout.commit()
    capsys.readouterr()
    assert diff("HEAD~1", "HEAD", "--format", "json") == 1
    assert rows(capsys) == [
        ("operation.removed", GET, "path"),
        ("request.removed", LIST, "request.order_by"),
        ("request.added-optional", LIST, "request.sort_by"),
    ]


def test_changes_of_code_and_of_specs_at_once_are_told_apart(
    checkout: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(checkout, f"specs/{LIST}.yaml", "maximum: 1000", "maximum: 500")
    edit(checkout, f"specs/{GET}.yaml", "title: 查看订单", "title: 看订单")
    generate(checkout.folder)
    module = checkout.folder / f"generated/wecom_client/{GET}.py"
    text = module.read_text("utf-8").replace("(\n    order_id: str,", "(\n    order_id_: str,")
    module.write_text(text, "utf-8")
    checkout.commit()
    capsys.readouterr()
    assert diff("HEAD~1", "HEAD", "--format", "json") == 1
    builder = "wecom_client.shop.order.get.build_request"
    assert rows(capsys) == [
        ("surface.argument-removed", GET, f"{builder}(order_id)"),
        ("surface.argument-added-required", GET, f"{builder}(order_id_)"),
        ("operation.title", GET, "title"),
        ("request.maximum.narrower", LIST, "request.limit"),
    ]


def test_code_that_specs_no_longer_render_to_is_said(
    checkout: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    rename_methods(checkout)
    checkout.commit()
    assert diff("basis", "HEAD") == 1
    note = "HEAD: its generated/ is not what this generator renders from its specs: "
    note += f"{GROUP}.shut, {GROUP}.close differ"
    assert capsys.readouterr().err == f"{note}\n"
    diff("HEAD", "HEAD", "--format", "json")
    assert json.loads(capsys.readouterr().out)["notes"] == [note]


def test_a_forgotten_generate_hides_no_new_name_of_a_class(
    checkout: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    files = specs()
    shapes = files["shop/order/_shapes.yaml"]
    shapes["purchase"] = shapes.pop("order")
    at(files, f"{GET} response.order")["$ref"] = "_shapes.yaml#/purchase"
    at(files, f"{LIST} response.order_list.items")["$ref"] = "_shapes.yaml#/purchase"
    write(files, checkout.folder / "specs")
    assert diff("basis", ".", "--format", "json") == 1
    said = json.loads(capsys.readouterr().out)
    assert {one["field"] for one in said["changes"]} == {
        f"wecom_client.shop.order.{module}.{name}"
        for module in ("get", "list")
        for name in ("Order", "Purchase")
    }
    assert said["notes"][0].startswith(".: its generated/ is not what this generator renders")


def test_no_code_of_a_revision_is_run(
    checkout: Repository, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for target in (checkout.folder / "generated").rglob("*.py"):
        target.write_text(target.read_text("utf-8") + "\nopen('ran', 'w')\n", "utf-8")
    (checkout.folder / "generated" / "extra.pth").write_text("import os; open('ran', 'w')", "utf-8")
    checkout.commit()
    started: list[str] = []
    run = subprocess.run

    def noted(command: list[str], **options: object) -> object:
        started.append(Path(command[0]).name)
        return run(command, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "run", noted)
    for sides in (("basis", "HEAD"), ("HEAD", "."), (".", "specs")):
        assert diff(*sides) == 0
    assert capsys.readouterr().out == "no changes\n" * 3
    assert set(started) == {"git", "ruff"}


def test_no_other_verb_waits_for_the_reader_of_python() -> None:
    script = "import sys, generator.cli as c; c.main(['validate']); print('griffe' in sys.modules)"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


def test_line_ends_of_another_system_are_no_change(
    checkout: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in (checkout.folder / "generated").rglob("*.py"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert diff("basis", ".") == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("no changes\n", "")


def test_without_generated_code_on_both_sides_the_renderings_are_compared(
    checkout: Repository, tmp_path: Path
) -> None:
    rename_methods(checkout)
    shutil.copytree(checkout.folder / "specs", tmp_path / "bare")
    assert diff(".", tmp_path / "bare") == 0


def test_generated_code_that_is_not_valid_is_refused_with_its_place(
    checkout: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    (checkout.folder / ERRORS).write_text("class (", "utf-8")
    assert diff("basis", ".") == 2
    said = capsys.readouterr().out
    assert said.startswith(f".: {ERRORS} is not valid Python: ")
    assert said.count("\n") == 1


def test_annotations_lead_to_the_lines_that_changed(
    checkout: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(checkout, f"specs/{LIST}.yaml", "maximum: 1000", "maximum: 500")
    edit(checkout, f"specs/{LIST}.yaml", "default: 500", "default: 400")
    generate(checkout.folder)
    edit(checkout, ERRORS, "class TooLargeError(APIError)", "class TooLargeError(WeComError)")
    checkout.commit()
    lines = (checkout.folder / ERRORS).read_text("utf-8").splitlines()
    line = lines.index("class TooLargeError(WeComError):") + 1
    spec = (checkout.folder / f"specs/{LIST}.yaml").read_text("utf-8").splitlines()
    limit = f"file=specs/{LIST}.yaml,line={spec.index('  limit:') + 1}"
    capsys.readouterr()
    assert diff("HEAD~1", "HEAD", "--format", "github") == 1
    said = capsys.readouterr()
    errors, warning, notice, total = (
        [one for one in said.out.splitlines() if one.startswith(level)]
        for level in ("::error", "::warning", "::notice", "3 changes, 2 breaking; version: major")
    )
    assert errors == [
        f"::error file={ERRORS},line={line}::wecom_client.TooLargeError: is no longer a APIError "
        "[surface.base-removed]",
        f"::error {limit}::{LIST} request.limit: takes at most 500 instead of 1000 "
        "[request.maximum.narrower]",
    ]
    assert warning == [
        f"::warning {limit}::{LIST} request.limit: counts as 400 when left out, was 500 "
        "[request.default]"
    ]
    assert (len(notice), len(total), said.err) == (1, 1, "")
