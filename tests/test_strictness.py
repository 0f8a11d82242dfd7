"""The project's configuration of pytest is heeded, in the processes of workers too."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import HERE, SLOW

ROOT = Path(__file__).resolve().parents[1]

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
