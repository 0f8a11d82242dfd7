"""Writes the golden tree anew: `python -m tests.generator.refresh`. Read the difference in git."""

from __future__ import annotations

import shutil
from functools import cache

from generator.targets import read_api
from generator.targets.python.render import TEMPLATES, Renderer

from .package import GOLDEN, GOLDEN_SPECS

_SAME_FOR_ALL_SPECS = {"wecom_client/__init__.py"}
# what the templates' behaviours decide: tests/simulator/test_behaviours.py looks at these
_SIMULATOR = {f"wecom_client/simulator/{name}.py" for name in ("__init__", "simulator")}


@cache
def golden_files() -> dict[str, bytes]:
    """Return what the golden specs render to, without the files that no spec changes."""
    files = Renderer(read_api(GOLDEN_SPECS)).render()
    return {
        path: content
        for path, content in files.items()
        if not (TEMPLATES / path).is_file() and path not in _SAME_FOR_ALL_SPECS | _SIMULATOR
    }


def main() -> None:
    """Replace the golden tree."""
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for path, content in golden_files().items():
        target = GOLDEN / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


if __name__ == "__main__":
    main()
