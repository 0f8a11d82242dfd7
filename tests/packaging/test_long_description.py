"""What an index of packages shows: README.md, whose links have to lead somewhere there too."""

from __future__ import annotations

import re

from ..guides.pages import ROOT, Page
from .long_description import README, absolute

URL = "https://example.com/acme/wecom-client/blob/v1.2.3"


def test_relative_links_lead_to_the_release() -> None:
    assert absolute("[a](docs/a.md#b)", URL) == f"[a]({URL}/docs/a.md#b)"
    assert absolute("[`x(…)`](docs/a.md)", URL + "/") == f"[`x(…)`]({URL}/docs/a.md)"


def test_other_links_and_code_stay_as_they_are() -> None:
    text = "[a](https://example.com/) [b](#b) `[c](d)`\n\n```python\nx = y[0](z)\n```\n"
    assert absolute(text, URL) == text


def test_no_link_of_the_readme_depends_on_the_files_beside_it_then() -> None:
    before = [link for link, *_ in Page(README).relative_links if not link.startswith("#")]
    assert before
    after = absolute(README.read_text("utf-8"), URL)
    assert re.findall(rf"\]\({re.escape(URL)}/([^)]+)\)", after) == before


def test_the_release_does_it_before_it_builds() -> None:
    workflow = (ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8")
    rewrites = workflow.index("python -m tests.packaging.long_description ")
    assert rewrites < workflow.index("uv build")
