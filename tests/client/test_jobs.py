"""Whole jobs through both generated clients, against the simulator."""

from __future__ import annotations

import asyncio
import datetime
import gc
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from wecom_client import AsyncWeComClient, BatchError, NotFoundError, ParameterError, WeComClient
from wecom_client.simulator import Simulator

from ..model import daily_quota, latest_day, least, limit, methods, most, needs, outside, path_of
from .operations import DAY, NOON, TODAY

UTC8 = datetime.timezone(datetime.timedelta(hours=8))


class Clock:
    """A time that stands still until somebody moves it."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> float:
        return self.now

    @property
    def tomorrow(self) -> datetime.date:
        return (datetime.datetime.fromtimestamp(self.now, UTC8) + datetime.timedelta(1)).date()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sim(clock: Clock) -> Iterator[Simulator]:
    with Simulator(clock=clock) as simulator:
        yield simulator


Run = Callable[[str], Callable[..., Any]]


@pytest.fixture(params=["sync", "async"])
def run(request: pytest.FixtureRequest, sim: Simulator, clock: Clock) -> Iterator[Run]:
    """Return what runs a method to its end, in the one client or the other."""
    options: Any = {"base_url": sim.base_url, "clock": clock}
    if request.param == "sync":
        with WeComClient(sim.corp_id, sim.secret, **options) as wecom:
            groupchat = methods(wecom)

            def run_sync(name: str) -> Callable[..., Any]:
                def call(*args: Any, **kwargs: Any) -> Any:
                    came = getattr(groupchat, name)(*args, **kwargs)
                    return list(came) if hasattr(came, "__next__") else came

                return call

            yield run_sync
        return

    def run_async(name: str) -> Callable[..., Any]:
        async def call(*args: Any, **kwargs: Any) -> Any:
            async with AsyncWeComClient(sim.corp_id, sim.secret, **options) as wecom:
                came: Any = getattr(methods(wecom), name)(*args, **kwargs)
                if hasattr(came, "__anext__"):
                    return [one async for one in came]
                return await came

        return lambda *args, **kwargs: asyncio.run(call(*args, **kwargs))

    yield run_async


def groups_of(sim: Simulator, owner: str, number: int) -> list[str]:
    sim.add_member(owner)
    return [sim.add_group(owner, members=["wm-customer"]) for _ in range(number)]


def owners(sim: Simulator, ids: Any) -> set[str]:
    return {sim.groups[chat_id].owner for chat_id in ids}


def places(result: Any) -> list[str]:
    failed = [record.chat_id for record in result.failed]
    return sorted([*result.done, *failed, *result.unknown, *result.not_tried])


def assert_agrees(sim: Simulator, ids: list[str], result: Any) -> None:
    """The result names each group once, and says of none what is not so."""
    failed = [record.chat_id for record in result.failed]
    assert places(result) == sorted(ids)
    assert owners(sim, result.done) <= {"new"}
    assert owners(sim, [*failed, *result.not_tried]) <= {"old"}


@needs("transfer")
def test_groups_are_handed_over_in_days_through_a_lost_answer(
    sim: Simulator, clock: Clock, run: Run
) -> None:
    """Seven calls and some groups more, where a day allows three calls: 730, 300 and 100."""
    call = most("transfer", "chat_id_list")
    day, number = 3 * call, 7 * call + min(30, call)
    sim.daily_transfers = day
    ids = groups_of(sim, "old", number)
    sim.add_member("new")
    sim.resign("old")

    def transfer_all(wanted: Any) -> Any:
        return run("transfer_all")(wanted, "new", daily_limit=day)

    sim.add_fault("drop_after", operation="transfer", calls=(2,))
    with pytest.raises(BatchError) as caught:
        transfer_all(ids)
    first = caught.value.result
    assert_agrees(sim, ids, first)
    assert [len(one) for one in (first.done, first.failed, first.unknown, first.not_tried)] == [
        call,
        0,
        call,
        number - 2 * call,
    ]
    assert owners(sim, first.unknown) == {"new"}  # the server had done the work

    # the same day again: what was lost is found to be done, then the quota ends it
    second = transfer_all(first.rest)
    assert_agrees(sim, list(first.rest), second)
    assert len(second.done) == 2 * call
    assert {record.errcode for record in second.failed} == {45009}
    assert second.resume_on == clock.tomorrow
    assert sum(group.owner == "new" for group in sim.groups.values()) == day

    rest = second.rest
    for done, left in ((day, number - 2 * day), (number - 2 * day, 0)):
        clock.now += DAY
        result = transfer_all(rest)
        assert_agrees(sim, list(rest), result)
        assert (len(result.done), len(result.rest)) == (done, left)
        assert result.resume_on == (clock.tomorrow if left else None)
        rest = result.rest

    sim.requests.clear()
    last = run("transfer_all")(ids, "new", daily_limit=number)
    assert last.done == tuple(ids)
    assert all(len(group.handovers) == 1 for group in sim.groups.values())


@needs("transfer")
def test_giving_all_ids_again_each_day_finishes_too(sim: Simulator, clock: Clock, run: Run) -> None:
    """The quota of the specs is what a run does where it is told nothing else."""
    day = sim.daily_transfers = daily_quota("transfer")
    ids = groups_of(sim, "old", day + day // 2)
    sim.add_member("new")
    sim.resign("old")
    first = run("transfer_all")(ids, "new")
    assert (len(first.done), first.failed, len(first.not_tried)) == (day, (), day // 2)
    assert first.resume_on == clock.tomorrow
    clock.now += DAY
    second = run("transfer_all")(ids, "new")
    assert second.done == tuple(ids)
    assert second.resume_on is None
    assert all(len(group.handovers) == 1 for group in sim.groups.values())


def test_a_group_moved_too_often_fails_beside_the_others(
    sim: Simulator, clock: Clock, run: Run
) -> None:
    moved = max(1, least("onjob_transfer", "chat_id_list"))
    ids = groups_of(sim, "old", 2 * moved + 1)
    sim.add_member("new")
    for owner in ("new", "old"):
        run("onjob_transfer_all")(ids[:moved], owner)
    result = run("onjob_transfer_all")(ids, "new")
    assert result.done == tuple(ids[moved:])
    assert [failed.chat_id for failed in result.failed] == ids[:moved]
    assert {failed.errcode for failed in result.failed} == {40128}
    assert all(failed.meaning and failed.remedy for failed in result.failed)
    assert result.resume_on is None


def test_a_dry_run_shows_the_calls_of_today_and_makes_none(sim: Simulator, run: Run) -> None:
    call, day = most("transfer", "chat_id_list"), daily_quota("transfer")
    calls = run("transfer_all")([f"wr{n}" for n in range(2 * day)], "new", dry_run=True)
    sizes = [len(one.json["chat_id_list"]) for one in calls]
    assert sizes == [min(call, day - begin) for begin in range(0, day, call)]
    assert sim.requests == []


def test_a_new_owner_who_cannot_be_one_moves_nothing(sim: Simulator, run: Run) -> None:
    ids = groups_of(sim, "old", 120)
    sim.resign("old")
    with pytest.raises(BatchError, match="40003") as caught:
        run("transfer_all")(ids, "nobody")
    assert caught.value.result.not_tried == tuple(ids)
    assert owners(sim, ids) == {"old"}


def test_all_pages_of_the_list_come_in_their_order(sim: Simulator, run: Run) -> None:
    size = min(10, limit("list", "limit", "maximum"))
    ids = groups_of(sim, "abel", 2 * size + max(1, size // 2))
    found = run("iter_list")(page_size=size)
    assert sorted(one.chat_id for one in found) == sorted(ids)
    asked = [one for one in sim.requests if one.operation == path_of("list")]
    assert len(asked) == 3


def test_a_page_size_above_the_platforms_is_refused(run: Run) -> None:
    with pytest.raises(ParameterError, match="page_size"):
        run("iter_list")(page_size=outside("list", "limit", "maximum"))


def seed_statistics(sim: Simulator, number: int) -> list[str]:
    names = [f"owner{n:03d}" for n in range(number)]
    latest = latest_day("statistic", "statistic_group_by_day")
    for place, name in enumerate(names):
        sim.add_member(name)
        for count in range(place % 3 + 1):
            created = TODAY - (place * 7 + count * 31) % 80 * DAY - latest * DAY
            sim.add_group(name, members=[f"wm{place}-{count}"], create_time=created)
    return names


def three_spans(name: str) -> tuple[int, int]:
    """Return the first and the last second of days that a job splits in three, 90 where it may."""
    span, reach = (
        limit(name, "day_end_time", "maxSpanDays"),
        limit(name, "day_begin_time", "maxDaysAgo"),
    )
    last = limit(name, "day_end_time", "minDaysAgo")
    return TODAY - min(3 * span + last - 1, reach) * DAY, TODAY - last * DAY


def test_days_of_many_owners_by_day_are_what_the_days_say_one_by_one(
    sim: Simulator, run: Run
) -> None:
    name = "statistic_group_by_day"
    chunk, span = most(name, "owner_filter.userid_list"), limit(name, "day_end_time", "maxSpanDays")
    names = seed_statistics(sim, 2 * chunk + min(30, chunk))
    first, last = three_spans(name)
    answer = run(f"{name}_all")(first, {"userid_list": names}, day_end_time=last)
    days = list(range(first, last + DAY, DAY))
    assert [one.stat_time for one in answer.items] == days
    spans = -(-len(days) // span)
    assert len([one for one in sim.requests if one.operation]) == 3 * spans + 1
    total = sum(one.data.new_chat_cnt for one in answer.items)
    assert total == sum(first <= group.create_time < last + DAY for group in sim.groups.values())
    begun = [group.create_time < last + DAY for group in sim.groups.values()]
    assert answer.items[-1].data.chat_total == sum(begun)
    for day in (first, days[len(days) // 2], last):
        parts = [
            run(name)(day, {"userid_list": names[begin : begin + chunk]})
            for begin in range(0, len(names), chunk)
        ]
        merged = next(one for one in answer.items if one.stat_time == day)
        for figure in ("new_chat_cnt", "chat_total", "member_total", "new_member_cnt"):
            assert getattr(merged.data, figure) == sum(
                getattr(part.items[0].data, figure) for part in parts
            )


def test_days_of_many_owners_by_owner_add_up_or_take_the_last_day(sim: Simulator, run: Run) -> None:
    chunk = most("statistic", "owner_filter.userid_list")
    names = seed_statistics(sim, chunk + min(30, chunk))
    first, last = three_spans("statistic")
    answer = run("statistic_all")(first, {"userid_list": names}, day_end_time=last)
    begun = [group for group in sim.groups.values() if group.create_time < last + DAY]
    assert [one.owner for one in answer.items] == [
        name for name in names if name in {group.owner for group in begun}
    ]
    for one in answer.items:
        own = [group for group in begun if group.owner == one.owner]
        assert one.data.new_chat_cnt == sum(first <= group.create_time for group in own)
        assert one.data.chat_total == len(own)


def test_iter_statistic_goes_over_offsets(sim: Simulator, run: Run) -> None:
    names = seed_statistics(sim, min(25, most("statistic", "owner_filter.userid_list")))
    day = TODAY - limit("statistic", "day_begin_time", "minDaysAgo") * DAY
    size = min(10, limit("statistic", "limit", "maximum"))
    found = run("iter_statistic")(
        day, {"userid_list": names}, order_by=2, order_asc=True, page_size=size
    )
    assert sorted(one.owner for one in found) == names
    totals = [one.data.chat_total for one in found]
    assert totals == sorted(totals)


def test_get_many_answers_every_id_once(sim: Simulator, run: Run) -> None:
    ids = groups_of(sim, "abel", 40)
    told: list[Any] = []
    outcomes = run("get_many")(
        [*ids, "wr-unknown"], need_name=True, concurrency=5, ordered=True, on_progress=told.append
    )
    assert [one.key for one in outcomes] == [*ids, "wr-unknown"]
    assert all(one.answer.group_chat.chat_id == one.key for one in outcomes[:-1])
    assert isinstance(outcomes[-1].error, NotFoundError)
    assert told[-1] == (41, 1, 41, None)


@pytest.mark.parametrize("concurrency", [1, 8, 20])
def test_a_bulk_read_that_is_left_early_leaves_nothing_behind(
    concurrency: int, sim: Simulator, clock: Clock
) -> None:
    """Neither an open connection nor a coroutine that nobody awaited: each would be a warning."""
    chat_ids = groups_of(sim, "lisi", 30)

    async def leave_early(leave_at: int) -> int:
        options: Any = {"base_url": sim.base_url, "clock": clock}
        seen = 0
        async with AsyncWeComClient(sim.corp_id, sim.secret, **options) as wecom:
            async for _ in methods(wecom).get_many(chat_ids, concurrency=concurrency):
                seen += 1
                if seen == leave_at:
                    break
        return seen

    for leave_at in (1, 1, 2, 5):
        assert asyncio.run(leave_early(leave_at)) == leave_at
        gc.collect()
