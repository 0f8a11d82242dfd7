"""Python as ruff lays it out: imports in order and only those in use, lines of one width."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from ...problems import RunError
from .layout import WIDTH

# No setting of the user's, of git's or of ruff's own leaves a file out, wherever the folder is.
_COMMON = (
    "--isolated",
    "--no-cache",
    "--no-respect-gitignore",
    *("--config", "exclude=[]"),
    f"--line-length={WIDTH}",
    "--target-version=py311",
)
_LINT = (
    *("check", "--fix", "--exit-zero", "--quiet", "--select=I001,F401,RUF022"),
    *("--config", "lint.isort.split-on-trailing-comma=false"),
)

_IMPORT = re.compile(r"^from (?P<module>(?!__future__)\S+) import (?P<names>\w.*)\n", re.MULTILINE)


def formatted(files: Mapping[str, str]) -> dict[str, bytes]:
    """Return files of Python as they are published.

    Raises:
        RunError: ruff is missing or fails, or one of the files is not Python.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_without_idle_names(text), encoding="utf-8", newline="")
        for verb in (_LINT, ("format",)):
            _ruff(folder, *verb)
        return {path: (folder / path).read_bytes() for path in files}


def _without_idle_names(text: str) -> str:
    """Leave out imported names that what follows does not spell: ruff is slow at many of them."""
    imports = [*_IMPORT.finditer(text)]
    body = text[imports[-1].end() :] if imports else ""

    def used(found: re.Match[str]) -> str:
        names = [one for one in found["names"].split(", ") if one.rpartition(" ")[2] in body]
        return f"from {found['module']} import {', '.join(names)}\n" if names else ""

    return _IMPORT.sub(used, text)


def _ruff(folder: Path, *verb: str) -> None:
    try:
        from ruff import find_ruff_bin

        command = [find_ruff_bin(), *verb, *_COMMON, "."]
    except (ImportError, FileNotFoundError):
        raise RunError("ruff, which lays out the generated code, is missing: run 'make'") from None
    done = subprocess.run(  # noqa: S603 - what runs is ruff, in a folder of our own
        command,
        cwd=folder,
        env={name: one for name, one in os.environ.items() if not name.startswith("RUFF_")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        told = done.stderr.strip()
        what = (
            "the templates make what is not Python"
            if "Failed to parse" in told
            else f"ruff, which lays out the generated code, ended with {done.returncode}"
        )
        raise RunError(f"{what}:\n{told}" if told else what)
