"""`python -m generator diff`: folders, checkouts and git revisions, formats and exit codes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.changes.report import as_github
from generator.changes.rules import Change
from generator.cli import main
from generator.problems import Location

from .changing import GET, LIST, Repository, at, diff, own_git, rows, specs, write
from .edits import IDS

pytestmark = pytest.mark.usefixtures(own_git.__name__)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return write(specs(), tmp_path / "old")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Return specs with a limit that breaks, a new field and new words."""
    files = specs()
    at(files, f"{LIST} request.limit")["maximum"] = 500
    at(files, f"{GET} response")["total"] = {"description": "Sum.", "type": "integer"}
    at(files, GET)["notes"] = ["One more."]
    return write(files, tmp_path / "new")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Return a repository whose second commit removes a value, its folder being the current one."""
    found = Repository(tmp_path / "repository")
    monkeypatch.chdir(found.folder)
    write(specs(), found.folder / "specs")
    found.commit()
    files = specs()
    del at(files, f"{LIST} request.order_by")["enum"][2]
    write(files, found.folder / "specs")
    found.commit()
    return found


def test_equal_trees_have_no_changes(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert diff(old, old) == 0
    assert capsys.readouterr().out == "no changes\n"


def test_a_change_that_breaks_is_a_finding(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert diff(old, new) == 1
    assert (
        capsys.readouterr().out
        == """\
shop/order/get
  added      response.total: is new  [response.added]
  text       notes: new words  [operation.notes]
             + One more.

shop/order/list
  breaking   request.limit: takes at most 500 instead of 1000  [request.maximum.narrower]

3 changes, 1 breaking; version: major (while it is 0.y.z: minor)
"""
    )


def test_a_change_that_breaks_nothing_is_fine(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(old / f"{LIST}.yaml", new / f"{LIST}.yaml")
    assert diff(old, new) == 0
    assert "2 changes, 0 breaking; version: minor (while it is 0.y.z: patch)" in (
        capsys.readouterr().out
    )


def test_programs_read_json(old: Path, new: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert diff(old, new, "--format", "json") == 1
    report = json.loads(capsys.readouterr().out)
    assert (report["breaking"], report["semver"], report["semver_before_1_0"]) == (
        1, "major", "minor",
    )  # fmt: skip
    assert report["changes"][-1] == {
        "operation": LIST,
        "field": "request.limit",
        "rule": "request.maximum.narrower",
        "kind": "breaking",
        "breaking": True,
        "old": 1000,
        "new": 500,
        "hint": "",
    }


def test_a_changelog_takes_markdown(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert diff(old, new, "--format", "markdown") == 1
    assert (
        capsys.readouterr().out
        == """\
### Breaking
- `shop/order/list`: `limit` takes at most 500 instead of 1000.

### Added
- `shop/order/get`: the answer's `total` is new.

### Documentation
- `shop/order/get`: new words for the notes.
"""
    )


def test_a_sentence_that_holds_for_two_operations_is_written_once(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = specs()
    at(files, IDS)["maxItems"] = 200
    diff(old, write(files, tmp_path / "new"), "--format", "markdown")
    said = capsys.readouterr().out
    assert said.count("`owner_filter.userid_list` takes at most 200 elements instead of 100.") == 1
    assert "- `shop/order/close` and `shop/order/list`: " in said


def test_control_characters_of_a_spec_reach_no_terminal(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = specs()
    at(files, LIST)["title"] = "列\x1b[31m出\u202e<b>"
    there = write(files, tmp_path / "new")
    for form in ("text", "markdown"):
        diff(old, there, "--format", form)
        said = capsys.readouterr().out
        assert "列" in said
        assert "\x1b" not in said
        assert "\u202e" not in said


def test_an_annotation_is_one_command_whatever_a_spec_says() -> None:
    quota = {"limit": 1, "days": 1, "scope": "50%\r\n::error::x\x1b "}
    place = Location("a,b:c.yaml", 7)
    change = Change("quota.added", LIST, "quotas", None, quota, location=place)
    line, total = as_github([change]).splitlines()
    assert line == (
        f"::warning file=a%2Cb%3Ac.yaml,line=7::{LIST} quotas: is new: 1 50%25 ::error::x\ufffd in "
        "1 day [quota.added]"
    )
    assert total.startswith("1 change, 0 breaking")


def test_problems_of_both_sides_are_named_with_their_places(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in (old, new):
        path = folder / f"{GET}.yaml"
        path.write_text(path.read_text("utf-8").replace("method: POST", "method: PUT"), "utf-8")
    assert diff(old, new) == 2
    said = capsys.readouterr().out
    assert said.count("'method' must be one of POST, GET") == 2
    assert f"{old / GET}.yaml:5:9:" in said
    assert f"{new / GET}.yaml:5:9:" in said


@pytest.mark.parametrize("name", ["nowhere", "", "-x", "HEAD~99", "HEAD:nowhere", ":specs"])
def test_what_is_neither_folder_nor_revision_is_said(
    name: str, repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "--", name, "specs"]) == 2
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert repr(name.partition(":nowhere")[0]) in said


def test_a_file_is_no_tree(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert diff(old / f"{LIST}.yaml", old) == 2
    assert "is a file; name a folder of specs or a git revision" in capsys.readouterr().out


def test_a_folder_without_specs_is_said(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert diff(old, tmp_path / "empty") == 2
    assert "has no spec" in capsys.readouterr().out


def test_outside_a_repository_a_revision_is_said_to_be_none(
    old: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.chdir(old)
    assert diff("HEAD", old) == 2
    assert "'HEAD' is not a folder, and git says: " in capsys.readouterr().out


def test_without_git_folders_still_compare(
    old: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("generator.changes.revisions.shutil.which", lambda name: None)
    assert diff(old, old) == 0
    assert diff("HEAD", old) == 2
    assert "no git" in capsys.readouterr().out


@pytest.mark.parametrize("names", ["HEAD~1 HEAD", "HEAD~1 specs", "first main", "HASH HEAD:specs"])
def test_revisions_are_compared(
    names: str, repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.git("tag", "first", "HEAD~1")
    first = repository.git("rev-parse", "HEAD~1")
    assert diff(*names.replace("HASH", first[:10]).split()) == 1
    said = capsys.readouterr().out
    assert "request.order_by: no longer takes 2  [request.enum.removed]" in said
    assert "1 change, 1 breaking" in said


def test_a_revision_is_found_from_a_folder_within(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.folder / "specs" / "shop")
    assert diff("HEAD~1", "HEAD") == 1


def test_a_project_within_a_repository_has_its_own_specs(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(specs(), repository.folder / "project" / "specs")
    repository.commit()
    monkeypatch.chdir(repository.folder / "project")
    assert diff("HEAD", "specs") == 0
    assert diff("HEAD", "../specs") == 1


def test_another_folder_of_a_revision_can_be_named(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    write(specs(), repository.folder / "other" / "place")
    repository.commit()
    assert diff("HEAD:other/place", "HEAD") == 1
    assert diff("HEAD:other/place", "HEAD~2") == 0


def test_a_folder_is_taken_before_a_revision_of_its_name(
    repository: Repository, tmp_path: Path
) -> None:
    repository.git("branch", "same", "HEAD~1")
    write(specs(), repository.folder / "both")
    repository.git("branch", "both", "HEAD")
    assert diff("both", "same") == 0


def test_a_revision_without_specs_is_said(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.git("rm", "-r", "--quiet", "specs")
    repository.commit()
    assert diff("HEAD~1", "HEAD") == 2
    assert "'HEAD' has no folder 'specs'; REVISION:FOLDER names" in capsys.readouterr().out


def test_problems_of_a_revision_have_its_name(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository.folder / "specs" / f"{GET}.yaml").write_text("title: [", "utf-8")
    repository.commit()
    assert diff("HEAD~1", "HEAD") == 2
    assert capsys.readouterr().out.startswith(f"HEAD:specs/{GET}.yaml:2:1: is not valid YAML")


def test_a_shallow_clone_says_so(
    repository: Repository,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    source, clone = repository.folder.as_uri(), tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=1", source, str(clone))
    monkeypatch.chdir(clone)
    assert diff("HEAD~1", "HEAD") == 2
    assert "git fetch --unshallow" in capsys.readouterr().out


def test_the_work_tree_is_left_as_it_is(repository: Repository) -> None:
    (repository.folder / "specs" / f"{GET}.yaml").write_text("half done", "utf-8")
    (repository.folder / "notes.txt").write_text("mine", "utf-8")
    before = repository.git("status", "--porcelain")
    assert diff("HEAD~1", "HEAD") == 1
    assert repository.git("status", "--porcelain") == before


def test_links_of_a_revision_are_not_followed(repository: Repository, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("title: x", "utf-8")
    (repository.folder / "specs" / "shop" / "linked.yaml").symlink_to(secret)
    repository.commit()
    assert diff("HEAD~1", "HEAD") == 0


def test_attributes_of_a_revision_leave_out_and_rewrite_nothing(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    attributes = repository.folder / ".gitattributes"
    attributes.write_text("specs/shop/** export-ignore export-subst\n", "utf-8")
    path = repository.folder / "specs" / f"{GET}.yaml"
    path.write_text(f"{path.read_text('utf-8')}notes: [$Format:%H$]\n", "utf-8")
    repository.commit()
    assert diff("HEAD", "specs") == 0
    assert capsys.readouterr().out == "no changes\n"


def test_a_shape_with_another_name_gives_its_class_another_name(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = specs()
    shapes = files["shop/order/_shapes.yaml"]
    shapes["purchase"] = shapes.pop("order")
    at(files, f"{GET} response.order")["$ref"] = "_shapes.yaml#/purchase"
    at(files, f"{LIST} response.order_list.items")["$ref"] = "_shapes.yaml#/purchase"
    assert diff(old, write(files, tmp_path / "new"), "--format", "json") == 1
    assert rows(capsys) == [
        (rule, path, f"wecom_client.{path.replace('/', '.')}.{name}")
        for path in (GET, LIST)
        for rule, name in (("surface.removed", "Order"), ("surface.added", "Purchase"))
    ]
