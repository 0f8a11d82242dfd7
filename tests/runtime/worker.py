"""A process that does what it is told on its standard input, one JSON object a line.

It makes a client and calls; while it waits for a lock it says so first.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from wecom_client import (
    FileTokenStore,
    MemoryTokenStore,
    RedisTokenStore,
    TokenStore,
    WeComClient,
    WeComError,
)

from ..exchange import Tools


def say(kind: str, what: Any = None) -> None:
    print(json.dumps([kind, what]), flush=True)


class Client(WeComClient):
    said = False

    def pause(self, seconds: float) -> None:
        if not self.said:
            say("waiting")
        self.said = True
        time.sleep(seconds)


def store_of(kind: str, where: str) -> TokenStore:
    if kind == "file":
        return FileTokenStore(where)
    return RedisTokenStore.from_url(where) if kind == "redis" else MemoryTokenStore()


def call(client: Client) -> None:
    client.said = False
    try:
        answer = client.call("POST", "externalcontact/groupchat/list", json={}, repeatable=True)
    except WeComError as error:
        say("error", str(error))
    else:
        say("answer", answer)


def main() -> None:
    client: Client | None = None
    for line in sys.stdin:
        order = json.loads(line)
        if "store" in order:
            if client is not None:
                client.close()
            client = Client(
                "corp", "secret", base_url=order["base_url"], token_store=store_of(*order["store"])
            )
            client._tools = Tools(sleep=client.pause)  # type: ignore[misc]
            say("ready")
        else:
            assert client is not None
            call(client)


if __name__ == "__main__":
    main()
