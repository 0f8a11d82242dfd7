"""The output folder: compared byte by byte, published all or nothing, cleaned of our own."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator import output
from generator.output import OutputError, compare, publish

OLD = {"pkg/a.py": b"a = 1\n", "pkg/b.py": b"b = 1\n", "pkg/sub/c.py": b"c = 1\n"}
NEW = {"pkg/a.py": b"a = 2\n", "pkg/b.py": b"b = 1\n", "pkg/d.py": b"d = 1\n"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "out"
    publish(OLD, target)
    return target


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def found(files: dict[str, bytes], folder: Path) -> list[tuple[str, str]]:
    return [(one.kind, one.path) for one in compare(files, folder)]


def test_what_was_published_has_no_difference(folder: Path) -> None:
    assert compare(OLD, folder) == []


def test_an_edited_a_missing_and_a_foreign_file_are_named(folder: Path) -> None:
    (folder / "pkg/a.py").write_bytes(b"a = 9\n")
    (folder / "pkg/b.py").unlink()
    (folder / "pkg/own.txt").write_text("mine")
    assert found(OLD, folder) == [
        ("edited", "pkg/a.py"),
        ("missing", "pkg/b.py"),
        ("stale", "pkg/own.txt"),
    ]


def test_an_edit_is_shown_as_a_short_difference(folder: Path) -> None:
    (folder / "pkg/a.py").write_bytes(b"a = 9\n")
    (folder / "pkg/b.py").write_bytes(b"b = 9\n" * 500)
    short, long = compare(OLD, folder)
    assert "-a = 9\n  +a = 1" in short.diff
    assert len(long.diff.splitlines()) < 20


def test_line_ends_of_another_system_are_an_edit(folder: Path) -> None:
    (folder / "pkg/a.py").write_bytes(b"a = 1\r\n")
    assert found(OLD, folder) == [("edited", "pkg/a.py")]


def test_an_edited_manifest_is_named(folder: Path) -> None:
    (folder / output.MANIFEST).write_bytes(b"")
    assert found(OLD, folder) == [("edited", output.MANIFEST)]


@pytest.mark.parametrize(
    "cache", ["pkg/__pycache__/a.pyc", "x.egg-info/PKG-INFO", ".mypy_cache/3.10/x.json"]
)
def test_caches_are_not_looked_at(folder: Path, cache: str) -> None:
    path = folder / cache
    path.parent.mkdir(parents=True)
    path.write_bytes(b"")
    assert compare(OLD, folder) == []


def test_publishing_names_what_changed_and_leaves_the_rest_untouched(folder: Path) -> None:
    before = (folder / "pkg/b.py").stat().st_mtime_ns
    os.utime(folder / "pkg/b.py", ns=(before - 10**9, before - 10**9))
    assert publish(NEW, folder) == ["pkg/a.py", "pkg/d.py", "pkg/sub/c.py"]
    assert (folder / "pkg/b.py").stat().st_mtime_ns == before - 10**9
    assert compare(NEW, folder) == []
    assert not (folder / "pkg/sub").exists()


def test_publishing_twice_changes_nothing(folder: Path) -> None:
    assert publish(OLD, folder) == []


def test_files_of_others_stay(folder: Path) -> None:
    (folder / "pkg/sub/own.txt").write_text("mine")
    publish(NEW, folder)
    assert (folder / "pkg/sub/own.txt").read_text() == "mine"


def test_a_file_that_was_edited_and_is_no_longer_rendered_stays(folder: Path) -> None:
    (folder / "pkg/sub/c.py").write_text("c = 'my work'\n")
    publish(NEW, folder)
    assert (folder / "pkg/sub/c.py").read_text() == "c = 'my work'\n"


def failing_after(monkeypatch: pytest.MonkeyPatch, count: int) -> Iterator[int]:
    """Let the disk be full from the given write or rename on."""
    calls = 0

    def limited(original: Any) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == count:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return original(*args, **kwargs)

        return call

    monkeypatch.setattr(output, "_write", limited(output._write))
    monkeypatch.setattr(Path, "replace", limited(Path.replace))
    yield calls


@pytest.mark.parametrize("step", range(1, 10))
def test_a_disk_that_is_full_at_any_step_leaves_the_old_output_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    before = tree(folder)
    with monkeypatch.context() as patched:
        next(failing_after(patched, step))
        with pytest.raises(OutputError, match="as it was"):
            publish(NEW, folder)
    assert tree(folder) == before
    assert compare(OLD, folder) == []


def test_the_steps_of_a_publication_are_all_among_those_that_fail_above(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        next(failing_after(patched, 10))
        publish(NEW, folder)


def test_a_folder_in_the_place_of_a_file_leaves_the_old_output_whole(folder: Path) -> None:
    (folder / "pkg/d.py").mkdir()
    (folder / "pkg/d.py/own.txt").write_text("mine")
    before = tree(folder)
    with pytest.raises(OutputError):
        publish(NEW, folder)
    assert tree(folder) == before


@pytest.mark.parametrize(
    "path", ["../evil.py", "/evil.py", "a/../../evil.py", "a\\..\\evil.py", ""]
)
def test_no_rendered_path_leads_out_of_the_output(tmp_path: Path, path: str) -> None:
    with pytest.raises(OutputError):
        publish({path: b""}, tmp_path / "out")
    assert not (tmp_path / "evil.py").exists()


def test_a_link_inside_the_output_is_not_followed_out_of_it(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (folder / "linked").symlink_to(outside)
    with pytest.raises(OutputError):
        publish({**OLD, "linked/x.py": b""}, folder)
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("line", ["../victim.txt", "/etc/hostname", "a/../../victim.txt"])
def test_a_forged_manifest_removes_nothing_outside(folder: Path, tmp_path: Path, line: str) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("x")
    digest = output._hash(b"x")
    (folder / output.MANIFEST).write_text(f"{digest}  {line}\n")
    publish(NEW, folder)
    assert victim.read_text() == "x"


def test_a_garbled_manifest_removes_nothing(folder: Path) -> None:
    (folder / output.MANIFEST).write_bytes(b"\xff\xfe garbage \x00\n  \n")
    publish(NEW, folder)
    assert (folder / "pkg/sub/c.py").exists()


def test_what_a_killed_run_left_behind_is_cleared_away(folder: Path) -> None:
    (folder / ".staging/new").mkdir(parents=True)
    (folder / ".staging/new/x.py").write_text("half")
    publish(NEW, folder)
    assert not (folder / ".staging").exists()


def test_an_output_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot write"):
        publish(NEW, tmp_path / "file" / "out")
