"""What can be known of a token file's place is said when the store is made."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from wecom_client import FileTokenStore

from .fixtures import FakePlatform, token_of
from .stores import set_mounts
from .test_fork import in_child

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights are those of POSIX")

NOBODY = 65534
ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tokens.json"


@pytest.fixture
def public() -> Iterator[Path]:
    """Make a folder that another user can look into."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def as_somebody_else(work: Callable[[], None]) -> None:
    """Do this as a user with no rights of its own; root does it as somebody else, in a child."""
    if os.geteuid() != 0:
        work()
        return

    def child() -> bool:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        work()
        return True

    assert in_child(child)


def refused(path: Path) -> str:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 -- its text is what is tested
        FileTokenStore(path)
    assert (caught.value.__cause__, caught.value.__context__ is None) == (None, True)
    return str(caught.value)


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_a_folder_without_rights_is_refused(public: Path) -> None:
    public.chmod(0o555)

    def work() -> None:
        told = refused(public / "tokens.json")
        assert f"cannot be written: {public}" in told
        assert "pass a path in a folder that this user can write" in told

    as_somebody_else(work)
    assert list(public.iterdir()) == []


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_a_folder_that_cannot_be_looked_into_is_refused(public: Path) -> None:
    inner = public / "inner"
    inner.mkdir()
    inner.chmod(0o000)

    def work() -> None:
        for place in (inner / "tokens.json", inner / "deeper" / "tokens.json"):
            assert str(place.parent) in refused(place)

    as_somebody_else(work)
    inner.chmod(0o700)


@pytest.mark.skipif(
    getattr(os, "geteuid", int)() != 0, reason="only root can make a file of somebody else's"
)
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
@pytest.mark.parametrize("name", ["tokens.json", "tokens.json.lock"])
def test_a_file_of_another_user_is_refused(public: Path, name: str) -> None:
    public.chmod(0o777)
    (public / name).write_text("{}")

    def work() -> None:
        assert f"{public / name} belongs to another user" in refused(public / "tokens.json")

    as_somebody_else(work)


def test_root_may_make_a_store_for_a_user_that_it_becomes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_text("{}")
    owner = path.stat().st_uid
    if owner == 0:
        os.chown(path, NOBODY, NOBODY)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    FileTokenStore(path)


def test_a_store_that_is_made_leaves_nothing_in_its_folder(path: Path) -> None:
    FileTokenStore(path)
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("name", ["ENOLCK", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"])
def test_a_file_system_without_locks_is_refused(
    name: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = getattr(errno, name)

    def flock(handle: int, how: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("fcntl.flock", flock)
    told = refused(path)
    assert f"cannot be locked ({os.strerror(code)}): {path.parent}" in told
    assert "share the token through Redis" in told
    assert list(path.parent.iterdir()) == []


def test_a_file_system_whose_locks_keep_nobody_out_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fcntl.flock", lambda handle, how: None)
    assert "a lock keeps nobody out" in refused(path)


def test_a_file_system_that_is_mounted_to_be_read_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(*_: object) -> Any:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(os, "open", opened)
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    assert "cannot be written" in refused(path)


# EACCES: the rights are there, and a profile forbids the name that is tried.
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EMFILE, errno.EIO, errno.EACCES])
def test_what_may_pass_stops_no_program_at_its_start(
    code: int, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Any:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", full)
        store = FileTokenStore(path)
        platform = FakePlatform(store)
        assert token_of(platform.obtain(platform.client())) == "token-1"
    store.save("key", "text", 60)
    assert store.load("key") == "text"


MOUNTS = """\
22 1 8:1 / / rw,relatime - ext4 /dev/root rw
31 22 8:1 /srv/t {} rw,relatime shared:3 - ext4 /dev/root rw
32 22 0:5 / /proc rw - proc proc rw
short line
"""


@pytest.mark.parametrize("name", ["tokens.json", "to kens.json", "to\\kens.json", "群.json"])
def test_a_file_that_is_a_mount_of_its_own_is_refused(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts, path = tmp_path / "mountinfo", tmp_path / "folder" / name
    path.parent.mkdir()
    written = str(path).replace("\\", "\\134").replace(" ", "\\040")
    mounts.write_text(MOUNTS.format(written))
    set_mounts(monkeypatch, mounts)
    path.write_text("")
    told = refused(path)
    assert str(path) in told
    assert "mount the folder that it lies in" in told
    by_link = tmp_path / "link"
    by_link.symlink_to(path.parent)
    assert "mounted by itself" in refused(by_link / name)
    FileTokenStore(path.with_name("another.json"))
    mounts.write_text(MOUNTS.format(path.parent))
    FileTokenStore(path)


_BIND = """
mount --bind "$1/host" "$1/token" || exit 77
exec "$2" -c '
import sys
from wecom_client import FileTokenStore
try:
    FileTokenStore(sys.argv[1])
except ValueError as error:
    print(error)
' "$1/token"
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux mounts a single file")
def test_a_file_that_a_container_mounts_is_refused(tmp_path: Path) -> None:
    for name in ("host", "token"):
        (tmp_path / name).touch()
    command = ["unshare", "-rm", "sh", "-c", _BIND, "sh", str(tmp_path), sys.executable]
    try:
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=120)
    except FileNotFoundError:
        pytest.skip("there is no unshare")
    if done.returncode != 0 and not done.stdout:
        pytest.skip(f"no namespace of one's own: {done.stderr.strip()}")
    assert "mounted by itself" in done.stdout


def test_without_a_list_of_mounts_a_file_is_taken(
    path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    set_mounts(monkeypatch, tmp_path / "missing")
    path.write_text("{}")
    FileTokenStore(path)
