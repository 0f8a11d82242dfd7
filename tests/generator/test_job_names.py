"""Whole jobs whose operations, parameters, fields and records have names that are taken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.targets.python.naming import ANSWER_RESERVED, python_name

from .folders import changed, messages, write
from .package import Generated, generate, typed_requests
from .test_names import NAMES, run_tool

TEXT = {"type": "string", "description": "A text."}
NUMBER = {"type": "integer", "description": "A number."}
DAY = {**NUMBER, "format": "day"}
CODES = [{"limit": 7, "days": 1, "scope": "x"}]
KEPT = [name for name in NAMES if python_name(name, ANSWER_RESERVED) == name]
"""Names that fields of answers keep in Python."""
OTHERS = ["overload", "literal", "iterable", "callable", "batch", "bulk", "pages", "window"]
OPERATIONS = sorted({*NAMES, *OTHERS, "outcome", "progress", "tuple", "float", "async", "await"})


def spec(**keys: Any) -> dict[str, Any]:
    return changed(request=None, response=None, examples=None) | keys


def record(**fields: Any) -> dict[str, Any]:
    items = {"type": "object", "description": "One.", "properties": fields}
    return {"type": "array", "description": "Some.", "items": items}


def batch(parameter: str, failures: str, key: str, argument: str) -> dict[str, Any]:
    return spec(
        request={parameter: {**TEXT, "type": "array", "maxItems": 2, "items": TEXT}},
        response={failures: record(**{key: TEXT, "errcode": NUMBER})},
        failures={"field": failures, "key": key},
        batch={"parameter": parameter, "argument": argument},
        quotas=CODES,
    )


def bulk(parameter: str, argument: str) -> dict[str, Any]:
    return spec(
        request={"other": DAY, parameter: {**TEXT, "required": True}},
        batch={"parameter": parameter, "argument": argument},
    )


def window(name: str, items: str) -> dict[str, Any]:
    """Return a spec with pages and a window in which everything has a name, where it can."""
    split = {"type": "array", "description": "Ids.", "maxItems": 2, "items": TEXT}
    day = {**DAY, "notBefore": name, "defaultFrom": name, "maxSpanDays": 5}
    inner = {"type": "object", "description": "Who.", "properties": {name: split}}
    figure = {**NUMBER, "overDays": "sum"}
    figures = {"type": "object", "description": "F.", "properties": {name: figure}}
    return spec(
        request={name: DAY, "end_": day, "who_": inner, f"{name}_1": TEXT, f"{name}_2": NUMBER},
        response={items: record(**{name: TEXT, "data_": figures}), f"{name}_3": TEXT},
        pagination={
            "position": f"{name}_1", "next": f"{name}_3", "size": f"{name}_2", "items": items,
        },
        window={
            "begin": name, "end": "end_", "parameter": f"who_.{name}", "items": items, "key": name,
        },
    )  # fmt: skip


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Generated:
    """A package of jobs that have all these names."""
    home = tmp_path_factory.mktemp("jobs")
    kinds = [batch("ids", "failed", "id", "all"), bulk("id", "ids"), window("day", "rows")]
    specs: dict[str, Any] = {
        f"operations/{name}": kinds[index % 3] for index, name in enumerate(OPERATIONS)
    }
    for index, name in enumerate(NAMES):
        kept = KEPT[index % len(KEPT)]
        specs[f"keys/batch_{index}"] = batch(name, kept, name, name)
        specs[f"keys/bulk_{index}"] = bulk(name, name)
        specs[f"keys/window_{index}"] = window(name, kept)
    long = "very_" * 7
    specs[f"{long}a/{long}b"] = batch(f"{long}c", f"{long}list", f"{long}d", f"{long}e")
    specs[f"{long}a/{long}f"] = bulk(f"{long}c", f"{long}e")
    specs[f"{long}a/{long}g"] = window(f"{long}c", f"{long}list")
    groups = ["batch_result", "items", "outcomes", "pages", "failed", "progress", "namespace"]
    specs |= {f"{name}/list": batch("ids", "failed_list", "id", "all") for name in groups}
    shape = {"type": "object", "description": "S.", "properties": {"id": TEXT, "errcode": NUMBER}}
    specs["failed/_shapes"] = {"failed": shape, "items": shape}
    for name in ("failed", "items"):
        failures = {"type": "array", "items": {"$ref": f"_shapes.yaml#/{name}"}}
        specs[f"failed/{name}"] = batch("ids", "failed_list", "id", "all") | {
            "response": {"failed_list": failures}
        }
    write(home / "specs", specs)
    return generate(home / "specs", home / "generated")


def test_jobs_of_taken_names_pass_ruff(package: Generated) -> None:
    found = run_tool(package, "ruff", "check", "--no-cache", "--quiet", "generated")
    assert not found


def test_jobs_of_taken_names_are_formatted(package: Generated) -> None:
    assert not run_tool(package, "ruff", "format", "--no-cache", "--diff", "generated")


@typed_requests
def test_jobs_of_taken_names_pass_mypy(package: Generated, tmp_path: Path) -> None:
    assert not run_tool(package, "mypy", "--cache-dir", str(tmp_path), "generated")


PAIRS = [(name, KEPT[index % len(KEPT)]) for index, name in enumerate(NAMES)]
"""The name of everything in a job of `keys`, and that of its records."""


def test_batches_of_taken_names_send_and_read_by_them(package: Generated) -> None:
    found = package.run(
        f"""
        found = []
        for index, (name, kept) in enumerate({PAIRS!r}):
            client = Client({{kept: [{{name: "b", "errcode": 1}}]}})
            result = getattr(client.keys, f"batch_{{index}}_all")(["a", "b", "c"])
            sent = [one[3][name] for one in client.sent]
            failed = [record.raw[name] for record in result.failed]
            found.append([result.done, failed, result.unknown, sent])
        show(found)
        """
    )
    # the second answer names an element that its call did not have: "b" has failed, and that once
    assert found == [[["a"], ["b"], ["c"], [["a", "b"], ["c"]]] for _ in NAMES]


def test_windows_of_taken_names_send_and_read_by_them(package: Generated) -> None:
    found = package.run(
        f"""
        import inspect

        found = []
        for index, (name, kept) in enumerate({PAIRS!r}):
            client = Client({{kept: [{{name: "k", "data_": {{name: 2}}}}]}})
            method = getattr(client.keys, f"window_{{index}}_all")
            begin = next(iter(inspect.signature(method).parameters))
            who = {{name: ["a", "b", "c"]}}
            answer = method(**{{begin: 86400, "end_": 86400 * 7, "who_": who}})
            records = [one.raw[name] for one in getattr(answer, kept)]
            figures = [one.raw["data_"][name] for one in getattr(answer, kept)]
            days = [(one[3][name] + 8 * 3600) // 86400 for one in client.sent]
            sent = [[day, one[3]["who_"][name]] for day, one in zip(days, client.sent)]
            found.append([records, figures, sent])
        show(found)
        """
    )
    parts = [[day, ids] for ids in (["a", "b"], ["c"]) for day in (1, 6)]
    assert found == [[["k"], [8], parts] for _ in NAMES]


def test_pages_of_taken_names_are_gone_through(package: Generated) -> None:
    found = package.run(
        f"""
        found = []
        for index, (name, kept) in enumerate({PAIRS!r}):
            client = Client({{kept: [{{name: "k"}}]}})
            pages = getattr(client.keys, f"iter_window_{{index}}")(page_size=3)
            found.append([[one.raw[name] for one in pages], client.sent[0][3]])
        show(found)
        """
    )
    assert found == [[["k"], {f"{name}_2": 3}] for name in NAMES]


def test_an_argument_may_be_called_as_the_parameter_that_it_stands_for(tmp_path: Path) -> None:
    (message,) = messages(tmp_path, {"rooms/list": batch("id", "failed", "id", "self") | {"x": 1}})
    assert "unknown key 'x'" in message
