"""`python -m tests.packaging.wheel [WHEEL]`: install a wheel alone, and call every operation.

Without an argument, the wheel is built from this checkout. What it calls is what the demonstration
sends, on a simulator of this environment; the wheel itself comes into an empty one.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Sequence
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

from generator.targets.python.naming import python_name
from tests.demo import calls, calls_of_the_specs, seed, unsure
from tests.environment import reach_loopback_directly
from tests.model import OPERATIONS
from tests.progress import progress
from wecom_client import APIError, WeComClient
from wecom_client.simulator import SeenRequest, Simulator
from wecom_client.simulator.query import values_of

ROOT = Path(__file__).resolve().parents[2]
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.egg-info")
PROGRAM = Path(__file__).with_name("every_operation.py")


def main(arguments: Sequence[str]) -> int:
    """Build, install, call; return the exit code."""
    environment = dict(os.environ)  # pip goes through the proxies that calls on loopback do not
    reach_loopback_directly()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wheel = Path(arguments[0]) if arguments else build(folder)
        print(f"{wheel.name}: alone in an empty environment")
        with progress("installing the wheel"):
            python = install(wheel, folder, environment)
        plan = {"strangers": strangers(), "calls": recorded(), "left_out": sorted(unsure()),
                "modules": dict(OPERATIONS)}  # fmt: skip
        with Simulator() as sim:
            seed(sim)
            client = {"corp_id": sim.corp_id, "secret": sim.secret, "base_url": sim.base_url}
            done = subprocess.run(
                [python, "-I", "-W", "error", PROGRAM],
                input=json.dumps({**plan, "client": client}),
                text=True,
                cwd=folder,
                check=False,
            )
    return done.returncode


def build(folder: Path) -> Path:
    """Build the wheel of this checkout with the locked build backend."""
    # In a copy: setuptools leaves a folder in which files of older builds go on to the next wheel.
    source = folder / "source"
    shutil.copytree(ROOT / "generated", source / "generated", ignore=_LEFT_OUT)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy2(ROOT / name, source / name)
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet"]
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", *options]
    subprocess.run([*command, "--wheel-dir", folder, source], check=True)
    [wheel] = folder.glob("*.whl")
    return wheel


def install(wheel: Path, folder: Path, environment: dict[str, str]) -> Path:
    """Install the wheel and what it depends on, at the locked versions; return the Python."""
    home = folder / "env"
    venv.create(home, with_pip=True)
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    lock = (ROOT / "requirements" / "dev.txt").read_text("utf-8")
    versions = re.findall(r"^(\S+==[^\\\n]+?) \\$", lock, re.MULTILINE)
    constraints = folder / "constraints.txt"
    constraints.write_text("\n".join(versions), "utf-8")
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    command = [*pip, "--only-binary=:all:", "--constraint", str(constraints), str(wheel)]
    subprocess.run(command, env=environment, check=True)
    return python


def strangers() -> list[str]:
    """Name the packages of extras, which an empty environment must not have."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    texts = [text for one in extras["optional-dependencies"].values() for text in one]
    return sorted({Requirement(text).name for text in texts} & {"aiohttp", "redis", "jinja2"})


def recorded() -> list[tuple[str, dict[str, Any], dict[str, list[str]], int]]:
    """Return path, arguments, files and errcode of each call of the demonstration, in its order.

    An example of a page may name what the demonstration's company does not have; then it is refused
    here, and has to be with the installed package.
    """
    with Simulator() as sim:
        chats = seed(sim)
        with WeComClient(sim.corp_id, sim.secret, base_url=sim.base_url) as wecom:
            known = calls(wecom, chats)
            for path, call in calls_of_the_specs(wecom, chats).items():
                if path not in unsure():
                    with nullcontext() if path in known else suppress(APIError):
                        call()
        sent = [one for one in sim.requests if one.operation not in (None, "gettoken")]
        return [(str(one.operation), *arguments_of(one), int(one.errcode or 0)) for one in sent]


def arguments_of(request: SeenRequest) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """Return the arguments of the method that sent a request, and name and text of its files."""
    checks = importlib.import_module(OPERATIONS[str(request.operation)]).REQUEST
    values = {**values_of(request.query, checks), **(request.body or {})}
    files = {
        python_name(name): [file.name, file.content.decode()]
        for name, file in (request.files or {}).items()
    }
    return {python_name(name): value for name, value in values.items()}, files


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
