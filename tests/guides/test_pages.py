"""Every Markdown file: its links, its front matter, its commands, and both languages' code."""

from __future__ import annotations

import ast
import re

import pytest

from .pages import CHINESE, DOCS, GUIDES, PAGES, READMES, ROOT, Page


def named(pages: tuple[Page, ...]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("page", pages, ids=[one.name for one in pages])


def translated() -> list[tuple[Page, Page]]:
    """Return each page that exists in both languages."""
    pairs = [(Page(ROOT / "README.md"), Page(ROOT / "README.zh-CN.md"))]
    return pairs + [(Page(DOCS / one.name), Page(one)) for one in sorted(CHINESE.glob("*.md"))]


@named(PAGES)
def test_each_link_names_a_file_and_a_heading_that_exist(page: Page) -> None:
    for link, target, anchor in page.relative_links:
        assert target.path.exists(), link
        if anchor:
            assert anchor in target.anchors, link


@named(GUIDES)
def test_a_guide_has_a_title_a_description_and_a_place_in_the_order(page: Page) -> None:
    assert page.front_matter.keys() == {"title", "description", "order"}
    assert page.front_matter["title"] == page.headings[0]
    assert len(page.front_matter["description"]) > 10
    assert isinstance(page.front_matter["order"], int)


@pytest.mark.parametrize("readme", READMES)
def test_a_readme_lists_the_guides_of_its_language_in_their_order(readme: str) -> None:
    guides = sorted(READMES[readme].glob("*.md"), key=lambda one: Page(one).front_matter["order"])
    orders = [Page(one).front_matter["order"] for one in guides]
    assert len(set(orders)) == len(orders)
    [listing] = re.findall(r"(?:^\| \[.*\n)+", Page(ROOT / readme).text, re.MULTILINE)
    listed = re.findall(r"^\| \[[^]]+\]\(([^)]+)\)", listing, re.MULTILINE)
    assert [one for one in listed if (ROOT / one).parent == READMES[readme]] == [
        one.relative_to(ROOT).as_posix() for one in guides
    ]


@named(GUIDES)
def test_a_guide_links_to_guides_alone_so_that_a_site_can_be_made_of_them(page: Page) -> None:
    for link, target, _ in page.relative_links:
        assert target.path.is_relative_to(DOCS), link


@named(PAGES)
def test_the_commands_that_a_page_shows_exist(page: Page) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    shown = [
        line for one in page.blocks if one.language == "console" for line in one.text.split("\n")
    ]
    for targets in re.findall(r"^\$ make ((?:[a-z-]+ ?)+)", "\n".join(shown), re.MULTILINE):
        for target in targets.split():
            assert re.search(rf"^[\w -]*\b{target}\b[\w -]*:", makefile, re.MULTILINE), target
    from generator.cli import main

    for verbs in re.findall(r"^\$.*?python -m generator ((?:[a-z]+ ?)+)", "\n".join(shown), re.M):
        with pytest.raises(SystemExit) as ended:
            main([*verbs.split()[: 2 if verbs.startswith("docs ") else 1], "--help"])
        assert ended.value.code == 0


@pytest.mark.parametrize(("english", "chinese"), translated(), ids=lambda one: one.name)
def test_both_languages_show_the_same_code(english: Page, chinese: Page) -> None:
    assert english.path.exists(), f"{chinese.name} has no twin"
    for language in sorted({one.language for one in (*english.blocks, *chinese.blocks)}):
        theirs = [
            [one.text for one in page.blocks if one.language == language]
            for page in (english, chinese)
        ]
        if language == "python":
            theirs = [[ast.dump(ast.parse(text)) for text in texts] for texts in theirs]
        elif language == "console":
            theirs = [[re.sub(r" +# .*", "", text) for text in texts] for texts in theirs]
        assert theirs[0] == theirs[1], language
