"""Edits of the specs, in copies: everything is generated, and what depends on the edits passes.

What is run after edits is what can break by them: all folders whose tests read the specs, or call
the client that comes of them, without their many repetitions (each fault, each random request).
"""

from __future__ import annotations

from pathlib import Path

from ..generator.package import REQUESTS_HAS_TYPES
from .copies import Copy
from .edits import EDITS, REMOVAL, add_operation, carry_out, keep, operations, read

_CONTACT = ("groupchat/", "customer_acquisition/", "get.yaml", "transfer_result.yaml")
KEPT = ("media/", *(f"externalcontact/{one}" for one in _CONTACT))
"""What is edited: a family with all kinds of jobs, and what the users' programs of tests call."""
_CLIENT = tuple(f"tests/client/test_{one}.py" for one in ("operations", "limits", "jobs"))
_CALLING = (
    *_CLIENT,
    "tests/simulator",
    "tests/workflows",
    "tests/faults/test_matrix.py",
    "tests/faults/test_jobs.py",
)
_READING = ("tests/generator/test_twins.py",)
AFTER_EDITS = (
    *_CALLING,
    *_READING,
    "tests/soak/test_soak.py",
    "tests/typed",
    "tests/changes/test_changes.py",
)
AFTER_REMOVAL = (
    *_CALLING,
    *_READING,
    "tests/generator/test_determinism.py",
    "tests/generator/test_cli.py",
    "tests/soak/test_soak.py",
    "tests/bench",
)
READS = "tests/faults/test_jobs.py::test_a_read_under_random_faults_is_what_it_is_without_them"
"""Nothing in these reads is a matter of which operations there are."""
_REPEATED = (
    # of the faults, one that does not strike and one that does; of jobs, one side
    "not (test_a_call_ends or both_clients) or nothing",
    "not (test_a_batch or test_a_read_under) or (drop_after-transfer or 0-sync)",
    # they take long, and no edit can break them alone
    "not (interruption or does_not_end or measurement or seed_locale or put_together)",
    # what no call of the simulator takes; attachments are what their operations say
    "not test_mistakes or attachment",
    # of three type checkers, one
    "not (pyright or pyrefly or odd)",
    # of the changes, those that the specs of the project are about
    "not test_changes or (error or project)",
)
TESTS = (
    *("-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", "-p", "no:randomly"),
    *("-k", " and ".join(f"({one})" for one in _REPEATED)),
)


def generate(copy: Copy) -> None:
    """Generate, find that it is done and well-formed, and call every operation."""
    copy.run("-m", "generator", "generate")
    copy.run("-m", "ruff", "format", "--check", "generated")
    copy.run("-m", "ruff", "check", "generated")
    said = copy.run("-m", "tests.demo")
    assert "generated/ was in sync" in said
    assert f"All {len(operations(read(copy.specs)))} operations answered." in said


def test_after_edits_that_keep_all_operations_tests_demo_and_types_are_right(
    tmp_path: Path,
) -> None:
    copy = Copy(tmp_path / "copy")
    keep(copy.specs, *KEPT)
    for name in EDITS:
        carry_out(name, copy.specs)
    copy.run("-m", "generator", "generate")
    copy.run(*TESTS, *AFTER_EDITS)
    add_operation(copy.specs)
    generate(copy)
    if REQUESTS_HAS_TYPES:
        copy.run("-m", "mypy")


def test_after_the_removal_of_an_operation_demo_and_tests_are_right(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "copy")
    carry_out(REMOVAL, copy.specs)
    generate(copy)
    copy.run(*TESTS, *AFTER_REMOVAL, "--deselect", READS)
