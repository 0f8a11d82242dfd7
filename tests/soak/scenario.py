"""The simulator of the soak: what is seeded for each lane, and all that goes wrong."""

from __future__ import annotations

import time
from collections import Counter
from functools import cache
from typing import Any, NamedTuple

from tests.model import latest_day, least, limit, most, path_of
from wecom_client.simulator import Simulator
from wecom_client.simulator.faults import Fault

from .invariants import Facts, GroupOutcome
from .workload import DAY


class Size(NamedTuple):
    """How large a soak is. Each process has two lanes; batches come in pairs, one of each kind."""

    processes: int
    seconds: float
    owners: int = 110
    batches: int = 4
    ids: int = 130


LANES = 2
_UTC8 = 8 * 3600


def seed(sim: Simulator, size: Size) -> list[list[dict[str, Any]]]:
    """Seed the groups of all lanes and return the plans of each process's lanes."""
    today = int(time.time() + _UTC8) // DAY * DAY - _UTC8
    plans = [
        [_lane(sim, size, f"w{process}l{lane}", today) for lane in range(LANES)]
        for process in range(size.processes)
    ]
    # All at once, as each resignation goes through all groups.
    for plan in (plan for lanes in plans for plan in lanes):
        for batch in plan["batches"]:
            if batch["method"] == "transfer_all":
                sim.resign(f"old-{batch['new_owner']}")
    return plans


def _lane(sim: Simulator, size: Size, name: str, today: int) -> dict[str, Any]:
    owners = [f"{name}-owner{n:03d}" for n in range(size.owners)]
    groups, limits = [], _limits()
    for n, owner in enumerate(owners):
        created = today - (n * 7 % 100 + limits["latest"]) * DAY
        group = f"wr-{name}-{n:03d}"
        groups.append(sim.add_group(owner, chat_id=group, members=["wm-1"], create_time=created))
    batches: list[dict[str, Any]] = []
    for number in range(size.batches):
        for method in ("transfer_all", "onjob_transfer_all"):
            new = f"{name}-{method[:2]}{number}"
            call = most(method.removesuffix("_all"), "chat_id_list")
            sim.add_member(new)
            ids = [
                sim.add_group(f"old-{new}", chat_id=f"wr-{new}-{n:03d}")
                for n in range(min(size.ids, call + 30))
            ]
            at = number * size.seconds / size.batches
            tries = 5 if (number + len(batches)) % 2 else 1
            batches.append(
                {"method": method, "ids": ids, "new_owner": new, "at": at, "tries": tries}
            )
    return {
        "name": name,
        "owners": owners,
        "groups": groups,
        "batches": batches,
        "today": today,
        **limits,
    }


@cache
def _limits() -> dict[str, int]:
    """Return what the specs limit, and a plan tells the processes."""
    counting = ("statistic", "statistic_group_by_day")
    owners = [most(name, "owner_filter.userid_list") for name in ("list", *counting)]
    spans = (limit(name, "day_end_time", "maxSpanDays") for name in counting)
    reach = (limit(name, "day_begin_time", "maxDaysAgo") for name in counting)
    joining = ("add_join_way", "update_join_way")
    return {
        "most_owners": min(owners),
        "most_days": limit("statistic", "day_end_time", "maxSpanDays"),
        "groups_page": min(25, limit("list", "limit", "maximum")),
        "figures_page": min(30, limit("statistic", "limit", "maximum")),
        "asked_owners": max(owners) + 10,
        "days": min(90, *(3 * span for span in spans), *reach),
        "latest": latest_day(*counting),
        "least_groups": max(1, *(least(name, "chat_id_list") for name in joining)),
    }


def add_faults(sim: Simulator, seed_number: int) -> list[Fault]:
    """Let everything go wrong now and then; the same number strikes the same ordinals."""
    chances: tuple[tuple[str, float, dict[str, Any]], ...] = (
        ("expire_token", 0.003, {}),
        ("refuse_token", 0.003, {}),
        ("drop_before", 0.01, {}),
        ("drop_after", 0.01, {}),
        ("drop_after", 0.005, {"reset": True}),
        ("cut_after", 0.008, {}),
        ("html_before", 0.005, {}),
        ("html_after", 0.005, {}),
        ("status_before", 0.002, {"status": 502}),
        ("status_after", 0.003, {"status": 503}),
        ("empty_after", 0.002, {}),
        ("garbage_after", 0.002, {}),
        ("error", 0.01, {"errcode": -1}),
        ("slow_before", 0.05, {"seconds": 0.04}),
        ("slow_after", 0.03, {"seconds": 0.03}),
        ("slow_after", 0.001, {"seconds": 1.3}),
    )
    added = [
        sim.add_fault(kind, probability=chance, seed=seed_number + number, **options)
        for number, (kind, chance, options) in enumerate(chances)
    ]
    # Batches are few beside reads: they get more of what matters for them.
    for name in ("transfer", "onjob_transfer", "add_join_way", "update_join_way", "del_join_way"):
        for kind in ("drop_before", "drop_after"):
            added.append(
                sim.add_fault(kind, operation=name, probability=0.06, seed=seed_number + len(added))
            )
    tokens: tuple[tuple[str, dict[str, Any]], ...] = (
        ("drop_after", {}),
        ("html_before", {}),
        ("error", {"errcode": -1}),
    )
    for kind, options in tokens:
        options |= {"operation": "gettoken", "seed": seed_number + len(added)}
        added.append(sim.add_fault(kind, probability=0.1, **options))
    added.append(sim.add_concurrency_limit(6))
    added.append(sim.add_rate_limit(300, 0.3))
    return added


def facts_of(sim: Simulator, faults: list[Fault], plans: list[list[dict[str, Any]]]) -> Facts:
    """Return what the simulator knows at the end, all that the invariants are held against."""
    seen = list(sim.requests)
    asked = [one for one in seen if one.operation == "gettoken"]
    added = Counter(
        one.body["state"] for one in seen if one.operation == path_of("add_join_way") and one.done
    )
    return Facts(
        groups={
            one.chat_id: GroupOutcome(one.owner, len(one.handovers), one.create_time)
            for one in sim.groups.values()
        },
        ways={one.state: one.remark for one in sim.join_ways.values()},
        added=dict(added),
        owners={plan["name"]: plan["owners"] for lanes in plans for plan in lanes},
        today=plans[0][0]["today"],
        issued=sim.tokens_issued,
        ended=sim.tokens_ended,
        refused=sum(one.hits for one in faults if one.kind == "refuse_token"),
        asked=len(asked),
        asked_in_vain=sum(one.fault is not None for one in asked),
    )
