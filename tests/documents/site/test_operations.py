"""Operations of the vendor's pages: every address is one, with its title, date and page."""

from __future__ import annotations

from . import measures
from .pages import needs_site, report

pytestmark = needs_site


def test_every_address_of_the_pages_is_an_operation() -> None:
    found = measures.operations_found()
    assert found.count >= 130
    assert not found.offenders, report(found.offenders)


def test_no_operation_is_one_that_no_address_states() -> None:
    found = measures.operations_invented()
    assert not found.offenders, report(found.offenders)


def test_titles_are_those_of_the_page_or_the_heading_above() -> None:
    found = measures.titles()
    assert not found.offenders, report(found.offenders)


def test_dates_are_those_of_the_page() -> None:
    found = measures.dates()
    assert not found.offenders, report(found.offenders)


def test_operations_know_the_address_of_their_page() -> None:
    found = measures.addresses_of_pages()
    assert not found.offenders, report(found.offenders)
