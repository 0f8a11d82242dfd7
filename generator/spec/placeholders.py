"""What a draft leaves for people to decide, and how it is found where nobody did."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from ..problems import Location, Problem
from .load import spec_files

PLACEHOLDER = "TODO"
"""How a comment begins that asks somebody to decide, or to write, what stands below it."""

_COMMENT = re.compile(rf"[ \t]*# {PLACEHOLDER}\b:?[ \t]*(.*)")


def committed_placeholders(folder: Path) -> Iterator[Problem]:
    """Find what is not decided yet in specs that git holds; a draft that it does not may ask."""
    held = _held_by_git(folder)
    for path in spec_files(folder):
        if path.resolve() not in held:
            continue
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
            if found := _COMMENT.fullmatch(line):
                column = line.index("#") + 1
                said = f"is still to do: {found[1]}; do it, then take the comment away"
                yield Problem(Location(str(path), number, column), said)


def _held_by_git(folder: Path) -> set[Path]:
    """Return the files of a folder that are committed or about to be; none without git."""
    git = shutil.which("git")
    if git is None:
        return set()
    command = (git, "-C", str(folder), "ls-files", "-z", "--", ".")
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - no shell, git's own path
    names = os.fsdecode(done.stdout).split("\0") if not done.returncode else []
    return {(folder / name).resolve() for name in names if name}
