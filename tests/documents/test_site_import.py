"""The vendor's pages of January 2026, where they lie beside the checkout, in one empty tree."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ..generator.package import end_programs
from .helpers import ROOT
from .site_import import Measured, measure

SITE = ROOT.parent / "shared" / "documents" / "site"
STATE = SITE / "2026-01"
EARLIER = SITE / "2025-10"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not STATE.is_dir(), reason="the vendor's pages are not beside the checkout"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Measured]:
    """Both states of the pages of which two are there; the later one counts."""
    yield measure([EARLIER, STATE], tmp_path_factory.mktemp("site"))
    end_programs()


def test_nearly_every_operation_that_an_address_states_is_drafted(site: Measured) -> None:
    assert len(site.stated) > 100
    assert site.drafted_share >= 0.99, site.missing


def test_the_drafts_are_valid_and_every_module_is_imported(site: Measured) -> None:
    assert site.invalid == []
    assert site.not_imported == []


def test_the_examples_of_the_pages_are_accepted(site: Measured) -> None:
    assert site.tried > 80
    assert site.accepted_share >= 0.93, "\n".join(site.refused)


def test_a_check_of_the_same_pages_finds_nothing(site: Measured) -> None:
    assert site.findings == []


def test_of_a_page_in_two_states_the_later_one_counts_and_that_is_said(site: Measured) -> None:
    for path in EARLIER.rglob("*.md"):
        assert any(path.name in line and "2025-10" in line for line in site.said.splitlines())
