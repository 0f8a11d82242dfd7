"""Python as ruff lays it out: imports in order and only those in use, lines of one width.

Files are taken as they are rendered, and laid out beside that: both take as long.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
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

_BATCH = 64
"""Files of one run of ruff, which takes a hundredth of a second to start."""
_IMPORTS = re.compile(r"(?:(?:from|import) .*\n|\n)*")
_IMPORT = re.compile(r"(?P<start>(?:from \S+ )?import )(?P<names>\w.*)\n")
_APART = bytes(
    one if one > 127 or chr(one).isalnum() or one == ord("_") else 32 for one in range(256)
)
"""Makes a space of each character that is part of no name."""


def formatted(files: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    """Return files of Python as they are published; each comes as its path and its text.

    Raises:
        RunError: ruff is missing or fails, or one of the files is not Python.
    """
    left = iter(files)
    worker = ThreadPoolExecutor(1)
    try:
        batches = [
            worker.submit(_laid_out, batch) for batch in iter(lambda: [*islice(left, _BATCH)], [])
        ]
        return {path: content for one in batches for path, content in one.result()}
    finally:
        worker.shutdown(cancel_futures=True)


def _laid_out(files: list[tuple[str, str]]) -> list[tuple[str, bytes]]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in files:
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_without_idle_names(text), encoding="utf-8", newline="")
        for verb in (_LINT, ("format",)):
            _ruff(folder, *verb)
        return [(path, (folder / path).read_bytes()) for path, _ in files]


def _without_idle_names(text: str) -> str:
    """Leave out imported names that what follows does not spell: ruff is slow at many of them."""
    before, future, code = text.rpartition("from __future__ import annotations\n")
    imports = _IMPORTS.match(code)
    end = imports.end() if imports else 0
    words = {*code[end:].encode().translate(_APART).split()}

    def used(found: re.Match[str]) -> str:
        names = [
            one for one in found["names"].split(", ") if one.rpartition(" ")[2].encode() in words
        ]
        return f"{found['start']}{', '.join(names)}\n" if names else ""

    return before + future + _IMPORT.sub(used, code[:end]) + code[end:]


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
