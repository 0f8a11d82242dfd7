"""Every test of a job runs through the synchronous and through the asynchronous client."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from .worlds import Runner, Server, World


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def asynchronous(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def play(asynchronous: bool) -> Callable[..., Runner]:
    """Return what makes a runner over a server."""

    def make(server: Server, **options: Any) -> Runner:
        return Runner(World(server), asynchronous=asynchronous, **options)

    return make
