"""Rows and values of the vendor's pages, counted crudely as well: none vanishes in silence."""

from __future__ import annotations

from . import measures, measures_of_words
from .pages import needs_site, report

pytestmark = needs_site


def test_every_row_of_a_table_is_a_fact_a_text_or_a_report() -> None:
    found = measures.rows_unaccounted()
    assert found.count >= 1_900
    assert not found.offenders, report(found.offenders)


def test_no_cell_lists_more_values_than_the_facts_have() -> None:
    found = measures_of_words.values_lost()
    assert found.count >= 100
    assert not found.offenders, report(found.offenders)


def test_nearly_all_rows_are_read_and_not_only_reported() -> None:
    found = measures.rows_not_understood()
    assert found.share >= 0.85, report(found.offenders)


def test_what_is_required_at_times_is_told_and_narrows_nothing() -> None:
    found = measures_of_words.conditions_untold()
    assert found.count >= 20
    assert not found.offenders, report(found.offenders)


def test_no_values_refuse_what_the_example_of_the_page_sends() -> None:
    found = measures_of_words.values_against_examples()
    assert found.count >= 30
    assert not found.offenders, report(found.offenders)
