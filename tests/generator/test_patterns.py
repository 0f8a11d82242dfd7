"""Patterns of specs: what everybody reads alike, and nothing that a text can keep busy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.spec.patterns import has_pattern, pattern_fault

from .folders import changed, messages

FINE = [
    "^[a-z]+$", "^wr[0-9A-Za-z_-]{1,30}$", "^(?:wr|wm)[A-Za-z0-9_-]+$", "^[0-9]{4}-[0-9]{2}$",
    r"^[0-9]+(\.[0-9]+)?$", "^a$|^b$", "[$]", r"\$", "a{2,}", r"^https://[^\x20]+$", "^-?[0-9]+$",
    "^(?:[0-9]{2},)*[0-9]{2}$", "^[^@]+@[^@]+$", "^[一-龥]+$", "^(a|b)$", "a+?b", r"[\]\-^$]",
    r"^(\u4e00|\n)$", "^a(b|cd)?$", "[-a]", "[a-]",
]  # fmt: skip
SLOW = {
    "^(a+)+$": "repeats a group", "^([a-z]+,)*$": "repeats a group", "(a?){9}": "repeats a group",
    "(a?)?": "repeats a group", "(?:a|ab)*x": "repeats a group", "(a|a)*": "alternatives",
    "(?:[ab]|[bc])*": "alternatives", "a*a*$": "two parts", "[a-z]+[0-9a-z]*$": "two parts",
    "(?:a?b|b)x": "alternatives", "1+(a?1+)?": "two parts", "(ab)?(ab)?abab": "two parts",
    "a?a?a?aaa": "two parts", "a+b?a+": "two parts",
    r"(a)\1": "backreference", "(?=a)": "looks around", "(?!a)": "looks around",
    "(?<=a)": "looks around", "(?<!a)": "looks around",
}  # fmt: skip
READ_APART = {
    "(?P<x>a)": "only '(?:'", "(?<x>a)": "only '(?:'", "(?i)a": "only '(?:'", "(?>a)": "only '(?:'",
    ".+": "has '.'", r"\d+": "write [0-9]", r"\W": "write [A-Za-z0-9_]", r"\S": r"has \S",
    r"\bx": r"has \b", r"\p{L}": r"has \p", r"\-": r"has \-", r"\A": r"has \A", r"\ud83d": "half",
    "a++": "a second time", "a**": "a second time", "a{2}{3}": "a second time",
    "[[a]": "write \\[", "[a&&b]": "one sign", "[a--b]": "one sign", "[+--]": "one sign",
    "[]a]": "without characters",
    "[^]": "without characters", "[^][ab]": "without characters", r"[\d]": r"none of \d",
    "a{,3}": "nothing to repeat", "*a": "nothing to repeat",
    "^*": "nothing to repeat", "a]": "alone", "a}": "alone",
}  # fmt: skip
BROKEN = {
    "(" * 500: "groups in groups", "(": "without its ')'", "a)": "too many",
    "[a": "lacks its ']'", "[z-a]": "bad character range",
    "a{3,2}": "not a pattern", "x\\": "has \\", "a\nb": "control character", "a  b": "two blanks",
}  # fmt: skip


@pytest.mark.parametrize("pattern", FINE)
def test_a_plain_pattern_is_fine(pattern: str) -> None:
    assert pattern_fault(pattern) == ""


@pytest.mark.parametrize(("pattern", "why"), (SLOW | READ_APART | BROKEN).items())
def test_what_could_be_slow_or_is_read_in_several_ways_is_refused(pattern: str, why: str) -> None:
    assert why in pattern_fault(pattern)


def test_a_pattern_that_is_refused_is_named_at_its_place_alone(tmp_path: Path) -> None:
    one = {"type": "string", "pattern": "(a+)+", "default": "b"}
    spec = changed(request={"x": one}, examples={"request": {"x": "c"}})
    (found,) = messages(tmp_path, {"rooms/list": spec})
    assert found.startswith("rooms/list.yaml:")
    assert "'pattern' of 'x' repeats a group" in found


@given(st.text(st.sampled_from("ab[]()|*+?{}^$\\.-,12n "), max_size=12))
def test_whatever_is_said_of_a_pattern_is_said_without_a_traceback(pattern: str) -> None:
    if not pattern_fault(pattern):
        has_pattern("ab", pattern)
        re.compile(pattern)


@pytest.mark.parametrize(
    ("pattern", "text", "has"),
    [
        ("^a$", "a", True),
        ("^a$", "a\n", False),
        ("a", "xax", True),
        ("^a$|^b$", "b\n", False),
        ("[$]", "$", True),
        (r"a\$", "a$", True),
        (r"a\$", "a", False),
        (r"\\$", "\\", True),
        ("[^$]$", "$", False),
    ],
)
def test_a_dollar_is_the_end_and_no_line_end(pattern: str, text: str, has: bool) -> None:
    assert pattern_fault(pattern) == ""
    assert has_pattern(text, pattern) is has
