"""The same specs give the same bytes, wherever, whenever and by whomever they are rendered."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from generator.targets import read_api, render
from generator.targets.python.formatting import formatted

from ..model import GROUPCHAT, SPECS, needs, operation
from .package import GOLDEN_SPECS, ROOT, Generated, contents, generate


@pytest.mark.parametrize(
    ("seed", "locale", "zone", "absolute"),
    [("1", "C", "America/Los_Angeles", True), ("77", "zh_CN.UTF-8", "Asia/Shanghai", False)],
)
def test_seed_locale_zone_and_folder_leave_no_trace(
    golden: Generated, tmp_path: Path, seed: str, locale: str, zone: str, absolute: bool
) -> None:
    output = tmp_path / "out"
    home = tmp_path if absolute else GOLDEN_SPECS.parent
    specs = str(GOLDEN_SPECS) if absolute else GOLDEN_SPECS.name
    environment = {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone, "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [sys.executable, "-m", "generator", "generate", "--specs", specs, "--output", output],
        cwd=home,
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
    )
    expected = {path: content for path, content in contents(golden.path).items() if content}
    found = {path: content for path, content in contents(output).items() if content}
    caches = ("__pycache__", ".mypy_cache")
    assert found == {
        path: content
        for path, content in expected.items()
        if not any(cache in path for cache in caches)
    }


def test_a_copy_of_the_specs_renders_to_the_same(tmp_path: Path) -> None:
    shutil.copytree(GOLDEN_SPECS, tmp_path / "elsewhere" / "specs")
    there = render(read_api(tmp_path / "elsewhere" / "specs"))
    assert there == render(read_api(GOLDEN_SPECS))


def test_the_order_in_which_files_were_made_does_not_count(tmp_path: Path) -> None:
    for path in sorted(GOLDEN_SPECS.rglob("*.yaml"), reverse=True):
        target = tmp_path / path.relative_to(GOLDEN_SPECS)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    assert render(read_api(tmp_path)) == render(read_api(GOLDEN_SPECS))


def test_no_path_of_this_machine_is_in_the_output() -> None:
    files = render(read_api(GOLDEN_SPECS))
    assert not [path for path, content in files.items() if str(ROOT).encode() in content]


MESSY = "from os import (path,sep)\nclass  A:\n  a=path"
NEAT = b"from os import path\n\n\nclass A:\n    a = path\n"


def test_settings_around_the_temporary_folder_do_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    for name in (".gitignore", ".ignore"):
        (tmp_path / name).write_text("*\n", "utf-8")
    (tmp_path / "ruff.toml").write_text('line-length = 20\nexclude = ["*"]\n', "utf-8")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RUFF_OUTPUT_FORMAT", "none that ruff knows")
    assert formatted({"a.py": MESSY}.items()) == {"a.py": NEAT}


@pytest.mark.parametrize("folder", ["venv", "dist", "node_modules", "build", ".tox"])
def test_no_folder_is_left_as_it_was_rendered(folder: str) -> None:
    assert formatted({f"a/{folder}/b.py": MESSY}.items()) == {f"a/{folder}/b.py": NEAT}


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Generated:
    """The client of a group of specs that was copied alone, to another place."""
    home = tmp_path_factory.mktemp("second")
    target = home / "specs" / "hr" / "team"
    shutil.copytree(
        SPECS / GROUPCHAT, target, ignore=lambda _, names: [n for n in names if n[-5:] != ".yaml"]
    )
    return generate(home / "specs", home / "generated")


@needs("list", "transfer")
def test_a_second_group_comes_out_by_its_path_with_no_change_to_code(second: Generated) -> None:
    found = second.run(
        """
        client = Client({"failed_chat_list": []})
        team = client.hr.team
        team.transfer(["id"] * 3, "owner")
        team.list(10, owner_filter={"userid_list": ["abel"] * 3})
        show([client.sent[0][:2], client.sent[1][:2], refused(team.transfer, [], 7)])
        """
    )
    assert found == [
        ["POST", "hr/team/transfer"],
        ["POST", "hr/team/list"],
        [["chat_id_list", "minItems"], ["new_owner", "type"]],
    ]


def test_a_second_group_alone_gets_the_platforms_token_and_error_table(second: Generated) -> None:
    found = second.run(
        """
        show([40014 in errors(), operations()["gettoken"], hasattr(Client(), "externalcontact")])
        """
    )
    assert found == [True, "wecom_client.gettoken", False]


@needs("get")
def test_the_simulator_answers_a_second_group_with_its_examples(second: Generated) -> None:
    pytest.importorskip("aiohttp")
    found = second.run(
        """
        from wecom_client.simulator import Simulator
        with Simulator() as sim, WeComClient(sim.corp_id, sim.secret, base_url=sim.base_url) as c:
            show(c.hr.team.get("id").group_chat.chat_id)
        """
    )
    assert found == operation("get").example_response["group_chat"]["chat_id"]
