"""What members note about customers: remarks and tags."""

from __future__ import annotations

from typing import Any

import pytest

from wecom_client.simulator import Simulator

from .helpers import beyond, code_of


@pytest.fixture
def customer(sim: Simulator) -> str:
    """A WeChat user whom Abel knows well, and Bella too."""
    sim.add_member("carol", customer_contact=False)
    sim.add_customer("carol", "wm-of-carol")
    sim.add_customer("dora", "wm-one")
    sim.resign("dora")
    fields: dict[str, Any] = {"remark": "Li", "description": "old", "remark_mobiles": ["1", "2"]}
    sim.add_customer("abel", "wm-one", remark_corp_name="Acme", **fields)
    return sim.add_customer("bella", "wm-one", remark="Xiao Li")


BEFORE = {
    "remark": "Li",
    "description": "old",
    "remark_corp_name": "Acme",
    "remark_mobiles": ("1", "2"),
    "remark_pic_mediaid": None,
}


@pytest.mark.parametrize(
    ("given", "noted"),
    [
        ({"remark": "Mr Li"}, {"remark": "Mr Li"}),
        ({"remark": "", "description": "new"}, {"remark": "", "description": "new"}),
        ({"remark_company": "B"}, {"remark_corp_name": "B"}),
        ({"remark_mobiles": ["3"]}, {"remark_mobiles": ("3",)}),
        ({"remark_mobiles": [""]}, {"remark_mobiles": ()}),
        ({"remark_pic_mediaid": "M"}, {"remark_pic_mediaid": "M"}),
    ],
)
def test_what_is_given_replaces_what_one_member_noted(
    sim: Simulator, contact: Any, customer: str, given: dict[str, Any], noted: dict[str, Any]
) -> None:
    contact.remark("abel", customer, **given)
    follow = sim.follows[customer]["abel"]
    assert {key: getattr(follow, key) for key in BEFORE} == {**BEFORE, **noted}
    assert sim.follows[customer]["bella"].remark == "Xiao Li"


def test_a_company_that_is_noted_of_a_wecom_user_is_ignored(sim: Simulator, contact: Any) -> None:
    customer = sim.add_customer("abel", type=2)
    contact.remark("abel", customer, remark_company="Acme", remark="Li")
    follow = sim.follows[customer]["abel"]
    assert (follow.remark, follow.remark_corp_name) == ("Li", None)


@pytest.mark.parametrize(
    ("userid", "external_userid", "errcode"),
    [
        ("abel", "wm-x", 40096),
        ("abel", "wm-of-carol", 84061),
        ("abel", "", 41035),
        ("", "wm-one", 41009),
        ("nobody", "wm-one", 40003),
        ("dora", "wm-one", 40003),
        ("carol", "wm-of-carol", 84074),
    ],
)
def test_who_may_not_note_anything_is_told_why(
    sim: Simulator, contact: Any, customer: str, userid: str, external_userid: str, errcode: int
) -> None:
    before = dict(sim.follows[customer])
    assert code_of(contact.remark, userid, external_userid, remark="x") == errcode
    assert code_of(contact.mark_tag, userid, external_userid, add_tag=["et"]) == errcode
    assert dict(sim.follows[customer]) == before


def test_a_note_of_nothing_is_refused(contact: Any, customer: str) -> None:
    assert code_of(contact.remark, "abel", customer) == 40063
    assert code_of(contact.mark_tag, "abel", customer) == 40063


def test_a_remark_that_is_too_long_is_refused(contact: Any, customer: str) -> None:
    text = "x" * beyond("externalcontact/remark", "remark", "maxLength")
    assert code_of(contact.remark, "abel", customer, remark=text) == 40058
