"""The token store in a file: its owner alone reads it, and it is whole at any moment."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from wecom_client import FileTokenStore

from .fixtures import FakePlatform, token_of
from .test_fork import in_child

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")

KEY = "k" * 64


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tokens.json"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_every_file_is_its_owners_alone(umask: int, path: Path) -> None:
    store = FileTokenStore(path)
    old = os.umask(umask)
    try:
        store.save(KEY, "text", 60)
        release = store.try_lock(KEY, 15)
    finally:
        os.umask(old)
    assert release is not None
    release()
    assert mode(path) == 0o600
    assert len(list(path.parent.iterdir())) == 3
    assert all(mode(one) & 0o077 == 0 for one in path.parent.iterdir())


def test_the_text_is_never_in_a_file_that_others_can_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    fsync = os.fsync

    def look(handle: int) -> None:
        seen.extend(mode(one) & 0o077 for one in path.parent.iterdir())
        fsync(handle)

    monkeypatch.setattr(os, "fsync", look)
    old = os.umask(0)
    try:
        FileTokenStore(path).save(KEY, "text", 60)
    finally:
        os.umask(old)
    assert seen
    assert not any(seen)


def test_a_file_that_others_could_read_is_closed_to_them(path: Path) -> None:
    store = FileTokenStore(path)
    store.save(KEY, "text", 60)
    path.chmod(0o644)
    assert store.load(KEY) == "text"
    assert mode(path) == 0o600


def test_a_file_of_somebody_else_is_not_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = FileTokenStore(path)
    store.save(KEY, "text", 60)
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    with pytest.raises(PermissionError, match="another user"):
        store.load(KEY)


@pytest.mark.parametrize(
    ("bad", "error", "match"),
    [
        (None, TypeError, "NoneType"),
        (5, TypeError, "int"),
        (b"/tmp/tokens", TypeError, "is bytes"),
        ("", ValueError, "must name a file"),
        ("a\0b", ValueError, "must name a file"),
        ("missing/tokens.json", ValueError, "folder of the token file does not exist"),
        (".", ValueError, "not a plain file"),
        ("/dev/null", ValueError, "not a plain file"),
    ],
)
def test_a_path_that_cannot_serve_is_refused_at_once(
    bad: Any, error: type[Exception], match: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(error, match=match):
        FileTokenStore(bad)


@pytest.mark.parametrize("there", [True, False])
def test_a_symbolic_link_is_refused(there: bool, path: Path) -> None:
    target = path.with_name("target")
    if there:
        target.write_text("{}")
    path.symlink_to(target)
    with pytest.raises(ValueError, match="symbolic link"):
        FileTokenStore(path)


def test_a_symbolic_link_that_comes_later_is_not_followed(path: Path) -> None:
    store, target = FileTokenStore(path), path.with_name("target")
    target.write_text("precious")
    path.symlink_to(target)
    with pytest.raises(OSError, match="symbolic"):
        store.load(KEY)
    lock = path.with_name(path.name + ".lock")
    lock.symlink_to(target)
    with pytest.raises(OSError, match="symbolic"):
        store.save(KEY, "text", 60)
    assert target.read_text() == "precious"


def test_a_home_folder_and_a_later_change_of_folder_are_understood(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(path.parent))
    FileTokenStore("~/tokens.json").save(KEY, "text", 60)
    monkeypatch.chdir(path.parent)
    store = FileTokenStore("tokens.json")
    monkeypatch.chdir("/")
    assert store.load(KEY) == "text"
    assert repr(store) == f"FileTokenStore({str(path)!r})"


@pytest.mark.parametrize(
    "garbage",
    [b"", b"no JSON", b"[]", b'{"key": "text"}', b'{"k": {"text": 5, "until": 1}}', b"\xff\xfe\x00"]
    + [b"{" * 10_000, b'{"k": {"text": "t", "until": NaN}}'],
)
def test_a_file_that_holds_something_else_is_overwritten(garbage: bytes, path: Path) -> None:
    path.write_bytes(garbage)
    platform = FakePlatform(FileTokenStore(path))
    assert token_of(platform.obtain(platform.client())) == "token-1"
    assert token_of(platform.obtain(platform.client())) == "token-1"
    assert json.loads(path.read_bytes())["key"]["text"]


def test_a_file_too_large_to_be_ours_is_not_read_whole(path: Path) -> None:
    text = json.dumps({KEY: {"until": 9e9, "text": "t"}})
    path.write_text(text.ljust(4 * 1024 * 1024))
    assert FileTokenStore(path).load(KEY) == "t"
    path.write_text(text.ljust(4 * 1024 * 1024 + 1))
    assert FileTokenStore(path).load(KEY) == ""


@pytest.mark.parametrize(("where", "failing"), [(os, "fsync"), (Path, "replace")])
def test_a_full_disk_leaves_the_file_as_it_was(
    where: Any, failing: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = FileTokenStore(path)
    store.save(KEY, "old", 60)

    def full(*_: object) -> Any:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(where, failing, full)
        with pytest.raises(OSError, match="No space"):
            store.save(KEY, "new", 60)
    assert not path.with_name("tokens.json.new").exists()
    assert store.load(KEY) == "old"
    store.save(KEY, "new", 60)
    assert store.load(KEY) == "new"


def test_a_draft_that_a_dead_process_left_is_in_nobodys_way(path: Path) -> None:
    path.with_name("tokens.json.new").write_text("half a to")
    store = FileTokenStore(path)
    store.save(KEY, "text", 60)
    assert store.load(KEY) == "text"


def test_texts_that_nobody_needs_any_more_leave_the_file(path: Path) -> None:
    store = FileTokenStore(path)
    store.save("old", "text", -1)
    store.save(KEY, "text", 60)
    assert list(json.loads(path.read_bytes())) == [KEY]


def test_a_folder_that_goes_away_costs_no_call(path: Path) -> None:
    folder = path.parent / "folder"
    folder.mkdir()
    platform = FakePlatform(FileTokenStore(folder / "tokens.json"))
    folder.rmdir()
    assert token_of(platform.obtain(platform.client())) == "token-1"


def test_a_forked_child_neither_holds_nor_releases_its_parents_lock(path: Path) -> None:
    store = FileTokenStore(path)
    release = store.try_lock(KEY, 15)
    assert release is not None

    def child() -> bool:
        store.start_anew()
        release()
        return store.try_lock(KEY, 15) is None

    assert in_child(child)
    assert FileTokenStore(path).try_lock(KEY, 15) is None
    release()
    again = store.try_lock(KEY, 15)
    assert again is not None
    again()


def test_a_lock_of_a_process_that_died_is_free(path: Path) -> None:
    store = FileTokenStore(path)
    assert in_child(lambda: store.try_lock(KEY, 15) is not None)
    release = store.try_lock(KEY, 15)
    assert release is not None
    release()


def test_a_writer_that_never_ends_is_not_waited_for(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = FileTokenStore(path)
    held = store._try_lock(path.with_name("tokens.json.lock"))
    assert held is not None
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)
    with pytest.raises(TimeoutError):
        store.save(KEY, "text", 60)
    assert sum(waits) <= 1.01
    held()
