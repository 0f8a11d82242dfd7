"""A report that is wrong is found out, whichever way it is wrong."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from .invariants import INVARIANTS, Facts, GroupOutcome, Reports
from .workload import DAY

TODAY = 1_699_977_600
FACTS = Facts(
    groups={
        "stay-0": GroupOutcome("owner-0", 0, TODAY - 3 * DAY),
        "stay-1": GroupOutcome("owner-1", 0, TODAY - 50 * DAY),
        "moved": GroupOutcome("new", 1, TODAY),
        "lost": GroupOutcome("new", 1, TODAY),
        "left": GroupOutcome("old", 0, TODAY),
        "untouched": GroupOutcome("old", 0, TODAY),
    },
    ways={"kept": "changed", "maybe": "new"},
    added={"kept": 1, "gone": 1, "maybe": 1},
    owners={"lane": ["owner-0", "owner-1"]},
    today=TODAY,
    issued=3,
    ended=2,
    refused=1,
    asked=6,
    asked_in_vain=2,
)
WHOLE: dict[str, Any] = {"complete": True, "error": None}
GAUGE = {"fds": 5, "threads": 1, "blocks": 1000, "rss": 1000}
MOVES: list[dict[str, Any]] = [
    {
        "job": job,
        "ids": ["moved", "lost", "left"],
        "new_owner": "new",
        "done": ["moved"],
        "failed": [],
        "unknown": ["lost"],
        "not_tried": ["left"],
        "errors": ["BatchError"],
    }
    for job in ("transfer_all", "onjob_transfer_all")
]
READINGS: list[dict[str, Any]] = [
    {
        "job": "get_many",
        "wanted": ["stay-0", "stay-1", "nobody"],
        "got": [
            ["stay-0", "owner-0", None],
            ["nobody", None, "NotFoundError"],
            ["stay-1", None, "TransportError"],
        ],
        "error": None,
    },
    {
        "job": "iter_list",
        "owners": 2,
        "listed": ["stay-0", "stay-1"],
        "complete": True,
        "errors": ["TransportError"],
    },
    {
        "job": "iter_statistic",
        "begin": TODAY - 30 * DAY,
        "owners": 2,
        "figures": [["owner-1", 0, 1], ["owner-0", 1, 1]],
        **WHOLE,
    },
    {
        "job": "statistic_all",
        "begin": TODAY - 90 * DAY,
        "owners": 2,
        "figures": [["owner-0", 1, 1], ["owner-1", 1, 1]],
        **WHOLE,
    },
    {
        "job": "statistic_group_by_day_all",
        "begin": TODAY - 4 * DAY,
        "end": TODAY - DAY,
        "owners": 2,
        "days": [[TODAY - n * DAY, int(n == 3), 1 + (n <= 3)] for n in (4, 3, 2, 1)],
        **WHOLE,
    },
]
JOIN_WAYS: list[dict[str, Any]] = [
    {
        "job": "join_way",
        "state": state,
        "added": added,
        "updated": updated,
        "read": read,
        "deleted": deleted,
    }
    for state, added, updated, read, deleted in (
        ("kept", "done", "done", "changed", "not"),
        ("gone", "done", "unknown", None, "done"),
        ("maybe", "unknown", "not", None, "not"),
        ("never", "not", "not", None, "not"),
    )
]
GAUGES: dict[str, Any] = {
    "job": "leaks",
    "rounds": 10,
    "before": GAUGE,
    "warm": GAUGE,
    "end": {**GAUGE, "fds": 20},
    "after": GAUGE,
}
REPORTS: Reports = {
    "w0": [*({"lane": "lane", **one} for one in (*MOVES, *READINGS, *JOIN_WAYS)), GAUGES]
}

BATCHES, WAYS, READS, JOBS, SUCCESS, TOKENS, LEAKS = INVARIANTS
Wrong = Callable[[list[dict[str, Any]]], object]


def find(entries: list[dict[str, Any]], job: str, **fields: Any) -> dict[str, Any]:
    return next(
        one
        for one in entries
        if one["job"] == job and all(one[name] == value for name, value in fields.items())
    )


def change(job: str, where: dict[str, Any] | None = None, **fields: Any) -> Wrong:
    """Return what changes fields of an entry."""
    return lambda entries: find(entries, job, **(where or {})).update(fields)


def way(state: str, **fields: Any) -> Wrong:
    return change("join_way", {"state": state}, **fields)


def leak(moment: str, **more: int) -> Wrong:
    return change("leaks", **{moment: {**GAUGE, **more}})


def leave_out(job: str) -> Wrong:
    return lambda entries: entries.remove(find(entries, job))


WRONG_REPORTS: dict[str, tuple[str, Wrong]] = {
    "an id twice": (BATCHES, change("transfer_all", done=["moved", "moved"])),
    "an id left out": (BATCHES, change("transfer_all", not_tried=[])),
    "done, and it is not": (
        BATCHES,
        change("transfer_all", done=["moved", "left"], not_tried=[]),
    ),
    "not tried, and it is done": (
        BATCHES,
        change("transfer_all", not_tried=["left", "lost"], unknown=[]),
    ),
    "failed, and it is done": (
        BATCHES,
        change("transfer_all", done=[], failed=[["moved", 90501]]),
    ),
    "added, and it is not": (WAYS, way("never", added="done")),
    "not added, and it is": (WAYS, way("kept", added="not")),
    "changed, and it is not": (WAYS, way("maybe", added="done", updated="done")),
    "not changed, and it is": (WAYS, way("kept", updated="not")),
    "read before the change": (WAYS, way("kept", read="new")),
    "deleted, and it is there": (WAYS, way("kept", deleted="done")),
    "not deleted, and it is gone": (WAYS, way("gone", deleted="not")),
    "added without a report": (WAYS, leave_out("join_way")),
    "a bulk read that ends with an error": (READS, change("get_many", error="TransportError")),
    "an outcome left out": (READS, change("get_many", got=[["stay-0", "owner-0", None]])),
    "another group's answer": (
        READS,
        lambda entries: find(entries, "get_many")["got"][0].__setitem__(1, "owner-1"),
    ),
    "a group that is not found": (
        READS,
        lambda entries: find(entries, "get_many")["got"][2].__setitem__(2, "NotFoundError"),
    ),
    "a group that is found and does not exist": (
        READS,
        lambda entries: find(entries, "get_many")["got"].__setitem__(1, ["nobody", "x", None]),
    ),
    "a short list": (READS, change("iter_list", listed=["stay-0"])),
    "a list with a hole": (READS, change("iter_list", listed=["stay-1"], complete=False)),
    "a group listed twice": (
        READS,
        change("iter_list", listed=["stay-0", "stay-0"], complete=False),
    ),
    "a list that ends with a mistake": (READS, change("iter_list", errors=["ParameterError"])),
    "figures of another span": (READS, change("iter_statistic", figures=[["owner-0", 1, 1]])),
    "figures added twice": (
        READS,
        change("statistic_all", figures=[["owner-0", 2, 2], ["owner-1", 1, 1]]),
    ),
    "a day left out": (READS, change("statistic_group_by_day_all", days=[])),
    "figures that end with a mistake": (
        READS,
        change("statistic_all", complete=False, error="NotFoundError"),
    ),
    "a job left out": (JOBS, leave_out("statistic_all")),
    "most groups unknown": (
        SUCCESS,
        lambda entries: [
            find(entries, job).update(done=[], unknown=["moved", "lost"])
            for job in ("transfer_all", "onjob_transfer_all")
        ],
    ),
    "no outcome with an answer": (
        SUCCESS,
        change(
            "get_many",
            got=[
                ["stay-0", None, "TransportError"],
                ["nobody", None, "TransportError"],
                ["stay-1", None, "TransportError"],
            ],
        ),
    ),
    "no list to its end": (SUCCESS, change("iter_list", complete=False)),
    "no figures": (SUCCESS, change("statistic_all", complete=False)),
    "a process without an end": (LEAKS, leave_out("leaks")),
    "a descriptor left": (LEAKS, leak("after", fds=6)),
    "a thread left": (LEAKS, leak("after", threads=2)),
    "many descriptors open": (LEAKS, leak("end", fds=90)),
    "blocks of memory kept": (LEAKS, leak("end", blocks=10**5)),
    "bytes of memory kept": (LEAKS, leak("end", rss=10**9)),
}

WRONG_FACTS: dict[str, tuple[str, dict[str, Any]]] = {
    "a group handed over twice": (
        BATCHES,
        {"groups": {**FACTS.groups, "moved": GroupOutcome("new", 2, TODAY)}},
    ),
    "a group handed over that nobody reported": (
        BATCHES,
        {"groups": {**FACTS.groups, "untouched": GroupOutcome("new", 1, TODAY)}},
    ),
    "a join way added twice": (WAYS, {"added": {**FACTS.added, "kept": 2}}),
    "an uncertain join way added twice": (WAYS, {"added": {**FACTS.added, "maybe": 2}}),
    "a join way added that nobody reported": (WAYS, {"added": {**FACTS.added, "other": 1}}),
    "a token too many": (TOKENS, {"issued": 4}),
    "a token too few": (TOKENS, {"issued": 2}),
    "a token asked for in vain": (TOKENS, {"asked": 7}),
    "faults that do not explain the requests": (TOKENS, {"asked_in_vain": 1}),
}


def flaws(facts: Facts, reports: Reports) -> dict[str, list[str]]:
    found = {title: list(invariant(facts, reports)) for title, invariant in INVARIANTS.items()}
    return {title: texts for title, texts in found.items() if texts}


def broken(facts: Facts, reports: Reports, invariant: str) -> list[str]:
    """Return the invariants that are broken; what is wrong may be the only success as well."""
    return [
        title for title in flaws(facts, reports) if title in (invariant, *{*INVARIANTS} - {SUCCESS})
    ]


def test_true_reports_break_no_invariant() -> None:
    assert flaws(FACTS, REPORTS) == {}


@pytest.mark.parametrize(("invariant", "wrong"), WRONG_REPORTS.values(), ids=list(WRONG_REPORTS))
def test_a_wrong_report_breaks_the_invariant(invariant: str, wrong: Wrong) -> None:
    reports = copy.deepcopy(dict(REPORTS))
    wrong(reports["w0"])
    assert broken(FACTS, reports, invariant) == [invariant]


@pytest.mark.parametrize(("invariant", "changed"), WRONG_FACTS.values(), ids=list(WRONG_FACTS))
def test_another_state_breaks_the_invariant(invariant: str, changed: dict[str, Any]) -> None:
    assert list(flaws(FACTS._replace(**changed), REPORTS)) == [invariant]
