"""Transfers of customers: what begins, how it ends a day later, and who is left to hand over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from wecom_client.simulator import Simulator

from .helpers import DAY, Clock, Methods, at, code_of

_NOON = at("2024-05-15 12:00")
_YEAR = 365 * DAY
_CUSTOMERS = ["wm-1", "wm-2", "wm-3"]
_RESIGNED = [False, True]


@pytest.fixture(autouse=True)
def _company(sim: Simulator) -> None:
    """Give abel three customers; bella has one of them too, and one of her own."""
    for customer in _CUSTOMERS:
        sim.add_customer("abel", customer, remark="of abel")
    sim.add_customer("bella", "wm-3", remark="of bella")
    sim.add_customer("bella", "wm-4")
    sim.add_member("carl")


@pytest.fixture(params=_RESIGNED, ids=["in service", "resigned"])
def resigned(request: pytest.FixtureRequest, sim: Simulator) -> bool:
    """Whether abel resigns, and the operations for those who have are called."""
    if request.param:
        sim.resign("abel")
    return bool(request.param)


def _operations(contact: Any, resigned: bool) -> Any:
    return Methods(contact.resigned) if resigned else contact


def _transfer(
    contact: Any,
    customers: list[str],
    *,
    first: str = "abel",
    second: str = "bella",
    resigned: bool = False,
) -> dict[str, int]:
    answer = _operations(contact, resigned).transfer_customer(first, second, customers)
    return {one.external_userid: one.errcode for one in answer.customer}


def _states(
    contact: Any, *, first: str = "abel", second: str = "bella", resigned: bool = False
) -> dict[str, tuple[int, int]]:
    found = _operations(contact, resigned).iter_transfer_result(first, second)
    return {one.external_userid: (one.status, one.takeover_time) for one in found}


def test_a_customer_goes_over_after_24_hours_with_what_was_noted(
    contact: Any, sim: Simulator, clock: Clock, resigned: bool
) -> None:
    assert _transfer(contact, ["wm-1", "wm-3"], resigned=resigned) == {"wm-1": 0, "wm-3": 0}
    clock.now += DAY - 1
    waiting = {"wm-1": (2, _NOON + DAY), "wm-3": (2, _NOON + DAY)}
    assert _states(contact, resigned=resigned) == waiting
    assert set(sim.follows["wm-1"]) == {"abel"}
    clock.now += 1
    assert set(sim.follows["wm-1"]) == {"bella"}  # seen before any request comes
    taken = sim.follows["wm-1"]["bella"]
    assert (taken.remark, taken.createtime) == ("of abel", _NOON + DAY)
    assert (set(sim.follows["wm-3"]), sim.follows["wm-3"]["bella"].remark) == (
        {"bella"},
        "of bella",
    )
    assert _states(contact, resigned=resigned) == {
        "wm-1": (1, _NOON + DAY),
        "wm-3": (1, _NOON + DAY),
    }
    assert _states(contact, resigned=not resigned) == {}


def test_another_operation_finds_what_fell_due_done(
    contact: Any, sim: Simulator, clock: Clock
) -> None:
    _transfer(contact, ["wm-1"], second="carl")
    clock.now += DAY
    assert contact.list("carl").external_userid == ("wm-1",)


def test_each_customer_has_its_own_outcome(contact: Any, sim: Simulator, resigned: bool) -> None:
    sim.add_customer("abel", "wm-gone")
    sim.remove_customer("abel", "wm-gone")
    assert _transfer(contact, ["wm-2"], resigned=resigned) == {"wm-2": 0}
    customers = ["wm-0", "wm-gone", "wm-4", "wm-2", "wm-1", "wm-1"]
    assert _transfer(contact, customers, second="carl", resigned=resigned) == {
        "wm-0": 40096,
        "wm-gone": 40096,
        "wm-4": 40131,
        "wm-2": 40129,
        "wm-1": 0,
    }
    assert [one.takeover_userid for one in sim.customer_transfers] == ["bella", "carl"]


def test_who_has_as_many_customers_as_can_be_takes_over_none_but_those_they_have(
    contact: Any, sim: Simulator, clock: Clock, resigned: bool
) -> None:
    sim.customer_limit = 3
    begun = _transfer(contact, ["wm-1", "wm-2", "wm-3"], resigned=resigned)
    assert begun == {"wm-1": 0, "wm-2": 0, "wm-3": 0}
    clock.now += DAY
    done = _NOON + DAY
    assert _states(contact, resigned=resigned) == {
        "wm-1": (1, done),
        "wm-2": (4, 0),
        "wm-3": (1, done),
    }
    assert set(sim.follows["wm-2"]) == {"abel"}
    sim.add_customer("abel", "wm-4")
    begun = _transfer(contact, ["wm-2", "wm-4"], resigned=resigned)
    assert begun == {"wm-2": 40099, "wm-4": 0}


@pytest.mark.parametrize(
    ("what", "status"),
    [
        (lambda sim: sim.refuse_transfer("wm-1"), (3, 0)),
        (lambda sim: sim.refuse_transfer("wm-1", "abel"), (3, 0)),
        (lambda sim: sim.remove_customer("abel", "wm-1"), (3, 0)),
        (lambda sim: sim.resign("bella"), None),
    ],
)
def test_a_transfer_ends_unless_all_of_it_stays_as_it_was(
    contact: Any,
    sim: Simulator,
    clock: Clock,
    what: Callable[[Simulator], None],
    status: tuple[int, int] | None,
) -> None:
    _transfer(contact, ["wm-1"])
    what(sim)
    before = {userid: follow.remark for userid, follow in sim.follows["wm-1"].items()}
    clock.now += 2 * DAY
    assert _states(contact).get("wm-1") == status
    assert {userid: one.remark for userid, one in sim.follows["wm-1"].items()} == before


def test_a_customer_who_refused_can_be_asked_again_and_the_last_outcome_is_told(
    contact: Any, sim: Simulator, clock: Clock
) -> None:
    for _ in range(3):  # what was refused counts against no quota
        assert _transfer(contact, ["wm-1"]) == {"wm-1": 0}
        sim.refuse_transfer("wm-1")
        clock.now += 60
    assert _transfer(contact, ["wm-1"]) == {"wm-1": 0}
    assert _states(contact) == {"wm-1": (2, _NOON + DAY + 180)}


def test_a_customer_of_a_member_in_service_goes_over_twice_in_90_days(
    contact: Any, sim: Simulator, clock: Clock
) -> None:
    for first, second in (("abel", "bella"), ("bella", "carl")):
        assert _transfer(contact, ["wm-1"], first=first, second=second) == {"wm-1": 0}
        clock.now += DAY
    assert _transfer(contact, ["wm-1"], first="carl", second="abel") == {"wm-1": 40128}
    clock.now = at("2024-08-12 23:59")
    assert _transfer(contact, ["wm-1"], first="carl", second="abel") == {"wm-1": 40128}
    clock.now = at("2024-08-13 00:00")
    assert _transfer(contact, ["wm-1"], first="carl", second="abel") == {"wm-1": 0}


def test_transfers_of_members_who_resigned_have_no_quota(
    contact: Any, sim: Simulator, clock: Clock
) -> None:
    for first, second in (("abel", "bella"), ("bella", "carl"), ("carl", "dora")):
        sim.add_member(second)
        sim.resign(first)
        assert _transfer(contact, ["wm-1"], first=first, second=second, resigned=True) == {
            "wm-1": 0
        }
        clock.now += DAY
    assert set(sim.follows["wm-1"]) == {"dora"}


def test_a_transfer_of_a_member_who_then_resigns_goes_on(
    contact: Any, sim: Simulator, clock: Clock
) -> None:
    _transfer(contact, ["wm-1"])
    sim.resign("abel")
    left = [one.external_userid for one in contact.get_unassigned_list().info]
    assert left == ["wm-2", "wm-3"]
    clock.now += DAY
    assert _states(contact) == {"wm-1": (1, _NOON + DAY)}


_ABLE: list[tuple[dict[str, Any], int]] = [
    ({"customer_contact": False}, 84074),
    ({"verified": False}, 40098),
    ({"activated": False}, 40143),
    ({"last_login": _NOON - _YEAR - 1}, 40143),
    ({"last_login": _NOON - _YEAR}, 0),
]


def test_who_takes_over_must_be_able_to(contact: Any, sim: Simulator, resigned: bool) -> None:
    call = _operations(contact, resigned).transfer_customer
    for member, errcode in _ABLE:
        sim.add_member("carl", **member)
        assert code_of(call, "abel", "carl", ["wm-1"]) == errcode, member
        assert len(sim.customer_transfers) == (not errcode), member


_UNFIT = [
    # (resigned, handover_userid, takeover_userid, errcode)
    (False, "abel", "abel", 40130),
    (False, "nobody", "bella", 40003),
    (False, "abel", "nobody", 40003),
    (False, "left", "bella", 40003),
    (False, "abel", "left", 40003),
    (False, "idle", "bella", 60030),
    (False, "aside", "bella", 84074),
    (True, "abel", "bella", 40097),
    (True, "nobody", "bella", 40003),
    (True, "left", "left", 40130),
    (True, "left", "long", 40003),
    (True, "long", "bella", 60030),
    (True, "absent", "bella", 60030),
]


def test_members_who_do_not_fit_refuse_the_whole_call(contact: Any, sim: Simulator) -> None:
    for userid, login, left in (
        ("idle", _NOON - _YEAR - 1, None),
        ("left", None, _NOON),
        ("long", None, _NOON - _YEAR - 1),
        ("absent", _NOON - _YEAR - 2, _NOON - 1),
    ):
        sim.add_member(userid, last_login=login)
        if left is not None:
            sim.resign(userid, at=left)
    sim.add_member("aside", customer_contact=False)
    for resigned, first, second, errcode in _UNFIT:
        call = _operations(contact, resigned).transfer_customer
        assert code_of(call, first, second, ["wm-1"]) == errcode, (resigned, first, second)
    assert not sim.customer_transfers


def test_results_of_members_unknown_and_strange_cursors_are_refused(
    contact: Any, sim: Simulator, resigned: bool
) -> None:
    ask = _operations(contact, resigned).transfer_result
    assert code_of(ask, "nobody", "bella") == 40003
    assert code_of(ask, "abel", "nobody") == 40003
    assert code_of(ask, "abel", "bella", cursor="CURSOR") == 701105
    sim.transfer_page_size = 1
    _transfer(contact, ["wm-1", "wm-2"], resigned=resigned)
    cursor = ask("abel", "bella").next_cursor
    assert code_of(ask, "abel", "carl", cursor=cursor) == 701105


def test_every_result_stands_on_one_page(contact: Any, sim: Simulator, resigned: bool) -> None:
    sim.transfer_page_size = 2
    more = [sim.add_customer("bella", f"wm-more-{number}") for number in range(2)]
    sim.resign("bella") if resigned else None
    customers = [*more, "wm-4"]
    _transfer(contact, customers, first="bella", second="carl", resigned=resigned)
    assert list(_states(contact, first="bella", second="carl", resigned=resigned)) == customers
    pages = _operations(contact, resigned).transfer_result
    page = pages("bella", "carl")
    assert [one.external_userid for one in page.customer] == more
    assert pages("bella", "carl", cursor=page.next_cursor).next_cursor == ""


def test_customers_left_behind_are_listed_page_by_page_while_they_are_handed_over(
    contact: Any, sim: Simulator, clock: Clock
) -> None:
    sim.resign("bella", at=_NOON - 60)
    sim.resign("abel", at=_NOON)
    expected = [("bella", "wm-3"), ("bella", "wm-4"), *(("abel", one) for one in _CUSTOMERS)]
    found: list[tuple[str, str]] = []
    cursor, last = "", False
    while not last:
        page = contact.get_unassigned_list(page_size=2, cursor=cursor)
        for one in page.info:
            found.append((one.handover_userid, one.external_userid))
            assert one.dimission_time == _NOON - 60 * (one.handover_userid == "bella")
            ids = [one.external_userid]
            begun = _transfer(contact, ids, first=one.handover_userid, second="carl", resigned=True)
            assert begun == {one.external_userid: 0}
        cursor, last = page.next_cursor, page.is_last
        assert bool(cursor) != last
    assert found == expected
    assert contact.get_unassigned_list().info == ()
    sim.refuse_transfer("wm-4")
    [again] = contact.get_unassigned_list().info
    assert (again.handover_userid, again.external_userid) == ("bella", "wm-4")
    clock.now += DAY
    assert len(contact.get_unassigned_list().info) == 1


@pytest.mark.parametrize(
    ("options", "errcode"),
    [({"page_size": 1001}, 701101), ({"page_size": 0}, 40058), ({"cursor": "CURSOR"}, 701105)],
    ids=repr,
)
def test_a_list_of_customers_left_behind_is_asked_for_within_its_limits(
    contact: Any, options: dict[str, Any], errcode: int
) -> None:
    assert code_of(contact.get_unassigned_list, **options) == errcode


def test_what_no_customer_can_refuse_is_told(contact: Any, sim: Simulator, clock: Clock) -> None:
    for userid in ("abel", "bella"):
        _transfer(contact, ["wm-3"], first=userid, second="carl")
    for customer, giver, complaint in (
        ("wm-1", None, "no transfer of 'wm-1' waits"),
        ("wm-0", None, "no transfer of 'wm-0' waits"),
        ("wm-3", "carl", "no transfer of 'wm-3' waits"),
        ("wm-3", None, "'abel', 'bella'"),
    ):
        with pytest.raises(ValueError, match=complaint):
            sim.refuse_transfer(customer, giver)
    sim.refuse_transfer("wm-3", "bella")
    clock.now += DAY
    with pytest.raises(ValueError, match="waits"):
        sim.refuse_transfer("wm-3", "abel")
    assert set(sim.follows["wm-3"]) == {"bella", "carl"}


def test_a_delay_can_be_shorter_for_programs_that_cannot_set_the_clock(
    contact: Any, sim: Simulator
) -> None:
    sim.transfer_delay = 0
    _transfer(contact, ["wm-1"])
    assert _states(contact) == {"wm-1": (1, _NOON)}
    contact.transfer_customer("abel", "bella", ["wm-2"], transfer_success_msg="Hello")
    assert [one.message for one in sim.customer_transfers] == [None, "Hello"]
