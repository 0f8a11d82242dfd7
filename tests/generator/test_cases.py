"""Each case in the files of `cases/`: what is wrong with a spec, where, and what to do about it."""

from __future__ import annotations

import pytest

from . import cases
from .cases import Case

CASES = {f"{area}: {one.name}": one for area in cases.AREAS for one in cases.read(area)[1]}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_problems_are_named_with_their_places_and_what_to_do(case: Case) -> None:
    found = case.found()
    assert cases.matches(found, case.expected), "\n".join(found)


def test_no_two_cases_have_one_name_and_none_is_lost() -> None:
    lines = [
        line
        for area in cases.AREAS
        for line in (cases.FOLDER / f"{area}.txt").read_text("utf-8").splitlines()
    ]
    assert len(CASES) == sum(line.startswith("== ") for line in lines)
    said = sum(len(case.expected) for case in CASES.values())
    assert said == sum(line.startswith("> ") for line in lines)


@pytest.mark.parametrize(
    ("found", "expected", "do"),
    [
        (["1:1: a"], ["1:1: a"], True),
        (["1:1: a (b)"], ["1:1: a …"], True),
        (["1:1: a"], ["1:1: b"], False),
        (["1:1: a", "2:1: a"], ["1:1: a"], False),
        ([], ["1:1: a"], False),
        (["1:1: aa"], ["1:1: a"], False),
    ],
)
def test_expected_problems_are_all_that_is_found(
    found: list[str], expected: list[str], do: bool
) -> None:
    assert cases.matches(found, tuple(expected)) is do
