"""The check of a transfer of 100 groups, against validators made from the same spec."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Annotated, Any

import fastjsonschema
from pydantic import BaseModel, ConfigDict, Field

from generator.analyze import read_api
from generator.json_schema import object_schema
from generator.model import Group
from wecom_client._runtime.problems import Report
from wecom_client.externalcontact.groupchat import transfer

from .measure import ROOT, Row, row, take_turns, timed

OWNER = "zhangsan"
CHAT_IDS = [f"wrOgQhDgAAMYQiS5ol9G7gK9JV{number:04d}" for number in range(100)]

Check = Callable[[list[Any], str], object]


class TransferModel(BaseModel):
    """The spec's limits as a pydantic user writes them."""

    model_config = ConfigDict(strict=True, extra="forbid")

    chat_id_list: list[Annotated[str, Field(min_length=1)]] = Field(min_length=1, max_length=100)
    new_owner: str = Field(min_length=1)


def rows(quick: bool) -> Iterator[Row]:
    """Compare the whole request builder, and its check alone."""
    contenders = checks()
    for name, check in contenders.items():
        _prove(name, check)
    tasks = [timed(partial(check, CHAT_IDS, OWNER), 200) for check in contenders.values()]
    taken = take_turns(tasks, 5 if quick else 300)
    seconds = dict(zip(contenders, taken, strict=True))
    for name in ("build_request", "REQUEST.check"):
        for other, aim in (("fastjsonschema", 0.80), ("pydantic", None)):
            what = f"check of a transfer of 100 ids, {name}"
            yield row(what, [seconds[name], seconds[other]], other, aim)


def checks() -> dict[str, Check]:
    """Return the contenders, ours and others."""
    schema = object_schema(_operation("externalcontact/groupchat", "transfer").request)
    validate = fastjsonschema.compile(schema)
    return {
        "build_request": transfer.build_request,
        "REQUEST.check": _check_alone,
        "fastjsonschema": lambda ids, owner: validate({"chat_id_list": ids, "new_owner": owner}),
        "pydantic": lambda ids, owner: TransferModel(chat_id_list=ids, new_owner=owner),
    }


def _check_alone(ids: list[Any], owner: str) -> None:
    report = Report()
    transfer.REQUEST.check({"chat_id_list": ids, "new_owner": owner}, "", report)
    if report.problems:
        raise ValueError(report.problems)


def _prove(name: str, check: Check) -> None:
    """Make sure that a contender does what is measured."""
    check(CHAT_IDS, OWNER)
    for bad in ([], [*CHAT_IDS, "one more"], [*CHAT_IDS[1:], ""], [*CHAT_IDS[1:], 7]):
        try:
            check(bad, OWNER)
        except ValueError:
            continue
        raise AssertionError(f"{name} takes {len(bad)} ids that end in {bad[-1:]}")


def _operation(path: str, name: str) -> Any:
    group: Group = read_api(ROOT / "specs").root
    while group.path != path:
        group = next(one for one in group.groups if path.startswith(one.path))
    return next(one for one in group.operations if one.name == name)
