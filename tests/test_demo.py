"""The demonstration fails where an operation does not answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests import demo
from wecom_client.simulator import Simulator

from .model import GROUPCHAT, needs, operations, path_of


@pytest.fixture
def ended(capsys: pytest.CaptureFixture[str]) -> Callable[[], tuple[int, str]]:
    """Run the developer's part, and return its exit code and what it printed."""

    def run() -> tuple[int, str]:
        return demo.run_operations(), capsys.readouterr().out

    return run


def test_it_ends_well_where_every_operation_answers(ended: Any) -> None:
    code, said = ended()
    assert code == 0
    assert "operations answered" in said
    assert "FAILED" not in said
    for path in operations():
        assert path.rpartition("/")[2] in said
    assert {f"externalcontact/{one}" for one in demo.WALK} - operations().keys() or (
        "wangwu takes her over within 24 hours: status 2" in said
    )


@needs("list")
def test_an_operation_that_the_platform_refuses_fails_it(
    ended: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed = demo.seed

    def seed_and_spoil(sim: Simulator) -> list[str]:
        sim.add_fault("error", operation=path_of("list"), errcode=48002)
        return seed(sim)

    monkeypatch.setattr(demo, "seed", seed_and_spoil)
    code, said = ended()
    assert code == 1
    assert f"FAILED: {GROUPCHAT}/list: " in said


@needs("list")
def test_a_bug_in_a_method_fails_it(ended: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = demo.calls

    def broken() -> Any:
        raise TypeError("a bug")

    def with_a_bug(*given: Any) -> dict[str, Callable[[], Any]]:
        return {**calls(*given), f"{GROUPCHAT}/list": broken}

    monkeypatch.setattr(demo, "calls", with_a_bug)
    code, said = ended()
    assert code == 1
    assert f"FAILED: {GROUPCHAT}/list: a bug" in said
