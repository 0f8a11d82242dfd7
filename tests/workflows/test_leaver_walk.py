"""A leaver with hundreds of groups and customers, from plan to report, over two days of quota."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from wecom_client import JournalError
from wecom_client.simulator import Simulator

from ..model import daily_quota
from .callers import DAY, NOON, Caller, workflow
from .clocks import Clock

leaver = workflow("leaver")
transfers = workflow("transfers")

LEFT = 250
pytest.importorskip("wecom_client.simulator.behaviours.customer_transfers")


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
        retries=0,
    )


def planned(call: Caller, **options: Any) -> Any:
    return call(lambda wecom: leaver.plan_of_leaver(wecom, "lisi", "zhangsan", **options))


def handed_over(call: Caller, plan: Any) -> Any:
    return call(lambda wecom: leaver.hand_over(wecom, plan))


def test_a_leaver_s_groups_and_customers_are_handed_over_through_quota_and_lost_answers(
    sim: Simulator, call: Caller, clock: Clock
) -> None:
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
    report = handed_over(call, plan)
    assert (len(report.groups.done), len(report.groups.failed)) == (200, 50)
    assert report.groups.resume_on is not None
    assert set(report.groups.rest) == {one.chat_id for one in report.groups.failed}
    counts = [len(one) for one in (report.customers.done, report.customers.unknown)]
    assert (counts, len(report.customers.not_tried)) == ([100, 100], 50)
    assert (report.is_complete, len(report.errors)) == (False, 1)

    known = call(lambda wecom: leaver.find_lost(wecom, report))
    counts = [len(one) for one in (known.customers.done, known.customers.unknown)]
    assert (counts, known.customers.not_tried) == ([200, 0], report.customers.not_tried)
    # What a lost answer left open, a new plan finds: what has begun is in no list of who waits.
    again = planned(call)
    assert {*again.external_userids} == {*report.customers.not_tried}
    assert {*again.chat_ids} == {*report.groups.rest}
    more = handed_over(call, again)
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
    last = handed_over(call, rest)
    assert len(last.groups.done) == 50
    assert {sim.groups[one].owner for one in groups} == {"zhangsan"}
    taken = {one for one in customers if "zhangsan" in sim.follows.get(one, {})}
    assert {*customers} - taken == {customers[7]}
    assert "wangwu" in sim.follows[others[0]]
    final = planned(call)
    assert (final.chat_ids, final.external_userids, final.days) == ((), (), 0)


def test_with_a_journal_the_same_lines_go_on_until_the_report_has_everything(
    sim: Simulator, call: Caller, clock: Clock, tmp_path: Path
) -> None:
    quota, journal = daily_quota("transfer"), tmp_path / "lisi"
    sim.add_member("zhangsan")
    groups = [sim.add_group("lisi") for _ in range(quota + 20)]
    customers = [sim.add_customer("lisi") for _ in range(150)]
    sim.resign("lisi")

    def run() -> tuple[Any, Any]:
        plan = planned(call, journal=journal)
        return plan, handed_over(call, plan)

    plan = planned(call, journal=journal)
    assert (plan.groups_left, plan.groups_today, plan.days) == (quota + 20, quota, 2)
    assert [*tmp_path.iterdir()] == []  # a plan makes no file
    sim.add_fault("drop_before", operation="groupchat/transfer", calls=[2])
    sim.add_fault("drop_after", operation="resigned/transfer_customer", calls=[1])
    _, report = run()
    assert [len(one) for one in (report.groups.done, report.groups.unknown)] == [100, 100]
    assert (len(report.customers.unknown), len(report.customers.not_tried)) == (100, 50)
    known = call(lambda wecom: leaver.find_lost(wecom, report))
    assert (len(known.customers.done), known.groups.unknown) == (100, ())
    assert {*report.groups.unknown} <= {*known.groups.not_tried}

    late = sim.add_customer("zhangsan")
    plan, report = run()  # the same day: what is lost counts against the quota
    assert (plan.groups_left, plan.groups_today, plan.days) == (120, 100, 2)
    assert {*plan.chat_ids} == {*groups}
    assert ({*plan.external_userids}, len(plan.customer_calls)) == ({*customers}, 1)
    assert (len(report.groups.done), len(report.groups.not_tried)) == (200, 20)
    clock.now += DAY
    plan, report = run()
    assert (plan.groups_left, plan.days, len(plan.customer_calls)) == (20, 1, 0)
    assert (len(report.groups.done), len(report.groups.unknown)) == (quota - 80, 100)
    assert (len(report.customers.done), len(report.customers.unknown)) == (50, 100)
    known = call(lambda wecom: leaver.find_lost(wecom, report))
    assert (len(known.customers.done), len(known.groups.not_tried)) == (150, 100)
    plan = planned(call, journal=journal)
    assert (plan.groups_left, plan.days) == (0, 0)
    assert handed_over(call, plan).groups.done == report.groups.done
    rest = planned(call, journal=tmp_path / "rest")
    assert handed_over(call, rest).is_complete
    assert {sim.groups[one].owner for one in groups} == {"zhangsan"}
    assert "zhangsan" in sim.follows[late]
    with pytest.raises(JournalError, match="was begun with another new_owner"):
        call(lambda wecom: leaver.plan_of_leaver(wecom, "lisi", "wangwu", journal=journal))
