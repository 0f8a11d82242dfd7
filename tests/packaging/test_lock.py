"""The lock: what `make` installs, on every machine the same."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("dev.txt", "server.txt")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

# name==version, where it counts, and at least one hash: nothing else may stand in a lock.
_LINE = re.compile(r"[a-z0-9][a-z0-9-]*==[^\s;]+( ; [^\\]+)? \\")
_HASH = re.compile(r" {4}--hash=sha256:[0-9a-f]{64}( \\)?")


def entries(lock: str) -> dict[str, list[tuple[str, Marker | None]]]:
    """Return the versions of each locked package, with the marker of each."""
    found: dict[str, list[tuple[str, Marker | None]]] = {}
    for line in (ROOT / "requirements" / lock).read_text("utf-8").splitlines():
        if not line.startswith(" "):
            one = Requirement(line.rstrip("\\ "))
            [pin] = one.specifier
            found.setdefault(canonicalize_name(one.name), []).append((pin.version, one.marker))
    return found


def wanted() -> list[Requirement]:
    """Return what pyproject.toml asks for, the build backend and every extra included."""
    project = PROJECT["project"]
    extras = [text for one in project["optional-dependencies"].values() for text in one]
    texts = [*PROJECT["build-system"]["requires"], *project["dependencies"], *extras]
    return [one for one in map(Requirement, dict.fromkeys(texts)) if one.name != project["name"]]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_versions_and_hashes_and_no_index_and_no_path(lock: str) -> None:
    lines = (ROOT / "requirements" / lock).read_text("utf-8").splitlines()
    assert [one for one in lines if not (_LINE.fullmatch(one) or _HASH.fullmatch(one))] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_each_locked_package_has_a_hash(lock: str) -> None:
    lines = (ROOT / "requirements" / lock).read_text("utf-8").splitlines()
    following = zip(lines, [*lines[1:], ""], strict=True)
    assert [one for one, then in following if _LINE.fullmatch(one) and not _HASH.match(then)] == []


@pytest.mark.parametrize("requirement", wanted(), ids=str)
def test_what_the_project_asks_for_is_locked_at_a_version_that_it_allows(
    requirement: Requirement,
) -> None:
    locked = entries("dev.txt").get(canonicalize_name(requirement.name))
    assert locked, "run 'make lock'"
    assert all(requirement.specifier.contains(version) for version, _ in locked)


def test_both_locks_agree_where_they_share_a_package() -> None:
    dev, server = entries("dev.txt"), entries("server.txt")
    for name in dev.keys() & server.keys():
        assert {version for version, _ in dev[name]} >= {version for version, _ in server[name]}


@pytest.mark.parametrize("python", ["3.11.0", "3.11.9", "3.12.4", "3.13.0", "3.14.2", "3.15.0"])
@pytest.mark.parametrize(
    ("system", "platform"), [("Linux", "linux"), ("Darwin", "darwin"), ("Windows", "win32")]
)
def test_every_python_and_system_gets_one_version_of_each_package(
    python: str, system: str, platform: str
) -> None:
    here = {
        "python_full_version": python,
        "python_version": ".".join(python.split(".")[:2]),
        "platform_system": system,
        "sys_platform": platform,
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
    }
    for name, versions in entries("dev.txt").items():
        chosen = [version for version, marker in versions if not marker or marker.evaluate(here)]
        assert len(chosen) <= 1, name
        if name in {canonicalize_name(one.name) for one in wanted()}:
            assert chosen, name


def test_requests_brings_its_own_types() -> None:
    assert all(Version(version) >= Version("2.34") for version, _ in entries("dev.txt")["requests"])


def test_the_extras_async_and_simulator_ask_for_the_same_aiohttp() -> None:
    extras = PROJECT["project"]["optional-dependencies"]
    assert extras["async"] == extras["simulator"]
