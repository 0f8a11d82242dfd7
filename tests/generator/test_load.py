"""YAML to data that knows its place."""

from __future__ import annotations

import math
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.problems import Problem
from generator.spec.load import MAX_BYTES, MAX_DEPTH, Source, load, spec_files


def read(folder: Path, content: str | bytes) -> tuple[Source | None, list[Problem]]:
    path = folder / "a.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return load(path, folder)


def value_of(folder: Path, text: str) -> Any:
    source, problems = read(folder, text)
    assert source is not None, problems
    assert not problems
    return source.data


def the_problem(folder: Path, content: str | bytes) -> str:
    _, (problem,) = read(folder, content)
    return str(problem).replace(f"{folder}/", "")


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("yes", "yes"),
        ("No", "No"),
        ("on", "on"),
        ("OFF", "OFF"),
        ("y", "y"),
        ("2023-12-01", "2023-12-01"),
        ("2023-12-01 00:00:00", "2023-12-01 00:00:00"),
        ("12:30:00", "12:30:00"),
        ("1_000", "1_000"),
        ("0777", 777),
        ("007", 7),
        ("0b11", "0b11"),
        ("+5", 5),
        ("-5", -5),
        ("1.50", 1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("1e999", "1e999"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("9" * 400, "9" * 400),
        ("true", True),
        ("FALSE", False),
        ("tRue", "tRue"),
        ("~", None),
        ("null", None),
        ("", None),
        ("'1'", "1"),
        ('"true"', "true"),
        ("=", "="),
        ("a #b", "a"),
        ("a#b", "a#b"),
    ],
)
def test_a_plain_scalar_is_read_by_the_core_rules_of_yaml_1_2(
    tmp_path: Path, scalar: str, value: Any
) -> None:
    found = value_of(tmp_path, f"a: {scalar}\n")["a"]
    assert (type(found), found) == (type(value), value)


@pytest.mark.parametrize("number", ["1e999", "-1e400", "9" * 500])
def test_no_number_is_infinite(tmp_path: Path, number: str) -> None:
    found = value_of(tmp_path, f"a: {number}")["a"]
    assert not isinstance(found, float) or math.isfinite(found)


def test_block_texts_keep_or_fold_their_lines(tmp_path: Path) -> None:
    data = value_of(tmp_path, "a: |\n  x\n  y\nb: >-\n  x\n  y\n")
    assert data == {"a": "x\ny\n", "b": "x y"}


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    assert value_of(tmp_path, b"\xef\xbb\xbfa: b\n") == {"a": "b"}  # type: ignore[arg-type]


def test_windows_line_ends_are_line_ends(tmp_path: Path) -> None:
    assert value_of(tmp_path, "a: b\r\nc: d\r\n") == {"a": "b", "c": "d"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("a: 中文 b: c\n", "a.yaml:1:8: is not valid YAML: mapping values are not allowed"),
        ("a: [b\n", "a.yaml:2:1: is not valid YAML"),
        ("a: 'b\n", "a.yaml:2:1: is not valid YAML"),
        ("a: b\n\tc: d\n", "a.yaml:2:1: is not valid YAML"),
        ("a: `b`\n", "a.yaml:1:4: is not valid YAML"),
        ("中文: x\n中文: y\n", "a.yaml:2:1: has the key '中文' a second time"),
        ("a: {b: 1, b: 2}\n", "a.yaml:1:11: has the key 'b' a second time"),
        ("1: x\n'1': y\n", "a.yaml:2:1: has the key '1' a second time"),
        ("1: x\n1.0: y\n", "a.yaml:2:1: has the key 1.0 a second time"),
        ("a: &x b\n", "a.yaml:1:4: has an anchor (&x)"),
        ("a: *x\n", "a.yaml:1:4: has an alias (*)"),
        ("a: b\n<<: {c: d}\n", "a.yaml:2:1: has a merge key (<<)"),
        ("a: !!python/object/apply:os.system [x]\n", "a.yaml:1:4: has a tag"),
        ("a: !!str b\n", "a.yaml:1:4: has a tag"),
        ("a: !own b\n", "a.yaml:1:4: has a tag"),
        ("!!map {a: b}\n", "a.yaml:1:1: has a tag"),
        ("a: b\n---\nc: d\n", "a.yaml:2:1: has a second YAML document"),
        ("", "a.yaml:1:1: is empty"),
        ("# a comment\n", "a.yaml:1:1: is empty"),
        ("? [a]\n: b\n", "a.yaml:1:3: has a mapping or a list as a key"),
        ("a: b\n中: 文\x01\n", "a.yaml:2:5: is not valid YAML: the control character U+0001"),
        ("a: \x00\n", "a.yaml:1:4: is not valid YAML: the control character U+0000"),
        ("a: \x7f\n", "a.yaml:1:4: is not valid YAML: the control character U+007F"),
        (b"a: b\nc: \xe4\xb8\xad\xff\n", "a.yaml:2:5: is not UTF-8 (byte 0xff)"),
        (b"\xef\xbb\xbfa: \xff\n", "is not UTF-8 (byte 0xff)"),
        ("a: b".encode("utf-16")[:-1], "a.yaml:1:4: is not UTF-16 (byte 0x62)"),
        ('a: "\\ud800"\n', "a.yaml:1:7: is not valid YAML"),
    ],
)
def test_what_is_no_plain_yaml_is_refused_with_its_place(
    tmp_path: Path, content: str | bytes, said: str
) -> None:
    assert said in the_problem(tmp_path, content)


@pytest.mark.parametrize(
    ("content", "hint"),
    [
        ("a: b: c\n", "quotes"),
        ("a: @b\n", "quotes"),
        ("a:\n\t- b\n", "blanks"),
        ('a: "b\n', "close the quotes"),
        ("a: {b: c\n", "begins in line 1"),
        ("a: &x b\n", "$ref"),
        ("a: \x01\n", "take it out"),
        (b"\xff", "save the file as UTF-8"),
    ],
)
def test_a_problem_says_what_to_do(tmp_path: Path, content: str | bytes, hint: str) -> None:
    assert hint in the_problem(tmp_path, content)


INDENTED = "indent it as its neighbours"


@pytest.mark.parametrize(
    ("content", "hint"),
    [
        (
            "x:\n  type: array\n   minItems: 1\n",
            f"{INDENTED}: in the column of the key in line 2, ",
        ),
        ("x:\n  type: array\n\n   minItems: 1\n", "the key in line 2, which is 3"),
        ("x:\n  type: array\n  # why\n   minItems: 1\n", INDENTED),
        ("x:\n- type: array\n   minItems: 1\n", "the key in line 2, which is 3"),
        ("中文: 群\n   备注: 1\n", "the key in line 1, which is 1"),
        ("x: a\r\n  y: b\r\n", "the key in line 1, which is 1"),
        ('"x": a\n  "y z": b\n', "the key in line 1, which is 1"),
        ("x:\n  type: array\n minItems: 1\n", INDENTED),
        ('x:\n  type: "array"\n   minItems: 1\n', INDENTED),
        ("x: [a]\n  y: b\n", INDENTED),
        ("x:\n  - a\n - b\n", INDENTED),
        ("x:\n  - a\n  y: b\n", INDENTED),
        ("  x: a\ny: b\n", INDENTED),
        ("title:x\ny: b\n", "put a blank behind 'title:' in line 1"),
        ("x:\n  minItems 1\n  y: b\n", "a key ends in ':' and a blank (line 2)"),
    ],
)
def test_a_slip_of_indentation_is_called_one(tmp_path: Path, content: str, hint: str) -> None:
    said = the_problem(tmp_path, content)
    assert hint in said
    assert "quotes" not in said


@pytest.mark.parametrize(
    "content", ["a: b: c\n", "a: see this: c\n", "- a: b: c\n", "a: one text\n  that goes on: c\n"]
)
def test_a_text_with_a_colon_in_it_goes_into_quotes(tmp_path: Path, content: str) -> None:
    said = the_problem(tmp_path, content)
    assert said.endswith("; put a text that has ': ' in it into quotes")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> topic\n", 2),
        ("a: 1\r\n<<<<<<< HEAD\r\nb: 1\r\n=======\r\nb: 2\r\n>>>>>>> topic\r\n", 2),
        ("<<<<<<< ours\nb: 1\n||||||| 1a2b3c4\n=======\nb: 2\n>>>>>>> theirs", 1),
        ("b: 1\n>>>>>>> topic\n", 2),
        ("b: >-\n  x\n<<<<<<<\n  y\n", 3),
        ("a: 1\nb: 1\n=======\nb: 2\n", 3),
        ("a: 1\r\n=======\r\nb: 2\r\n", 2),
        ("a: 1\n||||||| 1a2b3c4\nb: 2\n", 2),
        ("a: 1\n|||||||\nb: 2\n=======\nb: 3\n", 2),
    ],
)
def test_a_conflict_that_git_left_is_called_one(tmp_path: Path, content: str, line: int) -> None:
    said = the_problem(tmp_path, content)
    assert said.startswith(f"a.yaml:{line}:1: has a merge conflict that git left here; ")


def test_a_text_that_shows_a_conflict_is_none(tmp_path: Path) -> None:
    shown = "<<<<<<< HEAD\n=======\n>>>>>>> topic\n"
    indented = shown.replace("\n", "\n  ").rstrip(" ")
    assert value_of(tmp_path, f"a: |\n  {indented}") == {"a": shown}
    assert "merge conflict" not in the_problem(tmp_path, f"a: |\n  {indented}b\n")


def test_a_long_line_is_hinted_at_in_no_time(tmp_path: Path) -> None:
    assert "is not valid YAML" in the_problem(
        tmp_path, f"a: b\n{' ' * 100_000}c{' ' * 100_000}x: d\n"
    )


def test_nesting_is_limited(tmp_path: Path) -> None:
    deepest = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert value_of(tmp_path, deepest)
    assert the_problem(tmp_path, f"[{deepest}]") == (
        f"a.yaml:1:{MAX_DEPTH + 1}: is nested more than {MAX_DEPTH} levels deep"
    )


def test_nesting_without_end_is_refused_early(tmp_path: Path) -> None:
    _, (problem,) = read(tmp_path, "[" * 500_000)
    assert problem.message == f"is nested more than {MAX_DEPTH} levels deep"
    # The place is where reading ended: the parser looks ahead, and may have a limit of its own.
    assert problem.location.line == 1
    assert MAX_DEPTH < problem.location.column < 5_000


def test_an_alias_bomb_is_refused_at_its_first_anchor(tmp_path: Path) -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{low}: &{low} [*{high}, *{high}]\n"
        for high, low in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert the_problem(tmp_path, bomb).startswith("a.yaml:1:4: has an anchor")


def test_the_size_is_limited(tmp_path: Path) -> None:
    assert value_of(tmp_path, "a: " + "x" * (MAX_BYTES - 3))
    assert "larger than" in the_problem(tmp_path, "a: " + "x" * (MAX_BYTES - 2))


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    source, (problem,) = load(tmp_path / "missing.yaml", tmp_path)
    assert source is None
    assert "cannot be read" in problem.message


def test_every_duplicate_of_a_file_is_reported(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "a: 1\nb: {c: 1, c: 2}\na: 2\na: 3\n")
    assert [(one.location.line, one.location.column) for one in problems] == [
        (2, 11),
        (3, 1),
        (4, 1),
    ]


def test_the_first_of_two_keys_counts(tmp_path: Path) -> None:
    source, _ = read(tmp_path, "a: 1\na: 2\n")
    assert source is not None
    assert source.data == {"a": 1}


@pytest.mark.parametrize(
    ("pointer", "value", "key"),
    [
        ((), (2, 1), (2, 1)),
        (("a",), (2, 4), (2, 1)),
        (("b",), (4, 3), (3, 1)),
        (("b", "中文"), (4, 7), (4, 3)),
        (("b", "中文", 1), (4, 11), (4, 11)),
        (("b", "中文", 1, "c"), (4, 15), (4, 12)),
        (("b", "7"), (5, 6), (5, 3)),
        (("b", "missing"), (4, 3), (4, 3)),
        (("a", "deeper", "missing"), (2, 4), (2, 4)),
    ],
)
def test_keys_and_values_know_their_places(
    tmp_path: Path, pointer: tuple[Any, ...], value: tuple[int, int], key: tuple[int, int]
) -> None:
    source, problems = read(tmp_path, "# 注释\na: 甲\nb:\n  中文: [x, {c: d}]\n  7: y\n")
    assert source is not None, problems
    at, at_key = source.at(*pointer), source.at_key(*pointer)
    assert ((at.line, at.column), (at_key.line, at_key.column)) == (value, key)


def test_a_source_knows_its_path_in_the_folder(tmp_path: Path) -> None:
    path = tmp_path / "hr" / "op.yaml"
    path.parent.mkdir()
    path.write_text("a: b\n")
    source, _ = load(path, tmp_path)
    assert source is not None
    assert (source.file, source.key) == (str(path), "hr/op.yaml")


def test_files_come_in_a_stable_order_and_hidden_ones_are_left_out(tmp_path: Path) -> None:
    names = ["b.yaml", "a/z.yaml", "a/b/c.yml", "A.YAML", ".git/x.yaml", "a/.x.yaml", "a/x.json"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("a: b\n")
    (tmp_path / "folder.yaml").mkdir()
    found = [path.relative_to(tmp_path).as_posix() for path in spec_files(tmp_path)]
    assert found == ["A.YAML", "a/b/c.yml", "a/z.yaml", "b.yaml"]


ANY_FILE = settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
PIECES = st.sampled_from(
    ["a", ":", " ", "\n", "- ", "? ", "[", "]", "{", "}", ",", "'", '"', "|", ">", "&x", "*x", "!t"]
    + ["%", "#", "---", "...", "<<", "~", "1", "1.0", "\t", "\r", "中", "\ufeff", "\u2028", "\x85"]
    + ["\\u", "\\ud800", "\x00", "\x1b", "\U0001f600", "!!python/name:os.system "]
)


@ANY_FILE
@given(
    content=st.binary(max_size=60)
    | st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
@example(content=b"\xef\xbb\xbf")
@example(content=b"\xc2")
def test_any_bytes_give_data_or_problems(tmp_path: Path, content: bytes) -> None:
    source, problems = read(tmp_path, content)
    assert source is not None or problems


@ANY_FILE
@given(text=st.lists(PIECES, max_size=25).map("".join))
@example(text="? a\n? [")
@example(text="a: !<> b")
def test_any_text_gives_data_or_problems_within_the_file(tmp_path: Path, text: str) -> None:
    source, problems = read(tmp_path, text)
    assert source is not None or problems
    lines = len(text.replace("\r\n", "\n").splitlines()) + 1
    assert all(1 <= problem.location.line <= lines for problem in problems)


@pytest.mark.parametrize("leads_to", ["gone.yaml", "link.yaml"], ids=["nowhere", "itself"])
def test_a_link_that_leads_to_no_file_is_told(tmp_path: Path, leads_to: str) -> None:
    (tmp_path / "link.yaml").symlink_to(leads_to)
    (path,) = spec_files(tmp_path)
    (problem,) = load(path, tmp_path)[1]
    assert problem.message == "is a link that leads to no file; take it out, or mend what it names"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_is_no_file_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (path,) = spec_files(tmp_path)
    (problem,) = load(path, tmp_path)[1]
    assert problem.message == "is not a file; take it out, or give it another name"


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    (tmp_path / "old.yaml").mkdir()
    assert list(spec_files(tmp_path)) == []
