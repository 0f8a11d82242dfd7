"""A process that is killed in the middle of a batch, and the next one with the same journal."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from wecom_client import JournalError, WeComClient

from ..model import needs
from ..runtime.loopback import Exchange, Loopback, says, silent

ROOT = Path(__file__).parents[2]
PATH = "externalcontact/groupchat/transfer"
CHATS = [f"wr{number}" for number in range(230)]

_SYNC = """
import sys
from wecom_client import WeComClient

address, journal, *chats = sys.argv[1:]
with WeComClient("corp", "a-secret-of-the-tests", base_url=address) as wecom:
    wecom.externalcontact.groupchat.transfer_all(chats, "abel", journal=journal)
"""

_ASYNC = """
import asyncio, sys
from wecom_client import AsyncWeComClient

async def main(address, journal, *chats):
    async with AsyncWeComClient("corp", "a-secret-of-the-tests", base_url=address) as wecom:
        await wecom.externalcontact.groupchat.transfer_all(chats, "abel", journal=journal)

asyncio.run(main(*sys.argv[1:]))
"""


@needs("transfer")
@pytest.mark.parametrize("killed_in", [1, 2, 3])
@pytest.mark.parametrize("program", [_SYNC, _ASYNC], ids=["sync", "async"])
def test_a_batch_goes_on_after_kill_9_and_sends_nothing_twice(
    program: str, killed_in: int, tmp_path: Path
) -> None:
    server, journal, reached = Loopback(), tmp_path / "job.jsonl", threading.Event()

    def hang(exchange: Exchange) -> bool:
        reached.set()
        return silent(exchange)

    answer = says({"errcode": 0, "errmsg": "ok", "failed_chat_list": []})
    server.script(PATH, *[answer] * (killed_in - 1), hang, answer)
    client = WeComClient(access_token="a-token-of-the-tests", base_url=server.base_url)
    groupchat: Any = client.externalcontact.groupchat
    command = [sys.executable, "-c", program, server.base_url, str(journal), *CHATS]
    process = subprocess.Popen(command, cwd=ROOT)
    try:
        assert reached.wait(60)
        with pytest.raises(JournalError, match="in use by another job"):
            groupchat.transfer_all(CHATS, "abel", journal=journal)
        process.kill()
        process.wait(120)
        result = groupchat.transfer_all(CHATS, "abel", journal=journal)
    finally:
        process.kill()
        process.wait(120)
        client.close()
        server.stop()
    lost = CHATS[killed_in * 100 - 100 : killed_in * 100]
    assert result.unknown == result.rest == tuple(lost)
    assert {*result.done} == {*CHATS} - {*lost}
    bodies = [json.loads(one.body) for one in server.seen if one.path.endswith(PATH)]
    asked = [name for body in bodies for name in body["chat_id_list"]]
    assert sorted(asked) == sorted(CHATS)
    content = journal.read_text()
    assert "token-1" not in content
    assert "a-secret-of-the-tests" not in content
