"""`adopt`: edits made in copies are taken to their sources, all of them or none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator import output
from generator.adopt import Adopter, AdoptError
from generator.marker import marked
from generator.output import MANIFEST, OutputError, compare, publish

from .package import ROOT, contents

FLOW, RATE, WINDOWS = "pkg/flow.py", "pkg/rate.py", "pkg/windows.py"
LIST = "pkg/list.py"
SOURCES = {FLOW: b'"""Flows."""\nx = 1\n', RATE: b"y = 1\n", WINDOWS: b"a = 1\r\nb = 1\r\n"}
RENDERED = {
    LIST: b"# Generated from specs/list.yaml by `python -m generator generate`.\nz = 1\n",
    "pkg/py.typed": b"",
    "page.md": marked("templates/pkg/rate.py", b"Words of a spec that look like ours.\n"),
}


@dataclass(frozen=True)
class Project:
    """Sources under `templates`, and the output that was rendered from them."""

    home: Path

    @property
    def out(self) -> Path:
        return self.home / "generated"

    def source(self, path: str) -> Path:
        return self.home / "templates" / path

    def rendered(self) -> dict[str, bytes]:
        copies = {
            path: marked(f"templates/{path}", self.source(path).read_bytes()) for path in SOURCES
        }
        return {**RENDERED, **copies}

    def edit(self, path: str, old: bytes, new: bytes) -> None:
        """Edit a file of the output."""
        content = (self.out / path).read_bytes()
        assert old in content
        (self.out / path).write_bytes(content.replace(old, new))

    def adopt(self, *paths: str) -> list[str]:
        """Take edits over and return the sources of what was taken."""
        adopter = Adopter(self.rendered(), self.out, self.home)
        return [source for _, source in adopter.adopt([self.out / path for path in paths])]

    def refused(self, *paths: str) -> str:
        """Return why edits are refused; nothing may have been written."""
        before = contents(self.home)
        with pytest.raises(AdoptError) as caught:
            self.adopt(*paths)
        assert contents(self.home) == before
        assert str(caught.value).endswith("\nnothing was written")
        return str(caught.value)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    found = Project(tmp_path)
    for path, content in SOURCES.items():
        found.source(path).parent.mkdir(parents=True, exist_ok=True)
        found.source(path).write_bytes(content)
    publish(found.rendered(), found.out)
    return found


def test_every_edited_copy_is_taken_to_its_source_and_the_output_is_in_step(
    project: Project,
) -> None:
    project.edit(FLOW, b"x = 1", "x = 2  # 群".encode())
    project.edit(RATE, b"y = 1\n", b"y = 2\nz = 3\n")
    assert project.adopt() == [f"templates/{FLOW}", f"templates/{RATE}"]
    assert project.source(FLOW).read_bytes() == '"""Flows."""\nx = 2  # 群\n'.encode()
    assert project.source(RATE).read_bytes() == b"y = 2\nz = 3\n"
    assert compare(project.rendered(), project.out) == []
    assert project.adopt() == []
    assert publish(project.rendered(), project.out) == []


def test_only_the_copies_that_are_named_are_taken(project: Project) -> None:
    project.edit(FLOW, b"x = 1", b"x = 2")
    project.edit(RATE, b"y = 1", b"y = 2")
    project.edit(LIST, b"z = 1", b"z = 2")
    assert project.adopt(RATE, RATE) == [f"templates/{RATE}"]
    assert project.source(FLOW).read_bytes() == SOURCES[FLOW]
    left = [(one.kind, one.path) for one in compare(project.rendered(), project.out)]
    assert left == [("edited", FLOW), ("edited", LIST)]


def test_a_copy_may_be_named_as_check_prints_it(project: Project) -> None:
    project.edit(FLOW, b"x = 1", b"x = 2")
    adopter = Adopter(project.rendered(), project.out, project.home)
    assert adopter.adopt([Path(FLOW)]) == [(FLOW, f"templates/{FLOW}")]


def test_a_copy_without_an_edit_is_nothing_to_take(project: Project) -> None:
    before = contents(project.home)
    assert project.adopt(FLOW) == []
    assert contents(project.home) == before


@pytest.mark.parametrize("path", [FLOW, WINDOWS])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_marks_stay_as_the_source_has_them(
    project: Project, path: str, end: bytes, mark: bytes
) -> None:
    plain = (project.out / path).read_bytes().replace(b"\r\n", b"\n").replace(b"= 1", b"= 2")
    (project.out / path).write_bytes(mark + plain.replace(b"\n", end))
    assert project.adopt() == [f"templates/{path}"]
    assert project.source(path).read_bytes() == SOURCES[path].replace(b"= 1", b"= 2")
    assert compare(project.rendered(), project.out) == []


def test_what_else_is_out_of_step_stays_as_it_is(project: Project) -> None:
    project.source(RATE).write_bytes(b"y = 5\n")
    (project.out / "pkg/own.txt").write_text("mine")
    (project.out / LIST).unlink()
    project.edit(FLOW, b"x = 1", b"x = 2")
    assert project.adopt() == [f"templates/{FLOW}"]
    left = [(one.kind, one.path) for one in compare(project.rendered(), project.out)]
    assert left == [("missing", LIST), ("stale", "pkg/own.txt"), ("outdated", RATE)]


def remove_marker(project: Project) -> None:
    content = (project.out / FLOW).read_bytes()
    (project.out / FLOW).write_bytes(content.partition(b"\n")[2] + b"more = 1\n")


def move_marker(project: Project) -> None:
    content = (project.out / FLOW).read_bytes()
    (project.out / FLOW).write_bytes(b"import os\n" + content)


def name_another(project: Project) -> None:
    project.edit(FLOW, b"pkg/flow.py:", b"pkg/rate.py:")


def change_the_source(project: Project) -> None:
    project.edit(FLOW, b"x = 1", b"x = 2")
    project.source(FLOW).write_bytes(b"x = 3\n")


def lose_the_manifest(project: Project) -> None:
    project.edit(FLOW, b"x = 1", b"x = 2")
    (project.out / MANIFEST).unlink()


def link_the_source(project: Project) -> None:
    project.edit(FLOW, b"x = 1", b"x = 2")
    project.source(FLOW).rename(project.home / "elsewhere.py")
    project.source(FLOW).symlink_to(project.home / "elsewhere.py")


def link_the_copy(project: Project) -> None:
    project.edit(FLOW, b"x = 1", b"x = 2")
    (project.out / FLOW).rename(project.home / "elsewhere.py")
    (project.out / FLOW).symlink_to(project.home / "elsewhere.py")


REFUSED: list[tuple[Callable[[Project], object], str, str]] = [
    (remove_marker, FLOW, "lacks its first line, '# Copied from templates/pkg/flow.py: "),
    (move_marker, FLOW, "lacks its first line, "),
    (name_another, FLOW, "lacks its first line, "),
    (change_the_source, FLOW, "templates/pkg/flow.py is not what was copied into it"),
    (lose_the_manifest, FLOW, "templates/pkg/flow.py is not what was copied into it"),
    (link_the_source, FLOW, "templates/pkg/flow.py is a symbolic link"),
    (link_the_copy, FLOW, "generated/pkg/flow.py is a symbolic link"),
    (lambda one: one.edit(FLOW, b"x = 1", b"x = '\xff'"), FLOW, "is not UTF-8 in line 3"),
    (
        lambda one: one.edit(FLOW, b"x = 1", b"<<<<<<< HEAD\nx = 1\n=======\n>>>>>>> topic"),
        FLOW,
        "holds a merge conflict of git's in line 3",
    ),
    (
        lambda one: one.edit(LIST, b"z = 1", b"z = 2"),
        LIST,
        "is not a copy: generated from specs/list.yaml by `python -m generator generate`; edit",
    ),
    (
        lambda one: (one.out / "pkg/py.typed").write_text("partial\n"),
        "pkg/py.typed",
        "is not a copy: edit the spec, the template or what it is copied from",
    ),
    (lambda one: one.edit("page.md", b"Words", b"More"), "page.md", "is not a copy: "),
]


@pytest.mark.parametrize("named", [False, True], ids=["all", "named"])
@pytest.mark.parametrize(("damage", "path", "reason"), REFUSED)
def test_what_cannot_be_taken_over_is_refused_with_its_reason_and_the_rest_with_it(
    project: Project, damage: Callable[[Project], object], path: str, reason: str, named: bool
) -> None:
    project.edit(RATE, b"y = 1", b"y = 2")
    damage(project)
    told = project.refused(*([path, RATE] if named else []))
    (line,) = [one for one in told.splitlines() if one.startswith(f"{project.out / path} ")]
    assert reason in line


def test_all_reasons_are_told_at_once(project: Project) -> None:
    remove_marker(project)
    project.edit(LIST, b"z = 1", b"z = 2")
    project.edit(RATE, b"y = 1", b"y = 2")
    assert len(project.refused().splitlines()) == 3


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("pkg/own.py", "is not rendered from anything"),
        ("pkg/none.py", "is not rendered from anything"),
        ("../templates/pkg/flow.py", "is not rendered from anything"),
        ("pkg", "is not rendered from anything"),
        (RATE, f"is missing: 'generate' writes it from templates/{RATE}"),
        (FLOW, f"was not edited: templates/{FLOW} changed, and 'generate' writes"),
    ],
)
def test_what_is_named_and_not_an_edited_copy_is_refused(
    project: Project, path: str, reason: str
) -> None:
    (project.out / "pkg/own.py").write_text("mine = 1\n")
    (project.out / RATE).unlink()
    project.source(FLOW).write_bytes(b"x = 3\n")
    assert reason in project.refused(path)


def test_a_manifest_that_git_merged_still_says_what_was_copied(project: Project) -> None:
    project.edit(FLOW, b"x = 1", b"x = 2")
    manifest = project.out / MANIFEST
    written = manifest.read_text("utf-8")
    other = f"<<<<<<< ours\n{'0' * 64}  {FLOW}\n=======\n"
    manifest.write_text(f"{other}{written}>>>>>>> theirs\n", "utf-8")
    assert project.adopt() == [f"templates/{FLOW}"]


def test_a_source_behind_a_linked_folder_outside_the_project_is_not_written(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "pkg"
    project.source("pkg").rename(outside)
    project.source("pkg").symlink_to(outside)
    project.edit(FLOW, b"x = 1", b"x = 2")
    before = contents(outside)
    with pytest.raises(OutputError, match="leads out of"):
        project.adopt()
    assert contents(outside) == before


@pytest.mark.parametrize("step", range(1, 16))
@pytest.mark.parametrize("error", [OSError(28, "full"), KeyboardInterrupt()], ids=["full", "^C"])
def test_a_failure_at_any_step_leaves_sources_and_output_as_they_were(
    project: Project, monkeypatch: pytest.MonkeyPatch, step: int, error: BaseException
) -> None:
    project.edit(FLOW, b"x = 1", b"x = 2")
    project.edit(RATE, b"y = 1", b"y = 2")
    before, left = contents(project.home), iter(range(1, step))

    def failing(original: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object) -> object:
            if next(left, None) is None:
                monkeypatch.undo()
                raise error
            return original(*args)

        return call

    monkeypatch.setattr(output, "_write", failing(output._write))
    monkeypatch.setattr(Path, "replace", failing(Path.replace))
    with pytest.raises((OutputError, KeyboardInterrupt)):
        project.adopt()
    assert contents(project.home) == before


def test_the_command_takes_an_edit_of_the_runtime_to_its_template(tmp_path: Path) -> None:
    for part in ("generator", "templates", "specs", "generated"):
        ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
        shutil.copytree(ROOT / part, tmp_path / part, ignore=ignored)
    name = "wecom_client/_runtime/flow.py"
    copy, source = tmp_path / "generated" / name, tmp_path / "templates" / name
    copy.write_text(f"{copy.read_text('utf-8')}\n_EDITED = 1\n", "utf-8")

    def run(*arguments: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "generator", *arguments],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": ""},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert not done.stderr
        return done.returncode, done.stdout

    code, said = run("check")
    assert code == 1
    assert said.startswith(
        f"edited: {name} (copied from templates/{name}: edit that; "
        "'python -m generator adopt' takes this edit there)\n"
    )
    assert run("adopt", "generated/wecom_client/__init__.py", "generated/nothing.py")[0] == 2
    assert run("adopt", f"generated/{name}") == (
        0,
        f"wrote templates/{name} as edited in generated/{name}\ngenerated: 1 edit taken over\n",
    )
    assert source.read_text("utf-8").endswith("\n_EDITED = 1\n")
    assert run("check")[0] == 0
    assert run("adopt") == (0, "generated: 0 edits taken over\n")
