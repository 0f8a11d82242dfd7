"""`make demo`: validate, compare, regenerate, then every operation against the simulator."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
import warnings
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta, timezone
from functools import reduce
from typing import Any, NamedTuple

from generator.targets.python.layout import display_width
from generator.targets.python.naming import Namespaces, python_name
from tests.environment import prepare_command
from tests.progress import progress

WIDTH = 100
UTC8 = timezone(timedelta(hours=8))


def main() -> int:
    """Run the maintainer's part, then the developer's; return the exit code."""
    prepare_command()
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
    with progress(f"generator {verb}"):
        return subprocess.run([sys.executable, "-m", "generator", verb], check=False).returncode


def run_operations() -> int:
    """Call every operation; imported here, so that the client just generated is what runs."""
    from wecom_client import WeComClient
    from wecom_client.simulator import Simulator

    with Simulator() as sim:
        chats = seed(sim)
        print(f"the simulator serves on {sim.base_url}")
        with WeComClient(sim.corp_id, sim.secret, base_url=sim.base_url) as wecom:
            known, existing = calls(wecom, chats), calls_of_the_specs(wecom, chats)
            sure = known.keys() - unsure()
            ends = {
                path: carry_out(call, sim, is_sure=path in sure, is_shown=path in known)
                for path, call in existing.items()
            }
            show_in_short({path: end for path, end in ends.items() if path not in known})
            walk_across_families(wecom, sim)
            break_limits(wecom, sim)
    print()
    for path in sorted(known.keys() - existing.keys()):
        print(f"left out, as the specs do not have it: {path}")
    for path, end in ends.items():
        if end.reason:
            print(f"{'FAILED' if end.is_failure else 'left out'}: {path}: {end.reason}")
    answered = [path for path, end in ends.items() if not end.reason]
    print(f"{'All ' * (len(answered) == len(ends))}{len(answered)} operations answered.")
    return 1 if any(end.is_failure for end in ends.values()) else 0


class End(NamedTuple):
    """What came of a call that was not answered; of one that was, an empty reason."""

    reason: str = ""
    is_failure: bool = False
    errcode: int = 0


def unsure() -> set[str]:
    """Return the operations that need a join way, where the specs cannot make one any more."""
    from tests.model import has, path_of

    join_ways = ("get_join_way", "update_join_way", "del_join_way")
    return set() if has("add_join_way") else set(map(path_of, join_ways))


def carry_out(call: Callable[[], Any], sim: Any, *, is_sure: bool, is_shown: bool) -> End:
    """Make a call; one that is known only by its example, say, may be refused."""
    import pytest

    from wecom_client import APIError, ParameterError

    try:
        came = call().raw
    except pytest.skip.Exception as error:
        return End(str(error))  # it needs what an operation makes that the specs lack
    except (ParameterError, TypeError) as error:
        return End(str(error), is_failure=True)
    except APIError as error:
        if is_sure:
            return End(str(error), is_failure=True)
        came = {"errcode": error.errcode, "errmsg": error.errmsg}
    if is_shown:
        seen = sim.requests[-1]
        show(f"{seen.method} {seen.path}", seen.body, came)
    return End(errcode=came["errcode"])


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


def calls_of_the_specs(wecom: Any, chats: list[str]) -> dict[str, Callable[[], Any]]:
    """Return a call of each operation that the specs have; of one unknown here, its example."""
    from tests.model import operations

    known = calls(wecom, chats)
    ours = {path: call for path, call in known.items() if path in operations()}
    return {**ours, **{path: by_example(wecom, path) for path in operations() if path not in known}}


def calls(wecom: Any, chats: list[str]) -> dict[str, Callable[[], Any]]:
    """Return a call of each operation that we know, in the order of a working day.

    What the specs limit is kept to; an operation that they lack is never asked for.
    """
    from tests.model import GROUPCHAT, fill, limit

    groupchat = wecom.externalcontact.groupchat
    working, left = chats
    way: list[str] = []

    def owners(name: str) -> dict[str, list[str]]:
        return {"userid_list": fill(name, "owner_filter.userid_list", ["zhangsan"])}

    def last_day(name: str) -> date:
        days = timedelta(days=limit(name, "day_begin_time", "minDaysAgo"))
        return datetime.now(UTC8).date() - days

    def add() -> Any:
        groups = fill("add_join_way", "chat_id_list", [working])
        answer = groupchat.add_join_way(2, groups, remark="展会", state="booth-7")
        way.append(answer.config_id)
        return answer

    def config_id() -> str:
        return way[0] if way else "made elsewhere"

    own = {
        "list": lambda: groupchat.list(min(100, limit("list", "limit", "maximum"))),
        "get": lambda: groupchat.get(working, need_name=True),
        "transfer": lambda: groupchat.transfer(fill("transfer", "chat_id_list", [left]), "wangwu"),
        "onjob_transfer": lambda: groupchat.onjob_transfer(
            fill("onjob_transfer", "chat_id_list", [working, left]), "wangwu"
        ),
        "add_join_way": add,
        "get_join_way": lambda: groupchat.get_join_way(config_id()),
        "update_join_way": lambda: groupchat.update_join_way(
            config_id(), 1, fill("update_join_way", "chat_id_list", [working]), remark="小程序"
        ),
        "del_join_way": lambda: groupchat.del_join_way(config_id()),
        "statistic": lambda: groupchat.statistic(
            last_day("statistic"), owners("statistic"), order_by=2, limit=10
        ),
        "statistic_group_by_day": lambda: groupchat.statistic_group_by_day(
            last_day("statistic_group_by_day") - timedelta(days=1),
            owners("statistic_group_by_day"),
            day_end_time=last_day("statistic_group_by_day"),
        ),
    }
    return {f"{GROUPCHAT}/{name}": call for name, call in own.items()}


def by_example(wecom: Any, path: str) -> Callable[[], Any]:
    """Return a call of an operation that this file does not know: the example of its spec.

    Its days are moved into those that count today.
    """
    from tests.client.operations import days_ago, file_of_text
    from tests.model import operations
    from wecom_client import ParameterWarning

    operation, today = operations()[path], datetime.now(UTC8).date()
    example = dict(operation.example_request)
    for field in operation.request:
        if field.format == "day":
            example[field.name] = today - timedelta(days=days_ago(operation, field))
        if field.is_file and field.name in example:
            example[field.name] = file_of_text(field, example[field.name])

    def call() -> Any:
        method = reduce(getattr, Namespaces().names(path), wecom)
        with warnings.catch_warnings():
            # some of the documents' examples hold what the platform ignores
            warnings.simplefilter("ignore", ParameterWarning)
            return method(**{python_name(name): value for name, value in example.items()})

    return call


def break_limits(wecom: Any, sim: Any) -> None:
    """Call an operation with a wrong value for each parameter that it requires."""
    from tests.model import has, operations, path_of
    from wecom_client import ParameterError

    wrong = {"string": 7, "integer": "7", "number": "7", "array": []}
    path = path_of("transfer") if has("transfer") else next(iter(operations()), None)
    if path is None:
        return
    values = [wrong.get(one.type) for one in operations()[path].request if one.required]
    sent = len(sim.requests)
    try:
        reduce(getattr, Namespaces().names(path), wecom)(*values)
    except ParameterError as error:
        print(f"\nA call that breaks the limits:\n{error}")
    print(f"requests that left for it: {len(sim.requests) - sent}")


def show(line: str, sent: Any, came: Any) -> None:
    """Print a request and its answer."""
    print(f"\n{line}")
    for mark, value in (("→", sent), ("←", came)):
        for index, text in enumerate(lines(value)):
            print(f"  {mark if index == 0 else ' '} {text}")


def show_in_short(ends: Mapping[str, End]) -> None:
    """Print that the examples of the pages were answered: with many operations, no more."""
    if not ends:
        return
    print("\nThe others, by their pages' examples (→ code: it names what this company has not):")
    folders: dict[str, list[str]] = {}
    for path, end in ends.items():
        folder, _, name = path.rpartition("/")
        if not end.reason:
            shown = f"{name}→{end.errcode}" if end.errcode else name
            folders.setdefault(folder, []).append(shown)
    for folder, names in folders.items():
        said = f"{folder}/: {', '.join(names)}"
        print(textwrap.fill(said, WIDTH, initial_indent="  ", subsequent_indent="    "))


WALK = ("add_contact_way", "batch/get_by_user", "add_corp_tag", "mark_tag", "add_msg_template",
        "get_groupmsg_send_result", "transfer_customer", "transfer_result")  # fmt: skip


def walk_across_families(wecom: Any, sim: Any) -> None:
    """Follow a customer from one family of operations to the next."""
    from tests.model import operations

    gone = [one for name in WALK if (one := f"externalcontact/{name}") not in operations()]
    print("\nA walk across families:")
    if gone:
        print(f"  left out, as the specs do not have {', '.join(gone)}")
        return
    contact = wecom.externalcontact
    way = contact.add_contact_way(1, 2, user=["zhangsan"], state="booth-7")
    customer = sim.add_customer("zhangsan", name="王语嫣", via=way.config_id)
    (found,) = contact.batch.iter_get_by_user(["zhangsan"])
    print(f"  {found.external_contact.name} came through the contact way {found.follow_info.state}")
    tags = contact.add_corp_tag([{"name": "VIP"}], group_name="level").tag_group
    contact.mark_tag("zhangsan", customer, add_tag=[tags.tag[0].id])
    (found,) = contact.batch.iter_get_by_user(["zhangsan"])
    print(f"  zhangsan gave her the tag {tags.tag[0].name}: {[*found.follow_info.tag_id]}")
    message = contact.add_msg_template(
        external_userid=[customer], sender="zhangsan", text={"content": "新品上市"}
    )
    sim.send_message(message.msgid, "zhangsan")
    (sent,) = contact.iter_get_groupmsg_send_result(message.msgid, "zhangsan")
    print(f"  the mass message reached her: status {sent.status}")
    contact.transfer_customer("zhangsan", "wangwu", [customer])
    (moved,) = contact.iter_transfer_result("zhangsan", "wangwu")
    print(f"  wangwu takes her over within 24 hours: status {moved.status}")


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
