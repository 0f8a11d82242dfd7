"""The core alone, and each extra alone: what is missing is said by an ImportError that names it.

The extra `speed` gives nothing that is not there without it: nothing is said.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from wecom_client.simulator import Simulator

from ..model import OPERATIONS, needs

ROOT = Path(__file__).resolve().parents[2]

# What needs an extra, and how a program comes to it.
USES = {
    "async": 'wecom_client.AsyncWeComClient("corp", "secret")',
    "redis": 'wecom_client.RedisTokenStore.from_url("redis://127.0.0.1:1/0")',
    "simulator": "wecom_client.simulator.Simulator",
}

# What makes the same things faster.
FASTER = {"speed"}

# An environment in which some packages are not installed, as far as imports can tell.
PROGRAM = """
import json
import sys

class Missing:
    names = set(sys.argv[1].split(","))

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in self.names:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Missing())
import importlib
import wecom_client
from wecom_client import FileTokenStore, MemoryTokenStore, TokenStore, WeComClient

wecom_client.WeComClient("corp", "secret", token_store=MemoryTokenStore()).close()
for module in sys.argv[2].split(","):
    importlib.import_module(module).OPERATION
said = []
for use in sys.argv[3:]:
    try:
        if "simulator" in use:
            import wecom_client.simulator
        eval(use)
    except ImportError as error:
        told = [error, error.__cause__, error.__context__]
        said.append([*map(str, filter(None, told)), type(error).__name__])
    else:
        said.append(["it works"])
print(json.dumps(said))
"""


def packages(extra: str) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return {Requirement(text).name for text in project["optional-dependencies"][extra]}


@cache
def said(*installed: str) -> dict[str, list[str]]:
    """Return what a program says where it uses each extra, and these alone are installed."""
    missing = set().union(*map(packages, USES)) - set().union(*map(packages, installed))
    lists = (",".join(sorted(missing)), ",".join(OPERATIONS.values()))
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM, *lists, *USES.values()],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert ran.stderr == ""
    return dict(zip(USES, json.loads(ran.stdout), strict=True))


def test_every_extra_for_users_is_used_here() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["optional-dependencies"].keys() - {"dev"} == USES.keys() | FASTER


READ = """
import json
import sys

corp_id, secret, base_url, chat_id, speed = sys.argv[1:]
if speed == "without":
    sys.modules["msgspec"] = None
from wecom_client import WeComClient

with WeComClient(corp_id, secret, base_url=base_url) as wecom:
    answer = wecom.externalcontact.groupchat.get(chat_id)
print(json.dumps([sys.modules.get("msgspec") is not None, repr(answer), answer.raw]))
"""


@needs("get")
def test_an_answer_is_the_same_with_speed_and_without() -> None:
    with Simulator() as sim:
        chat_id = sim.add_group("abel", members=["cain"])
        told = [
            subprocess.run(
                [sys.executable, "-c", READ, sim.corp_id, sim.secret, sim.base_url, chat_id, speed],
                check=True,
                capture_output=True,
                text=True,
                timeout=120,
            ).stdout
            for speed in ("with", "without")
        ]
    (is_used, *fast), (is_used_without, *usual) = map(json.loads, told)
    assert (is_used, is_used_without) == (True, False)
    assert fast == usual


@pytest.mark.parametrize("needed", USES)
def test_the_core_alone_says_which_extra_is_missing(needed: str) -> None:
    told = said()[needed]
    assert f'pip install "wecom-client[{needed}]"' in told[0]
    assert told[-1] == "ImportError"


@pytest.mark.parametrize("installed", USES)
@pytest.mark.parametrize("needed", USES)
def test_an_extra_alone_gives_its_own_part_and_names_the_others(
    needed: str, installed: str
) -> None:
    told = said(installed)[needed]
    if packages(needed) <= packages(installed):
        assert told == ["it works"]
    else:
        assert f'pip install "wecom-client[{needed}]"' in told[0]
