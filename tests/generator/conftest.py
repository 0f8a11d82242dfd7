"""Fixtures of the generator's tests."""

from __future__ import annotations

import pytest

from .package import GOLDEN_SPECS, Generated, generate


@pytest.fixture(scope="session")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Generated:
    """The package that the small specs beside the tests render to."""
    return generate(GOLDEN_SPECS, tmp_path_factory.mktemp("golden") / "generated")
