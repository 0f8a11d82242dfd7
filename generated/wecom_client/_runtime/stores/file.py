# Copied from templates/wecom_client/_runtime/stores/file.py: edit that file, then run 'make generate'.
"""A token store in a file, shared by the processes of one machine."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypedDict

from ..decode import decode_json, decode_text, is_finite
from ..file_lock import try_lock, unlock

_LARGEST = 4 * 1024 * 1024
_MOUNTS = Path("/proc/self/mountinfo")
_OCTAL = re.compile(rb"\\([0-7]{3})")
_WITHOUT_RIGHTS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_WITHOUT_LOCKS = frozenset(
    getattr(errno, name)
    for name in ("ENOLCK", "ENOSYS", "ENOTSUP", "EOPNOTSUPP")
    if hasattr(errno, name)
)
_FLAGS = 0
for _name in ("O_NOFOLLOW", "O_CLOEXEC", "O_NONBLOCK", "O_BINARY"):
    _FLAGS |= getattr(os, _name, 0)


class _Entry(TypedDict):
    until: float
    text: str


class FileTokenStore:
    """Keeps tokens in a file that only its owner can read, of any number of applications.

    `path`: the file, whose folder has to exist and should be one in which nobody else can write;
    `~` is the home folder. Beside it lie lock files, named after it, which stay.

    Raises:
        TypeError, ValueError: a path that cannot serve, with the reason.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = _usable(path)
        self._locks: set[int] = set()

    def __repr__(self) -> str:
        return f"FileTokenStore({str(self._path)!r})"

    def start_anew(self) -> None:
        """Leave the locks to the parent process: called in a forked child."""
        while self._locks:
            os.close(self._locks.pop())

    def load(self, key: str) -> str | None:
        """Return the text saved last; of a file that is not ours, an empty one.

        Raises:
            UnicodeDecodeError: the file holds no text.
        """
        entries = self._read()
        if entries is None:
            return ""
        return entries[key]["text"] if key in entries else None

    def save(self, key: str, text: str, seconds: float) -> None:
        """Write the file anew, without texts that nobody needs any more, and put it in place."""
        release = self._lock_for_writing()
        try:
            now = time.time()
            kept = {name: one for name, one in self._readable().items() if one["until"] > now}
            kept[key] = {"until": now + seconds, "text": text}
            self._write(json.dumps(kept).encode())
        finally:
            release()

    def try_lock(self, key: str, seconds: float) -> Callable[[], None] | None:
        """Take the key's lock; the system takes it away from a process that dies."""
        name = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return self._try_lock(self._beside(f".{name}.lock"))

    def _lock_for_writing(self) -> Callable[[], None]:
        # Held for as long as it takes to write a small file, and never while somebody fetches.
        for _ in range(100):
            if (release := self._try_lock(self._beside(".lock"))) is not None:
                return release
            time.sleep(0.01)
        raise TimeoutError(errno.ETIMEDOUT, "somebody has been writing the token file for long")

    def _beside(self, ending: str) -> Path:
        return _beside(self._path, ending)

    def _try_lock(self, path: Path) -> Callable[[], None] | None:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | _FLAGS, 0o600)
        is_mine = False
        try:
            is_mine = try_lock(handle)
            if is_mine:
                self._locks.add(handle)
        finally:
            if not is_mine:
                os.close(handle)
        return partial(self._release, handle) if is_mine else None

    def _release(self, handle: int) -> None:
        try:
            self._locks.remove(handle)
        except KeyError:
            return
        # Closing is not enough: a forked child may hold the same open file.
        unlock(handle)
        os.close(handle)

    def _readable(self) -> dict[str, _Entry]:
        """Return every entry, or none where the file holds something else."""
        try:
            return self._read() or {}
        except UnicodeDecodeError:
            return {}

    def _read(self) -> dict[str, _Entry] | None:
        """Return every entry; None: the file holds something else.

        Raises:
            UnicodeDecodeError: it holds no text.
        """
        try:
            handle = os.open(self._path, os.O_RDONLY | _FLAGS)
        except FileNotFoundError:
            return {}
        with os.fdopen(handle, "rb") as file:
            _keep_to_ourselves(handle)
            data = file.read(_LARGEST + 1)
        text = decode_text(data) if len(data) <= _LARGEST else ""
        try:
            entries = decode_json(text)
        except (ValueError, RecursionError):
            return None
        is_ours = isinstance(entries, dict) and all(map(_is_entry, entries.values()))
        return entries if is_ours else None

    def _write(self, data: bytes) -> None:
        draft = self._beside(".new")
        with suppress(FileNotFoundError):
            draft.unlink()  # of a process that died while it wrote
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                _keep_to_ourselves(handle)
                file.write(data)
                file.flush()
                os.fsync(handle)
            draft.replace(self._path)
        except BaseException:
            with suppress(OSError):
                draft.unlink()
            raise


def _usable(path: str | os.PathLike[str]) -> Path:
    text = os.fspath(path)
    if not isinstance(text, str):
        raise TypeError(f"path must be a string or a pathlib.Path, is {type(text).__name__}")
    if not text or "\0" in text:
        raise ValueError("path must name a file")
    file = Path(text).expanduser().absolute()
    try:
        flaw = _flaw_of_file(file) or _flaw_of_folder(file.parent)
    except OSError as problem:
        flaw = (
            f"{file} cannot be looked at ({problem.strerror}): pass a path that this user can use"
        )
    if flaw:
        raise ValueError(flaw)
    return file


def _flaw_of_file(file: Path) -> str:
    if not file.parent.is_dir():
        return f"the folder of the token file does not exist: {file.parent}"
    if file.is_symlink() or (file.exists() and not file.is_file()):
        kind = "a symbolic link" if file.is_symlink() else "not a plain file"
        return f"{file} is {kind}: pass the path of a file"
    if _is_mounted(file):
        return (
            f"{file} is mounted by itself, so it cannot be replaced, and its lock files are not"
            " shared: mount the folder that it lies in, and pass the path of the file there"
        )
    for one in (file, _beside(file, ".lock")):
        if _is_of_another(one):
            return f"{one} belongs to another user: pass a path of this user's own"
    return ""


def _flaw_of_folder(folder: Path) -> str:
    problem = _problem_of_lock(folder)
    if problem is None:
        return ""
    if problem.errno in _WITHOUT_LOCKS:
        return (
            f"the folder of the token file lies where files cannot be locked ({problem.strerror}):"
            f" {folder}. Pass a path on a disk of this machine, or share the token through Redis"
        )
    # Only where both say so: a profile may forbid the name that was tried and no other.
    if problem.errno in _WITHOUT_RIGHTS and not os.access(folder, os.W_OK | os.X_OK):
        return (
            f"the folder of the token file cannot be written: {folder}. The file is replaced as a"
            " whole, and lock files lie beside it: pass a path in a folder that this user can write"
        )
    return ""


def _problem_of_lock(folder: Path) -> OSError | None:
    """Try a lock on a file that is gone afterwards: whoever uses the store may be another user."""
    probe = folder / f".{os.urandom(8).hex()}.lock"
    handles: list[int] = []
    try:
        for flag in (os.O_CREAT | os.O_EXCL, 0):
            handles.append(os.open(probe, os.O_RDWR | flag | _FLAGS, 0o600))
        if all(map(try_lock, handles)):
            return OSError(errno.ENOLCK, "a lock keeps nobody out")
    except OSError as problem:
        return problem.with_traceback(None)
    finally:
        for handle in handles:
            os.close(handle)
        with suppress(OSError):
            probe.unlink()
    return None


def _is_of_another(file: Path) -> bool:
    # Root may become its owner yet, as servers do that start with all rights and give them up.
    if sys.platform == "win32" or os.geteuid() == 0 or not file.exists():
        return False
    return file.stat().st_uid != os.geteuid()


def _beside(file: Path, ending: str) -> Path:
    return file.with_name(file.name + ending)


def _is_mounted(file: Path) -> bool:
    """Whether the file is a mount of its own; Linux alone has such, and tells it."""
    try:
        mounts = _MOUNTS.read_bytes().splitlines()
    except OSError:
        return False
    place = os.fsencode(os.path.realpath(file.parent / file.name))
    return any(_mount_point(line) == place for line in mounts)


def _mount_point(line: bytes) -> bytes:
    """Return the place of a mount; blanks, line ends and backslashes in it are written as octal."""
    field = line.split(b" ", 5)[4:5]
    return _OCTAL.sub(lambda found: bytes([int(found[1], 8)]), b"".join(field))


def _keep_to_ourselves(handle: int) -> None:
    """Let nobody else read the file; refuse one in which somebody else may have put a token."""
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "the token file is not a plain file")
    if sys.platform != "win32":
        if status.st_uid != os.geteuid():
            raise PermissionError(errno.EPERM, "the token file belongs to another user")
        if stat.S_IMODE(status.st_mode) != 0o600:
            os.fchmod(handle, 0o600)


def _is_entry(entry: object) -> bool:
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
        return False
    return is_finite(entry.get("until"))
