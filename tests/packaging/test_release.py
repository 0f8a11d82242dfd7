"""What stands between a tag and its release."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from importlib.metadata import version
from pathlib import Path

import pytest

from wecom_client import __version__

from .release import main, problems

ROOT = Path(__file__).resolve().parents[2]
GOOD = (
    "# Changelog\n\n## Unreleased\n\n## 1.2.3 - 2026-12-01\n\n### Added\n- A thing.\n\n## 1.2.2\n"
)


def test_a_tag_with_its_version_and_a_dated_section_can_be_released() -> None:
    assert list(problems("v1.2.3", "1.2.3", GOOD)) == []


@pytest.mark.parametrize(
    ("tag", "changelog", "told"),
    [
        ("v1.2.4", GOOD, "the tag is v1.2.4"),
        ("1.2.3", GOOD, "the tag is 1.2.3"),
        ("v1.2.3", GOOD.replace("1.2.3", "1.2.30"), "no section"),
        ("v1.2.3", GOOD.replace(" - 2026-12-01", ""), "no date"),
        ("v1.2.3", GOOD.replace(" - 2026-12-01", " (unreleased)"), "no date"),
        ("v1.2.3", GOOD.replace("- A thing.", ""), "says nothing"),
        ("v1.2.3", GOOD.replace("Unreleased\n", "Unreleased\n- Forgotten.\n"), "still has entries"),
    ],
)
def test_what_does_not_agree_is_told(tag: str, changelog: str, told: str) -> None:
    [problem] = problems(tag, "1.2.3", changelog)
    assert told in problem


def test_another_tag_than_the_version_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["v0.0.0"]) == 1
    assert "v0.0.0" in capsys.readouterr().out


def test_no_entry_of_the_changelog_stands_twice() -> None:
    sections = re.split(r"^## ", (ROOT / "CHANGELOG.md").read_text("utf-8"), flags=re.MULTILINE)
    for section in sections:
        entries = Counter(re.findall(r"^- .*(?:\n  .*)*", section, flags=re.MULTILINE))
        assert [entry for entry, times in entries.items() if times > 1] == []
    assert len(sections) > 2


def test_the_package_knows_the_version_of_its_distribution() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert version(project["name"]) == __version__
