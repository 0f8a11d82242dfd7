"""Mass messages: a plan that only reads, tasks made once, lost answers found, and all told."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from wecom_client import (
    APIError,
    AsyncWeComClient,
    HTTPRequest,
    HTTPResponse,
    JournalError,
    ParameterError,
)
from wecom_client.simulator import Simulator
from wecom_client.workflows import IncompleteError

from ..flows import Journal
from .callers import NOON, Caller, answering, customers_a_call, workflow
from .clocks import Clock

mass_messages = workflow("mass_messages")

TEXT = {"content": "春节快乐 🎉 =cmd()\r\n\u2028</text>"}
MADE = "add_msg_template"


def three_calls() -> list[str]:
    """Return customers for three calls, the last of one customer."""
    return [f"wm{number}" for number in range(2 * customers_a_call() + 1)]


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


def planned(call: Caller, *given: Any, **options: Any) -> Any:
    return call(lambda wecom: mass_messages.plan_for_customers(wecom, *given, text=TEXT, **options))


def created(call: Caller, plan: Any, **options: Any) -> Any:
    return call(lambda wecom: mass_messages.create(wecom, plan, **options))


def found(call: Caller, report: Any, **options: Any) -> Any:
    return call(lambda wecom: mass_messages.find_lost(wecom, report, **options))


def followed(call: Caller, messages: Any, **options: Any) -> Any:
    return call(lambda wecom: mass_messages.follow(wecom, messages, **options))


def writes(sim: Simulator) -> int:
    return sum(MADE in one.path for one in sim.requests)


def three_owners(sim: Simulator) -> tuple[list[str], list[str], list[str]]:
    """Let three members have two customers each, the second one a customer of the first, too."""
    first = [sim.add_customer("abel") for _ in range(2)]
    second = [sim.add_customer("bela") for _ in range(2)]
    third = [sim.add_customer("cleo") for _ in range(2)]
    sim.add_customer("bela", first[0])
    return first, second, third


def test_customers_of_several_owners_get_the_message_once_and_a_plan_sends_nothing(
    call: Caller, sim: Simulator
) -> None:
    first, second, third = three_owners(sim)
    sim.add_member("nobody")
    owners = ["bela", "abel", "nobody"]
    plan = planned(call, owners=owners)
    assert {one.sender: set(one.receivers) for one in plan.tasks} == {
        "bela": {*second, first[0]},
        "abel": {first[1]},
    }
    assert (plan.receiver_count, dict(plan.by_sender)) == (4, {"bela": 3, "abel": 1})
    assert (plan.most_a_month, len(plan.calls)) == (31, 2)  # in December
    plan = planned(call, [third[0], first[1], "wm-gone"], owners=owners)
    assert [(one.sender, one.receivers) for one in plan.tasks] == [("abel", (first[1],))]
    assert plan.without_owner == (third[0], "wm-gone")
    plan = planned(call, [*third, *third])
    assert [(one.sender, one.receivers) for one in plan.tasks] == [(None, tuple(third))]
    plan = planned(call, owners=[])
    assert (plan.tasks, created(call, plan).is_complete) == ((), True)
    with pytest.raises(TypeError):
        planned(call)
    with pytest.raises(TypeError):
        planned(call, "wm-one")
    with pytest.raises(ParameterError):
        call(lambda wecom: mass_messages.plan_for_customers(wecom, third))  # neither text nor file
    with pytest.raises(IncompleteError, match="unheard-of"):
        planned(call, owners=["abel", "unheard-of"])
    assert writes(sim) == 0


def test_more_than_one_call_takes_are_several_calls_that_lose_and_repeat_nobody(
    asynchronous: bool,
) -> None:
    sent: list[Any] = []

    def answer(path: str, body: Any) -> Any:
        assert path.endswith(MADE)
        sent.append(body)
        return {"msgid": f"msg{len(sent)}", "fail_list": body["external_userid"][:1]}

    call = answering(answer, asynchronous=asynchronous)
    ids, size = three_calls(), customers_a_call()
    plan = planned(call, ids)
    assert [len(one.receivers) for one in plan.tasks] == [size, size, 1]
    report = created(call, plan)
    assert [name for body in sent for name in body["external_userid"]] == ids
    assert all("sender" not in body for body in sent)
    assert (report.is_complete, report.msgids) == (True, ("msg1", "msg2", "msg3"))
    assert report.fail_list == tuple(ids[::size])
    assert str(report) == "3 made, 0 refused, 0 unknown, 0 not tried"


def test_every_customer_s_end_is_told_once_members_have_sent(
    call: Caller, sim: Simulator, clock: Clock
) -> None:
    first, second, third = three_owners(sim)
    sim.mass_message_period = 1
    enough = sim.add_mass_message("cleo", text="x", external_userid=third[:1], sender="cleo")
    sim.send_message(enough, "cleo")
    everybody = [*first, *second, *third, "wm-gone"]
    report = created(call, planned(call, everybody, allow_select=True))
    assert report.fail_list == ("wm-gone",)
    [msgid] = report.msgids
    states = followed(call, report)
    assert (states.is_settled, set(states.by_state["waiting"])) == (False, {*everybody[:-1]})
    assert states.by_state["invalid"] == ("wm-gone",)
    sim.remove_customer("bela", second[0])

    def send() -> None:
        receivers = {"abel": first[1:], "bela": None, "cleo": None}
        for name, task in sim.mass_messages[msgid].tasks.items():
            if task.send_time is None:
                sim.send_message(msgid, name, receivers=receivers[name])
                return

    clock.on_sleep = send
    begun = len(sim.requests)
    states = followed(call, report, deadline=NOON + 86400, interval=600, sleep=clock.sleeper(call))
    assert (clock.slept, states.is_settled, states.is_complete) == ([600.0] * 3, True, True)
    assert {row.receiver: row.state for row in states} == {
        first[0]: "sent",  # by the member who added this customer last
        first[1]: "sent",
        second[0]: "no_contact",
        second[1]: "sent",
        third[0]: "limit_reached",
        third[1]: "sent",
        "wm-gone": "invalid",
    }
    assert all((row.send_time is not None) == (row.state == "sent") for row in states)
    # What is settled is not read again: each of three members once before, and once after sending.
    paths = Counter(one.path.rpartition("/")[2] for one in sim.requests[begun:])
    assert paths["get_groupmsg_task"] == 4
    assert paths["get_groupmsg_send_result"] == 6
    assert {row.receiver for row in followed(call, [msgid])} == {*everybody[:-1]}


def test_whoever_was_left_out_of_the_choice_is_told_and_a_deadline_ends_the_wait(
    call: Caller, sim: Simulator, clock: Clock
) -> None:
    first, second, _ = three_owners(sim)
    report = created(call, planned(call, owners=["abel", "bela"], allow_select=True))
    sim.send_message(report.msgids[0], "abel", receivers=[first[0]])
    states = followed(call, report, deadline=NOON + 1000, interval=600, sleep=clock.sleeper(call))
    assert (clock.slept, states.is_settled) == ([600, 400], False)
    assert dict(states.by_state) == {
        "sent": (first[0],),
        "left_out": (first[1],),
        "waiting": tuple(second),
    }
    for wrong in ({"interval": 0}, {"deadline": "soon"}, {"interval": float("nan")}):
        with pytest.raises(ValueError, match="must be"):
            followed(call, report, **wrong)


def test_messages_to_groups_go_to_their_owners(call: Caller, sim: Simulator) -> None:
    theirs = {owner: [sim.add_group(owner) for _ in range(2)] for owner in ("abel", "bela")}
    every = [*theirs["abel"], *theirs["bela"]]
    sim.add_group("cleo")

    def plan_for(*given: Any, **options: Any) -> Any:
        return call(
            lambda wecom: mass_messages.plan_for_groups(wecom, *given, text=TEXT, **options)
        )

    plans = plan_for(every), plan_for(owners=theirs), plan_for([*every, "wr-x"], owners=theirs)
    for plan in plans:
        assert {one.sender: set(one.receivers) for one in plan.tasks} == {
            owner: set(chats) for owner, chats in theirs.items()
        }
    assert plans[2].without_owner == ("wr-x",)
    with pytest.raises(IncompleteError, match="wr-x"):
        plan_for([*every, "wr-x"])
    sim.add_fault("drop_after", operation=MADE, calls=[1])
    report = created(call, plans[0])
    assert [one.state for one in report.outcomes] == ["unknown", "made"]
    report = found(call, report)  # by its sender: nobody knows yet to which groups it goes
    sim.send_message(report.msgids[0], "abel")
    assert dict(followed(call, report).by_state) == {
        "sent": tuple(theirs["abel"]),
        "waiting": tuple(theirs["bela"]),
    }


def test_a_refused_task_keeps_no_other_from_being_made(
    call: Caller, sim: Simulator, tmp_path: Path
) -> None:
    first, second, third = three_owners(sim)
    plan = planned(call, owners=["abel", "bela", "cleo"])
    sim.resign("bela")
    path = tmp_path / "job.jsonl"
    report = created(call, plan, journal=path)
    assert [one.state for one in report.outcomes] == ["made", "refused", "made"]
    [refused] = report.refused
    assert isinstance(refused.error, APIError)
    assert (refused.error.errcode, report.rest.by_sender) == (40003, {"bela": 2})
    assert followed(call, report).by_state["refused"] == tuple(second)
    # Once more: what was made is not made again.
    assert [one.state for one in created(call, plan, journal=path).outcomes] == [
        "made",
        "refused",
        "made",
    ]
    assert len(sim.mass_messages) == 2
    assert set(first + third) == {
        name
        for message in sim.mass_messages.values()
        for task in message.tasks.values()
        for name in task.receivers or ()
    }


def test_what_every_task_would_meet_ends_the_run_and_leaves_the_rest(
    call: Caller, sim: Simulator
) -> None:
    three_owners(sim)
    plan = planned(call, owners=["abel", "bela", "cleo"])
    sim.add_fault("error", operation=MADE, errcode=48002, calls=[1])
    sim.add_fault("drop_after", operation=MADE, calls=[2, 3])
    report = created(call, plan)
    assert [one.state for one in report.outcomes] == ["refused", "unknown", "unknown"]
    more = created(call, report.rest)
    assert [one.state for one in more.outcomes] == ["made"]
    assert (writes(sim), len(sim.mass_messages)) == (4, 3)
    sim.add_fault("drop_before", operation=MADE, calls=[1, 2])
    report = created(call, plan)
    assert [one.state for one in report.outcomes] == ["unknown", "unknown", "not_tried"]
    assert report.error is report.unknown[1].error
    assert report.rest.by_sender == {"cleo": 2}
    assert not followed(call, report).is_settled
    counts, *reasons = str(report).splitlines()
    assert counts == "0 made, 0 refused, 2 unknown, 1 not tried"
    why = str(report.error).splitlines()[0]
    assert reasons == [f"  2 unknown: {why}", f"  the run ended: {why}"]


@pytest.mark.parametrize("with_journal", [False, True])
def test_lost_answers_are_found_and_what_was_not_made_is_made_once(
    with_journal: bool, call: Caller, sim: Simulator, clock: Clock, tmp_path: Path
) -> None:
    first, _, third = three_owners(sim)
    options = {"journal": tmp_path / "job.jsonl"} if with_journal else {}
    # The same words to others, at the same time: not what was lost.
    sim.add_mass_message("dora", text=TEXT["content"], external_userid=third, sender="cleo")
    earlier = created(call, planned(call, third[:1])).msgids
    plan = planned(call, owners=["abel", "bela", "cleo"])
    sim.add_fault("drop_after", operation=MADE, calls=[1])
    sim.add_fault("drop_before", operation=MADE, calls=[3])
    before = len(sim.mass_messages)
    report = created(call, plan, **options)
    assert [one.state for one in report.outcomes] == ["unknown", "made", "unknown"]
    assert followed(call, report).by_state["unknown"] == (*first, *third)
    sim.add_fault("error", operation="get_groupmsg_list_v2", errcode=40058, count=1)
    with pytest.raises(APIError):
        found(call, report, **options)
    assert [one.state for one in found(call, report, **options).outcomes] == [
        "made",
        "made",
        "unknown",  # ten minutes have not passed
    ]
    clock.now += 601
    # A message with these words is meant for one of the two customers: it may be the task.
    assert found(call, report, **options).unknown
    report = found(call, report, known=earlier, **options)
    assert [one.state for one in report.outcomes] == ["made", "made", "not_tried"]
    made = sim.mass_messages[report.outcomes[0].msgid or ""]
    assert made.tasks["abel"].receivers == tuple(first)
    if with_journal:
        plan = call(lambda wecom: mass_messages.plan_of_journal(wecom, tmp_path / "job.jsonl"))
        assert created(call, plan, dry_run=True, **options).rest.by_sender == {"cleo": 2}
        report = created(call, plan, **options)
        assert report.is_complete
    else:
        assert created(call, report.rest).is_complete
    assert len(sim.mass_messages) == before + 3


def test_two_tasks_that_one_message_may_be_stay_unknown(asynchronous: bool) -> None:
    listed = [{"msgid": "msg1", "create_time": int(NOON), "create_type": 0, "text": TEXT}]
    tasks: dict[str, Any] = {"errcode": 41063, "errmsg": ""}

    def answer(path: str, body: Any) -> Any:
        name = path.rpartition("/")[2]
        if name == MADE:
            return TimeoutError()
        if name == "get_groupmsg_list_v2":
            assert body["filter_type"] == 0
            return {"group_msg_list": listed, "next_cursor": ""}
        if name == "get_groupmsg_task":
            return tasks
        return {"send_list": [], "next_cursor": ""}

    clock = Clock()
    call = answering(answer, asynchronous=asynchronous, clock=clock)
    ids = three_calls()[:-1]
    report = created(call, planned(call, ids))
    assert [one.state for one in report.outcomes] == ["unknown", "unknown"]
    clock.now += 3600
    assert not found(call, report).outcomes[0].msgid  # the platform still hands the tasks out
    tasks = {"task_list": [{"userid": "abel", "status": 0}], "next_cursor": ""}
    assert [one.state for one in found(call, report).outcomes] == ["unknown", "unknown"]
    listed[0]["text"] = {"content": "other words"}
    assert [one.state for one in found(call, report).outcomes] == ["not_tried", "not_tried"]


def test_where_a_second_page_fails_there_is_no_plan_and_nothing_is_found_out(
    asynchronous: bool,
) -> None:
    def answer(path: str, body: Any) -> Any:
        name = path.rpartition("/")[2]
        if name == MADE:
            return TimeoutError()
        if body.get("cursor") == "2":
            return {"errcode": 40058, "errmsg": ""}
        field = "group_chat_list" if name == "list" else "group_msg_list"
        return {field: [], "next_cursor": "2"}

    clock = Clock()
    call = answering(answer, asynchronous=asynchronous, clock=clock)
    with pytest.raises(APIError):
        call(lambda wecom: mass_messages.plan_for_groups(wecom, owners=["abel"], text=TEXT))
    report = created(call, planned(call, ["wm1"]))
    clock.now += 3600
    with pytest.raises(APIError):
        found(call, report)


@pytest.mark.parametrize("page", ["get_groupmsg_task", "get_groupmsg_send_result"])
def test_where_a_second_page_fails_nothing_looks_whole(page: str, asynchronous: bool) -> None:
    refusals = {page}

    def answer(path: str, body: Any) -> Any:
        name = path.rpartition("/")[2]
        if name == MADE:
            return {"msgid": "msg1", "fail_list": []}
        second = body.get("cursor") == "2"
        if second and name in refusals:
            return {"errcode": 41063, "errmsg": ""}
        more = {"next_cursor": "" if second else "2"}
        if name == "get_groupmsg_task":
            return {"task_list": [{"userid": "b" if second else "a", "status": 2}], **more}
        customer = f"wm-{body['userid']}{2 if second else 1}"
        return {"send_list": [{"external_userid": customer, "status": 1, "send_time": 5}], **more}

    clock = Clock()
    call = answering(answer, asynchronous=asynchronous, clock=clock)
    report = created(call, planned(call, ["wm-a1", "wm-a2", "wm-b1", "wm-b2"]))
    states = followed(call, report)
    assert (states.is_complete, states.is_settled) == (False, False)
    assert [one.key for one in states.failures] == ["msg1"]
    assert "sent" not in states.by_state
    assert len(states.by_state["unknown"]) == 4
    with pytest.raises(IncompleteError):
        list(states)
    clock.on_sleep = refusals.clear
    states = followed(call, report, deadline=NOON + 60, sleep=clock.sleeper(call))
    assert (len(states.by_state["sent"]), states.is_settled) == (4, True)


def test_answers_that_make_no_sense_make_no_task_look_made(asynchronous: bool) -> None:
    answers: Iterator[dict[str, Any]] = iter(
        [{"errcode": 0}, {"msgid": 7}, {"msgid": "msg", "fail_list": [None, 5, "wm-x"]}]
    )
    call = answering(lambda path, body: next(answers), asynchronous=asynchronous)
    report = created(call, planned(call, three_calls()))
    assert [one.state for one in report.outcomes] == ["unknown", "unknown", "made"]
    assert report.fail_list == ("wm-x",)

    last = report.outcomes[-1].task.receivers[0]

    def strange(path: str, body: Any) -> Any:
        if path.endswith("task"):
            return {"task_list": [{"userid": "a", "status": 2}], "next_cursor": ""}
        send_list = [{"external_userid": None}, {"external_userid": last, "status": 77}]
        return {"send_list": send_list, "next_cursor": ""}

    call = answering(strange, asynchronous=asynchronous)
    rows = {row.receiver: row for row in followed(call, report)}
    assert (rows[last].state, rows[last].status) == ("unknown", 77)


class Interruption(BaseException):
    pass


def test_what_interrupts_a_run_carries_the_report_and_the_next_run_goes_on(
    asynchronous: bool, tmp_path: Path
) -> None:
    path, sent = tmp_path / "job.jsonl", Counter[str]()
    firsts = three_calls()[:: customers_a_call()]

    def answer(route: str, body: Any) -> Any:
        first = body["external_userid"][0]
        sent[first] += 1
        if first == firsts[1]:
            return Interruption()
        return {"msgid": f"msg-{first}", "fail_list": []}

    call = answering(answer, asynchronous=asynchronous)
    plan = planned(call, three_calls())
    with pytest.raises(Interruption) as raised:
        created(call, plan, journal=path)
    interruption: Any = raised.value
    states = ["made", "unknown", "not_tried"]
    assert [one.state for one in interruption.result.outcomes] == states
    report = created(call, plan, journal=path, dry_run=True)
    assert ([one.state for one in report.outcomes], report.rest.by_sender) == (states, {None: 1})
    report = created(call, plan, journal=path)
    assert [one.state for one in report.outcomes] == ["made", "unknown", "made"]
    assert dict(sent) == dict.fromkeys(firsts, 1)
    assert all(json.loads(line) for line in path.read_text().splitlines())


@pytest.mark.parametrize("cut", ["a", "b", "msg2"])
def test_what_interrupts_the_reading_leaves_nothing_that_looks_whole(
    cut: str, asynchronous: bool
) -> None:
    def answer(path: str, body: Any) -> Any:
        if cut in (body["msgid"], body.get("userid")):
            return Interruption()
        if path.endswith("task"):
            return {"task_list": [{"userid": one, "status": 2} for one in "ab"], "next_cursor": ""}
        sent = {"external_userid": f"wm-{body['userid']}", "status": 1, "send_time": 5}
        return {"send_list": [sent], "next_cursor": ""}

    call = answering(answer, asynchronous=asynchronous)
    with pytest.raises(Interruption) as raised:
        followed(call, ["msg1", "msg2"])
    interruption: Any = raised.value
    known = {"a": 0, "b": 1, "msg2": 2}[cut]
    assert len(interruption.result.rows) == known
    assert interruption.result.failures[-1].key == "msg2"
    assert not interruption.result.is_settled
    with pytest.raises(IncompleteError, match="not read before"):
        list(interruption.result)


def test_what_interrupts_the_note_of_an_answer_leaves_it_in_the_journal(
    asynchronous: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = answering(lambda path, body: {"msgid": "msg"}, asynchronous=asynchronous)
    path, plan = tmp_path / "job.jsonl", planned(call, ["wm1"])
    end, interruptions = Journal.end, [Interruption()]

    def interrupted(self: Journal, number: int, came: Any) -> Any:
        if interruptions:
            raise interruptions.pop()
        return end(self, number, came)

    monkeypatch.setattr(Journal, "end", interrupted)
    with pytest.raises(Interruption) as raised:
        created(call, plan, journal=path)
    interruption: Any = raised.value
    assert interruption.result.is_complete
    assert created(call, plan, journal=path, dry_run=True).msgids == ("msg",)


def test_a_task_that_is_cancelled_in_a_call_says_that_it_may_have_been_made(
    tmp_path: Path,
) -> None:
    path, begun = tmp_path / "job.jsonl", asyncio.Event()

    async def transport(request: HTTPRequest) -> HTTPResponse:
        begun.set()
        await asyncio.Event().wait()
        raise AssertionError

    async def acting() -> Any:
        async with AsyncWeComClient(access_token="test", transport=transport) as wecom:
            plan = await mass_messages.plan_for_customers(wecom, ["wm1"], text=TEXT)
            task = asyncio.create_task(mass_messages.create(wecom, plan, journal=path))
            await begun.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError) as raised:
                await task
            report = await mass_messages.create(wecom, plan, journal=path)
            return raised.value, report

    cancelled, report = asyncio.run(acting())
    assert [one.state for one in cancelled.result.outcomes] == ["unknown"]
    assert [one.state for one in report.outcomes] == ["unknown"]
    assert json.loads(path.read_text().splitlines()[-1])["outcome"] == "unknown"


def test_a_journal_belongs_to_one_plan(asynchronous: bool, tmp_path: Path) -> None:
    call = answering(lambda path, body: {"msgid": "msg"}, asynchronous=asynchronous)
    path = tmp_path / "job.jsonl"
    plan = planned(call, ["wm1", "wm2"], allow_select=True)
    created(call, plan, journal=path)
    kept = call(lambda wecom: mass_messages.plan_of_journal(wecom, path))
    assert kept == plan
    for other in (planned(call, ["wm1"], allow_select=True), planned(call, ["wm1", "wm2"])):
        with pytest.raises(JournalError, match="was begun with another"):
            created(call, other, journal=path)
    with pytest.raises(JournalError, match="was not begun"):
        call(lambda wecom: mass_messages.plan_of_journal(wecom, tmp_path / "none.jsonl"))
    written = path.read_text()
    for before, after in (
        ('"tasks": [[', '"tasks": [7, ['),
        ('"content": {', '"contents": {'),
        ('"chat_type": "single"', '"chat_type": "all"'),
    ):
        assert before in written
        path.write_text(written.replace(before, after))
        with pytest.raises(JournalError, match="is not the journal of a mass message"):
            call(lambda wecom: mass_messages.plan_of_journal(wecom, path))
    path.write_text('{"a": 1}\n')
    for act in (
        lambda wecom: mass_messages.plan_of_journal(wecom, path),
        lambda wecom: mass_messages.create(wecom, plan, journal=path),
    ):
        with pytest.raises(JournalError, match="is not the journal of a job"):
            call(act)
