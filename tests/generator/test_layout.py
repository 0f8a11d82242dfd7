"""Docstrings as they stand in generated code, and the formatter that lays the rest out."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from generator.problems import RunError
from generator.targets.python.formatting import formatted
from generator.targets.python.layout import WIDTH, display_width, docstring, wrap


def test_only_the_imports_that_are_used_stay_and_in_order() -> None:
    text = "from .b import two, three, one\nfrom .a import x as y\nimport os\nz = [one, two]\n"
    assert formatted({"a/b.py": text}.items()) == {
        "a/b.py": b"from .b import one, two\n\nz = [one, two]\n"
    }


def test_a_docstring_keeps_a_line_that_reads_like_an_import() -> None:
    text = (
        '"""Parts\nfrom the import list are kept.\n"""\n\n'
        "from __future__ import annotations\n\nfrom .a import list, x\n\nz = x\n"
    )
    wanted = text.replace("list, x", "x").encode()
    assert formatted({"a/b.py": text}.items()) == {"a/b.py": wanted}


def test_each_of_many_files_is_laid_out_and_keeps_its_path() -> None:
    files = {f"a/{number}.py": f"import os\nx  = {number}\n" for number in range(200)}
    found = formatted(iter(files.items()))
    assert found == {f"a/{number}.py": f"x = {number}\n".encode() for number in range(200)}


def test_the_first_of_many_files_that_is_not_python_is_named() -> None:
    files = {f"{number:03d}.py": "x = 1\n" for number in range(200)} | {"007.py": "x =\n"}
    with pytest.raises(RunError, match=r"007\.py:1"):
        formatted(files.items())


def test_a_failure_in_the_middle_of_rendering_is_passed_on() -> None:
    def files() -> Iterator[tuple[str, str]]:
        yield from ((f"{number}.py", "x = 1\n") for number in range(100))
        raise KeyError("a template's mistake")

    with pytest.raises(KeyError, match="a template's mistake"):
        formatted(files())


def test_what_is_not_python_ends_with_its_file_and_line() -> None:
    with pytest.raises(RunError, match=r"(?s)not Python.*b\.py:2"):
        formatted({"a.py": "x = 1\n", "b.py": "x = 1\ny =\n"}.items())


def test_a_formatter_that_fails_is_not_blamed_on_the_templates(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ruff.find_ruff_bin", lambda: sys.executable)  # ends with 2
    with pytest.raises(RunError, match=r"^ruff, which lays out .*, ended with 2:\n.*check"):
        formatted({"a.py": "x = 1\n"}.items())


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
