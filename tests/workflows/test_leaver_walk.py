"""A leaver with hundreds of groups and customers, from plan to report, over two days of quota."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from wecom_client.simulator import Simulator

from ..model import daily_quota
from .callers import DAY, NOON, Caller, workflow
from .clocks import Clock

leaver = workflow("leaver")
transfers = workflow("transfers")

LEFT = 250
pytest.importorskip("wecom_client.simulator.behaviours.customer_transfers")


def test_a_leaver_s_groups_and_customers_are_handed_over_through_quota_and_lost_answers(
    asynchronous: bool,
) -> None:
    clock = Clock()
    with Simulator(clock=clock) as sim:
        call = Caller(
            asynchronous=asynchronous,
            corp_id=sim.corp_id,
            secret=sim.secret,
            base_url=sim.base_url,
            clock=clock,
            retries=0,
        )
        _walk(sim, call, clock)


def _walk(sim: Simulator, call: Caller, clock: Clock) -> None:
    quota = daily_quota("transfer")
    sim.add_member("zhangsan")
    earlier = [sim.add_group("lisi") for _ in range(quota - LEFT + 50)]
    groups = [sim.add_group("lisi") for _ in range(LEFT)]
    customers = [sim.add_customer("lisi") for _ in range(LEFT)]
    others = [sim.add_customer("wangwu"), sim.add_customer("zhangsan")]
    # Handed over on the same day, while the owner was still there: they count against the quota.
    call(lambda wecom: wecom.externalcontact.groupchat.onjob_transfer_all(earlier, "zhangsan"))
    sim.resign("lisi")

    [left] = call(lambda wecom: leaver.leavers(wecom))
    assert (left.userid, left.left_at, {*left.external_userids}) == ("lisi", NOON, {*customers})
    plan = planned(call)
    assert (len(plan.chat_ids), len(plan.external_userids)) == (LEFT, LEFT)
    assert (len(plan.group_calls), len(plan.customer_calls), plan.days) == (3, 3, 1)
    assert not any("transfer" in one.path for one in sim.requests if "onjob" not in one.path)

    sim.add_fault("drop_after", operation="resigned/transfer_customer", calls=[2])
    report = call(lambda wecom: leaver.hand_over(wecom, plan))
    assert (len(report.groups.done), len(report.groups.failed)) == (200, 50)
    assert report.groups.resume_on is not None
    assert set(report.groups.rest) == {one.chat_id for one in report.groups.failed}
    counts = [len(one) for one in (report.customers.done, report.customers.unknown)]
    assert (counts, len(report.customers.not_tried)) == ([100, 100], 50)
    assert (report.is_complete, len(report.errors)) == (False, 1)

    # What a lost answer left open, a new plan finds: what has begun is in no list of who waits.
    again = planned(call)
    assert {*again.external_userids} == {*report.customers.not_tried}
    assert {*again.chat_ids} == {*report.groups.rest}
    more = call(lambda wecom: leaver.hand_over(wecom, again))
    assert (len(more.customers.done), len(more.groups.done)) == (50, 0)
    sim.refuse_transfer(customers[7])

    states = call(lambda wecom: leaver.customer_states(wecom, plan))
    assert (states.is_settled, len(states.by_status[2]), states.unlisted) == (False, LEFT - 1, ())
    pair = {("lisi", "zhangsan"): plan.external_userids}
    ends = call(
        lambda wecom: transfers.follow_transfers(
            wecom,
            pair,
            resigned=True,
            deadline=NOON + 3 * DAY,
            interval=DAY,
            sleep=clock.sleeper(call),
        )
    )
    assert (ends.is_settled, clock.slept) == (True, [DAY])
    assert Counter(row.state for row in ends) == {"taken_over": LEFT - 1, "refused": 1}

    rest = planned(call)  # the next day
    assert ({*rest.chat_ids}, rest.external_userids) == ({*again.chat_ids}, (customers[7],))
    last = call(lambda wecom: leaver.hand_over(wecom, rest))
    assert len(last.groups.done) == 50
    assert {sim.groups[one].owner for one in groups} == {"zhangsan"}
    taken = {one for one in customers if "zhangsan" in sim.follows.get(one, {})}
    assert {*customers} - taken == {customers[7]}
    assert "wangwu" in sim.follows[others[0]]
    final = planned(call)
    assert (final.chat_ids, final.external_userids, final.days) == ((), (), 0)


def planned(call: Caller) -> Any:
    return call(lambda wecom: leaver.plan_of_leaver(wecom, "lisi", "zhangsan"))
