"""The output folder: compared byte by byte, published all or nothing, cleaned of our own."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator import output
from generator.output import OutputError, compare, publish, replace_file

from .package import contents

OLD = {"pkg/a.py": b"a = 1\n", "pkg/b.py": b"b = 1\n", "pkg/sub/c.py": b"c = 1\n"}
NEW = {"pkg/a.py": b"a = 2\n", "pkg/b.py": b"b = 1\n", "pkg/new/d.py": b"d = 1\n"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "out"
    publish(OLD, target)
    return target


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
    assert publish(NEW, folder) == ["pkg/a.py", "pkg/new/d.py", "pkg/sub/c.py"]
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


FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def failing_after(
    monkeypatch: pytest.MonkeyPatch, count: int, error: BaseException = FULL
) -> Iterator[int]:
    """Let the given write or rename fail, most often because the disk is full."""
    calls = 0

    def limited(original: Any) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == count:
                raise error
            return original(*args, **kwargs)

        return call

    monkeypatch.setattr(output, "_write", limited(output._write))
    monkeypatch.setattr(Path, "replace", limited(Path.replace))
    yield calls


@pytest.mark.parametrize("step", range(1, 10))
def test_a_disk_that_is_full_at_any_step_leaves_the_old_output_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    before = contents(folder)
    with monkeypatch.context() as patched:
        next(failing_after(patched, step))
        with pytest.raises(OutputError, match="as it was"):
            publish(NEW, folder)
    assert contents(folder) == before
    assert compare(OLD, folder) == []


def test_the_steps_of_a_publication_are_all_among_those_that_fail_above(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        next(failing_after(patched, 10))
        publish(NEW, folder)


def test_a_folder_in_the_place_of_a_file_leaves_the_old_output_whole(folder: Path) -> None:
    (folder / "pkg/new/d.py").mkdir(parents=True)
    (folder / "pkg/new/d.py/own.txt").write_text("mine")
    before = contents(folder)
    with pytest.raises(OutputError, match=r"cannot write .*/pkg/new/d.py: "):
        publish(NEW, folder)
    assert contents(folder) == before


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


@pytest.mark.parametrize(
    "line", ["../victim.txt", "/etc/hostname", "a/../../victim.txt", "./../victim.txt", "..", "/"]
)
def test_a_forged_manifest_removes_nothing_outside(folder: Path, tmp_path: Path, line: str) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("x")
    digest = output.file_hash(b"x")
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


@pytest.mark.parametrize("line", ["pkg/./b.py", "./pkg/b.py", "pkg//b.py", "pkg/b.py/"])
def test_a_forged_manifest_removes_nothing_that_is_rendered(folder: Path, line: str) -> None:
    (folder / output.MANIFEST).write_text(f"{output.file_hash(OLD['pkg/b.py'])}  {line}\n")
    publish(NEW, folder)
    assert (folder / "pkg/b.py").read_bytes() == NEW["pkg/b.py"]


def test_a_link_out_of_the_output_in_a_manifest_is_not_followed(
    folder: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "victim.txt").write_bytes(b"x")
    (folder / "linked").symlink_to(outside)
    (folder / output.MANIFEST).write_text(f"{output.file_hash(b'x')}  linked/victim.txt\n")
    with pytest.raises(OutputError, match="leads out of"):
        publish(NEW, folder)
    assert (outside / "victim.txt").read_bytes() == b"x"


def test_a_link_in_the_place_of_a_file_is_replaced_and_its_target_left_alone(
    folder: Path, tmp_path: Path
) -> None:
    victim = tmp_path / "victim.py"
    victim.write_bytes(b"mine")
    (folder / "pkg/a.py").unlink()
    (folder / "pkg/a.py").symlink_to(victim)
    publish(NEW, folder)
    assert victim.read_bytes() == b"mine"
    assert not (folder / "pkg/a.py").is_symlink()


def test_a_manifest_with_the_marks_of_a_merge_removes_what_its_lines_still_name(
    folder: Path,
) -> None:
    manifest = (folder / output.MANIFEST).read_text()
    (folder / output.MANIFEST).write_text(f"<<<<<<< ours\n{manifest}=======\n>>>>>>> theirs\n")
    publish(NEW, folder)
    assert compare(NEW, folder) == []


def test_no_longer_rendered_files_are_removed_with_their_folders_and_caches(folder: Path) -> None:
    (folder / "pkg/sub/__pycache__").mkdir()
    (folder / "pkg/sub/__pycache__/c.cpython-310.pyc").write_bytes(b"")
    publish(NEW, folder)
    assert not (folder / "pkg/sub").exists()


def test_a_file_that_stays_although_it_is_no_longer_rendered_is_named(folder: Path) -> None:
    (folder / "pkg/sub/c.py").write_text("c = 'my work'\n")
    publish(NEW, folder)
    assert found(NEW, folder) == [("stale", "pkg/sub/c.py")]


def test_a_broken_link_is_named(folder: Path) -> None:
    (folder / "pkg/link.py").symlink_to("nowhere")
    assert found(OLD, folder) == [("stale", "pkg/link.py")]


def test_a_missing_manifest_is_named(folder: Path) -> None:
    (folder / output.MANIFEST).unlink()
    assert found(OLD, folder) == [("missing", output.MANIFEST)]


def test_a_missing_output_lacks_every_file(tmp_path: Path) -> None:
    assert {kind for kind, _ in found(OLD, tmp_path / "none")} == {"missing"}


def test_a_file_that_is_no_text_any_more_is_shown_as_such(folder: Path) -> None:
    (folder / "pkg/a.py").write_bytes(b"\xff\xfe")
    (difference,) = compare(OLD, folder)
    assert difference.diff == "  (it is not text any more)"


def test_a_difference_of_line_ends_alone_is_shown_as_such(folder: Path) -> None:
    (folder / "pkg/a.py").write_bytes(b"a = 1\r\n")
    (difference,) = compare(OLD, folder)
    assert difference.diff == "  (only the line ends differ)"


@pytest.mark.parametrize("step", range(1, 10))
def test_an_interruption_at_any_step_leaves_the_old_output_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    before = contents(folder)
    with monkeypatch.context() as patched:
        next(failing_after(patched, step, KeyboardInterrupt()))
        with pytest.raises(KeyboardInterrupt):
            publish(NEW, folder)
    assert contents(folder) == before


def test_only_one_process_at_a_time_publishes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl")

    def publish_while_another_tries(*_: Any) -> list[str]:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            with pytest.raises(BlockingIOError):
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        finally:
            os.close(descriptor)
        return ["tried"]

    monkeypatch.setattr(output, "_publish", publish_while_another_tries)
    assert publish(NEW, folder) == ["tried"]


def test_the_lock_is_given_back_after_an_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        next(failing_after(patched, 1))
        with pytest.raises(OutputError):
            publish(NEW, folder)
    assert publish(NEW, folder)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do anything")
def test_a_folder_that_may_not_be_written_is_reported(folder: Path) -> None:
    (folder / "pkg").chmod(0o500)
    try:
        with pytest.raises(OutputError, match="as it was"):
            publish(NEW, folder)
    finally:
        (folder / "pkg").chmod(0o700)
    assert compare(OLD, folder) == []


def test_a_file_that_cannot_be_read_is_reported(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(OutputError, match="cannot read"):
        compare(OLD, folder)


def test_a_single_file_is_replaced_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lock"
    path.write_bytes(b"old")
    next(failing_after(monkeypatch, 2))
    with pytest.raises(OutputError, match="cannot write"):
        replace_file(path, b"new")
    assert contents(tmp_path) == {"lock": b"old"}
