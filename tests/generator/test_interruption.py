"""What Ctrl-C does to a verb: it ends as other commands do, and leaves nothing half done."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ..documents.formats import PLAIN
from .package import ROOT

INTERRUPTED = """
import os, runpy, signal, sys
import generator.documents.import_report as verb

def made(*given, **how):
    os.kill(os.getpid(), signal.SIGINT)

verb.make = made
runpy.run_module("generator", run_name="__main__", alter_sys=True)
"""
"""Runs the generator; where it is about to draft, somebody has enough."""


@pytest.mark.skipif(sys.platform == "win32", reason="a process of Windows is ended in another way")
def test_a_verb_that_is_interrupted_ends_by_the_signal_and_without_a_traceback(
    tmp_path: Path,
) -> None:
    (tmp_path / "page.txt").write_text(PLAIN, "utf-8")
    arguments = ["docs", "import", "page.txt", "--group", "a/b", "--output", "drafts"]
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (-2, "", "")
    assert [one.name for one in tmp_path.iterdir()] == ["page.txt"]
