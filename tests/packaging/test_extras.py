"""The core alone, and each extra alone: what is missing is said by an ImportError that names it."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]

# What needs an extra, and how a program comes to it.
USES = {
    "async": 'wecom_client.AsyncWeComClient("corp", "secret")',
    "redis": 'wecom_client.RedisTokenStore.from_url("redis://127.0.0.1:1/0")',
    "simulator": "wecom_client.simulator.Simulator",
}

# An environment in which some packages are not installed, as far as imports can tell.
PROGRAM = """
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
from wecom_client._operations import OPERATIONS

wecom_client.WeComClient("corp", "secret", token_store=MemoryTokenStore()).close()
for module in OPERATIONS.values():
    importlib.import_module(module).OPERATION
try:
    if "simulator" in sys.argv[2]:
        import wecom_client.simulator
    eval(sys.argv[2])
except ImportError as error:
    told = [error, error.__cause__, error.__context__]
    print("\\n".join(str(one) for one in told if one is not None))
    print(type(error).__name__)
else:
    print("it works")
"""


def packages(extra: str) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return {Requirement(text).name for text in project["optional-dependencies"][extra]}


def use(needed: str, installed: set[str]) -> str:
    """Return what a program says that needs an extra, where only these packages are installed."""
    missing = set().union(*map(packages, USES)) - installed
    arguments = [",".join(sorted(missing)) or "-", USES[needed]]
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM, *arguments],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert ran.stderr == ""
    return ran.stdout


def test_every_extra_for_users_is_used_here() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["optional-dependencies"].keys() - {"dev"} == USES.keys()


@pytest.mark.parametrize("needed", USES)
def test_the_core_alone_says_which_extra_is_missing(needed: str) -> None:
    said = use(needed, installed=set())
    assert f'pip install "wecom-client[{needed}]"' in said.splitlines()[0]
    assert said.splitlines()[-1] == "ImportError"


@pytest.mark.parametrize("installed", USES)
@pytest.mark.parametrize("needed", USES)
def test_an_extra_alone_gives_its_own_part_and_names_the_others(
    needed: str, installed: str
) -> None:
    said = use(needed, packages(installed))
    if packages(needed) <= packages(installed):
        assert said == "it works\n"
    else:
        assert f'pip install "wecom-client[{needed}]"' in said.splitlines()[0]
