"""`python -m generator diff` across generators: of revisions, of checkouts, gone ones."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.changes import trees
from generator.cli import main

from .changing import GET, LIST, PROJECT, Repository, diff, own_git, rows, specs, write

pytestmark = pytest.mark.usefixtures(own_git.__name__)
METHODS = "templates/wecom_client/_macros.jinja"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Return a repository with the project's own generator, for tests that edit its copy."""
    found = Repository(tmp_path_factory.mktemp("project"))
    for name in ("generator", "templates"):
        ignored = shutil.ignore_patterns("__pycache__", ".*")
        shutil.copytree(PROJECT / name, found.folder / name, ignore=ignored)
    home = write(specs(), found.folder / "specs")
    for path in (*PROJECT.glob("specs/*.json"), *PROJECT.glob("specs/*.yaml")):
        shutil.copy(path, home / path.name)
    found.git("config", "gc.auto", "0")
    found.commit()
    found.git("tag", "basis")
    return found


@pytest.fixture
def checkout(project: Repository, monkeypatch: pytest.MonkeyPatch) -> Iterator[Repository]:
    monkeypatch.chdir(project.folder)
    yield project
    project.git("reset", "--quiet", "--hard", "basis")
    project.git("clean", "-dfxq")


def edit(checkout: Repository, path: str, old: str, new: str) -> None:
    target = checkout.folder / path
    text = target.read_text("utf-8")
    assert old in text
    target.write_text(text.replace(old, new), "utf-8")


def test_a_method_that_a_template_renames_is_found(
    checkout: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(checkout, METHODS, "signature(method.name,", 'signature("do_" ~ method.name,')
    checkout.commit()
    assert diff("HEAD~1", "HEAD", "--format", "json") == 1
    group = "wecom_client.WeComClient.shop.order"
    assert rows(capsys) == [
        (rule, f"shop/order/{name}", f"{group}.{prefix}{name}")
        for name in ("close", "get", "list")
        for rule, prefix in (("surface.removed", ""), ("surface.added", "do_"))
    ]


def test_an_argument_that_a_generator_renames_is_told_apart_from_a_change_of_specs(
    checkout: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    reserved = '"self", EXTRA, "OPERATION"', '"self", EXTRA, "order_id", "OPERATION"'
    edit(checkout, "generator/targets/python/naming.py", *reserved)
    edit(checkout, f"specs/{LIST}.yaml", "maximum: 1000", "maximum: 500")
    edit(checkout, f"specs/{GET}.yaml", "title: 查看订单", "title: 看订单")
    checkout.commit()
    assert diff("HEAD~1", "HEAD", "--format", "json") == 1
    method = "wecom_client.WeComClient.shop.order.get"
    assert rows(capsys) == [
        ("surface.argument-removed", GET, f"{method}(order_id)"),
        ("surface.argument-added-required", GET, f"{method}(order_id_)"),
        ("operation.title", GET, "title"),
        ("request.maximum.narrower", LIST, "request.limit"),
    ]


def test_a_checkout_is_compared_with_its_own_generator(
    checkout: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    checkout.git("worktree", "add", "--quiet", str(other), "basis")
    path = other / METHODS
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("signature(method.name,", 'signature("do_" ~ method.name,'), "utf-8"
    )
    assert diff(checkout.folder, other) == 1
    assert "get: is gone from the generated code (renamed to do_get?)" in capsys.readouterr().out
    assert not list(other.rglob("__pycache__"))


def test_a_generator_beside_a_folder_of_specs_is_not_run(
    checkout: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (checkout.folder / "generator" / "__main__.py").write_text("open('ran', 'w')", "utf-8")
    assert diff("basis", "specs") == 0
    assert "was not run; name" in capsys.readouterr().err
    assert not list(checkout.folder.rglob("ran"))


@pytest.mark.parametrize("name", ["specs", "basis", "."])
def test_the_generator_that_runs_is_no_other_one(
    checkout: Repository,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a generator equal to this one was run in a process of its own")

    monkeypatch.setattr(trees, "_generate", refuse)
    assert diff("basis", name) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("no changes\n", "")


def test_line_ends_of_another_system_make_no_other_generator(
    checkout: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in checkout.folder.joinpath("generator").rglob("*.py"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert diff("basis", "specs") == 0
    assert capsys.readouterr().err == ""


def test_where_a_generator_no_longer_runs_the_committed_code_counts(
    checkout: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["generate", "--specs", "specs", "--output", "generated"]) == 0
    (checkout.folder / "generator" / "cli.py").write_text("import gone_for_good", "utf-8")
    edit(checkout, "generated/wecom_client/shop/order/__init__.py", "def get(", "def fetch(")
    checkout.commit()
    capsys.readouterr()
    assert diff("HEAD", "basis", "--format", "json") == 1
    said = capsys.readouterr()
    assert {one["rule"] for one in json.loads(said.out)["changes"]} == {
        "surface.removed",
        "surface.added",
    }
    assert "HEAD: read from its generated/: its generator says: " in said.err


def test_where_neither_generator_runs_what_was_committed_is_compared(
    checkout: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["generate", "--specs", "specs", "--output", "generated"]) == 0
    (checkout.folder / "generator" / "cli.py").write_text("import gone", "utf-8")
    checkout.commit()
    (checkout.folder / "generator" / "cli.py").write_text("import gone, too", "utf-8")
    edit(checkout, "generated/wecom_client/shop/order/get.py", "order_id: str", "order_id: int")
    edit(checkout, "generated/wecom_client/shop/order/list.py", "limit: int", "limit: str")
    edit(checkout, f"specs/{LIST}.yaml", "maximum: 1000", "maximum: 500")
    checkout.commit()
    capsys.readouterr()
    assert diff("HEAD~1", "HEAD", "--format", "json") == 1
    said = capsys.readouterr()
    assert [(one["rule"], one["field"]) for one in json.loads(said.out)["changes"]] == [
        ("surface.argument-type", "wecom_client.shop.order.get.build_request(order_id)"),
        ("request.maximum.narrower", "request.limit"),
    ]
    assert "the code of operations whose specs changed as well was not compared" in said.err


def test_where_nothing_tells_the_code_it_could_not_be_compared(
    checkout: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    (checkout.folder / "generator" / "cli.py").write_text("import gone_for_good", "utf-8")
    checkout.commit()
    assert diff("basis", "HEAD") == 2
    assert "HEAD cannot be rendered: its generator says: " in capsys.readouterr().out
