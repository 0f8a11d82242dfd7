"""Hard pages of the vendor's site give the facts that a person has read in them."""

from __future__ import annotations

from typing import Any

import pytest

from .expectations import expected_pages, offenders_of
from .pages import needs_site, report

pytestmark = needs_site


@pytest.mark.parametrize("stated", expected_pages(), ids=lambda one: str(one["page"]))
def test_a_hard_page_gives_the_facts_that_a_person_read(stated: dict[str, Any]) -> None:
    offenders = offenders_of(stated)
    assert not offenders, report(offenders)
