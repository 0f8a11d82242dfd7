"""Annotations can be read at run time, and each class that they name can be imported."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ..generator.package import GOLDEN_SPECS, generate
from ..model import needs
from .names import with_names_of_the_specs

READER = Path(__file__).with_name("annotations.py")
ROOT = Path(__file__).resolve().parents[2]


def read(folder: Path, package: str = "wecom_client") -> dict[str, Any]:
    """Return what the reader says of a package in a folder."""
    done = subprocess.run(
        [sys.executable, "-W", "error", str(READER), package],
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module", params=["the project's package", "a package with odd names"])
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    if request.param == "the project's package":
        return read(ROOT / "generated")
    return read(generate(GOLDEN_SPECS, tmp_path_factory.mktemp("odd")).path)


def test_annotations_of_all_public_names_resolve_at_run_time(report: Any) -> None:
    assert report["unreadable"] == []
    assert report["subjects"] > 200


def test_each_class_that_a_public_annotation_names_can_be_imported(report: Any) -> None:
    assert report["unnamed"] == []


def test_the_reader_finds_what_cannot_be_resolved_or_imported(tmp_path: Path) -> None:
    package = tmp_path / "small"
    package.mkdir()
    (package / "_hidden.py").write_text("class Hidden: ...\n", "utf-8")
    (package / "__init__.py").write_text(
        "from __future__ import annotations\n"
        "from collections.abc import Callable\n"
        "from ._hidden import Hidden\n"
        "__all__ = ['Open', 'call']\n"
        "class Open:\n"
        "    def later(self) -> Missing: ...\n"
        "    @property\n"
        "    def it(self) -> dict[str, Callable[[Hidden], None]] | None: ...\n"
        "def call(one: Open | None) -> tuple[Hidden, ...]: ...\n",
        "utf-8",
    )
    (package / "_hidden.py").write_text("class Hidden: ...\n", "utf-8")
    report = read(tmp_path, "small")
    assert {one.partition(":")[0] for one in report["unreadable"]} == {"small.Open.later"}
    assert report["unnamed"] == [
        "small.Open.it: small._hidden.Hidden",
        "small.call: small._hidden.Hidden",
    ]


LAZY = """
import sys
import wecom_client
import wecom_client.externalcontact.groupchat as group
from wecom_client.externalcontact.groupchat import FailedChat, Groupchat, OwnerFilterParam
from wecom_client.externalcontact import Externalcontact
assert wecom_client.externalcontact.groupchat is group
assert {"AsyncGroupchat", "Groupchat"} <= {*dir(group)}
LATE = {"_async_client", "asyncio", "aiohttp", "redis"}
late = LATE & {one.rpartition(".")[2] for one in sys.modules}
assert not late, late
try:
    group.Gruppchat
except AttributeError as error:
    assert "'wecom_client.externalcontact.groupchat' has no attribute 'Gruppchat'" in str(error)
else:
    raise AssertionError
from wecom_client.externalcontact.groupchat import AsyncGroupchat
from wecom_client.externalcontact import AsyncExternalcontact
assert AsyncGroupchat.__module__ == Groupchat.__module__ == group.__name__
for one in (Externalcontact, AsyncExternalcontact):
    assert one.groupchat.__doc__ == "Operations below `externalcontact/groupchat`."
for one in (wecom_client.WeComClient, wecom_client.AsyncWeComClient):
    assert one.externalcontact.__doc__ == "Operations below `externalcontact`."
"""


def test_names_for_async_programs_cost_other_programs_nothing() -> None:
    program = with_names_of_the_specs(LAZY)
    subprocess.run([sys.executable, "-W", "error", "-c", program], timeout=60, check=True)


FIRST_USE = """
import sys
import wecom_client
def loaded():
    return [one for one in sys.modules if one.startswith("wecom_client.") and "._" not in one]
assert loaded() == ["wecom_client.gettoken"], loaded()
assert "externalcontact" in dir(wecom_client)
with wecom_client.WeComClient(access_token="t") as client:
    assert loaded() == ["wecom_client.gettoken"], loaded()
    client.externalcontact
    assert "wecom_client.externalcontact" in loaded(), loaded()
    assert "wecom_client.externalcontact.groupchat" not in loaded(), loaded()
group = wecom_client.externalcontact.groupchat
assert "wecom_client.externalcontact.groupchat" in loaded()
assert group.list.OPERATION.path == "externalcontact/groupchat/list"
assert callable(group.list.build_request)
names = {}
exec("from wecom_client.externalcontact.groupchat import *", names)
assert {*group.__all__} == names.keys() - {"__builtins__"}
"""


@needs("list")
def test_operations_are_loaded_at_their_first_use() -> None:
    subprocess.run([sys.executable, "-W", "error", "-c", FIRST_USE], timeout=60, check=True)
