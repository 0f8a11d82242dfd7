"""Texts and names that want to become code, or to leave the output folder, come to nothing."""

from __future__ import annotations

import ast
import io
import os
import subprocess
import sys
import tokenize
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.targets.python.layout import Call, Code, call, docstring, python, wrap
from generator.targets.python.render import Renderer

from .folders import api, docstrings, folded, messages, rendered, write
from .package import ROOT, contents, generate

BOOM = '__import__("pathlib").Path("boom").touch()'
TEXTS = [
    '"',
    '""',
    '"""',
    "'''",
    '"' * 7,
    "\\",
    "\\" * 7,
    '\\"""',
    'a\\\\\\"""',
    'ends with a quote "',
    "ends with a backslash \\",
    '"starts with one',
    f'""" + {BOOM} + """',
    f"''' + {BOOM} + '''",
    f'"\n{BOOM}\n"',
    f'"""\n{BOOM}\n"""',
    f"'; {BOOM}; '",
    f"\\' + {BOOM} + \\'",
    f"\n\n{BOOM}\n",
    f"\r{BOOM}\r",
    f"\u2028{BOOM}\u2029{BOOM}\x85{BOOM}\x0b{BOOM}\x0c{BOOM}\x1c{BOOM}",
    f"f{{{BOOM}}}",
    f"{{{{ {BOOM} }}}} {{% raw %}} {{# {BOOM} #}} {{%- endif %}}",
    "{{ cycler.__init__.__globals__.os.mkdir('boom') }}",
    "%s %(name)s {0} {name} $name ${name} `name`",
    "\\N{BULLET} \\x41 \\u0041 \\U0001f600 \\n \\",
    "controls \x01\x08\x1b[31m\x7f and nul \x00",
    "turned \u202e around \u2066 \u2069 and \u200b hidden \ufeff",
    "👩\u200d💻 🏳️\u200d🌈 é 群",
    "\t tab, \xa0 no-break and \u3000 wide blanks ",
    "# noqa: F401  # type: ignore",
    "# -*- coding: utf-7 -*-",
    ">>> boom()",
    "Args:\n    x: y\n\nReturns:\n    z",
    "…” „quotes“ ‚of‘ «others» 「」",
    "word" * 1250,
    "群" * 500,
    "many short words " * 100,
]
WORDS = ["x", "A plain text."]


def specs_with(text: str) -> dict[str, Any]:
    """Return specs that have a text wherever texts may stand."""
    flag = {"type": "integer", "description": text, "enum": {0: text, 1: text}}
    choice = {"type": "string", "description": text, "enum": {text: text, "other": text}}
    parameters = {
        "text": {**choice, "default": text, "required": True},
        "flag": flag,
        "choices": {"type": "array", "description": text, "items": choice},
        "object": {"type": "object", "description": text, "properties": {"a": choice, "b": flag}},
        "shape": {"$ref": "_shapes.yaml#/shape", "description": text},
        "other": {"type": "string", "description": text, "ignoredUnless": {"text": text}},
    }
    fields = {
        "text": {**choice, "condition": text},
        "list": {"type": "array", "items": {"type": "object", "properties": {"a": choice}}},
        "object": {"type": "object", "description": text, "properties": {"a": flag}},
        "shape": {"$ref": "_shapes.yaml#/shape", "condition": text},
    }
    spec = {
        "title": text,
        "summary": text,
        "page": "https://x.invalid/"
        + "".join(char for char in text if char.isprintable()).replace(" ", ""),
        "method": "POST",
        "repeatable": False,
        "repeatable_reason": text,
        "request": parameters,
        "response": fields,
        "errors": [7],
        "quotas": [{"limit": 1, "scope": text, "days": 1, "description": text}],
        "permissions": {"any": text, "third_party": text},
        "notes": [text, text],
        "examples": {
            "request": {"text": text},
            "response": {"errcode": 0, "errmsg": text, "text": text},
        },
        "deviations": [
            {"field": "path", "rule": "path", "document": text, "reason": text, "source": text}
        ],
    }
    return {
        "rooms/list": spec,
        **jobs_with(spec, text),
        "rooms/_shapes": {
            "shape": {"type": "object", "description": text, "properties": {"a": choice}}
        },
        "errors": {
            7: {
                "class": "busy",
                "meaning": text,
                "remedy": text,
                "zh": {"meaning": text, "remedy": text},
            }
        },
    }


def jobs_with(spec: dict[str, Any], text: str) -> dict[str, Any]:
    """Return a spec with whole jobs."""
    told, number = {"type": "string", "description": text}, {"type": "integer"}
    day = {**number, "description": text, "format": "day"}
    ids = {"type": "array", "description": text, "maxItems": 3, "items": told}
    end = {**day, "notBefore": "begin", "defaultFrom": "begin", "maxSpanDays": 3}
    record = {"a": told, "n": {**number, "description": text, "overDays": "sum"}}
    records = {"type": "array", "items": {"type": "object", "properties": record}}
    failed = {"type": "object", "properties": {"id": told, "errcode": number}}
    common = {**spec, "repeatable": True}
    reading = {
        "request": {"ids": ids, "id": told, "size": number, "cursor": told, "begin": day}
        | {"end": end},
        "response": {"list": records, "next": told},
        "pagination": {"position": "cursor", "next": "next", "size": "size", "items": "list"},
        "window": {
            "begin": "begin", "end": "end", "parameter": "ids", "items": "list", "key": "a",
        },
        "examples": {},
    }  # fmt: skip
    return {
        "rooms/read": {**common, **reading},
        "rooms/get": {
            **common,
            "request": {"id": told},
            "batch": {"parameter": "id", "argument": "all_ids"},
            "examples": {},
        },
        "rooms/set": {
            **common,
            "request": {"ids": ids},
            "response": {"failed": {"type": "array", "items": failed}},
            "failures": {"field": "failed", "key": "id"},
            "batch": {"parameter": "ids", "argument": "all_ids", "done": [7]},
            "examples": {},
        },
    }


@cache
def modules_with(text: str) -> dict[str, str]:
    """Return the rendered modules that such specs lead to."""
    with TemporaryDirectory() as folder:
        modules = rendered(Path(folder), specs_with(text))
    wanted = ("rooms/", "_error_", "_operations", "_client", "simulator/_examples")
    return {name: content for name, content in modules.items() if name.startswith(wanted)}


def structure(module: str) -> str:
    """Return what a module is, whatever its texts say."""
    tree = ast.parse(module)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return ast.dump(tree)


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_changes_nothing_but_texts_of_the_code(text: str) -> None:
    harmless = {name: structure(module) for name, module in modules_with("harmless").items()}
    assert {name: structure(module) for name, module in modules_with(text).items()} == harmless


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_no_comment(text: str) -> None:
    for module in modules_with(text).values():
        tokens = tokenize.generate_tokens(io.StringIO(module).readline)
        comments = [token.string for token in tokens if token.type == tokenize.COMMENT]
        assert comments == module.split("\n")[:2]


TOLD = [
    ("rooms/list", ""),
    ("rooms/list", "ObjectParam.a"),
    ("rooms/list", "ObjectRecord.a"),
    ("rooms/list", "ListItem.a"),
    ("rooms/list", "ListAnswer.text"),
    ("rooms/list", "ListAnswer.shape"),
    ("rooms/_shapes", "Shape"),
    ("rooms/_shapes", "Shape.a"),
    ("rooms/_shapes", "ShapeParam.a"),
    ("rooms/list", "_Methods.list"),
    ("rooms/read", "_Methods.iter_read"),
    ("rooms/read", "_Methods.read_all"),
    ("rooms/get", "_Methods.get_many"),
    ("rooms/set", "_Methods.set_all"),
    ("rooms/list", "_AsyncMethods.list"),
    ("rooms/read", "_AsyncMethods.read_all"),
]
"""Modules, and what in them has a docstring with the text."""


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_stands_in_the_docstrings_as_it_is(text: str) -> None:
    modules = modules_with(text)
    shown = {module: docstrings(modules[module]) for module, _ in TOLD}
    lacking = [one for one in TOLD if folded(text) not in folded(shown[one[0]][one[1]])]
    assert lacking == []


def assigned(module: str, name: str) -> ast.expr:
    """Return what a module assigns to a name."""
    for node in ast.parse(module).body:
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if isinstance(target, ast.Name) and target.id == name:
            value = getattr(node, "value", None)
            assert isinstance(value, ast.expr)
            return value
    raise AssertionError(f"no {name}")


def keyword(node: ast.expr, name: str) -> Any:
    """Return an argument of a call."""
    assert isinstance(node, ast.Call)
    return ast.literal_eval(next(one.value for one in node.keywords if one.arg == name))


@pytest.mark.parametrize("text", TEXTS)
def test_the_title_is_a_literal_of_one_line(text: str) -> None:
    operation = assigned(modules_with(text)["rooms/list"], "OPERATION")
    assert keyword(operation, "title") == folded(text)


@pytest.mark.parametrize("text", TEXTS)
def test_the_page_is_a_literal(text: str) -> None:
    operation = assigned(modules_with(text)["rooms/list"], "OPERATION")
    assert keyword(operation, "doc_url") == specs_with(text)["rooms/list"]["page"]


@pytest.mark.parametrize("text", TEXTS)
def test_the_values_and_meanings_of_a_choice_are_literals(text: str) -> None:
    request = assigned(modules_with(text)["rooms/list"], "REQUEST")
    assert isinstance(request, ast.Call)
    assert isinstance(request.args[0], ast.Dict)
    assert keyword(request.args[0].values[0], "enum") == {text: text, "other": text}


@pytest.mark.parametrize("text", TEXTS)
def test_the_example_answer_is_a_literal(text: str) -> None:
    examples = assigned(modules_with(text)["simulator/_examples"], "EXAMPLES")
    assert ast.literal_eval(examples)["rooms/list"] == {"errcode": 0, "errmsg": text, "text": text}


@pytest.mark.parametrize("text", TEXTS)
def test_the_error_table_is_made_of_literals(text: str) -> None:
    table = assigned(modules_with(text)["_error_codes"], "ROWS")
    assert isinstance(table, ast.Dict)
    (entry,) = table.values
    assert isinstance(entry, ast.Call)
    assert [ast.literal_eval(one) for one in entry.args] == ["busy", text, text, text, text]


@pytest.fixture(scope="module")
def all_texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generated package in which every text stands, one operation each."""
    home = tmp_path_factory.mktemp("hostile")
    specs = {"errors": specs_with("harmless")["errors"]}
    for number, text in enumerate(TEXTS):
        for name, spec in specs_with(text).items():
            if name != "errors":
                specs[name.replace("rooms/", f"rooms_{number}/")] = spec
    write(home / "specs", specs)
    generate(home / "specs", home / "generated")
    return home


def test_a_formatter_leaves_the_texts_as_they_are(all_texts: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "format", "--no-cache", "--check", "generated"]
        + ["--config", str(ROOT / "pyproject.toml")],
        cwd=all_texts,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_importing_the_texts_runs_none_of_them(all_texts: Path) -> None:
    program = (
        "import sys; sys.path.insert(0, 'generated'); sys.dont_write_bytecode = True\n"
        "import importlib, pkgutil, wecom_client\n"
        "every = pkgutil.walk_packages(wecom_client.__path__, 'wecom_client.')\n"
        # workflows that these specs lack operations for cannot be imported, and say so
        "left_out = '__main__', 'workflows.'\n"
        "names = [one.name for one in every if not any(part in one.name for part in left_out)]\n"
        "print(sum(hasattr(importlib.import_module(one), 'OPERATION') for one in names))\n"
    )
    before = contents(all_texts)
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=all_texts,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == str(4 * len(TEXTS) + 1), done.stderr
    assert contents(all_texts) == before


ANY = settings(max_examples=300)
NASTY = st.text(
    st.sampled_from("\"'\\{}%#\n\r\t \x00\x1b\x85\u2028\u202e\ufeffa群👩;"), max_size=40
)
LINES = st.lists(st.text(max_size=30) | NASTY, max_size=6)


def value_of(text: str) -> Any:
    return ast.literal_eval(text)


@ANY
@given(text=st.text() | NASTY)
@example(text="\ud800")
@example(text="'\"")
def test_any_text_is_its_own_literal(text: str) -> None:
    shown = python(text)
    assert value_of(shown) == text
    assert shown.isprintable()


@ANY
@given(number=st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.booleans())
def test_any_number_is_its_own_literal(number: Any) -> None:
    found = value_of(python(number))
    assert (type(found), repr(found)) == (type(number), repr(number))


@ANY
@given(text=st.text(max_size=300) | NASTY, indent=st.integers(0, 3))
@example(text='"', indent=0)
@example(text="\\", indent=1)
def test_any_text_can_be_a_docstring(text: str, indent: int) -> None:
    found = docstring(wrap(text, indent=indent), indent=indent)
    assert folded(value_of(found) if found else "") == folded(text)


@ANY
@given(lines=LINES.map(lambda lines: ["title", *map(folded, lines)]))
def test_any_lines_can_be_a_docstring(lines: list[str]) -> None:
    assert value_of(docstring(lines)).rstrip("\n") == "\n".join(lines).rstrip("\n")


@ANY
@given(text=st.text(max_size=300) | NASTY, indent=st.integers(0, 3))
def test_a_docstring_is_one_literal_whose_lines_hide_nothing(text: str, indent: int) -> None:
    found = docstring(wrap(text, indent=indent), indent=indent)
    assert all(line.isprintable() for line in found.split("\n"))


PLAIN = st.none() | st.booleans() | st.integers() | st.text(max_size=60) | NASTY
DATA = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=20) | st.integers(), inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
    ),
    max_leaves=12,
)


@ANY
@given(data=DATA)
def test_any_data_is_its_own_literal(data: Any) -> None:
    assert value_of(python(data)) == data


@ANY
@given(positional=st.lists(PLAIN, max_size=3), named=st.dictionaries(st.just("name"), PLAIN))
def test_the_arguments_of_a_call_stay_its_arguments(
    positional: list[Any], named: dict[str, Any]
) -> None:
    given_call = Call("f", (*((None, one) for one in positional), *named.items()))
    node = ast.parse(python(given_call), mode="eval").body
    assert isinstance(node, ast.Call)
    assert [ast.literal_eval(one) for one in node.args] == positional
    assert {one.arg: ast.literal_eval(one.value) for one in node.keywords} == named


def test_only_what_is_called_code_is_code() -> None:
    assert python(call("f", Code("name"), "name")) == "f(name, 'name')"


@pytest.mark.parametrize(
    "name", ["a.b", "a/b", "../a", "a-b", "a b", "a;b", 'a"b', "a\n", "__import__('os')", "ａ", "é"]
)
@pytest.mark.parametrize("place", ["request", "response"])
def test_a_hostile_name_is_refused(tmp_path: Path, place: str, name: str) -> None:
    spec = {**specs_with("x")["rooms/list"], place: {name: {"type": "string"}}, "examples": {}}
    specs = {**specs_with("x"), "rooms/list": spec}
    assert any("cannot be a name" in message for message in messages(tmp_path, specs))


@pytest.mark.parametrize("name", ["a.b", "../a", "a-b", "a;b", 'a"b', "a\n", "__init__", "ａ"])
def test_the_hostile_name_of_a_shape_is_refused(tmp_path: Path, name: str) -> None:
    specs = {**specs_with("x"), "hall/_shapes": {name: {"type": "string"}}}
    assert any("cannot be a name" in message for message in messages(tmp_path, specs))


@pytest.mark.parametrize(
    "name",
    ["a.b", "a b", "a;b", "a'b", "__init__", "_runtime", "A", "ａ", "a\n", "{{a}}", "$(a)"],
)
@pytest.mark.parametrize("form", ["rooms/{}.yaml", "{}/list.yaml", "{}/_shapes.yaml"])
def test_a_hostile_file_name_is_refused(tmp_path: Path, name: str, form: str) -> None:
    home = tmp_path / "specs" / "inner"
    # as bytes, since a locale may have no such character
    path = home / form.format(os.fsdecode(name.encode()))
    path.parent.mkdir(parents=True)
    path.write_text("title: x\n")
    assert any("cannot be part of" in message for message in messages(home, {}))


def test_no_file_leaves_the_output_whatever_the_specs_say(tmp_path: Path) -> None:
    found = Renderer(api(tmp_path, specs_with('"""\n../../x'))).render()
    assert all(path.startswith("wecom_client/") and ".." not in path for path in found)
