"""What README and guides show of documents is what the tool prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..changes.changing import own_git
from ..documents.helpers import run
from .pages import DOCS, ROOT, Page
from .update import ACCEPT, CHECK, COMMANDS, DIFF, is_shown, reason_to_skip, shown, walk

__all__ = ["own_git"]

SHOWING = [Page(ROOT / "README.md"), Page(DOCS / "generator.md")]
"""The Chinese pages have the same blocks, which test_pages.py holds."""


@pytest.mark.skipif(bool(reason_to_skip()), reason=reason_to_skip())
@pytest.mark.usefixtures("own_git")
def test_what_pages_show_of_an_update_is_what_the_tool_prints(tmp_path: Path) -> None:
    said = walk(tmp_path)
    assert [code for code, _ in said.values()] == [1, 1, 0, 0]
    for page in SHOWING:
        for line, command, output in shown(page):
            assert is_shown(output, said[command][1]), (
                f"{page.name}:{line}: {command} prints\n{said[command][1]}"
                "('python -m tests.guides.update' prints the whole walk)"
            )


@pytest.mark.parametrize("page", SHOWING, ids=lambda one: one.name)
def test_a_page_shows_each_step_of_the_update(page: Page) -> None:
    commands = [command for _, command, _ in shown(page)]
    assert [one for one in commands if one in (CHECK, ACCEPT, DIFF)] == [CHECK, ACCEPT, DIFF]
    assert set(commands) <= set(COMMANDS)


def test_the_facts_that_the_guide_shows_are_those_of_its_page() -> None:
    code, said = run("docs", "facts", Path(__file__).with_name("take.md"))
    blocks = [one.text for one in Page(DOCS / "generator.md").blocks]
    assert code == 0
    assert f"$ python -m generator docs facts take.md\n{said}" in blocks, said


SAID = "one\ntwo (specs/a.yaml:7)\nthree\nfour\n"


@pytest.mark.parametrize(
    "output",
    [SAID, "one\ntwo (specs/a.yaml:9)\n  … 2 more lines\n", "… 1 more line\n" + SAID[4:]],
)
def test_lines_may_be_left_out_where_a_line_says_how_many(output: str) -> None:
    assert is_shown(output, SAID)


@pytest.mark.parametrize(
    "output",
    ["one\n", SAID + "five\n", SAID[4:], "one\n… 2 more lines\n", "one\n… 9 more lines\n", "…\n"],
)
def test_no_line_is_left_out_or_added_in_silence(output: str) -> None:
    assert not is_shown(output, SAID)
