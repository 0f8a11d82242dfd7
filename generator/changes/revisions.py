"""Names to trees: a folder of specs, a checkout, or a revision that git takes out of its history.

A revision is read with `ls-tree` and `cat-file` into a folder of its own: the work tree is not
touched, no attribute rewrites a file, and no link is followed.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from ..problems import RunError

SPECS, GENERATED = "specs", "generated"
"""Folders of a checkout: the specs, and the code that was made of them."""


class RevisionError(RunError):
    """A side of a comparison cannot be had; it says why and what would do."""


@dataclass(frozen=True)
class Tree:
    """One side of a comparison.

    `shown` is what problems call the folder of specs, `place` what it is called in a work tree.
    `committed` holds the generated code beside it.
    """

    name: str
    shown: str
    place: str
    specs: Path
    committed: Path | None = None


@contextmanager
def opened(*names: str) -> Iterator[list[Tree]]:
    """Give the trees that names stand for; what was taken out of git lives as long as the block.

    Raises:
        RevisionError: with what is wrong with each name.
    """
    trees, problems = [], []
    with TemporaryDirectory(prefix="wecom-diff-") as scratch:
        for index, name in enumerate(names):
            try:
                trees.append(_open(name, Path(scratch) / str(index)))
            except RevisionError as error:
                problems.append(str(error))
        if problems:
            raise RevisionError("\n".join(dict.fromkeys(problems)))
        yield trees


def _open(name: str, scratch: Path) -> Tree:
    path = Path(name)
    if name and os.path.isdir(path):  # noqa: PTH112 - unlike Path's, it bears any name
        is_checkout = (path / SPECS).is_dir() and (path / "generator" / "__main__.py").is_file()
        specs = path / SPECS if is_checkout else path
        return _tree(name, str(specs), str(specs), specs)
    if name and os.path.exists(path):  # noqa: PTH110
        raise RevisionError(f"{name!r} is a file; name a folder of specs or a git revision")
    return _Git(name).take(scratch)


def _tree(name: str, shown: str, place: str, specs: Path) -> Tree:
    beside = specs.resolve().parent / GENERATED
    is_project = specs.resolve().name == SPECS and beside.is_dir()
    return Tree(name, shown, place, specs, beside if is_project else None)


class _Git:
    """Takes one revision out of the repository of the current folder."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.revision, _, folder = name.partition(":")
        self.folder = PurePosixPath(folder or SPECS)
        git = shutil.which("git")
        if git is None:
            raise RevisionError(f"{name!r} is not a folder, and no git is here to find a revision")
        self.git = git

    def take(self, scratch: Path) -> Tree:
        """Write the folders of the revision that matter and return them as a tree."""
        prefix = self._checked("is not a folder, and", "rev-parse", "--show-prefix")
        commit = self._commit()
        base = self._base(commit, os.fsdecode(prefix.rstrip(b"\n")))
        place = f"{base}{self.folder}"
        try:
            self._write(f"{commit}:{_named(base, self.folder)}", scratch / self.folder)
            if self.folder == PurePosixPath(SPECS) and self._has(f"{commit}:{base}{GENERATED}"):
                self._write(f"{commit}:{base}{GENERATED}", scratch / GENERATED)
        except OSError as error:
            raise RevisionError(f"{self.name!r} cannot be written: {error}") from error
        return _tree(self.name, f"{self.revision}:{place}", place, scratch / self.folder)

    def _commit(self) -> str:
        commit = f"{self.revision}^{{commit}}"
        options = ("--verify", "--quiet", "--end-of-options")
        # a revision that begins so would be an option to a git that does not know the last one
        is_one = self.revision and not self.revision.startswith("-")
        found = self._run("rev-parse", *options, commit).stdout if is_one else b""
        if not found.strip():
            shallow = self._run("rev-parse", "--is-shallow-repository").stdout
            hint = "; this clone is shallow: 'git fetch --unshallow' gets the whole history"
            raise RevisionError(
                f"{self.name!r} is neither a folder nor a git revision"
                + (hint if shallow.strip() == b"true" else "")
            )
        return found.decode().strip()

    def _base(self, commit: str, prefix: str) -> str:
        """Return the folder of the revision that the folder of specs stands in."""
        if ".." not in self.folder.parts and not self.folder.is_absolute():
            for base in dict.fromkeys((prefix, "")):
                if self._has(f"{commit}:{_named(base, self.folder)}"):
                    return base
        raise RevisionError(
            f"{self.revision!r} has no folder {str(self.folder)!r}; "
            "REVISION:FOLDER names the folder of specs"
        )

    def _has(self, folder: str) -> bool:
        return self._run("cat-file", "-t", folder).stdout.strip() == b"tree"

    def _write(self, folder: str, target: Path) -> None:
        """Write the files of a folder; links and submodules are none."""
        trouble = "cannot be read:"
        listed = os.fsdecode(self._checked(trouble, "ls-tree", "-r", "-z", "--full-tree", folder))
        entries = (line.partition("\t") for line in listed.split("\0"))
        files = {path: facts.split()[2] for facts, _, path in entries if facts.startswith("100")}
        wanted = "".join(f"{digest}\n" for digest in files.values()).encode()
        content = io.BytesIO(self._checked(trouble, "cat-file", "--batch", given=wanted))
        for path in files:
            head = content.readline()
            kind, _, size = head.strip().rpartition(b" ")
            if not kind.endswith(b" blob"):
                raise RevisionError(f"{self.revision!r} lacks {path!r}: {_line(head)}")
            if ".." in PurePosixPath(path).parts or "\\" in path or ":" in path:
                raise RevisionError(f"{self.revision!r} has {path!r}, which is not a path")
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            (target / path).write_bytes(content.read(int(size)))
            content.readline()

    def _checked(self, trouble: str, *arguments: str, given: bytes = b"") -> bytes:
        done = self._run(*arguments, given=given)
        if done.returncode:
            raise RevisionError(f"{self.name!r} {trouble} git says: {_line(done.stderr)}")
        return done.stdout

    def _run(self, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        command = (self.git, *arguments)
        try:
            return subprocess.run(command, input=given, capture_output=True, check=False)  # noqa: S603 - no shell, git's own path
        except OSError as error:
            raise RevisionError(f"{self.name!r}: git cannot be run: {error}") from error


def _named(base: str, folder: PurePosixPath) -> str:
    return f"{base}{folder}" if folder.parts else base.rstrip("/")


def _line(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[0] if lines else "nothing"
