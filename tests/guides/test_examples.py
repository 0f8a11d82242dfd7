"""The Python of README and guides runs on the simulator, and prints what the page says."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from ..model import KNOWN, need
from .pages import PAGES, ROOT, Page

# The Chinese pages have the same code, which test_pages.py holds.
RUNNABLE = [
    one
    for one in PAGES
    if "zh-CN" not in one.name and any(block.language == "python" for block in one.blocks)
]


@pytest.mark.slow
@pytest.mark.parametrize("page", RUNNABLE, ids=[one.name for one in RUNNABLE])
def test_each_example_of_a_page_runs_on_the_simulator(page: Page) -> None:
    code = "".join(one.text for one in page.blocks if one.language == "python")
    need(*(one for one in KNOWN if re.search(rf"\b(iter_)?{one}(_all|_many)?\b", code)))
    ended = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.guides.run", page.name],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert ended.returncode == 0, ended.stderr
