"""The soak works, and tells when an invariant does not hold."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from wecom_client.simulator import Simulator

from ..model import KNOWN, needs
from . import __main__ as command
from .invariants import INVARIANTS, Facts, Reports
from .scenario import Size, seed


@needs(*KNOWN)
def test_a_small_soak_holds(capsys: pytest.CaptureFixture[str]) -> None:
    status = command.main(["--small"])
    table = capsys.readouterr().out
    assert status == 0, table
    assert "VIOLATED" not in table
    assert all(f"{title} " in table for title in INVARIANTS)
    assert table.splitlines()[-1] == "the soak holds"


@needs(*KNOWN)
def test_an_invariant_that_does_not_hold_is_shown_and_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def invariant(facts: Facts, reports: Reports) -> Iterator[str]:
        yield "w0 is not what it was"

    outcome = command.Outcome(
        "file", Facts({}, {}, {}, {}, 0, 1, 0, 0, 1, 0), {"w0": []}, [], 10, 2.0, []
    )
    monkeypatch.setattr(command, "soak", lambda *_: outcome)
    monkeypatch.setattr(command, "INVARIANTS", {"an invariant": invariant})
    assert command.main(["--store", "file"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("an invariant") and "VIOLATED (1)" in line for line in lines)
    assert "    w0 is not what it was" in lines
    assert lines[-1] == "the soak does NOT hold"


@needs(*KNOWN)
def test_a_process_that_does_not_end_in_time_is_stopped_and_told_of() -> None:
    size = Size(1, 60.0, owners=104, batches=1, ids=1)
    outcome = command.soak(size, "file", 1, deadline=time.monotonic())
    assert outcome.failures == ["w0 did not come to its end in time"]
    assert outcome.seconds < size.seconds


@needs(*KNOWN)
def test_an_interruption_ends_all_processes() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.soak", "--store", "file", "--processes", "1"],
        cwd=command.ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("soaking")
        children = _children(process.pid)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=120)
    assert process.returncode == 130
    assert errors == "interrupted\n"
    assert children
    assert not [child for child in children if Path(f"/proc/{child}").exists()]


def _children(parent: int) -> list[str]:
    listed = Path(f"/proc/{parent}/task/{parent}/children")
    if not listed.exists():
        pytest.skip("this system does not list the children of a process")
    return listed.read_text().split()


@needs(*KNOWN)
def test_seeding_gives_each_lane_groups_of_its_own() -> None:
    sim = Simulator()
    plans = seed(sim, Size(2, 1.0, owners=3, batches=2, ids=4))
    lanes = [lane for process in plans for lane in process]
    batches = [batch for lane in lanes for batch in lane["batches"]]
    ids = [one for lane in lanes for one in lane["groups"]]
    ids += [one for batch in batches for one in batch["ids"]]
    assert len(ids) == len(set(ids)) == len(sim.groups) == 2 * 2 * (3 + 2 * 2 * 4)
    assert {batch["tries"] for batch in batches} == {1, 5}
