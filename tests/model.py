"""What the specs say, for tests: operations, their limits, and what to do where one is gone.

From the specs themselves, and from the two tables that the generator makes of all of them.

Sizes, limits and names of tests come from here, so that an edit of the specs changes the tests with
the client. A fact that a test states on purpose stands in that test alone, which says so.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.jobs import operation_names
from generator.jobs.batch import daily_quota as _daily_quota
from generator.model import Field, Group, Operation, at_path
from generator.targets import read_api
from wecom_client._error_table import ERRORS as ERRORS
from wecom_client._operations import OPERATIONS as OPERATIONS
from wecom_client.simulator.behaviours.groupchat import BEHAVIOUR

SPECS = Path(__file__).resolve().parents[1] / "specs"
GROUPCHAT = "externalcontact/groupchat"
KNOWN = frozenset(BEHAVIOUR.routes)
"""The operations of customer groups that tests may call: those that the simulator carries out."""


@cache
def operations() -> Mapping[str, Operation]:
    """Return the model of every operation by its path."""
    found: dict[str, Operation] = {}
    pending: list[Group] = [read_api(SPECS).root]
    while pending:
        group = pending.pop()
        pending.extend(group.groups)
        found.update({operation.path: operation for operation in group.operations})
    return dict(sorted(found.items()))


def path_of(name: str) -> str:
    """Return the path of an operation of customer groups."""
    return f"{GROUPCHAT}/{name}"


def has(name: str) -> bool:
    """Whether the specs have an operation; one that nobody knows is a slip of the pen."""
    if name not in KNOWN:
        raise LookupError(f"customer groups have no operation {name!r}")
    return path_of(name) in operations()


def existing(names: Iterable[str]) -> list[str]:
    """Return those of some operations that the specs have."""
    return [name for name in names if has(name)]


def reason(names: Iterable[str]) -> str:
    """Say which of some operations the specs lack; nothing where they have all."""
    gone = sorted(path_of(name) for name in names if not has(name))
    return f"the specs have no {', '.join(gone)}" if gone else ""


def needs(*names: str) -> pytest.MarkDecorator:
    """Return the mark of a test that calls operations: without one of them it is skipped."""
    gone = reason(names)
    return pytest.mark.skipif(bool(gone), reason=gone)


def need(*names: str) -> None:
    """Skip the test that is running where the specs lack one of these operations."""
    if gone := reason(names):
        pytest.skip(gone)


class _Methods:
    """The methods of customer groups; to ask for those of an operation that is gone skips."""

    def __init__(self, groupchat: object) -> None:
        self._groupchat = groupchat

    def __getattr__(self, method: str) -> Any:
        if not hasattr(self._groupchat, method):
            need(*(operation_names(method) if method not in KNOWN else [method]))
        return getattr(self._groupchat, method)


def methods(wecom: Any) -> Any:
    """Return the customer groups of a client of either kind."""
    return _Methods(wecom.externalcontact.groupchat)


def module_of(name: str) -> Any:
    """Return the generated module of an operation, or skip."""
    need(name)
    return importlib.import_module(OPERATIONS[path_of(name)])


def operation(name: str) -> Operation:
    """Return the model of an operation, or skip."""
    need(name)
    return operations()[path_of(name)]


def parameter(name: str, way: str) -> Field:
    """Return a parameter by its way, such as `owner_filter.userid_list`."""
    found = at_path(operation(name).request, way)
    if found is None:
        pytest.skip(f"{path_of(name)} has no parameter {way}")
    return found


def limit(name: str, way: str, rule: str) -> int:
    """Return a limit of a parameter by its keyword, such as `maxItems`."""
    stated = parameter(name, way).constraints.get(rule)
    if stated is None:
        pytest.skip(f"{path_of(name)} states no {rule} of {way}")
    return int(stated)


def most(name: str, way: str) -> int:
    """Return how many elements a call takes of an array."""
    return limit(name, way, "maxItems")


def least(name: str, way: str) -> int:
    """Return how many elements a call takes at least."""
    return parameter(name, way).min_items or 0


def fill(name: str, way: str, elements: Iterable[str]) -> list[str]:
    """Return elements, the last again and again until there are as many as a call needs."""
    found = list(elements)
    return found + found[-1:] * (least(name, way) - len(found))


def need_limit(name: str, way: str, rule: str, number: int) -> None:
    """Skip the test that is running where a limit is too low for what it is about."""
    if limit(name, way, rule) < number:
        pytest.skip(f"{path_of(name)}: {rule} of {way} is below the {number} that this test needs")


def portions(name: str, way: str, elements: Sequence[str]) -> list[list[str]]:
    """Return elements in lists that a call takes, each with as many as it needs."""
    size = most(name, way)
    parts = (elements[begin : begin + size] for begin in range(0, len(elements), size))
    return [fill(name, way, part) for part in parts]


def outside(name: str, way: str, rule: str) -> Any:
    """Return a value that breaks one rule of a parameter, and only by one."""
    if rule == "enum":
        return max(parameter(name, way).enum or {}) + 1
    bound = limit(name, way, rule)
    size = bound + 1 if rule.startswith("max") else bound - 1
    if rule.endswith("Items"):
        return ["wr"] * size
    return "群" * size if rule.endswith("Length") else size


def nested(way: str, value: Any) -> dict[str, Any]:
    """Return the arguments in which a value stands at a way."""
    for name in reversed(way.split(".")):
        value = {name: value}
    found: dict[str, Any] = value
    return found


def latest_day(*names: str) -> int:
    """Return how many days ago the latest day is that all of these can be asked for."""
    asked = [
        parameter(name, "day_begin_time").constraints.get("minDaysAgo") for name in existing(names)
    ]
    return max((days for days in asked if days is not None), default=0)


def daily_quota(name: str) -> int:
    """Return how many elements a day the platform takes of an operation."""
    found = _daily_quota(operation(name))
    if found is None:
        pytest.skip(f"{path_of(name)} states no quota of a day")
    return found


def on_purpose(what: str, where: str) -> str:
    """Return the message of the one test that states a fact of the specs."""
    return f"this test states {what} on purpose; where the specs change it, change it here: {where}"
