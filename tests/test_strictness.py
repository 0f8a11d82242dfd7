"""The configuration of pytest is heeded, in the processes of workers too; tests keep to seams."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import HERE, SLOW

ROOT = Path(__file__).resolve().parents[1]

# The files that may know where a private part of the package is, each with what it stands for.
SEAMS = {
    "declarations.py": "what generated modules are made of",
    "exchange.py": "what flows, drivers and transports exchange",
    "flows.py": "what decides without I/O, and the errors that come of it",
    "model.py": "the tables of all operations and of all error codes",
    "generator/package.py": "programs that use a package that was generated for a test",
    "runtime/drivers.py": "what carries flows out: threads, sources of tokens, the list of clients",
    "runtime/stores.py": "what stands between a client and its token store",
    "runtime/transports.py": "what sends, and what stands round a send",
    "simulator/labels/behaviour/__init__.py": "a part of a package, copied into it by a test",
}
# An import of a private module or name, and the name of a function in one that is to be replaced.
PRIVATE = re.compile(
    r"(?:from|import) wecom_client(?:\.[a-z_]+)*\._[a-z]"
    r"|from wecom_client(?:\.[a-z_]+)* import (?:\([^)]*|[^\n(]*)(?<!as )\b_[a-z]"
    r"|[\"']wecom_client(?:\.[a-z_]+)*\._[a-z_]+(?:\.\w+){2,}[\"']"
)

CARELESS = {
    "an unknown marker": "@pytest.mark.slwo\ndef test_it(): ...",
    "an id given twice": (
        "@pytest.mark.parametrize('n', [1, 2], ids=['a', 'a'])\ndef test_it(n): ..."
    ),
    "a pass against expectation": "@pytest.mark.xfail(reason='broken')\ndef test_it(): ...",
    "a warning": "import warnings\ndef test_it():\n    warnings.warn('careless')",
    "a warning in a thread": (
        "import threading, warnings\n"
        "def test_it():\n"
        "    thread = threading.Thread(target=warnings.warn, args=['careless'])\n"
        "    thread.start()\n"
        "    thread.join()"
    ),
    "a file left open": "def test_it():\n    open(__file__)",
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return what two workers with the project's own configuration say of careless tests."""
    home = tmp_path_factory.mktemp("careless")
    shutil.copy(ROOT / "pyproject.toml", home)
    tests = home / "tests"
    tests.mkdir()
    for number, text in enumerate([*CARELESS.values(), "def test_it(): ..."]):
        (tests / f"test_{number}.py").write_text(f"import pytest\n{text}\n", encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", "--color=no", "--numprocesses=2"],
        cwd=home,
        env={name: text for name, text in os.environ.items() if not name.startswith("PYTEST_")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return ran.stdout + ran.stderr


@pytest.mark.parametrize("number", range(len(CARELESS)), ids=CARELESS)
def test_what_is_careless_fails(report: str, number: int) -> None:
    lines = [line for line in report.splitlines() if f"tests/test_{number}.py" in line]
    assert any(line.startswith(("FAILED", "ERROR")) for line in lines), report
    assert not any(line.startswith("PASSED") for line in lines), report


def test_what_is_careful_passes(report: str) -> None:
    assert f"PASSED tests/test_{len(CARELESS)}.py::test_it" in report


def test_what_is_marked_as_slow_is_there() -> None:
    assert [one for one in SLOW if not (HERE / one).exists()] == []


def test_only_the_seams_know_where_private_parts_of_the_package_are() -> None:
    """Such a file is the one to change when they move: a test takes them from there."""
    texts = {path.relative_to(HERE).as_posix(): path.read_text("utf-8")
             for path in HERE.rglob("*.py")}  # fmt: skip
    assert sorted(path for path, text in texts.items() if PRIVATE.search(text)) == sorted(SEAMS)
    assert len(SEAMS) < 10


@pytest.mark.parametrize(
    "line",
    [
        "from {}._runtime.flow import call",
        "from {}._runtime import flow",
        "from {} import _operations",
        "from {}.shop import (\n    Order,\n    _shapes,\n)",
        "import {}._operations",
        "patch.setattr('{}._runtime.route.urlencode', encode)",
    ],
)
def test_whatever_names_a_private_module_is_found(line: str) -> None:
    assert PRIVATE.search(line.format("wecom_client"))


@pytest.mark.parametrize(
    "line",
    ["from {} import __version__", "from {} import APIError, WeComClient", "import {}.simulator"]
    + ["from {}.simulator.behaviour import Route as _Route"],
)
def test_what_users_import_is_not_private(line: str) -> None:
    assert not PRIVATE.search(line.format("wecom_client"))
