"""Customers and the members who have added them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wecom_client.simulator import Simulator
from wecom_client.simulator.seed import SeedError, load_seed

from .helpers import at

NOON = at("2024-05-15 12:00")


def test_a_customer_comes_with_its_member_and_is_shared_by_its_id(sim: Simulator) -> None:
    customer = sim.add_customer("abel", name="Li", remark_mobiles=["1"], own_tags=[("A", "b")])
    assert customer.startswith("wm")
    assert sim.add_customer("bella", customer, createtime=5, add_way=3) == customer
    other = sim.add_customer("abel", type=2)
    assert other.startswith("wo")
    assert sorted(sim.members) == ["abel", "bella"]
    assert sim.customers[customer].name == "Li"
    abel, bella = (sim.follows[customer][userid] for userid in ("abel", "bella"))
    assert (abel.createtime, abel.add_way, abel.oper_userid) == (NOON, 1, customer)
    assert (abel.remark_mobiles, abel.own_tags[0].tag_name) == (("1",), "b")
    assert (bella.createtime, bella.add_way) == (5, 3)


def test_what_ends_and_moves_a_relation_leaves_the_lists_of_both_right(sim: Simulator) -> None:
    one = sim.add_customer("abel", state="poster", remark="Li", own_tags=[("A", "b")])
    two = sim.add_customer("abel")
    three = sim.add_customer("abel")
    sim.add_customer("bella", three, remark="mine")
    found = sim._company.find_state("customers")
    found.hand_over(one, "abel", "bella", 7)
    found.hand_over(three, "abel", "bella", 7)
    sim.remove_customer("abel", two)
    assert (found.customers_of("abel"), found.customers_of("bella")) == ([], [three, one])
    taken = sim.follows[one]["bella"]
    assert (taken.createtime, taken.add_way, taken.oper_userid) == (7, 202, "abel")
    assert (taken.remark, taken.state, taken.own_tags) == ("Li", None, ())
    assert sim.follows[three]["bella"].remark == "mine"
    assert not sim.follows[two]


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (lambda sim: sim.add_customer("abel", "wm-one"), "customer of 'abel' already"),
        (lambda sim: sim.add_customer("bella", "abel"), "is a member"),
        (lambda sim: sim.add_customer("bella", nick="x"), "unknown field 'nick'"),
        (lambda sim: sim.add_customer(""), "userid must have at least 1 char"),
        (lambda sim: sim.add_customer("bella", "x" * 65), "external_userid must have at most 64"),
        (lambda sim: sim.remove_customer("bella", "wm-one"), "no customer of 'bella'"),
        (lambda sim: sim.remove_customer("abel", "wm-two"), "no customer of 'abel'"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    sim: Simulator, call: Callable[[Simulator], Any], complaint: str
) -> None:
    sim.add_customer("abel", "wm-one")
    before = (dict(sim.members), dict(sim.customers), dict(sim.follows))
    with pytest.raises(ValueError, match=complaint):
        call(sim)
    assert (dict(sim.members), dict(sim.customers), dict(sim.follows)) == before


def test_a_seed_file_holds_customers(tmp_path: Path) -> None:
    path = tmp_path / "seed.json"
    one = {"userid": "abel", "external_userid": "wm-one", "name": "Li", "remark": "of sales"}
    lists = {"customers": [one, {**one, "userid": "bella"}], "unlicensed_members": ["bella"]}
    path.write_text(json.dumps(lists))
    sim = Simulator()
    load_seed(path, sim)
    assert sim._company.find_state("customers").unlicensed == {"bella"}
    assert sorted(sim.follows["wm-one"]) == ["abel", "bella"]
    assert sim.follows["wm-one"]["abel"].remark == "of sales"
    path.write_text(json.dumps({"customers": [{**one, "type": 3}]}))
    with pytest.raises(SeedError, match=r"customers\[0\].type"):
        load_seed(path, Simulator())
