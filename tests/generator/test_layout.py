"""Generated Python stands as the formatter would put it, at any width."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.targets.python.layout import (
    WIDTH,
    Code,
    annotated,
    assigned,
    call,
    display_width,
    docstring,
    lay_out,
    returned,
    wrap,
)

from .package import ROOT

WORDS = [
    "a",
    "word",
    "群",
    "客户群",
    "it's",
    'say "x"',
    "back\\slash",
    "longer_words_too",
    "é",
    "😀",
]
NAMES = ["x", "chat_id", "a_name_of_some_length", "a_name_that_is_longer_than_the_others_are"]


def some_text(chance: random.Random) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(0, 14)))


def some_data(chance: random.Random, depth: int = 3) -> Any:
    kind = chance.randint(0, 9 if depth else 4)
    if kind <= 4:
        plain = [None, True, -1, 10**12, 0.5, 1e20, 1e-7, -2.5e-300]
        return chance.choice([*plain, *(some_text(chance) for _ in plain)])
    size = range(chance.randint(0, 4))
    if kind == 5:
        return [some_data(chance, depth - 1) for _ in size]
    if kind == 6:
        return tuple(some_data(chance, depth - 1) for _ in size)
    if kind == 7:
        named = {chance.choice(NAMES): some_data(chance, depth - 1) for _ in size}
        return call(chance.choice(["String", "Object"]), some_data(chance, depth - 1), **named)
    return {some_text(chance): some_data(chance, depth - 1) for _ in size}


def some_annotation(chance: random.Random) -> str:
    name = chance.choice(
        ["str", "Mapping[str, Any]", "_module.SomeLongParam", "ALongParameterParam"]
    )
    for _ in range(chance.randint(0, 3)):
        name = f"Sequence[{name}]"
    return name


@pytest.fixture(scope="module")
def module() -> str:
    """Statements of all kinds, laid out."""
    chance = random.Random(20231201)
    parts = ['"""A module."""\n\nfrom __future__ import annotations\n\n']
    for number in range(250):
        name = f"{chance.choice(NAMES).upper()}_{number}"
        value = call("Object", some_data(chance))
        parts.append(f"{name} = {lay_out(value, before=len(name) + 3)}\n")
    for number in range(60):
        lines = wrap(some_text(chance) or "x", indent=1)
        members = []
        for field in NAMES:
            annotation = some_annotation(chance)
            value = call("many", Code(f"A{'b' * chance.randint(1, 30)}"), chance.choice(NAMES))
            member = annotated(field, annotation, indent=1)
            if chance.random() < 0.5 and "[" not in annotation:
                member = assigned(f"{field}: {annotation}", value, indent=1)
            members.append(f"    {member}\n")
        head = f"\n\nclass A{number}:\n    {docstring(lines, indent=1)}\n\n"
        parts.append(head + "".join(members))
    for number in range(60):
        parameters = "".join(
            f"    {annotated(f'{name}_{index}', some_annotation(chance), after, indent=1)}\n"
            for index, name in enumerate(NAMES)
            for after in [chance.choice([",", " | None = None,"]) if index > 3 else ","]
        )
        optional = "".join(
            f"    {annotated(f'{name}_o', some_annotation(chance), ' | None = None,', indent=1)}\n"
            for name in NAMES
        )
        parts.append(f"\n\ndef f{number}(\n{parameters}    *,\n{optional}) -> None: ...\n")
    return "".join(parts)


def test_a_formatter_leaves_what_was_laid_out(module: str, tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(module, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "format", "--no-cache", "--diff", str(path)]
        + ["--config", str(ROOT / "pyproject.toml")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout


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


@pytest.mark.parametrize(
    "types",
    [
        ("int",),
        ("Items[int]",),
        ("Items[" + "a" * 90 + "]",),
        ("Items[int]", "tuple[Request, ...]"),
        ("Items[" + "a" * 70 + "]", "tuple[Request, ...]"),
    ],
)
def test_what_a_method_returns_is_laid_out_as_a_formatter_does(types: tuple[str, ...]) -> None:
    text = f"class A:\n    def a(\n        self,\n    ) -> {returned(types, indent=1)}: ...\n"
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "format", "--isolated", "--line-length", "100", "-"],
        input=text,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == text
