"""The specs' JSON Schemas serve editors too: what they show must be what `validate` says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from generator.spec import schema
from generator.spec.load import load, spec_files
from generator.targets import read_api

from .folders import changed, messages, write

SCHEMAS = {path.name: json.loads(path.read_text("utf-8")) for path in schema.SPECS.glob("*.json")}
HERE = Path(__file__).resolve().parent
FILES = {
    f"{folder.parent.name}/{path.relative_to(folder).as_posix()}": (folder, path)
    for folder in (schema.SPECS, HERE / "specs")
    for path in spec_files(folder)
}
NO_DAYS = {
    "2023-13-45": "there is no month 13",
    "2023-00-10": "there is no month 00",
    "2023-02-30": "2023-02 has the days 01 to 28",
    "2023-02-29": "2023-02 has the days 01 to 28",
    "2024-02-30": "2024-02 has the days 01 to 29",
    "2023-04-31": "2023-04 has the days 01 to 30",
    "2023-12-00": "2023-12 has the days 01 to 31",
    "2023-12-32": "2023-12 has the days 01 to 31",
    "0000-01-01": "there is no year 0000",
    "2023-1-1": "YYYY-MM-DD",
    "20231201": "YYYY-MM-DD",
    "2023-12-01T00:00": "YYYY-MM-DD",
    "２０２３-12-01": "YYYY-MM-DD",
}


def editor_shows(data: Any, name: str) -> list[str]:
    """Return what an editor shows: its YAML keys keep their types, where JSON's are text."""
    registry: Registry[Any] = Registry().with_resources(
        (key, Resource.from_contents(one)) for key, one in SCHEMAS.items()
    )
    validator = Draft202012Validator(SCHEMAS[name], registry=registry)
    return [error.message for error in validator.iter_errors(data)]


def schema_named(path: Path) -> str:
    """Return the schema that a spec's first line names for editors."""
    first = path.read_text("utf-8").partition("\n")[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(?:.*/)?([a-z_]+\.schema\.json)", first)
    assert found, f"{path} names no schema in its first line"
    return found[1]


def texts(part: Any, place: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Return every schema of a string in a schema, with its place."""
    if isinstance(part, dict):
        if part.get("type") == "string":
            yield place, part
        for key, inner in part.items():
            yield from texts(inner, (*place, key))


@pytest.mark.parametrize(("folder", "path"), FILES.values(), ids=FILES)
def test_an_editor_shows_nothing_in_a_spec_that_is_fine(folder: Path, path: Path) -> None:
    source, problems = load(path, folder)
    assert source is not None
    assert not problems
    assert editor_shows(source.data, schema_named(path)) == []


@pytest.mark.parametrize("name", ["spec", "shapes"])
def test_an_editor_takes_a_field_called_as_a_word_of_yaml(name: str) -> None:
    fields = {True: {"type": "string"}, None: {"type": "string"}}
    data = fields if name == "shapes" else {**changed(), "request": fields}
    assert editor_shows(data, f"{name}.schema.json") == []


@pytest.mark.parametrize("key", [1.5, "busy", "0", "-0", "01", "1 "], ids=repr)
def test_what_is_no_error_code_is_refused_in_an_editor_and_at_its_place(
    key: object, tmp_path: Path
) -> None:
    entry = {"class": "busy", "meaning": "m", "remedy": "r"}
    assert editor_shows({40001: entry, key: entry}, "errors.schema.json")
    shown = f'"{key}"' if isinstance(key, str) else key
    table = f"40001: {{class: busy, meaning: m, remedy: r}}\n{shown}: {json.dumps(entry)}\n"
    found = messages(tmp_path, {"rooms/list": changed(), "errors.yaml": table})
    assert any("errors.yaml:2:1: " in one and "An error code" in one for one in found)


@pytest.mark.parametrize("content", ["", "# to be filled in\n", "null\n"], ids=repr)
@pytest.mark.parametrize(
    ("name", "needs"),
    [
        ("rooms/list.yaml", "a spec starts with 'title:'"),
        ("rooms/_shapes.yaml", "it holds shapes, a mapping each"),
        ("errors.yaml", "it holds error codes, each with 'class:', 'meaning:' and 'remedy:'"),
        ("frequency_limits.yaml", "it needs 'page:', 'updated:' and 'limits:'"),
        ("rooms/errors.yaml", "a spec starts with 'title:'"),
    ],
)
def test_an_empty_file_is_told_what_it_needs(
    name: str, needs: str, content: str, tmp_path: Path
) -> None:
    found = messages(tmp_path, {"rooms/get.yaml": changed(), name: content})
    assert [one for one in found if f"{name}:1:1: is empty; {needs}" in one], found


@pytest.mark.parametrize(
    ("name", "needs"),
    [
        ("rooms/list.yaml", "One operation of"),
        ("rooms/_shapes.yaml", "Fields that several operations of this folder share."),
        ("errors.yaml", "The platform's error codes"),
        ("frequency_limits.yaml", "How often the platform lets operations be called"),
    ],
)
def test_a_file_that_is_a_text_is_told_what_it_holds(name: str, needs: str, tmp_path: Path) -> None:
    found = messages(tmp_path, {"rooms/get.yaml": changed(), name: "later\n"})
    told = f"{name}:1:1: the file must be a mapping, is the text 'later': {needs}"
    assert [one for one in found if told in one], found


@pytest.mark.parametrize("key", [40001, "40001", -1], ids=repr)
def test_an_error_code_may_stand_in_quotes_or_not(key: object) -> None:
    entry = {"class": "busy", "meaning": "m", "remedy": "r"}
    assert editor_shows({key: entry}, "errors.schema.json") == []


def days() -> list[tuple[str, tuple[str, ...]]]:
    """Return the place of every text in the schemas that is a day, by its pattern."""
    return [
        (name, place)
        for name, document in SCHEMAS.items()
        for place, part in texts(document)
        if "pattern" in part and re.search(part["pattern"], "2023-12-01")
    ]


def test_each_day_of_a_spec_is_a_date_for_editors() -> None:
    assert {place for _, place in days()} == {("properties", "updated")}
    for name, place in days():
        part = SCHEMAS[name]
        for key in place:
            part = part[key]
        assert part["format"] == "date", place


@pytest.mark.parametrize(("name", "place"), days())
@pytest.mark.parametrize(("text", "why"), NO_DAYS.items())
def test_what_is_no_day_of_the_calendar_is_refused_at_its_place(
    name: str, place: tuple[str, ...], text: str, why: str, tmp_path: Path
) -> None:
    path = "__".join(part for part in place if part != "properties")
    limits = {"page": "https://x.invalid", "limits": []}
    data, key = {
        "spec.schema.json": (changed(**{path: text}), "rooms/list.yaml"),
        "frequency_limits.schema.json": ({**limits, path: text}, "frequency_limits.yaml"),
    }[name]
    found = messages(tmp_path, {"rooms/list.yaml": changed(), key: data})
    lines = (tmp_path / key).read_text("utf-8").splitlines()
    line = next(number for number, one in enumerate(lines, 1) if text in one)
    column = len(lines[line - 1].partition(" ")[0]) + 2
    assert len(found) == 1
    assert f"{key}:{line}:{column}: 'updated' is the text" in found[0]
    assert why in found[0]


@pytest.mark.parametrize("text", ["2023-12-01", "2024-02-29", "2000-02-29", "0001-01-01"])
def test_a_day_of_the_calendar_is_fine(text: str, tmp_path: Path) -> None:
    read_api(write(tmp_path, {"rooms/list": changed(updated=text)}))
