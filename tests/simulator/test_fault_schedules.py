"""Schedules of faults: which of the calls that match are struck."""

from __future__ import annotations

from typing import Any

import pytest

from wecom_client.simulator import Simulator

from ..model import needs, path_of
from .helpers import Api, Clock


def _struck(api: Api, calls: int) -> list[int]:
    """Make calls and return the ordinals of those that were struck."""
    codes = [api.call("list", limit=1)["errcode"] for _ in range(calls)]
    return [ordinal for ordinal, errcode in enumerate(codes, 1) if errcode]


@pytest.mark.parametrize(
    ("options", "struck"),
    [
        ({}, [1, 2, 3, 4, 5, 6, 7, 8]),
        ({"count": 2}, [1, 2]),
        ({"skip": 6}, [7, 8]),
        ({"every": 3}, [3, 6]),
        ({"skip": 1, "every": 3}, [4, 7]),
        ({"skip": 1, "every": 2, "count": 2}, [3, 5]),
        ({"calls": (2, 5)}, [2, 5]),
        ({"calls": {2, 5, 7}, "count": 2}, [2, 5]),
        ({"probability": 0}, []),
        ({"probability": 1, "skip": 5}, [6, 7, 8]),
    ],
)
def test_a_schedule_strikes_the_calls_it_names(
    api: Api, sim: Simulator, options: dict[str, Any], struck: list[int]
) -> None:
    fault = sim.add_fault("error", errcode=-1, **options)
    assert _struck(api, 8) == struck
    assert fault.hits == len(struck)


@needs("list", "get")
def test_calls_of_other_operations_do_not_count(api: Api, sim: Simulator) -> None:
    fault = sim.add_fault("error", errcode=-1, operation=path_of("list"), calls=[2])
    for _ in range(3):
        api.call("get", chat_id="wr-none")
    assert _struck(api, 3) == [2]
    assert fault.hits == 1


def test_the_same_seed_strikes_the_same_calls() -> None:
    def struck(seed: int) -> list[int]:
        with Simulator() as sim:
            api = Api(sim)
            sim.add_fault("error", errcode=-1, probability=0.3, seed=seed)
            found = _struck(api, 40)
            api.http.close()
        return found

    first = struck(7)
    assert 3 <= len(first) <= 25
    assert struck(7) == first
    assert struck(8) != first


@needs("list", "get")
def test_two_faults_draw_independently_of_each_other(api: Api, sim: Simulator) -> None:
    alone = sim.add_fault("error", errcode=-1, probability=0.3, seed=7)
    expected = _struck(api, 40)
    alone.remove()
    sim.add_fault("html_before", operation=path_of("get"), probability=0.5, seed=1)
    sim.add_fault("error", errcode=-1, probability=0.3, seed=7)
    assert _struck(api, 40) == expected


@pytest.mark.parametrize(("end", "struck"), [(20, [2, 3]), (None, [2, 3, 4, 5])])
def test_between_counts_seconds_of_the_simulators_clock_from_the_adding_on(
    api: Api, sim: Simulator, clock: Clock, end: int | None, struck: list[int]
) -> None:
    sim.add_fault("error", errcode=-1, between=(10, end))
    found = []
    for ordinal, seconds in enumerate((9, 1, 9, 1, 100), 1):
        clock.now += seconds
        if _struck(api, 1):
            found.append(ordinal)
    assert found == struck


def test_calls_before_the_interval_do_not_count(api: Api, sim: Simulator, clock: Clock) -> None:
    sim.add_fault("error", errcode=-1, between=(10, None), calls=[2])
    assert _struck(api, 3) == []
    clock.now += 10
    assert _struck(api, 3) == [2]
