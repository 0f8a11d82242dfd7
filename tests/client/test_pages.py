"""Every operation of the specs that comes in pages: none of its jobs takes one page for all."""

from __future__ import annotations

import asyncio
import json
from functools import reduce
from typing import Any

import pytest

from generator.model import Bulk, Operation, Pagination
from generator.targets.python.naming import python_name
from wecom_client import APIError, AsyncWeComClient, WeComClient

from ..exchange import Reply, Send
from ..model import operations
from .operations import COUNTS_OR_NOT, NOON, arguments

pytestmark = COUNTS_OR_NOT
PAGED = [
    (path, job)
    for path, one in operations().items()
    for job in one.jobs
    if isinstance(job, Pagination)
]
READ_WHOLE = [
    (path, job)
    for path, one in operations().items()
    for job in one.jobs
    if isinstance(job, Bulk) and job.pagination is not None
]
STEERING = ("cursor", "offset", "page")
"""What the vendor calls, or begins the names of, parameters that say where a page begins."""
REFUSED = {"errcode": 50100, "errmsg": "the cursor is wrong"}


def pages(operation: Operation, pagination: Pagination) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the example of an answer as the first of two pages, and the second."""
    name, following = pagination.records.name, pagination.next.name
    example = dict(operation.example_response)
    count = len(example[name])
    assert count, f"{operation.location}: the tests need an example with records"
    total = {} if pagination.total is None else {pagination.total.name: 2 * count}
    by_offset = pagination.position.type == "integer"
    first = {**example, **total, following: count if by_offset else "C2"}
    return first, {**example, **total, following: 2 * count if by_offset else ""}


class Transport:
    """Answers one page after the other to each that asks, and a refusal where it is to fail."""

    def __init__(self, answers: list[dict[str, Any]]) -> None:
        self.answers = answers
        self.sent: list[dict[str, Any]] = []

    def send(self, step: Send) -> Reply:
        self.sent.append({**step.request.params, **json.loads(step.body or b"{}")})
        return Reply(200, json.dumps(self.answers.pop(0)).encode())

    def start_anew(self) -> Transport:
        return self

    def close(self) -> None:
        """Do nothing: there are no connections."""


class AsyncTransport(Transport):
    async def send(self, step: Send) -> Reply:  # type: ignore[override]
        return Transport.send(self, step)

    async def aclose(self) -> None:
        """Do nothing: there are no connections."""


class Runner:
    """Takes from what a job returns, in one client or the other, until its end or its error."""

    def __init__(self, answers: list[dict[str, Any]], *, asynchronous: bool) -> None:
        self.transport = AsyncTransport(answers) if asynchronous else Transport(answers)
        self.kind: Any = AsyncWeComClient if asynchronous else WeComClient
        self.asynchronous = asynchronous

    def run(self, path: str, name: str, values: dict[str, Any], times: int = 1) -> list[Any]:
        """Return what came in each of so many attempts to take all, and where each ended."""
        client = self.kind(access_token="t", clock=lambda: NOON)
        client._transport = self.transport
        group: Any = reduce(getattr, map(python_name, path.split("/")[:-1]), client)
        came = getattr(group, name)(**values)
        if self.asynchronous:
            return asyncio.run(self._take_async(came, times))
        return [self._take(came) for _ in range(times)]

    def _take(self, came: Any) -> tuple[list[Any], Exception | None, Any]:
        taken: list[Any] = []
        error: Exception | None = None
        try:
            for one in came:
                taken.append(one)
        except APIError as refusal:
            error = refusal
        return taken, error, getattr(came, "position", None)

    async def _take_async(self, came: Any, times: int) -> list[Any]:
        found: list[Any] = []
        for _ in range(times):
            taken: list[Any] = []
            error: Exception | None = None
            try:
                async for one in came:
                    taken.append(one)
            except APIError as refusal:
                error = refusal
            found.append((taken, error, getattr(came, "position", None)))
        return found


def of_job(path: str, pagination: Pagination) -> dict[str, Any]:
    values = arguments(operations()[path])
    return {key: one for key, one in values.items() if key not in pagination.paged}


BOTH = pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
EACH = pytest.mark.parametrize(("path", "job"), PAGED, ids=[path for path, _ in PAGED])
EACH_READ = pytest.mark.parametrize(
    ("path", "job"), READ_WHOLE, ids=[path for path, _ in READ_WHOLE]
)


@pytest.mark.parametrize("path", operations())
def test_what_takes_a_position_among_pages_says_how_it_is_paged(path: str) -> None:
    """Otherwise a part of a list could only be told from all of it by hand."""
    operation = operations()[path]
    declared = [one.position.name for one in operation.jobs if isinstance(one, Pagination)]
    assert [one.name for one in operation.request if one.name in STEERING] == declared


@BOTH
@EACH
def test_all_pages_come(path: str, job: Pagination, asynchronous: bool) -> None:
    first, second = pages(operations()[path], job)
    runner = Runner([first, second], asynchronous=asynchronous)
    ((taken, error, _),) = runner.run(path, job.name, of_job(path, job))
    assert error is None
    raw = [getattr(one, "raw", one) for one in taken]
    assert raw == [*first[job.records.name], *second[job.records.name]]
    asked = [str(one.get(job.position.name)) for one in runner.transport.sent]
    assert asked == ["None", str(first[job.next.name])]


@BOTH
@EACH
def test_a_second_page_that_fails_raises_and_the_first_is_not_lost(
    path: str, job: Pagination, asynchronous: bool
) -> None:
    first, second = pages(operations()[path], job)
    runner = Runner([first, REFUSED, second], asynchronous=asynchronous)
    (taken, error, position), (rest, none, _) = runner.run(
        path, job.name, of_job(path, job), times=2
    )
    assert isinstance(error, APIError)
    assert len(taken) == len(first[job.records.name])
    given = of_job(path, job)
    expected = first[job.next.name]
    assert position == (tuple(given[job.argument]) if job.replaced else expected)
    assert (len(rest), none) == (len(second[job.records.name]), None)


@BOTH
@EACH_READ
def test_a_bulk_read_has_all_pages_of_an_element_or_none(
    path: str, job: Bulk, asynchronous: bool
) -> None:
    pagination = job.pagination
    assert pagination is not None
    first, second = pages(operations()[path], pagination)
    runner = Runner([first, second, first, REFUSED], asynchronous=asynchronous)
    values = of_job(path, pagination)
    element = values.pop(job.replaced.name)
    options = {job.argument: [element, element], "concurrency": 1, "ordered": True}
    ((taken, error, _),) = runner.run(path, job.name, {**values, **options})
    assert error is None
    whole, cut = taken
    name = pagination.records.name
    assert whole.answer.raw[name] == [*first[name], *second[name]]
    assert whole.answer.unmerged == ()
    assert isinstance(cut.error, APIError)
    assert cut.answer is None
