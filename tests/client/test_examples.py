"""The pages' examples, through both clients and the simulator.

A simulator without behaviours answers with the page's example. What a behaviour carries out is
asked in a company in which there is what the examples name, `example_company.json`.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

import pytest

from generator.model import Field, Pagination
from wecom_client import APIError, AsyncWeComClient, WeComClient
from wecom_client.simulator import Simulator, behaviours
from wecom_client.simulator.base import BaseSimulator
from wecom_client.simulator.seed import load_seed

from ..model import GROUPCHAT, operations
from .operations import COUNTS_OR_NOT, NOON, arguments, method_at


def carried_out() -> Iterator[str]:
    """Yield the paths of the operations that a behaviour of the simulator carries out."""
    for found in pkgutil.iter_modules(behaviours.__path__, f"{behaviours.__name__}."):
        behaviour = getattr(importlib.import_module(found.name), "BEHAVIOUR", None)
        if behaviour is not None:
            yield from (f"{behaviour.group}/{name}" for name in behaviour.routes)


ANSWERED = [path for path, one in operations().items() if one.example_response]


class Bare(BaseSimulator):
    """A simulator that has no behaviour, and answers with examples alone."""

    behaviours: ClassVar[Mapping[str, Any]] = {}
    _left_out = ()


def example_of(path: str) -> dict[str, Any]:
    """Return the example of an answer, a page's as the last one."""
    operation = operations()[path]
    following = {job.next.name for job in operation.jobs if isinstance(job, Pagination)}
    return {key: one for key, one in operation.example_response.items() if key not in following}


@pytest.fixture
def sim() -> Iterator[Bare]:
    with Bare(lambda: NOON, 0, {}, record_requests=False) as simulator:
        yield simulator


@COUNTS_OR_NOT
@pytest.mark.parametrize("path", ANSWERED)
def test_the_example_goes_out_and_the_examples_answer_comes_back(path: str, sim: Bare) -> None:
    with WeComClient(sim.corp_id, sim.secret, base_url=sim.base_url, clock=lambda: NOON) as wecom:
        answer = method_at(wecom, path)(**arguments(operations()[path]))
    assert answer.raw == example_of(path)


@COUNTS_OR_NOT
@pytest.mark.parametrize("path", ANSWERED)
def test_the_asynchronous_client_gets_the_same_answer(path: str, sim: Bare) -> None:
    async def ask() -> Any:
        async with AsyncWeComClient(
            sim.corp_id, sim.secret, base_url=sim.base_url, clock=lambda: NOON
        ) as wecom:
            return await method_at(wecom, path)(**arguments(operations()[path]))

    answer = asyncio.run(ask())
    assert answer.raw == example_of(path)


def left_out(fields: Iterable[Field], record: Any, way: str = "") -> Iterator[str]:
    """Yield the ways of the fields that a record of an example lacks, though nothing says when."""
    for one in fields if isinstance(record, dict) else ():
        here = f"{way}{one.name}"
        if one.name not in record:
            yield from () if one.condition else (here,)
            continue
        value = record[one.name]
        members = one.properties or (one.items.properties if one.items else ())
        for each in value if isinstance(value, list) else [value]:
            yield from left_out(members, each, f"{here}.")


@pytest.mark.parametrize("path", [path for path, one in operations().items() if one.response])
def test_a_field_that_an_example_leaves_out_says_when_it_is_there(path: str) -> None:
    operation = operations()[path]
    assert not {*left_out(operation.response, operation.example_response or None)}


PAGED = [
    (path, job)
    for path in ANSWERED
    for job in operations()[path].jobs
    if isinstance(job, Pagination)
]


@COUNTS_OR_NOT
@pytest.mark.parametrize(("path", "job"), PAGED, ids=[path for path, _ in PAGED])
def test_the_pages_of_an_example_come_to_an_end(path: str, job: Pagination, sim: Bare) -> None:
    values = arguments(operations()[path])
    taken = {key: value for key, value in values.items() if key not in job.paged}
    with WeComClient(sim.corp_id, sim.secret, base_url=sim.base_url, clock=lambda: NOON) as wecom:
        method = method_at(wecom, f"{path.rpartition('/')[0]}/{job.name}")
        found = [getattr(one, "raw", one) for one in method(**taken)]
    assert found == operations()[path].example_response[job.records.name]


_COMPANY = Path(__file__).with_name("example_company.json")
_OF_RESIGNED = "/resigned/"
_OF_RULES = ("strategy_tag", "strategy_tag_list")
_OF_MOMENTS = "add_moment_task"
_AGAINST_ITS_PAGE = {
    # three members, although the page has one behind a way of type 1
    "externalcontact/add_contact_way": 41041,
    "externalcontact/update_contact_way": 41041,
    # no seed makes the job, whose id is good for a day
    "externalcontact/get_moment_task_result": 40058,
}
CARRIED_OUT = sorted(
    path
    for path in {*carried_out()} & operations().keys()
    if path.rpartition("/")[0] != GROUPCHAT  # test_operations calls those with ids of its own
)


def asked_for(path: str) -> dict[str, Any]:
    """Return the example of a request, of the pages of a list the first one."""
    paged = {
        name for job in operations()[path].jobs if isinstance(job, Pagination) for name in job.paged
    }
    values = arguments(operations()[path])
    return {name: value for name, value in values.items() if name not in paged}


def _seed(path: str) -> dict[str, Any]:
    """Return what an operation's example names, as far as the specs have a behaviour for it.

    Pages share ids: a member is in service on one and has resigned on another, a tag is one of the
    company, or of a rule group, and an upload is for moments, or for product albums.
    """
    each = Simulator.behaviours.values()
    known = {"members", *(key for one in each for key in one.seeds)}
    seed = json.loads(_COMPANY.read_text("utf-8"))
    for group in seed["tag_groups"] if path.endswith(_OF_RULES) else ():
        group["strategy_id"] = 1
    for upload in seed["media_uploads"] if path.endswith(_OF_MOMENTS) else ():
        upload["attachment_type"] = 1
    return {key: one for key, one in seed.items() if key in known}


@contextmanager
def _company(path: str, folder: Path) -> Iterator[dict[str, Any]]:
    """Serve the company of an operation's example; yield how a client reaches it."""
    simulator = Simulator(clock=lambda: NOON)
    seed = folder / "seed.json"
    seed.write_text(json.dumps(_seed(path)))
    load_seed(seed, simulator)
    if _OF_RESIGNED in path:
        simulator.resign("zhangsan")
    with simulator:
        yield {
            "corp_id": simulator.corp_id,
            "secret": simulator.secret,
            "base_url": simulator.base_url,
            "clock": lambda: NOON,
        }


async def _ask(path: str, options: dict[str, Any]) -> Any:
    async with AsyncWeComClient(**options) as wecom:
        return await method_at(wecom, path)(**asked_for(path))


@COUNTS_OR_NOT
@pytest.mark.parametrize("path", CARRIED_OUT)
def test_the_example_is_carried_out_where_there_is_what_it_names(path: str, tmp_path: Path) -> None:
    expected = _AGAINST_ITS_PAGE.get(path, 0)
    with _company(path, tmp_path) as options, WeComClient(**options) as wecom:
        assert _code(lambda: method_at(wecom, path)(**asked_for(path))) == expected
    with _company(path, tmp_path) as options:
        assert _code(lambda: asyncio.run(_ask(path, options))) == expected


def _code(call: Callable[[], Any]) -> int:
    try:
        return int(call().errcode)
    except APIError as error:
        return error.errcode
