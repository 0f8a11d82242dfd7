"""Examples in JSON as people write them: each habit reads back to the data, and is said."""

from __future__ import annotations

import json
import random
import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from generator.documents.examples import (
    MAX_DEPTH,
    is_placeholder,
    parse_example,
    query_of,
)

NOTHING: list[str] = []
HABITS: dict[str, tuple[str, Any, list[str]]] = {
    "no comma between members": (
        '{"a": 1\n"b": "x" "c": []}',
        {"a": 1, "b": "x", "c": []},
        ['1: a comma is missing before "b"', '1: a comma is missing before "c"'],
    ),
    "no comma between elements": (
        '{"a": [1 2\n{"b": 1}\n{"b": 2}]}',
        {"a": [1, 2, {"b": 1}, {"b": 2}]},
        [
            "0: a comma is missing before 2",
            "1: a comma is missing before {",
            "2: a comma is missing before {",
        ],
    ),
    "commas too many": (
        '{"a": [1, 2,], "b": {},,\n}',
        {"a": [1, 2], "b": {}},
        ["0: a comma too many"],
    ),
    "members left out": (
        '{"a": 1, ...\n"b": [{ ... }, ……], "c": [...]}',
        {"a": 1, "b": [{}], "c": []},
        [
            "0: ... stands for something left out",
            "1: ... stands for something left out",
            "1: …… stands for something left out",
            "1: a comma is missing before \"b\"",
            "1: a comma too many",
        ],
    ),
    "comments of many languages": (
        '{ // one\n"a": 1, # two\n/* three */ "b": 2, <!-- four -->\n"c": "http://x/#y"}',
        {"a": 1, "b": 2, "c": "http://x/#y"},
        NOTHING,
    ),
    "words behind values": (
        '{"a": 1, 甲的编号\n"b": "x" （可选）,\n"c": [1, 2] 丙\n, "d": true 丁}',
        {"a": 1, "b": "x", "c": [1, 2], "d": True},
        [f"{line}: words without the mark of a comment" for line in (0, 1, 2, 3)],
    ),
    "full-width marks": (
        "｛“a”：1，“b”：［“x”］｝",
        {"a": 1, "b": ["x"]},
        [
            "0: ｛ stands for {", "0: “ stands for a quote", "0: ： stands for :",
            "0: ， stands for ,", "0: ［ stands for [", "0: ］ stands for ]", "0: ｝ stands for }",
        ],
    ),
    "single quotes": (
        "{'a': 'it is \"x\"', 'b': ['y']}",
        {"a": 'it is "x"', "b": ["y"]},
        ["0: ' stands for a quote", "0: a quote inside a string is not escaped"],
    ),
    "names without quotes": (
        '{a: 1, b_c : {d: "x"}}',
        {"a": 1, "b_c": {"d": "x"}},
        [f"0: the name {name} has no quotes" for name in ("a", "b_c", "d")],
    ),
    "values without quotes": (
        '{"id": ID, "a": xxx, "list": [USERID1, USERID2], "b": <name>, "c": {{d}}, '
        '"e": https://example.com/x?y=1}',
        {
            "id": "ID", "a": "xxx", "list": ["USERID1", "USERID2"], "b": "<name>", "c": "{{d}}",
            "e": "https://example.com/x?y=1",
        },
        [
            f"0: {value} has no quotes"
            for value in (
                "ID", "xxx", "USERID1", "USERID2", "<name>", "{{d}}", "https://example.com/x?y=1",
            )
        ],
    ),
    "words of other languages": (
        '{"a": True, "b": None, "c": undefined, "d": FALSE, "e": NULL}',
        {"a": True, "b": None, "c": None, "d": False, "e": None},
        [f"0: {word} is not a word of JSON" for word in ("True", "None", "undefined", "FALSE", "NULL")],
    ),
    "line ends and quotes inside strings": (
        '{"a": "one\ntwo\nthree", "b": "say "hello" now", "c": "x\ty"}',
        {"a": "one\ntwo\nthree", "b": 'say "hello" now', "c": "x\ty"},
        [
            "0: a line end inside a string is not escaped",
            "2: a quote inside a string is not escaped",
            "2: a tab inside a string is not escaped",
        ],
    ),
    "no closing braces at the end": (
        '{"a": [{"b": 1',
        {"a": [{"b": 1}]},
        ["0: a } is missing at the end", "0: a ] is missing at the end"],
    ),
    "no closing bracket inside": (
        '{"a": [{"b": 1}, "c": {"d": [2}, "e": [{"f": 3]}',
        {"a": [{"b": 1}], "c": {"d": [2]}, "e": [{"f": 3}]},
        [
            '0: a ] is missing before "c"',
            '0: a comma is missing before "c"',
            "0: a ] is missing before }",
            "0: a } is missing before ]",
        ],
    ),
    "closing braces too many": ('{"a": 1}}\n]', {"a": 1}, ["0: a } too many", "1: a ] too many"]),
    "a request line above": (
        'POST /cgi-bin/a/b?access_token=X HTTP/1.1\nHost: example.com\n\n{"a": 1}',
        {"a": 1},
        ["0: a line of HTTP stands above the data"],
    ),
    "a status line above": (
        'HTTP/1.1 200 OK\nContent-Type: application/json; charset=UTF-8\n\n{\n"a": 1,}',
        {"a": 1},
        ["0: a line of HTTP stands above the data", "4: a comma too many"],
    ),
    "numbers that JSON has not": (
        '{"a": 007, "b": +5, "c": .5}',
        {"a": 7, "b": 5, "c": 0.5},
        [f"0: {digits} is not a number of JSON" for digits in ("007", "+5", ".5")],
    ),
    "escaped marks of a dialect": (
        r'{"user\_id": "a\_b\[1\]\d", \[c: 1}'.replace(r"\[c", r"c"),
        {"user_id": "a_b[1]\\d", "c": 1},
        [
            r"0: \_ is not an escape of JSON", r"0: \[ is not an escape of JSON",
            r"0: \] is not an escape of JSON", r"0: \d is not an escape of JSON",
            "0: the name c has no quotes",
        ],
    ),
    "escaped brackets": (
        r'{"a": \[1, 2\]}', {"a": [1, 2]}, [r"0: a \ stands outside of a string"]
    ),
    "stray tags": (
        '{"a": 1,<br/>\n<font color="red">"b"</font>: "<b>x</b>"}',
        {"a": 1, "b": "<b>x</b>"},
        [
            "0: a tag, <br/>, stands in it",
            '1: a tag, <font color="red">, stands in it',
            "1: a tag, </font>, stands in it",
        ],
    ),
    "no braces around": (
        '"a": {\n"b": 1\n}', {"a": {"b": 1}}, ["0: the braces around it are missing"]
    ),
    "no colon": (
        '{"a" "x", "b" {"c": 1}}',
        {"a": "x", "b": {"c": 1}},
        ['0: a colon is missing behind "a"', '0: a colon is missing behind "b"'],
    ),
    "no value": (
        '{"a": , "b":\n"c": 1, "d": }',
        {"a": None, "b": None, "c": 1, "d": None},
        [f'0: the value of "{name}" is missing' for name in "ab"]
        + ['1: a comma is missing before "c"', '1: the value of "d" is missing'],
    ),
    "a quote missing": (
        '{"a: "x", b": "y", "c": "z,\n"d": 1}',
        {"a": "x", "b": "y", "c": "z", "d": 1},
        [
            "0: a closing quote is missing behind a", "0: the name b has no quotes",
            "0: a closing quote is missing",
        ],
    ),
    "marks for commas": (
        '{"a": 1; "b": [1、2]}', {"a": 1, "b": [1, 2]}, ["0: ; stands for ,", "0: 、 stands for ,"]
    ),
}  # fmt: skip


def said(text: str) -> list[str]:
    return [f"{one.offset}: {one.text}" for one in parse_example(text).flaws]


@pytest.mark.parametrize("habit", HABITS)
def test_a_habit_reads_back_to_the_data(habit: str) -> None:
    text, value, _ = HABITS[habit]
    assert parse_example(text).value == value


@pytest.mark.parametrize("habit", HABITS)
def test_a_repair_is_said_with_its_line(habit: str) -> None:
    text, _, flaws = HABITS[habit]
    assert sorted(set(said(text))) == sorted(flaws)


def test_two_examples_behind_each_other_are_both_read() -> None:
    example = parse_example('{"type": 1, "a": 2}\n\n{"type": 2, "b": [3,]}')
    assert (example.value, example.further) == ({"type": 1, "a": 2}, ({"type": 2, "b": [3]},))
    assert [(one.offset, one.text) for one in example.flaws] == [
        (2, "a second example stands behind the first"),
        (2, "a comma too many"),
    ]


def test_comments_and_words_are_kept_with_their_lines() -> None:
    text = '{ // one\n"a": 1, # two\n"b": 2, /* three\nfour */\n"c": 3, 五\n"d": 4 <!-- six -->}'
    assert [(one.offset, one.text) for one in parse_example(text).remarks] == [
        (0, "one"), (1, "two"), (2, "three\nfour"), (4, "五"), (5, "six"),
    ]  # fmt: skip


def test_a_name_that_stands_twice_is_told_and_the_last_one_holds() -> None:
    for text in ('{"a": 1, "b": {"c": 1, "c": 2}}', '{"a": 1, "b": {"c": 1 "c": 2}}'):
        example = parse_example(text)
        assert (example.repeated, example.value["b"]) == (("c",), {"c": 2})


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "ok", "ID", "...", "<xml><a><![CDATA[b]]></a></xml>", "**bold**", "`code`",
        "[a link](http://example.com/x)", '"a"\n"b"', "a = 1\nb = 2", "int f(char *a, int b);",
        "{ int a = f(b); return a; }", "function f() { return 1 }", '{"a": NaN}', '{"a": Infinity',
        "{{}}", '{"a"}', '{"a", "b"}', "POST /cgi-bin/a HTTP/1.1\n\na=1&b=2", "}{", "{:}", "[:]",
    ],
)  # fmt: skip
def test_what_is_no_example_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_example(text)


def test_a_refusal_names_the_place() -> None:
    with pytest.raises(ValueError, match=r"a colon is missing behind \"b\": line 3 column 4 "):
        parse_example('{\n"a": 1,\n"b"}')


def test_depth_is_bounded_in_good_and_in_nearly_json() -> None:
    deepest = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert parse_example(deepest).flaws == ()
    for text in (f"[{deepest}]", f"［{deepest},］", '{"a":' * 70, "｛a：" * 70):
        with pytest.raises(ValueError, match="too deeply"):
            parse_example(text)
    brackets_in_words = {"a": "[{" * 100}
    assert parse_example(json.dumps(brackets_in_words)).value == brackets_in_words


PIECES = (
    "[", "{", "]", "}", '"', "'", "“", "”", ",", ":", "\\", "...", "/*", "//", "<!--", "-", "#",
    '"a":', '"a"b"', '"a" b', "a:", "a ", "中", "1 ", "<br", "\n", '"\n', '"a\n', "1中", "{a", "1,中",
    '{"a":1}', "[1,", '"a":"b', "x\n", "0", "\\_", "1e", "https://", ' "a" : 1 中 ', "\t", "'a\n",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("begin", ["", '{"a": ', "["])
def test_a_hostile_text_ends_in_linear_time(begin: str, piece: str) -> None:
    started = time.process_time()
    for text in (begin + piece * 20_000, begin + piece * 10_000 + '"}]'):
        try:
            parse_example(text)
        except ValueError:
            continue
    assert time.process_time() - started < 20


# any data, damaged by one habit


def data(chance: random.Random, depth: int = 0) -> Any:
    kind = chance.randrange(7 if depth < 4 else 5)
    if kind < 5:
        scalars = (
            chance.randrange(-9, 10**6),
            chance.choice([0.5, 1e3]),
            True,
            None,
            words(chance),
        )
        return scalars[kind]
    inner = [data(chance, depth + 1) for _ in range(chance.randrange(4))]
    return inner if kind == 5 else {f"{words(chance)}_{i}": one for i, one in enumerate(inner)}


def words(chance: random.Random) -> str:
    return "".join(chance.choice("ab_ 中文x.-{}[]:,#/\\\"\n'“") for _ in range(chance.randrange(8)))


def outside(text: str, change: Callable[[str], str]) -> str:
    """Change what stands outside of strings."""
    parts = re.split(r'("(?:\\.|[^"\\])*")', text)
    return "".join(part if part.startswith('"') else change(part) for part in parts)


def without_one_comma(text: str, chance: random.Random) -> str:
    strings_blanked = re.sub(r'"(?:\\.|[^"\\])*"', lambda one: " " * len(one[0]), text)
    places = [at for at, char in enumerate(strings_blanked) if char == ","]
    if not places:
        return text
    at = chance.choice(places)
    return text[:at] + text[at + 1 :]


DAMAGES: dict[str, Callable[[str, random.Random], str]] = {
    "a comma is left out": without_one_comma,
    "no commas at all": lambda text, _: outside(text, lambda part: part.replace(",", "")),
    "commas before closers": lambda text, _: outside(
        text, lambda part: re.sub(r"(?<=[\w\s\"}\]])(\s*[}\]])", r",\1", part)
    ),
    "line comments": lambda text, _: outside(
        text, lambda part: part.replace(",\n", ', // "a": {,\n')
    ),
    "hash comments": lambda text, _: outside(text, lambda part: part.replace(",\n", ",# [b: '\n")),
    "comments in pages": lambda text, _: outside(
        text, lambda part: part.replace(":", "<!-- a: } -->:")
    ),
    "words behind the comma": lambda text, _: outside(
        text, lambda part: part.replace(",\n", ", 说明: 1-甲, 2-乙\n")
    ),
    "full-width marks": lambda text, _: outside(
        text, lambda part: part.translate(str.maketrans("{}[]:,", "｛｝［］：，"))
    ),
    "words of Python": lambda text, _: outside(
        text, lambda part: part.replace("true", "True").replace("null", "None")
    ),
    "line ends of Windows": lambda text, _: text.replace("\n", "\r\n"),
    "no closers at the end": lambda text, _: text.rstrip("]}\n "),
    "closers too many": lambda text, _: text + "\n}]",
    "a status line": lambda text, _: "HTTP/1.1 200 OK\n\n" + text,
    "escaped underscores": lambda text, _: re.sub(r"(?<!\\)_", r"\\_", text),
    "elements left out": lambda text, _: outside(
        text, lambda part: re.sub(r"([\w\"}\]])(\s*\])", r"\1, ...\2", part)
    ),
    "no-break spaces": lambda text, _: outside(text, lambda part: part.replace(" ", "\xa0")),
}


def texts(count: int) -> Iterator[tuple[Any, str, random.Random]]:
    for seed in range(count):
        chance = random.Random(seed)
        value = {"first": data(chance), "then": [data(chance)], "last": {"z": data(chance)}}
        yield value, json.dumps(value, ensure_ascii=False, indent=chance.choice([1, 2])), chance


@pytest.mark.parametrize("damage", DAMAGES)
def test_any_data_reads_back_from_a_damaged_text(damage: str) -> None:
    for value, text, chance in texts(150):
        damaged = DAMAGES[damage](text, chance)
        assert parse_example(damaged).value == value, damaged


def test_good_json_is_never_changed() -> None:
    for value, text, _ in texts(150):
        example = parse_example(text)
        assert (example.value, example.flaws, example.remarks) == (value, (), ())


def test_any_text_is_read_or_refused_with_a_value_error() -> None:
    for _, text, chance in texts(150):
        for _ in range(5):
            at, until = sorted(chance.randrange(len(text)) for _ in range(2))
            cut = text[:at] + chance.choice(PIECES) + text[min(until, at + 5) :]
            try:
                parse_example(cut)
            except ValueError:
                continue


# helpers


@pytest.mark.parametrize(
    "text",
    ["ID", "USERID", "ACCESS_TOKEN", "FETCH_CHILD", "xxx", "XXXX", "<id>", "{id}", "{{id}}", "$id$",
     "MEDIA_ID1", "ACCESS-TOKEN", "...", "***"],
)  # fmt: skip
def test_a_placeholder_is_told_from_a_value(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize("text", ["1", "zhangsan", "Abc", "", "video", "0", "a_b", "x", "2024-01"])
def test_a_value_is_no_placeholder(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize(
    ("address", "parameters"),
    [
        (
            "https://qyapi.example.com/cgi-bin/a/b?access_token=ACCESS_TOKEN&department_id=ID&deep=D",
            {"access_token": "ACCESS_TOKEN", "department_id": "ID", "deep": "D"},
        ),
        ("https://h/cgi-bin/a?a=1&amp;b=2", {"a": "1", "b": "2"}),
        ("https://h/cgi-bin/a ? a = A\n & b = B ，见下", {"a": "A", "b": "B"}),
        ("https://h/cgi-bin/a?a=A[&b=B][&c=C]", {"a": "A", "b": "B", "c": "C"}),
        (r"`https://h/cgi-bin/a?access\_token=A&x=<x>`", {"access_token": "A", "x": "x"}),
        ("https://h/cgi-bin/a?a=&b", {"a": ""}),
        ("https://h/cgi-bin/a", {}),
        ("", {}),
    ],
)
def test_the_parameters_of_an_address_are_read_in_order(
    address: str, parameters: dict[str, str]
) -> None:
    assert list(query_of(address).items()) == list(parameters.items())
