"""Files and a folder: compare them, publish all or nothing, remove only what was written before."""

from __future__ import annotations

import contextlib
import difflib
import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from .decode import conflict_line
from .problems import RunError

MANIFEST = ".manifest"
"""Lists what was written, with hashes, in the form of `sha256sum`."""

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
    else. An edited one is not.
    """

    kind: str
    path: str
    diff: str = ""

    def __str__(self) -> str:
        """Return the kind, the path and a short diff."""
        return f"{self.kind}: {self.path}" + (f"\n{self.diff}" if self.diff else "")


def with_manifest(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files and the manifest that lists them."""
    for path in files:
        parts = PurePosixPath(path).parts
        if not parts or path.startswith("/") or ".." in parts or "\\" in path or path == MANIFEST:
            raise OutputError(f"{path!r} is no path inside the output")
    lines = [f"{_hash(content)}  {path}\n" for path, content in sorted(files.items())]
    return {**files, MANIFEST: "".join(lines).encode()}


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
    written = set(_written_before(folder))
    for path, content in wanted.items():
        present = _read(folder / path)
        if present is None:
            found[path] = Difference("missing", path)
        elif present != content:
            kind = "outdated" if path in written else "edited"
            found[path] = Difference(kind, path, _diff(path, present, content))
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
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _locked(folder):
            return _publish(with_manifest(files), folder)
    except OSError as error:
        name = error.filename2 or error.filename
        where = f" {name}" if name else ""
        raise OutputError(
            f"cannot write{where}: {error.strerror or error}; {folder} is as it was"
        ) from error


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
    old = {path: folder / path for path in _written_before(folder) if path not in wanted}
    new = {path: content for path, content in wanted.items() if _read(folder / path) != content}
    for path in (*old, *new):
        if not _is_inside(folder / path, folder):
            raise OutputError(f"{folder / path} leads out of {folder}; nothing was written")
    staging = folder / _STAGING
    shutil.rmtree(staging, ignore_errors=True)
    try:
        for path, content in new.items():
            _write(staging / "new" / path, content)
        _swap(folder, staging, list(new), list(old))
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    for path in old:
        _remove_empty_folders((folder / path).parent, folder)
    return sorted({*new, *old} - {MANIFEST})


def _swap(folder: Path, staging: Path, new: list[str], old: list[str]) -> None:
    """Move every file to its place; on an error, move everything back."""
    undo: list[tuple[Path, Path | None]] = []
    made: list[Path] = []
    try:
        for path in [*old, *new]:
            target, kept = folder / path, staging / "old" / path
            if target.is_file() or target.is_symlink():
                kept.parent.mkdir(parents=True, exist_ok=True)
                target.replace(kept)
                undo.append((target, kept))
            if path in new:
                made += [above for above in target.parents if not above.exists()]
                target.parent.mkdir(parents=True, exist_ok=True)
                undo.append((target, None))
                (staging / "new" / path).replace(target)
    except BaseException:
        for target, backup in reversed(undo):
            with contextlib.suppress(OSError):
                if backup is None:
                    target.unlink(missing_ok=True)
                else:
                    backup.replace(target)
        for above in sorted(made, reverse=True):
            with contextlib.suppress(OSError):
                above.rmdir()
        raise


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Let one process at a time publish into a folder, where the system has such locks."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _written_before(folder: Path) -> Iterator[str]:
    """Return the manifest's files that still hold what was written."""
    manifest = _read(folder / MANIFEST) or b""
    for line in manifest.decode("utf-8", "replace").splitlines():
        digest, _, path = line.partition("  ")
        parts = PurePosixPath(path).parts
        if not parts or ".." in parts or path.startswith("/") or "/".join(parts) != path:
            continue
        content = _read(folder / path)
        if content is not None and _hash(content) == digest:
            yield path


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


def _is_inside(path: Path, folder: Path) -> bool:
    return path.parent.resolve().is_relative_to(folder.resolve())


def _remove_empty_folders(folder: Path, top: Path) -> None:
    while folder != top and folder.is_relative_to(top):
        shutil.rmtree(folder / "__pycache__", ignore_errors=True)
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _diff(path: str, present: bytes, wanted: bytes) -> str:
    try:
        before, after = present.decode().splitlines(), wanted.decode().splitlines()
    except UnicodeDecodeError:
        return "  (it is no text any more)"
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
