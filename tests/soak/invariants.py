"""The invariants of the soak: what the jobs reported, compared with what the simulator knows.

Each invariant returns what speaks against it, as texts; nothing does where it holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from .workload import DAY, Entry

BATCHES = ("transfer_all", "onjob_transfer_all")
JOBS = (
    *BATCHES,
    "get_many",
    "iter_list",
    "iter_statistic",
    "statistic_all",
    "statistic_group_by_day_all",
    "join_way",
)
_PASSING = {"TransportError", "ResponseError", "TokenError", "RateLimitError", "BusyError"}
"""Errors that a call under faults may end with; any other one is a mistake."""

_OPEN_DESCRIPTORS = 40
"""Of a process while it works: two lanes with six calls at the same time, and a pool that idles."""
_MORE_BLOCKS = 2000
_MORE_BLOCKS_A_ROUND = 20
"""Of memory, since the process was warm. A round makes about 75 calls: what keeps an object or two
for each of them shows within a minute."""
_MORE_BLOCKS_A_CONNECTION = 120
"""What an open one of an asynchronous client holds: there may be more of them than when warm."""
_MORE_RESIDENT = 24 * 2**20


class GroupOutcome(NamedTuple):
    """What became of a group."""

    owner: str
    handovers: int
    create_time: int


class Facts(NamedTuple):
    """What the simulator knows at the end.

    `groups` by id; `ways`: the remark of each join way there is, by its state; `added`: how often
    one was added, by its state; `owners`: those of each lane; `today`: the first second of the day.
    Of tokens: how many were `issued` and `ended`, how often one that was alive was `refused`, how
    often one was `asked` for, and how often a fault struck that.
    """

    groups: Mapping[str, GroupOutcome]
    ways: Mapping[str, str]
    added: Mapping[str, int]
    owners: Mapping[str, list[str]]
    today: int
    issued: int
    ended: int
    refused: int
    asked: int
    asked_in_vain: int


Reports = Mapping[str, list[Entry]]
"""The entries of each process, by its name."""


def batches_tell_the_truth(facts: Facts, reports: Reports) -> Iterator[str]:
    """Say where groups are not what a batch reported, or were handed over twice."""
    known: set[str] = set()
    for entry in _entries(reports, *BATCHES):
        failed = [chat_id for chat_id, _ in entry["failed"]]
        unmoved = [*failed, *entry["not_tried"]]
        places = [*entry["done"], *unmoved, *entry["unknown"]]
        if Counter(places) != Counter(entry["ids"]):
            yield f"{entry['new_owner']}: the report does not name each id once"
        for chat_id in entry["done"]:
            if facts.groups[chat_id].owner != entry["new_owner"]:
                yield f"{chat_id} was reported as done and is not"
        for chat_id in unmoved:
            if facts.groups[chat_id].handovers:
                yield f"{chat_id} was reported as not carried out and was"
        known.update(entry["done"], unmoved, entry["unknown"])
    for chat_id, outcome in facts.groups.items():
        if outcome.handovers > 1:
            yield f"{chat_id} was handed over {outcome.handovers} times"
        if outcome.handovers and chat_id not in known:
            yield f"{chat_id} was handed over and stands in no report"


def join_ways_tell_the_truth(facts: Facts, reports: Reports) -> Iterator[str]:
    """Say where join ways are not what was reported, or were added twice."""
    reported: set[str] = set()
    for entry in _entries(reports, "join_way"):
        state = entry["state"]
        reported.add(state)
        times = facts.added.get(state, 0)
        if times not in {"done": (1,), "not": (0,), "unknown": (0, 1)}[entry["added"]]:
            yield f"{state}: adding was reported as {entry['added']}, it happened {times} times"
        if entry["added"] != "done":
            continue
        remarks = {"done": ("changed",), "not": ("new",), "unknown": ("new", "changed")}
        expected = remarks[entry["updated"]]
        if entry["read"] is not None and entry["read"] not in expected:
            yield f"{state}: change reported as {entry['updated']}, read as {entry['read']}"
        present = facts.ways.get(state)
        if present is not None and present not in expected:
            yield f"{state}: change reported as {entry['updated']}, it is {present}"
        if entry["deleted"] == ("not" if present is None else "done"):
            yield f"{state}: deletion reported as {entry['deleted']}, it is not so"
    for state in facts.added.keys() - reported:
        yield f"{state} was added and stands in no report"


def reads_are_complete(facts: Facts, reports: Reports) -> Iterator[str]:
    """Say where a read missed, doubled or changed something."""
    for process, entries in reports.items():
        for entry in entries:
            check = _READS.get(entry["job"])
            for flaw in check(facts, entry) if check is not None else ():
                yield f"{process}: {entry['lane']}: {entry['job']}: {flaw}"


def _get_many(facts: Facts, entry: Entry) -> Iterator[str]:
    if entry["error"] is not None:
        yield f"ended with {entry['error']}"
    if Counter(key for key, _, _ in entry["got"]) != Counter(entry["wanted"]):
        yield "the outcomes do not name each id once"
    for key, owner, error in entry["got"]:
        outcome = facts.groups.get(key)
        if error is None:
            if outcome is None or owner != outcome.owner:
                yield f"{key} was read wrong"
        elif error not in _PASSING and (outcome is not None or error != "NotFoundError"):
            yield f"{key} ended with {error}"


def _iter_list(facts: Facts, entry: Entry) -> Iterator[str]:
    owners = set(facts.owners[entry["lane"]][: entry["owners"]])
    expected = [chat_id for chat_id, outcome in facts.groups.items() if outcome.owner in owners]
    if entry["complete"] and entry["listed"] != expected:
        yield f"{len(entry['listed'])} groups, there are {len(expected)}"
    if entry["listed"] != expected[: len(entry["listed"])]:
        yield "something was left out or came twice"
    yield from _errors(entry["errors"])


def _figures(facts: Facts, entry: Entry) -> Iterator[str]:
    """Check figures by owner from a day on, for the first so many owners."""
    yield from _errors([entry["error"]] if entry["error"] else [])
    if not entry["complete"]:
        return
    wanted = set(facts.owners[entry["lane"]][: entry["owners"]])
    made = [(outcome.owner, outcome.create_time) for outcome in facts.groups.values()]
    expected = {owner: [0, 0] for owner, time in made if owner in wanted}
    for owner, time in made:
        if owner in wanted:
            expected[owner][0] += entry["begin"] <= time
            expected[owner][1] += 1
    rows = sorted([owner, *figures] for owner, figures in expected.items())
    if sorted(entry["figures"]) != rows:
        yield "the figures are not what they are"


def _by_day(facts: Facts, entry: Entry) -> Iterator[str]:
    yield from _errors([entry["error"]] if entry["error"] else [])
    if not entry["complete"]:
        return
    owners = set(facts.owners[entry["lane"]][: entry["owners"]])
    made = [outcome.create_time for outcome in facts.groups.values() if outcome.owner in owners]
    expected = [
        [day, made.count(day), sum(time <= day for time in made)]
        for day in range(entry["begin"], entry["end"] + DAY, DAY)
    ]
    if entry["days"] != expected:
        yield "the days are not what they are"


_READS: Mapping[str, Callable[[Facts, Entry], Iterator[str]]] = {
    "get_many": _get_many,
    "iter_list": _iter_list,
    "iter_statistic": _figures,
    "statistic_all": _figures,
    "statistic_group_by_day_all": _by_day,
}


def _errors(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if name not in _PASSING:
            yield f"ended with {name}"


def every_lane_did_every_job(facts: Facts, reports: Reports) -> Iterator[str]:
    """Say where a lane left a job out."""
    done = {(entry.get("lane"), entry["job"]) for entries in reports.values() for entry in entries}
    for lane in facts.owners:
        for job in JOBS:
            if (lane, job) not in done:
                yield f"{lane} never did {job}"


def every_job_succeeds_too(facts: Facts, reports: Reports) -> Iterator[str]:
    """Say where a job never succeeded, or mostly left nobody knowing: faults are the exception."""
    good: Counter[str] = Counter()
    for entry in _entries(reports, *JOBS):
        good[entry["job"]] += _SUCCESSES.get(entry["job"], _is_complete)(entry)
    for job in JOBS:
        if not good[job]:
            yield f"{job} never succeeded"
    moves = list(_entries(reports, *BATCHES))
    unknown = sum(len(entry["unknown"]) for entry in moves)
    if 2 * unknown > sum(len(entry["ids"]) for entry in moves):
        yield f"{unknown} groups are unknown, more than half of all"


def _is_complete(entry: Entry) -> int:
    return int(entry["complete"])


_SUCCESSES: Mapping[str, Callable[[Entry], int]] = {
    **{job: lambda entry: len(entry["done"]) for job in BATCHES},
    "get_many": lambda entry: sum(error is None for _, _, error in entry["got"]),
    "join_way": lambda entry: int(entry["added"] == "done"),
}


def tokens_are_shared(facts: Facts, reports: Reports) -> Iterator[str]:
    """Say where more tokens were fetched than were needed.

    Each new token takes the place of one that ended, and the first takes none. A token that is
    refused although it is alive is asked for again, and the platform gives out the same. So a
    request to gettoken that no fault struck has an end, a refusal or the beginning as its cause,
    and only the first process that sees it makes one.
    """
    if facts.issued != facts.ended + 1:
        yield f"{facts.issued} tokens were issued, {facts.ended} have ended"
    needed, asked = facts.ended + facts.refused + 1, facts.asked - facts.asked_in_vain
    if asked > needed:
        yield f"gettoken answered {asked} times, {needed} were needed"


def nothing_leaks(facts: Facts, reports: Reports) -> Iterator[str]:
    """Say where a process kept descriptors, threads or memory."""
    for process, entries in reports.items():
        entry = next((one for one in entries if one["job"] == "leaks"), None)
        if entry is None:
            yield f"{process} did not come to its end"
            continue
        before, end, after = (entry[moment] for moment in ("before", "end", "after"))
        for what in ("fds", "threads"):
            if after[what] > before[what]:
                yield f"{process}: {after[what]} {what} are left, {before[what]} at the beginning"
        if end["fds"] > before["fds"] + _OPEN_DESCRIPTORS:
            yield f"{process}: {end['fds']} descriptors are open"
        warm = entry.get("warm")
        if warm is None:
            continue
        blocks = end["blocks"] - warm["blocks"]
        more_open = max(0, end["fds"] - warm["fds"])
        allowed = entry["rounds"] * _MORE_BLOCKS_A_ROUND + more_open * _MORE_BLOCKS_A_CONNECTION
        if blocks > _MORE_BLOCKS + allowed:
            yield f"{process}: {blocks} more blocks of memory in {entry['rounds']} rounds"
        if end["rss"] - warm["rss"] > _MORE_RESIDENT:
            yield f"{process}: {end['rss'] - warm['rss']} more bytes of memory"


INVARIANTS: Mapping[str, Callable[[Facts, Reports], Iterator[str]]] = {
    "batches: reported = so, none twice": batches_tell_the_truth,
    "join ways: reported = so, none twice": join_ways_tell_the_truth,
    "reads: complete, nothing twice": reads_are_complete,
    "every lane did every job": every_lane_did_every_job,
    "every job succeeded too": every_job_succeeds_too,
    "tokens: issued = ended + 1, none in vain": tokens_are_shared,
    "no leak of descriptors, threads, memory": nothing_leaks,
}


def _entries(reports: Reports, *jobs: str) -> Iterator[Entry]:
    for entries in reports.values():
        yield from (entry for entry in entries if entry["job"] in jobs)
