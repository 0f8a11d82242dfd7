"""`python -m tests.guides.run PAGE`: run the Python of one Markdown page, on a simulator.

In a process of its own, as a page may import what changes a process. Blocks run in their order, in
one module. A block of "text" after one of Python is what that one prints. A README defines all that
it uses; what the guides may use besides is what `given` returns.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.environment import prepare_command
from wecom_client import AsyncWeComClient, WeComClient
from wecom_client.simulator import Simulator

from .pages import READMES, ROOT, Page

# A day on which the days of the examples can be asked for.
NOW = datetime(2026, 11, 27, 4, tzinfo=UTC).timestamp()


def main() -> int:
    """Run the page that the command line names."""
    prepare_command()
    page = Page(ROOT / sys.argv[1])
    with tempfile.TemporaryDirectory() as folder, Simulator(clock=lambda: NOW) as sim:
        os.chdir(folder)
        Path("var").mkdir()
        Path("poster.png").write_bytes(b"\x89PNG\r\n\x1a\n")
        reach(sim)
        os.environ |= {"WECOM_CORP_ID": sim.corp_id, "WECOM_SECRET": sim.secret}
        chat_ids = seed(sim)
        with WeComClient(sim.corp_id, sim.secret) as wecom:
            names: dict[str, Any] = {"__name__": "__main__"}
            run(page, names if page.name in READMES else names | given(sim, wecom, chat_ids))
    return 0


def reach(sim: Simulator) -> None:
    """Let clients reach the simulator where a page gives them no address: never the platform."""
    defaults = {"base_url": sim.base_url, "clock": lambda: NOW}
    for client in (WeComClient, AsyncWeComClient):
        original: Any = client.__init__

        def reaching(self: Any, *given: Any, _original: Any = original, **options: Any) -> None:
            _original(self, *given, **(options if "base_url" in options else defaults | options))

        setattr(client, "__init__", reaching)  # noqa: B010


def given(sim: Simulator, wecom: WeComClient, chat_ids: list[str]) -> dict[str, Any]:
    """Return what the guides take for granted; the first one says so."""
    return {
        "corp_id": sim.corp_id,
        "secret": sim.secret,
        "sim": sim,
        "wecom": wecom,
        "groupchat": wecom.externalcontact.groupchat,
        "chat_ids": chat_ids,
        "owners": ["abel", "zhangsan"],
        "save": lambda key, value: None,
    }


def seed(sim: Simulator) -> list[str]:
    """Make the company of the examples; return the groups of a member who left."""
    for userid in ("zhangsan", "abel"):
        sim.add_member(userid)
    sim.add_group("abel", members=["wm-one"])
    chat_ids = [sim.add_group("lisi", members=["wm-one", "wm-two"]) for _ in range(3)]
    sim.resign("lisi")
    for external_userid in ("wm-one", "wm-two"):
        sim.add_customer("abel", external_userid)
    return chat_ids


def run(page: Page, names: dict[str, Any]) -> None:
    """Run the blocks of a page; a function `test_…` that a block defines is called."""
    printed = io.StringIO()
    ended_on = 0
    for block in page.blocks:
        if block.language == "text" and block.line == ended_on + 3:
            said = printed.getvalue()
            assert said == block.text, f"{page.name}:{block.line}: it prints\n{said}"
        if block.language != "python":
            continue
        printed = io.StringIO()
        code = compile("\n" * (block.line - 1) + block.text, page.path, "exec")
        with contextlib.redirect_stdout(printed):
            exec(code, names)  # noqa: S102
            for name in [one for one in names if one.startswith("test_")]:
                names.pop(name)()
        ended_on = block.ends
    if isinstance(names.get("wecom"), WeComClient):  # a page may have made one of its own
        names["wecom"].close()


if __name__ == "__main__":
    sys.exit(main())
