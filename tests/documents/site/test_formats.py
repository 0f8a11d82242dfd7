"""A page gives the same facts from Markdown and from HTML."""

from __future__ import annotations

import pytest

from generator.documents.facts import DocumentFacts
from generator.documents.reading import read_document

from .comparing import changes
from .measures_of_facts import differences_of_formats
from .pages import SITE, needs_site, pages, report

pytestmark = needs_site


@pytest.mark.parametrize("like_site", [True, False], ids=["as the site does", "to the letter"])
def test_pages_give_the_same_facts_from_markdown_and_from_html(like_site: bool) -> None:
    pytest.importorskip("markdown_it")
    found = differences_of_formats(like_site=like_site)
    assert found.count >= 90
    assert not found.offenders, report(found.offenders)


def test_the_page_as_the_site_renders_it_gives_the_facts_of_its_markdown() -> None:
    saved = SITE / "html" / "94822.html"
    markdown = next(one for one in pages() if "path/94822" in "\n".join(one.lines[:6]))
    assert markdown.facts is not None
    found: DocumentFacts = read_document(saved)
    # the element alone holds neither the title nor the date nor the address of the page
    kept = [
        one for one in changes(markdown.facts, found) if one[2] not in ("title", "updated", "page")
    ]
    assert kept == []
