"""Fixtures of the generator's tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .folders import write
from .package import GOLDEN_SPECS, Generated, end_programs, generate
from .taken_names import contradicting_failures, jobs, operations_and_groups


@pytest.fixture(scope="session", autouse=True)
def programs() -> Iterator[None]:
    """End what ran programs of a generated package."""
    yield
    end_programs()


@pytest.fixture(scope="session")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Generated:
    """The package that the small specs beside the tests render to."""
    return generate(GOLDEN_SPECS, tmp_path_factory.mktemp("golden") / "generated")


@pytest.fixture(scope="session")
def named(tmp_path_factory: pytest.TempPathFactory) -> Generated:
    """A package in which everything has a name that is taken."""
    home = tmp_path_factory.mktemp("named")
    write(home / "specs", operations_and_groups() | jobs() | contradicting_failures())
    return generate(home / "specs", home / "generated")
