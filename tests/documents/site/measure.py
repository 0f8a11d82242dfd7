"""`python -m tests.documents.site.measure [WORD]`: how far the vendor's pages are read.

Prints a table; with a word, the offenders of the measures whose names hold it as well.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial

import pytest

from . import measures
from . import measures_of_facts as facts
from . import measures_of_words as words
from .measured import Measure

MEASURES: dict[str, Callable[[], Measure]] = {
    "facts read by hand": facts.facts_read_by_hand,
    "operations found of those stated": measures.operations_found,
    "operations that no address states": measures.operations_invented,
    "titles": measures.titles,
    "dates": measures.dates,
    "addresses of pages": measures.addresses_of_pages,
    "rows accounted for": measures.rows_unaccounted,
    "rows read and not only reported": measures.rows_not_understood,
    "fields where the example has them": measures.fields_beside_their_place,
    "fields not wrongly at the top": measures.fields_at_the_top,
    "parents that somebody shows": measures.parents_nobody_shows,
    "parameters that are no answer fields": measures.answers_among_requests,
    "required fields that an example shows": measures.required_in_no_example,
    "fields with a type": measures.untyped_fields,
    "cells of values, whole or reported": words.values_lost,
    "values that hold the page's examples": words.values_against_examples,
    "parameters required at times, told": words.conditions_untold,
    "changes of facts in updates": facts.changes_of_updates,
    "same facts as HTML of the site": partial(facts.differences_of_formats, like_site=True),
    "same facts as HTML of CommonMark": partial(facts.differences_of_formats, like_site=False),
}


def main(words: list[str]) -> None:
    """Print every measure, and the offenders of those that are asked for."""
    for name, measure in MEASURES.items():
        try:
            found = measure()
        except pytest.skip.Exception as reason:
            print(f"{name:40} left out: {reason}")
            continue
        right = max(0, found.count - len(found.offenders))
        print(f"{name:40} {right:6} of {found.count:6}   {found.share:7.2%}")
        if any(word in name for word in words):
            for one in found.offenders:
                print(f"    {one}")


if __name__ == "__main__":
    main(sys.argv[1:])
