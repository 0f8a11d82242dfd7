"""Tags, the company's and those of rule groups: listed, added, changed, deleted, given."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wecom_client.simulator import Simulator
from wecom_client.simulator.seed import load_seed

from .helpers import Clock, at, beyond, code_of

NOON = at("2024-05-15 12:00")


@pytest.fixture
def group(sim: Simulator) -> str:
    """A group of two tags, `et-new` and `et-vip`; beside it one of the console's, with `et-old`."""
    sim.add_tag_group("Age", [{"name": "old", "id": "et-old"}], group_id="et-age", application=None)
    tags: list[Any] = [{"name": "new", "id": "et-new"}, {"name": "VIP", "id": "et-vip", "order": 2}]
    return sim.add_tag_group("Level", tags, group_id="et-level", order=5)


def _listed(contact: Any, **asked: Any) -> list[Any]:
    answer = contact.get_corp_tag_list(**asked).raw["tag_group"]
    return [
        (
            one["group_id"],
            one.get("deleted"),
            [(tag["id"], tag.get("deleted")) for tag in one["tag"]],
        )
        for one in answer
    ]


def test_tags_are_listed_by_their_places(contact: Any, group: str) -> None:
    age = ("et-age", None, [("et-old", None)])
    assert _listed(contact) == [(group, None, [("et-vip", None), ("et-new", None)]), age]
    (found,) = contact.get_corp_tag_list(group_id=["et-age"]).raw["tag_group"]
    tag = {"id": "et-old", "name": "old", "create_time": NOON, "order": 0, "deleted": False}
    ids = {"group_id": "et-age", "group_name": "Age", "create_time": NOON, "order": 0}
    assert found == {**ids, "tag": [tag]}


def test_what_was_deleted_is_told_only_where_the_ids_are_asked_for(
    contact: Any, group: str
) -> None:
    contact.del_corp_tag(tag_id=["et-vip"])
    both = [("et-vip", True), ("et-new", False)]
    assert _listed(contact)[0] == (group, None, [("et-new", None)])
    assert _listed(contact, group_id=[group]) == [(group, None, both)]
    assert _listed(contact, tag_id=["et-vip"]) == [(group, False, [("et-vip", True)])]
    # ids of groups alone count where both are given
    assert _listed(contact, tag_id=["et-old"], group_id=[group]) == [(group, None, both)]
    contact.del_corp_tag(group_id=[group])
    assert [one[0] for one in _listed(contact)] == ["et-age"]
    found = _listed(contact, tag_id=["et-new", "et-vip"])
    assert found == [(group, True, [("et-vip", True), ("et-new", True)])]


def test_a_new_group_comes_with_its_tags_each_name_once(
    sim: Simulator, contact: Any, clock: Clock
) -> None:
    tags = [{"name": "b", "order": 1}, {"name": "a"}, {"name": "b", "order": 9}]
    made = contact.add_corp_tag(tags, group_name="Mood", order=3).tag_group
    assert [(tag.name, tag.order, tag.create_time) for tag in made.tag] == [
        ("b", 1, NOON),
        ("a", 0, NOON),
    ]
    assert (made.group_name, made.order, made.create_time) == ("Mood", 3, NOON)
    assert sim.tag_groups[made.group_id].application == "application 1"
    assert set(sim.corp_tags) == {tag.id for tag in made.tag}
    clock.now += 60
    for where in ({"group_id": made.group_id, "group_name": "x"}, {"group_name": "Mood"}):
        more = contact.add_corp_tag([{"name": f"c{len(where)}"}], order=7, **where).tag_group
        assert (more.group_id, more.group_name, more.order) == (made.group_id, "Mood", 3)
        assert [tag.create_time for tag in more.tag] == [NOON + 60]
    assert len(sim.tag_groups) == 1
    assert [tag.name for tag in sim.tag_groups[made.group_id].tags] == ["b", "a", "c2", "c1"]


def test_names_and_places_change(sim: Simulator, contact: Any, group: str) -> None:
    contact.edit_corp_tag("et-new", name="fresh", order=7)
    contact.edit_corp_tag("et-vip", name="VIP")
    contact.edit_corp_tag(group, name="Rank")
    contact.edit_corp_tag(group, order=0)
    found = sim.tag_groups[group]
    assert (found.group_name, found.order) == ("Rank", 0)
    assert [(tag.name, tag.order) for tag in found.tags] == [("fresh", 7), ("VIP", 2)]
    # equal places are in the order of creation
    assert [one[0] for one in _listed(contact)] == ["et-age", group]


@pytest.mark.parametrize(
    ("name", "arguments", "errcode"),
    [
        ("get_corp_tag_list", {"tag_id": ["et-x"]}, 40068),
        ("get_corp_tag_list", {"tag_id": ["et-level"]}, 40068),
        ("get_corp_tag_list", {"group_id": ["et-new"]}, 40068),
        ("add_corp_tag", {"tag": [{"name": "a"}]}, 40063),
        ("add_corp_tag", {"tag": [], "group_name": "x"}, 40063),
        ("add_corp_tag", {"tag": [{"order": 1}], "group_name": "x"}, 41018),
        ("add_corp_tag", {"tag": [{"name": ""}], "group_name": "x"}, 40072),
        ("add_corp_tag", {"tag": [{"name": "a"}, {"name": "VIP"}], "group_id": "et-level"}, 40071),
        ("add_corp_tag", {"tag": [{"name": "a"}, {"name": "VIP"}], "group_name": "Level"}, 40071),
        ("add_corp_tag", {"tag": [{"name": "a"}], "group_id": "et-new"}, 40068),
        ("add_corp_tag", {"tag": [{"name": "a"}], "group_id": "et-age"}, 81011),
        ("add_corp_tag", {"tag": [{"name": "a"}], "group_name": "Age"}, 81011),
        ("edit_corp_tag", {"id": "et-x", "name": "a"}, 40068),
        ("edit_corp_tag", {"id": "et-new", "name": "VIP"}, 40071),
        ("edit_corp_tag", {"id": "et-level", "name": "Age"}, 40071),
        ("edit_corp_tag", {"id": "et-age", "order": 1}, 81011),
        ("edit_corp_tag", {"id": "et-old", "order": 1}, 81011),
        ("del_corp_tag", {}, 40063),
        ("del_corp_tag", {"tag_id": ["et-new", "et-x"]}, 40068),
        ("del_corp_tag", {"tag_id": ["et-level"]}, 40068),
        ("del_corp_tag", {"group_id": ["et-new"]}, 40068),
        ("del_corp_tag", {"tag_id": ["et-new"], "group_id": ["et-age"]}, 81011),
    ],
)
def test_what_is_refused_changes_nothing(
    sim: Simulator, contact: Any, group: str, name: str, arguments: dict[str, Any], errcode: int
) -> None:
    before = dict(sim.tag_groups)
    assert code_of(getattr(contact, name), **arguments) == errcode
    assert dict(sim.tag_groups) == before


@pytest.mark.parametrize(
    ("name", "way", "arguments"),
    [
        ("add_corp_tag", "tag.name", lambda text: {"tag": [{"name": text}], "group_name": "x"}),
        ("add_corp_tag", "group_name", lambda text: {"tag": [{"name": "a"}], "group_name": text}),
        ("edit_corp_tag", "name", lambda text: {"id": "et-new", "name": text}),
    ],
    ids=["new tag", "new group", "edit"],
)
def test_a_name_that_is_too_long_is_refused(
    contact: Any, group: str, name: str, way: str, arguments: Callable[[str], dict[str, Any]]
) -> None:
    text = "a" * beyond(f"externalcontact/{name}", way, "maxLength")
    assert code_of(getattr(contact, name), **arguments(text)) == 40072


def test_what_was_deleted_cannot_be_used_and_its_name_is_free(
    sim: Simulator, contact: Any, group: str
) -> None:
    contact.del_corp_tag(tag_id=["et-vip"])
    assert code_of(contact.edit_corp_tag, "et-vip", order=1) == 40068
    assert code_of(contact.del_corp_tag, tag_id=["et-vip"]) == 40068
    assert contact.add_corp_tag([{"name": "VIP"}], group_id=group).tag_group.tag[0].id != "et-vip"
    contact.del_corp_tag(group_id=[group])
    assert code_of(contact.add_corp_tag, [{"name": "a"}], group_id=group) == 40068
    assert code_of(contact.get_corp_tag_list, group_id=[group]) == 40068
    assert contact.add_corp_tag([{"name": "a"}], group_name="Level").tag_group.group_id != group


def test_a_company_has_so_many_tags_at_most(sim: Simulator, contact: Any, group: str) -> None:
    sim.corp_tag_limit = 4
    two = [{"name": "a"}, {"name": "b"}]
    assert code_of(contact.add_corp_tag, two, group_name="x") == 40126
    contact.del_corp_tag(tag_id=["et-new"])
    assert code_of(contact.add_corp_tag, two, group_name="x") == 0


def test_customers_get_tags_in_the_name_of_one_member(
    sim: Simulator, contact: Any, group: str
) -> None:
    customer = sim.add_customer("abel", tags=["et-old"], own_tags=[("mine", "nice")])
    sim.add_customer("bella", customer)
    contact.mark_tag("abel", customer, add_tag=["et-vip", "et-old", "et-new"])
    contact.mark_tag("abel", customer, add_tag=["et-new"], remove_tag=["et-new"])
    contact.mark_tag("abel", customer, remove_tag=["et-new"])
    assert sim.follows[customer]["abel"].tags == ("et-old", "et-vip")
    abel, bella = contact.get(customer).raw["follow_user"]
    assert bella["tags"] == []
    assert abel["tags"] == [
        {"group_name": "Age", "tag_name": "old", "tag_id": "et-old", "type": 1},
        {"group_name": "Level", "tag_name": "VIP", "tag_id": "et-vip", "type": 1},
        {"group_name": "mine", "tag_name": "nice", "type": 2},
    ]
    (found,) = contact.batch.get_by_user(["abel"]).external_contact_list
    assert found.follow_info.tag_id == ("et-old", "et-vip")
    contact.del_corp_tag(group_id=[group])
    assert sim.follows[customer]["abel"].tags == ("et-old",)


@pytest.mark.parametrize(
    ("given", "errcode"),
    [
        ({"add_tag": ["et-new", "et-x"]}, 40068),
        ({"add_tag": ["et-new"], "remove_tag": ["et-x"]}, 40068),
        ({"add_tag": ["et-level"]}, 40068),
        ({"add_tag": ["et-new", "et-vip"]}, 40144),
        ({"add_tag": ["et-new", "et-vip"], "remove_tag": ["et-old"]}, 0),
    ],
)
def test_tags_that_cannot_be_given_change_nothing(
    sim: Simulator, contact: Any, group: str, given: dict[str, Any], errcode: int
) -> None:
    sim.customer_tag_limit = 2
    customer = sim.add_customer("abel", tags=["et-old"])
    assert code_of(contact.mark_tag, "abel", customer, **given) == errcode
    left = ("et-old",) if errcode else ("et-new", "et-vip")
    assert sim.follows[customer]["abel"].tags == left


@pytest.fixture
def rules(sim: Simulator, group: str) -> str:
    """A group of a tag of rule group 1, `et-gold`; another application's has `et-theirs`."""
    if hasattr(sim, "add_customer_strategy"):
        applications = "application 1", "application 2", "application 1"
        for one in applications:
            sim.add_customer_strategy("rules", ["boss"], application=one)
    theirs = [{"name": "x", "id": "et-theirs"}]
    sim.add_tag_group("Level", theirs, strategy_id=2, group_id="et-2", application="application 2")
    gold = [{"name": "gold", "id": "et-gold"}]
    return sim.add_tag_group("Level", gold, strategy_id=1, group_id="et-1")


def test_tags_of_rule_groups_are_kept_apart_from_the_companys(
    sim: Simulator, contact: Any, rules: str
) -> None:
    made = contact.add_strategy_tag(3, [{"name": "new"}], group_name="Level", order=1).tag_group
    contact.add_strategy_tag(1, [{"name": "tin"}], group_name="Level")
    contact.edit_strategy_tag("et-gold", name="silver", order=2)
    contact.edit_strategy_tag(rules, name="Metal")

    def listed(**asked: Any) -> list[Any]:
        answer = contact.get_strategy_tag_list(**asked).tag_group
        return [(one.strategy_id, [tag.name for tag in one.tag]) for one in answer]

    both = [(3, ["new"]), (1, ["silver", "tin"])]
    assert (listed(), listed(strategy_id=1)) == (both, both[1:])
    assert listed(tag_id=["et-gold"]) == [(1, ["silver"])]
    assert listed(group_id=[rules, rules], tag_id=["et-gold"]) == both[1:]
    assert listed(strategy_id=3, group_id=[rules]) == []
    assert [one[0] for one in _listed(contact)] == ["et-level", "et-age"]
    contact.del_strategy_tag(tag_id=["et-gold"], group_id=[made.group_id])
    assert listed() == [(1, ["tin"])]


def test_new_tags_are_for_rule_groups_at_the_top_of_ones_own(
    sim: Simulator, contact: Any, rules: str
) -> None:
    if not hasattr(sim, "add_customer_strategy"):
        pytest.skip("the specs lack the rule groups themselves")
    below = sim.add_customer_strategy("below", ["boss"], parent_id=1)
    for strategy_id in (2, below, 99):
        given = {"strategy_id": strategy_id, "tag": [{"name": "a"}], "group_name": "New"}
        assert code_of(contact.add_strategy_tag, **given) == 81011
    assert len(sim.tag_groups) == 4


@pytest.mark.parametrize(
    ("name", "arguments", "errcode"),
    [
        ("get_strategy_tag_list", {"tag_id": ["et-theirs"]}, 40068),
        ("get_strategy_tag_list", {"group_id": ["et-level"]}, 40068),
        ("add_strategy_tag", {"strategy_id": 1, "tag": [{"name": "a"}]}, 40063),
        ("add_strategy_tag", {"strategy_id": 2, "tag": [{"name": "a"}], "group_id": "et-1"}, 40068),
        (
            "add_strategy_tag",
            {"strategy_id": 1, "tag": [{"name": "a"}], "group_id": "et-level"},
            40068,
        ),
        (
            "add_strategy_tag",
            {"strategy_id": 2, "tag": [{"name": "a"}], "group_name": "Level"},
            81011,
        ),
        ("edit_strategy_tag", {"id": "et-vip", "name": "a"}, 40068),
        ("edit_strategy_tag", {"id": "et-theirs", "name": "a"}, 81011),
        ("del_strategy_tag", {"group_id": ["et-level"]}, 40068),
        ("get_corp_tag_list", {"tag_id": ["et-gold"]}, 40068),
        ("add_corp_tag", {"tag": [{"name": "a"}], "group_id": "et-1"}, 40068),
        ("edit_corp_tag", {"id": "et-gold", "name": "a"}, 40068),
        ("del_corp_tag", {"tag_id": ["et-gold"]}, 40068),
    ],
)
def test_a_tag_of_the_other_kind_or_of_another_application_is_refused(
    sim: Simulator, contact: Any, rules: str, name: str, arguments: dict[str, Any], errcode: int
) -> None:
    before = dict(sim.tag_groups)
    assert code_of(getattr(contact, name), **arguments) == errcode
    assert dict(sim.tag_groups) == before


def test_a_rule_groups_tag_is_given_by_the_application_that_made_it(
    sim: Simulator, contact: Any, rules: str
) -> None:
    customer = sim.add_customer("abel")
    contact.mark_tag("abel", customer, add_tag=["et-gold"])
    assert code_of(contact.mark_tag, "abel", customer, add_tag=["et-theirs"]) == 81011
    (tag,) = contact.get(customer).raw["follow_user"][0]["tags"]
    assert tag == {"group_name": "Level", "tag_name": "gold", "tag_id": "et-gold", "type": 3}
    contact.del_strategy_tag(group_id=[rules])
    assert sim.follows[customer]["abel"].tags == ()


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (lambda sim: sim.add_tag_group("Level", ["a"]), "a group 'Level' already"),
        (lambda sim: sim.add_tag_group("x", []), "tags must have at least 1 element"),
        (lambda sim: sim.add_tag_group("x", "ab"), "must be a list"),
        (lambda sim: sim.add_tag_group("x", ["a", "a"]), "have one name"),
        (lambda sim: sim.add_tag_group("x", [{"name": "a", "id": "et-new"}]), "'et-new' is taken"),
        (lambda sim: sim.add_tag_group("x", ["a"], group_id="et-new"), "id 'et-new' is taken"),
        (
            lambda sim: sim.add_tag_group("x", [{"name": "a", "nick": 1}]),
            r"tags\[0\].nick is not",
        ),
        (lambda sim: sim.add_tag_group("x", [{"id": "a"}]), r"tags\[0\].name is required"),
        (lambda sim: sim.add_customer("abel", tags=["et-level"]), "there is no tag 'et-level'"),
    ],
)
def test_what_cannot_be_is_told_to_a_test(
    sim: Simulator, group: str, call: Callable[[Simulator], Any], complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        call(sim)
    assert (len(sim.tag_groups), dict(sim.customers), dict(sim.members)) == (2, {}, {})


def test_a_seed_file_holds_groups_of_tags(tmp_path: Path) -> None:
    path = tmp_path / "seed.json"
    tags = ["new", {"name": "VIP", "id": "et-vip", "order": 9}]
    lists = {
        "tag_groups": [{"name": "Level", "tags": tags}],
        "customers": [{"userid": "abel", "external_userid": "wm-one", "tags": ["et-vip"]}],
    }
    path.write_text(json.dumps({**lists, "corp_tag_limit": 7, "customer_tag_limit": 3}))
    sim = Simulator()
    load_seed(path, sim)
    assert [tag.name for tag in sim.corp_tags.values()] == ["new", "VIP"]
    assert sim.follows["wm-one"]["abel"].tags == ("et-vip",)
    assert (sim.corp_tag_limit, sim.customer_tag_limit) == (7, 3)
