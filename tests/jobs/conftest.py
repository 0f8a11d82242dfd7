"""Every test of a job runs through the synchronous and through the asynchronous client."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from .fixtures import FakeServer, Runner, Server


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def asynchronous(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def make_runner(asynchronous: bool) -> Callable[..., Runner]:
    """Return what makes a runner over a server."""

    def make(server: Server, **options: Any) -> Runner:
        return Runner(FakeServer(server), asynchronous=asynchronous, **options)

    return make
