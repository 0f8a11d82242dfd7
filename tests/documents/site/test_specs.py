"""The specs of the project against all pages of the site: `docs check` has nothing to tell."""

from __future__ import annotations

from ..helpers import SPECS, checked
from .pages import NEW, needs_site

pytestmark = needs_site


def test_the_specs_say_what_the_pages_do_or_deviate_from_them() -> None:
    code, report = checked(NEW, SPECS)
    left = [one for one in (*report["doubts"], *report["not_understood"]) if not one["accepted"]]
    assert report["operations"]["matched"] > 80, "the pages were not read"
    assert (code, report["findings"], left) == (0, [], [])
