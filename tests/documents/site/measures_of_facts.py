"""Measures of whole facts: against a person's, between two states of a page, two formats of it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from generator.documents.blocks import DocumentError
from generator.documents.facts import DocumentFacts
from generator.documents.reading import read_document

from .comparing import changes
from .expectations import expected_pages, offenders_of
from .measured import Measure
from .pages import Offender, pages, rows
from .rendering import rendered, rows_of
from .updates import CHANGES_BY_HAND, pair


def facts_read_by_hand() -> Measure:
    """The hard pages that a person has read give what that person read."""
    stated = expected_pages()
    count = sum(
        len(str(one.get(side, "")).split("\n"))
        for page in stated
        for one in page["operations"].values()
        for side in ("request", "includes", "response")
    )
    return Measure(count, [one for page in stated for one in offenders_of(page)])


def _as_saved(text: str) -> DocumentFacts:
    """Read the text of a page from a file, as everybody does."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(text, "utf-8")
        return read_document(path)


def differences_of_formats(*, like_site: bool) -> Measure:
    """Each operation has the same facts in the HTML of its page, where that keeps all rows."""
    offenders: list[Offender] = []
    count = 0
    for page in pages():
        if page.facts is None:
            continue
        text = rendered(page, like_site=like_site)
        if rows_of(text) < len(rows(page)):
            continue
        count += len(page.facts.operations)
        try:
            other = _as_saved(text)
        except DocumentError as error:
            offenders.append(page.offender(1, f"as HTML it is not read: {error}"))
            continue
        offenders += [
            page.offender(1, f"{key} {field} {aspect}: {was!r} and as HTML {now!r}")
            for key, field, aspect, was, now in changes(page.facts, other)
        ]
    return Measure(count, offenders)


def changes_of_updates() -> Measure:
    """The pairs of states of a page give the changes that a person sees, and no others."""
    offenders: list[Offender] = []
    count = 0
    for number, expected in CHANGES_BY_HAND.items():
        old, new = pair(number)
        count += len(expected)
        if old.facts is None or new.facts is None:
            offenders.append(new.offender(1, "it is not read"))
            continue
        found, right = set(map(str, changes(old.facts, new.facts))), set(map(str, expected))
        offenders += [new.offender(1, f"not found: {one}") for one in sorted(right - found)]
        offenders += [new.offender(1, f"invented: {one}") for one in sorted(found - right)]
    return Measure(count, offenders)
