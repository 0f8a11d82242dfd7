"""Fields of the vendor's pages stand where the pages' own examples have them."""

from __future__ import annotations

from . import measures
from .pages import needs_site, report

pytestmark = needs_site


def test_fields_that_an_example_shows_stand_where_it_has_them() -> None:
    found = measures.fields_beside_their_place()
    assert found.count >= 1_200
    assert found.share >= 0.99, report(found.offenders)


def test_no_field_is_at_the_top_that_an_example_shows_inside() -> None:
    found = measures.fields_at_the_top()
    assert not found.offenders, report(found.offenders)


def test_no_object_is_invented() -> None:
    found = measures.parents_nobody_shows()
    assert not found.offenders, report(found.offenders)


def test_no_answer_field_is_a_parameter() -> None:
    found = measures.answers_among_requests()
    assert not found.offenders, report(found.offenders)


def test_nearly_all_fields_have_a_type() -> None:
    found = measures.untyped_fields()
    assert found.share >= 0.95, report(found.offenders)
