"""Facts against specs: deviations, and what a spec says that the document does not."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.documents.conformance import compare
from generator.documents.facts import OperationFacts
from generator.documents.findings import Finding
from generator.documents.lock import accepted, write_lock
from generator.documents.reading import read_text
from generator.model import Operation

from .helpers import Difference, Held, drafted, held
from .samples import SHELF

GROUP = "library/shelf"


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    drafted(SHELF, GROUP, tmp_path)
    return tmp_path


def rewrite(specs: Path, operation: str, old: str, new: str) -> Held:
    path = specs / GROUP / f"{operation}.yaml"
    text = path.read_text("utf-8")
    assert text.count(old) == 1, text
    path.write_text(text.replace(old, new), "utf-8")
    return held(specs, GROUP)


def accept(specs: Path, text: str) -> Held:
    one = held(specs, GROUP)
    facts = read_text(text)
    write_lock(specs, accepted(facts, one.operations, one.lock(facts)))
    return held(specs, GROUP)


SPEC_EDITS: list[tuple[str, str, str, Difference]] = [
    ("lend", "maxItems: 20", "maxItems: 30", ("lend", "request.copy_ids", "maxItems")),
    ("lend", "    maxItems: 20\n", "", ("lend", "request.copy_ids", "maxItems")),
    ("lend", "    maxLength: 64\n", "    maxLength: 64\n    maxBytes: 9\n",
     ("lend", "request.reader", "maxBytes")),
    ("lend", "truncatesAt: 50", "maxLength: 50", ("lend", "request.remark", "truncatesAt")),
    ("lend", "    default: 1\n", "", ("lend", "request.way", "default")),
    ("lend", "title: 借出图书", "title: 借书", ("lend", "title", "value")),
    ("lend", "path/70001", "path/7", ("lend", "page", "value")),
    ("lend", "2024-03-05", "2024-03-06", ("lend", "updated", "value")),
    ("lend", "  - limit: 3\n    days: 15", "  - limit: 3\n    days: 16", ("lend", "quota", "limit")),
    ("lend", "remark: for class two", "remark: other", ("lend", "examples.request", "value")),
    ("lend", "remark:\n    type: string", "remark:\n    type: string\n    required: true",
     ("lend", "request.remark", "required")),
    ("get", "  page_no:\n    type: string\n", "  page_no:\n    type: string\n  size:\n    type: string\n",
     ("get", "request.size", "row")),
    ("get", "join_time:\n        type: integer", "join_time:\n        type: string",
     ("get", "response.reader_info.join_time", "type")),
    ("statistic", "maxSpanDays: 30", "maxSpanDays: 29", ("statistic", "request.end_day", "maxSpanDays")),
    ("statistic", "defaultFrom: begin_day\n", "default: 1\n",
     ("statistic", "request.end_day", "defaultFrom")),
]  # fmt: skip


@pytest.mark.parametrize(("operation", "old", "new", "found"), SPEC_EDITS)
def test_a_spec_that_says_otherwise_is_found(
    operation: str, old: str, new: str, found: Difference, specs: Path
) -> None:
    if found[1].startswith(("examples", "response.reader_info.join_time", "request.remark")):
        drop_examples(specs, operation, keep=found[1].startswith("examples"))
    differences = rewrite(specs, operation, old, new).differences(SHELF)
    allowed = {
        found,
        (operation, "examples.response", "value"),
        (operation, "examples.request", "value"),
    }
    extra = {("lend", "request.remark", "maxLength"), ("statistic", "request.end_day", "default")}
    assert found in differences
    assert differences <= allowed | extra


def drop_examples(specs: Path, operation: str, keep: bool) -> None:
    """Take the examples out of a spec: they have to fit whatever else it says."""
    if keep:
        return
    path = specs / GROUP / f"{operation}.yaml"
    text = re.sub(r"(?m)^examples:\n(?:  .*\n)+", "", path.read_text("utf-8"))
    path.write_text(text, "utf-8")


DEVIATION = """\
deviations:
  - field: {field}
    rule: {rule}
    document: something else
    reason: For a test.
    source: nowhere
"""


def deviate(specs: Path, operation: str, field: str, rule: str) -> None:
    path = specs / GROUP / f"{operation}.yaml"
    text = path.read_text("utf-8")
    new = DEVIATION.format(field=field, rule=rule)
    if "\ndeviations:\n" in text:
        text = text.replace("\ndeviations:\n", "\n" + new)
    else:
        text += new
    path.write_text(text, "utf-8")


def test_a_deviation_is_accepted_while_it_describes_the_document(specs: Path) -> None:
    deviate(specs, "lend", "request.copy_ids", "maxItems")
    rewrite(specs, "lend", "maxItems: 20", "maxItems: 10")
    one = accept(specs, SHELF)
    conformance = one.compare(SHELF)
    assert conformance.findings == ()
    assert ("request.copy_ids", "maxItems") in {
        (each.field, each.rule) for each in conformance.accepted
    }


def test_a_deviation_from_another_value_than_the_accepted_one_is_a_finding(specs: Path) -> None:
    deviate(specs, "lend", "request.copy_ids", "maxItems")
    rewrite(specs, "lend", "maxItems: 20", "maxItems: 10")
    one = accept(specs, SHELF)
    changed = SHELF.replace("取值范围: 1 ~ 20", "取值范围: 1 ~ 50")
    assert one.differences(changed) == {("lend", "request.copy_ids", "maxItems")}


def test_a_deviation_that_is_none_any_more_is_a_finding(specs: Path) -> None:
    deviate(specs, "lend", "request.copy_ids", "maxItems")
    rewrite(specs, "lend", "maxItems: 20", "maxItems: 10")
    one = accept(specs, SHELF)
    changed = SHELF.replace("取值范围: 1 ~ 20", "取值范围: 1 ~ 10")
    assert one.differences(changed) == {("lend", "request.copy_ids", "deviation")}


def test_a_row_that_came_into_the_document_ends_its_deviation(specs: Path) -> None:
    rewrite(
        specs, "get", "  page_no:\n    type: string\n",
        "  page_no:\n    type: string\n  size:\n    type: string\n",
    )  # fmt: skip
    deviate(specs, "get", "request.size", "row")
    one = accept(specs, SHELF)
    assert one.differences(SHELF) == set()
    changed = SHELF.replace(
        "	page_no	否	页码\n", "	page_no	否	页码\n	size	否	\n"
    )
    assert ("get", "request.size", "deviation") in one.differences(changed)


def test_a_deviation_of_a_meaning_ends_with_the_meaning(specs: Path) -> None:
    deviate(specs, "lend", "request.way", "meaning")
    one = accept(specs, SHELF)
    assert one.differences(SHELF) == set()
    changed = SHELF.replace("2 - 在馆内看", "2 - 在院子里看")
    assert one.differences(changed) == {("lend", "request.way", "text")}


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("title", "title: 借出图书", "title: 借书"),
        ("page", "path/70001", "path/7"),
        ("quotas", "  - limit: 3\n    days: 15", "  - limit: 3\n    days: 16"),
    ],
)
def test_what_has_no_rule_of_its_own_is_deviated_from_as_a_section(
    field: str, old: str, new: str, specs: Path
) -> None:
    deviate(specs, "lend", field, "section")
    rewrite(specs, "lend", old, new)
    assert accept(specs, SHELF).differences(SHELF) == set()


def finding(one: Held, text: str) -> Finding:
    (found,) = one.compare(text).findings
    return found


def test_a_finding_names_both_places(specs: Path) -> None:
    changed = SHELF.replace("取值范围: 1 ~ 20", "取值范围: 1 ~ 50")
    found = finding(held(specs, GROUP), changed)
    assert found.document is not None
    assert found.spec is not None
    assert (found.document.value, found.spec.value) == (50, 20)
    assert "1 ~ 50" in changed.split("\n")[found.document.line - 1]
    spec = Path(found.spec.file).read_text("utf-8").split("\n")
    assert spec[found.spec.line - 1].strip() == "copy_ids:"


def test_a_changed_sentence_is_shown_with_its_line_and_shortened(specs: Path) -> None:
    changed = SHELF.replace("读者须先办证", "读者须先交照片" + "并等待审核" * 20)
    found = finding(held(specs, GROUP), changed)
    assert found.document is not None
    assert found.document.value.startswith("new: 注意: 读者须先交照片") or (
        found.document.value.startswith("new: 读者须先交照片")
    )
    assert found.document.value.endswith("…; 1 accepted sentence gone")
    assert "交照片" in changed.split("\n")[found.document.line - 1]


def test_a_sentence_that_stands_twice_and_goes_once_is_found(specs: Path) -> None:
    twice = SHELF.replace("传入的时间会取整到0点;", "传入的时间会取整到0点; 传入的时间会取整到0点;")
    one = accept(specs, twice)
    assert one.differences(twice) == set()
    assert one.differences(SHELF) == {("statistic", "notes", "text")}


def test_sentences_in_another_order_are_no_change(specs: Path) -> None:
    first, second = "统计区间前后都包含,支持的最大查询跨度为30天;", "传入的时间会取整到0点;"
    changed = SHELF.replace(f"{first} {second}", f"{second} {first}")
    assert changed != SHELF
    assert held(specs, GROUP).differences(changed) == set()


def test_a_type_that_nothing_states_is_taken_from_the_spec(specs: Path) -> None:
    text = SHELF.replace("	page_no	否	页码", "	page_no	否	页码,最多9个")
    rewrite(
        specs,
        "get",
        "  page_no:\n    type: string\n",
        "  page_no:\n    type: integer\n    maximum: 9\n",
    )
    one = accept(specs, text)
    assert one.differences(text) == set()


def test_rows_that_one_side_lacks_come_in_the_order_of_the_other(specs: Path) -> None:
    one, facts = held(specs, GROUP).of("lend"), read_text(SHELF)
    (spec,), (stated, *_) = one.group.operations, facts.operations
    order = [*(f"request.{each.name}" for each in spec.request)]
    order += [f"response.{each.name}" for each in spec.response]
    assert len(order) > 4

    def rows(document: OperationFacts, spec: Operation) -> list[str]:
        document_facts = replace(facts, operations=(document,))
        found = compare(document_facts, {spec.path: spec}, one.lock(facts)).findings
        return [each.field for each in found if each.rule == "row" and "err" not in each.field]

    assert rows(stated, replace(spec, request=(), response=())) == order
    assert rows(replace(stated, request=(), response=()), spec) == order
