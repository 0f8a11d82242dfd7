"""The check of a transfer as large as may be, against validators made from the same spec."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Annotated, Any

import fastjsonschema
from pydantic import BaseModel, ConfigDict, Field

from generator.spec.json_schema import object_schema
from tests.declarations import Object, Report
from tests.model import least, limit, module_of, most, operation

from .measure import Row, interleave, row, timed

NEEDS = ("transfer",)
OWNER = "zhangsan"

Check = Callable[[list[Any], str], object]


def chat_ids() -> list[str]:
    """Return as many ids as a transfer takes."""
    number = most("transfer", "chat_id_list")
    return [f"wrOgQhDgAAMYQiS5ol9G7gK9JV{n:04d}" for n in range(number)]


def page_size() -> int:
    """Return how many groups a page of the list has here."""
    return min(100, limit("list", "limit", "maximum"))


def _pydantic_model() -> type[BaseModel]:
    """Return the spec's limits as a pydantic user writes them."""
    fewest, greatest = least("transfer", "chat_id_list"), most("transfer", "chat_id_list")

    class TransferModel(BaseModel):
        model_config = ConfigDict(strict=True, extra="forbid")

        chat_id_list: Annotated[
            list[Annotated[str, Field(min_length=1)]],
            Field(min_length=fewest, max_length=greatest),
        ]
        new_owner: str = Field(min_length=1)

    return TransferModel


def rows(quick: bool) -> Iterator[Row]:
    """Compare the whole request builder, and its check alone."""
    contenders, ids = checks(), chat_ids()
    for name, check in contenders.items():
        _prove(name, check)
    tasks = [timed(partial(check, ids, OWNER), 200) for check in contenders.values()]
    taken = interleave(tasks, 5 if quick else 300)
    seconds = dict(zip(contenders, taken, strict=True))
    for name in ("build_request", "REQUEST.check"):
        for other, aim in (("fastjsonschema", 0.80), ("pydantic", None)):
            what = f"check of a transfer of {len(ids)} ids, {name}"
            yield row(what, [seconds[name], seconds[other]], other, aim)


def checks() -> dict[str, Check]:
    """Return the contenders, ours and others."""
    schema = object_schema(operation("transfer").request)
    model = _pydantic_model()
    validate = fastjsonschema.compile(schema)
    return {
        "build_request": module_of("transfer").build_request,
        "REQUEST.check": partial(_check_alone, module_of("transfer").REQUEST),
        "fastjsonschema": lambda ids, owner: validate({"chat_id_list": ids, "new_owner": owner}),
        "pydantic": lambda ids, owner: model(chat_id_list=ids, new_owner=owner),
    }


def _check_alone(request: Object, ids: list[Any], owner: str) -> None:
    report = Report()
    request.check({"chat_id_list": ids, "new_owner": owner}, "", report)
    if report.problems:
        raise ValueError(report.problems)


def _prove(name: str, check: Check) -> None:
    """Make sure that a contender does what is measured."""
    ids = chat_ids()
    check(ids, OWNER)
    for bad in ([], [*ids, "one more"], [*ids[1:], ""], [*ids[1:], 7]):
        try:
            check(bad, OWNER)
        except ValueError:
            continue
        raise AssertionError(f"{name} takes {len(bad)} ids that end in {bad[-1:]}")
