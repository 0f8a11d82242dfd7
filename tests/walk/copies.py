"""A copy of the tree, in which a maintainer's commands are run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_PARTS = ("pyproject.toml", "specs", "templates", "generator", "generated", "tests")
_CACHE = ".mypy_cache"
"""What mypy knows of the checkout, if anything: it goes by what files hold, not by their places."""
_LEFT_OUT = ("__pycache__", "golden", "walk", "*.egg-info")
"""The walk itself is not in a copy: it would walk without end."""
_ENDS_AFTER = 3000


class Copy:
    """The sources of the project, to be edited."""

    def __init__(self, home: Path) -> None:
        """Copy the sources into a folder that is not there yet."""
        self.home = home
        home.mkdir()
        for part in (*_PARTS, _CACHE) if (ROOT / _CACHE).is_dir() else _PARTS:
            source = ROOT / part
            if source.is_dir():
                shutil.copytree(source, home / part, ignore=shutil.ignore_patterns(*_LEFT_OUT))
            else:
                shutil.copy2(source, home / part)

    @property
    def specs(self) -> Path:
        """The folder of the specs."""
        return self.home / "specs"

    def run(self, *arguments: str) -> str:
        """Run this Python on the copy's own client, and return what it said; it must end well."""
        inherited = {name: text for name, text in os.environ.items() if name[:7] != "PYTEST_"}
        inherited.pop("PYTHONDONTWRITEBYTECODE", None)  # several processes read the same files
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.home,
            env={**inherited, "PYTHONPATH": str(self.home / "generated")},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_ENDS_AFTER,
            check=False,
        )
        assert done.returncode == 0, f"{' '.join(arguments)}\n{done.stdout[-20_000:]}"
        return done.stdout
