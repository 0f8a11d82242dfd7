"""What holds for every test: no proxy on the way to loopback, examples that come again, news."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from .environment import leave_speed_out_if_told, pass_on_interrupts, reach_loopback_directly
from .progress import SignsOfLife

reach_loopback_directly()
pass_on_interrupts()
leave_speed_out_if_told()

HERE = Path(__file__).parent
SLOW = (
    "changes/test_diff_cli.py",
    "changes/test_diff_code.py",
    "client/test_agreement.py",
    "documents/test_bounded_blocks.py",
    "documents/test_damage.py",
    "documents/test_draft_properties.py",
    "documents/test_examples.py",
    "documents/test_hostile.py",
    "documents/test_round_trip.py",
    "documents/test_site_import.py",
    "documents/test_site_renderings.py",
    "faults/",
    "generator/test_any_spec.py",
    "generator/test_determinism.py",
    "generator/test_hostile.py",
    "generator/test_job_names.py",
    "generator/test_names.py",
    "generator/test_rendered_code.py",
    "generator/test_streams.py",
    "monitoring/",
    "runtime/test_shared_by_many.py",
    "soak/",
    "test_progress.py",
    "typed/test_checkers.py",
    "walk/",
)
"""Files and folders below this one that take seconds of CPU for what seldom breaks."""

LONGEST = "walk/"

# The same examples on every machine, and no clock: on a busy one, any example can take long.
settings.register_profile(
    "tests",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("tests")


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Where workers run the tests, show that they do."""
    if config.getoption("dist", "no") != "no":
        reporter = config.pluginmanager.getplugin("terminalreporter")
        config.pluginmanager.register(SignsOfLife(reporter.write_line))


@pytest.hookimpl(tryfirst=True, wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Mark what is slow before `-m "not slow"` leaves it out; begin with what takes longest.

    Where that came last, one worker would be busy with it while the others have nothing to do.
    """
    for item in items:
        if place_of(item).startswith(SLOW):
            item.add_marker(pytest.mark.slow)
    yield
    items.sort(key=lambda item: not place_of(item).startswith(LONGEST))


def place_of(item: pytest.Item) -> str:
    """Return the path of a test's module below this folder."""
    return item.path.relative_to(HERE).as_posix()
