"""Intercept rules: what they watch for, whom they are for, whose they are, and how many."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from wecom_client import WeComClient
from wecom_client.simulator import Simulator
from wecom_client.simulator.seed import load_seed

from .helpers import Methods, at, code_of

pytestmark = pytest.mark.skipif(
    not hasattr(Simulator, "add_intercept_rule"), reason="the specs lack customer contact"
)
ABEL = {"user_list": ["abel"]}


@pytest.fixture(autouse=True)
def _members(sim: Simulator) -> None:
    for userid in ("abel", "bella"):
        sim.add_member(userid)
    sim.add_department(2, ["bella"])


def test_a_rule_is_made_read_changed_listed_and_deleted(contact: Any, sim: Simulator) -> None:
    made = contact.add_intercept_rule(
        "Prices", ["cheap", "cheap"], 1, {**ABEL, "department_list": [2]}, semantics_list=[1, 3]
    ).rule_id
    assert contact.get_intercept_rule(made).raw["rule"] == {
        "rule_id": made,
        "rule_name": "Prices",
        "word_list": ["cheap"],
        "semantics_list": [1, 3],
        "intercept_type": 1,
        "applicable_range": {**ABEL, "department_list": [2]},
    }
    contact.update_intercept_rule(
        made,
        word_list=["free"],
        extra_rule={"semantics_list": []},
        add_applicable_range={"user_list": ["bella", "abel"]},
        remove_applicable_range={**ABEL, "department_list": [2, 9]},
    )
    rule = contact.get_intercept_rule(made).raw["rule"]
    assert (rule["word_list"], rule["semantics_list"], rule["rule_name"]) == (
        ["free"],
        [],
        "Prices",
    )
    whom = {"user_list": ["bella", "abel"], "department_list": []}
    assert rule["applicable_range"] == whom
    other = sim.add_intercept_rule("Names", ["x"], user_list=["abel"])
    now = at("2024-05-15 12:00")
    assert contact.get_intercept_rule_list().raw["rule_list"] == [
        {"rule_id": made, "rule_name": "Prices", "create_time": now},
        {"rule_id": other, "rule_name": "Names", "create_time": now},
    ]
    contact.del_intercept_rule(made)
    assert [*sim.intercept_rules] == [other]
    calls = contact.get_intercept_rule, contact.update_intercept_rule, contact.del_intercept_rule
    assert [code_of(call, made) for call in calls] == [41071] * 3
    assert [code_of(call, "never") for call in calls] == [41070] * 3
    assert code_of(contact.add_intercept_rule, "Prices", ["x"], 2, ABEL) == 0


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"rule_name": "Taken"}, 41077),
        ({"word_list": ["x"] * 301}, 41068),
        ({"word_list": ["x" * 33]}, 41083),
        ({"intercept_type": 3}, 40058),
        ({"applicable_range": {"user_list": ["nobody"]}}, 40003),
        ({"applicable_range": {"department_list": [9]}}, 40066),
        ({"applicable_range": {"user_list": ["abel"] * 1001}}, 41076),
    ],
    ids=lambda one: str(one)[:40],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    given: dict[str, Any], code: int, contact: Any, sim: Simulator
) -> None:
    sim.add_intercept_rule("Taken", ["x"], user_list=["abel"])
    made = sim.add_intercept_rule("Mine", ["x"], user_list=["abel"])
    before = dict(sim.intercept_rules)
    values = {"rule_name": "New", "word_list": ["x"], "intercept_type": 1, "applicable_range": ABEL}
    assert code_of(contact.add_intercept_rule, **{**values, **given}) == code
    changes = {key.replace("applicable", "add_applicable"): one for key, one in given.items()}
    assert code_of(contact.update_intercept_rule, made, **changes) == code
    assert dict(sim.intercept_rules) == before


def test_a_rule_is_for_somebody_and_for_so_many(contact: Any, sim: Simulator) -> None:
    made = sim.add_intercept_rule("Mine", ["x"], user_list=["abel"])
    assert code_of(contact.update_intercept_rule, made, remove_applicable_range=ABEL) == 40063
    assert code_of(contact.add_intercept_rule, "x", ["x"], 1, {}) == 40063
    people = [f"u{number}" for number in range(10_000)]
    full = sim.add_intercept_rule("Full", ["x"], user_list=people)
    assert code_of(contact.update_intercept_rule, full, add_applicable_range=ABEL) == 41076
    wrong = {"semantics_list": [4]}
    assert code_of(contact.update_intercept_rule, made, extra_rule=wrong) == 41084


def test_all_read_a_rule_and_the_application_that_made_it_changes_it(
    contact: Any, sim: Simulator
) -> None:
    made = sim.add_intercept_rule("Mine", ["x"], user_list=["abel"])
    sim.intercept_rule_limit = 1
    assert code_of(contact.add_intercept_rule, "More", ["x"], 1, ABEL) == 41069
    with WeComClient(sim.corp_id, sim.add_application(), base_url=sim.base_url) as wecom:
        other = Methods(wecom.externalcontact)
        assert other.get_intercept_rule(made).rule.rule_name == "Mine"
        assert len(other.get_intercept_rule_list().rule_list) == 1
        assert code_of(other.update_intercept_rule, made, rule_name="x") == 48002
        assert code_of(other.del_intercept_rule, made) == 48002


def test_a_seed_file_has_rules(sim: Simulator, tmp_path: Path) -> None:
    path = tmp_path / "seed.json"
    rule = {"rule_name": "Seeded", "word_list": ["x"], "user_list": ["new"], "rule_id": "ir"}
    path.write_text(json.dumps({"intercept_rules": [rule]}))
    load_seed(path, sim)
    assert sim.intercept_rules["ir"].user_list == ("new",)
    assert "new" in sim.members
    with pytest.raises(ValueError, match="there is a rule 'Seeded' already"):
        sim.add_intercept_rule("Seeded", ["x"], user_list=["newest"])
    assert "newest" not in sim.members
