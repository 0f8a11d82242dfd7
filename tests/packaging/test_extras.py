"""The core alone, and each extra alone: what is missing is said by an ImportError that names it."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from ..model import OPERATIONS

ROOT = Path(__file__).resolve().parents[2]

# What needs an extra, and how a program comes to it.
USES = {
    "async": 'wecom_client.AsyncWeComClient("corp", "secret")',
    "redis": 'wecom_client.RedisTokenStore.from_url("redis://127.0.0.1:1/0")',
    "simulator": "wecom_client.simulator.Simulator",
}

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
    assert project["optional-dependencies"].keys() - {"dev"} == USES.keys()


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
