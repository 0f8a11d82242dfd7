"""A process that is killed while it makes mass messages, and the next one with the same journal."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from wecom_client import JournalError, WeComClient

from ..runtime.loopback import Exchange, Loopback, says, silent
from .callers import customers_a_call, workflow

mass_messages = workflow("mass_messages")

ROOT = Path(__file__).parents[2]
PATH = "externalcontact/add_msg_template"

_SYNC = """
import sys
from wecom_client import WeComClient
from wecom_client.workflows import mass_messages

address, journal, count = sys.argv[1:]
with WeComClient("corp", "a-secret-of-the-tests", base_url=address) as wecom:
    customers = [f"wm{number}" for number in range(int(count))]
    plan = mass_messages.plan_for_customers(wecom, customers, text={"content": "words"})
    mass_messages.create(wecom, plan, journal=journal)
"""

_ASYNC = """
import asyncio, sys
from wecom_client import AsyncWeComClient
from wecom_client.workflows import mass_messages

async def main(address, journal, count):
    async with AsyncWeComClient("corp", "a-secret-of-the-tests", base_url=address) as wecom:
        customers = [f"wm{number}" for number in range(int(count))]
        plan = await mass_messages.plan_for_customers(wecom, customers, text={"content": "words"})
        await mass_messages.create(wecom, plan, journal=journal)

asyncio.run(main(*sys.argv[1:]))
"""


@pytest.mark.parametrize("killed_in", [1, 3])
@pytest.mark.parametrize("program", [_SYNC, _ASYNC], ids=["sync", "async"])
def test_mass_messages_go_on_after_kill_9_and_nobody_is_asked_twice(
    program: str, killed_in: int, tmp_path: Path
) -> None:
    count = 2 * customers_a_call() + 1
    customers = [f"wm{number}" for number in range(count)]
    server, journal, reached = Loopback(), tmp_path / "job.jsonl", threading.Event()

    def hang(exchange: Exchange) -> bool:
        reached.set()
        return silent(exchange)

    answer = says({"errcode": 0, "errmsg": "ok", "msgid": "msg", "fail_list": []})
    server.script(PATH, *[answer] * (killed_in - 1), hang, answer)
    client = WeComClient(access_token="a-token-of-the-tests", base_url=server.base_url)
    process = subprocess.Popen(
        [sys.executable, "-c", program, server.base_url, str(journal), str(count)],
        cwd=ROOT,
    )
    try:
        assert reached.wait(120)
        # The plan is in the file: nobody has to find the customers once more.
        plan = mass_messages.plan_of_journal(client, journal)
        with pytest.raises(JournalError, match="in use by another job"):
            mass_messages.create(client, plan, journal=journal)
        process.kill()
        process.wait(120)
        report = mass_messages.create(client, plan, journal=journal)
    finally:
        process.kill()
        process.wait(120)
        client.close()
        server.stop()
    states = ["made", "made", "made"]
    states[killed_in - 1] = "unknown"
    assert [one.state for one in report.outcomes] == states
    bodies = [json.loads(one.body) for one in server.seen if one.path.endswith(PATH)]
    assert [name for body in bodies for name in body["external_userid"]] == customers
    assert "a-secret-of-the-tests" not in journal.read_text()
