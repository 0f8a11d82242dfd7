"""Limits: too many calls in a time, too many at the same time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import yaml

import wecom_client
from wecom_client import FrequencyLimit
from wecom_client.simulator import Simulator
from wecom_client.simulator.faults import Fault

from ..model import SPECS, fill, needs, path_of
from .helpers import Api, Clock, Gate, at


def _codes(api: Api, calls: int, name: str = "list", **body: Any) -> list[int]:
    return [int(api.call(name, **(body or {"limit": 1}))["errcode"]) for _ in range(calls)]


def test_the_call_above_the_rate_begins_a_block_as_long_as_the_window(
    api: Api, sim: Simulator, clock: Clock
) -> None:
    limit = sim.add_rate_limit(3, 60)
    assert _codes(api, 3) == [0, 0, 0]
    clock.now += 30
    assert _codes(api, 1) == [45009]
    clock.now += 59
    assert _codes(api, 2) == [45009, 45009]
    clock.now += 1
    assert _codes(api, 4) == [0, 0, 0, 45009]
    assert limit.hits == 4
    assert [item.fault for item in sim.requests[-2:]] == [None, "rate_limit"]


def test_calls_at_the_rate_are_never_refused(api: Api, sim: Simulator, clock: Clock) -> None:
    sim.add_rate_limit(3, 60)
    for _ in range(20):
        assert _codes(api, 1) == [0]
        clock.now += 20


def test_any_window_counts_and_not_only_that_of_the_clocks_minutes(
    api: Api, sim: Simulator, clock: Clock
) -> None:
    sim.add_rate_limit(3, 60)
    assert _codes(api, 1) == [0]
    clock.now += 59
    assert _codes(api, 2) == [0, 0]
    clock.now += 1
    assert _codes(api, 2) == [0, 45009]


@pytest.fixture
def limits(sim: Simulator, monkeypatch: pytest.MonkeyPatch) -> Fault:
    """Small limits, as if the platform had these."""
    stated = (
        FrequencyLimit(2, "minute", "company"),
        FrequencyLimit(3, "hour", "address"),
        FrequencyLimit(1, "minute", "application"),
        FrequencyLimit(1, "day", "company", "groupchat/get"),
    )
    monkeypatch.setattr(wecom_client, "FREQUENCY_LIMITS", stated)
    return sim.add_platform_limits()


def test_the_limits_of_the_platform_hold_for_each_operation_apart(
    api: Api, clock: Clock, limits: Fault
) -> None:
    assert _codes(api, 3) == [0, 0, 45009]
    assert _codes(api, 2, "get", chat_id="wr") != [45009, 45009]
    clock.now += 60
    assert _codes(api, 2) == [0, 45009]  # the third of an hour, and what is refused counts not
    clock.now += 3599
    assert _codes(api, 1) == [45009]
    clock.now += 1
    assert _codes(api, 3) == [0, 0, 45009]
    assert limits.kind == "platform_limits"


@needs("get")
def test_a_limit_of_a_day_lasts_until_the_day_ends_in_utc8(
    api: Api, sim: Simulator, clock: Clock, limits: Fault
) -> None:
    chat_id = sim.add_group("lisi")
    clock.now = at("2024-05-15 23:00")
    assert _codes(api, 2, "get", chat_id=chat_id) == [0, 45009]
    clock.now += 3599
    assert _codes(api, 1, "get", chat_id=chat_id) == [45009]
    clock.now += 1
    assert _codes(api, 2, "get", chat_id=chat_id) == [0, 45009]


def test_the_limits_are_those_of_the_specs() -> None:
    stated = yaml.safe_load((SPECS / "frequency_limits.yaml").read_text("utf-8"))
    limits = [FrequencyLimit(**row) for row in stated["limits"]]
    assert [*wecom_client.FREQUENCY_LIMITS] == limits
    assert FrequencyLimit(10_000, "minute", "company") in limits


@needs("transfer")
def test_a_call_above_the_rate_is_not_carried_out(api: Api, sim: Simulator) -> None:
    sim.add_member("zhangsan")
    chat_ids = [sim.add_group("lisi") for _ in range(2)]
    sim.resign("lisi")
    sim.add_rate_limit(1, 60, operation="transfer")
    for chat_id in chat_ids:
        ids = fill("transfer", "chat_id_list", [chat_id])
        api.call("transfer", chat_id_list=ids, new_owner="zhangsan")
    assert [sim.groups[chat_id].owner for chat_id in chat_ids] == ["zhangsan", "lisi"]
    assert [(item.done, item.errcode) for item in sim.requests[-2:]] == [(True, 0), (False, 45009)]


@needs("list", "get")
def test_a_limit_counts_its_own_operation_or_all_together_but_gettoken(
    api: Api, sim: Simulator
) -> None:
    own = sim.add_rate_limit(1, 60, operation=path_of("list"))
    assert 45009 not in _codes(api, 3, "get", chat_id="wr-none")
    assert _codes(api, 2) == [0, 45009]
    own.remove()
    sim.add_rate_limit(3, 60)
    for _ in range(4):
        api.renew()
    assert _codes(api, 2) == [0, 0]
    assert _codes(api, 2, "get", chat_id="wr-none")[1:] == [45009]
    assert _codes(api, 1) == [45009]


@needs("list", "get")
def test_more_calls_at_the_same_time_than_allowed_are_refused(
    api: Api, sim: Simulator, gate: Gate
) -> None:
    held = 4
    sim.add_fault("slow_before", operation=path_of("list"), seconds=1, count=held)
    limit = sim.add_concurrency_limit(held, operation=path_of("list"))
    callers = [Api(sim) for _ in range(held)]
    with ThreadPoolExecutor(held) as pool:
        waiting = [pool.submit(caller.call, "list", limit=1) for caller in callers]
        gate.wait_for(held)
        assert _codes(api, 2) == [45033, 45033]
        assert api.call("get", chat_id="wr-none")["errcode"] != 45033
        gate.open()
        assert [future.result(timeout=60)["errcode"] for future in waiting] == [0] * held
    assert _codes(api, 6) == [0] * 6
    assert limit.hits == 2
    for caller in callers:
        caller.http.close()


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "html_after"])
def test_a_call_that_a_fault_struck_gives_its_place_back(
    api: Api, sim: Simulator, kind: str
) -> None:
    sim.add_concurrency_limit(1)
    api.renew()
    fault = sim.add_fault(kind, count=3)
    for _ in range(3):
        with pytest.raises((OSError, ValueError)):
            api.call("list", limit=1)
    assert fault.hits == 3
    assert _codes(api, 3) == [0, 0, 0]


def test_a_call_that_one_limit_refuses_holds_no_place_in_another(api: Api, sim: Simulator) -> None:
    sim.add_concurrency_limit(1)
    limit = sim.add_rate_limit(1, 60)
    assert _codes(api, 3) == [0, 45009, 45009]
    limit.remove()
    assert _codes(api, 2) == [0, 0]


@pytest.mark.parametrize(
    ("calls", "seconds", "error"),
    [(0, 60, ValueError), (1, 0, ValueError), ("1", 60, TypeError), (1, "60", TypeError)],
    ids=repr,
)
def test_a_limit_without_meaning_is_refused(
    sim: Simulator, calls: Any, seconds: Any, error: type[Exception]
) -> None:
    with pytest.raises(error, match=r"calls|seconds"):
        sim.add_rate_limit(calls, seconds)


def test_a_limit_of_an_unknown_operation_is_refused(sim: Simulator) -> None:
    with pytest.raises(ValueError, match="no operation 'lsit'"):
        sim.add_concurrency_limit(1, operation="lsit")
