"""What strict type checkers say of a user's program: nothing where it is right, and each mistake.

They see the package as users' editors do, need no network, and no proxy that works.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

import wecom_client

from ..model import needs
from .names import with_names_of_the_specs

PROGRAM = Path(__file__).with_name("program.py").read_text("utf-8")
HOME = str(Path(wecom_client.__file__).resolve().parents[1])
DEAD = dict.fromkeys(
    ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9"
)
MISTAKES = """
import wecom_client
from wecom_client import AsyncWeComClient, BatchError, PartialFailureError, WeComClient
from wecom_client.externalcontact.groupchat import OwnerFilterParam
from wecom_client.simulator import Simulator

client = WeComClient("corp", "secret", token_store="redis://cache/0")  # wrong
groupchat = client.externalcontact.groupchat

try:
    result = groupchat.transfer_all(["wr"], "zhangsan")
except BatchError as error:
    result = error.result
    print(error.result.dones)  # wrong
    print(error.result.failed[0].errcod)  # wrong
    print(error.result.failed[0].chat_ids)  # wrong
    print(error.result.failed[0].errcode.upper())  # wrong
    print(error.results)  # wrong
except PartialFailureError as failure:
    print(failure.failures[0].errcode.upper())  # wrong
    raise
print(result.failed[0].remidy)  # wrong
print(result.restt)  # wrong

owner_filter: OwnerFilterParam = {"userid_lists": ["abel"]}  # wrong
groupchat.list("100")  # wrong
groupchat.list(100, owner_filter={"userid_list": "abel", "more": 1})  # wrong
groupchat.list(100, owner_filters=owner_filter)  # wrong
for outcome in groupchat.get_many([1]):  # wrong
    print(outcome.answer.group_chat)  # wrong
for group in groupchat.iter_list():
    print(group.chatid)  # wrong
for link in client.externalcontact.customer_acquisition.iter_list_link():
    print(link.link_id)  # wrong
client.externalcontact.iter_transfer_result("a", "b", page_size=3)  # wrong
groupchat.lists(1)  # wrong
groupchat.with_options(rate=1).lists(1)  # wrong
print(wecom_client.externalcontact.groupchats)  # wrong
print(wecom_client.externalcontact.groupchat.lists)  # wrong
wecom_client.externalcontact.groupchat.list.build_request("1")  # wrong
Simulator().add_group(7)  # wrong
Simulator().add_gruop("abel")  # wrong
Simulator(daily_transfers="many")  # wrong
Simulator(daily_transfer=1)  # wrong


async def forgotten(client: AsyncWeComClient) -> str:
    answer = client.externalcontact.groupchat.get("wr")
    await client.externalcontact.groupchat.get_many(["wr"])  # wrong
    return answer.group_chat.name  # wrong
"""


def mypy(folder: Path) -> list[str]:
    """Return the command of mypy --strict."""
    return ["mypy", "--strict", "--config-file=", f"--cache-dir={folder / 'cache'}", "--no-pretty"]


def basedpyright(folder: Path) -> list[str]:
    """Return the command of basedpyright with pyright's strict rules.

    Its own "recommended" rules are about style as well: they forbid `Any` and unused results.
    """
    config = {"typeCheckingMode": "strict", "extraPaths": [HOME], "include": ["*.py"]}
    (folder / "pyrightconfig.json").write_text(json.dumps(config), "utf-8")
    return ["basedpyright", "--project", str(folder), "--pythonpath", sys.executable]


def pyrefly(folder: Path) -> list[str]:
    """Return the command of pyrefly with its strict rules."""
    config = folder / "pyrefly.toml"
    config.write_text(f'preset = "strict"\nsearch-path = [{json.dumps(HOME)}]\n', "utf-8")
    interpreter = ["--python-interpreter-path", sys.executable, "--output-format", "min-text"]
    return ["pyrefly", "check", "--config", str(config), *interpreter]


CHECKERS: list[Callable[[Path], list[str]]] = [mypy, basedpyright, pyrefly]
GUARDED = """
# mypy: warn-unreachable, enable-error-code="redundant-expr"
from wecom_client.externalcontact.groupchat import Groupchat


def name(groupchat: Groupchat, chat_id: str) -> str:
    answer = groupchat.get(chat_id)
    if answer.raw.get("group_chat") is None:
        return ""
    return answer.group_chat.name


def known(groupchat: Groupchat) -> list[int]:
    groups = groupchat.iter_list()
    return [one.status for one in groups if one.raw.get("status") is not None]
"""
UNGUARDED = GUARDED.replace('.raw.get("group_chat")', ".group_chat").replace(
    '.raw.get("status")', ".status"
)
PROGRAMS = {
    "program.py": PROGRAM, "mistakes.py": MISTAKES, "guarded.py": GUARDED, "bare.py": UNGUARDED,
}  # fmt: skip

pytestmark = needs(
    "list", "get", "transfer", "onjob_transfer", "statistic", "statistic_group_by_day"
)


@pytest.fixture(scope="module", params=CHECKERS)
def checker(request: pytest.FixtureRequest) -> Callable[[Path], list[str]]:
    chosen: Callable[[Path], list[str]] = request.param
    if find_spec(chosen.__name__) is None:
        pytest.skip(f"{chosen.__name__} is not installed")
    return chosen


@pytest.fixture(scope="module")
def said(checker: Callable[[Path], list[str]], tmp_path_factory: pytest.TempPathFactory) -> str:
    """What a checker says of all programs."""
    folder = tmp_path_factory.mktemp(checker.__name__)
    for name, program in PROGRAMS.items():
        (folder / name).write_text(with_names_of_the_specs(program), "utf-8")
    done = run(checker, folder)
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_a_checker_takes_a_program_that_is_right(said: str) -> None:
    assert errors_in("program.py", said) == set(), said


def test_a_checker_finds_each_mistake_of_a_program_and_no_other(said: str) -> None:
    marked = {n for n, line in enumerate(MISTAKES.splitlines(), 1) if line.endswith("# wrong")}
    assert errors_in("mistakes.py", said) == marked, said


def test_the_guard_of_the_docstrings_is_taken_by_checkers_that_look_for_dead_code(
    checker: Callable[[Path], list[str]], said: str
) -> None:
    assert errors_in("guarded.py", said) == set(), said
    # pyrefly does not look for comparisons that cannot hold: with it, either guard will do
    assert bool(errors_in("bare.py", said)) is (checker is not pyrefly), said


def run(checker: Callable[[Path], list[str]], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a checker over the programs in a folder; basedpyright takes all of them."""
    name, *options = checker(folder)
    chosen = [] if name == "basedpyright" else PROGRAMS
    return subprocess.run(
        [sys.executable, "-m", name, *options, *chosen],
        cwd=folder,
        env={**os.environ, **DEAD, "MYPYPATH": HOME, "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def errors_in(file: str, said: str) -> set[int]:
    """Return the lines of a file in which a checker shows errors; each puts one on a line."""
    found = re.compile(rf"{re.escape(file)}:([0-9]+)(?!.*\bnote: )")
    lines = (line for line in said.splitlines() if "error" in line.lower())
    return {int(match[1]) for line in lines if (match := found.search(line))}
