"""Each edit of the specs, in a copy: everything is generated, and what depends on it passes.

What is run after an edit is what can break by it: all rooms whose tests read the specs, or call the
client that comes of them, without their many repetitions (each fault, each random request).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from ..generator.package import typed_requests
from .copies import Copy
from .edits import EDITS, add_operation, carry_out, operations, read

pytestmark = pytest.mark.slow

_CLIENT = ("tests/client/test_operations.py", "tests/client/test_limits.py")
_JOBS = ("tests/client/test_jobs.py",)
_SIMULATOR = ("tests/simulator",)
_FAULTS = ("tests/faults/test_matrix.py", "tests/faults/test_jobs.py")
_GENERATOR = ("tests/generator/test_twins.py",)
_COPIED = ("tests/generator/test_determinism.py", "tests/generator/test_cli.py")
_SOAK = ("tests/soak/test_soak.py",)
_TYPED = ("tests/typed",)

ROOMS: dict[str, Sequence[str]] = {
    "a limit changed": (*_CLIENT, *_JOBS, *_SIMULATOR, *_FAULTS, *_SOAK),
    "an optional parameter added": (*_CLIENT, *_JOBS, *_FAULTS, *_GENERATOR),
    "an enumerated value added": (*_CLIENT, *_SIMULATOR),
    "an error code added": (*_CLIENT, *_GENERATOR, "tests/changes/test_changes.py"),
    "a description changed": (*_CLIENT, *_GENERATOR),
    "an answer field added": (*_CLIENT, *_JOBS, *_FAULTS),
    "an operation removed": (
        *_CLIENT, *_JOBS, *_SIMULATOR, *_FAULTS, *_GENERATOR, *_COPIED, *_SOAK, *_TYPED,
        "tests/bench",
    ),
    "a shape renamed": (*_CLIENT, *_JOBS, *_GENERATOR, *_TYPED),
}  # fmt: skip
_REPEATED = (
    # of the faults, one that does not strike and one that does; of jobs, one side
    "not (test_a_call_ends or both_clients) or nothing",
    "not (test_a_batch or test_a_read_under) or (drop_after-transfer or 0-sync)",
    # they take long, and no edit can break them alone
    "not (interruption or does_not_end or measurement or seed_locale)",
    # of three type checkers, one
    "not (pyright or pyrefly or odd)",
)
TESTS = (
    *("-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", "-p", "no:randomly"),
    *("-m", "not slow", "-k", " and ".join(f"({one})" for one in _REPEATED)),
)


def generate(copy: Copy) -> None:
    """Generate, and find that it is done and that it is well-formed."""
    copy.run("-m", "generator", "generate")
    copy.run("-m", "ruff", "format", "--check", "generated")
    copy.run("-m", "ruff", "check", "generated")


@pytest.mark.parametrize("name", EDITS)
def test_after_an_edit_of_the_specs_demo_and_tests_pass(name: str, tmp_path: Path) -> None:
    copy = Copy(tmp_path / "copy")
    carry_out(name, copy.specs)
    generate(copy)
    said = copy.run("-m", "tests.demo")
    assert "generated/ was in sync" in said
    assert f"All {len(operations(read(copy.specs)))} operations answered." in said
    copy.run(*TESTS, *ROOMS[name])


@typed_requests
def test_after_all_edits_and_with_a_new_operation_types_are_right(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "copy")
    for name in EDITS:
        carry_out(name, copy.specs)
    add_operation(copy.specs)
    generate(copy)
    copy.run("-m", "mypy")
    said = copy.run("-m", "tests.demo")
    assert f"All {len(operations(read(copy.specs)))} operations answered." in said
