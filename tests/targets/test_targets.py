"""Outputs beside each other."""

from __future__ import annotations

from generator.targets import TARGETS, read_api, render

from ..model import SPECS


def test_no_two_outputs_write_the_same_file() -> None:
    api = read_api(SPECS)
    assert len(render(api)) == sum(len(target.render(api)) for target in TARGETS)
