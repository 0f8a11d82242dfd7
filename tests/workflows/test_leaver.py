"""Hand-over of a leaver: a plan that only reads, both batches, and how the transfers ended."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import pytest

from wecom_client import APIError, ParameterError
from wecom_client.simulator import Simulator

from ..model import daily_quota
from .callers import DAY, GROUPCHAT, NOON, Caller, answering, workflow

leaver = workflow("leaver")


class Platform:
    """Members who left, with groups and customers, in pages of two; it notes what is written."""

    def __init__(self) -> None:
        self.groups = {"wr1": 1, "wr2": 1, "wr3": 2, "wr4": 1}
        self.customers = [("lisi", f"wm{number}", 100) for number in range(5)]
        self.customers.insert(1, ("wangwu", "wm-other", 50))
        self.states = {"wm0": 1, "wm1": 2, "wm2": 3}
        self.refusals: dict[str, Any] = {}
        self.written: list[str] = []

    def __call__(self, path: str, body: Any) -> Any:
        name = path.rpartition("/")[2]
        if name in self.refusals:
            refusal = self.refusals[name]
            if not isinstance(refusal, dict) or body.get("cursor") == refusal.get("at"):
                return refusal
        if name == "list":
            assert body["owner_filter"] == {"userid_list": ["lisi"]}
            every = [{"chat_id": one, "status": status} for one, status in self.groups.items()]
            return self._page(body, "group_chat_list", every)
        if name == "get_unassigned_list":
            names = "handover_userid", "external_userid", "dimission_time"
            return self._page(
                body, "info", [dict(zip(names, one, strict=True)) for one in self.customers]
            )
        if name == "transfer_result":
            every = [{"external_userid": one, "status": at} for one, at in self.states.items()]
            return self._page(body, "customer", every)
        self.written.append(name)
        if name == "transfer":
            failed = [{"chat_id": "wr2", "errcode": 90509, "errmsg": ""}]
            return {"failed_chat_list": failed if "wr2" in body["chat_id_list"] else []}
        assert name == "transfer_customer"
        assert (body["handover_userid"], body["takeover_userid"]) == ("lisi", "zhangsan")
        return {
            "customer": [
                {"external_userid": one, "errcode": 40096 if one == "wm4" else 0}
                for one in body["external_userid"]
            ]
        }

    @staticmethod
    def _page(body: Any, field: str, every: list[Any]) -> Any:
        begin = int(body.get("cursor") or 0)
        more = begin + 2 < len(every)
        return {field: every[begin : begin + 2], "next_cursor": str(begin + 2) if more else ""}


@pytest.fixture
def platform() -> Platform:
    return Platform()


@pytest.fixture
def call(platform: Platform, asynchronous: bool) -> Caller:
    return answering(platform, asynchronous=asynchronous)


def plan_of(call: Caller, **options: Any) -> Any:
    return call(lambda wecom: leaver.plan_of_leaver(wecom, "lisi", "zhangsan", **options))


def test_a_plan_says_what_is_left_behind_and_writes_nothing(
    call: Caller, platform: Platform
) -> None:
    plan = plan_of(call)
    assert (plan.chat_ids, dict(plan.other_groups)) == (("wr1", "wr2", "wr4"), {"wr3": 2})
    assert plan.external_userids == ("wm0", "wm1", "wm2", "wm3", "wm4")
    assert [one.path for one in (*plan.group_calls, *plan.customer_calls)] == [
        f"{GROUPCHAT}/transfer",
        "externalcontact/resigned/transfer_customer",
    ]
    assert (plan.groups_today, plan.days) == (3, 1)
    assert plan_of(call, groups=False).chat_ids == ()
    assert plan_of(call, customers=False).external_userids == ()
    assert platform.written == []
    found = call(lambda wecom: leaver.leavers(wecom))
    assert [(one.userid, one.left_at, len(one.external_userids)) for one in found] == [
        ("wangwu", 50, 1),
        ("lisi", 100, 5),
    ]


def test_the_quota_of_a_day_makes_days(call: Caller, platform: Platform) -> None:
    quota = daily_quota("transfer")
    platform.groups = {f"wr{number}": 1 for number in range(2 * quota + 1)}
    plan = plan_of(call)
    assert (plan.groups_today, plan.days) == (quota, 3)
    platform.groups = {}
    assert plan_of(call).days == 1
    assert plan_of(call, customers=False).days == 0


def test_groups_are_handed_over_first_then_customers_and_failures_are_told(
    call: Caller, platform: Platform
) -> None:
    plan = plan_of(call)
    report = call(lambda wecom: leaver.hand_over(wecom, plan))
    assert platform.written == ["transfer", "transfer_customer"]
    assert report.groups.done == ("wr1", "wr4")
    assert [one.chat_id for one in report.groups.failed] == ["wr2"]
    assert report.customers.done == ("wm0", "wm1", "wm2", "wm3")
    assert [one.external_userid for one in report.customers.failed] == ["wm4"]
    assert (report.is_complete, report.errors) == (False, ())

    states = call(lambda wecom: leaver.customer_states(wecom, plan))
    assert dict(states.by_status) == {1: ("wm0",), 2: ("wm1",), 3: ("wm2",)}
    assert (states.unlisted, states.is_settled) == (("wm3", "wm4"), False)
    platform.states = dict.fromkeys(plan.external_userids, 1)
    states = call(lambda wecom: leaver.customer_states(wecom, plan))
    assert (states.unlisted, states.is_settled) == ((), True)


@pytest.mark.parametrize(
    "listed",
    [{}, {0: 1}, dict.fromkeys(range(5), 9)],
    ids=["none began", "one began, and ended", "a status that the page has not"],
)
def test_transfers_that_are_not_known_to_have_ended_are_not_settled(
    listed: dict[int, int], call: Caller, platform: Platform
) -> None:
    plan = plan_of(call)
    platform.states = {plan.external_userids[number]: state for number, state in listed.items()}
    assert not call(lambda wecom: leaver.customer_states(wecom, plan)).is_settled
    platform.states = {one: 1 + 2 * (one == "wm0") for one in plan.external_userids}
    assert call(lambda wecom: leaver.customer_states(wecom, plan)).is_settled


@pytest.mark.parametrize("lost", ["transfer", "transfer_customer"])
def test_a_batch_whose_answer_was_lost_keeps_the_other_from_nothing(
    lost: str, call: Caller, platform: Platform
) -> None:
    plan = plan_of(call)
    platform.refusals[lost] = TimeoutError()
    report = call(lambda wecom: leaver.hand_over(wecom, plan))
    results = {"transfer": report.groups, "transfer_customer": report.customers}
    assert results.pop(lost).unknown == (
        plan.chat_ids if lost == "transfer" else plan.external_userids
    )
    [other] = results.values()
    assert len(other.done) + len(other.failed) >= 3
    assert [one.operation.rpartition("/")[2] for one in report.errors] == [lost]
    assert not report.is_complete


@pytest.mark.parametrize("errcode", [40050, 60030, 45009, 42001], ids=str)
def test_one_group_that_cannot_be_read_keeps_no_other_from_being_found(
    errcode: int, platform: Platform, asynchronous: bool
) -> None:
    def answer(path: str, body: Any) -> Any:
        if path != f"{GROUPCHAT}/get":
            return platform(path, body)
        owner = {"wr1": "lisi", "wr4": "zhangsan"}.get(body["chat_id"])
        return {"group_chat": {"owner": owner}} if owner else {"errcode": errcode, "errmsg": ""}

    call = answering(answer, asynchronous=asynchronous, patience=0)
    platform.refusals["transfer"] = TimeoutError()
    plan = plan_of(call, customers=False)
    report = call(lambda wecom: leaver.hand_over(wecom, plan))
    assert report.groups.unknown == ("wr1", "wr2", "wr4")
    if errcode in (45009, 42001):  # what every other group would meet as well
        with pytest.raises(APIError):
            call(lambda wecom: leaver.find_lost(wecom, report))
        return
    groups = call(lambda wecom: leaver.find_lost(wecom, report)).groups
    assert (groups.not_tried, groups.unknown, groups.done) == (("wr1",), ("wr2",), ("wr4",))


@pytest.mark.parametrize("name", ["list", "get_unassigned_list", "transfer_result"])
def test_where_a_second_page_fails_there_is_no_plan_and_no_report(
    name: str, call: Caller, platform: Platform
) -> None:
    plan = plan_of(call)
    platform.refusals[name] = {"errcode": 41039, "errmsg": "", "at": "2"}
    acts: dict[str, Callable[[Any], Any]] = {
        "list": lambda wecom: leaver.plan_of_leaver(wecom, "lisi", "zhangsan"),
        "get_unassigned_list": lambda wecom: leaver.leavers(wecom),
        "transfer_result": lambda wecom: leaver.customer_states(wecom, plan),
    }
    with pytest.raises(APIError):
        call(acts[name])
    assert platform.written == []


def test_what_interrupts_the_second_batch_carries_the_result_of_the_first(
    call: Caller, platform: Platform
) -> None:
    plan = plan_of(call)

    class Interruption(BaseException):
        pass

    platform.refusals["transfer_customer"] = Interruption()
    with pytest.raises(Interruption) as raised:
        call(lambda wecom: leaver.hand_over(wecom, plan))
    interruption: Any = raised.value
    assert interruption.groups.done == ("wr1", "wr4")
    assert interruption.result.unknown == plan.external_userids


def test_an_empty_userid_is_refused(call: Caller, platform: Platform) -> None:
    with pytest.raises(ParameterError):
        call(lambda wecom: leaver.plan_of_leaver(wecom, "lisi", ""))
    assert platform.written == []


def test_groups_of_the_simulator_change_hands(caller: Caller, sim: Simulator) -> None:
    sim.add_member("zhangsan")
    chat_ids = [sim.add_group("lisi") for _ in range(3)]
    sim.resign("lisi")
    plan = caller(lambda wecom: leaver.plan_of_leaver(wecom, "lisi", "zhangsan", customers=False))
    report = caller(lambda wecom: leaver.hand_over(wecom, plan))
    assert report.is_complete
    assert {sim.groups[one].owner for one in chat_ids} == {"zhangsan"}
    plan = caller(lambda wecom: leaver.plan_of_leaver(wecom, "lisi", "zhangsan", customers=False))
    assert (plan.chat_ids, plan.days) == ((), 0)


@pytest.mark.skipif(
    find_spec("wecom_client.simulator.behaviours.customer_transfers") is None,
    reason="the simulator hands over no customers",
)
def test_customers_of_the_simulator_change_hands_a_day_later(asynchronous: bool) -> None:
    now = [NOON]
    with Simulator(clock=lambda: now[0]) as sim:
        call = Caller(
            asynchronous=asynchronous,
            corp_id=sim.corp_id,
            secret=sim.secret,
            base_url=sim.base_url,
            clock=lambda: now[0],
        )
        sim.add_member("zhangsan")
        made = [sim.add_customer("lisi") for _ in range(3)]
        sim.resign("lisi")
        [left] = call(lambda wecom: leaver.leavers(wecom))
        assert (left.userid, left.external_userids) == ("lisi", tuple(made))
        plan = plan_of(call)
        assert call(lambda wecom: leaver.hand_over(wecom, plan)).is_complete
        waiting = call(lambda wecom: leaver.customer_states(wecom, plan))
        assert (waiting.is_settled, waiting.unlisted) == (False, ())
        now[0] += 2 * DAY
        settled = call(lambda wecom: leaver.customer_states(wecom, plan))
        assert (settled.is_settled, settled.by_status) == (True, {1: tuple(made)})
