"""`extra`: what the platform takes and the spec does not have yet, by every operation and job."""

from __future__ import annotations

import asyncio
import json
from enum import Enum
from typing import Any

import pytest

from generator.model import Field, Job, Pagination
from generator.targets.python.naming import python_name
from wecom_client import AsyncWeComClient, Operation, ParameterError, Settings, WeComClient

from ..declarations import Object, String
from ..exchange import Reply, Send
from ..model import operations
from .operations import COUNTS_OR_NOT, NOON, arguments, build, parameters

pytestmark = COUNTS_OR_NOT
JOBS = [(path, job) for path, one in operations().items() for job in one.jobs]


def new(path: str) -> dict[str, Any]:
    """Return what the vendor has and the spec does not; a query takes plain values alone."""
    operation = operations()[path]
    has_json = operation.method == "POST" and not any(one.is_file for one in operation.request)
    return {"new_name": {"of": ["it", 1, None]} if has_json else "x"}


class Transport:
    """Notes the parameters, and answers that all went well."""

    def __init__(self) -> None:
        self.sent: list[dict[str, Any]] = []

    def send(self, step: Send) -> Reply:
        body = json.loads(step.body or b"{}") if step.request.files is None else {}
        self.sent.append({**parameters(step.request), **body})
        return Reply(200, b'{"errcode": 0, "errmsg": "ok"}')

    def start_anew(self) -> Transport:
        return self

    def close(self) -> None:
        """Do nothing: there are no connections."""


class AsyncTransport(Transport):
    async def send(self, step: Send) -> Reply:  # type: ignore[override]
        return Transport.send(self, step)

    async def aclose(self) -> None:
        """Do nothing: there are no connections."""


def sent(path: str, method: str, values: dict[str, Any], *, asynchronous: bool) -> list[Any]:
    """Call a method of a generated client, and return the parameters that it sent, by call."""
    kind: Any = AsyncWeComClient if asynchronous else WeComClient
    wecom = kind(access_token="t", clock=lambda: NOON)
    wecom._transport = transport = AsyncTransport() if asynchronous else Transport()
    group: Any = wecom
    for part in path.split("/")[:-1]:
        group = getattr(group, part)

    async def run() -> None:
        came = getattr(group, method)(**values)
        if hasattr(came, "__aiter__"):
            _ = [one async for one in came]
        else:
            await came

    if asynchronous:
        asyncio.run(run())
    else:
        came = getattr(group, method)(**values)
        if hasattr(came, "__next__"):
            list(came)
    return transport.sent


def of_job(path: str, job: Job) -> dict[str, Any]:
    """Return arguments of a job: those of the example, as the job takes them."""
    values = arguments(operations()[path])
    taken = {one.name for one in job.fields}
    found = {name: value for name, value in values.items() if name in taken}
    if job.replaced is not None:
        given = found.pop(job.replaced.name)
        found[job.argument] = given if isinstance(given, list) else [given, f"{given}2"]
    if isinstance(job, Pagination):
        found.pop(job.position.name, None)
    return found


@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("path", operations())
def test_every_operation_sends_what_is_extra(path: str, asynchronous: bool) -> None:
    values = arguments(operations()[path])
    name = python_name(path.rpartition("/")[2])
    before = sent(path, name, values, asynchronous=asynchronous)
    after = sent(path, name, {**values, "extra": new(path)}, asynchronous=asynchronous)
    assert after == [{**before[0], **new(path)}]
    assert parameters(build(path, {**values, "extra": new(path)})) == after[0]


@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize(("path", "job"), JOBS, ids=[f"{path}-{job.name}" for path, job in JOBS])
def test_each_call_of_a_job_sends_what_is_extra(path: str, job: Job, asynchronous: bool) -> None:
    values = of_job(path, job)
    before = sent(path, job.name, values, asynchronous=asynchronous)
    after = sent(path, job.name, {**values, "extra": new(path)}, asynchronous=asynchronous)
    assert before
    assert sorted(after, key=str) == sorted(({**one, **new(path)} for one in before), key=str)


def problems_of(path: str, extra: Any, **settings: Any) -> list[tuple[str, str]]:
    with pytest.raises(ParameterError) as caught:
        build(path, {**arguments(operations()[path]), "extra": extra}, **settings)
    return [(problem.path, problem.rule) for problem in caught.value.problems]


@pytest.mark.parametrize("checks", ["error", "warn", "off"])
@pytest.mark.parametrize("path", [path for path, one in operations().items() if one.request])
def test_a_parameter_is_not_extra(path: str, checks: str) -> None:
    """It would be sent unchecked, or in the place of the one that was checked."""
    names = [one.name for one in operations()[path].request if not one.properties]
    found = problems_of(path, dict.fromkeys(names, "x"), checks=checks)
    assert found == [(f"extra.{name}", "additionalProperties") for name in names]


@pytest.mark.parametrize("extra", ["x", ["x"], 3, [("a", 1)]])
def test_extra_is_an_object(extra: Any) -> None:
    assert problems_of(next(iter(operations())), extra) == [("extra", "type")]


def test_what_is_extra_has_text_for_names_and_no_token() -> None:
    found = problems_of(next(iter(operations())), {3: "x", "access_token": "t"})
    assert found == [("extra", "type"), ("extra.access_token", "additionalProperties")]


def nested() -> list[tuple[str, str, tuple[str, ...]]]:
    """Return operations with an object parameter, its name and the way to one of its members."""
    return [
        (path, one.name, _way_in(one))
        for path, operation in operations().items()
        for one in operation.request
        if one.properties and one.type == "object"
    ]


def _way_in(field: Field) -> tuple[str, ...]:
    """Return the names that lead to a member that is no object itself."""
    first = field.properties[0]
    return (first.name, *(_way_in(first) if first.type == "object" else ()))


@pytest.mark.parametrize(("path", "name", "way"), nested())
def test_an_object_is_added_to(path: str, name: str, way: tuple[str, ...]) -> None:
    values = arguments(operations()[path])
    before = build(path, values).json
    after = build(path, {**values, "extra": {name: {"new_list": [1]}}}).json
    assert after == {**before, name: {**before.get(name, {}), "new_list": [1]}}
    assert build(path, values).json == before
    member: Any = "x"
    for part in reversed(way):
        member = {part: member}
    found = problems_of(path, {name: member})
    assert found == [(".".join(["extra", name, *way]), "additionalProperties")]


def test_problems_of_what_is_extra_stand_beside_the_others() -> None:
    path = next(path for path, one in operations().items() if any(f.required for f in one.request))
    required = next(one.name for one in operations()[path].request if one.required)
    values = {**arguments(operations()[path]), required: None, "extra": "x"}
    with pytest.raises(ParameterError) as caught:
        build(path, values)
    assert [problem.path for problem in caught.value.problems] == ["extra", required]


class Name(str, Enum):  # noqa: UP042 -- the older kind is what is tried
    NEW = "new_name"


class Odd(str):
    """A text that compares with nothing."""

    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        raise RuntimeError


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("name", [Name.NEW, Odd("new_name")], ids=["enumeration", "odd"])
def test_a_name_goes_out_as_its_text_whatever_its_class(method: str, name: Any) -> None:
    operation = Operation("any/thing", method, True, "")
    request = operation.build(Object({"kind": String()}), {"kind": "a"}, Settings(), {name: 5})
    [(_, value), (sent_name, _)] = (request.json or request.params).items()
    assert (value, type(sent_name), sent_name) == ("a", str, "new_name")


@pytest.mark.parametrize(
    "value", [[1], None, 10**5000, b"x"], ids=["array", "null", "huge", "bytes"]
)
def test_what_no_query_holds_is_a_problem(value: Any) -> None:
    operation = Operation("any/thing", "GET", True, "")
    with pytest.raises(ParameterError) as caught:
        operation.build(Object({}), {}, Settings(), {"new_name": value})
    assert [problem.path for problem in caught.value.problems] == ["extra.new_name"]
