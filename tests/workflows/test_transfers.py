"""Transfers of customers, in service and of members who left, followed until they end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from wecom_client import ParameterError
from wecom_client.simulator import Simulator
from wecom_client.workflows import IncompleteError

from .callers import DAY, NOON, Caller, answering, workflow
from .clocks import Clock

transfers = workflow("transfers")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sim(clock: Clock) -> Iterator[Simulator]:
    with Simulator(clock=clock) as simulator:
        yield simulator


@pytest.fixture
def call(asynchronous: bool, sim: Simulator, clock: Clock) -> Caller:
    return Caller(
        asynchronous=asynchronous,
        corp_id=sim.corp_id,
        secret=sim.secret,
        base_url=sim.base_url,
        clock=clock,
    )


def followed(call: Caller, *given: Any, **options: Any) -> Any:
    return call(lambda wecom: transfers.follow_transfers(wecom, *given, **options))


@pytest.mark.parametrize("resigned", [False, True], ids=["in service", "resigned"])
def test_transfers_of_many_pairs_are_followed_until_none_waits(
    resigned: bool, call: Caller, sim: Simulator, clock: Clock
) -> None:
    sim.transfer_page_size = 2
    pairs: dict[Any, list[str]] = {}
    for giver, taker in (("abel", "dora"), ("bela", "dora"), ("cleo", "emil")):
        sim.add_member(taker)
        pairs[giver, taker] = [sim.add_customer(giver) for _ in range(3)]
    for giver, taker in pairs:
        if resigned:
            sim.resign(giver)

        def begin(wecom: Any, pair: Any = (giver, taker)) -> Any:
            contact = wecom.externalcontact
            job = contact.resigned if resigned else contact
            return job.transfer_customer_all(*pair, pairs[pair])

        assert len(call(begin).done) == 3
    refused = pairs["abel", "dora"][1]
    sim.refuse_transfer(refused)
    sim.customer_limit = 4  # dora's sixth customer but one finds no room, and the refused none
    states = followed(call, pairs, resigned=resigned)
    assert (states.is_settled, len(states.by_state["waiting"])) == (False, 8)
    pairs["abel", "dora"].append("wm-never")
    begun = len(sim.requests)
    states = followed(
        call,
        pairs,
        resigned=resigned,
        deadline=NOON + 7 * DAY,
        interval=12 * 3600,
        sleep=clock.sleeper(call),
    )
    # Nobody waits, so that it ends before its deadline; but one transfer never began.
    assert (states.is_settled, states.is_complete, clock.slept) == (False, True, [43200.0] * 2)
    assert states.by_state["refused"] == (refused,)
    assert states.by_state["unlisted"] == ("wm-never",)
    assert len(states.by_state["limit_reached"]) == 1
    assert len(states.by_state["taken_over"]) == 7
    assert {(row.handover_userid, row.takeover_userid) for row in states} == {*pairs}
    pages = [one for one in sim.requests[begun:] if "result" in one.path and one.errcode == 0]
    assert len(pages) == 3 * 3 * 2  # three rounds of three pairs of two pages
    assert not followed(call, pairs, resigned=not resigned).by_state.get("taken_over")
    every = followed(call, list(pairs), resigned=resigned)
    assert (len(every.rows), every.is_settled) == (9, True)


@pytest.mark.parametrize("resigned", [False, True], ids=["in service", "resigned"])
@pytest.mark.parametrize(
    ("given", "settled"),
    [({("abel", "dora"): ["wm-one"]}, False), ([("abel", "dora")], False), ({}, True)],
    ids=["of customers", "of a pair", "none"],
)
def test_what_never_began_has_not_ended(
    given: Any, settled: bool, resigned: bool, asynchronous: bool
) -> None:
    call = answering(
        lambda path, body: {"customer": [], "next_cursor": ""}, asynchronous=asynchronous
    )
    states = followed(call, given, resigned=resigned)
    assert (states.is_complete, states.is_settled) == (True, settled)


def test_a_pair_whose_second_page_fails_is_cut_and_read_once_more(
    asynchronous: bool, clock: Clock
) -> None:
    cut = {"bela"}

    def answer(path: str, body: Any) -> Any:
        giver, second = body["handover_userid"], body.get("cursor") == "2"
        if second and giver in cut:
            return {"errcode": 701105, "errmsg": ""}
        number = 2 if second else 1
        waits = clock.now < NOON + 100 and giver == "abel" and second
        found = {"external_userid": f"wm-{giver}{number}", "status": 2 if waits else number}
        if number == 2 and not waits:
            found["status"] = 9 if giver == "abel" else 1
        return {
            "customer": [found, {"external_userid": None, "status": 1}],
            "next_cursor": "" if second else "2",
        }

    call = answering(answer, asynchronous=asynchronous, clock=clock)
    pairs = {("abel", "dora"): ["wm-abel1", "wm-abel2"], ("bela", "dora"): ["wm-bela1"]}
    states = followed(call, pairs)
    assert (states.is_complete, states.is_settled) == (False, False)
    assert [one.key for one in states.failures] == [("bela", "dora")]
    assert dict(states.by_state) == {
        "taken_over": ("wm-abel1",),
        "waiting": ("wm-abel2",),
        "unknown": ("wm-bela1",),
    }
    with pytest.raises(IncompleteError, match="bela"):
        list(states)
    clock.on_sleep = cut.clear
    states = followed(call, pairs, deadline=NOON + 200, interval=100, sleep=clock.sleeper(call))
    # A status that the page does not name is no end that we know of, and nothing to wait for.
    assert (states.by_state["unknown"], states.is_settled) == (("wm-abel2",), False)
    assert clock.slept == [100.0]
    assert states.by_state["taken_over"] == ("wm-abel1", "wm-bela1")


class Interruption(BaseException):
    pass


def test_what_interrupts_the_wait_carries_what_is_known(asynchronous: bool, clock: Clock) -> None:
    waiting = {"customer": [{"external_userid": "wm1", "status": 2}], "next_cursor": ""}
    call = answering(lambda path, body: waiting, asynchronous=asynchronous, clock=clock)

    def interrupt() -> None:
        raise Interruption

    clock.on_sleep = interrupt
    with pytest.raises(Interruption) as raised:
        followed(call, [("abel", "dora")], deadline=NOON + 60, sleep=clock.sleeper(call))
    interruption: Any = raised.value
    assert dict(interruption.result.by_state) == {"waiting": ("wm1",)}
    assert (interruption.result.is_complete, interruption.result.is_settled) == (True, False)

    def cut(path: str, body: Any) -> Any:
        return Interruption() if body["handover_userid"] == "bela" else waiting

    call = answering(cut, asynchronous=asynchronous, clock=clock)
    with pytest.raises(Interruption) as raised:
        followed(call, [("abel", "dora"), ("bela", "dora")])
    interruption = raised.value
    assert [one.key for one in interruption.result.failures] == [("bela", "dora")]
    with pytest.raises(IncompleteError, match="not read before"):
        list(interruption.result)


def test_what_is_no_pair_is_refused(asynchronous: bool) -> None:
    call = answering(lambda path, body: {}, asynchronous=asynchronous)
    for wrong in (["ab"], [("a",)], {("a", "b"): "wm-one"}):
        with pytest.raises(TypeError):
            followed(call, wrong)
    with pytest.raises(ParameterError):
        followed(call, [("abel", "")])
