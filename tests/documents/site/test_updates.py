"""What the vendor changed between two states of a page is found, and nothing else is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ..helpers import run
from .comparing import against_findings, changes
from .measures_of_facts import changes_of_updates
from .pages import OLD, needs_site, pages, report
from .updates import CHANGES_BY_HAND, pair

pytestmark = needs_site


def test_an_update_of_a_page_gives_its_changes_of_facts_and_no_others() -> None:
    found = changes_of_updates()
    assert found.count > 20
    assert not found.offenders, report(found.offenders)


@pytest.mark.parametrize("number", CHANGES_BY_HAND)
def test_a_check_of_an_update_tells_its_changes_of_facts_and_no_others(
    number: str, tmp_path: Path
) -> None:
    old, new = pair(number)
    run("docs", "import", old.path, "--output", tmp_path)
    _, printed = run("docs", "check", new.path, "--specs", tmp_path, "--format", "json")
    untold, invented = against_findings(CHANGES_BY_HAND[number], json.loads(printed)["findings"])
    assert untold == []
    assert invented == []


def test_an_added_parameter_has_its_default_and_is_optional() -> None:
    _, new = pair("92229")
    assert new.facts is not None
    operation = next(one for one in new.facts.operations if one.name == "add_join_way")
    field = next(one for one in operation.request if one.path == "mark_source")
    default = field.limits["default"].value
    assert (field.required, field.type, default) == (False, "boolean", True)


def test_a_page_compared_with_itself_has_no_change() -> None:
    for page in pages(OLD):
        assert page.facts is not None
        assert changes(page.facts, page.facts) == []


def test_every_pair_of_states_is_told_of() -> None:
    numbers = {line.rpartition("/")[2] for page in pages(OLD) for line in page.lines[4:5]}
    assert numbers == set(CHANGES_BY_HAND)
