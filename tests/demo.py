"""`make demo`: validate, compare, regenerate, then all ten operations against the simulator."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

from generator.layout import display_width
from tests.environment import reach_loopback_directly

WIDTH = 100
UTC8 = timezone(timedelta(hours=8))


def main() -> int:
    """Run the maintainer's part, then the developer's; return the exit code."""
    reach_loopback_directly()
    print("== The maintainer: specs → generator → generated client")
    if generator("validate") != 0:
        return 1
    in_sync = generator("check") == 0
    print(f"generated/ {'was' if in_sync else 'was NOT'} in sync with specs/ and templates/")
    if generator("generate") != 0:
        return 1
    print("\n== The developer: every operation, on the simulator, through the generated client")
    return run_operations()


def generator(verb: str) -> int:
    """Run a verb of the generator as a maintainer does."""
    print(f"$ python -m generator {verb}", flush=True)
    return subprocess.run([sys.executable, "-m", "generator", verb], check=False).returncode


def run_operations() -> int:
    """Call every operation; imported here, so that the client just generated is what runs."""
    from wecom_client import ParameterError, WeComClient
    from wecom_client._operations import OPERATIONS
    from wecom_client.simulator import Simulator

    with Simulator() as sim:
        chats = seed(sim)
        print(f"the simulator serves on {sim.base_url}")
        with WeComClient(sim.corp_id, sim.secret, base_url=sim.base_url) as wecom:
            called = set()
            for call in calls(wecom.externalcontact.groupchat, chats):
                answer = call()
                seen = sim.requests[-1]
                called.add(seen.operation)
                show(f"{seen.method} {seen.path}", seen.body, answer.raw)
            sent = len(sim.requests)
            try:
                wecom.externalcontact.groupchat.transfer([], 7)  # type: ignore[arg-type]
            except ParameterError as error:
                print(f"\nA call that breaks the limits:\n{error}")
            print(f"requests that left for it: {len(sim.requests) - sent}")
    missing = sorted(OPERATIONS.keys() - called - {"gettoken"})
    if missing:
        print(f"not called: {', '.join(missing)}")
        return 1
    print(f"\nAll {len(called)} operations answered.")
    return 0


def seed(sim: Any) -> list[str]:
    """Make a small company: one owner at work, one who left."""
    for userid in ("zhangsan", "lisi", "wangwu"):
        sim.add_member(userid)
    yesterday = datetime.now(UTC8).date() - timedelta(days=1)
    customers = [{"userid": "wm-customer-1", "name": "王语嫣"}]
    made = (datetime.now(UTC8) - timedelta(days=3)).timestamp()
    working = sim.add_group("zhangsan", name="销售客服群", members=customers, create_time=made)
    left = sim.add_group("lisi", name="售后群", members=customers, create_time=made)
    sim.set_messages(working, yesterday, 12)
    sim.resign("lisi")
    return [working, left]


def calls(groupchat: Any, chats: list[str]) -> Iterator[Callable[[], Any]]:
    """Yield one call of each operation, in the order of a working day."""
    working, left = chats
    yesterday = datetime.now(UTC8).date() - timedelta(days=1)
    owners = {"userid_list": ["zhangsan"]}
    yield lambda: groupchat.list(100, status_filter=0)
    yield lambda: groupchat.get(working, need_name=True)
    yield lambda: groupchat.transfer([left], "wangwu")
    yield lambda: groupchat.onjob_transfer([working, left], "wangwu")
    way: list[str] = []

    def add() -> Any:
        answer = groupchat.add_join_way(2, [working], remark="展会", state="booth-7")
        way.append(answer.config_id)
        return answer

    yield add
    yield lambda: groupchat.get_join_way(way[0])
    yield lambda: groupchat.update_join_way(way[0], 1, [working], remark="小程序")
    yield lambda: groupchat.del_join_way(way[0])
    yield lambda: groupchat.statistic(yesterday, owners, order_by=2, limit=10)
    yield lambda: groupchat.statistic_group_by_day(
        yesterday - timedelta(days=1), owners, day_end_time=yesterday
    )


def show(line: str, sent: Any, came: Any) -> None:
    """Print a request and its answer."""
    print(f"\n{line}")
    for mark, value in (("→", sent), ("←", came)):
        for index, text in enumerate(lines(value)):
            print(f"  {mark if index == 0 else ' '} {text}")


def lines(value: Any, taken: int = 6) -> list[str]:
    """Return a value as JSON: on one line where it fits, else a part a line."""
    flat = json.dumps(value, ensure_ascii=False)
    if taken + display_width(flat) <= WIDTH or not isinstance(value, (dict, list)) or not value:
        return [flat]
    if isinstance(value, dict):
        opening, closing = "{}"
        parts = [(f"{json.dumps(key)}: ", one) for key, one in value.items()]
    else:
        opening, closing = "[]"
        parts = [("", one) for one in value]
    found = []
    for index, (key, one) in enumerate(parts):
        inner = lines(one, taken + 3 + len(key))
        inner[-1] += "," if index < len(parts) - 1 else ""
        found += [f"  {key if place == 0 else ''}{text}" for place, text in enumerate(inner)]
    return [opening, *found, closing]


if __name__ == "__main__":
    sys.exit(main())
