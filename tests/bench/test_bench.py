"""The benchmarks work; what they find is not judged here."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from generator.targets import read_api

from ..model import GROUPCHAT, operation, operations, parameter
from . import __main__ as command
from .measure import ROOT, Row, interleave, row
from .spec_trees import write_openapi, write_specs


@pytest.mark.slow
@pytest.mark.parametrize("measurement", command.MEASUREMENTS)
def test_a_measurement_gives_rows_with_times_and_ratios(measurement: ModuleType) -> None:
    if gone := command.lacks(measurement):
        pytest.skip(gone)
    found = [one for one in measurement.rows(quick=True) if not isinstance(one, str)]
    assert found
    assert all(one.ours > 0 and one.other > 0 and one.ratio > 0 for one in found)


def test_a_missed_aim_is_printed_as_missed_and_is_no_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Fake:
        @staticmethod
        def rows(quick: bool) -> list[Row]:
            return [
                Row("too slow", 2.0, 1.0, "other", 2.0, 1.5),
                Row("fast", 1.0, 1.0, "other", 1.0, 1.5),
                Row("told only", 9.0, 1.0, "other", 9.0),
            ]

    monkeypatch.setattr(command, "MEASUREMENTS", [Fake, Fake])
    command.main([])
    lines = capsys.readouterr().out.splitlines()
    verdicts = [line.split()[-1] for line in lines if line.startswith(("too slow", "fast", "told"))]
    assert verdicts == ["missed", "met", "–"] * 2
    assert lines[-1].startswith("2 of 4 aims met; missed: too slow")


def test_tasks_take_turns_and_rotate() -> None:
    order: list[str] = []
    clock = count(1)

    def task(name: str) -> float:
        order.append(name)
        return next(clock)

    taken = interleave([lambda: task("a"), lambda: task("b")], 2)
    assert order == ["a", "b", "b", "a"]
    assert taken == [[1, 4], [2, 3]]


def test_the_ratio_is_the_median_of_the_ratios_of_rounds() -> None:
    found = row("x", [[1.0, 50.0, 3.0], [2.0, 100.0, 2.0]], "other", 0.6)
    assert (found.ours, found.other, found.ratio, found.verdict) == (3.0, 2.0, 0.5, "met")


def test_both_generators_are_given_the_same_operations(tmp_path: Path) -> None:
    number = len([path for path in operations() if path.startswith(f"{GROUPCHAT}/")])
    write_specs(tmp_path / "specs", number + 3)
    write_openapi(tmp_path / "specs", tmp_path / "openapi.yaml")
    document = yaml.safe_load((tmp_path / "openapi.yaml").read_text("utf-8"))
    (bench,) = read_api(tmp_path / "specs").root.groups
    paths = [f"/cgi-bin/{one.path}" for group in bench.groups for one in group.operations]
    assert [len(group.operations) for group in bench.groups] == [number, 3]
    assert list(document["paths"]) == paths


def test_the_openapi_document_keeps_limits_and_shapes(tmp_path: Path) -> None:
    ids_of = parameter("transfer", "chat_id_list")
    write_specs(tmp_path / "specs", len(operations()))
    write_openapi(tmp_path / "specs", tmp_path / "openapi.yaml")
    document = yaml.safe_load((tmp_path / "openapi.yaml").read_text("utf-8"))
    transfer = document["paths"]["/cgi-bin/bench/group_000/transfer"]["post"]
    content = transfer["requestBody"]["content"]["application/json"]
    ids = content["schema"]["properties"]["chat_id_list"]
    assert ids_of.items is not None
    limits = ids_of.min_items, ids_of.max_items, ids_of.items.constraints.get("minLength")
    assert None not in limits
    assert (ids["minItems"], ids["maxItems"], ids["items"]["minLength"]) == limits
    required = [one.name for one in operation("transfer").request if one.required]
    assert content["schema"]["required"] == required
    answer = transfer["responses"]["200"]["content"]["application/json"]["schema"]
    reference = answer["properties"]["failed_chat_list"]["items"]["$ref"]
    assert reference.rpartition("/")[2] in document["components"]["schemas"]


def test_all_of_the_specs_are_an_openapi_document(tmp_path: Path) -> None:
    write_openapi(ROOT / "specs", tmp_path / "openapi.yaml")
    document = yaml.safe_load((tmp_path / "openapi.yaml").read_text("utf-8"))
    assert sorted(document["paths"]) == sorted(f"/cgi-bin/{path}" for path in operations())
