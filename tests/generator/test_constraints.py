"""One registry of constraints: schema, model, checks and diff know the same keywords."""

from __future__ import annotations

import ast
import copy
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from generator import cli
from generator.changes.rules import RULES
from generator.model import Field, _Stated
from generator.problems import Location
from generator.spec import schema
from generator.spec.constraint import Constraint
from generator.spec.constraints import CONSTRAINTS, with_constraints
from generator.spec.json_schema import field_schema
from generator.targets.python.docstrings import limits
from generator.targets.python.expressions import check

from .folders import changed, messages, operation, write
from .package import ROOT

STRUCTURE = {
    "$ref", "description", "type", "required", "items", "properties", "additionalProperties",
    "condition",
}  # fmt: skip
"""Keys of a field that say what it is or where; attributes of the model stand for them."""
OF_EVERY_VALUE = {"type", "required", "additionalProperties"}
CLASSES = {
    "string": ["String"], "integer": ["Integer"], "number": ["Number"], "array": ["Array"],
}  # fmt: skip
SAMPLES: dict[str, Any] = {
    "format": "day",
    "notBefore": "y",
    "enum": {7: "seven"},
    "ignoredUnless": {"y": 1},
    "default": 7,
    "defaultFrom": "y",
    "overDays": "sum",
    "pattern": "^[a-z]+$",
    "uniqueItems": True,
    "itemsAgreeOn": "y",
    "maxItemsWith": {"y": {1: 2}},
    "fileFormats": {"y": {1: ["JPG", "PNG"]}},
    "in": "query",
    "ignoredWhenGiven": ["y"],
    "forbiddenWhenGiven": ["y"],
    "requiredWhen": {"y": [1, 2]},
    "requiredUnlessGiven": ["y"],
}


@dataclass(frozen=True)
class Places:
    """Where a keyword has to be known."""

    schema: dict[str, Any]
    registry: Mapping[str, Constraint]
    accessors: frozenset[str]
    runtime: str
    rules: frozenset[str]


def places() -> Places:
    return Places(
        json.loads(schema.SPEC_SCHEMA.read_text("utf-8")),
        CONSTRAINTS,
        frozenset(one.keyword for one in vars(Field).values() if isinstance(one, _Stated)),
        "".join(
            (ROOT / f"templates/wecom_client/_runtime/{name}.py").read_text("utf-8")
            for name in ("checks", "cross_field", "elements")
        ).replace("from __future__ import annotations", ""),
        frozenset(RULES),
    )


def arguments(source: str) -> dict[str, list[str]]:
    """Return the arguments of each class of the checks."""
    return {
        one.name: [part.target.id for part in one.body
                   if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)]
        for one in ast.parse(source).body
        if isinstance(one, ast.ClassDef)
    }  # fmt: skip


def reported(source: str) -> set[str]:
    """Return the rule of each problem and warning that the checks report."""
    calls = [one for one in ast.walk(ast.parse(source)) if isinstance(one, ast.Call)]
    return {
        str(one.args[1].value)
        for one in calls
        if isinstance(one.func, ast.Attribute)
        and one.func.attr in ("problem", "warning")
        and isinstance(one.args[1], ast.Constant)
    }


def apart(what: str, one: set[str], other: set[str]) -> Iterator[str]:
    if one != other:
        yield f"{what}: {sorted(one ^ other)}"


def faults(found: Places) -> list[str]:
    """Return where one place knows a keyword and another does not."""
    rows = found.registry
    definitions = found.schema["$defs"]
    deviating = set(definitions["deviation"]["properties"]["rule"]["enum"])
    keys = {*definitions["field"]["properties"]} - STRUCTURE
    checked = {key for key, row in rows.items() if row.check}
    takes = arguments(found.runtime)
    needed = {
        (name, row.snake)
        for row in rows.values()
        if row.check == "argument"
        for kind in row.types
        for name in (["Day"] if row.formats else CLASSES[kind])
    }
    classes = {name for name, _ in needed}
    taken = {(name, one) for name in classes for one in takes[name]} - {("Array", "items")}
    return [
        *apart("schema", keys, {*rows}),
        *apart("deviations", deviating & keys, {k for k, r in rows.items() if not r.answers_only}),
        *apart("accessors", set(found.accessors) - rows.keys(), set()),
        *apart("rules", reported(found.runtime) - OF_EVERY_VALUE, checked),
        *apart("arguments", {*map(".".join, taken)}, {*map(".".join, needed)}),
        *apart("diff", {key for key in rows if not _has_rules(key, rows[key], found.rules)}, set()),
    ]


def _has_rules(key: str, row: Constraint, rules: frozenset[str]) -> bool:
    if row.narrows:
        return {f"request.{key}.{way}" for way in ("narrower", "wider")} <= rules
    return any(rule.partition(".")[2].startswith(key) for rule in rules)


def test_schema_registry_model_runtime_and_diff_know_the_same_keywords() -> None:
    assert faults(places()) == []


def _allowed(found: Places) -> Places:
    planted = copy.deepcopy(found.schema)
    planted["$defs"]["field"]["properties"]["contains"] = {"type": "string"}
    return replace(found, schema=planted)


def _registered(found: Places) -> Places:
    row = replace(CONSTRAINTS["maxItems"], keyword="contains")
    return replace(found, registry={**CONSTRAINTS, "contains": row})


def _read(found: Places) -> Places:
    return replace(found, accessors=found.accessors | {"contains"})


def _reported(found: Places) -> Places:
    return replace(found, runtime=found.runtime.replace('"maxItems"', '"contains"'))


def _checked(found: Places) -> Places:
    argument = "    max_items: int | None = None\n"
    assert argument in found.runtime
    return replace(found, runtime=found.runtime.replace(argument, argument + "    contains: Any\n"))


@pytest.mark.parametrize(
    ("plant", "noticed"),
    [
        (_allowed, {"schema"}),
        (_registered, {"schema", "deviations", "rules", "arguments", "diff"}),
        (_read, {"accessors"}),
        (_reported, {"rules"}),
        (_checked, {"arguments"}),
        (lambda found: replace(found, rules=frozenset()), {"diff"}),
    ],
)
def test_a_keyword_that_one_place_alone_knows_is_found(
    plant: Callable[[Places], Places], noticed: set[str]
) -> None:
    assert {one.partition(":")[0] for one in faults(plant(places()))} == noticed


def spec_of(row: Constraint) -> dict[str, Any]:
    """Return a spec with a field of which the constraint says something."""
    kind = "integer" if "integer" in row.types else (row.types or ("integer",))[0]
    one: dict[str, Any] = {"type": kind, row.keyword: SAMPLES.get(row.keyword, 2)}
    beside = {"type": "integer"}
    if row.formats:
        one["format"] = row.formats[0]
    if row.formats == ("binary",):
        beside["in"] = "query"
    elif row.formats:
        beside["format"] = row.formats[0]
    if row.needs:
        one[row.needs] = "y"
    if kind == "array":
        one["items"] = {"type": "string"}
    if row.member:
        one["items"] = {"type": "object", "properties": {"y": beside}}
    side = "response" if row.answers_only else "request"
    return changed(examples=None, **{side: {"x": one, "y": beside}})


def named(row: Constraint) -> str:
    return row.keyword


@pytest.mark.parametrize("row", CONSTRAINTS.values(), ids=named)
def test_what_a_spec_states_reaches_model_projection_check_and_docstring(
    row: Constraint, tmp_path: Path
) -> None:
    found = operation(tmp_path, spec_of(row))
    one = next(one for one in (*found.request, *found.response) if one.name == "x")
    assert row.keyword in one.constraints
    assert (row.keyword in field_schema(one)) is bool(row.holds or row.keyword == "enum")
    if row.check == "argument":
        assert row.snake in dict(check(one).arguments)
    bare = one.stating(**{row.keyword: None})
    assert row.answers_only or limits(one) != limits(bare)


IDLE = [row for row in CONSTRAINTS.values() if row.idle is not None]


@pytest.mark.parametrize("row", IDLE, ids=named)
def test_a_value_that_is_as_good_as_none_takes_out_that_of_a_shape(
    row: Constraint, tmp_path: Path
) -> None:
    spec = spec_of(row)
    shape = spec["request"]["x"]
    spec["request"]["x"] = {"$ref": "_shapes.yaml#/one", row.keyword: row.idle}
    write(tmp_path, {"rooms/_shapes": {"one": shape}})
    found = operation(tmp_path, spec)
    assert row.keyword not in found.request[0].constraints


@pytest.mark.parametrize(
    "row", [row for row in CONSTRAINTS.values() if row.value.get("type") == "integer"], ids=named
)
@pytest.mark.parametrize("written", ["100.0", "1e2", '"100"', "0x64", "1:40"])
def test_what_counts_is_read_as_a_whole_number_or_told_how_to_write_it(
    row: Constraint, written: str, tmp_path: Path
) -> None:
    spec = spec_of(row)
    spec["request"]["x"][row.keyword] = "NUMBER"
    text = json.dumps(spec).replace('"NUMBER"', written)
    found = messages(tmp_path, {"rooms/list": text})
    right = [one for one in found if f"{row.keyword!r} must be a whole number" in one]
    assert len(found) == 1
    assert right == found
    assert found[0].endswith("; write 100")


def test_the_committed_schema_is_what_the_registry_makes_it() -> None:
    assert schema.SPEC_SCHEMA.read_bytes() == schema.spec_schema()


def test_a_new_keyword_stands_behind_the_one_before_it_and_all_else_stays() -> None:
    whole = json.loads(schema.SPEC_SCHEMA.read_text("utf-8"))
    less = copy.deepcopy(whole)
    del less["$defs"]["field"]["properties"]["maxItems"]
    less["$defs"]["deviation"]["properties"]["rule"]["enum"].remove("maxItems")
    less["$defs"]["field"]["properties"]["minItems"] = {"type": "string"}
    assert json.dumps(with_constraints(less)) == json.dumps(whole)


@pytest.fixture
def edited_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the schema of specs in which a limit of a limit was edited."""
    text = schema.SPEC_SCHEMA.read_text("utf-8")
    path = tmp_path / "spec.schema.json"
    path.write_text(text.replace("Array: least number", "Array: any number"), "utf-8")
    monkeypatch.setattr(cli, "SPEC_SCHEMA", path)
    return path


def test_check_names_a_schema_that_is_outdated_and_generate_mends_it(
    edited_schema: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check"]) == cli.FOUND
    assert f"outdated: {edited_schema}" in capsys.readouterr().out
    assert cli._schema_differs(schema.SPECS)
    cli._renew_schema(schema.SPECS)
    assert edited_schema.read_bytes() == schema.spec_schema()
    assert cli.main(["check"]) == cli.FINE


def test_other_folders_of_specs_have_no_schema_to_renew(edited_schema: Path) -> None:
    before = edited_schema.read_bytes()
    cli._renew_schema(edited_schema.parent)
    assert edited_schema.read_bytes() == before


def test_a_field_with_other_constraints_is_another_one() -> None:
    one = Field("x", Location("x")).stating(minLength=1, maxLength=2)
    assert one.stating(minLength=None).constraints == {"maxLength": 2}
    assert one.constraints == {"minLength": 1, "maxLength": 2}
