"""Writes the golden tree and the problems of the cases anew. Read the difference in git."""

from __future__ import annotations

import shutil
from functools import cache

from generator.targets import read_api
from generator.targets.python.render import Renderer

from . import cases
from .package import GOLDEN, GOLDEN_SPECS

_SHOWN = (
    "_error_codes.py",
    "_failed_records.py",
    "media/get.py",
    "names/get.py",
    "shop/_shapes.py",
    "shop/order/create.py",
)
"""Files with what the specs of the project have nothing of: other types, names, limits, queries.

The rest of the code is seen in `generated/`, passes linters, formatter and mypy, and is used.
"""


@cache
def golden_files() -> dict[str, bytes]:
    """Return those of the files that the golden specs render to which the golden tree shows."""
    files = Renderer(read_api(GOLDEN_SPECS)).render()
    return {name: files[f"wecom_client/{name}"] for name in _SHOWN}


def main() -> None:
    """Replace the golden tree, and the problems that the cases expect."""
    cases.refresh()
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for path, content in golden_files().items():
        target = GOLDEN / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


if __name__ == "__main__":
    main()
