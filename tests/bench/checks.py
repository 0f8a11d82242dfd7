"""Requests checked as users send them, against validators made from the same specs.

`check` is what `build_request` does first, of the same dict as fastjsonschema is given: like is
compared with like, and so it carries the aim. A user pays `build_request`, which makes the request
too, as pydantic makes its model: it must not be slower than that, and to fastjsonschema, which
makes nothing, it is told without an aim. The others know no days and no rules between parameters:
what ours does besides counts against ours.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any, Literal

import fastjsonschema
from pydantic import BaseModel, ConfigDict, Field, create_model

from generator import model
from generator.spec.json_schema import object_schema
from tests.client.operations import DAY, arguments, days_ago, fields_below, put
from tests.declarations import Object, accepted
from tests.model import limit, module_of, most, operation

from .measure import Row, interleave, row, timed

NEEDS = ("transfer", "list", "add_join_way", "statistic")
OWNER = "zhangsan"

Contender = Callable[[Mapping[str, Any]], Callable[[], object]]
"""Takes a request's values and returns what checks them, with as little round it as a user has."""


@dataclass(frozen=True)
class Case:
    """One request, and the ratio to fastjsonschema that is aimed at."""

    what: str
    operation: str
    values: Mapping[str, Any]
    aim: float


def chat_ids() -> list[str]:
    """Return as many ids as a transfer takes."""
    number = most("transfer", "chat_id_list")
    return [f"wrOgQhDgAAMYQiS5ol9G7gK9JV{n:04d}" for n in range(number)]


def page_size() -> int:
    """Return how many groups a page of the list has here."""
    return min(100, limit("list", "limit", "maximum"))


def cases() -> list[Case]:
    """Return what is measured: the largest transfer, the shortest call, and calls with it all."""
    ids, size = chat_ids(), page_size()
    transfer = {"chat_id_list": ids, "new_owner": OWNER}
    return [
        Case(f"transfer of {len(ids)} ids", "transfer", transfer, 0.30),
        Case(f"list({size})", "list", {"limit": size}, 0.60),
        Case("list, all parameters", "list", _example("list"), 0.60),
        Case("add_join_way, all parameters", "add_join_way", _example("add_join_way"), 0.60),
        Case("statistic, all parameters", "statistic", _example("statistic"), 0.60),
    ]


def _example(name: str) -> dict[str, Any]:
    """Return the document's example with days that count today."""
    found = operation(name)
    days = {
        one.name: int(time.time()) - days_ago(found, one) * DAY
        for one in found.request
        if one.format == "day"
    }
    return {**arguments(found), **days}


def rows(quick: bool) -> Iterator[Row]:
    """Compare the check alone, and the whole request builder."""
    for case in cases():
        found = contenders(case.operation)
        for name, contender in found.items():
            _prove(name, contender, case)
        tasks = [timed(contender(case.values), 200) for contender in found.values()]
        taken = dict(zip(found, interleave(tasks, 5 if quick else 200), strict=True))
        for name, other, aim in (
            ("check", "fastjsonschema", case.aim),
            ("check", "pydantic", 1.00),
            ("build_request", "fastjsonschema", None),
            ("build_request", "pydantic", 1.00),
        ):
            yield row(f"{case.what}: {name}", [taken[name], taken[other]], other, aim)


def contenders(name: str) -> dict[str, Contender]:
    """Return what checks requests of an operation, ours and others."""
    ours, request = module_of(name), operation(name).request
    pydantic = _pydantic_model(name, request)
    validate = fastjsonschema.compile(object_schema(request))
    return {
        "build_request": lambda values: partial(ours.build_request, **values),
        "check": lambda values: partial(_check_alone, ours.REQUEST, values),
        "fastjsonschema": lambda values: partial(validate, values),
        "pydantic": lambda values: partial(pydantic, **values),
    }


def _check_alone(request: Object, values: Mapping[str, Any]) -> None:
    if accepted(request, values, time.time) is None:
        raise ValueError(values)


def _pydantic_model(name: str, fields: Sequence[model.Field]) -> type[BaseModel]:
    """Return an object's limits as a pydantic user writes them."""
    members: dict[str, Any] = {
        one.name: _pydantic_type(one) if one.required else (_pydantic_type(one) | None, None)
        for one in fields
    }
    config = ConfigDict(strict=True, extra="forbid")
    made: type[BaseModel] = create_model(name, __config__=config, **members)
    return made


def _pydantic_type(one: model.Field) -> Any:
    if one.type == "object":
        return _pydantic_model(one.name, one.properties)
    if one.enum is not None:
        return Literal[tuple(one.enum)]
    if one.items is not None:
        sizes = Field(min_length=one.min_items, max_length=one.max_items)
        return Annotated[list[_pydantic_type(one.items)], sizes]  # type: ignore[misc]
    limits = {word: one.constraints.get(key) for key, word in _PYDANTIC_WORDS.items()}
    kinds = {"string": str, "integer": int, "number": float, "boolean": bool}
    return Annotated[kinds[one.type], Field(**limits)]  # type: ignore[arg-type]


_PYDANTIC_WORDS = {
    "minLength": "min_length",
    "maxLength": "max_length",
    "minimum": "ge",
    "maximum": "le",
}


def _prove(name: str, contender: Contender, case: Case) -> None:
    """Make sure that a contender does what is measured."""
    contender(case.values)()
    for bad in _near_misses(case):
        try:
            contender(bad)()
        except ValueError:
            continue
        raise AssertionError(f"{case.operation}: {name} takes {bad}")


def _near_misses(case: Case) -> Iterator[dict[str, Any]]:
    """Return requests that are wrong in one place."""
    values, fields = dict(case.values), operation(case.operation).request
    for way, one in fields_below(fields):
        yield put(values, way, b"of no type that JSON has", fields)
        if one.items is not None and one.max_items is not None:
            ids = ["id"] * one.max_items
            for wrong in ([], [*ids, "one more"], [*ids[1:], ""], [*ids[1:], 7]):
                yield put(values, way, wrong, fields)
