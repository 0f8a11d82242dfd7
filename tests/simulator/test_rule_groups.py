"""Rule groups of customer contact and of moments: levels, ranges, rights, and whose they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.model import at_path
from wecom_client import WeComClient
from wecom_client.simulator.seed import SeedError, load_seed

from ..model import operations
from .helpers import Methods, at, code_of

KINDS = ("customer", "moment")
LASTING = {"view_customer_list", "view_customer_data", "view_room_list", "contact_me", "join_room"}


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest, sim: Any) -> str:
    kind: str = request.param
    if f"externalcontact/{kind}_strategy/create" not in operations():
        pytest.skip(f"the specs lack {kind}_strategy")
    for userid in ("abel", "bella", "carl"):
        sim.add_member(userid)
    if hasattr(sim, "add_department"):
        sim.add_department(2, ["bella"])
        sim.add_department(3, ["carl"])
    return kind


@pytest.fixture
def groups(contact: Any, kind: str) -> Any:
    return Methods(getattr(contact, f"{kind}_strategy"))


def seen(sim: Any, kind: str) -> Any:
    return sim.customer_strategies if kind == "customer" else sim.moment_strategies


def member(userid: str) -> dict[str, Any]:
    return {"type": 1, "userid": userid}


def department(number: int) -> dict[str, Any]:
    return {"type": 2, "partyid": number}


def paged(call: Any, field: str, *asked: Any) -> list[Any]:
    """Return the records of all pages, each of one record."""
    found: list[Any] = []
    cursor = ""
    while True:
        answer = call(*asked, limit=1, cursor=cursor)
        found += getattr(answer, field)
        if "next_cursor" not in answer.raw:
            return found
        assert len(getattr(answer, field)) == 1
        cursor = answer.next_cursor


def ranged(groups: Any, strategy_id: int) -> list[dict[str, Any]]:
    return [one.raw for one in paged(groups.get_range, "range", strategy_id)]


def test_a_rule_group_is_made_read_changed_listed_and_deleted(
    groups: Any, kind: str, sim: Any
) -> None:
    made = groups.create(
        "Sales", ["abel", "bella", "abel"], range=[member("abel"), department(2), member("abel")]
    ).strategy_id
    other = groups.create("Support", ["carl"]).strategy_id
    read = groups.get(made).strategy
    assert (read.strategy_name, read.parent_id, read.admin_list) == ("Sales", 0, ("abel", "bella"))
    assert read.create_time == at("2024-05-15 12:00")
    assert ranged(groups, made) == [member("abel"), department(2)]
    assert ranged(groups, other) == []
    assert [one.strategy_id for one in paged(groups.list, "strategy")] == [made, other]

    groups.edit(
        made, strategy_name="Sales 2", admin_list=["carl"], range_add=[member("bella")],
        range_del=[member("abel"), member("carl")],
    )  # fmt: skip
    read = groups.get(made).strategy
    assert (read.strategy_name, read.admin_list) == ("Sales 2", ("carl",))
    assert ranged(groups, made) == [department(2), member("bella")]
    groups.edit(made, strategy_name="Sales 3")
    assert groups.get(made).strategy.admin_list == ("carl",)

    groups.del_(other)
    assert [one.strategy_id for one in groups.list().strategy] == [made]
    assert [code_of(groups.get, other), code_of(groups.del_, other)] == [60030, 60030]
    assert groups.create("Next", ["abel"]).strategy_id > other
    assert [one.name for one in seen(sim, kind).values()] == ["Sales 3", "Next"]


def test_rights_are_given_unless_they_are_taken_and_some_always(groups: Any, kind: str) -> None:
    get = groups.get  # skips where the specs lack it
    spec = operations()[f"externalcontact/{kind}_strategy/get"].response
    known = at_path(spec, "strategy.privilege")
    assert known is not None
    every = {one.name for one in known.properties}
    taken = dict.fromkeys(every, False)
    lasting = LASTING & every

    def rights(strategy_id: int) -> dict[str, bool]:
        raw: dict[str, bool] = get(strategy_id).strategy.privilege.raw
        return raw

    plain = groups.create("Plain", ["abel"]).strategy_id
    assert rights(plain) == dict.fromkeys(every, True)
    bare = groups.create("Bare", ["abel"], privilege=taken).strategy_id
    assert {name for name, is_given in rights(bare).items() if is_given} == lasting
    below = groups.create("Below", ["abel"], parent_id=bare).strategy_id
    lowest = groups.create("Lowest", ["abel"], parent_id=below, privilege=taken).strategy_id
    first = sorted(every - lasting)[0]
    groups.edit(bare, strategy_name="B", privilege={})
    assert rights(lowest) == rights(bare) != rights(plain)
    groups.edit(below, privilege=dict.fromkeys(every, True))
    assert rights(below) == rights(bare)
    groups.edit(bare, privilege={first: False})
    assert {name for name, is_given in rights(lowest).items() if not is_given} == {first}


def test_a_range_is_within_that_of_the_rule_group_above(groups: Any, sim: Any) -> None:
    top = groups.create("Top", ["abel"], range=[member("abel"), department(2)]).strategy_id
    below = groups.create("Below", ["abel"], parent_id=top, range=[member("bella")]).strategy_id
    assert code_of(groups.create, "x", ["abel"], parent_id=top, range=[member("carl")]) == 60011
    assert code_of(groups.create, "x", ["abel"], parent_id=top, range=[department(3)]) == 60011
    assert code_of(groups.edit, below, range_add=[department(3)]) == 60011
    assert code_of(groups.edit, top, range_del=[department(2)]) == 60011
    assert (ranged(groups, below), len(ranged(groups, top))) == ([member("bella")], 2)
    groups.edit(below, range_add=[department(2), member("abel")])
    assert code_of(groups.del_, top) == 40058
    groups.del_(below)
    groups.edit(top, range_del=[department(2)])
    groups.del_(top)
    assert groups.list().strategy == ()


def test_there_are_five_levels(groups: Any) -> None:
    parent = 0
    for level in range(5):
        parent = groups.create(f"level {level}", ["abel"], parent_id=parent).strategy_id
    assert code_of(groups.create, "too deep", ["abel"], parent_id=parent) == 40058


def test_a_range_has_so_many_nodes(groups: Any, kind: str, sim: Any) -> None:
    people = [f"u{number}" for number in range(3001)]
    for userid in people:
        sim.add_member(userid)
    nodes = [member(one) for one in people]
    add = sim.add_customer_strategy if kind == "customer" else sim.add_moment_strategy
    full = add("Full", ["abel"], range=nodes[:3000])
    assert code_of(groups.edit, full, range_add=[nodes[3000]]) == 40058
    groups.edit(full, range_add=[nodes[3000]], range_del=[nodes[0]])
    with pytest.raises(ValueError, match="3000 nodes at most"):
        add("Too full", ["abel"], range=nodes)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"admin_list": ["nobody"]}, 40003),
        ({"admin_list": ["left"]}, 40003),
        ({"range": [member("nobody")]}, 40003),
        ({"range": [department(9)]}, 60003),
        ({"range": [{"type": 1, "partyid": 2}]}, 40063),
        ({"range": [{"type": 2, "userid": "abel"}]}, 40063),
        ({"range": [{"type": 3, "userid": "abel"}]}, 40058),
        ({"parent_id": 77}, 60030),
        ({"admin_list": []}, 40063),
        ({"strategy_name": ""}, 40063),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_and_makes_nothing(
    given: dict[str, Any], code: int, groups: Any, kind: str, sim: Any
) -> None:
    sim.add_member("left")
    sim.resign("left")
    values = {"strategy_name": "x", "admin_list": ["abel"], **given}
    assert code_of(groups.create, **values) == code
    assert dict(seen(sim, kind)) == {}
    made = groups.create("x", ["abel"]).strategy_id
    before = seen(sim, kind)[made]
    changes = {f"{key}_add" if key == "range" else key: one for key, one in given.items()}
    if "parent_id" not in changes:
        assert code_of(groups.edit, made, **changes) == code
    assert seen(sim, kind)[made] == before


def test_an_application_sees_its_own_alone(groups: Any, kind: str, sim: Any) -> None:
    made = groups.create("Mine", ["abel"]).strategy_id
    secret = sim.add_application()
    with WeComClient(sim.corp_id, secret, base_url=sim.base_url) as wecom:
        other = Methods(getattr(wecom.externalcontact, f"{kind}_strategy"))
        theirs = other.create("Theirs", ["abel"]).strategy_id
        assert [one.strategy_id for one in other.list().strategy] == [theirs]
        calls = (other.get, other.get_range, other.del_)
        assert [code_of(call, made) for call in calls] == [60030] * 3
        assert code_of(other.edit, made, strategy_name="x") == 60030
        assert code_of(other.create, "x", ["abel"], parent_id=made) == 60030
    assert [one.strategy_id for one in groups.list().strategy] == [made]


def test_a_cursor_leads_on_whatever_changes_between_the_pages(groups: Any) -> None:
    made = [groups.create(f"g{one}", ["abel"]).strategy_id for one in range(3)]
    nodes = [member("abel"), member("bella"), member("carl")]
    groups.edit(made[0], range_add=nodes)
    page, inside = groups.list(limit=2), groups.get_range(made[0], limit=2)
    groups.del_(made[1])
    groups.edit(made[0], range_del=nodes[:2], range_add=[department(2)])
    rest = groups.list(cursor=page.next_cursor)
    assert ([one.strategy_id for one in rest.strategy], rest.next_cursor) == (made[2:], None)
    last = groups.get_range(made[0], cursor=inside.next_cursor)
    assert [one.raw for one in last.range] == [nodes[2], department(2)]
    assert code_of(groups.get_range, made[2], cursor=inside.next_cursor) == 50100
    assert code_of(groups.list, cursor="x") == 50100
    assert [code_of(groups.list, limit=0), code_of(groups.get_range, made[0], limit=0)] == [
        40058,
        40058,
    ]


def test_a_seed_file_has_rule_groups(kind: str, sim: Any, tmp_path: Path) -> None:
    key = {"customer": "customer_strategies", "moment": "moment_strategies"}[kind]
    path = tmp_path / "seed.json"
    top = {"strategy_name": "Top", "admin_list": ["new"], "range": [member("new")]}
    below = {"strategy_name": "Below", "admin_list": ["new"], "parent_id": 1}
    path.write_text(json.dumps({key: [top, below]}))
    load_seed(path, sim)
    assert [(one.name, one.parent_id) for one in seen(sim, kind).values()] == [
        ("Top", 0),
        ("Below", 1),
    ]
    assert "new" in sim.members
    path.write_text(json.dumps({key: [{**below, "parent_id": 9, "admin_list": ["newest"]}]}))
    with pytest.raises(SeedError, match=rf"{key}\[0\]: no privilege to access"):
        load_seed(path, sim)
    assert "newest" not in sim.members
    path.write_text(json.dumps({key: [{**below, "range": [{"type": 4}]}]}))
    with pytest.raises(SeedError, match=rf"{key}\[0\].range\[0\].type: must be one of"):
        load_seed(path, sim)
