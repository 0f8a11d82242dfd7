"""Two branches that each change specs and generate: git merges them, or `generate` ends it."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.cli import main
from generator.output import MANIFEST, publish

from ..changes.changing import Repository, own_git
from .folders import changed, write
from .package import ROOT, contents

pytestmark = pytest.mark.usefixtures(own_git.__name__)
NAMES = ("rooms/add", "rooms/get", "rooms/list", "rooms/move", "rooms/set")


class Project(Repository):
    """A repository with specs and what they render to."""

    @property
    def specs(self) -> Path:
        return self.folder / "specs"

    def generate(self) -> None:
        specs, output = str(self.specs), str(self.folder / "generated")
        assert main(["generate", "--specs", specs, "--output", output]) == 0

    def check(self) -> int:
        specs, output = str(self.specs), str(self.folder / "generated")
        return main(["check", "--specs", specs, "--output", output])

    def branch(self, name: str, what: str) -> None:
        """Make a branch that changes specs and generates."""
        self.git("checkout", "--quiet", "-b", name, "basis")
        change(self.specs, what)
        self.generate()
        self.commit()

    def merge(self) -> list[str]:
        """Merge `theirs` into `ours` and return the files that git left in conflict."""
        self.git("checkout", "--quiet", "ours")
        with contextlib.suppress(subprocess.CalledProcessError):  # as git says conflicts
            self.git("merge", "--quiet", "--no-edit", "theirs")
        return self.git("diff", "--name-only", "--diff-filter=U").split()


def change(specs: Path, what: str) -> None:
    """Add (`+name`) or remove (`-name`) an operation, or change what it takes (`name=7`)."""
    name, _, most = what.lstrip("+-").partition("=")
    path = specs / f"rooms/{name}.yaml"
    if what.startswith("+"):
        write(specs, {f"rooms/{name}": changed()})
    elif what.startswith("-"):
        path.unlink()
    else:
        text = path.read_text("utf-8")
        assert "maxItems: 9" in text
        path.write_text(text.replace("maxItems: 9", f"maxItems: {most}"), "utf-8")


def project(folder: Path, heeded: bool) -> Project:
    """Return a project; some places that merge do not heed .gitattributes."""
    found = Project(folder)
    write(found.specs, {name: changed() for name in NAMES})
    if heeded:
        shutil.copy(ROOT / ".gitattributes", folder)
    found.generate()
    found.commit()
    found.git("tag", "basis")
    return found


@pytest.mark.parametrize(
    ("ours", "theirs", "heeded"),
    [
        ("get=8", "list=7", True),
        ("get=8", "list=7", False),
        ("+copy", "+hide", True),
        ("+mark", "+mend", True),
        ("+mark", "+mend", False),
        ("-get", "list=7", True),
        ("-get", "list=7", False),
        ("-list", "get=7", True),
        ("-get", "-list", True),
    ],
)
def test_branches_that_change_different_specs_need_no_more_than_generate(
    tmp_path: Path, ours: str, theirs: str, heeded: bool
) -> None:
    found = project(tmp_path / "project", heeded)
    found.branch("ours", ours)
    found.branch("theirs", theirs)
    conflicts = found.merge()
    assert [path for path in conflicts if not path.startswith("generated/")] == []
    assert not heeded or f"generated/{MANIFEST}" not in conflicts
    found.generate()
    assert found.check() == 0
    fresh = tmp_path / "fresh"
    assert main(["generate", "--specs", str(found.specs), "--output", str(fresh)]) == 0
    assert contents(found.folder / "generated") == contents(fresh)


@pytest.mark.parametrize("heeded", [True, False])
def test_a_file_that_one_branch_gave_up_and_the_other_changed_is_removed(
    tmp_path: Path, heeded: bool
) -> None:
    found = project(tmp_path, heeded)
    found.branch("ours", "-get")
    found.branch("theirs", "get=7")
    assert "specs/rooms/get.yaml" in found.merge()
    (found.specs / "rooms/get.yaml").unlink()
    found.generate()
    assert found.check() == 0
    assert not (found.folder / "generated/wecom_client/rooms/get.py").exists()


def test_files_that_are_neighbours_and_change_are_no_conflict_even_so(tmp_path: Path) -> None:
    files = dict.fromkeys("abcd", b"1")
    found = Project(tmp_path)
    write_out(files, found)
    found.git("tag", "basis")
    for name, path in (("ours", "b"), ("theirs", "c")):
        found.git("checkout", "--quiet", "-b", name, "basis")
        write_out({**files, path: b"2"}, found)
    assert found.merge() == []
    assert publish({**files, "b": b"2", "c": b"2"}, tmp_path / "generated") == []
    assert found.git("status", "--porcelain") == ""


def write_out(files: dict[str, bytes], project: Project) -> None:
    publish(files, project.folder / "generated")
    project.commit()
