"""Whole jobs under faults: what they report is so, and what they read is what there is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from functools import cache
from typing import Any, NamedTuple

import pytest

from tests.client.operations import DAY, TODAY
from tests.model import limit, most, need, path_of
from wecom_client import BatchError, BatchResult, WeComError
from wecom_client.simulator import Simulator

from .runner import DRIVERS, Arguments, CaseRunner
from .table_format import faults


class Calls(NamedTuple):
    """What became of the three calls of a batch: two full ones, and one of ten ids or fewer.

    The first so many were reported as done, the next so many as unknown, the rest as not tried; and
    the groups of the first so many were handed over for real.
    """

    done: int
    unknown: int
    handed_over: int


ALL = Calls(3, 0, 3)
LOST_BEFORE = Calls(1, 1, 1)
LOST_AFTER = Calls(1, 1, 2)
REFUSED = Calls(1, 0, 1)

BATCHES: dict[str, Calls] = {
    "": ALL,
    # refusals of the second call that pass
    "error(-1)@2": ALL,
    "error(-1)@2,3": ALL,
    "error(45009)@2": ALL,
    "error(45033)@2,3,4": ALL,
    "refuse_token@2": ALL,
    "expire_token@2": ALL,
    # refusals that stay
    "error(-1)@2,3,4": REFUSED,
    "error(45009)@2,3,4,5,6,7": REFUSED,
    "error(60030)@2": REFUSED,
    "error(40128)@2": REFUSED,
    "error(987654)@2": REFUSED,
    "refuse_token@2,3": REFUSED,
    "expire_token@2,3": REFUSED,
    "expire_token@2 gettoken:drop_after": REFUSED,
    "expire_token@2 gettoken:error(40001)": REFUSED,
    "status_before(302)@2": REFUSED,
    "status_before(404)@2": REFUSED,
    # nobody knows
    **{
        f"{kind}@2": LOST_BEFORE
        for kind in (
            "drop_before",
            "drop_before(reset)",
            "cut_before",
            "html_before",
            "status_before(503)",
            "empty_before",
            "garbage_before",
        )
    },
    **{
        f"{kind}@2": LOST_AFTER
        for kind in (
            "drop_after",
            "drop_after(reset)",
            "cut_after",
            "html_after",
            "status_after(503)",
            "empty_after",
            "garbage_after",
        )
    },
    "refuse_token@2 drop_after@3": LOST_AFTER,
    "error(-1)@2 drop_before@3": LOST_BEFORE,
    # at other calls
    "drop_after@1": Calls(0, 1, 1),
    "drop_after@3": Calls(2, 1, 3),
    "error(60030)@1": Calls(0, 0, 0),
    "error(60030)@3": Calls(2, 0, 2),
}


class Runners:
    """One simulator and client for each driver, made when it is first needed."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._number = 0
        self.of = cache(self._make)

    def _make(self, driver: str) -> CaseRunner:
        return self._stack.enter_context(closing(CaseRunner(driver)))

    def tag(self) -> str:
        """Return a text for the names of one test."""
        self._number += 1
        return f"job{self._number:03d}"

    def close(self) -> None:
        self._stack.close()


@pytest.fixture(scope="module")
def runners() -> Iterator[Runners]:
    with closing(Runners()) as made:
        yield made


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("name", ["transfer", "onjob_transfer"])
@pytest.mark.parametrize("what", BATCHES)
def test_a_batch_reports_what_is_so_and_its_rest_finishes_it(
    runners: Runners, driver: str, name: str, what: str
) -> None:
    need(name)
    runner, tag = runners.of(driver), runners.tag()
    sim, size = runner.sim, most(name, "chat_id_list")
    number = sim.daily_transfers = 2 * size + min(10, size)
    ids = [sim.add_group(f"old-{tag}", chat_id=f"wr-{tag}-{n:03d}") for n in range(number)]
    sim.add_member(f"new-{tag}")
    if name == "transfer":
        sim.resign(f"old-{tag}")
    runner.driver.fetch_token()

    for fault in faults(what):
        fault.add_to(sim, name)
    result, error = _batch(runner, name, ids, tag)
    sim.clear_faults()

    moved = {chat_id for chat_id in ids if sim.groups[chat_id].owner == f"new-{tag}"}
    expected, ends = BATCHES[what], (0, size, 2 * size, number)
    done, unknown = ends[expected.done], ends[expected.done + expected.unknown]
    assert result.done == tuple(ids[:done])
    assert result.unknown == tuple(ids[done:unknown])
    assert result.not_tried == tuple(ids[unknown:])
    assert len(moved) == ends[expected.handed_over]
    assert result.failed == ()
    assert moved >= set(result.done)
    assert moved.isdisjoint(result.not_tried)
    assert result.rest == (*result.unknown, *result.not_tried)
    assert (error is None) == (not result.rest)

    runner.driver.fetch_token()
    second, error = _batch(runner, name, result.rest, tag)
    assert (error, second.done) == (None, result.rest)
    assert {len(sim.groups[chat_id].handovers) for chat_id in ids} == {1}


def _batch(
    runner: CaseRunner, name: str, ids: Any, tag: str
) -> tuple[BatchResult[Any], WeComError | None]:
    try:
        arguments = Arguments((ids, f"new-{tag}"), {"daily_limit": runner.sim.daily_transfers})
        return runner.driver.call(f"{name}_all", arguments), None
    except BatchError as error:
        return error.result, error


RANDOM_FAULTS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("drop_before", {}),
    ("html_after", {}),
    ("expire_token", {}),
    ("error", {"errcode": -1}),
    ("error", {"errcode": 45009}),
)
"""Each strikes once. A call is sent up to six times: were all to strike the same, it would pass."""

OWNERS = [f"owner-{n:03d}" for n in range(130)]


def _read_arguments(job: str, operation: str) -> Arguments:
    """Return arguments of a job that take several calls."""
    need(operation)
    if job == "get_many":
        ids = [f"wr-{n:03d}" for n in range(len(OWNERS))]
        return Arguments((ids,), {"concurrency": 8, "ordered": True})
    if job == "iter_list":
        return Arguments((), {"page_size": min(7, limit(operation, "limit", "maximum"))})
    call = most(operation, "owner_filter.userid_list")
    last = TODAY - limit(operation, "day_end_time", "minDaysAgo") * DAY
    if job == "iter_statistic":
        asked = OWNERS[:call]
        size = min(max(1, len(asked) // 11), limit(operation, "limit", "maximum"))
        return Arguments((last, {"userid_list": asked}), {"page_size": size})
    # two calls' owners and three calls' days, or some more where a call takes few
    days = max(12, 3 * limit(operation, "day_end_time", "maxSpanDays"))
    first = TODAY - min(90, days, limit(operation, "day_begin_time", "maxDaysAgo")) * DAY
    asked = OWNERS[: max(12, call + min(30, call))]
    return Arguments((first, {"userid_list": asked}), {"day_end_time": last})


def _fewest(job: str, arguments: Arguments) -> int:
    """Return how many records a job must find to prove something: over ten, or all it asks for."""
    if job == "statistic_group_by_day_all":
        first: int = arguments.positional[0]
        last: int = arguments.named["day_end_time"]
        return min(11, (last - first) // DAY + 1)
    return min(11, len(arguments.positional[1]["userid_list"])) if job in STATISTICS else 11


READS = {
    "iter_list": "list",
    "iter_statistic": "statistic",
    "statistic_all": "statistic",
    "statistic_group_by_day_all": "statistic_group_by_day",
    "get_many": "get",
}
"""Jobs that read, each with its operation."""
STATISTICS = ("iter_statistic", "statistic_all")


@pytest.fixture(scope="module")
def readable() -> Iterator[dict[str, CaseRunner]]:
    """Return a runner for each driver whose groups nobody changes."""
    with ExitStack() as stack:
        made = {driver: stack.enter_context(closing(CaseRunner(driver))) for driver in DRIVERS}
        for runner in made.values():
            _seed(runner.sim)
        yield made


def _seed(sim: Simulator) -> None:
    for n, owner in enumerate(OWNERS):
        created = TODAY - (n * 7 % 80 + 1) * DAY
        sim.add_group(owner, chat_id=f"wr-{n:03d}", members=[f"wm{n}"], create_time=created)


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("job", READS)
def test_a_read_under_random_faults_is_what_it_is_without_them(
    readable: dict[str, CaseRunner], driver: str, seed: int, job: str
) -> None:
    runner, operation = readable[driver], READS[job]
    arguments = _read_arguments(job, operation)
    begin = len(runner.sim.requests)
    undisturbed = _read(runner.driver.call(job, arguments))
    calls = len(runner.sim.requests) - begin
    assert len(undisturbed) >= _fewest(job, arguments)

    added = [
        runner.sim.add_fault(
            kind,
            operation=path_of(operation),
            count=1,
            probability=0.4,
            seed=10 * seed + number,
            **options,
        )
        for number, (kind, options) in enumerate(RANDOM_FAULTS)
    ]
    found = _read(runner.driver.call(job, arguments))
    runner.sim.clear_faults()
    assert sum(fault.hits for fault in added) >= min(3, calls)
    assert found == undisturbed


def _read(came: Any) -> list[Any]:
    """Return the decoded records of whatever a job returns."""
    records = came.items if hasattr(came, "items") else came
    return [record.result().raw if hasattr(record, "result") else record.raw for record in records]


@pytest.mark.parametrize("driver", DRIVERS)
def test_a_bulk_read_says_for_each_id_what_came_of_it(
    readable: dict[str, CaseRunner], driver: str
) -> None:
    runner = readable[driver]
    (ids,) = _read_arguments("get_many", "get").positional
    runner.sim.add_fault("error", operation=path_of("get"), errcode=60030, every=10)
    outcomes = runner.driver.call("get_many", Arguments((ids,), {"concurrency": 4}))
    runner.sim.clear_faults()
    assert sorted(one.key for one in outcomes) == ids
    failed = [one for one in outcomes if one.error is not None]
    assert len(failed) == 13
    assert all((one.answer is None) == (one.error is not None) for one in outcomes)


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("what", ["drop_after", "html_before", "error(60030)", "refuse_token"])
def test_a_walk_that_breaks_off_goes_on_from_its_position(
    readable: dict[str, CaseRunner], driver: str, what: str
) -> None:
    need("list")
    runner, size = readable[driver], min(20, limit("list", "limit", "maximum"))
    paged = Arguments((), {"page_size": size})
    whole = [one.chat_id for one in runner.driver.call("iter_list", paged)]
    sends = {"error(60030)": "3", "refuse_token": "3,4"}.get(what, "3,4,5")
    for fault in faults(f"{what}@{sends}"):
        fault.add_to(runner.sim, "list")
    first, position = runner.driver.walk(paged)
    runner.sim.clear_faults()
    assert first == whole[: 2 * size]
    rest, _ = runner.driver.walk(Arguments((), {"page_size": size, "cursor": position}))
    assert first + rest == whole
    assert runner.sim.requests[-1].operation == path_of("list")
