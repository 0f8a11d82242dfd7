"""Docstrings as they stand in generated code, and the formatter that lays the rest out."""

from __future__ import annotations

import sys

import pytest

from generator.problems import RunError
from generator.targets.python.formatting import formatted
from generator.targets.python.layout import WIDTH, display_width, docstring, wrap


def test_only_the_imports_that_are_used_stay_and_in_order() -> None:
    text = "from .b import two, three, one\nfrom .a import x as y\nimport os\nz = [one, two]\n"
    assert formatted({"a/b.py": text}) == {"a/b.py": b"from .b import one, two\n\nz = [one, two]\n"}


def test_what_is_not_python_ends_with_its_file_and_line() -> None:
    with pytest.raises(RunError, match=r"(?s)not Python.*b\.py:2"):
        formatted({"a.py": "x = 1\n", "b.py": "x = 1\ny =\n"})


def test_a_formatter_that_fails_is_not_blamed_on_the_templates(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ruff.find_ruff_bin", lambda: sys.executable)  # ends with 2
    with pytest.raises(RunError, match=r"^ruff, which lays out .*, ended with 2:\n.*check"):
        formatted({"a.py": "x = 1\n"})


@pytest.mark.parametrize("width", range(80, 100))
def test_the_docstring_of_one_line_closes_in_that_line(width: int) -> None:
    text = ("ab " * 40)[: width - 1] + "."
    found = docstring(wrap(text, indent=1), indent=1)
    first, *rest = found.split("\n")
    assert len("    " + first) <= WIDTH
    assert not rest or rest[-1] == '    """'


def test_wide_characters_count_twice() -> None:
    assert display_width("群a") == 3
    assert len(wrap("群 " * 40)) == 2


def test_a_word_that_no_line_holds_stands_alone() -> None:
    assert wrap("a " + "x" * 200 + " b") == ["a", "x" * 200, "b"]


def test_a_continued_entry_is_indented_deeper() -> None:
    lines = wrap("word " * 40, first="    ", rest="        ")
    assert [len(line) - len(line.lstrip()) for line in lines] == [4, 8, 8]


def test_no_lines_make_no_docstring() -> None:
    assert docstring(["", ""]) == ""
