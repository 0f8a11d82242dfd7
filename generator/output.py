"""Files and a folder: compare them, publish all or nothing, remove only what was written before."""

from __future__ import annotations

import contextlib
import difflib
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path, PurePosixPath

from .decode import conflict_line
from .marker import source_of
from .problems import RunError

MANIFEST = ".manifest"
"""Lists what was written, with hashes."""

_PREAMBLE = (
    "# What 'generate' wrote, with SHA-256. The empty lines keep git from taking changes of\n"
    "# neighbours for a conflict; after a merge, 'make generate' writes this file anew.\n"
)

_STAGING = ".staging"
_CACHES = frozenset(
    {"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", _STAGING}
)
_DIFF_LINES = 12


class OutputError(RunError):
    """The output cannot be written or read; the old one is whole."""


@dataclass(frozen=True)
class Difference:
    """One file that is not as it should be: `edited`, `outdated`, `missing` or `stale`.

    An outdated one is as it was written; since then the specs, or the generator, say something
    else. An edited one is not; where it is a copy, `source` is the file to edit.
    """

    kind: str
    path: str
    diff: str = ""
    source: str = ""

    def __str__(self) -> str:
        """Return the kind, the path, where an edit belongs, and a short diff."""
        told = f"{self.kind}: {self.path}"
        if self.source:
            told += f" (copied from {self.source}: edit that; 'python -m generator adopt' takes"
            told += " this edit there)"
        return told + (f"\n{self.diff}" if self.diff else "")


def with_manifest(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files and the manifest that lists them."""
    for path in files:
        parts = PurePosixPath(path).parts
        if not parts or path.startswith("/") or ".." in parts or "\\" in path or path == MANIFEST:
            raise OutputError(f"{path!r} is not a path inside the output")
    return {**files, MANIFEST: manifest((path, file_hash(one)) for path, one in files.items())}


def manifest(hashes: Iterable[tuple[str, str]]) -> bytes:
    """Return the manifest of files, each with the hash of what was written."""
    lines = (f"\n{digest}  {path}\n" for path, digest in sorted(hashes))
    return "".join((_PREAMBLE, *lines)).encode()


def recorded(folder: Path) -> Iterator[tuple[str, str]]:
    """Return the manifest's files, each with its hash; git may have left two of one file."""
    listed = _read(folder / MANIFEST) or b""
    for line in listed.decode("utf-8", "replace").splitlines():
        digest, _, path = line.partition("  ")
        parts = PurePosixPath(path).parts
        if parts and ".." not in parts and path[0] != "/" and "/".join(parts) == path:
            yield path, digest


def compare(files: Mapping[str, bytes], folder: Path) -> list[Difference]:
    """Return each file of the folder that differs from what was rendered, in the order of paths.

    Raises:
        OutputError: a file cannot be read.
    """
    try:
        return _compare(with_manifest(files), folder)
    except OSError as error:
        raise OutputError(f"cannot read {error.filename}: {error.strerror}") from error


def _compare(wanted: Mapping[str, bytes], folder: Path) -> list[Difference]:
    found = {}
    written = {*recorded(folder)}
    for path, content in wanted.items():
        present = _read(folder / path)
        if present is None:
            found[path] = Difference("missing", path)
        elif present != content:
            diff = _diff(path, present, content)
            if (path, file_hash(present)) in written:
                found[path] = Difference("outdated", path, diff)
            else:
                found[path] = Difference("edited", path, diff, source_of(content))
    for path in _present(folder):
        if path not in wanted:
            found[path] = Difference("stale", path)
    # the manifest follows from the other files; alone it counts only when it was edited itself
    if len(found) > 1:
        found.pop(MANIFEST, None)
    return [found[path] for path in sorted(found)]


def publish(files: Mapping[str, bytes], folder: Path) -> list[str]:
    """Write what differs and remove what was written before and is no longer rendered.

    Returns the paths that changed. On any error every file is as it was before.

    Raises:
        OutputError: nothing was changed; it says why.
    """
    wanted = with_manifest(files)
    with locked(folder):
        return _publish(wanted, folder)


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let one process at a time change a folder, where the system has such locks.

    Raises:
        OutputError: the system refused something; the folder is as it was.
    """
    try:
        with contextlib.ExitStack() as held:
            folder.mkdir(parents=True, exist_ok=True)
            with contextlib.suppress(ImportError):
                import fcntl

                descriptor = os.open(folder, os.O_RDONLY)
                held.callback(os.close, descriptor)
                fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
    except OSError as error:
        name = error.filename2 or error.filename
        where = f" {name}" if name else ""
        raise OutputError(
            f"cannot write{where}: {error.strerror or error}; {folder} is as it was"
        ) from error


@contextlib.contextmanager
def replaced(folder: Path, files: Mapping[str, bytes | None]) -> Iterator[None]:
    """Write files below a folder, or remove those that are None; all come back if the block fails.

    Raises:
        OutputError: a path leads out of the folder; nothing was changed.
    """
    top = folder.resolve()
    leads_out = cache(lambda parent: not parent.resolve().is_relative_to(top))
    for path in files:
        if leads_out((folder / path).parent):
            raise OutputError(f"{folder / path} leads out of {folder}; nothing was written")
    staging = folder / _STAGING
    shutil.rmtree(staging, ignore_errors=True)
    try:
        for path, content in files.items():
            if content is not None:
                _write(staging / "new" / path, content)
        with contextlib.ExitStack() as undo:
            for path, content in files.items():
                _put_away(folder / path, staging / "old" / path, undo)
                if content is not None:
                    _put(staging / "new" / path, folder / path, undo)
            yield
            undo.pop_all()
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _put_away(target: Path, kept: Path, undo: contextlib.ExitStack) -> None:
    if target.is_file() or target.is_symlink():
        kept.parent.mkdir(parents=True, exist_ok=True)
        # registered first: an interruption may come right after the move
        undo.callback(_if_possible, lambda: kept.replace(target))
        target.replace(kept)


def _put(new: Path, target: Path, undo: contextlib.ExitStack) -> None:
    missing = [*takewhile(lambda one: not one.exists(), target.parents)]
    for above in reversed(missing):
        undo.callback(_if_possible, above.rmdir)
    if missing:
        target.parent.mkdir(parents=True, exist_ok=True)
    undo.callback(_if_possible, target.unlink)
    new.replace(target)


def _if_possible(action: Callable[[], object]) -> None:
    with contextlib.suppress(OSError):
        action()


def replace_file(path: Path, content: bytes) -> None:
    """Write one file, whole or not at all.

    Raises:
        OutputError: nothing was changed; it says why.
    """
    staged = path.with_name(f".{path.name}{_STAGING}")
    try:
        _write(staged, content)
        staged.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            staged.unlink()
        raise OutputError(f"cannot write {path}: {error.strerror or error}") from error


def _publish(wanted: Mapping[str, bytes], folder: Path) -> list[str]:
    left = (one for one in recorded(folder) if one[0] not in wanted)
    old = {path: None for path, digest in left if _holds(folder / path, digest)}
    new = {path: content for path, content in wanted.items() if _read(folder / path) != content}
    with replaced(folder, {**old, **new}):
        pass
    for path in old:
        _remove_empty_folders((folder / path).parent, folder)
    return sorted({*new, *old} - {MANIFEST})


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _holds(path: Path, digest: str) -> bool:
    """Say whether a file still holds what was written."""
    content = _read(path)
    return content is not None and file_hash(content) == digest


def _present(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        is_cache = any(part in _CACHES or part.endswith(".egg-info") for part in relative.parts)
        if not is_cache and (path.is_file() or path.is_symlink()):
            yield relative.as_posix()


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def _remove_empty_folders(folder: Path, top: Path) -> None:
    while folder != top and folder.is_relative_to(top):
        shutil.rmtree(folder / "__pycache__", ignore_errors=True)
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def file_hash(content: bytes) -> str:
    """Return the hash by which the manifest knows a file."""
    return hashlib.sha256(content).hexdigest()


def _diff(path: str, present: bytes, wanted: bytes) -> str:
    try:
        before, after = present.decode().splitlines(), wanted.decode().splitlines()
    except UnicodeDecodeError:
        return "  (it is not text any more)"
    conflict = conflict_line(present.decode())
    if conflict:
        return f"  (git left a merge conflict in line {conflict}; 'generate' writes the file anew)"
    lines = list(
        difflib.unified_diff(before, after, f"{path} (found)", f"{path} (rendered)", "", "", 1, "")
    )
    if not lines:
        return "  (only the line ends differ)"
    more = [f"… {len(lines) - _DIFF_LINES} more lines"] if len(lines) > _DIFF_LINES else []
    return "\n".join(f"  {line}" for line in [*lines[:_DIFF_LINES], *more])
