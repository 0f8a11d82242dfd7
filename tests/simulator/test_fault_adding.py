"""Adding faults and ending them: names of operations, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from wecom_client.simulator import Simulator

from ..model import fill, needs, path_of
from .helpers import Api


def test_a_fault_that_is_removed_strikes_no_more(api: Api, sim: Simulator) -> None:
    first = sim.add_fault("error", errcode=-1)
    second = sim.add_fault("error", errcode=45009)
    assert api.call("list", limit=1)["errcode"] == -1
    first.remove()
    first.remove()
    assert api.call("list", limit=1)["errcode"] == 45009
    sim.clear_faults()
    second.remove()
    assert api.call("list", limit=1)["errcode"] == 0
    assert repr(first) == "<Fault error, 1 hits>"


@needs("transfer", "get")
@pytest.mark.parametrize(
    ("name", "hits"),
    [
        (path_of("transfer"), 1),
        ("transfer", 1),
        ("groupchat/transfer", 1),
        ("groupchat/get", 0),
    ],
)
def test_an_operation_is_named_by_its_path_or_the_paths_end(
    api: Api, sim: Simulator, name: str, hits: int
) -> None:
    fault = sim.add_fault("error", operation=name, errcode=-1)
    ids = fill("transfer", "chat_id_list", ["wr-none"])
    api.call("transfer", chat_id_list=ids, new_owner="zhangsan")
    assert fault.hits == hits


@pytest.mark.parametrize(
    ("kind", "options", "error", "message"),
    [
        ("dorp_after", {}, ValueError, "no fault 'dorp_after'; there are error, refuse_token"),
        ("drop", {}, ValueError, "drop_before, drop_after"),
        ("drop_after", {"operation": "transfre"}, ValueError, "no operation 'transfre'; there"),
        ("drop_after", {"operation": 7}, TypeError, "operation must be a text"),
        ("drop_after", {"errcode": 1}, TypeError, "drop_after takes reset, not errcode"),
        ("drop_after", {"reset": 1}, TypeError, "reset must be true or false"),
        ("refuse_token", {"seconds": 1}, TypeError, "takes no option of its own, not seconds"),
        ("refuse_token", {"operation": "gettoken"}, ValueError, "gettoken has none"),
        ("error", {}, TypeError, "error needs errcode"),
        ("error", {"errcode": 0}, ValueError, "0, which is success"),
        ("error", {"errcode": "45009"}, TypeError, "errcode must be a whole number"),
        ("status_after", {}, TypeError, "status_after needs status"),
        ("status_after", {"status": 200}, ValueError, "from 300 to 599"),
        ("slow_after", {}, TypeError, "slow_after needs seconds"),
        ("slow_after", {"seconds": 0}, ValueError, "more than 0"),
        ("slow_after", {"seconds": float("inf")}, ValueError, "finite"),
        ("slow_after", {"seconds": True}, TypeError, "seconds must be a number"),
        ("cut_after", {"count": 0}, ValueError, "count must be 1 or more"),
        ("cut_after", {"count": 1.0}, TypeError, "count must be a whole number"),
        ("cut_after", {"skip": -1}, ValueError, "skip must be 0 or more"),
        ("cut_after", {"every": 0}, ValueError, "every must be 1 or more"),
        ("cut_after", {"calls": []}, ValueError, "at least one call"),
        ("cut_after", {"calls": [0]}, ValueError, "calls must be 1 or more"),
        ("cut_after", {"calls": 2}, TypeError, r"such as \[2, 5\]"),
        ("cut_after", {"calls": [2], "skip": 1}, ValueError, "leave skip and every out"),
        ("cut_after", {"probability": 1.5}, ValueError, "from 0 to 1"),
        ("cut_after", {"probability": "1"}, TypeError, "probability must be a number"),
        ("cut_after", {"seed": "x"}, TypeError, "seed must be a whole number"),
        ("cut_after", {"between": (5, 5)}, ValueError, "to a later second"),
        ("cut_after", {"between": (-1, 5)}, ValueError, "from 0"),
        ("cut_after", {"between": (1,)}, ValueError, "two numbers"),
        ("cut_after", {"between": 5}, TypeError, "two numbers"),
    ],
)
def test_a_fault_that_has_no_meaning_is_refused_and_says_what_has(
    sim: Simulator, kind: str, options: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        sim.add_fault(kind, **options)
    assert sim._faults.faults == ()
