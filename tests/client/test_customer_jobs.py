"""Customers handed over in batches through both clients, against the simulator."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.model import at_path
from wecom_client import AsyncWeComClient, BatchError, WeComClient
from wecom_client.simulator import Simulator

from ..model import operations

Run = Callable[[Callable[[Any], Any]], Any]

TRANSFER, RESULT = (
    f"externalcontact/resigned/{name}" for name in ("transfer_customer", "transfer_result")
)

pytestmark = pytest.mark.skipif(
    not {TRANSFER, RESULT} <= operations().keys(), reason="the specs have no transfers of customers"
)


@pytest.fixture
def sim() -> Iterator[Simulator]:
    with Simulator() as simulator:
        yield simulator


@pytest.fixture(params=["sync", "async"])
def run(request: pytest.FixtureRequest, sim: Simulator) -> Run:
    """Return what runs a method of the client to its end, and lists what it iterates over."""

    def run_sync(work: Callable[[Any], Any]) -> Any:
        with WeComClient(sim.corp_id, sim.secret, base_url=sim.base_url) as wecom:
            came = work(wecom.externalcontact)
            return list(came) if hasattr(came, "__next__") else came

    async def run_async(work: Callable[[Any], Any]) -> Any:
        async with AsyncWeComClient(sim.corp_id, sim.secret, base_url=sim.base_url) as wecom:
            came = work(wecom.externalcontact)
            return [one async for one in came] if hasattr(came, "__anext__") else await came

    if request.param == "sync":
        return run_sync
    return lambda work: asyncio.run(run_async(work))


def test_customers_of_a_leaver_are_handed_over_through_a_lost_answer(
    sim: Simulator, run: Run, tmp_path: Path
) -> None:
    sim.add_member("lisi")
    sim.add_member("zhangsan")
    field = at_path(operations()[TRANSFER].request, "external_userid")
    call = int(field.max_items or 0) if field is not None else 0
    customers = [sim.add_customer("lisi", f"wm{number}") for number in range(2 * call + 50)]
    sim.resign("lisi")
    stranger, journal = "wm-of-nobody", tmp_path / "job.jsonl"
    given = [*customers[:call], stranger, *customers[call:]]

    def transfer(contact: Any) -> Any:
        return contact.resigned.transfer_customer_all("lisi", "zhangsan", given, journal=journal)

    sim.add_fault("drop_after", operation=TRANSFER, calls=(2,))
    with pytest.raises(BatchError):
        run(transfer)
    result = run(transfer)
    assert result.unknown == tuple(given[call : 2 * call])
    assert {*result.done} == {*given[:call], *given[2 * call :]}
    states = run(lambda contact: contact.resigned.iter_transfer_result("lisi", "zhangsan"))
    begun = {one.external_userid for one in states if one.status in (1, 2)}
    settled = result.settled({name: name in begun for name in result.unknown})
    assert {*settled.done} == {*customers}
    assert settled.not_tried == settled.rest == (stranger,)
    last = run(
        lambda contact: contact.resigned.transfer_customer_all("lisi", "zhangsan", settled.rest)
    )
    assert [(one.external_userid, bool(one.errcode)) for one in last.failed] == [(stranger, True)]
    assert last.failed[0].meaning
